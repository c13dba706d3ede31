## The leaflet (folder)

leaflet-title = Mogen wij dit gesprek opnemen?
leaflet-lead = Dan leren we er samen van. U beslist, en nee zeggen mag altijd.
leaflet-what-h = Wat is het?
leaflet-what = Wij maken een video van ons gesprek en kijken die later terug. { label-lead-first } kijkt, en ook een coach. U kijkt mee als u dat wilt. Eerst kijkt ieder voor zich. Daarna praten we erover.
leaflet-why-h = Waarom doen we dit?
leaflet-why = Wij willen betere gesprekken. Soms zegt iemand niet wat hij echt denkt. Soms zien wij niet wat voor u telt. Op een video zie je meer. En hoe het voor u was, weet alleen u.
leaflet-choose-h = Wat beslist u?
leaflet-choose = U zegt per vraag ja of nee. Na het gesprek vragen we het nog een keer, want dan weet u hoe het was. Pas na dat tweede ja mag de coach kijken. Komt er binnen { $days ->
        [one] één dag
       *[other] { $days } dagen
    } geen tweede ja? Dan wissen wij de video.
leaflet-film-h = Wat gebeurt er met de video?
leaflet-film = De video ligt achter slot bij { $organisation }. Hij komt niet in uw dossier en wij controleren u er niet mee. Na { $months ->
        [one] één maand
       *[other] { $months } maanden
    } wissen wij hem. Wilt u een stuk eruit? Zeg het, dan wissen wij dat stuk.
leaflet-who-h = Wie ziet de video?
leaflet-who = { label-lead-first }, de coach en u. Anderen alleen als u daar ook ja op zegt. U kunt altijd zien wie er keek.
leaflet-free-h = Zegt u nee?
leaflet-free = Dat is goed. Het gesprek gaat gewoon door, zonder camera. { label-stake-first } blijven hetzelfde. Uw nee komt niet in uw dossier. U hoeft niet te zeggen waarom.
leaflet-stop-h = Wilt u stoppen?
leaflet-stop = Dat kan altijd, ook midden in het gesprek. Zeg het tegen iemand van { $organisation }, gebruik uw link of bel { $phone }. Wij wissen dan alles en u krijgt daar bericht van.
leaflet-how-h = Hoe kijkt u mee?
leaflet-how = Thuis, met een link en een code. Of hier, samen met de coach. Of de coach belt u. U mag iemand meenemen. Lezen hoeft niet, want wij lezen het graag voor.
leaflet-ask-h = Vragen?
leaflet-ask = Vraag het { label-lead } of bel { $phone }. Gaat het over privacy? Bel { $privacyOfficer }. Bent u niet tevreden? U mag een klacht sturen naar de Autoriteit Persoonsgegevens.

## Asking, the second yes, stopping

consent-intro = Lees eerst de folder, of laat hem voorlezen. Zeg per vraag ja of nee. Nee is net zo goed als ja. U mag later alles veranderen.
consent-others = Is er nog iemand bij? Dan kiest die persoon ook zelf.
consent-look-q = Mogen wij dit gesprek opnemen en met u terugkijken?
consent-look-yes = { label-lead-first }, de coach en u zien de video.
consent-look-no = De camera blijft uit. De rest hoeft dan niet.
consent-colleagues-q = Mogen collega's meekijken om te leren?
consent-colleagues-yes = { label-lead-first } kiest een paar collega's. U ziet wie er keek.
consent-colleagues-no = Collega's zien niets.
consent-research-q = Mogen wij dit gesprek gebruiken voor onderzoek?
consent-research-yes = Onderzoekers lezen wat er is gezegd en geantwoord. Uw naam staat er niet bij.
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
