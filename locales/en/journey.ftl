## The journey (traject)

journey-intake-1 = Which conversation won't let go of you?
journey-intake-2 = When are you at your best in the consulting room?
journey-intake-3 = What do you need to show yourself?
journey-intake-4 = Who watches along?
journey-intake-5 = When has this journey succeeded?
journey-question-1 = How do I stay with someone who is angry?
journey-question-2 = What do I do with silence?
journey-question-3 = How do I say what must be said, without losing contact?
journey-question-4 = How do I hear what is not said?
journey-handover = From here you go on by yourself, with the viewing guide, the worksheet and colleagues. Your coach stays on call. When is your next round, with whom, and what will you look for?
journey-close-1 = What do you see now that you missed before?
journey-close-2 = Which sentence has become your own?
journey-close-3 = What do your clients notice?
journey-close-4 = What remains your learning question?

## On the pages of this room

journey-title = My journey
journey-since = Begun on { $date }.
journey-question-h = My learning question
journey-question-label = What do you want to learn?
journey-question-examples = For instance:
journey-question-write = Write your learning question
journey-question-change = Change your learning question
journey-question-save = Keep the learning question
journey-path-h = The way so far
journey-empty = Your way will stand here: conversations, looking together, trying out. Begin with one conversation.
journey-conversation = Conversation
journey-unreadable = The words with this were destroyed or cannot be read yet.
journey-bands-h = What came of it
journey-bands-help = As each said it themselves, after every conversation. Nothing is added up.
journey-bands-none = Here will stand how each found the conversations.
journey-rate = Say how you found it: { $name }
journey-sheets-h = Pausing at your journey
journey-intake-title = Start of the journey
journey-close-title = Looking back on the journey
journey-sheet-lead = Only you read this.
journey-sheet-save = Keep
journey-print = Print on one sheet

journey-handover-title = How I go on
journey-closed = Finished on { $date }.
journey-question-before = How your question changed
journey-question-h-theirs = The learning question
journey-as-table = Read as a table
journey-with-coach = with a coach
journey-without-coach = independently
journey-sources = Used:
journey-source-video = looking back
journey-source-client = client
journey-source-coach = coach
journey-source-peer = peer consultation
journey-coach-none = No coach goes along with you.
journey-coach-who = Who goes along with you?
journey-coach-ask = Ask this coach
journey-coach-change = Change who goes along
journey-coach-end = Go on without { $name }
journey-shares = Your coach reads your learning question.
journey-shares-not = Your coach does not read your learning question.
journey-share = Let my coach read the learning question
journey-share-stop = No longer share the learning question
journey-file = Take your own words along as a file
journey-file-note = Only your own words are in it. What others said and what belongs to a conversation stays here.
journey-file-round = Conversation { $n }, { $date }
journey-finish = Finish the journey
journey-finish-help = Look back first. After that the journey stays here to be read, and you can begin a new one.
journey-list-title = All my journeys
journey-begin = Begin a new journey
journey-begin-help = Your last journey is finished and stays here.
journey-count = { $count ->
        [0] No conversations yet.
        [one] One conversation.
       *[other] { $count } conversations.
    }
journey-unnamed = Journey without a learning question

## The hand-over: from going with a coach to going on alone

handover-h = Together and independently
handover-stage-with = With a coach
handover-stage-proposed = Agreeing
handover-stage-alone = Independent
handover-with-pro = Your coach { $name } goes along with you.
handover-with-coach = You go along with { $name }.
handover-mine-pro = You proposed to go on independently. Now it is up to { $name }.
handover-mine-coach = You proposed that { $name } goes on independently. Now it is up to { $name }.
handover-theirs-pro = Your coach { $name } proposes that you go on independently. What do you think?
handover-theirs-coach = { $name } wants to go on independently. What do you think?
handover-alone-pro = You go on independently. { $name } stays on call.
handover-alone-coach = { $name } goes on independently. You stay on call.
handover-propose = Propose to go on independently
handover-agree = Yes, let us agree on that
handover-return-mine = Take the proposal back
handover-return-theirs = Not yet, go on together first
handover-return-alone = Go on together again
handover-history = How it went
handover-did-proposed-professional = { $name } proposed on { $date } to go on independently.
handover-did-proposed-coach = { $name } proposed on { $date } to go on independently.
handover-did-independent = { $name } said yes to that on { $date }.
handover-did-with-coach = { $name } chose on { $date } to go on together.

coaching-title = Journeys
coaching-lead = You go along with these people.
coaching-none = Nobody asked you along on a journey yet.
coaching-of = Journey of { $name }
coaching-sees = You see how far you are, and what you could see already. No more than that.
coaching-no-question = The learning question is not shared with you.
coaching-together = Conversations in which you look along
coaching-together-none = You do not look along in a conversation of this journey yet.

## The worksheet (werkblad)

sheet-title = Worksheet
sheet-lead = Your own sheet with this conversation. Only you read it.
sheet-step-1 = Choose a conversation you still think of.
sheet-step-2 = Arrange everyone's yes, the second one too.
sheet-step-3 = Write down beforehand what you think you will see.
sheet-step-4 = Watch it once in one go, and once with moments.
sheet-step-5 = Ask the client how it was.
sheet-step-6 = Show one part to a colleague.
sheet-step-7 = Choose one other sentence and try it out.
sheet-field-1 = Conversation and date
sheet-field-2 = My learning question
sheet-field-3 = What I expected
sheet-field-4 = What I saw and heard, with the time
sheet-field-5 = What I felt and thought
sheet-field-6 = The three questions
sheet-field-7 = Literally from the client
sheet-field-8 = From my colleague
sheet-field-9 = My alternative
sheet-field-10 = When, and how I will know
sheet-save = Keep the worksheet
sheet-saved = Kept on { $date }
sheet-meanwhile = This sheet was changed in another window too. Below stands what you wrote here. If you keep it, this counts.

conversation-more = More with this conversation
invalid-close-empty = First write down how you look back.
