//! Stopping: a yes taken back, whole or for one purpose; terms that end by themselves; and the receipts of it.
//!
//! From the moment the transaction is kept every rule refuses and every row with content is gone. Then the key
//! goes, then the objects. A program that stops in between goes on where it was: [`House::finish_destructions`].

use method::Refusal;
use method::consent::asking;
use method::consent::receipt::{COPIES_LIVE_DAYS, Ending, Item, Receipt};
use method::consent::{self, Facts, Purpose};
use method::ids::{ConversationId, OrganisationId, ParticipantId};
use method::permit::{Destruction, Reader};
use method::roles::{Perspective, Role};
use records::Conn;

use crate::consent::{kept, note};
use crate::house::bells::Change;
use crate::house::ids;
use crate::{Caller, House, Result, audit};

/// Takes one purpose back within a transaction, with its receipt.
pub(crate) async fn take_back_in(
    c: &mut Conn,
    org: OrganisationId,
    caller: &Caller,
    facts: &Facts,
    participant: ParticipantId,
    purpose: Purpose,
) -> Result<()> {
    if !records::consent::withdraw(c, participant, purpose, caller.now).await? {
        return Ok(());
    }
    if purpose == Purpose::Colleagues {
        // Who looked along no longer does, and what they wrote goes with it.
        records::dialogue::peers::forget(c, facts.conversation).await?;
    }
    let receipt = Receipt {
        purpose: Some(purpose),
        why: why(facts, &caller.reader, participant),
        items: Item::of_purpose(purpose).into_iter().collect(),
        at: caller.now,
        copies_until: caller.now.plus_days(COPIES_LIVE_DAYS),
        done: Some(caller.now),
    };
    records::consent::insert_receipt(c, facts.conversation, Some(participant), &receipt).await?;
    note(c, org, caller, facts.conversation, audit::Deed::TookBack, purpose.key()).await
}

/// Who ended it: a participant by themselves, else a privacy officer on the word of whoever's yes it was.
fn why(facts: &Facts, reader: &Reader, of: ParticipantId) -> Ending {
    match facts.voice(reader).map(|voice| voice.perspective) {
        Some(Some(Perspective::Client)) => Ending::Client,
        Some(Some(Perspective::Professional)) => Ending::Professional,
        Some(_) => Ending::Beside,
        None if facts.companions.iter().any(|one| one.id == of) => Ending::OfficerBeside,
        None => Ending::PrivacyOfficer,
    }
}

/// Everything that is known of an ending before it is carried out.
struct Ordered {
    why: Ending,
    participant: Option<ParticipantId>,
}

impl House {
    /// The caller's roles in the organisation that keeps a conversation; none in another's.
    pub(crate) fn roles_in(caller: &Caller, org: OrganisationId) -> &[Role] {
        caller.member.as_ref().filter(|member| member.organisation == org).map_or(&[], |member| &member.roles)
    }

    /// Takes a yes to one purpose back. Taking `Look` back is taking everything back.
    ///
    /// # Errors
    /// `Unknown` for whoever may not; `ConsentWithdrawn` or `Retention` when everything ended already.
    #[crate::boxed]
    pub async fn take_back(&self, caller: &Caller, id: ConversationId, purpose: Purpose) -> Result<()> {
        self.take_back_of(caller, id, None, purpose).await
    }

    /// The same, where a privacy officer says whose: on the word of someone who came along as well.
    ///
    /// # Errors
    /// As [`House::take_back`].
    #[crate::boxed]
    pub async fn take_back_of(
        &self,
        caller: &Caller,
        id: ConversationId,
        of: Option<ParticipantId>,
        purpose: Purpose,
    ) -> Result<()> {
        if purpose == Purpose::Look {
            return self.withdraw_of(caller, id, of).await;
        }
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let roles = Self::roles_in(caller, org);
        let voice = asking::taking_back(&facts, &caller.reader, roles, of, caller.now)?;
        take_back_in(&mut c, org, caller, &facts, voice.id, purpose).await?;
        self.commit_ringing(c, id, Change::Rights).await
    }

    /// Takes everything back: destroys the key, the objects and every row with content. Again is harmless.
    ///
    /// # Errors
    /// `Unknown` for whoever may not.
    #[crate::boxed]
    pub async fn withdraw(&self, caller: &Caller, id: ConversationId) -> Result<()> {
        self.withdraw_of(caller, id, None).await
    }

