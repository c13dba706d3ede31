//! Peer consultation: colleagues who are asked along after the table opened, what they see, and what they write.

use method::Refusal;
use method::consent::peer;
use method::consent::{self, Purpose};
use method::ids::{ColleagueId, ConversationId, MemberId, PeerNoteId};
use method::permit::Deed;
use method::roles::{Perspective, Role};
use method::time::Stamp;
use records::Conn;
use records::dialogue::peers as rows;
use vault::TextKey;

use super::{Table, facts, looks};
use crate::consent::{kept, note};
use crate::house::ids;
use crate::journey::tidy_text;
use crate::{Caller, Error, House, Result, audit};

/// Someone who was asked along.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Which invitation.
    pub id: ColleagueId,
    /// Their name.
    pub name: String,
    /// Since when.
    pub since: Stamp,
    /// Since when no more.
    pub until: Option<Stamp>,
}

/// What a colleague wrote about what they saw.
#[derive(Clone, Debug)]
pub struct PeerNote {
    /// Which.
    pub id: PeerNoteId,
    /// Who wrote it.
    pub by: String,
    /// Whether the reader did.
    pub own: bool,
    /// What they wrote.
    pub text: String,
    /// When.
    pub at: Stamp,
}

/// Peer consultation in a conversation, for those at the table.
#[derive(Debug)]
pub struct Along {
    /// Whether the reader can ask colleagues along now, or why not.
    pub asking: std::result::Result<(), Refusal>,
    /// Who was asked along.
    pub asked: Vec<Asked>,
    /// Who can be asked, when the reader may ask.
    pub candidates: Vec<(MemberId, String)>,
    /// What they wrote, oldest first.
    pub notes: Vec<PeerNote>,
}

/// What a colleague sees.
#[derive(Debug)]
pub struct PeerTable {
    /// The day of the conversation.
    pub held_on: Stamp,
    /// The names of those with an account; the client's code name is not told.
    pub names: Vec<(Perspective, String)>,
    /// The sealed looks side by side. What was read together is not here.
    pub table: Table,
    /// What the colleague wrote.
    pub notes: Vec<PeerNote>,
}

/// An invitation that stands, for the colleague's own list: nothing of its content.
#[derive(Clone, Debug)]
pub struct Invited {
    /// In which conversation.
    pub conversation: ConversationId,
    /// Who asks.
    pub by: String,
    /// The day of the conversation.
    pub held_on: Stamp,
    /// Since when.
    pub since: Stamp,
    /// Whether they wrote or offered something yet.
    pub answered: bool,
}

pub(crate) fn place(id: &str) -> String {
    format!("peer_notes.text/{id}")
}

impl House {
    /// Peer consultation in a conversation, for those at the table.
    ///
    /// # Errors
    /// The refusals of comparing.
    #[crate::boxed]
    pub async fn along(&self, caller: &Caller, id: ConversationId) -> Result<Along> {
        let permit = self.permit(caller, id, Deed::Compare).await?;
        let key = self.vault.text_key(&permit).await?;
        let mut c = self.db.read().await?;
        let facts = facts(&mut c, id).await?;
        let asking = peer::invite(&facts, &caller.reader, caller.now).map(|_| ());
        let rows = rows::of_conversation(&mut c, id).await?;
        let mut candidates = Vec::new();
        if asking.is_ok() {
            let me = caller.account()?;
            let roles = records::identity::roles_of_all(&mut c, me.organisation).await?;
            for member in records::identity::with_role(&mut c, me.organisation, facts.kind.lead()).await? {
                let theirs: Vec<Role> =
                    roles.iter().filter(|(whose, _)| *whose == member.id).map(|(_, role)| *role).collect();
                let stands = rows.iter().any(|row| row.member == member.id && row.ended_at.is_none());
                let who = ids::member(&member.id)?;
                if !stands && peer::can_be_asked(&facts, who, &theirs) {
                    candidates.push((who, member.name));
                }
            }
        }
        let mut asked = Vec::new();
        for row in rows {
            asked.push(Asked {
                id: ColleagueId::parse(&row.id).ok_or_else(|| Error::Inner("id of a colleague".into()))?,
                name: name(&mut c, &row.member).await?,
                since: Stamp(row.invited_at),
                until: row.ended_at.map(Stamp),
            });
        }
        let notes = notes(&mut c, &key, caller, id).await?;
        Ok(Along { asking, asked, candidates, notes })
    }

    /// Asks a colleague along.
    ///
    /// # Errors
    /// `Purpose` without everyone's second yes to it, `DialogueEarly` before the table opened, `NotInvited` for anyone
    /// but the professional; `Invalid` for someone who cannot be asked.
    #[crate::boxed]
    pub async fn invite_colleague(
        &self,
        caller: &Caller,
        id: ConversationId,
        member: MemberId,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        peer::invite(&facts, &caller.reader, caller.now)?;
        let row = records::identity::by_id(&mut c, member).await?;
        let here = row.is_some_and(|row| row.organisation == org.to_string() && row.ended_at.is_none());
        let roles = records::identity::roles(&mut c, member).await?;
        if !here || !peer::can_be_asked(&facts, member, &roles) {
            return Err(Error::invalid("colleague", "invalid-colleague"));
        }
        rows::invite(&mut c, id, member, caller.now).await?;
        note(&mut c, org, caller, id, audit::Deed::Invited, Purpose::Colleagues.key()).await?;
        Ok(c.commit().await?)
    }

