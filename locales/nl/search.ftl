## Searching one's own conversations

search-title = Zoek in mijn gesprekken
search-lead = Je vindt alleen wat je zelf mag openen. Er wordt niets van je zoekvraag bewaard.
search-from = Vanaf
search-until = Tot en met
search-name = Schuilnaam van de cliënt
search-kind = Soort raakmoment
search-question = Leidvraag
search-words = Woorden uit je eigen aantekeningen
search-words-help = Zoekt in wat je zelf schreef, niet in wat een ander schreef.
search-any = alles
search-act = Zoek
search-nothing = Niets gevonden. Probeer minder woorden, of een langere tijd.
search-found = { $n ->
        [one] 1 plek gevonden
       *[other] { $n } plekken gevonden
    }
search-found-conversations = { $n ->
        [one] 1 gesprek gevonden
       *[other] { $n } gesprekken gevonden
    }
search-many = Dit zijn de nieuwste. Er is meer; zoek preciezer om de rest te zien.
search-mine = van jou
