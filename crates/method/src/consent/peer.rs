//! Peer consultation (intervisie): a colleague whom the professional invites, once the table has opened.
//!
//! A colleague has no chair and no look: they come after blindness. They see only as long as everyone in the picture
//! said the second yes to `Colleagues` and the professional did not take the invitation back.

use super::{Facts, Party, Purpose, still_there};
use crate::Refusal;
use crate::ids::MemberId;
use crate::permit::{Deed, Permit, Reader};
use crate::roles::{ConversationKind, Perspective, Role};
use crate::time::Stamp;

/// A colleague who was invited into a conversation, with what they do in the organisation now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub member: MemberId,
    /// Their roles at this moment.
    pub roles: Vec<Role>,
}

/// Whether someone with these roles is a peer of who leads such a conversation. With a client that is a professional who
/// manages nobody; where a manager leads, another manager.
#[must_use]
pub fn is_peer(kind: ConversationKind, roles: &[Role]) -> bool {
    let road = kind == ConversationKind::ClientProfessional && roles.contains(&Role::Manager);
    roles.contains(&kind.lead()) && !road
}

/// The reader as an invited colleague, if they are one.
pub(super) fn of<'a>(facts: &'a Facts, reader: &Reader) -> Option<&'a Colleague> {
    let Reader::Member(id) = reader else { return None };
    facts.colleagues.iter().find(|colleague| colleague.member == *id)
}

/// What a colleague may: watch, and look along side by side. All else is not there for them.
pub(super) fn decide(
    facts: &Facts,
    colleague: &Colleague,
    reader: &Reader,
    deed: Deed,
    now: Stamp,
) -> Result<Permit, Refusal> {
    if !is_peer(facts.kind, &colleague.roles) || !matches!(deed, Deed::Watch | Deed::Peer) {
        return Err(Refusal::Unknown);
    }
    still_there(facts, now)?;
    shared_with_colleagues(facts)?;
    Ok(Permit::issue(reader.clone(), facts.conversation.into(), deed))
}

fn shared_with_colleagues(facts: &Facts) -> Result<(), Refusal> {
    if !facts.all_confirmed(Purpose::Look) {
        return Err(Refusal::ConsentSecond);
    }
    if facts.sealed_looks() < 2 {
        return Err(Refusal::DialogueEarly);
    }
    if facts.all_confirmed(Purpose::Colleagues) { Ok(()) } else { Err(Refusal::Purpose(Purpose::Colleagues)) }
}

/// May this reader ask colleagues along now? Only the professional, with the table open and everyone's second yes to it.
///
/// # Errors
/// The first rule that refuses.
pub fn invite(facts: &Facts, reader: &Reader, now: Stamp) -> Result<Permit, Refusal> {
    let permit = super::decide(facts, reader, Deed::Compare, now)?;
    if facts.party(reader).map(|party| party.perspective) != Some(Perspective::Professional) {
        return Err(Refusal::NotInvited);
    }
    shared_with_colleagues(facts)?;
    Ok(permit)
}

/// Whether this member can still be asked along: a peer, and without a chair in this conversation.
#[must_use]
pub fn can_be_asked(facts: &Facts, member: MemberId, roles: &[Role]) -> bool {
    let seated = |party: &Party| party.member == Some(member);
    is_peer(facts.kind, roles) && !facts.parties.iter().any(seated)
}

#[cfg(test)]
mod tests {
    use super::super::Yes;
    use super::*;
    use crate::ids::{ConversationId, ParticipantId};
    use crate::looking::LookState;

    const NOW: Stamp = Stamp(1_000);

    struct Told {
        facts: Facts,
        colleague: Reader,
        professional: Reader,
        coach: Reader,
    }

    /// A table that is open, with a colleague invited and everyone's second yes to it.
    fn open() -> Told {
        let members = [MemberId::new(), MemberId::new(), MemberId::new()];
        let confirmed =
            vec![(Purpose::Look, Yes::Confirmed(NOW)), (Purpose::Colleagues, Yes::Confirmed(NOW))];
        let party = |perspective, member| Party {
            id: ParticipantId::new(),
            perspective,
            member,
            manages: false,
            yeses: confirmed.clone(),
            look: Some(LookState::Sealed(NOW)),
        };
        let facts = Facts {
            conversation: ConversationId::new(),
            kind: ConversationKind::ClientProfessional,
            parties: vec![
                party(Perspective::Professional, Some(members[0])),
                party(Perspective::Client, None),
                party(Perspective::Coach, Some(members[1])),
            ],
            companions: Vec::new(),
            colleagues: vec![Colleague { member: members[2], roles: vec![Role::Professional] }],
            destroyed: None,
            second_yes_until: None,
            retention_until: None,
        };
        let [professional, coach, colleague] = members.map(Reader::Member);
        Told { facts, colleague, professional, coach }
    }

