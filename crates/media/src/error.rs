//! What can go wrong on the way, and which of it is the file's own fault.

use std::{io, time::Duration};

/// Why a file is not accepted as a recording. `key()` names the sentence for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The first bytes are not those of any kind of picture-with-sound or sound that we take.
    #[error("not a recording")]
    NotARecording,
    /// There are no bytes.
    #[error("empty")]
    Empty,
    /// It begins as a recording, but nothing in it plays.
    #[error("broken")]
    Broken,
}

impl Refused {
    /// Every refusal.
    pub const ALL: [Self; 3] = [Self::NotARecording, Self::Empty, Self::Broken];

    /// The message key of the sentence for people.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotARecording => "refusal-file-type",
            Self::Empty => "refusal-file-empty",
            Self::Broken => "refusal-file-broken",
        }
    }
}

/// Why a recording was not made watchable.
///
/// Only [`Error::Refused`] is final; after any other the same work may be tried again.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file itself is not usable.
    #[error("refused: {0}")]
    Refused(#[from] Refused),
    /// The sandbox or the programs in it do not start here; `meerzien doctor` says what to mend.
    #[error("the sandbox does not start: {0}")]
    Sandbox(String),
    /// The source stopped giving bytes: a disk that fails, or a consent that was withdrawn meanwhile.
    #[error("the recording cannot be read: {0}")]
    Source(io::Error),
    /// The sink did not take the derived bytes.
    #[error("the derived recording cannot be kept: {0}")]
    Sink(io::Error),
    /// A step took longer than it may.
    #[error("a step took longer than {0:?}")]
    TimedOut(Duration),
    /// A step gave more bytes than a recording of this length can need.
    #[error("a step gave more than {0} bytes")]
    TooMuch(u64),
    /// ffmpeg gave up on a recording that it had opened before.
    #[error("the decoder stopped half-way")]
    Stopped,
}
