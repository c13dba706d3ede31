//! Permits beyond one conversation: what a journey's coach may read of it, what is shared in an organisation, and what
//! members prove themselves with.

use crate::Refusal;
use crate::ids::{JourneyId, MemberId, OrganisationId};
use crate::permit::{Deed, Permit, Reader};
use crate::roles::Role;

/// May this member read the learning question of a journey as its coach? Only when its owner shares it.
///
/// # Errors
/// `Unknown` for anyone but the coach of this journey, and for them as long as it is not shared.
pub fn accompany(
    coach: Option<MemberId>,
    shared: bool,
    journey: JourneyId,
    reader: &Reader,
) -> Result<Permit, Refusal> {
    match reader {
        Reader::Member(id) if coach == Some(*id) && shared => {
            Ok(Permit::issue(reader.clone(), journey.into(), Deed::Accompany))
        }
        _ => Err(Refusal::Unknown),
    }
}

/// May this member read and write what was shared in an organisation? Its own people who lead or
/// accompany conversations may: it holds nothing of one.
///
/// # Errors
/// `Unknown` for everyone else.
pub fn share(
    organisation: OrganisationId,
    of_reader: OrganisationId,
    roles: &[Role],
    reader: &Reader,
) -> Result<Permit, Refusal> {
    let member = matches!(reader, Reader::Member(_));
    let works = roles.iter().any(|role| matches!(role, Role::Professional | Role::Coach | Role::Manager));
    if member && works && organisation == of_reader {
        Ok(Permit::issue(reader.clone(), organisation.into(), Deed::Share))
    } else {
        Err(Refusal::Unknown)
    }
}

/// May this member read the learning board of an organisation? Whoever may share there, and its privacy officer, who
/// takes a name away.
///
/// # Errors
/// `Unknown` for everyone else.
pub fn board(
    organisation: OrganisationId,
    of_reader: OrganisationId,
    roles: &[Role],
    reader: &Reader,
) -> Result<Permit, Refusal> {
    let guards = matches!(reader, Reader::Member(_)) && roles.contains(&Role::PrivacyOfficer);
    if guards && organisation == of_reader {
        return Ok(Permit::issue(reader.clone(), organisation.into(), Deed::Share));
    }
    share(organisation, of_reader, roles, reader)
}

/// May what waits without a name be laid on the board, or be taken out of the drawer? By the program alone, for nobody
/// in particular: it shows nothing to anyone.
#[must_use]
pub fn nobody(organisation: OrganisationId) -> Permit {
    Permit::issue(Reader::Worker, organisation.into(), Deed::Share)
}

/// May this reader keep and use what this member proves themselves with? Only that member.
///
/// # Errors
/// `Unknown` for everyone else.
pub fn prove(member: MemberId, organisation: OrganisationId, reader: &Reader) -> Result<Permit, Refusal> {
    if *reader == Reader::Member(member) {
        Ok(Permit::issue(reader.clone(), organisation.into(), Deed::Prove))
    } else {
        Err(Refusal::Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ParticipantId;

    #[test]
    fn what_one_proves_oneself_with_is_ones_own() {
        let (me, org) = (MemberId::new(), OrganisationId::new());
        assert_eq!(prove(me, org, &Reader::Member(me)).unwrap().deed(), Deed::Prove);
        for other in [Reader::Member(MemberId::new()), Reader::Worker] {
            assert_eq!(prove(me, org, &other).unwrap_err(), Refusal::Unknown);
        }
    }

    #[test]
    fn a_coach_reads_the_question_only_when_it_is_shared() {
        let (coach, journey) = (MemberId::new(), JourneyId::new());
        let reader = Reader::Member(coach);
        assert_eq!(accompany(Some(coach), true, journey, &reader).unwrap().scope(), journey.into());
        assert!(accompany(Some(coach), false, journey, &reader).is_err());
        assert!(accompany(None, true, journey, &reader).is_err());
        assert!(accompany(Some(MemberId::new()), true, journey, &reader).is_err());
    }

    #[test]
    fn the_board_is_for_those_who_do_the_work_and_who_guards_the_law() {
        let (here, elsewhere) = (OrganisationId::new(), OrganisationId::new());
        let reader = Reader::Member(MemberId::new());
        for role in Role::ALL {
            let expected = !matches!(role, Role::Administrator | Role::Researcher);
            assert_eq!(board(here, here, &[*role], &reader).is_ok(), expected, "{role}");
            assert!(board(here, elsewhere, &[*role], &reader).is_err(), "{role} of elsewhere");
        }
        let client = Reader::Participant(ParticipantId::new());
        assert!(board(here, here, &[Role::PrivacyOfficer], &client).is_err());
        assert_eq!(*nobody(here).reader(), Reader::Worker);
    }

    #[test]
    fn what_is_shared_stays_in_the_organisation_with_those_who_do_the_work() {
        let (here, elsewhere) = (OrganisationId::new(), OrganisationId::new());
        let reader = Reader::Member(MemberId::new());
        for role in Role::ALL {
            let expected = matches!(role, Role::Professional | Role::Coach | Role::Manager);
            assert_eq!(share(here, here, &[*role], &reader).is_ok(), expected, "{role}");
            assert!(share(here, elsewhere, &[*role], &reader).is_err(), "{role} of elsewhere");
        }
        let client = Reader::Participant(ParticipantId::new());
        assert!(share(here, here, &[Role::Professional], &client).is_err());
    }
}
