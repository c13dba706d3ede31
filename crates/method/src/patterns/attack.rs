//! An attacker who knows nothing of how the rule works: they take every figure that is public as an equation over what
//! each team's conversations answered, know some of those conversations themselves, and work out all that follows.

use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use super::rule::{Base, Counted, FEWEST, Figure, Published, publish};
use super::{Cell, Topic};
use crate::ids::{MemberId, TeamId};
use crate::looking::LeadQuestion;
use crate::roles::Perspective;
use crate::tryout::Outcome;

/// A large prime: whoever computes in whole numbers below it computes exactly.
const P: u128 = (1 << 61) - 1;

/// The topics that the attacker works on; all others are of the same shape.
const TOPICS: [Topic; 4] = [
    Topic::Moment(crate::looking::MomentKind::Flow),
    Topic::Question(LeadQuestion::SharedGoal),
    Topic::Tryout,
    Topic::Outcome(Outcome::Focus, Perspective::Coach),
];

fn place(topic: Topic) -> usize {
    Topic::all().position(|one| one == topic).unwrap()
}

/// Equations, brought to a form in which it shows what follows from them.
struct Known {
    rows: Vec<(usize, Vec<u128>)>,
}

impl Known {
    fn reduce(&self, mut row: Vec<u128>) -> Vec<u128> {
        for (at, basis) in &self.rows {
            let factor = row[*at];
            if factor != 0 {
                for (one, base) in row.iter_mut().zip(basis) {
                    *one = (*one + (P - factor) * base) % P;
                }
            }
        }
        row
    }

    fn learn(&mut self, row: Vec<u128>) {
        let mut row = self.reduce(row);
        let Some(at) = row.iter().position(|one| *one != 0) else { return };
        let (mut inverse, mut base, mut power) = (1, row[at], P - 2);
        while power > 0 {
            if power & 1 == 1 {
                inverse = inverse * base % P;
            }
            base = base * base % P;
            power >>= 1;
        }
        row.iter_mut().for_each(|one| *one = *one * inverse % P);
        self.rows.push((at, row));
    }

    fn follows(&self, row: Vec<u128>) -> bool {
        self.reduce(row).iter().all(|one| *one == 0)
    }
}

/// What is unknown: how many conversations of a group (a team, or those without one) gave an answer to a topic.
struct Unknowns {
    groups: Vec<Option<TeamId>>,
}

impl Unknowns {
    fn of(counted: &[Counted]) -> Self {
        let mut groups: Vec<_> = counted.iter().map(|one| one.team).collect();
        groups.sort_unstable();
        groups.dedup();
        Self { groups }
    }

    fn width() -> usize {
        TOPICS.iter().map(|topic| topic.answers().len()).sum()
    }

    fn sum(&self, groups: &[usize], topic: usize, answers: &[usize]) -> Vec<u128> {
        let mut row = vec![0; self.groups.len() * Self::width()];
        let before: usize = TOPICS[..topic].iter().map(|one| one.answers().len()).sum();
        for group in groups {
            for answer in answers {
                row[group * Self::width() + before + answer] = 1;
            }
        }
        row
    }

    fn whole(&self, groups: &[usize], topic: usize) -> Vec<u128> {
        let all: Vec<usize> = (0..TOPICS[topic].answers().len()).collect();
        self.sum(groups, topic, &all)
    }
}

/// Which groups the organisation's figures are about: the attacker knows who is in which team, and tries what fits.
fn kept(unknowns: &Unknowns, counted: &[Counted], published: &Published) -> Vec<usize> {
    let said = published.bases.iter().find(|base| base.team.is_none()).map_or(0, |base| base.conversations);
    let size = |group: usize| counted.iter().filter(|one| one.team == unknowns.groups[group]).count();
    let alone: Vec<usize> = (0..unknowns.groups.len())
        .filter(|n| {
            published.bases.iter().any(|base| base.team.is_some() && base.team == unknowns.groups[*n])
        })
        .collect();
    let all: Vec<usize> = (0..unknowns.groups.len()).collect();
    if all.iter().map(|n| size(*n)).sum::<usize>() == said { all } else { alone }
}

