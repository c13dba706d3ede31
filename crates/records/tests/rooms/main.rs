//! Every room's records, told on both engines: SQLite always, PostgreSQL when the tests have one.

mod audit;
mod conversation;
mod engines;
mod identity;
