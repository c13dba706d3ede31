//! Patterns (patronen): what many conversations together tell a team and an organisation, and nothing of anyone in them.
//!
//! A topic is a question to which every conversation gives exactly one answer, so that all topics of one period stand on
//! the same conversations and no difference of two topics is a handful of them. What is made public of it is decided by
//! [`rule`]; when, by [`period`].

#[cfg(test)]
mod attack;
pub mod period;
pub mod rule;

use crate::consent::{Facts, Purpose, still_there};
use crate::dialogue::lie;
use crate::ids::{MemberId, OrganisationId};
use crate::journey::source::{Source, Used};
use crate::looking::{LeadQuestion, MomentKind, Step};
use crate::roles::{ConversationKind, Perspective, Role};
use crate::time::Stamp;
use crate::tryout::{Outcome, Rating, Verdict};
use crate::{Refusal, dialogue::Lie};

/// What is asked of every conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Did anyone mark a moment of this kind?
    Moment(MomentKind),
    /// How did the answers to this lead question lie?
    Question(LeadQuestion),
    /// What came of trying another way?
    Tryout,
    /// Which sources were used together?
    Sources,
    /// What did this chair find of this outcome?
    Outcome(Outcome, Perspective),
}

/// Answers, each a number into [`Topic::answers`], taken together in one cell.
pub type Cell = &'static [usize];

const YES_NO: &[&[Cell]] = &[&[&[0], &[1]]];
const LIES: &[&[Cell]] = &[&[&[0], &[1], &[2]], &[&[0, 2], &[1]]];
const TRIED: &[&[Cell]] = &[&[&[0], &[1], &[2], &[3], &[4]], &[&[0], &[1, 3, 4], &[2]]];
const SOURCES: &[&[Cell]] = &[
    &[&[0], &[1], &[2], &[3], &[4], &[5], &[6], &[7]],
    &[&[0, 1, 2], &[3], &[4, 5, 6], &[7]],
    &[&[0, 1, 2, 4, 5, 6], &[3, 7]],
];
const STEPS: &[&[Cell]] = &[
    &[&[0], &[1], &[2], &[3], &[4], &[5]],
    &[&[0, 1], &[2], &[3, 4], &[5]],
    &[&[0, 1], &[2, 5], &[3, 4]],
    &[&[0, 1, 2, 5], &[3, 4]],
];

impl Topic {
    /// Every topic, in the order in which people see them.
    pub fn all() -> impl Iterator<Item = Self> {
        let moments = MomentKind::ALL.iter().map(|kind| Self::Moment(*kind));
        let questions = LeadQuestion::ALL.iter().map(|question| Self::Question(*question));
        let outcomes = Outcome::ALL
            .iter()
            .flat_map(|outcome| Perspective::ALL.iter().map(move |chair| Self::Outcome(*outcome, *chair)));
        moments.chain(questions).chain([Self::Tryout, Self::Sources]).chain(outcomes)
    }

    /// The one spelling, for columns, files and addresses.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Moment(kind) => format!("moment-{kind}"),
            Self::Question(question) => format!("question-{question}"),
            Self::Tryout => "tryout".to_owned(),
            Self::Sources => "sources".to_owned(),
            Self::Outcome(outcome, chair) => format!("{outcome}-{chair}"),
        }
    }

    /// Reads the spelling back; anything else is nothing.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::all().find(|topic| topic.key() == word)
    }

    /// The answers that a conversation can give, each as a word.
    #[must_use]
    pub const fn answers(self) -> &'static [&'static str] {
        match self {
            Self::Moment(_) => &["marked", "unmarked"],
            Self::Question(_) => &["near", "apart", "unknown"],
            Self::Tryout => &["none", "open", "keep", "adapt", "drop"],
            Self::Sources => &[
                "video-client",
                "video-coach",
                "client-coach",
                "all",
                "video-client-peer",
                "video-coach-peer",
                "client-coach-peer",
                "all-peer",
            ],
            Self::Outcome(..) => &["1", "2", "3", "4", "5", "unsaid"],
        }
    }

    /// In which cells the answers can be told: each level takes cells of the one before it together. The organisation is
    /// told at the finest that can be; teams always at the last, so that no team follows from how the others are told.
    #[must_use]
    pub const fn levels(self) -> &'static [&'static [Cell]] {
        match self {
            Self::Moment(_) => YES_NO,
            Self::Question(_) => LIES,
            Self::Tryout => TRIED,
            Self::Sources => SOURCES,
            Self::Outcome(..) => STEPS,
        }
    }
}

