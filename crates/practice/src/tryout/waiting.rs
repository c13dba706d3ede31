//! What waits with tryouts, computed from how they stand: a card the day before, a question afterwards.

use method::ids::{ConversationId, TryoutId};
use method::permit::Deed;
use method::roles::{Perspective, Role};
use method::time::Stamp;
use method::tryout::{Course, Wait, wait};

use super::state;
use crate::house::ids;
use crate::{Caller, Error, House, Result};

/// One tryout with which something waits for the professional.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub id: TryoutId,
    /// From which conversation it came.
    pub conversation: ConversationId,
    /// What waits.
    pub what: Wait,
    /// The day of the conversation that was chosen for it, or else the day it was planned for.
    pub on: Option<Stamp>,
    /// The code name of the client of the chosen conversation, where it can be read.
    pub with: Option<String>,
}

impl House {
    /// What waits with the tryouts of the professional who asks, the nearest day first; nothing for anyone else.
    ///
    /// # Errors
    /// When the database or the vault refuses.
    pub async fn tryout_waits(&self, caller: &Caller) -> Result<Vec<Waiting>> {
        let Ok(me) = caller.with_role(Role::Professional) else { return Ok(Vec::new()) };
        let mut c = self.db.read().await?;
        let mut waits = Vec::new();
        for journey in records::journey::of_professional(&mut c, me.id).await? {
            for row in records::tryout::of_journey(&mut c, ids::journey(&journey.id)?).await? {
                let conversation = ids::conversation(&row.conversation)?;
                // Where the rules refuse it now, nothing waits either.
                match Self::permit_in(&mut c, caller, conversation, Deed::TryOut).await {
                    Ok(_) => {}
                    Err(Error::Refused(_)) => continue,
                    Err(other) => return Err(other),
                }
                let id = TryoutId::parse(&row.id).ok_or_else(|| Error::Inner("id of a tryout".into()))?;
                let next = row.next_conversation.as_deref().map(ids::conversation).transpose()?;
                let held = match next {
                    Some(next) => records::conversation::by_id(&mut c, next).await?,
                    None => None,
                };
                let told = records::tryout::told(&mut c, id).await?;
                let course = Course {
                    state: state(&row)?,
                    next_on: held.as_ref().map(|held| Stamp(held.held_on)),
                    planned_on: row.planned_on.map(Stamp),
                    made: Stamp(row.created_at),
                    told: told.iter().any(|told| told.perspective == Perspective::Professional.key()),
                };
                let Some(what) = wait(&course, caller.now) else { continue };
                let with = match next {
                    Some(next) => self.client_name(caller, next).await?,
                    None => None,
                };
                waits.push(Waiting {
                    id,
                    conversation,
                    what,
                    on: course.next_on.or(course.planned_on),
                    with,
                });
            }
        }
        waits.sort_by_key(|one| one.on.map_or(i64::MAX, |on| on.0));
        Ok(waits)
    }

    /// The code name of a conversation's client, for who may read it.
    async fn client_name(&self, caller: &Caller, id: ConversationId) -> Result<Option<String>> {
        let mut c = self.db.read().await?;
        let facts = crate::dialogue::facts(&mut c, id).await?;
        let people = self.people(&mut c, caller, &facts).await?;
        let client = people.into_iter().find(|person| person.perspective == Perspective::Client);
        Ok(client.and_then(|client| client.name))
    }
}
