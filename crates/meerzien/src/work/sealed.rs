//! Sealed recordings in the shape that `media` reads from and writes to.

use std::io;
use std::ops::Range;

use bytes::Bytes;
use futures::future::BoxFuture;
use futures::stream::BoxStream;
use futures::{FutureExt, StreamExt};
use media::{Sink, Source};
use method::ids::ObjectId;
use practice::recording::{Making, Media, Rewriting};

/// Opens a sealed recording where the decoder wants to read.
pub struct Sealed(pub Media);

impl Source for Sealed {
    fn len(&self) -> u64 {
        self.0.len()
    }

    fn read(&self, range: Range<u64>) -> BoxStream<'static, io::Result<Bytes>> {
        self.0.read(range).map(|piece| piece.map_err(io::Error::other)).boxed()
    }
}

/// Seals what the decoder writes; nothing is begun before there is something to seal.
pub struct Sealing<'a> {
    making: &'a Making,
    open: Option<Rewriting>,
}

impl<'a> Sealing<'a> {
    /// A place for a new form of this recording.
    pub const fn new(making: &'a Making) -> Self {
        Self { making, open: None }
    }

    /// All of it was written.
    pub async fn finish(self, making: &Making) -> practice::Result<ObjectId> {
        match self.open {
            Some(open) => open.finish(making).await,
            None => Err(practice::Error::Inner("nothing was written".to_owned())),
        }
    }

    async fn take(&mut self, piece: Bytes) -> practice::Result<()> {
        if self.open.is_none() {
            self.open = Some(self.making.rewrite("application/octet-stream").await?);
        }
        match &self.open {
            Some(open) => open.write(piece).await,
            None => Ok(()),
        }
    }
}

impl Sink for Sealing<'_> {
    fn write(&mut self, piece: Bytes) -> BoxFuture<'_, io::Result<()>> {
        async move { self.take(piece).await.map_err(io::Error::other) }.boxed()
    }
}
