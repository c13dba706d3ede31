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
leaflet-film = { $organisation } keeps the video locked away. It does not go into your file, and we do not use it to check on you. After { $months ->
        [one] one month
       *[other] { $months } months
    } we erase it. Do you want a part taken out? Tell us, and we erase that part.
leaflet-who-h = Who sees the video?
leaflet-who = { label-lead-first }, the coach and you. Others only if you say yes to that too. You can always see who watched.
leaflet-free-h = Do you say no?
leaflet-free = That is fine. The conversation simply goes on, without a camera. { label-stake-first } stay the same. Your no does not go into your file. You do not have to say why.
leaflet-stop-h = Do you want to stop?
leaflet-stop = You always can, even halfway through the conversation. Tell anyone at { $organisation }, use your link or call { $phone }. We then erase everything and let you know.
leaflet-how-h = How can you watch?
leaflet-how = At home, with a link and a code. Or here, together with the coach. Or the coach calls you. You may bring someone with you. You do not need to read: we are happy to read it to you.
leaflet-ask-h = Questions?
leaflet-ask = Ask { label-lead } or call { $phone }. Is it about privacy? Call { $privacyOfficer }. Are you not satisfied? You may send a complaint to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).

## Asking, the second yes, stopping

consent-intro = Read the leaflet first, or have it read to you. Say yes or no to each question. No is just as good as yes. You can change everything later.
consent-others = Is someone else with you? Then that person chooses too.
consent-look-q = May we record this conversation and watch it with you?
consent-look-yes = { label-lead-first }, the coach and you see the video.
consent-look-no = The camera stays off. You can skip the other questions.
consent-colleagues-q = May colleagues watch too, to learn from it?
consent-colleagues-yes = { label-lead-first } chooses a few colleagues. You see who watched.
consent-colleagues-no = Colleagues see nothing.
consent-research-q = May we use this conversation for research?
consent-research-yes = Researchers read what was said and answered. Your name is not in it.
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
