//! The three cases as data, and their recordings, embedded in the program.

use std::borrow::Cow;

use method::consent::Purpose;
use method::looking::{LeadQuestion, MomentKind, Step, Strength, Whose};
use method::roles::Perspective;
use method::tryout::{Helped, Verdict};
use rust_embed::RustEmbed;
use serde::{Deserialize, Deserializer};

#[derive(RustEmbed)]
#[folder = "../../demo/media"]
struct Films;

const CASES: &str = include_str!("../../../../demo/cases.json");

/// Why the demo's own files cannot be used; only a mistake in this repository can cause it.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A file is not there.
    #[error("the demo lacks {0}")]
    Missing(String),
    /// The cases cannot be read.
    #[error("the demo's cases cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
}

/// The bytes of a recording.
pub fn media(name: &str) -> Result<Cow<'static, [u8]>, Fault> {
    let film = name.strip_prefix("media/").and_then(Films::get);
    film.map(|film| film.data).ok_or_else(|| Fault::Missing(name.to_owned()))
}

/// All cases.
pub fn all() -> Result<Vec<Case>, Fault> {
    #[derive(Deserialize)]
    struct All {
        cases: Vec<Case>,
    }
    Ok(serde_json::from_str::<All>(CASES)?.cases)
}

/// One case.
#[derive(Debug, Deserialize)]
pub struct Case {
    pub key: String,
    pub people: People,
    pub question: String,
    pub consent: Consent,
    pub conversation: Conversation,
    pub next: Conversation,
    pub looks: Vec<Look>,
    pub readings: Vec<Reading>,
    pub alternative: Alternative,
    pub tryout: Tryout,
}

#[derive(Debug, Deserialize)]
pub struct People {
    pub professional: Person,
    pub client: Person,
}

#[derive(Debug, Deserialize)]
pub struct Person {
    pub name: String,
}

#[derive(Debug, Deserialize)]
pub struct Consent {
    #[serde(deserialize_with = "words")]
    pub first: Vec<Purpose>,
    pub second: Second,
}

#[derive(Debug, Deserialize)]
pub struct Second {
    pub after_days: i64,
    #[serde(deserialize_with = "word")]
    pub way: method::consent::Means,
}

#[derive(Debug, Deserialize)]
pub struct Conversation {
    pub media: String,
}

#[derive(Debug, Deserialize)]
pub struct Look {
    #[serde(deserialize_with = "word")]
    pub perspective: Perspective,
    pub moments: Vec<Moment>,
    pub answers: Vec<Answer>,
}

#[derive(Debug, Deserialize)]
pub struct Moment {
    pub turn: u32,
    pub from: i64,
    pub to: i64,
    #[serde(deserialize_with = "word")]
    pub kind: MomentKind,
    pub word: Option<String>,
    #[serde(deserialize_with = "word")]
    pub whose: Whose,
    #[serde(deserialize_with = "word")]
    pub strength: Strength,
    pub note: String,
}

#[derive(Debug, Deserialize)]
pub struct Answer {
    #[serde(deserialize_with = "word")]
    pub question: LeadQuestion,
    #[serde(deserialize_with = "word")]
    pub step: Step,
    pub text: String,
    pub links: Vec<Link>,
}

#[derive(Debug, Deserialize)]
pub struct Link {
    pub moment: Option<usize>,
}

#[derive(Debug, Deserialize)]
pub struct Reading {
    pub question: Option<String>,
    pub turn: Option<u32>,
    pub differ: bool,
    pub text: String,
}

#[derive(Debug, Deserialize)]
pub struct Alternative {
    pub turn: u32,
    #[serde(deserialize_with = "word")]
    pub idea_of: Perspective,
    pub intention: String,
    pub words: String,
}

#[derive(Debug, Deserialize)]
pub struct Tryout {
    pub will: String,
    pub sign: String,
    pub after: After,
    pub effect: String,
    pub outcomes: Outcomes,
    #[serde(deserialize_with = "word")]
    pub verdict: Verdict,
}

#[derive(Debug, Deserialize)]
pub struct After {
    pub professional: Told,
    pub client: ClientTold,
    pub coach: Told,
}

#[derive(Debug, Deserialize)]
pub struct Told {
    pub text: String,
}

#[derive(Debug, Deserialize)]
pub struct ClientTold {
    #[serde(deserialize_with = "word")]
    pub different: Helped,
    #[serde(deserialize_with = "word")]
    pub helped: Helped,
    pub text: String,
}

#[derive(Debug, Deserialize)]
pub struct Outcomes {
    pub focus: Steps,
    pub noise: Steps,
    pub result: Steps,
}

#[derive(Debug, Deserialize)]
pub struct Steps {
    #[serde(deserialize_with = "word")]
    pub professional: Step,
    #[serde(deserialize_with = "word")]
    pub client: Step,
    #[serde(deserialize_with = "word")]
    pub coach: Step,
}

impl Steps {
    /// The step of one chair.
    pub const fn of(&self, chair: Perspective) -> Step {
        match chair {
            Perspective::Professional => self.professional,
            Perspective::Client => self.client,
            Perspective::Coach => self.coach,
        }
    }
}

/// A word of the method, as the method spells it.
trait Word: Sized {
    fn read(text: &str) -> Option<Self>;
}

macro_rules! word {
    ($($kind:ty),+) => { $(impl Word for $kind {
        fn read(text: &str) -> Option<Self> {
            Self::parse(text)
        }
    })+ };
}

word!(
    Purpose,
    method::consent::Means,
    Perspective,
    MomentKind,
    Whose,
    Strength,
    LeadQuestion,
    Step,
    Helped,
    Verdict
);

fn word<'de, D: Deserializer<'de>, T: Word>(from: D) -> Result<T, D::Error> {
    let text = String::deserialize(from)?;
    T::read(&text).ok_or_else(|| serde::de::Error::custom(format!("{text} is no word of the method")))
}

fn words<'de, D: Deserializer<'de>, T: Word>(from: D) -> Result<Vec<T>, D::Error> {
    let texts = Vec::<String>::deserialize(from)?;
    let read = |text: &String| {
        T::read(text).ok_or_else(|| serde::de::Error::custom(format!("{text} is no word of the method")))
    };
    texts.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_can_be_read_and_has_its_recordings() {
        let cases = all().unwrap();
        let keys: Vec<&str> = cases.iter().map(|case| case.key.as_str()).collect();
        assert_eq!(keys, ["merel", "kastanje", "zilver"]);
        for case in &cases {
            assert_eq!(case.looks.len(), 3, "{}", case.key);
            for look in &case.looks {
                let linked =
                    look.answers.iter().flat_map(|answer| &answer.links).filter_map(|link| link.moment);
                assert!(linked.into_iter().all(|moment| moment < look.moments.len()), "{}", case.key);
                assert_eq!(look.answers.len(), LeadQuestion::ALL.len(), "{}", case.key);
            }
            assert!(media(&case.conversation.media).unwrap().len() > 100_000);
            assert!(media(&case.next.media).unwrap().len() > 100_000);
        }
        // Of Merel the whole round is told, so what it rests on must have been marked.
        let merel = &cases[0];
        let mut marked = merel.looks.iter().flat_map(|look| &look.moments).map(|moment| moment.turn);
        assert!(marked.any(|turn| turn == merel.alternative.turn));
    }
}
