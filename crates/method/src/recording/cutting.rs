//! Cutting: someone in the picture asks for a part, and then that part is destroyed and all after it moves forward.
//!
//! Nobody has to agree: whoever is in the picture may, as they may withdraw everything.

use crate::Refusal;
use crate::consent::companion::Voice;
use crate::consent::{Facts, Purpose, Yes, still_there};
use crate::looking::Span;
use crate::permit::Reader;
use crate::recording::RecordingState;
use crate::time::Stamp;

/// The least that must be left of a recording, in milliseconds. Less is asking for the end of all of it.
pub const LEAST_LEFT: i64 = 2_000;
/// The shortest part that can be cut, in milliseconds: below it a place cannot be pointed at.
pub const SHORTEST: i64 = 500;

/// A part of a recording that is to be destroyed: from one place up to another, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    from: i64,
    to: i64,
}

impl Part {
    /// A part of a recording of `duration` milliseconds, its ends put in order.
    ///
    /// # Errors
    /// `Position` outside the recording, `CutNothing` when it is too short to be anything, `CutAll` when nothing to
    /// speak of would be left.
    pub fn within(from: i64, to: i64, duration: i64) -> Result<Self, Refusal> {
        let Span { start: from, end } = Span::within(from, to, duration)?;
        let to = end.min(duration);
        if to - from < SHORTEST {
            return Err(Refusal::CutNothing);
        }
        if duration - (to - from) < LEAST_LEFT { Err(Refusal::CutAll) } else { Ok(Self { from, to }) }
    }

    /// A part as it was written down, when it was checked.
    #[must_use]
    pub const fn kept(from: i64, to: i64) -> Self {
        Self { from, to }
    }

    /// Where it begins.
    #[must_use]
    pub const fn from(self) -> i64 {
        self.from
    }

    /// Where it ends: the first place that stays.
    #[must_use]
    pub const fn to(self) -> i64 {
        self.to
    }

    /// How long it is.
    #[must_use]
    pub const fn length(self) -> i64 {
        self.to - self.from
    }

    /// Where a place lies once the part is gone; nothing when it lay inside.
    #[must_use]
    pub const fn place(self, at: i64) -> Option<i64> {
        if at < self.from {
            Some(at)
        } else if at >= self.to {
            Some(at - self.length())
        } else {
            None
        }
    }

    /// Where a playhead stands once the part is gone: at the seam when it stood inside.
    #[must_use]
    pub fn playhead(self, at: i64) -> i64 {
        self.place(at).unwrap_or(self.from)
    }

    /// What is left of a stretch once the part is gone; nothing when it lay inside.
    #[must_use]
    pub fn span(self, span: Span) -> Option<Span> {
        if span.start == span.end {
            return self.place(span.start).map(|at| Span { start: at, end: at });
        }
        let inside = self.from <= span.start && span.end <= self.to;
        (!inside).then(|| Span { start: self.playhead(span.start), end: self.playhead(span.end) })
    }
}

/// May this reader have a part cut now? Whoever is in the picture may, from their yes on; and everyone in it still
/// agrees to be looked at, or there is nothing to look at.
///
/// # Errors
/// `Unknown` for whoever is not in the picture, or why everything ended.
pub fn may_cut<'a>(facts: &'a Facts, reader: &Reader, now: Stamp) -> Result<Voice<'a>, Refusal> {
    let voice = facts.voice(reader).ok_or(Refusal::Unknown)?;
    still_there(facts, now)?;
    if voice.yes(Purpose::Look).is_some_and(Yes::lives) { Ok(voice) } else { Err(Refusal::ConsentMissing) }
}

/// Can a part be cut from a recording that stands so?
///
/// # Errors
/// `RecordingMissing` when there is none, `CutEarly` while it still comes in, `CutBusy` while another part is being cut.
pub const fn can_be_cut(state: Option<RecordingState>) -> Result<(), Refusal> {
    match state {
        Some(RecordingState::Ready) => Ok(()),
        Some(RecordingState::Cutting) => Err(Refusal::CutBusy),
        Some(RecordingState::Arriving | RecordingState::Whole) => Err(Refusal::CutEarly),
        Some(RecordingState::Refused) | None => Err(Refusal::RecordingMissing),
    }
}

