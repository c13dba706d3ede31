## What stands around every page

frame-skip = To the content
frame-menu = Main menu
frame-light = Light
frame-dark = Dark
frame-sign-out = Sign out
frame-footer = Meerzien. Looking back together, learning together.
menu-home = Home
menu-journey = My journey
menu-people = People
menu-privacy = Privacy
menu-account = My account
and = and

perspective-professional = { label-professional }
perspective-client = { label-other }
perspective-coach = coach

the-professional = the { label-professional }
the-client = the { label-other }
the-coach = the coach
you = you

role-professional = professional
role-coach = coach
role-manager = manager
role-privacy-officer = privacy officer
role-administrator = administrator
role-researcher = researcher

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

time-spoken =
    { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }

fault-title = That did not work
fault-back = Go on

## How people are called, by the kind of conversation. Messages that use these need $kind.

label-lead =
    { $kind ->
        [manager-professional] your manager
        [between-managers] your colleague
       *[client-professional] your contact person
    }
label-lead-first =
    { $kind ->
        [manager-professional] Your manager
        [between-managers] Your colleague
       *[client-professional] Your contact person
    }
label-other =
    { $kind ->
        [manager-professional] employee
        [between-managers] colleague
       *[client-professional] client
    }
label-other-first =
    { $kind ->
        [manager-professional] Employee
        [between-managers] Colleague
       *[client-professional] Client
    }
label-professional =
    { $kind ->
        [manager-professional] manager
        [between-managers] manager
       *[client-professional] professional
    }
label-professional-first =
    { $kind ->
        [manager-professional] Manager
        [between-managers] Manager
       *[client-professional] Professional
    }
label-stake =
    { $kind ->
        [manager-professional] your work and appraisal
        [between-managers] your work and appraisal
       *[client-professional] your benefits and help
    }
label-stake-first =
    { $kind ->
        [manager-professional] Your work and appraisal
        [between-managers] Your work and appraisal
       *[client-professional] Your benefits and help
    }
label-file =
    { $kind ->
        [manager-professional] your personnel file
        [between-managers] your personnel file
       *[client-professional] your file
    }
