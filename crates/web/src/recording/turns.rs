//! One at a time per upload, and a newcomer may ask whoever is busy to let go.
//!
//! After the wifi fell away, the old request hangs until the network gives up on it, which can take minutes. The
//! same browser comes back sooner: the old request then seals what it had, and lets the new one in.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use method::ids::RecordingId;
use tokio::sync::{OwnedMutexGuard, watch};

/// How long a newcomer waits for the holder to put away what it had.
const PATIENCE: Duration = Duration::from_secs(15);

/// Everyone's turns.
#[derive(Debug, Default)]
pub(crate) struct Turns(Mutex<HashMap<RecordingId, Arc<Slot>>>);

#[derive(Debug)]
struct Slot {
    turn: Arc<tokio::sync::Mutex<()>>,
    /// How many came for it so far.
    came: watch::Sender<u64>,
}

/// A turn at one upload; given up when dropped.
#[derive(Debug)]
pub(crate) struct Turn {
    slot: Arc<Slot>,
    came: u64,
    _held: OwnedMutexGuard<()>,
}

impl Turns {
    /// Takes the turn at an upload, after asking its holder to let go. Nothing when they do not in time.
    pub(crate) async fn take(&self, id: RecordingId) -> Option<Turn> {
        let slot = {
            let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            // Whoever still has a turn, or waits for one, holds its slot too.
            slots.retain(|_, slot| Arc::strong_count(slot) > 1);
            let new = || Arc::new(Slot { turn: Arc::default(), came: watch::Sender::new(0) });
            Arc::clone(slots.entry(id).or_insert_with(new))
        };
        slot.came.send_modify(|came| *came += 1);
        let held = tokio::time::timeout(PATIENCE, Arc::clone(&slot.turn).lock_owned()).await.ok()?;
        let came = *slot.came.borrow();
        Some(Turn { slot, came, _held: held })
    }
}

impl Turn {
    /// Comes to an end when a newcomer wants this turn.
    pub(crate) fn wanted(&self) -> impl Future<Output = ()> + Send + use<> {
        let (mut came, mine) = (self.slot.came.subscribe(), self.came);
        async move {
            // When nobody can come any more, nobody wants it.
            if came.wait_for(|came| *came > mine).await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_newcomer_asks_and_gets_the_turn_and_others_are_left_alone() {
        let turns = Arc::new(Turns::default());
        let (id, other) = (RecordingId::new(), RecordingId::new());
        let first = turns.take(id).await.unwrap();
        let elsewhere = turns.take(other).await.unwrap();
        let holder = tokio::spawn(async move {
            first.wanted().await;
            drop(first);
        });
        tokio::time::timeout(Duration::from_secs(1), turns.take(id)).await.unwrap().unwrap();
        holder.await.unwrap();
        assert!(tokio::time::timeout(Duration::from_millis(50), elsewhere.wanted()).await.is_err());
        drop(elsewhere);
        drop(turns.take(id).await);
        assert_eq!(turns.0.lock().unwrap().len(), 1, "slots do not pile up");
    }

    #[tokio::test(start_paused = true)]
    async fn a_holder_who_does_not_let_go_keeps_the_turn() {
        let turns = Turns::default();
        let id = RecordingId::new();
        let _deaf = turns.take(id).await.unwrap();
        assert!(turns.take(id).await.is_none());
    }
}
