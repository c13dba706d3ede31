//! The live sockets: one tells a reader when what they may see of a conversation's path has changed; the other joins
//! everyone who looks together.
//!
//! The first sends what the page would say to the same reader and nothing else, so blindness holds here as it does
//! there. The second is in `table`, with the rooms and seats it needs in `hub` and `seat`.

mod hub;
mod seat;
mod table;
mod wire;

use std::time::Duration;

use axum::Router;
use axum::extract::ws::{Message, WebSocket};
use axum::extract::{Path, State, WebSocketUpgrade};
use axum::response::Response;
use axum::routing::get;
use method::ids::ConversationId;
use method::time::Stamp;
use practice::Caller;
use serde::Serialize;

use crate::app::App;
use crate::conversation::show::id;
use crate::fault::Fault;
use crate::visit::Anyone;

pub use hub::Hub;

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
    socket: WebSocketUpgrade,
) -> Result<Response, Fault> {
    let id = id(&text)?;
    // Refused before the upgrade, so that a stranger gets the same answer as on the page.
    tell(&app, &anyone.caller, id).await?;
    Ok(socket.max_message_size(4096).on_upgrade(move |socket| follow(app, anyone.caller, id, socket)))
}

async fn tell(app: &App, caller: &Caller, id: ConversationId) -> Result<Told, Fault> {
    let caller = fresh(app, caller).await?;
    let conversation = app.house.conversation(&caller, id).await?;
    Ok(Told {
        steps: conversation.path.iter().map(|stop| (stop.step.key(), stop.standing.key())).collect(),
        lines: conversation.path.iter().map(|stop| stop.line).collect(),
        progress: conversation.progress,
    })
}

/// The same reader, now; nobody when their account was ended meanwhile.
async fn fresh(app: &App, caller: &Caller) -> Result<Caller, Fault> {
    let now = Stamp::from(jiff::Timestamp::now());
    match &caller.member {
        Some(member) => {
            let member = app.house.member(member.id).await?.ok_or_else(Fault::unknown)?;
            Ok(Caller::member(member, now))
        }
        None => Ok(Caller { now, ..caller.clone() }),
    }
}

async fn follow(app: App, caller: Caller, id: ConversationId, mut socket: WebSocket) {
    let mut ticks = tokio::time::interval(EVERY);
    let mut last = None;
    loop {
        tokio::select! {
            _ = ticks.tick() => {
                let Ok(told) = tell(&app, &caller, id).await else { break };
                if last.as_ref() == Some(&told) {
                    continue;
                }
                let Ok(text) = serde_json::to_string(&told) else { break };
                if socket.send(Message::Text(text.into())).await.is_err() {
                    return;
                }
                last = Some(told);
            }
            heard = socket.recv() => match heard {
                // Nothing is asked of the reader; what they send is only heard to notice that they left.
                Some(Ok(Message::Close(_)) | Err(_)) | None => return,
                Some(Ok(_)) => {}
            },
        }
    }
    let _ = socket.send(Message::Close(None)).await;
}
