## The learning board

board-title = Learning board
board-lead = Dilemmas and lessons of colleagues, in a few sentences and without names.
board-new = Write something
board-guards = You guard this board. If there is a name in a piece, take it away.
board-search = Search
board-what = What is it?
board-any = Dilemmas and lessons
board-kind-dilemma = Dilemma
board-kind-lesson = Lesson
board-kinds-dilemma = Dilemmas
board-kinds-lesson = Lessons
board-none = Nothing hangs here yet. Be the first to write what is on your mind, or what you learned.
board-by = { $name }, { $month }
board-by-nobody = Without a name, { $month }
board-about-alternative = About a sentence that was shared in the organisation
board-same = More about this sentence
board-recognise = I recognise this
board-recognise-back = Recognised – take back
board-recognised = { $count ->
    [one] 1 person recognises this
   *[other] { $count } people recognise this
}
board-open = Read and answer
board-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
board-flagged = Reported
board-taken = Taken away by who guards the board: { $why }.
board-taken-away = Remove this line
board-taken-name = there was a name in it
board-taken-recognisable = somebody can be recognised in it
board-taken-hurts = it hurts somebody
board-months-h = By month, for the team
board-months-help = Each month on one page, to talk about together or to print.

## Writing

board-new-title = Write on the learning board
board-change-title = Change this piece
board-new-lead = Everyone in the organisation who works with conversations reads this. Write without names, and without anything by which a client or colleague can be recognised.
board-text = Your dilemma or lesson
board-text-help = A few sentences, at most { $most } characters.
board-about-help = What is it about? Choose at least one.
board-no-question = No question
board-no-kind = No moment
board-named-yes = Yes, with my name
board-named-yes-help = It hangs there at once. You can change it or take it away later.
board-named-no = No, without a name
board-named-no-help = Nobody can find out who wrote it, the administrator included. It hangs there from a Monday on, together with other pieces.
board-how = How does that stay secret?
board-how-1 = Nowhere is it written down who wrote it. No time stands with it, only a month.
board-how-2 = Pieces without a name wait for one another. On Monday they come on the board together, if enough people have been here.
board-how-3 = You get a secret word. Only with it can you take the piece back.
board-how-4 = Mind your own style. Whoever knows you may recognise how you write.
board-hang = Hang it up
board-keep = Save
board-remove = Take away
invalid-board-empty = There is nothing here yet. Write a few sentences.
invalid-board-long = This is too long. It is still here; make it shorter.
invalid-board-about = Choose a question or a moment.
invalid-board-often = You wrote a lot today. You can go on tomorrow. What you typed is still here.
invalid-board-full = Many pieces are waiting. Try again after Monday. What you typed is still here.
invalid-board-crowd = There are too few of you to write without a name. People could guess who it was.
invalid-board-word = No piece belongs to this word. See whether you copied it right.

## The secret word

board-word-title = Your piece waits for the others
board-word-lead = From a Monday on it hangs on the board, together with other pieces without a name.
board-word-h = Your secret word
board-word-help = Write this word down. You see it only now. Only with this word can you take the piece back, and nobody can look it up for you.
board-to-board = To the learning board
board-withdraw-title = Take back a piece without a name
board-withdraw-lead = Type the secret word that you got when you wrote it.
board-withdraw = Take back
board-withdraw-help = You need not sign in for this. So nobody can see who you are now either.
board-withdrawn = The piece is gone, with all answers to it.
board-withdrawn-taken = This piece was taken away before: { $why }. Now nothing of it is left.

## Answering, and guarding

board-answers-h = Answers
board-answers-none = Nobody answered yet.
board-answer-by = { $name }, { $date }
board-react-text = Your answer
board-react-help = Short and without names, at most { $most } characters. Your own name stands with it.
board-react = Post
board-flag = Report it
board-flag-help = Is there a name in it after all, or do you recognise somebody?
board-flagged-title = Thank you, it was reported
board-flagged-lead = The privacy officer will look at it. Nobody sees who reported it.
board-back = Back to the piece
board-judge-h = Guarding
board-judge-help = Take it away if there is a name in it or if somebody can be recognised. That goes into the log with the reason.
board-why = Why?
board-take-away = Take away
board-no-name = Nothing is wrong with this

## A month

board-month-title = Learning board of { $month }
board-month-lead = To talk about together. Choose one or two; not everything has to be done.
board-month-going = This month is still going on.
board-month-none = Nothing hung on the board in this month.
board-month-print = Print
board-talk-h = To talk about
board-talk-1 = What of this do you recognise in your own conversations?
board-talk-2 = What would you do, and what do you need for it?
board-talk-3 = What do we try differently this month?
board-mail-h = A mail each month
board-mail-none = This installation sends no mail. You find every month here.
board-mail-on = You get a mail when a month is there to read. Nothing of what hangs on the board is in it.
board-mail-off = You get no mail when a month is there to read.
board-mail-start = Send me a mail each month
board-mail-stop = Send me no more mail
board-letter-subject = The learning board of { $month } is there to read
board-letter-text = A month of the learning board is there to talk about in the team: { $month }.
board-letter-why = You get this mail because you asked for it. You can switch it off again on the learning board.
