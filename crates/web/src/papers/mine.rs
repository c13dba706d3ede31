//! The papers of a client, or of someone who came along: what is written for them, in their own place.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;

use super::file::{Asked, download, with};
use super::for_two::ForTwo;
use crate::app::App;
use crate::client::Here;
use crate::fault::{Answer, Fault};
use crate::visit::Guest;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/mine/papers/{paper}", get(show))
}

async fn show(
    State(app): State<App>,
    guest: Guest,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let one = ForTwo::parse(&key).ok_or_else(Fault::unknown)?;
    let here = Here::anyone(&app, &guest).await?;
    let words = asked.of(guest.visit.words);
    let sheet = one.sheet(words, &here.terms, here.hand());
    let paper = with(words, &one.title(), guest.visit.now, sheet);
    let title = paper.title.clone();
    Ok(download(&title, app.house.blank_paper(&guest.caller, paper).await?))
}
