## The leaflet (folder)

leaflet-title = Mogen wij dit gesprek opnemen?
leaflet-lead = Dan leren we er samen van. U beslist, en nee zeggen mag altijd.
leaflet-what-h = Wat is het?
leaflet-what = Wij maken een video van ons gesprek en kijken die later terug. { label-lead-first } kijkt, en ook een coach. U kijkt mee als u dat wilt. Eerst kijkt ieder voor zich. Daarna praten we erover.
leaflet-why-h = Waarom doen we dit?
leaflet-why = Wij willen betere gesprekken. Soms zegt iemand niet wat hij echt denkt. Soms zien wij niet wat voor u telt. Een video laat meer zien. En hoe het voor u was, weet alleen u.
leaflet-choose-h = Wat beslist u?
leaflet-choose = U zegt per vraag ja of nee. Na het gesprek vragen we het nog een keer, want dan weet u hoe het was. Pas na dat tweede ja mag de coach kijken. Komt er binnen { $days ->
        [one] één dag
       *[other] { $days } dagen
    } geen tweede ja? Dan wissen wij de video.
leaflet-film-h = Wat gebeurt er met de video?
leaflet-film = De video ligt achter slot bij { $organisation }. Hij komt niet in { label-file } en wij controleren u er niet mee. Na { $months ->
        [one] één maand
       *[other] { $months } maanden
    } wissen wij hem. Wilt u een stuk eruit? Zeg het, dan wissen wij dat stuk.
leaflet-who-h = Wie ziet de video?
leaflet-who = { label-lead-first }, de coach en u. Anderen alleen als u daar ook ja op zegt. U kunt altijd zien wie er keek.
leaflet-free-h = Zegt u nee?
leaflet-free = Dat is goed. Het gesprek gaat gewoon door, zonder camera. { label-stake-first } blijven hetzelfde. Uw nee komt niet in { label-file }. U hoeft niet te zeggen waarom.
leaflet-stop-h = Wilt u stoppen?
leaflet-stop = Dat kan altijd, ook midden in het gesprek. Zeg het tegen iemand van { $organisation }, gebruik uw link of bel { $phone }. Wij wissen dan alles en u krijgt daar bericht van.
leaflet-how-h = Hoe kijkt u mee?
leaflet-how = Thuis, met een link en een code. Of hier, samen met de coach. Of de coach belt u. U mag iemand meenemen. Lezen hoeft niet, want wij lezen het graag voor.
leaflet-ask-h = Vragen?
leaflet-ask = Vraag het { label-lead } of bel { $phone }. Gaat het over privacy? Bel { $privacyOfficer }. Bent u niet tevreden? U mag een klacht sturen naar de Autoriteit Persoonsgegevens.

## Asking, the second yes, stopping

consent-intro = Lees eerst de folder, of laat hem voorlezen. Zeg per vraag ja of nee. Nee is net zo goed als ja. U mag later alles veranderen.
consent-others = Is er nog iemand bij? Dan kiest die persoon ook zelf.
consent-free =
    { $kind ->
        [manager-professional] Uw leidinggevende vraagt dit. U mag nee zeggen. Dat heeft geen gevolg voor uw werk, uw loon of uw beoordeling. Uw nee wordt nergens bewaard. Niemand mag vragen waarom.
        [between-managers] Een collega vraagt dit. U mag nee zeggen. Dat heeft geen gevolg voor uw werk, uw loon of uw beoordeling. Uw nee wordt nergens bewaard. Niemand mag vragen waarom.
       *[client-professional] U mag nee zeggen. Dat heeft geen gevolg voor uw uitkering of uw hulp. Uw nee wordt nergens bewaard. Niemand mag vragen waarom.
    }
