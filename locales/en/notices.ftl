## Notices: in the program and by mail

menu-notices = Notices
notices-title = Notices
notices-lead = Everything that waits for you now. What is over goes away by itself.
notices-none = Nothing waits for you now. Good.
notices-new = new
notices-seen = I have seen it
notices-mail = Notice by mail
notices-mail-on = You get at most one mail a day when something waits for you. The mail does not say what, and holds no names.
notices-mail-off = You get no mail. You see it here when something waits for you.
notices-mail-none = Mail has not been set up on this installation. You see it here when something waits for you.
notices-mail-stop = Send me no mail
notices-mail-start = Send me mail

## The mail itself: it holds nothing of what waits

mail-subject = Something is waiting for you in Meerzien
mail-text = Something is waiting for you in Meerzien. Sign in to see what.
mail-why = You get at most one message a day. No more mail? Switch it off under Notices.

## The letter of an invitation

invited-subject = Invitation to Meerzien from { $organisation }
invited-text = You have been invited to take part in Meerzien, at { $organisation }. With this link you make an account:
invited-until = The link works until { $date }, and once. Did you get more invitations? Then only the newest works.
invited-unasked = Were you not expecting this? Then you need not do anything.
