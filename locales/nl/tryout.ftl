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
