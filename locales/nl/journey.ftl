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
