//! The sound of an interview: only after the client's own yes, and gone when they take that back.
//!
//! It comes in as a recording does and lies under the same key, but it is for the two who talked, and for nobody else.

use method::Refusal;
use method::consent::Means;
use method::ids::{ConversationId, InterviewId, ObjectId, RecordingId};
use method::permit::Permit;
use method::recording::RecordingState;
use method::roles::Perspective;
use records::recording::steps;
use records::{Conn, interview};

use super::{permit, reach};
use crate::{Caller, House, Result, audit};

/// A sound of an interview.
#[derive(Clone, Debug)]
pub struct Sound {
    /// Which.
    pub id: RecordingId,
    /// Its address is `/media/<object>`, once it can be heard.
    pub object: ObjectId,
    /// Whether it can be heard.
    pub ready: bool,
    /// How long it lasts, once known.
    pub duration_ms: i64,
}

pub(super) async fn sounds(c: &mut Conn, id: InterviewId) -> Result<Vec<Sound>> {
    let rows = records::recording::of_interview(c, id).await?;
    let rows = rows.into_iter().filter(|row| !row.state.makes_room());
    Ok(rows
        .map(|row| Sound {
            id: row.id,
            object: row.object,
            ready: row.state == RecordingState::Ready,
            duration_ms: row.duration_ms.unwrap_or(0),
        })
        .collect())
}

impl House {
    /// The permit to bring sound of an interview in: the coach's, as long as the client's yes to sound holds.
    pub(crate) async fn sound_permit(&self, caller: &Caller, id: ConversationId) -> Result<Permit> {
        let mut c = self.db.read().await?;
        let permit = permit(&mut c, caller, id, Perspective::Coach).await?;
        let row = interview::of_conversation(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        if row.sound_yes.is_some() { Ok(permit) } else { Err(Refusal::SoundUnasked.into()) }
    }

    /// Begins a sound of an interview.
    ///
    /// # Errors
    /// `SoundUnasked` without the client's yes, `NotesOffered` once they read it back, or who may not.
    #[crate::boxed]
    pub async fn begin_interview_sound(
        &self,
        caller: &Caller,
        id: InterviewId,
        content_type: Option<&str>,
    ) -> Result<(ConversationId, RecordingId)> {
        let mut c = self.db.write().await?;
        let reached = reach(&mut c, caller, id, Perspective::Coach).await?;
        reached.row.state.write()?;
        if reached.row.sound_yes.is_none() {
            return Err(Refusal::SoundUnasked.into());
        }
        let new = steps::New {
            id: RecordingId::new(),
            conversation: reached.row.conversation,
            object: ObjectId::new(),
            made_by: "interview",
            length: None,
            file_name_sealed: None,
            content_type: content_type.filter(|kind| kind.len() <= 200),
        };
        steps::insert(&mut c, &new, caller.now).await?;
        steps::set_interview(&mut c, new.id, id).await?;
        c.commit().await?;
        Ok((new.conversation, new.id))
    }

    /// The client says yes to sound, with their own hand. A no leaves no trace.
    ///
    /// # Errors
    /// `Unknown` for anyone but the client, or when nobody asked.
    #[crate::boxed]
    pub async fn allow_interview_sound(&self, caller: &Caller, means: Means) -> Result<()> {
        let (id, _) = self.own_place(caller).await?;
        let mut c = self.db.write().await?;
        permit(&mut c, caller, id, Perspective::Client).await?;
        let row = interview::of_conversation(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        if row.sound_yes.is_none() {
            interview::set_sound_yes(&mut c, row.id, Some((caller.now, means))).await?;
            Self::note_sound(&mut c, caller, id, audit::Deed::SaidYes).await?;
            c.commit().await?;
        }
        Ok(())
    }

    /// The client takes their yes to sound back: it is destroyed, and nothing else is.
    ///
    /// # Errors
    /// `Unknown` for anyone but the client, or when there is no interview.
    #[crate::boxed]
    pub async fn take_interview_sound_back(&self, caller: &Caller) -> Result<()> {
        let (id, _) = self.own_place(caller).await?;
        let mut c = self.db.write().await?;
        let permit = permit(&mut c, caller, id, Perspective::Client).await?;
        let row = interview::of_conversation(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        if row.sound_yes.is_some() {
            interview::set_sound_yes(&mut c, row.id, None).await?;
            Self::note_sound(&mut c, caller, id, audit::Deed::TookBack).await?;
        }
        let objects = forget_sounds(&mut c, row.id).await?;
        c.commit().await?;
        // From here on no address leads to it; then the bytes go.
        for object in objects {
            self.vault.remove(permit.scope(), object).await?;
        }
        Ok(())
    }
}

/// Forgets the sounds of an interview, and says which objects were theirs.
pub(crate) async fn forget_sounds(c: &mut Conn, id: InterviewId) -> Result<Vec<ObjectId>> {
    let mut objects = Vec::new();
    for row in records::recording::of_interview(c, id).await? {
        let made = records::assets::forget(c, row.id).await?;
        objects.extend(made.iter().filter_map(|object| ObjectId::parse(object)));
        objects.push(row.object);
        steps::delete(c, row.id).await?;
    }
    Ok(objects)
}
