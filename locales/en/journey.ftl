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
