//! Talking it through (samen kijken): where sealed looks meet, where one saw something, where answers lie apart.
//!
//! Nothing here weighs one person against another. Answers are laid beside each other; the only thing computed
//! is where to look together.

pub mod agenda;
pub mod alternative;
pub mod planning;
pub mod session;

use std::fmt;

use crate::ids::MomentId;
use crate::looking::{LeadQuestion, MomentKind, Span, Step, Strength, Whose};
use crate::roles::Perspective;
use crate::words;

/// Marks of different people this close together, in milliseconds, are about the same place: a hand is slower than an eye.
pub const SLACK: i64 = 2_000;

/// How long before a moment its clip begins, in milliseconds: what happened just before is part of it.
pub const RUN_UP: i64 = 4_000;

/// What a shared reading or an alternative is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// One of the three lead questions.
    Question(LeadQuestion),
    /// A moment that someone marked.
    Moment(MomentId),
}

impl Subject {
    /// Reads the spelling of columns and addresses back; anything else is nothing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        LeadQuestion::parse(text).map(Self::Question).or_else(|| MomentId::parse(text).map(Self::Moment))
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Question(question) => question.fmt(f),
            Self::Moment(id) => id.fmt(f),
        }
    }
}

/// One moment of a sealed look, without its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which moment.
    pub id: MomentId,
    /// Who marked it.
    pub by: Perspective,
    /// What kind.
    pub kind: MomentKind,
    /// Whose it was, seen from who marked it.
    pub whose: Whose,
    /// How strong, for who marked it.
    pub strength: Strength,
    /// Where in the recording.
    pub span: Span,
}

words! {
    /// How a place was seen. An order of telling, not of weight.
    Seeing {
        /// Two or three people marked it, with the same kind of moment.
        Alike = "alike",
        /// Two or three people marked it, each with another kind.
        Differently = "differently",
        /// One person marked it.
        One = "one",
    }
}

/// A place in the conversation that touched one, two or three of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The moments, in the order of the recording.
    pub marks: Vec<Mark>,
}

impl Place {
    /// From the first mark's start to the last mark's end.
    #[must_use]
    pub fn span(&self) -> Span {
        let start = self.marks.iter().map(|mark| mark.span.start).min().unwrap_or(0);
        let end = self.marks.iter().map(|mark| mark.span.end).max().unwrap_or(start);
        Span { start, end }
    }

    /// Who marked it, in the order of the chairs.
    #[must_use]
    pub fn seen_by(&self) -> Vec<Perspective> {
        let saw = |chair: &Perspective| self.marks.iter().any(|mark| mark.by == *chair);
        Perspective::ALL.iter().copied().filter(saw).collect()
    }

    /// How it was seen: by one, by more alike, by more differently.
    #[must_use]
    pub fn seeing(&self) -> Seeing {
        let people = self.seen_by();
        if people.len() < 2 {
            return Seeing::One;
        }
        let shared = MomentKind::ALL.iter().any(|kind| {
            people.iter().all(|chair| self.marks.iter().any(|mark| mark.by == *chair && mark.kind == *kind))
        });
        if shared { Seeing::Alike } else { Seeing::Differently }
    }

    /// Whether this moment belongs to it.
    #[must_use]
    pub fn has(&self, id: MomentId) -> bool {
        self.marks.iter().any(|mark| mark.id == id)
    }
}

/// Gathers marks into places, in the order of the recording.
///
/// Marks of *different* people that meet belong together, and so does whatever meets those; someone's own marks
/// in a row do not melt together by themselves.
#[must_use]
pub fn places(marks: &[Mark]) -> Vec<Place> {
    let mut sorted = marks.to_vec();
    sorted.sort_by_key(|mark| (mark.span.start, mark.span.end, mark.by, mark.id));
    let mut group: Vec<usize> = (0..sorted.len()).collect();
    for (i, one) in sorted.iter().enumerate() {
        for (j, other) in sorted.iter().enumerate().skip(i + 1) {
            if one.by != other.by && one.span.meets(other.span, SLACK) {
                let (keep, gone) = (group[i].min(group[j]), group[i].max(group[j]));
                group.iter_mut().filter(|g| **g == gone).for_each(|g| *g = keep);
            }
        }
    }
    let mut places: Vec<(usize, Place)> = Vec::new();
    for (mark, group) in sorted.into_iter().zip(group) {
        match places.iter_mut().find(|(g, _)| *g == group) {
            Some((_, place)) => place.marks.push(mark),
            None => places.push((group, Place { marks: vec![mark] })),
        }
    }
    places.into_iter().map(|(_, place)| place).collect()
}

words! {
    /// How the answers to one question lie towards each other.
    Lie {
        /// At most one step of the scale between any two.
        Near = "near",
        /// Two steps or more between some two.
        Apart = "apart",
        /// Someone answered that they do not know.
        Unknown = "unknown",
    }
}

/// How answers lie. Only whether they lie apart is told, never where their middle is.
#[must_use]
pub fn lie(steps: &[Step]) -> Lie {
    let positions: Vec<usize> = steps
        .iter()
        .filter(|step| **step != Step::DontKnow)
        .filter_map(|step| Step::ALL.iter().position(|s| s == step))
        .collect();
    let (low, high) = (positions.iter().min().copied(), positions.iter().max().copied());
    let apart = low.zip(high).is_some_and(|(low, high)| high - low >= 2);
    if apart {
        Lie::Apart
    } else if positions.len() < steps.len() {
        Lie::Unknown
    } else {
        Lie::Near
    }
}

