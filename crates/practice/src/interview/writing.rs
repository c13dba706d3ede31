//! The coach writes: each note is saved at once and says on which version it builds, as in a look.

use method::Refusal;
use method::ids::{ConversationId, InterviewId, NoteId, RecordingId};
use method::interview::Topic;
use method::roles::Perspective;
use method::time::Stamp;
use records::{Conn, interview};
use vault::TextKey;

use super::{Reached, note, reach, text_place, thought_place};
use crate::dialogue::open_if;
use crate::journey::tidy_text;
use crate::looking::writing::Base;
use crate::{Caller, Error, House, Result};

/// More than is ever said in one conversation; a bound, so that nobody fills the disk with them.
const NOTES_MAX: usize = 300;

/// A note as it is typed.
#[derive(Clone, Debug)]
pub struct Typed {
    /// Under which part of the guide.
    pub topic: Topic,
    /// Where in the conversation's recording, in milliseconds.
    pub at: Option<i64>,
    /// In which sound of the interview, and where, in milliseconds.
    pub sound: Option<(RecordingId, i64)>,
    /// What the client said, in their words.
    pub text: String,
    /// What the coach thinks themselves.
    pub thought: String,
    /// How often the places had moved in the recording that the coach had before them.
    pub timeline: i64,
}

/// What came of writing a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrote {
    /// It stands; the next change builds on this version.
    Kept(Stamp),
    /// Something else stands there meanwhile, and this was not written.
    Changed {
        /// The client's words that stand there.
        theirs: String,
        /// Its version.
        version: Stamp,
    },
}

impl House {
    /// Writes a note, or changes one. Sent twice, it is done once.
    ///
    /// # Errors
    /// `NotesOffered` once the client has it before them, `Position`, `TimesMoved` when a part was cut since, `Invalid`
    /// for too much, or who may not.
    #[crate::boxed]
    pub async fn put_note(
        &self,
        caller: &Caller,
        id: InterviewId,
        which: NoteId,
        typed: Typed,
        base: Base,
    ) -> Result<Wrote> {
        let text = tidy_text("text", &typed.text)?.unwrap_or_default();
        let thought = tidy_text("thought", &typed.thought)?.unwrap_or_default();
        let mut c = self.db.write().await?;
        let Reached { row, permit } = open(&mut c, caller, id).await?;
        let duration = crate::looking::ready_on(&mut c, row.conversation, typed.timeline).await?;
        if typed.at.is_some_and(|at| at < 0 || at > duration + 1_000) {
            return Err(Refusal::Position.into());
        }
        let sound = own_sound(&mut c, id, typed.sound).await?;
        let key = self.vault.text_key(&permit).await?;
        let rows = interview::notes(&mut c, &permit).await?;
        let there = rows.iter().find(|row| row.id == which);
        if let Some(row) = there {
            let kept = note(&key, row)?;
            let plain = (kept.topic, kept.at, kept.sound) == (typed.topic, typed.at, sound);
            if plain
                && kept.own.is_none()
                && kept.text == text
                && thought_of(&mut c, &key, id, which).await? == thought
            {
                return Ok(Wrote::Kept(kept.version));
            }
            if matches!(base, Base::Version(base) if base != Some(kept.version)) {
                return Ok(Wrote::Changed { theirs: kept.text, version: kept.version });
            }
        } else if rows.len() >= NOTES_MAX {
            return Err(Error::invalid("text", "invalid-moments-many"));
        }
        let seal = |place: String, text: &str| -> Result<Option<Vec<u8>>> {
            Ok((!text.is_empty()).then(|| key.seal(&place, text)).transpose()?)
        };
        let row = interview::Note {
            id: which,
            topic: typed.topic,
            at: typed.at,
            sound,
            text_sealed: seal(text_place(which), &text)?,
            own_sealed: None,
            read_back: None,
            created: caller.now,
            // Later than what stands there, whatever the clock says.
            changed: there.map_or(caller.now, |row| Stamp(caller.now.0.max(row.changed.0 + 1))),
        };
        let thought = seal(thought_place(which), &thought)?;
        if !interview::put_note(&mut c, id, &row, thought.as_deref()).await? {
            return Err(Refusal::Unknown.into());
        }
        c.commit().await?;
        Ok(Wrote::Kept(row.changed))
    }

    /// The coach takes a note away. One that is not there is away already.
    ///
    /// # Errors
    /// `NotesOffered` once the client has it before them, or who may not.
    #[crate::boxed]
    pub async fn remove_note(&self, caller: &Caller, id: InterviewId, which: NoteId) -> Result<()> {
        let mut c = self.db.write().await?;
        open(&mut c, caller, id).await?;
        interview::delete_note(&mut c, id, which).await?;
        Ok(c.commit().await?)
    }

    /// Adds what the coach thought themselves to their own sealed look, with the date; there the others read it too.
    /// Only once the client said yes to what was written.
    ///
    /// # Errors
    /// `NotesWaiting` before that; `Unknown` when there is no such thought, or who may not.
    #[crate::boxed]
    pub async fn share_thought(
        &self,
        caller: &Caller,
        id: InterviewId,
        which: NoteId,
    ) -> Result<ConversationId> {
        let mut c = self.db.read().await?;
        let Reached { row, permit } = reach(&mut c, caller, id, Perspective::Coach).await?;
        if !row.state.may_lie_on_the_table() {
            return Err(Refusal::NotesWaiting.into());
        }
        let key = self.vault.text_key(&permit).await?;
        let thought = thought_of(&mut c, &key, id, which).await?;
        drop(c);
        if thought.is_empty() {
            return Err(Refusal::Unknown.into());
        }
        let look = self.own_look(caller, row.conversation).await?.ok_or(Refusal::Unknown)?;
        self.add_to_look(caller, look, &thought).await?;
        Ok(row.conversation)
    }
}

/// An interview in which the coach may write now.
async fn open(c: &mut Conn, caller: &Caller, id: InterviewId) -> Result<Reached> {
    let reached = reach(c, caller, id, Perspective::Coach).await?;
    reached.row.state.write()?;
    Ok(reached)
}

async fn thought_of(c: &mut Conn, key: &TextKey, id: InterviewId, which: NoteId) -> Result<String> {
    let all = interview::thoughts(c, id).await?;
    let sealed = all.iter().find(|(note, _)| *note == which.to_string()).map(|(_, sealed)| sealed);
    Ok(open_if(key, &thought_place(which), sealed)?.unwrap_or_default())
}

/// A place in a sound of this interview; of any other it is left out.
async fn own_sound(
    c: &mut Conn,
    id: InterviewId,
    typed: Option<(RecordingId, i64)>,
) -> Result<Option<(RecordingId, i64)>> {
    let Some((sound, at)) = typed.filter(|(_, at)| *at >= 0) else { return Ok(None) };
    let there = records::recording::of_interview(c, id).await?;
    Ok(there.iter().any(|row| row.id == sound).then_some((sound, at)))
}