/// Everything with too few people behind it that follows from what is public, for someone who knows `mine`.
fn found(counted: &[Counted], published: &Published, mine: Option<MemberId>) -> Vec<String> {
    let unknowns = Unknowns::of(counted);
    let org = kept(&unknowns, counted, published);
    let theirs: Vec<&Counted> =
        counted.iter().filter(|one| mine.is_none_or(|me| !one.knowing.contains(&me))).collect();
    let at = |team: Option<TeamId>| {
        let group = unknowns.groups.iter().position(|one| *one == team);
        if team.is_none() { org.clone() } else { group.into_iter().collect() }
    };
    let behind = |groups: &[usize], topic: usize, answers: &[usize]| -> Vec<&Counted> {
        let n = place(TOPICS[topic]);
        let teams: Vec<_> = groups.iter().map(|group| unknowns.groups[*group]).collect();
        theirs
            .iter()
            .filter(|one| teams.contains(&one.team) && answers.contains(&one.answers[n]))
            .copied()
            .collect()
    };
    let mut known = Known { rows: Vec::new() };
    // Every conversation of a group answers every topic.
    for group in 0..unknowns.groups.len() {
        for topic in 1..TOPICS.len() {
            let (one, other) = (unknowns.whole(&[group], 0), unknowns.whole(&[group], topic));
            known.learn(one.iter().zip(&other).map(|(a, b)| (a + P - b) % P).collect());
        }
    }
    let mut told: Vec<(Vec<usize>, usize, Vec<usize>)> = Vec::new();
    for Base { team, .. } in &published.bases {
        told.push((at(*team), 0, (0..TOPICS[0].answers().len()).collect()));
    }
    for figure in &published.figures {
        let Some(topic) = TOPICS.iter().position(|one| *one == figure.topic) else { continue };
        for cell in figure.topic.levels()[figure.level] {
            told.push((at(figure.team), topic, cell.to_vec()));
        }
    }
    for (groups, topic, answers) in &told {
        known.learn(unknowns.sum(groups, *topic, answers));
        // Numbers of conversations are not below nothing: where a sum is nothing, each of its parts is.
        if behind(groups, *topic, answers).is_empty() {
            for group in groups {
                for answer in answers {
                    known.learn(unknowns.sum(&[*group], *topic, &[*answer]));
                }
            }
        }
    }
    let mut found = Vec::new();
    let count = unknowns.groups.len();
    let mut sets: Vec<Vec<usize>> = (0..count).map(|n| vec![n]).collect();
    sets.extend((0..count).flat_map(|a| (a + 1..count).map(move |b| vec![a, b])));
    sets.extend((0..count).map(|out| (0..count).filter(|n| *n != out).collect()));
    sets.push((0..count).collect());
    for groups in sets {
        for (topic, what) in TOPICS.iter().enumerate() {
            for bits in 1_usize..1 << what.answers().len() {
                let answers: Vec<usize> =
                    (0..what.answers().len()).filter(|n| bits & (1 << n) != 0).collect();
                if !known.follows(unknowns.sum(&groups, topic, &answers)) {
                    continue;
                }
                let rows = behind(&groups, topic, &answers);
                let mut people: Vec<MemberId> = rows.iter().map(|one| one.lead).collect();
                people.sort_unstable();
                people.dedup();
                if (1..FEWEST).contains(&people.len()) {
                    found.push(format!("{what:?} {answers:?} of {groups:?}: {} people", people.len()));
                }
            }
        }
    }
    found
}

/// What a table without the rule would show: every team and the organisation, each cell with five people or nothing.
fn naive(counted: &[Counted]) -> Published {
    let groups = Unknowns::of(counted).groups;
    let mut published = Published::default();
    let teams: Vec<Option<TeamId>> = groups.into_iter().filter(Option::is_some).chain([None]).collect();
    for team in teams {
        let rows: Vec<&Counted> = counted.iter().filter(|one| team.is_none() || one.team == team).collect();
        for topic in TOPICS {
            let cell =
                |cell: &Cell| rows.iter().filter(|one| cell.contains(&one.answers[place(topic)])).count();
            let cells: Vec<usize> = topic.levels()[0].iter().map(cell).collect();
            if cells.iter().all(|n| *n == 0 || *n >= FEWEST) {
                published.figures.push(Figure { team, topic, level: 0, cells });
            }
        }
        published.bases.push(Base { team, conversations: rows.len(), people: rows.len() });
    }
    published
}

fn member(n: u128) -> MemberId {
    MemberId(Uuid::from_u128(1 + n))
}

