//! Recording (opnemen): where a recording stands. It only ever goes forward, but for a part that is cut from it.

pub mod cutting;

use crate::time::Stamp;
use crate::words;

words! {
    /// `Arriving → Whole → Ready | Refused`, and `Ready → Cutting → Ready`; destroying removes it from any state.
    RecordingState {
        /// Bytes are still coming in, from a camera or a file.
        Arriving = "arriving",
        /// The last byte is in; it waits for or is being made watchable.
        Whole = "whole",
        /// It can be watched.
        Ready = "ready",
        /// A part of it is being destroyed; until that is done none of it can be watched.
        Cutting = "cutting",
        /// It turned out to be no recording; nothing of it is left.
        Refused = "refused",
    }
}

impl RecordingState {
    /// Whether a new recording may take this one's place.
    #[must_use]
    pub const fn makes_room(self) -> bool {
        matches!(self, Self::Refused)
    }
}

/// How much of a recording was before someone: from when, and how many seconds of it were served in one sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// When it began.
    pub began: Stamp,
    /// How many seconds of the recording were served, each counted once.
    pub seconds: i64,
}

/// How many seconds someone watched in these sittings. Nobody watches two things at once or faster than time goes by:
/// what was served counts for the time it takes to play from when it was asked for, and never twice at one time.
#[must_use]
pub fn watched_seconds(sittings: &[Sitting], now: Stamp) -> i64 {
    let mut played: Vec<(i64, i64)> = sittings
        .iter()
        .map(|one| (one.began.0, one.began.0.saturating_add(one.seconds.saturating_mul(1_000)).min(now.0)))
        .filter(|(from, to)| from < to)
        .collect();
    played.sort_unstable();
    let (mut total, mut until) = (0, i64::MIN);
    for (from, to) in played {
        total += (to - from.max(until)).max(0);
        until = until.max(to);
    }
    total / 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Stamp = Stamp(10_000_000);

    fn sitting(began: i64, seconds: i64) -> Sitting {
        Sitting { began: Stamp(began * 1_000), seconds }
    }

    #[test]
    fn nobody_watches_two_things_at_once_or_faster_than_time_goes_by() {
        assert_eq!(watched_seconds(&[], NOW), 0);
        assert_eq!(watched_seconds(&[sitting(100, 60)], NOW), 60);
        // The same minute asked for in two windows, and a second time while the first still plays.
        assert_eq!(watched_seconds(&[sitting(100, 60), sitting(100, 60)], NOW), 60);
        assert_eq!(watched_seconds(&[sitting(130, 60), sitting(100, 60)], NOW), 90);
        assert_eq!(watched_seconds(&[sitting(100, 600), sitting(200, 60)], NOW), 600);
        // Later again counts again.
        assert_eq!(watched_seconds(&[sitting(100, 60), sitting(1_000, 60)], NOW), 120);
        // A whole hour fetched in a second was not watched yet.
        assert_eq!(watched_seconds(&[sitting(9_999, 3_600)], NOW), 1);
        assert_eq!(watched_seconds(&[sitting(20_000, 60)], NOW), 0, "a clock that was set back");
    }
}
