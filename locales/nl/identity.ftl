## Signing in, invitations, one's own account

sign-in-title = Inloggen
sign-in-demo = Kijk rond in de demo
sign-in-demo-help = Deze mensen bestaan niet. Kies er een en kijk met hun ogen.
sign-in-as = Kies
sign-in-password-title = Met e-mail en wachtwoord
sign-in-act = Log in
field-email = E-mailadres
field-password = Wachtwoord
field-password-new = Kies een wachtwoord
field-password-hint = Minstens vijftien tekens. Een zin die alleen jij kent, werkt goed.
field-name = Hoe heet je?
invitation-title = Welkom bij Meerzien
invitation-lead = Je bent uitgenodigd met { $email }. Kies een naam en een wachtwoord, dan kun je beginnen.
invitation-act = Begin
account-title = Mijn account
account-sessions = Waar je bent ingelogd
account-sessions-help = Herken je een apparaat niet? Log het hier uit.
account-this = dit apparaat
account-seen = Laatst gebruikt: { $when }
account-end = Log uit
invalid-sign-in = Dit adres en wachtwoord passen niet bij elkaar. Probeer het nog eens.
invalid-password-wrong = Dit wachtwoord klopt niet. Probeer het nog eens.
invalid-password-short = Dit wachtwoord is te kort. Neem minstens vijftien tekens.
invalid-password-long = Dit wachtwoord is te lang. Neem hoogstens 256 tekens.
invalid-email = Dit is geen e-mailadres. Kijk het nog eens na.
invalid-email-taken = Met dit adres is er al een account.
invalid-email-invited = Dit adres is al uitgenodigd. Stuur die uitnodiging opnieuw, of trek haar in.
invalid-name = Vul een naam in van hoogstens honderd tekens.
invalid-roles = Kies minstens één rol.
invalid-last-administrator = Er moet een beheerder overblijven. Maak eerst iemand anders beheerder.
invalid-text-long = Deze tekst is te lang. Hij staat hier nog; maak hem korter.
account-second-why = Naast je wachtwoord kun je een tweede stap maken. Dan kan niemand anders met je wachtwoord naar binnen.
account-second-to = Tweede stap en wachtwoord
account-device = { $browser } op { $system }
account-browser-unknown = Onbekende browser
account-system-unknown = onbekend apparaat
account-since = Ingelogd sinds { $when }.
account-end-others = Log alle andere apparaten uit
field-code = Code
field-code-hint = Zes cijfers uit je app, of een code van je papier met herstelcodes.
field-app-code = De zes cijfers die de app nu toont
field-password-old = Je wachtwoord van nu
second-title = Tweede stap
second-lead = Je wachtwoord klopt. Vul nu een code in.
second-act = Ga verder
second-lost = App kwijt? Gebruik een herstelcode. Heb je die ook niet, vraag dan je beheerder om hulp.
second-leave = Stop en begin opnieuw
second-make-title = Maak je tweede stap
second-make-must = In jouw rol kun je veel. Daarom is een wachtwoord alleen niet genoeg. Je maakt nu een tweede stap. Daarna kom je binnen.
second-make-lead = Een app op je telefoon toont steeds een nieuwe code. Die vul je in na je wachtwoord.
second-make-open = Open een app voor codes op je telefoon. Bijvoorbeeld die van je organisatie, of een app voor wachtwoorden.
second-make-scan = Kies in de app voor toevoegen en scan het vierkant hieronder.
second-make-type = Vul de zes cijfers in die de app dan toont.
second-make-secret = Lukt scannen niet? Typ dan dit in de app:
second-make-no-camera = Laat dit aan niemand zien.
second-make-act = Klaar
codes-title = Je herstelcodes
codes-lead = Je tweede stap werkt. Raak je de app kwijt, dan kom je met een van deze codes binnen.
codes-once = Elke code werkt één keer. Je ziet ze alleen nu. Druk ze af of schrijf ze op, en bewaar ze op een veilige plek.
codes-kept = Je nieuwe app werkt. Je herstelcodes blijven zoals ze waren.
codes-on = Ik heb ze bewaard
factors-title = Tweede stap
factors-lead = Hier regel je hoe je laat zien dat jij het bent.
factors-app = App met codes
factors-app-why = Een app op je telefoon toont steeds een nieuwe code. Wie alleen je wachtwoord kent, komt dan niet binnen.
factors-app-since = Je gebruikt een app sinds { $date }.
factors-app-make = Maak een tweede stap
factors-app-other = Neem een andere app
factors-app-remove = Stop met de app
factors-codes = Herstelcodes
factors-codes-left = { $left ->
    [one] Je hebt nog één herstelcode.
   *[other] Je hebt nog { $left } herstelcodes.
}
factors-codes-few = { $left ->
    [0] Je herstelcodes zijn op. Maak nieuwe, voor als je je app kwijtraakt.
    [one] Je hebt nog maar één herstelcode. Maak nieuwe.
   *[other] Je hebt nog maar { $left } herstelcodes. Maak nieuwe.
}
factors-codes-new = Maak nieuwe herstelcodes
password-title = Wachtwoord veranderen
password-lead = Op je andere apparaten moet je daarna opnieuw inloggen.
password-act = Verander het wachtwoord
password-done = Je wachtwoord is veranderd. Op je andere apparaten ben je uitgelogd.
fresh-title = Ben jij het?
fresh-lead = Wat je wilt doen, heeft grote gevolgen. Laat daarom zien dat jij het bent. Daarna vragen we het { $minutes } minuten niet meer.
fresh-act = Bevestig en ga verder
fresh-nothing = Je hebt nog niets om mee te laten zien dat jij het bent. Log uit en opnieuw in, en maak dan meteen een tweede stap bij Mijn account.
fresh-leave = Doe het niet
invalid-code = Deze code klopt niet, of is al gebruikt. Wacht op een nieuwe code en probeer het nog eens.
invalid-app-code = Deze code klopt niet. Kijk of de klok van je telefoon goed staat, en vul in wat de app nu toont.
invalid-app-late = Dit duurde te lang. Begin opnieuw.
invalid-codes-alone = Maak eerst een tweede stap. Herstelcodes horen daarbij.
invalid-last-factor = In jouw rol moet je een tweede stap houden. Maak eerst een andere.
invalid-password-easy = Dit wachtwoord is makkelijk te raden. Neem bijvoorbeeld vier woorden die niet bij elkaar horen.
invalid-wait-seconds = { $count ->
    [one] Er ging te vaak iets mis. Wacht één seconde en probeer het dan nog eens.
   *[other] Er ging te vaak iets mis. Wacht { $count } seconden en probeer het dan nog eens.
}
invalid-wait-minutes = Er ging te vaak iets mis. Wacht { $count } minuten en probeer het dan nog eens.

