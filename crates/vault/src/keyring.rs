//! The keyring: every scope's data key, wrapped by the organisation's key, in a store apart from what they lock.
//!
//! Nothing is cached: each opening fetches and unwraps, so destroying a key bites at once, on every node.

use crate::error::{Damage, Error, Result};
use crate::organisation_key::{OrganisationKey, OrganisationKeyError};
use crate::place::Place;
use aws_lc_rs::aead::{AES_256_GCM, Aad, RandomizedNonceKey};
use aws_lc_rs::rand;
use method::ids::ScopeId;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use secrecy::ExposeSecret;
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

pub(crate) const KEYS: &str = "keys";
const DESTROYED: &str = "destroyed";
const UNFINISHED: &str = "unfinished";
const CHECK: &str = "organisation";
const MAGIC: &[u8; 4] = b"MZK\x01";
const NONCE: usize = 12;
const TAG: usize = 16;
const WRAPPED: usize = MAGIC.len() + NONCE + 32 + TAG;

/// An unwrapped data key; wiped when dropped.
pub(crate) struct DataKey(pub(crate) Zeroizing<[u8; 32]>);

/// Where the wrapped data keys lie, with the organisation's key that opens them.
#[derive(Debug)]
pub struct Keyring {
    pub(crate) place: Place,
    pub(crate) organisation: OrganisationKey,
}

impl Keyring {
    /// A keyring in a folder of its own on this machine.
    ///
    /// # Errors
    /// When the folder cannot be used, or the organisation's key is not the one it was made with.
    pub async fn on_disk(folder: &std::path::Path, organisation: OrganisationKey) -> Result<Self> {
        Self::open(Place::on_disk(folder)?, organisation).await
    }

    /// A keyring in any other store. It must not be the store that holds the objects.
    ///
    /// # Errors
    /// When the store fails, or the organisation's key is not the one it was made with.
    pub async fn in_store(store: Arc<dyn ObjectStore>, organisation: OrganisationKey) -> Result<Self> {
        Self::open(Place::in_store(store), organisation).await
    }

    async fn open(place: Place, organisation: OrganisationKey) -> Result<Self> {
        let ring = Self { place, organisation };
        ring.check().await?;
        ring.replay().await?;
        ring.replay_objects().await?;
        Ok(ring)
    }

    /// A wrong organisation key is noticed at the start, not at the first recording someone wants to see.
    async fn check(&self) -> Result<()> {
        let path = Path::from(CHECK);
        let nobody = ScopeId(Uuid::nil());
        match self.fetch(&path).await {
            Ok(sealed) => self.unseal(nobody, sealed).map(|_| ()),
            Err(Error::NoObject) => match self.put_random(&path, nobody).await {
                Err(Error::Conflict) => self.unseal(nobody, self.fetch(&path).await?).map(|_| ()),
                other => other,
            },
            Err(error) => Err(error),
        }
        .map_err(|error| match error {
            Error::Damaged(_) => OrganisationKeyError::Other.into(),
            other => other,
        })
    }

    /// A key that came back (with a backup, or because a machine died halfway) is destroyed again.
    async fn replay(&self) -> Result<()> {
        for key in self.place.list(&Path::from(KEYS)).await? {
            let scope = key.location.filename().and_then(|name| Uuid::try_parse(name).ok()).map(ScopeId);
            if let Some(scope) = scope
                && self.place.holds(&tombstone(scope)).await?
            {
                self.place.shred(&key.location).await?;
            }
        }
        Ok(())
    }

    /// Makes the scope's data key; one that is there already stays.
    pub(crate) async fn create(&self, scope: ScopeId) -> Result<()> {
        if self.place.holds(&tombstone(scope)).await? {
            return Err(Error::NoKey);
        }
        match self.put_random(&key_path(scope), scope).await {
            Ok(()) | Err(Error::Conflict) => {}
            Err(error) => return Err(error),
        }
        // Destroyed while it was being made: it stays destroyed.
        if self.place.holds(&tombstone(scope)).await? {
            self.place.shred(&key_path(scope)).await?;
            return Err(Error::NoKey);
        }
        Ok(())
    }

    /// Whether the scope's data key was destroyed.
    pub(crate) async fn is_destroyed(&self, scope: ScopeId) -> Result<bool> {
        self.place.holds(&tombstone(scope)).await
    }

