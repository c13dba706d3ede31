//! What can be on a paper, in words that were looked up before: one type per paper.

use serde::Serialize;

use crate::Error;

mod link;

pub use link::Link;

/// A label with room to write, or with what was written.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    /// What is asked.
    pub label: String,
    /// What was answered; nothing leaves room to write.
    pub value: Option<String>,
    /// How many lines of room there are then.
    pub lines: u8,
}

impl Field {
    /// Room to write.
    #[must_use]
    pub const fn blank(label: String, lines: u8) -> Self {
        Self { label, value: None, lines }
    }

    /// The same, with what was written if anything was.
    #[must_use]
    pub fn filled(label: String, value: &str, lines: u8) -> Self {
        let value = Some(value.trim().to_owned()).filter(|value| !value.is_empty());
        Self { label, value, lines }
    }
}

/// Fields, questions or sentences under one heading.
#[derive(Clone, Debug, Serialize)]
pub struct Group<T> {
    /// The heading.
    pub title: String,
    /// What stands under it.
    pub items: Vec<T>,
}

/// A word with what it means.
#[derive(Clone, Debug, Serialize)]
pub struct Named {
    /// The word.
    pub name: String,
    /// What it means.
    pub means: String,
}

/// A heading with its text.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// A question.
    pub heading: String,
    /// Its answer.
    pub text: String,
}

/// One of the three lead questions.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// What it is about, where that has a name.
    pub name: Option<String>,
    /// The question.
    pub question: String,
    /// What to look and listen for.
    pub see: Vec<String>,
    /// What to think over.
    pub prompts: Vec<String>,
    /// The five steps in words, and the answer that one does not know.
    pub steps: Vec<String>,
    /// On what it rests.
    pub because: String,
}

/// The viewing guide (Kijkwijzer) of one perspective.
#[derive(Clone, Debug, Serialize)]
pub struct Guide {
    /// Whether a client reads it: larger letters.
    pub client: bool,
    /// How to look.
    pub intro: String,
    /// Whose paper it is, and of which conversation.
    pub about: String,
    /// Above what to look for.
    pub see: String,
    /// Above what to think over.
    pub think: String,
    /// Above the room for one's own words.
    pub own: String,
    /// The three questions.
    pub questions: Vec<Question>,
    /// Above the moments.
    pub moments: String,
    /// The head of the column with times, of that with kinds, and of that with notes.
    pub columns: [String; 3],
    /// The kinds of moments.
    pub kinds: Vec<Named>,
}

/// The worksheet (werkblad).
#[derive(Clone, Debug, Serialize)]
pub struct Worksheet {
    /// What it is for.
    pub lead: String,
    /// The seven steps.
    pub steps: Vec<String>,
    /// The ten fields.
    pub fields: Vec<Field>,
}

/// The leaflet (folder).
#[derive(Clone, Debug, Serialize)]
pub struct Leaflet {
    /// Under the title.
    pub lead: String,
    /// That a no is free.
    pub free: Option<String>,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A question with a box for yes and one for no.
#[derive(Clone, Debug, Serialize)]
pub struct Crossed {
    /// For what it is asked, as its picture is called.
    pub purpose: &'static str,
    /// The question.
    pub question: String,
    /// What follows from each answer.
    pub means: Vec<String>,
}

/// The consent form (toestemmingsformulier) of one person.
#[derive(Clone, Debug, Serialize)]
pub struct Consent {
    /// What was read before.
    pub leaflet: Leaflet,
    /// Above the questions.
    pub choose: String,
    /// How to cross.
    pub how: Vec<String>,
    /// The questions.
    pub questions: Vec<Crossed>,
    /// The words yes and no.
    pub choice: [String; 2],
    /// How to choose a name, and the name of that line; for a client.
    pub name: Option<[String; 2]>,
    /// What is signed.
    pub sign: String,
    /// The lines of a signature.
    pub lines: Vec<String>,
    /// Who read it aloud: the question and its line.
    pub reader: [String; 2],
    /// What happens with the sheet.
    pub photo: String,
    /// The second yes: its title, how, and its choices.
    pub second: Group<String>,
    /// How to answer it.
    pub second_how: String,
    /// The lines under it.
    pub second_lines: Vec<String>,
    /// Above link and code, and what those are called.
    pub yours: String,
    /// The word before the address.
    pub link_word: String,
    /// The word before the code.
    pub code_word: String,
    /// How to scan.
    pub scan: String,
    /// Their own way in.
    pub link: Link,
    /// Which version of the text it is.
    pub version: String,
}

/// The interview guide of a coach.
#[derive(Clone, Debug, Serialize)]
pub struct Interview {
    /// Above what is said first.
    pub first: String,
    /// What is said first.
    pub say: Vec<String>,
    /// The questions, by topic.
    pub topics: Vec<Group<String>>,
    /// The rules for whoever asks.
    pub rules: Group<String>,
    /// Above the room for notes.
    pub notes: String,
}

/// One card of the Samenleer-wijzer.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Its number.
    pub number: String,
    /// The question on one half.
    pub client: String,
    /// The question on the other half.
    pub professional: String,
    /// What to talk about when it is turned.
    pub turn: String,
}

