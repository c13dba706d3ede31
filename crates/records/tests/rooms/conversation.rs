//! Conversations, who sits where, and what the rules get to know.

use method::roles::Perspective;
use method::time::Stamp;
use records::conversation as room;

use crate::engines::{NOW, engines, sit, table};

#[tokio::test]
async fn a_chair_is_taken_once_and_facts_tell_who_sits_where() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let t = table(&mut c).await;
        let facts = room::facts(&mut c, t.conversation).await.unwrap().unwrap();
        let chairs: Vec<_> = facts.parties.iter().map(|party| (party.perspective, party.member)).collect();
        assert_eq!(chairs, [(Perspective::Professional, Some(t.member)), (Perspective::Client, None)]);
        assert!(
            facts.destroyed.is_none() && facts.parties.iter().all(|p| p.yeses.is_empty() && p.look.is_none())
        );
        assert_eq!(facts.parties[0].id, t.professional);
        let progress = room::progress(&mut c, t.conversation).await.unwrap();
        assert_eq!(
            (progress.recording, progress.readings, progress.tryouts, progress.verdicts),
            (None, 0, 0, 0)
        );
        sit(&mut c, t.conversation, Perspective::Coach, None).await;
        let mut row = room::participants(&mut c, t.conversation).await.unwrap().remove(0);
        row.id = method::ids::ParticipantId::new().to_string();
        assert!(room::insert_participant(&mut c, &row, NOW).await.unwrap_err().is_duplicate());
    }
}

#[tokio::test]
async fn terms_pass_once_and_destruction_is_marked_once() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let t = table(&mut c).await;
        assert!(room::past_a_term(&mut c, NOW.plus_days(999)).await.unwrap().is_empty(), "no terms yet");
        room::set_terms(&mut c, t.conversation, NOW.plus_days(14), NOW.plus_days(180)).await.unwrap();
        assert!(room::past_a_term(&mut c, NOW).await.unwrap().is_empty());
        assert_eq!(room::past_a_term(&mut c, NOW.plus_days(14)).await.unwrap().len(), 1);
        assert!(room::set_destroyed(&mut c, t.conversation, "withdrawn", NOW).await.unwrap());
        assert!(!room::set_destroyed(&mut c, t.conversation, "retention", NOW).await.unwrap());
        assert!(room::past_a_term(&mut c, NOW.plus_days(14)).await.unwrap().is_empty());
        let facts = room::facts(&mut c, t.conversation).await.unwrap().unwrap();
        assert_eq!(facts.destroyed, Some(NOW));
    }
}

#[tokio::test]
async fn lists_are_ones_own_and_in_order() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let (mine, theirs) = (table(&mut c).await, table(&mut c).await);
        let list = room::of_member(&mut c, mine.member, 50).await.unwrap();
        assert_eq!(
            list.iter().map(|row| row.id.clone()).collect::<Vec<_>>(),
            [mine.conversation.to_string()]
        );
        assert_eq!(room::of_journey(&mut c, theirs.journey).await.unwrap().len(), 1);
        room::set_code_name(&mut c, mine.client, b"sealed").await.unwrap();
        let client = room::participant(&mut c, mine.client).await.unwrap().unwrap();
        assert_eq!(client.code_name_sealed.as_deref(), Some(&b"sealed"[..]));
        let old = Stamp(NOW.0 - 1);
        assert!(room::past_a_term(&mut c, old).await.unwrap().is_empty());
    }
}
