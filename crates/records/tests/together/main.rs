//! Samen kijken, uitproberen and the journey, as records, on both engines.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod both;
mod dialogue;
mod tryout;