/// Is what someone sends made on the recording as it is now? `seen` is the timeline that they had before them.
///
/// # Errors
/// `TimesMoved` when a part was cut since: their times are those of another recording.
pub const fn same_timeline(seen: i64, now: i64) -> Result<(), Refusal> {
    if seen == now { Ok(()) } else { Err(Refusal::TimesMoved) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::companion::{Companion, CompanionKind};
    use crate::consent::tests::conversation;
    use crate::ids::ParticipantId;
    use crate::roles::Perspective;

    const NOW: Stamp = Stamp(1_000_000_000_000);

    #[test]
    fn what_lay_in_the_part_is_gone_and_what_came_after_moves() {
        let part = Part::within(50_000, 10_000, 120_000).unwrap();
        assert_eq!((part.from(), part.to(), part.length()), (10_000, 50_000, 40_000));
        assert_eq!(
            [0, 9_999, 10_000, 49_999, 50_000, 120_000].map(|at| part.place(at)),
            [Some(0), Some(9_999), None, None, Some(10_000), Some(80_000)]
        );
        let left = |start, end| part.span(Span { start, end }).map(|span| (span.start, span.end));
        assert_eq!(left(1_000, 2_000), Some((1_000, 2_000)), "before it nothing changes");
        assert_eq!(left(60_000, 61_000), Some((20_000, 21_000)), "after it all moves");
        assert_eq!(left(10_000, 50_000), None, "exactly the part is gone");
        assert_eq!(left(20_000, 30_000), None, "inside it is gone");
        assert_eq!(left(5_000, 30_000), Some((5_000, 10_000)), "what hangs over is shortened");
        assert_eq!(left(30_000, 60_000), Some((10_000, 20_000)));
        assert_eq!(left(5_000, 60_000), Some((5_000, 20_000)), "and what goes over all of it too");
        assert_eq!(left(20_000, 20_000), None);
        assert_eq!(left(50_000, 50_000), Some((10_000, 10_000)));
        assert_eq!(part.playhead(20_000), 10_000);
    }

    #[test]
    fn a_part_is_something_and_never_everything() {
        assert_eq!(Part::within(1_000, 1_200, 60_000), Err(Refusal::CutNothing));
        assert_eq!(Part::within(0, 60_000, 60_000), Err(Refusal::CutAll));
        assert_eq!(Part::within(0, 58_500, 60_000), Err(Refusal::CutAll));
        assert_eq!(Part::within(-1, 20_000, 60_000), Err(Refusal::Position));
        assert_eq!(Part::within(10_000, 70_000, 60_000), Err(Refusal::Position));
        assert_eq!(Part::within(50_000, 60_900, 60_000).map(Part::to), Ok(60_000), "never beyond the end");
    }

    #[test]
    fn everyone_in_the_picture_may_and_nobody_else() {
        let mut facts = conversation(Some(Yes::Given(NOW)), [None; 3]);
        facts.companions.push(Companion {
            id: ParticipantId::new(),
            what: CompanionKind::Interpreter,
            yeses: vec![(Purpose::Look, Yes::Given(NOW))],
        });
        let reader = |perspective| {
            let party = facts.parties.iter().find(|party| party.perspective == perspective).unwrap();
            party.member.map_or(Reader::Participant(party.id), Reader::Member)
        };
        let beside = Reader::Participant(facts.companions[0].id);
        for one in [reader(Perspective::Professional), reader(Perspective::Client), beside.clone()] {
            assert!(may_cut(&facts, &one, NOW).is_ok(), "{one:?}");
        }
        for one in [reader(Perspective::Coach), Reader::Worker] {
            assert_eq!(may_cut(&facts, &one, NOW).err(), Some(Refusal::Unknown));
        }
        facts.companions[0].yeses.clear();
        assert_eq!(may_cut(&facts, &beside, NOW).err(), Some(Refusal::ConsentMissing));
        facts.destroyed = Some(NOW);
        assert_eq!(may_cut(&facts, &beside, NOW).err(), Some(Refusal::ConsentWithdrawn));
    }

    #[test]
    fn a_recording_is_cut_when_it_is_whole_and_one_part_at_a_time() {
        assert_eq!(can_be_cut(Some(RecordingState::Ready)), Ok(()));
        assert_eq!(can_be_cut(Some(RecordingState::Cutting)), Err(Refusal::CutBusy));
        for early in [RecordingState::Arriving, RecordingState::Whole] {
            assert_eq!(can_be_cut(Some(early)), Err(Refusal::CutEarly));
        }
        for none in [Some(RecordingState::Refused), None] {
            assert_eq!(can_be_cut(none), Err(Refusal::RecordingMissing));
        }
        assert_eq!(same_timeline(1, 2), Err(Refusal::TimesMoved));
    }
}
