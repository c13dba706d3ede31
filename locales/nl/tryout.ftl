## Trying out (uitproberen)

tryout-field-1 = Dit ga ik doen
tryout-field-2 = Wanneer en met wie
tryout-field-3 = Want ik denk dat …
tryout-field-4 = Ik merk dat het werkt aan …
tryout-field-5 = Wie kijkt mee?
tryout-after-pro-1 = Deed ik wat ik van plan was?
tryout-after-pro-2 = Wat gebeurde er toen?
tryout-after-pro-3 = Wat kostte het mij?
tryout-after-pro-4 = Wat zie je op de nieuwe opname?
tryout-after-coach-1 = Waar zie je de nieuwe zin of daad?
tryout-after-coach-2 = Wat doet de { label-other } direct erna?
tryout-after-coach-3 = Wat is nog oud patroon?
tryout-after-client-1 = Deed de ander iets anders dan de vorige keer?
tryout-after-client-2 = Hielp dat u?
tryout-after-client-step-1 = Nee
tryout-after-client-step-2 = Een beetje
tryout-after-client-step-3 = Ja
tryout-after-client-step-dontknow = Weet ik niet
tryout-verdict-keep = Houden
tryout-verdict-adapt = Bijstellen
tryout-verdict-drop = Loslaten
tryout-verdict-again = Nog eens proberen

## What came of it: focus, noise, result

outcome-step-1 = Niet
outcome-step-2 = Een beetje
outcome-step-3 = Redelijk veel
outcome-step-4 = Veel
outcome-step-5 = Heel veel
outcome-step-dontknow = Weet ik niet
outcome-pro-1 = Focus: hoeveel ging het over wat ertoe doet?
outcome-pro-2 = Ruis: hoeveel praatten we langs elkaar heen?
outcome-pro-3 = Resultaat: hoeveel kwamen we samen verder?
outcome-coach-1 = Focus: hoeveel bleef het bij de kern?
outcome-coach-2 = Ruis: hoeveel misverstand en inhouden zag je?
outcome-coach-3 = Resultaat: hoeveel beweging zag je bij beiden?
outcome-client-1 = Ging het over wat u belangrijk vindt?
outcome-client-2 = Begreep u elkaar verkeerd?
outcome-client-3 = Hebt u er iets aan?
outcome-client-step-1 = Niet
outcome-client-step-2 = Een beetje
outcome-client-step-3 = Half
outcome-client-step-4 = Veel
outcome-client-step-5 = Heel veel
outcome-client-step-dontknow = Weet ik niet

## On the pages of this room

tryout-title = Uitproberen
tryout-lead = Kies één ding om de volgende keer anders te doen. Klein is goed.
tryout-chosen = Gekozen om te proberen
tryout-choose-h = Wat er is bedacht
tryout-choose = Dit ga ik proberen
tryout-chooser = { $who } kiest wat er wordt geprobeerd.
tryout-none = Er is nog niets bedacht. Kijk samen, en bedenk wat er ook had gekund.
tryout-plan-title = Zo ga ik het doen
tryout-plan-save = Leg het vast
tryout-state-planned = gekozen
tryout-state-tried = geprobeerd
tryout-state-judged = met een oordeel
tryout-moment = Bekijk het moment
tryout-card = Zakkaartje
tryout-card-help = Dit kaartje past op je telefoon. Je kunt het ook afdrukken.
tryout-card-print = Druk af
tryout-step-idea = Het idee
tryout-step-plan = Het plan
tryout-step-next = Het volgende gesprek
tryout-step-told = Wat er gebeurde
tryout-step-verdict = Het oordeel
tryout-next-none = Zet eerst het volgende gesprek klaar. Een opname hoeft niet.
tryout-next-new = Zet een gesprek klaar
tryout-next-which = In welk gesprek probeer je het?
tryout-next-save = Dit gesprek
tryout-next-waits = Het volgende gesprek is nog niet gekozen.
tryout-told-none = Nog niemand vertelde wat er gebeurde.
tryout-tell = Vertel wat er gebeurde
tryout-tell-again = Vul het aan
tryout-tell-title = Hoe ging het?
tryout-tell-lead = Over het gesprek van { $date }.
tryout-tell-save = Bewaar
tryout-tell-none = Er is nu niets om te vertellen. Dat komt na het volgende gesprek.
tryout-tell-done = Verteld. Veranderen mag nog.
tryout-after-client-more = Wilt u er iets over zeggen?
tryout-verdict-q = Wat doe je ermee?
tryout-verdict-note = Wil je er iets bij zeggen?
tryout-verdict-give = Geef je oordeel
tryout-verdict-change = Verander je oordeel
tryout-verdict-save = Bewaar het oordeel
tryout-verdict-later = Komt als je vertelde wat er gebeurde.

rating-title = Hoe was dit gesprek?
rating-lead = Ieder zegt het voor zich. Er komt geen cijfer uit.
rating-save = Bewaar
rating-saved = Bewaard. Veranderen mag nog.
outcome-focus = Focus
outcome-noise = Ruis
outcome-result = Resultaat
outcome-none = nog niet gezegd

invalid-choice = Kies een antwoord.
invalid-doing-empty = Schrijf op wat je gaat doen.
invalid-noticing-empty = Schrijf op waaraan je het merkt.
invalid-next = Kies een gesprek op of na de dag van dit gesprek.
invalid-telling-empty = Schrijf bij één vraag iets op.
