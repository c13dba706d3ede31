//! Reading: any range, opening only its chunks, in memory that does not grow with the object.

use crate::error::{Damage, Error, Result};
use crate::keyring::DataKey;
use crate::manifest::{self, Layout};
use crate::segment::{self, Opener};
use crate::vault::Vault;
use bytes::Bytes;
use futures::Stream;
use method::Permit;
use method::ids::{ObjectId, ScopeId};
use object_store::path::Path;
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt};
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

/// Chunks fetched at a time: what one reader holds in memory.
const STEP: u64 = 2;

/// An object as it stood when it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its length: of a finished object all, of an unfinished one what is durable.
    pub len: u64,
    /// Whether it is finished.
    pub finished: bool,
}

impl Vault {
    /// How long an object is, and whether it is finished.
    ///
    /// # Errors
    /// `NoKey`, `NoObject`, or `Damaged`.
    pub async fn stat(&self, permit: &Permit, object: ObjectId) -> Result<Opened> {
        let key = self.object_key(permit.scope(), object).await?;
        match self.open_manifest(&key, permit.scope(), object).await {
            Ok(layout) => Ok(Opened { len: layout.len, finished: true }),
            Err(Error::NoObject) => {
                let layout = self.layout_of_files(&key, permit.scope(), object).await?;
                if layout.len == 0 {
                    return Err(Error::NoObject);
                }
                Ok(Opened { len: layout.len, finished: false })
            }
            Err(error) => Err(error),
        }
    }

    /// How long an object is. One that was never written is 0 bytes long, as an upload begins.
    ///
    /// # Errors
    /// `NoKey` or `Damaged`.
    pub async fn len(&self, permit: &Permit, object: ObjectId) -> Result<u64> {
        match self.stat(permit, object).await {
            Ok(opened) => Ok(opened.len),
            Err(Error::NoObject) => Ok(0),
            Err(error) => Err(error),
        }
    }

    /// Reads a range as a stream of plaintext pieces of at most 64 KiB.
    ///
    /// The key is fetched again for every segment, so a running stream ends in `NoKey` soon after a withdrawal, and in
    /// `NoObject` soon after the object was removed.
    ///
    /// # Errors
    /// At once: `NoKey`, `NoObject`, `OutOfRange`. In the stream: `Damaged`, `NoKey`, `NoObject`, `Store`.
    pub async fn read(
        &self,
        permit: &Permit,
        object: ObjectId,
        range: Range<u64>,
    ) -> Result<impl Stream<Item = Result<Bytes>> + Send + use<>> {
        let scope = permit.scope();
        let key = self.object_key(scope, object).await?;
        let layout = self.open_layout(&key, scope, object).await?;
        if range.start > range.end || range.end > layout.len {
            return Err(Error::OutOfRange { len: layout.len });
        }
        let reader = Reader {
            vault: self.clone(),
            scope,
            object,
            layout,
            rest: range,
            open: None,
            ready: VecDeque::new(),
        };
        Ok(futures::stream::try_unfold(reader, |mut reader| async move {
            Ok(reader.next().await?.map(|piece| (piece, reader)))
        }))
    }

    /// Reads all of a finished object and compares it with what lies in its folder: for `doctor` and for tests.
    ///
    /// # Errors
    /// `Damaged` with the first thing found; `NoObject` when it is not finished.
    pub async fn check(&self, permit: &Permit, object: ObjectId) -> Result<u64> {
        use futures::TryStreamExt;
        let scope = permit.scope();
        let key = self.object_key(scope, object).await?;
        let layout = self.open_manifest(&key, scope, object).await?;
        let lying = Layout::of_files(&self.inner.place.list(&manifest::folder(scope, object)).await?)?;
        if lying.len < layout.len {
            return Err(Damage::Missing { start: lying.len }.into());
        }
        if lying != layout {
            return Err(Damage::Foreign.into());
        }
        let pieces = self.read(permit, object, 0..layout.len).await?;
        pieces.try_fold(0, |sum, piece| async move { Ok(sum + piece.len() as u64) }).await
    }

    pub(crate) async fn open_manifest(
        &self,
        key: &DataKey,
        scope: ScopeId,
        object: ObjectId,
    ) -> Result<Layout> {
        let stored = self.inner.place.store.get(&manifest::manifest_path(scope, object)).await?;
        Layout::open(scope, object, key, &stored.bytes().await?)
    }

