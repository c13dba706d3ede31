//! The client's own way in: a link and a code, without an account.

mod devices;
mod entering;
mod everything;

use method::Refusal;
use method::consent::companion::CompanionKind;
use method::consent::{asking, companion};
use method::ids::{ConversationId, ParticipantId};
use method::permit::{Deed, Reader};
use method::roles::{Perspective, Role};
use method::time::Stamp;
use records::client::Counter;

pub use devices::Device;
pub(crate) use entering::Strangers;
pub use entering::{Knock, Way};
pub use everything::{Everything, Half, Photo, Shown};

use crate::consent::kept;
use crate::house::ids;
use crate::{Caller, House, Result, audit, secrets};

/// How long the link works on after the retention term, in days: for the receipt.
pub(crate) const RECEIPT_DAYS: i64 = 90;

/// A fresh link and code. Shown once; only hashes are kept.
#[derive(Debug)]
pub struct NewLink {
    /// The token in the link's address.
    pub token: String,
    /// The code on paper.
    pub code: String,
    /// Until when it works.
    pub expires: Stamp,
}

impl House {
    /// Gives the client a fresh link and code; the ones they had stop working.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for whoever is not in the picture, or why everything ended.
    #[crate::boxed]
    pub async fn renew_client_link(&self, caller: &Caller, id: ConversationId) -> Result<NewLink> {
        let mut c = self.db.read().await?;
        let (facts, _) = kept(&mut c, id).await?;
        let whose = asking::new_link(&facts, &caller.reader, caller.now)?.id;
        drop(c);
        self.renew_link_of(caller, id, whose).await
    }

    /// Gives someone in the picture a fresh link and code: the client, or someone who came along.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for whoever may not make one for them, or why everything ended.
    #[crate::boxed]
    pub async fn renew_link_of(
        &self,
        caller: &Caller,
        id: ConversationId,
        whose: ParticipantId,
    ) -> Result<NewLink> {
        let (token, code) = (secrets::token()?, secrets::code()?);
        let code_hash = secrets::hash(secrets::plain_code(&code)).await?;
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let beside = companion::of(&facts, whose).is_ok();
        let client = if beside && facts.party(&caller.reader).is_some() {
            companion::asked(&facts, &caller.reader, whose, caller.now)?.id
        } else {
            asking::new_link(&facts, &caller.reader, caller.now)?.id
        };
        if client != whose {
            return Err(Refusal::Unknown.into());
        }
        let terms = records::organisation::by_id(&mut c, org).await?.ok_or(Refusal::Unknown)?;
        let ends = caller.now.plus_months(terms.retention_months).plus_days(terms.second_yes_days);
        let expires = facts.retention_until.map_or(ends, |until| until.max(ends)).plus_days(RECEIPT_DAYS);
        let token_hash = secrets::fingerprint(&token);
        records::client::set(&mut c, client, &token_hash, &code_hash, expires, caller.now).await?;
        // Whoever came in by the old link is out, and no device is known any more.
        records::client::devices::end_all(&mut c, client).await?;
        records::sessions::delete_of_participant(&mut c, client).await?;
        let line = audit::Line { deed: audit::Deed::MadeLink, scope: Some(id.into()), subject: None };
        audit::write(&mut c, org, caller, line).await?;
        c.commit().await?;
        Ok(NewLink { token, code, expires })
    }

    /// Gives the client a fresh code on the link they have, which only they know. Whoever is in by the old code is out,
    /// but for the session that asks.
    ///
    /// # Errors
    /// `Unknown` for anyone but the client, or when they have no link.
    #[crate::boxed]
    pub async fn renew_own_code(&self, caller: &Caller, session: &str) -> Result<String> {
        let Reader::Participant(me) = caller.reader else { return Err(Refusal::Unknown.into()) };
        let id = self.own_conversation(caller).await?;
        self.set_code(caller, id, me, session).await
    }

    /// Gives someone a fresh code on the link they have, on their word, by a privacy officer.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer of the house, or when they have no link.
    #[crate::boxed]
    pub async fn renew_code_of(
        &self,
        caller: &Caller,
        id: ConversationId,
        whose: ParticipantId,
    ) -> Result<String> {
        let (facts, org) = kept(&mut self.db.read().await?, id).await?;
        let roles = Self::roles_in(caller, org);
        let whose = asking::new_code(&facts, &caller.reader, roles, whose)?.id;
        self.set_code(caller, id, whose, "").await
    }

