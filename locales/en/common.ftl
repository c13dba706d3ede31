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
menu-account = My account
and = and

perspective-professional = professional
perspective-client = client
perspective-coach = coach

the-professional = the professional
the-client = the client
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
