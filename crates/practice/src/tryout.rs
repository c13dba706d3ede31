//! Trying out: one alternative for a next conversation, what came of it in three voices, and a verdict.
//!
//! Every text is sealed under the key of the conversation in which the alternative was found, so that withdrawing
//! that conversation takes it along.

mod after;
mod chain;
mod clips;
mod shown;

use method::Refusal;
use method::consent;
use method::ids::{AlternativeId, ConversationId, JourneyId, TryoutId};
use method::permit::{Deed, Permit};
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::{Closing, TryoutState, Verdict};
use records::Conn;
use vault::TextKey;

use crate::dialogue::{Alternative, alternative, facts, open_if};
use crate::house::ids;
use crate::journey::tidy_text;
use crate::{Caller, Error, House, Result};

pub use after::{Telling, ToTell};
pub use chain::Link;
pub use clips::{Clips, Piece};
pub use shown::{Told, Tryout};

/// A tryout as the professional typed it.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// What I will do.
    pub doing: String,
    /// When and with whom; may be empty.
    pub when: String,
    /// Because I think that …; may be empty.
    pub because: String,
    /// How I will know that it works.
    pub noticing: String,
    /// Who looks along; may be empty.
    pub who: String,
    /// The day it is meant for, when that is known.
    pub planned_on: Option<Stamp>,
    /// Which tryout it follows.
    pub follows: Option<TryoutId>,
}

/// A tryout in one line, as far as no text is opened.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Which.
    pub id: TryoutId,
    /// Which alternative is tried.
    pub alternative: AlternativeId,
    /// Where it stands.
    pub state: TryoutState,
    /// When it was planned.
    pub on: Stamp,
}

/// Where a text of a tryout stands, for sealing.
pub(crate) fn place(field: &str, id: &str) -> String {
    format!("tryouts.{field}/{id}")
}

/// Where what someone told stands, for sealing.
fn told_place(id: &str, by: Perspective) -> String {
    format!("tryout_outcomes.text/{id}/{by}")
}

/// A tryout and the permit with which it was reached.
pub(crate) struct Reached {
    row: records::tryout::Tryout,
    id: TryoutId,
    pub(crate) conversation: ConversationId,
    me: Perspective,
    permit: Permit,
}

impl Reached {
    fn state(&self) -> Result<TryoutState> {
        state(&self.row)
    }

    pub(crate) fn only(&self, chair: Perspective) -> Result<()> {
        if self.me == chair { Ok(()) } else { Err(Refusal::NotInvited.into()) }
    }
}

fn state(row: &records::tryout::Tryout) -> Result<TryoutState> {
    let verdict =
        row.verdict.as_deref().map(|word| Verdict::parse(word).ok_or_else(|| Error::Inner("verdict".into())));
    let closed = row
        .closed_why
        .as_deref()
        .map(|word| Closing::parse(word).ok_or_else(|| Error::Inner("closing".into())));
    // Also a conversation of which nothing is left was one in which it was tried.
    let tried = row.next_conversation.is_some() || row.next_gone;
    Ok(TryoutState::of(tried, verdict.transpose()?, closed.transpose()?))
}

/// Finds a tryout and asks the rules of its conversation; a stranger learns nothing, not even that it exists.
pub(crate) async fn reach(c: &mut Conn, caller: &Caller, id: TryoutId, deed: Deed) -> Result<Reached> {
    let Some(row) = records::tryout::by_id(c, id).await? else {
        return Err(crate::consent::missing(c, caller, id).await?);
    };
    let conversation = ids::conversation(&row.conversation)?;
    let facts = facts(c, conversation).await?;
    let permit = consent::decide(&facts, &caller.reader, deed, caller.now)?;
    let me = facts.party(&caller.reader).ok_or(Refusal::Unknown)?.perspective;
    Ok(Reached { row, id, conversation, me, permit })
}

impl House {
    /// The tryouts that came from a conversation, oldest first.
    ///
    /// # Errors
    /// The refusals of comparing.
    #[crate::boxed]
    pub async fn tryouts(&self, caller: &Caller, id: ConversationId) -> Result<Vec<Line>> {
        self.permit(caller, id, Deed::TryOut).await?;
        let rows = records::tryout::of_conversation(&mut self.db.read().await?, id).await?;
        rows.iter()
            .map(|row| {
                Ok(Line {
                    id: TryoutId::parse(&row.id).ok_or_else(|| Error::Inner("id of a tryout".into()))?,
                    alternative: alternative_id(row)?,
                    state: state(row)?,
                    on: Stamp(row.created_at),
                })
            })
            .collect()
    }

