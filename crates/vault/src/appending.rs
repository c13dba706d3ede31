//! Appending: bytes arrive, are cut into segments, sealed, and durable before they are acknowledged.
//!
//! Only one segment is on its way to the store while the next one fills. A later segment is never put before an
//! earlier one is durable, so whatever happens, what lies in the store is one unbroken beginning of the object.

use crate::error::{BoxError, Error, Result};
use crate::keyring::DataKey;
use crate::manifest::{self, Layout};
use crate::segment::{self, Sealer};
use crate::vault::{Inner, Vault};
use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt};
use method::Permit;
use method::ids::{ObjectId, ScopeId};
use object_store::PutPayload;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tokio::task::JoinHandle;

/// The most plaintext in one segment.
pub(crate) const SEGMENT: u64 = 4 * 1024 * 1024;
/// The least at which a segment is cut while more is coming, however many uploads there are.
const LEAST_SEGMENT: u64 = 512 * 1024;
/// What all uploads together aim to hold in memory, each filling one segment while another is on its way. The more of
/// it is taken, the shorter the next segment: two for one upload alone are as long as can be.
pub(crate) const MEMORY: u64 = 36 * 1024 * 1024;

/// What came of an append.
#[derive(Debug)]
pub struct Appended {
    /// How many bytes of the object are durable now.
    pub durable: u64,
    /// Why the source broke off, if it did; what it gave until then is kept.
    pub broken: Option<BoxError>,
}

impl Vault {
    /// Appends what a stream brings to an unfinished object, from `at` on, which must be where it ends.
    ///
    /// When the stream ends or breaks off, what it brought is sealed and durable. Run this in a task of its own
    /// when the caller may be dropped with its connection: a dropped append loses what it had not yet put.
    ///
    /// # Errors
    /// `OffsetMismatch` when the object does not end at `at`, `Finished`, `Conflict` when someone else appended
    /// meanwhile, `NoKey` when the scope's key is gone and `NoObject` when the object was removed, also when that
    /// happens on the way.
    pub async fn append<S, E>(
        &self,
        permit: &Permit,
        object: ObjectId,
        at: u64,
        stream: S,
    ) -> Result<Appended>
    where
        S: Stream<Item = std::result::Result<Bytes, E>> + Send,
        E: Into<BoxError>,
    {
        let scope = permit.scope();
        let durable = match self.object_key(scope, object).await {
            Ok(key) => self.durable_layout(&key, scope, object).await?.len,
            Err(Error::NoObject) => 0,
            Err(error) => return Err(error),
        };
        if at != durable {
            return Err(Error::OffsetMismatch { durable });
        }
        if at == 0 {
            self.inner.keyring.create_object(scope, object).await?;
        }
        let mut writer = Writer::new(self.inner.clone(), scope, object, durable);
        let mut stream = pin!(stream);
        while let Some(next) = stream.next().await {
            match next {
                Ok(bytes) => writer.push(&bytes).await?,
                Err(error) => {
                    return Ok(Appended { durable: writer.end().await?, broken: Some(error.into()) });
                }
            }
        }
        Ok(Appended { durable: writer.end().await?, broken: None })
    }

    /// Closes an object: from now on it is whole, and nothing can be added. Doing it again changes nothing.
    ///
    /// # Errors
    /// `NoKey`, `NoObject` when it was removed, or `Damaged` when what lies there is not one unbroken object.
    pub async fn finish(&self, permit: &Permit, object: ObjectId) -> Result<u64> {
        let scope = permit.scope();
        let key = self.inner.keyring.create_object(scope, object).await?;
        let layout = match self.durable_layout(&key, scope, object).await {
            Err(Error::Finished { len }) => return Ok(len),
            other => other?,
        };
        let sealed = Bytes::from(layout.seal(scope, object, &key)?);
        let path = manifest::manifest_path(scope, object);
        match put(self.inner.clone(), scope, object, path, sealed).await {
            Ok(()) => {
                self.inner.place.sweep(&manifest::folder(scope, object)).await?;
                Ok(layout.len)
            }
            // Someone else finished it first: theirs counts.
            Err(Error::Conflict) => Ok(self.open_layout(&key, scope, object).await?.len),
            Err(error) => Err(error),
        }
    }

    /// Writes a whole object from a stream and finishes it. When the stream breaks off, nothing of it stays.
    ///
    /// # Errors
    /// `Source` when the stream broke off; otherwise as [`Vault::append`].
    pub async fn write<S, E>(&self, permit: &Permit, object: ObjectId, stream: S) -> Result<u64>
    where
        S: Stream<Item = std::result::Result<Bytes, E>> + Send,
        E: Into<BoxError>,
    {
        match self.append(permit, object, 0, stream).await? {
            Appended { broken: None, .. } => self.finish(permit, object).await,
            Appended { broken: Some(error), .. } => {
                self.remove(permit.scope(), object).await?;
                Err(Error::Source(error))
            }
        }
    }

