## The viewing guide (Kijkwijzer)

guide-intro = First watch without stopping. Then watch again and mark what touches you. Write down what you see and hear, and only then what you think. You are not looking for mistakes.
guide-because = What shows you that? Link a moment.
guide-dontknow = I don't know
guide-client-intro = You are watching your own conversation. There is no right or wrong here. Does something touch you? Then press a button. You can stop at any time.
guide-client-because = Where in the video do you notice that?

# Echtheid
guide-auth-q = Did we say what we really thought, or what was expected of us?
guide-auth-see-1 = Answers that come quickly or neatly.
guide-auth-see-2 = Words that do not match the face or the voice.
guide-auth-see-3 = What is swallowed: a sigh, half a sentence.
guide-auth-see-4 = 'Yes' with nothing concrete after it.
guide-auth-see-5 = The language of rules just when it gets tense.
guide-auth-pro-1 = What did I think here and not say?
guide-auth-pro-2 = What did I prefer not to hear?
guide-auth-pro-3 = What made it hard to be honest?
guide-auth-coach-1 = Which sentence seems meant to do the right thing?
guide-auth-coach-2 = Who takes a risk, and what does the other do with it?
guide-auth-coach-3 = What do you ask the { label-other }, without filling in the answer?
guide-auth-step-1 = Mostly what was expected
guide-auth-step-2 = A little more what was expected
guide-auth-step-3 = Some of both
guide-auth-step-4 = A little more what we thought
guide-auth-step-5 = Mostly what we thought
guide-auth-client-q = Did you say what you really thought?
guide-auth-client-see-1 = Where did you feel free?
guide-auth-client-see-2 = Where did you hold something back?
guide-auth-client-see-3 = Did you say yes, but think no?
guide-auth-client-see-4 = Was the other person honest?
guide-auth-client-1 = What did you still want to say?
guide-auth-client-2 = What kept you from saying it?
guide-auth-client-3 = What would have helped you?
guide-auth-client-step-1 = I held almost everything back
guide-auth-client-step-2 = I held a lot back
guide-auth-client-step-3 = Sometimes I did, sometimes not
guide-auth-client-step-4 = I said much of what I thought
guide-auth-client-step-5 = I said what I really thought

# Gezamenlijk doel
guide-goal-q = Did we want to reach the same thing, and did we know that of each other?
guide-goal-see-1 = Who decides what it is about.
guide-goal-see-2 = The word 'we': who really belongs to it?
guide-goal-see-3 = The goal that is said, and the one behind the questions.
guide-goal-see-4 = What the { label-other } mentions more than once and nobody picks up.
guide-goal-see-5 = Who the agreements belong to, and in whose words.
guide-goal-pro-1 = What was my goal, and did I say it out loud?
guide-goal-pro-2 = What did the other person want to take home?
guide-goal-pro-3 = Which goal of the organisation sat at the table with us?
guide-goal-coach-1 = How would each of them put the goal in one sentence?
guide-goal-coach-2 = Where does the goal shift, and who shifts it?
guide-goal-coach-3 = What is left lying that matters to the { label-other }?
guide-goal-step-1 = Each a goal of their own
guide-goal-step-2 = Little shared
guide-goal-step-3 = Partly shared
guide-goal-step-4 = Largely shared
guide-goal-step-5 = One goal of us together
guide-goal-client-q = Did you and the other person want the same?
guide-goal-client-see-1 = What did you come for?
guide-goal-client-see-2 = Was it about that too?
guide-goal-client-see-3 = Who chose what it was about?
guide-goal-client-see-4 = Does the agreement fit what you want?
guide-goal-client-1 = What did you hope for?
guide-goal-client-2 = What did the other person want, do you think?
guide-goal-client-3 = What was left lying?
guide-goal-client-step-1 = Something very different
guide-goal-client-step-2 = Mostly something different
guide-goal-client-step-3 = Partly the same
guide-goal-client-step-4 = Almost the same
guide-goal-client-step-5 = Exactly the same

# Passende aanpak (interventielogica)
guide-fit-q = Does my idea of what helps fit how the { label-other } sees themselves and the situation?
guide-fit-see-1 = What the { label-professional } brings in: urging, supporting, arranging, practising, searching together.
guide-fit-see-2 = How the { label-other } talks about themselves.
guide-fit-see-3 = Advice that comes before the question is clear.
guide-fit-see-4 = 'Yes, but': which step does not fit here?
guide-fit-see-5 = Pace: who walks ahead, who falls behind?
guide-fit-pro-1 = What did I think would help, and why?
guide-fit-pro-2 = How does this person see it, in their own words?
guide-fit-pro-3 = What would I do if I did not know the file?
guide-fit-coach-1 = Which approach do you see, and which idea does it rest on?
guide-fit-coach-2 = What picture of themselves do you hear from the { label-other }?
guide-fit-coach-3 = Where does that connect, where does it chafe?
guide-fit-step-1 = Does not fit
guide-fit-step-2 = Fits a little
guide-fit-step-3 = Fits in part
guide-fit-step-4 = Fits for the most part
guide-fit-step-5 = Fits well
guide-fit-client-q = Does the help fit you?
guide-fit-client-see-1 = Did the other person understand what it is like for you?
guide-fit-client-see-2 = Does the plan fit your life?
guide-fit-client-see-3 = Did it go too fast or too slowly?
guide-fit-client-see-4 = Could you think of something yourself?
guide-fit-client-1 = How do you see it yourself?
guide-fit-client-2 = What really helps you?
guide-fit-client-3 = What does not help you at all?
guide-fit-client-step-1 = Does not fit me
guide-fit-client-step-2 = Fits a tiny bit
guide-fit-client-step-3 = Half fits
guide-fit-client-step-4 = Fits quite well
guide-fit-client-step-5 = Fits very well

