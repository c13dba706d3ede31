## The viewing guide (Kijkwijzer)

guide-intro = Kijk eerst zonder te stoppen. Kijk dan opnieuw en merk aan wat je raakt. Schrijf op wat je ziet en hoort, en dan pas wat je denkt. Je zoekt geen fouten.
guide-because = Waaraan zie je dat? Koppel een raakmoment.
guide-dontknow = Weet ik niet
guide-client-intro = U kijkt naar uw gesprek. Goed of fout bestaat hier niet. Raakt iets u? Druk dan op een knop. U mag altijd stoppen.
guide-client-because = Waar in de video merkt u dat?

# Echtheid
guide-auth-q = Zeiden we wat we echt dachten, of wat hoorde?
guide-auth-see-1 = Antwoorden die snel of netjes komen.
guide-auth-see-2 = Woorden die niet passen bij gezicht of stem.
guide-auth-see-3 = Wat wordt ingeslikt: een zucht, een halve zin.
guide-auth-see-4 = 'Ja' zonder iets concreets erna.
guide-auth-see-5 = Regeltaal juist als het spannend wordt.
guide-auth-pro-1 = Wat dacht ik hier en zei ik niet?
guide-auth-pro-2 = Wat wilde ik liever niet horen?
guide-auth-pro-3 = Wat maakte eerlijk zijn lastig?
guide-auth-coach-1 = Welke zin lijkt bedoeld om het goed te doen?
guide-auth-coach-2 = Wie neemt risico, en wat doet de ander ermee?
guide-auth-coach-3 = Wat vraag je de { label-other }, zonder in te vullen?
guide-auth-step-1 = Vooral wat hoorde
guide-auth-step-2 = Iets meer wat hoorde
guide-auth-step-3 = Van allebei
guide-auth-step-4 = Iets meer wat we dachten
guide-auth-step-5 = Vooral wat we dachten
guide-auth-client-q = Zei u wat u echt dacht?
guide-auth-client-see-1 = Waar voelde u zich vrij?
guide-auth-client-see-2 = Waar hield u iets in?
guide-auth-client-see-3 = Zei u ja, maar dacht u nee?
guide-auth-client-see-4 = Was de ander eerlijk?
guide-auth-client-1 = Wat wilde u nog zeggen?
guide-auth-client-2 = Waardoor zei u het niet?
guide-auth-client-3 = Wat had u geholpen?
guide-auth-client-step-1 = Ik hield bijna alles in
guide-auth-client-step-2 = Ik hield veel in
guide-auth-client-step-3 = Soms wel, soms niet
guide-auth-client-step-4 = Ik zei veel van wat ik dacht
guide-auth-client-step-5 = Ik zei wat ik echt dacht

# Gezamenlijk doel
guide-goal-q = Wilden we hetzelfde bereiken, en wisten we dat van elkaar?
guide-goal-see-1 = Wie bepaalt waar het over gaat.
guide-goal-see-2 = Het woord 'we': wie hoort daar echt bij?
guide-goal-see-3 = Het doel dat is gezegd, en dat achter de vragen.
guide-goal-see-4 = Wat de { label-other } vaker noemt en niemand oppakt.
guide-goal-see-5 = Van wie de afspraken zijn, en in wiens woorden.
guide-goal-pro-1 = Wat was mijn doel, en zei ik het hardop?
guide-goal-pro-2 = Wat wilde de ander mee naar huis nemen?
guide-goal-pro-3 = Welk doel van de organisatie zat mee aan tafel?
guide-goal-coach-1 = Hoe zou ieder het doel in één zin zeggen?
guide-goal-coach-2 = Waar verschuift het doel, en door wie?
guide-goal-coach-3 = Wat blijft liggen dat voor de { label-other } telt?
guide-goal-step-1 = Ieder een eigen doel
guide-goal-step-2 = Weinig gedeeld
guide-goal-step-3 = Deels gedeeld
guide-goal-step-4 = Grotendeels gedeeld
guide-goal-step-5 = Eén doel van ons samen
guide-goal-client-q = Wilden u en de ander hetzelfde?
guide-goal-client-see-1 = Waarvoor kwam u?
guide-goal-client-see-2 = Ging het daar ook over?
guide-goal-client-see-3 = Wie koos waar het over ging?
guide-goal-client-see-4 = Past de afspraak bij wat u wilt?
guide-goal-client-1 = Wat hoopte u?
guide-goal-client-2 = Wat wilde de ander, denkt u?
guide-goal-client-3 = Wat bleef liggen?
guide-goal-client-step-1 = Iets heel anders
guide-goal-client-step-2 = Vooral iets anders
guide-goal-client-step-3 = Deels hetzelfde
guide-goal-client-step-4 = Bijna hetzelfde
guide-goal-client-step-5 = Helemaal hetzelfde

