//! Marking moments: by the script as JSON, and by forms where there is no script.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{post, put};
use axum::{Form, Router};
use method::Refusal;
use method::ids::MomentId;
use method::looking::{MomentKind, Strength, Whose};
use practice::Error;
use practice::looking::writing::{Base, Marked};
use serde::Deserialize;

use super::{look_id, saving};
use crate::app::App;
use crate::fault::{Answer, Fault};
use crate::recording::cutting::moved;
use crate::visit::Anyone;
use crate::words::read_position;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/looks/{id}/moments", post(add))
        .route("/looks/{id}/moments/{moment}", put(saving::moment).delete(saving::remove))
        .route("/looks/{id}/moments/{moment}/remove", post(remove))
}

/// A moment from a form: its time as people write it.
#[derive(Deserialize)]
struct Typed {
    at: String,
    kind: MomentKind,
    #[serde(default)]
    note: String,
    #[serde(default)]
    timeline: i64,
}

/// Reads a moment's id from an address; anything else is unknown.
pub(super) fn moment_id(text: &str) -> Result<MomentId, Fault> {
    MomentId::parse(text).ok_or_else(Fault::unknown)
}

async fn add(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let look = look_id(&text)?;
    let at = read_position(&typed.at).ok_or(Error::invalid("at", "invalid-moment"))?;
    let marked = Marked {
        kind: typed.kind,
        whose: Whose::Own,
        strength: Strength::Clear,
        start: at,
        end: at,
        note: typed.note.clone(),
        word: String::new(),
        timeline: typed.timeline,
    };
    match app.house.put_moment(&anyone.caller, look, MomentId::new(), marked, Base::Whatever).await {
        Err(Error::Refused(Refusal::TimesMoved)) => {
            return Ok(moved(&anyone.visit, format!("/looks/{look}"), vec![typed.note]));
        }
        other => other?,
    };
    Ok(Redirect::to(&format!("/looks/{look}#moments")).into_response())
}

async fn remove(
    State(app): State<App>,
    anyone: Anyone,
    Path((look, moment)): Path<(String, String)>,
) -> Answer {
    let look = look_id(&look)?;
    app.house.remove_moment(&anyone.caller, look, moment_id(&moment)?).await?;
    Ok(Redirect::to(&format!("/looks/{look}#moments")).into_response())
}
