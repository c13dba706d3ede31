//! The rules of the house that a compiler does not know: which crate may lean on which, the same name for a room on
//! every floor, files that say what they are for and stay about one thing, nothing left behind.
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop where it is")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What each crate may lean on of ours. Arrows run downwards only; `practice` is the one door to `records` and `vault`.
const ARROWS: [(&str, &[&str]); 8] = [
    ("method", &[]),
    ("vault", &["method"]),
    ("records", &["method"]),
    ("media", &["method"]),
    ("papers", &["method"]),
    ("practice", &["method", "papers", "records", "vault"]),
    ("web", &["method", "practice"]),
    ("meerzien", &["media", "method", "practice", "web"]),
];

/// The rooms of the method, in its order.
const ROOMS: [&str; 11] = [
    "consent",
    "recording",
    "looking",
    "interview",
    "dialogue",
    "tryout",
    "journey",
    "organisation",
    "colearning",
    "patterns",
    "board",
];

/// Rooms that the method does not know but every house has.
const HALLS: [&str; 10] = [
    "identity",
    "audit",
    "home",
    "conversation",
    "client",
    "public",
    "notices",
    "search",
    "privacy",
    "papers",
];

/// Lines of a file above which it is surely about more than one thing.
const LONGEST: usize = 500;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace's folder")
}

/// Every file of ours below a folder with one of these endings; what is built or installed is not ours.
fn files(below: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(below)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.expect("a readable folder").path()) {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "dist", "output", "target"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn ours() -> Vec<PathBuf> {
    let endings = [".rs", ".ts", ".mjs", ".css", ".html", ".sh"];
    let all: Vec<_> = ["crates", "frontend", "tests", "benches", "scripts"]
        .iter()
        .flat_map(|folder| files(folder, &endings))
        .collect();
    assert!(all.len() > 20, "the house was not found");
    all
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// What each crate of ours leans on of ours, as cargo understands the manifests, tests and builds included.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let said = Command::new(cargo)
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo metadata");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&said.stdout).expect("metadata as JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let name = |value: &serde_json::Value| value["name"].as_str().expect("a name").to_owned();
    let all: BTreeSet<String> = packages.iter().map(name).collect();
    packages
        .iter()
        .map(|package| {
            let leans = package["dependencies"].as_array().expect("dependencies").iter().map(name);
            (name(package), leans.filter(|dependency| all.contains(dependency)).collect())
        })
        .collect()
}

/// Top-level modules or folders of a floor, without the crate's own root.
fn modules(floor: &str) -> BTreeSet<String> {
    let folder = root().join(floor);
    fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| {
            path.is_dir() || path.extension().is_some_and(|ending| ending == "rs" || ending == "ftl")
        })
        .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
        .filter(|name| !["lib", "main", "tests"].contains(&name.as_str()))
        .collect()
}

#[test]
fn arrows_between_crates_run_down_only() {
    let allowed: BTreeMap<_, BTreeSet<_>> =
        ARROWS.iter().map(|(from, to)| (*from, to.iter().map(|name| (*name).to_owned()).collect())).collect();
    for (from, to) in arrows() {
        let may = allowed
            .get(from.as_str())
            .unwrap_or_else(|| panic!("{from} is a crate without a place in the house"));
        let wrong: Vec<_> = to.difference(may).collect();
        assert!(wrong.is_empty(), "{from} may not lean on {wrong:?}");
    }
}

#[test]
fn practice_is_the_only_door_to_vault_and_records() {
    for locked in ["vault", "records"] {
        let doors: Vec<_> =
            arrows().into_iter().filter(|(_, to)| to.contains(locked)).map(|(from, _)| from).collect();
        assert_eq!(doors, ["practice"], "who leans on {locked}");
    }
}

#[test]
fn a_deed_is_compiled_once() {
    let mut bare = Vec::new();
    for path in files("crates/practice/src", &["rs"]) {
        let text = text(&path);
        let lines: Vec<&str> = text.lines().collect();
        for (n, line) in lines.iter().enumerate() {
            let Some((_, name)) = line.split_once("pub async fn ") else { continue };
            let signature: String = lines.iter().skip(n).take(8).copied().collect();
            let (signature, _) = signature.split_once('{').unwrap_or((&signature, ""));
            // What the macro cannot box: a lifetime without a name, a receiver other than `&self`, any function.
            let cannot = ["<'_>", "&Arc<Self>", "impl "].iter().any(|part| signature.contains(part));
            let boxed = n.checked_sub(1).is_some_and(|above| lines[above].trim() == "#[crate::boxed]");
            if !boxed && !cannot {
                bare.push(format!("{}: {name}", shown(&path)));
            }
        }
    }
    assert!(bare.is_empty(), "without #[crate::boxed]: {bare:#?}");
}

