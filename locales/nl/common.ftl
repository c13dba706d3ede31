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
menu-privacy = Privacy
menu-account = Mijn account
and = en

perspective-professional = { label-professional }
perspective-client = { label-other }
perspective-coach = coach

the-professional = de { label-professional }
the-client = de { label-other }
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

## How people are called, by the kind of conversation. Messages that use these need $kind.

label-lead =
    { $kind ->
        [manager-professional] uw leidinggevende
        [between-managers] uw collega
       *[client-professional] uw contactpersoon
    }
label-lead-first =
    { $kind ->
        [manager-professional] Uw leidinggevende
        [between-managers] Uw collega
       *[client-professional] Uw contactpersoon
    }
label-other =
    { $kind ->
        [manager-professional] medewerker
        [between-managers] collega
       *[client-professional] cliënt
    }
label-other-first =
    { $kind ->
        [manager-professional] Medewerker
        [between-managers] Collega
       *[client-professional] Cliënt
    }
label-professional =
    { $kind ->
        [manager-professional] leidinggevende
        [between-managers] leidinggevende
       *[client-professional] professional
    }
label-professional-first =
    { $kind ->
        [manager-professional] Leidinggevende
        [between-managers] Leidinggevende
       *[client-professional] Professional
    }
label-stake =
    { $kind ->
        [manager-professional] uw werk en beoordeling
        [between-managers] uw werk en beoordeling
       *[client-professional] uw uitkering en hulp
    }
label-stake-first =
    { $kind ->
        [manager-professional] Uw werk en beoordeling
        [between-managers] Uw werk en beoordeling
       *[client-professional] Uw uitkering en hulp
    }
label-file =
    { $kind ->
        [manager-professional] uw personeelsdossier
        [between-managers] uw personeelsdossier
       *[client-professional] uw dossier
    }
