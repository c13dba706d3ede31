//! Cutting: someone in the picture has a part of the recording destroyed, and all that was marked after it moves.
//!
//! From the moment the transaction is kept the recording is shut and what was marked in the part is gone. A worker then
//! writes the recording anew without the part; when that is whole it takes the place of the one before it, whose key
//! is destroyed. A program that stops in between goes on where it was.

use method::consent::companion::CompanionKind;
use method::ids::{ConversationId, CutId, ObjectId, RecordingId};
use method::recording::RecordingState;
use method::recording::cutting::{self, Part};
use method::roles::{Perspective, Role};
use method::time::Stamp;
use method::{Refusal, consent::Facts};
use records::assets::Asset;
use records::recording::cutting as kept_cuts;
use records::recording::{Recording, cutting::OLD};

use crate::consent::{kept, note};
use crate::house::bells::Change;
use crate::{Caller, House, Result, audit};

/// How long a cut may be worked on before it is asked for again.
const AGAIN_MINUTES: i64 = 10;

/// What someone points out: from one place up to another, on the timeline that they had before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// Where it begins, in milliseconds.
    pub from: i64,
    /// Where it ends, in milliseconds.
    pub to: i64,
    /// How often the places had moved in what they saw.
    pub timeline: i64,
}

/// One part that was cut, or is being cut, as people may know of it: never why, and never what was in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Which.
    pub id: CutId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// Which part, on the recording as it was then.
    pub part: Part,
    /// From which chair it was asked; nothing for someone who came along.
    pub perspective: Option<Perspective>,
    /// What they are who asked, when they came along.
    pub companion: Option<CompanionKind>,
    /// Whether the reader asked it.
    pub own: bool,
    /// When it was asked; from then on nobody could watch it.
    pub asked: Stamp,
    /// When nothing of it was left.
    pub done: Option<Stamp>,
}

/// What a page needs to let someone point a part out.
#[derive(Clone, Debug)]
pub struct CutRoom {
    /// Where the recording stands; nothing when there is none.
    pub state: Option<RecordingState>,
    /// How long it lasts, in milliseconds.
    pub duration: i64,
    /// How often its places moved.
    pub timeline: i64,
    /// What was cut before, and what is being cut, in the order in which it was asked.
    pub cuts: Vec<Cut>,
}

impl CutRoom {
    /// The part that is being cut now.
    #[must_use]
    pub fn under_way(&self) -> Option<&Cut> {
        self.cuts.iter().find(|cut| cut.done.is_none())
    }
}

fn known(facts: &Facts, caller: &Caller, row: kept_cuts::Cut) -> Cut {
    let voice = facts.voices().find(|voice| voice.id == row.participant);
    Cut {
        id: row.id,
        conversation: row.conversation,
        part: row.part,
        perspective: voice.and_then(|voice| voice.perspective),
        companion: voice.and_then(|voice| voice.companion),
        own: facts.voice(&caller.reader).is_some_and(|me| me.id == row.participant),
        asked: row.asked,
        done: row.done,
    }
}

impl House {
    /// What someone in the picture needs to point out a part.
    ///
    /// # Errors
    /// `Unknown` for whoever is not in the picture, or why everything ended.
    #[crate::boxed]
    pub async fn cut_room(&self, caller: &Caller, id: ConversationId) -> Result<CutRoom> {
        let mut c = self.db.read().await?;
        let (facts, _) = kept(&mut c, id).await?;
        cutting::may_cut(&facts, &caller.reader, caller.now)?;
        let row = records::recording::newest(&mut c, id).await?;
        let cuts = kept_cuts::of_conversation(&mut c, id).await?;
        Ok(CutRoom {
            state: row.as_ref().map(|row| row.state),
            duration: row.as_ref().and_then(|row| row.duration_ms).unwrap_or(0),
            timeline: row.map_or(0, |row| row.timeline),
            cuts: cuts.into_iter().map(|cut| known(&facts, caller, cut)).collect(),
        })
    }

    /// Looks whether a part can be cut, before someone is asked whether they are sure. Changes nothing.
    ///
    /// # Errors
    /// As [`House::cut`].
    #[crate::boxed]
    pub async fn may_cut(&self, caller: &Caller, id: ConversationId, pointed: Pointed) -> Result<Part> {
        let mut c = self.db.read().await?;
        let (facts, _) = kept(&mut c, id).await?;
        cutting::may_cut(&facts, &caller.reader, caller.now)?;
        let row = records::recording::newest(&mut c, id).await?;
        Ok(part_of(row.as_ref(), pointed)?.1)
    }

