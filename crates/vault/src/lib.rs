//! Sealed, seekable, shreddable objects, and the keyring that opens them.
//!
//! Nothing here opens or seals without a [`method::Permit`], which only the rules of consent can make.
//! Nothing here keeps state: what is in the store is the state, so that a machine may die at any point and
//! several machines may share one store. The format stands in `docs/vault-format.md`.

mod appending;
mod boxed;
mod error;
mod heads;
mod keyring;
mod manifest;
mod object_keys;
mod organisation_key;
mod place;
mod reading;
mod segment;
mod vault;

pub use appending::Appended;
pub use boxed::TextKey;
pub use error::{BoxError, Damage, Error, Result};
pub use heads::Head;
pub use keyring::Keyring;
pub use organisation_key::{OrganisationKey, OrganisationKeyError};
pub use reading::Opened;
pub use vault::{Destroyed, Vault};

#[cfg(test)]
mod tests;