    /// Fetches and unwraps the scope's data key. One with a tombstone never opens, wherever it came from.
    pub(crate) async fn unwrap(&self, scope: ScopeId) -> Result<DataKey> {
        let (key_at, tombstone_at) = (key_path(scope), tombstone(scope));
        let (sealed, destroyed) = futures::join!(self.fetch(&key_at), self.place.holds(&tombstone_at));
        if destroyed? {
            return Err(Error::NoKey);
        }
        match sealed {
            Ok(sealed) => self.unseal(scope, sealed),
            Err(Error::NoObject) => Err(Error::NoKey),
            Err(error) => Err(error),
        }
    }

    /// Whether the scope's data key exists.
    pub(crate) async fn holds(&self, scope: ScopeId) -> Result<bool> {
        let (key_at, tombstone_at) = (key_path(scope), tombstone(scope));
        let (key, destroyed) = futures::join!(self.place.holds(&key_at), self.place.holds(&tombstone_at));
        Ok(key? && !destroyed?)
    }

    /// Destroys the key, and marks that its objects must follow. Can be done again without harm.
    pub(crate) async fn destroy(&self, scope: ScopeId) -> Result<()> {
        self.place.shred(&key_path(scope)).await?;
        for mark in [unfinished(scope), tombstone(scope)] {
            match self.place.put_new(&mark, b"destroyed\n".as_slice().into()).await {
                Ok(()) | Err(Error::Conflict) => {}
                Err(error) => return Err(error),
            }
        }
        // Once more: someone may have been making the key until the tombstone stood there.
        self.place.shred(&key_path(scope)).await
    }

    /// The objects are gone too.
    pub(crate) async fn destroyed_all(&self, scope: ScopeId) -> Result<()> {
        self.forget_objects(scope).await?;
        self.place.shred(&unfinished(scope)).await
    }

    /// Scopes whose objects were still being destroyed when the machine stopped.
    pub(crate) async fn half_destroyed(&self) -> Result<Vec<ScopeId>> {
        let marks = self.place.list(&Path::from(UNFINISHED)).await?;
        let ids = marks.iter().filter_map(|mark| Uuid::try_parse(mark.location.filename()?).ok());
        Ok(ids.map(ScopeId).collect())
    }

    pub(crate) async fn fetch(&self, path: &Path) -> Result<Vec<u8>> {
        Ok(self.place.store.get(path).await?.bytes().await?.into())
    }

    async fn put_random(&self, path: &Path, scope: ScopeId) -> Result<()> {
        let mut key = DataKey(Zeroizing::new([0; 32]));
        rand::fill(key.0.as_mut_slice())?;
        // Room for all of it at once, so that no growing leaves a copy of the key behind.
        let mut body = Vec::with_capacity(32);
        body.extend_from_slice(key.0.as_slice());
        let (nonce, tag) =
            self.wrapper()?.seal_in_place_separate_tag(Aad::from(associated(scope)), &mut body)?;
        let wrapped = [MAGIC, nonce.as_ref().as_slice(), body.as_slice(), tag.as_ref()].concat();
        self.place.put_new(path, wrapped.into()).await
    }

    fn unseal(&self, scope: ScopeId, sealed: Vec<u8>) -> Result<DataKey> {
        let mut sealed = Zeroizing::new(sealed);
        if sealed.len() != WRAPPED || !sealed.starts_with(MAGIC) {
            return Err(Damage::WrappedKey.into());
        }
        let (head, body) = sealed.split_at_mut(MAGIC.len() + NONCE);
        let nonce = head.last_chunk::<NONCE>().ok_or(Damage::WrappedKey)?;
        let plain = self
            .wrapper()?
            .open_in_place(nonce.into(), Aad::from(associated(scope)), body)
            .map_err(|_| Damage::WrappedKey)?;
        let mut key = DataKey(Zeroizing::new([0; 32]));
        key.0.copy_from_slice(plain);
        Ok(key)
    }

    fn wrapper(&self) -> Result<RandomizedNonceKey> {
        Ok(RandomizedNonceKey::new(&AES_256_GCM, self.organisation.0.expose_secret())?)
    }
}

fn associated(scope: ScopeId) -> [u8; 20] {
    let mut bound = [0; 20];
    let (magic, id) = bound.split_at_mut(MAGIC.len());
    magic.copy_from_slice(MAGIC);
    id.copy_from_slice(scope.0.as_bytes());
    bound
}

fn key_path(scope: ScopeId) -> Path {
    Path::from(format!("{KEYS}/{scope}"))
}

fn tombstone(scope: ScopeId) -> Path {
    Path::from(format!("{DESTROYED}/{scope}"))
}

fn unfinished(scope: ScopeId) -> Path {
    Path::from(format!("{UNFINISHED}/{scope}"))
}
