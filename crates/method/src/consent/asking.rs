//! Asking for a yes: who may say one now, before the conversation and after it.

use crate::Refusal;
use crate::consent::companion::{self, Voice};
use crate::consent::{Facts, Purpose, Yes, still_there};
use crate::ids::ParticipantId;
use crate::permit::{Destruction, Reader};
use crate::recording::RecordingState;
use crate::roles::{Perspective, Role};
use crate::time::Stamp;

fn in_picture<'a>(facts: &'a Facts, reader: &Reader, now: Stamp) -> Result<Voice<'a>, Refusal> {
    let voice = facts.voice(reader);
    if voice.is_none() && facts.party(reader).is_none() {
        return Err(Refusal::Unknown);
    }
    still_there(facts, now)?;
    voice.ok_or(Refusal::NotInvited)
}

/// Who says the first yes. It can be said and changed until something is recorded; whoever came in later, and so was
/// never asked, can still say it then.
///
/// # Errors
/// `Unknown` or `NotInvited` for whoever is not in the picture, `RecordingPresent` once there is a recording.
pub fn first_yes<'a>(
    facts: &'a Facts,
    reader: &Reader,
    recording: Option<RecordingState>,
    now: Stamp,
) -> Result<Voice<'a>, Refusal> {
    first(in_picture(facts, reader, now)?, recording)
}

fn first(voice: Voice<'_>, recording: Option<RecordingState>) -> Result<Voice<'_>, Refusal> {
    let came_later = voice.companion.is_some() && voice.yes(Purpose::Look).is_none();
    let open = came_later || recording.is_none_or(RecordingState::makes_room);
    if open { Ok(voice) } else { Err(Refusal::RecordingPresent) }
}

/// Whose first yes on paper the professional enters: someone in the picture without an account.
///
/// # Errors
/// As [`companion::asked`] and [`first_yes`].
pub fn first_on_paper<'a>(
    facts: &'a Facts,
    reader: &Reader,
    of: ParticipantId,
    recording: Option<RecordingState>,
    now: Stamp,
) -> Result<Voice<'a>, Refusal> {
    first(companion::asked(facts, reader, of, now)?, recording)
}

/// Whose second yes on paper the professional enters.
///
/// # Errors
/// As [`companion::asked`] and [`second_yes`].
pub fn second_on_paper<'a>(
    facts: &'a Facts,
    reader: &Reader,
    of: ParticipantId,
    now: Stamp,
) -> Result<Voice<'a>, Refusal> {
    second(facts, companion::asked(facts, reader, of, now)?)
}

/// Who says the second yes, having experienced the conversation. Only for whoever said the first.
///
/// # Errors
/// `Unknown` or `NotInvited` for whoever is not in the picture, `RecordingMissing` before the recording is whole,
/// `ConsentMissing` for whoever never said the first.
pub fn second_yes<'a>(facts: &'a Facts, reader: &Reader, now: Stamp) -> Result<Voice<'a>, Refusal> {
    second(facts, in_picture(facts, reader, now)?)
}

fn second<'a>(facts: &Facts, voice: Voice<'a>) -> Result<Voice<'a>, Refusal> {
    if facts.second_yes_until.is_none() {
        return Err(Refusal::RecordingMissing);
    }
    if voice.yes(Purpose::Look).is_some_and(Yes::lives) { Ok(voice) } else { Err(Refusal::ConsentMissing) }
}

/// Whose yes to one purpose is taken back: one's own, or by a privacy officer that of `of` (the client, when nobody is
/// named) on their word.
///
/// # Errors
/// `Unknown` for anyone else, or why everything ended already.
pub fn taking_back<'a>(
    facts: &'a Facts,
    reader: &Reader,
    roles: &[Role],
    of: Option<ParticipantId>,
    now: Stamp,
) -> Result<Voice<'a>, Refusal> {
    still_there(facts, now)?;
    whose(facts, reader, roles, of)
}

/// Whose yes the reader may take back, however things stand.
///
/// # Errors
/// `Unknown` for anyone but those in the picture and a privacy officer.
pub fn whose<'a>(
    facts: &'a Facts,
    reader: &Reader,
    roles: &[Role],
    of: Option<ParticipantId>,
) -> Result<Voice<'a>, Refusal> {
    let own = facts.voice(reader);
    let named = |voice: &Voice<'_>| match of {
        Some(id) => voice.id == id,
        None => voice.perspective == Some(Perspective::Client),
    };
    let on_their_word = || facts.voices().find(named).filter(|_| roles.contains(&Role::PrivacyOfficer));
    own.or_else(on_their_word).ok_or(Refusal::Unknown)
}

