//! Consent on the professional's side: the leaflet, their own yes, handing the screen over, the client's link,
//! the second yes, stopping, and the privacy officer's register.

pub(crate) mod answers;
pub(crate) mod beside;
pub(crate) mod handover;
pub(crate) mod leaflet;
pub(crate) mod link;
mod longer;
mod on_paper;
mod own;
pub(crate) mod receipt;
mod register;
mod second;
mod show;
mod stop;
pub mod texts;

use axum::Router;

use crate::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(leaflet::routes())
        .merge(show::routes())
        .merge(own::routes())
        .merge(handover::routes())
        .merge(link::routes())
        .merge(second::routes())
        .merge(stop::routes())
        .merge(register::routes())
        .merge(beside::routes())
        .merge(on_paper::routes())
        .merge(longer::routes())
        .merge(texts::routes())
}
