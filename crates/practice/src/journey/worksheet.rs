//! The worksheet: a professional's own paper with a conversation, also for a round without anyone else.
//!
//! It is written before, while and after looking, and only by and for the professional. It is sealed under the
//! conversation's key, so that it goes with the conversation.

use method::Refusal;
use method::ids::ConversationId;
use method::permit::{Deed, Permit};
use method::roles::Perspective;
use method::time::Stamp;
use records::Conn;
use records::journey::worksheet as rows;

use super::tidy_text;
use crate::{Caller, Error, House, Result};

/// The fields that are written, in the order of the paper. Which conversation it is about is known.
pub const WORKSHEET_FIELDS: [&str; 9] =
    ["question", "expected", "saw", "felt", "three", "client", "colleague", "alternative", "when"];

/// A worksheet as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worksheet {
    /// One text per field of [`WORKSHEET_FIELDS`]; empty where nothing was written.
    pub fields: Vec<String>,
    /// Which version this is; 0 when nothing was written yet.
    pub version: i64,
    /// When it was changed, if it was written.
    pub at: Option<Stamp>,
}

fn place(id: ConversationId) -> String {
    format!("worksheets.text/{id}")
}

pub(crate) async fn permit(c: &mut Conn, caller: &Caller, id: ConversationId) -> Result<Permit> {
    let permit = House::permit_in(c, caller, id, Deed::Prepare).await?;
    let facts = crate::dialogue::facts(c, id).await?;
    match facts.party(&caller.reader).map(|party| party.perspective) {
        Some(Perspective::Professional) => Ok(permit),
        _ => Err(Refusal::NotInvited.into()),
    }
}

impl House {
    /// The professional's worksheet with a conversation.
    ///
    /// # Errors
    /// `NotInvited` for the others in it, `Unknown` for strangers, or why the conversation ended.
    #[crate::boxed]
    pub async fn worksheet(&self, caller: &Caller, id: ConversationId) -> Result<Worksheet> {
        let mut c = self.db.read().await?;
        let permit = permit(&mut c, caller, id).await?;
        let row = rows::of(&mut c, id).await?;
        let mut fields: Vec<String> = match &row {
            Some(row) => {
                serde_json::from_str(&self.vault.open_text(&permit, &place(id), &row.text_sealed).await?)
                    .map_err(|_| Error::Inner("words of a worksheet".into()))?
            }
            None => Vec::new(),
        };
        fields.resize(WORKSHEET_FIELDS.len(), String::new());
        let version = row.as_ref().map_or(0, |row| row.version);
        Ok(Worksheet { fields, version, at: row.map(|row| Stamp(row.changed_at)) })
    }

    /// Writes the worksheet, over the version that the writer had before them.
    ///
    /// # Errors
    /// As for reading it; `Invalid` when a text is too long; `ChangedMeanwhile` when another window was faster.
    #[crate::boxed]
    pub async fn write_worksheet(
        &self,
        caller: &Caller,
        id: ConversationId,
        typed: &[String],
        seen: i64,
    ) -> Result<()> {
        let mut fields = Vec::new();
        for (field, text) in WORKSHEET_FIELDS.iter().zip(typed) {
            fields.push(tidy_text(field, text)?.unwrap_or_default());
        }
        let json = serde_json::to_string(&fields).map_err(|_| Error::Inner("words of a worksheet".into()))?;
        let mut c = self.db.write().await?;
        let permit = permit(&mut c, caller, id).await?;
        let sealed = self.vault.seal_text(&permit, &place(id), &json).await?;
        if !rows::write(&mut c, id, &sealed, seen, caller.now).await? {
            return Err(Refusal::ChangedMeanwhile.into());
        }
        Ok(c.commit().await?)
    }
}
