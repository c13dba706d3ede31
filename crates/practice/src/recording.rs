//! Recording (opnemen): a recording comes in, from a camera or as a file, and becomes whole.
//!
//! How much of it there is, is what the vault durably holds and nothing else, so that an upload goes on after
//! any crash. The step from the last byte to `Whole` is taken by whoever sees it first: the request that brought
//! that byte, or the next one that asks.

mod arriving;
mod cutting;
mod drawing;
mod hands;
mod making;
mod serving;
mod stills;
mod watched;

pub use arriving::{Incoming, Took};
pub use cutting::{Cut, CutRoom, Pointed};
pub use drawing::Drawing;
pub use hands::{NotDone, Work};
pub use making::{Made, Making, Playing, Rewriting};
pub use serving::{Face, Film, Media};
pub(crate) use watched::Sittings;
pub use watched::Watched;

use method::Refusal;
use method::ids::{ConversationId, ObjectId, RecordingId};
use method::permit::{Deed, Permit};
use method::recording::RecordingState;
use records::Conn;
use records::recording::{Recording, steps};

use crate::house::ids;
use crate::{Caller, House, Result, audit};

/// Where a recording came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// Our own recorder, in the browser.
    Camera,
    /// A file.
    File,
}

impl Maker {
    const fn key(self) -> &'static str {
        match self {
            Self::Camera => "camera",
            Self::File => "file",
        }
    }
}

/// A recording, as the one who makes it sees it.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Which.
    pub id: RecordingId,
    /// Where its bytes lie.
    pub object: ObjectId,
    /// Where it came from.
    pub maker: Maker,
    /// Where it stands.
    pub state: RecordingState,
    /// How many bytes are durably there.
    pub offset: u64,
    /// How many there will be; unknown while a camera is running.
    pub length: Option<u64>,
    /// The name of the file.
    pub file_name: Option<String>,
    /// What the browser says it is.
    pub content_type: Option<String>,
    /// How long it lasts, once known.
    pub duration_ms: Option<i64>,
    /// Whether it has a picture, once known.
    pub picture: bool,
    /// How far making it watchable is, in hundredths.
    pub progress: i64,
    /// Why it was refused: a message key.
    pub refusal: Option<String>,
    /// Whether it ends before it should.
    pub cut_short: bool,
    /// Whether making it watchable did not work.
    pub failed: bool,
}

/// Where a file's name stands, for sealing.
fn name_place(id: RecordingId) -> String {
    format!("recordings.file_name/{id}")
}

impl House {
    /// The newest recording of a conversation, for the one who records.
    ///
    /// # Errors
    /// The rule's refusal.
    #[crate::boxed]
    pub async fn recording(&self, caller: &Caller, conversation: ConversationId) -> Result<Option<Upload>> {
        let permit = self.permit(caller, conversation, Deed::Record).await?;
        let row = records::recording::newest(&mut self.db.read().await?, conversation).await?;
        match row {
            Some(row) => Ok(Some(self.seen(caller, &permit, row).await?)),
            None => Ok(None),
        }
    }

    /// One recording of a conversation, for the one who records. When its last byte is in, it becomes whole here.
    ///
    /// # Errors
    /// The rule's refusal; `Unknown` when there is no such recording or it was refused.
    #[crate::boxed]
    pub async fn upload(
        &self,
        caller: &Caller,
        conversation: ConversationId,
        id: RecordingId,
    ) -> Result<Upload> {
        let (permit, row) = self.own_recording(caller, conversation, id).await?;
        self.seen(caller, &permit, row).await
    }

    /// A recording that the caller makes, with the permit for it: the conversation's by who records, the sound of an
    /// interview by who asks.
    async fn own_recording(
        &self,
        caller: &Caller,
        conversation: ConversationId,
        id: RecordingId,
    ) -> Result<(Permit, Recording)> {
        let row = records::recording::by_id(&mut self.db.read().await?, id).await?;
        let row = row.filter(|row| row.conversation == conversation && !row.state.makes_room());
        let sound = row.as_ref().is_some_and(|row| row.interview.is_some());
        let permit = if sound {
            self.sound_permit(caller, conversation).await?
        } else {
            self.permit(caller, conversation, Deed::Record).await?
        };
        Ok((permit, row.ok_or(Refusal::Unknown)?))
    }

    async fn seen(&self, caller: &Caller, permit: &Permit, mut row: Recording) -> Result<Upload> {
        let mut offset = row.length.unwrap_or(0);
        if row.state == RecordingState::Arriving {
            offset = self.vault.len(permit, row.object).await?;
            if offset > 0 && row.length == Some(offset) {
                self.complete(caller, permit, &row, false).await?;
                row.state = RecordingState::Whole;
            }
        }
        let file_name = match &row.file_name_sealed {
            Some(sealed) => {
                Some(self.vault.open_text(permit, &name_place(row.id), sealed).await?.to_string())
            }
            None => None,
        };
        Ok(Upload {
            id: row.id,
            object: row.object,
            maker: if row.made_by == Maker::Camera.key() { Maker::Camera } else { Maker::File },
            state: row.state,
            offset,
            length: row.length,
            file_name,
            content_type: row.content_type,
            duration_ms: row.duration_ms,
            picture: row.picture.is_some(),
            progress: row.progress,
            refusal: row.refusal,
            cut_short: row.cut_short,
            failed: row.failed.is_some(),
        })
    }

    /// The last byte is in: nothing can be added any more, the terms begin to run, and the work is asked for.
    async fn complete(
        &self,
        caller: &Caller,
        permit: &Permit,
        row: &Recording,
        cut_short: bool,
    ) -> Result<()> {
        let length = self.vault.finish(permit, row.object).await?;
        let mut c = self.db.write().await?;
        // Of two who see the last byte at once, one takes the step.
        if steps::set_whole(&mut c, row.id, length, cut_short, caller.now).await? {
            // The terms are those of the conversation; sound of an interview does not begin them anew.
            let organisation = if row.interview.is_some() {
                crate::consent::kept(&mut c, row.conversation).await?.1
            } else {
                begin_terms(&mut c, row.conversation, caller).await?
            };
            let line = audit::Line {
                deed: audit::Deed::Recorded,
                scope: Some(row.conversation.into()),
                subject: Some(&row.made_by),
            };
            audit::write(&mut c, organisation, caller, line).await?;
            let job = records::jobs::Job::MakeWatchable { recording: row.id.to_string() };
            records::jobs::ask(&mut c, &job).await?;
            c.commit().await?;
            self.bell.notify_one();
        }
        Ok(())
    }
}

/// Until when the second yes is awaited, and how long everything is kept: both run from now.
async fn begin_terms(
    c: &mut Conn,
    conversation: ConversationId,
    caller: &Caller,
) -> Result<method::ids::OrganisationId> {
    let row = records::conversation::by_id(c, conversation).await?.ok_or(Refusal::Unknown)?;
    let organisation = ids::organisation(&row.organisation)?;
    let terms = records::organisation::by_id(c, organisation).await?.ok_or(Refusal::Unknown)?;
    let second_yes = caller.now.plus_days(terms.second_yes_days);
    let retention = caller.now.plus_months(terms.retention_months);
    records::conversation::set_terms(c, conversation, second_yes, retention).await?;
    Ok(organisation)
}
