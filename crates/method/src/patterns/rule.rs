//! What of many conversations is made public, so that no figure has fewer than five people behind it: not by itself, not
//! by taking one figure off another, and not for someone who takes off what they themselves were part of.
//!
//! Of each topic a period has one table: a row for each team that is shown and one for all others together, a column for
//! each answer. Public are the ends of its rows (a team's cells, at the widest level) and of its columns (the
//! organisation's cells, finer where that can be). Every row end and every column end, that of "all others" included, has
//! enough people behind it or none, and none says the same of everyone. From the ends of a table nothing follows but ends taken together, so whatever can be
//! worked out is made of whole ends and has enough people behind it too. Topics do not help each other: each is asked of
//! the same conversations, and no answer to one implies an answer to another. Nor do periods: a conversation is in one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cell, Topic};
use crate::ids::{MemberId, TeamId};
use crate::roles::Perspective;

/// The least number of people behind a figure.
pub const FEWEST: usize = 5;

/// One conversation that counts.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Who led it. Clients have no account, so two conversations of one professional may be with the same client: as
    /// many clients are counted as professionals, and never more.
    pub lead: MemberId,
    /// Who looked along from outside.
    pub coach: Option<MemberId>,
    /// Everyone with an account who knows what happened in it, the two above included.
    pub knowing: Vec<MemberId>,
    /// The team of who led it, when the figures are counted.
    pub team: Option<TeamId>,
    /// Its answers, in the order of [`Topic::all`].
    pub answers: Vec<usize>,
}

/// How much a row stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// Which team; nothing for all together.
    pub team: Option<TeamId>,
    /// How many conversations.
    pub conversations: usize,
    /// How many professionals led them.
    pub people: usize,
}

/// The cells of one topic, for one team or for all together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Which team; nothing for all together.
    pub team: Option<TeamId>,
    /// Which topic.
    pub topic: Topic,
    /// Which of the topic's levels.
    pub level: usize,
    /// How many conversations in each of the level's cells.
    pub cells: Vec<usize>,
}

/// All that is made public of one period. What is not in it is kept nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The organisation first, then the teams that are large enough; nothing when there is too little.
    pub bases: Vec<Base>,
    /// The figures.
    pub figures: Vec<Figure>,
}

type Rows<'a> = Vec<&'a Counted>;

fn leads<'a>(rows: impl IntoIterator<Item = &'a &'a Counted>) -> BTreeSet<MemberId> {
    rows.into_iter().map(|one| one.lead).collect()
}

/// How many conversations someone has a part in, and of how many of those each of the others knows.
#[derive(Default)]
struct Share {
    all: usize,
    known: BTreeMap<MemberId, usize>,
}

impl Share {
    fn add(&mut self, one: &Counted) {
        self.all += 1;
        for who in &one.knowing {
            *self.known.entry(*who).or_default() += 1;
        }
    }

    /// Whether nothing is left of it for someone who takes off what they know.
    fn gone_without(&self, who: MemberId) -> bool {
        self.known.get(&who) == Some(&self.all)
    }
}

/// Whether there are enough people behind these conversations: for whoever looks at it, and for each of those who know
/// some of them, when they take those off. Nobody is behind more than half.
fn enough(rows: &[&Counted], topic: Option<Topic>) -> bool {
    let (mut together, mut by_lead, mut by_coach) =
        (Share::default(), BTreeMap::<MemberId, Share>::new(), BTreeMap::<MemberId, Share>::new());
    for one in rows {
        together.add(one);
        by_lead.entry(one.lead).or_default().add(one);
        if let Some(coach) = one.coach {
            by_coach.entry(coach).or_default().add(one);
        }
    }
    if by_lead.values().any(|share| share.all * 2 > rows.len()) {
        return false;
    }
    let coaches_said = matches!(topic, Some(Topic::Outcome(_, Perspective::Coach)));
    let many = |without: Option<MemberId>| {
        let gone = |share: &Share| without.is_some_and(|who| share.gone_without(who));
        let left = |shares: &BTreeMap<MemberId, Share>| shares.values().filter(|share| !gone(share)).count();
        let coaches = if coaches_said { left(&by_coach) } else { 0 };
        rows.is_empty()
            || gone(&together)
            || (left(&by_lead) >= FEWEST && (coaches == 0 || coaches >= FEWEST))
    };
    many(None) && together.known.keys().all(|who| many(Some(*who)))
}

