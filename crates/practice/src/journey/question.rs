//! The learning question of a journey, and how it changed over time.

use method::Refusal;
use method::ids::JourneyId;
use method::permit::Permit;
use method::time::Stamp;
use records::Conn;
use records::journey::questions;

use super::tidy_text;
use crate::{Caller, House, Result};

/// The learning question as it was at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What was asked; nothing when the question was let go.
    pub text: String,
    /// Since when.
    pub at: Stamp,
}

/// Where the present question stands, for sealing.
fn place(id: JourneyId) -> String {
    format!("journeys.question/{id}")
}

/// Where a version stands, for sealing.
fn version_place(id: &str) -> String {
    format!("journey_questions.text/{id}")
}

impl House {
    /// The learning question of one's own journey.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner.
    #[crate::boxed]
    pub async fn learning_question(&self, caller: &Caller, id: JourneyId) -> Result<Option<String>> {
        let mut c = self.db.read().await?;
        let permit = Self::journey_permit(&mut c, caller, id).await?;
        self.question_with(&mut c, &permit, id).await
    }

    /// The learning question, for whoever holds a permit for this journey.
    pub(super) async fn question_with(
        &self,
        c: &mut Conn,
        permit: &Permit,
        id: JourneyId,
    ) -> Result<Option<String>> {
        let row = records::journey::by_id(c, id).await?.ok_or(Refusal::Unknown)?;
        let Some(sealed) = row.question_sealed else { return Ok(None) };
        Ok(Some(self.vault.open_text(permit, &place(id), &sealed).await?.to_string()))
    }

    /// How the learning question of one's own journey changed, oldest first; the last is the present one.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner.
    #[crate::boxed]
    pub async fn questions(&self, caller: &Caller, id: JourneyId) -> Result<Vec<Asked>> {
        let mut c = self.db.read().await?;
        let permit = Self::journey_permit(&mut c, caller, id).await?;
        let key = self.vault.text_key(&permit).await?;
        let rows = questions::all(&mut c, id).await?;
        let read = |row: &questions::Version| {
            let text = key.open(&version_place(&row.id), &row.text_sealed)?.to_string();
            Ok(Asked { text, at: Stamp(row.created_at) })
        };
        rows.iter().map(read).collect()
    }

    /// Writes the learning question of one's own journey. What it was before stays to be read.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner, `JourneyClosed` once it is finished; `Invalid` when it is too long.
    #[crate::boxed]
    pub async fn set_learning_question(&self, caller: &Caller, id: JourneyId, text: &str) -> Result<()> {
        let text = tidy_text("question", text)?.unwrap_or_default();
        let mut c = self.db.write().await?;
        let permit = Self::open_journey_permit(&mut c, caller, id).await?;
        let before = self.question_with(&mut c, &permit, id).await?.unwrap_or_default();
        if before == text {
            return Ok(());
        }
        let key = self.vault.text_key(&permit).await?;
        let known = !questions::all(&mut c, id).await?.is_empty();
        if !known && !before.is_empty() {
            // A question from before versions were kept is the first of them.
            let began = records::journey::by_id(&mut c, id).await?.map_or(caller.now.0, |row| row.created_at);
            let version = uuid::Uuid::now_v7().to_string();
            let sealed = key.seal(&version_place(&version), &before)?;
            questions::insert(&mut c, &version, id, &sealed, Stamp(began)).await?;
        }
        let version = uuid::Uuid::now_v7().to_string();
        let sealed = key.seal(&version_place(&version), &text)?;
        questions::insert(&mut c, &version, id, &sealed, caller.now).await?;
        records::journey::set_question(&mut c, id, &key.seal(&place(id), &text)?, caller.now).await?;
        Ok(c.commit().await?)
    }
}
