//! Recording: the room where a conversation is recorded or a file is brought, and the roads for the bytes.

pub(crate) mod cutting;
mod media;
mod ranges;
mod room;
mod turns;
mod tus;

use std::sync::Arc;

use axum::http::StatusCode;
use axum::{Extension, Router};
use method::ids::{ConversationId, RecordingId};
use practice::Caller;

use crate::app::App;
use crate::fault::Fault;

pub(crate) use tus::told_type;

pub(crate) fn routes() -> Router<App> {
    let turns = Arc::new(turns::Turns::default());
    Router::new()
        .merge(room::routes())
        .merge(tus::routes())
        .layer(Extension(turns))
        .merge(media::routes())
        .merge(cutting::routes())
}

/// An upload and the turn at it. The rules come first, so that a stranger cannot break off someone's upload.
async fn turn_at(
    app: &App,
    turns: &turns::Turns,
    caller: &Caller,
    conversation: ConversationId,
    id: RecordingId,
) -> Result<turns::Turn, Fault> {
    app.house.upload(caller, conversation, id).await?;
    turns.take(id).await.ok_or(Fault::of(StatusCode::LOCKED, "refusal-upload-busy"))
}

/// A file that is larger than is taken here.
fn too_large(app: &App) -> Fault {
    let max = size(app.house.settings.upload_max);
    Fault::of(StatusCode::PAYLOAD_TOO_LARGE, "refusal-file-large").naming("max", max)
}

/// So many bytes, as people say it: "16 GB".
fn size(bytes: u64) -> String {
    let units = ["kB", "MB", "GB", "TB"];
    let mut rest = bytes.div_ceil(1000);
    for unit in units {
        if rest < 1000 {
            return format!("{rest} {unit}");
        }
        rest /= 1000;
    }
    format!("{rest} PB")
}

#[cfg(test)]
mod tests {
    #[test]
    fn sizes_are_said_short() {
        let said = [1, 999_000, 12_345_678, 16 << 30, 5_000_000_000_000].map(super::size);
        assert_eq!(said, ["1 kB", "999 kB", "12 MB", "17 GB", "5 TB"]);
    }
}
