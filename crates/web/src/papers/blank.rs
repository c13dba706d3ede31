//! Every paper that can be printed before anything is written on it.

use method::looking::LeadQuestion;
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::{Outcome, Verdict};
use practice::organisation::Terms;
use practice::papers::{Field, Group, Journey, Paper, Plan, Pocket, Reading, Sheet, Statement, Worksheet};

use super::evaluation::evaluation;
use super::file::with;
use super::for_two::ForTwo;
use super::guide::{guide, numbered};
use super::interview::interview;
use crate::consent::texts::Hand;
use crate::words::Words;

/// A paper without anything of anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blank {
    ForTwo(ForTwo),
    GuideProfessional,
    GuideCoach,
    Worksheet,
    Interview,
    Reading,
    Plan,
    Pocket,
    Journey,
    EvaluationProfessional,
}

impl Blank {
    /// What is for whoever works here, in the order of the method.
    pub(super) const AT_WORK: &[Self] = &[
        Self::GuideProfessional,
        Self::GuideCoach,
        Self::Worksheet,
        Self::Interview,
        Self::Reading,
        Self::Plan,
        Self::Pocket,
        Self::Journey,
        Self::EvaluationProfessional,
    ];

    /// Its name in addresses.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::ForTwo(one) => one.key(),
            Self::GuideProfessional => "guide-professional",
            Self::GuideCoach => "guide-coach",
            Self::Worksheet => "worksheet",
            Self::Interview => "interview",
            Self::Reading => "reading",
            Self::Plan => "plan",
            Self::Pocket => "pocket",
            Self::Journey => "journey",
            Self::EvaluationProfessional => "evaluation-professional",
        }
    }

    /// The paper with this name.
    pub(super) fn parse(key: &str) -> Option<Self> {
        let at_work = Self::AT_WORK.iter().copied().find(|one| one.key() == key);
        at_work.or_else(|| ForTwo::parse(key).map(Self::ForTwo))
    }

    /// The message of its title.
    pub(super) fn title(self) -> String {
        match self {
            Self::ForTwo(one) => one.title(),
            other => format!("papers-name-{}", other.key()),
        }
    }
}

/// A blank paper, in words.
pub(super) fn paper(words: Words, one: Blank, terms: &Terms, now: Stamp) -> Paper {
    let sheet = match one {
        Blank::ForTwo(one) => one.sheet(words, terms, Hand::Client),
        Blank::GuideProfessional => Sheet::Guide(guide(words, Perspective::Professional)),
        Blank::GuideCoach => Sheet::Guide(guide(words, Perspective::Coach)),
        Blank::EvaluationProfessional => Sheet::Evaluation(evaluation(words, false)),
        Blank::Worksheet => Sheet::Worksheet(worksheet(words)),
        Blank::Interview => Sheet::Interview(interview(words)),
        Blank::Reading => Sheet::Reading(reading(words)),
        Blank::Plan => Sheet::Plan(plan(words)),
        Blank::Pocket => Sheet::Pocket(pocket(words)),
        Blank::Journey => Sheet::Journey(journey(words)),
    };
    with(words, &one.title(), now, sheet)
}

/// How many lines of room each field of the worksheet has.
const WORKSHEET_LINES: [u8; 10] = [1, 2, 2, 7, 5, 4, 3, 2, 3, 2];

pub(crate) fn worksheet(words: Words) -> Worksheet {
    let fields = numbered(10, |n| words.t(&format!("sheet-field-{n}"))).into_iter().zip(WORKSHEET_LINES);
    Worksheet {
        lead: words.t("sheet-lead"),
        steps: numbered(7, |n| words.t(&format!("sheet-step-{n}"))),
        fields: fields.map(|(label, lines)| Field::blank(label, lines)).collect(),
    }
}

fn blanks(count: usize, lines: u8, one: impl Fn(usize) -> String) -> Vec<Field> {
    numbered(count, one).into_iter().map(|label| Field::blank(label, lines)).collect()
}

fn reading(words: Words) -> Reading {
    let group = |title: &str, items: Vec<String>| Group { title: words.t(title), items };
    let subject = |title: String| {
        let fields =
            (2..=7).map(|n| Field::blank(words.t(&format!("reading-field-{n}")), if n == 6 { 4 } else { 2 }));
        Group { title, items: fields.collect() }
    };
    let questions = LeadQuestion::ALL.iter().map(|one| words.t(&format!("guide-{one}-q")));
    Reading {
        about: None,
        rules: vec![
            group("dialogue-agenda-h", numbered(6, |n| words.t(&format!("dialogue-agenda-{n}")))),
            group("dialogue-phrase-h", numbered(7, |n| words.t(&format!("dialogue-phrase-{n}")))),
            group("dialogue-rule-h", numbered(8, |n| words.t(&format!("dialogue-rule-{n}")))),
        ],
        subjects: questions.chain([words.t("papers-reading-moment")]).map(subject).collect(),
        differ: Some([words.t("reading-differ"), words.t("reading-differ-help")]),
    }
}

pub(crate) fn plan(words: Words) -> Plan {
    let group = |title: String, items: Vec<Field>| Group { title, items };
    let whose = |one: &str| words.with("papers-plan-after").s("who", words.t(one)).to_string();
    let verdicts = Verdict::ALL.iter().map(|one| words.t(&format!("tryout-verdict-{one}")));
    Plan {
        lead: words.t("tryout-lead"),
        plan: Group {
            title: words.t("tryout-plan-title"),
            items: blanks(5, 2, |n| words.t(&format!("tryout-field-{n}"))),
        },
        after: vec![
            group(whose("label-professional"), blanks(4, 3, |n| words.t(&format!("tryout-after-pro-{n}")))),
            group(whose("label-other"), blanks(2, 3, |n| words.t(&format!("tryout-after-client-{n}")))),
            group(whose("perspective-coach"), blanks(3, 3, |n| words.t(&format!("tryout-after-coach-{n}")))),
        ],
        verdict: Some(Statement { text: words.t("tryout-verdict-q"), steps: verdicts.collect() }),
    }
}

fn pocket(words: Words) -> Pocket {
    Pocket {
        cut: words.t("papers-pocket-cut"),
        title: words.t("tryout-card"),
        day: None,
        fields: vec![
            Field::blank(words.t("tryout-field-1"), 3),
            Field::blank(words.t("tryout-field-4"), 2),
            Field::blank(words.t("tryout-field-3"), 2),
        ],
        count: 4,
    }
}

fn journey(words: Words) -> Journey {
    let outcomes = Outcome::ALL.iter().map(|one| words.t(&format!("outcome-{one}")));
    let columns: Vec<String> = [words.t("sheet-field-1")].into_iter().chain(outcomes).collect();
    Journey {
        lead: words.t("papers-what-journey"),
        groups: vec![
            Group {
                title: words.t("journey-question-h"),
                items: vec![Field::blank(words.t("journey-question-label"), 2)],
            },
            Group {
                title: words.t("journey-intake-title"),
                items: blanks(5, 2, |n| words.t(&format!("journey-intake-{n}"))),
            },
            Group {
                title: words.t("journey-handover-title"),
                items: vec![Field::blank(words.t("journey-handover"), 4)],
            },
            Group {
                title: words.t("journey-close-title"),
                items: blanks(4, 3, |n| words.t(&format!("journey-close-{n}"))),
            },
        ],
        rounds_title: words.t("journey-bands-h"),
        rounds: vec![vec![String::new(); columns.len()]; 8],
        columns,
    }
}