/// The Samenleer-wijzer, to cut out.
#[derive(Clone, Debug, Serialize)]
pub struct Cards {
    /// For whom it is and what it asks.
    pub intro: String,
    /// How it goes, in steps.
    pub how: Group<String>,
    /// How to cut and fold.
    pub cut: String,
    /// What the halves are called.
    pub halves: [String; 2],
    /// What stands above the question for after.
    pub turn: String,
    /// The cards.
    pub cards: Vec<Card>,
}

/// A shared reading, blank or written.
#[derive(Clone, Debug, Serialize)]
pub struct Reading {
    /// Of which conversation, if of one.
    pub about: Option<String>,
    /// How the talk can run, which sentences help, and what was agreed.
    pub rules: Vec<Group<String>>,
    /// One for each question or moment.
    pub subjects: Vec<Group<Field>>,
    /// That it may stay different, and where to say so; for blank ones.
    pub differ: Option<[String; 2]>,
}

/// A list of boxes under a question.
#[derive(Clone, Debug, Serialize)]
pub struct Statement {
    /// What is asked or stated.
    pub text: String,
    /// What can be crossed.
    pub steps: Vec<String>,
}

/// The plan of a tryout and what came of it.
#[derive(Clone, Debug, Serialize)]
pub struct Plan {
    /// Under the title.
    pub lead: String,
    /// The plan.
    pub plan: Group<Field>,
    /// What came of it, by who tells.
    pub after: Vec<Group<Field>>,
    /// What is done with it.
    pub verdict: Option<Statement>,
}

/// The pocket card: what to say, and how one will notice.
#[derive(Clone, Debug, Serialize)]
pub struct Pocket {
    /// How to cut and fold.
    pub cut: String,
    /// The title on the card.
    pub title: String,
    /// The day it is for.
    pub day: Option<String>,
    /// What is on it, in order.
    pub fields: Vec<Field>,
    /// How many cards there are on the sheet.
    pub count: u8,
}

/// A journey at a glance.
#[derive(Clone, Debug, Serialize)]
pub struct Journey {
    /// Under the title.
    pub lead: String,
    /// Sheets of questions.
    pub groups: Vec<Group<Field>>,
    /// Above the conversations.
    pub rounds_title: String,
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// A row per conversation; empty cells are room to write.
    pub rounds: Vec<Vec<String>>,
}

/// The process evaluation (procesevaluatie).
#[derive(Clone, Debug, Serialize)]
pub struct Evaluation {
    /// Whether a client reads it: larger letters.
    pub client: bool,
    /// How to fill it in.
    pub intro: String,
    /// The statements.
    pub statements: Vec<String>,
    /// Above the statements.
    pub statement: String,
    /// What can be crossed at each.
    pub steps: Vec<String>,
    /// Questions with room to write.
    pub open: Vec<Field>,
    /// That it is anonymous, and what to do with it.
    pub end: String,
}

/// What is on a paper.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Sheet {
    /// The viewing guide.
    Guide(Guide),
    /// The worksheet.
    Worksheet(Worksheet),
    /// The leaflet.
    Leaflet(Leaflet),
    /// The consent form.
    Consent(Box<Consent>),
    /// The interview guide.
    Interview(Interview),
    /// The cards.
    Cards(Cards),
    /// The shared reading.
    Reading(Reading),
    /// The plan of a tryout.
    Plan(Plan),
    /// The pocket card.
    Pocket(Pocket),
    /// The journey.
    Journey(Journey),
    /// The process evaluation.
    Evaluation(Evaluation),
}

impl Sheet {
    /// The template that sets it.
    pub(crate) const fn template(&self) -> &'static str {
        match self {
            Self::Guide(_) => "guide",
            Self::Worksheet(_) => "worksheet",
            Self::Leaflet(_) => "leaflet",
            Self::Consent(_) => "consent",
            Self::Interview(_) => "interview",
            Self::Cards(_) => "cards",
            Self::Reading(_) => "reading",
            Self::Plan(_) => "plan",
            Self::Pocket(_) => "pocket",
            Self::Journey(_) => "journey",
            Self::Evaluation(_) => "evaluation",
        }
    }

    /// The picture to scan that is on it.
    pub(crate) fn qr(&self) -> Result<Option<String>, Error> {
        match self {
            Self::Consent(consent) => Ok(Some(consent.link.picture()?)),
            _ => Ok(None),
        }
    }

    /// Whether nothing of anybody can be on it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let blank = |fields: &[Field]| fields.iter().all(|field| field.value.is_none());
        match self {
            Self::Consent(_) => false,
            Self::Worksheet(sheet) => blank(&sheet.fields),
            Self::Reading(sheet) => {
                sheet.about.is_none() && sheet.subjects.iter().all(|one| blank(&one.items))
            }
            Self::Plan(sheet) => blank(&sheet.plan.items) && sheet.after.iter().all(|one| blank(&one.items)),
            Self::Pocket(sheet) => blank(&sheet.fields),
            Self::Journey(sheet) => {
                sheet.groups.iter().all(|one| blank(&one.items))
                    && sheet.rounds.iter().flatten().all(String::is_empty)
            }
            Self::Guide(_) | Self::Leaflet(_) | Self::Interview(_) | Self::Cards(_) | Self::Evaluation(_) => {
                true
            }
        }
    }
}
