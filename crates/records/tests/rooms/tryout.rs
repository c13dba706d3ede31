//! Tryouts, what was told of them, ratings and the path of a journey, on both engines.

use crate::engines::NOW;
use crate::three::{Table, both};
use method::ids::TryoutId;
use method::looking::Step;
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::{Helped, Rating, Verdict};
use records::tryout;

fn rating(focus: Step, noise: Step, result: Step) -> Rating {
    Rating { focus, noise, result }
}

#[tokio::test]
async fn a_tryout_goes_from_plan_to_verdict() {
    both(async |db| {
        let mut c = db.write().await.unwrap();
        let table = Table::lay(&mut c).await;
        let alternative = table.alternative(&mut c).await;
        let new = tryout::New {
            id: TryoutId::new(),
            journey: table.journey,
            conversation: table.conversation,
            alternative,
            doing: b"doing".to_vec(),
            when: None,
            because: Some(b"because".to_vec()),
            noticing: b"noticing".to_vec(),
            who: None,
        };
        tryout::insert(&mut c, &new, NOW).await.unwrap();
        let next = table.conversation(&mut c, Stamp(NOW.0 + 1)).await;
        tryout::set_next(&mut c, new.id, next).await.unwrap();
        assert_eq!(tryout::tried_in(&mut c, next).await.unwrap().len(), 1);
        tryout::set_verdict(&mut c, new.id, Verdict::Adapt, Some(b"why"), NOW).await.unwrap();
        let kept = tryout::by_id(&mut c, new.id).await.unwrap().unwrap();
        assert_eq!(kept.next_conversation, Some(next.to_string()));
        assert_eq!((kept.verdict.as_deref(), kept.verdict_at), (Some("adapt"), Some(NOW.0)));
        assert_eq!((kept.because_sealed, kept.when_sealed), (Some(b"because".to_vec()), None));
        assert_eq!(tryout::of_conversation(&mut c, table.conversation).await.unwrap().len(), 1);
        assert_eq!(tryout::of_journey(&mut c, table.journey).await.unwrap()[0].id, new.id.to_string());
        let held = records::journey::held(&mut c, table.journey).await.unwrap();
        assert_eq!(
            held.iter().map(|one| one.id.clone()).collect::<Vec<_>>(),
            [table.conversation.to_string(), next.to_string()]
        );
        assert_eq!((held[0].readings, held[0].destroyed_at), (0, None));
        let close = records::journey::Sheet::Close;
        records::journey::set_sheet(&mut c, table.journey, close, b"looking back", NOW).await.unwrap();
        let sheet = records::journey::sheet(&mut c, table.journey, close).await.unwrap();
        assert_eq!(sheet.as_deref(), Some(&b"looking back"[..]));
        let intake = records::journey::Sheet::Intake;
        assert_eq!(records::journey::sheet(&mut c, table.journey, intake).await.unwrap(), None);

        let two = (Helped::Yes, Helped::Little);
        tryout::tell(&mut c, new.id, Perspective::Client, Some(two), None, NOW).await.unwrap();
        tryout::tell(&mut c, new.id, Perspective::Coach, None, Some(b"seen"), NOW).await.unwrap();
        let again = (Helped::DontKnow, Helped::No);
        tryout::tell(&mut c, new.id, Perspective::Client, Some(again), Some(b"words"), NOW).await.unwrap();
        let mut told = tryout::told(&mut c, new.id).await.unwrap();
        told.sort_by(|a, b| a.perspective.cmp(&b.perspective));
        assert_eq!(told.len(), 2);
        assert_eq!((told[0].different.as_deref(), told[0].helped.as_deref()), (Some("dontknow"), Some("1")));
        assert_eq!(
            (told[1].different.as_deref(), told[1].text_sealed.as_deref()),
            (None, Some(&b"seen"[..]))
        );
    })
    .await;
}

#[tokio::test]
async fn ratings_stay_each_persons_own_and_leave_with_their_conversation() {
    both(async |db| {
        let mut c = db.write().await.unwrap();
        let table = Table::lay(&mut c).await;
        let mine = rating(Step::Four, Step::Two, Step::DontKnow);
        tryout::rate(&mut c, table.conversation, Perspective::Client, mine, NOW).await.unwrap();
        let theirs = rating(Step::One, Step::Five, Step::Three);
        tryout::rate(&mut c, table.conversation, Perspective::Coach, theirs, NOW).await.unwrap();
        tryout::rate(&mut c, table.conversation, Perspective::Coach, mine, NOW).await.unwrap();
        let kept = tryout::ratings(&mut c, table.conversation).await.unwrap();
        assert_eq!(kept.len(), 2);
        assert!(kept.iter().all(|one| one.rating == mine));
        assert_eq!(tryout::ratings_of_journey(&mut c, table.journey).await.unwrap().len(), 2);
        records::conversation::set_destroyed(&mut c, table.conversation, "withdrawn", NOW).await.unwrap();
        assert!(tryout::ratings_of_journey(&mut c, table.journey).await.unwrap().is_empty());
    })
    .await;
}
