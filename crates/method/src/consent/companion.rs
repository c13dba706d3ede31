//! Everyone in the picture: whoever else is there (a partner, an interpreter, a trainee) chooses for themselves.
//!
//! A companion has no chair and no look: there is no fourth perspective. Their yes weighs as much as anyone's.

use super::{Facts, Purpose, Yes, still_there};
use crate::Refusal;
use crate::ids::{MemberId, ParticipantId};
use crate::permit::{Deed, Permit, Reader};
use crate::recording::RecordingState;
use crate::roles::Perspective;
use crate::time::Stamp;
use crate::words;

words! {
    /// What someone is who is there too. Never their name.
    CompanionKind {
        /// Someone close: partner, family, friend.
        Close = "close",
        /// An interpreter.
        Interpreter = "interpreter",
        /// Someone who learns the work.
        Trainee = "trainee",
        /// Someone else.
        Other = "other",
    }
}

/// How many can be there besides the two who talk.
pub const COMPANIONS_MAX: usize = 6;

/// Someone who is in the picture too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    /// Their part in this conversation.
    pub id: ParticipantId,
    /// What they are.
    pub what: CompanionKind,
    /// Their yeses, by purpose. A no is not here.
    pub yeses: Vec<(Purpose, Yes)>,
}

/// Whoever is in the picture, from a chair or beside it, as far as yes and no go.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'a> {
    /// Their part in this conversation.
    pub id: ParticipantId,
    /// Their yeses, by purpose.
    pub yeses: &'a [(Purpose, Yes)],
    /// Their account, if they have one.
    pub member: Option<MemberId>,
    /// From which chair; nothing for a companion.
    pub perspective: Option<Perspective>,
    /// What they are, for a companion.
    pub companion: Option<CompanionKind>,
}

impl Voice<'_> {
    /// Their yes to a purpose, if ever said.
    #[must_use]
    pub fn yes(&self, purpose: Purpose) -> Option<Yes> {
        self.yeses.iter().find(|(p, _)| *p == purpose).map(|(_, yes)| *yes)
    }

    /// Whether they have still to say the second yes to looking.
    #[must_use]
    pub fn second_waits(&self) -> bool {
        self.yes(Purpose::Look).is_some_and(|yes| yes.lives() && !yes.confirmed())
    }
}

impl Facts {
    /// Everyone in the picture: the chairs first, then who came along, in the order in which they came.
    pub fn voices(&self) -> impl Iterator<Item = Voice<'_>> {
        let chairs = self.parties.iter().filter(|party| party.perspective.in_picture()).map(|party| Voice {
            id: party.id,
            yeses: &party.yeses,
            member: party.member,
            perspective: Some(party.perspective),
            companion: None,
        });
        let beside = self.companions.iter().map(|one| Voice {
            id: one.id,
            yeses: &one.yeses,
            member: None,
            perspective: None,
            companion: Some(one.what),
        });
        chairs.chain(beside)
    }

    /// Whether what everyone who came along said to being looked at is as asked; also when nobody came along.
    pub(crate) fn companions_said(&self, said: impl Fn(Yes) -> bool) -> bool {
        self.companions.iter().all(|one| one.yeses.iter().any(|(p, yes)| *p == Purpose::Look && said(*yes)))
    }

    /// The reader's own voice, if they are in the picture.
    #[must_use]
    pub fn voice(&self, reader: &Reader) -> Option<Voice<'_>> {
        self.voices().find(|voice| match reader {
            Reader::Member(id) => voice.member == Some(*id),
            Reader::Participant(id) => voice.id == *id,
            Reader::Worker => false,
        })
    }

    /// Whether the reader has a part here: a chair, or a place in the picture.
    #[must_use]
    pub fn takes_part(&self, reader: &Reader) -> bool {
        self.party(reader).is_some() || self.voice(reader).is_some()
    }
}

fn leading(facts: &Facts, reader: &Reader, now: Stamp) -> Result<(), Refusal> {
    let party = facts.party(reader).ok_or(Refusal::Unknown)?;
    still_there(facts, now)?;
    if party.perspective == Perspective::Professional { Ok(()) } else { Err(Refusal::NotInvited) }
}

/// May this reader say that someone else is there too? The professional may, until the term of the second yes is over:
/// after that nobody could still say yes in time.
///
/// # Errors
/// `Unknown` or `NotInvited` for anyone else, `CompanionLate` when it is too late, `CompanionsFull` when there are many.
pub fn add(facts: &Facts, reader: &Reader, now: Stamp) -> Result<(), Refusal> {
    leading(facts, reader, now)?;
    if facts.second_yes_until.is_some_and(|until| until <= now) {
        return Err(Refusal::CompanionLate);
    }
    if facts.companions.len() >= COMPANIONS_MAX { Err(Refusal::CompanionsFull) } else { Ok(()) }
}

/// May this reader say that someone was not there after all? The professional may, as long as nothing is recorded: a
/// missing yes is never taken away from under a recording.
///
/// # Errors
/// `Unknown` or `NotInvited` for anyone else or when there is no such companion, `RecordingPresent` when it is too late.
pub fn remove(
    facts: &Facts,
    reader: &Reader,
    id: ParticipantId,
    recording: Option<RecordingState>,
    now: Stamp,
) -> Result<(), Refusal> {
    leading(facts, reader, now)?;
    of(facts, id)?;
    if recording.is_none_or(RecordingState::makes_room) { Ok(()) } else { Err(Refusal::RecordingPresent) }
}