    fn ask(told: &Told, deed: Deed) -> Result<(), Refusal> {
        super::super::decide(&told.facts, &told.colleague, deed, NOW).map(|_| ())
    }

    #[test]
    fn a_colleague_watches_and_looks_along_and_nothing_else() {
        let told = open();
        for deed in Deed::ALL {
            let allowed = matches!(deed, Deed::Watch | Deed::Peer);
            let expected = if allowed { Ok(()) } else { Err(Refusal::Unknown) };
            assert_eq!(ask(&told, *deed), expected, "{deed}");
        }
        let stranger = Reader::Member(MemberId::new());
        assert_eq!(
            super::super::decide(&told.facts, &stranger, Deed::Peer, NOW).err(),
            Some(Refusal::Unknown)
        );
    }

    #[test]
    fn without_everyones_second_yes_to_colleagues_nobody_looks_along() {
        for chair in [0, 1] {
            for yes in [None, Some(Yes::Given(NOW)), Some(Yes::Withdrawn(NOW))] {
                let mut told = open();
                let yeses = &mut told.facts.parties[chair].yeses;
                yeses.retain(|(purpose, _)| *purpose != Purpose::Colleagues);
                yeses.extend(yes.map(|yes| (Purpose::Colleagues, yes)));
                let refused = Err(Refusal::Purpose(Purpose::Colleagues));
                assert_eq!(ask(&told, Deed::Watch), refused);
                assert_eq!(ask(&told, Deed::Peer), refused);
                let invited = invite(&told.facts, &told.professional, NOW).map(|_| ());
                assert_eq!(invited, refused);
            }
        }
    }

    #[test]
    fn colleagues_come_after_the_table_opened_and_go_with_everything() {
        let mut told = open();
        told.facts.parties[1].look = None;
        told.facts.parties[2].look = Some(LookState::Open);
        assert_eq!(ask(&told, Deed::Watch), Err(Refusal::DialogueEarly));
        assert_eq!(invite(&told.facts, &told.professional, NOW).err(), Some(Refusal::DialogueEarly));
        let mut told = open();
        told.facts.destroyed = Some(NOW);
        assert_eq!(ask(&told, Deed::Peer), Err(Refusal::ConsentWithdrawn));
        let mut told = open();
        told.facts.colleagues.clear();
        assert_eq!(ask(&told, Deed::Peer), Err(Refusal::Unknown));
    }

    #[test]
    fn only_the_professional_asks_along_and_never_a_manager_or_someone_with_a_chair() {
        let told = open();
        assert!(invite(&told.facts, &told.professional, NOW).is_ok());
        assert_eq!(invite(&told.facts, &told.coach, NOW).err(), Some(Refusal::NotInvited));
        assert_eq!(invite(&told.facts, &told.colleague, NOW).err(), Some(Refusal::Unknown));
        let fresh = MemberId::new();
        assert!(can_be_asked(&told.facts, fresh, &[Role::Professional]));
        for roles in [&[Role::Coach][..], &[Role::Manager], &[Role::Professional, Role::Manager], &[]] {
            assert!(!can_be_asked(&told.facts, fresh, roles), "{roles:?}");
        }
        let Reader::Member(coach) = told.coach else { unreachable!() };
        assert!(!can_be_asked(&told.facts, coach, &[Role::Professional]));
    }

    #[test]
    fn a_chair_comes_before_an_invitation_so_that_nobody_gets_round_their_blindness() {
        let mut told = open();
        let Reader::Member(coach) = told.coach else { unreachable!() };
        told.facts.colleagues.push(Colleague { member: coach, roles: vec![Role::Professional] });
        told.facts.parties[2].look = Some(LookState::Open);
        assert_eq!(
            super::super::decide(&told.facts, &told.coach, Deed::Peer, NOW).err(),
            Some(Refusal::Unknown)
        );
        assert_eq!(
            super::super::decide(&told.facts, &told.coach, Deed::Compare, NOW).err(),
            Some(Refusal::LookBlind)
        );
    }

    #[test]
    fn where_a_manager_leads_a_peer_is_another_manager() {
        for kind in ConversationKind::ALL {
            let with_client = *kind == ConversationKind::ClientProfessional;
            assert_eq!(is_peer(*kind, &[Role::Professional]), with_client);
            assert_eq!(is_peer(*kind, &[Role::Manager]), !with_client);
            assert_eq!(is_peer(*kind, &[Role::Manager, Role::Professional]), !with_client);
            assert!(!is_peer(*kind, &[Role::Coach, Role::Administrator]));
        }
    }

    #[test]
    fn a_colleague_who_became_a_manager_no_longer_looks_along() {
        let mut told = open();
        told.facts.colleagues[0].roles = vec![Role::Professional, Role::Manager];
        assert_eq!(ask(&told, Deed::Watch), Err(Refusal::Unknown));
        told.facts.colleagues[0].roles = Vec::new();
        assert_eq!(ask(&told, Deed::Peer), Err(Refusal::Unknown));
    }
}
