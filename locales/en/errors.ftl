## Why something cannot be done now, and what can

refusal-code-wrong = That is not right. See whether you have your newest paper and try again. You can try { $left ->
        [one] one more time
       *[other] { $left } more times
    }. Does it not work? Call { $phone }.
refusal-code-again = You were away for a while. First fill in your code again.
refusal-code-locked = You tried too often. Wait { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }, or call { $phone }.
refusal-consent-missing = Not everyone has said yes yet. Ask that first, then you can go on.
refusal-consent-second = We are waiting for the second yes. Come back after that.
refusal-consent-withdrawn = The yes for this conversation has ended. Everything has been erased. You do not have to do anything.
refusal-purpose = Nobody said yes to { $purpose }. Ask first, or choose something else.
refusal-retention = The keeping time is over, so the video has been erased. Make a new recording.
refusal-not-invited = You were not asked to do this. Ask { the-professional }.
refusal-look-blind = Finish your own look first. After that you see the other person's.
refusal-look-sealed = This look is finished and cannot change. You can still add something.
refusal-look-empty = There is no answer yet. Choose one. 'I don't know' is fine too.
refusal-file-type = We cannot read this file. Choose a video, such as MP4 or WebM.
refusal-file-empty = This file is empty. Choose another file.
refusal-file-large = This file is larger than { $max }. Make it shorter.
refusal-file-broken = This file is broken. Take it from the camera once more.
refusal-camera = The camera is not on yet. Click the lock at the top and say yes.
refusal-microphone = We hear nothing. Turn the microphone on and try again.
refusal-disk = We have no room left. What has come in is safe. Call { $phone }.
refusal-offline = You have no internet. Just go on. We keep everything and send it later.
refusal-changed-meanwhile = Someone else wrote here too. Both texts are still there. Choose together.
refusal-interview-offered = This is with the other now, to be read back. It stands still.
refusal-interview-waiting = The coach is still busy. Come back later.
refusal-interview-empty = Nothing is here yet. Write something down first.
refusal-interview-undecided = First choose for each piece what you want.
refusal-interview-sound = There is no yes to sound yet.
refusal-tryout-told = This was told of already. It is fixed now.
refusal-failure = Something went wrong on our side. Try again later, or call { $phone } and mention { $code }.
refusal-unknown = We cannot find this. Perhaps it is no longer there. Go back and try it from there.
refusal-dialogue-ended = Looking together is done. Begin again if you want to go on.
refusal-not-leading = Someone else leads now. Ask whether you may lead.
refusal-leader-there = Whoever leads is still here. Ask whether you may lead.
refusal-table-full = Too many screens look along. Close one and try again.
refusal-tryout-early = Nothing was tried yet. That comes after the next conversation.
refusal-dialogue-early = Two looks are not ready yet. After that you can look together.
refusal-recording-missing = There is no recording yet. Record the conversation first.
refusal-recording-present = There already is a recording of this conversation. A second one does not fit.
refusal-position = That point is not in the recording. Choose a point on the timeline.
refusal-times-moved = A part was just taken out of the recording. The times are different now. This was not saved yet. Open the page again.
refusal-cut-busy = A part is being taken out of the recording. Until that is done nobody can watch. Come back later.
refusal-cut-early = The recording is not ready yet. A part can be taken out after that.
refusal-cut-nothing = That part is too short. Choose a beginning and an end.
refusal-cut-all = That would leave nothing. Then it is better to stop everything.
refusal-signed-out = You are no longer signed in. Sign in and try again.
refusal-link = Open your link first and fill in your code.
refusal-too-large = This is too much text at once. Go back, your text is still there. Please make it shorter.
refusal-form = Something is missing in the form. Go back and check it.
refusal-upload-busy = This file is already coming in from another window. Go on there.
refusal-upload-elsewhere = This part is in already. Choose the file again, and it goes on.
refusal-handed-over = This screen is for the questions now. Give it back to whoever gave it to you.
refusal-link-theirs = The client is already watching. Finish your own look first. After that there can be a new link.
refusal-name-found = There may be a name here: { $word }. Take it out and share again.
refusal-alternative-tried = This idea is being tried already. It cannot be changed now.
refusal-journey-closed = This journey is finished. You can still read it.
refusal-handover-other = Now it is the other's turn. Wait for that.
refusal-card-turned = This card is turned over already. Turn it back first.
refusal-taken-often = You fetched this a few times just now. Wait an hour and try again.
invalid-password-often = The password was wrong too often. Sign out and in again.

# A form that was sent after a session ended
kept-title = Your text is still here
kept-why = We no longer know who you are. So nothing was saved yet. Your text is below.
kept-come-in = Come in again. That opens in a new window.
kept-or-link = Or open your link in a new window.
kept-link = Open your link in a new window and fill in your code.
kept-back = Then come back to this window.
kept-press = Press 'Send again'.
kept-text = Your text
kept-act = Send again
