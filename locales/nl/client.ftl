## The client's way in

entry-title = Welkom
entry-lead = Vul de code in die op uw papier staat.
entry-code = Uw code
entry-code-help = Acht letters en cijfers. Streepjes en hoofdletters doen er niet toe.
entry-act = Open

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
place-code = Maak een code die alleen u kent
place-code-title = Uw nieuwe code
place-code-lead = Schrijf hem op. De oude code werkt niet meer. Uw link blijft dezelfde.
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
seen-opened = Op { $date } keek { $who }.
seen-said-yes = Op { $date } zei { $who } ja.
seen-said-yes-again = Op { $date } zei { $who } nog een keer ja.
seen-took-back = Op { $date } stopte { $who }.
seen-made-link = Op { $date } maakte { $who } een nieuwe link.
seen-came-in = Op { $date } kwam iemand binnen met uw code.
seen-recorded = Op { $date } kwam er een video bij.
seen-answers = Op { $date } was { $who } bezig met uw antwoorden.
seen-recorded-sound = Op { $date } kwam er geluid bij van uw gesprek met de coach.
seen-sound-yes = Op { $date } zei { $who } ja tegen geluid.
seen-sound-no = Op { $date } wiste { $who } het geluid.
seen-uninvited = Op { $date } vroeg { $who } de coach niet meer mee te kijken.
seen-made-ready = Op { $date } zette de computer de video klaar.
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
place-cards = Kaarten voor twee
place-cards-why = Schrijf ieder iets. Praat er dan over.
place-planned = U kijkt samen op { $date }, om { $time }.
place-planned-file = Zet in uw agenda
seen-cards = Op { $date } las { $who } de kaarten die u deelt.
