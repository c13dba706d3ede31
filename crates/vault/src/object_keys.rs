//! A key for every object, so that one object can be destroyed while its neighbours stay.
//!
//! It lies in the keyring, wrapped by the data key of its scope: without either of the two nothing of the object opens.

use crate::boxed::TextKey;
use crate::error::{Damage, Error, Result};
use crate::keyring::{DataKey, Keyring};
use aws_lc_rs::rand;
use method::ids::{ObjectId, ScopeId};
use object_store::path::Path;
use uuid::Uuid;
use zeroize::Zeroizing;

const OBJECTS: &str = "objects";
const REMOVED: &str = "removed";
const REMOVING: &str = "removing";
const USING: &[u8] = b"meerzien object key v1";

impl Keyring {
    /// Makes the object's key; one that is there already stays.
    ///
    /// `NoObject` when the object was removed before: it never comes back.
    pub(crate) async fn create_object(&self, scope: ScopeId, object: ObjectId) -> Result<DataKey> {
        let data = self.unwrap(scope).await?;
        if self.place.holds(&at(REMOVED, scope, object)).await? {
            return Err(Error::NoObject);
        }
        let mut key = DataKey(Zeroizing::new([0; 32]));
        rand::fill(key.0.as_mut_slice())?;
        let sealed =
            TextKey::derive(scope, &data, USING)?.seal_bytes(&object.to_string(), key.0.as_slice())?;
        match self.place.put_new(&at(OBJECTS, scope, object), sealed.into()).await {
            Ok(()) | Err(Error::Conflict) => {}
            Err(error) => return Err(error),
        }
        // Whichever was there first counts; one that was removed while it was being made stays removed.
        match self.unwrap_object(scope, object).await {
            Err(Error::NoObject) => {
                self.place.shred(&at(OBJECTS, scope, object)).await?;
                Err(Error::NoObject)
            }
            other => other,
        }
    }

    /// Fetches and unwraps the object's key. One with a tombstone never opens, wherever it came from.
    pub(crate) async fn unwrap_object(&self, scope: ScopeId, object: ObjectId) -> Result<DataKey> {
        let (key_at, tombstone_at) = (at(OBJECTS, scope, object), at(REMOVED, scope, object));
        let (data, sealed, removed) =
            futures::join!(self.unwrap(scope), self.fetch(&key_at), self.place.holds(&tombstone_at));
        let data = data?;
        if removed? {
            return Err(Error::NoObject);
        }
        let opened = TextKey::derive(scope, &data, USING)?.open_bytes(&object.to_string(), &sealed?);
        let plain = opened.map_err(|_| Damage::WrappedKey)?;
        let mut key = DataKey(Zeroizing::new([0; 32]));
        if plain.len() != key.0.len() {
            return Err(Damage::WrappedKey.into());
        }
        key.0.copy_from_slice(&plain);
        Ok(key)
    }

    /// Whether the object's key exists.
    pub(crate) async fn holds_object(&self, scope: ScopeId, object: ObjectId) -> Result<bool> {
        let (key_at, tombstone_at) = (at(OBJECTS, scope, object), at(REMOVED, scope, object));
        let (key, removed) = futures::join!(self.place.holds(&key_at), self.place.holds(&tombstone_at));
        Ok(key? && !removed?)
    }

    /// Destroys the object's key, and marks that its bytes must follow. Can be done again without harm.
    pub(crate) async fn destroy_object(&self, scope: ScopeId, object: ObjectId) -> Result<()> {
        self.place.shred(&at(OBJECTS, scope, object)).await?;
        // The tombstone of a scope covers all that was in it.
        if self.is_destroyed(scope).await? {
            return Ok(());
        }
        for mark in [at(REMOVING, scope, object), at(REMOVED, scope, object)] {
            match self.place.put_new(&mark, b"removed\n".as_slice().into()).await {
                Ok(()) | Err(Error::Conflict) => {}
                Err(error) => return Err(error),
            }
        }
        // Once more: someone may have been making the key until the tombstone stood there.
        self.place.shred(&at(OBJECTS, scope, object)).await
    }

    /// The object's bytes are gone too.
    pub(crate) async fn removed_object(&self, scope: ScopeId, object: ObjectId) -> Result<()> {
        self.place.shred(&at(REMOVING, scope, object)).await
    }

    /// Objects whose bytes were still being removed when the machine stopped.
    pub(crate) async fn half_removed(&self) -> Result<Vec<(ScopeId, ObjectId)>> {
        Ok(self.place.list(&Path::from(REMOVING)).await?.iter().filter_map(|m| whose(&m.location)).collect())
    }

    /// All that the keyring holds of a scope's objects goes with the scope.
    pub(crate) async fn forget_objects(&self, scope: ScopeId) -> Result<()> {
        for kind in [OBJECTS, REMOVING, REMOVED] {
            self.place.clear(&Path::from(format!("{kind}/{scope}"))).await?;
        }
        Ok(())
    }

    /// An object's key that came back with a backup is destroyed again.
    pub(crate) async fn replay_objects(&self) -> Result<()> {
        for tombstone in self.place.list(&Path::from(REMOVED)).await? {
            if let Some((scope, object)) = whose(&tombstone.location) {
                self.place.shred(&at(OBJECTS, scope, object)).await?;
            }
        }
        Ok(())
    }
}

fn at(kind: &str, scope: ScopeId, object: ObjectId) -> Path {
    Path::from(format!("{kind}/{scope}/{object}"))
}

/// Of which object something in the keyring is.
fn whose(path: &Path) -> Option<(ScopeId, ObjectId)> {
    let mut parts = path.parts().skip(1).map(|part| Uuid::try_parse(part.as_ref()).ok());
    Some((ScopeId(parts.next()??), ObjectId(parts.next()??)))
}
