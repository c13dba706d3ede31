//! Every room's records, told on both engines: SQLite always, PostgreSQL when the tests have one.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop where it is")]

mod audit;
mod client;
mod consent;
mod conversation;
mod dialogue;
mod engines;
mod identity;
mod invitations;
mod jobs;
mod looking;
mod three;
mod tryout;
