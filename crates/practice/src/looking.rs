//! Looking, each on their own: begin a look, read it, seal it, add to it. Changing it is in [`writing`].
//!
//! Only one's own look is here, or the client's for the coach who writes it down at their word. Sealed looks of
//! others are laid beside each other in the room `dialogue`.

pub mod writing;

use method::Refusal;
use method::consent::{self, Facts};
use method::ids::{AdditionId, ConversationId, LookId, MomentId};
use method::looking::{LeadQuestion, LookMode, LookState, MomentKind, Span, Step, Strength, Whose};
use method::permit::{Deed, Permit};
use method::recording::{RecordingState, cutting};
use method::roles::{ConversationKind, Perspective};
use method::time::Stamp;
use records::looking::{self, Look};
use records::{Conn, conversation, recording};
use vault::TextKey;

use crate::conversation::Overview;
use crate::house::ids;
use crate::journey::tidy_text;
use crate::{Caller, Error, House, Result, audit};

/// A moment that touches, opened.
#[derive(Clone, Debug)]
pub struct Moment {
    /// Which.
    pub id: MomentId,
    /// What kind.
    pub kind: MomentKind,
    /// Whose it was.
    pub whose: Whose,
    /// How strong.
    pub strength: Strength,
    /// Where in the recording.
    pub span: Span,
    /// The note; empty when there is none.
    pub note: String,
    /// The marker's own word; empty when there is none.
    pub word: String,
    /// The version a change must build on.
    pub version: Stamp,
}

/// The answer to one lead question, opened; empty when nothing was answered yet.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Which question.
    pub question: LeadQuestion,
    /// The chosen step.
    pub step: Option<Step>,
    /// The text; empty when there is none.
    pub text: String,
    /// The moments it rests on.
    pub moments: Vec<MomentId>,
    /// The version a change must build on, once there is one.
    pub version: Option<Stamp>,
}

/// Something that was added after sealing.
#[derive(Clone, Debug)]
pub struct Addition {
    /// What.
    pub text: String,
    /// When.
    pub at: Stamp,
}

/// A look as the one who makes it sees it.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Which look.
    pub id: LookId,
    /// Of which conversation.
    pub conversation: ConversationId,
    /// Between whom.
    pub kind: ConversationKind,
    /// From which chair it looks.
    pub perspective: Perspective,
    /// How it is done.
    pub mode: LookMode,
    /// Open, or sealed at a time.
    pub state: LookState,
    /// Whether the reader writes it down for the client.
    pub scribe: bool,
    /// How long the recording lasts, in milliseconds.
    pub duration: i64,
    /// How often its places moved because a part was cut: whoever says a place in it says this beside it.
    pub timeline: i64,
    /// The moments, in the order of the recording.
    pub moments: Vec<Moment>,
    /// An answer for each lead question, in their order.
    pub answers: Vec<Answer>,
    /// What was added since it was sealed.
    pub additions: Vec<Addition>,
}

pub(crate) fn note_place(id: MomentId) -> String {
    format!("moments.note/{id}")
}

pub(crate) fn word_place(id: MomentId) -> String {
    format!("moments.word/{id}")
}

pub(crate) fn answer_place(look: LookId, question: LeadQuestion) -> String {
    format!("answers.text/{look}/{question}")
}

pub(crate) fn addition_place(id: AdditionId) -> String {
    format!("additions.text/{id}")
}

/// Opens a text; nothing there is an empty text.
pub(crate) fn opened(key: &TextKey, place: &str, sealed: Option<&Vec<u8>>) -> Result<String> {
    Ok(sealed.map(|sealed| key.open(place, sealed)).transpose()?.map_or_else(String::new, |t| t.to_string()))
}

