//! Names and other traces of a person in a text that is about to be shared.
//!
//! Finding is done by lists and patterns, and errs on the side of asking. Whoever writes decides about what merely
//! looks like a name; the names of the people of a conversation, addresses and numbers never stay.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::words;

mod numbers;

words! {
    /// Why a word was found.
    Why {
        /// Someone of the conversation it came from.
        Person = "person",
        /// Someone with an account in the organisation.
        Member = "member",
        /// A name that many people carry.
        Common = "common",
        /// A capital where a sentence does not ask for one.
        Capital = "capital",
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// A postcode.
        Postcode = "postcode",
        /// A long number, such as a BSN.
        Number = "number",
        /// A date or a year.
        Date = "date",
        /// An amount of money.
        Amount = "amount",
    }
}

impl Why {
    /// Whether the writer can say that it is no name after all.
    #[must_use]
    pub const fn can_stay(self) -> bool {
        matches!(self, Self::Member | Self::Common | Self::Capital | Self::Date | Self::Amount)
    }
}

/// A trace of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// As it stands in the text.
    pub word: String,
    /// Why.
    pub why: Why,
}

/// Whose names are known beforehand.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The people of the conversation it came from, code name included.
    pub people: &'a [String],
    /// Everybody with an account in the organisation.
    pub members: &'a [String],
}

const COMMON: &str = include_str!("names/dutch.txt");

/// Common names in lower case, each with whether it counts only with a capital.
static LIST: LazyLock<HashMap<String, bool>> = LazyLock::new(|| {
    let lines = COMMON.lines().filter(|line| !line.starts_with('#'));
    let mut list = HashMap::new();
    for name in lines.flat_map(str::split_whitespace) {
        let bare = name.trim_end_matches('*');
        // A name that stands in both halves is a word as soon as one of them says so.
        let word = list.entry(bare.to_lowercase()).or_insert(false);
        *word |= bare != name;
    }
    list
});

/// Words between the parts of a name, which tell nothing by themselves.
const BETWEEN: [&str; 14] =
    ["van", "der", "den", "de", "het", "ten", "ter", "op", "in", "aan", "el", "al", "und", "von"];

/// Everything in a text that may be a trace of a person, in the order of the text; each word once.
#[must_use]
pub fn find(text: &str, known: Known<'_>) -> Vec<Found> {
    let mut found: Vec<(usize, Found)> = numbers::find(text);
    let taken: Vec<_> = found.iter().map(|(at, one)| *at..at + one.word.len()).collect();
    for word in words(text).into_iter().filter(|word| !taken.iter().any(|span| span.contains(&word.at))) {
        if let Some(why) = about(&word, known) {
            found.push((word.at, Found { word: word.text.to_owned(), why }));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut once: Vec<Found> = Vec::new();
    for (_, one) in found {
        if !once.iter().any(|other| other.word.to_lowercase() == one.word.to_lowercase()) {
            once.push(one);
        }
    }
    once
}

/// The same without the words that the writer said are no names; what cannot stay is there all the same.
#[must_use]
pub fn standing(text: &str, known: Known<'_>, no_names: &[String]) -> Vec<Found> {
    let said: Vec<String> = no_names.iter().map(|word| word.to_lowercase()).collect();
    let stays = |one: &Found| one.why.can_stay() && said.contains(&one.word.to_lowercase());
    find(text, known).into_iter().filter(|one| !stays(one)).collect()
}

/// A word in a text.
struct Word<'a> {
    text: &'a str,
    at: usize,
    /// Whether a sentence or a quotation begins with it, so that a capital tells nothing.
    first: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let (mut start, mut first) = (None, true);
    let inside = |c: char| c.is_alphanumeric() || c == '\'' || c == '’';
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if inside(c) && (start.is_some() || c.is_alphanumeric()) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(begin) = start.take() {
            let word = text[begin..at].trim_end_matches(['\'', '’']);
            if word.chars().any(char::is_alphabetic) {
                words.push(Word { text: word, at: begin, first });
                first = false;
            }
        }
        first |=
            matches!(c, '.' | '?' | '!' | ':' | '…' | '\n' | '"' | '“' | '”' | '„' | '‘' | '[' | '(' | '–');
    }
    words
}

fn about(word: &Word<'_>, known: Known<'_>) -> Option<Why> {
    let lower = word.text.to_lowercase();
    let bare = lower.trim_end_matches("'s").trim_end_matches("’s");
    let one_of =
        |names: &[String]| names.iter().any(|name| parts(name).any(|part| part == lower || part == bare));
    let capital = word.text.chars().next().is_some_and(char::is_uppercase);
    // Letters that stand for an organisation or a law (UWV, WMO) are no one's name.
    let letters =
        word.text.chars().count() > 1 && word.text.chars().all(|c| c.is_uppercase() || c.is_numeric());
    if one_of(known.people) {
        Some(Why::Person)
    } else if one_of(known.members) && (capital || !LIST.get(bare).is_some_and(|word| *word)) {
        Some(Why::Member)
    } else if LIST.get(bare).or_else(|| LIST.get(&lower)).is_some_and(|word| capital || !word) {
        Some(Why::Common)
    } else if capital && !word.first && !letters && !polite(word.text) {
        Some(Why::Capital)
    } else {
        None
    }
}

/// The parts of a name that tell whose it is.
fn parts(name: &str) -> impl Iterator<Item = String> + '_ {
    name.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(str::to_lowercase)
        .filter(|part| part.chars().count() > 1 && !BETWEEN.contains(&part.as_str()))
}

/// Words with a capital of their own: "U" to a client, "I" in English.
fn polite(word: &str) -> bool {
    matches!(word, "U" | "Uw" | "I") || word.starts_with("I'") || word.starts_with("I’")
}

#[cfg(test)]
mod tests;
