//! Verifying the log: every line still says what was written, stands where it was written, and none is gone, at the end
//! of it neither.
//!
//! The hashes hold the lines together. How far the log went is kept in two places: beside it, moved with every line, and
//! sealed among the keys, moved every minute. Whoever can write in the records alone cannot change that last one.

use method::ids::OrganisationId;
use records::audit::Entry;
use records::{Conn, audit};
use vault::Head;

use super::hash;
use crate::house::ids;
use crate::{House, Result};

/// How many lines are read at once.
const PAGE: i64 = 5_000;
/// How many findings are told; the first ones say where to look.
const TOLD: usize = 20;

/// Where a log does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Break {
    /// Lines are gone: from this number up to and with that one.
    Gap(i64, i64),
    /// A line stands where it was not written: here, and it was that one.
    Moved(i64, i64),
    /// This line does not say what was written, or was never written.
    Forged(i64),
    /// This line does not follow on the one before it: there another one stood.
    Unlinked(i64),
    /// The log ends here, and it went to there.
    CutOff(i64, i64),
    /// Lines stand beyond the place where the log ends, which is here.
    Beyond(i64),
    /// This line is not the one that was kept among the keys: from the beginning up to here the log was written anew.
    Rewritten(i64),
    /// What was kept among the keys was changed.
    KeptHead,
    /// The database would let lines be changed: what refuses that was taken away.
    Unlocked,
}

impl std::fmt::Display for Break {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Gap(from, to) if from == to => write!(f, "gap: line {from} is gone"),
            Self::Gap(from, to) => write!(f, "gap: lines {from} to {to} are gone"),
            Self::Moved(at, was) => write!(f, "reorder: what stands at line {at} was written as line {was}"),
            Self::Forged(at) => write!(f, "forged: line {at} is not what was written there"),
            Self::Unlinked(at) => {
                write!(f, "forged: line {at} followed on another line than the one before it")
            }
            Self::CutOff(last, was) => {
                write!(f, "cut off: the log ends at line {last}, and it went to line {was}")
            }
            Self::Beyond(end) => write!(f, "forged: there are lines beyond line {end}, where the log ends"),
            Self::Rewritten(at) => {
                write!(f, "forged: line {at} is not the one that was kept among the keys")
            }
            Self::KeptHead => f.write_str("forged: what was kept among the keys was changed"),
            Self::Unlocked => f.write_str("unlocked: the database would let lines be changed"),
        }
    }
}

impl Break {
    /// The word for it, for message keys.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Gap(..) => "gap",
            Self::Moved(..) => "moved",
            Self::Forged(_) => "forged",
            Self::Unlinked(_) => "unlinked",
            Self::CutOff(..) => "cut-off",
            Self::Beyond(_) => "beyond",
            Self::Rewritten(_) => "rewritten",
            Self::KeptHead => "kept-head",
            Self::Unlocked => "unlocked",
        }
    }

    /// The two line numbers that its sentence names.
    #[must_use]
    pub const fn lines(&self) -> (i64, i64) {
        match *self {
            Self::Gap(one, other) | Self::Moved(one, other) | Self::CutOff(one, other) => (one, other),
            Self::Forged(at) | Self::Unlinked(at) | Self::Beyond(at) | Self::Rewritten(at) => (at, at),
            Self::KeptHead | Self::Unlocked => (0, 0),
        }
    }
}

/// What verifying a log found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many lines there are.
    pub lines: i64,
    /// How far the log went when it was last kept among the keys; nothing when it never was.
    pub kept: Option<i64>,
    /// Where it does not hold, at most twenty places.
    pub breaks: Vec<Break>,
}

impl Verified {
    /// Whether it holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.breaks.is_empty()
    }
}

/// Walks a chain line by line.
#[derive(Debug, Default)]
struct Walk {
    lines: i64,
    last: i64,
    previous: String,
    /// Whether the line before cannot vouch for this one: it is gone or was moved.
    loose: bool,
    breaks: Vec<Break>,
}