    /// Has a part destroyed, on the word of one person in the picture. Gives the part as it was understood.
    ///
    /// # Errors
    /// `Unknown` for whoever is not in the picture; `CutEarly` while the recording comes in, `CutBusy` while another
    /// part is being cut, `TimesMoved` when one was since; `Position`, `CutNothing` and `CutAll` for a part that is none.
    #[crate::boxed]
    pub async fn cut(&self, caller: &Caller, id: ConversationId, pointed: Pointed) -> Result<Part> {
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let voice = cutting::may_cut(&facts, &caller.reader, caller.now)?;
        let row = records::recording::newest(&mut c, id).await?;
        let (recording, part) = part_of(row.as_ref(), pointed)?;
        let cut = kept_cuts::Cut {
            id: CutId::new(),
            conversation: id,
            recording,
            participant: voice.id,
            part,
            asked: caller.now,
            done: None,
        };
        // Of two who ask at once, one shuts the recording.
        if !kept_cuts::begin(&mut c, &cut, pointed.timeline).await? {
            return Err(Refusal::CutBusy.into());
        }
        kept_cuts::shift(&mut c, id, part).await?;
        let subject = part.length().to_string();
        note(&mut c, org, caller, id, audit::Deed::AskedCut, &subject).await?;
        let job = records::jobs::Job::MakeWatchable { recording: recording.to_string() };
        records::jobs::ask(&mut c, &job).await?;
        self.commit_ringing(c, id, Change::Looks).await?;
        self.commit_ringing(self.db.write().await?, id, Change::Session).await?;
        self.bell.notify_one();
        Ok(part)
    }

    /// What was cut in a conversation, for whoever has a part in it.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn cuts(&self, caller: &Caller, id: ConversationId) -> Result<Vec<Cut>> {
        let mut c = self.db.read().await?;
        let (facts, _) = kept(&mut c, id).await?;
        if !facts.takes_part(&caller.reader) {
            return Err(Refusal::Unknown.into());
        }
        let cuts = kept_cuts::of_conversation(&mut c, id).await?;
        Ok(cuts.into_iter().map(|cut| known(&facts, caller, cut)).collect())
    }

    /// What was cut in the organisation's conversations that are still there, as facts for a privacy officer: when, on
    /// whose word by chair, how long a part, and whether nothing of it is left.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn cuts_as_facts(&self, caller: &Caller) -> Result<Vec<Cut>> {
        let organisation = caller.with_role(Role::PrivacyOfficer)?.organisation;
        let mut c = self.db.read().await?;
        let mut found = Vec::new();
        for cut in kept_cuts::of_organisation(&mut c, organisation).await? {
            if let Some(facts) = records::conversation::facts(&mut c, cut.conversation).await? {
                found.push(known(&facts, caller, cut));
            }
        }
        Ok(found)
    }

    /// Asks again for cuts that nobody worked on for a while: a worker gave up, or its job was lost. Gives how many.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn go_on_cutting(&self, now: Stamp) -> Result<usize> {
        let mut c = self.db.write().await?;
        let waiting = kept_cuts::take_waiting(&mut c, now.plus_minutes(-AGAIN_MINUTES), now).await?;
        for recording in &waiting {
            let job = records::jobs::Job::MakeWatchable { recording: recording.clone() };
            records::jobs::ask(&mut c, &job).await?;
        }
        c.commit().await?;
        if !waiting.is_empty() {
            self.bell.notify_one();
        }
        Ok(waiting.len())
    }

    /// Destroys what a recording without the part took the place of: keys first. Then the cut is done, and said to be.
    pub(super) async fn finish_cut(&self, caller: &Caller, row: &Recording) -> Result<()> {
        let mut c = self.db.read().await?;
        let under_way = kept_cuts::under_way(&mut c, row.id).await?;
        let assets = records::assets::of_recording(&mut c, row.id).await?;
        drop(c);
        let Some(cut) = under_way else { return Ok(()) };
        for old in assets.iter().filter(|asset| asset.kind == OLD) {
            self.forget_asset(row.conversation, old).await?;
        }
        let mut c = self.db.write().await?;
        if kept_cuts::finish(&mut c, row.id, caller.now).await? {
            let (_, org) = kept(&mut c, row.conversation).await?;
            let subject = cut.part.length().to_string();
            note(&mut c, org, caller, row.conversation, audit::Deed::Cut, &subject).await?;
        }
        self.commit_ringing(c, row.conversation, Change::Looks).await
    }

    /// Takes away what an earlier try made of a recording without the part.
    pub(super) async fn forget_new(&self, row: &Recording) -> Result<()> {
        let assets = records::assets::of_recording(&mut self.db.read().await?, row.id).await?;
        for new in assets.iter().filter(|asset| asset.kind.starts_with(kept_cuts::NEW)) {
            self.forget_asset(row.conversation, new).await?;
        }
        Ok(())
    }

    async fn forget_asset(&self, conversation: ConversationId, asset: &Asset) -> Result<()> {
        let Some(object) = ObjectId::parse(&asset.object) else { return Ok(()) };
        self.vault.remove(conversation.into(), object).await?;
        let mut c = self.db.write().await?;
        records::assets::forget_one(&mut c, object).await?;
        Ok(c.commit().await?)
    }
}

/// Which recording, and which part of it.
fn part_of(row: Option<&Recording>, pointed: Pointed) -> Result<(RecordingId, Part)> {
    cutting::can_be_cut(row.map(|row| row.state))?;
    let row = row.ok_or(Refusal::RecordingMissing)?;
    cutting::same_timeline(pointed.timeline, row.timeline)?;
    let part = Part::within(pointed.from, pointed.to, row.duration_ms.unwrap_or(0))?;
    Ok((row.id, part))
}
