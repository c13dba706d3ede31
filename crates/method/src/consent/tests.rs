//! The rules of consent, told as small stories.

use super::*;

const NOW: Stamp = Stamp(1_000_000_000_000);

fn party(perspective: Perspective, yes: Option<Yes>, look: Option<LookState>) -> Party {
    let member = (perspective != Perspective::Client).then(MemberId::new);
    let yeses = yes.map(|yes| (Purpose::Look, yes)).into_iter().collect();
    Party { id: ParticipantId::new(), perspective, member, manages: false, yeses, look }
}

pub(crate) fn conversation(yes: Option<Yes>, looks: [Option<LookState>; 3]) -> Facts {
    let parties = Perspective::ALL
        .iter()
        .zip(looks)
        .map(|(p, look)| party(*p, yes.filter(|_| p.in_picture()), look))
        .collect();
    Facts {
        conversation: ConversationId::new(),
        kind: ConversationKind::ClientProfessional,
        parties,
        companions: Vec::new(),
        colleagues: Vec::new(),
        destroyed: None,
        second_yes_until: None,
        retention_until: None,
    }
}

fn reader(facts: &Facts, perspective: Perspective) -> Reader {
    let party = facts.parties.iter().find(|party| party.perspective == perspective).unwrap();
    party.member.map_or(Reader::Participant(party.id), Reader::Member)
}

fn ask(facts: &Facts, perspective: Perspective, deed: Deed) -> Result<(), Refusal> {
    decide(facts, &reader(facts, perspective), deed, NOW).map(|_| ())
}

const SEALED: Option<LookState> = Some(LookState::Sealed(NOW));

#[test]
fn nothing_is_recorded_before_everyone_in_the_picture_said_yes() {
    let mut facts = conversation(None, [None; 3]);
    assert_eq!(ask(&facts, Perspective::Professional, Deed::Record), Err(Refusal::ConsentMissing));
    facts.parties[0].yeses = vec![(Purpose::Look, Yes::Given(NOW))];
    assert_eq!(ask(&facts, Perspective::Professional, Deed::Record), Err(Refusal::ConsentMissing));
    facts.parties[1].yeses = vec![(Purpose::Look, Yes::Given(NOW))];
    assert_eq!(ask(&facts, Perspective::Professional, Deed::Record), Ok(()));
    assert_eq!(ask(&facts, Perspective::Coach, Deed::Record), Err(Refusal::NotInvited));
    facts.parties.remove(1);
    assert_eq!(ask(&facts, Perspective::Professional, Deed::Record), Err(Refusal::ConsentMissing));
}

#[test]
fn the_coach_waits_for_the_second_yes() {
    let facts = conversation(Some(Yes::Given(NOW)), [None; 3]);
    assert_eq!(ask(&facts, Perspective::Client, Deed::Watch), Ok(()));
    assert_eq!(ask(&facts, Perspective::Coach, Deed::Watch), Err(Refusal::ConsentSecond));
    let facts = conversation(Some(Yes::Confirmed(NOW)), [None; 3]);
    assert_eq!(ask(&facts, Perspective::Coach, Deed::Watch), Ok(()));
}

#[test]
fn a_coach_who_became_a_manager_has_no_road_to_a_clients_recording() {
    let mut facts = conversation(Some(Yes::Confirmed(NOW)), [SEALED; 3]);
    facts.parties[2].manages = true;
    for deed in [Deed::Watch, Deed::Look, Deed::Compare, Deed::TryOut, Deed::Tell] {
        assert_eq!(ask(&facts, Perspective::Coach, deed), Err(Refusal::NotInvited), "{deed}");
    }
    // Whoever sits in the picture keeps what is theirs, and between managers a manager can be the outside eyes.
    facts.parties[0].manages = true;
    assert_eq!(ask(&facts, Perspective::Professional, Deed::Watch), Ok(()));
    facts.kind = ConversationKind::BetweenManagers;
    assert_eq!(ask(&facts, Perspective::Coach, Deed::Watch), Ok(()));
}

#[test]
fn blind_first_then_side_by_side() {
    let yes = Some(Yes::Confirmed(NOW));
    let open = Some(LookState::Open);
    let facts = conversation(yes, [SEALED, open, SEALED]);
    assert_eq!(ask(&facts, Perspective::Client, Deed::Compare), Err(Refusal::LookBlind));
    assert_eq!(ask(&facts, Perspective::Coach, Deed::Compare), Ok(()));
    let facts = conversation(yes, [SEALED, open, open]);
    assert_eq!(ask(&facts, Perspective::Professional, Deed::Compare), Err(Refusal::DialogueEarly));
}

