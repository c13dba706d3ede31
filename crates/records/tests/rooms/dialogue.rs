//! Sealed looks side by side, shared readings and alternatives, on both engines.

use crate::engines::NOW;
use crate::three::{Table, both};
use method::dialogue::Subject;
use method::dialogue::agenda::{Part, Put};
use method::dialogue::session::{Means, Playhead, Standing};
use method::ids::{DialogueId, PresenceId, ReadingId};
use method::looking::LeadQuestion;
use method::roles::Perspective;
use method::time::Stamp;
use records::dialogue::{self, Writing, session};

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
async fn what_stood_there_before_is_kept_and_forgotten_with_the_conversation() {
    both(async |db| {
        let mut c = db.write().await.unwrap();
        let table = Table::lay(&mut c).await;
        let mut writing = Writing {
            id: ReadingId::new(),
            conversation: table.conversation,
            subject: Subject::Question(LeadQuestion::SharedGoal),
            text_sealed: b"one",
            differs: true,
            by: table.seat(Perspective::Client),
            at: NOW,
        };
        dialogue::insert_reading(&mut c, &writing).await.unwrap();
        writing.text_sealed = b"two";
        writing.by = table.seat(Perspective::Coach);
        assert!(dialogue::update_reading(&mut c, &writing, 1).await.unwrap());
        assert!(!dialogue::update_reading(&mut c, &writing, 1).await.unwrap());
        let earlier = dialogue::earlier_readings(&mut c, table.conversation).await.unwrap();
        assert_eq!(earlier.len(), 1);
        let one = &earlier[0];
        assert_eq!((one.text_sealed.as_slice(), one.version, one.differs), (&b"one"[..], 1, true));
        assert_eq!(one.changed_by, table.seat(Perspective::Client).to_string());
        records::consent::forget(&mut c, table.conversation).await.unwrap();
        assert!(dialogue::earlier_readings(&mut c, table.conversation).await.unwrap().is_empty());
        c.commit().await.unwrap();
    })
    .await;
}

fn standing(table: &Table) -> Standing {
    Standing {
        leader: table.seat(Perspective::Professional),
        part: Part::Want,
        open: None,
        playhead: Playhead::at_the_start(NOW),
        ended: None,
    }
}

#[tokio::test]
async fn a_session_changes_only_from_the_version_that_was_seen() {
    both(async |db| {
        let mut c = db.write().await.unwrap();
        let table = Table::lay(&mut c).await;
        let (id, mut standing) = (DialogueId::new(), standing(&table));
        assert!(session::begin(&mut c, table.conversation, id, &standing, NOW).await.unwrap());
        let second = session::begin(&mut c, table.conversation, DialogueId::new(), &standing, NOW).await;
        assert!(!second.unwrap(), "two sessions are open at once");
        standing.open = Some(Subject::Question(LeadQuestion::Authenticity));
        standing.playhead = Playhead { playing: true, at: 5_000, rate: 75, set: Stamp(NOW.0 + 9) };
        assert!(session::stand(&mut c, id, &standing, 1).await.unwrap());
        assert!(!session::stand(&mut c, id, &standing, 1).await.unwrap());
        let kept = session::newest(&mut c, table.conversation).await.unwrap().unwrap();
        assert_eq!((kept.id, kept.version, &kept.standing), (id, 2, &standing));
        let put = [
            Put { subject: Subject::Question(LeadQuestion::SharedGoal), skipped: true },
            Put { subject: Subject::Question(LeadQuestion::Authenticity), skipped: false },
        ];
        session::set_items(&mut c, id, &put).await.unwrap();
        session::set_items(&mut c, id, &put).await.unwrap();
        assert_eq!(session::put_items(&mut c, id).await.unwrap(), put);
        standing.ended = Some(Stamp(NOW.0 + 10));
        assert!(session::stand(&mut c, id, &standing, 2).await.unwrap());
        assert!(!session::stand(&mut c, id, &standing, 3).await.unwrap(), "an ended session went on");
        assert!(session::begin(&mut c, table.conversation, DialogueId::new(), &standing, NOW).await.unwrap());
        assert_eq!(session::all(&mut c, table.conversation).await.unwrap().len(), 2);
        session::take_along(&mut c, table.conversation, standing.leader, b"x", NOW).await.unwrap();
        records::consent::forget(&mut c, table.conversation).await.unwrap();
        assert!(session::all(&mut c, table.conversation).await.unwrap().is_empty());
        assert!(session::takeaways(&mut c, table.conversation).await.unwrap().is_empty());
        c.commit().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn being_there_begins_goes_on_and_ends() {
    both(async |db| {
        let mut c = db.write().await.unwrap();
        let table = Table::lay(&mut c).await;
        let id = DialogueId::new();
        session::begin(&mut c, table.conversation, id, &standing(&table), NOW).await.unwrap();
        let at = |ms: i64| Stamp(NOW.0 + ms);
        let (one, two, three) = (PresenceId::new(), PresenceId::new(), PresenceId::new());
        let (professional, coach) = (table.seat(Perspective::Professional), table.seat(Perspective::Coach));
        session::come(&mut c, id, one, professional, Means::Live, NOW).await.unwrap();
        session::come(&mut c, id, two, coach, Means::Live, at(1)).await.unwrap();
        session::come(&mut c, id, three, table.seat(Perspective::Client), Means::Table, at(2)).await.unwrap();
        session::still_there(&mut c, &[one], at(60_000)).await.unwrap();
        session::leave(&mut c, one, at(61_000)).await.unwrap();
        session::still_there(&mut c, &[one], at(99_000)).await.unwrap();
        session::all_leave(&mut c, id, at(120_000)).await.unwrap();
        let left: Vec<_> =
            session::presences(&mut c, id).await.unwrap().iter().map(|one| (one.means, one.left)).collect();
        // The coach's screen fell silent at once; whoever sat at the table stayed to the end.
        let expected =
            [(Means::Live, Some(at(61_000))), (Means::Live, Some(at(1))), (Means::Table, Some(at(120_000)))];
        assert_eq!(left, expected);
        c.commit().await.unwrap();
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
