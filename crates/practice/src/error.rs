//! What can come in between: a refusal or a wrong field that a person can mend, or something they cannot.

use method::Refusal;

/// Why a deed was not done. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule says no, with a sentence for people.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// A field holds something that cannot be used; the key names the sentence.
    #[error("field {field}: {key}")]
    Invalid {
        /// The field's name in the form.
        field: &'static str,
        /// The message key of the sentence.
        key: &'static str,
    },
    /// The database failed.
    #[error(transparent)]
    Records(#[from] records::Error),
    /// There is no room left for what should be kept.
    #[error("no room left")]
    Full,
    /// The vault failed.
    #[error(transparent)]
    Vault(vault::Error),
    /// The operating system or the program's own data failed.
    #[error("{0}")]
    Inner(String),
}

impl From<vault::Error> for Error {
    fn from(error: vault::Error) -> Self {
        match error {
            // A destroyed key means that consent ended while we were at it.
            vault::Error::NoKey => Self::Refused(Refusal::ConsentWithdrawn),
            vault::Error::Full => Self::Full,
            other => Self::Vault(other),
        }
    }
}

impl Error {
    /// A field that cannot be used as it is.
    #[must_use]
    pub const fn invalid(field: &'static str, key: &'static str) -> Self {
        Self::Invalid { field, key }
    }
}

/// A result with this crate's error.
pub type Result<T> = std::result::Result<T, Error>;
