//! Finishing a journey with a reflection, beginning a new one, and the list of both.

use method::ids::JourneyId;
use method::time::Stamp;
use records::journey::{self, Sheet};

use crate::house::ids;
use crate::{Caller, Error, House, Result};

/// A journey in the list of one's own.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Which.
    pub id: JourneyId,
    /// When it began.
    pub since: Stamp,
    /// When it was finished.
    pub closed: Option<Stamp>,
    /// The learning question, if one was written.
    pub question: Option<String>,
    /// How many conversations are on it.
    pub conversations: usize,
}

impl House {
    /// Finishes one's own journey. The reflection comes first: that is what one keeps.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner, `JourneyClosed` when it was finished before, `Invalid` without a reflection.
    #[crate::boxed]
    pub async fn finish_journey(&self, caller: &Caller, id: JourneyId) -> Result<()> {
        let reflection = self.sheet(caller, id, Sheet::Close).await?;
        if reflection.iter().all(|answer| answer.trim().is_empty()) {
            return Err(Error::invalid("answer_1", "invalid-close-empty"));
        }
        let mut c = self.db.write().await?;
        Self::open_journey_permit(&mut c, caller, id).await?;
        journey::close(&mut c, id, caller.now).await?;
        Ok(c.commit().await?)
    }

    /// All journeys of a professional, newest first.
    ///
    /// # Errors
    /// `Unknown` for whoever leads no conversations.
    #[crate::boxed]
    pub async fn journeys(&self, caller: &Caller) -> Result<Vec<Listed>> {
        let me = caller.leading()?;
        let mut c = self.db.read().await?;
        let mut all = Vec::new();
        for row in journey::of_professional(&mut c, me.id).await? {
            let id = ids::journey(&row.id)?;
            let permit = Self::journey_permit(&mut c, caller, id).await?;
            let question = self.question_with(&mut c, &permit, id).await?;
            all.push(Listed {
                id,
                since: Stamp(row.created_at),
                closed: row.closed_at.map(Stamp),
                question: question.filter(|text| !text.is_empty()),
                conversations: records::conversation::of_journey(&mut c, id).await?.len(),
            });
        }
        Ok(all)
    }
}