/// Conversations of people in teams of all sizes, some of whose answers are rare.
fn organisation() -> impl Strategy<Value = Vec<Counted>> {
    let person = (0_u128..5, prop::collection::vec((any::<u64>(), 0_u128..12), 1..5));
    prop::collection::vec(person, 12..60).prop_map(|people| {
        let mut counted = Vec::new();
        for (lead, (team, held)) in (100_u128..).zip(people) {
            for (chance, coach) in held {
                let answers = (0_u64..).zip(Topic::all()).map(|(n, topic)| {
                    let roll = chance.rotate_left(u32::try_from(n).unwrap() * 3) % 100;
                    // The first answers are common, and in one team nearly everyone gives them.
                    let many = topic.answers().len();
                    let first = usize::try_from(roll).unwrap();
                    if first < if team == 4 { 92 } else { 40 } { 0 } else { first % many }
                });
                // The last two of the twelve do not sit there: nobody looked along.
                let coach = (coach < 10).then(|| member(coach));
                let knowing = [Some(member(lead)), coach].into_iter().flatten().collect();
                counted.push(Counted {
                    lead: member(lead),
                    coach,
                    knowing,
                    team: (team > 0).then(|| TeamId(Uuid::from_u128(team))),
                    answers: answers.collect(),
                });
            }
        }
        counted
    })
}

/// Three teams of eight who all answer alike, but for a few.
fn example() -> Vec<Counted> {
    let mut counted = Vec::new();
    for n in 0..24_u128 {
        for time in 0..2 {
            let mut answers = vec![0; Topic::all().count()];
            // In the third team only two people ever found it flowing; in each of the others six did.
            let team = 1 + n / 8;
            let flowing = n % 8 < if team == 3 { 2 } else { 6 };
            answers[place(TOPICS[0])] = usize::from(!(flowing && time == 0));
            counted.push(Counted {
                lead: member(n),
                coach: Some(member(900 + n)),
                knowing: vec![member(n), member(900 + n)],
                team: Some(TeamId(Uuid::from_u128(team))),
                answers,
            });
        }
    }
    counted
}

#[test]
fn a_table_without_the_rule_gives_people_away() {
    let counted = example();
    let leaks = found(&counted, &naive(&counted), None);
    assert!(!leaks.is_empty(), "an attacker who finds nobody here proves nothing");
    assert_eq!(found(&counted, &publish(&counted), None), Vec::<String>::new());
}

#[test]
fn a_handful_is_shown_nothing_and_a_crowd_is_shown_something() {
    let counted = example();
    assert_eq!(publish(&counted[..8]), Published::default(), "four people");
    let published = publish(&counted);
    assert_eq!(published.bases.len(), 4);
    assert!(published.figures.iter().any(|figure| figure.team.is_none()));
    assert!(published.figures.iter().any(|figure| figure.team.is_some()));
    // What only two people of the third team saw is not told of that team, nor by taking the others off all.
    let flow: Vec<&Figure> = published.figures.iter().filter(|figure| figure.topic == TOPICS[0]).collect();
    assert!(!flow.iter().any(|figure| figure.team == Some(TeamId(Uuid::from_u128(3)))));
    assert!(flow.len() < 3, "{flow:?}");
}

#[test]
fn one_person_is_never_most_of_a_figure() {
    let mut counted = example();
    let busy = counted[0].clone();
    counted.extend(std::iter::repeat_n(busy, 60));
    let published = publish(&counted);
    assert!(!published.bases.iter().any(|base| base.team == Some(TeamId(Uuid::from_u128(1)))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_that_follows_has_fewer_than_five_people_behind_it(counted in organisation()) {
        let published = publish(&counted);
        prop_assert_eq!(found(&counted, &published, None), Vec::<String>::new());
        // Nor for a professional or a coach who takes off what they were part of.
        let mut readers: BTreeMap<MemberId, usize> = BTreeMap::new();
        for one in counted.iter().flat_map(|one| &one.knowing) {
            *readers.entry(*one).or_default() += 1;
        }
        let mut busiest: Vec<_> = readers.into_iter().collect();
        busiest.sort_by_key(|(who, many)| (std::cmp::Reverse(*many), *who));
        for (who, _) in busiest.into_iter().take(4) {
            prop_assert_eq!(found(&counted, &published, Some(who)), Vec::<String>::new());
        }
    }

    #[test]
    fn figures_of_one_topic_agree_with_what_they_stand_on(counted in organisation()) {
        let published = publish(&counted);
        for figure in &published.figures {
            let base = published.bases.iter().find(|base| base.team == figure.team).unwrap();
            prop_assert_eq!(figure.cells.iter().sum::<usize>(), base.conversations);
            prop_assert!(base.people >= FEWEST);
            prop_assert!(figure.cells.iter().all(|cell| *cell < base.conversations), "the same of everyone");
        }
        let again: Vec<Counted> = counted.iter().rev().cloned().collect();
        prop_assert_eq!(publish(&again), published, "the order in which they are counted does not matter");
    }
}