# Moments
moment-whose-own = Mine
moment-whose-other = The other person's
moment-whose-between = Between us
moment-strength-light = Light
moment-strength-clear = Clear
moment-strength-strong = Strong
moment-client-strength-light = Small
moment-client-strength-clear = Normal
moment-client-strength-strong = Big

moment-frustration-name = frustration
moment-frustration-def = Something does not work, and that stings.
moment-frustration-see = a sigh, a louder voice, 'again', 'always'
moment-frustration-ask = What stands in the way here, and for whom?
moment-frustration-client = Angry

moment-resistance-name = resistance
moment-resistance-def = Someone holds something off.
moment-resistance-see = 'yes, but', crossed arms, a question in return
moment-resistance-ask = What does this no protect?
moment-resistance-client = No

moment-disengaging-name = dropping out
moment-disengaging-def = Someone no longer takes part.
moment-disengaging-see = looking away, 'hm', 'fine', the phone
moment-disengaging-ask = What happened just before this?
moment-disengaging-client = Away

moment-rigidity-name = stiffening
moment-rigidity-def = Someone gets stuck in one stance.
moment-rigidity-see = a flat voice, a still body, reading out a list
moment-rigidity-ask = What is too tense here?
moment-rigidity-client = Stiff

moment-stagnation-name = standstill
moment-stagnation-def = There is talk, but nothing moves.
moment-stagnation-see = going in circles, back to the same point, an empty silence
moment-stagnation-ask = What has to be put on the table first?
moment-stagnation-client = Stuck

moment-flow-name = flow
moment-flow-def = It runs; one builds on the other.
moment-flow-see = short turns, nodding, 'and then'
moment-flow-ask = What did we do that made this possible?
moment-flow-client = Nice

moment-spontaneity-name = spontaneity
moment-spontaneity-def = Something real comes out unexpectedly.
moment-spontaneity-see = a laugh, a tear, a joke, a story of one's own
moment-spontaneity-ask = Was there room for this?
moment-spontaneity-client = Just like that

moment-other-name = other
moment-other-def = Something else touches you.
moment-other-see = what you see
moment-other-ask = Which word fits?
moment-other-client = Other

## How a look was done

interview-mode-self = Watched alone
interview-mode-room = Together in the room
interview-mode-telephone = By phone, filled in by the coach

## Looking: the page

look-title = Looking
look-client-title = Looking
look-begin-blind = Nobody sees what you write down until you finish your look. Until then you see nothing of the others either.
look-begin-act = Start looking
look-client-begin-blind = Nobody sees what you choose until you say you are done.
look-client-begin-act = Start
look-help = Watch, and mark what touches you. Everything is saved at once.
look-client-help = Take your time. Press a button when something touches you.
look-marks = Mark what touches you
look-client-marks = What touches you?
look-kinds = What do these words mean?
look-stretch = Stretch
look-stretch-help = start or end of a stretch
look-undo = Undo
look-client-undo = Never mind
look-letters = Letters work as shortcuts
look-moments = Moments that touch
look-client-moments = What you pointed out
look-no-moments = No moments yet. Press a button as soon as something touches you.
look-client-no-moments = You have not pointed out anything yet.
look-moment = Moment that touches
look-client-moment = You pointed this out
look-moment-edit = Change
look-client-moment-edit = Say more
look-moment-play = play from here
look-moment-kind = What was it?
look-client-moment-kind = What was it?
look-moment-word = In one word
look-client-moment-word = In a word of your own
look-moment-whose = Whose was it?
look-client-moment-whose = Whose was it?
look-moment-strength = How strong?
look-client-moment-strength = How big was it?
look-moment-note = What do you see and hear?
look-client-moment-note = Would you like to say something about it?
look-moment-starts = Starts here
look-moment-ends = Ends here
look-moment-point = Make it one point
look-moment-remove = Remove
look-moment-done = Done
look-moment-finer = More choices
look-client-moment-finer = More choices
look-moment-at = Time, such as 12:04
look-moment-add = Add a moment
look-said-marked = { $kind } at { $time }
look-said-span = Stretch starts at { $time }. Press again for the end.
look-said-undone = Undone
look-said-removed = Removed
look-saved = Everything is saved.
look-saving = Saving …
look-code-again = You were away for a while. What you wrote is still here. Fill in your code again. Then we save it.
look-code-act = Go on
look-code = Not saved yet: first your code is needed.
look-sign-in-again = You are no longer signed in. What you wrote is still here. Sign in in another window and come back. Then it is sent.
look-sign-in-act = Sign in
look-signed-out = Not saved yet: first sign in again.
look-offline = No connection. What you type stays here and is sent as soon as possible. Keep this page open.
look-client-offline = Keep this page open.
look-guide = Viewing guide
look-guide-see = What do you look for?
look-client-guide-see = What can you look for?
look-guide-prompts = To think about
look-answer = In your own words
look-client-answer = Would you like to say something about it?
look-no-links = There is no moment to link yet.
look-client-no-links = You have not pointed out anything yet.
look-state-empty = still empty
look-state-begun = begun
look-state-answered = answered
look-state-dontknow = I don't know
look-save = Save
look-theirs = Another window now holds this. Both texts are still there; what you save now is kept.
look-client-theirs = Another screen holds this. Both texts are still there. What you save now is kept.
look-client-touched = This touched me
look-client-fine = This felt good
look-client-explain = I want to explain this
look-client-stop = Pause for a moment
look-client-rest = The video stands still. Take your time. You can always stop.
look-client-rest-say = I want to say something here
look-client-rest-on = Watch on
look-client-questions = Go to the three questions
look-question-number = Question { $n } of 3
look-client-question-number = Question { $n } of 3
look-next = Next
look-client-next = Next
look-to-video = Back to the video
look-client-to-video = Back to the video

