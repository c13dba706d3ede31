## The client's way in

entry-title = Welcome
entry-lead = Fill in the code that is on your paper.
entry-code = Your code
entry-code-help = Eight letters and digits. Dashes and capitals do not matter.
entry-act = Open
entry-again-title = Your code, once more
entry-again-lead = You were away for a while. Fill in your code again. Then you can go on.
entry-again-staff = Do you work here? Then sign in.

## The five doors

place-title = Hello
place-title-name = Hello { $name }
place-lead = This is your own place. You only get in with your code.
place-lead-account = This is your own place. Only you come here.
place-ask = We want to ask you something
place-ask-text = May we record the conversation? You say yes or no.
place-ask-act = See the questions
place-second-text = The conversation is over. Is it still yes? { $days ->
        [one] You have 1 day left
       *[other] You have { $days } days left
    }, until { $date }.
place-second-act = Choose once more
place-look = Watch
place-look-why = See your conversation again.
place-look-later = You can when the video is ready.
place-tell = Tell us
place-tell-why = Say what it was like for you.
place-tell-later = You can after the second yes.
place-seen = Who watched?
place-seen-why = See who saw the video.
place-agreed = What did we agree?
place-agreed-why = See what you said yes to.
place-stop = Stop
place-stop-why = With everything, or with one thing.
place-code-title = Your new code
place-code-lead = Write it down. The old code no longer works. Your link stays the same.
place-link = Your link and your devices
place-link-lead = Did you lose your phone or your paper? Here you keep your place shut.
place-devices = Where does your link know you?
place-devices-help = Your code was right once on these devices. There too we ask for the code again each time.
place-device-this = this device
place-device-seen = last time: { $when }
place-device-end = Take away
place-link-code = Make a code that only you know
place-link-code-why = Your link stays the same.
place-link-code-lead = You get a new code. The old one then no longer works.
place-link-code-act = Make a new code
place-link-link = Make a new link
place-link-link-why = Your paper is worth nothing then.
place-link-link-lead = You get a new link and a new code. The old ones then work nowhere.
place-link-link-act = Make a new link
place-link-shut = Shut everything
place-link-shut-why = Then nobody gets into your place any more.
place-link-shut-lead = Your link then works nowhere. Not here either. What we have stays. You can ask for a new link.
place-link-shut-act = Shut everything
place-prove-back = Back
place-prove-help = We ask it once more. That way we know that it is you.
place-prove-password = Your password
place-prove-password-help = We ask it once more. That way we know that it is you.
place-renewed-title = Your new link and code
place-renewed-lead = Write them down or print them. You see them only once. Everywhere you now have to give the new code.
place-shut-title = Everything is shut
place-shut-lead = Your link works nowhere any more. What we have is still there.
place-shut-again = Do you want to get in again? Ask { label-lead } for a new link, or call { $phone }.
place-to-conversation = Back to the conversation
place-back = Back to the start

## At the foot of every page, and after leaving

ease-name = Help with this page
ease-later = Go on later
left-title = See you later
left-lead = Everything has been kept.
left-again = Do you want to go on? Open your link and fill in your code. Then you go on where you were.
left-help = You can close this screen now.

## Where a device runs no scripts

plain-look = The buttons do not work here. Look at the time in the video and fill it in. Rather not alone? Ask the coach to look with you.
plain-at = At what time? Like 12:04
plain-mark = Point at this
plain-again = See whether the card is open
plain-together = The picture does not run in step with the others here. Sit next to someone, or ask the coach to call.

## Who looked

seen-title = Who watched?
seen-lead = Here you see who did what. The newest is at the top.
seen-none = Nobody has watched yet.
seen-who-client = you
seen-who-professional = { label-lead } { $name }
seen-who-coach = coach { $name }
seen-who-other = { $name }
seen-who-other-client = { the-client }
seen-who-self = you
seen-opened = On { $date } { $who } watched.
seen-watched-short = On { $date } { $who } watched for less than a minute.
seen-watched = On { $date } { $who } watched for { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }.
seen-said-yes = On { $date } { $who } said yes.
seen-said-yes-again = On { $date } { $who } said yes once more.
seen-took-back = On { $date } { $who } stopped.
seen-made-link = On { $date } { $who } made a new link.
seen-new-code = On { $date } { $who } made a new code.
seen-shut-link = On { $date } { $who } shut a link.
seen-ended-device = On { $date } { $who } took a device away.
seen-wrong-codes-own = On { $date } someone typed a wrong code too often at your link.
seen-wrong-codes = On { $date } someone typed a wrong code too often at the link of { $who }.
seen-came-in-other = On { $date } someone came in with the code of { $who }.
seen-staff-lead = Who did what, and how long somebody watched. The newest is at the top. Everyone in the picture reads this too.
seen-staff-paper = On { $date } { $who } entered what was on paper.
seen-staff-link = Who watched, and for how long?
seen-came-in = On { $date } someone came in with your code.
seen-recorded = On { $date } a video was added.
seen-answers = On { $date } { $who } worked on your answers.
seen-recorded-sound = On { $date } sound of your talk with the coach came in.
seen-sound-yes = On { $date } { $who } said yes to sound.
seen-sound-no = On { $date } { $who } wiped the sound.
seen-invited = On { $date } { $who } asked a colleague to look along.
seen-tryout = On { $date } { $who } read what was tried out.
seen-uninvited = On { $date } { $who } asked the coach not to look along any more.
seen-made-ready = On { $date } the computer made the video ready.
seen-asked-cut = On { $date } { $who } asked to take a part out of the video.
seen-cut = On { $date } a part of the video was destroyed.
seen-destroyed = On { $date } everything was erased.

