## The client's way in

entry-title = Welkom
entry-lead = Vul de code in die op uw papier staat.
entry-code = Uw code
entry-code-help = Acht letters en cijfers. Streepjes en hoofdletters doen er niet toe.
entry-act = Open
entry-again-title = Uw code, nog een keer
entry-again-lead = U was een tijd weg. Vul uw code weer in. Dan gaat u verder.
entry-again-staff = Werkt u hier? Log dan in.

## The five doors

place-title = Dag
place-title-name = Dag { $name }
place-lead = Dit is uw eigen plek. Hier komt u alleen met uw code.
place-lead-account = Dit is uw eigen plek. Alleen u komt hier.
place-ask = Wij willen u iets vragen
place-ask-text = Mogen wij het gesprek opnemen? U zegt ja of nee.
place-ask-act = Bekijk de vragen
place-second-text = Het gesprek is klaar. Blijft het ja? { $days ->
        [one] U hebt nog 1 dag
       *[other] U hebt nog { $days } dagen
    }, tot { $date }.
place-second-act = Kies nog een keer
place-look = Kijken
place-look-why = Zie uw gesprek terug.
place-look-later = Dat kan als de video klaar is.
place-tell = Vertellen
place-tell-why = Zeg hoe het voor u was.
place-tell-later = Dat kan na het tweede ja.
place-seen = Wie keek er?
place-seen-why = Zie wie de video zag.
place-agreed = Wat is afgesproken?
place-agreed-why = Zie waar u ja op zei.
place-stop = Stoppen
place-stop-why = Met alles, of met één ding.
place-code-title = Uw nieuwe code
place-code-lead = Schrijf hem op. De oude code werkt niet meer. Uw link blijft dezelfde.
place-link = Uw link en uw apparaten
place-link-lead = Bent u uw telefoon of uw papier kwijt? Hier houdt u uw plek dicht.
place-devices = Waar kent uw link u?
place-devices-help = Op deze apparaten klopte uw code een keer. Ook daar vragen wij steeds weer om de code.
place-device-this = dit apparaat
place-device-seen = laatste keer: { $when }
place-device-end = Haal weg
place-link-code = Maak een code die alleen u kent
place-link-code-why = Uw link blijft dezelfde.
place-link-code-lead = U krijgt een nieuwe code. De oude werkt dan niet meer.
place-link-code-act = Maak een nieuwe code
place-link-link = Maak een nieuwe link
place-link-link-why = Uw papier is dan niets meer waard.
place-link-link-lead = U krijgt een nieuwe link en een nieuwe code. De oude werken dan nergens meer.
place-link-link-act = Maak een nieuwe link
place-link-shut = Maak alles dicht
place-link-shut-why = Dan komt niemand meer op uw plek.
place-link-shut-lead = Uw link werkt dan nergens meer. Ook hier niet. Wat wij hebben, blijft staan. U kunt een nieuwe link vragen.
place-link-shut-act = Maak alles dicht
place-prove-back = Terug
place-prove-help = Wij vragen het nog een keer. Zo weten wij dat u het bent.
place-prove-password = Uw wachtwoord
place-prove-password-help = Wij vragen het nog een keer. Zo weten wij dat u het bent.
place-renewed-title = Uw nieuwe link en code
place-renewed-lead = Schrijf ze op of druk ze af. U ziet ze maar één keer. Overal moet u nu de nieuwe code geven.
place-shut-title = Alles is dicht
place-shut-lead = Uw link werkt nergens meer. Wat wij hebben, staat er nog.
place-shut-again = Wilt u er weer in? Vraag een nieuwe link aan { label-lead }, of bel { $phone }.
place-to-conversation = Terug naar het gesprek
place-back = Terug naar het begin

## At the foot of every page, and after leaving

ease-name = Hulp bij deze pagina
ease-later = Later verder
left-title = Tot later
left-lead = Alles is bewaard.
left-again = Wilt u verder? Open uw link en vul uw code in. Dan gaat u verder waar u was.
left-help = U kunt dit scherm nu sluiten.

