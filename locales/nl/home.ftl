## The home page

home-title = Welkom terug
home-waiting = Wat wacht op mij
home-waiting-none = Er wacht nu niets op je. Goed zo.
home-conversations = Mijn gesprekken
home-empty-professional = Hier komen je gesprekken te staan. Begin met één gesprek waar je nog aan denkt. De rest wijst zich vanzelf.
home-empty-coach = Hier komen de gesprekken waarbij je bent gevraagd. De professional nodigt je uit. Zodra ieder ja zei, kun je kijken.
home-path-of = De stappen van { $name }
home-new = Nieuw gesprek
home-administrator = Beheer
home-administrator-text = Je regelt wie meedoet, in welk team en met welke rol. Van wat er gezegd is zie je niets.
home-manager = Leren als organisatie
home-manager-text = Je ziet hier geen gesprekken en geen mensen. Lessen en patronen van groepen komen hier te staan zodra er genoeg zijn.
home-privacy-officer = Privacy
home-privacy-officer-text = Je kunt een toestemming intrekken op het woord van een cliënt. Van wat er gezegd is zie je niets.

## What waits, and why. { $name } is the conversation, { $who } whoever is ready.

wait-second-own = { $days ->
        [one] Zeg of het ja blijft: nog 1 dag
       *[other] Zeg of het ja blijft: nog { $days } dagen
    }
wait-second-own-why = Zonder je tweede ja wordt alles van { $name } gewist.
wait-second-client = { $days ->
        [one] Vraag de cliënt om het tweede ja: nog 1 dag
       *[other] Vraag de cliënt om het tweede ja: nog { $days } dagen
    }
wait-second-client-why = Zonder dat ja wordt alles van { $name } gewist.
wait-consent-own = Zeg zelf ja of nee
wait-consent-own-why = { $name }: ook jij bent in beeld.
wait-consent-client = Vraag de cliënt om toestemming
wait-consent-client-why = { $name }: zonder ja kan er niets worden opgenomen.
wait-record = Neem het gesprek op
wait-record-why = { $name }: iedereen in beeld zei ja.
wait-recording-on = Maak de opname af
wait-recording-on-why = { $name }: een deel is al veilig binnen.
wait-recording-again = Breng een ander bestand
wait-recording-again-why = { $name }: het vorige bestand was geen opname.
wait-look = Kijk het gesprek terug
wait-look-why = { $name } staat klaar om te kijken.
wait-look-ready = { $name }: { $who } is al klaar met kijken.
wait-seal = Zet je kijkronde af
wait-seal-why = { $name }: je bent begonnen en kunt afronden.
wait-seal-ready = { $name }: { $who } is al klaar.
wait-dialogue = Kijk samen
wait-dialogue-why = { $name }: de kijkrondes liggen naast elkaar.
wait-reading = Lees samen verder
wait-reading-why = { $name }: nog niet bij elke vraag staat wat jullie samen zien.
wait-choose = Kies één ding om te proberen
wait-choose-why = { $name }: jullie lazen samen, nu kan er iets anders.
wait-tell = Vertel wat er gebeurde
wait-tell-why = Wat er na { $name } is geprobeerd, wacht op jouw verhaal.
wait-card-today = Vandaag probeer je het: kijk op je kaartje
wait-card-today-why = Wat je na { $name } wilde proberen, past op één kaartje.
wait-card-tomorrow = Morgen probeer je het: kijk op je kaartje
wait-card-tomorrow-why = Wat je na { $name } wilde proberen, past op één kaartje.
wait-did-it-come = Kwam dat gesprek er nog?
wait-did-it-come-why = Wat je na { $name } wilde proberen, wacht al een tijd. Iets anders is ook goed.
wait-read-back = Lees terug wat u vertelde
wait-read-back-why = { $name }: de coach schreef het op. U zegt of het klopt.
wait-verdict = Zeg wat je ermee doet
wait-verdict-why = Na { $name }: houden, aanpassen, loslaten of nog eens.
wait-retention = { $days ->
        [one] Lees wat je nog wilt lezen: nog 1 dag
       *[other] Lees wat je nog wilt lezen: nog { $days } dagen
    }
wait-retention-why = Daarna is de bewaartijd van { $name } om en wordt alles gewist.
wait-cut = Er is een stuk van { $length } uit de opname gehaald
wait-cut-why = { $name }: iemand in beeld vroeg dat. Wat daarna komt, schoof naar voren.
wait-hand-over = Zeg ja of nee tegen zelf verdergaan
wait-hand-over-why = De ander stelt voor dat het traject zonder vaste coach verdergaat.
wait-act = Bekijk
wait-more = Zie alles wat wacht
wait-new = { $n ->
        [one] 1 nieuwe melding
       *[other] { $n } nieuwe meldingen
    }

## What a privacy officer and an administrator keep an eye on

home-second = Wacht op een tweede ja
home-second-none = geen gesprek
home-second-some = { $n ->
        [one] 1 gesprek, tot { $date }
       *[other] { $n } gesprekken, het eerste tot { $date }
    }
home-ending = Bewaartijd om binnen dertig dagen
home-ending-some = { $n ->
        [one] 1 gesprek, op { $date }
       *[other] { $n } gesprekken, het eerste op { $date }
    }
home-ended = Gestopt in de laatste dertig dagen
home-ended-some = { $n ->
        [0] geen gesprek
        [one] 1 gesprek
       *[other] { $n } gesprekken
    }
home-board-some = { $n ->
    [0] niets gemeld
    [one] 1 stukje gemeld
   *[other] { $n } stukjes gemeld
}
home-health = Hoe het huis erbij staat
home-health-jobs = Opnames die worden klaargezet
home-health-failed = Klaarzetten lukte niet
home-health-room = Opslag in gebruik
home-health-room-some = { $size } voor { $n ->
        [one] 1 opname
       *[other] { $n } opnames
    }
home-health-mail = Mail
home-health-mail-on = ingesteld
home-health-mail-off = niet ingesteld
home-health-mail-failing = { $n ->
        [one] ingesteld, maar bij 1 adres lukt het nu niet
       *[other] ingesteld, maar bij { $n } adressen lukt het nu niet
    }
home-health-version = Versie
home-search = Zoek in mijn gesprekken
