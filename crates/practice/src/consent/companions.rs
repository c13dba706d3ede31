//! Everyone in the picture: who else is there is written down as what they are, and chooses for themselves.

use method::Refusal;
use method::consent::companion::{self, Companion, CompanionKind};
use method::ids::{ConversationId, ParticipantId};

use super::{kept, note};
use crate::house::bells::Change;
use crate::{Caller, House, Result, audit};

impl House {
    /// Says that someone else is in the picture too. From now on nothing starts, and nobody looks along, without them.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for anyone but the professional, `CompanionLate` or `CompanionsFull`.
    #[crate::boxed]
    pub async fn add_companion(
        &self,
        caller: &Caller,
        id: ConversationId,
        what: CompanionKind,
    ) -> Result<ParticipantId> {
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        companion::add(&facts, &caller.reader, caller.now)?;
        let one = Companion { id: ParticipantId::new(), what, yeses: Vec::new() };
        records::consent::companions::insert(&mut c, id, &one, caller.now).await?;
        note(&mut c, org, caller, id, audit::Deed::AddedCompanion, what.key()).await?;
        self.commit_ringing(c, id, Change::Rights).await?;
        Ok(one.id)
    }

    /// Says that someone was not there after all: what tells that they were asked goes.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for anyone but the professional, `RecordingPresent` once there is a recording.
    #[crate::boxed]
    pub async fn remove_companion(
        &self,
        caller: &Caller,
        id: ConversationId,
        who: ParticipantId,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        let (facts, _) = kept(&mut c, id).await?;
        let recording = crate::conversation::progress(&mut c, id).await?.0.recording;
        companion::remove(&facts, &caller.reader, who, recording, caller.now)?;
        let objects = records::consent::papers::forget_of(&mut c, who).await?;
        records::consent::companions::delete(&mut c, who).await?;
        self.commit_ringing(c, id, Change::Rights).await?;
        for object in objects {
            self.vault.remove(id.into(), object).await?;
        }
        Ok(())
    }

    /// Until when someone's link works, for the professional who gave it; nothing without one.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for anyone but the professional.
    #[crate::boxed]
    pub async fn companion_link_until(
        &self,
        caller: &Caller,
        id: ConversationId,
        who: ParticipantId,
    ) -> Result<Option<method::time::Stamp>> {
        let mut c = self.db.read().await?;
        let (facts, _) = kept(&mut c, id).await?;
        let voice = companion::asked(&facts, &caller.reader, who, caller.now)?;
        let link = records::client::of_participant(&mut c, voice.id).await?;
        Ok(link.map(|link| link.expires_at).filter(|until| *until > caller.now))
    }

    /// Who someone in the picture is, for the professional who hands them the screen or enters their paper.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for anyone but the professional, or for someone with an account.
    #[crate::boxed]
    pub async fn asked_by(
        &self,
        caller: &Caller,
        id: ConversationId,
        who: ParticipantId,
    ) -> Result<Option<CompanionKind>> {
        let mut c = self.db.read().await?;
        let facts = records::conversation::facts(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        Ok(companion::asked(&facts, &caller.reader, who, caller.now)?.companion)
    }
}