impl House {
    /// The reader's own look in a conversation, if they began one.
    ///
    /// # Errors
    /// The rule that refuses to let them look, or `Unknown`.
    #[crate::boxed]
    pub async fn own_look(&self, caller: &Caller, id: ConversationId) -> Result<Option<LookId>> {
        let mut c = self.db.read().await?;
        let permit = Self::permit_in(&mut c, caller, id, Deed::Look).await?;
        ready(&mut c, id).await?;
        Ok(looking::visible(&mut c, &permit).await?.into_iter().find(|look| look.own).map(|look| look.id))
    }

    /// Begins the reader's own look, or goes on with it.
    ///
    /// # Errors
    /// The rule that refuses to let them look, `RecordingMissing`, or `Unknown`.
    #[crate::boxed]
    pub async fn begin_look(&self, caller: &Caller, id: ConversationId) -> Result<LookId> {
        let mut c = self.db.write().await?;
        let facts = conversation::facts(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let permit = consent::decide(&facts, &caller.reader, Deed::Look, caller.now)?;
        ready(&mut c, id).await?;
        let me = facts.party(&caller.reader).ok_or(Refusal::Unknown)?.id;
        let own = looking::visible(&mut c, &permit).await?.into_iter().find(|look| look.own);
        if let Some(look) = own {
            return Ok(look.id);
        }
        let look = LookId::new();
        looking::insert(&mut c, &permit, look, me, LookMode::Self_, caller.now).await?;
        c.commit().await?;
        Ok(look)
    }

    /// Begins the client's look, or goes on with it, for a coach who writes down what the client says.
    ///
    /// # Errors
    /// `LookBlind` until the coach's own look is sealed; `NotInvited` when the client looks by themselves, or for
    /// anyone but the coach.
    #[crate::boxed]
    pub async fn begin_client_look(
        &self,
        caller: &Caller,
        id: ConversationId,
        mode: LookMode,
    ) -> Result<LookId> {
        let mut c = self.db.write().await?;
        let facts = conversation::facts(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let permit = consent::scribe(&facts, &caller.reader, caller.now)?;
        ready(&mut c, id).await?;
        let client = facts.parties.iter().find(|party| party.perspective == Perspective::Client);
        let client = client.ok_or(Refusal::Unknown)?;
        if client.look.is_some() {
            let theirs = looking::visible(&mut c, &permit).await?.into_iter().find(is_written_for_client);
            return Ok(theirs.ok_or(Refusal::NotInvited)?.id);
        }
        if mode == LookMode::Self_ {
            return Err(Refusal::NotInvited.into());
        }
        let look = LookId::new();
        looking::insert(&mut c, &permit, look, client.id, mode, caller.now).await?;
        c.commit().await?;
        Ok(look)
    }

    /// The client's look that the coach who asks is writing down, if there is one.
    ///
    /// # Errors
    /// As [`House::begin_client_look`].
    #[crate::boxed]
    pub async fn client_look(&self, caller: &Caller, id: ConversationId) -> Result<Option<LookId>> {
        let mut c = self.db.read().await?;
        let facts = conversation::facts(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let permit = consent::scribe(&facts, &caller.reader, caller.now)?;
        ready(&mut c, id).await?;
        let theirs = looking::visible(&mut c, &permit).await?.into_iter().find(is_written_for_client);
        Ok(theirs.map(|look| look.id))
    }

    /// A look, for the one who makes it.
    ///
    /// # Errors
    /// `Unknown` for anyone else, or the rule that refuses to let them look.
    #[crate::boxed]
    pub async fn look(&self, caller: &Caller, id: LookId) -> Result<Desk> {
        let desk = self.desk(caller, id).await?;
        self.note_opening(caller, desk.conversation, Deed::Look).await?;
        Ok(desk)
    }

    /// The same, without a line in the log: whoever fetches it leaves another.
    pub(crate) async fn desk(&self, caller: &Caller, id: LookId) -> Result<Desk> {
        let mut c = self.db.read().await?;
        let (permit, look, _) = mine(&mut c, caller, id).await?;
        let (duration, timeline) = watched(&mut c, look.conversation).await?;
        let row = conversation::by_id(&mut c, look.conversation).await?.ok_or(Refusal::Unknown)?;
        let key = self.vault.text_key(&permit).await?;
        let moments = looking::moments(&mut c, &permit, id).await?;
        let kept = looking::answers(&mut c, &permit, id).await?;
        let additions = looking::additions(&mut c, &permit, id).await?;
        drop(c);
        Ok(Desk {
            id,
            conversation: look.conversation,
            kind: ConversationKind::parse(&row.kind)
                .ok_or_else(|| Error::Inner("conversation kind".into()))?,
            perspective: look.perspective,
            mode: look.mode,
            state: look.state,
            scribe: !look.own,
            duration,
            timeline,
            moments: moments.iter().map(|row| moment(&key, row)).collect::<Result<_>>()?,
            answers: LeadQuestion::ALL
                .iter()
                .map(|question| answer(&key, id, *question, &kept))
                .collect::<Result<_>>()?,
            additions: additions
                .iter()
                .map(|row| {
                    let text = key.open(&addition_place(row.id), &row.text_sealed)?.to_string();
                    Ok(Addition { text, at: row.created_at })
                })
                .collect::<Result<_>>()?,
        })
    }

    /// Seals a look: from then on it is fixed, and opens for those who sealed theirs.
    ///
    /// # Errors
    /// `LookSealed` when it already was, `LookEmpty` while a lead question has no answer.
    #[crate::boxed]
    pub async fn seal_look(&self, caller: &Caller, id: LookId) -> Result<ConversationId> {
        let mut c = self.db.write().await?;
        let (permit, look, _) = mine(&mut c, caller, id).await?;
        let answers = looking::answers(&mut c, &permit, id).await?;
        let answered: Vec<LeadQuestion> =
            answers.iter().filter(|answer| answer.step.is_some()).map(|answer| answer.question).collect();
        look.state.seal(&answered, caller.now)?;
        // Two tabs at once: the database lets one of them through.
        if !looking::seal(&mut c, id, caller.now).await? {
            return Err(Refusal::LookSealed.into());
        }
        let row = conversation::by_id(&mut c, look.conversation).await?.ok_or(Refusal::Unknown)?;
        let subject = Some(look.perspective.key());
        let line = audit::Line { deed: audit::Deed::Sealed, scope: Some(look.conversation.into()), subject };
        audit::write(&mut c, ids::organisation(&row.organisation)?, caller, line).await?;
        let conversation = look.conversation;
        self.commit_ringing(c, conversation, crate::house::bells::Change::Looks).await?;
        Ok(conversation)
    }

    /// Adds to a sealed look, with the date.
    ///
    /// # Errors
    /// `Invalid` for an empty or too long text; `Unknown` for anyone but its maker, or while it is open.
    #[crate::boxed]
    pub async fn add_to_look(&self, caller: &Caller, id: LookId, text: &str) -> Result<()> {
        let text = tidy_text("text", text)?.ok_or(Error::invalid("text", "invalid-addition-empty"))?;
        let mut c = self.db.write().await?;
        let (permit, look, _) = mine(&mut c, caller, id).await?;
        if !look.state.is_sealed() {
            return Err(Refusal::Unknown.into());
        }
        // A form that is sent twice on a bad line adds once.
        let key = self.vault.text_key(&permit).await?;
        if let Some(last) = looking::additions(&mut c, &permit, id).await?.last()
            && *key.open(&addition_place(last.id), &last.text_sealed)? == text
        {
            return Ok(());
        }
        let addition = AdditionId::new();
        let text_sealed = self.vault.seal_text(&permit, &addition_place(addition), &text).await?;
        let row = looking::Addition { id: addition, text_sealed, created_at: caller.now };
        looking::insert_addition(&mut c, id, &row).await?;
        self.commit_ringing(c, look.conversation, crate::house::bells::Change::Looks).await
    }
}

impl Overview {
    /// Whether the reader is the coach who may offer to write the client's look down: their own is sealed, the
    /// client's is not.
    #[must_use]
    pub fn offers_to_write(&self) -> bool {
        let sealed = |chair| self.facts.parties.iter().any(|one| one.perspective == chair && one.sealed());
        self.me == Perspective::Coach
            && self.recording == Some(RecordingState::Ready)
            && self.facts.destroyed.is_none()
            && sealed(Perspective::Coach)
            && !sealed(Perspective::Client)
    }
}

impl Overview {
    /// Whether the reader is the coach who may ask the client: their own look is sealed, the second yes was said.
    #[must_use]
    pub fn offers_interview(&self) -> bool {
        let coach =
            self.facts.parties.iter().any(|one| one.perspective == Perspective::Coach && one.sealed());
        self.me == Perspective::Coach
            && coach
            && self.recording == Some(RecordingState::Ready)
            && self.facts.destroyed.is_none()
            && self.facts.all_confirmed(method::consent::Purpose::Look)
    }
}

fn is_written_for_client(look: &Look) -> bool {
    !look.own && look.perspective == Perspective::Client && look.mode != LookMode::Self_
}

/// A look that the reader may work on: their own, or the client's that they write down. All else is unknown.
pub(crate) async fn mine(c: &mut Conn, caller: &Caller, id: LookId) -> Result<(Permit, Look, Facts)> {
    let Some(conversation) = looking::conversation_of(c, id).await? else {
        return Err(crate::consent::missing(c, caller, id).await?);
    };
    let facts = conversation::facts(c, conversation).await?.ok_or(Refusal::Unknown)?;
    let permit = consent::decide(&facts, &caller.reader, Deed::Look, caller.now)?;
    let look = looking::visible(c, &permit).await?.into_iter().find(|look| look.id == id);
    let look = look.ok_or(Refusal::Unknown)?;
    if !look.own {
        if !is_written_for_client(&look) {
            return Err(Refusal::Unknown.into());
        }
        consent::scribe(&facts, &caller.reader, caller.now)?;
    }
    Ok((permit, look, facts))
}

/// How long the recording lasts, once it can be watched.
pub(crate) async fn ready(c: &mut Conn, id: ConversationId) -> Result<i64> {
    Ok(watched(c, id).await?.0)
}

/// The same, for whoever says a place in it: `seen` is how often the places had moved in what they had before them.
pub(crate) async fn ready_on(c: &mut Conn, id: ConversationId, seen: i64) -> Result<i64> {
    let (duration, timeline) = watched(c, id).await?;
    cutting::same_timeline(seen, timeline)?;
    Ok(duration)
}

async fn watched(c: &mut Conn, id: ConversationId) -> Result<(i64, i64)> {
    let recording = recording::newest(c, id).await?.ok_or(Refusal::RecordingMissing)?;
    match recording.state {
        RecordingState::Ready => {}
        RecordingState::Cutting => return Err(Refusal::CutBusy.into()),
        _ => return Err(Refusal::RecordingMissing.into()),
    }
    let duration = recording.duration_ms;
    let duration = duration.ok_or_else(|| Error::Inner("a recording without a duration".into()))?;
    Ok((duration, recording.timeline))
}

fn moment(key: &TextKey, row: &looking::Moment) -> Result<Moment> {
    Ok(Moment {
        id: row.id,
        kind: row.kind,
        whose: row.whose,
        strength: row.strength,
        span: row.span,
        note: opened(key, &note_place(row.id), row.note_sealed.as_ref())?,
        word: opened(key, &word_place(row.id), row.word_sealed.as_ref())?,
        version: row.changed_at,
    })
}

fn answer(key: &TextKey, look: LookId, question: LeadQuestion, kept: &[looking::Answer]) -> Result<Answer> {
    let Some(row) = kept.iter().find(|row| row.question == question) else {
        return Ok(Answer { question, step: None, text: String::new(), moments: Vec::new(), version: None });
    };
    Ok(Answer {
        question,
        step: row.step,
        text: opened(key, &answer_place(look, question), row.text_sealed.as_ref())?,
        moments: row.moments.clone(),
        version: Some(row.changed_at),
    })
}
