//! The journey (traject): a professional's path as a row of stops, each leading to the next.

pub mod handover;
pub mod source;

use crate::ids::{ConversationId, TryoutId};
use crate::time::Stamp;
use crate::tryout::Verdict;

/// One conversation on a journey, as far as its path is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub id: ConversationId,
    /// The day.
    pub on: Stamp,
    /// Whether two or three of its looks were read together.
    pub together: bool,
    /// Whether consent ended and nothing is left of it.
    pub gone: bool,
}

/// One tryout on a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tried {
    /// Which.
    pub id: TryoutId,
    /// From which conversation it came.
    pub from: ConversationId,
    /// In which conversation it was tried.
    pub next: Option<ConversationId>,
    /// The professional's verdict.
    pub verdict: Option<Verdict>,
    /// When it was planned.
    pub on: Stamp,
}

/// A stop on the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A conversation.
    Conversation(Held),
    /// Its looks were read together.
    Together(ConversationId),
    /// Something else was chosen to try.
    Tryout(Tried),
    /// What the professional does with it.
    Verdict(TryoutId, Verdict),
}

/// The path: conversations in the order of their days; behind each its reading together and what was chosen there;
/// a verdict comes behind the conversation in which it was tried.
#[must_use]
pub fn path(conversations: &[Held], tryouts: &[Tried]) -> Vec<Stop> {
    let mut held = conversations.to_vec();
    held.sort_by_key(|one| (one.on, one.id));
    let mut tried = tryouts.to_vec();
    tried.sort_by_key(|one| (one.on, one.id));
    let known = |id: ConversationId| held.iter().any(|one| one.id == id);
    let mut stops = Vec::new();
    for one in &held {
        stops.push(Stop::Conversation(*one));
        let judged_here =
            tried.iter().filter(|it| it.next.filter(|next| known(*next)).unwrap_or(it.from) == one.id);
        if one.together {
            stops.push(Stop::Together(one.id));
        }
        stops.extend(judged_here.filter_map(|it| it.verdict.map(|verdict| Stop::Verdict(it.id, verdict))));
        stops.extend(tried.iter().filter(|it| it.from == one.id).map(|it| Stop::Tryout(*it)));
    }
    stops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_reads_conversation_together_tryout_conversation_verdict() {
        let (first, second) = (ConversationId::new(), ConversationId::new());
        let held = [
            Held { id: second, on: Stamp(20), together: false, gone: false },
            Held { id: first, on: Stamp(10), together: true, gone: false },
        ];
        let tried = Tried {
            id: TryoutId::new(),
            from: first,
            next: Some(second),
            verdict: Some(Verdict::Keep),
            on: Stamp(12),
        };
        let stops = path(&held, &[tried]);
        assert_eq!(
            stops,
            [
                Stop::Conversation(held[1]),
                Stop::Together(first),
                Stop::Tryout(tried),
                Stop::Conversation(held[0]),
                Stop::Verdict(tried.id, Verdict::Keep),
            ]
        );
        let alone = Tried { next: Some(ConversationId::new()), ..tried };
        assert_eq!(path(&held[1..], &[alone])[2], Stop::Verdict(tried.id, Verdict::Keep));
    }
}
