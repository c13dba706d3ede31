//! The front page: what it is, how it goes, how privacy is arranged. No script, no cookie, no banner needed.

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

use crate::app::{App, page};
use crate::frame::Frame;
use crate::visit::Visit;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/", get(show))
}

#[derive(Template)]
#[template(path = "public/front.html")]
struct FrontPage {
    frame: Frame,
}

async fn show(visit: Visit) -> Response {
    if visit.member.is_some() {
        return Redirect::to("/home").into_response();
    }
    page(&FrontPage { frame: visit.frame("public-title").for_client() })
}