consent-look-q = Mogen wij dit gesprek opnemen en met u terugkijken?
consent-look-yes = { label-lead-first }, de coach en u zien de video.
consent-look-no = De camera blijft uit. De rest hoeft dan niet.
consent-colleagues-q = Mogen collega's meekijken om te leren?
consent-colleagues-yes = { label-lead-first } kiest een paar collega's. U ziet wie er keek.
consent-colleagues-no = Collega's zien niets.
consent-research-q = Mogen wij dit gesprek gebruiken voor onderzoek?
consent-research-yes = Onderzoekers lezen wat er is gezegd en geantwoord. Uw naam staat er niet bij. Wij tellen het ook mee in cijfers over veel gesprekken samen.
consent-research-no = Onderzoekers krijgen niets.
consent-story-q = Mogen wij een verhaal schrijven over dit gesprek?
consent-story-yes = Wij veranderen namen en plaatsen. U leest het eerst, en pas na uw ja lezen anderen het. Een verhaal op papier kunnen wij later niet terughalen.
consent-story-no = Er komt geen verhaal.
consent-clip-q = Mogen wij een kort stuk video laten zien in een training?
consent-clip-yes = Wij maken uw gezicht vaag en halen namen weg. Uw stem hoort men nog wel. U ziet het stuk eerst.
consent-clip-no = Dat stuk komt er niet.
consent-choice-1 = Ja
consent-choice-2 = Nee
consent-choice-3 = Leg het nog eens uit
consent-sign = Ik weet waar ik ja of nee op zeg. Niemand dwong mij.
consent-look-name = opnemen en terugkijken
consent-colleagues-name = collega's die meekijken
consent-research-name = onderzoek
consent-story-name = een verhaal
consent-clip-name = een kort stuk video in een training
consent-professional = Ik doe ook mee. Ook ik mag later stoppen.
consent-done = Dank u wel. U zei ja op: { $purposes }. Dit zijn uw link en uw code. Bewaar ze goed.
consent-none = Dat is goed. Wij nemen niets op en schrijven uw nee nergens op.
consent-second-title = Het gesprek is klaar. Blijft het ja?
consent-second = U weet nu hoe het was. Daarom kiest u nog een keer. Tot dan kijken alleen u en { label-lead }. Kiest u niets? Dan wissen wij de video op { $date }.
consent-second-choice-1 = Ja, het blijft zo
consent-second-choice-2 = Ik wil iets veranderen
consent-second-choice-3 = Nee, wis de video
consent-withdraw-title = Wilt u stoppen?
consent-withdraw = U kunt met alles stoppen, of met één ding. U hoeft niet te zeggen waarom. Het gaat meteen in. Wat weg is, komt niet terug.
consent-withdraw-choice-1 = Wis alles
consent-withdraw-choice-2 = Stop alleen met: { $purpose }
consent-withdraw-choice-3 = Terug
consent-receipt-title = Uw bewijs
consent-receipt = U vroeg ons te stoppen op { $date } om { $time }. Wij hebben gewist: { $items }. Niemand kan het nog openen. Ook kopieën werken na { $backupDate } niet meer. Voor { label-stake } verandert er niets. Vragen? Bel { $phone }.
consent-receipt-part = U stopte met: { $purpose }. Wij haalden weg: { $items }. De rest blijft zoals u koos.

## The cards, on a tablet that was handed over or at home