/// What is plainly known of one conversation: kinds, steps, states. No text of anyone.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The kinds of the moments in sealed looks.
    pub kinds: Vec<MomentKind>,
    /// The steps in sealed looks.
    pub steps: Vec<(LeadQuestion, Step)>,
    /// What was used to look back.
    pub used: Used,
    /// Every tryout that came from it, with its verdict.
    pub tried: Vec<Option<Verdict>>,
    /// How each chair rated it.
    pub rated: Vec<(Perspective, Rating)>,
}

impl Seen {
    /// The answer of this conversation to a topic.
    #[must_use]
    pub fn answer(&self, topic: Topic) -> usize {
        match topic {
            Topic::Moment(kind) => usize::from(!self.kinds.contains(&kind)),
            Topic::Question(question) => {
                let steps: Vec<Step> = self
                    .steps
                    .iter()
                    .filter(|(asked, _)| *asked == question)
                    .map(|(_, step)| *step)
                    .collect();
                match lie(&steps) {
                    // One answer lies near nothing.
                    Lie::Near if steps.len() > 1 => 0,
                    Lie::Apart => 1,
                    Lie::Near | Lie::Unknown => 2,
                }
            }
            Topic::Tryout => self.tryout(),
            Topic::Sources => sources(self.used),
            Topic::Outcome(outcome, chair) => {
                let rated = self.rated.iter().find(|(by, _)| *by == chair).map(|(_, one)| one.step(outcome));
                let steps = [Step::One, Step::Two, Step::Three, Step::Four, Step::Five];
                // Who does not know and who did not say stand together: apart, they would tell who rated at all.
                rated.and_then(|step| steps.iter().position(|one| *one == step)).unwrap_or(steps.len())
            }
        }
    }

    /// The furthest that any tryout from this conversation came.
    fn tryout(&self) -> usize {
        let rank = |verdict: &Option<Verdict>| match verdict {
            None => 1,
            Some(Verdict::Keep) => 4,
            Some(Verdict::Adapt | Verdict::Again) => 3,
            Some(Verdict::Drop) => 2,
        };
        match self.tried.iter().map(rank).max() {
            None => 0,
            Some(1) => 1,
            Some(2) => 4,
            Some(3) => 3,
            Some(_) => 2,
        }
    }
}

/// Which of the eight combinations: at least two of the three, since two sealed looks are asked of what counts, with or
/// without colleagues.
fn sources(used: Used) -> usize {
    let sources = used.sources();
    let has = |source| sources.contains(&source);
    let three = match (has(Source::Video), has(Source::Client), has(Source::Coach)) {
        (true, true, false) => 0,
        (true, false, true) => 1,
        (false, true, true) => 2,
        _ => 3,
    };
    three + if has(Source::Peer) { 4 } else { 0 }
}

/// Whether a conversation counts: between a client and a professional, still there, with two sealed looks, and everyone
/// in the picture said yes to research, twice.
#[must_use]
pub fn counts(facts: &Facts, now: Stamp) -> bool {
    facts.kind == ConversationKind::ClientProfessional
        && still_there(facts, now).is_ok()
        && facts.all_confirmed(Purpose::Look)
        && facts.all_confirmed(Purpose::Research)
        && facts.sealed_looks() >= 2
}

/// May this member see the patterns of an organisation? Whoever leads or accompanies conversations in it, and who manages
/// them: the same figures for all, so that nobody knows of others what those cannot see themselves.
///
/// # Errors
/// `Unknown` for everyone else.
pub fn may_see(of: OrganisationId, of_reader: OrganisationId, roles: &[Role]) -> Result<(), Refusal> {
    let works = roles.iter().any(|role| matches!(role, Role::Professional | Role::Coach | Role::Manager));
    if works && of == of_reader { Ok(()) } else { Err(Refusal::Unknown) }
}

