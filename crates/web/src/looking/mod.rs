//! Looking, each on their own: the player with its marks, the viewing guide, the seal, and what is added after it.
//!
//! One page per deed. A client gets the same look in their own words and one question per page; a coach who writes
//! for a client gets the client's.

mod begin;
mod desk;
mod marking;
mod question;
mod saving;
mod seal;
pub(crate) mod shown;

use axum::Router;
use method::ids::LookId;

use crate::app::App;
use crate::fault::Fault;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(begin::routes())
        .merge(desk::routes())
        .merge(question::routes())
        .merge(marking::routes())
        .merge(seal::routes())
}

/// Reads a look's id from an address; anything else is unknown.
fn look_id(text: &str) -> Result<LookId, Fault> {
    LookId::parse(text).ok_or_else(Fault::unknown)
}