/// The companion with this id, as a voice.
///
/// # Errors
/// `Unknown` when there is none.
pub fn of(facts: &Facts, id: ParticipantId) -> Result<Voice<'_>, Refusal> {
    facts.voices().find(|voice| voice.companion.is_some() && voice.id == id).ok_or(Refusal::Unknown)
}

/// For whom the professional can make a way in, hand the screen over or file a paper: someone in the picture without an
/// account. Whoever has one chooses there, out of sight of whoever asks.
///
/// # Errors
/// `Unknown` or `NotInvited` for anyone but the professional, or for someone with an account.
pub fn asked<'a>(
    facts: &'a Facts,
    reader: &Reader,
    id: ParticipantId,
    now: Stamp,
) -> Result<Voice<'a>, Refusal> {
    leading(facts, reader, now)?;
    let voice = facts.voices().find(|voice| voice.id == id).ok_or(Refusal::Unknown)?;
    if voice.member.is_none() && voice.perspective != Some(Perspective::Professional) {
        Ok(voice)
    } else {
        Err(Refusal::NotInvited)
    }
}

/// May this reader see the photo of someone's paper? The two who talk may, and whoever's paper it is.
///
/// # Errors
/// `Unknown` for anyone else, or why everything ended.
pub fn paper(facts: &Facts, reader: &Reader, of: ParticipantId, now: Stamp) -> Result<Permit, Refusal> {
    let voice = facts.voice(reader).filter(|voice| voice.companion.is_none() || voice.id == of);
    voice.ok_or(Refusal::Unknown)?;
    still_there(facts, now)?;
    Ok(Permit::issue(reader.clone(), facts.conversation.into(), Deed::Prepare))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::tests::conversation;

    const NOW: Stamp = Stamp(1_000_000_000_000);

    fn with(yes: Option<Yes>, companion: Option<Yes>) -> (Facts, Reader) {
        let mut facts = conversation(yes, [None; 3]);
        let yeses = companion.map(|yes| (Purpose::Look, yes)).into_iter().collect();
        facts.companions.push(Companion {
            id: ParticipantId::new(),
            what: CompanionKind::Interpreter,
            yeses,
        });
        let reader = Reader::Participant(facts.companions[0].id);
        (facts, reader)
    }

    fn reader(facts: &Facts, perspective: Perspective) -> Reader {
        let party = facts.parties.iter().find(|party| party.perspective == perspective).unwrap();
        party.member.map_or(Reader::Participant(party.id), Reader::Member)
    }

    #[test]
    fn who_came_along_weighs_as_much_as_anyone() {
        let given = Some(Yes::Given(NOW));
        let (mut facts, _) = with(given, None);
        let professional = reader(&facts, Perspective::Professional);
        let record = |facts: &Facts| crate::consent::decide(facts, &professional, Deed::Record, NOW).err();
        assert_eq!(record(&facts), Some(Refusal::ConsentMissing));
        facts.companions[0].yeses = vec![(Purpose::Look, Yes::Given(NOW))];
        assert_eq!(record(&facts), None);
        let (facts, _) = with(Some(Yes::Confirmed(NOW)), given);
        let coach = reader(&facts, Perspective::Coach);
        let watch = crate::consent::decide(&facts, &coach, Deed::Watch, NOW).err();
        assert_eq!(watch, Some(Refusal::ConsentSecond));
        assert!(!facts.all_confirmed(Purpose::Look));
    }

    #[test]
    fn there_is_no_fourth_perspective() {
        let (facts, companion) = with(Some(Yes::Confirmed(NOW)), Some(Yes::Confirmed(NOW)));
        for deed in Deed::ALL {
            let answer = crate::consent::decide(&facts, &companion, *deed, NOW);
            assert_eq!(answer.err(), Some(Refusal::Unknown), "{deed}");
        }
        assert!(facts.takes_part(&companion), "but they hear who looked, and can stop");
        assert!(crate::consent::withdraw(&facts, &companion, &[]).is_ok());
    }

    #[test]
    fn a_missing_yes_is_never_taken_away_from_under_a_recording() {
        let (mut facts, companion) = with(Some(Yes::Given(NOW)), None);
        let id = facts.companions[0].id;
        let professional = reader(&facts, Perspective::Professional);
        assert_eq!(remove(&facts, &professional, id, None, NOW), Ok(()));
        let recorded = Some(RecordingState::Arriving);
        let late = remove(&facts, &professional, id, recorded, NOW);
        assert_eq!(late, Err(Refusal::RecordingPresent));
        assert_eq!(remove(&facts, &companion, id, None, NOW), Err(Refusal::Unknown));
        let client = reader(&facts, Perspective::Client);
        assert_eq!(add(&facts, &client, NOW), Err(Refusal::NotInvited));
        assert_eq!(add(&facts, &professional, NOW), Ok(()));
        facts.second_yes_until = Some(NOW.plus_days(1));
        assert_eq!(add(&facts, &professional, NOW), Ok(()), "someone came in during the conversation");
        facts.parties.iter_mut().for_each(|party| {
            party.yeses.iter_mut().for_each(|(_, yes)| *yes = Yes::Confirmed(NOW));
        });
        facts.companions.clear();
        assert_eq!(add(&facts, &professional, NOW.plus_days(1)), Err(Refusal::CompanionLate));
    }
}