# Passende aanpak (interventielogica)
guide-fit-q = Past mijn idee van wat helpt bij hoe de { label-other } zichzelf en de situatie ziet?
guide-fit-see-1 = Wat de { label-professional } inzet: aansporen, steunen, regelen, oefenen, samen zoeken.
guide-fit-see-2 = Hoe de { label-other } over zichzelf praat.
guide-fit-see-3 = Raad die komt voordat de vraag helder is.
guide-fit-see-4 = 'Ja, maar': welke stap past hier niet?
guide-fit-see-5 = Tempo: wie loopt voor, wie blijft achter?
guide-fit-pro-1 = Wat dacht ik dat zou helpen, en waarom?
guide-fit-pro-2 = Hoe ziet deze mens het, in eigen woorden?
guide-fit-pro-3 = Wat zou ik doen als ik het dossier niet kende?
guide-fit-coach-1 = Welke aanpak zie je, en op welk idee rust die?
guide-fit-coach-2 = Welk beeld van zichzelf hoor je bij de { label-other }?
guide-fit-coach-3 = Waar sluit dat aan, waar schuurt het?
guide-fit-step-1 = Past niet
guide-fit-step-2 = Past weinig
guide-fit-step-3 = Past deels
guide-fit-step-4 = Past grotendeels
guide-fit-step-5 = Past goed
guide-fit-client-q = Past de hulp bij u?
guide-fit-client-see-1 = Snapte de ander hoe het voor u is?
guide-fit-client-see-2 = Past het plan bij uw leven?
guide-fit-client-see-3 = Ging het te snel of te traag?
guide-fit-client-see-4 = Mocht u zelf iets bedenken?
guide-fit-client-1 = Hoe ziet u het zelf?
guide-fit-client-2 = Wat helpt u echt?
guide-fit-client-3 = Wat helpt u juist niet?
guide-fit-client-step-1 = Past niet bij mij
guide-fit-client-step-2 = Past een klein beetje
guide-fit-client-step-3 = Past half
guide-fit-client-step-4 = Past best goed
guide-fit-client-step-5 = Past heel goed

# Moments
moment-whose-own = Van mij
moment-whose-other = Van de ander
moment-whose-between = Tussen ons
moment-strength-light = Licht
moment-strength-clear = Duidelijk
moment-strength-strong = Sterk
moment-client-strength-light = Klein
moment-client-strength-clear = Gewoon
moment-client-strength-strong = Groot

moment-frustration-name = frustratie
moment-frustration-def = Iets lukt niet en dat steekt.
moment-frustration-see = zucht, hardere stem, 'weer', 'altijd'
moment-frustration-ask = Wat zit hier in de weg, en voor wie?
moment-frustration-client = Boos

moment-resistance-name = weerstand
moment-resistance-def = Iemand houdt iets tegen.
moment-resistance-see = 'ja maar', gekruiste armen, tegenvraag
moment-resistance-ask = Wat beschermt dit nee?
moment-resistance-client = Nee

moment-disengaging-name = afhaken
moment-disengaging-def = Iemand doet niet meer mee.
moment-disengaging-see = wegkijken, 'hm', 'is goed', telefoon
moment-disengaging-ask = Wat gebeurde er vlak hiervoor?
moment-disengaging-client = Weg

moment-rigidity-name = verstarring
moment-rigidity-def = Iemand zet zich vast in één houding.
moment-rigidity-see = vlakke stem, stil lijf, lijstje aflezen
moment-rigidity-ask = Wat is hier te spannend?
moment-rigidity-client = Stijf

moment-stagnation-name = stagnatie
moment-stagnation-def = Er wordt gepraat, maar niets beweegt.
moment-stagnation-see = rondjes, zelfde punt terug, lege stilte
moment-stagnation-ask = Wat moet eerst op tafel?
moment-stagnation-client = Vast

moment-flow-name = stroming
moment-flow-def = Het loopt; de een bouwt op de ander.
moment-flow-see = korte beurten, knikken, 'en dan'
moment-flow-ask = Wat deden we dat dit kon?
moment-flow-client = Fijn

moment-spontaneity-name = spontaniteit
moment-spontaneity-def = Iets echts komt onverwacht los.
moment-spontaneity-see = lach, traan, grap, eigen verhaal
moment-spontaneity-ask = Kreeg dit ruimte?
moment-spontaneity-client = Zomaar

