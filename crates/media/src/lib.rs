//! Making a sealed recording watchable, without its plaintext ever resting in a file.
//!
//! Bytes come from a [`Source`] that opens them on demand, and what is derived leaves through a
//! [`Sink`] that seals them. The decoder (Debian's ffmpeg) runs in a [`Sandbox`]: a process without
//! network, without a view of the disk but the libraries it needs, with limits on memory, time and
//! output, which reads over a private loopback and writes to one pipe.
//!
//! The road of one recording is [`derive`]: [`playable`] examines it (what is it, is it whole) and decides
//! how a browser plays it ([`Plan`]), so that people can watch; [`draw`] then makes the timeline's
//! waveform, speech and stills.
//! Nothing here judges what is said or shown: speech is counted, people are not recognised.

mod cut;
mod derive;
mod doctor;
mod error;
mod examine;
pub mod launch;
mod length;
mod mp4;
mod plan;
mod probe;
mod rewrite;
mod sandbox;
mod sniff;
mod sound;
mod source;
mod stills;
mod tail;
mod webm;

pub use cut::cut;
pub use derive::{Derived, Percent, Playable, derive, draw, playable};
pub use doctor::{Check, doctor};
pub use error::{Error, Refused};
pub use examine::{Examined, examine};
pub use plan::{Plan, Recipe, Treatment};
pub use probe::{Audio, Probe, Video};
pub use rewrite::{Rewritten, rewrite};
pub use sandbox::Sandbox;
pub use sniff::Container;
pub use sound::{PEAKS_PER_SECOND, Sound, Span, listen};
pub use source::{Sink, Source, Spliced};
pub use stills::{Still, stills};
