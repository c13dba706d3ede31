//! The method *Van Kijken Naar Zien* as types and rules, without any input or output.
//!
//! Everything here can be decided from values alone: may this reader do this now, what follows
//! from that, which step comes next. Nothing here reads a clock, a disk or a network.

pub mod client;
pub mod colearning;
pub mod consent;
pub mod dialogue;
pub mod home;
pub mod ids;
pub mod interview;
pub mod journey;
pub mod looking;
pub mod names;
pub mod path;
pub mod patterns;
pub mod permit;
pub mod privacy;
pub mod recording;
pub mod refusal;
pub mod roles;
pub mod time;
pub mod tryout;
pub mod words;

pub use permit::Permit;
pub use refusal::Refusal;
