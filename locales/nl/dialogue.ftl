## Talking it through (samen kijken)

dialogue-agenda-1 = Wat wil ieder weten? (5 min)
dialogue-agenda-2 = Waar zien we hetzelfde? (10)
dialogue-agenda-3 = Waar verschillen we? Kies er twee. (20)
dialogue-agenda-4 = Wat lezen we samen? (10)
dialogue-agenda-5 = Wat kan anders? (10)
dialogue-agenda-6 = Wat neemt ieder mee? (5)
dialogue-phrase-1 = Ik zie …, ik hoor …
dialogue-phrase-2 = Bij mij kwam op …
dialogue-phrase-3 = Laat zien waar.
dialogue-phrase-4 = Wat zie jij dat ik niet zie?
dialogue-phrase-5 = Ik zag het anders. Vertel eens.
dialogue-phrase-6 = Nog eens, zonder geluid?
dialogue-phrase-7 = Dat wist ik niet van je.
dialogue-rule-1 = Eerst spreekt wie in beeld is.
dialogue-rule-2 = Zeg wat je ziet, met tijd.
dialogue-rule-3 = Praat vanuit 'ik'.
dialogue-rule-4 = Noem ook wat werkte.
dialogue-rule-5 = Vraag of iemand je reactie wil.
dialogue-rule-6 = Geen raad, tenzij gevraagd.
dialogue-rule-7 = Wat hier klinkt, blijft hier.
dialogue-rule-8 = Stop is stop.

## A session of looking together

together-title = Samen kijken
together-offer = Samen op hetzelfde moment kijken? Aan één tafel of ieder op een eigen scherm.
together-begin = Begin samen
together-open = { $who } is begonnen. Meekijken kan nu.
together-join = Doe mee
together-people = Wie is erbij?
together-me = (dit scherm)
together-leads = leidt
together-here = is erbij
together-at-table = zit aan tafel
together-away = is even weg
together-not-here = is er niet
together-hand = Geef de leiding
together-sit = Zit hier aan tafel
together-rise = Is weggegaan
together-follow = { $who } leidt. Het beeld loopt bij iedereen gelijk.
together-leader-away = Wie leidt is even weg. Iemand anders kan de leiding nemen.
together-lead = Neem de leiding
together-agenda = Waar praten we over?
together-previous = Vorige
together-next = Volgende
together-next-part = Ga naar: { $part }
together-up = Eerder
together-down = Later
together-skip = Sla over
together-unskip = Toch wel
together-skipped = slaan we over
together-seen-all = Iedereen merkte iets
together-seen-some = Niet iedereen merkte iets
together-seen-one = Eén van jullie merkte iets
together-because-near = De antwoorden liggen dicht bij elkaar
together-because-apart = De antwoorden liggen uit elkaar
together-because-unknown = Iemand weet het niet
together-help-1 = Ga de kring rond. Ieder zegt één ding dat hij wil weten. Luister, en los nog niets op.
together-help-2 = Kies een moment of een vraag. Vertel elkaar wat je zag en hoorde.
together-help-3 = Kies er twee. Wie het zag, wijst het aan. De ander vraagt door.
together-help-4 = Schrijf samen op wat jullie lezen. Verschillend blijven zien is ook een antwoord.
together-help-5 = Kies een moment. Wat had daar ook gezegd of gedaan kunnen worden?
together-help-6 = Ieder zegt één ding dat blijft hangen. Opschrijven mag.
together-takeaway = Wat blijft hangen?
together-takeaway-help = Eén of twee zinnen. De anderen aan tafel lezen ze ook.
together-takeaway-save = Bewaar dit
together-close = Leg terug
together-words = Lees wat erbij staat
together-kept = Nog niet bewaard
together-kept-help = Het gesprek ging verder. Deze tekst staat er nog. Bewaren kan gewoon.
together-room = Toon groot voor de kamer
together-own-screen = Terug naar het gewone scherm
together-full = Hele scherm
together-keys = Toetsen
together-key-space = spatie
together-keys-play = speelt af
together-keys-next = volgende, vorige
together-keys-part = deel
together-end = Sluit het samen kijken af
together-film = Kijk mee
together-pointer = { $who } wijst hier
together-lost = Er is even geen verbinding. Praat rustig door. Alle tekst blijft staan.
together-not-sent = Dit kwam nog niet aan. De tekst staat er nog. Probeer het zo weer.
together-closed-h = Het scherm is dicht
together-closed-ended = Het samen kijken is klaar. Wat jullie opschreven, is bewaard.
together-closed-removed = U doet hier niet meer mee. Daarom is alles op dit scherm dicht.
together-to-home = Naar het begin
together-to-summary = Wat kwam eruit?

