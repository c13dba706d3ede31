//! Tryouts that follow one another: "adapt" and "again" lead straight to a next one, and together they are a path.

use crate::ids::TryoutId;
use crate::time::Stamp;

/// One tryout, as far as its place in a chain goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Which.
    pub id: TryoutId,
    /// Which one it follows; nothing for the first.
    pub follows: Option<TryoutId>,
    /// When it was planned.
    pub on: Stamp,
}

/// The chain in which a tryout stands, from the first to the last. What follows side by side stands in order of time.
#[must_use]
pub fn chain(of: TryoutId, all: &[Link]) -> Vec<TryoutId> {
    let find = |id: TryoutId| all.iter().find(|link| link.id == id);
    let Some(mut first) = find(of) else { return Vec::new() };
    // No longer than there are links, whatever the columns say.
    for _ in 0..all.len() {
        match first.follows.and_then(find) {
            Some(before) => first = before,
            None => break,
        }
    }
    let mut walked = vec![first.id];
    let mut rest: Vec<&Link> = all.iter().filter(|link| link.id != first.id).collect();
    rest.sort_by_key(|link| (link.on, link.id));
    for _ in 0..rest.len() {
        let next = rest.iter().position(|link| link.follows.is_some_and(|before| walked.contains(&before)));
        match next {
            Some(at) => walked.push(rest.remove(at).id),
            None => break,
        }
    }
    walked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_runs_from_its_first_to_its_last_whichever_one_is_asked() {
        let ids: Vec<TryoutId> = (0..5).map(|_| TryoutId::new()).collect();
        let link = |n: usize, follows: Option<usize>, on: i64| Link {
            id: ids[n],
            follows: follows.map(|n| ids[n]),
            on: Stamp(on),
        };
        let all = [link(2, Some(1), 30), link(0, None, 10), link(3, None, 15), link(1, Some(0), 20)];
        for n in [0, 1, 2] {
            assert_eq!(chain(ids[n], &all), [ids[0], ids[1], ids[2]]);
        }
        assert_eq!(chain(ids[3], &all), [ids[3]]);
        assert!(chain(ids[4], &all).is_empty());
        // Columns that bite their own tail end all the same.
        let circle = [link(0, Some(1), 1), link(1, Some(0), 2)];
        assert_eq!(chain(ids[0], &circle).len(), 2);
    }
}