moment-other-name = anders
moment-other-def = Iets anders raakt.
moment-other-see = wat jij ziet
moment-other-ask = Welk woord past?
moment-other-client = Anders

## How a look was done

interview-mode-self = Zelf gekeken
interview-mode-room = Samen in de kamer
interview-mode-telephone = Telefonisch, coach vulde in

## Looking: the page

look-title = Kijken
look-client-title = Kijken
look-begin-blind = Niemand ziet wat je opschrijft, tot je je kijkronde afrondt. Tot dan zie jij ook niets van de anderen.
look-begin-act = Begin met kijken
look-client-begin-blind = Niemand ziet wat u kiest, tot u zegt dat u klaar bent.
look-client-begin-act = Begin
look-help = Kijk, en merk aan wat je raakt. Alles wordt meteen bewaard.
look-client-help = Kijk rustig. Druk op een knop als iets u raakt.
look-marks = Merk aan wat je raakt
look-client-marks = Wat raakt u?
look-kinds = Wat betekenen deze woorden?
look-stretch = Stuk
look-stretch-help = begin of einde van een stuk
look-undo = Maak ongedaan
look-client-undo = Toch niet
look-letters = Letters werken als sneltoets
look-moments = Raakmomenten
look-client-moments = Wat u aanwees
look-no-moments = Nog geen raakmomenten. Druk op een knop zodra iets je raakt.
look-client-no-moments = U wees nog niets aan.
look-moment = Raakmoment
look-client-moment = Dit wees u aan
look-moment-edit = Wijzig
look-client-moment-edit = Meer zeggen
look-moment-play = speel af vanaf hier
look-moment-kind = Wat was het?
look-client-moment-kind = Wat was het?
look-moment-word = In één woord
look-client-moment-word = In uw eigen woord
look-moment-whose = Van wie was het?
look-client-moment-whose = Van wie was het?
look-moment-strength = Hoe sterk?
look-client-moment-strength = Hoe groot was het?
look-moment-note = Wat zie en hoor je?
look-client-moment-note = Wilt u er iets bij zeggen?
look-moment-starts = Begint hier
look-moment-ends = Eindigt hier
look-moment-point = Maak er één punt van
look-moment-remove = Haal weg
look-moment-done = Klaar
look-moment-finer = Meer kiezen
look-client-moment-finer = Meer kiezen
look-moment-at = Tijd, zoals 12:04
look-moment-add = Voeg een raakmoment toe
look-said-marked = { $kind } op { $time }
look-said-span = Stuk begint op { $time }. Druk nog eens voor het einde.
look-said-undone = Teruggedraaid
look-said-removed = Weggehaald
look-saved = Alles is bewaard.
look-saving = Bewaren …
look-code-again = U was een tijd weg. Wat u schreef, staat hier nog. Vul uw code weer in. Dan bewaren wij het.
look-code-act = Ga verder
look-code = Nog niet bewaard: eerst is uw code nodig.
look-sign-in-again = Je bent niet meer ingelogd. Wat je schreef, staat hier nog. Log in een ander venster in en kom terug. Dan gaat het mee.
look-sign-in-act = Log in
look-signed-out = Nog niet bewaard: log eerst weer in.
look-offline = Geen verbinding. Wat je typt blijft hier staan en gaat mee zodra het kan. Laat deze pagina open.
look-client-offline = Laat deze pagina open.
look-guide = Kijkwijzer
look-guide-see = Waar let je op?
look-client-guide-see = Waar kunt u op letten?
look-guide-prompts = Om over na te denken
look-answer = In je eigen woorden
look-client-answer = Wilt u er iets bij zeggen?
look-no-links = Er is nog geen raakmoment om te koppelen.
look-client-no-links = U wees nog niets aan.
look-state-empty = nog leeg
look-state-begun = begonnen
look-state-answered = beantwoord
look-state-dontknow = weet ik niet
look-save = Bewaar
look-theirs = In een ander venster staat intussen dit. Beide teksten zijn er nog; wat je nu bewaart, blijft.
look-client-theirs = In een ander scherm staat dit. Beide teksten zijn er nog. Wat u nu bewaart, blijft.
look-client-touched = Dit raakte mij
look-client-fine = Dit was fijn
look-client-explain = Dit wil ik uitleggen
look-client-stop = Stop even
look-client-rest = De video staat stil. Neem rustig de tijd. Stoppen mag altijd.
look-client-rest-say = Hier wil ik iets zeggen
look-client-rest-on = Kijk verder
look-client-questions = Ga naar de drie vragen
look-question-number = Vraag { $n } van 3
look-client-question-number = Vraag { $n } van 3
look-next = Volgende
look-client-next = Volgende
look-to-video = Terug naar de video
look-client-to-video = Terug naar de video