## Where a device runs no scripts

plain-look = De knoppen werken hier niet. Kijk naar de tijd in de video en vul die in. Liever niet alleen? Vraag de coach om samen te kijken.
plain-at = Op welke tijd? Zoals 12:04
plain-mark = Wijs dit aan
plain-again = Kijk of de kaart al open ligt
plain-together = Het beeld loopt hier niet gelijk met de anderen. Ga naast iemand zitten, of vraag de coach om te bellen.

## Who looked

seen-title = Wie keek er?
seen-lead = Hier staat wie wat deed. Het nieuwste staat boven.
seen-none = Nog niemand keek.
seen-who-client = u
seen-who-professional = { label-lead } { $name }
seen-who-coach = coach { $name }
seen-who-other = { $name }
seen-who-other-client = { the-client }
seen-who-self = jij
seen-opened = Op { $date } keek { $who }.
seen-watched-short = Op { $date } keek { $who } minder dan een minuut.
seen-watched = Op { $date } keek { $who } { $minutes ->
        [one] één minuut
       *[other] { $minutes } minuten
    }.
seen-said-yes = Op { $date } zei { $who } ja.
seen-said-yes-again = Op { $date } zei { $who } nog een keer ja.
seen-took-back = Op { $date } stopte { $who }.
seen-made-link = Op { $date } maakte { $who } een nieuwe link.
seen-new-code = Op { $date } maakte { $who } een nieuwe code.
seen-shut-link = Op { $date } maakte { $who } een link dicht.
seen-ended-device = Op { $date } haalde { $who } een apparaat weg.
seen-wrong-codes-own = Op { $date } vulde iemand te vaak een verkeerde code in bij uw link.
seen-wrong-codes = Op { $date } vulde iemand te vaak een verkeerde code in bij de link van { $who }.
seen-came-in-other = Op { $date } kwam iemand binnen met de code van { $who }.
seen-staff-lead = Wie wat deed, en hoe lang iemand keek. Het nieuwste staat boven. Wie in beeld was, leest dit ook.
seen-staff-paper = Op { $date } vulde { $who } in wat er op papier stond.
seen-staff-link = Wie keek er, en hoe lang?
seen-came-in = Op { $date } kwam iemand binnen met uw code.
seen-recorded = Op { $date } kwam er een video bij.
seen-answers = Op { $date } was { $who } bezig met uw antwoorden.
seen-recorded-sound = Op { $date } kwam er geluid bij van uw gesprek met de coach.
seen-sound-yes = Op { $date } zei { $who } ja tegen geluid.
seen-sound-no = Op { $date } wiste { $who } het geluid.
seen-invited = Op { $date } vroeg { $who } een collega om mee te kijken.
seen-tryout = Op { $date } las { $who } wat er is uitgeprobeerd.
seen-uninvited = Op { $date } vroeg { $who } de coach niet meer mee te kijken.
seen-made-ready = Op { $date } zette de computer de video klaar.
seen-asked-cut = Op { $date } vroeg { $who } om een stuk uit de video te halen.
seen-cut = Op { $date } is een stuk uit de video gewist.
seen-destroyed = Op { $date } is alles gewist.

## What was agreed

agreed-title = Wat is afgesproken?
agreed-lead = Hier zei u ja op. U kunt altijd stoppen.
agreed-none = U zei nog nergens ja op.
agreed-given = ja, op { $date }
agreed-confirmed = ja, en op { $date } nog een keer
agreed-withdrawn = gestopt op { $date }
agreed-no = geen ja
agreed-until = Wij wissen de video op { $date }. Dat gaat vanzelf.
agreed-leaflet = Lees de folder

## What can be told

tell-lead = Kies waar u over wilt vertellen.
tell-rating = Hoe vond u dit gesprek?
tell-rating-why = Drie korte vragen.
tell-after = Hoe ging het daarna?
tell-after-why = Over wat er is uitgeprobeerd.
tell-together = Samen kijken
tell-together-why = Zie wat ieder zag.
agreed-shared = Soms bedenken wij een zin om anders te zeggen. Die zin kan blijven, ook als u stopt. Er staat niets in over u.

