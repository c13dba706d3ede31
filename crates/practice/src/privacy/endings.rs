//! What ends by itself and when, what should have ended and why it did not, and the proof of what did.
//!
//! Proof is looked at now, in the places themselves: the key in the keyring, the mark that it never comes back, the
//! objects in the vault and the rows in the records.

use method::consent::receipt::{Ending, Receipt};
use method::home::RETENTION_NEAR_DAYS;
use method::ids::ConversationId;
use method::time::Stamp;
use method::{Refusal, consent};
use records::Conn;

use crate::consent::kept;
use crate::house::ids;
use crate::{Caller, House, Result};

/// How many lines of each kind are shown at most.
const LISTED: i64 = 100;
/// After how many minutes without a round the rounds are said not to run.
const LATE_MINUTES: i64 = 5;

/// A conversation that ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Which.
    pub id: ConversationId,
    /// The day it was held.
    pub held_on: Stamp,
    /// When it ends, or should have.
    pub at: Stamp,
    /// Why it ends: the second yes did not come, or the term is over.
    pub why: Ending,
}

/// What was left of a conversation when it was looked at: all of it nothing, when it was destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Whether its key is gone.
    pub key_gone: bool,
    /// Whether the mark stands by which a key from a backup is destroyed again.
    pub marked: bool,
    /// How many files of it are left in the vault.
    pub objects: usize,
    /// How many kinds of content are left in the records.
    pub rows: usize,
}

impl Proof {
    /// Whether nothing is left.
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.key_gone && self.marked && self.objects == 0 && self.rows == 0
    }
}

/// Something that was taken back or ended, and was carried out.
#[derive(Clone, Debug)]
pub struct Carried {
    /// In which conversation.
    pub id: ConversationId,
    /// The day that was held.
    pub held_on: Stamp,
    /// Its receipts, newest first.
    pub receipts: Vec<Receipt>,
    /// What is left of it, where all of it was to end.
    pub proof: Option<Proof>,
}

/// What ends and what ended.
#[derive(Debug)]
pub struct Endings {
    /// When the program last looked for what ended; nothing when it never did.
    pub swept: Option<Stamp>,
    /// Whether that is too long ago.
    pub asleep: bool,
    /// What should have ended by now, the longest ago first.
    pub overdue: Vec<Due>,
    /// What ends within the time that people are warned of, the first to end first.
    pub coming: Vec<Due>,
    /// What was carried out, newest first.
    pub carried: Vec<Carried>,
}

impl House {
    /// Notes that the program looked for what ended by itself.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn note_sweep(&self, now: Stamp) -> Result<()> {
        let mut c = self.db.write().await?;
        records::privacy::note_sweep(&mut c, now).await?;
        Ok(c.commit().await?)
    }

    /// When the program last looked for what ended, and whether that is too long ago.
    pub(crate) async fn swept(c: &mut Conn, now: Stamp) -> Result<(Option<Stamp>, bool)> {
        let swept = records::privacy::last_sweep(c).await?;
        Ok((swept, swept.is_none_or(|at| at.plus_minutes(LATE_MINUTES) < now)))
    }

    /// What ends and what ended in the privacy officer's organisation.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer.
    #[crate::boxed]
    pub async fn endings(&self, caller: &Caller) -> Result<Endings> {
        let organisation = Self::officer(caller)?;
        let now = caller.now;
        let mut c = self.db.read().await?;
        let near = now.plus_days(RETENTION_NEAR_DAYS);
        let (mut overdue, mut coming) = (Vec::new(), Vec::new());
        for row in records::privacy::ending(&mut c, organisation, near, LISTED).await? {
            let id = ids::conversation(&row.id)?;
            let (facts, _) = kept(&mut c, id).await?;
            let held_on = Stamp(row.held_on);
            // Whichever of its terms ends first, if that one still counts.
            let why = |at: Stamp| match facts.ended_by_itself(at) {
                Some(Refusal::Retention) => Some(Ending::Retention),
                Some(_) => Some(Ending::SecondYes),
                None => None,
            };
            let ends = [facts.second_yes_until, facts.retention_until].into_iter().flatten();
            let first = ends.filter_map(|at| Some((at, why(at)?))).min_by_key(|(at, _)| *at);
            let Some((at, why)) = first else { continue };
            let due = Due { id, held_on, at, why };
            if consent::expire(&facts, now).is_some() {
                overdue.push(due);
            } else if at < near {
                coming.push(due);
            }
        }
        overdue.sort_by_key(|due| due.at);
        coming.sort_by_key(|due| due.at);
        let (swept, asleep) = Self::swept(&mut c, now).await?;
        let ended = records::privacy::ended(&mut c, organisation, LISTED).await?;
        let mut carried = Vec::with_capacity(ended.len());
        for (id, held_on, receipts) in ended {
            let whole = receipts.iter().any(|receipt| receipt.purpose.is_none());
            let proof = if whole { Some(self.proof(&mut c, id).await?) } else { None };
            carried.push(Carried { id, held_on, receipts, proof });
        }
        Ok(Endings { swept, asleep, overdue, coming, carried })
    }

    /// What is left of a conversation of the privacy officer's organisation that ended.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer of the same organisation.
    #[crate::boxed]
    pub async fn proof_of_ending(&self, caller: &Caller, id: ConversationId) -> Result<Option<Proof>> {
        let organisation = Self::officer(caller)?;
        let mut c = self.db.read().await?;
        let (facts, org) = kept(&mut c, id).await?;
        if org != organisation {
            return Err(Refusal::Unknown.into());
        }
        if facts.destroyed.is_none() {
            return Ok(None);
        }
        Ok(Some(self.proof(&mut c, id).await?))
    }

    async fn proof(&self, c: &mut Conn, id: ConversationId) -> Result<Proof> {
        let left = self.vault.remains(id.into()).await?;
        let rows = records::consent::items(c, id).await?.len();
        Ok(Proof { key_gone: !left.key, marked: left.marked, objects: left.objects, rows })
    }
}
