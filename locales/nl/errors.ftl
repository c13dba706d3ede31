## Why something cannot be done now, and what can

refusal-code-wrong = Dit klopt niet. Kijk of u uw nieuwste papier hebt en probeer het nog eens. Het kan nog { $left } keer. Lukt het niet? Bel { $phone }.
refusal-code-again = U was een tijd weg. Vul eerst uw code weer in.
refusal-code-locked = U probeerde het te vaak. Wacht { $minutes ->
        [one] één minuut
       *[other] { $minutes } minuten
    }, of bel { $phone }.
refusal-consent-missing = Nog niet iedereen zei ja. Vraag dat eerst, dan kunt u verder.
refusal-consent-second = We wachten op het tweede ja. Kom daarna terug.
refusal-consent-withdrawn = Het ja voor dit gesprek is gestopt. Alles is gewist. U hoeft niets te doen.
refusal-purpose = Op { $purpose } is geen ja gezegd. Vraag het eerst, of kies iets anders.
refusal-retention = De bewaartijd is om, dus de video is gewist. Maak een nieuwe opname.
refusal-not-invited = U bent hier niet voor gevraagd. Vraag het { the-professional }.
refusal-look-blind = Rond eerst uw eigen kijkronde af. Daarna ziet u die van de ander.
refusal-look-sealed = Deze kijkronde is klaar en staat vast. U kunt nog wel iets toevoegen.
refusal-look-empty = Er staat nog geen antwoord. Kies er een. 'Weet ik niet' mag ook.
refusal-file-type = Dit bestand kunnen wij niet lezen. Kies een video, zoals MP4 of WebM.
refusal-file-empty = Dit bestand is leeg. Kies een ander bestand.
refusal-file-large = Dit bestand is groter dan { $max }. Maak het korter.
refusal-file-broken = Dit bestand is stuk. Haal het nog eens van de camera.
refusal-camera = De camera staat nog niet aan. Klik op het slotje bovenaan en zeg ja.
refusal-microphone = Wij horen niets. Zet de microfoon aan en probeer opnieuw.
refusal-disk = Er is bij ons geen plek meer. Wat al binnen is, blijft bewaard. Bel { $phone }.
refusal-offline = U hebt geen internet. Ga rustig door. Wij bewaren alles en sturen het later.
refusal-changed-meanwhile = Iemand anders schreef hier ook. Beide teksten staan er nog. Kies samen.
refusal-interview-offered = Dit ligt nu bij de ander om na te lezen. Het staat stil.
refusal-interview-waiting = De coach is nog bezig. Kom later terug.
refusal-interview-empty = Er staat nog niets. Schrijf eerst iets op.
refusal-interview-undecided = Kies eerst bij elk stukje wat u wilt.
refusal-interview-sound = Er is nog geen ja tegen geluid.
refusal-tryout-told = Hier is al over verteld. Het staat nu vast.
refusal-failure = Er ging iets mis bij ons. Probeer het straks, of bel { $phone } en noem { $code }.
refusal-unknown = Dit kunnen wij niet vinden. Misschien is het er niet meer. Ga terug en probeer het daar.
refusal-dialogue-ended = Het samen kijken is klaar. Begin opnieuw als u verder wilt.
refusal-not-leading = Iemand anders leidt nu. Vraag of u mag leiden.
refusal-leader-there = Wie leidt, is er nog. Vraag of u mag leiden.
refusal-table-full = Er kijken te veel schermen mee. Sluit er een en probeer het weer.
refusal-tryout-early = Er is nog niets geprobeerd. Dat komt na het volgende gesprek.
refusal-dialogue-early = Er zijn nog geen twee kijkrondes klaar. Daarna kunt u samen kijken.
refusal-recording-missing = Er is nog geen opname. Neem eerst het gesprek op.
refusal-recording-present = Er is al een opname van dit gesprek. Een tweede past er niet bij.
refusal-position = Dat punt zit niet in de opname. Kies een punt op de tijdlijn.
refusal-times-moved = Er is net een stuk uit de opname gehaald. De tijden zijn nu anders. Dit is nog niet bewaard. Open de pagina opnieuw.
refusal-cut-busy = Er wordt een stuk uit de opname gehaald. Tot dat klaar is, kan niemand kijken. Kom later terug.
refusal-cut-early = De opname is nog niet klaar. Daarna kan er een stuk uit.
refusal-cut-nothing = Dat stuk is te kort. Kies een begin en een einde.
refusal-cut-all = Zo blijft er niets over. Dan kan alles beter weg.
refusal-signed-out = U bent niet meer ingelogd. Log opnieuw in en probeer het nog eens.
refusal-link = Open eerst uw link en vul uw code in.
refusal-too-large = Dit is te veel tekst in één keer. Ga terug, uw tekst staat er nog. Maak hem korter.
refusal-form = Er ontbreekt iets in het formulier. Ga terug en kijk het na.
refusal-upload-busy = Dit bestand komt al binnen in een ander venster. Ga daar verder.
refusal-upload-elsewhere = Dit stuk is al binnen. Kies het bestand nog eens, dan gaat het verder.
refusal-handed-over = Dit scherm is nu voor de vragen. Geef het terug aan wie het u gaf.
refusal-link-theirs = De cliënt kijkt al. Rond eerst uw eigen kijkronde af. Daarna kan er een nieuwe link komen.
refusal-name-found = Hier staat misschien een naam: { $word }. Haal die weg en deel opnieuw.
refusal-alternative-tried = Dit idee wordt al geprobeerd. Het kan nu niet meer anders.
refusal-journey-closed = Dit traject is klaar. U kunt het nog wel lezen.
refusal-handover-other = Nu is de ander aan het woord. Wacht daar even op.
refusal-card-turned = Deze kaart ligt al omgedraaid. Draai hem eerst terug.
refusal-taken-often = U haalde dit net al een paar keer op. Wacht een uur en probeer het dan weer.
invalid-password-often = Het wachtwoord klopte te vaak niet. Log uit en weer in.

# Een formulier dat na het einde van een sessie werd gestuurd
kept-title = Uw tekst is er nog
kept-why = Wij weten niet meer wie u bent. Daarom is nog niets bewaard. Uw tekst staat hieronder.
kept-come-in = Kom opnieuw binnen. Dat gaat open in een nieuw venster.
kept-or-link = Of open uw link in een nieuw venster.
kept-link = Open uw link in een nieuw venster en vul uw code in.
kept-back = Kom dan terug naar dit venster.
kept-press = Druk op 'Stuur opnieuw'.
kept-text = Uw tekst
kept-act = Stuur opnieuw
