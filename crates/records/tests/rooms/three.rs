//! A conversation with all three chairs taken, and a story told on both engines.

use method::ids::{AlternativeId, ConversationId, JourneyId, OrganisationId, ParticipantId};
use method::roles::{ConversationKind, Perspective};
use method::time::Stamp;
use records::{Conn, Db};

use crate::engines::{NOW, engines, member as new_member, organisation as new_organisation, sit};

/// Tells `story` on every engine there is, each in a database of its own.
pub async fn both(story: impl AsyncFn(Db)) {
    for engine in engines().await {
        story(engine.db.clone()).await;
    }
}

/// An organisation with one professional, one journey and one conversation of three people.
pub struct Table {
    pub journey: JourneyId,
    pub conversation: ConversationId,
    pub organisation: OrganisationId,
    pub participants: Vec<(Perspective, ParticipantId)>,
}

impl Table {
    pub async fn lay(c: &mut Conn) -> Self {
        let organisation = new_organisation(c).await;
        let member = new_member(c, organisation, "sanne@x.example").await;
        let journey = JourneyId::new();
        records::journey::insert(c, journey, organisation, member, NOW).await.unwrap();
        let mut table =
            Self { journey, conversation: ConversationId::new(), organisation, participants: Vec::new() };
        table.conversation = table.conversation(c, NOW).await;
        for perspective in Perspective::ALL {
            let id = sit(c, table.conversation, *perspective, None).await;
            table.participants.push((*perspective, id));
        }
        table
    }

    /// Another conversation on the same journey.
    pub async fn conversation(&self, c: &mut Conn, held_on: Stamp) -> ConversationId {
        let id = ConversationId::new();
        let new = records::conversation::New {
            organisation: self.organisation,
            journey: self.journey,
            kind: ConversationKind::ClientProfessional,
            held_on,
        };
        records::conversation::insert(c, id, &new, NOW).await.unwrap();
        id
    }

    pub fn seat(&self, perspective: Perspective) -> ParticipantId {
        self.participants.iter().find(|(p, _)| *p == perspective).unwrap().1
    }

    /// An alternative on a question.
    pub async fn alternative(&self, c: &mut Conn) -> AlternativeId {
        let new = records::dialogue::NewAlternative {
            id: AlternativeId::new(),
            conversation: self.conversation,
            subject: method::dialogue::Subject::Question(method::looking::LeadQuestion::Authenticity),
            author: self.seat(Perspective::Coach),
            idea_of: method::dialogue::alternative::IdeaOf::Client,
            intention_sealed: b"intention",
            words_sealed: b"words",
            asks_sealed: None,
            might_sealed: None,
        };
        records::dialogue::insert_alternative(c, &new, NOW).await.unwrap();
        new.id
    }
}
