## Someone who is there too: what they read

leaflet-beside-what = We make a video of this conversation and look back at it later. You are there, so you are in it too. We learn from it together.
leaflet-beside-choose = You say yes or no to each question. You choose for yourself only. After the conversation we ask again, because then you know how it was. No second yes within { $days ->
        [one] one day
       *[other] { $days } days
    }? Then we erase the video.
leaflet-beside-who = The two who talk, and a coach. Others only if everyone says yes to that too. You can always see who looked.
leaflet-beside-free = That is fine. The conversation simply goes on, without a camera. Your no is written down nowhere. You do not have to say why.
leaflet-beside-how = Do you want to see the video? Ask. Then you look along here.
consent-beside-look-yes = The two who talk and a coach see the video. You are in it too.
consent-beside-colleagues-yes = A few colleagues look along. You see who looked.
consent-beside-research-yes = Researchers read what was said. Your name is not with it. We also count it in figures about many conversations together.
consent-beside-story-yes = We change names and places. Nobody can recognise you in it.
consent-beside-clip-yes = We blur your face and take names out. Your voice can still be heard.
client-beside-lead = This is your own place. You were at a conversation. Here you choose for yourself.

## On paper

consent-paper-1 = Put one cross at each question.
consent-paper-2 = Did someone read this to you? Write down who.
consent-paper-3 = We take a photo. The sheet is yours.
consent-paper-5 = After the conversation: does it stay yes? Sign again.
consent-sign-field-1 = Name
consent-sign-field-2 = Date
consent-sign-field-3 = Signature
paper-choose = Your choice
paper-reader = Read aloud by
paper-yours = Your link and your code
asking-paper = On paper
asking-paper-help = A sheet with the leaflet, a box per question, a link and a code.
asking-paper-act = Print the sheet or enter what is on it
paper-enter-title = On paper: { $name }
paper-lead = Print the sheet, let it be read at ease or read it aloud. Then enter here what was crossed.
paper-print = The sheet
paper-print-help = A PDF with a new link and code on it. An old link stops working then. Print it, and delete it after.
paper-print-act = Make the sheet
paper-first = What was crossed?
paper-second = What was crossed after the conversation?
paper-help = Copy exactly what is there. If no is crossed at the first question, we keep nothing, not the photo either.
paper-name = Chosen name
paper-photo = Photo or scan of the sheet
paper-photo-help = JPEG, PNG, WebP or PDF, 15 MB at most. Only those in the picture can see it. Take it off your phone afterwards.
paper-enter-act = Record it
paper-nothing = There is nothing to enter now.
paper-of = Photo of the sheet of { $name }, { $date }
paper-of-second = Photo of the sheet of { $name } after the conversation, { $date }
invalid-paper-photo = This is no photo or scan that we can read. Choose a JPEG, PNG, WebP or PDF.
invalid-paper-large = This photo is larger than 15 MB. Make it smaller.
invalid-paper-none = Add a photo or scan of the sheet.

## Everyone in the picture, on the professional's side

beside-title = Everyone in the picture
beside-why = Is someone else there, such as a partner or an interpreter? They choose for themselves too.
beside-link = Who else is there?
beside-lead = Whoever is there chooses for themselves. Without everyone's yes nothing can be recorded, and without everyone's second yes nobody else looks.
beside-close = someone close
beside-interpreter = interpreter
beside-trainee = trainee
beside-other = someone else
beside-add = Someone else is there
beside-add-help = We keep what someone is, no name. If they stay out of the picture, or it cannot be done, take them out again.
beside-add-late = Did someone come in during the conversation? Say so here. Without their yes everything is erased when the time for the second yes is over. This cannot be undone.
beside-add-act = Add
beside-what = Who is it?
beside-remove = Take out: { $name }
beside-link-title = Link and code: { $name }
wait-consent-beside = Ask whoever else is there for consent
wait-consent-beside-why = { $name }: everyone in the picture chooses for themselves.
wait-second-beside = { $days ->
        [one] Ask the second yes of whoever was there too, 1 day left
       *[other] Ask the second yes of whoever was there too, { $days } days left
    }
wait-second-beside-why = Without that yes everything of { $name } is erased.
path-consent-beside = Waits for the yes of whoever else is there.
path-second-beside = { $days ->
        [one] Waits for the second yes of whoever else was there, 1 day left.
       *[other] Waits for the second yes of whoever else was there, { $days } days left.
    }

## Keeping it longer

consent-extend-title = May it stay longer?
consent-extend = May we keep the video longer, until { $date }? If you say no, or nothing, we erase it on { $end }.
consent-extend-yes = Thank you. You said yes. If everyone says yes, we keep the video longer.
consent-extend-no = That is fine. We erase the video on { $end }. Your no is written down nowhere.
place-longer-text = We erase everything on { $date }. May it stay longer? You do not have to do anything.
place-longer-act = See the question
longer-title = Keeping it longer
longer-lead = Everything is erased on { $end }. Longer is possible only if everyone in the picture says yes to that anew. You can ask once.
longer-months = How much longer?
longer-month = { $months ->
        [one] 1 month
       *[other] { $months } months
    }
longer-act = Ask everyone
longer-asked = Asked: until { $date }. If not everyone says yes, everything is erased on { $end }.
longer-link = Ask whether it may stay longer

## The texts as they were

kept-text-title = This is what it said
kept-text-lead = This is exactly the text that was there when someone said yes.
kept-text-version = Mark of this text: { $version }
kept-text-none = This text was not kept by an older version of the program.
kept-text-all = Texts and papers
kept-text-first = What { $name } read, { $date }
kept-text-second = What { $name } read at the second yes, { $date }
agreed-text = Read what it said
agreed-paper = See the photo of your sheet of { $date }
register-text = text
register-papers = { $count ->
        [one] There is 1 photo of a sheet. Only those in the picture see it.
       *[other] There are { $count } photos of sheets. Only those in the picture see them.
    }

## What happened, in plain words

seen-paper = On { $date } { $who } entered what you crossed on paper.
seen-paper-again = On { $date } { $who } entered your second yes from paper.
seen-beside = On { $date } { $who } wrote down that someone else is there.
seen-asked-longer = On { $date } { $who } asked whether it may stay longer.
seen-said-yes-longer = On { $date } { $who } said yes to longer.
seen-kept-longer = On { $date } everyone said yes to longer.
seen-who-beside-close = someone who was there
seen-who-beside-interpreter = the interpreter
seen-who-beside-trainee = the trainee
seen-who-beside-other = someone who was there
seen-who-beside-client = { the-client }
consent-receipt-beside = Someone who was there stopped on { $date } at { $time }. We erased: { $items }. Nobody can open it any more. Copies stop working after { $backupDate } too. Nothing changes for { label-stake }. Questions? Call { $phone }.
consent-item-papers = the photo of the sheet with crosses
ending-beside = at the request of someone who was there
ending-officer-beside = by the privacy officer, at the request of someone who came along
refusal-companion-late = The time for the second yes is over. Nobody can be added now. Was someone in the picture without a yes? Then stop with everything.
refusal-companions-full = There are six people already. More is not possible.
refusal-extension-asked = This was asked before. We do not ask a no, or nothing, again.
