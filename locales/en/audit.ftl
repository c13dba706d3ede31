## What was done, beside who did it

audit-when = When
audit-who = Who
audit-did = What
audit-program = the program
audit-unknown = something this version has no word for
audit-did-signed-in = signed in
audit-did-opened = opened: { $what }
audit-did-prepared = set up the conversation
audit-did-said-yes = said yes to: { $what }
audit-did-said-yes-again = said yes again after the conversation to: { $what }
audit-did-filed-paper = entered a yes from paper: { $what }
audit-did-filed-paper-again = entered the second yes from paper: { $what }
audit-did-added-companion = wrote down who else is there: { $what }
audit-did-asked-longer = asked whether it may be kept longer
audit-did-said-yes-longer = said yes to keeping it longer
audit-did-kept-longer = was the last to say yes: it is kept longer
audit-did-took-back = took a yes back: { $what }
audit-did-made-link = made a link and code
audit-did-came-in = came in with link and code
audit-did-recorded = kept a recording
audit-did-asked-cut = asked for a part to be cut from the recording
audit-did-cut = cut a part from the recording
audit-did-sealed = sealed their own look
audit-did-destroyed = erased everything: { $what }
audit-did-invited = asked somebody in
audit-did-uninvited = no longer let somebody look along
audit-did-changed-roles = changed somebody's roles
audit-did-new-code = made a new code
audit-did-shut-link = shut a link
audit-did-ended-device = took a device off a link
audit-did-wrong-codes = typed a wrong code too often
audit-did-ended-account = ended an account
audit-did-reopened-account = opened an ended account again
audit-did-changed-password = changed their own password
audit-did-added-factor = made a second step: { $what }
audit-did-removed-factor = took a second step away: { $what }
audit-did-used-recovery-code = used a recovery code

## What was opened

audit-what-prepare = the consent
audit-what-record = the recorder
audit-what-process = the recording, to make it ready
audit-what-watch = the recording
audit-what-look = their own look
audit-what-interview = the interview of client and coach
audit-what-compare = looking together
audit-what-try-out = what was tried out
audit-what-tell = the questions on how it went
audit-what-colearn = the cards for two
audit-what-journey = the journey
audit-what-peer = looking along as a colleague
audit-what-accompany = the learning question, as a coach
audit-what-prove = who they are, for something that reaches far
audit-what-share = what is shared in the organisation
audit-what-sound = the sound of the interview
audit-what-app = an app with codes
audit-what-codes = codes on paper

## The log itself, for the privacy officer

audit-title = Log of deeds
audit-lead = Who did what, and when. The newest is on top. What people said or wrote is not here.
audit-link = Log of deeds
audit-line = Line
audit-where = Conversation
audit-about = in the register
audit-gone = somebody who is not listed any more
audit-newest = To the newest
audit-older = Older
audit-holds = All { $lines } lines are right and follow one another.
audit-holds-kept = All { $lines } lines are right and follow one another. Up to line { $kept } that is kept among the keys too.
audit-broken = The log is not right. Somebody changed it, or a disk broke. Leave everything as it is and call the administrator.
audit-break-gap = A gap: lines { $first } to { $second } are gone.
audit-break-moved = Reordered: what stands at line { $first } was written as line { $second }.
audit-break-forged = Forged: line { $first } is not what was written there.
audit-break-unlinked = Forged: line { $first } followed on another line than the one before it.
audit-break-cut-off = Cut off: the log ends at line { $first }, and it went to line { $second }.
audit-break-beyond = Forged: there are lines beyond line { $first }, where the log ends.
audit-break-rewritten = Forged: line { $first } is not the one that is kept among the keys.
audit-break-kept-head = Forged: what was kept among the keys was changed.
audit-break-unlocked = Unlocked: the database would let the log be changed.
