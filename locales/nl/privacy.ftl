## The privacy officer's place

privacy-title = Privacy
privacy-lead = Wat wacht, wat we verwerken, wat vanzelf eindigt en wie wat zag. Van wat iemand zei, staat hier niets.
privacy-overview = Overzicht
privacy-processing = Register van verwerkingen
privacy-endings = Termijnen en bewijs
privacy-breach = Wie zag wat
privacy-dpia = Begin van een DPIA
privacy-waiting = Wat wacht
privacy-waiting-none = Er wacht nu niets op jou.
privacy-now = Zo staat het nu
privacy-conversations = Gesprekken
privacy-recorded = Daarvan met een opname
privacy-members = Mensen met een account
privacy-coming = Eindigt vanzelf
privacy-coming-none = Er eindigt voorlopig niets vanzelf.
privacy-coming-some =
    { $n ->
        [one] 1 gesprek, op { $date }
       *[other] { $n } gesprekken, het eerste op { $date }
    }
privacy-swept = Laatste keer opgeruimd
privacy-never = nog nooit
privacy-measures = Maatregelen van deze installatie
privacy-print = Print deze pagina
privacy-csv = Neem mee als CSV
privacy-json = Neem mee als JSON
privacy-wait-overdue =
    { $n ->
        [one] 1 gesprek had al moeten eindigen.
       *[other] { $n } gesprekken hadden al moeten eindigen.
    }
privacy-wait-proof =
    { $n ->
        [one] Van 1 gesprek dat is gestopt, is nog niet alles weg.
       *[other] Van { $n } gesprekken die zijn gestopt, is nog niet alles weg.
    }
privacy-wait-basis =
    { $n ->
        [one] Van 1 verwerking is de grondslag nog niet gekozen.
       *[other] Van { $n } verwerkingen is de grondslag nog niet gekozen.
    }
privacy-wait-measure = Een maatregel staat open: { $name }

## The register of processing

