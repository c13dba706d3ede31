//! One whole round through the deeds people use: blind looks, side by side, readings, alternatives, a tryout, the
//! journey; and what strangers and latecomers find. On both engines.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod alternatives;
mod around;
mod beside;
mod board;
mod client;
mod colearning;
mod consent;
mod cutting;
mod dialogue;
mod everything;
mod forgotten;
mod going;
mod identity;
mod interview;
mod journey;
mod kinds;
mod patterns;
mod peers;
mod privacy;
mod provider;
mod recording;
mod session;
mod setting;
mod tryout;
mod watched;
mod withdrawal;
