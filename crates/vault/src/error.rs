//! What can go wrong with something sealed, told apart so that callers can answer well.

use crate::organisation_key::OrganisationKeyError;

/// Any error of a stream that is not ours.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// The vault's results.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the vault did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The scope has no data key: it was destroyed, or never made.
    #[error("the data key does not exist")]
    NoKey,
    /// Nothing was ever written under this id, or it was removed.
    #[error("no such object")]
    NoObject,
    /// Someone else wrote the same place first; nothing of theirs was overwritten.
    #[error("someone else wrote here first")]
    Conflict,
    /// Writing can only go on where what is durable ends.
    #[error("writing must go on at {durable}")]
    OffsetMismatch {
        /// How many bytes are durably there.
        durable: u64,
    },
    /// The object is finished: nothing can be added to it.
    #[error("the object is finished at {len} bytes")]
    Finished {
        /// Its length.
        len: u64,
    },
    /// A range that is not within the object.
    #[error("outside the object of {len} bytes")]
    OutOfRange {
        /// Its length.
        len: u64,
    },
    /// The source of [`crate::Vault::write`] broke off; nothing of it is left.
    #[error("the source broke off")]
    Source(#[source] BoxError),
    /// What lies in the store is not what was sealed.
    #[error("damaged: {0}")]
    Damaged(Damage),
    /// The organisation's key cannot be used.
    #[error(transparent)]
    OrganisationKey(#[from] OrganisationKeyError),
    /// There is no room left. What was acknowledged before is safe.
    #[error("no room left")]
    Full,
    /// The store or the disk under it failed.
    #[error("the store failed")]
    Store(#[source] BoxError),
}

/// What is damaged, without telling anything of what is inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// A wrapped data key does not open with the organisation's key.
    #[error("a wrapped key")]
    WrappedKey,
    /// A segment's header is not one of ours.
    #[error("the header of the segment at {start}")]
    Header {
        /// Where the segment starts in the object.
        start: u64,
    },
    /// A segment has a length it cannot have.
    #[error("the length of the segment at {start}")]
    Length {
        /// Where the segment starts in the object.
        start: u64,
    },
    /// A chunk does not open.
    #[error("chunk {chunk} of the segment at {start}")]
    Chunk {
        /// Where the segment starts in the object.
        start: u64,
        /// Which chunk of it, from 0.
        chunk: u64,
    },
    /// A segment is missing.
    #[error("no segment at {start}")]
    Missing {
        /// Where it should start.
        start: u64,
    },
    /// Something lies in the object's folder that does not belong to it.
    #[error("a foreign file")]
    Foreign,
    /// The manifest does not open or contradicts itself.
    #[error("the manifest")]
    Manifest,
    /// A sealed text does not open at this place.
    #[error("a sealed text")]
    Text,
}

impl From<Damage> for Error {
    fn from(damage: Damage) -> Self {
        Self::Damaged(damage)
    }
}

impl From<object_store::Error> for Error {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::NoObject,
            object_store::Error::AlreadyExists { .. } | object_store::Error::Precondition { .. } => {
                Self::Conflict
            }
            other if is_full(&other) => Self::Full,
            other => Self::Store(other.into()),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        if is_full(&error) { Self::Full } else { Self::Store(error.into()) }
    }
}

/// Whether somewhere behind an error the system says that the disk is full.
fn is_full(error: &(dyn std::error::Error + 'static)) -> bool {
    use std::io::ErrorKind::{QuotaExceeded, StorageFull};
    std::iter::successors(Some(error), |error| error.source()).any(|error| {
        error
            .downcast_ref::<std::io::Error>()
            .is_some_and(|io| matches!(io.kind(), StorageFull | QuotaExceeded))
    })
}

impl From<tokio::task::JoinError> for Error {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::Store(error.into())
    }
}

impl From<aws_lc_rs::error::Unspecified> for Error {
    fn from(error: aws_lc_rs::error::Unspecified) -> Self {
        Self::Store(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_apart_however_deep_it_lies() {
        let full = || std::io::Error::from(std::io::ErrorKind::StorageFull);
        assert!(matches!(Error::from(full()), Error::Full));
        let deep = object_store::Error::Generic { store: "disk", source: Box::new(full()) };
        assert!(matches!(Error::from(deep), Error::Full));
        let other = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        assert!(matches!(Error::from(other), Error::Store(_)));
    }
}
