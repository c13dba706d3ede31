//! Trying out (uitproberen): one alternative in a next conversation, what came of it in three voices, and a verdict.

use crate::looking::Step;
use crate::roles::Perspective;
use crate::{Refusal, words};

words! {
    /// What the professional does with what was tried.
    Verdict {
        /// Keep it.
        Keep = "keep",
        /// Keep the idea, change how.
        Adapt = "adapt",
        /// Let it go.
        Drop = "drop",
        /// Try it once more before judging.
        Again = "again",
    }
}

words! {
    /// What a client answers to each of two plain questions.
    Helped {
        /// No.
        No = "1",
        /// A little.
        Little = "2",
        /// Yes.
        Yes = "3",
        /// Does not know: a full answer.
        DontKnow = "dontknow",
    }
}

words! {
    /// What the method promises, as each perspective rates it after a conversation.
    Outcome {
        /// More focus.
        Focus = "focus",
        /// Less noise.
        Noise = "noise",
        /// More result.
        Result = "result",
    }
}

/// How one person found one conversation: a step in words per outcome. Never added up, never averaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// How much it was about what matters.
    pub focus: Step,
    /// How much was misunderstood or held back.
    pub noise: Step,
    /// How much came of it.
    pub result: Step,
}

impl Rating {
    /// The step for one outcome.
    #[must_use]
    pub const fn step(self, outcome: Outcome) -> Step {
        match outcome {
            Outcome::Focus => self.focus,
            Outcome::Noise => self.noise,
            Outcome::Result => self.result,
        }
    }
}

/// Where a tryout stands. It only ever goes forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TryoutState {
    /// Planned; the next conversation is not chosen yet.
    Planned,
    /// The next conversation is chosen; voices can be heard.
    Tried,
    /// The professional gave a verdict.
    Judged(Verdict),
}

impl TryoutState {
    /// From what is written down.
    #[must_use]
    pub const fn of(next_chosen: bool, verdict: Option<Verdict>) -> Self {
        match (verdict, next_chosen) {
            (Some(verdict), _) => Self::Judged(verdict),
            (None, true) => Self::Tried,
            (None, false) => Self::Planned,
        }
    }

    /// Someone tells what happened: only after there was a conversation to tell of.
    ///
    /// # Errors
    /// `TryoutEarly` before that.
    pub const fn tell(self) -> Result<(), Refusal> {
        match self {
            Self::Planned => Err(Refusal::TryoutEarly),
            Self::Tried | Self::Judged(_) => Ok(()),
        }
    }

    /// The verdict: the professional's own, and only after they told what happened.
    ///
    /// # Errors
    /// `NotInvited` for anyone else, `TryoutEarly` when nothing was told yet.
    pub const fn judge(self, who: Perspective, told: bool, verdict: Verdict) -> Result<Self, Refusal> {
        match (who, self, told) {
            (Perspective::Professional, Self::Tried | Self::Judged(_), true) => Ok(Self::Judged(verdict)),
            (Perspective::Professional, ..) => Err(Refusal::TryoutEarly),
            _ => Err(Refusal::NotInvited),
        }
    }

    /// The word for columns and message keys.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Tried => "tried",
            Self::Judged(_) => "judged",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_comes_after_telling_and_from_the_professional_only() {
        let planned = TryoutState::of(false, None);
        assert_eq!(planned.tell(), Err(Refusal::TryoutEarly));
        assert_eq!(planned.judge(Perspective::Professional, false, Verdict::Keep), Err(Refusal::TryoutEarly));
        let tried = TryoutState::of(true, None);
        assert_eq!(tried.tell(), Ok(()));
        assert_eq!(tried.judge(Perspective::Professional, false, Verdict::Keep), Err(Refusal::TryoutEarly));
        assert_eq!(tried.judge(Perspective::Coach, true, Verdict::Keep), Err(Refusal::NotInvited));
        let judged = tried.judge(Perspective::Professional, true, Verdict::Adapt).unwrap();
        assert_eq!(judged, TryoutState::of(true, Some(Verdict::Adapt)));
        assert!(judged.judge(Perspective::Professional, true, Verdict::Again).is_ok());
    }
}
