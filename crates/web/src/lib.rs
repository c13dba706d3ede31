//! Routes, pages and forms: one folder per room, templates beside their handlers.
//!
//! A handler takes a [`visit::Visit`] (or [`visit::Staff`], [`visit::Guest`]), calls one deed of `practice`, and
//! gives back a template or a redirect. What goes wrong becomes a [`fault::Fault`], which one layer turns into a
//! page in the reader's language. This crate knows HTTP and HTML, and neither SQL nor keys.

pub mod app;
mod assets;
mod audit;
mod board;
mod choices;
mod client;
mod colearning;
mod consent;
mod conversation;
mod dialogue;
pub mod doors;
pub mod fault;
mod form;
mod frame;
mod headers;
mod home;
mod identity;
mod interview;
mod journey;
mod live;
mod looking;
mod notices;
mod organisation;
mod papers;
mod patterns;
mod player;
mod privacy;
mod public;
mod recording;
mod search;
mod sessions;
mod tryout;
mod visit;
pub mod words;

pub use app::{App, router};
pub use consent::texts;
pub use doors::open::HangUp;
pub use identity::arrival::Peer;
pub use identity::provider;