/// Who knows what happened in a conversation, by having a part in it.
#[must_use]
pub fn knowing(facts: &Facts) -> Vec<MemberId> {
    let mut who: Vec<MemberId> = facts.parties.iter().filter_map(|party| party.member).collect();
    who.extend(facts.colleagues.iter().map(|colleague| colleague.member));
    who.sort_unstable();
    who.dedup();
    who
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_level_tells_every_answer_once_and_only_takes_cells_together() {
        for topic in Topic::all() {
            assert_eq!(Topic::parse(&topic.key()), Some(topic));
            let mut finer: Option<&[Cell]> = None;
            for level in topic.levels() {
                let told: Vec<usize> = level.iter().flat_map(|cell| cell.iter().copied()).collect();
                let once: BTreeSet<usize> = told.iter().copied().collect();
                assert_eq!(told.len(), topic.answers().len(), "{topic:?}");
                assert_eq!(once, (0..topic.answers().len()).collect(), "{topic:?}");
                if let Some(finer) = finer {
                    let within =
                        |cell: &Cell| level.iter().any(|wide| cell.iter().all(|one| wide.contains(one)));
                    assert!(finer.iter().all(within), "{topic:?}");
                }
                finer = Some(level);
            }
        }
        assert_eq!(Topic::all().count(), 22);
    }

    #[test]
    fn a_conversation_answers_every_topic_once() {
        let rating = Rating { focus: Step::Five, noise: Step::DontKnow, result: Step::Two };
        let seen = Seen {
            kinds: vec![MomentKind::Flow],
            steps: vec![
                (LeadQuestion::Authenticity, Step::One),
                (LeadQuestion::Authenticity, Step::Three),
                (LeadQuestion::SharedGoal, Step::Four),
                (LeadQuestion::SharedGoal, Step::Five),
            ],
            used: Used { professional: true, client: true, coach: false, peer: true },
            tried: vec![Some(Verdict::Drop), Some(Verdict::Keep), None],
            rated: vec![(Perspective::Client, rating)],
        };
        let said = |topic: Topic| topic.answers()[seen.answer(topic)];
        assert_eq!(said(Topic::Moment(MomentKind::Flow)), "marked");
        assert_eq!(said(Topic::Moment(MomentKind::Other)), "unmarked");
        assert_eq!(said(Topic::Question(LeadQuestion::Authenticity)), "apart");
        assert_eq!(said(Topic::Question(LeadQuestion::SharedGoal)), "near");
        assert_eq!(said(Topic::Question(LeadQuestion::InterventionFit)), "unknown");
        assert_eq!(said(Topic::Tryout), "keep");
        assert_eq!(said(Topic::Sources), "video-client-peer");
        assert_eq!(said(Topic::Outcome(Outcome::Focus, Perspective::Client)), "5");
        assert_eq!(said(Topic::Outcome(Outcome::Noise, Perspective::Client)), "unsaid");
        assert_eq!(said(Topic::Outcome(Outcome::Result, Perspective::Coach)), "unsaid");
        let dropped = Seen { tried: vec![Some(Verdict::Drop), None], ..Seen::default() };
        assert_eq!(Topic::Tryout.answers()[dropped.answer(Topic::Tryout)], "drop");
    }

    #[test]
    fn patterns_are_for_who_lead_accompany_and_manage_and_stay_in_the_house() {
        let (here, elsewhere) = (OrganisationId::new(), OrganisationId::new());
        for role in Role::ALL {
            let expected = matches!(role, Role::Professional | Role::Coach | Role::Manager);
            assert_eq!(may_see(here, here, &[*role]).is_ok(), expected, "{role}");
            assert!(may_see(here, elsewhere, &[*role]).is_err(), "{role} of elsewhere");
        }
        assert!(may_see(here, here, &[]).is_err());
    }
}
