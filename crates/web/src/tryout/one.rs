//! One question on a screen, for clients. What was answered so far travels in the page itself until it can be kept.

use askama::Template;

use super::after::Open;
use super::rating::Asked;
use crate::dialogue::view::Back;
use crate::form::Wrong;
use crate::frame::Frame;

/// What is asked on one screen.
pub(super) enum Ask {
    /// A choice among a few.
    Choice(Asked),
    /// Something in one's own words, which may stay empty.
    Words(Open),
}

impl Ask {
    fn name(&self) -> &'static str {
        match self {
            Self::Choice(asked) => asked.name,
            Self::Words(open) => open.name,
        }
    }

    fn question(&self) -> &str {
        match self {
            Self::Choice(asked) => &asked.question,
            Self::Words(open) => &open.question,
        }
    }

    /// What was answered so far, as a form sends it.
    fn value(&self) -> &str {
        match self {
            Self::Choice(asked) => {
                asked.steps.iter().find(|(_, _, chosen)| *chosen).map_or("", |(value, ..)| value)
            }
            Self::Words(open) => &open.value,
        }
    }

    /// Whether one can go on from it.
    pub(super) fn is_answered(&self) -> bool {
        matches!(self, Self::Words(_)) || !self.value().is_empty()
    }
}

/// One of a few screens.
#[derive(Template)]
#[template(path = "tryout/one.html")]
pub(super) struct OnePage {
    frame: Frame,
    back: Back,
    lead: String,
    at: usize,
    /// Which of how many, in words.
    progress: String,
    first: bool,
    ask: Ask,
    carried: Vec<(&'static str, String)>,
    wrong: Wrong,
}

impl OnePage {
    /// The screen with this number, from 1, of these questions.
    pub(super) fn new(
        frame: Frame,
        back: Back,
        lead: String,
        asks: Vec<Ask>,
        at: usize,
        wrong: Wrong,
    ) -> Self {
        let of = asks.len();
        let at = at.clamp(1, of);
        let (mut shown, others): (Vec<_>, Vec<_>) =
            (1..).zip(asks).partition(|(number, _): &(usize, Ask)| *number == at);
        let carried = others.iter().filter(|(_, other)| !other.value().is_empty());
        let carried = carried.map(|(_, other)| (other.name(), other.value().to_owned())).collect();
        let ask = shown.swap_remove(0).1;
        let progress = frame.words.with("consent-progress").a("n", at).a("of", of).to_string();
        Self { frame, back, lead, at, progress, first: at == 1, ask, carried, wrong }
    }
}

/// What whoever answered everything reads.
#[derive(Template)]
#[template(path = "tryout/thanks.html")]
pub(super) struct ThanksPage {
    pub(super) frame: Frame,
    pub(super) back: Back,
}

/// Which screen was sent, and where to go from it; nothing when it was no screen of these.
pub(super) fn sent(at: &str, go: &str, of: usize) -> Option<(usize, bool)> {
    let at = at.parse().ok().filter(|at| (1..=of).contains(at))?;
    Some((at, go == "back"))
}
