//! The client's way in: a link, a code, and no more tries than are good.

use std::sync::Arc;

use method::Refusal;
use method::client::{TRIES, TRIES_AFTER, rest_minutes};
use method::ids::ParticipantId;
use method::looking::MomentKind;
use method::permit::Reader;
use method::roles::Role;
use method::time::Stamp;
use practice::client::{Knock, Way};
use practice::{Caller, House};

use crate::setting::{NOW, Setting, both, refusal};

async fn participant(setting: &Setting, id: method::ids::ConversationId) -> ParticipantId {
    match setting.client(&setting.professional, id).await.reader {
        Reader::Participant(id) => id,
        other => unreachable!("{other:?}"),
    }
}

#[tokio::test]
async fn after_wrong_codes_the_link_rests_a_little_longer_each_time_and_never_for_good() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let link = house.renew_client_link(&setting.professional, id).await.unwrap();
        let me = participant(&setting, id).await;
        let enter = async |code: &str, now| house.enter_by_link(&link.token, code, now).await.unwrap();
        let typed = link.code.to_lowercase().replace('-', " ");
        assert_eq!(enter(&typed, NOW).await, Way::In(me), "as people type it");
        for left in (1..TRIES).rev() {
            assert_eq!(enter("AAAA-AAAA", NOW).await, Way::Wrong(left));
        }
        let mut now = NOW;
        for rests in 0..6 {
            let minutes = rest_minutes(rests);
            assert_eq!(enter("", now).await, Way::Locked(minutes));
            assert_eq!(enter(&link.code, now).await, Way::Locked(minutes), "the right one does not help now");
            let knock = Knock { link: Some(&link.token), device: None };
            assert_eq!(house.resting(knock, now).await.unwrap(), Some(minutes));
            now = now.plus_minutes(minutes);
            assert_eq!(enter(&link.code, Stamp(now.0 - 1)).await, Way::Locked(1));
            assert_eq!(house.resting(knock, now).await.unwrap(), None);
            for left in (1..TRIES_AFTER).rev() {
                assert_eq!(enter("AAAA-AAAA", now).await, Way::Wrong(left));
            }
        }
        assert_eq!(enter(&link.code, now).await, Way::In(me), "nobody is kept out for good");
        assert_eq!(enter("AAAA-AAAA", now).await, Way::Wrong(TRIES - 1), "and then it starts anew");
        let seen = house.who_looked(&Caller::participant(me, now), id).await.unwrap();
        assert!(seen.iter().any(|line| line.deed == "wrong-codes"), "the client reads that someone tried");
    })
    .await;
}

