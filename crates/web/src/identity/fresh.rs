//! Some deeds reach far: into what others said, out of the house, into who may do what. Before one of them people prove
//! anew that it is them, unless they did so a few minutes ago.
//!
//! What they asked is kept in the page that asks for the proof, not by us: it comes back with the proof, and is done.

use askama::Template;
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum_extra::extract::Form;
use practice::Caller;
use practice::identity::factors::{Factors, Proven, Typed};
use serde::Deserialize;

use super::arrival::Arrival;
use super::passkey;
use super::provider;
use super::sign_in::{inner, wait};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::Wrong;
use crate::frame::Frame;
use crate::visit::{Staff, Visit, back, keys};

/// What reaches far: withdrawing for someone, taking out of the house, who may do what, what one proves oneself with.
pub const REACHES_FAR: &[(&str, &str)] = &[
    ("POST", "/register/{id}"),
    ("POST", "/privacy/breach/file"),
    ("POST", "/register/{id}/link"),
    ("GET", "/journeys/{id}/file"),
    ("GET", "/journeys/{id}/paper"),
    ("GET", "/conversations/{id}/worksheet/paper"),
    ("GET", "/conversations/{id}/dialogue/paper"),
    ("GET", "/tryouts/{id}/plan/paper"),
    ("GET", "/tryouts/{id}/card/paper"),
    ("POST", "/people/invitations"),
    ("POST", "/people/invitations/{id}/again"),
    ("POST", "/people/{id}/roles"),
    ("POST", "/people/{id}/ended"),
    ("GET", "/account/second/app"),
    ("POST", "/account/second/app"),
    ("POST", "/account/second/app/check"),
    ("POST", "/account/second/app/remove"),
    ("POST", "/account/second/codes"),
    ("GET", "/account/second/passkeys/new"),
    ("POST", "/account/second/passkeys"),
    ("POST", "/account/second/passkeys/{id}/remove"),
    ("GET", "/account/password"),
    ("POST", "/account/password"),
];

/// Forms that are not kept in a page: passwords are typed anew.
const NEVER_KEPT: &[&str] = &["/account/password"];

/// The names of our own fields; whatever else is in the form is what they asked.
const CODE: &str = "proof-code";
const PASSWORD: &str = "proof-password";
const PASSKEY: &str = "proof-passkey";
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
    /// Whether they have a passkey that works here.
    passkey: bool,
    minutes: i64,
    wrong: Wrong,
    /// Where they prove themselves at the organisation's provider, and what people call it.
    provider: Option<(String, String)>,
}

#[derive(Deserialize)]
struct Confirming {
    next: String,
    #[serde(default, rename = "proof-code")]
    code: String,
    #[serde(default, rename = "proof-password")]
    password: String,
    #[serde(default, rename = "proof-passkey")]
    passkey: String,
}

/// A proof as it was sent; the field that is filled counts.
#[derive(Debug)]
struct Sent {
    code: String,
    password: String,
    passkey: String,
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
        let asking = Asking { app, visit, caller, headers: &parts.headers };
        let page = asking.form("/confirm", kept, Wrong::default()).await?;
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
        let asking = Asking { app, visit, caller, headers: &parts.headers };
        let action = parts.uri.path().to_owned();
        if NEVER_KEPT.contains(&action.as_str()) {
            return Ok(Asked::Not(Redirect::to(&action).into_response()));
        }
        let Some(sent) = own else {
            let page = asking.form(&action, kept, Wrong::default()).await?;
            return Ok(Asked::Not((StatusCode::FORBIDDEN, page).into_response()));
        };
        let arrival = Arrival::of(app, &parts);
        if let Some((status, wrong)) = asking.prove(sent, &arrival).await? {
            let page = asking.form(&action, kept, wrong).await?;
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
fn parted(bytes: &Bytes) -> (Option<Sent>, Vec<(String, String)>) {
    let fields: Vec<(String, String)> = serde_urlencoded::from_bytes(bytes).unwrap_or_default();
    let ours = |name: &str| [CODE, PASSWORD, PASSKEY].contains(&name);
    let (own, kept): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, _)| ours(name));
    if own.is_empty() {
        return (None, kept);
    }
    let field = |wanted: &str| {
        let found = own.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    (Some(Sent { code: field(CODE), password: field(PASSWORD), passkey: field(PASSKEY) }), kept)
}

fn encoded(fields: &[(String, String)]) -> Result<String, Fault> {
    serde_urlencoded::to_string(fields).map_err(|e| practice::Error::Inner(format!("form: {e}")).into())
}

/// Somebody who is asked for a proof.
struct Asking<'a> {
    app: &'a App,
    visit: &'a Visit,
    caller: &'a Caller,
    headers: &'a HeaderMap,
}

