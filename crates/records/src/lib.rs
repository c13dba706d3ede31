//! What the program writes down: SQL, one file per room, one text for SQLite and PostgreSQL.
//!
//! To add a record: a table in a new file under `migrations/` (types text, bigint, bytea, boolean only),
//! a row struct with `FromRow` and its functions in the room's file, a line in the room's test under `tests/`,
//! which runs on both engines. Columns that tell something about a person end in `_sealed` and hold what the
//! vault sealed; this crate cannot open them. Not found is `Ok(None)`.

pub mod assets;
pub mod audit;
pub mod client;
pub mod colearning;
pub mod consent;
pub mod conversation;
pub mod db;
pub mod dialogue;
pub mod home;
pub mod identity;
pub mod interview;
pub mod jobs;
pub mod journey;
pub mod looking;
pub mod notices;
pub mod organisation;
pub mod patterns;
pub mod privacy;
pub mod recording;
pub mod sessions;
pub mod tryout;

pub use db::{Conn, Db, Error, Result};
