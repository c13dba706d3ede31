//! Uploads that can be taken up again: tus 1.0 with creation, deferred length, termination.
//!
//! Bodies are streamed straight into the vault. What a broken connection had brought is kept, and
//! `Upload-Offset` is always what is durable. A refusal carries its sentence in the reader's language.

mod headers;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{head, post};
use axum::{Extension, Router, middleware};
use bytes::Bytes;
use futures::{Stream, StreamExt};
use method::ids::{ConversationId, RecordingId};
use method::time::Stamp;
use practice::recording::{Incoming, Maker, Took, Upload};
use practice::{Caller, House};

use self::headers::Unreadable;
use super::turns::{Turn, Turns};
use crate::app::App;
use crate::fault::{Answer, Fault, Plain};
use crate::visit::Staff;

/// How long a sender may be silent before what it brought is put away and the turn is free.
const SILENCE: Duration = Duration::from_secs(60);

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/tus/{conversation}", post(create).options(options))
        .route("/tus/{conversation}/{recording}", head(offset).patch(take).delete(end).options(options))
        .layer(middleware::map_response(say_version))
}

async fn say_version(mut response: Response) -> Response {
    response.headers_mut().insert(headers::RESUMABLE, headers::VERSION);
    response
}

/// What the server can do, for a client that asks first.
async fn options(State(app): State<App>) -> Response {
    let max = HeaderValue::from(app.house.settings.upload_max);
    let extensions = "creation,creation-with-upload,creation-defer-length,termination";
    let said = [
        (headers::VERSIONS, headers::VERSION),
        (headers::EXTENSIONS, HeaderValue::from_static(extensions)),
        (headers::MAX_SIZE, max),
    ];
    (StatusCode::NO_CONTENT, said).into_response()
}

/// An answer for the protocol only, which no page replaces.
fn plain(status: StatusCode, said: &[(HeaderName, HeaderValue)]) -> Response {
    let mut response = status.into_response();
    response.headers_mut().extend(said.iter().cloned());
    response.extensions_mut().insert(Plain);
    response
}

fn other_version() -> Response {
    plain(StatusCode::PRECONDITION_FAILED, &[(headers::VERSIONS, headers::VERSION)])
}

const fn unreadable(_: Unreadable) -> Fault {
    Fault::of(StatusCode::BAD_REQUEST, "refusal-form")
}

/// The upload that an address names; an address that names none is unknown.
fn named(conversation: &str, recording: &str) -> Result<(ConversationId, RecordingId), Fault> {
    let ids = ConversationId::parse(conversation).zip(RecordingId::parse(recording));
    ids.ok_or_else(Fault::unknown)
}

/// The type that a sender says its bytes have. Only ever a hint.
pub(crate) fn told_type(asked: &HeaderMap) -> Option<String> {
    headers::metadata(asked).ok().and_then(|told| told.kind)
}

async fn create(
    State(app): State<App>,
    Extension(turns): Extension<Arc<Turns>>,
    staff: Staff,
    Path(conversation): Path<String>,
    asked: HeaderMap,
    body: Body,
) -> Answer {
    if !headers::speaks_ours(&asked) {
        return Ok(other_version());
    }
    let conversation = ConversationId::parse(&conversation).ok_or_else(Fault::unknown)?;
    let length = headers::length(&asked).map_err(unreadable)?;
    let told = headers::metadata(&asked).map_err(unreadable)?;
    if length.is_some_and(|length| length > app.house.settings.upload_max) {
        return Err(super::too_large(&app));
    }
    let maker = if told.from_camera { Maker::Camera } else { Maker::File };
    let (file_name, content_type) = (told.name.as_deref(), told.kind.as_deref());
    let incoming = Incoming { maker, length, file_name, content_type };
    let id = app.house.begin_recording(&staff.caller, conversation, &incoming).await?;
    let place = HeaderValue::from_str(&format!("/tus/{conversation}/{id}"));
    let place = (header::LOCATION, place.map_err(|_| Fault::unknown())?);
    if !headers::brings_a_part(&asked) {
        return Ok(plain(StatusCode::CREATED, &[place]));
    }
    let turn = super::turn_at(&app, &turns, &staff.caller, conversation, id).await?;
    let upload =
        Arriving { caller: staff.caller, conversation, id, at: 0 }.take(&app.house, turn, body).await?;
    Ok(plain(StatusCode::CREATED, &[place, (headers::OFFSET, HeaderValue::from(upload.offset))]))
}

