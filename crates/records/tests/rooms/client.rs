//! The client's link: one per participant, counted, locked, renewed.

use records::client as room;
use records::client::devices;

use crate::engines::{NOW, engines, table};

#[tokio::test]
async fn a_link_is_found_by_its_token_and_replaced_by_the_next() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let t = table(&mut c).await;
        room::set(&mut c, t.client, "token 1", "code 1", NOW.plus_days(9), NOW).await.unwrap();
        let link = room::Counter::Link(t.client);
        assert_eq!(room::count(&mut c, link, NOW).await.unwrap(), Some((1, 0)));
        assert_eq!(room::count(&mut c, link, NOW).await.unwrap(), Some((2, 0)));
        let until = NOW.plus_minutes(15);
        room::rest(&mut c, link, until).await.unwrap();
        assert_eq!(room::count(&mut c, link, NOW).await.unwrap(), None, "it rests");
        assert_eq!(room::count(&mut c, link, until).await.unwrap(), Some((1, 1)));
        let link = room::by_token(&mut c, "token 1").await.unwrap().unwrap();
        assert_eq!((link.participant, link.code_hash.as_str(), link.attempts), (t.client, "code 1", 1));
        assert_eq!((link.locked_until, link.expires_at), (Some(NOW.plus_minutes(15)), NOW.plus_days(9)));
        room::set(&mut c, t.client, "token 2", "code 2", NOW.plus_days(99), NOW).await.unwrap();
        assert!(room::by_token(&mut c, "token 1").await.unwrap().is_none());
        let link = room::of_participant(&mut c, t.client).await.unwrap().unwrap();
        assert_eq!((link.attempts, link.rests, link.locked_until), (0, 0, None), "a new link starts anew");
        assert!(room::set_code(&mut c, t.client, "code 3").await.unwrap());
        assert!(!room::set_code(&mut c, t.professional, "code 3").await.unwrap());
        assert_eq!(room::by_token(&mut c, "token 2").await.unwrap().unwrap().code_hash, "code 3");
        assert!(room::shut(&mut c, t.client).await.unwrap());
        assert!(!room::shut(&mut c, t.client).await.unwrap());
        assert!(room::by_token(&mut c, "token 2").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_device_counts_for_itself_and_takes_its_sessions_along() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let t = table(&mut c).await;
        room::set(&mut c, t.client, "token", "code", NOW.plus_days(9), NOW).await.unwrap();
        for (id, at) in [("phone", NOW), ("tablet", NOW.plus_minutes(1))] {
            devices::save(&mut c, id, t.client, "Chrome, Android", at).await.unwrap();
        }
        let phone = room::Counter::Device("phone");
        assert_eq!(room::count(&mut c, phone, NOW).await.unwrap(), Some((1, 0)));
        room::rest(&mut c, phone, NOW.plus_minutes(5)).await.unwrap();
        assert_eq!(room::count(&mut c, phone, NOW).await.unwrap(), None);
        assert_eq!(room::count(&mut c, room::Counter::Device("tablet"), NOW).await.unwrap(), Some((1, 0)));
        devices::save(&mut c, "phone", t.client, "Firefox, Android", NOW.plus_minutes(2)).await.unwrap();
        let known = devices::of(&mut c, t.client).await.unwrap();
        assert_eq!(known.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["phone", "tablet"]);
        assert_eq!(
            (known[0].locks, known[0].agent.as_str()),
            (1, "Firefox, Android"),
            "known again, counted on"
        );
        room::clear(&mut c, phone).await.unwrap();
        assert_eq!(room::count(&mut c, phone, NOW).await.unwrap(), Some((1, 0)));
        let session = |id: &str, device: &str| records::sessions::Session {
            id: id.into(),
            member: None,
            provider_session: None,
            participant: Some(t.client.to_string()),
            device: Some(device.into()),
            data: "{}".into(),
            agent: String::new(),
            created_at: 0,
            seen_at: 0,
            expires_at: NOW.plus_days(1).0,
        };
        for (id, device) in [("1", "phone"), ("2", "tablet")] {
            records::sessions::create(&mut c, &session(id, device)).await.unwrap();
        }
        assert!(!devices::end(&mut c, t.professional, "phone").await.unwrap(), "not theirs");
        assert!(devices::end(&mut c, t.client, "phone").await.unwrap());
        assert!(records::sessions::by_id(&mut c, "1", NOW).await.unwrap().is_none());
        assert!(records::sessions::by_id(&mut c, "2", NOW).await.unwrap().is_some());
        devices::forget_ended(&mut c, NOW).await.unwrap();
        assert!(devices::by_id(&mut c, "tablet").await.unwrap().is_some());
        devices::forget_ended(&mut c, NOW.plus_days(9)).await.unwrap();
        assert!(devices::by_id(&mut c, "tablet").await.unwrap().is_none());
    }
}
