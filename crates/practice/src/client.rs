//! The client's own way in: a link and a code, without an account.

use method::Refusal;
use method::consent::{asking, companion};
use method::ids::{ConversationId, ParticipantId};
use method::permit::{Deed, Reader};
use method::roles::Perspective;
use method::time::Stamp;
use records::Conn;

use crate::consent::kept;
use crate::house::ids;
use crate::{Caller, House, Result, audit, secrets};

/// How many wrong codes before the link rests.
pub const ATTEMPTS: i64 = 5;
/// How long the link rests then, in minutes.
pub const LOCK_MINUTES: i64 = 15;
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

/// What comes of a link and a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The code is right.
    In(ParticipantId),
    /// The code is wrong; this many tries are left.
    Wrong(i64),
    /// Too many wrong codes; this many minutes to wait.
    Locked(i64),
    /// The link was right once.
    Expired,
    /// There is no such link.
    Unknown,
}

impl House {
    /// Gives the client a fresh link and code; the ones they had stop working.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for whoever is not in the picture, or why everything ended.
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
        // Whoever came in by the old link is out.
        records::sessions::delete_of_participant(&mut c, client).await?;
        let line = audit::Line { deed: audit::Deed::MadeLink, scope: Some(id.into()), subject: None };
        audit::write(&mut c, org, caller, line).await?;
        c.commit().await?;
        Ok(NewLink { token, code, expires })
    }

    /// Gives the client a fresh code on the link they have, which only they know.
    ///
    /// # Errors
    /// `Unknown` for anyone but the client, or when they have no link.
    pub async fn renew_own_code(&self, caller: &Caller) -> Result<String> {
        let Reader::Participant(me) = caller.reader else { return Err(Refusal::Unknown.into()) };
        let code = secrets::code()?;
        let code_hash = secrets::hash(secrets::plain_code(&code)).await?;
        let mut c = self.db.write().await?;
        if !records::client::set_code(&mut c, me, &code_hash).await? {
            return Err(Refusal::Unknown.into());
        }
        c.commit().await?;
        Ok(code)
    }

    /// When the client's link was made and until when it works, for the professional who gave it.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for whoever is not in the picture.
    pub async fn client_link_until(&self, caller: &Caller, id: ConversationId) -> Result<Option<Stamp>> {
        let mut c = self.db.read().await?;
        Self::permit_in(&mut c, caller, id, Deed::Prepare).await?;
        let (facts, _) = kept(&mut c, id).await?;
        let client = facts.parties.iter().find(|party| party.perspective == Perspective::Client);
        let Some(client) = client else { return Ok(None) };
        let link = records::client::of_participant(&mut c, client.id).await?;
        Ok(link.map(|link| link.expires_at).filter(|until| *until > caller.now))
    }

    /// How a link stands before a code was typed.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn client_link(&self, token: &str, now: Stamp) -> Result<Option<Way>> {
        Ok(standing(&mut self.db.read().await?, token, now).await?.err())
    }

    /// Tries a code on a link. Counted before it is looked at, so that guesses side by side count too.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn enter_by_link(&self, token: &str, code: &str, now: Stamp) -> Result<Way> {
        let mut c = self.db.write().await?;
        let link = match standing(&mut c, token, now).await? {
            Ok(link) => link,
            Err(way) => return Ok(way),
        };
        let Some(attempt) = records::client::count_attempt(&mut c, link.participant, now).await? else {
            return Ok(Way::Locked(LOCK_MINUTES));
        };
        let left = ATTEMPTS - attempt;
        if left <= 0 {
            // The last try: locked beforehand, and opened again if the code turns out to be right.
            let until = now.plus_minutes(LOCK_MINUTES);
            records::client::reset_attempts(&mut c, link.participant, Some(until)).await?;
        }
        c.commit().await?;
        let code: String = secrets::plain_code(code).chars().take(secrets::CODE_LENGTH + 1).collect();
        if secrets::fits(code, Some(link.code_hash.clone())).await? {
            let mut c = self.db.write().await?;
            records::client::reset_attempts(&mut c, link.participant, None).await?;
            note_entry(&mut c, link.participant, now).await?;
            c.commit().await?;
            return Ok(Way::In(link.participant));
        }
        Ok(if left <= 0 { Way::Locked(LOCK_MINUTES) } else { Way::Wrong(left) })
    }

    /// The conversation in which a participant without an account is, from a chair or beside it.
    ///
    /// # Errors
    /// `Unknown` when there is none.
    pub async fn own_conversation(&self, caller: &Caller) -> Result<ConversationId> {
        let Reader::Participant(id) = caller.reader else { return Err(Refusal::Unknown.into()) };
        let row = records::conversation::participant(&mut self.db.read().await?, id).await?;
        ids::conversation(&row.ok_or(Refusal::Unknown)?.conversation)
    }

    /// The chair of a participant without an account, and the conversation it stands in.
    ///
    /// # Errors
    /// `Unknown` when there is none.
    pub async fn own_place(&self, caller: &Caller) -> Result<(ConversationId, Perspective)> {
        let Reader::Participant(id) = caller.reader else { return Err(Refusal::Unknown.into()) };
        let row = records::conversation::participant(&mut self.db.read().await?, id).await?;
        let row = row.ok_or(Refusal::Unknown)?;
        let perspective = Perspective::parse(&row.perspective).ok_or(Refusal::Unknown)?;
        Ok((ids::conversation(&row.conversation)?, perspective))
    }
}

/// So that the client sees when someone came in with their code.
async fn note_entry(c: &mut Conn, participant: ParticipantId, now: Stamp) -> Result<()> {
    let row = records::conversation::participant(c, participant).await?.ok_or(Refusal::Unknown)?;
    let id = ids::conversation(&row.conversation)?;
    let (_, org) = kept(c, id).await?;
    let line = audit::Line { deed: audit::Deed::CameIn, scope: Some(id.into()), subject: None };
    audit::write(c, org, &Caller::participant(participant, now), line).await
}

async fn standing(
    c: &mut Conn,
    token: &str,
    now: Stamp,
) -> Result<std::result::Result<records::client::Link, Way>> {
    let Some(link) = records::client::by_token(c, &secrets::fingerprint(token)).await? else {
        return Ok(Err(Way::Unknown));
    };
    if link.expires_at <= now {
        return Ok(Err(Way::Expired));
    }
    match link.locked_until.filter(|until| *until > now) {
        Some(until) => Ok(Err(Way::Locked((until.0 - now.0 + 59_999) / 60_000))),
        None => Ok(Ok(link)),
    }
}
