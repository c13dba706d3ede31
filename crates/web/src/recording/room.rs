//! The room itself: what there is of a recording, and what can be done with it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Extension, Form, Json, Router};
use method::ids::{ConversationId, ObjectId, RecordingId};
use method::recording::RecordingState;
use practice::recording::{Maker, Upload};
use serde::Deserialize;

use super::turns::Turns;
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::{Words, position};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/recording", get(show))
        .route("/conversations/{id}/recording/camera", get(camera))
        .route("/conversations/{id}/recording/file", get(file))
        .route("/conversations/{id}/recording/state", get(state))
        .route("/conversations/{id}/recording/close", post(close))
        .route("/conversations/{id}/recording/discard", post(discard))
        .route("/conversations/{id}/recording/again", post(again))
}

/// What there is of a recording, in words.
enum There {
    Nothing { refusal: Option<String> },
    Camera { kept: String },
    File { kept: String },
    Working { progress: i64, said: String },
    Failed,
    Cutting,
    Ready { length: String, spoken: String, cut_short: bool, object: ObjectId, picture: bool },
}

#[derive(Template)]
#[template(path = "recording/room.html")]
struct RoomPage {
    frame: Frame,
    id: ConversationId,
    recording: String,
    there: There,
}

#[derive(Template)]
#[template(path = "recording/camera.html")]
struct CameraPage {
    frame: Frame,
    id: ConversationId,
}

#[derive(Template)]
#[template(path = "recording/file.html")]
struct FilePage {
    frame: Frame,
    id: ConversationId,
    max: u64,
    max_said: String,
    /// The beginning of a file that is there already: its address, name and length.
    begun: Option<(String, String, u64)>,
}

/// Which recording a button is about: a page may be older than what it shows.
#[derive(Deserialize)]
struct About {
    recording: String,
}

impl About {
    fn id(&self) -> Result<RecordingId, Fault> {
        RecordingId::parse(&self.recording).ok_or_else(Fault::unknown)
    }
}

fn conversation(text: &str) -> Result<ConversationId, Fault> {
    ConversationId::parse(text).ok_or_else(Fault::unknown)
}

fn there(words: Words, upload: Option<&Upload>) -> There {
    let Some(upload) = upload else { return There::Nothing { refusal: None } };
    let kept = super::size(upload.offset);
    match (upload.state, upload.maker) {
        (RecordingState::Refused, _) => {
            let refusal = upload.refusal.as_deref().unwrap_or("refusal-file-broken");
            There::Nothing { refusal: Some(words.t(refusal)) }
        }
        (RecordingState::Arriving, Maker::Camera) => {
            There::Camera { kept: words.with("recording-kept").s("kept", kept).to_string() }
        }
        (RecordingState::Arriving, Maker::File) => {
            let all = upload.length.map(super::size).unwrap_or_default();
            let name = upload.file_name.clone().unwrap_or_else(|| words.t("recording-file-unnamed"));
            let said = words.with("recording-file-begun").s("name", name).s("kept", kept).s("all", all);
            There::File { kept: said.to_string() }
        }
        (RecordingState::Whole, _) if upload.failed => There::Failed,
        (RecordingState::Whole, _) => {
            There::Working { progress: upload.progress, said: progress(words, upload) }
        }
        (RecordingState::Cutting, _) => There::Cutting,
        (RecordingState::Ready, _) => {
            let ms = upload.duration_ms.unwrap_or(0);
            let lasts = |time: String| words.with("recording-lasts").s("time", time).to_string();
            let (object, picture) = (upload.object, upload.picture);
            let (length, spoken) = (lasts(position(ms)), lasts(words.spoken(&ms)));
            There::Ready { length, spoken, cut_short: upload.cut_short, object, picture }
        }
    }
}

fn progress(words: Words, upload: &Upload) -> String {
    words.with("recording-working").a("percent", upload.progress).to_string()
}

async fn show(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let id = conversation(&id)?;
    let upload = app.house.recording(&staff.caller, id).await?;
    Ok(page(&RoomPage {
        frame: staff.visit.frame("recording-title"),
        id,
        recording: upload.as_ref().map(|upload| upload.id.to_string()).unwrap_or_default(),
        there: there(staff.visit.words, upload.as_ref()),
    }))
}

/// A recording may begin only where none is; otherwise back to the room, which says what there is.
async fn camera(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let id = conversation(&id)?;
    let upload = app.house.recording(&staff.caller, id).await?;
    if upload.is_some_and(|upload| !upload.state.makes_room()) {
        return Ok(room(id));
    }
    Ok(page(&CameraPage { frame: staff.visit.frame("recording-camera-title"), id }))
}

async fn file(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let id = conversation(&id)?;
    let upload = app.house.recording(&staff.caller, id).await?.filter(|upload| !upload.state.makes_room());
    let begun = match upload {
        None => None,
        Some(Upload {
            id: recording,
            state: RecordingState::Arriving,
            maker: Maker::File,
            file_name,
            length,
            ..
        }) => Some((format!("/tus/{id}/{recording}"), file_name.unwrap_or_default(), length.unwrap_or(0))),
        Some(_) => return Ok(room(id)),
    };
    let max = app.house.settings.upload_max;
    let frame = staff.visit.frame("recording-file-title");
    Ok(page(&FilePage { frame, id, max, max_said: super::size(max), begun }))
}

/// How far it is, for a page that waits for it.
async fn state(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let upload = app.house.recording(&staff.caller, conversation(&id)?).await?;
    let upload = upload.ok_or_else(Fault::unknown)?;
    let state = if upload.failed { "failed" } else { upload.state.key() };
    let said = progress(staff.visit.words, &upload);
    let body = serde_json::json!({ "state": state, "progress": upload.progress, "said": said });
    Ok(Json(body).into_response())
}

async fn close(
    State(app): State<App>,
    Extension(turns): Extension<Arc<Turns>>,
    staff: Staff,
    Path(id): Path<String>,
    Form(about): Form<About>,
) -> Answer {
    let (id, recording) = (conversation(&id)?, about.id()?);
    let _turn = super::turn_at(&app, &turns, &staff.caller, id, recording).await?;
    app.house.close_recording(&staff.caller, id, recording).await?;
    Ok(room(id))
}

async fn discard(
    State(app): State<App>,
    Extension(turns): Extension<Arc<Turns>>,
    staff: Staff,
    Path(id): Path<String>,
    Form(about): Form<About>,
) -> Answer {
    let (id, recording) = (conversation(&id)?, about.id()?);
    let _turn = super::turn_at(&app, &turns, &staff.caller, id, recording).await?;
    app.house.discard_recording(&staff.caller, id, recording).await?;
    Ok(room(id))
}

async fn again(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(about): Form<About>,
) -> Answer {
    let id = conversation(&id)?;
    app.house.try_recording_again(&staff.caller, id, about.id()?).await?;
    Ok(room(id))
}

fn room(id: ConversationId) -> axum::response::Response {
    Redirect::to(&format!("/conversations/{id}/recording")).into_response()
}