#[test]
fn every_rust_file_says_first_what_it_is_for() {
    let silent: Vec<_> = ["crates", "benches"]
        .iter()
        .flat_map(|folder| files(folder, &[".rs"]))
        .filter(|path| !text(path).starts_with("//! "))
        .map(|path| shown(&path))
        .collect();
    assert!(silent.is_empty(), "these do not open with `//! `: {silent:#?}");
}

#[test]
fn no_file_is_about_more_than_one_thing() {
    let long: Vec<_> = ours()
        .into_iter()
        .map(|path| (text(&path).lines().count(), shown(&path)))
        .filter(|(lines, _)| *lines > LONGEST)
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines: {long:#?}");
}

#[test]
fn nothing_is_left_behind_or_switched_off() {
    // Written in halves, so that this file does not find itself.
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("[al", "low("),
        concat!("#[ig", "nore"),
        concat!("todo", "!("),
        concat!("unimplemented", "!("),
        concat!(".sk", "ip("),
        concat!(".on", "ly("),
        concat!("eslint-", "disable"),
        concat!("@ts-", "ignore"),
    ];
    let mut left = Vec::new();
    for path in ours() {
        for (number, line) in text(&path).lines().enumerate() {
            // `.skip(` is also what iterators are called with; in tests of ours it switches a test off.
            let rust = path.extension().is_some_and(|ending| ending == "rs");
            for mark in marks.iter().filter(|mark| line.contains(**mark)) {
                if !(rust && mark.starts_with('.')) {
                    left.push(format!("{}:{}: {mark}", shown(&path), number + 1));
                }
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn a_room_has_the_same_name_on_every_floor() {
    let tools: [(&str, &[&str]); 5] = [
        (
            "crates/method/src",
            &["asking", "ids", "names", "path", "permit", "receipt", "refusal", "roles", "time", "words"],
        ),
        ("crates/practice/src", &["error", "house", "names", "secrets", "sessions"]),
        ("crates/records/src", &["assets", "client_link", "db", "jobs", "sessions"]),
        (
            "crates/web/src",
            &[
                "app", "assets", "choices", "doors", "fault", "form", "frame", "headers", "live", "player",
                "sessions", "visit", "words",
            ],
        ),
        ("locales/nl", &["beside", "collection", "common", "errors", "labels", "peers"]),
    ];
    let rooms: BTreeSet<String> = ROOMS.iter().chain(&HALLS).map(|name| (*name).to_owned()).collect();
    for (floor, tools) in tools {
        let strange: Vec<_> = modules(floor)
            .into_iter()
            .filter(|name| !rooms.contains(name) && !tools.contains(&name.as_str()))
            .collect();
        assert!(strange.is_empty(), "{floor} has neither rooms nor known tools: {strange:?}");
    }
}

#[test]
fn a_room_rests_on_the_floors_below_it() {
    for (above, below) in [
        ("crates/web/src", "crates/practice/src"),
        ("crates/practice/src", "crates/records/src"),
        ("crates/web/src", "locales/nl"),
    ] {
        let ground = modules(below);
        for room in modules(above).iter().filter(|name| ROOMS.contains(&name.as_str())) {
            assert!(ground.contains(room), "{above}/{room} has no room under it in {below}");
        }
    }
}

#[test]
fn every_language_has_the_same_rooms() {
    let dutch = modules("locales/nl");
    assert!(!dutch.is_empty(), "there are no texts");
    for language in modules("locales") {
        assert_eq!(modules(&format!("locales/{language}")), dutch, "rooms of {language} beside those of nl");
    }
}

#[test]
fn no_two_migrations_share_a_number() {
    let mut numbers = BTreeSet::new();
    for path in files("crates/records/migrations", &[".sql"]) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let folder = path.parent().expect("a folder").to_owned();
        let number: u32 = name
            .split('_')
            .next()
            .and_then(|n| n.parse().ok())
            .unwrap_or_else(|| panic!("{name}: a number first"));
        assert!(numbers.insert((folder, number)), "{name}: its number is taken");
    }
    assert!(!numbers.is_empty(), "there are no migrations");
}