## What waits for the client, in their words

place-wait-look = Uw gesprek staat klaar. U kunt het terugzien.
place-wait-look-act = Kijk
place-wait-seal = U bent begonnen met kijken. U kunt het afmaken.
place-wait-seal-act = Ga verder
place-wait-dialogue = U kunt samen praten over wat u zag.
place-wait-dialogue-act = Kijk samen
place-wait-tell = Er is iets geprobeerd. U kunt vertellen hoe dat ging.
place-wait-tell-act = Vertel
place-wait-retention = { $days ->
        [one] Nog 1 dag. Dan wissen wij alles van dit gesprek.
       *[other] Nog { $days } dagen. Dan wissen wij alles van dit gesprek.
    }
place-wait-retention-act = Lees de afspraken
place-wait-cut = Er is een stuk van { $length } uit de video gehaald.
place-wait-cut-act = Zie wie keek
place-cards = Kaarten voor twee
place-cards-why = Schrijf ieder iets. Praat er dan over.
place-planned = U kijkt samen op { $date }, om { $time }.
place-planned-file = Zet in uw agenda
seen-cards = Op { $date } las { $who } de kaarten die u deelt.

## Everything about them, in one file

place-everything = Haal alles op wat wij van u hebben
everything-title = Alles wat wij van u hebben
everything-lead = U krijgt één bestand. Daarin zit een pagina die u opent zonder internet.
everything-what = De video zit erin. Ook wat u schreef, waar u ja op zei en wie er keek. Wat een ander schreef, zit er niet in.
everything-what-beside = Hierin zit waar u ja op zei, en wie er keek. De video zit er niet in.
everything-keep = Bewaar het bestand goed. Wie het heeft, kan alles zien.
everything-act = Haal alles op
everything-index-title = Alles over u
everything-index-lead = Dit hadden wij van u op { $date }.
everything-conversation = Uw gesprek
everything-day = Dag van het gesprek
everything-name = De naam die u koos
everything-ended = Alles van dit gesprek is gewist. Dit is wat er nog staat.
everything-yes = ja op { $date }
everything-yes-again = nog een keer ja op { $date }
everything-video = De video
everything-length = Hoe lang hij duurt
everything-video-beside = U bent in beeld. Het gesprek is van iemand anders, dus de video zit hier niet in. Wilt u hem zien? Vraag het ons.
everything-look = Wat u zag
everything-sealed = U was klaar met kijken op { $date }.
everything-interview = Wat u de coach vertelde
everything-own-words = Uw woorden
everything-place = Een moment
everything-together = Wat u samen zag
everything-all-saw = Dat zag ieder
everything-unknown = Dat weten wij nog niet
everything-differs = Dit zien wij nog anders.
everything-earlier = Dit stond er eerst:
everything-takeaway = Dit neemt u mee
everything-ideas = Dit bedacht u om anders te doen:
everything-drawing = Uw tekening
everything-log = Wie keek er?
everything-rest = Verder
everything-data = Hetzelfde voor een computer
everything-not-here = Wat anderen schreven, zit hier niet in. Dat is van hen.
everything-ask = Klopt er iets niet? Bel { $phone }. Gaat het over privacy? Vraag het { $privacyOfficer }.
seen-took-everything = Op { $date } haalde { $who } alles op over zichzelf.
seen-printed = Op { $date } nam { $who } op papier mee wat er samen is gelezen of uitgeprobeerd.
seen-took-everything-own = Op { $date } haalde u alles op wat wij van u hebben.

## The receipt, to keep

receipt-file-act = Bewaar dit bewijs
receipt-file-help = U krijgt een bestand. Dat opent ook als uw link niet meer werkt.
receipt-file-made = Dit bewijs is gemaakt op { $date }.