summary-title = Wat we samen zagen
summary-held = Gesprek van { $date }
summary-sitting = Samen gekeken op { $date }:
summary-goes-on = (nog bezig)
summary-on = Ga verder
summary-to-table = Alles naast elkaar
summary-readings = Dit lezen we samen
summary-none = Hier staat nog niets.
summary-differences = Hier kijken we nog verschillend
summary-differences-help = Niemand heeft gelijk. Het is stof om over te praten.
summary-marked-nothing = merkte niets aan
summary-others = Wat kan anders?
summary-take = Dit nemen we mee
summary-chosen = Dit proberen we uit

invalid-takeaway-empty = Schrijf hier iets op.

## The shared reading (gedeelde lezing)

reading-field-1 = Moment of vraag
reading-field-2 = Dit zagen we alle drie
reading-field-3 = { label-other-first } leest
reading-field-4 = { label-professional-first } leest
reading-field-5 = Coach leest
reading-field-6 = Onze gedeelde lezing
reading-field-7 = Wat we nog niet weten
reading-differ = We zien dit nog verschillend
reading-differ-help = Dat mag zo blijven. Schrijf op waar het verschil zit.

## Another way to act (handelingsalternatief)

alternative-field-1 = Bij welk moment?
alternative-field-2 = Wat wil ik bereiken?
alternative-field-3 = Wat zeg of doe ik?
alternative-field-4 = Wat vraagt dit van mij?
alternative-field-5 = Van wie is het idee?

# Twenty examples, each for a moment kind and a lead question.

# frustration, auth
alternative-example-1-intention = boosheid erkennen
alternative-example-1-words = "U bent hier klaar mee, hoor ik. Vertel."
# frustration, goal
alternative-example-2-intention = eerst wat knelt
alternative-example-2-words = "Wat moet vandaag als eerste opgelost?"
# frustration, fit
alternative-example-3-intention = eigen aandeel nemen
alternative-example-3-words = "Wij vroegen dit drie keer. Dat klopt niet. Sorry."
# resistance, auth
alternative-example-4-intention = nee veilig maken
alternative-example-4-words = "U mag het ook gewoon geen goed plan vinden."
# resistance, goal
alternative-example-5-intention = belang achter het nee
alternative-example-5-words = "Wat wilt u hiermee voorkomen?"
# resistance, fit
alternative-example-6-intention = keuze teruggeven
alternative-example-6-words = "Dat het moet, is de wet. Hoe, dat kiest u."
# disengaging, auth
alternative-example-7-intention = benoemen
alternative-example-7-words = "Ik ben u even kwijt. Deed ik iets?"
# disengaging, goal
alternative-example-8-intention = agenda omdraaien
alternative-example-8-words = "Waar had u het liever over gehad?"
# disengaging, fit
alternative-example-9-intention = tempo omlaag
alternative-example-9-words = [pen neer, vijf tellen] "Te veel tegelijk?"
# rigidity, auth
alternative-example-10-intention = zelf eerst echt zijn
alternative-example-10-words = "Ik merk dat ik het ook spannend vind."
# rigidity, goal
alternative-example-11-intention = formulier opzij
alternative-example-11-words = "Het lijstje komt later. Hoe gaat het met u?"
# rigidity, fit
alternative-example-12-intention = kleiner maken
alternative-example-12-words = "Wat zou al een klein beetje schelen?"
# stagnation, auth
alternative-example-13-intention = rondjes benoemen
alternative-example-13-words = "We zijn hier weer. Wat zeggen we niet?"
# stagnation, goal
alternative-example-14-intention = doel opnieuw vragen
alternative-example-14-words = "Wanneer was dit voor u een goed gesprek?"
# stagnation, fit
alternative-example-15-intention = kennis ophalen
alternative-example-15-words = "Wat hielp eerder, al was het maar even?"
# flow, goal
alternative-example-16-intention = vasthouden
alternative-example-16-words = "Dit is uw plan. Schrijf ik het zo op?"
# flow, fit
alternative-example-17-intention = ruimte laten
alternative-example-17-words = [niets toevoegen] "En dan?"
# spontaneity, auth
alternative-example-18-intention = stilstaan
alternative-example-18-words = "Daar lichtte u van op. Wat is dat?"
# spontaneity, fit
alternative-example-19-intention = kracht verbinden
alternative-example-19-words = "U regelt dat voor uw moeder. Hoe doet u dat?"
# other, auth
alternative-example-20-intention = vragen, niet raden
alternative-example-20-words = "Ik vul het niet in. Wat gebeurt er bij u?"

