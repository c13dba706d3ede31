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
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/account", get(show))
        .route("/account/sessions/end", post(end))
        .route("/account/sessions/end-others", post(end_others))
}

struct Device {
    id: String,
    name: String,
    since: Stamp,
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

/// A browser in words, from what was kept of it.
fn device(words: Words, agent: &str) -> String {
    let (browser, system) = agent.split_once(", ").unwrap_or((agent, "?"));
    let browser = match browser {
        "?" | "" => words.t("account-browser-unknown"),
        "Edg" => "Edge".to_owned(),
        "OPR" => "Opera".to_owned(),
        known => known.to_owned(),
    };
    let system = match system {
        "?" => words.t("account-system-unknown"),
        "Mac OS X" => "Mac".to_owned(),
        known => known.to_owned(),
    };
    words.with("account-device").s("browser", browser).s("system", system).to_string()
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
        name: device(staff.visit.words, &row.agent),
        since: Stamp(row.created_at),
        seen: Stamp(row.seen_at),
    });
    let name = staff.caller.account()?.name.clone();
    Ok(page(&AccountPage { frame: staff.visit.frame("account-title"), name, devices: devices.collect() }))
}

async fn end(State(app): State<App>, staff: Staff, Form(typed): Form<End>) -> Answer {
    app.house.end_own_session(&staff.caller, &typed.id).await?;
    Ok(Redirect::to("/account").into_response())
}

async fn end_others(State(app): State<App>, staff: Staff, session: Session) -> Answer {
    let this = session.id().map(|id| practice::secrets::fingerprint(&id.to_string())).unwrap_or_default();
    app.house.end_other_sessions(&staff.caller, &this).await?;
    Ok(Redirect::to("/account").into_response())
}
