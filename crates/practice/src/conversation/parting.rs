//! Someone leaves a conversation to which they were invited.

use method::Refusal;
use method::ids::ConversationId;
use method::permit::Deed;
use method::roles::Perspective;

use crate::house::bells::Change;
use crate::{Caller, House, Result, audit, house::ids};

impl House {
    /// Ends a coach's part in a conversation; from then on nothing of it is there for them. What they sealed and wrote
    /// together stays with the others, without their name; what they had not sealed is gone.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for anyone but the professional; `Unknown` when there is no coach.
    pub async fn end_coach(&self, caller: &Caller, id: ConversationId) -> Result<()> {
        let mut c = self.db.write().await?;
        Self::permit_in(&mut c, caller, id, Deed::Prepare).await?;
        let facts = records::conversation::facts(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        if facts.party(&caller.reader).is_none_or(|party| party.perspective != Perspective::Professional) {
            return Err(Refusal::NotInvited.into());
        }
        let coach = facts.parties.iter().find(|party| party.perspective == Perspective::Coach);
        let coach = coach.filter(|party| party.member.is_some()).ok_or(Refusal::Unknown)?;
        records::conversation::unseat(&mut c, coach.id).await?;
        let row = records::conversation::by_id(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let line = audit::Line {
            deed: audit::Deed::Parted,
            scope: Some(id.into()),
            subject: Some(Perspective::Coach.key()),
        };
        audit::write(&mut c, ids::organisation(&row.organisation)?, caller, line).await?;
        self.commit_ringing(c, id, Change::Rights).await
    }
}
