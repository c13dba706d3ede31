## People and places

people-title = Mensen en teams
people-lead = Wie doet mee, in welk team en met welke rol.
people-members = Mensen
people-ended = gestopt
people-change = Wijzig
people-roles = Rollen
people-roles-act = Bewaar rollen
people-team = Team
people-team-none = Geen team
people-team-act = Bewaar team
people-end = Beëindig account
people-reopen = Open account weer
people-invite = Nodig iemand uit
people-invite-act = Maak een uitnodiging
people-link = De uitnodiging is gemaakt. Geef deze link aan de genodigde. Je ziet hem maar één keer.
people-invited = Uitgenodigd
people-invited-until = De link werkt tot { $date }.
people-invited-end = Trek in
people-teams = Teams
people-team-name = Naam van het team
people-team-add = Voeg toe
