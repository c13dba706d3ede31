## Notices: in the program and by mail

menu-notices = Meldingen
notices-title = Meldingen
notices-lead = Alles wat nu op je wacht. Wat voorbij is, verdwijnt vanzelf.
notices-none = Er wacht nu niets op je. Goed zo.
notices-new = nieuw
notices-seen = Ik heb het gezien
notices-mail = Bericht per mail
notices-mail-on = Je krijgt hoogstens één mail per dag als er iets op je wacht. In de mail staat niet wat, en geen namen.
notices-mail-off = Je krijgt geen mail. Je ziet het hier als er iets op je wacht.
notices-mail-none = Op deze installatie is mail nog niet ingesteld. Je ziet het hier als er iets op je wacht.
notices-mail-stop = Stuur mij geen mail
notices-mail-start = Stuur mij wel mail

## The mail itself: it holds nothing of what waits

mail-subject = Er wacht iets op je in Meerzien
mail-text = Er wacht iets op je in Meerzien. Log in om te zien wat.
mail-why = Je krijgt hoogstens één bericht per dag. Geen mail meer? Zet het uit bij Meldingen.

## The letter of an invitation

invited-subject = Uitnodiging voor Meerzien van { $organisation }
invited-text = Je bent uitgenodigd om mee te doen in Meerzien, bij { $organisation }. Met deze link maak je een account:
invited-until = De link werkt tot { $date }, en één keer. Kreeg je meer uitnodigingen? Dan werkt alleen de nieuwste.
invited-unasked = Verwacht je dit niet? Dan hoef je niets te doen.
