//! Reads the Fluent files as the tests need them: per message its text, its variables and whom it quotes.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// One message of one locale.
pub struct Message {
    /// The file it stands in, without its ending.
    pub room: String,
    /// Variables it needs, also by way of the messages it quotes.
    pub variables: BTreeSet<String>,
    /// Messages it quotes itself.
    pub quotes: BTreeSet<String>,
    /// How it reads by default, each variable a short word.
    pub text: String,
}

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All files below a folder with one of these endings; a folder that is not there has none.
pub fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if path.extension().is_some_and(|e| endings.iter().any(|ending| e == *ending)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every message of a locale by its key. Fails on what Fluent cannot read and on a key that is there twice.
pub fn load(locale: &str) -> BTreeMap<String, Message> {
    let mut patterns: BTreeMap<String, (String, Pattern<String>)> = BTreeMap::new();
    for path in files(&root().join("locales").join(locale), &["ftl"]) {
        let room = path.file_stem().unwrap().to_string_lossy().into_owned();
        let source = fs::read_to_string(&path).unwrap();
        let resource = fluent_syntax::parser::parse(source)
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let key = message.id.name;
                let value = message.value.unwrap_or_else(|| panic!("{key} has no text"));
                let before = patterns.insert(key.clone(), (room.clone(), value));
                assert!(before.is_none(), "{locale}: {key} is there twice");
            }
        }
    }
    let read = |(key, (room, pattern)): (&String, &(String, Pattern<String>))| {
        let mut message = Message {
            room: room.clone(),
            variables: BTreeSet::new(),
            quotes: BTreeSet::new(),
            text: String::new(),
        };
        read_pattern(pattern, &patterns, &mut message, 0);
        (key.clone(), message)
    };
    patterns.iter().map(read).collect()
}

type Patterns = BTreeMap<String, (String, Pattern<String>)>;

fn read_pattern(pattern: &Pattern<String>, all: &Patterns, into: &mut Message, depth: usize) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => into.text.push_str(value),
            PatternElement::Placeable { expression } => read_expression(expression, all, into, depth),
        }
    }
}

fn read_expression(expression: &Expression<String>, all: &Patterns, into: &mut Message, depth: usize) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, all, into, depth),
        Expression::Select { selector, variants } => {
            let before = into.text.len();
            read_inline(selector, all, into, depth);
            into.text.truncate(before);
            for variant in variants {
                let end = into.text.len();
                read_pattern(&variant.value, all, into, depth);
                if !variant.default {
                    into.text.truncate(end);
                }
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<String>, all: &Patterns, into: &mut Message, depth: usize) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.variables.insert(id.name.clone());
            into.text.push_str("iets");
        }
        InlineExpression::MessageReference { id, .. } => {
            assert!(depth < 5, "{} quotes itself", id.name);
            if depth == 0 {
                into.quotes.insert(id.name.clone());
            }
            let (_, quoted) =
                all.get(&id.name).unwrap_or_else(|| panic!("{} is quoted but is not there", id.name));
            read_pattern(quoted, all, into, depth + 1);
        }
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            into.text.push_str(value);
        }
        InlineExpression::Placeable { expression } => read_expression(expression, all, into, depth),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                read_inline(argument, all, into, depth);
            }
        }
        InlineExpression::TermReference { id, .. } => {
            panic!("-{}: terms get no variables; quote a message", id.name)
        }
    }
}
