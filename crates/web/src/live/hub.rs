//! Who is at which table in this program: one room for each open session, one seat in it for each reader.
//!
//! Whatever is told in a room is written as JSON once and shared by everyone who hears it. Whether a reader may still
//! hear is asked once for all their screens, at most a second ago, and anew when a bell of the house rings.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::ws::Utf8Bytes;
use method::dialogue::session::BEAT;
use method::ids::{ConversationId, DialogueId};
use method::time::Stamp;
use practice::House;
use practice::dialogue::session::{Gate, Session};
use practice::house::bells::{Change, Ring};
use practice::sessions::Door;
use tokio::sync::broadcast::{self, error::RecvError};

use super::crowd::Crowd;
use super::seat::{Closed, Seat};
use super::wire;

/// How many facts may wait for a slow screen; one that missed some is told everything again.
const WAITING: usize = 256;

/// How often everyone's permit is asked again. A little less than the second that a permit may be old, so that a
/// message seldom has to wait for it.
const ASK: Duration = Duration::from_millis(800);

/// How many screens there can be at one table.
const SCREENS: usize = 2_000;

/// Something that is told to everyone at a table.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    /// The words, shared by all.
    pub(super) text: Utf8Bytes,
    /// The screen it came from, which knows it already.
    pub(super) from: Option<u64>,
}

/// All tables in this program.
#[derive(Debug, Default)]
pub struct Hub {
    rooms: Mutex<HashMap<DialogueId, Arc<Room>>>,
    screens: AtomicU64,
    /// Who has how many pages open that follow a conversation.
    pub(super) crowd: Arc<Crowd>,
}

/// One table.
#[derive(Debug)]
pub(super) struct Room {
    house: Arc<House>,
    pub(super) conversation: ConversationId,
    dialogue: DialogueId,
    facts: broadcast::Sender<Fact>,
    seats: Mutex<HashMap<String, Arc<Seat>>>,
    session: Mutex<Arc<Session>>,
    /// Goes up when rights may have changed: what was asked before counts no more.
    epoch: AtomicU64,
}

/// Takes a lock, also one whose holder panicked: what it guards is replaced whole or not at all.
pub(super) fn held<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(super) fn now() -> Stamp {
    Stamp::from(jiff::Timestamp::now())
}

impl Hub {
    /// A number of its own for a screen.
    pub(super) fn screen(&self) -> u64 {
        self.screens.fetch_add(1, Ordering::Relaxed)
    }

    /// Gives a reader's seat at a table, and makes either when it is not there. Nothing when the table is full.
    pub(super) fn sit(
        self: &Arc<Self>,
        house: &Arc<House>,
        door: Door,
        gate: Gate,
        session: Session,
    ) -> Option<(Arc<Room>, Arc<Seat>)> {
        let mut rooms = held(&self.rooms);
        let room = Arc::clone(rooms.entry(session.id).or_insert_with(|| {
            let room = Arc::new(Room {
                house: Arc::clone(house),
                conversation: gate.conversation(),
                dialogue: session.id,
                facts: broadcast::channel(WAITING).0,
                seats: Mutex::default(),
                session: Mutex::new(Arc::new(session)),
                epoch: AtomicU64::new(1),
            });
            // Listens from before anyone sits down, so that no bell falls between.
            let bells = house.bells.listen();
            tokio::spawn(keep(Arc::clone(self), Arc::clone(&room), bells));
            room
        }));
        let mut seats = held(&room.seats);
        if seats.values().map(|seat| seat.screens()).sum::<usize>() >= SCREENS {
            return None;
        }
        let key = format!("{:?} {}", door.caller.reader, door.cookie.as_deref().unwrap_or_default());
        let seat = seats.entry(key).or_insert_with(|| Arc::new(Seat::new(door, gate)));
        seat.sit();
        let seat = Arc::clone(seat);
        drop(seats);
        Some((room, seat))
    }

    /// Takes a table away when nobody sits at it any more.
    fn clear(&self, room: &Room) -> bool {
        let mut rooms = held(&self.rooms);
        let empty = held(&room.seats).is_empty();
        if empty {
            rooms.remove(&room.dialogue);
        }
        empty
    }
}

