//! Tryouts that follow one another, as a path through conversations.
//!
//! Each link lies under the key of its own conversation, so each is asked for by itself: of what the reader may not
//! read only the place in the chain is shown, and of conversations they have no part in not even that.

use method::Refusal;
use method::consent;
use method::ids::{AlternativeId, ConversationId, JourneyId, TryoutId};
use method::permit::Deed;
use method::time::Stamp;
use method::tryout::chain::{self, chain};
use method::tryout::{TryoutState, Verdict};
use records::Conn;
use records::tryout::Tryout as Row;

use super::{alternative_id, place, reach, state};
use crate::dialogue::{alternative_place, facts, open_if};
use crate::house::ids;
use crate::{Caller, Error, House, Result};

/// One tryout in a chain.
#[derive(Clone, Debug)]
pub struct Link {
    /// Which.
    pub id: TryoutId,
    /// From which conversation it came.
    pub from: ConversationId,
    /// The day of that conversation.
    pub from_on: Stamp,
    /// What the alternative wants to reach; nothing where the reader may not read it.
    pub intention: Option<String>,
    /// What was going to be done; nothing where the reader may not read it.
    pub doing: Option<String>,
    /// In which conversation it was tried, and its day.
    pub next: Option<(ConversationId, Stamp)>,
    /// Whether consent ended for that conversation.
    pub next_gone: bool,
    /// Where it stands.
    pub state: TryoutState,
}

/// Whether a tryout that comes from `conversation` can follow another one: it must have been tried and lead on, and the
/// new one comes from the same conversation or from the one in which it was tried.
///
/// # Errors
/// `TryoutEarly` while the other has no verdict that leads on; `Unknown` when they have nothing to do with each other.
pub(super) async fn may_follow(c: &mut Conn, before: TryoutId, conversation: ConversationId) -> Result<()> {
    let row = records::tryout::by_id(c, before).await?.ok_or(Refusal::Unknown)?;
    let here = conversation.to_string();
    if row.conversation != here && row.next_conversation.as_deref() != Some(&here) {
        return Err(Refusal::Unknown.into());
    }
    match state(&row)? {
        TryoutState::Judged(verdict) if verdict.goes_on() => Ok(()),
        _ => Err(Refusal::TryoutEarly.into()),
    }
}

impl House {
    /// The chain in which a tryout stands, from the first to the last, as this reader may know it.
    ///
    /// # Errors
    /// `Unknown` for strangers; the refusals of comparing for this tryout itself.
    #[crate::boxed]
    pub async fn tryout_chain(&self, caller: &Caller, id: TryoutId) -> Result<Vec<Link>> {
        let mut c = self.db.read().await?;
        let reached = reach(&mut c, caller, id, Deed::TryOut).await?;
        let journey = ids::journey(&reached.row.journey)?;
        let rows = records::tryout::of_journey(&mut c, journey).await?;
        self.links(&mut c, caller, &rows, &chain(id, &links_of(&rows)?)).await
    }

    /// All chains on one's own journey, the one that began first on top; each has at least one tryout.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner.
    #[crate::boxed]
    pub async fn chains_of_journey(&self, caller: &Caller, journey: JourneyId) -> Result<Vec<Vec<Link>>> {
        let mut c = self.db.read().await?;
        Self::journey_permit(&mut c, caller, journey).await?;
        let rows = records::tryout::of_journey(&mut c, journey).await?;
        let links = links_of(&rows)?;
        let mut chains = Vec::new();
        for first in links.iter().filter(|link| link.follows.is_none()) {
            chains.push(self.links(&mut c, caller, &rows, &chain(first.id, &links)).await?);
        }
        chains.retain(|links| !links.is_empty());
        Ok(chains)
    }

    /// The tryout that was tried in this conversation, leads on, and has none that follows it yet; for the professional
    /// who chooses the next one here.
    ///
    /// # Errors
    /// The refusals of comparing.
    #[crate::boxed]
    pub async fn chain_to_go_on(
        &self,
        caller: &Caller,
        id: ConversationId,
    ) -> Result<Option<(TryoutId, AlternativeId)>> {
        let mut c = self.db.read().await?;
        Self::permit_in(&mut c, caller, id, Deed::TryOut).await?;
        let tried = records::tryout::tried_in(&mut c, id).await?;
        for row in tried.iter().rev() {
            let goes_on = row.verdict.as_deref().and_then(Verdict::parse).is_some_and(Verdict::goes_on);
            let rows = records::tryout::of_journey(&mut c, ids::journey(&row.journey)?).await?;
            let followed = rows.iter().any(|other| other.follows.as_deref() == Some(&row.id));
            if goes_on && !followed {
                return Ok(Some((tryout_id(row)?, alternative_id(row)?)));
            }
        }
        Ok(None)
    }

    async fn links(
        &self,
        c: &mut Conn,
        caller: &Caller,
        rows: &[Row],
        order: &[TryoutId],
    ) -> Result<Vec<Link>> {
        let mut links = Vec::new();
        for id in order {
            if let Some(row) = rows.iter().find(|row| row.id == id.to_string()) {
                links.extend(self.link(c, caller, row).await?);
            }
        }
        Ok(links)
    }

    /// One link; nothing when the reader has no part in its conversation.
    async fn link(&self, c: &mut Conn, caller: &Caller, row: &Row) -> Result<Option<Link>> {
        let from = ids::conversation(&row.conversation)?;
        let facts = facts(c, from).await?;
        if facts.party(&caller.reader).is_none() {
            return Ok(None);
        }
        let held = records::conversation::by_id(c, from).await?.ok_or(Refusal::Unknown)?;
        let next = match row.next_conversation.as_deref() {
            Some(text) => {
                let next = ids::conversation(text)?;
                records::conversation::by_id(c, next).await?.map(|row| (next, Stamp(row.held_on)))
            }
            None => None,
        };
        let mut link = Link {
            id: tryout_id(row)?,
            from,
            from_on: Stamp(held.held_on),
            intention: None,
            doing: None,
            next,
            next_gone: row.next_gone,
            state: state(row)?,
        };
        let Ok(permit) = consent::decide(&facts, &caller.reader, Deed::TryOut, caller.now) else {
            return Ok(Some(link));
        };
        let key = self.vault.text_key(&permit).await?;
        link.doing = open_if(&key, &place("doing", &row.id), Some(&row.doing_sealed))?;
        let chosen = records::dialogue::alternative(c, alternative_id(row)?).await?;
        if let Some(chosen) = chosen {
            let place = alternative_place(&chosen.id, "intention");
            link.intention = open_if(&key, &place, Some(&chosen.intention_sealed))?;
        }
        Ok(Some(link))
    }
}

fn tryout_id(row: &Row) -> Result<TryoutId> {
    TryoutId::parse(&row.id).ok_or_else(|| Error::Inner("id of a tryout".into()))
}

fn links_of(rows: &[Row]) -> Result<Vec<chain::Link>> {
    rows.iter()
        .map(|row| {
            let follows = row.follows.as_deref().and_then(TryoutId::parse);
            Ok(chain::Link { id: tryout_id(row)?, follows, on: Stamp(row.created_at) })
        })
        .collect()
}
