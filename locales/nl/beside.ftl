## Someone who is there too: what they read

leaflet-beside-what = Wij maken een video van dit gesprek en kijken die later terug. U bent erbij, dus u staat er ook op. Wij leren er samen van.
leaflet-beside-choose = U zegt per vraag ja of nee. U kiest alleen voor uzelf. Na het gesprek vragen we het nog een keer, want dan weet u hoe het was. Komt er binnen { $days ->
        [one] één dag
       *[other] { $days } dagen
    } geen tweede ja? Dan wissen wij de video.
leaflet-beside-who = De twee die praten en een coach. Anderen alleen als iedereen daar ook ja op zegt. U kunt altijd zien wie er keek.
leaflet-beside-free = Dat is goed. Het gesprek gaat gewoon door, zonder camera. Uw nee komt nergens te staan. U hoeft niet te zeggen waarom.
leaflet-beside-how = Wilt u de video zien? Vraag het. Dan kijkt u hier mee.
consent-beside-look-yes = De twee die praten en een coach zien de video. U staat er ook op.
consent-beside-colleagues-yes = Een paar collega's kijken mee. U ziet wie er keek.
consent-beside-research-yes = Onderzoekers lezen wat er is gezegd. Uw naam staat er niet bij. Wij tellen het ook mee in cijfers over veel gesprekken samen.
consent-beside-story-yes = Wij veranderen namen en plaatsen. U komt er niet herkenbaar in voor.
consent-beside-clip-yes = Wij maken uw gezicht vaag en halen namen weg. Uw stem hoort men nog wel.
client-beside-lead = Dit is uw eigen plek. U was bij een gesprek. Hier kiest u voor uzelf.

## On paper

consent-paper-1 = Zet per vraag één kruis.
consent-paper-2 = Las iemand dit voor? Schrijf op wie.
consent-paper-3 = Wij maken een foto. Het blad is voor u.
consent-paper-5 = Na het gesprek: blijft het ja? Zet weer uw naam.
consent-sign-field-1 = Naam
consent-sign-field-2 = Datum
consent-sign-field-3 = Handtekening
paper-choose = Uw keuze
paper-reader = Voorgelezen door
paper-yours = Uw link en uw code
asking-paper = Op papier
asking-paper-help = Een blad met de folder, een hokje per vraag, een link en een code.
asking-paper-act = Print het blad of vul in wat erop staat
paper-enter-title = Op papier: { $name }
paper-lead = Print het blad, laat het rustig lezen of lees het voor. Vul daarna hier in wat er is gekruist.
paper-print = Het blad
paper-print-help = Een PDF met een nieuwe link en code erop. Een oude link werkt dan niet meer. Druk hem af en wis hem daarna.
paper-print-act = Maak het blad
paper-first = Wat is er gekruist?
paper-second = Wat is er na het gesprek gekruist?
paper-help = Neem precies over wat er staat. Is er bij de eerste vraag nee gekruist, dan bewaren we niets, ook de foto niet.
paper-name = Gekozen naam
paper-photo = Foto of scan van het blad
paper-photo-help = JPEG, PNG, WebP of PDF, hoogstens 15 MB. Alleen wie in beeld was, kan hem zien. Haal hem daarna van je telefoon.
paper-enter-act = Leg vast
paper-nothing = Er is nu niets om in te vullen.
paper-of = Foto van het blad van { $name }, { $date }
paper-of-second = Foto van het blad van { $name } na het gesprek, { $date }
invalid-paper-photo = Dit is geen foto of scan die wij kunnen lezen. Kies een JPEG, PNG, WebP of PDF.
invalid-paper-large = Deze foto is groter dan 15 MB. Maak hem kleiner.
invalid-paper-none = Voeg een foto of scan van het blad toe.

## Everyone in the picture, on the professional's side

beside-title = Iedereen in beeld
beside-why = Is er nog iemand bij, zoals een partner of tolk? Die kiest ook zelf.
beside-link = Wie is er nog bij?
beside-lead = Wie er bij is, kiest zelf. Zonder ieders ja kan er niets worden opgenomen, en zonder ieders tweede ja kijkt er niemand anders.
beside-close = iemand die nabij is
beside-interpreter = tolk
beside-trainee = stagiair
beside-other = iemand anders
beside-add = Er is nog iemand bij
beside-add-help = We bewaren wat iemand is, geen naam. Blijft deze persoon uit beeld, of kan het niet, haal die dan weer weg.
beside-add-late = Kwam er tijdens het gesprek iemand bij? Zeg het hier. Zonder ja van die persoon wordt alles gewist als de tijd voor het tweede ja om is. Dit kun je niet terugdraaien.
beside-add-act = Voeg toe
beside-what = Wie is het?
beside-remove = Haal weg: { $name }
beside-link-title = Link en code: { $name }
wait-consent-beside = Vraag wie er nog bij is om toestemming
wait-consent-beside-why = { $name }: iedereen in beeld kiest zelf.
wait-second-beside = { $days ->
        [one] Vraag het tweede ja van wie erbij was, nog 1 dag
       *[other] Vraag het tweede ja van wie erbij was, nog { $days } dagen
    }
