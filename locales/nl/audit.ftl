## What was done, beside who did it

audit-when = Wanneer
audit-who = Wie
audit-did = Wat
audit-program = het programma
audit-unknown = iets waar deze versie geen woord voor heeft
audit-did-signed-in = logde in
audit-did-opened = opende: { $what }
audit-did-prepared = zette het gesprek klaar
audit-did-said-yes = zei ja op: { $what }
audit-did-said-yes-again = zei na het gesprek opnieuw ja op: { $what }
audit-did-filed-paper = nam een ja over van papier: { $what }
audit-did-filed-paper-again = nam het tweede ja over van papier: { $what }
audit-did-added-companion = schreef op wie er nog bij is: { $what }
audit-did-asked-longer = vroeg of het langer bewaard mag blijven
audit-did-said-yes-longer = zei ja tegen langer bewaren
audit-did-kept-longer = zei als laatste ja: het blijft langer bewaard
audit-did-took-back = trok een ja in: { $what }
audit-did-made-link = maakte een link en code
audit-did-came-in = kwam binnen met link en code
audit-did-recorded = bewaarde een opname
audit-did-asked-cut = vroeg een stuk uit de opname te halen
audit-did-cut = haalde een stuk uit de opname
audit-did-sealed = zette de eigen kijkronde vast
audit-did-destroyed = wiste alles: { $what }
audit-did-invited = vroeg iemand erbij
audit-did-uninvited = liet iemand niet langer meekijken
audit-did-changed-roles = veranderde de rollen van iemand
audit-did-new-code = maakte een nieuwe code
audit-did-shut-link = sloot een link af
audit-did-ended-device = haalde een apparaat van een link af
audit-did-wrong-codes = typte te vaak een verkeerde code
audit-did-ended-account = beëindigde een account
audit-did-reopened-account = opende een account opnieuw
audit-did-changed-password = veranderde het eigen wachtwoord
audit-did-added-factor = maakte een tweede stap: { $what }
audit-did-removed-factor = haalde een tweede stap weg: { $what }
audit-did-used-recovery-code = gebruikte een herstelcode

## What was opened

audit-what-prepare = de toestemming
audit-what-record = het opnemen
audit-what-process = de opname, om haar klaar te zetten
audit-what-watch = de opname
audit-what-look = de eigen kijkronde
audit-what-interview = het interview van cliënt en coach
audit-what-compare = het samen kijken
audit-what-try-out = wat er is uitgeprobeerd
audit-what-tell = de vragen over hoe het ging
audit-what-colearn = de kaarten voor twee
audit-what-journey = het traject
audit-what-peer = het meekijken als collega
audit-what-accompany = de leervraag, als coach
audit-what-prove = wie het is, voor iets dat ver reikt
audit-what-share = wat in de organisatie is gedeeld
audit-what-sound = het geluid van het interview
audit-what-app = een app met codes
audit-what-codes = codes op papier

## The log itself, for the privacy officer

audit-title = Logboek van handelingen
audit-lead = Wie wat deed, en wanneer. Het nieuwste staat boven. Wat iemand zei of schreef, staat hier niet.
audit-link = Logboek van handelingen
audit-line = Regel
audit-where = Gesprek
audit-about = in het register
audit-gone = iemand die er niet meer bij staat
audit-newest = Naar het nieuwste
audit-older = Ouder
audit-holds = Alle { $lines } regels kloppen en sluiten op elkaar aan.
audit-holds-kept = Alle { $lines } regels kloppen en sluiten op elkaar aan. Tot regel { $kept } staat dat ook bij de sleutels vast.
audit-broken = Het logboek klopt niet. Iemand veranderde het, of een schijf is stuk. Laat alles staan zoals het is en haal de beheerder erbij.
audit-break-gap = Een gat: regel { $first } tot en met { $second } is weg.
audit-break-moved = Verwisseld: wat op regel { $first } staat, is geschreven als regel { $second }.
audit-break-forged = Vervalst: regel { $first } is niet wat daar is geschreven.
audit-break-unlinked = Vervalst: regel { $first } hoorde bij een andere regel dan die ervoor staat.
audit-break-cut-off = Afgekapt: het logboek eindigt bij regel { $first } en liep tot regel { $second }.
audit-break-beyond = Vervalst: er staan regels na regel { $first }, waar het logboek eindigt.
audit-break-rewritten = Vervalst: regel { $first } is niet de regel die bij de sleutels vastligt.
audit-break-kept-head = Vervalst: wat bij de sleutels vastlag, is veranderd.
audit-break-unlocked = Van het slot: de database zou veranderingen in het logboek toelaten.