/// The conversations in each cell of a level.
fn cells<'a>(rows: &[&'a Counted], n: usize, level: &[Cell]) -> Vec<Rows<'a>> {
    let within = |cell: &Cell| {
        rows.iter()
            .filter(|one| one.answers.get(n).is_some_and(|answer| cell.contains(answer)))
            .copied()
            .collect()
    };
    level.iter().map(within).collect()
}

/// Whether these conversations can be told in the cells of a level: each has enough people behind it or none, and they do
/// not all stand in one, which would say the same of everyone.
fn tells(rows: &[&Counted], n: usize, topic: Topic, level: &[Cell]) -> bool {
    let cells = cells(rows, n, level);
    let differ = cells.iter().filter(|cell| !cell.is_empty()).count() > 1;
    (rows.is_empty() || differ) && cells.iter().all(|cell| enough(cell, Some(topic)))
}

fn base(team: Option<TeamId>, rows: &[&Counted]) -> Base {
    Base { team, conversations: rows.len(), people: leads(rows).len() }
}

/// Decides what is made public of the conversations of one period.
#[must_use]
pub fn publish(counted: &[Counted]) -> Published {
    let mut teams: BTreeMap<TeamId, Rows<'_>> = BTreeMap::new();
    let mut others: Rows<'_> = Vec::new();
    for one in counted {
        match one.team {
            Some(team) => teams.entry(team).or_default().push(one),
            None => others.push(one),
        }
    }
    // Teams that are too small count with all others; those that are too few even so, count nowhere.
    let (large, small): (BTreeMap<_, _>, BTreeMap<_, _>) =
        teams.into_iter().partition(|(_, rows)| enough(rows, None));
    others.extend(small.into_values().flatten());
    if !enough(&others, None) {
        others.clear();
    }
    let all: Rows<'_> = large.values().flatten().chain(&others).copied().collect();
    if all.is_empty() {
        return Published::default();
    }
    let mut published = Published { bases: vec![base(None, &all)], figures: Vec::new() };
    published.bases.extend(large.iter().map(|(team, rows)| base(Some(*team), rows)));
    for (n, topic) in Topic::all().enumerate() {
        published.figures.extend(table(&all, &large, &others, n, topic));
    }
    published
}

/// The figures of one topic.
fn table(
    all: &[&Counted],
    large: &BTreeMap<TeamId, Rows<'_>>,
    others: &[&Counted],
    n: usize,
    topic: Topic,
) -> Vec<Figure> {
    let levels = topic.levels();
    let Some(widest) = levels.last().copied() else { return Vec::new() };
    let (mut shown, hidden): (Vec<_>, Vec<_>) =
        large.iter().partition(|(_, rows)| tells(rows, n, topic, widest));
    let mut rest: Rows<'_> =
        others.iter().chain(hidden.into_iter().flat_map(|(_, rows)| rows)).copied().collect();
    // What is left when all shown teams are taken off must itself have enough behind it: the smallest join it until it has.
    shown.sort_by_key(|(team, rows)| (std::cmp::Reverse(rows.len()), **team));
    while !tells(&rest, n, topic, widest) {
        let Some((_, rows)) = shown.pop() else { return Vec::new() };
        rest.extend(rows.iter().copied());
    }
    let figure = |team: Option<TeamId>, rows: &[&Counted], level: usize| Figure {
        team,
        topic,
        level,
        cells: levels
            .get(level)
            .map_or_else(Vec::new, |cut| cells(rows, n, cut).iter().map(Vec::len).collect()),
    };
    let Some(finest) = levels.iter().position(|level| tells(all, n, topic, level)) else { return Vec::new() };
    let mut figures = vec![figure(None, all, finest)];
    shown.sort_by_key(|(team, _)| **team);
    figures.extend(shown.into_iter().map(|(team, rows)| figure(Some(*team), rows, levels.len() - 1)));
    figures
}
