//! Journeys: one professional's learning path, with texts under a key of its own.

mod path;
mod sheet;

use method::Refusal;
use method::consent;
use method::ids::JourneyId;
use method::permit::Permit;
use records::Conn;

use crate::house::ids;
use crate::{Caller, Error, House, Result};

pub use path::Walked;
pub use sheet::Sheet;

/// Longest text that is taken in a field, in bytes.
pub const TEXT_MAX: usize = 20_000;

/// A text as typed: trimmed, not too long. Empty is nothing.
///
/// # Errors
/// `Invalid` when it is longer than [`TEXT_MAX`].
pub fn tidy_text(field: &'static str, text: &str) -> Result<Option<String>> {
    let text = text.trim();
    if text.len() > TEXT_MAX {
        return Err(Error::invalid(field, "invalid-text-long"));
    }
    Ok((!text.is_empty()).then(|| text.replace("\r\n", "\n")))
}

/// Where the learning question of a journey stands, for sealing.
fn question_place(id: JourneyId) -> String {
    format!("journeys.question/{id}")
}

impl House {
    /// The permit for one's own journey.
    pub(crate) async fn journey_permit(c: &mut Conn, caller: &Caller, id: JourneyId) -> Result<Permit> {
        let row = records::journey::by_id(c, id).await?.ok_or(Refusal::Unknown)?;
        Ok(consent::decide_journey(ids::member(&row.professional)?, id, &caller.reader)?)
    }

    /// The present journey of a professional, or of a manager who leads conversations too; begun when there is none.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    pub async fn own_journey(&self, caller: &Caller) -> Result<JourneyId> {
        let me = caller.leading()?;
        let newest =
            records::journey::of_professional(&mut self.db.read().await?, me.id).await?.into_iter().next();
        if let Some(row) = newest {
            return ids::journey(&row.id);
        }
        let id = JourneyId::new();
        let permit = consent::decide_journey(me.id, id, &caller.reader)?;
        self.vault.create_key(&permit).await?;
        let mut c = self.db.write().await?;
        records::journey::insert(&mut c, id, me.organisation, me.id, caller.now).await?;
        c.commit().await?;
        Ok(id)
    }

    /// The learning question of one's own journey.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner.
    pub async fn learning_question(&self, caller: &Caller, id: JourneyId) -> Result<Option<String>> {
        let mut c = self.db.read().await?;
        let permit = Self::journey_permit(&mut c, caller, id).await?;
        let row = records::journey::by_id(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let Some(sealed) = row.question_sealed else { return Ok(None) };
        Ok(Some(self.vault.open_text(&permit, &question_place(id), &sealed).await?.to_string()))
    }

    /// Writes the learning question of one's own journey.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner; `Invalid` when it is too long.
    pub async fn set_learning_question(&self, caller: &Caller, id: JourneyId, text: &str) -> Result<()> {
        let text = tidy_text("question", text)?.unwrap_or_default();
        let mut c = self.db.write().await?;
        let permit = Self::journey_permit(&mut c, caller, id).await?;
        let sealed = self.vault.seal_text(&permit, &question_place(id), &text).await?;
        records::journey::set_question(&mut c, id, &sealed, caller.now).await?;
        Ok(c.commit().await?)
    }
}
