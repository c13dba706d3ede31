//! Which texts a client can read, followed from the table of doors: the addresses that open to a client, the files that
//! answer there, their templates and what those include, and the modules they lean on. A page that is made tomorrow is
//! found the same way, so that nobody has to remember it.

use crate::ftl::{self, Message};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use web::doors::{DOORS, Door, Part, Who};

/// What stands in a file that a client reaches, and is never shown to one: files, templates and keys (`*` is anything).
pub const NOT_FOR_CLIENTS: &[(&str, &str)] = &[
    ("identity/*", "signing in and invitations are for whoever has an account"),
    ("recording/tus.rs", "an upload is done by whoever records"),
    ("conversation/steps.rs", "the path of a conversation stands on the page of whoever works with it"),
    (
        "dialogue/collection.rs",
        "a collection is of a professional; its door for makers removes what is in it",
    ),
    (
        "board/*",
        "the board is for whoever does the work; taking back asks for no account, so that nobody is known by it",
    ),
    ("board-title", "the menu is of whoever has an account"),
    ("dialogue/offers.rs", "an offer goes from a coach or colleague to the professional"),
    ("dialogue/peer.html", "what a colleague writes on"),
    ("dialogue/peers.html", "where a colleague was invited"),
    ("dialogue/sentence*.html", "sentences are kept and shared by professionals and coaches"),
    ("looking/bench.html", "the desk of a professional and a coach; a client gets looking/watch.html"),
    ("looking/scribe.html", "a coach begins to write down a client's look"),
    ("consent/enter.html", "the professional enters what was crossed on paper"),
    ("consent/handed.html", "whoever gave the screen takes it back"),
    ("colearning/shared.html", "open cards, as the coach reads them"),
    ("tryout/plan.html", "the professional plans a tryout"),
    ("asking-*", "consent of whoever has an account, in their own words"),
    ("consent-professional", "the professional's own signature"),
    ("guide-*-pro-*", "questions for the professional"),
    ("guide-*-coach-*", "questions for the coach"),
    ("guide-because", "a client reads guide-client-because"),
    ("guide-intro", "a client reads guide-client-intro"),
    ("guide-auth-q", "a client reads guide-auth-client-q"),
    ("guide-goal-q", "a client reads guide-goal-client-q"),
    ("guide-fit-q", "a client reads guide-fit-client-q"),
    ("guide-auth-see-*", "a client reads guide-auth-client-see"),
    ("guide-goal-see-*", "a client reads guide-goal-client-see"),
    ("guide-fit-see-*", "a client reads guide-fit-client-see"),
    ("moment-*-def", "help at the desk of a professional and a coach"),
    ("moment-*-see", "help at the desk of a professional and a coach"),
    ("moment-*-ask", "help at the desk of a professional and a coach"),
    ("look-scribe-*", "what a coach reads who writes for a client"),
    ("tryout-after-pro-*", "questions for the professional"),
    ("tryout-after-coach-*", "questions for the coach"),
    ("outcome-pro-*", "questions for the professional"),
    ("outcome-coach-*", "questions for the coach"),
    ("menu-*", "the menu is of whoever has an account"),
    ("coaching-title", "the menu is of whoever has an account"),
    ("collection-title", "the menu is of whoever has an account"),
];

/// Whether a name is this pattern, in which each `*` stands for something.
fn fits(pattern: &str, name: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return pattern == name };
    let Some(rest) = name.strip_prefix(before) else { return false };
    rest.char_indices().skip(1).map(|(at, _)| &rest[at..]).chain([""]).any(|rest| fits(after, rest))
        && !rest.is_empty()
}

/// Whether a client can come in by this door.
fn open_to_clients(door: &Door) -> bool {
    match door.who {
        Who::Guest | Who::Maker | Who::Anyone => true,
        Who::Part(parts) => parts.contains(&Part::Across),
        Who::Member | Who::Holding(_) | Who::HoldingThere(_) => false,
    }
}

/// Every message that a client can read, with the files and templates that say it.
pub struct Reach {
    /// By key: where it is said.
    pub said: BTreeMap<String, BTreeSet<String>>,
    /// Exceptions that took something away.
    pub used: BTreeSet<&'static str>,
}

struct Walk<'a> {
    shapes: Shapes,
    sources: BTreeMap<String, String>,
    messages: &'a BTreeMap<String, Message>,
    reach: Reach,
}

/// What is looked for in a source.
struct Shapes {
    route: Regex,
    template: Regex,
    grouped: Regex,
    path: Regex,
    include: Regex,
    literal: Regex,
    hole: Regex,
}

