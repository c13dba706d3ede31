//! The live sockets: one tells a reader when what they may see of a conversation's path has changed; the other joins
//! everyone who looks together.
//!
//! The first sends what the page would say to the same reader and nothing else, so blindness holds here as it does
//! there. The second is in `table`, with the rooms and seats it needs in `hub` and `seat`.

mod crowd;
mod hub;
mod seat;
mod table;
mod wire;

use std::time::Duration;

use axum::Router;
use axum::extract::ws::{Message, WebSocket};
use axum::extract::{Path, State, WebSocketUpgrade};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use method::ids::ConversationId;
use method::time::Stamp;
use practice::sessions::Door;
use serde::Serialize;

use crate::app::App;
use crate::conversation::show::id;
use crate::fault::Fault;
use crate::visit::Anyone;

pub use hub::Hub;

/// The longest that is heard at once, in bytes. Nothing is asked of whoever listens.
const LONGEST: usize = 512;

/// More live sockets than one reader has screens.
pub(super) const TOO_MANY: Fault = Fault::of(StatusCode::TOO_MANY_REQUESTS, "refusal-table-full");

/// How often the state is looked at again.
const EVERY: Duration = Duration::from_secs(1);

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/live", get(live))
        .route("/conversations/{id}/dialogue/live", get(table::live))
}

/// What a reader is told.
#[derive(PartialEq, Eq, Serialize)]
struct Told {
    /// Each step and where it stands.
    steps: Vec<(&'static str, &'static str)>,
    /// Which line each step says.
    lines: Vec<&'static str>,
    /// How far making the recording watchable is, in percent.
    progress: Option<i64>,
}

async fn live(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    headers: HeaderMap,
    socket: WebSocketUpgrade,
) -> Result<Response, Fault> {
    let id = id(&text)?;
    if !table::is_ours(&headers) {
        return Err(Fault::unknown());
    }
    // Refused before the upgrade, so that a stranger gets the same answer as on the page.
    let follower = Follower(anyone.visit.door(anyone.caller.clone()));
    follower.tell(&app, id).await?;
    let place = app.live.crowd.enter(&follower.0.caller).ok_or(TOO_MANY)?;
    let socket = socket.max_message_size(LONGEST).read_buffer_size(LONGEST).write_buffer_size(0);
    Ok(socket.on_upgrade(move |socket| async move {
        follower.follow(app, id, socket).await;
        drop(place);
    }))
}

/// A reader with an open page, and the door that they came in by.
struct Follower(Door);

impl Follower {
    async fn tell(&self, app: &App, id: ConversationId) -> Result<Told, Fault> {
        let now = Stamp::from(jiff::Timestamp::now());
        let caller = app.house.still_in(&self.0, now).await?.ok_or_else(Fault::unknown)?;
        let conversation = app.house.conversation(&caller, id).await?;
        Ok(Told {
            steps: conversation.path.iter().map(|stop| (stop.step.key(), stop.standing.key())).collect(),
            lines: conversation.path.iter().map(|stop| stop.line).collect(),
            progress: conversation.progress,
        })
    }

    async fn follow(&self, app: App, id: ConversationId, mut socket: WebSocket) {
        let mut ticks = tokio::time::interval(EVERY);
        let mut last = None;
        loop {
            tokio::select! {
                _ = ticks.tick() => {
                    let Ok(told) = self.tell(&app, id).await else { break };
                    if last.as_ref() == Some(&told) {
                        continue;
                    }
                    let Ok(text) = serde_json::to_string(&told) else { break };
                    if !table::send(&mut socket, text.into()).await {
                        return;
                    }
                    last = Some(told);
                }
                heard = socket.recv() => match heard {
                    // What they send is only heard to notice that they left.
                    Some(Ok(Message::Close(_)) | Err(_)) | None => return,
                    Some(Ok(_)) => {}
                },
            }
        }
        table::part(&mut socket).await;
    }
}