## Through the organisation's own provider

sign-in-provider-title = Met je account van { $provider }
sign-in-provider-help = Je gaat even naar de inlogpagina van je organisatie en komt dan hier terug.
sign-in-provider-act = Log in met { $provider }
sign-in-password-emergency = Alleen voor wie van de systeembeheerder een noodwachtwoord kreeg.
invitation-lead-provider = Je bent uitgenodigd met { $email }. Log in met het account van je organisatie, dan kun je beginnen.
invalid-sign-in-provider = Je organisatie wil dat je inlogt met haar eigen account. Een wachtwoord werkt hier niet.
provider-trouble-title = Inloggen lukte niet
provider-again = Naar inloggen
provider-trouble-away = We kunnen { $provider } nu niet bereiken. Probeer het over een paar minuten nog eens.
provider-trouble-refused = { $provider } gaf geen goed antwoord. Lukt het straks weer niet? Vertel het aan wie de computers beheert.
provider-trouble-odd = Het antwoord van { $provider } klopt niet. Je bent niet ingelogd. Probeer het nog eens.
provider-trouble-stale = Dit inloggen is al afgerond, of het duurde te lang. Begin opnieuw.
provider-trouble-denied = Je bent bij { $provider } niet ingelogd. Probeer het nog eens.
provider-trouble-weak = { $provider } zegt niet dat je met een tweede stap bent ingelogd. Zonder die stap kom je hier niet binnen. Lukt het opnieuw niet? Vertel het aan wie de computers beheert.
provider-trouble-unknown = Je hebt hier nog geen account. Vraag de beheerder van Meerzien om een uitnodiging. Bij { $provider } ging het goed.
fresh-provider = Log nog een keer in bij { $provider }. Daarna vul je hier nog een keer in wat je wilde doen.
signed-out-title = Je bent uitgelogd
signed-out-lead = Bij { $provider } ben je nog wel ingelogd. Is dit een computer van meer mensen? Log daar dan ook uit.
signed-out-there = Log ook uit bij { $provider }
signed-out-again = Log weer in
sign-in-passkey-title = Zonder wachtwoord
sign-in-passkey-help = Heb je een toegangssleutel gemaakt? Dan log je in met je vinger, je gezicht of de pincode van je apparaat.
sign-in-passkey-act = Log in met een toegangssleutel
factors-passkeys = Toegangssleutels
factors-passkeys-why = Een toegangssleutel zit in je telefoon of computer. Je logt in met je vinger, je gezicht of een pincode. Een wachtwoord is dan niet nodig.
factors-passkey-since = Gemaakt op { $date }.
factors-passkey-rename = Andere naam
factors-passkey-rename-act = Bewaar de naam
factors-passkey-remove = Haal weg
passkey-title = Maak een toegangssleutel
passkey-lead = Je apparaat vraagt zo om je vinger, je gezicht of een pincode. Wij krijgen die niet te zien.
passkey-name = Naam van de sleutel
passkey-name-hint = Zo herken je hem later. Bijvoorbeeld: laptop van het werk.
passkey-make-act = Maak de sleutel
passkey-use = Gebruik een toegangssleutel
passkey-sorry = Het lukte niet met je apparaat. Probeer het nog eens, of kies een andere manier.
passkey-script = Hiervoor moet JavaScript aan staan in je browser.
invalid-passkey = Deze toegangssleutel werkt hier niet. Probeer het nog eens, of kies een andere manier.
invalid-passkey-here = Toegangssleutels werken niet op dit adres. Vraag je beheerder om hulp.
invalid-passkey-many = Je hebt al heel veel toegangssleutels. Haal er eerst een weg.
invalid-passkey-name = Geef de sleutel een naam van hoogstens zestig tekens.

