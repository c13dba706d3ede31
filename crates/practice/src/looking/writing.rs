//! Changing an open look: every moment and every answer is saved at once, and says on which version it builds.
//!
//! A change that was sent twice, because its answer got lost, is recognised and done once. A change that builds on
//! something older than what stands there changes nothing and gives back what stands there.

use method::Refusal;
use method::ids::{ConversationId, LookId, MomentId};
use method::looking::{LeadQuestion, MomentKind, Span, Step, Strength, Whose};
use method::permit::Permit;
use method::time::Stamp;
use records::{Conn, looking};
use vault::TextKey;

use super::{answer_place, mine, note_place, opened, ready, ready_on, word_place};
use crate::journey::tidy_text;
use crate::{Caller, Error, House, Result};

/// More moments than anyone marks in one conversation; a bound, so that nobody fills the disk with them.
const MOMENTS_MAX: i64 = 1_000;
/// Longest own word for a moment, in bytes.
const WORD_MAX: usize = 120;

/// A moment as it is typed.
#[derive(Clone, Debug)]
pub struct Marked {
    /// What kind.
    pub kind: MomentKind,
    /// Whose it was.
    pub whose: Whose,
    /// How strong.
    pub strength: Strength,
    /// Where it begins, in milliseconds.
    pub start: i64,
    /// Where it ends, in milliseconds.
    pub end: i64,
    /// The note.
    pub note: String,
    /// The marker's own word.
    pub word: String,
    /// How often the places had moved in the recording that the marker had before them.
    pub timeline: i64,
}

/// An answer as it is typed.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The chosen step.
    pub step: Option<Step>,
    /// The text.
    pub text: String,
    /// The moments it rests on.
    pub moments: Vec<MomentId>,
}

/// What came of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    /// It stands; the next change builds on this version.
    Kept(Stamp),
    /// Something else stands there meanwhile, and this was not written.
    Changed {
        /// The text that stands there.
        theirs: String,
        /// Its version.
        version: Stamp,
    },
}

/// On which version a change builds.
#[derive(Clone, Copy, Debug)]
pub enum Base {
    /// On this one; nothing when it is new.
    Version(Option<Stamp>),
    /// On whatever stands there: a form without a script, which shows all of it.
    Whatever,
}

/// What stands there, as far as deciding goes.
struct There {
    same: bool,
    text: String,
    version: Stamp,
}

/// The next version: later than what stands there, whatever the clock says.
fn next(now: Stamp, there: Option<&There>) -> Stamp {
    there.map_or(now, |there| Stamp(now.0.max(there.version.0 + 1)))
}

/// Nothing when the change may be written; else what came of it without writing.
fn settled(base: Base, there: Option<&There>) -> Option<Put> {
    let there = there?;
    if there.same {
        return Some(Put::Kept(there.version));
    }
    match base {
        Base::Version(base) if base != Some(there.version) => {
            Some(Put::Changed { theirs: there.text.clone(), version: there.version })
        }
        _ => None,
    }
}

impl House {
    /// Marks a moment, or changes one.
    ///
    /// # Errors
    /// `LookSealed`, `Position`, `TimesMoved` when a part was cut since, `Invalid` for a text that is too long, or
    /// `Unknown` for anyone but the look's maker.
    #[crate::boxed]
    pub async fn put_moment(
        &self,
        caller: &Caller,
        look: LookId,
        id: MomentId,
        marked: Marked,
        base: Base,
    ) -> Result<Put> {
        let note = tidy_text("note", &marked.note)?.unwrap_or_default();
        let word = tidy_text("word", &marked.word)?.unwrap_or_default();
        if word.len() > WORD_MAX {
            return Err(Error::invalid("word", "invalid-text-long"));
        }
        let mut c = self.db.write().await?;
        let (permit, key, conversation) = self.open_for_writing(&mut c, caller, look).await?;
        let duration = ready_on(&mut c, conversation, marked.timeline).await?;
        let span = Span::within(marked.start, marked.end, duration)?;
        let rows = looking::moments(&mut c, &permit, look).await?;
        let kept = rows.iter().find(|row| row.id == id);
        let there = kept.map(|row| moment_there(&key, row, &marked, span, &note, &word)).transpose()?;
        if let Some(put) = settled(base, there.as_ref()) {
            return Ok(put);
        }
        if matches!(base, Base::Whatever) && kept.is_none() {
            // A form that is sent twice on a bad line marks once.
            for row in &rows {
                let twin = moment_there(&key, row, &marked, span, &note, &word)?;
                if twin.same {
                    return Ok(Put::Kept(twin.version));
                }
            }
        }
        if kept.is_none() && looking::count_moments(&mut c, look).await? >= MOMENTS_MAX {
            return Err(Error::invalid("moment", "invalid-moments-many"));
        }
        let row = looking::Moment {
            id,
            kind: marked.kind,
            whose: marked.whose,
            strength: marked.strength,
            span,
            note_sealed: sealed(&key, &note_place(id), &note)?,
            word_sealed: sealed(&key, &word_place(id), &word)?,
            changed_at: next(caller.now, there.as_ref()),
        };
        if !looking::put_moment(&mut c, look, &row, caller.now).await? {
            return Err(Refusal::Unknown.into());
        }
        c.commit().await?;
        Ok(Put::Kept(row.changed_at))
    }

