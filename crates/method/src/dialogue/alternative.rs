//! Another way to act: whose idea it was, who may change it, and finding one back.

use crate::Refusal;
use crate::ids::ParticipantId;
use crate::looking::{LeadQuestion, MomentKind};
use crate::roles::Perspective;
use crate::words;

words! {
    /// Whose idea an alternative was: one of the three chairs, or from outside the conversation.
    IdeaOf {
        /// The professional's.
        Professional = "professional",
        /// The client's.
        Client = "client",
        /// The coach's.
        Coach = "coach",
        /// A colleague's, who looked along.
        Colleague = "colleague",
        /// Taken from what was shared in the organisation, or from one's own collection.
        Collection = "collection",
        /// One of the examples of the method.
        Example = "example",
    }
}

impl IdeaOf {
    /// The chair whose idea it was, if it was one of the three.
    #[must_use]
    pub const fn chair(self) -> Option<Perspective> {
        match self {
            Self::Professional => Some(Perspective::Professional),
            Self::Client => Some(Perspective::Client),
            Self::Coach => Some(Perspective::Coach),
            _ => None,
        }
    }
}

impl From<Perspective> for IdeaOf {
    fn from(chair: Perspective) -> Self {
        match chair {
            Perspective::Professional => Self::Professional,
            Perspective::Client => Self::Client,
            Perspective::Coach => Self::Coach,
        }
    }
}

/// May this participant change an alternative, or take it back? Only who wrote it, as long as nothing hangs on it.
///
/// # Errors
/// `NotInvited` for anyone else, `AlternativeTried` once it is being tried out.
pub fn change(author: ParticipantId, reader: ParticipantId, tryouts: usize) -> Result<(), Refusal> {
    if author != reader {
        Err(Refusal::NotInvited)
    } else if tryouts > 0 {
        Err(Refusal::AlternativeTried)
    } else {
        Ok(())
    }
}

/// What someone looks for in a collection. Nothing chosen is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// For this kind of moment.
    pub kind: Option<MomentKind>,
    /// For this lead question.
    pub question: Option<LeadQuestion>,
    /// With all of these words in it, in any order and any case.
    pub words: String,
}

impl Wanted {
    /// Whether a sentence for this kind and question, with these texts, is looked for.
    #[must_use]
    pub fn finds(&self, kind: Option<MomentKind>, question: Option<LeadQuestion>, texts: &[&str]) -> bool {
        let fits = |wanted: bool, same: bool| !wanted || same;
        let lower: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
        fits(self.kind.is_some(), self.kind == kind)
            && fits(self.question.is_some(), self.question == question)
            && self
                .words
                .to_lowercase()
                .split_whitespace()
                .all(|word| lower.iter().any(|text| text.contains(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ones_own_can_be_changed_until_it_is_tried() {
        let (own, other) = (ParticipantId::new(), ParticipantId::new());
        assert_eq!(change(own, own, 0), Ok(()));
        assert_eq!(change(own, own, 1), Err(Refusal::AlternativeTried));
        assert_eq!(change(own, other, 0), Err(Refusal::NotInvited));
        assert_eq!(change(own, other, 1), Err(Refusal::NotInvited));
    }

    #[test]
    fn every_chair_can_have_an_idea_and_reads_back() {
        for chair in Perspective::ALL {
            assert_eq!(IdeaOf::from(*chair).chair(), Some(*chair));
            assert_eq!(IdeaOf::parse(chair.key()), Some(IdeaOf::from(*chair)));
        }
        for outside in [IdeaOf::Colleague, IdeaOf::Collection, IdeaOf::Example] {
            assert_eq!(outside.chair(), None);
        }
    }

    #[test]
    fn what_is_looked_for_is_found_by_kind_question_and_words() {
        let texts = ["Boosheid erkennen", "U bent hier klaar mee, hoor ik. Één tel."];
        let (kind, question) = (Some(MomentKind::Frustration), Some(LeadQuestion::Authenticity));
        let wanted = |kind, question, words: &str| Wanted { kind, question, words: words.into() };
        assert!(Wanted::default().finds(kind, question, &texts));
        assert!(wanted(kind, question, "KLAAR boosheid").finds(kind, question, &texts));
        assert!(wanted(None, None, "één").finds(kind, question, &texts));
        assert!(!wanted(None, None, "klaar fiets").finds(kind, question, &texts));
        assert!(!wanted(Some(MomentKind::Flow), None, "").finds(kind, question, &texts));
        assert!(!wanted(None, Some(LeadQuestion::SharedGoal), "").finds(None, None, &texts));
        assert!(wanted(None, None, "  ").finds(None, None, &[]));
    }
}
