## The home page

home-title = Welcome back
home-waiting = What waits for me
home-waiting-none = Nothing waits for you now. Good.
home-conversations = My conversations
home-empty-professional = Your conversations will be here. Begin with one conversation that is still on your mind. The rest will show itself.
home-empty-coach = The conversations you are asked into will be here. The professional invites you. As soon as everyone said yes, you can look.
home-path-of = The steps of { $name }
home-new = New conversation
home-administrator = Administration
home-administrator-text = You arrange who takes part, in which team and in which role. You see nothing of what was said.
home-manager = Learning as an organisation
home-manager-text = You see no conversations and no people here. Lessons and patterns of groups will be here once there are enough.
home-privacy-officer = Privacy
home-privacy-officer-text = You can withdraw a consent on a client's word. You see nothing of what was said.
