//! Consent (toestemming): who said yes to what, and what follows for who may do what now.
//!
//! Each rule is a function that says nothing or refuses; [`decide`] is the one place where they count.

pub mod asking;
pub mod beyond;
pub mod companion;
pub mod extending;
pub mod peer;
pub mod receipt;

use crate::ids::{ConversationId, JourneyId, MemberId, ParticipantId};
use crate::looking::LookState;
use crate::permit::{Deed, Destruction, Permit, Reader};
use crate::roles::{ConversationKind, Perspective, Role};
use crate::time::Stamp;
use crate::{Refusal, words};

words! {
    /// What a yes is for. Each is asked on its own; `Look` is needed for the rest.
    Purpose {
        /// Record, and look back with professional and coach.
        Look = "look",
        /// Colleagues look along.
        Colleagues = "colleagues",
        /// Research.
        Research = "research",
        /// An anonymised story.
        Story = "story",
        /// A blurred clip for training.
        Clip = "clip",
    }
}

words! {
    /// How a yes was given.
    Means {
        /// On the tablet that was handed over.
        Tablet = "tablet",
        /// By the participant's own link and code.
        Link = "link",
        /// On paper, filed by the professional.
        Paper = "paper",
        /// By someone signed in with their own account.
        Account = "account",
    }
}

/// One yes, to one purpose. `Asked → Given → Confirmed → Withdrawn | Expired`; a no leaves no trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yes {
    /// Said before the conversation.
    Given(Stamp),
    /// Said again after it.
    Confirmed(Stamp),
    /// Taken back.
    Withdrawn(Stamp),
}

impl Yes {
    /// The second yes.
    ///
    /// # Errors
    /// `ConsentWithdrawn` when it was taken back before.
    pub const fn confirm(self, now: Stamp) -> Result<Self, Refusal> {
        match self {
            Self::Given(_) => Ok(Self::Confirmed(now)),
            Self::Confirmed(at) => Ok(Self::Confirmed(at)),
            Self::Withdrawn(_) => Err(Refusal::ConsentWithdrawn),
        }
    }

    /// Whether it still holds.
    #[must_use]
    pub const fn lives(self) -> bool {
        !matches!(self, Self::Withdrawn(_))
    }

    /// Whether the second yes was said and still holds.
    #[must_use]
    pub const fn confirmed(self) -> bool {
        matches!(self, Self::Confirmed(_))
    }
}

/// One participant, as far as the rules need to know.
#[derive(Clone, Debug)]
pub struct Party {
    /// Their part in this conversation.
    pub id: ParticipantId,
    /// From which chair.
    pub perspective: Perspective,
    /// Their account, if they have one.
    pub member: Option<MemberId>,
    /// Whether they manage people now, whatever they were when they were invited.
    pub manages: bool,
    /// Their yeses, by purpose. A no is not here.
    pub yeses: Vec<(Purpose, Yes)>,
    /// Their own look, once begun.
    pub look: Option<LookState>,
}

impl Party {
    /// Their yes to a purpose, if ever said.
    #[must_use]
    pub fn yes(&self, purpose: Purpose) -> Option<Yes> {
        self.yeses.iter().find(|(p, _)| *p == purpose).map(|(_, yes)| *yes)
    }

    /// Whether their own look is sealed.
    #[must_use]
    pub fn sealed(&self) -> bool {
        self.look.is_some_and(LookState::is_sealed)
    }
}

/// Everything the rules need to know of a conversation.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Which conversation.
    pub conversation: ConversationId,
    /// Between whom.
    pub kind: ConversationKind,
    /// Everyone with a part in it.
    pub parties: Vec<Party>,
    /// Whoever else is in the picture.
    pub companions: Vec<companion::Companion>,
    /// Colleagues whom the professional invited and who still are.
    pub colleagues: Vec<peer::Colleague>,
    /// When its key was destroyed, if it was.
    pub destroyed: Option<Stamp>,
    /// When the second yes must be in; set when the recording is whole.
    pub second_yes_until: Option<Stamp>,
    /// When everything is destroyed by itself.
    pub retention_until: Option<Stamp>,
}

impl Facts {
    /// The reader's own part, if they have one.
    #[must_use]
    pub fn party(&self, reader: &Reader) -> Option<&Party> {
        self.parties.iter().find(|party| match reader {
            Reader::Member(id) => party.member == Some(*id),
            Reader::Participant(id) => party.id == *id,
            Reader::Worker => false,
        })
    }

