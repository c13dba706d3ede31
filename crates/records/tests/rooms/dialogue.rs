//! Sealed looks side by side, shared readings and alternatives, on both engines.

use crate::engines::NOW;
use crate::three::{Table, both};
use method::dialogue::Subject;
use method::ids::ReadingId;
use method::looking::LeadQuestion;
use method::roles::Perspective;
use method::time::Stamp;
use records::dialogue::{self, Writing};

#[tokio::test]
async fn of_two_who_write_at_once_the_second_is_told() {
    both(async |db| {
        let mut c = db.write().await.unwrap();
        let table = Table::lay(&mut c).await;
        let subject = Subject::Question(LeadQuestion::SharedGoal);
        let mut writing = Writing {
            id: ReadingId::new(),
            conversation: table.conversation,
            subject,
            text_sealed: b"one",
            differs: false,
            by: table.seat(Perspective::Client),
            at: NOW,
        };
        dialogue::insert_reading(&mut c, &writing).await.unwrap();
        writing.text_sealed = b"two";
        writing.differs = true;
        assert!(dialogue::update_reading(&mut c, &writing, 1).await.unwrap());
        writing.text_sealed = b"three";
        assert!(!dialogue::update_reading(&mut c, &writing, 1).await.unwrap());
        let kept = dialogue::reading(&mut c, table.conversation, subject).await.unwrap().unwrap();
        assert_eq!((kept.text_sealed.as_slice(), kept.version, kept.differs), (&b"two"[..], 2, true));
        assert_eq!(dialogue::readings(&mut c, table.conversation).await.unwrap().len(), 1);
        c.commit().await.unwrap();

        let mut c = db.write().await.unwrap();
        let again = Writing { id: ReadingId::new(), at: Stamp(NOW.0 + 1), ..writing };
        assert!(dialogue::insert_reading(&mut c, &again).await.unwrap_err().is_duplicate());
    })
    .await;
}

#[tokio::test]
async fn an_alternative_remembers_whose_idea_it_was() {
    both(async |db| {
        let mut c = db.write().await.unwrap();
        let table = Table::lay(&mut c).await;
        let id = table.alternative(&mut c).await;
        let one = dialogue::alternative(&mut c, id).await.unwrap().unwrap();
        assert_eq!(
            (one.idea_of.as_str(), one.author),
            ("client", table.seat(Perspective::Coach).to_string())
        );
        assert_eq!(Subject::parse(&one.subject), Some(Subject::Question(LeadQuestion::Authenticity)));
        assert_eq!((one.words_sealed, one.asks_sealed), (b"words".to_vec(), None));
        assert_eq!(dialogue::alternatives(&mut c, table.conversation).await.unwrap().len(), 1);
    })
    .await;
}
