//! The live socket of looking together: what one reader hears and says while they sit at the table.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{Message, Utf8Bytes, WebSocket};
use axum::extract::{Path, State, WebSocketUpgrade};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use method::Refusal;
use method::permit::Deed;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;

use super::hub::{Fact, Hub, Room, now};
use super::seat::{Closed, Seat};
use super::wire::{self, Heard};
use crate::app::App;
use crate::conversation::show::id;
use crate::fault::Fault;
use crate::visit::Anyone;
use crate::words::Words;

/// The longest that a screen may say at once, in bytes; a wish is short.
const LONGEST: usize = 1_024;

/// What is read from a connection at once, in bytes. Small: there can be many, and they say little.
const READ: usize = 512;

/// What may wait to be sent on one connection, in bytes.
const WRITE: usize = 64 * 1_024;

/// How long a screen may take to receive something before it is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often a screen may point, at most, in milliseconds between two.
const POINTS: i64 = 30;

pub(super) async fn live(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    headers: HeaderMap,
    socket: WebSocketUpgrade,
) -> Result<Response, Fault> {
    let id = id(&text)?;
    if !is_ours(&headers) {
        return Err(Fault::unknown());
    }
    // Refused before the upgrade, so that a stranger gets the same answer as on the page.
    let _permit = app.house.permit(&anyone.caller, id, Deed::Compare).await?;
    let gate = app.house.gate(&anyone.caller, id).await?;
    let session = app.house.session(&gate).await?.filter(|session| session.standing.ended.is_none());
    let session = session.ok_or(Fault::from(Refusal::DialogueEnded))?;
    let door = anyone.visit.door(anyone.caller.clone());
    let full = Fault::of(StatusCode::SERVICE_UNAVAILABLE, "refusal-table-full");
    let hub = Arc::clone(&app.live);
    let seated = hub.sit(&app.house, door, gate, session).ok_or(full)?;
    let guest = anyone.visit.member.is_none();
    let screen = Screen { hub, room: seated.0, seat: seated.1, words: anyone.visit.words, guest };
    let socket = socket
        .max_message_size(LONGEST)
        .max_frame_size(LONGEST)
        .read_buffer_size(READ)
        .write_buffer_size(0)
        .max_write_buffer_size(WRITE);
    Ok(socket.on_upgrade(move |socket| screen.follow(socket)))
}

/// Whether a browser says that a page of our own asks. A program that is no browser says nothing and brings no
/// cookies that it was not given.
pub(super) fn is_ours(headers: &HeaderMap) -> bool {
    let said = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(origin) = said(header::ORIGIN) else { return true };
    let host = origin.split_once("://").map(|(_, host)| host);
    host.is_some() && host == said(header::HOST)
}

/// One screen at a table.
struct Screen {
    hub: Arc<Hub>,
    room: Arc<Room>,
    seat: Arc<Seat>,
    words: Words,
    guest: bool,
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.seat.stand_up();
    }
}

impl Screen {
    async fn follow(self, mut socket: WebSocket) {
        let number = self.hub.screen();
        let mut facts = self.room.listen();
        let mut closing = self.seat.watch();
        let mut pointed = 0;
        if !self.greet(&mut socket).await {
            return self.part(&mut socket).await;
        }
        loop {
            tokio::select! {
                // Being shown out goes before anything that still waits.
                biased;
                () = shown_out(&mut closing) => break,
                fact = facts.recv() => match fact {
                    Ok(Fact { from, .. }) if from == Some(number) => {}
                    Ok(Fact { text, .. }) => {
                        if !self.say(&mut socket, text).await {
                            break;
                        }
                    }
                    Err(RecvError::Lagged(_)) => {
                        if !self.greet(&mut socket).await {
                            break;
                        }
                    }
                    Err(RecvError::Closed) => break,
                },
                heard = socket.recv() => match heard {
                    Some(Ok(Message::Text(text))) => {
                        if !self.hear(&mut socket, &text, number, &mut pointed).await {
                            break;
                        }
                    }
                    Some(Ok(Message::Close(_)) | Err(_)) | None => return,
                    Some(Ok(_)) => {}
                },
            }
        }
        self.part(&mut socket).await;
    }

