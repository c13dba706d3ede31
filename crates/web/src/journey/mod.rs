//! The journey (traject): the whole path at a glance, the learning question, what each found of every conversation.

mod bands;
mod line;
mod sheet;
mod show;

use axum::Router;

use crate::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new().merge(show::routes()).merge(sheet::routes())
}
