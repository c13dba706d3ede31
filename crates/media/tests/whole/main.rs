//! The whole crate with the real ffmpeg, the real sandbox and a real Chromium.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on must stop"
)]

mod browser;
mod chromium;
mod common;
mod cut;
mod derive;
mod hostile;
mod probe;
mod sandbox;
mod sound;
