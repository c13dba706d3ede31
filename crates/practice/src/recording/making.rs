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
use method::recording::cutting::Part;
use method::time::Stamp;
use method::{Permit, Refusal};
use records::recording::{Recording, cutting, steps};
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
    source: Media,
    /// The part that is to be left out, when the recording is there already and a part of it is cut.
    part: Option<Part>,
    /// What this try has put into the vault so far.
    kept: Mutex<Vec<ObjectId>>,
}

impl House {
    /// Takes up a recording to make it watchable, or to write it anew without a part. Nothing when neither is to be
    /// done, or it is gone; what a cut left to be destroyed is destroyed on the way.
    ///
    /// # Errors
    /// When records or vault fail.
    pub async fn making(self: &Arc<Self>, id: RecordingId, now: Stamp) -> Result<Option<Making>> {
        let caller = Caller::worker(now);
        let row = records::recording::by_id(&mut self.db.read().await?, id).await?;
        let Some(row) = row else { return Ok(None) };
        // Consent ended while it waited: whoever ended it destroys it.
        let permit =
            House::permit_in(&mut self.db.read().await?, &caller, row.conversation, Deed::Process).await;
        match permit {
            Ok(_) => {}
            Err(Error::Refused(_)) => return Ok(None),
            Err(other) => return Err(other),
        }
        let (source, part) = match row.state {
            RecordingState::Whole => {
                self.take_away_assets(&row).await?;
                (self.source(&caller, &row), None)
            }
            RecordingState::Cutting => {
                self.forget_new(&row).await?;
                let cut = cutting::under_way(&mut self.db.read().await?, id).await?;
                let Some(cut) = cut else { return Ok(None) };
                (self.played(&caller, &row).await?, Some(cut.part))
            }
            RecordingState::Ready => {
                self.finish_cut(&caller, &row).await?;
                return Ok(None);
            }
            RecordingState::Arriving | RecordingState::Refused => return Ok(None),
        };
        Ok(Some(Making { house: Arc::clone(self), caller, row, source, part, kept: Mutex::default() }))
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
    /// The recording as it came in; as people see it, when a part of it is cut.
    #[must_use]
    pub fn source(&self) -> Media {
        self.source.clone()
    }

    /// The part that is to be left out, when one is cut.
    #[must_use]
    pub const fn part(&self) -> Option<Part> {
        self.part
    }

    /// Under which kind something is kept until the recording without the part is whole.
    fn kind(&self, kind: &str) -> String {
        if self.part.is_some() { format!("{}{kind}", cutting::NEW) } else { kind.to_owned() }
    }

    /// Says how far it is, in hundredths.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn reached(&self, hundredths: u8) -> Result<()> {
        let mut c = self.house.db.write().await?;
        steps::set_progress(&mut c, self.row.id, i64::from(hundredths)).await?;
        Ok(c.commit().await?)
    }

    /// A place for a new form of the recording, which is sealed while it comes.
    ///
    /// # Errors
    /// The rule's refusal, or when records fail.
    #[crate::boxed]
    pub async fn rewrite(&self, content_type: &str) -> Result<Rewriting> {
        let permit = self.permit().await?;
        let object = self.begin_asset(&self.kind("rewritten"), content_type, 0).await?;
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
    #[crate::boxed]
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
        if self.part.is_some() {
            return self.keep_cut(made).await;
        }
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

    /// The recording without the part takes the place of the one before it, and that one is destroyed.
    async fn keep_cut(&self, made: Made) -> Result<bool> {
        let Playing::Written { head, body, part } = made.playing else {
            return Err(Error::Inner("a cut that was not written anew".into()));
        };
        let head = self.keep(&self.kind("head"), &made.content_type, head).await?;
        let playing = records::recording::Playing {
            content_type: made.content_type,
            head: Some(head),
            body: None,
            part: Some(part),
        };
        let ready = steps::Ready {
            duration_ms: made.duration_ms,
            picture: made.picture,
            cut_short: made.cut_short,
            playing: &playing,
        };
        let mut c = self.house.db.write().await?;
        let written = records::assets::by_object(&mut c, body).await?.map_or(0, |asset| asset.length);
        let length = u64::try_from(written).unwrap_or(0);
        let replaced = cutting::replace(&mut c, self.row.id, body, &ready, length, self.caller.now).await?;
        c.commit().await?;
        if replaced {
            self.house.finish_cut(&self.caller, &self.row).await?;
        }
        Ok(replaced)
    }

    /// Takes away what this try put into the vault: it did not come to a good end.
    ///
    /// # Errors
    /// When records or vault fail; then the next try takes it away.
    #[crate::boxed]
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
        if self.part.is_some() {
            return self.house.forget_new(&self.row).await;
        }
        let mut c = self.house.db.write().await?;
        records::assets::forget(&mut c, self.row.id).await?;
        Ok(c.commit().await?)
    }

    /// It turned out to be no recording: nothing of it is left but why.
    ///
    /// # Errors
    /// When records or vault fail; then another try may do it.
    #[crate::boxed]
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
    #[crate::boxed]
    pub async fn failed(&self) -> Result<()> {
        if self.part.is_some() {
            // It stays shut, and is asked for again after a while.
            return self.house.forget_new(&self.row).await;
        }
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
    #[crate::boxed]
    pub async fn write(&self, piece: Bytes) -> Result<()> {
        self.sender.send(Some(piece)).await.map_err(|_| Error::Refused(Refusal::ConsentWithdrawn))
    }

    /// All of it is there.
    ///
    /// # Errors
    /// When the vault did not take all of it.
    #[crate::boxed]
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