    /// Takes a moment away. One that is not there is away already.
    ///
    /// # Errors
    /// `LookSealed`, or `Unknown` for anyone but the look's maker.
    #[crate::boxed]
    pub async fn remove_moment(&self, caller: &Caller, look: LookId, id: MomentId) -> Result<()> {
        let mut c = self.db.write().await?;
        mine(&mut c, caller, look).await?;
        hold(&mut c, look).await?;
        looking::delete_moment(&mut c, look, id).await?;
        Ok(c.commit().await?)
    }

    /// Answers a lead question, or changes the answer.
    ///
    /// # Errors
    /// `LookSealed`, `Invalid` for a text that is too long, or `Unknown` for anyone but the look's maker.
    #[crate::boxed]
    pub async fn put_answer(
        &self,
        caller: &Caller,
        look: LookId,
        question: LeadQuestion,
        answered: Answered,
        base: Base,
    ) -> Result<Put> {
        let text = tidy_text("text", &answered.text)?.unwrap_or_default();
        let mut c = self.db.write().await?;
        let (permit, key, _) = self.open_for_writing(&mut c, caller, look).await?;
        let rows = looking::answers(&mut c, &permit, look).await?;
        let there = rows.iter().find(|row| row.question == question);
        let there = there.map(|row| answer_there(&key, look, row, &answered, &text)).transpose()?;
        if let Some(put) = settled(base, there.as_ref()) {
            return Ok(put);
        }
        let row = looking::Answer {
            question,
            step: answered.step,
            text_sealed: sealed(&key, &answer_place(look, question), &text)?,
            moments: answered.moments,
            changed_at: next(caller.now, there.as_ref()),
        };
        looking::put_answer(&mut c, look, &row).await?;
        c.commit().await?;
        Ok(Put::Kept(row.changed_at))
    }

    /// Whose look it is, whether it is open, and the key for its texts.
    async fn open_for_writing(
        &self,
        c: &mut Conn,
        caller: &Caller,
        look: LookId,
    ) -> Result<(Permit, TextKey, ConversationId)> {
        let (permit, row, _) = mine(c, caller, look).await?;
        hold(c, look).await?;
        ready(c, row.conversation).await?;
        let key = self.vault.text_key(&permit).await?;
        Ok((permit, key, row.conversation))
    }
}

/// Keeps the look open until this transaction ends.
async fn hold(c: &mut Conn, look: LookId) -> Result<()> {
    if looking::hold_open(c, look).await? { Ok(()) } else { Err(Refusal::LookSealed.into()) }
}

/// Seals a text; an empty one is nothing.
fn sealed(key: &TextKey, place: &str, text: &str) -> Result<Option<Vec<u8>>> {
    Ok((!text.is_empty()).then(|| key.seal(place, text)).transpose()?)
}

fn moment_there(
    key: &TextKey,
    row: &looking::Moment,
    marked: &Marked,
    span: Span,
    note: &str,
    word: &str,
) -> Result<There> {
    let text = opened(key, &note_place(row.id), row.note_sealed.as_ref())?;
    let own = opened(key, &word_place(row.id), row.word_sealed.as_ref())?;
    let plain = (row.kind, row.whose, row.strength, row.span);
    let same = plain == (marked.kind, marked.whose, marked.strength, span) && text == note && own == word;
    Ok(There { same, text, version: row.changed_at })
}

fn answer_there(
    key: &TextKey,
    look: LookId,
    row: &looking::Answer,
    answered: &Answered,
    text: &str,
) -> Result<There> {
    let kept = opened(key, &answer_place(look, row.question), row.text_sealed.as_ref())?;
    let mut links = (row.moments.clone(), answered.moments.clone());
    links.0.sort_unstable();
    links.1.sort_unstable();
    let same = row.step == answered.step && kept == text && links.0 == links.1;
    Ok(There { same, text: kept, version: row.changed_at })
}