/// The examples of something else to say or do: for which kind of moment and which lead question. Example 1 is first.
pub const EXAMPLES: [(MomentKind, LeadQuestion); 20] = {
    use LeadQuestion::{Authenticity as Auth, InterventionFit as Fit, SharedGoal as Goal};
    use MomentKind::{Disengaging, Flow, Frustration, Other, Resistance, Rigidity, Spontaneity, Stagnation};
    [
        (Frustration, Auth),
        (Frustration, Goal),
        (Frustration, Fit),
        (Resistance, Auth),
        (Resistance, Goal),
        (Resistance, Fit),
        (Disengaging, Auth),
        (Disengaging, Goal),
        (Disengaging, Fit),
        (Rigidity, Auth),
        (Rigidity, Goal),
        (Rigidity, Fit),
        (Stagnation, Auth),
        (Stagnation, Goal),
        (Stagnation, Fit),
        (Flow, Goal),
        (Flow, Fit),
        (Spontaneity, Auth),
        (Spontaneity, Fit),
        (Other, Auth),
    ]
};

/// The numbers of the examples that fit any of these kinds of moment.
#[must_use]
pub fn examples_for_kinds(kinds: &[MomentKind]) -> Vec<usize> {
    (1..).zip(EXAMPLES).filter(|(_, (kind, _))| kinds.contains(kind)).map(|(n, _)| n).collect()
}

/// The numbers of the examples that fit this question.
#[must_use]
pub fn examples_for_question(question: LeadQuestion) -> Vec<usize> {
    (1..).zip(EXAMPLES).filter(|(_, (_, q))| *q == question).map(|(n, _)| n).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mark(by: Perspective, kind: MomentKind, start: i64, end: i64) -> Mark {
        let span = Span { start, end };
        Mark { id: MomentId::new(), by, kind, whose: Whose::Other, strength: Strength::Clear, span }
    }

    #[test]
    fn a_polite_yes_is_seen_by_three_and_seen_differently() {
        let marks = [
            mark(Perspective::Professional, MomentKind::Flow, 77_000, 77_000),
            mark(Perspective::Client, MomentKind::Disengaging, 78_900, 78_900),
            mark(Perspective::Coach, MomentKind::Disengaging, 76_000, 80_000),
            mark(Perspective::Client, MomentKind::Frustration, 120_000, 120_000),
        ];
        let places = places(&marks);
        assert_eq!(places.len(), 2);
        assert_eq!(places[0].seen_by(), Perspective::ALL);
        assert_eq!(places[0].seeing(), Seeing::Differently);
        assert_eq!(places[0].span(), Span { start: 76_000, end: 80_000 });
        assert!(places[0].has(marks[1].id) && !places[0].has(marks[3].id));
        assert_eq!((places[1].seeing(), places[1].seen_by()), (Seeing::One, vec![Perspective::Client]));
    }

    #[test]
    fn the_same_kind_is_alike_and_own_marks_in_a_row_stay_apart() {
        let two = [
            mark(Perspective::Client, MomentKind::Flow, 1_000, 1_000),
            mark(Perspective::Coach, MomentKind::Flow, 3_000, 3_000),
        ];
        assert_eq!(places(&two)[0].seeing(), Seeing::Alike);
        let own = [
            mark(Perspective::Client, MomentKind::Flow, 1_000, 1_000),
            mark(Perspective::Client, MomentKind::Other, 1_500, 1_500),
        ];
        assert_eq!(places(&own).len(), 2);
    }

    #[test]
    fn answers_lie_near_apart_or_someone_does_not_know() {
        use Step::{DontKnow, Five, Four, One, Two};
        assert_eq!(lie(&[Four, One, Two]), Lie::Apart);
        assert_eq!(lie(&[Four, Five]), Lie::Near);
        assert_eq!(lie(&[Four, DontKnow, Four]), Lie::Unknown);
        assert_eq!(lie(&[Five, DontKnow, One]), Lie::Apart);
        assert_eq!(lie(&[DontKnow]), Lie::Unknown);
    }

    #[test]
    fn every_kind_of_moment_has_an_example_and_so_has_every_question() {
        for kind in MomentKind::ALL {
            assert!(!examples_for_kinds(&[*kind]).is_empty(), "{kind}");
        }
        assert_eq!(examples_for_kinds(&[MomentKind::Flow, MomentKind::Other]), [16, 17, 20]);
        assert_eq!(examples_for_question(LeadQuestion::SharedGoal), [2, 5, 8, 11, 14, 16]);
    }

    #[test]
    fn subjects_read_back() {
        let moment = Subject::Moment(MomentId::new());
        assert_eq!(Subject::parse(&moment.to_string()), Some(moment));
        assert_eq!(Subject::parse("fit"), Some(Subject::Question(LeadQuestion::InterventionFit)));
        assert_eq!(Subject::parse("../fit"), None);
    }

    proptest! {
        #[test]
        fn every_mark_is_in_one_place_and_places_of_different_people_do_not_meet(
            raw in prop::collection::vec((0_usize..3, 0_usize..8, 0_i64..60_000, 0_i64..4_000), 0..24)
        ) {
            let marks: Vec<Mark> = raw
                .iter()
                .map(|(by, kind, start, long)| mark(Perspective::ALL[*by], MomentKind::ALL[*kind], *start, start + long))
                .collect();
            let found = places(&marks);
            prop_assert_eq!(found.iter().map(|place| place.marks.len()).sum::<usize>(), marks.len());
            for (i, one) in found.iter().enumerate() {
                for other in found.iter().skip(i + 1) {
                    prop_assert!(one.span().start <= other.span().start);
                    for a in &one.marks {
                        for b in &other.marks {
                            prop_assert!(a.by == b.by || !a.span.meets(b.span, SLACK));
                        }
                    }
                }
            }
        }
    }
}
