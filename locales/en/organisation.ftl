## People and places

people-title = People and teams
people-lead = Who takes part, in which team and in which role.
people-members = People
people-ended = ended
people-change = Change
people-roles = Roles
people-roles-act = Save roles
people-team = Team
people-team-none = No team
people-team-act = Save team
people-end = End account
people-reopen = Reopen account
people-invite = Invite someone
people-invite-act = Make an invitation
people-link = The invitation is made. Give this link to the person you invite. You see it only once.
people-invited = Invited
people-invited-until = The link works until { $date }.
people-invited-end = Take back
people-teams = Teams
people-team-name = Name of the team
people-team-add = Add