impl Shapes {
    fn new() -> Self {
        let shape = |text: &str| Regex::new(text).unwrap();
        Self {
            route: shape(r#"\.route\(\s*"([^"]+)""#),
            template: shape(r#"path = "([^"]+\.html)""#),
            grouped: shape(r"use ([\w:]+)::\{([^}]*)\};"),
            path: shape(r"\b(crate|super)((?:::\w+)+)"),
            include: shape(r#"\{%-? ?(?:include|extends|import) "([^"]+)""#),
            literal: shape(concat!(
                r"(\bta\(\s*|\ba\.with\(\s*|frame\(&?anyone, &?desk, )?",
                r#""([a-z][a-z0-9]*(?:-(?:[a-z0-9-]|\{[^{}"]*\})+)?)""#
            )),
            hole: shape(r"\{[^{}]*\}"),
        }
    }
}

/// Follows everything from the table of doors.
pub fn reach(messages: &BTreeMap<String, Message>) -> Reach {
    let root = ftl::root().join("crates/web/src");
    let sources = ftl::files(&root, &["rs", "html"]).into_iter().map(|path| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        let source = fs::read_to_string(&path).unwrap();
        let shown = source.split("#[cfg(test)]").next().unwrap_or_default();
        let shown = shown.lines().filter(|line| !line.trim_start().starts_with("//"));
        (name, shown.collect::<Vec<_>>().join("\n"))
    });
    let reach = Reach { said: BTreeMap::new(), used: BTreeSet::new() };
    let mut walk = Walk { shapes: Shapes::new(), sources: sources.collect(), messages, reach };
    walk.go();
    walk.reach
}

impl Walk<'_> {
    fn go(&mut self) {
        let mut ahead: Vec<String> = self.answering().into_iter().collect();
        // The refusals of the framework and of the gate are said by a layer round all of them.
        ahead.push("fault.rs".to_owned());
        let mut seen = BTreeSet::new();
        while let Some(name) = ahead.pop() {
            if self.excepted(&name) || !seen.insert(name.clone()) {
                continue;
            }
            ahead.extend(if name.ends_with(".html") { self.included(&name) } else { self.leans_on(&name) });
            for key in self.keys(&name) {
                if !self.excepted(&key) {
                    self.reach.said.entry(key).or_default().insert(name.clone());
                }
            }
        }
        // What is refused or not taken is said wherever it happened.
        for key in
            self.messages.keys().filter(|key| key.starts_with("refusal-") || key.starts_with("invalid-"))
        {
            self.reach.said.entry(key.clone()).or_default().insert("any page".to_owned());
        }
    }

    fn excepted(&mut self, name: &str) -> bool {
        let by = NOT_FOR_CLIENTS.iter().find(|(exception, _)| fits(exception, name));
        by.is_some_and(|(exception, _)| {
            self.reach.used.insert(exception);
            true
        })
    }

    /// The files that answer at an address which opens to clients.
    fn answering(&self) -> BTreeSet<String> {
        let open = |path: &str| DOORS.iter().any(|door| door.path == path && open_to_clients(door));
        let answers = |source: &str| self.shapes.route.captures_iter(source).any(|found| open(&found[1]));
        self.sources.iter().filter(|(_, source)| answers(source)).map(|(name, _)| name.clone()).collect()
    }

    /// Templates of a file, and modules that it uses and that answer at no address of their own.
    fn leans_on(&self, name: &str) -> Vec<String> {
        let source = &self.sources[name];
        let mut found: Vec<String> =
            self.shapes.template.captures_iter(source).map(|one| one[1].to_owned()).collect();
        let apart = self.shapes.grouped.replace_all(source, |one: &regex::Captures<'_>| {
            let each = one[2].split(',').map(|name| format!("{}::{}", &one[1], name.trim()));
            each.collect::<Vec<_>>().join("\n")
        });
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        for one in self.shapes.path.captures_iter(&apart) {
            let inside = if &one[1] == "super" && !name.ends_with("/mod.rs") { folder } else { "" };
            let parts: Vec<&str> = one[2].split("::").filter(|part| !part.is_empty()).collect();
            let module = (1..=parts.len()).rev().find_map(|count| {
                let file = format!("{inside}/{}.rs", parts[..count].join("/"));
                let file = file.trim_start_matches('/').to_owned();
                self.sources.contains_key(&file).then_some(file)
            });
            found.extend(module.filter(|file| file != "app.rs" && !self.sources[file].contains(".route(")));
        }
        found
    }

    fn included(&self, name: &str) -> Vec<String> {
        self.shapes.include.captures_iter(&self.sources[name]).map(|one| one[1].to_owned()).collect()
    }

    /// Every key that a file spells, whole or as a pattern.
    fn keys(&self, name: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for one in self.shapes.literal.captures_iter(&self.sources[name]) {
            // The look's pages ask by audience: a client gets the client's words.
            let spelled = match (one.get(1), one[2].strip_prefix("look-")) {
                (Some(_), Some(rest)) => format!("look-client-{rest}"),
                _ => one[2].to_owned(),
            };
            if spelled.contains('{') {
                let pattern = self.shapes.hole.replace_all(&spelled, "*");
                found.extend(self.messages.keys().filter(|key| fits(&pattern, key)).cloned());
            } else if self.messages.contains_key(&spelled) && spelled.contains('-') {
                found.insert(spelled);
            }
        }
        found
    }
}