/// Who may make a new way in for the client, or for themselves beside the chairs: the client, a companion, and the
/// professional as long as it cannot show them a look that must stay hidden from them.
///
/// # Errors
/// `Unknown` or `NotInvited` for whoever is not in the picture or where nobody needs one, `LinkTheirs` for a professional who has yet to seal
/// while the client has begun.
pub fn new_link<'a>(facts: &'a Facts, reader: &Reader, now: Stamp) -> Result<Voice<'a>, Refusal> {
    let voice = in_picture(facts, reader, now)?;
    if voice.companion.is_some() {
        return Ok(voice);
    }
    let sealed = facts.party(reader).is_some_and(crate::consent::Party::sealed);
    let client = facts.parties.iter().find(|party| party.perspective == Perspective::Client);
    // Whoever has an account comes in by that, and by nothing that others could keep.
    let client = client.filter(|client| client.member.is_none()).ok_or(Refusal::NotInvited)?;
    if voice.id != client.id && client.look.is_some() && !sealed {
        return Err(Refusal::LinkTheirs);
    }
    facts.voices().find(|voice| voice.id == client.id).ok_or(Refusal::NotInvited)
}

/// Whose way in is shut: one's own; by the professional that of anyone here without an account; and by a privacy officer
/// on their word. It shows nothing to whoever does it, so it needs no seal and no consent.
///
/// # Errors
/// `Unknown` or `NotInvited` for anyone else, or where nobody has such a way in.
pub fn shut_link<'a>(
    facts: &'a Facts,
    reader: &Reader,
    roles: &[Role],
    of: ParticipantId,
) -> Result<Voice<'a>, Refusal> {
    let own = facts.voice(reader);
    if own.is_none() && facts.party(reader).is_none() && !roles.contains(&Role::PrivacyOfficer) {
        return Err(Refusal::Unknown);
    }
    let voice = facts.voices().find(|voice| voice.id == of && voice.member.is_none());
    let voice = voice.ok_or(Refusal::Unknown)?;
    let leads = own.is_some_and(|own| own.perspective == Some(Perspective::Professional));
    let mine = own.is_some_and(|own| own.id == voice.id);
    if mine || leads || roles.contains(&Role::PrivacyOfficer) { Ok(voice) } else { Err(Refusal::NotInvited) }
}

/// Who gets a new code for the link they have, on their word: a privacy officer gives it. Without the link, which only
/// the client has, the code opens nothing, so the officer has no road to content by it.
///
/// # Errors
/// `Unknown` for anyone but a privacy officer who has no part here, or where nobody has a link.
pub fn new_code<'a>(
    facts: &'a Facts,
    reader: &Reader,
    roles: &[Role],
    of: ParticipantId,
) -> Result<Voice<'a>, Refusal> {
    if !roles.contains(&Role::PrivacyOfficer) || facts.takes_part(reader) {
        return Err(Refusal::Unknown);
    }
    facts.voices().find(|voice| voice.id == of && voice.member.is_none()).ok_or(Refusal::Unknown)
}

/// Whether the screen can be handed over to whoever sits across. Someone with an account chooses there, out of sight of
/// whoever asks.
///
/// # Errors
/// `NotInvited` when they have one.
pub fn hand_over(facts: &Facts) -> Result<&crate::consent::Party, Refusal> {
    let client = facts.parties.iter().find(|party| party.perspective == Perspective::Client);
    client.filter(|client| client.member.is_none()).ok_or(Refusal::NotInvited)
}

