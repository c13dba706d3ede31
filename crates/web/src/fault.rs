//! What goes wrong, as an answer in the reader's language.
//!
//! What a person can mend gets its sentence; what they cannot gets a reference number, and the log a line with
//! that number and the kind of failure, never a text.

use askama::Template;
use axum::Json;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use method::Refusal;
use practice::Error;

use crate::app::{App, page};
use crate::frame::Frame;
use crate::visit::Visit;

/// An error on its way to becoming a page.
#[derive(Debug)]
pub struct Fault {
    status: StatusCode,
    key: &'static str,
    purpose: Option<&'static str>,
    reference: Option<String>,
    /// What the sentence names: `$max` and the like.
    named: Vec<(&'static str, String)>,
}

/// A handler's result.
pub type Answer<T = Response> = Result<T, Fault>;

impl Fault {
    /// There is no such thing, at least not for this reader.
    #[must_use]
    pub const fn unknown() -> Self {
        Self::of(StatusCode::NOT_FOUND, "refusal-unknown")
    }

    /// A refusal that only the web knows, with its sentence.
    #[must_use]
    pub const fn of(status: StatusCode, key: &'static str) -> Self {
        Self { status, key, purpose: None, reference: None, named: Vec::new() }
    }

    fn failure(kind: &str) -> Self {
        let reference = uuid::Uuid::new_v4().simple().to_string()[..8].to_uppercase();
        tracing::error!(reference, kind, "a deed failed");
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Self { reference: Some(reference), ..Self::of(status, "refusal-failure") }
    }

    /// The same, with a value that its sentence names.
    #[must_use]
    pub fn naming(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.named.push((name, value.into()));
        self
    }

    /// The key of its sentence.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// The status it will be answered with.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        let status = match refusal {
            Refusal::Unknown => StatusCode::NOT_FOUND,
            Refusal::ConsentWithdrawn | Refusal::Retention => StatusCode::GONE,
            Refusal::LookSealed
            | Refusal::NotesOffered
            | Refusal::TryoutTold
            | Refusal::ChangedMeanwhile
            | Refusal::CardTurned
            | Refusal::RecordingPresent
            | Refusal::DialogueEnded
            | Refusal::NotLeading
            | Refusal::LeaderThere
            | Refusal::AlternativeTried
            | Refusal::JourneyClosed
            | Refusal::TimesMoved
            | Refusal::CutBusy
            | Refusal::CutEarly
            | Refusal::HandoverOther => StatusCode::CONFLICT,
            Refusal::TakenOften => StatusCode::TOO_MANY_REQUESTS,
            Refusal::LookEmpty
            | Refusal::NotesEmpty
            | Refusal::NotesUndecided
            | Refusal::CutNothing
            | Refusal::CutAll
            | Refusal::Position => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::FORBIDDEN,
        };
        let purpose = if let Refusal::Purpose(purpose) = refusal { Some(purpose.key()) } else { None };
        Self { purpose, ..Self::of(status, refusal.key()) }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(refusal) => refusal.into(),
            Error::Invalid { key, .. } => Self::of(StatusCode::UNPROCESSABLE_ENTITY, key),
            // Database errors can quote values, so only their kind is logged.
            Error::Records(_) => Self::failure("records"),
            Error::Full => Self::of(StatusCode::INSUFFICIENT_STORAGE, "refusal-disk"),
            Error::Vault(_) => Self::failure("vault"),
            Error::Inner(what) => Self::failure(&what),
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(std::sync::Arc::new(self));
        response
    }
}

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage {
    frame: Frame,
    sentence: String,
}

/// Whether a script asks, and reads JSON.
pub(crate) fn wants_json(headers: &axum::http::HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("application/json"))
}

/// Turns faults, and the bare refusals of the framework, into pages or JSON in the reader's language.
pub async fn render(State(app): State<App>, request: Request, next: Next) -> Response {
    let wants_json = wants_json(request.headers());
    let (parts, body) = request.into_parts();
    let visit = Visit::of(&app, &parts).await;
    let (method, door) = (parts.method.clone(), parts.extensions.get::<MatchedPath>().cloned());
    let mut request = Request::from_parts(parts, body);
    request.extensions_mut().insert(visit.clone());
    let response = next.run(request).await;
    let status = response.status();
    let fault = match response.extensions().get::<std::sync::Arc<Fault>>() {
        Some(fault) => std::sync::Arc::clone(fault),
        None if is_bare(&response) => std::sync::Arc::new(bare(status)),
        None => return response,
    };
    note(&visit, door.as_ref(), &method, &fault, status);
    let phone = visit.terms(&app).await.map(|terms| terms.phone).unwrap_or_default();
    let mut message = visit.words.with(fault.key).s("phone", phone);
    if let Some(reference) = &fault.reference {
        message = message.s("code", reference);
    }
    if let Some(purpose) = fault.purpose {
        message = message.s("purpose", visit.words.t(&format!("consent-{purpose}-name")));
    }
    for (name, value) in &fault.named {
        message = message.s(name, value);
    }
    let sentence = message.to_string();
    let mut answer = if wants_json {
        Json(serde_json::json!({ "refusal": fault.key, "sentence": sentence })).into_response()
    } else {
        page(&FaultPage { frame: visit.frame("fault-title"), sentence })
    };
    *answer.status_mut() = status;
    // What the handler said beside its refusal stays: a protocol's own headers.
    for (name, value) in response.headers() {
        if ![header::CONTENT_TYPE, header::CONTENT_LENGTH].contains(name) {
            answer.headers_mut().insert(name, value.clone());
        }
    }
    answer
}

/// The same line for a refusal that gets a page of its own.
pub(crate) fn refused(parts: &axum::http::request::Parts, visit: &Visit, refused: &Response) {
    if let Some(fault) = refused.extensions().get::<std::sync::Arc<Fault>>() {
        note(visit, parts.extensions.get::<MatchedPath>(), &parts.method, fault, refused.status());
    }
}

/// A line in the log for whoever keeps watch: which door said no to whom, and why; never what they asked about.
fn note(visit: &Visit, door: Option<&MatchedPath>, method: &Method, fault: &Fault, status: StatusCode) {
    let door = door.map_or("", MatchedPath::as_str);
    let who = visit.member.as_ref().map(|member| member.id.to_string());
    let who = who.or_else(|| visit.participant.map(|id| id.to_string())).unwrap_or_default();
    tracing::info!(status = status.as_u16(), refusal = fault.key, %method, door, who, "refused");
}

/// Whether the framework itself refused: an error without a page of ours.
fn is_bare(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let ours = response.extensions().get::<Plain>().is_some();
    response.status().is_client_error() && !ours && kind.is_none_or(|kind| kind.starts_with("text/plain"))
}

/// Marks an answer that is meant for a program and stays as it is (the upload protocol).
#[derive(Clone, Copy, Debug)]
pub struct Plain;

const fn bare(status: StatusCode) -> Fault {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::of(status, "refusal-too-large"),
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            Fault::of(status, "refusal-form")
        }
        _ => Fault::of(status, "refusal-unknown"),
    }
}
