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
use crate::words::{Words, read_position};

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
    kind: Option<MomentKind>,
    /// What a client's button says: `touched`, `fine` or `explain`.
    #[serde(default)]
    said: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    timeline: i64,
}

/// The kind and the word of a moment: one of the eight, or what a client's button says.
fn meant(words: Words, typed: &Typed) -> practice::Result<(MomentKind, String)> {
    match (typed.kind, typed.said.as_str()) {
        (Some(kind), _) => Ok((kind, String::new())),
        (None, "fine") => Ok((MomentKind::Flow, String::new())),
        (None, said @ ("touched" | "explain")) => {
            Ok((MomentKind::Other, words.t(&format!("look-client-{said}"))))
        }
        _ => Err(Error::invalid("kind", "invalid-moment")),
    }
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
    let (kind, word) = meant(anyone.visit.words, &typed)?;
    let marked = Marked {
        kind,
        whose: Whose::Own,
        strength: Strength::Clear,
        start: at,
        end: at,
        note: typed.note.clone(),
        word,
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
