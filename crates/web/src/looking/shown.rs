//! A look in words: for professionals and coaches in theirs, for clients in theirs.

use method::looking::{LeadQuestion, MomentKind, Step, Strength, Whose};
use method::roles::Perspective;
use method::time::Stamp;
use practice::looking::{Answer, Desk, Moment};

use crate::words::{Message, Words, position};

/// To whom a look's page speaks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Audience {
    pub(crate) words: Words,
    pub(crate) perspective: Perspective,
}

impl Audience {
    /// Whose look it is decides, also when a coach writes it down: the words are then read out.
    pub(crate) const fn of(words: Words, desk: &Desk) -> Self {
        Self { words: words.of(desk.kind), perspective: desk.perspective }
    }

    pub(crate) fn is_client(&self) -> bool {
        self.perspective == Perspective::Client
    }

    /// A message of the look's pages in the words of its audience.
    pub(crate) fn ta(&self, key: &str) -> String {
        self.with(key).to_string()
    }

    /// The same, with variables.
    pub(crate) fn with(&self, key: &str) -> Message {
        match key.strip_prefix("look-") {
            Some(rest) if self.is_client() => self.words.with(&format!("look-client-{rest}")),
            _ => self.words.with(key),
        }
    }

    pub(crate) fn kind_name(&self, kind: MomentKind) -> String {
        let key = kind.key();
        if self.is_client() {
            self.words.t(&format!("moment-{key}-client"))
        } else {
            self.words.t(&format!("moment-{key}-name"))
        }
    }

    pub(crate) fn whose_name(&self, whose: Whose) -> String {
        self.words.t(&format!("moment-whose-{}", whose.key()))
    }

    pub(crate) fn strength_name(&self, strength: Strength) -> String {
        let key = strength.key();
        if self.is_client() {
            self.words.t(&format!("moment-client-strength-{key}"))
        } else {
            self.words.t(&format!("moment-strength-{key}"))
        }
    }

    fn guides(&self, pattern: impl Fn(usize) -> String, count: usize) -> Vec<String> {
        (1..=count).map(|n| self.words.t(&pattern(n))).collect()
    }

    pub(crate) fn question_title(&self, question: LeadQuestion) -> String {
        let q = question.key();
        if self.is_client() {
            self.words.t(&format!("guide-{q}-client-q"))
        } else {
            self.words.t(&format!("guide-{q}-q"))
        }
    }

    fn see(&self, question: LeadQuestion) -> Vec<String> {
        let q = question.key();
        if self.is_client() {
            self.guides(|n| format!("guide-{q}-client-see-{n}"), 4)
        } else {
            self.guides(|n| format!("guide-{q}-see-{n}"), 5)
        }
    }

    fn prompts(&self, question: LeadQuestion) -> Vec<String> {
        let q = question.key();
        match self.perspective {
            Perspective::Client => self.guides(|n| format!("guide-{q}-client-{n}"), 3),
            Perspective::Professional => self.guides(|n| format!("guide-{q}-pro-{n}"), 3),
            Perspective::Coach => self.guides(|n| format!("guide-{q}-coach-{n}"), 3),
        }
    }

    pub(crate) fn step_name(&self, question: LeadQuestion, step: Step) -> String {
        let (q, n) = (question.key(), step.key());
        match (step, self.is_client()) {
            (Step::DontKnow, _) => self.words.t("guide-dontknow"),
            (_, true) => self.words.t(&format!("guide-{q}-client-step-{n}")),
            (_, false) => self.words.t(&format!("guide-{q}-step-{n}")),
        }
    }

    fn because(&self) -> String {
        self.words.t(if self.is_client() { "guide-client-because" } else { "guide-because" })
    }

    pub(super) fn intro(&self) -> String {
        self.words.t(if self.is_client() { "guide-client-intro" } else { "guide-intro" })
    }
}

/// A choice among a few, with its word.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) key: &'static str,
    pub(super) name: String,
    /// The family of a kind, for its shape.
    pub(super) family: &'static str,
    /// The letter that marks this kind.
    pub(super) letter: char,
    /// What a kind means, what there is to see and hear of it, and what to ask oneself then.
    pub(super) help: Vec<String>,
}

/// Everything that can be said of a moment.
#[derive(Clone, Debug)]
pub(super) struct Choices {
    pub(super) kinds: Vec<Choice>,
    pub(super) whose: Vec<Choice>,
    pub(super) strengths: Vec<Choice>,
}

impl Choices {
    pub(super) fn of(audience: Audience) -> Self {
        let choice = |key, name| Choice { key, name, family: "", letter: ' ', help: Vec::new() };
        let words = audience.words;
        Self {
            kinds: MomentKind::ALL
                .iter()
                .map(|kind| Choice {
                    family: kind.family().key(),
                    letter: kind.letter(),
                    help: vec![
                        words.t(&format!("moment-{}-def", kind.key())),
                        words.t(&format!("moment-{}-see", kind.key())),
                        words.t(&format!("moment-{}-ask", kind.key())),
                    ],
                    ..choice(kind.key(), audience.kind_name(*kind))
                })
                .collect(),
            whose: Whose::ALL.iter().map(|one| choice(one.key(), audience.whose_name(*one))).collect(),
            strengths: Strength::ALL
                .iter()
                .map(|one| choice(one.key(), audience.strength_name(*one)))
                .collect(),
        }
    }
}

/// A moment as the list shows it; the page's template is one without anything.
#[derive(Clone, Debug, Default)]
pub(super) struct MomentShown {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) family: &'static str,
    pub(super) whose: &'static str,
    pub(super) strength: &'static str,
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) version: String,
    pub(super) name: String,
    pub(super) said: String,
    pub(super) facts: String,
    pub(super) time: String,
    pub(super) spoken: String,
    pub(super) note: String,
    pub(super) word: String,
}

