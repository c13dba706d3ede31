//! The journey (traject): the whole path at a glance, the learning question, what each found of every conversation.

mod chart;
mod finish;
mod going;
mod line;
mod paper;
mod sheet;
mod show;
mod worksheet;

use axum::Router;

use crate::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(show::routes())
        .merge(sheet::routes())
        .merge(going::routes())
        .merge(finish::routes())
        .merge(worksheet::routes())
        .merge(paper::routes())
}
