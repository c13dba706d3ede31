//! The form of another way to act, wherever it is written: at the table, in a collection, as an offer.

use method::ids::{AlternativeId, ConversationId, KeptId, SharedId};
use method::looking::{LeadQuestion, MomentKind};
use practice::dialogue::{Fits, From, Sentence};
use serde::Deserialize;

use crate::app::App;
use crate::fault::Fault;
use crate::visit::Staff;
use crate::words::Words;

/// What someone typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    pub(super) intention: String,
    #[serde(default)]
    pub(super) words: String,
    #[serde(default)]
    pub(super) might: String,
    #[serde(default)]
    pub(super) asks: String,
    #[serde(default)]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) question: String,
}

impl Typed {
    pub(super) fn sentence(&self) -> Sentence {
        let one = self.clone();
        Sentence { intention: one.intention, words: one.words, might: one.might, asks: one.asks }
    }

    pub(super) fn fits(&self) -> Fits {
        (MomentKind::parse(&self.kind), LeadQuestion::parse(&self.question))
    }

    pub(super) fn of(sentence: Sentence, (kind, question): Fits) -> Self {
        let Sentence { intention, words, might, asks } = sentence;
        let (kind, question) = (kind.map(MomentKind::key), question.map(LeadQuestion::key));
        Self {
            intention,
            words,
            might,
            asks,
            kind: kind.unwrap_or_default().to_owned(),
            question: question.unwrap_or_default().to_owned(),
        }
    }
}

/// One of a list to choose from: its word, its name, and whether it is chosen.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) name: String,
    pub(crate) chosen: bool,
}

/// The kinds of moment, with one chosen.
pub(crate) fn kinds(words: Words, chosen: &str) -> Vec<Choice> {
    let one = |kind: &MomentKind| Choice {
        value: kind.key().to_owned(),
        name: words.t(&format!("moment-{kind}-name")),
        chosen: kind.key() == chosen,
    };
    MomentKind::ALL.iter().map(one).collect()
}

/// The lead questions, with one chosen.
pub(crate) fn questions(words: Words, chosen: &str) -> Vec<Choice> {
    let one = |question: &LeadQuestion| Choice {
        value: question.key().to_owned(),
        name: words.t(&format!("guide-{question}-q")),
        chosen: question.key() == chosen,
    };
    LeadQuestion::ALL.iter().map(one).collect()
}

/// Where a sentence is taken from, as an address says it. Only one of them counts.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Source {
    #[serde(default)]
    pub(super) conversation: String,
    #[serde(default)]
    pub(super) alternative: String,
    #[serde(default)]
    pub(super) kept: String,
    #[serde(default)]
    pub(super) shared: String,
    #[serde(default)]
    pub(super) example: String,
}

impl Source {
    /// The same for the rules.
    pub(super) fn from(&self) -> Result<From, Fault> {
        if !self.kept.is_empty() {
            return KeptId::parse(&self.kept).map(From::Kept).ok_or_else(Fault::unknown);
        }
        if self.conversation.is_empty() {
            return Ok(From::Nowhere);
        }
        let conversation = ConversationId::parse(&self.conversation);
        let alternative = AlternativeId::parse(&self.alternative);
        conversation.zip(alternative).map(|(a, b)| From::Table(a, b)).ok_or_else(Fault::unknown)
    }

    /// The words that are there, and for what they are.
    pub(super) async fn read(&self, app: &App, staff: &Staff) -> Result<Typed, Fault> {
        if !self.shared.is_empty() {
            let id = SharedId::parse(&self.shared).ok_or_else(Fault::unknown)?;
            let one = app.house.shared(&staff.caller, id).await?;
            return Ok(Typed::of(one.sentence, one.fits));
        }
        if !self.example.is_empty() {
            return example(staff.visit.words, &self.example).ok_or_else(Fault::unknown);
        }
        match self.from()? {
            From::Nowhere => Ok(Typed::default()),
            From::Kept(id) => {
                let one = app.house.kept(&staff.caller, id).await?;
                Ok(Typed::of(one.sentence, one.fits))
            }
            From::Table(conversation, alternative) => {
                let table = app.house.table(&staff.caller, conversation).await?;
                let one = table.alternatives.iter().find(|one| one.id == alternative);
                let one = one.ok_or_else(Fault::unknown)?;
                let fits = match one.subject {
                    method::dialogue::Subject::Question(question) => (None, Some(question)),
                    method::dialogue::Subject::Moment(id) => {
                        (table.touch(id).map(|touch| touch.mark.kind), None)
                    }
                };
                let text = |text: &Option<String>| text.clone().unwrap_or_default();
                let sentence = Sentence {
                    intention: one.intention.clone(),
                    words: one.words.clone(),
                    might: text(&one.might),
                    asks: text(&one.asks),
                };
                Ok(Typed::of(sentence, fits))
            }
        }
    }
}

/// An example by its number.
pub(super) fn example(words: Words, number: &str) -> Option<Typed> {
    let n: usize = number.parse().ok()?;
    let (kind, question) = *method::dialogue::EXAMPLES.get(n.checked_sub(1)?)?;
    let sentence = Sentence {
        intention: words.t(&format!("alternative-example-{n}-intention")),
        words: words.t(&format!("alternative-example-{n}-words")),
        ..Sentence::default()
    };
    Some(Typed::of(sentence, (Some(kind), Some(question))))
}
