//! The journey as a path: conversations, readings together, tryouts and verdicts, what each found of it, and what was
//! used to look back.
//!
//! However many conversations there are, the rules are asked from one reading of the facts; only keys are fetched one
//! by one, since every conversation has its own.

use std::collections::HashMap;

use method::consent;
use method::ids::{ConversationId, JourneyId, TryoutId};
use method::journey::source::{Source, Used};
use method::journey::{Held, Stop, Tried, path};
use method::permit::Deed;
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::Verdict;
use records::Conn;
use records::conversation::Participant;
use records::conversation::facts::Known;
use records::tryout::Rated;
use vault::TextKey;

use super::question::Asked;
use crate::conversation::code_name_place;
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
    /// How the learning question changed, oldest first.
    pub questions: Vec<Asked>,
    /// When it began.
    pub since: Stamp,
    /// When it was finished, if it was.
    pub closed: Option<Stamp>,
    /// The path.
    pub stops: Vec<Stop>,
    /// The client's code name per conversation, where it can be read.
    pub names: HashMap<ConversationId, String>,
    /// What was going to be tried, where it can be read.
    pub doing: HashMap<TryoutId, String>,
    /// How conversations were rated, by whom; never added up.
    pub ratings: Vec<Rated>,
    /// Which of the four sources were used, per conversation.
    pub sources: HashMap<ConversationId, Vec<Source>>,
    /// In which conversations a coach has a chair.
    pub coached: Vec<ConversationId>,
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

    /// The conversations, oldest first.
    pub fn conversations(&self) -> impl Iterator<Item = &Held> {
        self.stops
            .iter()
            .filter_map(|stop| if let Stop::Conversation(held) = stop { Some(held) } else { None })
    }
}

/// A conversation whose table is open, to which a sentence can be taken.
#[derive(Clone, Debug)]
pub struct Round {
    /// Which.
    pub id: ConversationId,
    /// The client's code name, if it can be read.
    pub name: Option<String>,
    /// The day.
    pub held_on: Stamp,
}

impl House {
    /// The whole path of one's own journey.
    ///
    /// # Errors
    /// `Unknown` for anyone but its owner.
    #[crate::boxed]
    pub async fn walked(&self, caller: &Caller, id: JourneyId) -> Result<Walked> {
        let question = self.learning_question(caller, id).await?;
        let questions = self.questions(caller, id).await?;
        let mut c = self.db.read().await?;
        let (row, _) = Self::own_row(&mut c, caller, id).await?;
        let (held, told) = held(&mut c, id).await?;
        let rows = records::tryout::of_journey(&mut c, id).await?;
        let tried = rows.iter().map(tried).collect::<Result<Vec<_>>>()?;
        let mut walked = Walked {
            id,
            question,
            questions,
            since: Stamp(row.created_at),
            closed: row.closed_at.map(Stamp),
            stops: path(&held, &tried),
            names: HashMap::new(),
            doing: HashMap::new(),
            ratings: records::tryout::ratings_of_journey(&mut c, id).await?,
            sources: HashMap::new(),
            coached: Vec::new(),
        };
        let all = records::conversation::facts::of_journey(&mut c, id).await?;
        let members = across(&mut c, &all).await?;
        drop(c);
        for known in all.iter().filter(|known| known.facts.destroyed.is_none()) {
            let here = known.facts.conversation;
            walked.sources.insert(here, used(known, &told).sources());
            if known.facts.parties.iter().any(|party| party.perspective == Perspective::Coach) {
                walked.coached.push(here);
            }
            let Some(key) = self.key_of(caller, known).await? else { continue };
            if let Some(name) = name_across(known, &members, &key)? {
                walked.names.insert(here, name);
            }
            let readable = consent::decide(&known.facts, &caller.reader, Deed::TryOut, caller.now).is_ok();
            for row in rows.iter().filter(|row| readable && row.conversation == known.row.id) {
                let place = format!("tryouts.doing/{}", row.id);
                if let (Some(id), Some(text)) =
                    (TryoutId::parse(&row.id), open_if(&key, &place, Some(&row.doing_sealed))?)
                {
                    walked.doing.insert(id, text);
                }
            }
        }
        Ok(walked)
    }