#[tokio::test]
async fn guesses_side_by_side_are_counted_too() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let link = house.renew_client_link(&setting.professional, id).await.unwrap();
        for token in [link.token, "0".repeat(32)] {
            let guess = |n: usize, house: Arc<House>, token: String| async move {
                house.enter_by_link(&token, &format!("AAAA-{n:04}"), NOW).await.unwrap()
            };
            let guesses = (0..20).map(|n| tokio::spawn(guess(n, Arc::clone(house), token.clone())));
            let ways = futures::future::join_all(guesses).await;
            let looked_at = ways.iter().filter(|way| matches!(way.as_ref().unwrap(), Way::Wrong(_))).count();
            assert!(looked_at < usize::try_from(TRIES).unwrap(), "{looked_at} guesses were looked at");
            let knock = Knock { link: Some(&token), device: None };
            assert!(house.resting(knock, NOW).await.unwrap().is_some());
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_that_is_shut_old_or_never_was_looks_like_one_with_a_wrong_code() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let old = house.renew_client_link(&setting.professional, id).await.unwrap();
        let new = house.renew_client_link(&setting.professional, id).await.unwrap();
        let me = participant(&setting, id).await;
        let tries = async |token: &str, code: &str, now: Stamp| {
            let mut ways = Vec::new();
            for _ in 0..TRIES {
                ways.push(house.enter_by_link(token, code, now).await.unwrap());
            }
            ways.push(house.enter_by_link(token, code, now.plus_minutes(rest_minutes(0))).await.unwrap());
            ways
        };
        let wrong = tries(&new.token, "AAAA-AAAA", NOW).await;
        assert!(matches!(wrong[..], [.., Way::Locked(1), Way::Wrong(2)]), "{wrong:?}");
        assert_eq!(tries(&old.token, &old.code, NOW).await, wrong, "one that was renewed");
        assert_eq!(tries("verzonnen", "AAAA-AAAA", NOW).await, wrong, "one that never was");
        let later = NOW.plus_minutes(600);
        assert_eq!(house.enter_by_link(&new.token, &new.code, later).await.unwrap(), Way::In(me));
        assert_eq!(tries(&new.token, &new.code, new.expires).await, wrong, "one that died of age");
        let client = Caller::participant(me, NOW);
        let own = house.renew_own_code(&client, "").await.unwrap();
        assert_eq!(house.enter_by_link(&new.token, &new.code, later).await.unwrap(), Way::Wrong(TRIES - 1));
        assert_eq!(house.enter_by_link(&new.token, &own, later).await.unwrap(), Way::In(me));
        let mut c = setting.records().await.read().await.unwrap();
        let kept = records::client::of_participant(&mut c, me).await.unwrap().unwrap();
        assert!(kept.code_hash.starts_with("$argon2id$"), "only a hash of the code is kept");
        drop(c);
        house.shut_link(&client, id, me).await.unwrap();
        house.shut_link(&client, id, me).await.unwrap();
        let after = new.expires.plus_days(1);
        assert_eq!(house.enter_by_link(&new.token, &own, after).await.unwrap(), Way::Wrong(1));
        assert_eq!(refusal(house.renew_own_code(&client, "").await), Refusal::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_known_device_counts_for_itself_and_opens_nothing_without_the_code() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let link = house.renew_client_link(&setting.professional, id).await.unwrap();
        let me = participant(&setting, id).await;
        let client = Caller::participant(me, NOW);
        let phone = house.know_device(me, None, "Chrome, Android", NOW).await.unwrap();
        assert_eq!(house.know_device(me, Some(&phone), "Chrome, Android", NOW).await.unwrap(), phone);
        let knock = Knock { link: None, device: Some(&phone) };
        // A stranger who has the paper's link types until it rests.
        for _ in 0..TRIES {
            house.enter_by_link(&link.token, "AAAA-AAAA", NOW).await.unwrap();
        }
        assert!(matches!(house.enter_by_link(&link.token, &link.code, NOW).await.unwrap(), Way::Locked(_)));
        assert_eq!(house.come_in(knock, &link.code, NOW).await.unwrap(), Way::In(me), "not on this one");
        let both_ways = Knock { link: Some(&link.token), device: Some(&phone) };
        assert_eq!(house.come_in(both_ways, &link.code, NOW).await.unwrap(), Way::In(me));
        assert_eq!(house.come_in(knock, "AAAA-AAAA", NOW).await.unwrap(), Way::Wrong(TRIES - 1));

        // Someone else's device is no device here, and what is taken away opens nothing.
        let other = setting.plain(&setting.professional, NOW).await;
        let theirs = Caller::participant(participant(&setting, other).await, NOW);
        let (devices, this) = house.own_devices(&client, Some(&phone)).await.unwrap();
        assert_eq!(devices.iter().map(|one| Some(one.id.clone())).collect::<Vec<_>>(), [this]);
        assert!(!devices[0].id.contains(&phone), "only a hash of the cookie is kept");
        assert_eq!(refusal(house.end_own_device(&theirs, &devices[0].id).await), Refusal::Unknown);
        house.end_own_device(&client, &devices[0].id).await.unwrap();
        assert_eq!(house.come_in(knock, &link.code, NOW).await.unwrap(), Way::Wrong(TRIES - 1));
        assert!(house.own_devices(&client, None).await.unwrap().0.is_empty());

        // A new link forgets every device.
        let phone = house.know_device(me, None, "Safari, iPhone", NOW).await.unwrap();
        let new = house.renew_client_link(&setting.professional, id).await.unwrap();
        let knock = Knock { link: None, device: Some(&phone) };
        assert_eq!(house.come_in(knock, &new.code, NOW).await.unwrap(), Way::Wrong(TRIES - 1));
    })
    .await;
}

