//! Recording (opnemen): where a recording stands. It only ever goes forward, but for a part that is cut from it.

pub mod cutting;

use crate::words;

words! {
    /// `Arriving → Whole → Ready | Refused`, and `Ready → Cutting → Ready`; destroying removes it from any state.
    RecordingState {
        /// Bytes are still coming in, from a camera or a file.
        Arriving = "arriving",
        /// The last byte is in; it waits for or is being made watchable.
        Whole = "whole",
        /// It can be watched.
        Ready = "ready",
        /// A part of it is being destroyed; until that is done none of it can be watched.
        Cutting = "cutting",
        /// It turned out to be no recording; nothing of it is left.
        Refused = "refused",
    }
}

impl RecordingState {
    /// Whether a new recording may take this one's place.
    #[must_use]
    pub const fn makes_room(self) -> bool {
        matches!(self, Self::Refused)
    }
}