## A forgotten password

sign-in-forgotten = Wachtwoord vergeten?
forgotten-title = Wachtwoord vergeten
forgotten-lead = Vul je e-mailadres in. Je krijgt een mail met een link. Daarmee kies je een nieuw wachtwoord.
forgotten-act = Stuur mij een link
forgotten-asked = Hoort er bij dit adres een account? Dan staat er binnen een paar minuten een mail klaar.
forgotten-asked-link = De link in de mail werkt één uur, en één keer.
forgotten-asked-nothing = Geen mail? Kijk ook bij ongewenste mail. Kreeg je kort geleden al een mail? Gebruik dan die: we sturen er niet steeds een nieuwe.
forgotten-ask = Vraag de beheerder van Meerzien bij jouw organisatie om een nieuw wachtwoord. Op deze installatie gaat dat niet per mail.
forgotten-provider = Bij jouw organisatie log je in met { $provider }. Een nieuw wachtwoord vraag je daar.
new-password-title = Kies een nieuw wachtwoord
new-password-lead = Daarna log je ermee in. Op al je apparaten ben je dan uitgelogd. Heb je een tweede stap, dan vragen we die gewoon.
new-password-act = Bewaar het wachtwoord
new-password-done = Je wachtwoord is veranderd. Log er nu mee in.
new-password-dead = Deze link werkt niet, of niet meer. Een link werkt één uur, en één keer.
new-password-again = Vraag een nieuwe link

## Letters about one's own account

letter-link-subject = Een nieuw wachtwoord voor Meerzien
letter-link-text = Met deze link kies je een nieuw wachtwoord voor je account bij { $organisation }:
letter-link-until = De link werkt één uur, en één keer.
letter-link-unasked = Vroeg je dit niet? Dan hoef je niets te doen: je wachtwoord blijft zoals het was.
letter-none-text = Iemand vroeg een nieuw wachtwoord voor je account bij { $organisation }. Dit account heeft geen wachtwoord. Je logt in met het account van je organisatie.
letter-changed-subject = Er is iets veranderd aan je account bij Meerzien
letter-password-text = Het wachtwoord van je account bij { $organisation } is veranderd, op { $when }.
letter-added-text = Bij je account bij { $organisation } is een tweede stap of een toegangssleutel gemaakt, op { $when }.
letter-removed-text = Bij je account bij { $organisation } is een tweede stap of een toegangssleutel weggehaald, op { $when }.
letter-anew-text = Je account bij { $organisation } is opnieuw begonnen, op { $when }. Het heeft een ander wachtwoord en geen tweede stap meer.
letter-changed-unknown = Was jij dit niet? Kies dan meteen een nieuw wachtwoord met deze link, en vertel het de beheerder van Meerzien bij je organisatie:
