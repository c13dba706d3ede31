## The leaflet (folder)

leaflet-title = May we record this conversation?
leaflet-lead = Then we can learn from it together. You decide, and you can always say no.
leaflet-what-h = What is it?
leaflet-what = We make a video of our conversation and watch it later. { label-lead-first } watches, and so does a coach. You can watch too, if you want to. First, each of us watches alone. Then we talk about it.
leaflet-why-h = Why do we do this?
leaflet-why = We want better conversations. Sometimes people do not say what they really think. Sometimes we do not see what matters to you. A video shows more. And only you know what it was like for you.
leaflet-choose-h = What do you decide?
leaflet-choose = You say yes or no to each question. After the conversation we ask you again, because then you know what it was like. Only after that second yes may the coach watch. Is there no second yes within { $days ->
        [one] one day
       *[other] { $days } days
    }? Then we erase the video.
leaflet-film-h = What happens to the video?
leaflet-film = { $organisation } keeps the video locked away. It does not go into { label-file }, and we do not use it to check on you. After { $months ->
        [one] one month
       *[other] { $months } months
    } we erase it. Do you want a part taken out? Tell us, and we erase that part.
leaflet-who-h = Who sees the video?
leaflet-who = { label-lead-first }, the coach and you. Others only if you say yes to that too. You can always see who watched.
leaflet-free-h = Do you say no?
leaflet-free = That is fine. The conversation simply goes on, without a camera. { label-stake-first } stay the same. Your no does not go into { label-file }. You do not have to say why.
leaflet-stop-h = Do you want to stop?
leaflet-stop = You always can, even halfway through the conversation. Tell anyone at { $organisation }, use your link or call { $phone }. We then erase everything and let you know.
leaflet-how-h = How can you watch?
leaflet-how = At home, with a link and a code. Or here, together with the coach. Or the coach calls you. You may bring someone with you. You do not need to read: we are happy to read it to you.
leaflet-ask-h = Questions?
leaflet-ask = Ask { label-lead } or call { $phone }. Is it about privacy? Call { $privacyOfficer }. Are you not satisfied? You may send a complaint to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).

## Asking, the second yes, stopping

consent-intro = Read the leaflet first, or have it read to you. Say yes or no to each question. No is just as good as yes. You can change everything later.
consent-others = Is someone else with you? Then that person chooses too.
consent-free =
    { $kind ->
        [manager-professional] Your manager asks this. You can say no. That has no consequence for your work, your pay or your appraisal. Your no is kept nowhere. Nobody may ask why.
        [between-managers] A colleague asks this. You can say no. That has no consequence for your work, your pay or your appraisal. Your no is kept nowhere. Nobody may ask why.
       *[client-professional] You can say no. That has no consequence for your benefits or your help. Your no is kept nowhere. Nobody may ask why.
    }
consent-look-q = May we record this conversation and watch it with you?
consent-look-yes = { label-lead-first }, the coach and you see the video.
consent-look-no = The camera stays off. You can skip the other questions.
consent-colleagues-q = May colleagues watch too, to learn from it?
consent-colleagues-yes = { label-lead-first } chooses a few colleagues. You see who watched.
consent-colleagues-no = Colleagues see nothing.
consent-research-q = May we use this conversation for research?
consent-research-yes = Researchers read what was said and answered. Your name is not in it. We also count it in figures about many conversations together.
consent-research-no = Researchers get nothing.
consent-story-q = May we write a story about this conversation?
consent-story-yes = We change names and places. You read it first, and others read it only after your yes. We cannot take back a story on paper later.
consent-story-no = There will be no story.
consent-clip-q = May we show a short piece of video in a training?
consent-clip-yes = We blur your face and take out names. People can still hear your voice. You see the piece first.
consent-clip-no = There will be no such piece.
consent-choice-1 = Yes
consent-choice-2 = No
consent-choice-3 = Explain it again
consent-sign = I know what I say yes or no to. Nobody forced me.
consent-look-name = recording and watching
consent-colleagues-name = colleagues who watch too
consent-research-name = research
consent-story-name = a story
consent-clip-name = a short piece of video in a training
consent-professional = I take part too. I can stop later as well.
consent-done = Thank you. You said yes to: { $purposes }. This is your link and your code. Keep them safe.
consent-none = That is fine. We record nothing, and we do not write your no down anywhere.
consent-second-title = The conversation is over. Is it still yes?
consent-second = Now you know what it was like. So you choose once more. Until then only you and { label-lead } can watch. Do you choose nothing? Then we erase the video on { $date }.
consent-second-choice-1 = Yes, keep it this way
consent-second-choice-2 = I want to change something
consent-second-choice-3 = No, erase the video
consent-withdraw-title = Do you want to stop?
consent-withdraw = You can stop with everything, or with one thing. You do not have to say why. It happens right away. What is gone does not come back.
consent-withdraw-choice-1 = Erase everything
consent-withdraw-choice-2 = Only stop with: { $purpose }
consent-withdraw-choice-3 = Back
consent-receipt-title = Your proof
consent-receipt = You asked us to stop on { $date } at { $time }. We erased: { $items }. Nobody can open it any more. Copies stop working after { $backupDate } too. Nothing changes for { label-stake }. Questions? Call { $phone }.
consent-receipt-part = You stopped with: { $purpose }. We took away: { $items }. The rest stays as you chose.

## The cards, on a tablet that was handed over or at home

consent-progress = Question { $n } of { $of }
consent-start = Begin
consent-back = Previous
consent-next = Next
consent-if-yes = If you say yes
consent-if-no = If you say no
consent-name-title = What shall we call you here?
consent-name = Choose a name that is not your real name. For example a flower, a bird or a city. Only those who take part see that name.
consent-name-field = Your name here
consent-check-title = Is this right?
consent-yes = yes
consent-no = no
consent-agree = Yes, this is right
consent-always = You can always stop.
consent-done-title = This is what we agreed
consent-done-own = Thank you. You said yes to: { $purposes }.
consent-link = Your link
consent-code = Your code
consent-scan = Scan this with your phone. Then fill in your code. Or type the link.
consent-print = Print
consent-give-back = Give the screen back
consent-none-title = No recording
consent-none-again = I chose the wrong answer
consent-read = Read aloud
consent-read-stop = Stop reading
consent-second-now = You said yes to:
consent-second-keep-q = You said yes to this. Is it still yes?
consent-second-new-q = You did not say yes to this. It may stay that way.
consent-second-done-title = Thank you
consent-second-done = It stays as you chose. You can always stop.
consent-sure-title = Are you sure?
consent-sure = We then erase the video and everything that belongs to it. It does not come back.
consent-sure-act = Yes, erase everything
consent-withdraw-part-h = Or stop with one thing
consent-receipt-empty = You asked us to stop on { $date } at { $time }. Nothing had been recorded yet. Nothing changes for { label-stake }. Questions? Call { $phone }.
consent-receipt-professional = { label-lead-first } stopped on { $date } at { $time }. We erased: { $items }. Nobody can open it any more. Copies stop working after { $backupDate } too. Nothing changes for { label-stake }. Questions? Call { $phone }.
consent-receipt-second-yes = There was no second yes. That is why it ended on { $date }. We erased: { $items }. Nobody can open it any more. Copies stop working after { $backupDate } too. Nothing changes for { label-stake }. Questions? Call { $phone }.
consent-receipt-retention = The keeping time is over. That is why it ended on { $date }. We erased: { $items }. Nobody can open it any more. Copies stop working after { $backupDate } too. Nothing changes for { label-stake }. Questions? Call { $phone }.
consent-receipt-busy = We are still erasing. Nobody can open it even now.
consent-item-recording = the video
consent-item-derived = the pictures and sound we made from it
consent-item-looks = what was written down while watching
consent-item-interview = what was told to the coach
consent-item-readings = what was read in it together
consent-item-tryouts = what was tried out
consent-item-cards = the cards of the two of you
consent-item-code-name = the chosen name
consent-item-colleagues = colleagues watching along
consent-item-research = its use for research
consent-item-story = the story
consent-item-clip = the piece for a training

## The professional's side: asking, handing over, the link, the second yes, stopping