processing-lead = Wat dit programma hier verwerkt, voor wie en hoe lang. Het programma vult het zelf in; de grondslag kies jij.
processing-who = Wie verantwoordelijk is
processing-organisation = Organisatie
processing-processors = Verwerkers
processing-processors-none = Geen. Alles draait bij de organisatie zelf, en er gaat geen post uit.
processing-processors-mail = De mailserver { $server }. Een mail zegt alleen dat er iets wacht.
processing-countries = Buiten de EU
processing-countries-said = Het programma geeft niets door aan een land buiten de EU.
processing-purpose = Doel
processing-basis = Grondslag
processing-people = Over wie
processing-data = Welke gegevens
processing-recipients = Wie het krijgt
processing-kept = Hoe lang
processing-basis-none = nog niet gekozen
processing-basis-since = { $name }, sinds { $date }
processing-choose = Kies de grondslag
processing-choose-help = Welke grondslag je ook kiest: het programma vraagt iedereen in beeld hetzelfde ja, en een nee kost niets. Toestemming aan een overheid is niet vanzelf vrij; leg je keuze uit in de DPIA.
processing-choose-act = Leg vast
basis-consent = toestemming (AVG art. 6, lid 1, a)
basis-contract = overeenkomst (AVG art. 6, lid 1, b)
basis-legal-obligation = wettelijke verplichting (AVG art. 6, lid 1, c)
basis-public-task = taak van algemeen belang of openbaar gezag (AVG art. 6, lid 1, e)
basis-legitimate-interest = gerechtvaardigd belang (AVG art. 6, lid 1, f)
processing-name-accounts = accounts en inloggen
processing-name-log = logboek van handelingen
processing-name-mail = post dat er iets wacht
processing-people-look = Iedereen in beeld: wie het gesprek leidt, de ander, en wie erbij is. De coach, om wat die opschrijft.
processing-people-colleagues = Iedereen in beeld, en de collega's die meekijken.
processing-people-research = Iedereen in beeld die daar ja op zei.
processing-people-story = Iedereen in beeld die daar ja op zei.
processing-people-clip = Iedereen in beeld die daar ja op zei.
processing-people-accounts = Medewerkers met een account.
processing-people-log = Iedereen die met het programma werkt of meedoet aan een gesprek.
processing-people-mail = Medewerkers met een account die post willen.
processing-data-look = Beeld en geluid, momenten, antwoorden, wat samen is gelezen en uitgeprobeerd, een zelfgekozen naam, het ja per doel en hoe het is gegeven. Er kan ter sprake komen wat bijzonder is, zoals gezondheid.
processing-data-colleagues = Wat er voor het terugkijken is, zolang een collega is gevraagd, en wat die collega schrijft.
processing-data-research = Het ja dat ervoor is gegeven. Voor patronen: soorten, stappen en standen van een gesprek, geteld samen met vele andere; geen tekst en geen beeld. Het programma geeft zelf niets aan onderzoekers.
processing-data-story = Het ja dat ervoor is gegeven. Het programma maakt zelf geen verhalen.
processing-data-clip = Het ja dat ervoor is gegeven. Het programma maakt zelf geen stukken video voor een training.
processing-data-accounts = Naam, e-mailadres, rollen, team, een bewerking van het wachtwoord, een tweede stap om in te loggen, op welke apparaten iemand is ingelogd.
processing-data-log = Wie wat deed, wanneer, bij welk gesprek en hoe lang iemand keek. Nooit wat iemand zei of schreef.
processing-data-mail = E-mailadres, en dat er iets wacht.
processing-recipients-look = Wie in beeld was en de coach die de professional vroeg. Niemand anders.
processing-recipients-colleagues = De collega's die de professional vroeg.
processing-recipients-research = Van het gesprek zelf: niemand, vanuit het programma. Van patronen: wie in de organisatie gesprekken voert, begeleidt of daar leiding aan geeft.
processing-recipients-story = Niemand, vanuit het programma.
processing-recipients-clip = Niemand, vanuit het programma.
processing-recipients-accounts = Beheerders van de organisatie.
processing-recipients-log = De privacy officer, en wie meedeed over het eigen gesprek.
processing-recipients-mail = De mailserver { $server }.
processing-kept-look =
    { $months ->
        [one] 1 maand na de opname
       *[other] { $months } maanden na de opname
    }, of korter: zonder tweede ja { $days } dagen. Daarna wist het programma alles vanzelf; kopieën van de sleutels leven hoogstens { $copies } dagen.
processing-kept-colleagues = Zolang het gesprek blijft, of tot iemand het ja intrekt.
processing-kept-research = Zolang het gesprek blijft, of tot iemand het ja intrekt. Een cijfer over vijf mensen of meer dat al is geteld, blijft: het gaat over niemand.
processing-kept-story = Zolang het gesprek blijft, of tot iemand het ja intrekt.
processing-kept-clip = Zolang het gesprek blijft, of tot iemand het ja intrekt.
processing-kept-accounts = Zolang iemand een account heeft. Een sessie eindigt na twaalf uur zonder gebruik.
processing-kept-log = Zolang de installatie bestaat. Er staan geen namen in, alleen kenmerken.
processing-kept-mail = Het programma bewaart geen post.

## Measures

