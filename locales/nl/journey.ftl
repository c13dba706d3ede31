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