    /// Takes an invitation back. What was written stays at the table, until the purpose is taken back.
    ///
    /// # Errors
    /// `NotInvited` for anyone but the professional, `Unknown` when it does not stand; the refusals of comparing.
    #[crate::boxed]
    pub async fn end_colleague(&self, caller: &Caller, id: ConversationId, which: ColleagueId) -> Result<()> {
        let mut c = self.db.write().await?;
        let facts = facts(&mut c, id).await?;
        consent::decide(&facts, &caller.reader, Deed::Compare, caller.now)?;
        if facts.party(&caller.reader).map(|party| party.perspective) != Some(Perspective::Professional) {
            return Err(Refusal::NotInvited.into());
        }
        if !rows::end(&mut c, id, which, caller.now).await? {
            return Err(Refusal::Unknown.into());
        }
        Ok(c.commit().await?)
    }

    /// The sealed looks side by side, for a colleague who was asked along.
    ///
    /// # Errors
    /// `Unknown` for whoever was not, `Purpose` when a yes to it is missing.
    #[crate::boxed]
    pub async fn peer_table(&self, caller: &Caller, id: ConversationId) -> Result<PeerTable> {
        let permit = self.permit(caller, id, Deed::Peer).await?;
        let key = self.vault.text_key(&permit).await?;
        let mut c = self.db.read().await?;
        let row = records::conversation::by_id(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let mut names = Vec::new();
        for party in &facts(&mut c, id).await?.parties {
            if let Some(member) = party.member {
                names.push((party.perspective, name(&mut c, &member.to_string()).await?));
            }
        }
        let table = looks(&mut c, &permit, &key).await?;
        let mut notes = notes(&mut c, &key, caller, id).await?;
        notes.retain(|note| note.own);
        Ok(PeerTable { held_on: Stamp(row.held_on), names, table, notes })
    }

    /// A colleague writes down what they saw.
    ///
    /// # Errors
    /// As for looking along; `Invalid` for an empty or too long text.
    #[crate::boxed]
    pub async fn write_peer_note(
        &self,
        caller: &Caller,
        id: ConversationId,
        text: &str,
    ) -> Result<PeerNoteId> {
        let mut c = self.db.write().await?;
        let permit = Self::permit_in(&mut c, caller, id, Deed::Peer).await?;
        let text = tidy_text("note", text)?.ok_or(Error::invalid("note", "invalid-peer-empty"))?;
        let new = PeerNoteId::new();
        let sealed = self.vault.seal_text(&permit, &place(&new.to_string()), &text).await?;
        let me = caller.account()?.id;
        if !rows::insert_note(&mut c, new, id, me, &sealed, caller.now).await? {
            return Err(Refusal::Unknown.into());
        }
        c.commit().await?;
        Ok(new)
    }

    /// A colleague takes back something they wrote.
    ///
    /// # Errors
    /// As for looking along; `Unknown` when it is not theirs.
    #[crate::boxed]
    pub async fn remove_peer_note(
        &self,
        caller: &Caller,
        id: ConversationId,
        which: PeerNoteId,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        Self::permit_in(&mut c, caller, id, Deed::Peer).await?;
        if !rows::delete_note(&mut c, id, which, caller.account()?.id).await? {
            return Err(Refusal::Unknown.into());
        }
        Ok(c.commit().await?)
    }

    /// Where someone was asked along and may look now, newest first.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn invited(&self, caller: &Caller) -> Result<Vec<Invited>> {
        let me = caller.account()?.id;
        let mut c = self.db.read().await?;
        let mut list = Vec::new();
        for row in rows::of_member(&mut c, me).await? {
            let conversation = ids::conversation(&row.conversation)?;
            let facts = facts(&mut c, conversation).await?;
            if consent::decide(&facts, &caller.reader, Deed::Peer, caller.now).is_err() {
                continue;
            }
            let held = records::conversation::by_id(&mut c, conversation).await?.ok_or(Refusal::Unknown)?;
            let leads = facts.parties.iter().find(|party| party.perspective == Perspective::Professional);
            let by = match leads.and_then(|party| party.member) {
                Some(member) => name(&mut c, &member.to_string()).await?,
                None => String::new(),
            };
            let wrote = rows::notes(&mut c, conversation).await?.iter().any(|note| note.member == row.member);
            let offered = records::dialogue::offers::of_conversation(&mut c, conversation).await?;
            list.push(Invited {
                conversation,
                by,
                held_on: Stamp(held.held_on),
                since: Stamp(row.invited_at),
                answered: wrote || offered.iter().any(|offer| offer.by_member == row.member),
            });
        }
        Ok(list)
    }
}

async fn name(c: &mut Conn, member: &str) -> Result<String> {
    let row = records::identity::by_id(c, ids::member(member)?).await?;
    Ok(row.map_or_else(String::new, |row| row.name))
}

async fn notes(c: &mut Conn, key: &TextKey, caller: &Caller, id: ConversationId) -> Result<Vec<PeerNote>> {
    let me = caller.member.as_ref().map(|member| member.id.to_string());
    let mut notes = Vec::new();
    for row in rows::notes(c, id).await? {
        notes.push(PeerNote {
            id: PeerNoteId::parse(&row.id).ok_or_else(|| Error::Inner("id of a note".into()))?,
            by: name(c, &row.member).await?,
            own: me.as_deref() == Some(row.member.as_str()),
            text: key.open(&place(&row.id), &row.text_sealed)?.to_string(),
            at: Stamp(row.created_at),
        });
    }
    Ok(notes)
}
