//! Accepting an invitation by link: a name, a password, an account.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::routing::get;
use axum::{Form, Router};
use practice::identity::Newcomer;
use serde::Deserialize;
use tower_sessions::Session;

use super::arrival::Arrival;
use super::sign_in::{Coming, begin};
use crate::app::{App, page};
use crate::fault::Answer;
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Visit;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/invitation/{token}", get(show).post(accept))
}

#[derive(Template)]
#[template(path = "identity/invitation.html")]
struct InvitationPage {
    frame: Frame,
    email: String,
    name: String,
    wrong: Wrong,
}

#[derive(Deserialize)]
struct Typed {
    name: String,
    password: String,
}

async fn show(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let email = app.house.invitation(&token, visit.now).await?;
    let frame = visit.frame("invitation-title");
    Ok(page(&InvitationPage { frame, email, name: String::new(), wrong: Wrong::default() }))
}

async fn accept(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    arrival: Arrival,
    headers: HeaderMap,
    Path(token): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let email = app.house.invitation(&token, visit.now).await?;
    let name = typed.name.clone();
    let newcomer = Newcomer { name: typed.name, password: typed.password };
    match mend(app.house.accept_invitation(&token, newcomer, visit.now).await, visit.words)? {
        Ok(member) => begin(&app, &session, &member, &Coming { visit, arrival, headers }, "/home").await,
        Err(wrong) => {
            Ok(page(&InvitationPage { frame: visit.frame("invitation-title"), email, name, wrong }))
        }
    }
}