    /// Whether both chairs in the picture are taken and everyone in it said yes to `purpose`.
    #[must_use]
    pub fn all_said_yes(&self, purpose: Purpose) -> bool {
        let chairs = [Perspective::Professional, Perspective::Client];
        chairs.iter().all(|chair| self.parties.iter().any(|party| party.perspective == *chair))
            && self.voices().all(|voice| voice.yes(purpose).is_some_and(Yes::lives))
    }

    /// Whether everyone in the picture said the second yes to `purpose`.
    #[must_use]
    pub fn all_confirmed(&self, purpose: Purpose) -> bool {
        self.all_said_yes(purpose)
            && self.voices().all(|voice| voice.yes(purpose).is_some_and(Yes::confirmed))
    }

    /// How many looks are sealed. Never shown to someone whose own is not.
    #[must_use]
    pub fn sealed_looks(&self) -> usize {
        self.parties.iter().filter(|party| party.sealed()).count()
    }

    /// Why everything must be destroyed now by itself, if it must: no second yes in time, or retention over.
    #[must_use]
    pub fn ended_by_itself(&self, now: Stamp) -> Option<Refusal> {
        if self.retention_until.is_some_and(|until| until <= now) {
            return Some(Refusal::Retention);
        }
        let late = self.second_yes_until.is_some_and(|until| until <= now);
        (late && !self.all_confirmed(Purpose::Look)).then_some(Refusal::ConsentWithdrawn)
    }
}

/// May this reader do this deed in this conversation now?
///
/// # Errors
/// The first rule that refuses, with the reason for people.
pub fn decide(facts: &Facts, reader: &Reader, deed: Deed, now: Stamp) -> Result<Permit, Refusal> {
    let party = match reader {
        // The worker takes part in nothing and may only process.
        Reader::Worker if deed == Deed::Process => None,
        // Whoever has a chair is never a colleague: nobody comes round their own blindness.
        _ => match (facts.party(reader), peer::of(facts, reader)) {
            (Some(party), _) => Some(party),
            (None, Some(colleague)) => return peer::decide(facts, colleague, reader, deed, now),
            (None, None) => return Err(Refusal::Unknown),
        },
    };
    still_there(facts, now)?;
    let rule = match deed {
        Deed::Prepare => prepare(party),
        Deed::Record | Deed::Process => record(facts, party),
        Deed::Watch | Deed::Look => watch(facts, party),
        Deed::Compare | Deed::TryOut => compare(facts, party),
        Deed::Tell => tell(facts, party),
        Deed::Interview => interview(facts, party),
        // These have rules of their own: `colearning`, `decide_journey`, `peer` and `beyond`.
        Deed::Colearn | Deed::Journey | Deed::Peer | Deed::Accompany | Deed::Share | Deed::Prove => {
            Err(Refusal::Unknown)
        }
    };
    rule.map(|()| Permit::issue(reader.clone(), facts.conversation.into(), deed))
}

/// May this reader read the client's code name? Whoever has a part in the conversation may, as long as it is there.
///
/// # Errors
/// `Unknown` for whoever has no part in it, or why it ended.
pub fn name(facts: &Facts, reader: &Reader, now: Stamp) -> Result<Permit, Refusal> {
    facts.party(reader).ok_or(Refusal::Unknown)?;
    still_there(facts, now)?;
    Ok(Permit::issue(reader.clone(), facts.conversation.into(), Deed::Prepare))
}

/// May this reader write the client's look down, at the client's word, in the room or by telephone?
///
/// Only the coach may, and only with their own look sealed: what they hear can then no longer colour it.
///
/// # Errors
/// The first rule that refuses.
pub fn scribe(facts: &Facts, reader: &Reader, now: Stamp) -> Result<Permit, Refusal> {
    let permit = decide(facts, reader, Deed::Look, now)?;
    let party = facts.party(reader).ok_or(Refusal::Unknown)?;
    if party.perspective != Perspective::Coach {
        return Err(Refusal::NotInvited);
    }
    if !party.sealed() {
        return Err(Refusal::LookBlind);
    }
    Ok(permit)
}

