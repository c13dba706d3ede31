//! Bytes come in: a recording is begun, goes on, is closed as it is, or thrown away.

use bytes::Bytes;
use futures::{Stream, StreamExt};
use method::Refusal;
use method::ids::{ConversationId, ObjectId, RecordingId};
use method::permit::Deed;
use method::recording::RecordingState;
use records::recording::{Recording, steps};
use vault::BoxError;

use super::{Maker, begin_terms, name_place};
use crate::{Caller, Error, House, Result};

/// What is known of a recording before its first byte.
#[derive(Debug)]
pub struct Incoming<'a> {
    /// Where it comes from.
    pub maker: Maker,
    /// How many bytes it will have; unknown while a camera is running.
    pub length: Option<u64>,
    /// The name of the file. Kept sealed.
    pub file_name: Option<&'a str>,
    /// What the browser says it is. Only ever a hint.
    pub content_type: Option<&'a str>,
}

/// What came of receiving bytes.
#[derive(Debug)]
pub enum Took {
    /// They were taken.
    All {
        /// How many bytes are durably there now.
        durable: u64,
    },
    /// The sender broke off, or sent more than belongs to it; what came before that is kept.
    Part {
        /// How many bytes are durably there now.
        durable: u64,
    },
    /// It must go on elsewhere; nothing was taken.
    Elsewhere {
        /// How many bytes are durably there.
        durable: u64,
    },
}

/// Longest name or type that is kept of a file, in bytes.
const NAME_MAX: usize = 1024;

impl House {
    /// Begins a recording of a conversation that has none.
    ///
    /// # Errors
    /// The rule's refusal, `RecordingPresent` when there is one, `Invalid` for a file that is empty or too large.
    #[crate::boxed]
    pub async fn begin_recording(
        &self,
        caller: &Caller,
        conversation: ConversationId,
        incoming: &Incoming<'_>,
    ) -> Result<RecordingId> {
        let permit = self.permit(caller, conversation, Deed::Record).await?;
        match incoming.length {
            Some(0) => return Err(Error::invalid("file", "refusal-file-empty")),
            Some(length) if length > self.settings.upload_max => {
                return Err(Error::invalid("file", "refusal-file-large"));
            }
            _ => {}
        }
        let id = RecordingId::new();
        let name = incoming.file_name.filter(|name| !name.is_empty() && name.len() <= NAME_MAX);
        let file_name_sealed = match name {
            Some(name) => Some(self.vault.seal_text(&permit, &name_place(id), name).await?),
            None => None,
        };
        let new = steps::New {
            id,
            conversation,
            object: ObjectId::new(),
            made_by: incoming.maker.key(),
            length: incoming.length,
            file_name_sealed,
            content_type: incoming.content_type.filter(|kind| kind.len() <= NAME_MAX),
        };
        let mut c = self.db.write().await?;
        steps::take_turn(&mut c, conversation).await?;
        let present = records::recording::newest(&mut c, conversation).await?;
        if present.is_some_and(|present| !present.state.makes_room()) {
            return Err(Refusal::RecordingPresent.into());
        }
        steps::insert(&mut c, &new, caller.now).await?;
        // Also what never becomes whole is not kept for ever.
        begin_terms(&mut c, conversation, caller).await?;
        c.commit().await?;
        Ok(id)
    }

    /// The length of a recording whose length was not known: the camera stopped.
    ///
    /// # Errors
    /// The rule's refusal; `Invalid` when it contradicts what was said or received before.
    #[crate::boxed]
    pub async fn set_recording_length(
        &self,
        caller: &Caller,
        conversation: ConversationId,
        id: RecordingId,
        length: u64,
    ) -> Result<()> {
        let (permit, row) = self.own_recording(caller, conversation, id).await?;
        if length == 0 {
            return Err(Error::invalid("file", "refusal-file-empty"));
        }
        if length > self.settings.upload_max {
            return Err(Error::invalid("file", "refusal-file-large"));
        }
        if length < self.vault.len(&permit, row.object).await? {
            return Err(Error::invalid("length", "refusal-form"));
        }
        let mut c = self.db.write().await?;
        if !steps::set_length(&mut c, id, length).await? {
            return Err(Error::invalid("length", "refusal-form"));
        }
        Ok(c.commit().await?)
    }

