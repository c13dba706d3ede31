## The page of papers

papers-title = Papers
papers-lead = To print and lay on the table. Choose the language. Nothing of anybody is on them yet.
papers-kinds = For which conversation?
papers-between = On the table, between two people
papers-work = For the work
papers-consent = The consent form
papers-consent-what = You make it at the conversation itself, under Consent. It has a link and code of its own, and the text as it is then.
papers-filled = Filled in
papers-filled-what = What you wrote you take along from the page where it stands. You can with the worksheet, the shared reading, the plan, the pocket card and your journey.
papers-get = On paper (PDF)
papers-get-guide = The questions on paper (PDF)
papers-get-leaflet = This leaflet on paper (PDF)
papers-get-cards = The cards on paper, to cut out (PDF)
papers-get-blank = Blank on paper, to fill in by hand (PDF)

papers-name-consent = Consent form
papers-name-guide-client = Looking at your conversation
papers-name-guide-professional = Viewing guide for the { label-professional }
papers-name-guide-coach = Viewing guide for the coach
papers-name-evaluation-client = How was it for you?
papers-name-evaluation-professional = Process evaluation for the { label-professional }
papers-name-worksheet = Worksheet
papers-name-interview = Guide for the interview
papers-name-reading = Shared reading
papers-name-plan = Trying out: plan and what came of it
papers-name-pocket = Pocket card
papers-name-journey = My journey

papers-what-leaflet = The leaflet. Give it before you ask anything, or read it aloud.
papers-what-guide-client = The viewing guide for the { label-other }, to look along on paper, in large letters.
papers-what-cards = Sixteen cards to cut out, for a talk between two.
papers-what-evaluation-client = Eight sentences and three questions, afterwards. Without a name.
papers-what-guide-professional = What to look for, the moments and the three questions, with room to write.
papers-what-guide-coach = The same questions, with what a coach wonders.
papers-what-worksheet = Seven steps and ten boxes for a round, with or without a coach.
papers-what-interview = What the coach says and asks, with room for their very words.
papers-what-reading = For the table: how it can run, and what you read together.
papers-what-plan = One thing to do differently next time, and how it went.
papers-what-pocket = Four cards to cut out and have with you.
papers-what-journey = The way from the start to looking back, on a few sheets.
papers-what-evaluation-professional = Twelve sentences and three questions about the whole process. Without a name.

## On the papers themselves

papers-guide-about = Conversation and date
papers-moment-time = Time
papers-moment-kind = What
papers-moment-note = What do you see and hear?
papers-moment-client-time = Time
papers-moment-client-kind = Which word?
papers-moment-client-note = Do you want to say more?
papers-written = When and with whom
papers-notes = Room to write
papers-cards-cut = Cut out the cards on the dashes. Fold them on the line.
papers-pocket-cut = Cut out on the dashes.
papers-reading-moment = A moment
papers-plan-after = Afterwards, the { $who }

## The process evaluation

eval-pro-intro = Put one cross at each sentence. Do not write a name on it, nor that of another.
eval-pro-statement = In this process
eval-pro-step-1 = Not at all
eval-pro-step-2 = A little
eval-pro-step-3 = Half and half
eval-pro-step-4 = Mostly
eval-pro-step-5 = Fully
eval-pro-step-6 = Does not apply
eval-pro-1 = I knew what I was starting.
eval-pro-2 = I felt free to say no.
eval-pro-3 = I dared to show how I really work.
eval-pro-4 = The camera changed little.
eval-pro-5 = I saw something that I no longer remembered.
eval-pro-6 = The { label-other } gave me new insight.
eval-pro-7 = The coach gave me new insight.
eval-pro-8 = Colleagues gave me new insight.
eval-pro-9 = It was safe to disagree.
eval-pro-10 = My conversations are noticeably different.
eval-pro-11 = I can now go on without a coach.
eval-pro-12 = My organisation learns from it.
eval-pro-open-1 = Which moment stayed with you?
eval-pro-open-2 = What made it hard?
eval-pro-open-3 = What do you advise a colleague?
eval-pro-end = Thank you. Give this sheet to whoever asked for it, or put it in the box that is there for it.
eval-client-intro = You took part. How was that? Put one cross at each sentence. Do not write a name on it.
eval-client-statement = Is this right?
eval-client-step-1 = No
eval-client-step-2 = A little
eval-client-step-3 = Yes
eval-client-step-4 = I don't know
eval-client-1 = I understood what was going to happen.
eval-client-2 = I could choose freely.
eval-client-3 = I was at ease with the camera.
eval-client-4 = It was good to look back.
eval-client-5 = I could say what I thought.
eval-client-6 = I was listened to well.
eval-client-7 = My conversations are better now.
eval-client-8 = I would take part again.
eval-client-open-1 = What was good?
eval-client-open-2 = What was not good?
eval-client-open-3 = What should we do differently?
eval-client-end = Thank you. Nobody knows that this sheet is yours. What you say here changes nothing for you.
