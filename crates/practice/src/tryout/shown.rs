//! A tryout as it is read: the plan, what each told of it, how the next conversation was rated, the verdict.

use method::Refusal;
use method::ids::{ConversationId, TryoutId};
use method::permit::Deed;
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::{Helped, TryoutState, Verdict};
use records::Conn;
use records::tryout::Rated;
use vault::TextKey;

use super::{Plan, Reached, alternative_id, opened_plan, place, reach, told_place};
use crate::dialogue::{Alternative, alternative, open_if};
use crate::house::ids;
use crate::{Caller, Error, House, Result};

/// What one person told of a tryout.
#[derive(Clone, Debug)]
pub struct Told {
    /// From which chair.
    pub by: Perspective,
    /// A client's answer: did the other do something else?
    pub different: Option<Helped>,
    /// A client's answer: did it help?
    pub helped: Option<Helped>,
    /// Their words, one per question; empty where they left one open.
    pub words: Vec<String>,
    /// When.
    pub at: Stamp,
}

/// A tryout with everything that belongs to it.
#[derive(Debug)]
pub struct Tryout {
    /// Which.
    pub id: TryoutId,
    /// From which conversation it came.
    pub conversation: ConversationId,
    /// The reader's chair.
    pub me: Perspective,
    /// Which alternative is tried.
    pub alternative: Alternative,
    /// The plan.
    pub plan: Plan,
    /// Where it stands.
    pub state: TryoutState,
    /// In which conversation it was tried, and the day of that one.
    pub next: Option<(ConversationId, Stamp)>,
    /// Whether consent ended for the conversation in which it was tried.
    pub next_gone: bool,
    /// Where in the next recording it can be seen, in milliseconds.
    pub after: Option<i64>,
    /// Whether another conversation can be chosen for it.
    pub can_choose: bool,
    /// What each told of it, in the order of the chairs.
    pub told: Vec<Told>,
    /// How the next conversation was rated, each on their own.
    pub ratings: Vec<Rated>,
    /// What the professional added to the verdict.
    pub verdict_note: Option<String>,
    /// When it was planned.
    pub on: Stamp,
}

impl Tryout {
    /// What one person told.
    #[must_use]
    pub fn told_by(&self, chair: Perspective) -> Option<&Told> {
        self.told.iter().find(|told| told.by == chair)
    }

    /// How one person rated the next conversation.
    #[must_use]
    pub fn rated_by(&self, chair: Perspective) -> Option<method::tryout::Rating> {
        self.ratings.iter().find(|rated| rated.by == chair).map(|rated| rated.rating)
    }

    /// The verdict, once there is one.
    #[must_use]
    pub const fn verdict(&self) -> Option<Verdict> {
        match self.state {
            TryoutState::Judged(verdict) => Some(verdict),
            _ => None,
        }
    }
}

impl House {
    /// One tryout, for who may read the conversation it came from side by side.
    ///
    /// # Errors
    /// `Unknown` for strangers; the refusals of comparing.
    #[crate::boxed]
    pub async fn tryout(&self, caller: &Caller, id: TryoutId) -> Result<Tryout> {
        let mut c = self.db.read().await?;
        let reached = reach(&mut c, caller, id, Deed::TryOut).await?;
        let key = self.vault.text_key(&reached.permit).await?;
        let tryout = shown(&mut c, &reached, &key).await?;
        drop(c);
        // The opening leaves its line in the log of the conversation.
        self.permit(caller, reached.conversation, Deed::TryOut).await?;
        Ok(tryout)
    }
}

async fn shown(c: &mut Conn, reached: &Reached, key: &TextKey) -> Result<Tryout> {
    let row = &reached.row;
    let id = alternative_id(row)?;
    let chosen = records::dialogue::alternative(c, id).await?.ok_or(Refusal::Unknown)?;
    let mut told = told(c, reached, key).await?;
    told.sort_by_key(|told| told.by);
    let next = match &row.next_conversation {
        Some(text) => {
            let next = ids::conversation(text)?;
            records::conversation::by_id(c, next).await?.map(|row| (next, Stamp(row.held_on)))
        }
        None => None,
    };
    let ratings = match next {
        Some((next, _)) => records::tryout::ratings(c, next).await?,
        None => Vec::new(),
    };
    Ok(Tryout {
        id: reached.id,
        conversation: reached.conversation,
        me: reached.me,
        alternative: alternative(key, &chosen)?,
        plan: opened_plan(key, row)?,
        state: reached.state()?,
        next,
        next_gone: row.next_gone,
        after: row.after_ms,
        can_choose: reached.state()?.choose(next.is_some() && !told.is_empty()).is_ok(),
        told,
        ratings,
        verdict_note: open_if(key, &place("verdict", &row.id), row.verdict_sealed.as_ref())?,
        on: Stamp(row.created_at),
    })
}

pub(super) async fn told(c: &mut Conn, reached: &Reached, key: &TextKey) -> Result<Vec<Told>> {
    let rows = records::tryout::told(c, reached.id).await?;
    rows.iter().map(|row| one(key, &reached.row.id, row)).collect()
}

fn one(key: &TextKey, id: &str, row: &records::tryout::Told) -> Result<Told> {
    let by = Perspective::parse(&row.perspective).ok_or_else(|| Error::Inner("perspective".into()))?;
    let words = open_if(key, &told_place(id, by), row.text_sealed.as_ref())?;
    let words = words.map(|json| serde_json::from_str(&json)).transpose();
    Ok(Told {
        by,
        different: row.different.as_deref().and_then(Helped::parse),
        helped: row.helped.as_deref().and_then(Helped::parse),
        words: words.map_err(|_| Error::Inner("words of a telling".into()))?.unwrap_or_default(),
        at: Stamp(row.created_at),
    })
}
