## The privacy officer's place

privacy-title = Privacy
privacy-lead = What waits, what we process, what ends by itself and who saw what. Nothing of what people said is here.
privacy-overview = Overview
privacy-processing = Register of processing
privacy-endings = Terms and proof
privacy-breach = Who saw what
privacy-dpia = Beginning of a DPIA
privacy-waiting = What waits
privacy-waiting-none = Nothing waits for you now.
privacy-now = How things stand
privacy-conversations = Conversations
privacy-recorded = Of those with a recording
privacy-members = People with an account
privacy-coming = Ends by itself
privacy-coming-none = Nothing ends by itself before long.
privacy-coming-some =
    { $n ->
        [one] 1 conversation, on { $date }
       *[other] { $n } conversations, the first on { $date }
    }
privacy-swept = Last time things were cleared
privacy-never = never yet
privacy-measures = Measures of this installation
privacy-print = Print this page
privacy-csv = Take along as CSV
privacy-json = Take along as JSON
privacy-wait-overdue =
    { $n ->
        [one] 1 conversation should have ended by now.
       *[other] { $n } conversations should have ended by now.
    }
privacy-wait-proof =
    { $n ->
        [one] Of 1 conversation that was stopped not everything is gone yet.
       *[other] Of { $n } conversations that were stopped not everything is gone yet.
    }
privacy-wait-basis =
    { $n ->
        [one] For 1 kind of processing the legal basis was not chosen yet.
       *[other] For { $n } kinds of processing the legal basis was not chosen yet.
    }
privacy-wait-measure = A measure is open: { $name }

## The register of processing

processing-lead = What this program processes here, of whom and for how long. The program fills it in itself; the legal basis is yours to choose.
processing-who = Who is responsible
processing-organisation = Organisation
processing-processors = Processors
processing-processors-none = None. Everything runs at the organisation itself, and no mail is sent.
processing-processors-mail = The mail server { $server }. A mail only says that something waits.
processing-countries = Outside the EU
processing-countries-said = The program passes nothing on to a country outside the EU.
processing-purpose = Purpose
processing-basis = Legal basis
processing-people = About whom
processing-data = Which data
processing-recipients = Who receives it
processing-kept = How long
processing-basis-none = not chosen yet
processing-basis-since = { $name }, since { $date }
processing-choose = Choose the legal basis
processing-choose-help = Whichever basis you choose: the program asks everyone in the picture the same yes, and a no costs nothing. Consent given to a public body is not free by itself; explain your choice in the DPIA.
processing-choose-act = Write down
basis-consent = consent (GDPR art. 6(1)(a))
basis-contract = contract (GDPR art. 6(1)(b))
basis-legal-obligation = legal obligation (GDPR art. 6(1)(c))
basis-public-task = task in the public interest or official authority (GDPR art. 6(1)(e))
basis-legitimate-interest = legitimate interest (GDPR art. 6(1)(f))
processing-name-accounts = accounts and signing in
processing-name-log = log of deeds
processing-name-mail = mail that something waits
processing-people-look = Everyone in the picture: who leads the conversation, the other, and who is there too. The coach, for what they write.
processing-people-colleagues = Everyone in the picture, and the colleagues who look along.
processing-people-research = Everyone in the picture who said yes to it.
processing-people-story = Everyone in the picture who said yes to it.
processing-people-clip = Everyone in the picture who said yes to it.
processing-people-accounts = Staff with an account.
processing-people-log = Everyone who works with the program or takes part in a conversation.
processing-people-mail = Staff with an account who want mail.
processing-data-look = Picture and sound, moments, answers, what was read together and tried out, a name people chose themselves, the yes per purpose and how it was given. Special categories, such as health, may be spoken of.
processing-data-colleagues = What there is for looking back, as long as a colleague is invited, and what that colleague writes.
processing-data-research = The yes that was given to it. For patterns: kinds, steps and states of a conversation, counted together with many others; no text and no picture. The program itself gives nothing to researchers.
processing-data-story = The yes that was given to it. The program itself makes no stories.
processing-data-clip = The yes that was given to it. The program itself makes no clips for a training.
processing-data-accounts = Name, e-mail address, roles, team, a one-way form of the password, a second step to sign in, on which devices somebody is signed in.
processing-data-log = Who did what, when, in which conversation and how long somebody watched. Never what people said or wrote.
processing-data-mail = E-mail address, and that something waits.
processing-recipients-look = Who was in the picture and the coach whom the professional asked. Nobody else.
processing-recipients-colleagues = The colleagues whom the professional asked.
processing-recipients-research = Of the conversation itself: nobody, by the program. Of patterns: whoever leads, accompanies or manages conversations in the organisation.
processing-recipients-story = Nobody, by the program.
processing-recipients-clip = Nobody, by the program.
processing-recipients-accounts = Administrators of the organisation.
processing-recipients-log = The privacy officer, and whoever took part about their own conversation.
processing-recipients-mail = The mail server { $server }.
processing-kept-look =
    { $months ->
        [one] 1 month after the recording
       *[other] { $months } months after the recording
    }, or shorter: without a second yes { $days } days. Then the program erases everything by itself; copies of the keys live { $copies } days at most.
