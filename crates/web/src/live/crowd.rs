//! How many live sockets one reader has open: as many as anyone has screens and tabs, and no more.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use practice::Caller;

use super::hub::held;

/// How many pages one reader can have open that follow something.
const MOST: usize = 32;

/// Everyone who has a socket open.
#[derive(Debug, Default)]
pub(super) struct Crowd(Mutex<HashMap<String, usize>>);

/// One socket of one reader; counted until dropped.
#[derive(Debug)]
pub(super) struct Entry {
    crowd: Arc<Crowd>,
    who: String,
}

impl Crowd {
    /// Lets one more socket of this reader in, if there is room.
    pub(super) fn enter(self: &Arc<Self>, caller: &Caller) -> Option<Entry> {
        let who = format!("{:?}", caller.reader);
        let mut open = held(&self.0);
        let own = open.entry(who.clone()).or_default();
        if *own >= MOST {
            return None;
        }
        *own += 1;
        Some(Entry { crowd: Arc::clone(self), who })
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        let mut open = held(&self.crowd.0);
        if let Some(own) = open.get_mut(&self.who) {
            *own -= 1;
            if *own == 0 {
                open.remove(&self.who);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use method::ids::ParticipantId;
    use method::time::Stamp;

    #[test]
    fn one_reader_has_so_many_and_others_their_own() {
        let crowd = Arc::new(Crowd::default());
        let [one, other] = [0, 0].map(|_| Caller::participant(ParticipantId::new(), Stamp(0)));
        let open: Vec<_> = (0..MOST).map(|_| crowd.enter(&one).unwrap()).collect();
        assert!(crowd.enter(&one).is_none());
        assert!(crowd.enter(&other).is_some());
        drop(open);
        assert!(held(&crowd.0).is_empty(), "nobody is remembered who left");
        assert!(crowd.enter(&one).is_some());
    }
}