measure-is-built-in = ingebouwd
measure-is-holds = klopt nu
measure-is-open = staat open
measure-is-not-here = hier niet nodig
measure-sealed = Alles over een gesprek ligt versleuteld, met één sleutel per gesprek.
measure-keys-apart = Sleutels liggen apart. Een sleutel wissen is voorgoed, ook als een kopie terugkomt.
measure-asked = Bij elke keer openen wordt opnieuw gevraagd: mag deze persoon dit, en is er een ja voor?
measure-blind = Niemand ziet de kijkronde van een ander voordat de eigen vaststaat.
measure-no-judging = Geen machine oordeelt over mensen.
measure-sandbox = Bestanden van buiten worden gelezen in een afgesloten proces, zonder netwerk en zonder schijf.
measure-folder = De map met gegevens is alleen voor het programma zelf.
measure-key-file = De sleutel van de organisatie is alleen voor het programma zelf.
measure-https = Mensen komen binnen over https.
measure-log-locked = De database weigert veranderingen in het logboek.
measure-log-kept = Tot waar het logboek liep, ligt ook bij de sleutels vast.
measure-sweep = Wat voorbij is, wordt elke minuut opgezocht en gewist.
measure-mail = Post gaat over een beveiligde verbinding en zegt alleen dat er iets wacht.
measure-second-step = Wie ver kan reiken, zoals een beheerder of privacy officer, logt in met een tweede stap en bewijst zich opnieuw voor wat ver reikt.
measure-no-demo = Er zijn geen accounts van de demo, waar iedereen in kan.

## Endings

endings-lead = Wat vanzelf eindigt, wat al had moeten eindigen, en het bewijs van wat is gestopt.
endings-swept = Het programma zocht voor het laatst op { $when } naar wat voorbij is. Dat doet het elke minuut.
endings-asleep = Het programma zocht voor het laatst op { $when } naar wat voorbij is. Dat hoort elke minuut. Vraag de beheerder of het werk wel loopt.
endings-overdue = Had al moeten eindigen
endings-overdue-none = Niets. Alles wat voorbij is, is gewist.
endings-overdue-asleep = Dit is nog niet gewist, omdat het opruimen niet loopt. Niemand kan het nog openen.
endings-overdue-soon = Dit wordt bij de volgende ronde gewist. Niemand kan het nog openen.
endings-coming = Eindigt binnenkort vanzelf
endings-why = Waarom
endings-due-second-yes = zonder tweede ja
endings-due-retention = de bewaartijd is om
endings-carried = Gestopt, met bewijs
endings-carried-help = Wat er nu nog van is, is bij het openen van deze pagina nagekeken: de sleutel, het merkteken, de bestanden en de database.
endings-carried-none = Er is nog niets gestopt.
proof-now = Nu nagekeken:
proof-holds = de sleutel is weg, het merkteken dat hij nooit terugkomt staat er, en er ligt niets meer.
proof-open = { $key }, { $mark }, { $objects } bestanden en { $rows } soorten regels over.
proof-key-gone = de sleutel is weg
proof-key-there = de sleutel is er nog
proof-mark-there = het merkteken staat er
proof-mark-gone = het merkteken ontbreekt
proof-badge-holds = niets meer over
proof-badge-open = nog niet weg

## Who saw what

breach-lead = Voor een datalek: wie kwam binnen en wie opende wat, tussen twee dagen. Alleen feiten.
breach-from = Van
breach-until = Tot en met
breach-what = Wat
breach-what-opened = binnenkomen en openen
breach-what-all = alle handelingen
breach-act = Toon
breach-logged = Dat jij dit opvraagt of meeneemt, komt zelf ook in het logboek.
breach-wrong = Kies twee dagen, de eerste niet na de laatste.
breach-found =
    { $n ->
        [0] Niets gevonden
        [one] 1 regel
       *[other] { $n } regels
    }
breach-more = Hier staat een deel. In het bestand staat meer; kies anders een kortere tijd.
breach-long = Hoe lang gekeken
breach-seconds = Seconden gekeken
breach-conversation = Kenmerk van het gesprek

## A beginning of a DPIA