async fn offset(
    State(app): State<App>,
    Extension(turns): Extension<Arc<Turns>>,
    staff: Staff,
    Path((conversation, recording)): Path<(String, String)>,
    asked: HeaderMap,
) -> Answer {
    if !headers::speaks_ours(&asked) {
        return Ok(other_version());
    }
    let (conversation, id) = named(&conversation, &recording)?;
    let _turn = super::turn_at(&app, &turns, &staff.caller, conversation, id).await?;
    let upload = app.house.upload(&staff.caller, conversation, id).await?;
    let mut said = vec![(headers::OFFSET, HeaderValue::from(upload.offset))];
    said.push(match upload.length {
        Some(length) => (headers::LENGTH, HeaderValue::from(length)),
        None => (headers::DEFER, HeaderValue::from_static("1")),
    });
    let told = headers::told(upload.file_name.as_deref(), upload.content_type.as_deref());
    said.extend(told.map(|told| (headers::METADATA, told)));
    Ok(plain(StatusCode::OK, &said))
}

async fn take(
    State(app): State<App>,
    Extension(turns): Extension<Arc<Turns>>,
    staff: Staff,
    Path((conversation, recording)): Path<(String, String)>,
    asked: HeaderMap,
    body: Body,
) -> Answer {
    if !headers::speaks_ours(&asked) {
        return Ok(other_version());
    }
    if !headers::brings_a_part(&asked) {
        return Err(Fault::of(StatusCode::UNSUPPORTED_MEDIA_TYPE, "refusal-form"));
    }
    let (conversation, id) = named(&conversation, &recording)?;
    let at = headers::number(&asked, &headers::OFFSET)
        .map_err(unreadable)?
        .ok_or_else(|| unreadable(Unreadable))?;
    let length = headers::number(&asked, &headers::LENGTH).map_err(unreadable)?;
    let turn = super::turn_at(&app, &turns, &staff.caller, conversation, id).await?;
    let upload = app.house.upload(&staff.caller, conversation, id).await?;
    if let Some(length) = length {
        app.house.set_recording_length(&staff.caller, conversation, id, length).await?;
    }
    let brings = headers::number(&asked, &header::CONTENT_LENGTH).map_err(unreadable)?.unwrap_or(0);
    let most = length.or(upload.length).unwrap_or(app.house.settings.upload_max);
    if at.saturating_add(brings) > most {
        return Err(super::too_large(&app));
    }
    let upload = Arriving { caller: staff.caller, conversation, id, at }.take(&app.house, turn, body).await?;
    Ok(plain(StatusCode::NO_CONTENT, &[(headers::OFFSET, HeaderValue::from(upload.offset))]))
}

async fn end(
    State(app): State<App>,
    Extension(turns): Extension<Arc<Turns>>,
    staff: Staff,
    Path((conversation, recording)): Path<(String, String)>,
    asked: HeaderMap,
) -> Answer {
    if !headers::speaks_ours(&asked) {
        return Ok(other_version());
    }
    let (conversation, id) = named(&conversation, &recording)?;
    let _turn = super::turn_at(&app, &turns, &staff.caller, conversation, id).await?;
    app.house.discard_recording(&staff.caller, conversation, id).await?;
    Ok(plain(StatusCode::NO_CONTENT, &[]))
}

/// A part of an upload on its way in.
struct Arriving {
    caller: Caller,
    conversation: ConversationId,
    id: RecordingId,
    at: u64,
}

impl Arriving {
    /// Takes the body in a task of its own, so that what a broken connection had brought is still put away.
    async fn take(self, house: &Arc<House>, turn: Turn, body: Body) -> Result<Upload, Fault> {
        let house = Arc::clone(house);
        let taking = tokio::spawn(async move {
            let body = pieces(body).take_until(turn.wanted());
            let took = house.receive(&self.caller, self.conversation, self.id, self.at, body).await?;
            // A long upload ends at another time than it began.
            let caller = Caller { now: Stamp::from(jiff::Timestamp::now()), ..self.caller };
            match took {
                Took::All { .. } => Ok(house.upload(&caller, self.conversation, self.id).await?),
                Took::Part { .. } => Err(Fault::of(StatusCode::PAYLOAD_TOO_LARGE, "refusal-form")),
                Took::Elsewhere { .. } => Err(Fault::of(StatusCode::CONFLICT, "refusal-upload-elsewhere")),
            }
        });
        match taking.await {
            Ok(taken) => taken,
            Err(error) => Err(practice::Error::Inner(format!("upload: {error}")).into()),
        }
    }
}

/// A body as pieces; a sender who is silent too long has broken off.
fn pieces(body: Body) -> impl Stream<Item = io::Result<Bytes>> + Send {
    let pieces = tokio_stream::StreamExt::timeout(body.into_data_stream(), SILENCE);
    pieces.map(|piece| match piece {
        Ok(piece) => piece.map_err(io::Error::other),
        Err(silence) => Err(io::Error::other(silence)),
    })
}
