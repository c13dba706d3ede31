//! Consent and the client's place, over raw HTTP: what a handed-over screen can reach, what a link and code open, and
//! that nothing is left to be read once someone stopped.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    reason = "a test that cannot go on should stop where it is"
)]

#[expect(dead_code, reason = "made for looking; not all of it is needed here")]
#[path = "../looking/table.rs"]
mod table;

mod entry;
mod handed;
mod routes;
mod stopped;
