//! Uitproberen: choose one thing, try it in a next conversation, hear three voices, give a verdict.

mod after;
mod card;
pub(crate) mod chain;
mod choose;
mod clips;
mod one;
mod paper;
pub(crate) mod rating;
mod show;

use axum::Router;

pub(crate) use rating::step_word;

use crate::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(choose::routes())
        .merge(show::routes())
        .merge(after::routes())
        .merge(rating::routes())
        .merge(card::routes())
        .merge(paper::routes())
        .merge(chain::routes())
        .merge(clips::routes())
}
