//! Some deeds reach far: into what others said, out of the house, into who may do what. Before one of them people prove
//! anew that it is them, unless they did so a few minutes ago.
//!
//! What they asked is kept in the page that asks for the proof, not by us: it comes back with the proof, and is done.

use askama::Template;
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum_extra::extract::Form;
use practice::Caller;
use practice::identity::factors::{Factors, Proven, Typed};
use serde::Deserialize;
use tower_sessions::Session;

use super::arrival::Arrival;
use super::sign_in::{inner, wait};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::Wrong;
use crate::frame::Frame;
use crate::visit::{Staff, Visit, back, keys};

/// What reaches far: withdrawing for someone, taking out of the house, who may do what, what one proves oneself with.
pub const REACHES_FAR: &[(&str, &str)] = &[
    ("POST", "/register/{id}"),
    ("GET", "/journeys/{id}/file"),
    ("POST", "/people/invitations"),
    ("POST", "/people/invitations/{id}/again"),
    ("POST", "/people/{id}/roles"),
    ("POST", "/people/{id}/ended"),
    ("GET", "/account/second/app"),
    ("POST", "/account/second/app"),
    ("POST", "/account/second/app/check"),
    ("POST", "/account/second/app/remove"),
    ("POST", "/account/second/codes"),
    ("GET", "/account/password"),
    ("POST", "/account/password"),
];

/// Forms that are not kept in a page: passwords are typed anew.
const NEVER_KEPT: &[&str] = &["/account/password"];

/// The names of our own fields; whatever else is in the form is what they asked.
const CODE: &str = "proof-code";
const PASSWORD: &str = "proof-password";
/// The largest form that can be kept in a page and come back.
const FORM_MAX: usize = 1 << 20;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/confirm", post(confirm))
}

#[derive(Template)]
#[template(path = "identity/fresh.html")]
struct FreshPage {
    frame: Frame,
    /// Where the proof goes, and what they asked with it.
    action: String,
    kept: Vec<(String, String)>,
    factors: Factors,
    minutes: i64,
    wrong: Wrong,
}

#[derive(Deserialize)]
struct Confirming {
    next: String,
    #[serde(default, rename = "proof-code")]
    code: String,
    #[serde(default, rename = "proof-password")]
    password: String,
}

/// Whether it is certain now that it is them.
async fn certain(app: &App, visit: &Visit) -> Result<bool, Fault> {
    let (Some(session), Some(member)) = (&visit.session, &visit.member) else { return Ok(false) };
    let at = session.get::<i64>(keys::CONFIRMED).await.map_err(inner)?;
    let fresh =
        at.is_some_and(|at| (0..app.house.settings.fresh_minutes * 60_000).contains(&(visit.now.0 - at)));
    let demo = member.demo && session.get::<bool>(keys::DEMO).await.map_err(inner)?.unwrap_or(false);
    Ok(fresh || demo)
}

/// Stops what reaches far until it is certain that it is them, and then lets through what they asked.
pub(crate) async fn ask(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let far = path.is_some_and(|path| {
        let method = if *request.method() == Method::HEAD { "GET" } else { request.method().as_str() };
        REACHES_FAR.contains(&(method, path))
    });
    let visit = request.extensions().get::<Visit>().cloned();
    // Whoever has no account is the gate's to stop; what a client does in their own place is their own.
    let Some((visit, member)) = visit.and_then(|visit| Some((visit.clone(), visit.member?))).filter(|_| far)
    else {
        return next.run(request).await;
    };
    let caller = Caller::member(member, visit.now);
    match asked(&app, &visit, &caller, request).await {
        Ok(Asked::Certain(request)) => next.run(*request).await,
        Ok(Asked::Not(response)) => response,
        Err(fault) => fault.into_response(),
    }
}

enum Asked {
    Certain(Box<Request>),
    Not(Response),
}

async fn asked(app: &App, visit: &Visit, caller: &Caller, request: Request) -> Result<Asked, Fault> {
    let (parts, body) = request.into_parts();
    if parts.method == Method::GET || parts.method == Method::HEAD {
        if certain(app, visit).await? {
            return Ok(Asked::Certain(Box::new(Request::from_parts(parts, body))));
        }
        let kept = vec![("next".to_owned(), visit.path.clone())];
        let page = form(app, visit, caller, ("/confirm", kept), Wrong::default()).await?;
        return Ok(Asked::Not((StatusCode::FORBIDDEN, page).into_response()));
    }
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    if !(kind.is_empty() || kind.starts_with("application/x-www-form-urlencoded")) {
        return Err(Fault::of(StatusCode::UNSUPPORTED_MEDIA_TYPE, "refusal-form"));
    }
    let too_large = |_| Fault::of(StatusCode::PAYLOAD_TOO_LARGE, "refusal-too-large");
    let bytes = to_bytes(body, FORM_MAX).await.map_err(too_large)?;
    let (own, kept) = parted(&bytes);
    if !certain(app, visit).await? {
        let action = parts.uri.path().to_owned();
        if NEVER_KEPT.contains(&action.as_str()) {
            return Ok(Asked::Not(Redirect::to(&action).into_response()));
        }
        let Some(typed) = own else {
            let page = form(app, visit, caller, (&action, kept), Wrong::default()).await?;
            return Ok(Asked::Not((StatusCode::FORBIDDEN, page).into_response()));
        };
        let arrival = Arrival::of(app, &parts);
        if let Some((status, wrong)) = prove(app, visit, caller, typed, &arrival).await? {
            let page = form(app, visit, caller, (&action, kept), wrong).await?;
            return Ok(Asked::Not((status, page).into_response()));
        }
    }
    let mut request = Request::from_parts(parts, Body::from(encoded(&kept)?));
    // Its length may be another now, and the body knows it.
    request.headers_mut().remove(header::CONTENT_LENGTH);
    request
        .headers_mut()
        .insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/x-www-form-urlencoded"));
    Ok(Asked::Certain(Box::new(request)))
}

