//! Every address the program answers a GET on, read from where it is declared.

use std::path::{Path, PathBuf};

use regex::Regex;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The patterns of all routes that can be read, such as `/looks/{id}`.
pub fn readable() -> Vec<String> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let route = Regex::new(r#"\.route\(\s*"(/[^"]*)",\s*(?:[a-z_]+::)*get\("#).unwrap();
    let mut all = Vec::new();
    for file in files {
        let source = std::fs::read_to_string(file).unwrap();
        all.extend(route.captures_iter(&source).map(|capture| capture[1].to_owned()));
    }
    all.sort();
    assert!(all.len() > 30, "the routes were not found: {all:?}");
    all
}
