## One conversation and its path of six steps

conversation-with = Gesprek met { $name }
conversation-of = Gesprek van { $date }
conversation-path = De weg van dit gesprek
conversation-coach = Een coach erbij
conversation-coach-act = Nodig uit
conversation-new-title = Nieuw gesprek
conversation-new-lead =
    { $kind ->
        [manager-professional] Alleen de dag, met wie, en wie er meekijkt. De medewerker zegt zelf ja of nee, op een eigen plek. Een nee heeft geen gevolg.
        [between-managers] Alleen de dag, met wie, en wie er meekijkt. Je collega zegt zelf ja of nee, op een eigen plek. Een nee heeft geen gevolg.
       *[client-professional] Alleen de dag en wie er meekijkt. De cliënt kiest straks zelf een schuilnaam.
    }
conversation-new-day = Wanneer is het gesprek?
conversation-new-coach = Welke coach kijkt mee?
conversation-new-coach-help = Jij kiest. De coach ziet pas iets na het tweede ja.
conversation-new-coach-later = Kies ik later
conversation-new-act = Zet klaar
conversation-new-kind = Wat voor gesprek is het?
conversation-kind-client-professional = Met een cliënt
conversation-kind-manager-professional = Met een medewerker
conversation-kind-between-managers = Met een leidinggevende
conversation-new-across = Met wie is het gesprek?
conversation-new-across-help =
    { $kind ->
        [manager-professional] Medewerkers uit je eigen team.
        [between-managers] Leidinggevenden van je organisatie.
       *[client-professional] De cliënt.
    }
conversation-new-across-choose = Kies iemand
invalid-across = Kies iemand uit de lijst.
invalid-coach-across = Wie aan het gesprek meedoet, kan niet ook de coach zijn.
invalid-date = Kies een dag, zoals 31-03-2027.
invalid-coach = Kies een coach uit de lijst.
invalid-coach-taken = Er kijkt al een coach mee.

step-consent = Toestemming
step-recording = Opnemen
step-looking = Kijken
step-dialogue = Samen kijken
step-tryout = Uitproberen
step-onward = Verder

standing-done = klaar
standing-now = nu
standing-waiting = wacht
standing-later = later
standing-closed = gestopt

path-closed = De toestemming is gestopt. Alles is gewist.
path-consent-waits = Wacht op het ja van { $who }.
path-consent-done = Iedereen in beeld zei ja.
path-recording-later = Kan pas als iedereen in beeld ja zei.
path-recording-now = Er kan worden opgenomen.
path-recording-refused = Het vorige bestand was geen opname. Probeer het opnieuw.
path-recording-arriving = De opname komt binnen.
path-recording-working = De opname wordt klaargezet om te kijken.
path-recording-cutting = Er wordt een stuk uit de opname gehaald.
path-recording-done = De opname staat klaar.
path-second-waits = { $days ->
        [0] Wacht op het tweede ja van { $who }.
        [one] Wacht op het tweede ja van { $who }, nog 1 dag.
       *[other] Wacht op het tweede ja van { $who }, nog { $days } dagen.
    }
path-looking-later = Kan als de opname klaarstaat.
path-looking-second = De coach kijkt pas na het tweede ja.
path-looking-now = Kijk het gesprek terug, ieder op zichzelf.
path-looking-open = Je kijkronde is begonnen en nog niet afgerond.
path-looking-waits = Je kijkronde is klaar. { $who } kijkt nog.
path-looking-done = Iedereen heeft gekeken.
path-dialogue-later = Opent als je eigen kijkronde klaar is en die van minstens één ander.
path-dialogue-now = De kijkrondes liggen naast elkaar.
path-dialogue-begun = Jullie lezen samen. Er kan nog meer bij.
path-dialogue-done = Jullie lazen het gesprek samen.
path-tryout-later = Komt na het samen kijken.
path-tryout-now = Kies één ding om anders te doen.
path-tryout-planned = Er is iets om uit te proberen. Vertel erna wat er gebeurde.
path-tryout-done = Uitgeprobeerd, met een oordeel.
path-onward-now = Deze ronde is rond. Zie je hele traject.
path-onward-later = Komt als er iets is uitgeprobeerd.

act-consent = Regel toestemming
act-consent-done = Zie de afspraken
act-own-consent = Kies zelf ja of nee
act-second = Geef het tweede ja
act-recording = Neem op
act-recording-done = Bekijk de opname
act-looking = Kijk
act-looking-done = Zie je kijkronde
act-dialogue = Kijk samen
act-dialogue-done = Lees de gedeelde lezing
act-tryout = Ga naar uitproberen
act-tryout-done = Zie wat het opleverde
act-onward = Zie je traject
conversation-coach-end = { $name } niet meer laten meekijken
conversation-coach-end-open = { $name } kan dan nergens meer bij. Wat { $name } opschreef, wordt gewist. Je kunt daarna iemand anders vragen.
conversation-coach-end-sealed = { $name } kan dan nergens meer bij. De kijkronde van { $name } ligt al op tafel en blijft liggen.
conversation-coach-end-act = Stop het meekijken van { $name }
