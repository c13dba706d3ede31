//! Between whom a conversation is: with a client, of a manager with a professional, or between managers.

use method::ids::{ConversationId, MemberId};
use method::permit::Reader;
use method::roles::ConversationKind;
use records::Conn;

use super::Plan;
use crate::identity::named;
use crate::{Caller, Error, House, Result};

/// How many kinds are kept in mind before beginning anew.
const IN_MIND: usize = 10_000;

impl House {
    /// Who can sit across from the caller in a conversation of this kind: for a manager the professionals of their own
    /// teams, between managers the others; nobody where that is a client.
    ///
    /// # Errors
    /// `Unknown` for whoever does not lead such conversations.
    #[crate::boxed]
    pub async fn across(&self, caller: &Caller, kind: ConversationKind) -> Result<Vec<(MemberId, String)>> {
        let me = caller.with_role(kind.lead())?;
        let Some(role) = kind.across() else { return Ok(Vec::new()) };
        let mut c = self.db.read().await?;
        let mut people = named(records::identity::with_role(&mut c, me.organisation, role).await?)?;
        if kind == ConversationKind::ManagerProfessional {
            let team = records::organisation::team_mates(&mut c, me.id).await?;
            people.retain(|(id, _)| team.contains(&id.to_string()));
        }
        people.retain(|(id, _)| *id != me.id);
        Ok(people)
    }

    /// Sets up a conversation of a manager with a professional of their team, or with another manager.
    ///
    /// # Errors
    /// `Unknown` for anyone but a manager, `Invalid` for someone who cannot sit across or a coach who is none.
    #[crate::boxed]
    pub async fn set_up_with_colleague(
        &self,
        caller: &Caller,
        kind: ConversationKind,
        across: MemberId,
        plan: Plan,
    ) -> Result<ConversationId> {
        if !self.across(caller, kind).await?.iter().any(|(id, _)| *id == across) {
            return Err(Error::invalid("across", "invalid-across"));
        }
        if plan.coach == Some(across) {
            return Err(Error::invalid("coach", "invalid-coach-across"));
        }
        self.set_up(caller, kind, Some(across), plan).await
    }

    /// Between whom the conversation is that an address names, itself or by something in it, so that people on the
    /// page are called what they are. Nothing for whoever has no part in it.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn kind_at(&self, reader: &Reader, named: Option<&str>) -> Result<Option<ConversationKind>> {
        // A participant without an account has one conversation, whatever the address names.
        let named = match reader {
            Reader::Participant(_) => None,
            Reader::Member(_) if named.is_some() => named,
            _ => return Ok(None),
        };
        let key = format!("{reader:?} {}", named.unwrap_or_default());
        if let Some(kind) = self.kinds.lock().ok().and_then(|kinds| kinds.get(&key).copied()) {
            return Ok(Some(kind));
        }
        let kind = read(&mut self.db.read().await?, reader, named).await?;
        // A conversation never changes its kind.
        if let (Some(kind), Ok(mut kinds)) = (kind, self.kinds.lock()) {
            if kinds.len() > IN_MIND {
                kinds.clear();
            }
            kinds.insert(key, kind);
        }
        Ok(kind)
    }
}

async fn read(c: &mut Conn, reader: &Reader, named: Option<&str>) -> Result<Option<ConversationKind>> {
    let word = match (reader, named) {
        (Reader::Member(member), Some(id)) => records::conversation::kind_for_member(c, id, *member).await?,
        (Reader::Participant(id), _) => records::conversation::kind_for_participant(c, *id).await?,
        _ => None,
    };
    Ok(word.as_deref().and_then(ConversationKind::parse))
}
