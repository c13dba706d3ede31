//! One reader at one table, on however many screens: their permit, kept fresh, and how they are shown out.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use method::Refusal;
use method::ids::PresenceId;
use method::time::Stamp;
use practice::dialogue::session::Gate;
use practice::sessions::Door;
use practice::{Caller, Error};
use tokio::sync::watch;

use super::hub::{Room, held, now};

/// How old the last answer to "may they?" may be, in milliseconds.
const FRESH: i64 = 1_000;

/// How long a seat is kept for a reader whose last screen went, in milliseconds: a page that loads again comes back.
const KEPT: i64 = 1_500;

/// Why someone is shown out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closed {
    /// A rule refuses them now.
    Refused(Refusal),
    /// Their session or account ended.
    SignedOut,
    /// The session of looking together ended.
    Ended,
    /// Something failed; they can come back.
    Trouble,
}

/// One reader at one table.
#[derive(Debug)]
pub(super) struct Seat {
    door: Door,
    /// The reader as they were when they were last allowed.
    caller: Mutex<Caller>,
    gate: Mutex<Option<Arc<Gate>>>,
    /// In which epoch of the room they were last allowed, and when.
    allowed: Mutex<(u64, Stamp)>,
    asking: tokio::sync::Mutex<()>,
    closed: watch::Sender<Option<Closed>>,
    screens: AtomicUsize,
    left: Mutex<Option<Stamp>>,
    stretch: tokio::sync::Mutex<Option<PresenceId>>,
    noted: Mutex<Option<PresenceId>>,
}

impl Seat {
    pub(super) fn new(door: Door, gate: Gate) -> Self {
        Self {
            caller: Mutex::new(door.caller.clone()),
            door,
            gate: Mutex::new(Some(Arc::new(gate))),
            // Epochs begin at 1: whoever sits down is asked before they hear anything.
            allowed: Mutex::new((0, Stamp(0))),
            asking: tokio::sync::Mutex::default(),
            closed: watch::channel(None).0,
            screens: AtomicUsize::new(0),
            left: Mutex::default(),
            stretch: tokio::sync::Mutex::default(),
            noted: Mutex::default(),
        }
    }

    /// The reader, now.
    pub(super) fn caller(&self) -> Caller {
        Caller { now: now(), ..held(&self.caller).clone() }
    }

    pub(super) fn gate(&self) -> Option<Arc<Gate>> {
        held(&self.gate).clone()
    }

    pub(super) fn screens(&self) -> usize {
        self.screens.load(Ordering::Relaxed)
    }

    pub(super) fn sit(&self) {
        self.screens.fetch_add(1, Ordering::AcqRel);
        *held(&self.left) = None;
    }

    /// One screen went.
    pub(super) fn stand_up(&self) {
        if self.screens.fetch_sub(1, Ordering::AcqRel) == 1 {
            *held(&self.left) = Some(now());
        }
    }

    pub(super) fn has_been_left(&self) -> bool {
        self.screens() == 0 && held(&self.left).is_none_or(|at| now().0 - at.0 >= KEPT)
    }

    /// The stretch of being there, to be noted as ended, and when it ended.
    pub(super) fn rise(&self) -> Option<(PresenceId, Stamp)> {
        let at = held(&self.left).unwrap_or_else(now);
        held(&self.noted).take().map(|stretch| (stretch, at))
    }

    pub(super) fn stretch(&self) -> Option<PresenceId> {
        *held(&self.noted)
    }

    /// Notes that this reader is there; once for all their screens.
    pub(super) async fn note(&self, room: &Room) {
        let mut stretch = self.stretch.lock().await;
        let Some(gate) = self.gate() else { return };
        if stretch.is_none()
            && let Ok(row) = room.house().come(&gate, room.dialogue(), now()).await
        {
            *stretch = Some(row);
            *held(&self.noted) = Some(row);
        }
    }

    pub(super) fn watch(&self) -> watch::Receiver<Option<Closed>> {
        self.closed.subscribe()
    }

    /// Shows the reader out, on every screen; the first reason stays.
    pub(super) fn close(&self, why: Closed) {
        *held(&self.gate) = None;
        self.closed.send_if_modified(|closed| {
            let first = closed.is_none();
            closed.get_or_insert(why);
            first
        });
    }

    fn is_fresh(&self, room: &Room) -> bool {
        let (epoch, at) = *held(&self.allowed);
        epoch == room.epoch() && (0..FRESH).contains(&(now().0 - at.0))
    }

    /// Whether this reader may hear something now. The answer is at most a second old, and never from before a bell.
    pub(super) async fn may_hear(&self, room: &Room) -> bool {
        loop {
            if self.closed.borrow().is_some() {
                return false;
            }
            if self.is_fresh(room) {
                return true;
            }
            // A bell may ring while the rules are asked; then they are asked again.
            match self.ask(room).await {
                Some(epoch) if epoch == room.epoch() => return true,
                Some(_) => {}
                None => return false,
            }
        }
    }

    /// Asks the rules whether they may still be here; gives the epoch in which they said so.
    pub(super) async fn ask(&self, room: &Room) -> Option<u64> {
        let asked = now();
        let _one = self.asking.lock().await;
        if self.closed.borrow().is_some() {
            return None;
        }
        // Another screen of theirs asked while this one waited.
        let (epoch, at) = *held(&self.allowed);
        if epoch == room.epoch() && at >= asked {
            return Some(epoch);
        }
        let (epoch, at) = (room.epoch(), now());
        match self.allowed(room, at).await {
            Ok(gate) => {
                *held(&self.gate) = Some(Arc::new(gate));
                *held(&self.allowed) = (epoch, at);
                Some(epoch)
            }
            Err(why) => {
                self.close(why);
                None
            }
        }
    }

    async fn allowed(&self, room: &Room, at: Stamp) -> Result<Gate, Closed> {
        let house = room.house();
        let caller = house.still_in(&self.door, at).await.map_err(|_| Closed::Trouble)?;
        let caller = caller.ok_or(Closed::SignedOut)?;
        *held(&self.caller) = caller.clone();
        house.gate(&caller, room.conversation).await.map_err(|error| match error {
            Error::Refused(refusal) => Closed::Refused(refusal),
            _ => Closed::Trouble,
        })
    }
}
