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