consent-progress = Vraag { $n } van { $of }
consent-start = Begin
consent-back = Vorige
consent-next = Verder
consent-if-yes = Zegt u ja?
consent-if-no = Zegt u nee?
consent-name-title = Hoe noemen wij u hier?
consent-name = Kies een naam die niet uw echte naam is. Bijvoorbeeld een bloem, een vogel of een stad. Alleen wie meedoet, ziet die naam.
consent-name-field = Uw naam hier
consent-check-title = Klopt dit?
consent-yes = ja
consent-no = nee
consent-agree = Ja, dit klopt
consent-always = U kunt altijd stoppen.
consent-done-title = Dit is afgesproken
consent-done-own = Dank u wel. U zei ja op: { $purposes }.
consent-link = Uw link
consent-code = Uw code
consent-scan = Scan dit met uw telefoon. Vul daarna uw code in. Of typ de link over.
consent-print = Druk af
consent-give-back = Geef het scherm terug
consent-none-title = Geen opname
consent-none-again = Ik koos verkeerd
consent-read = Lees voor
consent-read-stop = Stop met lezen
consent-second-now = U zei ja op:
consent-second-keep-q = U zei hier ja. Blijft dat zo?
consent-second-new-q = U zei hier geen ja. Dat mag zo blijven.
consent-second-done-title = Dank u wel
consent-second-done = Dit blijft zoals u koos. U kunt altijd stoppen.
consent-sure-title = Weet u het zeker?
consent-sure = Wij wissen dan de video en alles wat erbij hoort. Het komt niet terug.
consent-sure-act = Ja, wis alles
consent-withdraw-part-h = Of stop met één ding
consent-receipt-empty = U vroeg ons te stoppen op { $date } om { $time }. Er was nog niets opgenomen. Voor { label-stake } verandert er niets. Vragen? Bel { $phone }.
consent-receipt-professional = { label-lead-first } stopte op { $date } om { $time }. Wij hebben gewist: { $items }. Niemand kan het nog openen. Ook kopieën werken na { $backupDate } niet meer. Voor { label-stake } verandert er niets. Vragen? Bel { $phone }.
consent-receipt-second-yes = Er kwam geen tweede ja. Daarom stopte het op { $date }. Wij hebben gewist: { $items }. Niemand kan het nog openen. Ook kopieën werken na { $backupDate } niet meer. Voor { label-stake } verandert er niets. Vragen? Bel { $phone }.
consent-receipt-retention = De tijd om te bewaren is om. Daarom stopte het op { $date }. Wij hebben gewist: { $items }. Niemand kan het nog openen. Ook kopieën werken na { $backupDate } niet meer. Voor { label-stake } verandert er niets. Vragen? Bel { $phone }.
consent-receipt-busy = Wij zijn nog bezig met wissen. Niemand kan het nu al openen.
consent-item-recording = de video
consent-item-derived = de beelden en het geluid die wij ervan maakten
consent-item-looks = wat er bij het kijken is opgeschreven
consent-item-interview = wat er aan de coach is verteld
consent-item-readings = wat er samen in is gelezen
consent-item-tryouts = wat er is uitgeprobeerd
consent-item-cards = de kaarten van u tweeën
consent-item-code-name = de gekozen naam
consent-item-colleagues = het meekijken door collega's
consent-item-research = het gebruik voor onderzoek
consent-item-story = het verhaal
consent-item-clip = het stuk voor een training

## The professional's side: asking, handing over, the link, the second yes, stopping

asking-title = Toestemming
asking-lead = Iedereen in beeld zegt zelf ja of nee. Een nee kost niets en wordt nergens opgeschreven.
asking-leaflet = Lees of druk de folder af
asking-own = Jouw eigen ja
asking-own-look-q = Mag dit gesprek worden opgenomen en teruggekeken?
asking-own-look = Jij, de { label-other } en de coach zien de video.
asking-own-colleagues-q = Mogen collega's meekijken om te leren?
asking-own-colleagues = Jij kiest wie. Je ziet wie er keek.
asking-own-research-q = Mag dit gesprek worden gebruikt voor onderzoek?
asking-own-research = Onderzoekers lezen wat er is gezegd en geantwoord, zonder namen. Het telt ook mee in cijfers over veel gesprekken samen.
asking-own-story-q = Mag er een verhaal over dit gesprek worden geschreven?
asking-own-story = Namen en plaatsen veranderen. De { label-other } leest het eerst, en jij ook.
asking-own-clip-q = Mag een kort stuk video in een training worden getoond?
asking-own-clip = Gezichten worden vaag en namen gaan weg. Stemmen blijven. Je ziet het stuk eerst.
asking-own-act = Leg vast
asking-own-change = Kies opnieuw
asking-client = De { label-other } kiest
asking-client-said = Er is een ja. Zolang er niets is opgenomen, kan het nog veranderen.
asking-client-own = { $name } kiest met het eigen account, zonder dat jij erbij bent. Vraag niet waarom als het een nee is. Het gesprek gaat dan gewoon door, zonder camera.
asking-tablet = Hier, op dit scherm
asking-tablet-help = Het scherm toont dan alleen de vragen. Met de pincode of je wachtwoord krijg je het terug.
asking-pin = Pincode om het terug te krijgen
asking-pin-help = Vier tot acht cijfers. Zeg hem niet hardop.
asking-tablet-act = Geef het scherm
asking-link = Thuis, met een eigen link
asking-link-help = Op papier mee: een link, een code en een plaatje om te scannen.
asking-link-act = Maak link en code
asking-link-shut = Maak deze link dicht
asking-link-until = Er is al een link. Hij werkt tot { $date }. Maak je een nieuwe, dan werkt de oude niet meer.
asking-link-title = Link en code voor de { label-other }
asking-link-once = Dit zie je maar één keer. Druk het af of laat het overschrijven.
asking-link-back = Terug naar de toestemming
asking-facts = Wie zei waarop ja
asking-purpose = Waarvoor
asking-said-given = ja
asking-said-confirmed = ja, ook daarna
asking-said-withdrawn = gestopt
asking-said-none = geen ja
asking-until = Alles wordt gewist op { $date }, tenzij iemand eerder stopt.
asking-second-title = Het tweede ja
asking-second-lead = Je weet nu hoe het was. Daarom kies je nog een keer. Kiest er iemand niets? Dan wissen wij alles op { $date }.
asking-second-said = Jij zei al een tweede keer ja.
asking-second-all = Iedereen in beeld zei een tweede keer ja. De coach kan kijken.
asking-second-client = De { label-other } kiest ook nog een keer
asking-second-client-help = Met de eigen link, of hier op dit scherm.
asking-second-wait = { $days ->
        [one] Wacht op het tweede ja van { $who }, nog 1 dag.
       *[other] Wacht op het tweede ja van { $who }, nog { $days } dagen.
    }
