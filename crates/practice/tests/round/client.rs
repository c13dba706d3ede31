//! The client's way in: a link, a code, and no more tries than are good.

use std::sync::Arc;

use method::Refusal;
use method::ids::ParticipantId;
use method::looking::MomentKind;
use method::permit::Reader;
use practice::client::{ATTEMPTS, LOCK_MINUTES, Way};
use practice::{Caller, House};

use crate::setting::{NOW, Setting, both, refusal};

async fn participant(setting: &Setting, id: method::ids::ConversationId) -> ParticipantId {
    match setting.client(&setting.professional, id).await.reader {
        Reader::Participant(id) => id,
        other => unreachable!("{other:?}"),
    }
}

#[tokio::test]
async fn five_wrong_codes_and_the_link_rests_for_a_while() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let link = house.renew_client_link(&setting.professional, id).await.unwrap();
        let me = participant(&setting, id).await;
        let enter = async |code: &str, now| house.enter_by_link(&link.token, code, now).await.unwrap();
        let typed = link.code.to_lowercase().replace('-', " ");
        assert_eq!(enter(&typed, NOW).await, Way::In(me), "as people type it");
        for left in (1..ATTEMPTS).rev() {
            assert_eq!(enter("AAAA-AAAA", NOW).await, Way::Wrong(left));
        }
        assert_eq!(enter("", NOW).await, Way::Locked(LOCK_MINUTES));
        assert_eq!(
            enter(&link.code, NOW).await,
            Way::Locked(LOCK_MINUTES),
            "the right one does not help now"
        );
        assert_eq!(house.client_link(&link.token, NOW).await.unwrap(), Some(Way::Locked(LOCK_MINUTES)));
        let almost = method::time::Stamp(NOW.plus_minutes(LOCK_MINUTES).0 - 1);
        assert_eq!(enter(&link.code, almost).await, Way::Locked(1));
        assert_eq!(enter(&link.code, NOW.plus_minutes(LOCK_MINUTES)).await, Way::In(me));
        assert_eq!(enter("AAAA-AAAA", NOW.plus_minutes(LOCK_MINUTES)).await, Way::Wrong(ATTEMPTS - 1));
    })
    .await;
}

#[tokio::test]
async fn guesses_side_by_side_are_counted_too() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let link = house.renew_client_link(&setting.professional, id).await.unwrap();
        let guess = |n: usize, house: Arc<House>, token: String| async move {
            house.enter_by_link(&token, &format!("AAAA-{n:04}"), NOW).await.unwrap()
        };
        let guesses = (0..20).map(|n| tokio::spawn(guess(n, Arc::clone(house), link.token.clone())));
        let ways = futures::future::join_all(guesses).await;
        let looked_at = ways.iter().filter(|way| matches!(way.as_ref().unwrap(), Way::Wrong(_))).count();
        assert!(looked_at < usize::try_from(ATTEMPTS).unwrap(), "{looked_at} guesses were looked at");
        assert!(matches!(house.client_link(&link.token, NOW).await.unwrap(), Some(Way::Locked(_))));
    })
    .await;
}

#[tokio::test]
async fn an_old_link_is_dead_and_every_link_dies_of_age() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let old = house.renew_client_link(&setting.professional, id).await.unwrap();
        let new = house.renew_client_link(&setting.professional, id).await.unwrap();
        let me = participant(&setting, id).await;
        assert_eq!(house.enter_by_link(&old.token, &old.code, NOW).await.unwrap(), Way::Unknown);
        assert_eq!(house.enter_by_link(&new.token, &old.code, NOW).await.unwrap(), Way::Wrong(ATTEMPTS - 1));
        assert_eq!(house.enter_by_link(&new.token, &new.code, NOW).await.unwrap(), Way::In(me));
        assert_eq!(house.enter_by_link(&new.token, &new.code, new.expires).await.unwrap(), Way::Expired);
        assert_eq!(house.client_link("verzonnen", NOW).await.unwrap(), Some(Way::Unknown));
        let own = house.renew_own_code(&Caller::participant(me, NOW)).await.unwrap();
        assert_eq!(house.enter_by_link(&new.token, &new.code, NOW).await.unwrap(), Way::Wrong(ATTEMPTS - 1));
        assert_eq!(house.enter_by_link(&new.token, &own, NOW).await.unwrap(), Way::In(me));
        let nothing = setting.records().await;
        let mut c = nothing.read().await.unwrap();
        let kept = records::client::of_participant(&mut c, me).await.unwrap().unwrap();
        assert!(kept.code_hash.starts_with("$argon2id$"), "only a hash of the code is kept");
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
