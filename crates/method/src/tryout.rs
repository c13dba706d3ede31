//! Trying out (uitproberen): one alternative in a next conversation, what came of it in three voices, and a verdict.

pub mod chain;

use crate::looking::Step;
use crate::roles::Perspective;
use crate::time::Stamp;
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

impl Verdict {
    /// Whether it leads straight to a next tryout.
    #[must_use]
    pub const fn goes_on(self) -> bool {
        matches!(self, Self::Adapt | Self::Again)
    }
}

words! {
    /// Why a tryout was closed without a verdict. A fact, and nobody's fault.
    Closing {
        /// The next conversation did not come.
        NoConversation = "no-conversation",
        /// The professional chose something else.
        SomethingElse = "something-else",
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
    /// Closed without a verdict; another conversation can still be chosen for it.
    Closed(Closing),
}

impl TryoutState {
    /// From what is written down.
    #[must_use]
    pub const fn of(next_chosen: bool, verdict: Option<Verdict>, closed: Option<Closing>) -> Self {
        match (verdict, closed, next_chosen) {
            (Some(verdict), ..) => Self::Judged(verdict),
            (None, Some(why), _) => Self::Closed(why),
            (None, None, true) => Self::Tried,
            (None, None, false) => Self::Planned,
        }
    }

    /// The professional chooses the conversation to try it in, for the first time or anew: as long as nobody told of
    /// the one that was chosen.
    ///
    /// # Errors
    /// `TryoutTold` once someone told, or once there is a verdict.
    pub const fn choose(self, told: bool) -> Result<(), Refusal> {
        match (self, told) {
            (Self::Judged(_), _) | (_, true) => Err(Refusal::TryoutTold),
            _ => Ok(()),
        }
    }

    /// The professional closes it without a verdict.
    ///
    /// # Errors
    /// `TryoutTold` once there is a verdict.
    pub const fn close(self) -> Result<(), Refusal> {
        match self {
            Self::Judged(_) => Err(Refusal::TryoutTold),
            Self::Planned | Self::Tried | Self::Closed(_) => Ok(()),
        }
    }

    /// Someone tells what happened: only after there was a conversation to tell of.
    ///
    /// # Errors
    /// `TryoutEarly` before that.
    pub const fn tell(self) -> Result<(), Refusal> {
        match self {
            Self::Planned | Self::Closed(_) => Err(Refusal::TryoutEarly),
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
            Self::Closed(_) => "closed",
        }
    }
}

words! {
    /// What waits for the professional with a tryout.
    Wait {
        /// The conversation is tomorrow: look at the pocket card.
        CardTomorrow = "card-tomorrow",
        /// The conversation is today.
        CardToday = "card-today",
        /// The conversation was: tell what happened.
        Tell = "tell",
        /// It was told: give a verdict.
        Judge = "judge",
        /// It should have been a while ago, and nothing was heard: did that conversation come?
        DidItCome = "did-it-come",
    }
}

/// How long after the day it was meant for a tryout asks whether that conversation came, in days.
pub const PATIENCE_DAYS: i64 = 14;
/// Without a day a tryout is expected within so many days of its plan.
const EXPECTED_DAYS: i64 = 28;
/// Days are kept as their noon.
const HALF_A_DAY: i64 = 12 * 3_600_000;

/// What is known of a tryout in time.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    /// Where it stands.
    pub state: TryoutState,
    /// The day of the conversation that was chosen for it.
    pub next_on: Option<Stamp>,
    /// The day it was planned for.
    pub planned_on: Option<Stamp>,
    /// When it was planned.
    pub made: Stamp,
    /// Whether the professional told what happened.
    pub told: bool,
}

