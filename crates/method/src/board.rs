//! The learning board: what a piece is, how long a piece without a name lies in the drawer, and what makes a crowd.
//!
//! Whoever writes without a name must not be found by anybody. A piece carries no more of time than its month, and comes
//! out of the drawer with the others, at a moment that has nothing to do with when it was written.

use crate::time::Stamp;
use crate::words;

words! {
    /// What somebody shares.
    PieceKind {
        /// Something that they do not know.
        Dilemma = "dilemma",
        /// Something that they learned.
        Lesson = "lesson",
    }
}

words! {
    /// Why a piece or an answer was taken away.
    TakenFor {
        /// There is a name in it.
        Name = "name",
        /// Somebody can be recognised in it.
        Recognisable = "recognisable",
        /// It hurts somebody.
        Hurts = "hurts",
    }
}

/// How many people make a crowd. Fewer, and whoever is left out is known.
pub const CROWD: i64 = 5;

/// How much a piece may say, in characters: a few sentences.
pub const PIECE_MAX: usize = 600;

/// How much an answer may say, in characters.
pub const REACTION_MAX: usize = 300;

/// How often somebody may write on a day, with or without a name.
pub const A_DAY: usize = 8;

/// How long a turn is, in seconds: pieces without a name come out of the drawer when one begins, on Monday morning.
pub const TURN: i64 = 7 * 24 * 3_600;

/// The first Monday of 1970, three hours in: from there turns are counted.
const FIRST_TURN: i64 = (4 * 24 + 3) * 3_600_000;

/// The number of the turn in which a moment falls, of turns that last so many seconds. It depends on the calendar alone,
/// never on what was written.
#[must_use]
pub const fn turn(now: Stamp, seconds: i64) -> i64 {
    let seconds = if seconds < 1 { 1 } else { seconds };
    (now.0 - FIRST_TURN).div_euclid(seconds * 1_000)
}

/// A month of the calendar: as much of time as a piece carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// The month, from 1.
    pub month: i8,
}

impl Month {
    /// The month in which a moment falls.
    #[must_use]
    pub fn of(at: Stamp) -> Self {
        let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let day = at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
        Self { year: day.year(), month: day.month() }
    }

    /// Reads `2026-11`; anything else is nothing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let shaped = year.len() == 4 && month.len() == 2 && digits(year) && digits(month);
        let read = shaped.then(|| Some(Self { year: year.parse().ok()?, month: month.parse().ok()? }))??;
        (1..=12).contains(&read.month).then_some(read)
    }

    /// The month before.
    #[must_use]
    pub const fn before(self) -> Self {
        if self.month == 1 {
            Self { year: self.year - 1, month: 12 }
        } else {
            Self { year: self.year, month: self.month - 1 }
        }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Stamp {
        Stamp::from(text.parse::<jiff::Timestamp>().unwrap())
    }

    #[test]
    fn a_month_is_all_that_is_known_of_when() {
        assert_eq!(Month::of(at("2026-11-29T23:59:59Z")).to_string(), "2026-11");
        assert_eq!(Month::parse("2026-11"), Some(Month { year: 2026, month: 11 }));
        assert_eq!(Month::of(at("2027-01-05T00:00:00Z")).before().to_string(), "2026-12");
        for odd in ["", "2026", "2026-13", "2026-00", "26-11", "2026-1", "2026-+1", "2026-11-01", "é026-11"]
        {
            assert_eq!(Month::parse(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_turn_begins_on_monday_morning_whatever_was_written() {
        let week = |text: &str| turn(at(text), TURN);
        let monday = week("2026-11-30T03:00:00Z");
        assert_eq!(week("2026-11-30T02:59:59Z"), monday - 1);
        assert_eq!(week("2026-12-06T12:00:00Z"), monday);
        assert_eq!(week("2026-12-07T03:00:00Z"), monday + 1);
        assert_eq!(turn(Stamp(0), 0), turn(Stamp(0), 1), "a turn of no time cannot be divided by");
    }
}