wait-second-beside-why = Zonder dat ja wordt alles van { $name } gewist.
path-consent-beside = Wacht op het ja van wie er nog bij is.
path-second-beside = { $days ->
        [one] Wacht op het tweede ja van wie er nog bij was, nog 1 dag.
       *[other] Wacht op het tweede ja van wie er nog bij was, nog { $days } dagen.
    }

## Keeping it longer

consent-extend-title = Mag het langer?
consent-extend = Mogen wij de video langer bewaren, tot { $date }? Zegt u nee of niets? Dan wissen wij hem op { $end }.
consent-extend-yes = Dank u wel. U zei ja. Zegt iedereen ja, dan bewaren wij de video langer.
consent-extend-no = Dat is goed. Wij wissen de video op { $end }. Uw nee staat nergens.
place-longer-text = Wij wissen alles op { $date }. Mag het langer blijven? U hoeft niets te doen.
place-longer-act = Bekijk de vraag
longer-title = Langer bewaren
longer-lead = Alles wordt gewist op { $end }. Langer kan alleen als iedereen in beeld daar opnieuw ja op zegt. Je kunt het één keer vragen.
longer-months = Hoe lang erbij?
longer-month = { $months ->
        [one] 1 maand
       *[other] { $months } maanden
    }
longer-act = Vraag het aan iedereen
longer-asked = Gevraagd is: tot { $date }. Zegt niet iedereen ja, dan wordt alles gewist op { $end }.
longer-link = Vraag of het langer mag blijven

## The texts as they were

kept-text-title = Dit stond er toen
kept-text-lead = Dit is precies de tekst die er stond toen iemand ja zei.
kept-text-version = Kenmerk van deze tekst: { $version }
kept-text-none = Deze tekst is door een oudere versie van het programma niet bewaard.
kept-text-all = Teksten en papieren
kept-text-first = Wat { $name } las, { $date }
kept-text-second = Wat { $name } las bij het tweede ja, { $date }
agreed-text = Lees wat er stond
agreed-paper = Zie de foto van uw blad van { $date }
register-text = tekst
register-papers = { $count ->
        [one] Er is 1 foto van een blad. Die zien alleen de mensen in beeld.
       *[other] Er zijn { $count } foto's van bladen. Die zien alleen de mensen in beeld.
    }

## What happened, in plain words

seen-paper = Op { $date } vulde { $who } in wat u kruiste op papier.
seen-paper-again = Op { $date } vulde { $who } uw tweede ja in van papier.
seen-beside = Op { $date } schreef { $who } op dat er nog iemand bij is.
seen-asked-longer = Op { $date } vroeg { $who } of het langer mag.
seen-said-yes-longer = Op { $date } zei { $who } ja tegen langer.
seen-kept-longer = Op { $date } zei iedereen ja tegen langer.
seen-who-beside-close = iemand die erbij was
seen-who-beside-interpreter = de tolk
seen-who-beside-trainee = de stagiair
seen-who-beside-other = iemand die erbij was
seen-who-beside-client = { the-client }
consent-receipt-beside = Iemand die erbij was, stopte op { $date } om { $time }. Wij hebben gewist: { $items }. Niemand kan het nog openen. Ook kopieën werken na { $backupDate } niet meer. Voor { label-stake } verandert er niets. Vragen? Bel { $phone }.
consent-item-papers = de foto van het blad met kruisjes
ending-beside = op verzoek van iemand die erbij was
ending-officer-beside = door de privacy officer, op verzoek van iemand die meekwam
refusal-companion-late = De tijd voor het tweede ja is om. Er kan nu niemand meer bij. Was er iemand zonder ja in beeld? Stop dan met alles.
refusal-companions-full = Er staan al zes mensen bij. Meer kan niet.
refusal-extension-asked = Dit is al eens gevraagd. Een nee, of niets, vragen wij niet opnieuw.
