//! Samen kijken, uitproberen and the journey, over raw HTTP.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop where it is")]

mod dialogue;
#[path = "../looking/table.rs"]
#[expect(dead_code, reason = "the table has more on it than these rooms need")]
mod table;
mod tryout;

use axum::http::StatusCode;
use method::roles::Perspective;
use table::{Said, Table};

/// Seals someone's look, with a moment and three answers in it.
async fn sealed(table: &Table, chair: Perspective) -> method::ids::MomentId {
    let look = table.begin(chair).await;
    let moment = table.fill(chair, look).await;
    table.seal(chair, look).await;
    moment
}

/// Refused, in the reader's language, and without a word of anyone.
fn assert_refused(said: &Said, status: StatusCode, sentence: &str) {
    assert_eq!(said.status, status, "{}", said.text());
    assert!(said.text().contains(sentence), "{}", said.text());
    assert!(!said.text().contains("geheim") && !said.text().contains("antwoord van"));
}
