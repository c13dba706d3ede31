//! Planning when to look together: a time and a length, and nothing of what it is about.

use crate::Refusal;
use crate::consent::{Facts, still_there};
use crate::permit::Reader;
use crate::roles::Perspective;
use crate::time::Stamp;

/// How long it may be planned for, in minutes.
pub const MINUTES: std::ops::RangeInclusive<i64> = 15..=240;

/// May this reader know when it is planned? Whoever has a part in the conversation may, as long as it is there.
///
/// # Errors
/// `Unknown` for anyone else, or why it ended.
pub fn know(facts: &Facts, reader: &Reader, now: Stamp) -> Result<Perspective, Refusal> {
    let party = facts.party(reader).ok_or(Refusal::Unknown)?;
    still_there(facts, now)?;
    Ok(party.perspective)
}

/// May this reader plan it? The professional and the coach may; the client is asked by them, and is bound to nothing.
///
/// # Errors
/// `Unknown` for strangers, `NotInvited` for the client, or why it ended.
pub fn plan(facts: &Facts, reader: &Reader, now: Stamp) -> Result<(), Refusal> {
    match know(facts, reader, now)? {
        Perspective::Client => Err(Refusal::NotInvited),
        Perspective::Professional | Perspective::Coach => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::tests::conversation;
    use crate::ids::MemberId;

    const NOW: Stamp = Stamp(1_000);

    #[test]
    fn those_with_a_part_know_the_time_and_staff_plan_it() {
        let mut facts = conversation(None, [None; 3]);
        let readers: Vec<_> = facts.parties.iter().map(|party| Reader::Participant(party.id)).collect();
        let done: Vec<_> = readers.iter().map(|reader| plan(&facts, reader, NOW)).collect();
        assert_eq!(done, [Ok(()), Err(Refusal::NotInvited), Ok(())]);
        assert!(readers.iter().all(|reader| know(&facts, reader, NOW).is_ok()));
        let stranger = Reader::Member(MemberId::new());
        assert_eq!(know(&facts, &stranger, NOW), Err(Refusal::Unknown));
        facts.destroyed = Some(NOW);
        assert_eq!(plan(&facts, &readers[0], NOW), Err(Refusal::ConsentWithdrawn));
    }
}