    /// What is durable of an unfinished object, its end opened before it is believed.
    async fn durable_layout(&self, key: &DataKey, scope: ScopeId, object: ObjectId) -> Result<Layout> {
        match self.open_manifest(key, scope, object).await {
            Ok(layout) => Err(Error::Finished { len: layout.len }),
            Err(Error::NoObject) => self.layout_of_files(key, scope, object).await,
            Err(error) => Err(error),
        }
    }
}

/// Fills one segment while the one before it is on its way to the store.
struct Writer {
    vault: Arc<Inner>,
    scope: ScopeId,
    object: ObjectId,
    /// Where the filling segment starts.
    next: u64,
    filling: Option<(Sealer, Share)>,
    under_way: Option<JoinHandle<Result<BytesMut>>>,
    spare: BytesMut,
}

impl Writer {
    fn new(vault: Arc<Inner>, scope: ScopeId, object: ObjectId, next: u64) -> Self {
        Self { vault, scope, object, next, filling: None, under_way: None, spare: BytesMut::new() }
    }

    async fn push(&mut self, mut bytes: &[u8]) -> Result<()> {
        while !bytes.is_empty() {
            let (mut sealer, share) = match self.filling.take() {
                Some(filling) => filling,
                None => self.begin().await?,
            };
            let left = share.size - sealer.len();
            let (now, later) = bytes.split_at(usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len()));
            sealer.push(now)?;
            bytes = later;
            if sealer.len() == share.size {
                self.send(sealer, share).await?;
            } else {
                self.filling = Some((sealer, share));
            }
        }
        Ok(())
    }

    /// A new segment, with the key fetched anew: when that is gone, so is the right to write.
    async fn begin(&mut self) -> Result<(Sealer, Share)> {
        let key = self.vault.keyring.unwrap_object(self.scope, self.object).await?;
        let share = Share::of_memory(self.vault.clone());
        if self.next + share.size >= manifest::TOO_LONG {
            return Err(Error::OutOfRange { len: self.next });
        }
        let needed = usize::try_from(segment::stored_len(share.size)).unwrap_or(0);
        let mut buffer = std::mem::take(&mut self.spare);
        if buffer.capacity() > 2 * needed {
            buffer = BytesMut::new();
        }
        buffer.reserve(needed);
        Ok((Sealer::new(&key, self.object, self.next, buffer)?, share))
    }

    async fn send(&mut self, sealer: Sealer, share: Share) -> Result<()> {
        let (start, len) = (self.next, sealer.len());
        let sealed = sealer.finish()?;
        self.settle().await?;
        let path = manifest::segment_path(self.scope, self.object, start);
        let (vault, scope, object) = (self.vault.clone(), self.scope, self.object);
        // A task of its own, so that a segment that is on its way arrives whole also when the upload is dropped.
        self.under_way = Some(tokio::spawn(async move {
            let keep = sealed.clone();
            put(vault, scope, object, path, sealed).await?;
            drop(share);
            Ok(keep.try_into_mut().unwrap_or_default())
        }));
        self.next = start + len;
        Ok(())
    }

    /// Waits until the segment that is under way is durable, and takes its memory back.
    async fn settle(&mut self) -> Result<()> {
        if let Some(under_way) = self.under_way.take() {
            self.spare = under_way.await??;
        }
        Ok(())
    }

    async fn end(&mut self) -> Result<u64> {
        if let Some((sealer, share)) = self.filling.take() {
            self.send(sealer, share).await?;
        }
        self.settle().await?;
        Ok(self.next)
    }
}

/// One segment's share of the memory for all uploads, given back when dropped.
struct Share {
    vault: Arc<Inner>,
    size: u64,
}

impl Share {
    fn of_memory(vault: Arc<Inner>) -> Self {
        let free = MEMORY.saturating_sub(vault.in_memory.load(Ordering::Relaxed));
        let longest = vault.longest_segment;
        let size = (free / 8).clamp(LEAST_SEGMENT.min(longest), longest);
        vault.in_memory.fetch_add(size, Ordering::Relaxed);
        Self { vault, size }
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.vault.in_memory.fetch_sub(self.size, Ordering::Relaxed);
    }
}

/// Puts a sealed file. When its key was destroyed meanwhile, the destruction may have missed this file: it goes too.
async fn put(
    vault: Arc<Inner>,
    scope: ScopeId,
    object: ObjectId,
    path: object_store::path::Path,
    sealed: Bytes,
) -> Result<()> {
    vault.place.put_new(&path, PutPayload::from(sealed)).await?;
    if !vault.keyring.holds(scope).await? {
        vault.place.clear(&object_store::path::Path::from(scope.to_string())).await?;
        return Err(Error::NoKey);
    }
    if !vault.keyring.holds_object(scope, object).await? {
        vault.place.clear(&manifest::folder(scope, object)).await?;
        return Err(Error::NoObject);
    }
    Ok(())
}
