//! A code that only the client knows.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::post;

use crate::app::{App, page};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Guest;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/mine/code", post(renew))
}

#[derive(Template)]
#[template(path = "client/code.html")]
struct CodePage {
    frame: Frame,
    code: String,
}

async fn renew(State(app): State<App>, guest: Guest) -> Answer {
    let code = app.house.renew_own_code(&guest.caller).await?;
    Ok(page(&CodePage { frame: guest.visit.frame("place-code-title"), code }))
}