impl Walk {
    /// Takes the next line. `end` is how far the log is known to have gone, to look for where a moved line was.
    fn step(&mut self, e: &Entry, end: i64) {
        self.lines += 1;
        if e.seq > self.last + 1 {
            self.breaks.push(Break::Gap(self.last + 1, e.seq - 1));
            self.loose = true;
        }
        let linked = e.previous == self.previous;
        let mut moved = false;
        if hash(e) != e.hash {
            let was = if self.breaks.len() < TOLD { was(e, end) } else { None };
            moved = was.is_some();
            self.breaks.push(was.map_or(Break::Forged(e.seq), |was| Break::Moved(e.seq, was)));
        } else if !linked && !self.loose {
            self.breaks.push(Break::Unlinked(e.seq));
        }
        (self.last, self.loose) = (e.seq, moved);
        self.previous.clone_from(&e.hash);
    }
}

/// The number under which a line was written, if it is a true line in another place.
fn was(e: &Entry, end: i64) -> Option<i64> {
    let mut copy = e.clone();
    (1..=end).find(|seq| {
        copy.seq = *seq;
        *seq != e.seq && hash(&copy) == e.hash
    })
}

/// Everything but what is kept among the keys, in one view of the records. Gives the hash at `mark` too.
async fn walk(c: &mut Conn, id: OrganisationId, mark: i64) -> Result<(Walk, Option<String>)> {
    let (mut walk, mut marked) = (Walk::default(), None);
    loop {
        let lines = audit::chain(c, id, walk.last, PAGE).await?;
        // The head is read after the lines: on some databases it may have moved on meanwhile, but never back.
        let (end, hash) = audit::head(c, id).await?.unwrap_or_default();
        for line in &lines {
            walk.step(line, end.max(mark));
            if line.seq == mark {
                marked = Some(line.hash.clone());
            }
        }
        if !lines.is_empty() {
            continue;
        }
        if end > walk.last {
            // Unless they were written just now, there are none.
            if audit::chain(c, id, walk.last, 1).await?.is_empty() {
                walk.breaks.push(Break::CutOff(walk.last, end));
            } else {
                continue;
            }
        } else if end < walk.last {
            walk.breaks.push(Break::Beyond(end));
        } else if hash != walk.previous {
            walk.breaks.push(Break::Forged(walk.last));
        }
        return Ok((walk, marked));
    }
}

impl House {
    /// Verifies the log of one organisation.
    ///
    /// # Errors
    /// When the database or the keyring cannot be read.
    #[crate::boxed]
    pub async fn verify_audit(&self, organisation: OrganisationId) -> Result<Verified> {
        let kept = self.vault.kept_head(organisation).await;
        let mut c = self.db.read().await?;
        let mark = kept.as_ref().ok().and_then(Option::as_ref).map_or(0, |head| head.seq);
        let (mut walk, marked) = walk(&mut c, organisation, mark).await?;
        let told = |walk: &Walk| walk.breaks.iter().any(|one| matches!(one, Break::CutOff(..)));
        let kept = match kept {
            Ok(Some(head)) => {
                match marked {
                    Some(hash) if hash != head.hash => walk.breaks.push(Break::Rewritten(head.seq)),
                    None if head.seq > walk.last && !told(&walk) => {
                        walk.breaks.push(Break::CutOff(walk.last, head.seq));
                    }
                    _ => {}
                }
                Some(head.seq)
            }
            Ok(None) => None,
            Err(vault::Error::Damaged(_)) => {
                walk.breaks.push(Break::KeptHead);
                None
            }
            Err(error) => return Err(error.into()),
        };
        if !audit::lock::missing(&mut c).await?.is_empty() {
            walk.breaks.push(Break::Unlocked);
        }
        walk.breaks.truncate(TOLD);
        Ok(Verified { lines: walk.lines, kept, breaks: walk.breaks })
    }

