//! Samenleer-wijzer: cards for the two in a conversation. Own answers first, then turned over together; what is on
//! them stays with the two of them unless both share it.
//!
//! The camera plays no part here, so no purpose is asked for it: each writes for themselves, of their own will, and
//! only the two read it. It is sealed with the conversation's key, so that stopping takes it along; and where no
//! recording gives the conversation an end, the cards have one of their own ([`ends`]).

use crate::consent::{Facts, Party, still_there};
use crate::permit::{Deed, Permit, Reader};
use crate::roles::{ConversationKind, Perspective};
use crate::time::Stamp;
use crate::{Refusal, words};

words! {
    /// The sixteen cards, in their order: first arriving, then what is difficult, then what helps, then looking back.
    Card {
        /// How one comes in.
        Arriving = "1",
        /// What one hopes for.
        Hope = "2",
        /// What one dreads.
        Dread = "3",
        /// What one would rather not say.
        Unsaid = "4",
        /// What the other must know.
        Known = "5",
        /// What goes well.
        Well = "6",
        /// What is hardest.
        Hardest = "7",
        /// What was tried.
        Tried = "8",
        /// Who helps.
        Helpers = "9",
        /// When one feels heard.
        Heard = "10",
        /// What must, and what may.
        Must = "11",
        /// Who chooses.
        Choosing = "12",
        /// How fast it went.
        Pace = "13",
        /// What touched.
        Touched = "14",
        /// What may be different.
        Different = "15",
        /// What one is proud of.
        Proud = "16",
    }
}

/// Longest answer on one half, in characters: it is a card, not a letter.
pub const TEXT_MAX: usize = 1_000;
/// Longest drawing on one half, in bytes.
pub const DRAWING_MAX: usize = 24_000;
/// How wide a half is for who draws on it; a drawing is a path on this field.
pub const FIELD: (u32, u32) = (1_000, 600);

/// One person's half of a card, as far as the rules need to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Half {
    /// When they turned it over; nothing while they still think.
    pub turned: Option<Stamp>,
}

impl Half {
    /// Whether it may still be written on. Turned is turned, until it is taken back.
    ///
    /// # Errors
    /// `CardTurned` once it was turned.
    pub const fn write(self) -> Result<(), Refusal> {
        if self.turned.is_some() { Err(Refusal::CardTurned) } else { Ok(()) }
    }
}

/// Whether a card lies open: both turned it. Until then neither reads the other's half, and nobody else reads either.
#[must_use]
pub const fn lies_open(one: Half, other: Half) -> bool {
    one.turned.is_some() && other.turned.is_some()
}

/// May this reader play the cards of this conversation? Only the two it is between, as long as it is there.
///
/// # Errors
/// `Unknown` for anyone else, a coach too; or why it ended.
pub fn play(facts: &Facts, reader: &Reader, now: Stamp) -> Result<Permit, Refusal> {
    facts.party(reader).filter(|party| party.perspective.in_picture()).ok_or(Refusal::Unknown)?;
    still_there(facts, now)?;
    Ok(Permit::issue(reader.clone(), facts.conversation.into(), Deed::Colearn))
}

/// May this coach read the cards that lie open? Only while both of the two share them.
///
/// # Errors
/// `Unknown` for anyone who is not the coach, and for the coach as long as one of the two does not share; or why it
/// ended.
pub fn shown(facts: &Facts, reader: &Reader, shared: &[Perspective], now: Stamp) -> Result<Permit, Refusal> {
    // Also a coach who became a manager since: no manager has a road to what a client wrote.
    let kept_out = |party: &Party| facts.kind == ConversationKind::ClientProfessional && party.manages;
    let coach = facts.party(reader).filter(|party| party.perspective == Perspective::Coach);
    coach.filter(|party| !kept_out(party)).ok_or(Refusal::Unknown)?;
    let both = Perspective::ALL.iter().filter(|one| one.in_picture()).all(|one| shared.contains(one));
    if !both {
        return Err(Refusal::Unknown);
    }
    still_there(facts, now)?;
    Ok(Permit::issue(reader.clone(), facts.conversation.into(), Deed::Colearn))
}

/// When cards that were last touched at `touched` go by themselves: with the conversation, or after as many months as
/// a recording would be kept when there is none.
#[must_use]
pub fn ends(facts: &Facts, touched: Stamp, months: i64) -> Stamp {
    facts.retention_until.unwrap_or_else(|| touched.plus_months(months))
}