impl MomentShown {
    /// What the page's template holds before a script fills it.
    pub(super) fn blank() -> Self {
        Self { kind: "other", family: "open", whose: "own", strength: "clear", ..Self::default() }
    }

    pub(super) fn of(audience: Audience, moment: &Moment) -> Self {
        let own_word = moment.kind == MomentKind::Other && !moment.word.is_empty();
        let name = if own_word { moment.word.clone() } else { audience.kind_name(moment.kind) };
        let whose = audience.whose_name(moment.whose).to_lowercase();
        let strength = audience.strength_name(moment.strength).to_lowercase();
        let start = position(moment.span.start);
        let is_span = moment.span.end > moment.span.start;
        let time = if is_span { format!("{start}–{}", position(moment.span.end)) } else { start };
        Self {
            id: moment.id.to_string(),
            kind: moment.kind.key(),
            family: moment.kind.family().key(),
            whose: moment.whose.key(),
            strength: moment.strength.key(),
            start: moment.span.start,
            end: moment.span.end,
            version: moment.version.0.to_string(),
            said: format!("{name}, {whose}"),
            facts: format!("{whose}, {strength}"),
            time,
            spoken: audience.words.spoken(&moment.span.start),
            note: moment.note.clone(),
            word: moment.word.clone(),
            name,
        }
    }
}

/// A step of a scale.
#[derive(Clone, Debug)]
pub(super) struct StepShown {
    pub(super) key: &'static str,
    pub(super) name: String,
    pub(super) chosen: bool,
}

/// A moment that an answer can rest on.
#[derive(Clone, Debug)]
pub(super) struct LinkShown {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) chosen: bool,
}

/// One lead question with its answer.
#[derive(Clone, Debug)]
pub(super) struct QuestionShown {
    pub(super) key: &'static str,
    pub(super) title: String,
    pub(super) see: Vec<String>,
    pub(super) prompts: Vec<String>,
    pub(super) because: String,
    pub(super) steps: Vec<StepShown>,
    pub(super) text: String,
    pub(super) links: Vec<LinkShown>,
    /// `empty`, `begun`, `answered` or `dontknow`.
    pub(super) state: &'static str,
    /// The version that a change must build on; empty when there is none.
    pub(super) version: String,
    /// The chosen step in words, if one was chosen.
    pub(super) said: Option<String>,
}

impl QuestionShown {
    pub(super) fn of(audience: Audience, answer: &Answer, moments: &[Moment]) -> Self {
        let question = answer.question;
        let begun = !answer.text.is_empty() || !answer.moments.is_empty();
        let state = match answer.step {
            Some(Step::DontKnow) => "dontknow",
            Some(_) => "answered",
            None if begun => "begun",
            None => "empty",
        };
        let link = |moment: &Moment| {
            let shown = MomentShown::of(audience, moment);
            let chosen = answer.moments.contains(&moment.id);
            LinkShown {
                name: format!("{}, {}", shown.name, position(moment.span.start)),
                id: shown.id,
                chosen,
            }
        };
        Self {
            key: question.key(),
            title: audience.question_title(question),
            see: audience.see(question),
            prompts: audience.prompts(question),
            because: audience.because(),
            steps: Step::ALL
                .iter()
                .map(|step| StepShown {
                    key: step.key(),
                    name: audience.step_name(question, *step),
                    chosen: answer.step == Some(*step),
                })
                .collect(),
            text: answer.text.clone(),
            links: moments.iter().map(link).collect(),
            state,
            version: answer.version.map_or_else(String::new, |Stamp(at)| at.to_string()),
            said: answer.step.map(|step| audience.step_name(question, step)),
        }
    }
}

/// All moments of a look, in words.
pub(super) fn moments(audience: Audience, desk: &Desk) -> Vec<MomentShown> {
    desk.moments.iter().map(|moment| MomentShown::of(audience, moment)).collect()
}

/// All questions of a look, in words.
pub(super) fn questions(audience: Audience, desk: &Desk) -> Vec<QuestionShown> {
    desk.answers.iter().map(|answer| QuestionShown::of(audience, answer, &desk.moments)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use regex::Regex;
    use std::collections::BTreeSet;

    /// Every message that a look's page asks for by audience is there for both, in both languages.
    #[test]
    fn both_audiences_find_their_words() {
        let asked =
            Regex::new(r#"(?:\bta|\ba\.with|\bframe)\((?:&?anyone, &?desk, )?"(look-[a-z0-9-]+)""#).unwrap();
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/looking");
        let mut keys = BTreeSet::new();
        for file in std::fs::read_dir(folder).unwrap() {
            let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
            keys.extend(asked.captures_iter(&source).map(|found| found[1].to_owned()));
        }
        assert!(keys.len() > 25, "{keys:?}");
        let mut missing = Vec::new();
        for lang in Lang::ALL {
            for perspective in [Perspective::Client, Perspective::Coach] {
                let audience = Audience { words: Words::from(*lang), perspective };
                let said = |key: &str| {
                    let message = audience.with(key).a("n", 1).a("count", 2).s("date", "x");
                    message.s("said", "x").s("time", "x").s("end", "x").to_string()
                };
                let unknown = keys.iter().filter(|key| said(key).contains("localization key"));
                missing.extend(unknown.map(|key| format!("{}: {key} for {perspective}", lang.tag())));
            }
        }
        assert!(missing.is_empty(), "{}", missing.join("\n"));
    }
}
