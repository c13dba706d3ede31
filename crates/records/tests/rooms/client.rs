//! The client's link: one per participant, counted, locked, renewed.

use records::client as room;

use crate::engines::{NOW, engines, table};

#[tokio::test]
async fn a_link_is_found_by_its_token_and_replaced_by_the_next() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let t = table(&mut c).await;
        room::set(&mut c, t.client, "token 1", "code 1", NOW.plus_days(9), NOW).await.unwrap();
        assert_eq!(room::count_attempt(&mut c, t.client, NOW).await.unwrap(), Some(1));
        assert_eq!(room::count_attempt(&mut c, t.client, NOW).await.unwrap(), Some(2));
        let until = NOW.plus_minutes(15);
        room::reset_attempts(&mut c, t.client, Some(until)).await.unwrap();
        assert_eq!(room::count_attempt(&mut c, t.client, NOW).await.unwrap(), None, "it rests");
        assert_eq!(room::count_attempt(&mut c, t.client, until).await.unwrap(), Some(1));
        let link = room::by_token(&mut c, "token 1").await.unwrap().unwrap();
        assert_eq!((link.participant, link.code_hash.as_str(), link.attempts), (t.client, "code 1", 1));
        assert_eq!((link.locked_until, link.expires_at), (Some(NOW.plus_minutes(15)), NOW.plus_days(9)));
        room::set(&mut c, t.client, "token 2", "code 2", NOW.plus_days(99), NOW).await.unwrap();
        assert!(room::by_token(&mut c, "token 1").await.unwrap().is_none());
        let link = room::of_participant(&mut c, t.client).await.unwrap().unwrap();
        assert_eq!((link.attempts, link.locked_until), (0, None), "a new link starts anew");
        assert!(room::set_code(&mut c, t.client, "code 3").await.unwrap());
        assert!(!room::set_code(&mut c, t.professional, "code 3").await.unwrap());
        assert_eq!(room::by_token(&mut c, "token 2").await.unwrap().unwrap().code_hash, "code 3");
    }
}