/// What proves them, if it came along, apart from what they asked.
fn parted(bytes: &Bytes) -> (Option<Typed>, Vec<(String, String)>) {
    let fields: Vec<(String, String)> = serde_urlencoded::from_bytes(bytes).unwrap_or_default();
    let (own, kept): (Vec<_>, Vec<_>) =
        fields.into_iter().partition(|(name, _)| name == CODE || name == PASSWORD);
    let typed = own
        .into_iter()
        .next()
        .map(|(name, value)| if name == CODE { Typed::Code(value) } else { Typed::Password(value) });
    (typed, kept)
}

fn encoded(fields: &[(String, String)]) -> Result<String, Fault> {
    serde_urlencoded::to_string(fields).map_err(|e| practice::Error::Inner(format!("form: {e}")).into())
}

/// Proves them, or says why not.
async fn prove(
    app: &App,
    visit: &Visit,
    caller: &Caller,
    typed: Typed,
    arrival: &Arrival,
) -> Result<Option<(StatusCode, Wrong)>, Fault> {
    let key = if matches!(typed, Typed::Code(_)) { "invalid-code" } else { "invalid-password-wrong" };
    match app.house.prove(caller, typed, &arrival.whence()).await? {
        Proven::Wrong => Ok(Some((StatusCode::UNPROCESSABLE_ENTITY, Wrong::of("proof", visit.words.t(key))))),
        Proven::Wait(ms) => {
            Ok(Some((StatusCode::TOO_MANY_REQUESTS, Wrong::of("proof", wait(visit.words, ms)))))
        }
        Proven::Yes | Proven::ByPaper(_) => {
            if let Some(session) = &visit.session {
                session.insert(keys::CONFIRMED, visit.now.0).await.map_err(inner)?;
            }
            Ok(None)
        }
    }
}

async fn form(
    app: &App,
    visit: &Visit,
    caller: &Caller,
    (action, kept): (&str, Vec<(String, String)>),
    wrong: Wrong,
) -> Answer {
    Ok(page(&FreshPage {
        frame: visit.frame("fresh-title"),
        action: action.to_owned(),
        kept,
        factors: app.house.factors(caller).await?,
        minutes: app.house.settings.fresh_minutes,
        wrong,
    }))
}

/// The proof before a page that reaches far; then on to that page.
async fn confirm(
    State(app): State<App>,
    staff: Staff,
    session: Session,
    arrival: Arrival,
    Form(sent): Form<Confirming>,
) -> Answer {
    let next = back(&sent.next).to_owned();
    let mut visit = staff.visit.clone();
    visit.session = Some(session);
    let typed =
        if sent.password.is_empty() { Typed::Code(sent.code) } else { Typed::Password(sent.password) };
    if let Some((status, wrong)) = prove(&app, &visit, &staff.caller, typed, &arrival).await? {
        let kept = vec![("next".to_owned(), next)];
        let page = form(&app, &visit, &staff.caller, ("/confirm", kept), wrong).await?;
        return Ok((status, page).into_response());
    }
    Ok(Redirect::to(&next).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doors::{DOORS, Who};

    #[test]
    fn what_reaches_far_is_a_door_that_asks_for_an_account() {
        for (method, path) in REACHES_FAR {
            let door = DOORS.iter().find(|door| door.method == *method && door.path == *path);
            assert!(
                door.is_some_and(|door| !matches!(door.who, Who::Anyone | Who::Guest)),
                "{method} {path}"
            );
        }
    }

    #[test]
    fn what_they_asked_comes_back_as_it_was() {
        let sent = Bytes::from_static(b"roles=coach&roles=manager&proof-code=123456&note=a%26b%3D%C3%A9+x");
        let (typed, kept) = parted(&sent);
        assert!(matches!(typed, Some(Typed::Code(code)) if code == "123456"));
        assert_eq!(encoded(&kept).unwrap(), "roles=coach&roles=manager&note=a%26b%3D%C3%A9+x");
    }
}
