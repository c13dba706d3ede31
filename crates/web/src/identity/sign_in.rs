//! Signing in with a password or as one of the demo's people, and out again.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::ids::MemberId;
use practice::Member;
use practice::identity::DemoMember;
use serde::Deserialize;
use tower_sessions::Session;

use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::{Visit, back, keys};

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
    headers: HeaderMap,
    Form(typed): Form<SignIn>,
) -> Answer {
    match mend(app.house.sign_in(&typed.email, typed.password, visit.now).await, visit.words)? {
        Ok(member) => enter(&session, &member, &visit, &headers, &typed.next).await,
        Err(wrong) => form(&app, &visit, typed.email, typed.next, wrong).await,
    }
}

async fn sign_in_demo(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    headers: HeaderMap,
    Form(chosen): Form<Demo>,
) -> Answer {
    let id = MemberId::parse(&chosen.member).ok_or_else(Fault::unknown)?;
    let member = app.house.sign_in_demo(id, visit.now).await?;
    enter(&session, &member, &visit, &headers, &chosen.next).await
}

/// Puts a member in the session, under a fresh id so that a planted one is worth nothing.
pub(super) async fn enter(
    session: &Session,
    m: &Member,
    visit: &Visit,
    headers: &HeaderMap,
    next: &str,
) -> Answer {
    session.cycle_id().await.map_err(inner)?;
    // One session is one person: a client who came in before is out of it.
    session.remove::<String>(keys::PARTICIPANT).await.map_err(inner)?;
    session.insert(keys::MEMBER, m.id.to_string()).await.map_err(inner)?;
    session.insert(keys::AGENT, super::agent(headers)).await.map_err(inner)?;
    session.insert(keys::SEEN, visit.now.0).await.map_err(inner)?;
    let next = back(next);
    Ok(Redirect::to(if next == "/" { "/home" } else { next }).into_response())
}

fn inner(error: tower_sessions::session::Error) -> Fault {
    practice::Error::Inner(format!("session: {error}")).into()
}

async fn sign_out(session: Session) -> Response {
    if session.flush().await.is_err() {
        return Fault::from(practice::Error::Inner("session".into())).into_response();
    }
    Redirect::to("/").into_response()
}
