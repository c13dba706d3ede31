//! The vault: keys made and destroyed, texts sealed and opened, objects removed.

use crate::boxed::TextKey;
use crate::error::Result;
use crate::keyring::{DataKey, Keyring};
use crate::manifest;
use crate::organisation_key::OrganisationKey;
use crate::place::Place;
use method::Permit;
use method::ids::{ObjectId, ScopeId};
use method::permit::Destruction;
use object_store::ObjectStore;
use object_store::path::Path;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use zeroize::Zeroizing;

/// What one use of a data key is called, so that texts and manifests never share one.
const TEXTS: &[u8] = b"meerzien text v1";

/// What a destruction did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Destroyed {
    /// How many objects were removed after the key.
    pub objects: usize,
}

/// Sealed objects and texts. Cheap to clone; all clones are the same vault.
#[derive(Clone, Debug)]
pub struct Vault {
    pub(crate) inner: Arc<Inner>,
}

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) place: Place,
    pub(crate) keyring: Keyring,
    /// How much the segments that are being filled or put may take of memory now.
    pub(crate) in_memory: AtomicU64,
    /// The most plaintext that a segment holds.
    pub(crate) longest_segment: u64,
}

impl Vault {
    /// The vault of an installation that needs nothing but one folder: `vault`, `keyring` and `organisation.key`
    /// in it, all made when they are missing.
    ///
    /// # Errors
    /// When a folder cannot be used, or the organisation's key is lost or another one.
    pub async fn open_local(data: &std::path::Path) -> Result<Self> {
        Self::open_local_with_key(data, &data.join("organisation.key")).await
    }

    /// The same, with the file of the organisation's key elsewhere: on another disk, for instance.
    ///
    /// # Errors
    /// As [`Vault::open_local`].
    pub async fn open_local_with_key(data: &std::path::Path, key: &std::path::Path) -> Result<Self> {
        let keyring = data.join("keyring");
        let organisation = OrganisationKey::from_file_or_new(key, &keyring)?;
        Self::on_disk(&data.join("vault"), Keyring::on_disk(&keyring, organisation).await?).await
    }

    /// A vault in a folder on this machine, with a keyring that lies elsewhere.
    ///
    /// # Errors
    /// When the folder cannot be used.
    pub async fn on_disk(folder: &std::path::Path, keyring: Keyring) -> Result<Self> {
        Self::open(Place::on_disk(folder)?, keyring, crate::appending::SEGMENT).await
    }

    /// A vault in any other store.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn in_store(store: Arc<dyn ObjectStore>, keyring: Keyring) -> Result<Self> {
        Self::open(Place::in_store(store), keyring, crate::appending::SEGMENT).await
    }

    pub(crate) async fn open(place: Place, keyring: Keyring, longest_segment: u64) -> Result<Self> {
        let inner = Inner { place, keyring, in_memory: AtomicU64::new(0), longest_segment };
        let vault = Self { inner: Arc::new(inner) };
        // What a machine that died left half destroyed is destroyed now.
        for scope in vault.inner.keyring.half_destroyed().await? {
            vault.clear(scope).await?;
        }
        for (scope, object) in vault.inner.keyring.half_removed().await? {
            vault.clear_object(scope, object).await?;
        }
        Ok(vault)
    }

    /// Makes the data key of the permit's scope; one that is there already stays.
    ///
    /// # Errors
    /// `NoKey` when it was destroyed before: a destroyed scope never comes back.
    pub async fn create_key(&self, permit: &Permit) -> Result<()> {
        self.inner.keyring.create(permit.scope()).await
    }

    /// Destroys a scope's data key, at once and for good, and then the objects it locked.
    ///
    /// Doing it again is harmless, and finishes what was left half done.
    ///
    /// # Errors
    /// When a store fails; call it again then.
    pub async fn destroy(&self, order: &Destruction) -> Result<Destroyed> {
        self.inner.keyring.destroy(order.scope()).await?;
        self.clear(order.scope()).await
    }

    async fn clear(&self, scope: ScopeId) -> Result<Destroyed> {
        let prefix = Path::from(scope.to_string());
        let gone = self.inner.place.clear(&prefix).await?;
        let objects: BTreeSet<_> =
            gone.iter().filter_map(|path| path.parts().nth(1).map(|p| p.as_ref().to_owned())).collect();
        self.inner.keyring.destroyed_all(scope).await?;
        Ok(Destroyed { objects: objects.len() })
    }

    /// Destroys one object, finished or not: its key first, at once and for good, and then its bytes. Needs no key.
    ///
    /// Doing it again is harmless, and finishes what was left half done.
    ///
    /// # Errors
    /// When a store fails; call it again then.
    pub async fn remove(&self, scope: ScopeId, object: ObjectId) -> Result<()> {
        self.inner.keyring.destroy_object(scope, object).await?;
        self.clear_object(scope, object).await
    }

    async fn clear_object(&self, scope: ScopeId, object: ObjectId) -> Result<()> {
        self.inner.place.clear(&manifest::folder(scope, object)).await?;
        self.inner.keyring.removed_object(scope, object).await
    }

    /// The key for many small texts at once.
    ///
    /// # Errors
    /// `NoKey` when it is not there.
    pub async fn text_key(&self, permit: &Permit) -> Result<TextKey> {
        let key = self.key(permit.scope()).await?;
        TextKey::derive(permit.scope(), &key, TEXTS)
    }

    /// Seals one text for one place, such as `moments.note/<id>`.
    ///
    /// # Errors
    /// `NoKey` when the scope has none.
    pub async fn seal_text(&self, permit: &Permit, place: &str, text: &str) -> Result<Vec<u8>> {
        self.text_key(permit).await?.seal(place, text)
    }

    /// Opens one text that was sealed for this place.
    ///
    /// # Errors
    /// `NoKey` when the scope has none, `Damaged` when it is not what was sealed here.
    pub async fn open_text(&self, permit: &Permit, place: &str, sealed: &[u8]) -> Result<Zeroizing<String>> {
        self.text_key(permit).await?.open(place, sealed)
    }

    /// Seals a few bytes for one place.
    ///
    /// # Errors
    /// `NoKey` when the scope has none.
    pub async fn seal_bytes(&self, permit: &Permit, place: &str, plain: &[u8]) -> Result<Vec<u8>> {
        self.text_key(permit).await?.seal_bytes(place, plain)
    }

    /// Opens bytes that were sealed for this place.
    ///
    /// # Errors
    /// `NoKey` when the scope has none, `Damaged` when they are not what was sealed here.
    pub async fn open_bytes(
        &self,
        permit: &Permit,
        place: &str,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>> {
        self.text_key(permit).await?.open_bytes(place, sealed)
    }

    pub(crate) async fn key(&self, scope: ScopeId) -> Result<DataKey> {
        self.inner.keyring.unwrap(scope).await
    }

    pub(crate) async fn object_key(&self, scope: ScopeId, object: ObjectId) -> Result<DataKey> {
        self.inner.keyring.unwrap_object(scope, object).await
    }
}
