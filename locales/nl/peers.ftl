## Peer consultation: colleagues who look along

peer-title = Collega's kijken mee
peer-lead = Vraag een collega om mee te kijken. Dat kan als iedereen in beeld daar twee keer ja op zei.
peer-nobody = Er is nu geen collega die je kunt vragen.
peer-who = Wie vraag je?
peer-who-help = Je collega ziet de opname en wat ieder zag, schrijft erbij en kan iets aanbieden.
peer-invite = Vraag deze collega
peer-asked-h = Wie kijkt mee?
peer-asked-none = Nog niemand.
peer-since = Kijkt mee sinds { $date }
peer-until = Keek mee tot { $date }
peer-end = Stop het meekijken
peer-notes-h = Wat collega's zagen
peer-notes-none = Er staat nog niets.
peer-by = { $name }, { $date }

peer-list-title = Meekijken
peer-list-lead = Hier vroeg een collega jou om mee te kijken.
peer-list-none = Op dit moment vraagt niemand je om mee te kijken.
peer-asks = Kijk mee met { $name }
peer-answered = je schreef iets
peer-unanswered = je schreef nog niets

peer-look-title = Meekijken met een collega
peer-look-lead = Zeg wat je ziet en hoort, met tijd. Geef geen raad, tenzij daarom is gevraagd. Wat hier klinkt, blijft hier.
peer-write-h = Wat zag jij?
peer-note = Ik zie …, ik hoor …
peer-note-help = Wie aan tafel zat, leest dit.
peer-save = Bewaar
peer-remove = Haal weg
peer-offers-h = Wat had hier ook gekund?

invalid-colleague = Kies een collega uit de lijst.
invalid-peer-empty = Schrijf op wat je zag.
invalid-coach-colleague = Deze collega keek al mee, en kan niet meer blind kijken. Kies iemand anders.
