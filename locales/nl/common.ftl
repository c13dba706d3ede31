## What stands around every page

frame-skip = Naar de inhoud
frame-menu = Hoofdmenu
frame-light = Licht
frame-dark = Donker
frame-sign-out = Uitloggen
frame-footer = Meerzien. Samen terugkijken, samen leren.
menu-home = Start
menu-journey = Mijn traject
menu-people = Mensen
menu-account = Mijn account
and = en

perspective-professional = professional
perspective-client = cliënt
perspective-coach = coach

the-professional = de professional
the-client = de cliënt
the-coach = de coach
you = jou

role-professional = professional
role-coach = coach
role-manager = leidinggevende
role-privacy-officer = privacy officer
role-administrator = beheerder
role-researcher = onderzoeker

month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

time-spoken =
    { $minutes ->
        [one] 1 minuut
       *[other] { $minutes } minuten
    } { $seconds ->
        [one] 1 seconde
       *[other] { $seconds } seconden
    }

fault-title = Dit ging niet
fault-back = Ga verder