## What was agreed

agreed-title = What did we agree?
agreed-lead = This is what you said yes to. You can always stop.
agreed-none = You have not said yes to anything yet.
agreed-given = yes, on { $date }
agreed-confirmed = yes, and again on { $date }
agreed-withdrawn = stopped on { $date }
agreed-no = no yes
agreed-until = We erase the video on { $date }. That happens by itself.
agreed-leaflet = Read the leaflet

## What can be told

tell-lead = Choose what you want to tell us about.
tell-rating = How was this conversation for you?
tell-rating-why = Three short questions.
tell-after = How did it go after that?
tell-after-why = About what was tried out.
tell-together = Look together
tell-together-why = See what each of you saw.
agreed-shared = Sometimes we think of a sentence to say differently. That sentence can stay, also when you stop. It says nothing about you.

## What waits for the client, in their words

place-wait-look = Your conversation is ready. You can see it again.
place-wait-look-act = Look
place-wait-seal = You have begun to look. You can finish it.
place-wait-seal-act = Go on
place-wait-dialogue = You can talk together about what you saw.
place-wait-dialogue-act = Look together
place-wait-tell = Something was tried. You can tell how it went.
place-wait-tell-act = Tell
place-wait-retention = { $days ->
        [one] 1 day left. Then we delete everything of this conversation.
       *[other] { $days } days left. Then we delete everything of this conversation.
    }
place-wait-retention-act = Read what was agreed
place-wait-cut = A part of { $length } was taken out of the video.
place-wait-cut-act = See who watched
place-cards = Cards for two
place-cards-why = Each writes something. Then talk about it.
place-planned = You look together on { $date }, at { $time }.
place-planned-file = Put it in your calendar
seen-cards = On { $date } { $who } read the cards that you share.

## Everything about them, in one file

place-everything = Fetch everything we have about you
everything-title = Everything we have about you
everything-lead = You get one file. In it is a page that opens without the internet.
everything-what = The video is in it. So is what you wrote, what you said yes to and who watched. What others wrote is not in it.
everything-what-beside = In it is what you said yes to, and who watched. The video is not in it.
everything-keep = Keep the file safe. Whoever has it can see everything.
everything-act = Fetch everything
everything-index-title = Everything about you
everything-index-lead = This is what we had about you on { $date }.
everything-conversation = Your conversation
everything-day = Day of the conversation
everything-name = The name you chose
everything-ended = Everything of this conversation has been erased. This is what is left.
everything-yes = yes on { $date }
everything-yes-again = yes again on { $date }
everything-video = The video
everything-length = How long it is
everything-video-beside = You are in the picture. The conversation is someone else's, so the video is not in here. Do you want to see it? Ask us.
everything-look = What you saw
everything-sealed = You were done looking on { $date }.
everything-interview = What you told the coach
everything-own-words = Your words
everything-place = A moment
everything-together = What you saw together
everything-all-saw = Everyone saw this
everything-unknown = This we do not know yet
everything-differs = We still see this differently.
everything-earlier = This stood there first:
everything-takeaway = This you take along
everything-ideas = This you thought of doing differently:
everything-drawing = Your drawing
everything-log = Who watched?
everything-rest = And more
everything-data = The same for a computer
everything-not-here = What others wrote is not in here. That is theirs.
everything-ask = Is something not right? Call { $phone }. Is it about privacy? Ask { $privacyOfficer }.
seen-took-everything = On { $date } { $who } fetched everything about themselves.
seen-printed = On { $date } { $who } took along on paper what was read together or tried out.
seen-took-everything-own = On { $date } you fetched everything we have about you.

## The receipt, to keep

receipt-file-act = Keep this receipt
receipt-file-help = You get a file. It opens also when your link no longer works.
receipt-file-made = This receipt was made on { $date }.
