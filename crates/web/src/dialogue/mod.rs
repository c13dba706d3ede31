//! Samen kijken: sealed looks side by side, what is read together, and what could be done otherwise.

mod plan;
mod subject;
mod summary;
mod table;
mod together;
pub(crate) mod view;
mod writing;

use axum::Router;

use crate::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(table::routes())
        .merge(plan::routes())
        .merge(together::routes())
        .merge(summary::routes())
        .merge(subject::routes())
        .merge(writing::routes())
}