/// What waits for the professional now, if anything does. Never a reproach: a card, a question, or nothing.
#[must_use]
pub fn wait(course: &Course, now: Stamp) -> Option<Wait> {
    if matches!(course.state, TryoutState::Judged(_) | TryoutState::Closed(_)) {
        return None;
    }
    if course.told {
        return Some(Wait::Judge);
    }
    let day = course.next_on.or(course.planned_on);
    let until = day.unwrap_or(course.made.plus_days(EXPECTED_DAYS)).0 - now.0;
    let patience = PATIENCE_DAYS * 2 * HALF_A_DAY;
    match (day, until) {
        _ if until <= -HALF_A_DAY - patience => Some(Wait::DidItCome),
        (Some(_), ..) if until <= -HALF_A_DAY => course.next_on.map(|_| Wait::Tell),
        (Some(_), ..) if until <= HALF_A_DAY => Some(Wait::CardToday),
        (Some(_), ..) if until <= 3 * HALF_A_DAY => Some(Wait::CardTomorrow),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_comes_after_telling_and_from_the_professional_only() {
        let planned = TryoutState::of(false, None, None);
        assert_eq!(planned.tell(), Err(Refusal::TryoutEarly));
        assert_eq!(planned.judge(Perspective::Professional, false, Verdict::Keep), Err(Refusal::TryoutEarly));
        let tried = TryoutState::of(true, None, None);
        assert_eq!(tried.tell(), Ok(()));
        assert_eq!(tried.judge(Perspective::Professional, false, Verdict::Keep), Err(Refusal::TryoutEarly));
        assert_eq!(tried.judge(Perspective::Coach, true, Verdict::Keep), Err(Refusal::NotInvited));
        let judged = tried.judge(Perspective::Professional, true, Verdict::Adapt).unwrap();
        assert_eq!(judged, TryoutState::of(true, Some(Verdict::Adapt), None));
        assert!(judged.judge(Perspective::Professional, true, Verdict::Again).is_ok());
    }

    #[test]
    fn a_tryout_without_a_conversation_can_be_planned_anew_or_closed() {
        let planned = TryoutState::of(false, None, None);
        let closed = TryoutState::of(true, None, Some(Closing::NoConversation));
        for open in [planned, TryoutState::of(true, None, None), closed] {
            assert_eq!(open.choose(false), Ok(()));
            assert_eq!(open.choose(true), Err(Refusal::TryoutTold));
            assert_eq!(open.close(), Ok(()));
        }
        assert_eq!(closed.tell(), Err(Refusal::TryoutEarly));
        assert_eq!(closed.judge(Perspective::Professional, true, Verdict::Keep), Err(Refusal::TryoutEarly));
        let judged = TryoutState::of(true, Some(Verdict::Keep), None);
        assert_eq!(judged.choose(false), Err(Refusal::TryoutTold));
        assert_eq!(judged.close(), Err(Refusal::TryoutTold));
    }

    #[test]
    fn the_card_comes_the_day_before_and_the_question_after_a_fortnight() {
        let noon = Stamp(1_804_071_600_000);
        let hours = |n: i64| Stamp(noon.0 + n * 3_600_000);
        let mut course = Course {
            state: TryoutState::Tried,
            next_on: Some(noon),
            planned_on: None,
            made: noon.plus_days(-30),
            told: false,
        };
        assert_eq!(wait(&course, noon.plus_days(-2)), None);
        assert_eq!(wait(&course, hours(-35)), Some(Wait::CardTomorrow));
        assert_eq!(wait(&course, hours(-13)), Some(Wait::CardTomorrow));
        assert_eq!(wait(&course, hours(-11)), Some(Wait::CardToday));
        assert_eq!(wait(&course, hours(11)), Some(Wait::CardToday));
        assert_eq!(wait(&course, hours(13)), Some(Wait::Tell));
        assert_eq!(wait(&course, noon.plus_days(14)), Some(Wait::Tell));
        assert_eq!(wait(&course, noon.plus_days(15)), Some(Wait::DidItCome));
        course.told = true;
        assert_eq!(wait(&course, noon.plus_days(15)), Some(Wait::Judge));
        course.state = TryoutState::Closed(Closing::NoConversation);
        assert_eq!(wait(&course, noon.plus_days(15)), None);

        let mut planned = Course { state: TryoutState::Planned, told: false, next_on: None, ..course };
        planned.planned_on = Some(noon);
        assert_eq!(wait(&planned, hours(-13)), Some(Wait::CardTomorrow));
        assert_eq!(wait(&planned, noon.plus_days(3)), None);
        assert_eq!(wait(&planned, noon.plus_days(15)), Some(Wait::DidItCome));
        planned.planned_on = None;
        planned.made = noon;
        assert_eq!(wait(&planned, noon.plus_days(40)), None);
        assert_eq!(wait(&planned, noon.plus_days(43)), Some(Wait::DidItCome));
    }
}