## Looking: sealing, and after

look-seal = Rond je kijkronde af
look-client-seal = Ik ben klaar
look-seal-title = Je kijkronde afronden?
look-client-seal-title = Bent u klaar?
look-seal-means-1 = Wat je schreef staat dan vast. Toevoegen kan altijd, met de datum erbij.
look-seal-means-2 = Wie ook klaar is, ziet jouw kijkronde. Jij ziet die van hen.
look-seal-means-3 = Daarna kijken jullie samen.
look-client-seal-means-1 = Wat u schreef staat dan vast. Iets erbij zetten kan altijd.
look-client-seal-means-2 = De anderen zien het pas als zij ook klaar zijn. U ziet dan ook wat zij zagen.
look-client-seal-means-3 = Daarna praten we er samen over.
look-seal-missing = Hier staat nog geen antwoord:
look-client-seal-missing = Hier staat nog geen antwoord:
look-seal-act = Ja, rond af
look-client-seal-act = Ja, ik ben klaar
look-seal-back = Nog niet
look-client-seal-back = Nog niet
look-sealed-title = Je kijkronde
look-client-sealed-title = Dank u wel. U bent klaar.
look-sealed-on = Afgerond op { $date }. Dit staat vast.
look-client-sealed-on = Klaar op { $date }. Dit staat vast.
look-sealed-no-answer = Geen tekst erbij.
look-client-sealed-no-answer = Geen tekst erbij.
look-added = Later toegevoegd
look-client-added = Later erbij gezet
look-add = Iets toevoegen
look-client-add = Iets erbij zetten
look-add-help = De datum komt erbij. Wat er al stond, verandert niet.
look-client-add-help = De datum komt erbij. Wat er al stond, verandert niet.
look-add-act = Voeg toe
look-client-add-act = Zet erbij
look-kept = Deze kijkronde is in een ander venster afgerond. Dit was nog niet bewaard. Je kunt het toevoegen.
look-client-kept = U was al klaar in een ander scherm. Dit was nog niet bewaard. U kunt het erbij zetten.
look-on = Terug naar het gesprek
look-client-on = Terug naar het begin
invalid-addition-empty = Er staat nog niets. Schrijf eerst iets op.
invalid-moments-many = Er zijn al heel veel raakmomenten. Haal er eerst een weg.
invalid-moment = Kies een tijd in de opname, zoals 12:04, en een soort.

## Looking: the coach writes for the client

look-scribe-title = De kijkronde van { $name } opschrijven
look-scribe-offer = Kijkt { $name } liever niet alleen? Kijk samen in de kamer, of bel, en schrijf op wat { $name } zegt.
look-scribe-open = Kijk samen
look-scribe-lead = { $name } kijkt en vertelt. Jij schrijft op, in hun woorden.
look-scribe-rule = Lees alles terug voor je afrondt. Pas na hun ja gaat het naar de anderen.
look-scribe-how = Hoe doen jullie het?
look-scribe-room = Samen in de kamer
look-scribe-telephone = Aan de telefoon
look-scribe-act = Begin

## The player

player-video = Opname van het gesprek
player-sound = Alleen geluid
player-play = Afspelen
player-pause = Pauze
player-step = 5 s
player-back = terug
player-forward = vooruit
player-frame-back = Eén beeld terug
player-frame-forward = Eén beeld vooruit
player-speed = Snelheid
player-mute = Geluid uit
player-unmute = Geluid aan
player-volume = Geluidssterkte
player-full = Volledig scherm
player-trouble = De opname kan nu niet spelen. Laad de pagina opnieuw.
timeline-place = Plaats in de opname
timeline-marks = Raakmomenten op de tijdlijn
look-line-marks = { timeline-marks }
look-client-line-marks = Wat u aanwees, op de tijdlijn
look-line-point = { timeline-point }
look-client-line-point = { $n } van { $count }: { $said }, { $time }
look-line-span = { timeline-span }
look-client-line-span = { $n } van { $count }: { $said }, van { $time } tot { $end }
timeline-point = raakmoment { $n } van { $count }, { $said }, { $time }
timeline-span = raakmoment { $n } van { $count }, { $said }, van { $time } tot { $end }