processing-kept-colleagues = As long as the conversation stays, or until somebody takes their yes back.
processing-kept-research = As long as the conversation stays, or until somebody takes their yes back. A figure about five people or more that was counted already stays: it is about nobody.
processing-kept-story = As long as the conversation stays, or until somebody takes their yes back.
processing-kept-clip = As long as the conversation stays, or until somebody takes their yes back.
processing-kept-accounts = As long as somebody has an account. A session ends after twelve hours without use.
processing-kept-log = As long as the installation exists. It holds no names, only ids.
processing-kept-mail = The program keeps no mail.

## Measures

measure-is-built-in = built in
measure-is-holds = holds now
measure-is-open = is open
measure-is-not-here = not needed here
measure-sealed = Everything about a conversation is encrypted, with one key per conversation.
measure-keys-apart = Keys lie apart. Destroying a key is for good, also when a copy comes back.
measure-asked = Every opening asks anew: may this person do this, and is there a yes to it?
measure-blind = Nobody sees another's look before their own is sealed.
measure-no-judging = No machine judges people.
measure-sandbox = Files from outside are read in a closed process, without network and without disk.
measure-folder = The folder with data is for the program itself only.
measure-key-file = The organisation's key is for the program itself only.
measure-https = People come in over https.
measure-log-locked = The database refuses changes to the log.
measure-log-kept = How far the log went is kept among the keys too.
measure-sweep = What is over is looked for and erased every minute.
measure-mail = Mail goes over a secure connection and only says that something waits.
measure-second-step = Whose deeds reach far, such as an administrator or privacy officer, signs in with a second step and proves themselves anew before what reaches far.
measure-no-demo = There are no accounts of the demo, which anybody can enter.

## Endings

endings-lead = What ends by itself, what should have ended by now, and the proof of what was stopped.
endings-swept = The program last looked for what is over on { $when }. It does so every minute.
endings-asleep = The program last looked for what is over on { $when }. It should every minute. Ask the administrator whether the work runs.
endings-overdue = Should have ended by now
endings-overdue-none = Nothing. All that is over was erased.
endings-overdue-asleep = This was not erased yet, because clearing does not run. Nobody can open it any more.
endings-overdue-soon = This is erased in the next round. Nobody can open it any more.
endings-coming = Ends by itself before long
endings-why = Why
endings-due-second-yes = without a second yes
endings-due-retention = the keeping time is over
endings-carried = Stopped, with proof
endings-carried-help = What is left of it was looked at as this page was opened: the key, the mark, the files and the database.
endings-carried-none = Nothing was stopped yet.
proof-now = Looked at now:
proof-holds = the key is gone, the mark that it never comes back is there, and nothing is left.
proof-open = { $key }, { $mark }, { $objects } files and { $rows } kinds of rows left.
proof-key-gone = the key is gone
proof-key-there = the key is still there
proof-mark-there = the mark is there
proof-mark-gone = the mark is missing
proof-badge-holds = nothing left
proof-badge-open = not gone yet

