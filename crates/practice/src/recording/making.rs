//! Making a recording watchable, as the worker sees it: sealed bytes to read, and places to seal what comes of it.
//!
//! A try may stop at any point. What it had made by then stands in the records, and the next try begins by
//! taking that away, so that nothing is left over and nothing is there twice.

use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use futures::{StreamExt, stream};
use method::ids::{ObjectId, RecordingId};
use method::permit::Deed;
use method::recording::RecordingState;
use method::time::Stamp;
use method::{Permit, Refusal};
use records::recording::{Recording, steps};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use vault::BoxError;

use super::{Media, stills};
use crate::{Caller, Error, House, Result};

/// What is played.
#[derive(Debug)]
pub enum Playing {
    /// The recording itself.
    Itself,
    /// A new head, then a part of the recording.
    Headed {
        /// The head.
        head: Vec<u8>,
        /// The first byte of the part, and the first after it.
        part: (u64, u64),
    },
    /// A new head, then a part of what was written from it.
    Written {
        /// The head.
        head: Vec<u8>,
        /// What was written.
        body: ObjectId,
        /// The first byte of the part, and the first after it.
        part: (u64, u64),
    },
}

/// What came of it.
#[derive(Debug)]
pub struct Made {
    /// How long it lasts.
    pub duration_ms: i64,
    /// The size of its picture, if it has one.
    pub picture: Option<(i64, i64)>,
    /// Whether it ends before it should.
    pub cut_short: bool,
    /// As which type it is played.
    pub content_type: String,
    /// What is played.
    pub playing: Playing,
    /// The waveform: one byte for every tenth of a second. Empty when it is drawn later.
    pub peaks: Vec<u8>,
    /// Small pictures with their places. Empty when they are drawn later.
    pub stills: Vec<(u64, Bytes)>,
}

/// A recording that is being made watchable.
#[derive(Debug)]
pub struct Making {
    house: Arc<House>,
    caller: Caller,
    row: Recording,
    /// What this try has put into the vault so far.
    kept: Mutex<Vec<ObjectId>>,
}

impl House {
    /// Takes up a recording to make it watchable. Nothing when it is so already, or gone.
    ///
    /// # Errors
    /// When records or vault fail.
    pub async fn making(self: &Arc<Self>, id: RecordingId, now: Stamp) -> Result<Option<Making>> {
        let row = records::recording::by_id(&mut self.db.read().await?, id).await?;
        let Some(row) = row.filter(|row| row.state == RecordingState::Whole) else { return Ok(None) };
        let making =
            Making { house: Arc::clone(self), caller: Caller::worker(now), row, kept: Mutex::default() };
        match making.permit().await {
            Ok(_) => {}
            // Consent ended while it waited: whoever ended it destroys it.
            Err(Error::Refused(_)) => return Ok(None),
            Err(other) => return Err(other),
        }
        making.take_away_assets().await?;
        Ok(Some(making))
    }
}

impl House {
    /// Takes away everything that was made from a recording.
    pub(super) async fn take_away_assets(&self, row: &Recording) -> Result<()> {
        let assets = records::assets::of_recording(&mut self.db.read().await?, row.id).await?;
        for asset in &assets {
            if let Some(object) = ObjectId::parse(&asset.object) {
                self.vault.remove(row.conversation.into(), object).await?;
            }
        }
        let mut c = self.db.write().await?;
        records::assets::forget(&mut c, row.id).await?;
        Ok(c.commit().await?)
    }
}

impl Making {
    /// The recording as it came in.
    #[must_use]
    pub fn source(&self) -> Media {
        self.house.source(&self.caller, &self.row)
    }

