//! Texts for clients are plain Dutch, measured: short sentences, short words.
//!
//! Flesch-Douma = 206.84 − 0.93 × words per sentence − 77 × syllables per word; 100 reads like talk,
//! below 60 takes effort.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop where it is")]
#![expect(clippy::cast_precision_loss, reason = "a few thousand words fit a float")]

mod ftl;

use std::collections::BTreeMap;

/// The bounds, in one place.
mod bounds {
    /// Words per sentence, on average in each group of texts, stays below this.
    pub const SENTENCE: f64 = 11.0;
    /// No single sentence is longer than this many words.
    pub const LONGEST: usize = 20;
    /// Flesch-Douma of each group of texts is at least this.
    pub const READING_EASE: f64 = 75.0;
    /// Flesch-Douma of any text of at least `LONG_ENOUGH` words is at least this.
    pub const READING_EASE_ONE: f64 = 55.0;
    /// Fewer words than this say too little to be measured alone.
    pub const LONG_ENOUGH: usize = 20;
}

/// Sections whose every message a client may read.
const CLIENT_SECTIONS: [&str; 7] =
    ["leaflet", "consent", "interview", "public", "refusal", "client", "cards"];

fn for_clients(key: &str, room: &str) -> bool {
    let section = key.split('-').next().unwrap_or_default();
    room == "client" || CLIENT_SECTIONS.contains(&section) || key.split('-').any(|part| part == "client")
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
    let mut groups: BTreeMap<String, Measure> = BTreeMap::new();
    let mut hard = Vec::new();
    for (key, message) in ftl::load("nl").iter().filter(|(key, message)| for_clients(key, &message.room)) {
        let measure = Measure::of(&message.text);
        if measure.longest > bounds::LONGEST {
            hard.push(format!("{key}: a sentence of {} words", measure.longest));
        }
        if measure.words >= bounds::LONG_ENOUGH && measure.reading_ease() < bounds::READING_EASE_ONE {
            hard.push(format!("{key}: Flesch-Douma {:.0}", measure.reading_ease()));
        }
        let section = key.split('-').next().unwrap_or_default();
        let group = if CLIENT_SECTIONS.contains(&section) { section } else { "by-the-client" };
        let sum = groups.entry(group.to_owned()).or_default();
        *sum = sum.add(measure);
    }
    assert!(groups.len() > 3, "no texts for clients were found");
    for (group, measure) in groups {
        println!(
            "{group}: {:.1} words per sentence, Flesch-Douma {:.0}",
            measure.sentence(),
            measure.reading_ease()
        );
        if measure.sentence() >= bounds::SENTENCE {
            hard.push(format!("{group}-*: {:.1} words per sentence", measure.sentence()));
        }
        if measure.words >= bounds::LONG_ENOUGH && measure.reading_ease() < bounds::READING_EASE {
            hard.push(format!("{group}-*: Flesch-Douma {:.0}", measure.reading_ease()));
        }
    }
    assert!(hard.is_empty(), "too hard for clients:\n{}", hard.join("\n"));
}