/// A drawing as it is kept: lines on the field, `M x y L x y …`. Anything else is none: it will stand on a page.
#[must_use]
pub fn drawing(path: &str) -> Option<String> {
    let path = path.trim();
    if path.is_empty() || path.len() > DRAWING_MAX || !path.starts_with("M ") {
        return None;
    }
    let mut words = path.split(' ');
    while let Some(stroke) = words.next() {
        if !matches!(stroke, "M" | "L") {
            return None;
        }
        for most in [FIELD.0, FIELD.1] {
            let place = words.next().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))?;
            if place.parse::<u32>().ok()? > most {
                return None;
            }
        }
    }
    Some(path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{MemberId, ParticipantId};

    const NOW: Stamp = Stamp(1_000);

    /// A conversation to which nobody said yes.
    fn facts() -> Facts {
        crate::consent::tests::conversation(None, [None; 3])
    }

    fn reader(facts: &Facts, perspective: Perspective) -> Reader {
        Reader::Participant(facts.parties.iter().find(|party| party.perspective == perspective).unwrap().id)
    }

    #[test]
    fn cards_are_for_the_two_of_them_and_ask_no_consent_to_a_camera() {
        let mut facts = facts();
        for one in [Perspective::Professional, Perspective::Client] {
            assert_eq!(play(&facts, &reader(&facts, one), NOW).unwrap().deed(), Deed::Colearn);
        }
        let others = [
            reader(&facts, Perspective::Coach),
            Reader::Member(MemberId::new()),
            Reader::Participant(ParticipantId::new()),
            Reader::Worker,
        ];
        for other in others {
            assert_eq!(play(&facts, &other, NOW).err(), Some(Refusal::Unknown), "{other:?}");
        }
        facts.destroyed = Some(NOW);
        let client = reader(&facts, Perspective::Client);
        assert_eq!(play(&facts, &client, NOW).err(), Some(Refusal::ConsentWithdrawn));
    }

    #[test]
    fn the_coach_reads_open_cards_only_while_both_share() {
        use Perspective::{Client, Coach, Professional};
        let mut facts = facts();
        let coach = reader(&facts, Coach);
        for shared in [&[][..], &[Professional], &[Client], &[Client, Client], &[Client, Coach]] {
            assert_eq!(shown(&facts, &coach, shared, NOW).err(), Some(Refusal::Unknown), "{shared:?}");
        }
        let both = [Client, Professional];
        assert!(shown(&facts, &coach, &both, NOW).is_ok());
        let stranger = Reader::Member(MemberId::new());
        for other in [stranger, reader(&facts, Client), Reader::Worker] {
            assert_eq!(shown(&facts, &other, &both, NOW).err(), Some(Refusal::Unknown));
        }
        facts.parties.iter_mut().for_each(|party| party.manages = true);
        assert_eq!(shown(&facts, &coach, &both, NOW).err(), Some(Refusal::Unknown), "a manager since");
        facts.parties.iter_mut().for_each(|party| party.manages = false);
        facts.destroyed = Some(NOW);
        assert_eq!(shown(&facts, &coach, &both, NOW).err(), Some(Refusal::ConsentWithdrawn));
    }

    #[test]
    fn a_card_lies_open_when_both_turned_it_and_is_fixed_then() {
        let (down, up) = (Half::default(), Half { turned: Some(NOW) });
        assert!(!lies_open(down, down) && !lies_open(up, down) && !lies_open(down, up));
        assert!(lies_open(up, up));
        assert_eq!((down.write(), up.write()), (Ok(()), Err(Refusal::CardTurned)));
    }

    #[test]
    fn cards_end_with_the_conversation_or_by_themselves() {
        let mut facts = facts();
        assert_eq!(ends(&facts, NOW, 6), NOW.plus_months(6));
        facts.retention_until = Some(NOW.plus_days(3));
        assert_eq!(ends(&facts, NOW, 6), NOW.plus_days(3));
        let late = play(&facts, &reader(&facts, Perspective::Client), NOW.plus_days(3));
        assert_eq!(late.err(), Some(Refusal::Retention));
    }

    #[test]
    fn a_drawing_is_lines_on_the_field_and_nothing_else() {
        assert_eq!(drawing(" M 10 20 L 1000 600 M 0 0 ").as_deref(), Some("M 10 20 L 1000 600 M 0 0"));
        for none in [
            "",
            "M",
            "M 1",
            "L 1 1",
            "M 1001 0",
            "M 0 601",
            "M -1 0",
            "M 1 1 C 2 2",
            "M 1 1\"/><script>",
            "M 1  2",
        ] {
            assert_eq!(drawing(none), None, "{none}");
        }
        assert_eq!(drawing(&format!("M 1 1{}", " L 2 2".repeat(DRAWING_MAX))), None);
    }

    #[test]
    fn there_are_sixteen_cards() {
        assert_eq!(Card::ALL.len(), 16);
        assert_eq!(
            (Card::parse("16"), Card::parse("17"), Card::parse("01")),
            (Some(Card::Proud), None, None)
        );
    }
}
