//! The client interview: the coach asks, writes down in the client's words, and the client reads it back.
//!
//! Until the client said yes to what was written, it is between the two of them.

use crate::looking::LeadQuestion;
use crate::time::Stamp;
use crate::{Refusal, words};

words! {
    /// Under which part of the interview guide something was said.
    Topic {
        /// How they went in, what they remember.
        Start = "start",
        /// At a place in the recording where the client, or the coach, said stop.
        Moment = "moment",
        /// How real it was.
        Authenticity = "auth",
        /// Whether there was a goal of both.
        SharedGoal = "goal",
        /// Whether the approach fits.
        InterventionFit = "fit",
        /// What matters most, what the other must know.
        Close = "close",
    }
}

impl Topic {
    /// How many questions the guide has for it; they are numbered from 1 (`interview-<topic>-<n>`).
    #[must_use]
    pub const fn questions(self) -> usize {
        match self {
            Self::Start => 3,
            Self::Moment => 5,
            Self::Authenticity | Self::SharedGoal | Self::InterventionFit => 2,
            Self::Close => 4,
        }
    }

    /// The lead question it belongs to, if it is one of the three.
    #[must_use]
    pub const fn lead(self) -> Option<LeadQuestion> {
        match self {
            Self::Authenticity => Some(LeadQuestion::Authenticity),
            Self::SharedGoal => Some(LeadQuestion::SharedGoal),
            Self::InterventionFit => Some(LeadQuestion::InterventionFit),
            Self::Start | Self::Moment | Self::Close => None,
        }
    }
}

words! {
    /// Where the two of them sit.
    InterviewMode {
        /// Together in the room.
        Room = "room",
        /// By telephone.
        Telephone = "telephone",
    }
}

words! {
    /// What the client said of a note. What they threw away is not there any more.
    ReadBack {
        /// It is right as it stands.
        Right = "right",
        /// They put their own words in its place, or beside it.
        Changed = "changed",
    }
}

/// Where an interview stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InterviewState {
    /// The coach writes.
    Open,
    /// The client reads back what was written; the coach no longer changes it.
    Offered(Stamp),
    /// The client said yes to what is left of it; from now on it may lie on the table.
    Approved(Stamp),
}

impl InterviewState {
    /// From what is written down.
    #[must_use]
    pub const fn of(offered: Option<Stamp>, approved: Option<Stamp>) -> Self {
        match (approved, offered) {
            (Some(at), _) => Self::Approved(at),
            (None, Some(at)) => Self::Offered(at),
            (None, None) => Self::Open,
        }
    }

    /// The coach writes something down.
    ///
    /// # Errors
    /// `NotesOffered` once the client has it before them.
    pub const fn write(self) -> Result<(), Refusal> {
        match self {
            Self::Open => Ok(()),
            Self::Offered(_) | Self::Approved(_) => Err(Refusal::NotesOffered),
        }
    }

    /// The coach gives it to the client to read back.
    ///
    /// # Errors
    /// `NotesEmpty` when nothing was written, `NotesOffered` when it was given before.
    pub const fn offer(self, notes: usize) -> Result<(), Refusal> {
        match (self, notes) {
            (Self::Open, 0) => Err(Refusal::NotesEmpty),
            (Self::Open, _) => Ok(()),
            _ => Err(Refusal::NotesOffered),
        }
    }

    /// The coach goes on writing after all: what was forgotten, or what the client wants to add.
    ///
    /// # Errors
    /// `NotesOffered` once the client said yes to it.
    pub const fn resume(self) -> Result<(), Refusal> {
        match self {
            Self::Open | Self::Offered(_) => Ok(()),
            Self::Approved(_) => Err(Refusal::NotesOffered),
        }
    }

    /// The client says of a note that it is right, or puts their own words there.
    ///
    /// # Errors
    /// `NotesWaiting` before it was given to them; `NotesOffered` once they said yes to all of it.
    pub const fn read_back(self) -> Result<(), Refusal> {
        match self {
            Self::Open => Err(Refusal::NotesWaiting),
            Self::Offered(_) => Ok(()),
            Self::Approved(_) => Err(Refusal::NotesOffered),
        }
    }

    /// The client throws a note away: for ever theirs to do, also after their yes.
    ///
    /// # Errors
    /// `NotesWaiting` before it was given to them.
    pub const fn throw_away(self) -> Result<(), Refusal> {
        match self {
            Self::Open => Err(Refusal::NotesWaiting),
            Self::Offered(_) | Self::Approved(_) => Ok(()),
        }
    }

    /// The client says yes to what is left.
    ///
    /// # Errors
    /// `NotesWaiting` before it was given to them, `NotesUndecided` while they did not say of each note what they want.
    pub const fn approve(self, undecided: usize) -> Result<(), Refusal> {
        match (self, undecided) {
            (Self::Open, _) => Err(Refusal::NotesWaiting),
            (Self::Offered(_), 0) | (Self::Approved(_), _) => Ok(()),
            (Self::Offered(_), _) => Err(Refusal::NotesUndecided),
        }
    }

    /// Whether it may be read by anyone but the two of them.
    #[must_use]
    pub const fn may_lie_on_the_table(self) -> bool {
        matches!(self, Self::Approved(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Stamp = Stamp(1);

    #[test]
    fn only_the_clients_yes_lays_it_on_the_table() {
        let open = InterviewState::of(None, None);
        let offered = InterviewState::of(Some(AT), None);
        let approved = InterviewState::of(Some(AT), Some(AT));
        assert!(!open.may_lie_on_the_table() && !offered.may_lie_on_the_table());
        assert!(approved.may_lie_on_the_table());
        assert_eq!(open.approve(0), Err(Refusal::NotesWaiting));
        assert_eq!(offered.approve(1), Err(Refusal::NotesUndecided));
        assert_eq!(offered.approve(0), Ok(()));
    }

    #[test]
    fn what_the_client_reads_stands_still() {
        let (open, offered) = (InterviewState::Open, InterviewState::Offered(AT));
        let approved = InterviewState::Approved(AT);
        assert_eq!(open.write(), Ok(()));
        for state in [offered, approved] {
            assert_eq!(state.write(), Err(Refusal::NotesOffered));
            assert_eq!(state.offer(3), Err(Refusal::NotesOffered));
            assert_eq!(state.throw_away(), Ok(()));
        }
        assert_eq!(open.offer(0), Err(Refusal::NotesEmpty));
        assert_eq!(open.offer(1), Ok(()));
        assert_eq!(open.read_back(), Err(Refusal::NotesWaiting));
        assert_eq!(open.throw_away(), Err(Refusal::NotesWaiting));
        assert_eq!(offered.read_back(), Ok(()));
        assert_eq!(offered.resume(), Ok(()));
        assert_eq!(approved.resume(), Err(Refusal::NotesOffered));
        assert_eq!(approved.read_back(), Err(Refusal::NotesOffered));
    }
}