dpia-lead = Een begin van een gegevensbeschermingseffectbeoordeling. Wat het programma weet, staat ingevuld. Wat alleen jullie weten, vraagt het.
dpia-file-nl = Neem mee in het Nederlands
dpia-file-en = Neem mee in het Engels
dpia-of = { $name }, gemaakt op { $date }.
dpia-what = Wat er gebeurt
dpia-what-1 = Een gesprek wordt opgenomen, alleen als iedereen in beeld vooraf ja zei. Daarna kijken de twee die praatten en een coach het terug, ieder voor zich. Wat zij zagen, leggen ze naast elkaar en ze proberen iets uit.
dpia-what-2 = Na het gesprek zegt iedereen in beeld opnieuw ja of nee. Zonder dat tweede ja wordt alles na { $days } dagen gewist. Anders gebeurt dat na { $months } maanden vanzelf.
dpia-ground = Op welke grond
dpia-ground-1 = De functionaris gegevensbescherming stelt de grondslag vast, per doel:
dpia-needed = Of het nodig is, en niet te veel
dpia-needed-1 = Zonder beeld en geluid ontgaat wat het gesprek maakte tot wat het was; herinneren is iets anders dan terugzien. Wie nee zegt, krijgt hetzelfde gesprek zonder camera, en het nee wordt nergens opgeschreven.
dpia-needed-2 = Ieder doel is een aparte vraag. Een cliënt heeft geen account, geen e-mailadres en geen echte naam nodig. Leidinggevenden en beheerders hebben geen weg naar wat er is gezegd.
dpia-risks = Wat er mis kan gaan voor mensen
dpia-risks-1 = Schat zelf hoe groot de kans en het gevolg bij jullie zijn. Dit doet het programma er nu aan:
dpia-risk-pressure = Iemand durft geen nee te zeggen, omdat die van de organisatie afhangt.
dpia-against-pressure = De vragen staan op een scherm van de persoon zelf of op papier; ja en nee zijn even groot. Een nee laat geen spoor na. Na het gesprek wordt het opnieuw gevraagd, en stoppen kan altijd.
dpia-risk-seen = Iemand ziet een opname die daar niets te zoeken heeft.
dpia-against-seen = Elke keer openen vraagt om een plek in het gesprek en een ja voor dat doel. Wie keek, staat in een logboek dat de mensen in beeld zelf lezen.
dpia-risk-judged = Een opname wordt gebruikt om iemand te beoordelen of te controleren.
dpia-against-judged = Het programma geeft geen oordeel over mensen en geeft leidinggevenden geen opnamen van anderen. De organisatie moet beloven dat opnamen geen dossier worden.
dpia-risk-leak = Een schijf, een kopie of een telefoon raakt in verkeerde handen.
dpia-against-leak = Alles ligt versleuteld en sleutels liggen apart. Een link zonder code opent niets, en kan worden ingetrokken.
dpia-risk-longer = Iets blijft langer dan is afgesproken.
dpia-against-longer = Termijnen eindigen vanzelf en wissen de sleutel. De privacy officer ziet wat te laat is en het bewijs van wat weg is.
dpia-risk-others = Iemand anders komt toevallig in beeld of wordt besproken.
dpia-against-others = Wie erbij is, kiest zelf, en zonder dat ja gaat er niets door. Wie alleen wordt besproken, kan niet vooraf kiezen: spreek af hoe jullie daarmee omgaan.
dpia-risk-recognised = Iemand is te herkennen in wat wordt gedeeld.
dpia-against-recognised = Een zin wordt op namen nagekeken voordat die wordt gedeeld, en houdt geen band met het gesprek.
dpia-measures-1 = Zo stonden de maatregelen toen dit document is gemaakt. Wat ingebouwd is, kan niet uit. De rest is nagekeken.
dpia-own = Wat jullie zelf invullen
dpia-own-1 = Dit weet het programma niet. Vul het aan, en kijk het na als er iets verandert.
dpia-own-why = Waarom wil de organisatie dit, en voor welke gesprekken?
dpia-own-basis = Waarom is de gekozen grondslag de juiste, en hoe vrij is een ja bij jullie?
dpia-own-people = Zijn er mensen bij voor wie het zwaarder weegt, zoals kinderen of mensen in nood?
dpia-own-asked = Wie van de betrokkenen en de ondernemingsraad is gevraagd, en wat zeiden zij?
dpia-own-left = Welke risico's blijven over, en wie neemt die voor zijn rekening?
dpia-own-advice = Wat is het advies van de functionaris gegevensbescherming, en wat deed de organisatie ermee?
