## The page of papers

papers-title = Papieren
papers-lead = Om af te drukken en op tafel te leggen. Kies de taal. Er staat nog niets op van iemand.
papers-kinds = Voor welk gesprek?
papers-between = Op tafel, tussen twee mensen
papers-work = Voor het werk
papers-consent = Het toestemmingsformulier
papers-consent-what = Dat maak je bij het gesprek zelf, onder Toestemming. Er staan een eigen link en code op, en de tekst zoals die dan geldt.
papers-filled = Ingevuld
papers-filled-what = Wat je schreef, neem je mee vanaf de pagina waar het staat. Dat kan met het werkblad, de gedeelde lezing, het plan, het zakkaartje en je traject.
papers-get = Op papier (PDF)
papers-get-guide = De vragen op papier (PDF)
papers-get-leaflet = Deze folder op papier (PDF)
papers-get-cards = De kaarten op papier, om uit te knippen (PDF)
papers-get-blank = Leeg op papier, om met de hand in te vullen (PDF)

papers-name-consent = Toestemmingsformulier
papers-name-guide-client = Kijken naar uw gesprek
papers-name-guide-professional = Kijkwijzer voor de { label-professional }
papers-name-guide-coach = Kijkwijzer voor de coach
papers-name-evaluation-client = Hoe was het voor u?
papers-name-evaluation-professional = Procesevaluatie voor de { label-professional }
papers-name-worksheet = Werkblad
papers-name-interview = Leidraad voor het interview
papers-name-reading = Gedeelde lezing
papers-name-plan = Uitproberen: plan en wat ervan kwam
papers-name-pocket = Zakkaartje
papers-name-journey = Mijn traject

papers-what-leaflet = De folder. Geef hem mee voordat je iets vraagt, of lees hem voor.
papers-what-guide-client = De Kijkwijzer voor de { label-other }, om op papier mee te kijken, in grote letters.
papers-what-cards = Zestien kaarten om uit te knippen, voor een gesprek met z'n tweeën.
papers-what-evaluation-client = Acht zinnen en drie vragen, na afloop. Zonder naam.
papers-what-guide-professional = Waar je op let, de raakmomenten en de drie vragen, met ruimte om te schrijven.
papers-what-guide-coach = Dezelfde vragen, met wat een coach zich afvraagt.
papers-what-worksheet = Zeven stappen en tien vakken voor een ronde, met of zonder coach.
papers-what-interview = Wat de coach zegt en vraagt, met ruimte voor letterlijke woorden.
papers-what-reading = Voor aan tafel: hoe het kan lopen, en wat jullie samen lezen.
papers-what-plan = Eén ding om de volgende keer anders te doen, en hoe het ging.
papers-what-pocket = Vier kaartjes om uit te knippen en bij je te hebben.
papers-what-journey = De weg van begin tot terugkijken, op een paar bladen.
papers-what-evaluation-professional = Twaalf zinnen en drie vragen over het hele proces. Zonder naam.

## On the papers themselves

papers-guide-about = Gesprek en datum
papers-moment-time = Tijd
papers-moment-kind = Wat
papers-moment-note = Wat zie en hoor je?
papers-moment-client-time = Tijd
papers-moment-client-kind = Welk woord?
papers-moment-client-note = Wilt u er iets bij zeggen?
papers-written = Wanneer en met wie
papers-notes = Ruimte om op te schrijven
papers-cards-cut = Knip de kaarten uit op de streepjes. Vouw ze dubbel op de lijn.
papers-pocket-cut = Knip uit op de streepjes.
papers-reading-moment = Een moment
papers-plan-after = Daarna, de { $who }

## The process evaluation

eval-pro-intro = Zet per zin één kruis. Zet er geen naam op, ook niet die van een ander.
eval-pro-statement = In dit proces
eval-pro-step-1 = Helemaal niet
eval-pro-step-2 = Een beetje
eval-pro-step-3 = Half om half
eval-pro-step-4 = Grotendeels
eval-pro-step-5 = Helemaal
eval-pro-step-6 = Niet van toepassing
eval-pro-1 = Ik wist waar ik aan begon.
eval-pro-2 = Ik voelde me vrij om nee te zeggen.
eval-pro-3 = Ik durfde te laten zien hoe ik echt werk.
eval-pro-4 = De camera veranderde weinig.
eval-pro-5 = Ik zag iets terug wat ik niet meer wist.
eval-pro-6 = De { label-other } gaf mij nieuw inzicht.
eval-pro-7 = De coach gaf mij nieuw inzicht.
eval-pro-8 = Collega's gaven mij nieuw inzicht.
eval-pro-9 = Van mening verschillen was veilig.
eval-pro-10 = Mijn gesprekken zijn merkbaar anders.
eval-pro-11 = Ik kan nu zonder coach verder.
eval-pro-12 = Mijn organisatie leert ervan.
eval-pro-open-1 = Welk moment bleef hangen?
eval-pro-open-2 = Wat maakte het lastig?
eval-pro-open-3 = Wat raad je een collega aan?
eval-pro-end = Dank je wel. Geef dit blad aan wie het vroeg, of doe het in de bus die daarvoor staat.
eval-client-intro = U deed mee. Hoe was dat? Zet per zin één kruis. Zet er geen naam op.
eval-client-statement = Klopt dit?
eval-client-step-1 = Nee
eval-client-step-2 = Een beetje
eval-client-step-3 = Ja
eval-client-step-4 = Weet ik niet
eval-client-1 = Ik snapte wat er ging gebeuren.
eval-client-2 = Ik kon vrij kiezen.
eval-client-3 = Ik was op mijn gemak met de camera.
eval-client-4 = Het was goed om terug te kijken.
eval-client-5 = Ik kon zeggen wat ik vond.
eval-client-6 = Er werd goed naar mij geluisterd.
eval-client-7 = Mijn gesprekken zijn nu beter.
eval-client-8 = Ik zou weer meedoen.
eval-client-open-1 = Wat was fijn?
eval-client-open-2 = Wat was niet fijn?
eval-client-open-3 = Wat moeten wij anders doen?
eval-client-end = Dank u wel. Niemand weet dat dit uw blad is. Wat u hier zegt, verandert niets voor u.
