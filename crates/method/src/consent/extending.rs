//! Keeping something longer: only by a new consent of everyone in the picture, before the end. A no or nothing at all
//! leaves the old date, and is written down nowhere.

use super::companion::Voice;
use super::{Facts, Purpose, still_there};
use crate::Refusal;
use crate::ids::ParticipantId;
use crate::permit::Reader;
use crate::roles::Perspective;
use crate::time::Stamp;

/// How much longer can be asked at most, in months.
pub const MONTHS_MAX: i64 = 12;

/// Until when is asked. The professional asks, once for each end date: whoever said nothing is not asked again.
///
/// # Errors
/// `Unknown` or `NotInvited` for anyone else, `ConsentSecond` before everyone's second yes, `Retention` without an end
/// or with a term that cannot be asked.
pub fn ask(facts: &Facts, reader: &Reader, months: i64, now: Stamp) -> Result<Stamp, Refusal> {
    let party = facts.party(reader).ok_or(Refusal::Unknown)?;
    still_there(facts, now)?;
    if party.perspective != Perspective::Professional {
        return Err(Refusal::NotInvited);
    }
    if !facts.all_confirmed(Purpose::Look) {
        return Err(Refusal::ConsentSecond);
    }
    let end = facts.retention_until.filter(|_| (1..=MONTHS_MAX).contains(&months));
    end.map(|end| end.plus_months(months)).ok_or(Refusal::Retention)
}

/// Who answers: someone in the picture whose yes to looking lives, before the end.
///
/// # Errors
/// `Unknown` for anyone else, `ConsentMissing` without a yes that lives, or why everything ended.
pub fn answer<'a>(facts: &'a Facts, reader: &Reader, now: Stamp) -> Result<Voice<'a>, Refusal> {
    let voice = facts.voice(reader).ok_or(Refusal::Unknown)?;
    still_there(facts, now)?;
    let lives = voice.yes(Purpose::Look).is_some_and(super::Yes::lives);
    if lives { Ok(voice) } else { Err(Refusal::ConsentMissing) }
}

/// Whether everyone in the picture is among those who said yes.
#[must_use]
pub fn granted(facts: &Facts, said: &[ParticipantId]) -> bool {
    facts.all_confirmed(Purpose::Look) && facts.voices().all(|voice| said.contains(&voice.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::Yes;
    use crate::consent::companion::{Companion, CompanionKind};
    use crate::consent::tests::conversation;

    const NOW: Stamp = Stamp(1_000_000_000_000);

    #[test]
    fn a_longer_term_takes_everyones_new_yes_before_the_end() {
        let mut facts = conversation(Some(Yes::Confirmed(NOW)), [None; 3]);
        facts.retention_until = Some(NOW.plus_days(20));
        let yeses = vec![(Purpose::Look, Yes::Confirmed(NOW))];
        let companion = Companion { id: ParticipantId::new(), what: CompanionKind::Close, yeses };
        facts.companions.push(companion);
        let chair = |p: Perspective| facts.parties.iter().find(|party| party.perspective == p).unwrap();
        let professional = Reader::Member(chair(Perspective::Professional).member.unwrap());
        let client = Reader::Participant(chair(Perspective::Client).id);
        let until = ask(&facts, &professional, 6, NOW).unwrap();
        assert_eq!(until, NOW.plus_days(20).plus_months(6));
        assert_eq!(ask(&facts, &client, 6, NOW), Err(Refusal::NotInvited));
        for months in [0, -1, MONTHS_MAX + 1] {
            assert_eq!(ask(&facts, &professional, months, NOW), Err(Refusal::Retention));
        }
        assert_eq!(ask(&facts, &professional, 6, NOW.plus_days(20)), Err(Refusal::Retention));
        assert!(answer(&facts, &client, NOW).is_ok());
        assert_eq!(answer(&facts, &client, NOW.plus_days(20)).err(), Some(Refusal::Retention));
        let all: Vec<_> = facts.voices().map(|voice| voice.id).collect();
        assert!(granted(&facts, &all));
        assert!(!granted(&facts, &all[..2]), "without who came along it is no yes of everyone");
        let mut waiting = facts.clone();
        waiting.companions[0].yeses = vec![(Purpose::Look, Yes::Given(NOW))];
        assert_eq!(ask(&waiting, &professional, 6, NOW), Err(Refusal::ConsentSecond));
    }
}
