//! When to look together: planned by staff, known to everyone with a part in the conversation.

use method::Refusal;
use method::dialogue::planning;
use method::ids::ConversationId;
use method::roles::Perspective;
use method::time::Stamp;
use records::dialogue::planning as kept;

use super::facts;
use crate::{Caller, Error, House, Result};

/// A time to look together. Nothing of what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// When it begins.
    pub at: Stamp,
    /// How many minutes it lasts.
    pub minutes: i64,
    /// How often it was changed.
    pub sequence: i64,
    /// Whether it was called off.
    pub cancelled: bool,
    /// When it was changed last.
    pub changed: Stamp,
}

impl House {
    /// The time that is planned, with the chair of whoever asks.
    ///
    /// # Errors
    /// `Unknown` for whoever has no part in the conversation, or why it ended.
    #[crate::boxed]
    pub async fn planned(
        &self,
        caller: &Caller,
        id: ConversationId,
    ) -> Result<(Perspective, Option<Planned>)> {
        let mut c = self.db.read().await?;
        let facts = facts(&mut c, id).await?;
        let me = planning::know(&facts, &caller.reader, caller.now)?;
        let planned = kept::planned(&mut c, id).await?.map(|row| Planned {
            at: Stamp(row.at),
            minutes: row.minutes,
            sequence: row.sequence,
            cancelled: row.cancelled,
            changed: Stamp(row.changed_at),
        });
        Ok((me, planned))
    }

    /// Plans a time, or another time.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for whoever may not; `Invalid` for a time that has passed or an odd length.
    #[crate::boxed]
    pub async fn plan_together(
        &self,
        caller: &Caller,
        id: ConversationId,
        at: Stamp,
        minutes: i64,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        planning::plan(&facts(&mut c, id).await?, &caller.reader, caller.now)?;
        if at <= caller.now || at > caller.now.plus_days(366) {
            return Err(Error::invalid("at", "invalid-plan-time"));
        }
        if !planning::MINUTES.contains(&minutes) {
            return Err(Error::invalid("minutes", "invalid-plan-minutes"));
        }
        kept::plan(&mut c, id, at, minutes, caller.now).await?;
        Ok(c.commit().await?)
    }

    /// Calls it off. The time stays known as called off, so that calendars take it away.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for whoever may not, or when nothing is planned.
    #[crate::boxed]
    pub async fn call_off(&self, caller: &Caller, id: ConversationId) -> Result<()> {
        let mut c = self.db.write().await?;
        planning::plan(&facts(&mut c, id).await?, &caller.reader, caller.now)?;
        if !kept::cancel(&mut c, id, caller.now).await? {
            return Err(Refusal::Unknown.into());
        }
        Ok(c.commit().await?)
    }
}
