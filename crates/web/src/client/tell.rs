//! What the client can tell: how the conversation was, what came after, and talking it through together.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use method::path::{Standing, Step};

use super::Here;
use crate::app::{App, page};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Guest;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/mine/tell", get(show))
}

#[derive(Template)]
#[template(path = "client/tell.html")]
struct TellPage {
    frame: Frame,
    id: String,
    /// Whether there is something to read back of what they told the coach.
    interview: bool,
    /// Whether the looks lie side by side, for this client too.
    together: bool,
}

async fn show(State(app): State<App>, guest: Guest) -> Answer {
    let here = Here::of(&app, &guest).await?;
    if !here.may_tell() {
        return Ok(Redirect::to("/mine").into_response());
    }
    let together =
        here.conversation.path.iter().any(|stop| {
            stop.step == Step::Dialogue && matches!(stop.standing, Standing::Now | Standing::Done)
        });
    let id = here.conversation.id.to_string();
    let interview = app.house.own_interview(&guest.caller).await?.is_some();
    Ok(page(&TellPage { frame: guest.visit.frame("place-tell"), id, interview, together }))
}