## Who saw what

breach-lead = For a data breach: who came in and who opened what, between two days. Facts only.
breach-from = From
breach-until = Until and with
breach-what = What
breach-what-opened = coming in and opening
breach-what-all = all deeds
breach-act = Show
breach-logged = That you ask for this or take it along is written in the log itself too.
breach-wrong = Choose two days, the first not after the last.
breach-found =
    { $n ->
        [0] Nothing found
        [one] 1 line
       *[other] { $n } lines
    }
breach-more = This is a part. The file holds more; else choose a shorter time.
breach-long = How long watched
breach-seconds = Seconds watched
breach-conversation = Id of the conversation

## A beginning of a DPIA

dpia-lead = A beginning of a data protection impact assessment. What the program knows is filled in. What only you know, it asks.
dpia-file-nl = Take along in Dutch
dpia-file-en = Take along in English
dpia-of = { $name }, made on { $date }.
dpia-what = What happens
dpia-what-1 = A conversation is recorded only if everyone in the picture said yes before. Then the two who talked and a coach look back at it, each on their own. They lie what they saw side by side and try something out.
dpia-what-2 = After the conversation everyone in the picture says yes or no again. Without that second yes everything is erased after { $days } days. Otherwise that happens by itself after { $months } months.
dpia-ground = On which ground
dpia-ground-1 = The data protection officer settles the legal basis, per purpose:
dpia-needed = Whether it is needed, and not too much
dpia-needed-1 = Without picture and sound it is missed what made the conversation what it was; remembering is not seeing again. Whoever says no has the same conversation without a camera, and the no is written down nowhere.
dpia-needed-2 = Every purpose is a question of its own. A client needs no account, no e-mail address and no real name. Managers and administrators have no road to what was said.
dpia-risks = What can go wrong for people
dpia-risks-1 = Judge yourselves how likely and how grave it is with you. This is what the program does about it now:
dpia-risk-pressure = Somebody dares not say no, because they depend on the organisation.
dpia-against-pressure = The questions are on a screen of the person's own or on paper; yes and no are the same size. A no leaves no trace. After the conversation it is asked again, and stopping is always possible.
dpia-risk-seen = Somebody sees a recording who has no business with it.
dpia-against-seen = Every opening asks for a part in the conversation and a yes to that purpose. Who looked stands in a log that the people in the picture read themselves.
dpia-risk-judged = A recording is used to appraise or check somebody.
dpia-against-judged = The program passes no judgement on people and gives managers no recordings of others. The organisation must promise that recordings become no file.
dpia-risk-leak = A disk, a copy or a phone falls into the wrong hands.
dpia-against-leak = Everything is encrypted and keys lie apart. A link without its code opens nothing, and can be withdrawn.
dpia-risk-longer = Something stays longer than was agreed.
dpia-against-longer = Terms end by themselves and destroy the key. The privacy officer sees what is late and the proof of what is gone.
dpia-risk-others = Somebody else happens to be in the picture or is spoken of.
dpia-against-others = Whoever is there chooses for themselves, and nothing goes on without that yes. Whoever is only spoken of cannot choose before: agree how you deal with that.
dpia-risk-recognised = Somebody can be recognised in what is shared.
dpia-against-recognised = A sentence is checked for names before it is shared, and keeps no tie with the conversation.
dpia-measures-1 = This is how the measures stood when this document was made. What is built in cannot be switched off. The rest was looked at.
dpia-own = What you fill in yourselves
dpia-own-1 = The program does not know this. Complete it, and look at it again when something changes.
dpia-own-why = Why does the organisation want this, and for which conversations?
dpia-own-basis = Why is the chosen basis the right one, and how free is a yes with you?
dpia-own-people = Are there people for whom it weighs more, such as children or people in distress?
dpia-own-asked = Who of the people concerned and the works council was asked, and what did they say?
dpia-own-left = Which risks are left, and who takes them upon themselves?
dpia-own-advice = What is the advice of the data protection officer, and what did the organisation do with it?
