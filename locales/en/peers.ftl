## Peer consultation: colleagues who look along

peer-title = Colleagues look along
peer-lead = Ask a colleague to look along. You can when everyone in the picture said yes to it twice.
peer-nobody = There is no colleague you can ask now.
peer-who = Whom do you ask?
peer-who-help = Your colleague sees the recording and what each saw, writes beside it and can offer something.
peer-invite = Ask this colleague
peer-asked-h = Who looks along?
peer-asked-none = Nobody yet.
peer-since = Looks along since { $date }
peer-until = Looked along until { $date }
peer-end = Stop the looking along
peer-notes-h = What colleagues saw
peer-notes-none = Nothing is here yet.
peer-by = { $name }, { $date }

peer-list-title = Looking along
peer-list-lead = Here a colleague asked you to look along.
peer-list-none = Nobody asks you to look along now.
peer-asks = Look along with { $name }
peer-answered = you wrote something
peer-unanswered = you wrote nothing yet

peer-look-title = Looking along with a colleague
peer-look-lead = Say what you see and hear, with the time. Give no advice unless asked. What is said here stays here.
peer-write-h = What did you see?
peer-note = I see …, I hear …
peer-note-help = Those who sat at the table read this.
peer-save = Keep
peer-remove = Remove
peer-offers-h = What else could have been done here?

invalid-colleague = Choose a colleague from the list.
invalid-peer-empty = Write down what you saw.
invalid-coach-colleague = This colleague looked along already, and can no longer look blind. Choose someone else.
