//! What the coach writes: by the script as JSON, each note on the version it builds on, and by forms without a script.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{post, put};
use axum::{Form, Json, Router};
use method::Refusal;
use method::ids::{InterviewId, NoteId, RecordingId};
use method::time::Stamp;
use practice::Error;
use practice::interview::{Typed, Wrote};
use practice::looking::writing::Base;
use serde::Deserialize;
use serde_json::json;

use super::desk::{back_to, topic};
use super::{id, note_id};
use crate::app::App;
use crate::fault::{Answer, Fault};
use crate::recording::cutting::moved;
use crate::visit::Staff;
use crate::words::read_position;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/interviews/{id}/notes/{note}", put(save).post(keep).delete(remove))
        .route("/interviews/{id}/notes/{note}/remove", post(take_away))
        .route("/interviews/{id}/notes/{note}/thought", post(share))
}

/// A note as it comes in; times as people write them.
#[derive(Deserialize)]
struct Sent {
    topic: String,
    #[serde(default)]
    at: String,
    #[serde(default)]
    sound: String,
    #[serde(default)]
    sound_at: i64,
    #[serde(default)]
    text: String,
    #[serde(default)]
    thought: String,
    #[serde(default)]
    timeline: i64,
    base: Option<i64>,
    /// Which conversation to go back to, from a form.
    #[serde(default)]
    conversation: String,
}

impl Sent {
    fn typed(&self) -> Result<Typed, Fault> {
        let at = match self.at.trim() {
            "" => None,
            text => Some(read_position(text).ok_or(Error::invalid("at", "invalid-place"))?),
        };
        Ok(Typed {
            topic: topic(&self.topic)?,
            at,
            sound: RecordingId::parse(&self.sound).map(|sound| (sound, self.sound_at)),
            text: self.text.clone(),
            thought: self.thought.clone(),
            timeline: self.timeline,
        })
    }
}

fn ids((interview, note): &(String, String)) -> Result<(InterviewId, NoteId), Fault> {
    Ok((id(interview)?, note_id(note)?))
}

async fn save(
    State(app): State<App>,
    staff: Staff,
    Path(path): Path<(String, String)>,
    Json(sent): Json<Sent>,
) -> Answer {
    let (interview, note) = ids(&path)?;
    let base = Base::Version(sent.base.map(Stamp));
    match app.house.put_note(&staff.caller, interview, note, sent.typed()?, base).await? {
        Wrote::Kept(Stamp(version)) => Ok(Json(json!({ "version": version })).into_response()),
        Wrote::Changed { theirs, version } => {
            let key = Refusal::ChangedMeanwhile.key();
            let sentence = staff.visit.words.t(key);
            let body = json!({
                "refusal": key, "sentence": sentence, "theirs": { "text": theirs }, "version": version,
            });
            Ok((StatusCode::CONFLICT, Json(body)).into_response())
        }
    }
}

async fn remove(State(app): State<App>, staff: Staff, Path(path): Path<(String, String)>) -> Answer {
    let (interview, note) = ids(&path)?;
    app.house.remove_note(&staff.caller, interview, note).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn keep(
    State(app): State<App>,
    staff: Staff,
    Path(path): Path<(String, String)>,
    Form(sent): Form<Sent>,
) -> Answer {
    let (interview, note) = ids(&path)?;
    match app.house.put_note(&staff.caller, interview, note, sent.typed()?, Base::Whatever).await {
        Err(Error::Refused(Refusal::TimesMoved)) => {
            let back =
                format!("/conversations/{}/interview", crate::conversation::show::id(&sent.conversation)?);
            return Ok(moved(&staff.visit, back, vec![sent.text, sent.thought]));
        }
        other => other?,
    };
    home(&sent.conversation)
}

/// Only where to go back to.
#[derive(Deserialize)]
struct From {
    #[serde(default)]
    conversation: String,
}

async fn take_away(
    State(app): State<App>,
    staff: Staff,
    Path(path): Path<(String, String)>,
    Form(from): Form<From>,
) -> Answer {
    let (interview, note) = ids(&path)?;
    app.house.remove_note(&staff.caller, interview, note).await?;
    home(&from.conversation)
}

async fn share(State(app): State<App>, staff: Staff, Path(path): Path<(String, String)>) -> Answer {
    let (interview, note) = ids(&path)?;
    Ok(back_to(app.house.share_thought(&staff.caller, interview, note).await?))
}

fn home(conversation: &str) -> Answer<Response> {
    Ok(back_to(crate::conversation::show::id(conversation)?))
}
