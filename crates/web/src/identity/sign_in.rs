//! Signing in with a password or as one of the demo's people, and out again.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use axum_extra::extract::CookieJar;
use method::ids::MemberId;
use practice::Member;
use practice::identity::{DemoMember, Entry};
use serde::Deserialize;
use tower_sessions::Session;

use super::arrival::{Arrival, known};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::Wrong;
use crate::frame::Frame;
use crate::visit::{Visit, back, begin_anew, keys};
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", get(show).post(sign_in))
        .route("/sign-in/demo", post(sign_in_demo))
        .route("/sign-out", post(sign_out))
}

#[derive(Template)]
#[template(path = "identity/sign_in.html")]
struct SignInPage {
    frame: Frame,
    email: String,
    next: String,
    wrong: Wrong,
    demo: Vec<DemoMember>,
}

#[derive(Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
struct SignIn {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
struct Demo {
    member: String,
    #[serde(default)]
    next: String,
}

async fn show(State(app): State<App>, visit: Visit, Query(query): Query<Next>) -> Answer {
    if visit.member.is_some() {
        return Ok(Redirect::to("/home").into_response());
    }
    form(&app, &visit, String::new(), query.next, Wrong::default()).await
}

async fn form(app: &App, visit: &Visit, email: String, next: String, wrong: Wrong) -> Answer {
    let demo = app.house.demo_members().await?;
    Ok(page(&SignInPage { frame: visit.frame("sign-in-title"), email, next, wrong, demo }))
}

async fn sign_in(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    arrival: Arrival,
    headers: HeaderMap,
    Form(typed): Form<SignIn>,
) -> Answer {
    let entry = app.house.sign_in(&typed.email, typed.password, &arrival.whence(), visit.now).await?;
    let (status, sentence) = match entry {
        Entry::In(member) => {
            return begin(&app, &session, &member, &Coming { visit, arrival, headers }, &typed.next).await;
        }
        Entry::Wrong => (StatusCode::OK, visit.words.t("invalid-sign-in")),
        Entry::Wait(ms) => (StatusCode::TOO_MANY_REQUESTS, wait(visit.words, ms)),
    };
    let wrong = Wrong::of("password", sentence);
    Ok((status, form(&app, &visit, typed.email, typed.next, wrong).await?).into_response())
}

/// How long to wait, in words.
pub(super) fn wait(words: Words, ms: i64) -> String {
    let key = if ms > 60_000 { "invalid-wait-minutes" } else { "invalid-wait-seconds" };
    let count = if ms > 60_000 { (ms + 59_999) / 60_000 } else { (ms + 999) / 1_000 };
    words.with(key).a("count", count.max(1)).to_string()
}

async fn sign_in_demo(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    arrival: Arrival,
    headers: HeaderMap,
    Form(chosen): Form<Demo>,
) -> Answer {
    let id = MemberId::parse(&chosen.member).ok_or_else(Fault::unknown)?;
    let member = app.house.sign_in_demo(id).await?;
    let answer = enter(&app, &session, &member, &Coming { visit, arrival, headers }, &chosen.next).await?;
    // The demo counts as proved, there and only there: its people have no phones.
    session.insert(keys::DEMO, true).await.map_err(inner)?;
    Ok(answer)
}

/// Somebody who is coming in.
pub(super) struct Coming {
    pub(super) visit: Visit,
    pub(super) arrival: Arrival,
    pub(super) headers: HeaderMap,
}

/// After the first step: in, or halfway to the second step. Whoever is halfway reaches nothing but that.
pub(super) async fn begin(
    app: &App,
    session: &Session,
    member: &Member,
    coming: &Coming,
    next: &str,
) -> Answer {
    if !app.house.asks_second(member).await? {
        let answer = enter(app, session, member, coming, next).await?;
        // The password was typed just now, and there is nothing else they could prove themselves with.
        session.insert(keys::CONFIRMED, coming.visit.now.0).await.map_err(inner)?;
        return Ok(answer);
    }
    begin_anew(session).await?;
    session.insert(keys::HALF, member.id.to_string()).await.map_err(inner)?;
    session.insert(keys::HALF_SINCE, coming.visit.now.0).await.map_err(inner)?;
    session.insert(keys::HALF_NEXT, back(next)).await.map_err(inner)?;
    Ok(Redirect::to("/sign-in/second").into_response())
}

/// Puts a member in a fresh session, so that a planted one is worth nothing and one session is one person.
pub(super) async fn enter(
    app: &App,
    session: &Session,
    member: &Member,
    coming: &Coming,
    next: &str,
) -> Answer {
    let jar = put_in(app, session, member, coming).await?;
    let next = back(next);
    Ok((jar, Redirect::to(if next == "/" { "/home" } else { next })).into_response())
}

/// The same, without leading anywhere; gives the cookie by which the browser is known from now on.
pub(super) async fn put_in(
    app: &App,
    session: &Session,
    member: &Member,
    Coming { visit, arrival, headers }: &Coming,
) -> Result<CookieJar, Fault> {
    let device = app.house.came_in(member, &arrival.whence(), visit.now).await?;
    begin_anew(session).await?;
    session.insert(keys::MEMBER, member.id.to_string()).await.map_err(inner)?;
    session.insert(keys::AGENT, super::agent(headers)).await.map_err(inner)?;
    session.insert(keys::SEEN, visit.now.0).await.map_err(inner)?;
    Ok(CookieJar::new().add(known(app, device)))
}

pub(super) fn inner(error: tower_sessions::session::Error) -> Fault {
    practice::Error::Inner(format!("session: {error}")).into()
}

async fn sign_out(session: Session) -> Response {
    if session.flush().await.is_err() {
        return Fault::from(practice::Error::Inner("session".into())).into_response();
    }
    (crate::headers::FORGET, Redirect::to("/")).into_response()
}
