## Searching one's own conversations

search-title = Search my conversations
search-lead = You find only what you may open yourself. Nothing of what you ask is kept.
search-from = From
search-until = Up to and including
search-name = The client's code name
search-kind = Kind of moment
search-question = Lead question
search-words = Words from your own notes
search-words-help = Looks in what you wrote yourself, not in what others wrote.
search-any = anything
search-act = Search
search-nothing = Nothing found. Try fewer words, or a longer time.
search-found = { $n ->
        [one] 1 place found
       *[other] { $n } places found
    }
search-found-conversations = { $n ->
        [one] 1 conversation found
       *[other] { $n } conversations found
    }
search-many = These are the newest. There is more; search more precisely to see the rest.
search-mine = yours