    async fn set_code(
        &self,
        caller: &Caller,
        id: ConversationId,
        whose: ParticipantId,
        session: &str,
    ) -> Result<String> {
        let code = secrets::code()?;
        let code_hash = secrets::hash(secrets::plain_code(&code)).await?;
        let mut c = self.db.write().await?;
        if !records::client::set_code(&mut c, whose, &code_hash).await? {
            return Err(Refusal::Unknown.into());
        }
        records::client::clear(&mut c, Counter::Link(whose)).await?;
        records::client::devices::clear_all(&mut c, whose).await?;
        records::sessions::delete_others_of_participant(&mut c, whose, session).await?;
        let (_, org) = kept(&mut c, id).await?;
        let line = audit::Line { deed: audit::Deed::NewCode, scope: Some(id.into()), subject: None };
        audit::write(&mut c, org, caller, line).await?;
        c.commit().await?;
        Ok(code)
    }

    /// Shuts someone's way in everywhere: the link, every known device, every session. Again is harmless.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for whoever may not.
    #[crate::boxed]
    pub async fn shut_link(&self, caller: &Caller, id: ConversationId, whose: ParticipantId) -> Result<()> {
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let roles = Self::roles_in(caller, org);
        let whose = asking::shut_link(&facts, &caller.reader, roles, whose)?.id;
        records::client::devices::end_all(&mut c, whose).await?;
        records::sessions::delete_of_participant(&mut c, whose).await?;
        if records::client::shut(&mut c, whose).await? {
            let line = audit::Line { deed: audit::Deed::ShutLink, scope: Some(id.into()), subject: None };
            audit::write(&mut c, org, caller, line).await?;
        }
        Ok(c.commit().await?)
    }

    /// Who can come in by a link here, and until when they can: for the privacy officer, who can shut it.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer of the house.
    #[crate::boxed]
    pub async fn client_links(
        &self,
        caller: &Caller,
        id: ConversationId,
    ) -> Result<Vec<(ParticipantId, Option<CompanionKind>)>> {
        let mut c = self.db.read().await?;
        let (facts, org) = kept(&mut c, id).await?;
        if !Self::roles_in(caller, org).contains(&Role::PrivacyOfficer) {
            return Err(Refusal::Unknown.into());
        }
        let mut links = Vec::new();
        for voice in facts.voices() {
            let link = records::client::of_participant(&mut c, voice.id).await?;
            if link.is_some_and(|link| link.expires_at > caller.now) {
                links.push((voice.id, voice.companion));
            }
        }
        Ok(links)
    }

    /// When the client's link was made and until when it works, for the professional who gave it.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for whoever is not in the picture.
    #[crate::boxed]
    pub async fn client_link_until(&self, caller: &Caller, id: ConversationId) -> Result<Option<Stamp>> {
        let mut c = self.db.read().await?;
        Self::permit_in(&mut c, caller, id, Deed::Prepare).await?;
        let (facts, _) = kept(&mut c, id).await?;
        let client = facts.parties.iter().find(|party| party.perspective == Perspective::Client);
        let Some(client) = client else { return Ok(None) };
        let link = records::client::of_participant(&mut c, client.id).await?;
        Ok(link.map(|link| link.expires_at).filter(|until| *until > caller.now))
    }

    /// The conversation in which a participant without an account is, from a chair or beside it.
    ///
    /// # Errors
    /// `Unknown` when there is none.
    #[crate::boxed]
    pub async fn own_conversation(&self, caller: &Caller) -> Result<ConversationId> {
        let Reader::Participant(id) = caller.reader else { return Err(Refusal::Unknown.into()) };
        let row = records::conversation::participant(&mut self.db.read().await?, id).await?;
        ids::conversation(&row.ok_or(Refusal::Unknown)?.conversation)
    }

    /// The chair of a participant without an account, and the conversation it stands in.
    ///
    /// # Errors
    /// `Unknown` when there is none.
    #[crate::boxed]
    pub async fn own_place(&self, caller: &Caller) -> Result<(ConversationId, Perspective)> {
        let Reader::Participant(id) = caller.reader else { return Err(Refusal::Unknown.into()) };
        let row = records::conversation::participant(&mut self.db.read().await?, id).await?;
        let row = row.ok_or(Refusal::Unknown)?;
        let perspective = Perspective::parse(&row.perspective).ok_or(Refusal::Unknown)?;
        Ok((ids::conversation(&row.conversation)?, perspective))
    }
}
