## The journey (traject)

journey-intake-1 = Welk gesprek laat je niet los?
journey-intake-2 = Wanneer ben je op je best in de spreekkamer?
journey-intake-3 = Wat heb je nodig om jezelf te laten zien?
journey-intake-4 = Wie kijkt mee?
journey-intake-5 = Wanneer is dit traject geslaagd?
journey-question-1 = Hoe blijf ik bij iemand die boos is?
journey-question-2 = Wat doe ik met stilte?
journey-question-3 = Hoe zeg ik wat moet, zonder het contact te verliezen?
journey-question-4 = Hoe hoor ik wat niet wordt gezegd?
journey-handover = Je gaat zelfstandig verder, met Kijkwijzer, werkblad en collega's. Je coach blijft op afroep. Wanneer is je volgende ronde, met wie, en waar let je op?
journey-close-1 = Wat zie je nu dat je eerder miste?
journey-close-2 = Welke zin is van jou geworden?
journey-close-3 = Wat merken je cliënten?
journey-close-4 = Wat blijft je leervraag?

## On the pages of this room

journey-title = Mijn traject
journey-since = Begonnen op { $date }.
journey-question-h = Mijn leervraag
journey-question-label = Wat wil je leren?
journey-question-examples = Bijvoorbeeld:
journey-question-write = Schrijf je leervraag
journey-question-change = Verander je leervraag
journey-question-save = Bewaar de leervraag
journey-path-h = De weg tot nu toe
journey-empty = Hier komt je weg te staan: gesprekken, samen kijken, uitproberen. Begin met één gesprek.
journey-conversation = Gesprek
journey-unreadable = De woorden hierbij zijn gewist of nog niet te lezen.
journey-bands-h = Wat het opleverde
journey-bands-help = Zoals ieder het zelf zei, na elk gesprek. Niets is opgeteld.
journey-bands-none = Hier komt te staan hoe ieder de gesprekken vond.
journey-rate = Zeg hoe jij het vond: { $name }
journey-sheets-h = Stilstaan bij je traject
journey-intake-title = Begin van het traject
journey-close-title = Terugkijken op het traject
journey-sheet-lead = Alleen jij leest dit.
journey-sheet-save = Bewaar
journey-print = Druk af op één blad

journey-handover-title = Hoe ik verderga
journey-closed = Afgerond op { $date }.
journey-question-before = Hoe je vraag veranderde
journey-question-h-theirs = De leervraag
journey-as-table = Lees als tabel
journey-with-coach = met coach
journey-without-coach = zelfstandig
journey-sources = Gebruikt:
journey-source-video = terugkijken
journey-source-client = cliënt
journey-source-coach = coach
journey-source-peer = intervisie
journey-coach-none = Er gaat geen coach met je mee.
journey-coach-who = Wie gaat met je mee?
journey-coach-ask = Vraag deze coach
journey-coach-change = Verander wie er meegaat
journey-coach-end = Ga verder zonder { $name }
journey-shares = Je coach leest je leervraag.
journey-shares-not = Je coach leest je leervraag niet.
journey-share = Laat mijn coach de leervraag lezen
journey-share-stop = Deel de leervraag niet meer
journey-file = Neem je eigen woorden mee als bestand
journey-file-note = Alleen jouw eigen woorden staan erin. Wat anderen zeiden en wat bij een gesprek hoort, blijft hier.
journey-file-round = Gesprek { $n }, { $date }
journey-finish = Rond het traject af
journey-finish-help = Kijk eerst terug. Daarna blijft het traject staan om te lezen, en kun je een nieuw beginnen.
journey-list-title = Al mijn trajecten
journey-begin = Begin een nieuw traject
journey-begin-help = Je vorige traject is afgerond en blijft hier staan.
journey-count = { $count ->
        [0] Nog geen gesprekken.
        [one] Eén gesprek.
       *[other] { $count } gesprekken.
    }
journey-unnamed = Traject zonder leervraag

## The hand-over: from going with a coach to going on alone

handover-h = Samen en zelfstandig
handover-stage-with = Met coach
handover-stage-proposed = Afspreken
handover-stage-alone = Zelfstandig
handover-with-pro = Je coach { $name } gaat met je mee.
handover-with-coach = Je gaat mee met { $name }.
handover-mine-pro = Jij stelde voor om zelfstandig verder te gaan. Nu is { $name } aan het woord.
handover-mine-coach = Jij stelde voor dat { $name } zelfstandig verdergaat. Nu is { $name } aan het woord.
handover-theirs-pro = Je coach { $name } stelt voor dat je zelfstandig verdergaat. Wat vind jij?
handover-theirs-coach = { $name } wil zelfstandig verdergaan. Wat vind jij?
handover-alone-pro = Je gaat zelfstandig verder. { $name } blijft op afroep.
handover-alone-coach = { $name } gaat zelfstandig verder. Jij blijft op afroep.
handover-propose = Stel voor om zelfstandig verder te gaan
handover-agree = Ja, zo spreken we het af
handover-return-mine = Neem het voorstel terug
handover-return-theirs = Nog niet, ga eerst samen verder
handover-return-alone = Ga weer samen verder
handover-history = Hoe het ging
handover-did-proposed-professional = { $name } stelde op { $date } voor om zelfstandig verder te gaan.
handover-did-proposed-coach = { $name } stelde op { $date } voor om zelfstandig verder te gaan.
handover-did-independent = { $name } zei daar op { $date } ja op.
handover-did-with-coach = { $name } koos op { $date } om samen verder te gaan.

coaching-title = Trajecten
coaching-lead = Met deze mensen ga je mee.
coaching-none = Nog niemand vroeg je mee op een traject.
coaching-of = Traject van { $name }
coaching-sees = Je ziet hoe ver jullie zijn, en wat je al mocht zien. Meer niet.
coaching-no-question = De leervraag is niet met je gedeeld.
coaching-together = Gesprekken waarin jij meekijkt
coaching-together-none = Je kijkt nog niet mee in een gesprek van dit traject.

## The worksheet (werkblad)

sheet-title = Werkblad
sheet-lead = Jouw eigen blad bij dit gesprek. Alleen jij leest het.
sheet-step-1 = Kies een gesprek waar je nog aan denkt.
sheet-step-2 = Regel ieders ja, ook het tweede.
sheet-step-3 = Schrijf vooraf op wat je denkt te zien.
sheet-step-4 = Kijk één keer heel, één keer met raakmomenten.
sheet-step-5 = Vraag de cliënt hoe het was.
sheet-step-6 = Toon één stuk aan een collega.
sheet-step-7 = Kies één andere zin en probeer die uit.
sheet-field-1 = Gesprek en datum
sheet-field-2 = Mijn leervraag
sheet-field-3 = Wat ik verwachtte
sheet-field-4 = Wat ik zag en hoorde, met tijd
sheet-field-5 = Wat ik voelde en dacht
sheet-field-6 = De drie vragen
sheet-field-7 = Letterlijk van de cliënt
sheet-field-8 = Van mijn collega
sheet-field-9 = Mijn alternatief
sheet-field-10 = Wanneer, en waaraan ik het merk
sheet-save = Bewaar het werkblad
sheet-saved = Bewaard op { $date }
sheet-meanwhile = In een ander venster is dit blad ook veranderd. Hieronder staat wat je hier schreef. Bewaar je dit, dan geldt dit.

conversation-more = Meer bij dit gesprek
invalid-close-empty = Schrijf eerst op hoe je terugkijkt.