#[tokio::test]
async fn a_privacy_officer_shuts_a_link_and_gives_a_code_but_never_a_link() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let link = house.renew_client_link(&setting.professional, id).await.unwrap();
        let me = participant(&setting, id).await;
        let officer = setting.with_role("Fatma", Role::PrivacyOfficer).await;
        let manager = setting.with_role("Manon", Role::Manager).await;
        for nobody in [&setting.coach, &setting.colleague, &manager] {
            assert!(house.client_links(nobody, id).await.is_err());
            assert!(house.renew_code_of(nobody, id, me).await.is_err());
            assert!(house.shut_link(nobody, id, me).await.is_err());
        }
        assert!(house.renew_code_of(&setting.professional, id, me).await.is_err(), "they give a whole link");
        assert_eq!(house.client_links(&officer, id).await.unwrap(), [(me, None)]);
        let code = house.renew_code_of(&officer, id, me).await.unwrap();
        assert_eq!(house.enter_by_link(&link.token, &link.code, NOW).await.unwrap(), Way::Wrong(TRIES - 1));
        assert_eq!(house.enter_by_link(&link.token, &code, NOW).await.unwrap(), Way::In(me));
        assert!(house.renew_client_link(&officer, id).await.is_err());
        house.shut_link(&officer, id, me).await.unwrap();
        assert!(house.client_links(&officer, id).await.unwrap().is_empty());
        assert_eq!(house.enter_by_link(&link.token, &code, NOW).await.unwrap(), Way::Wrong(TRIES - 1));
        let seen = house.who_looked(&Caller::participant(me, NOW), id).await.unwrap();
        for deed in ["new-code", "shut-link"] {
            assert!(seen.iter().any(|line| line.deed == deed), "{deed}");
        }
        let again = house.renew_client_link(&setting.professional, id).await.unwrap();
        assert_eq!(house.enter_by_link(&again.token, &again.code, NOW).await.unwrap(), Way::In(me));
    })
    .await;
}

#[tokio::test]
async fn the_code_is_asked_again_and_counts_as_at_the_door() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let link = house.renew_client_link(&setting.professional, id).await.unwrap();
        let me = participant(&setting, id).await;
        let client = Caller::participant(me, NOW);
        let ask = async |code: &str| house.ask_code_again(&client, None, code).await.unwrap();
        assert_eq!(ask(&link.code).await, Way::In(me));
        for _ in 0..TRIES {
            ask("AAAA-AAAA").await;
        }
        assert_eq!(ask(&link.code).await, Way::Locked(rest_minutes(0)));
        assert!(house.ask_code_again(&setting.professional, None, &link.code).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_new_link_never_opens_a_look_that_must_stay_hidden() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.watchable(by).await;
        let client = setting.client(by, id).await;
        assert_eq!(refusal(house.renew_client_link(&setting.coach, id).await), Refusal::NotInvited);
        assert_eq!(refusal(house.renew_client_link(&setting.colleague, id).await), Refusal::Unknown);
        setting.look(&client, id, MomentKind::Resistance, 1_000).await;
        assert_eq!(refusal(house.renew_client_link(by, id).await), Refusal::LinkTheirs);
        assert!(house.renew_client_link(&client, id).await.is_ok());
        setting.sealed(by, id, MomentKind::Flow, 2_000).await;
        assert!(house.renew_client_link(by, id).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn the_link_leads_to_the_receipt_after_everything_is_gone() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.watchable(by).await;
        let link = house.renew_client_link(by, id).await.unwrap();
        house.withdraw(by, id).await.unwrap();
        let Way::In(me) = house.enter_by_link(&link.token, &link.code, NOW).await.unwrap() else {
            unreachable!("the link no longer works")
        };
        let client = Caller::participant(me, NOW);
        assert_eq!(house.own_place(&client).await.unwrap().0, id);
        assert_eq!(house.receipts(&client, id).await.unwrap().len(), 1);
        assert_eq!(refusal(house.renew_client_link(by, id).await), Refusal::ConsentWithdrawn);
    })
    .await;
}
