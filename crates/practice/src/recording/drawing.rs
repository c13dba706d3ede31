//! Drawing the timeline of a recording that can be watched already: waveform and small pictures.
//!
//! Nobody waits for it. It goes over the whole recording, which takes many times longer than making it watchable.

use std::sync::Arc;

use bytes::Bytes;
use futures::{StreamExt, stream};
use method::Refusal;
use method::ids::{ObjectId, RecordingId};
use method::permit::Deed;
use method::recording::RecordingState;
use method::time::Stamp;
use records::assets::{self, Asset};
use records::recording::Recording;
use vault::BoxError;

use super::{Media, stills};
use crate::{Caller, Error, House, Result};

/// The kinds of what is drawn.
const PEAKS: &str = "peaks";
const STILLS: &str = "stills";

/// A recording whose timeline is being drawn.
#[derive(Debug)]
pub struct Drawing {
    house: Arc<House>,
    caller: Caller,
    row: Recording,
}

impl House {
    /// Takes up a recording to draw its timeline. Nothing when it is drawn, cannot be watched, or is gone.
    ///
    /// # Errors
    /// When records or vault fail.
    pub async fn drawing(self: &Arc<Self>, id: RecordingId, now: Stamp) -> Result<Option<Drawing>> {
        let mut c = self.db.read().await?;
        let row = records::recording::by_id(&mut c, id).await?;
        let Some(row) = row.filter(|row| row.state == RecordingState::Ready) else { return Ok(None) };
        let there = assets::of_recording(&mut c, id).await?;
        drop(c);
        // The waveform comes last, and has a length only once it is whole.
        if there.iter().any(|asset| asset.kind == PEAKS && asset.length > 0) {
            return Ok(None);
        }
        let drawing = Drawing { house: Arc::clone(self), caller: Caller::worker(now), row };
        match drawing.permit().await {
            Ok(_) => {}
            Err(Error::Refused(_)) => return Ok(None),
            Err(other) => return Err(other),
        }
        // What an earlier try left.
        for asset in there.iter().filter(|asset| asset.kind == PEAKS || asset.kind == STILLS) {
            if let Some(object) = ObjectId::parse(&asset.object) {
                drawing.take_away(object).await?;
            }
        }
        Ok(Some(drawing))
    }
}

impl Drawing {
    /// The recording as it came in.
    #[must_use]
    pub fn source(&self) -> Media {
        self.house.source(&self.caller, &self.row)
    }

    /// Keeps what was drawn.
    ///
    /// # Errors
    /// The rule's refusal, or when records or vault fail; then another try may do it.
    #[crate::boxed]
    pub async fn drawn(&self, peaks: Vec<u8>, stills: &[(u64, Bytes)]) -> Result<()> {
        if !stills.is_empty() {
            self.keep(STILLS, stills::pack(stills)).await?;
        }
        if !peaks.is_empty() {
            self.keep(PEAKS, peaks).await?;
        }
        Ok(())
    }

    async fn permit(&self) -> Result<method::Permit> {
        let mut c = self.house.db.read().await?;
        House::permit_in(&mut c, &self.caller, self.row.conversation, Deed::Process).await
    }

    async fn keep(&self, kind: &str, bytes: Vec<u8>) -> Result<()> {
        let object = ObjectId::new();
        let kept = self.seal(kind, object, bytes).await;
        if kept.is_err() {
            // A withdrawal may have come in between: nothing is left of it.
            self.take_away(object).await?;
        }
        kept
    }

    async fn seal(&self, kind: &str, object: ObjectId, bytes: Vec<u8>) -> Result<()> {
        let permit = self.permit().await?;
        // Written down before it is made, so that a next try finds it whatever happens.
        let asset = Asset {
            object: object.to_string(),
            recording: self.row.id.to_string(),
            conversation: self.row.conversation.to_string(),
            kind: kind.to_owned(),
            content_type: "application/octet-stream".to_owned(),
            length: 0,
            at_ms: 0,
        };
        let mut c = self.house.db.write().await?;
        assets::insert(&mut c, &asset, self.caller.now).await?;
        c.commit().await?;
        let length = bytes.len() as u64;
        let whole = stream::once(async { Ok::<_, BoxError>(Bytes::from(bytes)) });
        self.house.vault.write(&permit, object, whole.boxed()).await?;
        let mut c = self.house.db.write().await?;
        let row = records::recording::by_id(&mut c, self.row.id).await?;
        row.filter(|row| row.state == RecordingState::Ready).ok_or(Refusal::ConsentWithdrawn)?;
        assets::set_length(&mut c, object, length).await?;
        Ok(c.commit().await?)
    }

    async fn take_away(&self, object: ObjectId) -> Result<()> {
        self.house.vault.remove(self.row.conversation.into(), object).await?;
        let mut c = self.house.db.write().await?;
        assets::forget_one(&mut c, object).await?;
        Ok(c.commit().await?)
    }
}
