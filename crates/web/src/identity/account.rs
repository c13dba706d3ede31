//! One's own account: where one is signed in, and ending that.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::time::Stamp;
use serde::Deserialize;
use tower_sessions::Session;

use crate::app::{App, page};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/account", get(show)).route("/account/sessions/end", post(end))
}

struct Device {
    id: String,
    agent: String,
    seen: Stamp,
    this: bool,
}

#[derive(Template)]
#[template(path = "identity/account.html")]
struct AccountPage {
    frame: Frame,
    name: String,
    devices: Vec<Device>,
}

#[derive(Deserialize)]
struct End {
    id: String,
}

async fn show(State(app): State<App>, staff: Staff, session: Session) -> Answer {
    let this = session.id().map(|id| practice::secrets::fingerprint(&id.to_string()));
    let devices = app.house.own_sessions(&staff.caller).await?.into_iter().map(|row| Device {
        this: Some(&row.id) == this.as_ref(),
        id: row.id,
        agent: row.agent,
        seen: Stamp(row.seen_at),
    });
    let name = staff.caller.account()?.name.clone();
    Ok(page(&AccountPage { frame: staff.visit.frame("account-title"), name, devices: devices.collect() }))
}

async fn end(State(app): State<App>, staff: Staff, Form(typed): Form<End>) -> Answer {
    app.house.end_own_session(&staff.caller, &typed.id).await?;
    Ok(Redirect::to("/account").into_response())
}
