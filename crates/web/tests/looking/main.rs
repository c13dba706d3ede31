//! Looking, over raw HTTP: what is saved, what is refused, and what stays unseen.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop where it is")]

mod blind;
mod saving;
mod sealing;
mod table;
