//! Over which time figures are told: whole quarters that are over, counted once and never again.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::time::Stamp;

/// How many days after a quarter its figures are counted: looks, readings and verdicts have come in by then, and with the
/// usual retention of six months nothing of it has ended by itself.
pub const SETTLES_DAYS: i64 = 45;

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// The year.
    pub year: i16,
    /// From 1 to 4.
    pub number: i8,
}

impl Quarter {
    /// The quarter of a point in time.
    #[must_use]
    pub fn of(at: Stamp) -> Self {
        let day = jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let day = day.to_zoned_datetime(TimeZone::UTC);
        Self { year: day.year(), number: (day.month() - 1) / 3 + 1 }
    }

    /// The one after it.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.number == 4 {
            Self { year: self.year + 1, number: 1 }
        } else {
            Self { year: self.year, number: self.number + 1 }
        }
    }

    /// Its first moment.
    #[must_use]
    pub fn begins(self) -> Stamp {
        let first = Date::new(self.year, (self.number - 1) * 3 + 1, 1).unwrap_or(Date::MIN);
        first.to_zoned_datetime(TimeZone::UTC).map_or(Stamp(i64::MIN), |at| Stamp::from(at.timestamp()))
    }

    /// The first moment of the next one.
    #[must_use]
    pub fn ends(self) -> Stamp {
        self.next().begins()
    }

    /// Whether its figures can be counted now.
    #[must_use]
    pub fn settled(self, now: Stamp) -> bool {
        self.ends().plus_days(SETTLES_DAYS) <= now
    }

    /// The one spelling: `2026-q3`.
    #[must_use]
    pub fn key(self) -> String {
        format!("{:04}-q{}", self.year, self.number)
    }

    /// Reads the spelling back; anything else is nothing.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let (year, number) = word.split_once("-q")?;
        let one = Self { year: year.parse().ok()?, number: number.parse().ok()? };
        let is = (1..=4).contains(&one.number) && (1970..=9000).contains(&one.year);
        (is && one.key() == word).then_some(one)
    }

    /// All quarters from this one on that can be counted now.
    pub fn settled_since(self, now: Stamp) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |one| Some(one.next())).take_while(move |one| one.settled(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Stamp {
        Stamp::from(text.parse::<jiff::Timestamp>().unwrap())
    }

    #[test]
    fn quarters_follow_each_other_without_a_gap() {
        let first = Quarter::of(at("2024-11-30T12:00:00Z"));
        assert_eq!(first.key(), "2024-q4");
        assert_eq!(first.begins(), at("2024-10-01T00:00:00Z"));
        assert_eq!(first.ends(), at("2025-01-01T00:00:00Z"));
        assert_eq!(Quarter::of(first.ends()), first.next());
        assert_eq!(Quarter::of(Stamp(first.ends().0 - 1)), first);
        for word in ["2024-q4", "2030-q1"] {
            assert_eq!(Quarter::parse(word).unwrap().key(), word);
        }
        for word in ["", "2024", "2024-q5", "2024-q0", "2024-q04", "24-q1", "2024-q+1"] {
            assert_eq!(Quarter::parse(word), None, "{word}");
        }
    }

    #[test]
    fn a_quarter_is_counted_when_it_has_been_over_for_a_while() {
        let third = Quarter { year: 2026, number: 3 };
        assert!(!third.settled(at("2026-11-14T23:59:59Z")));
        assert!(third.settled(at("2026-11-15T00:00:00Z")));
        let all: Vec<String> = Quarter { year: 2025, number: 4 }
            .settled_since(at("2026-11-29T10:00:00Z"))
            .map(Quarter::key)
            .collect();
        assert_eq!(all, ["2025-q4", "2026-q1", "2026-q2", "2026-q3"]);
        assert_eq!(third.settled_since(at("2026-10-01T00:00:00Z")).count(), 0);
    }
}