    /// Says who they are here and how everything stands, from scratch.
    async fn greet(&self, socket: &mut WebSocket) -> bool {
        if !self.seat.may_hear(&self.room).await {
            return false;
        }
        self.seat.note(&self.room).await;
        let Some(gate) = self.seat.gate() else { return false };
        let state = wire::state(&self.room.session(), &gate, now());
        self.say(socket, wire::hello(gate.chair).into()).await && self.say(socket, state.into()).await
    }

    /// Passes one fact to the reader, if they may hear it now.
    async fn say(&self, socket: &mut WebSocket, text: Utf8Bytes) -> bool {
        self.seat.may_hear(&self.room).await && send(socket, text).await
    }

    async fn hear(&self, socket: &mut WebSocket, text: &str, number: u64, pointed: &mut i64) -> bool {
        match serde_json::from_str(text) {
            Ok(Heard::Point(point)) => self.point(point.point, number, pointed).await,
            Ok(Heard::Wish(command)) => {
                let done =
                    self.room.house().wish(&self.seat.caller(), self.room.conversation, &command).await;
                match done.map_err(Fault::from) {
                    Ok(()) => true,
                    Err(fault) => {
                        let sentence = self.words.t(fault.key());
                        self.say(socket, wire::refused(fault.key(), &sentence).into()).await
                    }
                }
            }
            // No screen of ours says this.
            Err(_) => false,
        }
    }

    async fn point(&self, at: Option<i64>, number: u64, pointed: &mut i64) -> bool {
        let at_once = now().0;
        // Leaving the timeline is always told, or a pointer would stay behind.
        if at.is_some() && at_once - *pointed < POINTS {
            return true;
        }
        *pointed = at_once;
        if !self.seat.may_hear(&self.room).await {
            return false;
        }
        let Some(gate) = self.seat.gate() else { return false };
        let at = at.map(|at| at.max(0));
        self.room.tell(wire::point(gate.chair, at), Some(number));
        if self.room.house().is_shared() {
            // Missing one pointer harms nobody; the next one says more.
            let _ = self.room.house().point_elsewhere(&gate, at).await;
        }
        true
    }

    /// Says calmly why it closes, and closes.
    async fn part(&self, socket: &mut WebSocket) {
        let why = *self.seat.watch().borrow();
        let summary = format!("/conversations/{}/dialogue/summary", self.room.conversation);
        let home = if self.guest { "/mine" } else { "/home" };
        let told = match why {
            Some(Closed::Refused(Refusal::Unknown)) => {
                Some(("together-closed-removed", home, "together-to-home"))
            }
            Some(Closed::Refused(refusal)) => Some((refusal.key(), home, "together-to-home")),
            Some(Closed::SignedOut) => Some(("refusal-signed-out", home, "together-to-home")),
            Some(Closed::Ended) => Some(("together-closed-ended", summary.as_str(), "together-to-summary")),
            Some(Closed::Trouble) | None => None,
        };
        if let Some((key, to, name)) = told {
            let text = wire::closed(key, &self.words.t(key), to, &self.words.t(name));
            send(socket, text.into()).await;
        }
        part(socket).await;
    }
}

/// Closes from our side; whoever does not take even that is left.
pub(super) async fn part(socket: &mut WebSocket) {
    let _ = tokio::time::timeout(PATIENCE, socket.send(Message::Close(None))).await;
}

async fn shown_out(closing: &mut watch::Receiver<Option<Closed>>) {
    // A seat that is gone shows nobody out; then the facts end.
    if closing.wait_for(Option::is_some).await.is_err() {
        std::future::pending::<()>().await;
    }
}

pub(super) async fn send(socket: &mut WebSocket, text: Utf8Bytes) -> bool {
    matches!(tokio::time::timeout(PATIENCE, socket.send(Message::Text(text))).await, Ok(Ok(())))
}
