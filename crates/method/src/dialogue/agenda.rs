//! What to talk about, made from the looks: a way through, which the people change as they like.
//!
//! The order tells where to begin, never who was right: what three saw comes before what one saw only within a
//! part, and a part is about how they looked, not about what anyone did.

use super::{Lie, Place, Seeing, Subject, lie};
use crate::looking::{LeadQuestion, Step};
use crate::words;

words! {
    /// The six parts of looking together, in their rhythm.
    Part {
        /// What does each want to know?
        Want = "want",
        /// Where do we see the same?
        Same = "same",
        /// Where do we differ? Choose two.
        Differ = "differ",
        /// What do we read together?
        Read = "read",
        /// What could be done otherwise?
        Otherwise = "otherwise",
        /// What does each take along?
        Take = "take",
    }
}

impl Part {
    /// Its place in the rhythm, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|part| *part == self).map_or(1, |at| at + 1)
    }

    /// How many minutes it is meant to take.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        match self {
            Self::Want | Self::Take => 5,
            Self::Differ => 20,
            Self::Same | Self::Read | Self::Otherwise => 10,
        }
    }

    /// The part after this one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }
}

words! {
    /// Why something stands on the agenda.
    Because {
        /// All who looked marked it.
        All = "all",
        /// Some of them marked it, and not all.
        Some = "some",
        /// One person marked it.
        One = "one",
        /// The answers lie near each other.
        Near = "near",
        /// The answers lie apart.
        Apart = "apart",
        /// Someone does not know.
        Unknown = "unknown",
    }
}

/// One thing to talk about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// In which part.
    pub part: Part,
    /// A question, or the first moment of a place.
    pub subject: Subject,
    /// Why it is here.
    pub because: Because,
    /// Whether the people left it out.
    pub skipped: bool,
}

/// The agenda as the looks make it. `looks` is how many lie on the table.
#[must_use]
pub fn agenda(places: &[Place], answers: &[(LeadQuestion, Vec<Step>)], looks: usize) -> Vec<Item> {
    let mut items: Vec<(u8, Item)> = Vec::new();
    for place in places {
        let Some(first) = place.marks.first() else { continue };
        let part = if place.seeing() == Seeing::Alike { Part::Same } else { Part::Differ };
        let (weight, because) = match place.seen_by().len() {
            1 => (3, Because::One),
            people if people >= looks => (0, Because::All),
            _ => (1, Because::Some),
        };
        items.push((weight, Item { part, subject: Subject::Moment(first.id), because, skipped: false }));
    }
    for (question, steps) in answers {
        let (part, because) = match lie(steps) {
            Lie::Near => (Part::Same, Because::Near),
            Lie::Apart => (Part::Differ, Because::Apart),
            Lie::Unknown => (Part::Differ, Because::Unknown),
        };
        items.push((2, Item { part, subject: Subject::Question(*question), because, skipped: false }));
    }
    // Stable: within one weight the order of the recording, and of the questions, stays.
    items.sort_by_key(|(weight, item)| (item.part, *weight));
    items.into_iter().map(|(_, item)| item).collect()
}

/// What the people made of the agenda: the order they put it in, and what they leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Put {
    /// Which item; for a place any of its moments.
    pub subject: Subject,
    /// Whether it is left out.
    pub skipped: bool,
}

/// The agenda in the order in which people put it. What nobody ever moved keeps its own place; what came later
/// (a look that was sealed meanwhile) stands where the looks put it, and an item never leaves its part.
#[must_use]
pub fn arranged(made: &[Item], put: &[Put], places: &[Place]) -> Vec<Item> {
    let same = |one: Subject, other: Subject| match (one, other) {
        (Subject::Moment(a), Subject::Moment(b)) => {
            a == b || places.iter().any(|place| place.has(a) && place.has(b))
        }
        _ => one == other,
    };
    let mut items: Vec<(usize, usize, Item)> = Vec::with_capacity(made.len());
    let mut last = 0;
    for (natural, item) in made.iter().enumerate() {
        let found = put.iter().position(|one| same(one.subject, item.subject));
        let skipped = found.is_some_and(|at| put[at].skipped);
        // A new item comes right after the one before it on the agenda that was made.
        let place = found.unwrap_or(last);
        last = place;
        items.push((place, natural, Item { skipped, ..*item }));
    }
    items.sort_by_key(|(place, natural, item)| (item.part, *place, *natural));
    items.into_iter().map(|(_, _, item)| item).collect()
}

