//! The sheets of a journey: a few questions at the start, when going on alone, and when looking back.

use method::ids::JourneyId;
pub use records::journey::Sheet;

use super::tidy_text;
use crate::{Caller, Error, House, Result};

/// How many questions stand on a sheet.
const fn questions(sheet: Sheet) -> usize {
    match sheet {
        Sheet::Intake => 5,
        Sheet::Close => 4,
        Sheet::Handover => 1,
    }
}

/// Where the answers of a sheet stand, for sealing.
fn place(id: JourneyId, sheet: Sheet) -> String {
    match sheet {
        Sheet::Intake => format!("journeys.intake/{id}"),
        Sheet::Close => format!("journeys.close/{id}"),
        Sheet::Handover => format!("journeys.handover/{id}"),
    }
}

impl House {
    /// The answers on a sheet of one's own journey, one per question; empty where one is open.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner.
    #[crate::boxed]
    pub async fn sheet(&self, caller: &Caller, id: JourneyId, sheet: Sheet) -> Result<Vec<String>> {
        let mut c = self.db.read().await?;
        let permit = Self::journey_permit(&mut c, caller, id).await?;
        let mut answers: Vec<String> = match records::journey::sheet(&mut c, id, sheet).await? {
            Some(sealed) => {
                serde_json::from_str(&self.vault.open_text(&permit, &place(id, sheet), &sealed).await?)
                    .map_err(|_| Error::Inner("answers on a sheet".into()))?
            }
            None => Vec::new(),
        };
        answers.resize(questions(sheet), String::new());
        Ok(answers)
    }

    /// Writes the answers on a sheet of one's own journey.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner, `JourneyClosed` once it is finished; `Invalid` when an answer is too long.
    #[crate::boxed]
    pub async fn write_sheet(
        &self,
        caller: &Caller,
        id: JourneyId,
        sheet: Sheet,
        typed: &[String],
    ) -> Result<()> {
        const FIELDS: [&str; 5] = ["answer_1", "answer_2", "answer_3", "answer_4", "answer_5"];
        let mut answers = Vec::new();
        for (field, text) in FIELDS.iter().zip(typed).take(questions(sheet)) {
            answers.push(tidy_text(field, text)?.unwrap_or_default());
        }
        let json = serde_json::to_string(&answers).map_err(|_| Error::Inner("answers on a sheet".into()))?;
        let mut c = self.db.write().await?;
        let permit = Self::open_journey_permit(&mut c, caller, id).await?;
        let sealed = self.vault.seal_text(&permit, &place(id, sheet), &json).await?;
        records::journey::set_sheet(&mut c, id, sheet, &sealed, caller.now).await?;
        Ok(c.commit().await?)
    }
}
