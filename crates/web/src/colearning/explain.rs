//! The page for everybody: what the cards are and how it goes, with the animation. It needs no script and no account.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use method::colearning::Card;

use crate::app::{App, page};
use crate::frame::Frame;
use crate::visit::Visit;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/samenleer-wijzer", get(show))
}

#[derive(Template)]
#[template(path = "colearning/explain.html")]
struct ExplainPage {
    frame: Frame,
    cards: &'static [Card],
}

async fn show(visit: Visit) -> Response {
    page(&ExplainPage { frame: visit.frame("cards-title").for_client(), cards: Card::ALL })
}
