//! What people can do: one function per deed, each starting from who asks and for what.
//!
//! This is the only door: no other crate may open the vault or write records. A deed loads the facts, asks the
//! rules in `method` for a `Permit`, and does nothing without one.

/// What a deed carries: its future is boxed. The body of an `async fn` is compiled anew in every crate that awaits it;
/// behind a box it is compiled here, once, and `web` takes half the time.
pub(crate) use async_recursion::async_recursion as boxed;

pub mod audit;
pub mod board;
pub mod client;
pub mod colearning;
pub mod consent;
pub mod conversation;
pub mod dialogue;
pub mod error;
pub mod home;
pub mod house;
pub mod identity;
pub mod interview;
pub mod journey;
pub mod looking;
pub mod names;
pub mod notices;
pub mod organisation;
pub mod papers;
pub mod patterns;
pub mod privacy;
pub mod recording;
pub mod search;
pub mod secrets;
pub mod sessions;
pub mod tryout;

pub use error::{Error, Result};
pub use house::{Caller, House, Member, Settings};
