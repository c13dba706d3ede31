//! Texts for clients are plain Dutch, measured: short sentences, short words. Which texts those are follows from the
//! table of doors (`reach`), so that a new page cannot be forgotten.
//!
//! Flesch-Douma = 206.84 − 0.93 × words per sentence − 77 × syllables per word; 100 reads like talk,
//! below 60 takes effort.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop where it is")]
#![expect(clippy::cast_precision_loss, reason = "a few thousand words fit a float")]

mod ftl;
mod reach;

use regex::Regex;
use std::collections::BTreeMap;

/// The bounds, in one place.
mod bounds {
    /// Words per sentence, on average in each room, stays below this: labels aside, and far below what one
    /// text may have.
    pub const SENTENCE: f64 = 8.0;
    /// Words per sentence in any text of at least `LONG_ENOUGH` words.
    pub const SENTENCE_ONE: f64 = 11.0;
    /// No single sentence is longer than this many words.
    pub const LONGEST: usize = 18;
    /// Flesch-Douma of each room is at least this.
    pub const READING_EASE: f64 = 75.0;
    /// Flesch-Douma of any text of at least `LONG_ENOUGH` words is at least this.
    pub const READING_EASE_ONE: f64 = 55.0;
    /// Fewer words than this say too little to be measured alone.
    pub const LONG_ENOUGH: usize = 20;
    /// Fewer words than this are a label: no sentence, and left out of a room's average.
    pub const LABEL: usize = 4;
}

#[derive(Default, Clone, Copy)]
struct Measure {
    sentences: usize,
    words: usize,
    syllables: usize,
    longest: usize,
}

impl Measure {
    fn of(text: &str) -> Self {
        let mut measure = Self::default();
        for sentence in text.split(['.', '?', '!', '\n']) {
            let words: Vec<&str> = sentence
                .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-')
                .filter(|w| !w.is_empty())
                .collect();
            if words.is_empty() {
                continue;
            }
            measure.sentences += 1;
            measure.words += words.len();
            measure.syllables += words.iter().map(|word| syllables(word)).sum::<usize>();
            measure.longest = measure.longest.max(words.len());
        }
        measure
    }

    fn add(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
            longest: self.longest.max(other.longest),
        }
    }

    fn sentence(self) -> f64 {
        self.words as f64 / self.sentences as f64
    }

    fn reading_ease(self) -> f64 {
        206.84 - 0.93 * self.sentence() - 77.0 * self.syllables as f64 / self.words as f64
    }
}

/// Syllables of a Dutch word: one per group of vowels that sounds as one.
fn syllables(word: &str) -> usize {
    const GROUPS: [&str; 18] = [
        "aai", "eeu", "ieu", "oei", "ooi", "aa", "ai", "au", "ee", "ei", "eu", "ie", "ij", "oe", "oi", "oo",
        "ou", "ui",
    ];
    let word = word.to_lowercase();
    let mut rest = word.as_str();
    let mut count = 0;
    while let Some(first) = rest.chars().next() {
        let group = GROUPS.iter().find(|group| rest.starts_with(**group)).map(|group| group.len());
        let double = group.or_else(|| rest.starts_with("uu").then_some(2));
        let vowel = "aeiouyáàâäéèêëíïóôöúûü".contains(first);
        if double.is_some() || vowel {
            count += 1;
        }
        rest = &rest[double.unwrap_or_else(|| first.len_utf8())..];
    }
    count.max(1)
}

#[test]
fn syllables_are_counted_as_people_speak() {
    let known = [
        ("verantwoordelijkheid", 6),
        ("gesprekspartner", 4),
        ("beoordeling", 4),
        ("video", 3),
        ("uitkering", 3),
        ("geïnteresseerd", 5),
        ("nieuw", 1),
        ("leeuw", 1),
        ("cliënt", 2),
        ("uur", 1),
        ("DVD", 1),
    ];
    for (word, expected) in known {
        assert_eq!(syllables(word), expected, "{word}");
    }
}

#[test]
fn hard_dutch_is_found_to_be_hard() {
    let hard = Measure::of(
        "Overeenkomstig de toepasselijke privacywetgeving behoudt de verwerkingsverantwoordelijke zich het recht \
         voor om persoonsgegevens gedurende de vastgestelde bewaartermijn te verwerken.",
    );
    assert!(hard.reading_ease() < bounds::READING_EASE_ONE, "{}", hard.reading_ease());
}

