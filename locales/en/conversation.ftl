## One conversation and its path of six steps

conversation-with = Conversation with { $name }
conversation-of = Conversation of { $date }
conversation-path = The path of this conversation
conversation-coach = A coach beside you
conversation-coach-act = Invite
conversation-new-title = New conversation
conversation-new-lead =
    { $kind ->
        [manager-professional] Only the day, with whom, and who looks along. The employee says yes or no in a place of their own. A no has no consequence.
        [between-managers] Only the day, with whom, and who looks along. Your colleague says yes or no in a place of their own. A no has no consequence.
       *[client-professional] Only the day and who looks along. The client will choose a code name.
    }
conversation-new-day = When is the conversation?
conversation-new-coach = Which coach looks along?
conversation-new-coach-help = You choose. The coach sees nothing before the second yes.
conversation-new-coach-later = I will choose later
conversation-new-act = Set it up
conversation-new-kind = What kind of conversation is it?
conversation-kind-client-professional = With a client
conversation-kind-manager-professional = With an employee
conversation-kind-between-managers = With a manager
conversation-new-across = With whom is the conversation?
conversation-new-across-help =
    { $kind ->
        [manager-professional] Employees in your own team.
        [between-managers] Managers of your organisation.
       *[client-professional] The client.
    }
conversation-new-across-choose = Choose someone
invalid-across = Choose someone from the list.
invalid-coach-across = Whoever takes part in the conversation cannot be its coach as well.
invalid-date = Choose a day, such as 31-03-2027.
invalid-coach = Choose a coach from the list.
invalid-coach-taken = A coach already looks along.

step-consent = Consent
step-recording = Record
step-looking = Look
step-dialogue = Look together
step-tryout = Try out
step-onward = Onward

standing-done = done
standing-now = now
standing-waiting = waiting
standing-later = later
standing-closed = ended

path-closed = Consent has ended. Everything is destroyed.
path-consent-waits = Waiting for the yes of { $who }.
path-consent-done = Everyone in the picture said yes.
path-recording-later = Possible once everyone in the picture said yes.
path-recording-now = Recording can begin.
path-recording-refused = The last file was no recording. Please try again.
path-recording-arriving = The recording is coming in.
path-recording-working = The recording is being made ready to watch.
path-recording-cutting = A part is being taken out of the recording.
path-recording-done = The recording is ready.
path-second-waits = { $days ->
        [0] Waiting for the second yes of { $who }.
        [one] Waiting for the second yes of { $who }, 1 day left.
       *[other] Waiting for the second yes of { $who }, { $days } days left.
    }
path-looking-later = Possible once the recording is ready.
path-looking-second = The coach looks only after the second yes.
path-looking-now = Look back at the conversation, each on their own.
path-looking-open = Your look has begun and is not finished.
path-looking-waits = Your look is finished. { $who } is still looking.
path-looking-done = Everyone has looked.
path-dialogue-later = Opens when your own look is finished and at least one other's.
path-dialogue-now = The looks lie side by side.
path-dialogue-begun = You are reading together. There is room for more.
path-dialogue-done = You read the conversation together.
path-tryout-later = Comes after looking together.
path-tryout-now = Choose one thing to do differently.
path-tryout-planned = There is something to try out. Afterwards, tell what happened.
path-tryout-done = Tried out, with a verdict.
path-onward-now = This round is complete. See your whole journey.
path-onward-later = Comes when something has been tried out.

act-consent = Arrange consent
act-consent-done = See what was agreed
act-own-consent = Say yes or no yourself
act-second = Give the second yes
act-recording = Record
act-recording-done = View the recording
act-looking = Look
act-looking-done = See your look
act-dialogue = Look together
act-dialogue-done = Read the shared reading
act-tryout = Go to trying out
act-tryout-done = See what came of it
act-onward = See your journey
conversation-coach-end = No longer let { $name } look along
conversation-coach-end-open = { $name } can then reach nothing any more. What { $name } wrote is destroyed. You can ask someone else after that.
conversation-coach-end-sealed = { $name } can then reach nothing any more. The look of { $name } lies on the table already and stays there.
conversation-coach-end-act = End the looking along of { $name }
