## The home page

home-title = Welcome back
home-waiting = What waits for me
home-waiting-none = Nothing waits for you now. Good.
home-conversations = My conversations
home-empty-professional = Your conversations will be here. Begin with one conversation that is still on your mind. The rest will show itself.
home-empty-coach = The conversations you are asked into will be here. The professional invites you. As soon as everyone said yes, you can look.
home-path-of = The steps of { $name }
home-new = New conversation
home-administrator = Administration
home-administrator-text = You arrange who takes part, in which team and in which role. You see nothing of what was said.
home-manager = Learning as an organisation
home-manager-text = You see no conversations and no people here. Lessons and patterns of groups will be here once there are enough.
home-privacy-officer = Privacy
home-privacy-officer-text = You can withdraw a consent on a client's word. You see nothing of what was said.

## What waits, and why. { $name } is the conversation, { $who } whoever is ready.

wait-second-own = { $days ->
        [one] Say whether the yes stands: 1 day left
       *[other] Say whether the yes stands: { $days } days left
    }
wait-second-own-why = Without your second yes everything of { $name } is destroyed.
wait-second-client = { $days ->
        [one] Ask the client for the second yes: 1 day left
       *[other] Ask the client for the second yes: { $days } days left
    }
wait-second-client-why = Without that yes everything of { $name } is destroyed.
wait-consent-own = Say yes or no yourself
wait-consent-own-why = { $name }: you are in the picture too.
wait-consent-client = Ask the client for consent
wait-consent-client-why = { $name }: without a yes nothing can be recorded.
wait-record = Record the conversation
wait-record-why = { $name }: everyone in the picture said yes.
wait-recording-on = Finish the recording
wait-recording-on-why = { $name }: a part is safely in.
wait-recording-again = Bring another file
wait-recording-again-why = { $name }: the last file was no recording.
wait-look = Look back at the conversation
wait-look-why = { $name } is ready to be watched.
wait-look-ready = { $name }: { $who } is done looking.
wait-seal = Finish your look
wait-seal-why = { $name }: you have begun and can finish.
wait-seal-ready = { $name }: { $who } is done.
wait-dialogue = Look together
wait-dialogue-why = { $name }: the looks lie side by side.
wait-reading = Go on reading together
wait-reading-why = { $name }: not every question says yet what you see together.
wait-choose = Choose one thing to try
wait-choose-why = { $name }: you read it together, now something can be different.
wait-tell = Tell what happened
wait-tell-why = What was tried after { $name } waits for your story.
wait-card-today = You try it today: look at your card
wait-card-today-why = What you wanted to try after { $name } fits on one card.
wait-card-tomorrow = You try it tomorrow: look at your card
wait-card-tomorrow-why = What you wanted to try after { $name } fits on one card.
wait-did-it-come = Did that conversation come?
wait-did-it-come-why = What you wanted to try after { $name } has waited a while. Something else is fine too.
wait-read-back = Read back what you told
wait-read-back-why = { $name }: the coach wrote it down. You say whether it is right.
wait-verdict = Say what you do with it
wait-verdict-why = After { $name }: keep, adapt, let go or again.
wait-retention = { $days ->
        [one] Read what you still want to read: 1 day left
       *[other] Read what you still want to read: { $days } days left
    }
wait-retention-why = After that the term of { $name } is over and everything is destroyed.
wait-cut = A part of { $length } was taken out of the recording
wait-cut-why = { $name }: someone in the picture asked for it. What comes after it moved forward.
wait-hand-over = Say yes or no to going on alone
wait-hand-over-why = The other proposes that the journey goes on without a fixed coach.
wait-act = Open
wait-more = See everything that waits
wait-new = { $n ->
        [one] 1 new notice
       *[other] { $n } new notices
    }

## What a privacy officer and an administrator keep an eye on

home-second = Waits for a second yes
home-second-none = no conversation
home-second-some = { $n ->
        [one] 1 conversation, until { $date }
       *[other] { $n } conversations, the first until { $date }
    }
home-ending = Term over within thirty days
home-ending-some = { $n ->
        [one] 1 conversation, on { $date }
       *[other] { $n } conversations, the first on { $date }
    }
home-ended = Stopped in the last thirty days
home-ended-some = { $n ->
        [0] no conversation
        [one] 1 conversation
       *[other] { $n } conversations
    }
home-board-some = { $n ->
    [0] nothing reported
    [one] 1 piece reported
   *[other] { $n } pieces reported
}
home-health = How the house is doing
home-health-jobs = Recordings being made watchable
home-health-failed = Making watchable failed
home-health-room = Storage in use
home-health-room-some = { $size } for { $n ->
        [one] 1 recording
       *[other] { $n } recordings
    }
home-health-mail = Mail
home-health-mail-on = set up
home-health-mail-off = not set up
home-health-mail-failing = { $n ->
        [one] set up, but failing for 1 address now
       *[other] set up, but failing for { $n } addresses now
    }
home-health-version = Version
home-search = Search my conversations
