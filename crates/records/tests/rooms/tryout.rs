//! Tryouts, what was told of them, ratings and the path of a journey, on both engines.

use crate::engines::NOW;
use crate::three::{Table, both};
use method::ids::TryoutId;
use method::looking::Step;
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::{Closing, Helped, Rating, Verdict};
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
            planned_on: Some(NOW),
            follows: None,
        };
        tryout::insert(&mut c, &new, NOW).await.unwrap();
        let next = table.conversation(&mut c, Stamp(NOW.0 + 1)).await;
        tryout::set_next(&mut c, new.id, next).await.unwrap();
        assert_eq!(tryout::tried_in(&mut c, next).await.unwrap().len(), 1);
        tryout::set_verdict(&mut c, new.id, Verdict::Adapt, Some(b"why"), NOW).await.unwrap();
        let kept = tryout::by_id(&mut c, new.id).await.unwrap().unwrap();
        assert_eq!(kept.next_conversation, Some(next.to_string()));
        assert_eq!((kept.verdict.as_deref(), kept.verdict_at), (Some("adapt"), Some(NOW.0)));
        assert_eq!((kept.planned_on, kept.after_ms, kept.next_gone), (Some(NOW.0), None, false));
        tryout::set_after(&mut c, new.id, 4_000).await.unwrap();
        tryout::close(&mut c, new.id, Closing::NoConversation, NOW).await.unwrap();
        let closed = tryout::by_id(&mut c, new.id).await.unwrap().unwrap();
        assert_eq!((closed.after_ms, closed.closed_why.as_deref()), (Some(4_000), Some("no-conversation")));
        tryout::set_next(&mut c, new.id, next).await.unwrap();
        let anew = tryout::by_id(&mut c, new.id).await.unwrap().unwrap();
        assert_eq!((anew.after_ms, anew.closed_why), (None, None));
        let after = tryout::New { id: TryoutId::new(), follows: Some(new.id), ..new.clone() };
        tryout::insert(&mut c, &after, NOW).await.unwrap();
        let follows = tryout::by_id(&mut c, after.id).await.unwrap().unwrap().follows;
        assert_eq!(follows, Some(new.id.to_string()));
        records::consent::forget(&mut c, next).await.unwrap();
        let alone = tryout::by_id(&mut c, new.id).await.unwrap().unwrap();
        assert_eq!((alone.next_conversation, alone.next_gone), (None, true));
        tryout::set_next(&mut c, new.id, next).await.unwrap();
        assert_eq!((kept.because_sealed, kept.when_sealed), (Some(b"because".to_vec()), None));
        assert_eq!(tryout::of_conversation(&mut c, table.conversation).await.unwrap().len(), 2);
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
