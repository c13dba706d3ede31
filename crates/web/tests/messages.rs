//! Every message is there in every locale, with the same variables; every one is used, and none is missing.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop where it is")]

mod ftl;

use regex::Regex;
use std::collections::BTreeSet;
use std::fs;

/// A key as it stands in code, or the pattern that makes keys: `moment-{}-name`.
struct Use {
    file: String,
    spelled: String,
    matcher: Option<Regex>,
}

impl Use {
    fn matches(&self, key: &str) -> bool {
        self.matcher.as_ref().map_or(self.spelled == key, |matcher| matcher.is_match(key))
    }
}

/// Joins what templates join with `~`: `"moment-" ~ kind ~ "-name"` is the pattern `moment-{}-name`.
fn join_template_parts(source: &str) -> String {
    let between = Regex::new(r#""\s*~[^"~]*~\s*""#).unwrap();
    let tail = Regex::new(r#"-"\s*~"#).unwrap();
    tail.replace_all(&between.replace_all(source, "{}"), r#"-{}""#).into_owned()
}

/// A source without its comments, so that an example in one is not taken for a use.
fn read(path: &std::path::Path) -> String {
    let source = fs::read_to_string(path).unwrap();
    if path.extension().is_some_and(|ending| ending == "html") {
        return join_template_parts(&source);
    }
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

/// Everything in the code, the templates and the scripts that may be a key. What tests spell does not count.
fn uses() -> Vec<Use> {
    let literal = Regex::new(r#"["`']([a-z][a-z0-9]*-(?:[a-z0-9-]|\$?\{[^{}"]*\})+)["`']"#).unwrap();
    let asked = Regex::new(r#"\b(?:t|with|frame)\(\s*"([a-z]+)"\s*\)"#).unwrap();
    let hole = Regex::new(r"\$?\{[^{}]*\}").unwrap();
    let mut found = Vec::new();
    let root = ftl::root();
    let mut paths = ftl::files(&root.join("crates"), &["rs", "html"]);
    paths.extend(ftl::files(&root.join("frontend/src"), &["ts"]));
    for path in paths {
        let file = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        if file.contains("/tests/") || file.ends_with("tests.rs") {
            continue;
        }
        let source = read(&path);
        let found_here = literal.captures_iter(&source).chain(asked.captures_iter(&source));
        for spelled in found_here.map(|capture| capture[1].to_owned()) {
            let matcher = hole.is_match(&spelled).then(|| {
                let parts: Vec<String> = hole.split(&spelled).map(regex::escape).collect();
                Regex::new(&format!("^{}$", parts.join("[a-z0-9]+(?:-[a-z0-9]+)*"))).unwrap()
            });
            found.push(Use { file: file.clone(), spelled, matcher });
        }
    }
    found
}

#[test]
fn both_locales_say_the_same_things() {
    let (nl, en) = (ftl::load("nl"), ftl::load("en"));
    let mut wrong = Vec::new();
    for key in nl.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
        match (nl.get(key), en.get(key)) {
            (Some(a), Some(b)) if a.variables != b.variables => {
                wrong.push(format!("{key}: nl takes {:?}, en takes {:?}", a.variables, b.variables));
            }
            (Some(a), Some(b)) if a.room != b.room => {
                wrong.push(format!("{key}: nl in {}, en in {}", a.room, b.room));
            }
            (Some(_), Some(_)) => {}
            (None, _) => wrong.push(format!("{key} is not there in nl")),
            (_, None) => wrong.push(format!("{key} is not there in en")),
        }
    }
    assert!(nl.len() > 100, "the messages were not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_message_is_used() {
    let messages = ftl::load("nl");
    let uses = uses();
    let quoted: BTreeSet<&String> = messages.values().flat_map(|message| &message.quotes).collect();
    let unused: Vec<&str> = messages
        .keys()
        .filter(|key| !quoted.contains(key) && !uses.iter().any(|one| one.matches(key)))
        .map(String::as_str)
        .collect();
    assert!(unused.is_empty(), "nothing uses:\n{}", unused.join("\n"));
}

/// What is surely a key: the first argument of `t(…)`, `with(…)` and `frame(…)`, every refusal and every wrong field.
#[test]
fn every_message_that_is_asked_for_is_there() {
    let messages = ftl::load("nl");
    let asked = Regex::new(r#"\b(?:t|with|frame)\(\s*"([a-z][a-z0-9-]*)"\s*\)"#).unwrap();
    let mut missing = BTreeSet::new();
    let root = ftl::root();
    for path in ftl::files(&root.join("crates"), &["rs", "html"]) {
        let source = read(&path);
        for capture in asked.captures_iter(&source) {
            if !messages.contains_key(&capture[1]) {
                missing.insert(format!("{}: {}", path.strip_prefix(&root).unwrap().display(), &capture[1]));
            }
        }
    }
    for one in uses() {
        let surely = ["refusal-", "invalid-"].iter().any(|section| one.spelled.starts_with(section))
            || one.matcher.is_some() && one.file.ends_with(".html");
        if surely && known_section(&one.spelled, &messages) && !messages.keys().any(|key| one.matches(key)) {
            missing.insert(format!("{}: {}", one.file, one.spelled));
        }
    }
    assert!(
        missing.is_empty(),
        "asked for but not there:\n{}",
        missing.into_iter().collect::<Vec<_>>().join("\n")
    );
}

/// Class names of the style sheet look like keys too; a pattern counts when its first word is a section.
fn known_section(spelled: &str, messages: &std::collections::BTreeMap<String, ftl::Message>) -> bool {
    let section = spelled.split_inclusive('-').next().unwrap_or_default();
    messages.keys().any(|key| key.starts_with(section))
}

#[test]
fn parts_joined_in_a_template_make_a_pattern() {
    assert_eq!(join_template_parts(r#"w.t("moment-" ~ kind.key() ~ "-name")"#), r#"w.t("moment-{}-name")"#);
    assert_eq!(join_template_parts(r#"w.t("guide-" ~ n)"#), r#"w.t("guide-{}" n)"#);
}

/// The log of deeds is read by clients and by a privacy officer: a deed without words would be a hole in it.
#[test]
fn every_deed_of_the_log_has_words() {
    let mut wanted: Vec<String> =
        practice::audit::Deed::ALL.iter().map(|deed| format!("audit-did-{deed}")).collect();
    wanted.extend(method::permit::Deed::ALL.iter().map(|deed| format!("audit-what-{deed}")));
    wanted.extend(method::consent::receipt::Ending::ALL.iter().map(|why| format!("ending-{why}")));
    for locale in ["nl", "en"] {
        let messages = ftl::load(locale);
        let missing: Vec<_> = wanted.iter().filter(|key| !messages.contains_key(*key)).collect();
        assert!(missing.is_empty(), "say in locales/{locale}/audit.ftl what these deeds are: {missing:?}");
    }
}
