//! The organisation's key, which wraps every data key: from a file of its own, or from a secret in the environment.

use crate::place::sync_parent;
use aws_lc_rs::rand;
use secrecy::{ExposeSecret, SecretBox, SecretString};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Why the organisation's key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationKeyError {
    /// Not 64 hexadecimal digits.
    #[error("the organisation key is not 64 hexadecimal digits")]
    Malformed,
    /// There are wrapped keys, but no key file to open them with. Making a new one would lose them all.
    #[error("there are wrapped keys, but the organisation key {0} is gone: put it back")]
    Lost(PathBuf),
    /// Another key than the one the keyring was made with.
    #[error("this is not the organisation key that this keyring was made with")]
    Other,
    /// The file cannot be read or made.
    #[error("the organisation key {path} cannot be used")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

/// The key-encryption key. Wiped from memory when dropped, never printed.
pub struct OrganisationKey(pub(crate) SecretBox<[u8; 32]>);

impl std::fmt::Debug for OrganisationKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OrganisationKey(..)")
    }
}

impl OrganisationKey {
    /// The key as 64 hexadecimal digits, for instance from an environment secret.
    ///
    /// # Errors
    /// `Malformed` when it is anything else.
    pub fn from_hex(digits: &SecretString) -> Result<Self, OrganisationKeyError> {
        let mut key = Box::new([0; 32]);
        hex::decode_to_slice(digits.expose_secret().trim(), key.as_mut_slice())
            .map_err(|_| OrganisationKeyError::Malformed)?;
        Ok(Self(SecretBox::new(key)))
    }

    /// Reads the key file.
    ///
    /// # Errors
    /// When it is not there, cannot be read, or holds no key.
    pub fn from_file(path: &Path) -> Result<Self, OrganisationKeyError> {
        let failed = |source| OrganisationKeyError::File { path: path.to_path_buf(), source };
        let mode = std::fs::metadata(path).map_err(failed)?.permissions().mode();
        if mode & 0o077 != 0 {
            tracing::warn!(path = %path.display(), "others on this machine can read the organisation key");
        }
        Self::from_hex(&SecretString::from(std::fs::read_to_string(path).map_err(failed)?))
    }

    /// Reads the key file, or makes it (mode 0600) on the very first start.
    ///
    /// `keyring` is the folder of the keyring: when that holds keys already, no new key is made.
    ///
    /// # Errors
    /// `Lost` when keys exist but the file does not; otherwise when it cannot be read or made.
    pub fn from_file_or_new(path: &Path, keyring: &Path) -> Result<Self, OrganisationKeyError> {
        if path.exists() {
            return Self::from_file(path);
        }
        let used = std::fs::read_dir(keyring.join(crate::keyring::KEYS))
            .is_ok_and(|mut entries| entries.next().is_some());
        if used {
            return Err(OrganisationKeyError::Lost(path.to_path_buf()));
        }
        make_file(path).map_err(|source| OrganisationKeyError::File { path: path.to_path_buf(), source })?;
        Self::from_file(path)
    }
}

/// Written aside and linked into place, so that a crash leaves a whole key or none; whoever comes second loses.
fn make_file(path: &Path) -> std::io::Result<()> {
    let mut key = Zeroizing::new([0; 32]);
    rand::fill(key.as_mut_slice()).map_err(std::io::Error::other)?;
    let digits = Zeroizing::new(hex::encode(key.as_slice()) + "\n");
    if let Some(parent) = path.parent() {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(parent)?;
    }
    let aside = path.with_extension(format!("{}.new", std::process::id()));
    let mut file =
        std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&aside)?;
    file.write_all(digits.as_bytes())?;
    file.sync_all()?;
    let linked = match std::fs::hard_link(&aside, path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    };
    std::fs::remove_file(&aside)?;
    linked?;
    sync_parent(path)
}
