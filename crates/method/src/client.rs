//! The client's way in, without an account: how often a code may be wrong, and how long one waits then.

/// How many wrong codes before the first rest.
pub const TRIES: i64 = 5;
/// How many after each rest.
pub const TRIES_AFTER: i64 = 3;

/// How many codes can be tried, after this many rests in a row.
#[must_use]
pub const fn tries(rests: i64) -> i64 {
    if rests == 0 { TRIES } else { TRIES_AFTER }
}

/// How many minutes the next rest takes, after this many in a row. It grows, and stops growing at an hour: whoever holds
/// the right code is never kept out for longer.
#[must_use]
pub const fn rest_minutes(rests: i64) -> i64 {
    match rests {
        0 => 1,
        1 => 5,
        2 => 15,
        _ => 60,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rest_grows_and_never_lasts_longer_than_an_hour() {
        let rests: Vec<i64> = (0..8).map(rest_minutes).collect();
        assert!(rests.is_sorted() && rests[0] < rests[3]);
        assert_eq!(rests.last(), Some(&60));
        // In a whole day at a hundred links nobody comes near one of 30^8 codes.
        let a_day: i64 = (0..).take(30).map(tries).sum();
        assert!(a_day < 100, "{a_day}");
    }
}
