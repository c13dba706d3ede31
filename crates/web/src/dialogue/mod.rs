//! Samen kijken: sealed looks side by side, what is read together, and what could be done otherwise.

mod along;
mod alternatives;
mod collection;
mod keeping;
mod offers;
mod paper;
mod plan;
pub(crate) mod sentence;
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
        .merge(together::routes())
        .merge(summary::routes())
        .merge(paper::routes())
        .merge(plan::routes())
        .merge(subject::routes())
        .merge(writing::routes())
        .merge(alternatives::routes())
        .merge(collection::routes())
        .merge(keeping::routes())
        .merge(offers::routes())
        .merge(along::routes())
}
