## Trying out (uitproberen)

tryout-field-1 = This is what I will do
tryout-field-2 = When and with whom
tryout-field-3 = Because I think that …
tryout-field-4 = I will notice that it works by …
tryout-field-5 = Who watches along?
tryout-after-pro-1 = Did I do what I had planned?
tryout-after-pro-2 = What happened then?
tryout-after-pro-3 = What did it cost me?
tryout-after-pro-4 = What do you see in the new recording?
tryout-after-coach-1 = Where do you see the new sentence or act?
tryout-after-coach-2 = What does the { label-other } do right after it?
tryout-after-coach-3 = What is still the old pattern?
tryout-after-client-1 = Did the other person do something different from last time?
tryout-after-client-2 = Did that help you?
tryout-after-client-step-1 = No
tryout-after-client-step-2 = A little
tryout-after-client-step-3 = Yes
tryout-after-client-step-dontknow = I don't know
tryout-verdict-keep = Keep
tryout-verdict-adapt = Adapt
tryout-verdict-drop = Let go
tryout-verdict-again = Try again

## What came of it: focus, noise, result

outcome-step-1 = Not at all
outcome-step-2 = A little
outcome-step-3 = A fair amount
outcome-step-4 = A lot
outcome-step-5 = Very much
outcome-step-dontknow = I don't know
outcome-pro-1 = Focus: how much was it about what matters?
outcome-pro-2 = Noise: how much did we talk past each other?
outcome-pro-3 = Result: how much further did we get together?
outcome-coach-1 = Focus: how much did it stay with the core?
outcome-coach-2 = Noise: how much misunderstanding and holding back did you see?
outcome-coach-3 = Result: how much movement did you see in both?
outcome-client-1 = Was it about what you find important?
outcome-client-2 = Did you misunderstand each other?
outcome-client-3 = Is it of any use to you?
outcome-client-step-1 = No
outcome-client-step-2 = A little
outcome-client-step-3 = Half
outcome-client-step-4 = A lot
outcome-client-step-5 = Very much
outcome-client-step-dontknow = I don't know

## On the pages of this room

tryout-title = Trying out
tryout-lead = Choose one thing to do differently next time. Small is good.
tryout-chosen = Chosen to try
tryout-choose-h = What was thought of
tryout-choose = I will try this
tryout-chooser = { $who } chooses what will be tried.
tryout-none = Nothing was thought of yet. Look together, and think of what else could have been done.
tryout-plan-title = This is how I will do it
tryout-plan-save = Set it down
tryout-state-planned = chosen
tryout-state-tried = tried
tryout-state-judged = with a verdict
tryout-moment = See the moment
tryout-card = Pocket card
tryout-card-help = This card fits your phone. You can print it too.
tryout-card-print = Print
tryout-step-idea = The idea
tryout-step-plan = The plan
tryout-step-next = The next conversation
tryout-step-told = What happened
tryout-step-verdict = The verdict
tryout-next-none = First set up the next conversation. It need not be recorded.
tryout-next-new = Set up a conversation
tryout-next-which = In which conversation will you try it?
tryout-next-save = This conversation
tryout-next-waits = The next conversation has not been chosen yet.
tryout-told-none = Nobody told what happened yet.
tryout-tell = Tell what happened
tryout-tell-again = Add to it
tryout-tell-title = How did it go?
tryout-tell-lead = About the conversation of { $date }.
tryout-tell-save = Keep
tryout-tell-none = There is nothing to tell now. That comes after the next conversation.
tryout-tell-done = Told. You can still change it.
tryout-after-client-more = Would you like to say something about it?
tryout-verdict-q = What will you do with it?
tryout-verdict-note = Would you like to add something?
tryout-verdict-give = Give your verdict
tryout-verdict-change = Change your verdict
tryout-verdict-save = Keep the verdict
tryout-verdict-later = Comes when you told what happened.

rating-title = How was this conversation?
rating-lead = Each says it for themselves. No mark comes out of it.
rating-save = Keep
rating-saved = Kept. You can still change it.
outcome-focus = Focus
outcome-noise = Noise
outcome-result = Result
outcome-none = not said yet

invalid-choice = Choose an answer.
invalid-doing-empty = Write what you will do.
invalid-noticing-empty = Write how you will know.
invalid-next = Choose a conversation on or after the day of this one.
invalid-telling-empty = Write something at one of the questions.
