//! What the script of a look saves, as JSON: one moment or one answer at a time, each on the version it builds on.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use method::Refusal;
use method::ids::MomentId;
use method::looking::{MomentKind, Step, Strength, Whose};
use method::time::Stamp;
use practice::looking::writing::{Answered, Base, Marked, Put};
use serde::Deserialize;
use serde_json::json;

use super::look_id;
use super::marking::moment_id;
use super::question::question;
use crate::app::App;
use crate::fault::Answer;
use crate::visit::Anyone;

/// A moment as the script sends it.
#[derive(Deserialize)]
pub(super) struct MomentSent {
    kind: MomentKind,
    whose: Whose,
    strength: Strength,
    start: i64,
    end: i64,
    #[serde(default)]
    note: String,
    #[serde(default)]
    word: String,
    #[serde(default)]
    timeline: i64,
    base: Option<i64>,
}

/// An answer as the script sends it.
#[derive(Deserialize)]
pub(super) struct AnswerSent {
    step: Option<Step>,
    #[serde(default)]
    text: String,
    #[serde(default)]
    moments: Vec<MomentId>,
    base: Option<i64>,
}

fn told(anyone: &Anyone, put: Put) -> Response {
    match put {
        Put::Kept(Stamp(version)) => Json(json!({ "version": version })).into_response(),
        Put::Changed { theirs, version } => {
            let key = Refusal::ChangedMeanwhile.key();
            let sentence = anyone.visit.words.t(key);
            let body = json!({
                "refusal": key, "sentence": sentence, "theirs": { "text": theirs }, "version": version,
            });
            (StatusCode::CONFLICT, Json(body)).into_response()
        }
    }
}

pub(super) async fn moment(
    State(app): State<App>,
    anyone: Anyone,
    Path((look, id)): Path<(String, String)>,
    Json(sent): Json<MomentSent>,
) -> Answer {
    let base = Base::Version(sent.base.map(Stamp));
    let marked = Marked {
        kind: sent.kind,
        whose: sent.whose,
        strength: sent.strength,
        start: sent.start,
        end: sent.end,
        note: sent.note,
        word: sent.word,
        timeline: sent.timeline,
    };
    let put = app.house.put_moment(&anyone.caller, look_id(&look)?, moment_id(&id)?, marked, base).await?;
    Ok(told(&anyone, put))
}

pub(super) async fn remove(
    State(app): State<App>,
    anyone: Anyone,
    Path((look, id)): Path<(String, String)>,
) -> Answer {
    app.house.remove_moment(&anyone.caller, look_id(&look)?, moment_id(&id)?).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub(super) async fn answer(
    State(app): State<App>,
    anyone: Anyone,
    Path((look, text)): Path<(String, String)>,
    Json(sent): Json<AnswerSent>,
) -> Answer {
    let base = Base::Version(sent.base.map(Stamp));
    let answered = Answered { step: sent.step, text: sent.text, moments: sent.moments };
    let look = look_id(&look)?;
    let put = app.house.put_answer(&anyone.caller, look, question(&text)?, answered, base).await?;
    Ok(told(&anyone, put))
}
