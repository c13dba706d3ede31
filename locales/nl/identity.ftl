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
fresh-lead = Wat je wilt doen, heeft grote gevolgen. Laat daarom zien dat jij het bent. Wat je invulde, blijft staan. Daarna vragen we het { $minutes } minuten niet meer.
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