#[test]
fn texts_for_clients_are_plain_dutch() {
    let messages = ftl::load("nl");
    let reach = reach::reach(&messages);
    let mut rooms: BTreeMap<&str, Measure> = BTreeMap::new();
    let mut hard = Vec::new();
    for key in reach.said.keys() {
        let message = &messages[key];
        let measure = Measure::of(&message.text);
        if measure.longest > bounds::LONGEST {
            hard.push(format!("{key}: a sentence of {} words", measure.longest));
        }
        if measure.words >= bounds::LONG_ENOUGH {
            if measure.reading_ease() < bounds::READING_EASE_ONE {
                hard.push(format!("{key}: Flesch-Douma {:.0}", measure.reading_ease()));
            }
            if measure.sentence() >= bounds::SENTENCE_ONE {
                hard.push(format!("{key}: {:.1} words per sentence", measure.sentence()));
            }
        }
        if measure.words >= bounds::LABEL {
            let sum = rooms.entry(&message.room).or_default();
            *sum = sum.add(measure);
        }
    }
    for (room, measure) in rooms {
        let (sentence, ease) = (measure.sentence(), measure.reading_ease());
        println!("{room}: {} words, {sentence:.1} a sentence, Flesch-Douma {ease:.0}", measure.words);
        if sentence >= bounds::SENTENCE {
            hard.push(format!("{room}: {sentence:.1} words per sentence"));
        }
        if measure.words >= bounds::LONG_ENOUGH && ease < bounds::READING_EASE {
            hard.push(format!("{room}: Flesch-Douma {ease:.0}"));
        }
    }
    assert!(hard.is_empty(), "too hard for clients:\n{}", hard.join("\n"));
}

/// Pages that are the client's alone speak to them as "u", and in words that need no course.
#[test]
fn clients_are_spoken_to_politely_and_without_jargon() {
    /// Said on a page that staff reads too, in its own words for them.
    const TO_STAFF: [&str; 2] = ["seen-who-self", "look-sign-in-again"];
    const OWN: [&str; 4] = ["client/", "interview/mine", "looking/", "consent/leaflet"];
    let familiar = Regex::new(r"(?i)\b(je|jij|jou|jouw)\b").unwrap();
    let jargon = Regex::new(
        r"(?i)raakmoment|kijkronde|kijkwijzer|interventie|alternatief|AVG|verwerk|toestemming|perspectief|evaluatie",
    )
    .unwrap();
    let messages = ftl::load("nl");
    let mut wrong = Vec::new();
    for (key, places) in reach::reach(&messages).said {
        if TO_STAFF.contains(&key.as_str())
            || !places.iter().any(|place| OWN.iter().any(|own| place.starts_with(own)))
        {
            continue;
        }
        let text = &messages[&key].text;
        for (rule, found) in [("familiar", &familiar), ("jargon", &jargon)] {
            if let Some(word) = found.find(text) {
                wrong.push(format!("{key}: {rule} {:?} in {text:?} ({places:?})", word.as_str()));
            }
        }
    }
    assert!(wrong.is_empty(), "not in a client's words:\n{}", wrong.join("\n"));
}

/// What is found is what clients see: every door of theirs, also what a page includes and what a module says for it.
#[test]
fn what_clients_read_is_found_from_the_doors() {
    let messages = ftl::load("nl");
    let reach = reach::reach(&messages);
    for key in [
        "place-look",               // a template of a page
        "look-client-touched",      // the look, by audience
        "look-client-kept",         // a template that a template includes
        "guide-goal-client-step-3", // a module that pages lean on, by a pattern
        "consent-receipt",          // another
        "seen-said-yes-longer",     // a file without a template of its own for it
        "consent-second-choice-3",  // on the sheet of paper too
        "outcome-client-2",         // after a tryout
        "together-takeaway",        // where the client sits in
        "cards-turned-wait",        // the cards
        "refusal-link",             // a page that says no
        "moment-resistance-client", // kinds of moments
        "public-privacy",           // the front page
    ] {
        assert!(reach.said.contains_key(key), "{key} is not found");
    }
    for key in ["guide-auth-pro-1", "notes-lead", "register-lead", "path-consent-beside"] {
        assert!(!reach.said.contains_key(key), "{key} is not for clients: {:?}", reach.said.get(key));
    }
    let idle: Vec<_> = reach::NOT_FOR_CLIENTS.iter().filter(|(one, _)| !reach.used.contains(one)).collect();
    assert!(idle.is_empty(), "these exceptions except nothing: {idle:?}");
}