    /// Says how far it is, in hundredths.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn reached(&self, hundredths: u8) -> Result<()> {
        let mut c = self.house.db.write().await?;
        steps::set_progress(&mut c, self.row.id, i64::from(hundredths)).await?;
        Ok(c.commit().await?)
    }

    /// A place for a new form of the recording, which is sealed while it comes.
    ///
    /// # Errors
    /// The rule's refusal, or when records fail.
    pub async fn rewrite(&self, content_type: &str) -> Result<Rewriting> {
        let permit = self.permit().await?;
        let object = self.begin_asset("rewritten", content_type, 0).await?;
        let (sender, receiver) = mpsc::channel::<Option<Bytes>>(4);
        let vault = self.house.vault.clone();
        let pieces = stream::unfold(receiver, |mut receiver| async move {
            match receiver.recv().await {
                Some(Some(piece)) => Some((Ok(piece), receiver)),
                // The end was said, so it is whole …
                Some(None) => None,
                // … and otherwise whoever wrote it is gone.
                None => Some((Err(BoxError::from("broke off")), receiver)),
            }
        });
        let task = tokio::spawn(async move { vault.write(&permit, object, pieces.boxed()).await });
        Ok(Rewriting { object, sender, task })
    }

    /// It can be watched.
    ///
    /// # Errors
    /// The rule's refusal, or when records or vault fail; then another try may do it.
    pub async fn made(&self, made: Made) -> Result<()> {
        match self.keep_all(made).await {
            Ok(true) => Ok(()),
            // It was thrown away while it was being made.
            Ok(false) => self.let_go().await,
            Err(error) => {
                self.let_go().await?;
                Err(error)
            }
        }
    }

    async fn keep_all(&self, made: Made) -> Result<bool> {
        let (head, body, part) = match made.playing {
            Playing::Itself => (None, None, None),
            Playing::Headed { head, part } => (Some(head), None, Some(part)),
            Playing::Written { head, body, part } => (Some(head), Some(body), Some(part)),
        };
        let head = match head {
            Some(head) => Some(self.keep("head", &made.content_type, head).await?),
            None => None,
        };
        if !made.peaks.is_empty() {
            self.keep("peaks", "application/octet-stream", made.peaks).await?;
        }
        if !made.stills.is_empty() {
            self.keep("stills", "application/octet-stream", stills::pack(&made.stills)).await?;
        }
        let playing = records::recording::Playing { content_type: made.content_type, head, body, part };
        let ready = steps::Ready {
            duration_ms: made.duration_ms,
            picture: made.picture,
            cut_short: made.cut_short,
            playing: &playing,
        };
        let mut c = self.house.db.write().await?;
        let is_ready = steps::set_ready(&mut c, self.row.id, &ready, self.caller.now).await?;
        c.commit().await?;
        Ok(is_ready)
    }

    /// Takes away what this try put into the vault: it did not come to a good end.
    ///
    /// # Errors
    /// When records or vault fail; then the next try takes it away.
    pub async fn let_go(&self) -> Result<()> {
        let row = records::recording::by_id(&mut self.house.db.read().await?, self.row.id).await?;
        // A line to the database that broke at the last word may have kept it after all.
        if row.is_some_and(|row| row.state == RecordingState::Ready) {
            return Ok(());
        }
        let kept = std::mem::take(&mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner));
        for object in kept {
            self.house.vault.remove(self.row.conversation.into(), object).await?;
        }
        let mut c = self.house.db.write().await?;
        records::assets::forget(&mut c, self.row.id).await?;
        Ok(c.commit().await?)
    }

    /// It turned out to be no recording: nothing of it is left but why.
    ///
    /// # Errors
    /// When records or vault fail; then another try may do it.
    pub async fn refused(&self, why: &str) -> Result<()> {
        self.take_away_assets().await?;
        self.house.vault.remove(self.row.conversation.into(), self.row.object).await?;
        let mut c = self.house.db.write().await?;
        steps::set_refused(&mut c, self.row.id, why).await?;
        if self.row.interview.is_none() {
            records::conversation::clear_terms(&mut c, self.row.conversation).await?;
        }
        Ok(c.commit().await?)
    }

    /// It did not work, and there will be no other try unless someone asks for one.
    ///
    /// # Errors
    /// When records fail.
    pub async fn failed(&self) -> Result<()> {
        self.take_away_assets().await?;
        let mut c = self.house.db.write().await?;
        steps::set_failed(&mut c, self.row.id, Some(self.caller.now)).await?;
        Ok(c.commit().await?)
    }

    async fn permit(&self) -> Result<Permit> {
        let mut c = self.house.db.read().await?;
        House::permit_in(&mut c, &self.caller, self.row.conversation, Deed::Process).await
    }

    async fn keep(&self, kind: &str, content_type: &str, bytes: Vec<u8>) -> Result<ObjectId> {
        let permit = self.permit().await?;
        let object = self.begin_asset(kind, content_type, bytes.len() as u64).await?;
        let whole = stream::once(async { Ok::<_, BoxError>(Bytes::from(bytes)) });
        self.house.vault.write(&permit, object, whole.boxed()).await?;
        Ok(object)
    }

    /// Written down before it is made, so that a next try finds it whatever happens.
    async fn begin_asset(&self, kind: &str, content_type: &str, length: u64) -> Result<ObjectId> {
        let object = ObjectId::new();
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).push(object);
        let asset = records::assets::Asset {
            object: object.to_string(),
            recording: self.row.id.to_string(),
            conversation: self.row.conversation.to_string(),
            kind: kind.to_owned(),
            content_type: content_type.to_owned(),
            length: i64::try_from(length).unwrap_or(i64::MAX),
            at_ms: 0,
        };
        let mut c = self.house.db.write().await?;
        records::assets::insert(&mut c, &asset, self.caller.now).await?;
        c.commit().await?;
        Ok(object)
    }

    async fn take_away_assets(&self) -> Result<()> {
        self.house.take_away_assets(&self.row).await
    }
}

/// A new form of a recording on its way into the vault.
#[derive(Debug)]
pub struct Rewriting {
    object: ObjectId,
    sender: mpsc::Sender<Option<Bytes>>,
    task: JoinHandle<vault::Result<u64>>,
}

impl Rewriting {
    /// Takes the next bytes.
    ///
    /// # Errors
    /// When the vault no longer takes them; [`Rewriting::finish`] says why.
    pub async fn write(&self, piece: Bytes) -> Result<()> {
        self.sender.send(Some(piece)).await.map_err(|_| Error::Refused(Refusal::ConsentWithdrawn))
    }

    /// All of it is there.
    ///
    /// # Errors
    /// When the vault did not take all of it.
    pub async fn finish(self, making: &Making) -> Result<ObjectId> {
        // When nobody takes the end any more, the task says why.
        let _ = self.sender.send(None).await;
        let length = self.task.await.map_err(|error| Error::Inner(format!("rewriting: {error}")))??;
        let mut c = making.house.db.write().await?;
        records::assets::set_length(&mut c, self.object, length).await?;
        c.commit().await?;
        Ok(self.object)
    }
}