    /// The same, where a privacy officer says on whose word: the client's when nobody is named.
    ///
    /// # Errors
    /// As [`House::withdraw`]; also `Unknown` when whoever is named is not in the picture.
    #[crate::boxed]
    pub async fn withdraw_of(
        &self,
        caller: &Caller,
        id: ConversationId,
        of: Option<ParticipantId>,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let roles = Self::roles_in(caller, org);
        let order = consent::withdraw(&facts, &caller.reader, roles)?;
        if facts.destroyed.is_none() {
            let voice = asking::whose(&facts, &caller.reader, roles, of)?;
            for (purpose, _) in voice.yeses {
                records::consent::withdraw(&mut c, voice.id, *purpose, caller.now).await?;
            }
            note(&mut c, org, caller, id, audit::Deed::TookBack, Purpose::Look.key()).await?;
            let why = why(&facts, &caller.reader, voice.id);
            let ordered = Ordered { why, participant: Some(voice.id) };
            end(&mut c, org, caller, id, &ordered).await?;
        }
        // Whoever has it before them now hears it before the key goes.
        self.commit_ringing(c, id, Change::Rights).await?;
        self.carry_out(&order, id, caller).await
    }

    /// Destroys what ended by itself: no second yes in time, or the retention term over. Gives how many.
    ///
    /// # Errors
    /// When the database or the vault refuses; what was ordered goes on the next time.
    #[crate::boxed]
    pub async fn expire_due(&self, now: method::time::Stamp) -> Result<usize> {
        let caller = Caller::worker(now);
        let due = records::conversation::past_a_term(&mut self.db.read().await?, now).await?;
        let mut ended = 0;
        for row in due {
            let id = ids::conversation(&row.id)?;
            let mut c = self.db.write().await?;
            let (facts, org) = kept(&mut c, id).await?;
            let Some(order) = consent::expire(&facts, now) else { continue };
            let retention = facts.ended_by_itself(now) == Some(Refusal::Retention);
            let why = if retention { Ending::Retention } else { Ending::SecondYes };
            end(&mut c, org, &caller, id, &Ordered { why, participant: None }).await?;
            self.commit_ringing(c, id, Change::Rights).await?;
            self.carry_out(&order, id, &caller).await?;
            ended += 1;
        }
        Ok(ended)
    }

    /// Goes on with destructions that were ordered when the program stopped. Gives how many.
    ///
    /// # Errors
    /// When the database or the vault refuses.
    #[crate::boxed]
    pub async fn finish_destructions(&self, now: method::time::Stamp) -> Result<usize> {
        let caller = Caller::worker(now);
        let open = records::consent::unfinished(&mut self.db.read().await?).await?;
        let mut finished = 0;
        for id in open {
            let facts = records::conversation::facts(&mut self.db.read().await?, id).await?;
            if let Some(order) = facts.as_ref().and_then(asking::resume) {
                self.carry_out(&order, id, &caller).await?;
                finished += 1;
            }
        }
        Ok(finished)
    }

    async fn carry_out(&self, order: &Destruction, id: ConversationId, caller: &Caller) -> Result<()> {
        self.vault.destroy(order).await?;
        let mut c = self.db.write().await?;
        records::consent::finish(&mut c, id, caller.now).await?;
        Ok(c.commit().await?)
    }

    /// The receipts of a conversation, newest first, for someone with a part in it.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn receipts(&self, caller: &Caller, id: ConversationId) -> Result<Vec<Receipt>> {
        let mut c = self.db.read().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let officer = Self::roles_in(caller, org).contains(&Role::PrivacyOfficer);
        if !facts.takes_part(&caller.reader) && !officer {
            return Err(Refusal::Unknown.into());
        }
        Ok(records::consent::receipts(&mut c, id).await?)
    }
}

/// Writes an ending down and forgets every row with content, in one transaction.
async fn end(
    c: &mut Conn,
    org: OrganisationId,
    caller: &Caller,
    id: ConversationId,
    ordered: &Ordered,
) -> Result<()> {
    let receipt = Receipt {
        purpose: None,
        why: ordered.why,
        items: records::consent::items(c, id).await?,
        at: caller.now,
        copies_until: caller.now.plus_days(COPIES_LIVE_DAYS),
        done: None,
    };
    records::conversation::set_destroyed(c, id, ordered.why.key(), caller.now).await?;
    records::consent::forget(c, id).await?;
    records::consent::insert_receipt(c, id, ordered.participant, &receipt).await?;
    note(c, org, caller, id, audit::Deed::Destroyed, ordered.why.key()).await
}
