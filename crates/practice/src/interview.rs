//! The client interview: a coach asks and writes down, the client reads it back, and only then others may read it.
//!
//! Two people reach it here: the coach whose own look is sealed, and the client. What the client said yes to is laid
//! on the table by [`House::client_voice`].

mod reading_back;
mod sound;
mod writing;

use method::ids::{ConversationId, InterviewId, NoteId, RecordingId};
use method::interview::{InterviewMode, InterviewState, ReadBack, Topic};
use method::permit::{Deed, Permit};
use method::roles::Perspective;
use method::time::Stamp;
use method::{Refusal, consent};
use records::Conn;
use records::interview::Interview;
use vault::TextKey;

use crate::dialogue::{facts, open_if};
use crate::{Caller, House, Result, audit};

pub use sound::Sound;
pub(crate) use sound::forget_sounds;
pub use writing::{Typed, Wrote};

/// A note, opened.
#[derive(Clone, Debug)]
pub struct Note {
    /// Which.
    pub id: NoteId,
    /// Under which part of the guide.
    pub topic: Topic,
    /// Where in the conversation's recording, in milliseconds.
    pub at: Option<i64>,
    /// In which sound of the interview, and where, in milliseconds.
    pub sound: Option<(RecordingId, i64)>,
    /// What the coach wrote in the client's words; nothing once the client replaced it.
    pub text: String,
    /// What the client put in its place or beside it.
    pub own: Option<String>,
    /// What the client said of it.
    pub read_back: Option<ReadBack>,
    /// The version a change must build on.
    pub version: Stamp,
}

/// An interview as the coach has it before them.
#[derive(Debug)]
pub struct Sheet {
    /// Which.
    pub id: InterviewId,
    /// Of which conversation.
    pub conversation: ConversationId,
    /// Where the two of them sit.
    pub mode: InterviewMode,
    /// Where it stands.
    pub state: InterviewState,
    /// The notes, in the order in which they were begun, each with what the coach thought themselves.
    pub notes: Vec<(Note, String)>,
    /// When the client said yes to sound.
    pub sound_yes: Option<Stamp>,
    /// The sounds there are.
    pub sounds: Vec<Sound>,
}

/// An interview as the client has it before them: nothing of the coach's own thoughts.
#[derive(Debug)]
pub struct Back {
    /// Which.
    pub id: InterviewId,
    /// Where it stands.
    pub state: InterviewState,
    /// The notes, once the coach gave them to read.
    pub notes: Vec<Note>,
    /// When the client said yes to sound.
    pub sound_yes: Option<Stamp>,
    /// The sounds there are.
    pub sounds: Vec<Sound>,
}

impl Back {
    /// How many notes the client did not yet say anything of.
    #[must_use]
    pub fn undecided(&self) -> usize {
        self.notes.iter().filter(|note| note.read_back.is_none()).count()
    }
}

pub(crate) fn text_place(id: NoteId) -> String {
    format!("interview_notes.text/{id}")
}

pub(crate) fn own_place(id: NoteId) -> String {
    format!("interview_notes.own/{id}")
}

pub(crate) fn thought_place(id: NoteId) -> String {
    format!("interview_notes.thought/{id}")
}

fn note(key: &TextKey, row: &records::interview::Note) -> Result<Note> {
    Ok(Note {
        id: row.id,
        topic: row.topic,
        at: row.at,
        sound: row.sound,
        text: open_if(key, &text_place(row.id), row.text_sealed.as_ref())?.unwrap_or_default(),
        own: open_if(key, &own_place(row.id), row.own_sealed.as_ref())?,
        read_back: row.read_back,
        version: row.changed,
    })
}

/// An interview and the permit with which it was reached.
struct Reached {
    row: Interview,
    permit: Permit,
}

/// Reaches an interview from one of its two chairs. For anyone else there is none.
async fn reach(c: &mut Conn, caller: &Caller, id: InterviewId, chair: Perspective) -> Result<Reached> {
    let Some(row) = records::interview::by_id(c, id).await? else {
        return Err(crate::consent::missing(c, caller, id).await?);
    };
    let permit = permit(c, caller, row.conversation, chair).await?;
    Ok(Reached { row, permit })
}

/// The permit of one of the two chairs.
async fn permit(c: &mut Conn, caller: &Caller, id: ConversationId, chair: Perspective) -> Result<Permit> {
    let facts = facts(c, id).await?;
    let permit = consent::decide(&facts, &caller.reader, Deed::Interview, caller.now)?;
    let me = facts.party(&caller.reader).map(|party| party.perspective);
    if me == Some(chair) { Ok(permit) } else { Err(Refusal::NotInvited.into()) }
}

