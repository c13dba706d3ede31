//! Het interview: the coach's desk, what the client reads back, and the client's voice on the table.

mod desk;
mod mine;
mod notes;
mod sound;
pub(crate) mod voice;

use axum::Router;
use method::ids::{InterviewId, NoteId};

use crate::app::App;
use crate::fault::Fault;

pub(crate) use desk::with_wrong_pin;
pub(crate) use mine::waits;

pub(crate) fn routes() -> Router<App> {
    Router::new().merge(desk::routes()).merge(notes::routes()).merge(sound::routes()).merge(mine::routes())
}

/// Reads an interview's id from an address; anything else is unknown.
fn id(text: &str) -> Result<InterviewId, Fault> {
    InterviewId::parse(text).ok_or_else(Fault::unknown)
}

/// Reads a note's id from an address; anything else is unknown.
fn note_id(text: &str) -> Result<NoteId, Fault> {
    NoteId::parse(text).ok_or_else(Fault::unknown)
}