asking-change = Blijft het ja, en waarop?
asking-stop-title = Stoppen
asking-stop-lead = Je kunt met alles stoppen, of met één ding. Je hoeft niet te zeggen waarom. Het gaat meteen in, voor iedereen.
asking-stop-link = Stop met alles, of met één ding
asking-stop-sure = De opname en alles wat erbij hoort wordt dan gewist. Het komt niet terug.
asking-ended = Gestopt op { $date } om { $time }: { $why }. Gewist: { $items }. Kopieën werken na { $backupDate } niet meer.
asking-ended-empty = Gestopt op { $date } om { $time }: { $why }. Er was nog niets opgenomen.
asking-ended-part = Op { $date } is gestopt met: { $purpose }. Weggehaald: { $items }.
ending-client = op verzoek van de { label-other }
ending-professional = op verzoek van de { label-professional }
ending-privacy-officer = door de privacy officer, op verzoek van de { label-other }
ending-second-yes = er kwam geen tweede ja
ending-retention = de bewaartijd was om
handed-title = Het scherm terug
handed-lead = Alleen voor wie het scherm gaf.
handed-pin = Pincode of wachtwoord
handed-act = Open
handed-again = Terug naar de vragen
invalid-pin = Kies vier tot acht cijfers.
invalid-pin-wrong = Dit klopt niet. Na vijf keer fout moet je opnieuw inloggen.
invalid-answers = Kies bij elke vraag ja of nee.
invalid-code-name = Kies een naam van hoogstens veertig tekens, met minstens één letter.
invalid-second-look = Zonder dit ja moet alles worden gewist. Kies dan 'Nee, wis de video'.

## The privacy officer's register

register-title = Register
register-lead = Toestemmingen als feiten. Van wat er gezegd is, staat hier niets.
register-day = Gesprekken van één dag
register-day-act = Zoek
register-day-all = Toon alle dagen
register-none = Hier staan nog geen gesprekken.
register-date = Dag
register-professional = Professional
register-state = Hoe het staat
register-until = Tot
register-state-all = Hoe het ook staat
register-id = Kenmerk
register-proof = Nu nagekeken
register-state-asking = nog niet iedereen zei ja
register-state-given = iedereen zei ja
register-state-second = wacht op het tweede ja
register-state-confirmed = ook het tweede ja is er
register-state-ended = gestopt
register-one = Gesprek van { $date }
register-means-tablet = op het scherm
register-means-link = met de eigen link
register-means-paper = op papier
register-means-account = met het eigen account
register-means = Hoe
register-when = Wanneer
register-who = Wie
register-links = Links die werken
register-links-help = Iemand is een link of een code kwijt. Controleer wie het is. Maak de link dicht, of geef een nieuwe code. Een nieuwe link geeft de professional.
register-link-new = De nieuwe code van: { $name }. Je ziet hem maar één keer.
register-link-code = Nieuwe code: { $name }
register-link-shut = Maak dicht: { $name }
register-stop = Stop op het woord van de cliënt
register-stop-help = Iemand vroeg jou om te stoppen. Controleer wie het is. Daarna voer je het hier uit. Het gaat meteen in en komt niet terug.
register-stop-all = Stop met alles
register-stop-part = Stop alleen met: { $purpose }
register-sure = Alles van dit gesprek wordt dan gewist, voor iedereen.