pub(crate) fn still_there(facts: &Facts, now: Stamp) -> Result<(), Refusal> {
    if facts.destroyed.is_some() {
        return Err(facts
            .retention_until
            .filter(|until| *until <= now)
            .map_or(Refusal::ConsentWithdrawn, |_| Refusal::Retention));
    }
    facts.ended_by_itself(now).map_or(Ok(()), Err)
}

fn prepare(party: Option<&Party>) -> Result<(), Refusal> {
    // The client chooses their own code name and yeses; the professional sets the table. A coach does neither.
    party.filter(|party| party.perspective.in_picture()).map(|_| ()).ok_or(Refusal::NotInvited)
}

fn record(facts: &Facts, party: Option<&Party>) -> Result<(), Refusal> {
    if party.is_some_and(|party| party.perspective != Perspective::Professional) {
        return Err(Refusal::NotInvited);
    }
    if facts.all_said_yes(Purpose::Look) { Ok(()) } else { Err(Refusal::ConsentMissing) }
}

fn watch(facts: &Facts, party: Option<&Party>) -> Result<(), Refusal> {
    let party = party.ok_or(Refusal::Unknown)?;
    // Also a coach who became a manager since: no manager has a road to a client's recording.
    let with_client = facts.kind == ConversationKind::ClientProfessional;
    if with_client && party.manages && !party.perspective.in_picture() {
        return Err(Refusal::NotInvited);
    }
    if !facts.all_said_yes(Purpose::Look) {
        return Err(Refusal::ConsentMissing);
    }
    // Until the second yes nobody but those in the picture watches.
    if !party.perspective.in_picture() && !facts.all_confirmed(Purpose::Look) {
        return Err(Refusal::ConsentSecond);
    }
    Ok(())
}

fn tell(facts: &Facts, party: Option<&Party>) -> Result<(), Refusal> {
    // Whoever did not make a look can still say how it was: nothing of the others is shown for it.
    watch(facts, party)?;
    if facts.all_confirmed(Purpose::Look) { Ok(()) } else { Err(Refusal::ConsentSecond) }
}

/// The coach asks only with their own look sealed: what they hear can then no longer colour it.
fn interview(facts: &Facts, party: Option<&Party>) -> Result<(), Refusal> {
    tell(facts, party)?;
    match party.map(|party| (party.perspective, party.sealed())) {
        Some((Perspective::Client, _) | (Perspective::Coach, true)) => Ok(()),
        Some((Perspective::Coach, false)) => Err(Refusal::LookBlind),
        _ => Err(Refusal::NotInvited),
    }
}

fn compare(facts: &Facts, party: Option<&Party>) -> Result<(), Refusal> {
    watch(facts, party)?;
    if !facts.all_confirmed(Purpose::Look) {
        return Err(Refusal::ConsentSecond);
    }
    // One's own seal comes first: whoever has not sealed must not even learn whether others have.
    if !party.is_some_and(Party::sealed) {
        return Err(Refusal::LookBlind);
    }
    if facts.sealed_looks() < 2 { Err(Refusal::DialogueEarly) } else { Ok(()) }
}

/// May this member read and write the texts of this journey? Only its owner may.
///
/// # Errors
/// `Unknown` for everyone else.
pub fn decide_journey(owner: MemberId, journey: JourneyId, reader: &Reader) -> Result<Permit, Refusal> {
    match reader {
        Reader::Member(id) if *id == owner => {
            Ok(Permit::issue(reader.clone(), journey.into(), Deed::Journey))
        }
        _ => Err(Refusal::Unknown),
    }
}

/// Withdrawing everything: whoever is in the picture may, at any time, and so may a privacy officer on their word.
///
/// # Errors
/// `Unknown` for anyone else.
pub fn withdraw(facts: &Facts, reader: &Reader, roles: &[Role]) -> Result<Destruction, Refusal> {
    if facts.voice(reader).is_some() || roles.contains(&Role::PrivacyOfficer) {
        Ok(Destruction::order(facts.conversation.into()))
    } else {
        Err(Refusal::Unknown)
    }
}

/// Destroying what ended by itself: no second yes in time, or the retention term is over.
#[must_use]
pub fn expire(facts: &Facts, now: Stamp) -> Option<Destruction> {
    if facts.destroyed.is_some() {
        return None;
    }
    facts.ended_by_itself(now).map(|_| Destruction::order(facts.conversation.into()))
}

#[cfg(test)]
pub(crate) mod tests;
