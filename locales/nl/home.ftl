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