    /// What is durable of an unfinished object. Its last chunk is opened as last before the length is believed.
    pub(crate) async fn layout_of_files(
        &self,
        key: &DataKey,
        scope: ScopeId,
        object: ObjectId,
    ) -> Result<Layout> {
        let layout = Layout::of_files(&self.inner.place.list(&manifest::folder(scope, object)).await?)?;
        if let Some(last) = layout.len.checked_sub(1).and_then(|end| layout.segment_at(end)) {
            let chunk = Opener::chunk_of(last.end - last.start - 1);
            let segment = Segment::open(self, key, scope, object, last).await?;
            segment.chunks(chunk..chunk + 1).await?;
        }
        Ok(layout)
    }

    pub(crate) async fn open_layout(
        &self,
        key: &DataKey,
        scope: ScopeId,
        object: ObjectId,
    ) -> Result<Layout> {
        match self.open_manifest(key, scope, object).await {
            Err(Error::NoObject) => match self.layout_of_files(key, scope, object).await? {
                layout if layout.len == 0 => Err(Error::NoObject),
                layout => Ok(layout),
            },
            other => other,
        }
    }
}

/// One segment, open for reading.
struct Segment {
    store: Arc<dyn ObjectStore>,
    path: Path,
    opener: Opener,
    /// Where it starts and ends in the object.
    span: Range<u64>,
}

impl Segment {
    async fn open(
        vault: &Vault,
        key: &DataKey,
        scope: ScopeId,
        object: ObjectId,
        span: Range<u64>,
    ) -> Result<Self> {
        let (start, plain) = (span.start, span.end - span.start);
        let store = vault.inner.place.store.clone();
        let path = manifest::segment_path(scope, object, start);
        let options =
            GetOptions { range: Some(GetRange::Bounded(0..segment::HEADER)), ..GetOptions::default() };
        let front = match store.get_opts(&path, options).await {
            Err(object_store::Error::NotFound { .. }) => return Err(Damage::Missing { start }.into()),
            // Shorter than a header: stores differ in what they call that.
            Err(_) if store.head(&path).await?.size < segment::HEADER => {
                return Err(Damage::Length { start }.into());
            }
            other => other?,
        };
        if front.meta.size != segment::stored_len(plain) {
            return Err(Damage::Length { start }.into());
        }
        let opener = Opener::new(key, object, start, &front.bytes().await?, plain)?;
        Ok(Self { store, path, opener, span })
    }

    async fn chunks(&self, chunks: Range<u64>) -> Result<Vec<Bytes>> {
        let sealed = self.store.get_range(&self.path, self.opener.stored(&chunks)).await;
        match sealed {
            Ok(sealed) => self.opener.open(chunks.start, sealed),
            Err(object_store::Error::NotFound { .. }) => {
                Err(Damage::Missing { start: self.span.start }.into())
            }
            Err(error) => Err(error.into()),
        }
    }
}

struct Reader {
    vault: Vault,
    scope: ScopeId,
    object: ObjectId,
    layout: Layout,
    /// What is still to be fetched.
    rest: Range<u64>,
    open: Option<Segment>,
    ready: VecDeque<Bytes>,
}

impl Reader {
    async fn next(&mut self) -> Result<Option<Bytes>> {
        if self.ready.is_empty()
            && !self.rest.is_empty()
            && let Err(error) = self.fetch().await
        {
            // Objects vanish with their key: then that is the reason to give.
            let damaged = matches!(error, Error::Damaged(_));
            let ring = &self.vault.inner.keyring;
            return Err(match damaged {
                true if !ring.holds(self.scope).await? => Error::NoKey,
                true if !ring.holds_object(self.scope, self.object).await? => Error::NoObject,
                _ => error,
            });
        }
        Ok(self.ready.pop_front())
    }

    async fn fetch(&mut self) -> Result<()> {
        let at = self.rest.start;
        let segment = match self.open.take().filter(|segment| segment.span.contains(&at)) {
            Some(segment) => segment,
            None => {
                let span = self.layout.segment_at(at).ok_or(Damage::Manifest)?;
                let key = self.vault.object_key(self.scope, self.object).await?;
                Segment::open(&self.vault, &key, self.scope, self.object, span).await?
            }
        };
        let within = at - segment.span.start;
        let until = self.rest.end.min(segment.span.end) - segment.span.start;
        let first = Opener::chunk_of(within);
        let beyond = (Opener::chunk_of(until - 1) + 1).min(first + STEP);
        let mut from = first * segment::CHUNK;
        for mut piece in segment.chunks(first..beyond).await? {
            let end = from + piece.len() as u64;
            piece.truncate(usize::try_from(until.min(end) - from).unwrap_or(0));
            let skip = usize::try_from(within.saturating_sub(from)).unwrap_or(0);
            self.ready.push_back(piece.split_off(skip.min(piece.len())));
            from = end;
        }
        self.rest.start = segment.span.start + until.min(from);
        self.open = Some(segment);
        Ok(())
    }
}