## On the pages of this room

dialogue-title = Samen kijken
dialogue-lead = Jullie keken ieder apart. Nu ligt alles naast elkaar. Waar het verschilt, valt iets te leren.
dialogue-waits = { $count ->
        [one] { $who } kijkt nog. Zodra die klaar is, komt die kijkronde erbij.
       *[other] { $who } kijken nog. Wie klaar is, komt er vanzelf bij.
    }
dialogue-lanes = Jullie raakmomenten op één lijn
dialogue-list = Alle raakmomenten op een rij
dialogue-places = Waar iets raakte
dialogue-places-none = Niemand merkte een moment aan. De vragen liggen wel naast elkaar.
dialogue-alike-h = Hier zagen jullie hetzelfde
dialogue-alike-help = Wat maakte dat jullie het allemaal merkten?
dialogue-differently-h = Hier keken jullie verschillend
dialogue-differently-help = Niemand heeft gelijk. Wat zag de één dat de ander niet zag?
dialogue-one-h = Dit zag één van jullie
dialogue-one-help = Dat telt net zo zwaar. Laat de ander zien waar.
dialogue-moment = { $kind }, { $time }
dialogue-place = Moment op { $time }
dialogue-open = Praat hierover
dialogue-read = samen gelezen
dialogue-read-together = Lees dit samen
dialogue-read-on = Lees verder
dialogue-questions = Drie vragen, naast elkaar
dialogue-lie-near = Jullie antwoorden liggen dicht bij elkaar. Bedoelen jullie ook hetzelfde?
dialogue-lie-apart = Hier keken jullie verschillend. Laat elkaar zien waar.
dialogue-lie-unknown = Iemand weet het niet. Ook dat is een antwoord.
dialogue-additions = Later toegevoegd
dialogue-saw-nothing = Merkte hier niets aan.
dialogue-asks = Om over te praten
dialogue-aids = Hulp bij het gesprek
dialogue-agenda-h = Zo kan het lopen
dialogue-phrase-h = Zinnen die helpen
dialogue-rule-h = Afspraken
dialogue-to-tryout = Ga naar uitproberen
dialogue-play = Speel af
dialogue-no-film = De opname is hier nu niet te zien.

reading-by = Geschreven door { $who }, { $date }.
reading-there = Erbij: { $who }.
reading-earlier = { $count ->
        [one] Wat hier eerder stond
       *[other] Wat hier eerder stond ({ $count } keer)
    }
reading-none = Hier staat nog niets. Schrijf samen op wat jullie lezen.
reading-write = Schrijf samen
reading-change = Schrijf verder
reading-ours = Wat lezen jullie hier samen?
reading-save = Bewaar de lezing
reading-theirs = Dit staat er nu
reading-mine = Dit schreef jij. Kies samen wat blijft.

alternative-h = Wat had hier ook gekund?
alternative-none = Nog niets bedacht.
alternative-write = Bedenk iets anders
alternative-save = Bewaar dit idee
alternative-idea = Idee van
alternative-examples = Voorbeelden
alternative-take = Neem over

invalid-reading-empty = Schrijf iets op, of kies dat jullie het nog verschillend zien.
invalid-intention-empty = Schrijf op wat je ermee wilt bereiken.
invalid-words-empty = Schrijf op wat je zegt of doet.

## Planning to look together

plan-title = Plan het samen kijken
plan-lead = Kies een dag en een tijd. Er komt een bestand voor je agenda, zonder iets over het gesprek.
plan-day = Dag
plan-time = Tijd
plan-minutes = Hoe lang, in minuten
plan-act = Zet de tijd vast
plan-change = Kies een andere tijd
plan-now = Gepland op { $date }, om { $time }, { $minutes } minuten.
plan-cancelled = De afspraak van { $date } is afgezegd.
plan-none = Er is nog geen tijd gekozen.
plan-file = Zet in de agenda
plan-file-cancelled = Haal uit de agenda
plan-call-off = Zeg af
plan-link = Plan een tijd
plan-file-summary = Samen kijken
invalid-plan-time = Kies een tijd die nog komt, binnen een jaar.
invalid-plan-minutes = Kies een duur tussen 15 en 240 minuten.