    /// Takes bytes of a recording, from `at` on. What came in is kept, also when the sender breaks off.
    ///
    /// Run it in a task of its own: dropped, it loses what it had not yet put away.
    ///
    /// # Errors
    /// The rule's refusal; `Unknown` when there is no such recording.
    #[crate::boxed]
    pub async fn receive<S, E>(
        &self,
        caller: &Caller,
        conversation: ConversationId,
        id: RecordingId,
        at: u64,
        body: S,
    ) -> Result<Took>
    where
        S: Stream<Item = std::result::Result<Bytes, E>> + Send,
        E: Into<BoxError> + Send,
    {
        let (permit, row) = self.own_recording(caller, conversation, id).await?;
        if row.state != RecordingState::Arriving {
            return Ok(Took::Elsewhere { durable: row.length.unwrap_or(0) });
        }
        let room = row.length.unwrap_or(self.settings.upload_max).saturating_sub(at);
        let appended = self.vault.append(&permit, row.object, at, within(body, room)).await;
        match appended {
            _ if row.interview.is_some() && self.is_gone(&row).await? => {
                // It was taken back while these bytes came in: nothing of them stays.
                self.vault.remove(permit.scope(), row.object).await?;
                Err(Refusal::Unknown.into())
            }
            Ok(done) if done.broken.is_none() => Ok(Took::All { durable: done.durable }),
            Ok(done) => Ok(Took::Part { durable: done.durable }),
            Err(vault::Error::OffsetMismatch { durable }) => Ok(Took::Elsewhere { durable }),
            Err(vault::Error::Finished { len }) => Ok(Took::Elsewhere { durable: len }),
            // It was thrown away while these bytes came in.
            Err(vault::Error::NoObject) => Err(Refusal::Unknown.into()),
            Err(vault::Error::Conflict) => {
                Ok(Took::Elsewhere { durable: self.vault.len(&permit, row.object).await? })
            }
            Err(error) => Err(error.into()),
        }
    }

    async fn is_gone(&self, row: &Recording) -> Result<bool> {
        Ok(records::recording::by_id(&mut self.db.read().await?, row.id).await?.is_none())
    }

    /// Keeps what there is of a recording that stopped halfway, as the whole of it.
    ///
    /// # Errors
    /// The rule's refusal; `RecordingMissing` when nothing of it came in.
    #[crate::boxed]
    pub async fn close_recording(
        &self,
        caller: &Caller,
        conversation: ConversationId,
        id: RecordingId,
    ) -> Result<()> {
        let (permit, row) = self.own_recording(caller, conversation, id).await?;
        if row.state != RecordingState::Arriving {
            return Ok(());
        }
        if self.vault.len(&permit, row.object).await? == 0 {
            return Err(Refusal::RecordingMissing.into());
        }
        self.complete(caller, &permit, &row, true).await
    }

    /// Throws away a recording that has not become watchable, with all there is of it.
    ///
    /// # Errors
    /// The rule's refusal; `RecordingPresent` when it can be watched: that ends by withdrawing only.
    #[crate::boxed]
    pub async fn discard_recording(
        &self,
        caller: &Caller,
        conversation: ConversationId,
        id: RecordingId,
    ) -> Result<()> {
        let (permit, row) = self.own_recording(caller, conversation, id).await?;
        if matches!(row.state, RecordingState::Ready | RecordingState::Cutting) {
            return Err(Refusal::RecordingPresent.into());
        }
        self.take_away_assets(&row).await?;
        self.vault.remove(permit.scope(), row.object).await?;
        let mut c = self.db.write().await?;
        steps::delete(&mut c, id).await?;
        if row.interview.is_none() {
            records::conversation::clear_terms(&mut c, conversation).await?;
        }
        Ok(c.commit().await?)
    }
}

/// At most `room` bytes of a stream. What goes beyond it counts as breaking off.
fn within<S, E>(body: S, room: u64) -> impl Stream<Item = std::result::Result<Bytes, BoxError>> + Send
where
    S: Stream<Item = std::result::Result<Bytes, E>> + Send,
    E: Into<BoxError> + Send,
{
    let mut left = room;
    body.flat_map(move |piece| {
        let mut piece = match piece {
            Ok(piece) => piece,
            Err(error) => return futures::stream::iter(vec![Err(error.into())]),
        };
        let beyond = piece.len() as u64 > left;
        piece.truncate(usize::try_from(left).unwrap_or(usize::MAX));
        left -= piece.len() as u64;
        let mut pieces = vec![Ok(piece)];
        if beyond {
            pieces.push(Err(BoxError::from("more bytes than belong to it")));
        }
        futures::stream::iter(pieces)
    })
}
