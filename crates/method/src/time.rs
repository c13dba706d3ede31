//! Points in time, as the whole house writes them down.

use serde::{Deserialize, Serialize};

/// A point in time: milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp(pub i64);

impl Stamp {
    /// The stamp `days` days of 24 hours later (or earlier, when negative).
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        Self(self.0 + days * 86_400_000)
    }

    /// The stamp `minutes` minutes later.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0 + minutes * 60_000)
    }

    /// The same time of day so many calendar months later; the last day of a shorter month stands for a day it lacks.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let later = jiff::Timestamp::from_millisecond(self.0).ok().and_then(|at| {
            at.to_zoned_datetime(jiff::tz::TimeZone::UTC).checked_add(jiff::Span::new().months(months)).ok()
        });
        // Beyond what a calendar knows: months of 31 days, so that nothing ends too early.
        later.map_or_else(|| self.plus_days(months.saturating_mul(31)), |at| Self::from(at.timestamp()))
    }

    /// Whole days from this stamp until `later`, rounded up; 0 when it has passed.
    #[must_use]
    pub const fn days_until(self, later: Self) -> i64 {
        let left = later.0 - self.0;
        if left <= 0 { 0 } else { (left + 86_399_999) / 86_400_000 }
    }
}

impl From<jiff::Timestamp> for Stamp {
    fn from(at: jiff::Timestamp) -> Self {
        Self(at.as_millisecond())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_the_calendar() {
        let at = |text: &str| Stamp::from(text.parse::<jiff::Timestamp>().unwrap());
        assert_eq!(at("2027-03-03T12:00:00Z").plus_months(6), at("2027-09-03T12:00:00Z"));
        assert_eq!(at("2027-08-31T08:00:00Z").plus_months(6), at("2028-02-29T08:00:00Z"));
    }
}
