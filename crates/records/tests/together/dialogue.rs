//! Sealed looks side by side, shared readings and alternatives, on both engines.

use crate::both::{NOW, Table, both};
use method::dialogue::Subject;
use method::ids::{MomentId, ReadingId};
use method::looking::LeadQuestion;
use method::roles::Perspective;
use method::time::Stamp;
use records::dialogue::{self, Writing};

#[tokio::test]
async fn an_open_look_has_no_rows_here() {
    both(async |db| {
        let mut c = db.write().await.unwrap();
        let table = Table::lay(&mut c).await;
        let sealed = table.look(&mut c, Perspective::Client, 5_000, true).await;
        let open = table.look(&mut c, Perspective::Coach, 4_000, false).await;
        let moments = dialogue::sealed_moments(&mut c, table.conversation).await.unwrap();
        assert_eq!(moments.len(), 1);
        assert_eq!((moments[0].id.clone(), moments[0].start_ms), (sealed.to_string(), 5_000));
        assert_eq!(moments[0].perspective, "client");
        assert_eq!(dialogue::sealed_answers(&mut c, table.conversation).await.unwrap().len(), 1);
        let links = dialogue::sealed_links(&mut c, table.conversation).await.unwrap();
        assert_eq!(links.iter().map(|link| link.moment.clone()).collect::<Vec<_>>(), [sealed.to_string()]);
        assert!(dialogue::has_sealed_moment(&mut c, table.conversation, sealed).await.unwrap());
        assert!(!dialogue::has_sealed_moment(&mut c, table.conversation, open).await.unwrap());
        assert!(!dialogue::has_sealed_moment(&mut c, table.conversation, MomentId::new()).await.unwrap());
        let elsewhere = table.conversation(&mut c, NOW).await;
        assert!(!dialogue::has_sealed_moment(&mut c, elsewhere, sealed).await.unwrap());
        assert!(dialogue::sealed_moments(&mut c, elsewhere).await.unwrap().is_empty());
    })
    .await;
}

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
        assert!(dialogue::additions(&mut c, table.conversation).await.unwrap().is_empty());
    })
    .await;
}
