## Talking it through (samen kijken)

dialogue-agenda-1 = What does each of us want to know? (5 min)
dialogue-agenda-2 = Where do we see the same? (10)
dialogue-agenda-3 = Where do we differ? Choose two. (20)
dialogue-agenda-4 = What do we read in it together? (10)
dialogue-agenda-5 = What else could be done? (10)
dialogue-agenda-6 = What does each of us take along? (5)
dialogue-phrase-1 = I see …, I hear …
dialogue-phrase-2 = What came up in me was …
dialogue-phrase-3 = Show us where.
dialogue-phrase-4 = What do you see that I don't?
dialogue-phrase-5 = I saw it differently. Tell me more.
dialogue-phrase-6 = Once more, without sound?
dialogue-phrase-7 = I did not know that about you.
dialogue-rule-1 = Whoever is in the picture speaks first.
dialogue-rule-2 = Say what you see, with the time.
dialogue-rule-3 = Speak from 'I'.
dialogue-rule-4 = Say what worked as well.
dialogue-rule-5 = Ask if someone wants your response.
dialogue-rule-6 = No advice, unless asked for.
dialogue-rule-7 = What is said here stays here.
dialogue-rule-8 = Stop means stop.

## A session of looking together

together-title = Looking together
together-offer = Look together at the same time? Round one table, or each on a screen of your own.
together-begin = Begin together
together-open = { $who } has begun. You can look along.
together-join = Join
together-people = Who is here?
together-me = (this screen)
together-leads = leads
together-here = is here
together-at-table = sits at the table
together-away = is away for a moment
together-not-here = is not here
together-hand = Give the lead
together-sit = Sits at this table
together-rise = Has left
together-follow = { $who } leads. The picture keeps step for everyone.
together-leader-away = Whoever leads is away for a moment. Someone else can take the lead.
together-lead = Take the lead
together-agenda = What do we talk about?
together-previous = Previous
together-next = Next
together-next-part = Go to: { $part }
together-up = Earlier
together-down = Later
together-skip = Skip
together-unskip = Take it in again
together-skipped = left out
together-seen-all = Everyone noticed something
together-seen-some = Not everyone noticed something
together-seen-one = One of you noticed something
together-because-near = The answers lie close together
together-because-apart = The answers lie apart
together-because-unknown = Someone does not know
together-help-1 = Go round. Each says one thing they want to know. Listen, and solve nothing yet.
together-help-2 = Choose a moment or a question. Tell each other what you saw and heard.
together-help-3 = Choose two. Whoever saw it points it out. The other asks on.
together-help-4 = Write down together what you read. Still seeing it differently is an answer too.
together-help-5 = Choose a moment. What else could have been said or done there?
together-help-6 = Each says one thing that stays. Write it down if you like.
together-takeaway = What do you take along?
together-takeaway-help = One or two sentences. The others at the table read them too.
together-takeaway-save = Save this
together-close = Lay it back
together-words = Read what was written with it
together-kept = You were still writing this
together-kept-help = The conversation went on. What you typed is still here. You can simply save it.
together-room = Show it large for the room
together-own-screen = Back to my own screen
together-full = Full screen
together-keys = Keys
together-key-space = space
together-keys-play = plays
together-keys-next = next, previous
together-keys-part = part
together-end = Close looking together
together-film = Watch along
together-pointer = { $who } points here
together-lost = There is no connection for a moment. Keep talking. What you typed stays.
together-not-sent = This did not arrive yet. Your text is still there. Try again in a moment.
together-closed-h = This screen is closed
together-closed-ended = Looking together is done. What you wrote down is kept.
together-closed-removed = You no longer take part here. That is why everything on this screen is closed.
together-to-home = To the start
together-to-summary = What came of it?

summary-title = What we saw together
summary-held = Conversation of { $date }
summary-sitting = Looked together on { $date }:
summary-goes-on = (still going on)
summary-on = Go on
summary-to-table = Everything side by side
summary-readings = This is what we read together
summary-none = Nothing is written here yet.
summary-differences = Here we still look differently
summary-differences-help = Nobody is right. It is something to talk about.
summary-marked-nothing = marked nothing
summary-others = What could be done otherwise?
summary-take = This is what we take along
summary-chosen = This is what we try out

invalid-takeaway-empty = Write down what you take along.

## The shared reading (gedeelde lezing)

reading-field-1 = Moment or question
reading-field-2 = All three of us saw this
reading-field-3 = { label-other-first } reads
reading-field-4 = { label-professional-first } reads
reading-field-5 = Coach reads
reading-field-6 = Our shared reading
reading-field-7 = What we do not know yet
reading-differ = We still see this differently
reading-differ-help = It may stay that way. Write down where the difference lies.

## Another way to act (handelingsalternatief)

alternative-field-1 = At which moment?
alternative-field-2 = What do I want to achieve?
alternative-field-3 = What do I say or do?
alternative-field-4 = What does this ask of me?
alternative-field-5 = Whose idea is it?

# Twenty examples, each for a moment kind and a lead question.