## Looking: sealing, and after

look-seal = Finish your look
look-client-seal = I am done
look-seal-title = Finish your look?
look-client-seal-title = Are you done?
look-seal-means-1 = What you wrote is then fixed. You can always add to it, with the date.
look-seal-means-2 = Whoever has finished too sees your look. You see theirs.
look-seal-means-3 = After that you look together.
look-client-seal-means-1 = What you wrote is then fixed. You can always add something.
look-client-seal-means-2 = The others only see it when they are done too. You then also see what they saw.
look-client-seal-means-3 = After that we talk about it together.
look-seal-missing = There is no answer here yet:
look-client-seal-missing = There is no answer here yet:
look-seal-act = Yes, finish
look-client-seal-act = Yes, I am done
look-seal-back = Not yet
look-client-seal-back = Not yet
look-sealed-title = Your look
look-client-sealed-title = Thank you. You are done.
look-sealed-on = Finished on { $date }. This is fixed.
look-client-sealed-on = Done on { $date }. This is fixed.
look-sealed-no-answer = No text with it.
look-client-sealed-no-answer = No text with it.
look-added = Added later
look-client-added = Added later
look-add = Add something
look-client-add = Add something
look-add-help = The date is added. What was there does not change.
look-client-add-help = The date is added. What was there does not change.
look-add-act = Add
look-client-add-act = Add
look-kept = This look was finished in another window. This was not saved yet. You can add it.
look-client-kept = You finished on another screen. This was not saved yet. You can add it.
look-on = Back to the conversation
look-client-on = Back to the start
invalid-addition-empty = There is nothing here yet. Write something first.
invalid-moments-many = There are a great many moments already. Remove one first.
invalid-moment = Choose a time in the recording, such as 12:04, and a kind.

## Looking: the coach writes for the client

look-scribe-title = Writing down the look of { $name }
look-scribe-offer = Would { $name } rather not watch alone? Watch together in the room, or call, and write down what { $name } says.
look-scribe-open = Look together
look-scribe-lead = { $name } watches and tells. You write it down, in their words.
look-scribe-rule = Read everything back before you finish. Only after their yes does it go to the others.
look-scribe-how = How do you do it?
look-scribe-room = Together in the room
look-scribe-telephone = By telephone
look-scribe-act = Start

## The player

player-video = Recording of the conversation
player-sound = Sound only
player-play = Play
player-pause = Pause
player-step = 5 s
player-back = back
player-forward = forward
player-frame-back = One frame back
player-frame-forward = One frame forward
player-speed = Speed
player-mute = Mute
player-unmute = Unmute
player-volume = Volume
player-full = Full screen
player-trouble = The recording cannot play now. Load the page again.
timeline-place = Place in the recording
timeline-marks = Moments on the timeline
look-line-marks = { timeline-marks }
look-client-line-marks = What you pointed at, on the timeline
look-line-point = { timeline-point }
look-client-line-point = { $n } of { $count }: { $said }, { $time }
look-line-span = { timeline-span }
look-client-line-span = { $n } of { $count }: { $said }, from { $time } to { $end }
timeline-point = moment { $n } of { $count }, { $said }, { $time }
timeline-span = moment { $n } of { $count }, { $said }, from { $time } to { $end }