/// A destruction that was ordered before, to be seen to its end after the program stopped halfway.
#[must_use]
pub fn resume(facts: &Facts) -> Option<Destruction> {
    facts.destroyed.map(|_| Destruction::order(facts.conversation.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::Party;
    use crate::ids::{ConversationId, ParticipantId};

    const NOW: Stamp = Stamp(1_000);

    fn facts() -> Facts {
        let parties = Perspective::ALL.iter().map(|p| Party {
            id: ParticipantId::new(),
            perspective: *p,
            member: None,
            manages: false,
            yeses: vec![(Purpose::Look, Yes::Given(NOW))],
            look: None,
        });
        Facts {
            conversation: ConversationId::new(),
            kind: crate::roles::ConversationKind::ClientProfessional,
            parties: parties.collect(),
            companions: Vec::new(),
            colleagues: Vec::new(),
            destroyed: None,
            second_yes_until: None,
            retention_until: None,
        }
    }

    fn reader(facts: &Facts, perspective: Perspective) -> Reader {
        let party = facts.parties.iter().find(|party| party.perspective == perspective).unwrap();
        Reader::Participant(party.id)
    }

    #[test]
    fn the_first_yes_is_for_those_in_the_picture_until_there_is_a_recording() {
        let facts = facts();
        let client = reader(&facts, Perspective::Client);
        assert!(first_yes(&facts, &client, None, NOW).is_ok());
        assert!(first_yes(&facts, &client, Some(RecordingState::Refused), NOW).is_ok());
        let late = first_yes(&facts, &client, Some(RecordingState::Arriving), NOW);
        assert_eq!(late.err(), Some(Refusal::RecordingPresent));
        let coach = first_yes(&facts, &reader(&facts, Perspective::Coach), None, NOW);
        assert_eq!(coach.err(), Some(Refusal::NotInvited));
        let stranger = first_yes(&facts, &Reader::Participant(ParticipantId::new()), None, NOW);
        assert_eq!(stranger.err(), Some(Refusal::Unknown));
    }

    #[test]
    fn the_second_yes_comes_after_the_recording_and_in_time() {
        let mut facts = facts();
        let client = reader(&facts, Perspective::Client);
        assert_eq!(second_yes(&facts, &client, NOW).err(), Some(Refusal::RecordingMissing));
        facts.second_yes_until = Some(NOW.plus_days(1));
        assert!(second_yes(&facts, &client, NOW).is_ok());
        assert_eq!(second_yes(&facts, &client, NOW.plus_days(1)).err(), Some(Refusal::ConsentWithdrawn));
        facts.parties.iter_mut().for_each(|party| party.yeses.clear());
        assert_eq!(second_yes(&facts, &client, NOW).err(), Some(Refusal::ConsentMissing));
    }

    #[test]
    fn a_privacy_officer_takes_back_for_the_client_and_a_manager_for_nobody() {
        let facts = facts();
        let client = facts.parties.iter().find(|party| party.perspective == Perspective::Client).unwrap().id;
        let officer = Reader::Member(crate::ids::MemberId::new());
        let party = taking_back(&facts, &officer, &[Role::PrivacyOfficer], None, NOW).unwrap();
        assert_eq!(party.id, client);
        assert!(taking_back(&facts, &officer, &[Role::Manager, Role::Administrator], None, NOW).is_err());
        assert!(taking_back(&facts, &reader(&facts, Perspective::Coach), &[Role::Coach], None, NOW).is_err());
    }

    #[test]
    fn a_new_link_never_opens_a_look_that_must_stay_hidden() {
        use crate::looking::LookState;
        let mut facts = facts();
        let [professional, client, coach] =
            [Perspective::Professional, Perspective::Client, Perspective::Coach].map(|p| reader(&facts, p));
        let party = |facts: &mut Facts, p: Perspective, look| {
            facts.parties.iter_mut().find(|party| party.perspective == p).unwrap().look = look;
        };
        assert!(new_link(&facts, &professional, NOW).is_ok());
        party(&mut facts, Perspective::Client, Some(LookState::Open));
        assert_eq!(new_link(&facts, &professional, NOW).err(), Some(Refusal::LinkTheirs));
        assert!(new_link(&facts, &client, NOW).is_ok());
        party(&mut facts, Perspective::Professional, Some(LookState::Sealed(NOW)));
        assert!(new_link(&facts, &professional, NOW).is_ok());
        assert_eq!(new_link(&facts, &coach, NOW).err(), Some(Refusal::NotInvited));
    }

    #[test]
    fn a_link_is_shut_by_whose_it_is_by_who_gave_it_and_on_their_word() {
        let mut facts = facts();
        let client = facts.parties.iter().find(|party| party.perspective == Perspective::Client).unwrap().id;
        let officer = Reader::Member(crate::ids::MemberId::new());
        let shut = |facts: &Facts, who: &Reader, roles: &[Role]| shut_link(facts, who, roles, client).err();
        for perspective in [Perspective::Client, Perspective::Professional] {
            assert_eq!(shut(&facts, &reader(&facts, perspective), &[]), None);
        }
        let coach = reader(&facts, Perspective::Coach);
        assert_eq!(shut(&facts, &coach, &[Role::Coach]), Some(Refusal::NotInvited));
        assert_eq!(shut(&facts, &officer, &[Role::Manager]), Some(Refusal::Unknown));
        assert_eq!(shut(&facts, &officer, &[Role::PrivacyOfficer]), None);
        assert!(new_code(&facts, &officer, &[Role::PrivacyOfficer], client).is_ok());
        assert!(new_code(&facts, &officer, &[Role::Administrator], client).is_err());
        // Whoever sits at this table gets round nothing by being a privacy officer as well.
        let professional = reader(&facts, Perspective::Professional);
        assert!(new_code(&facts, &professional, &[Role::PrivacyOfficer], client).is_err());
        facts.parties.iter_mut().for_each(|party| party.member = Some(crate::ids::MemberId::new()));
        assert_eq!(shut(&facts, &officer, &[Role::PrivacyOfficer]), Some(Refusal::Unknown));
    }

    #[test]
    fn only_what_was_destroyed_is_destroyed_again() {
        let mut facts = facts();
        assert!(resume(&facts).is_none());
        facts.destroyed = Some(NOW);
        assert_eq!(resume(&facts).unwrap().scope(), facts.conversation.into());
    }
}
