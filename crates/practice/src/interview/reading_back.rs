//! The client reads back what was written: it is right, they want it otherwise, or it goes. Then they say yes to it.

use method::Refusal;
use method::ids::NoteId;
use method::interview::{InterviewState, ReadBack};
use method::permit::Deed;
use method::roles::Perspective;
use records::{Conn, interview};

use super::{Back, Reached, note, own_place, permit, sound};
use crate::journey::tidy_text;
use crate::{Caller, Error, House, Result};

impl House {
    /// What the client said to the coach, for the client; nothing when there was no interview. Notes are there once the
    /// coach gave them to read.
    ///
    /// # Errors
    /// `Unknown` for anyone but the client, `ConsentSecond` before the second yes.
    #[crate::boxed]
    pub async fn own_interview(&self, caller: &Caller) -> Result<Option<Back>> {
        let back = self.read_back(caller).await?;
        if back.as_ref().is_some_and(|back| !back.notes.is_empty()) {
            let (id, _) = self.own_place(caller).await?;
            self.note_opening(caller, id, Deed::Interview).await?;
        }
        Ok(back)
    }

    /// The same, without a line in the log: whoever fetches it leaves another.
    pub(crate) async fn read_back(&self, caller: &Caller) -> Result<Option<Back>> {
        let (id, _) = self.own_place(caller).await?;
        let mut c = self.db.read().await?;
        let permit = permit(&mut c, caller, id, Perspective::Client).await?;
        let Some(row) = interview::of_conversation(&mut c, id).await? else { return Ok(None) };
        let key = self.vault.text_key(&permit).await?;
        let rows = match row.state {
            InterviewState::Open => Vec::new(),
            InterviewState::Offered(_) | InterviewState::Approved(_) => {
                interview::notes(&mut c, &permit).await?
            }
        };
        let sounds = sound::sounds(&mut c, row.id).await?;
        drop(c);
        Ok(Some(Back {
            id: row.id,
            state: row.state,
            notes: rows.iter().map(|row| note(&key, row)).collect::<Result<_>>()?,
            sound_yes: row.sound_yes,
            sounds,
        }))
    }

    /// The client says that a note is right.
    ///
    /// # Errors
    /// `NotesWaiting` before it was given to them, `NotesOffered` after their yes, `Unknown` for another's note.
    #[crate::boxed]
    pub async fn note_is_right(&self, caller: &Caller, which: NoteId) -> Result<()> {
        let mut c = self.db.write().await?;
        let reached = mine(&mut c, caller, which).await?;
        reached.row.state.read_back()?;
        let there = interview::notes(&mut c, &reached.permit).await?;
        let own = there.iter().find(|row| row.id == which).and_then(|row| row.own_sealed.clone());
        // What they wrote before stays their own words.
        let said = if own.is_some() { ReadBack::Changed } else { ReadBack::Right };
        interview::set_read_back(&mut c, which, said, own.as_deref(), false).await?;
        Ok(c.commit().await?)
    }

    /// The client puts their own words there: beside what stands there, or instead of it, which is then destroyed.
    ///
    /// # Errors
    /// `Invalid` when there are no words, or too many; else as [`House::note_is_right`].
    #[crate::boxed]
    pub async fn put_own_words(
        &self,
        caller: &Caller,
        which: NoteId,
        words: &str,
        beside: bool,
    ) -> Result<()> {
        let words = tidy_text("words", words)?.ok_or(Error::invalid("words", "invalid-note-words-empty"))?;
        let mut c = self.db.write().await?;
        let reached = mine(&mut c, caller, which).await?;
        reached.row.state.read_back()?;
        let sealed = self.vault.seal_text(&reached.permit, &own_place(which), &words).await?;
        interview::set_read_back(&mut c, which, ReadBack::Changed, Some(&sealed), !beside).await?;
        Ok(c.commit().await?)
    }

    /// The client throws a note away; nothing of it is left, also not what the coach thought of it.
    ///
    /// # Errors
    /// `NotesWaiting` before it was given to them, `Unknown` for another's note.
    #[crate::boxed]
    pub async fn throw_note_away(&self, caller: &Caller, which: NoteId) -> Result<()> {
        let mut c = self.db.write().await?;
        let reached = mine(&mut c, caller, which).await?;
        reached.row.state.throw_away()?;
        interview::delete_note(&mut c, reached.row.id, which).await?;
        Ok(c.commit().await?)
    }

    /// The client says yes to what is left: from now on it lies on the table for whoever may see the looks.
    ///
    /// # Errors
    /// `NotesUndecided` while they did not say of each note what they want, `NotesWaiting` before it was given to them.
    #[crate::boxed]
    pub async fn approve_interview(&self, caller: &Caller) -> Result<()> {
        let (id, _) = self.own_place(caller).await?;
        let mut c = self.db.write().await?;
        let permit = permit(&mut c, caller, id, Perspective::Client).await?;
        let row = interview::of_conversation(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let notes = interview::notes(&mut c, &permit).await?;
        let undecided = notes.iter().filter(|note| note.read_back.is_none()).count();
        row.state.approve(undecided)?;
        if !row.state.may_lie_on_the_table() {
            interview::set_state(&mut c, row.id, InterviewState::Approved(caller.now)).await?;
            c.commit().await?;
        }
        Ok(())
    }
}

/// The client's own interview, by one of its notes.
async fn mine(c: &mut Conn, caller: &Caller, which: NoteId) -> Result<Reached> {
    let id = interview::interview_of(c, which).await?.ok_or(Refusal::Unknown)?;
    super::reach(c, caller, id, Perspective::Client).await
}
