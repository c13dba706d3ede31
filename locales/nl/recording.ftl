## Recording: in the room with the camera, or a file

recording-title = Opnemen
recording-back = Terug naar het gesprek
recording-lead = Neem het gesprek op, of breng een bestand dat er al is.
recording-camera = Met de camera
recording-camera-help = Zet de tablet of laptop zo neer dat jullie er allebei op staan. Tijdens het opnemen wordt alles meteen bewaard.
recording-camera-act = Open de camera
recording-file = Een bestand
recording-file-help = Van een andere camera of van een beeldbelgesprek. Ook alleen geluid kan.
recording-file-act = Kies een bestand
recording-refused-gone = Van dat bestand is niets bewaard.

recording-stopped = Deze opname is halverwege gestopt.
recording-kept = Er is { $kept } veilig bewaard.
recording-stopped-help = Loopt de opname nog in een ander venster? Ga daar dan verder.
recording-close-act = Bewaar wat er is
recording-discard-act = Gooi weg
recording-file-unnamed = het bestand
recording-file-begun = Van { $name } is { $kept } van { $all } binnen.
recording-file-begun-help = Kies hetzelfde bestand nog eens, dan gaat het verder waar het bleef.
recording-go-on = Ga verder

recording-whole = De opname is binnen en veilig bewaard.
recording-working = Klaarzetten om te kijken: { $percent } %.
recording-working-name = Klaarzetten
recording-working-help = Je hoeft hier niet te wachten.
recording-look-again = Kijk hoe ver het is
recording-failed = De opname is veilig bewaard, maar klaarzetten om te kijken lukte niet. Probeer het nog eens.
recording-again-act = Probeer opnieuw
recording-ready = De opname staat klaar.
recording-itself = De opname
recording-lasts = Ze duurt { $time }.
recording-cut-short = Ze stopt eerder dan het gesprek. Wat er was, is bewaard.
recording-look-act = Kijk

recording-file-title = Een bestand brengen
recording-file-lead = Kies de opname van dit gesprek. Sluit je dit venster, dan kun je later verder waar je bleef.
recording-file-same = Kies { $name } nog eens. Het gaat verder waar het bleef.
recording-file-choose = Kies een bestand, of sleep het hierheen
recording-file-kinds = Video of geluid, zoals MP4, MOV, WebM, MKV, M4A, MP3, OGG of WAV. Hoogstens { $max }.
recording-upload-name = Hoeveel er binnen is
recording-pause = Pauze
recording-say-sent = { $sent } van { $all } binnen
recording-say-left = nog ongeveer { $time }
recording-say-paused = Gepauzeerd. Wat binnen is, blijft bewaard.
recording-say-whole = Alles is binnen.
recording-say-other = Dit is een ander bestand dan waarmee je begon. Kies hetzelfde bestand, of gooi het begin weg.
recording-say-failed = Dit lukte niet. Wat binnen is, blijft bewaard. Ga terug en probeer het nog eens.
recording-needs-script = Voor opnemen en bestanden brengen is JavaScript nodig. Zet dat aan in je browser.

recording-camera-title = Opnemen met de camera
recording-camera-lead = Staan jullie allebei in beeld? Zeg iets, en kijk of het balkje beweegt.
recording-preview = Beeld van de camera
recording-sound-only = Alleen geluid
recording-sign = opname
recording-sign-paused = pauze
recording-level = Geluid
recording-start = Start de opname
recording-stop = Stop
recording-stop-ask = Stoppen met opnemen?
recording-stop-means = Na het stoppen is de opname klaar. Er kan dan niets meer bij.
recording-stop-yes = Stop en bewaar
recording-stop-no = Neem verder op
recording-device-camera = Camera
recording-device-none = Geen camera, alleen geluid
recording-device-microphone = Microfoon
recording-say-safe = Veilig bewaard tot { $time }
recording-say-nothing-yet = Er wordt nog niets opgenomen.
recording-say-started = De opname loopt.
recording-say-camera-paused = Pauze. Er wordt nu niets opgenomen.
recording-say-offline = Geen verbinding. We bewaren hier verder.
recording-say-online = De verbinding is er weer.
recording-say-last = Nog even. We bewaren het laatste stuk.
recording-say-no-device = Er is geen microfoon gevonden. Sluit er een aan en probeer opnieuw.
recording-say-lost = De camera of microfoon is losgeraakt. Wat is opgenomen, wordt bewaard.

# Een stuk eruit laten halen
cut-title = Haal een stuk uit de video
cut-why = Iedereen in beeld mag dat vragen.
cut-back = Terug
cut-lead = Kies waar het stuk begint en waar het stopt. Dat stuk wordt gewist. Niemand hoeft daar ja op te zeggen.
cut-beside = Hier kunt u niet kijken. Vraag in de kamer hoe laat het stuk begint en stopt. Vul dat hier in.
cut-lasts = De video duurt { $length }.
cut-from = Begin van het stuk
cut-to = Einde van het stuk
cut-from-here = Hier begint het
cut-to-here = Hier stopt het
cut-minutes = Minuten
cut-seconds = Seconden
cut-next = Verder
cut-busy = Wij halen het stuk eruit. Tot dat klaar is, kan niemand kijken.
cut-busy-act = Kijk of het klaar is
cut-stop = Stop met alles
cut-lines = Wat eruit ging
cut-own-busy = Gevraagd op { $date }: van { $from } tot { $to }. Dat is { $length }. Wij halen het er nu uit.
cut-own-done = Gevraagd op { $date }: van { $from } tot { $to }. Dat is { $length }. Het is weg sinds { $done }.
cut-other-busy = Gevraagd op { $date }: een stuk van { $length }. Wij halen het er nu uit.
cut-other-done = Gevraagd op { $date }: een stuk van { $length }. Het is weg sinds { $done }.
cut-sure-title = Zeker weten?
cut-sure = Dit stuk gaat weg: van { $from } tot { $to }. Dat is { $length }.
cut-sure-what = Het beeld en het geluid gaan weg. Wat iemand bij dit stuk merkte, gaat ook weg. De rest schuift naar voren.
cut-sure-ever = Dit kan niet terug.
cut-sure-act = Ja, haal dit stuk eruit
cut-sure-back = Nee, ga terug
cut-moved-title = De tijden zijn anders
cut-moved-kept = Dit stond er. Neem het mee naar de nieuwe pagina.
cut-moved-text = Wat er stond
cut-moved-act = Open de pagina opnieuw
invalid-cut-time = Vul bij begin en einde een tijd in.
cut-length = { $seconds ->
    [one] 1 seconde
   *[other] { $seconds } seconden
}
