//! Looking, each on their own (kijken): moments that touch, the three lead questions, the seal.

use crate::{Refusal, time::Stamp, words};
use serde::{Deserialize, Serialize};

words! {
    /// What kind of moment touches (raakmoment).
    MomentKind {
        /// Something does not work out and that stings.
        Frustration = "frustration",
        /// Someone holds something back.
        Resistance = "resistance",
        /// Someone no longer takes part.
        Disengaging = "disengaging",
        /// Someone gets stuck in one stance.
        Rigidity = "rigidity",
        /// There is talk, but nothing moves.
        Stagnation = "stagnation",
        /// It runs; one builds on the other.
        Flow = "flow",
        /// Something real comes loose unexpectedly.
        Spontaneity = "spontaneity",
        /// Something else touches; the marker gives it a word of their own.
        Other = "other",
    }
}

words! {
    /// Two families and a rest, by shape on the screen, never by judgement.
    Family {
        /// Frustration, resistance, disengaging, rigidity, stagnation (stroef).
        Rough = "rough",
        /// Flow and spontaneity (stromend).
        Flowing = "flowing",
        /// The marker's own word (anders).
        Open = "open",
    }
}

impl MomentKind {
    /// The family whose shape this kind is drawn with.
    #[must_use]
    pub const fn family(self) -> Family {
        match self {
            Self::Flow | Self::Spontaneity => Family::Flowing,
            Self::Other => Family::Open,
            _ => Family::Rough,
        }
    }

    /// The key on the keyboard that marks this kind (f w a v g s p e, after the Dutch names).
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Frustration => 'f',
            Self::Resistance => 'w',
            Self::Disengaging => 'a',
            Self::Rigidity => 'v',
            Self::Stagnation => 'g',
            Self::Flow => 's',
            Self::Spontaneity => 'p',
            Self::Other => 'e',
        }
    }
}

words! {
    /// Whose moment it was, seen from the one who marks it.
    Whose {
        /// The marker's own.
        Own = "own",
        /// The other person's.
        Other = "other",
        /// Between the two of them.
        Between = "between",
    }
}

words! {
    /// How strong the moment was for the one who marks it. Size on the screen, never colour.
    Strength {
        /// Light.
        Light = "light",
        /// Clear.
        Clear = "clear",
        /// Strong.
        Strong = "strong",
    }
}

words! {
    /// The three lead questions.
    LeadQuestion {
        /// How real was it, against social desirability (echtheid)?
        Authenticity = "auth",
        /// Was there a goal of both (gezamenlijk doel)?
        SharedGoal = "goal",
        /// Did the approach fit how the client sees it (passende aanpak)?
        InterventionFit = "fit",
    }
}

words! {
    /// A position on the five-step scale in words, or the answer that one does not know.
    Step {
        /// The first step of the scale.
        One = "1",
        /// The second.
        Two = "2",
        /// The third.
        Three = "3",
        /// The fourth.
        Four = "4",
        /// The fifth.
        Five = "5",
        /// "Weet ik niet": a full answer.
        DontKnow = "dontknow",
    }
}

words! {
    /// How a look was done.
    LookMode {
        /// Alone, by the participant's own hand.
        Self_ = "self",
        /// Together in the room with the coach.
        Room = "room",
        /// By telephone; the coach filled it in.
        Telephone = "telephone",
    }
}

/// A stretch of a recording: milliseconds from its start. A point has `end == start`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Where it begins, in milliseconds from the start of the recording.
    pub start: i64,
    /// Where it ends, in milliseconds; the same as `start` for a point in time.
    pub end: i64,
}

impl Span {
    /// A span within a recording of `duration` milliseconds, its ends put in order.
    ///
    /// # Errors
    /// `Refusal::Position` when an end lies before the start or after the end of the recording.
    pub fn within(start: i64, end: i64, duration: i64) -> Result<Self, Refusal> {
        let (start, end) = if end < start { (end, start) } else { (start, end) };
        // Browsers round a position at the very end; one second of grace.
        if start < 0 || end > duration + 1_000 { Err(Refusal::Position) } else { Ok(Self { start, end }) }
    }

    /// Whether two spans overlap, or lie at most `slack` milliseconds apart.
    #[must_use]
    pub const fn meets(self, other: Self, slack: i64) -> bool {
        self.start - slack <= other.end && other.start - slack <= self.end
    }
}

/// Where a look stands. It only ever goes forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookState {
    /// Being made; nobody else sees anything of it.
    Open,
    /// Sealed at this time; fixed from then on, but for dated additions.
    Sealed(Stamp),
}

impl LookState {
    /// Seals an open look that answers all three lead questions.
    ///
    /// # Errors
    /// `LookSealed` when it already was, `LookEmpty` when a lead question has no answer yet.
    pub const fn seal(self, answered: &[LeadQuestion], now: Stamp) -> Result<Self, Refusal> {
        match self {
            Self::Sealed(_) => Err(Refusal::LookSealed),
            Self::Open if answered.len() < LeadQuestion::ALL.len() => Err(Refusal::LookEmpty),
            Self::Open => Ok(Self::Sealed(now)),
        }
    }

    /// Whether the look is sealed.
    #[must_use]
    pub const fn is_sealed(self) -> bool {
        matches!(self, Self::Sealed(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_seals_once_and_only_when_every_question_has_an_answer() {
        let now = Stamp(1);
        assert_eq!(LookState::Open.seal(&LeadQuestion::ALL[..2], now), Err(Refusal::LookEmpty));
        let sealed = LookState::Open.seal(LeadQuestion::ALL, now).unwrap();
        assert!(sealed.is_sealed());
        assert_eq!(sealed.seal(LeadQuestion::ALL, Stamp(2)), Err(Refusal::LookSealed));
    }

    #[test]
    fn letters_differ_and_spellings_read_back() {
        let mut letters: Vec<char> = MomentKind::ALL.iter().map(|kind| kind.letter()).collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), MomentKind::ALL.len());
        for kind in MomentKind::ALL {
            assert_eq!(MomentKind::parse(kind.key()), Some(*kind));
        }
        assert_eq!(MomentKind::parse("anger"), None);
    }

    #[test]
    fn spans_stay_within_the_recording() {
        assert_eq!(Span::within(20, 10, 100).unwrap(), Span { start: 10, end: 20 });
        assert_eq!(Span::within(-1, 10, 100), Err(Refusal::Position));
        assert_eq!(Span::within(0, 1_200, 100), Err(Refusal::Position));
        assert!(Span { start: 0, end: 0 }.meets(Span { start: 450, end: 950 }, 500));
        assert!(!Span { start: 0, end: 0 }.meets(Span { start: 1_900, end: 1_950 }, 500));
    }
}
