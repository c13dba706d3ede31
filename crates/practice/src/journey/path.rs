//! The journey as a path: conversations, readings together, tryouts and verdicts, and what each found of it.

use std::collections::HashMap;

use method::ids::{ConversationId, JourneyId, TryoutId};
use method::journey::{Held, Stop, Tried, path};
use method::permit::Deed;
use method::time::Stamp;
use method::tryout::Verdict;
use records::Conn;
use records::tryout::Rated;

use crate::dialogue::open_if;
use crate::house::ids;
use crate::{Caller, Error, House, Result};

/// A journey as its owner sees it.
#[derive(Debug)]
pub struct Walked {
    /// Which.
    pub id: JourneyId,
    /// The learning question, if one was written.
    pub question: Option<String>,
    /// When it began.
    pub since: Stamp,
    /// The path.
    pub stops: Vec<Stop>,
    /// The client's code name per conversation, where it can be read.
    pub names: HashMap<ConversationId, String>,
    /// What was going to be tried, where it can be read.
    pub doing: HashMap<TryoutId, String>,
    /// How conversations were rated, by whom; never added up.
    pub ratings: Vec<Rated>,
}

impl Walked {
    /// The day of a conversation on this journey.
    #[must_use]
    pub fn day_of(&self, id: ConversationId) -> Option<Stamp> {
        self.stops.iter().find_map(|stop| match stop {
            Stop::Conversation(held) if held.id == id => Some(held.on),
            _ => None,
        })
    }
}

impl House {
    /// The whole path of one's own journey.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner.
    pub async fn walked(&self, caller: &Caller, id: JourneyId) -> Result<Walked> {
        let question = self.learning_question(caller, id).await?;
        let mut c = self.db.read().await?;
        Self::journey_permit(&mut c, caller, id).await?;
        let since =
            records::journey::by_id(&mut c, id).await?.map_or(caller.now, |row| Stamp(row.created_at));
        let held = held(&mut c, id).await?;
        let rows = records::tryout::of_journey(&mut c, id).await?;
        let tried = rows.iter().map(tried).collect::<Result<Vec<_>>>()?;
        let mut walked = Walked {
            id,
            question,
            since,
            stops: path(&held, &tried),
            names: HashMap::new(),
            doing: HashMap::new(),
            ratings: records::tryout::ratings_of_journey(&mut c, id).await?,
        };
        for one in held.iter().filter(|one| !one.gone) {
            self.read_names(&mut c, caller, one.id, &mut walked).await?;
            self.read_doing(&mut c, caller, one.id, &rows, &mut walked).await?;
        }
        Ok(walked)
    }

    async fn read_names(
        &self,
        c: &mut Conn,
        caller: &Caller,
        id: ConversationId,
        walked: &mut Walked,
    ) -> Result<()> {
        let facts = crate::dialogue::facts(c, id).await?;
        let people = self.people(c, caller, &facts).await?;
        let client =
            people.into_iter().find(|person| person.perspective == method::roles::Perspective::Client);
        if let Some(name) = client.and_then(|client| client.name) {
            walked.names.insert(id, name);
        }
        Ok(())
    }

    /// What was going to be tried stands under the conversation's key; where the rules refuse it, it is left out.
    async fn read_doing(
        &self,
        c: &mut Conn,
        caller: &Caller,
        id: ConversationId,
        rows: &[records::tryout::Tryout],
        walked: &mut Walked,
    ) -> Result<()> {
        let from_here: Vec<_> = rows.iter().filter(|row| row.conversation == id.to_string()).collect();
        if from_here.is_empty() {
            return Ok(());
        }
        let permit = match Self::permit_in(c, caller, id, Deed::TryOut).await {
            Ok(permit) => permit,
            Err(Error::Refused(_)) => return Ok(()),
            Err(other) => return Err(other),
        };
        let key = match self.vault.text_key(&permit).await.map_err(Error::from) {
            Ok(key) => key,
            Err(Error::Refused(_)) => return Ok(()),
            Err(other) => return Err(other),
        };
        for row in from_here {
            let place = format!("tryouts.doing/{}", row.id);
            if let (Some(id), Some(text)) =
                (TryoutId::parse(&row.id), open_if(&key, &place, Some(&row.doing_sealed))?)
            {
                walked.doing.insert(id, text);
            }
        }
        Ok(())
    }
}

async fn held(c: &mut Conn, id: JourneyId) -> Result<Vec<Held>> {
    let rows = records::journey::held(c, id).await?;
    rows.iter()
        .map(|row| {
            Ok(Held {
                id: ids::conversation(&row.id)?,
                on: Stamp(row.held_on),
                together: row.readings > 0 && row.destroyed_at.is_none(),
                gone: row.destroyed_at.is_some(),
            })
        })
        .collect()
}

fn tried(row: &records::tryout::Tryout) -> Result<Tried> {
    Ok(Tried {
        id: TryoutId::parse(&row.id).ok_or_else(|| Error::Inner("id of a tryout".into()))?,
        from: ids::conversation(&row.conversation)?,
        next: row.next_conversation.as_deref().map(ids::conversation).transpose()?,
        verdict: row.verdict.as_deref().and_then(Verdict::parse),
        on: Stamp(row.created_at),
    })
}
