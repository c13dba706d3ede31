//! Wrong tries, and the wait that grows with them.
//!
//! Kept in memory and for a while only: a guess costs time, and nobody writes to the disk by guessing. What is counted
//! on is chosen so that others' tries never make somebody wait who signed in before with the browser they hold.

use std::collections::HashMap;
use std::sync::Mutex;

use method::time::Stamp;

/// How many marks are kept; beyond it the oldest are forgotten.
const MOST_MARKS: usize = 50_000;

/// How wrong tries on one mark are borne.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    /// How many cost nothing.
    free: i64,
    /// The first wait, in milliseconds; each next one is twice as long.
    first: i64,
    /// The longest wait.
    most: i64,
    /// After how long one wrong try is forgotten.
    forgets: i64,
    /// Whether the mark is of many people: then one who is right forgives only their own try.
    shared: bool,
}

/// For one account from one network.
pub(crate) const ACCOUNT: Patience =
    Patience { free: 5, first: 5_000, most: 15 * 60_000, forgets: 60 * 60_000, shared: false };
/// For all accounts from one network: a whole office may be behind one address.
pub(crate) const NETWORK: Patience =
    Patience { free: 100, first: 5_000, most: 60_000, forgets: 30_000, shared: true };
/// For one account in a browser that signed in to it before.
pub(crate) const DEVICE: Patience =
    Patience { free: 10, first: 5_000, most: 15 * 60_000, forgets: 60 * 60_000, shared: false };
/// For codes of the second step, which are short: whoever tries them knows the password.
pub(crate) const SECOND: Patience =
    Patience { free: 5, first: 30_000, most: 60 * 60_000, forgets: 6 * 60 * 60_000, shared: false };

/// For links to a new password, for one address: each is a letter to somebody.
pub(crate) const FORGOTTEN: Patience =
    Patience { free: 3, first: 15 * 60_000, most: 6 * 60 * 60_000, forgets: 6 * 60 * 60_000, shared: false };
/// For links to a new password, for all addresses from one network.
pub(crate) const FORGOTTEN_NETWORK: Patience =
    Patience { free: 40, first: 10_000, most: 10 * 60_000, forgets: 2 * 60_000, shared: true };

/// Something that wrong tries are counted on.
#[derive(Clone, Debug)]
pub(crate) struct Mark(pub(crate) String, pub(crate) Patience);

#[derive(Clone, Copy, Debug)]
struct Wrong {
    /// What is left to be forgotten, in milliseconds: so many tries times how long each is remembered.
    debt: i64,
    last: i64,
}

impl Wrong {
    /// Until when the next try waits; 0 when it need not.
    fn until(self, patience: Patience) -> i64 {
        let tries = (self.debt + patience.forgets - 1) / patience.forgets;
        let over = tries - patience.free;
        if over < 0 {
            return 0;
        }
        let doubled = patience.first.saturating_mul(1_i64.checked_shl(over.min(20) as u32).unwrap_or(1));
        self.last + doubled.min(patience.most)
    }
}

/// Every mark with wrong tries on it.
#[derive(Debug, Default)]
pub(crate) struct Tries(Mutex<HashMap<String, Wrong>>);

impl Tries {
    /// Counts a try before it is looked at, so that guesses side by side count too. While one of the marks has to wait,
    /// nothing is counted, and the moment until which it does is given.
    pub(crate) fn count(&self, marks: &[Mark], now: Stamp) -> Result<(), Stamp> {
        let Ok(mut kept) = self.0.lock() else { return Ok(()) };
        let until = |mark: &Mark| kept.get(&mark.0).map_or(0, |wrong| wrong.until(mark.1));
        let until = marks.iter().map(until).max().unwrap_or(0);
        if until > now.0 {
            return Err(Stamp(until));
        }
        for Mark(name, patience) in marks {
            let wrong = kept.entry(name.clone()).or_insert(Wrong { debt: 0, last: now.0 });
            wrong.debt = (wrong.debt - (now.0 - wrong.last)).max(0) + patience.forgets;
            wrong.last = now.0;
        }
        if kept.len() > MOST_MARKS {
            let mut times: Vec<i64> = kept.values().map(|wrong| wrong.last).collect();
            times.sort_unstable();
            let middle = times.get(times.len() / 2).copied().unwrap_or(now.0);
            kept.retain(|_, wrong| wrong.last > middle);
        }
        Ok(())
    }

    /// The try was right: what is somebody's own is forgotten, and a network gets this one try back.
    pub(crate) fn forgive(&self, marks: &[Mark]) {
        let Ok(mut kept) = self.0.lock() else { return };
        for Mark(name, patience) in marks {
            if patience.shared {
                if let Some(wrong) = kept.get_mut(name) {
                    wrong.debt = (wrong.debt - patience.forgets).max(0);
                }
            } else {
                kept.remove(name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(name: &str, patience: Patience) -> Vec<Mark> {
        vec![Mark(name.to_owned(), patience)]
    }

    #[test]
    fn a_few_cost_nothing_then_the_wait_doubles_up_to_its_most() {
        let tries = Tries::default();
        let mine = mark("account a", ACCOUNT);
        let mut now = Stamp(1_000_000);
        for _ in 0..ACCOUNT.free {
            assert_eq!(tries.count(&mine, now), Ok(()));
        }
        for wait in [5_000, 10_000, 20_000, 40_000] {
            assert_eq!(tries.count(&mine, now), Err(Stamp(now.0 + wait)));
            now = Stamp(now.0 + wait);
            assert_eq!(tries.count(&mine, now), Ok(()), "the wait is over, and one more is counted");
        }
        for _ in 0..20 {
            let until = tries.count(&mine, now).unwrap_err();
            assert!(until.0 - now.0 <= ACCOUNT.most);
            now = until;
            assert_eq!(tries.count(&mine, now), Ok(()));
        }
        assert_eq!(tries.count(&mine, now), Err(Stamp(now.0 + ACCOUNT.most)));
        assert_eq!(tries.count(&mark("account b", ACCOUNT), now), Ok(()), "another is not touched");
        assert_eq!(tries.count(&mine, now.plus_days(2)), Ok(()));
        assert_eq!(tries.count(&mine, now.plus_days(2)), Ok(()), "after two days all is forgotten");
    }

    #[test]
    fn a_right_try_forgets_ones_own_and_gives_a_network_only_that_one_back() {
        let tries = Tries::default();
        let both = [Mark("account a".into(), ACCOUNT), Mark("network n".into(), NETWORK)];
        let now = Stamp(1_000_000);
        for _ in 0..4 {
            tries.count(&both, now).unwrap();
        }
        tries.forgive(&both);
        for _ in 0..5 {
            tries.count(&both[..1], now).unwrap();
        }
        for _ in 0..NETWORK.free - 3 {
            tries.count(&both[1..], now).unwrap();
        }
        assert!(tries.count(&both[1..], now).is_err());
    }
}