/// Moves one item up (-1) or down (1) within its part; at an end it stays.
pub fn shift(items: &mut [Item], subject: Subject, by: i64) {
    let Some(at) = items.iter().position(|item| item.subject == subject) else { return };
    let other = if by < 0 { at.checked_sub(1) } else { at.checked_add(1) };
    if let Some(other) =
        other.filter(|other| items.get(*other).is_some_and(|item| item.part == items[at].part))
    {
        items.swap(at, other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::{Mark, places};
    use crate::ids::MomentId;
    use crate::looking::{MomentKind, Span, Strength, Whose};
    use crate::roles::Perspective::{self, Client, Coach, Professional};

    fn mark(by: Perspective, kind: MomentKind, at: i64) -> Mark {
        let span = Span { start: at, end: at };
        Mark { id: MomentId::new(), by, kind, whose: Whose::Other, strength: Strength::Clear, span }
    }

    fn table() -> (Vec<Place>, Vec<(LeadQuestion, Vec<Step>)>) {
        let marks = [
            mark(Client, MomentKind::Frustration, 5_000),
            mark(Professional, MomentKind::Flow, 20_000),
            mark(Coach, MomentKind::Resistance, 20_500),
            mark(Professional, MomentKind::Flow, 40_000),
            mark(Client, MomentKind::Disengaging, 40_200),
            mark(Coach, MomentKind::Disengaging, 40_400),
            mark(Professional, MomentKind::Flow, 60_000),
            mark(Client, MomentKind::Flow, 60_100),
        ];
        let answers = vec![
            (LeadQuestion::Authenticity, vec![Step::One, Step::Four, Step::Two]),
            (LeadQuestion::SharedGoal, vec![Step::Four, Step::Four, Step::Five]),
            (LeadQuestion::InterventionFit, vec![Step::Four, Step::DontKnow, Step::Four]),
        ];
        (places(&marks), answers)
    }

    #[test]
    fn the_agenda_follows_how_they_looked_and_leaves_nothing_out() {
        use Because::{All, Apart, Near, One, Some, Unknown};
        let (places, answers) = table();
        let items = agenda(&places, &answers, 3);
        let told: Vec<_> = items.iter().map(|item| (item.part, item.because)).collect();
        let expected = [
            (Part::Same, Some),
            (Part::Same, Near),
            (Part::Differ, All),
            (Part::Differ, Some),
            (Part::Differ, Apart),
            (Part::Differ, Unknown),
            (Part::Differ, One),
        ];
        assert_eq!(told, expected);
        assert_eq!(items.len(), places.len() + answers.len(), "one place or question was dropped");
        // Two looks on the table: what both saw was seen by all.
        assert!(agenda(&places, &answers, 2).iter().all(|item| item.because != Some));
    }

    #[test]
    fn people_put_it_in_their_own_order_and_skip() {
        let (places, answers) = table();
        let made = agenda(&places, &answers, 3);
        let mut mine = made.clone();
        let one = made[6].subject;
        (0..9).for_each(|_| shift(&mut mine, one, -1));
        assert_eq!(mine[2].subject, one, "it stops at the top of its own part");
        let first = mine[0].subject;
        shift(&mut mine, first, -1);
        let put: Vec<Put> =
            mine.iter().map(|item| Put { subject: item.subject, skipped: item.subject == one }).collect();
        let again = arranged(&made, &put, &places);
        let order = |items: &[Item]| items.iter().map(|item| item.subject).collect::<Vec<_>>();
        assert_eq!(order(&again), order(&mine));
        assert_eq!(
            again.iter().filter(|item| item.skipped).map(|item| item.subject).collect::<Vec<_>>(),
            [one]
        );
        assert_eq!(order(&arranged(&made, &[], &places)), order(&made));
    }

    #[test]
    fn a_look_sealed_meanwhile_joins_without_moving_what_was_put() {
        let (before, answers) = table();
        let put: Vec<Put> = agenda(&before, &answers, 2)
            .iter()
            .rev()
            .map(|item| Put { subject: item.subject, skipped: false })
            .collect();
        let mut marks: Vec<Mark> = before.iter().flat_map(|place| place.marks.clone()).collect();
        // Earlier than the first mark of a place that was on the agenda already: the place keeps its turn.
        marks.push(mark(Coach, MomentKind::Other, 4_000));
        marks.push(mark(Coach, MomentKind::Other, 90_000));
        let after = super::super::places(&marks);
        let items = arranged(&agenda(&after, &answers, 3), &put, &after);
        assert_eq!(items.len(), 8);
        let first = items.iter().find(|item| item.part == Part::Differ).map(|item| item.subject);
        let Some(Subject::Moment(first)) = first else { unreachable!("a place that one saw was put first") };
        let place = after.iter().find(|place| place.has(first));
        assert!(place.is_some_and(|place| place.marks.len() == 2), "the place with a mark added to it");
    }

    #[test]
    fn an_hour_in_six_parts() {
        assert_eq!(Part::ALL.iter().map(|part| part.minutes()).sum::<i64>(), 60);
        assert_eq!(Part::Want.next(), Some(Part::Same));
        assert_eq!(Part::Take.next(), None);
    }
}