# frustration, auth
alternative-example-1-intention = acknowledge the anger
alternative-example-1-words = "You are fed up with this, I hear. Tell me."
# frustration, goal
alternative-example-2-intention = first what pinches
alternative-example-2-words = "What has to be solved first today?"
# frustration, fit
alternative-example-3-intention = own our part in it
alternative-example-3-words = "We asked you this three times. That is not right. Sorry."
# resistance, auth
alternative-example-4-intention = make no safe
alternative-example-4-words = "You are free to think it is not a good plan."
# resistance, goal
alternative-example-5-intention = the interest behind the no
alternative-example-5-words = "What do you want to prevent by this?"
# resistance, fit
alternative-example-6-intention = give the choice back
alternative-example-6-words = "That it must be done is the law. How is up to you."
# disengaging, auth
alternative-example-7-intention = name it
alternative-example-7-words = "I have lost you for a moment. Did I do something?"
# disengaging, goal
alternative-example-8-intention = turn the agenda around
alternative-example-8-words = "What would you rather have talked about?"
# disengaging, fit
alternative-example-9-intention = slow down
alternative-example-9-words = [pen down, count to five] "Too much at once?"
# rigidity, auth
alternative-example-10-intention = be real first yourself
alternative-example-10-words = "I notice that I find this tense too."
# rigidity, goal
alternative-example-11-intention = put the form aside
alternative-example-11-words = "The list can wait. How are you doing?"
# rigidity, fit
alternative-example-12-intention = make it smaller
alternative-example-12-words = "What would already help a little bit?"
# stagnation, auth
alternative-example-13-intention = name the circles
alternative-example-13-words = "Here we are again. What are we not saying?"
# stagnation, goal
alternative-example-14-intention = ask for the goal again
alternative-example-14-words = "When would this be a good conversation for you?"
# stagnation, fit
alternative-example-15-intention = draw on what they know
alternative-example-15-words = "What helped before, even if only for a while?"
# flow, goal
alternative-example-16-intention = hold on to it
alternative-example-16-words = "This is your plan. Shall I write it down like this?"
# flow, fit
alternative-example-17-intention = leave room
alternative-example-17-words = [add nothing] "And then?"
# spontaneity, auth
alternative-example-18-intention = dwell on it
alternative-example-18-words = "You lit up just there. What is that?"
# spontaneity, fit
alternative-example-19-intention = connect a strength
alternative-example-19-words = "You arrange that for your mother. How do you do it?"
# other, auth
alternative-example-20-intention = ask, don't guess
alternative-example-20-words = "I won't fill it in. What is happening in you?"

## On the pages of this room

dialogue-title = Looking together
dialogue-lead = Each of you looked alone. Now it all lies side by side. Where it differs, there is something to learn.
dialogue-waits = { $count ->
        [one] { $who } is still looking. Their look joins as soon as it is done.
       *[other] { $who } are still looking. Whoever is done joins by themselves.
    }
dialogue-lanes = Your moments on one line
dialogue-list = All moments in a row
dialogue-places = Where something touched
dialogue-places-none = Nobody marked a moment. The questions do lie side by side.
dialogue-alike-h = Here you saw the same
dialogue-alike-help = What made all of you notice it?
dialogue-differently-h = Here you saw it differently
dialogue-differently-help = Nobody is right. What did one see that the other did not?
dialogue-one-h = One of you saw this
dialogue-one-help = It weighs just as much. Show the other where.
dialogue-moment = { $kind }, { $time }
dialogue-place = Moment at { $time }
dialogue-open = Talk about this
dialogue-read = read together
dialogue-read-together = Read this together
dialogue-read-on = Read on
dialogue-questions = Three questions, side by side
dialogue-lie-near = Your answers lie close. Do you also mean the same?
dialogue-lie-apart = Here you saw it differently. Show each other where.
dialogue-lie-unknown = Someone does not know. That too is an answer.
dialogue-additions = Added later
dialogue-saw-nothing = Marked nothing here.
dialogue-asks = To talk about
dialogue-aids = Help for the talk
dialogue-agenda-h = How it can go
dialogue-phrase-h = Sentences that help
dialogue-rule-h = What we agree
dialogue-to-tryout = Go to trying out
dialogue-play = Play
dialogue-no-film = The recording cannot be shown here now.

reading-by = Written by { $who }, { $date }.
reading-there = There: { $who }.
reading-earlier = { $count ->
        [one] What stood here before
       *[other] What stood here before ({ $count } times)
    }
reading-none = Nothing here yet. Write down together what you read.
reading-write = Write together
reading-change = Write on
reading-ours = What do you read here together?
reading-save = Keep the reading
reading-theirs = This stands here now
reading-mine = This is what you wrote. Choose together what stays.

alternative-h = What else could have been done here?
alternative-none = Nothing thought of yet.
alternative-write = Think of something else
alternative-save = Keep this idea
alternative-idea = Idea of
alternative-examples = Examples
alternative-take = Take this

invalid-reading-empty = Write something, or choose that you still see it differently.
invalid-intention-empty = Write what you want to reach with it.
invalid-words-empty = Write what you say or do.

## Planning to look together

plan-title = Plan looking together
plan-lead = Choose a day and a time. There will be a file for your calendar, with nothing about the conversation.
plan-day = Day
plan-time = Time
plan-minutes = How long, in minutes
plan-act = Set the time
plan-change = Choose another time
plan-now = Planned on { $date }, at { $time }, { $minutes } minutes.
plan-cancelled = The appointment of { $date } was called off.
plan-none = No time has been chosen yet.
plan-file = Put it in the calendar
plan-file-cancelled = Take it out of the calendar
plan-call-off = Call it off
plan-link = Plan a time
plan-file-summary = Looking together
invalid-plan-time = Choose a time that is still to come, within a year.
invalid-plan-minutes = Choose a length between 15 and 240 minutes.