/// Keeps one table: asks permits again, hears bells, notes who is there, until nobody is.
async fn keep(hub: Arc<Hub>, room: Arc<Room>, mut bells: broadcast::Receiver<Ring>) {
    let mut ticks = tokio::time::interval(ASK);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut beaten = now();
    loop {
        tokio::select! {
            ring = bells.recv() => match ring {
                Ok(Ring::Changed(id, what)) if id == room.conversation => room.changed(what).await,
                Ok(Ring::Pointed(id, sealed)) if id == room.conversation => room.pointed(&sealed).await,
                Ok(Ring::Everything) | Err(RecvError::Lagged(_)) => room.everything().await,
                Ok(_) => {}
                Err(RecvError::Closed) => return,
            },
            _ = ticks.tick() => {
                room.tidy().await;
                if hub.clear(&room) {
                    return;
                }
                room.ask_all().await;
                if now().0 - beaten.0 >= BEAT {
                    beaten = now();
                    room.beat().await;
                }
                room.look_round();
            }
        }
    }
}

impl Room {
    pub(super) fn listen(&self) -> broadcast::Receiver<Fact> {
        self.facts.subscribe()
    }

    pub(super) fn house(&self) -> &House {
        &self.house
    }

    pub(super) fn epoch(&self) -> u64 {
        self.epoch.load(Ordering::Acquire)
    }

    pub(super) fn session(&self) -> Arc<Session> {
        Arc::clone(&held(&self.session))
    }

    pub(super) fn dialogue(&self) -> DialogueId {
        self.dialogue
    }

    /// Tells everyone, except the screen that it came from.
    pub(super) fn tell(&self, text: String, from: Option<u64>) {
        // Nobody may be listening.
        let _ = self.facts.send(Fact { text: text.into(), from });
    }

    fn seats(&self) -> Vec<Arc<Seat>> {
        held(&self.seats).values().cloned().collect()
    }

    /// A permit of anyone who sits here, to look at what has no words.
    fn gate(&self) -> Option<Arc<Gate>> {
        self.seats().iter().find_map(|seat| seat.gate())
    }

    /// Asks for every reader whether they may still be here; whoever may not is told so and shown out.
    async fn ask_all(&self) {
        let seats = self.seats();
        futures::future::join_all(seats.iter().map(|seat| seat.ask(self))).await;
    }

    async fn changed(&self, what: Change) {
        self.epoch.fetch_add(1, Ordering::AcqRel);
        self.ask_all().await;
        if what == Change::Session {
            self.reload().await;
        } else {
            self.tell(wire::changed(what), None);
        }
    }

    async fn everything(&self) {
        self.changed(Change::Session).await;
        self.tell(wire::changed(Change::Looks), None);
    }

    /// Reads anew how the session stands, and tells everyone.
    async fn reload(&self) {
        let Some(gate) = self.gate() else { return };
        let Ok(Some(session)) = self.house.session(&gate).await else { return };
        if session.id != self.dialogue || session.standing.ended.is_some() {
            self.seats().iter().for_each(|seat| seat.close(Closed::Ended));
            return;
        }
        let text = wire::state(&session, &gate, now());
        *held(&self.session) = Arc::new(session);
        self.tell(text, None);
    }

    async fn pointed(&self, sealed: &[u8]) {
        let Some(gate) = self.gate() else { return };
        if let Ok((chair, at)) = self.house.pointed_elsewhere(&gate, sealed).await {
            self.tell(wire::point(chair, at), None);
        }
    }

    /// Notes that everyone who sits here is still there, and says again how it stands: a line on which nothing is
    /// heard for long is taken for broken.
    async fn beat(&self) {
        let stretches: Vec<_> = self.seats().iter().filter_map(|seat| seat.stretch()).collect();
        // When this fails the next beat says the same.
        let _ = self.house.still_there(&stretches, now()).await;
        self.reload().await;
    }

    /// Tells when time itself changed something: whoever leads has been away for long enough.
    fn look_round(&self) {
        let Some(gate) = self.gate() else { return };
        let (session, at) = (self.session(), now());
        let earlier = Stamp(at.0 - i64::try_from(ASK.as_millis()).unwrap_or(0) - 100);
        if wire::lead_is_free(&session, at) != wire::lead_is_free(&session, earlier) {
            self.tell(wire::state(&session, &gate, at), None);
        }
    }

    /// Takes away the seats that have been empty for a while, and notes that their readers left.
    async fn tidy(&self) {
        let gone: Vec<Arc<Seat>> = {
            let mut seats = held(&self.seats);
            let left: Vec<String> =
                seats.iter().filter(|(_, seat)| seat.has_been_left()).map(|(key, _)| key.clone()).collect();
            left.iter().filter_map(|key| seats.remove(key)).collect()
        };
        for seat in gone {
            if let Some((stretch, at)) = seat.rise() {
                // Without it they count as away a little later.
                let _ = self.house.gone(self.conversation, stretch, at).await;
            }
        }
    }
}