    /// The conversations of the professional's present journey whose table is open, newest first.
    ///
    /// # Errors
    /// `Unknown` for anyone but a professional.
    #[crate::boxed]
    pub async fn open_tables(&self, caller: &Caller) -> Result<Vec<Round>> {
        let Some(journey) = self.open_journey(caller).await? else { return Ok(Vec::new()) };
        let mut c = self.db.read().await?;
        let mut all = records::conversation::facts::of_journey(&mut c, journey).await?;
        all.retain(|known| consent::decide(&known.facts, &caller.reader, Deed::Compare, caller.now).is_ok());
        let members = across(&mut c, &all).await?;
        let mut rounds = Vec::new();
        for known in all.iter().rev() {
            let name = match self.key_of(caller, known).await? {
                Some(key) => name_across(known, &members, &key)?,
                None => continue,
            };
            let (id, held_on) = (known.facts.conversation, Stamp(known.row.held_on));
            rounds.push(Round { id, name, held_on });
        }
        Ok(rounds)
    }

    /// The key of a conversation for someone who takes part in it, as far as it is still there.
    async fn key_of(&self, caller: &Caller, known: &Known) -> Result<Option<TextKey>> {
        let Ok(permit) = consent::name(&known.facts, &caller.reader, caller.now) else { return Ok(None) };
        match self.vault.text_key(&permit).await.map_err(Error::from) {
            Ok(key) => Ok(Some(key)),
            Err(Error::Refused(_)) => Ok(None),
            Err(other) => Err(other),
        }
    }
}

/// The names of those across the table who have an account, where a manager leads.
async fn across(c: &mut Conn, all: &[Known]) -> Result<HashMap<String, String>> {
    let mut names = HashMap::new();
    for member in all.iter().filter_map(client).filter_map(|client| client.member.as_ref()) {
        if !names.contains_key(member) {
            let row = records::identity::by_id(c, ids::member(member)?).await?;
            names.insert(member.clone(), row.map_or_else(String::new, |row| row.name));
        }
    }
    Ok(names)
}

fn client(known: &Known) -> Option<&Participant> {
    known.participants.iter().find(|one| one.perspective == Perspective::Client.key())
}

/// How whoever sits across is called: by the code name they chose, or by their name when they have an account.
fn name_across(known: &Known, members: &HashMap<String, String>, key: &TextKey) -> Result<Option<String>> {
    let Some(client) = client(known) else { return Ok(None) };
    match &client.member {
        Some(member) => Ok(members.get(member).cloned()),
        None => open_if(key, &code_name_place(&client.id), client.code_name_sealed.as_ref()),
    }
}

/// Where something was told beside the looks.
#[derive(Default)]
struct Beside {
    /// A colleague wrote or offered something.
    peers: Vec<ConversationId>,
    /// The client approved what was noted in an interview.
    interviews: Vec<ConversationId>,
}

/// Which sources were used, from facts alone. Blind here too: whoever has yet to seal does not learn who did.
fn used(known: &Known, beside: &Beside) -> Used {
    let here = known.facts.conversation;
    let sealed = |chair| known.facts.parties.iter().any(|party| party.perspective == chair && party.sealed());
    let own = sealed(Perspective::Professional);
    let client = sealed(Perspective::Client) || beside.interviews.contains(&here);
    Used {
        professional: own,
        client: own && client,
        coach: own && sealed(Perspective::Coach),
        peer: beside.peers.contains(&here),
    }
}

/// The conversations of a journey, and where something was told beside the looks.
async fn held(c: &mut Conn, id: JourneyId) -> Result<(Vec<Held>, Beside)> {
    let rows = records::journey::held(c, id).await?;
    let (mut held, mut beside) = (Vec::with_capacity(rows.len()), Beside::default());
    for row in rows {
        let id = ids::conversation(&row.id)?;
        if row.peers > 0 {
            beside.peers.push(id);
        }
        if row.interviews > 0 {
            beside.interviews.push(id);
        }
        held.push(Held {
            id,
            on: Stamp(row.held_on),
            together: row.readings > 0 && row.destroyed_at.is_none(),
            gone: row.destroyed_at.is_some(),
        });
    }
    Ok((held, beside))
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
