//! Someone leaves a conversation to which they were invited.

use method::Refusal;
use method::ids::ConversationId;
use method::interview::InterviewState;
use method::permit::Deed;
use method::roles::Perspective;

use crate::house::bells::Change;
use crate::{Caller, House, Result, audit};

impl House {
    /// The professional takes a coach's invitation back; from now on they have no part in it.
    ///
    /// A look that lies on the table, because both of them sealed, was shared: it stays, with what was told beside it,
    /// and so does the chair. Anything else of the coach's is destroyed, and another coach can be invited; whether it
    /// was sealed makes no difference then, so that whoever has yet to seal learns nothing. An interview that the
    /// client has before them is theirs and stays; one that was still being written is destroyed, with its sound.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for anyone but the professional, or when there is no coach.
    #[crate::boxed]
    pub async fn take_back_invitation(&self, caller: &Caller, id: ConversationId) -> Result<()> {
        let mut c = self.db.write().await?;
        let permit = Self::permit_in(&mut c, caller, id, Deed::Prepare).await?;
        let facts = records::conversation::facts(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let me = facts.party(&caller.reader).ok_or(Refusal::Unknown)?;
        if me.perspective != Perspective::Professional {
            return Err(Refusal::NotInvited.into());
        }
        let coach = facts.parties.iter().find(|party| party.perspective == Perspective::Coach);
        let coach = coach.filter(|party| party.member.is_some()).ok_or(Refusal::Unknown)?;
        let mut objects = Vec::new();
        if let Some(interview) = records::interview::of_conversation(&mut c, id).await?
            && interview.state == InterviewState::Open
        {
            objects = crate::interview::forget_sounds(&mut c, interview.id).await?;
            records::interview::delete(&mut c, interview.id).await?;
        }
        if coach.sealed() && me.sealed() {
            records::conversation::vacate(&mut c, coach.id, caller.now).await?;
        } else {
            records::conversation::empty(&mut c, coach.id, caller.now).await?;
        }
        let (_, org) = crate::consent::kept(&mut c, id).await?;
        crate::consent::note(&mut c, org, caller, id, audit::Deed::Uninvited, Perspective::Coach.key())
            .await?;
        self.commit_ringing(c, id, Change::Rights).await?;
        for object in objects {
            self.vault.remove(permit.scope(), object).await?;
        }
        Ok(())
    }
}