#[test]
fn strangers_learn_nothing_and_withdrawal_stops_all() {
    let mut facts = conversation(Some(Yes::Confirmed(NOW)), [SEALED; 3]);
    for deed in Deed::ALL {
        let stranger = Reader::Member(MemberId::new());
        assert_eq!(decide(&facts, &stranger, *deed, NOW).map(|_| ()), Err(Refusal::Unknown));
    }
    assert!(
        withdraw(&facts, &Reader::Member(MemberId::new()), &[Role::Manager, Role::Administrator]).is_err()
    );
    assert!(withdraw(&facts, &Reader::Member(MemberId::new()), &[Role::PrivacyOfficer]).is_ok());
    assert!(withdraw(&facts, &reader(&facts, Perspective::Client), &[]).is_ok());
    facts.destroyed = Some(NOW);
    for perspective in Perspective::ALL {
        assert_eq!(ask(&facts, *perspective, Deed::Watch), Err(Refusal::ConsentWithdrawn));
    }
}

#[test]
fn no_second_yes_in_time_or_retention_over_ends_it_by_itself() {
    let mut facts = conversation(Some(Yes::Given(NOW)), [None; 3]);
    facts.second_yes_until = Some(NOW.plus_days(14));
    assert!(expire(&facts, NOW).is_none());
    assert!(expire(&facts, NOW.plus_days(14)).is_some());
    let mut facts = conversation(Some(Yes::Confirmed(NOW)), [None; 3]);
    facts.second_yes_until = Some(NOW.plus_days(14));
    facts.retention_until = Some(NOW.plus_days(180));
    assert!(expire(&facts, NOW.plus_days(15)).is_none());
    assert!(expire(&facts, NOW.plus_days(180)).is_some());
    assert_eq!(
        decide(&facts, &reader(&facts, Perspective::Coach), Deed::Watch, NOW.plus_days(181)).map(|_| ()),
        Err(Refusal::Retention)
    );
}

#[test]
fn the_worker_only_processes() {
    let facts = conversation(Some(Yes::Given(NOW)), [None; 3]);
    for deed in Deed::ALL {
        assert_eq!(decide(&facts, &Reader::Worker, *deed, NOW).is_ok(), *deed == Deed::Process);
    }
}

#[test]
fn telling_how_it_was_needs_the_second_yes_but_no_look_of_ones_own() {
    let facts = conversation(Some(Yes::Given(NOW)), [None; 3]);
    assert_eq!(ask(&facts, Perspective::Client, Deed::Tell), Err(Refusal::ConsentSecond));
    let facts = conversation(Some(Yes::Confirmed(NOW)), [SEALED, None, SEALED]);
    assert_eq!(ask(&facts, Perspective::Client, Deed::Tell), Ok(()));
    assert_eq!(ask(&facts, Perspective::Client, Deed::TryOut), Err(Refusal::LookBlind));
    let stranger = Reader::Participant(ParticipantId::new());
    assert_eq!(decide(&facts, &stranger, Deed::Tell, NOW).err(), Some(Refusal::Unknown));
}

#[test]
fn an_interview_is_between_the_client_and_a_coach_who_sealed() {
    let open = Some(LookState::Open);
    let facts = conversation(Some(Yes::Given(NOW)), [SEALED, None, SEALED]);
    assert_eq!(ask(&facts, Perspective::Coach, Deed::Interview), Err(Refusal::ConsentSecond));
    assert_eq!(ask(&facts, Perspective::Client, Deed::Interview), Err(Refusal::ConsentSecond));
    let facts = conversation(Some(Yes::Confirmed(NOW)), [SEALED, None, open]);
    assert_eq!(ask(&facts, Perspective::Coach, Deed::Interview), Err(Refusal::LookBlind));
    let facts = conversation(Some(Yes::Confirmed(NOW)), [SEALED, open, SEALED]);
    assert_eq!(ask(&facts, Perspective::Coach, Deed::Interview), Ok(()));
    assert_eq!(ask(&facts, Perspective::Client, Deed::Interview), Ok(()));
    assert_eq!(ask(&facts, Perspective::Professional, Deed::Interview), Err(Refusal::NotInvited));
}

#[test]
fn a_coach_writes_for_the_client_only_with_their_own_look_sealed() {
    let write = |looks, chair| {
        let facts = conversation(Some(Yes::Confirmed(NOW)), looks);
        scribe(&facts, &reader(&facts, chair), NOW).map(|_| ())
    };
    let open = Some(LookState::Open);
    assert_eq!(write([None, None, open], Perspective::Coach), Err(Refusal::LookBlind));
    assert_eq!(write([None, None, None], Perspective::Coach), Err(Refusal::LookBlind));
    assert_eq!(write([None, open, SEALED], Perspective::Coach), Ok(()));
    assert_eq!(write([SEALED, None, SEALED], Perspective::Professional), Err(Refusal::NotInvited));
    let facts = conversation(Some(Yes::Given(NOW)), [None, None, SEALED]);
    let coach = reader(&facts, Perspective::Coach);
    assert_eq!(scribe(&facts, &coach, NOW).map(|_| ()), Err(Refusal::ConsentSecond));
}
