//! Journeys: one professional's learning path, with texts under a key of its own.

mod finish;
mod handover;
mod path;
mod question;
mod sheet;
pub(crate) mod worksheet;

use method::Refusal;
use method::consent;
use method::ids::JourneyId;
use method::permit::Permit;
use records::Conn;
use records::journey::Journey;

use crate::house::ids;
use crate::{Caller, Error, House, Result};

pub use finish::Listed;
pub use handover::{Accompanied, Going};
pub use path::{Round, Walked};
pub use question::Asked;
pub use records::journey::stages::Done;
pub use sheet::Sheet;
pub use worksheet::{WORKSHEET_FIELDS, Worksheet};

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

impl House {
    /// The permit for one's own journey.
    pub(crate) async fn journey_permit(c: &mut Conn, caller: &Caller, id: JourneyId) -> Result<Permit> {
        Ok(Self::own_row(c, caller, id).await?.1)
    }

    /// The permit to write in one's own journey, as long as it was not finished.
    pub(crate) async fn open_journey_permit(c: &mut Conn, caller: &Caller, id: JourneyId) -> Result<Permit> {
        let (row, permit) = Self::own_row(c, caller, id).await?;
        if row.closed_at.is_some() { Err(Refusal::JourneyClosed.into()) } else { Ok(permit) }
    }

    /// One's own journey as it is kept, with the permit for it.
    pub(crate) async fn own_row(c: &mut Conn, caller: &Caller, id: JourneyId) -> Result<(Journey, Permit)> {
        let row = records::journey::by_id(c, id).await?.ok_or(Refusal::Unknown)?;
        let permit = consent::decide_journey(ids::member(&row.professional)?, id, &caller.reader)?;
        Ok((row, permit))
    }

    /// The present journey of a professional, or of a manager who leads conversations too; nothing when there is none, or the last one was finished.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn open_journey(&self, caller: &Caller) -> Result<Option<JourneyId>> {
        let me = caller.leading()?;
        let rows = records::journey::of_professional(&mut self.db.read().await?, me.id).await?;
        let open = rows.into_iter().find(|row| row.closed_at.is_none());
        open.map(|row| ids::journey(&row.id)).transpose()
    }

    /// The present journey of a professional, or of a manager who leads conversations too; begun when there is none.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn own_journey(&self, caller: &Caller) -> Result<JourneyId> {
        if let Some(id) = self.open_journey(caller).await? {
            return Ok(id);
        }
        let me = caller.leading()?;
        let id = JourneyId::new();
        let permit = consent::decide_journey(me.id, id, &caller.reader)?;
        self.vault.create_key(&permit).await?;
        let mut c = self.db.write().await?;
        records::journey::insert(&mut c, id, me.organisation, me.id, caller.now).await?;
        c.commit().await?;
        Ok(id)
    }
}