impl Asking<'_> {
    /// What they sent, as what it can prove.
    async fn typed(&self, sent: Sent) -> Result<Typed, Fault> {
        let (Some(session), false) = (&self.visit.session, sent.passkey.is_empty()) else {
            let by_password = !sent.password.is_empty();
            return Ok(if by_password { Typed::Password(sent.password) } else { Typed::Code(sent.code) });
        };
        let here = passkey::origin(self.app, self.headers);
        let said = passkey::answered(here, session, keys::PASSKEY, self.visit, sent.passkey).await?;
        Ok(said.map_or(Typed::Code(String::new()), Typed::Passkey))
    }

    /// Proves them, or says why not.
    async fn prove(&self, sent: Sent, arrival: &Arrival) -> Result<Option<(StatusCode, Wrong)>, Fault> {
        let words = self.visit.words;
        let typed = self.typed(sent).await?;
        let key = match typed {
            Typed::Code(_) => "invalid-code",
            Typed::Passkey(_) => "invalid-passkey",
            Typed::Password(_) => "invalid-password-wrong",
        };
        match self.app.house.prove(self.caller, typed, &arrival.whence()).await? {
            Proven::Wrong => Ok(Some((StatusCode::UNPROCESSABLE_ENTITY, Wrong::of("proof", words.t(key))))),
            Proven::Wait(ms) => {
                Ok(Some((StatusCode::TOO_MANY_REQUESTS, Wrong::of("proof", wait(words, ms)))))
            }
            Proven::Yes | Proven::ByPaper(_) => {
                if let Some(session) = &self.visit.session {
                    session.insert(keys::CONFIRMED, self.visit.now.0).await.map_err(inner)?;
                }
                Ok(None)
            }
        }
    }

    /// Where they prove themselves at the organisation's provider, and what people call it.
    async fn provider(&self, action: &str, kept: &[(String, String)]) -> Answer<Option<(String, String)>> {
        let Some(provider) = &self.app.provider else { return Ok(None) };
        if !provider::may_confirm(self.app, self.visit).await? {
            return Ok(None);
        }
        let query = serde_urlencoded::to_string([("next", page_of(action, kept))]).unwrap_or_default();
        Ok(Some((format!("/confirm/provider?{query}"), provider.name().to_owned())))
    }

    /// The page that asks, with what they asked in it.
    async fn form(&self, action: &str, kept: Vec<(String, String)>, wrong: Wrong) -> Answer {
        let factors = self.app.house.factors(self.caller).await?;
        Ok(page(&FreshPage {
            provider: self.provider(action, &kept).await?,
            frame: self.visit.frame("fresh-title"),
            action: action.to_owned(),
            kept,
            passkey: factors.passkeys > 0 && passkey::origin(self.app, self.headers).is_some(),
            factors,
            minutes: self.app.house.settings.fresh_minutes,
            wrong,
        }))
    }
}

/// The page from which they ask what they asked: a form does not travel along to the provider.
fn page_of(action: &str, kept: &[(String, String)]) -> String {
    let next = kept.iter().find(|(name, _)| name == "next").map(|(_, next)| back(next).to_owned());
    match action {
        "/confirm" => next.unwrap_or_else(|| "/home".to_owned()),
        _ if action.starts_with("/register/") => action.to_owned(),
        "/privacy/breach/file" => "/privacy/breach".to_owned(),
        _ if action.starts_with("/people/") => "/people".to_owned(),
        _ if action.starts_with("/account/second") => "/account/second".to_owned(),
        _ => "/home".to_owned(),
    }
}

/// The proof before a page that reaches far; then on to that page.
async fn confirm(
    State(app): State<App>,
    staff: Staff,
    headers: HeaderMap,
    arrival: Arrival,
    Form(sent): Form<Confirming>,
) -> Answer {
    let next = back(&sent.next).to_owned();
    let asking = Asking { app: &app, visit: &staff.visit, caller: &staff.caller, headers: &headers };
    let proof = Sent { code: sent.code, password: sent.password, passkey: sent.passkey };
    if let Some((status, wrong)) = asking.prove(proof, &arrival).await? {
        let page = asking.form("/confirm", vec![("next".to_owned(), next)], wrong).await?;
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
        assert!(typed.is_some_and(|sent| sent.code == "123456" && sent.passkey.is_empty()));
        assert_eq!(encoded(&kept).unwrap(), "roles=coach&roles=manager&note=a%26b%3D%C3%A9+x");
    }
}
