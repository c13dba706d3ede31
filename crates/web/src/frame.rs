//! What stands around every page: head, masthead, footer.

use method::roles::{ConversationKind, Role};

use crate::visit::Visit;
use crate::words::{Lang, Words};

/// One entry of the main menu.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it leads.
    pub href: &'static str,
    /// Its name, in words.
    pub name: String,
    /// Whether the page is in this part.
    pub current: bool,
}

/// How a client stops for now, to go on later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// They leave; their link and code bring them back to where they were.
    Leave,
    /// They hold somebody's screen, and give it back.
    GiveBack,
    /// They have not come in, or have left.
    Outside,
}

/// Everything that `frame.html` needs.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The reader's language.
    pub words: Words,
    /// The page's title, in words.
    pub title: String,
    /// `light`, `dark` or nothing.
    pub theme: Option<&'static str>,
    /// The page itself, to come back to after a choice.
    pub path: String,
    /// The main menu; empty when nobody signed in.
    pub menu: Vec<Entry>,
    /// The name of whoever signed in.
    pub name: Option<String>,
    /// Where the product's name leads.
    pub home: &'static str,
    /// Classes of the body: `page` and what the page adds.
    pub body: &'static str,
    /// What every page of a client has at its foot: reading aloud, and how to stop for now. Nothing on other pages.
    pub client: Option<Later>,
    /// Whether this screen cannot be left: no menu, no choices.
    pub alone: bool,
    /// Where blank papers lie for this reader, and for which kind of conversation; nothing where none are.
    papers: Option<(&'static str, ConversationKind)>,
}

impl Frame {
    pub(crate) fn new(visit: &Visit, title: String) -> Self {
        let roles = visit.member.as_ref().map_or(&[][..], |member| &member.roles);
        let entry = |href: &'static str, key: &str| Entry {
            href,
            name: visit.words.t(key),
            current: visit.path.split('?').next() == Some(href),
        };
        let mut menu = Vec::new();
        if visit.member.is_some() {
            menu.push(entry("/home", "menu-home"));
            if ConversationKind::led_by(roles).next().is_some() {
                menu.push(entry("/journey", "menu-journey"));
            }
            if roles.contains(&Role::Coach) {
                menu.push(entry("/coaching", "coaching-title"));
            }
            if ConversationKind::led_by(roles).next().is_some() || roles.contains(&Role::Coach) {
                menu.push(entry("/collection", "collection-title"));
                menu.push(entry("/papers", "papers-title"));
            }
            // Whoever leads, accompanies or manages conversations; `method::patterns::may_see` says the same.
            if ConversationKind::led_by(roles).next().is_some() || roles.contains(&Role::Coach) {
                menu.push(entry("/patterns", "patterns-title"));
            }
            if roles.iter().any(|role| !matches!(role, Role::Administrator | Role::Researcher)) {
                let mut board = entry("/board", "board-title");
                board.current = visit.path.starts_with("/board");
                menu.push(board);
            }
            menu.push(entry("/notices", "menu-notices"));
            if roles.contains(&Role::PrivacyOfficer) {
                let mut place = entry("/privacy", "menu-privacy");
                place.current = ["/privacy", "/register"].iter().any(|one| visit.path.starts_with(one));
                menu.push(place);
            }
            if roles.contains(&Role::Administrator) {
                menu.push(entry("/people", "menu-people"));
            }
            menu.push(entry("/account", "menu-account"));
        }
        let guest = visit.participant.is_some() && visit.member.is_none();
        Self {
            words: visit.words,
            title,
            theme: visit.theme,
            path: visit.path.clone(),
            menu,
            name: visit.member.as_ref().map(|member| member.name.clone()),
            home: if visit.member.is_some() {
                "/home"
            } else if guest {
                "/mine"
            } else {
                "/"
            },
            body: if guest || visit.path.starts_with("/mine") { "page for-client" } else { "page" },
            client: later(visit, guest),
            alone: visit.handed_by.is_some(),
            papers: crate::papers::shelf(visit).map(|shelf| (shelf, visit.words.kind)),
        }
    }

    /// The same frame without the foot of a client's page: whoever gave the screen has it in their hands again.
    #[must_use]
    pub const fn for_giver(mut self) -> Self {
        self.client = None;
        self
    }

    /// The same frame for a page that wants more room.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.body =
            if self.body.contains("for-client") { "page page--wide for-client" } else { "page page--wide" };
        self
    }

    /// The same frame for a page that clients read: larger letters.
    #[must_use]
    pub fn for_client(mut self) -> Self {
        self.body = "page for-client";
        self
    }

    /// The same frame for a screen that everyone in a room sees: no menu, no name, larger letters than anywhere.
    #[must_use]
    pub fn for_room(mut self) -> Self {
        self.body = "page page--wide page--room";
        self.menu = Vec::new();
        self.name = None;
        self.alone = true;
        self
    }

    /// The same frame for a screen that lies between two people: all of it is theirs.
    #[must_use]
    pub fn at_the_table(mut self) -> Self {
        self.body = "page page--wide page--tablet for-client";
        self
    }

    /// Where this paper is, blank, in the reader's language.
    #[must_use]
    pub fn paper(&self, key: &str) -> Option<String> {
        let (shelf, kind) = self.papers?;
        Some(format!("{shelf}/{key}?kind={}", kind.key()))
    }

    /// Whether this is the page at an address, whatever is asked of it.
    #[must_use]
    pub fn is_at(&self, href: &str) -> bool {
        self.path.split('?').next() == Some(href)
    }

    /// Languages that can be chosen instead of this one.
    #[must_use]
    pub fn other_languages(&self) -> Vec<Lang> {
        Lang::offered().into_iter().filter(|lang| *lang != self.words.lang).collect()
    }
}

fn later(visit: &Visit, guest: bool) -> Option<Later> {
    let own_place = visit.path.starts_with("/mine");
    match (visit.handed_by, visit.participant) {
        (Some(_), _) => Some(Later::GiveBack),
        (None, Some(_)) if guest || own_place => Some(Later::Leave),
        _ => (own_place || visit.path.starts_with("/c/")).then_some(Later::Outside),
    }
}
