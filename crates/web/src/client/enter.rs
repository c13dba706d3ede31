//! In by link and code; and by the code alone, in a browser where it was right before.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum_extra::extract::cookie::{Cookie, SameSite};
use axum_extra::extract::{CookieJar, Form};
use method::ids::ParticipantId;
use practice::client::{Knock, Way};
use serde::Deserialize;
use tower_sessions::Session;

use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::{self, Visit, back, begin_anew, keys};
use crate::words::Words;

/// How long a browser keeps the cookie by which a device is known; the link decides how long it means anything.
const KNOWN_DAYS: i64 = 400;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/c/{token}", get(show).post(enter))
        .route("/mine/again", get(show_again).post(enter_again))
}

#[derive(Template)]
#[template(path = "client/enter.html")]
struct EnterPage {
    frame: Frame,
    /// Why the code was not taken, or why none can be typed.
    sentence: Option<String>,
    /// Whether a code can be typed.
    open: bool,
    /// Whether it is asked of someone who was here before.
    again: bool,
    /// Where one goes after it; nothing for one's own place.
    next: Option<String>,
}

#[derive(Deserialize)]
struct Typed {
    code: String,
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
struct Going {
    #[serde(default)]
    next: String,
}

/// Why a code was not taken, in words, with the status that goes with it.
pub(super) fn no(words: Words, phone: &str, way: Way) -> Option<(StatusCode, String)> {
    let (status, sentence) = match way {
        Way::In(_) => return None,
        Way::Wrong(left) => {
            (StatusCode::UNPROCESSABLE_ENTITY, words.with("refusal-code-wrong").a("left", left))
        }
        Way::Locked(minutes) => {
            (StatusCode::TOO_MANY_REQUESTS, words.with("refusal-code-locked").a("minutes", minutes))
        }
    };
    Some((status, sentence.s("phone", phone).to_string()))
}

/// The telephone number for whoever is stuck at the door. Nobody is known there, so it is the installation's.
pub(super) async fn phone(app: &App, visit: &Visit) -> String {
    visit.terms(app).await.map(|terms| terms.phone).unwrap_or_default()
}

/// The form, which says the same at every link: one that works, one that is shut, and one that never was.
async fn form(app: &App, visit: &Visit, way: Option<Way>, again: bool, next: &str) -> Answer {
    let said = match way {
        Some(way) => no(visit.words, &phone(app, visit).await, way),
        None => None,
    };
    let open = !matches!(way, Some(Way::Locked(_)));
    let (status, sentence) = said.map_or((StatusCode::OK, None), |(status, said)| (status, Some(said)));
    let title = if again { "entry-again-title" } else { "entry-title" };
    let next = Some(back(next)).filter(|next| *next != "/").map(ToOwned::to_owned);
    let frame = visit.frame(title).for_client();
    let mut answer = page(&EnterPage { frame, sentence, open, again, next });
    *answer.status_mut() = status;
    Ok(answer)
}

async fn show(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let knock = Knock { link: Some(&token), device: visit.device.as_deref() };
    let rests = app.house.resting(knock, visit.now).await?;
    form(&app, &visit, rests.map(Way::Locked), false, "").await
}

async fn enter(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    jar: CookieJar,
    headers: HeaderMap,
    Path(token): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let knock = Knock { link: Some(&token), device: visit.device.as_deref() };
    match app.house.come_in(knock, &typed.code, visit.now).await? {
        Way::In(who) => {
            let jar = come_in(&app, &visit, &session, jar, &headers, who).await?;
            Ok((jar, Redirect::to("/mine")).into_response())
        }
        way => form(&app, &visit, Some(way), false, "").await,
    }
}

/// Begins the session of a participant, in a browser that is known from now on.
async fn come_in(
    app: &App,
    visit: &Visit,
    session: &Session,
    jar: CookieJar,
    headers: &HeaderMap,
    who: ParticipantId,
) -> Answer<CookieJar> {
    let agent = crate::identity::agent(headers);
    let device = app.house.know_device(who, visit.device.as_deref(), &agent, visit.now).await?;
    // Whoever used this browser before is out of it: one session is one person.
    begin_anew(session).await?;
    session.insert(keys::PARTICIPANT, who.to_string()).await.map_err(inner)?;
    session.insert(keys::DEVICE, practice::secrets::fingerprint(&device)).await.map_err(inner)?;
    session.insert(keys::AGENT, agent).await.map_err(inner)?;
    session.insert(keys::SEEN, visit.now.0).await.map_err(inner)?;
    let cookie = Cookie::build((visit::device(app.https), device))
        .path("/")
        .http_only(true)
        .secure(app.https)
        .same_site(SameSite::Lax)
        .max_age(time::Duration::days(KNOWN_DAYS));
    Ok(jar.add(cookie))
}

async fn show_again(State(app): State<App>, visit: Visit, Query(going): Query<Going>) -> Answer {
    let Some(device) = visit.device.as_deref() else {
        return Ok(page(&link_first(&visit)));
    };
    let rests = app.house.resting(Knock { link: None, device: Some(device) }, visit.now).await?;
    form(&app, &visit, rests.map(Way::Locked), true, &going.next).await
}

/// For a browser that no link knows: the link itself is needed.
fn link_first(visit: &Visit) -> EnterPage {
    EnterPage {
        frame: visit.frame("entry-title").for_client(),
        sentence: Some(visit.words.t("refusal-link")),
        open: false,
        again: true,
        next: None,
    }
}

async fn enter_again(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    jar: CookieJar,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Answer {
    let Some(device) = visit.device.as_deref() else {
        let mut answer = page(&link_first(&visit));
        *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(answer);
    };
    let knock = Knock { link: None, device: Some(device) };
    let way = app.house.come_in(knock, &typed.code, visit.now).await?;
    if let Way::In(who) = way {
        let jar = come_in(&app, &visit, &session, jar, &headers, who).await?;
        if visit.wants_json {
            return Ok((jar, axum::Json(serde_json::json!({ "in": true }))).into_response());
        }
        let next = Some(back(&typed.next)).filter(|next| *next != "/").unwrap_or("/mine");
        return Ok((jar, Redirect::to(next)).into_response());
    }
    match no(visit.words, &phone(&app, &visit).await, way).filter(|_| visit.wants_json) {
        Some((status, sentence)) => Ok(told(status, &sentence)),
        None => form(&app, &visit, Some(way), true, &typed.next).await,
    }
}

/// A no for a script.
fn told(status: StatusCode, sentence: &str) -> Response {
    let body = serde_json::json!({ "refusal": "refusal-code-wrong", "sentence": sentence });
    (status, axum::Json(body)).into_response()
}

fn inner(error: tower_sessions::session::Error) -> Fault {
    practice::Error::Inner(format!("session: {error}")).into()
}