asking-title = Consent
asking-lead = Everyone in the picture says yes or no themselves. A no costs nothing and is not written down anywhere.
asking-leaflet = Read or print the leaflet
asking-own = Your own yes
asking-own-look-q = May this conversation be recorded and watched again?
asking-own-look = You, the { label-other } and the coach see the video.
asking-own-colleagues-q = May colleagues watch along, to learn from it?
asking-own-colleagues = You choose who. You see who watched.
asking-own-research-q = May this conversation be used for research?
asking-own-research = Researchers read what was said and answered, without names. It also counts in figures about many conversations together.
asking-own-story-q = May a story be written about this conversation?
asking-own-story = Names and places change. The { label-other } reads it first, and so do you.
asking-own-clip-q = May a short piece of video be shown in a training?
asking-own-clip = Faces are blurred and names are taken out. Voices stay. You see the piece first.
asking-own-act = Keep my answers
asking-own-change = Choose again
asking-client = The { label-other } chooses
asking-client-said = There is a yes. As long as nothing is recorded, it can still change.
asking-client-own = { $name } chooses by their own account, without you. Do not ask why when it is a no. The conversation then simply goes on, without a camera.
asking-tablet = Here, on this screen
asking-tablet-help = The screen then shows nothing but the questions. You get it back with the PIN or your password.
asking-pin = PIN to get it back
asking-pin-help = Four to eight digits. Don't say it out loud.
asking-tablet-act = Hand over the screen
asking-link = At home, with a link of their own
asking-link-help = On paper to take along: a link, a code and a picture to scan.
asking-link-act = Make a link and code
asking-link-shut = Shut this link
asking-link-until = There already is a link. It works until { $date }. If you make a new one, the old one stops working.
asking-link-title = Link and code for the { label-other }
asking-link-once = You see this only once. Print it or have it copied down.
asking-link-back = Back to consent
asking-facts = Who said yes to what
asking-purpose = What for
asking-said-given = yes
asking-said-confirmed = yes, and again after
asking-said-withdrawn = stopped
asking-said-none = no yes
asking-until = Everything is erased on { $date }, unless someone stops before.
asking-second-title = The second yes
asking-second-lead = Now you know what it was like. So you choose once more. If someone chooses nothing, we erase everything on { $date }.
asking-second-said = You already said yes a second time.
asking-second-all = Everyone in the picture said yes a second time. The coach can watch.
asking-second-client = The { label-other } chooses once more too
asking-second-client-help = With their own link, or here on this screen.
asking-second-wait = { $days ->
        [one] Waiting for the second yes of { $who }, 1 day left.
       *[other] Waiting for the second yes of { $who }, { $days } days left.
    }
asking-change = Is it still yes, and to what?
asking-stop-title = Stopping
asking-stop-lead = You can stop with everything, or with one thing. You do not have to say why. It happens right away, for everyone.
asking-stop-link = Stop with everything, or with one thing
asking-stop-sure = The recording and everything that belongs to it is then erased. It does not come back.
asking-ended = Stopped on { $date } at { $time }: { $why }. Erased: { $items }. Copies stop working after { $backupDate }.
asking-ended-empty = Stopped on { $date } at { $time }: { $why }. Nothing had been recorded yet.
asking-ended-part = On { $date } this was stopped: { $purpose }. Taken away: { $items }.
ending-client = at the request of the { label-other }
ending-professional = at the request of the { label-professional }
ending-privacy-officer = by the privacy officer, at the request of the { label-other }
ending-second-yes = there was no second yes
ending-retention = the keeping time was over
handed-title = The screen back
handed-lead = Only for whoever handed it over.
handed-pin = PIN or password
handed-act = Open
handed-again = Back to the questions
invalid-pin = Choose four to eight digits.
invalid-pin-wrong = That is not right. After five mistakes you have to sign in again.
invalid-answers = Choose yes or no for every question.
invalid-code-name = Choose a name of at most forty characters, with at least one letter.
invalid-second-look = Without this yes everything has to be erased. Then choose 'No, erase the video'.

## The privacy officer's register

register-title = Register
register-lead = Consents as facts. Nothing of what was said is here.
register-day = Conversations of one day
register-day-act = Search
register-day-all = Show all days
register-none = There are no conversations here yet.
register-date = Day
register-professional = Professional
register-state = How it stands
register-until = Until
register-state-all = However it stands
register-id = Id
register-proof = Looked at now
register-state-asking = not everyone said yes yet
register-state-given = everyone said yes
register-state-second = waiting for the second yes
register-state-confirmed = the second yes is there too
register-state-ended = stopped
register-one = Conversation of { $date }
register-means-tablet = on the screen
register-means-link = with their own link
register-means-paper = on paper
register-means-account = with their own account
register-means = How
register-when = When
register-who = Who
register-links = Links that work
register-links-help = Someone lost a link or a code. Check who it is. Shut the link, or give a new code. A new link is given by the professional.
register-link-new = The new code of: { $name }. You see it only once.
register-link-code = New code: { $name }
register-link-shut = Shut: { $name }
register-stop = Stop on the client's word
register-stop-help = Someone asked you to stop. Check who it is. Then carry it out here. It happens right away and does not come back.
register-stop-all = Stop with everything
register-stop-part = Only stop with: { $purpose }
register-sure = Everything of this conversation is then erased, for everyone.