    /// One alternative of a conversation, to plan with.
    ///
    /// # Errors
    /// `Unknown` when it is of another conversation; the refusals of comparing.
    #[crate::boxed]
    pub async fn alternative(
        &self,
        caller: &Caller,
        id: ConversationId,
        which: AlternativeId,
    ) -> Result<Alternative> {
        let permit = self.permit(caller, id, Deed::TryOut).await?;
        let row = alternative_of(&mut self.db.read().await?, id, which).await?;
        alternative(&self.vault.text_key(&permit).await?, &row)
    }

    /// The professional chooses an alternative for a next conversation.
    ///
    /// # Errors
    /// `NotInvited` for the others; `Invalid` when what and how to know are missing or too long; `Unknown` for an
    /// alternative of another conversation.
    #[crate::boxed]
    pub async fn plan_tryout(
        &self,
        caller: &Caller,
        id: ConversationId,
        which: AlternativeId,
        plan: &Plan,
    ) -> Result<TryoutId> {
        let mut c = self.db.write().await?;
        let facts = facts(&mut c, id).await?;
        let permit = consent::decide(&facts, &caller.reader, Deed::TryOut, caller.now)?;
        if facts.party(&caller.reader).map(|party| party.perspective) != Some(Perspective::Professional) {
            return Err(Refusal::NotInvited.into());
        }
        alternative_of(&mut c, id, which).await?;
        if let Some(before) = plan.follows {
            chain::may_follow(&mut c, before, id).await?;
        }
        let conversation = records::conversation::by_id(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let key = self.vault.text_key(&permit).await?;
        let new = sealed_plan(&key, plan, ids::journey(&conversation.journey)?, id, which)?;
        records::tryout::insert(&mut c, &new, caller.now).await?;
        c.commit().await?;
        Ok(new.id)
    }
}

fn sealed_plan(
    key: &TextKey,
    plan: &Plan,
    journey: JourneyId,
    conversation: ConversationId,
    alternative: AlternativeId,
) -> Result<records::tryout::New> {
    let id = TryoutId::new();
    let seal = |field, text: &str| -> Result<Option<Vec<u8>>> {
        let text = tidy_text(field, text)?;
        Ok(text.map(|text| key.seal(&place(field, &id.to_string()), &text)).transpose()?)
    };
    Ok(records::tryout::New {
        id,
        journey,
        conversation,
        alternative,
        doing: seal("doing", &plan.doing)?.ok_or(Error::invalid("doing", "invalid-doing-empty"))?,
        when: seal("when", &plan.when)?,
        because: seal("because", &plan.because)?,
        noticing: seal("noticing", &plan.noticing)?
            .ok_or(Error::invalid("noticing", "invalid-noticing-empty"))?,
        who: seal("who", &plan.who)?,
        planned_on: plan.planned_on,
        follows: plan.follows,
    })
}

fn opened_plan(key: &TextKey, row: &records::tryout::Tryout) -> Result<Plan> {
    let open = |field: &str, sealed: Option<&Vec<u8>>| open_if(key, &place(field, &row.id), sealed);
    Ok(Plan {
        doing: open("doing", Some(&row.doing_sealed))?.unwrap_or_default(),
        when: open("when", row.when_sealed.as_ref())?.unwrap_or_default(),
        because: open("because", row.because_sealed.as_ref())?.unwrap_or_default(),
        noticing: open("noticing", Some(&row.noticing_sealed))?.unwrap_or_default(),
        who: open("who", row.who_sealed.as_ref())?.unwrap_or_default(),
        planned_on: row.planned_on.map(Stamp),
        follows: row.follows.as_deref().and_then(TryoutId::parse),
    })
}

fn alternative_id(row: &records::tryout::Tryout) -> Result<AlternativeId> {
    AlternativeId::parse(&row.alternative).ok_or_else(|| Error::Inner("id of an alternative".into()))
}

async fn alternative_of(
    c: &mut Conn,
    conversation: ConversationId,
    id: AlternativeId,
) -> Result<records::dialogue::Alternative> {
    let row = records::dialogue::alternative(c, id).await?;
    Ok(row.filter(|row| row.conversation == conversation.to_string()).ok_or(Refusal::Unknown)?)
}