    /// Every organisation of this installation, by name, to verify the log of.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn organisations(&self) -> Result<Vec<(OrganisationId, String)>> {
        let rows = records::organisation::all(&mut self.db.read().await?).await?;
        rows.into_iter().map(|row| Ok((ids::organisation(&row.id)?, row.name))).collect()
    }

    /// Keeps among the keys how far each log went. One that does not go on from what was kept before is left as it is, so
    /// that what was kept still tells; gives how many of those there are.
    ///
    /// # Errors
    /// When the database or the keyring fails.
    #[crate::boxed]
    pub async fn keep_heads(&self) -> Result<usize> {
        let mut wrong = 0;
        for (id, _) in self.organisations().await? {
            let mut c = self.db.read().await?;
            let Some((seq, hash)) = audit::head(&mut c, id).await?.filter(|(seq, _)| *seq > 0) else {
                continue;
            };
            let goes_on = match self.vault.kept_head(id).await {
                Ok(None) => true,
                Ok(Some(head)) if head.seq == seq && head.hash == hash => continue,
                Ok(Some(head)) if head.seq < seq => {
                    let line = audit::chain(&mut c, id, head.seq - 1, 1).await?.into_iter().next();
                    line.is_some_and(|line| line.seq == head.seq && line.hash == head.hash)
                }
                Ok(Some(_)) | Err(vault::Error::Damaged(_)) => false,
                Err(error) => return Err(error.into()),
            };
            // And the head itself must be the last line, before it is vouched for.
            let last = audit::chain(&mut c, id, seq - 1, 1).await?.into_iter().next();
            if goes_on && last.is_some_and(|line| line.seq == seq && line.hash == hash) {
                self.vault.keep_head(id, &Head { seq, hash }).await?;
            } else {
                wrong += 1;
            }
        }
        Ok(wrong)
    }

    /// Puts back what makes the database refuse changes to the log. Gives whether something was missing.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn lock_audit(&self) -> Result<bool> {
        let mut c = self.db.write().await?;
        let missing = !audit::lock::missing(&mut c).await?.is_empty();
        if missing {
            audit::lock::put_back(&mut c).await?;
            c.commit().await?;
        }
        Ok(missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(n: i64) -> Vec<Entry> {
        let mut previous = String::new();
        (1..=n)
            .map(|seq| {
                let mut entry = Entry {
                    seq,
                    at: seq * 10,
                    actor_kind: "member".into(),
                    actor: "a".into(),
                    deed: "opened".into(),
                    scope: None,
                    subject: Some("watch".into()),
                    previous: previous.clone(),
                    hash: String::new(),
                };
                entry.hash = hash(&entry);
                previous.clone_from(&entry.hash);
                entry
            })
            .collect()
    }

    fn check(chain: &[Entry]) -> Vec<Break> {
        let mut walk = Walk::default();
        chain.iter().for_each(|line| walk.step(line, 6));
        walk.breaks
    }

    #[test]
    fn a_gap_a_reorder_and_a_forged_line_are_each_named() {
        assert_eq!(check(&chain(6)), []);
        let mut gap = chain(6);
        gap.drain(2..4);
        assert_eq!(check(&gap), [Break::Gap(3, 4)]);
        let mut forged = chain(6);
        forged[3].actor = "b".into();
        assert_eq!(check(&forged), [Break::Forged(4)]);
        let mut forged_well = chain(6);
        forged_well[3].actor = "b".into();
        forged_well[3].hash = hash(&forged_well[3]);
        assert_eq!(check(&forged_well), [Break::Unlinked(5)]);
        let mut turned = chain(6);
        turned.swap(2, 3);
        (turned[2].seq, turned[3].seq) = (3, 4);
        assert_eq!(check(&turned), [Break::Moved(3, 4), Break::Moved(4, 3)]);
        let told: Vec<_> = check(&turned).iter().map(ToString::to_string).collect();
        assert!(told[0].starts_with("reorder: ") && Break::Gap(3, 4).to_string().starts_with("gap: "));
    }

    #[test]
    fn one_break_does_not_hide_the_next() {
        let mut many = chain(6);
        many[4].at += 1;
        many.remove(1);
        assert_eq!(check(&many), [Break::Gap(2, 2), Break::Forged(5)]);
    }
}
