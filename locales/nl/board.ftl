## The learning board

board-title = Leerbord
board-lead = Dilemma's en lessen van collega's, in een paar zinnen en zonder namen.
board-new = Schrijf iets
board-guards = Jij bewaakt dit bord. Staat ergens een naam in, haal het stukje dan weg.
board-search = Zoek
board-what = Wat is het?
board-any = Dilemma's en lessen
board-kind-dilemma = Dilemma
board-kind-lesson = Les
board-kinds-dilemma = Dilemma's
board-kinds-lesson = Lessen
board-none = Er hangt nog niets. Schrijf als eerste wat je bezighoudt, of wat je leerde.
board-by = { $name }, { $month }
board-by-nobody = Zonder naam, { $month }
board-about-alternative = Over een zin die in de organisatie gedeeld is
board-same = Meer over deze zin
board-recognise = Herken ik
board-recognise-back = Herkend – neem terug
board-recognised = { $count ->
    [one] 1 persoon herkent dit
   *[other] { $count } mensen herkennen dit
}
board-open = Lees en reageer
board-answers = { $count ->
    [one] 1 reactie
   *[other] { $count } reacties
}
board-flagged = Gemeld
board-taken = Weggehaald door wie het bord bewaakt: { $why }.
board-taken-away = Haal deze regel weg
board-taken-name = er stond een naam in
board-taken-recognisable = iemand is erin te herkennen
board-taken-hurts = het kwetst iemand
board-months-h = Per maand, voor in het team
board-months-help = Elke maand op één bladzijde, om samen te bespreken of af te drukken.

## Writing

board-new-title = Schrijf op het leerbord
board-change-title = Verander dit stukje
board-new-lead = Iedereen in de organisatie die met gesprekken werkt, leest dit. Schrijf zonder namen en zonder iets waaraan je een cliënt of collega herkent.
board-text = Jouw dilemma of les
board-text-help = Een paar zinnen, hooguit { $most } tekens.
board-about-help = Waar gaat het over? Kies er minstens één.
board-no-question = Geen vraag
board-no-kind = Geen raakmoment
board-named-yes = Ja, met mijn naam
board-named-yes-help = Het hangt er meteen. Je kunt het later veranderen of weghalen.
board-named-no = Nee, zonder naam
board-named-no-help = Niemand kan nagaan wie het schreef, ook de beheerder niet. Het hangt er vanaf een maandag, samen met andere stukjes.
board-how = Hoe blijft dat geheim?
board-how-1 = Nergens staat wie het schreef. Er staat geen tijd bij, alleen een maand.
board-how-2 = Stukjes zonder naam wachten op elkaar. Op maandag komen ze tegelijk op het bord, als er genoeg mensen zijn geweest.
board-how-3 = Je krijgt een geheim woord. Alleen daarmee kun je het stukje terugnemen.
board-how-4 = Let op je eigen stijl. Wie je kent, herkent soms hoe je schrijft.
board-hang = Hang op
board-keep = Bewaar
board-remove = Haal weg
invalid-board-empty = Er staat nog niets. Schrijf een paar zinnen.
invalid-board-long = Dit is te lang. Het staat hier nog; maak het korter.
invalid-board-about = Kies een vraag of een raakmoment.
invalid-board-often = Je schreef vandaag al veel. Morgen kun je verder. Wat je typte, staat hier nog.
invalid-board-full = Er wachten al veel stukjes. Probeer het na maandag nog eens. Wat je typte, staat hier nog.
invalid-board-crowd = Jullie zijn met te weinig mensen om zonder naam te schrijven. Dan is toch te raden wie het was.
invalid-board-word = Bij dit woord hoort geen stukje. Kijk of je het goed overnam.

## The secret word

board-word-title = Je stukje wacht op de andere
board-word-lead = Vanaf een maandag hangt het op het bord, samen met andere stukjes zonder naam.
board-word-h = Je geheime woord
board-word-help = Schrijf dit woord op. Je ziet het alleen nu. Alleen met dit woord kun je het stukje terugnemen, en niemand kan het voor je opzoeken.
board-to-board = Naar het leerbord
board-withdraw-title = Neem een stukje zonder naam terug
board-withdraw-lead = Typ het geheime woord dat je kreeg toen je het schreef.
board-withdraw = Neem terug
board-withdraw-help = Je hoeft hiervoor niet in te loggen. Zo is ook nu niet te zien wie je bent.
board-withdrawn = Het stukje is weg, met alle reacties.
board-withdrawn-taken = Dit stukje was al weggehaald: { $why }. Nu is er niets meer van over.

## Answering, and guarding

board-answers-h = Reacties
board-answers-none = Nog niemand reageerde.
board-answer-by = { $name }, { $date }
board-react-text = Jouw reactie
board-react-help = Kort en zonder namen, hooguit { $most } tekens. Je eigen naam staat erbij.
board-react = Plaats
board-flag = Meld het
board-flag-help = Staat er toch een naam in, of herken je iemand?
board-flagged-title = Dank je, het is gemeld
board-flagged-lead = De privacy officer kijkt ernaar. Niemand ziet wie het meldde.
board-back = Terug naar het stukje
board-judge-h = Bewaken
board-judge-help = Haal het weg als er een naam in staat of als iemand te herkennen is. Dat komt met de reden in het logboek.
board-why = Waarom?
board-take-away = Haal weg
board-no-name = Hier is niets mis mee

## A month

board-month-title = Leerbord van { $month }
board-month-lead = Om samen te bespreken. Kies er een of twee; alles hoeft niet.
board-month-going = Deze maand is nog bezig.
board-month-none = In deze maand hing er niets op het bord.
board-month-print = Druk af
board-talk-h = Om over te praten
board-talk-1 = Wat herken je hiervan in je eigen gesprekken?
board-talk-2 = Wat zou jij doen, en wat heb je daarvoor nodig?
board-talk-3 = Wat proberen we deze maand anders?
board-mail-h = Mail per maand
board-mail-none = Deze installatie stuurt geen mail. Je vindt elke maand hier.
board-mail-on = Je krijgt een mail als een maand klaarstaat. Er staat niets in van wat er op het bord hangt.
board-mail-off = Je krijgt geen mail als een maand klaarstaat.
board-mail-start = Stuur mij elke maand een mail
board-mail-stop = Stuur mij geen mail meer
board-letter-subject = Het leerbord van { $month } staat klaar
board-letter-text = Er staat een maand van het leerbord klaar om in het team te bespreken: { $month }.
board-letter-why = Je krijgt deze mail omdat je erom vroeg. Op het leerbord kun je dat weer uitzetten.