impl House {
    /// The coach begins an interview, or goes on with it. There must be a recording to look at together.
    ///
    /// # Errors
    /// `LookBlind` until the coach's own look is sealed, `NotInvited` for the others, `RecordingMissing`.
    #[crate::boxed]
    pub async fn begin_interview(
        &self,
        caller: &Caller,
        id: ConversationId,
        mode: InterviewMode,
    ) -> Result<InterviewId> {
        let mut c = self.db.write().await?;
        permit(&mut c, caller, id, Perspective::Coach).await?;
        crate::looking::ready(&mut c, id).await?;
        if let Some(there) = records::interview::of_conversation(&mut c, id).await? {
            return Ok(there.id);
        }
        let interview = InterviewId::new();
        records::interview::insert(&mut c, interview, id, mode, caller.now).await?;
        c.commit().await?;
        Ok(interview)
    }

    /// The interview of a conversation, for the coach who asks.
    ///
    /// # Errors
    /// `LookBlind` until the coach's own look is sealed, `NotInvited` for the others.
    #[crate::boxed]
    pub async fn interview(&self, caller: &Caller, id: ConversationId) -> Result<Option<Sheet>> {
        let mut c = self.db.read().await?;
        let permit = permit(&mut c, caller, id, Perspective::Coach).await?;
        crate::looking::ready(&mut c, id).await?;
        let Some(row) = records::interview::of_conversation(&mut c, id).await? else { return Ok(None) };
        let key = self.vault.text_key(&permit).await?;
        let thoughts = records::interview::thoughts(&mut c, row.id).await?;
        let mut notes = Vec::new();
        for one in records::interview::notes(&mut c, &permit).await? {
            let own = thoughts.iter().find(|(id, _)| *id == one.id.to_string()).map(|(_, sealed)| sealed);
            let thought = open_if(&key, &thought_place(one.id), own)?.unwrap_or_default();
            notes.push((note(&key, &one)?, thought));
        }
        let sounds = sound::sounds(&mut c, row.id).await?;
        drop(c);
        self.note_opening(caller, id, Deed::Interview).await?;
        Ok(Some(Sheet {
            id: row.id,
            conversation: id,
            mode: row.mode,
            state: row.state,
            notes,
            sound_yes: row.sound_yes,
            sounds,
        }))
    }

    /// The coach gives what was written to the client, to read back. From now on it stands still.
    ///
    /// # Errors
    /// `NotesEmpty` when nothing was written, `NotesOffered` when it was given before, or who may not.
    #[crate::boxed]
    pub async fn offer_interview(&self, caller: &Caller, id: InterviewId) -> Result<ConversationId> {
        let mut c = self.db.write().await?;
        let reached = reach(&mut c, caller, id, Perspective::Coach).await?;
        // A note that holds no word would be an empty screen for the client.
        let key = self.vault.text_key(&reached.permit).await?;
        let mut written = 0;
        for row in records::interview::notes(&mut c, &reached.permit).await? {
            let opened = note(&key, &row)?;
            if opened.text.is_empty() && opened.own.is_none() {
                records::interview::delete_note(&mut c, id, row.id).await?;
            } else {
                written += 1;
            }
        }
        reached.row.state.offer(written)?;
        records::interview::set_state(&mut c, id, InterviewState::Offered(caller.now)).await?;
        c.commit().await?;
        Ok(reached.row.conversation)
    }

    /// The coach goes on writing after all.
    ///
    /// # Errors
    /// `NotesOffered` once the client said yes to it, or who may not.
    #[crate::boxed]
    pub async fn resume_interview(&self, caller: &Caller, id: InterviewId) -> Result<ConversationId> {
        let mut c = self.db.write().await?;
        let reached = reach(&mut c, caller, id, Perspective::Coach).await?;
        reached.row.state.resume()?;
        records::interview::set_state(&mut c, id, InterviewState::Open).await?;
        c.commit().await?;
        Ok(reached.row.conversation)
    }

    /// What the client said to the coach and said yes to, in the order of the recording: for whoever may see the
    /// looks side by side. Nothing until the client said yes to all of it.
    ///
    /// # Errors
    /// `LookBlind` before one's own seal, `DialogueEarly` before anyone else's, or another rule's refusal.
    #[crate::boxed]
    pub async fn client_voice(&self, caller: &Caller, id: ConversationId) -> Result<Vec<Note>> {
        let permit = self.permit(caller, id, Deed::Compare).await?;
        let rows = records::interview::approved(&mut self.db.read().await?, &permit).await?;
        let key = self.vault.text_key(&permit).await?;
        rows.iter().map(|row| note(&key, row)).collect()
    }

    /// Writes down in the log who gave or took back a yes to sound.
    async fn note_sound(
        c: &mut Conn,
        caller: &Caller,
        conversation: ConversationId,
        deed: audit::Deed,
    ) -> Result<()> {
        let (_, org) = crate::consent::kept(c, conversation).await?;
        crate::consent::note(c, org, caller, conversation, deed, "interview-sound").await
    }
}
