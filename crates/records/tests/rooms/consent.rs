//! Yeses as rows, receipts, and what is left when a conversation is forgotten.

use method::consent::receipt::{Ending, Item, Receipt};
use method::consent::{Means, Purpose};
use method::time::Stamp;
use records::consent as room;
use records::consent::Said;

use crate::engines::{NOW, Table, engines, table};

fn said(t: &Table, at: Stamp, after: bool) -> Said<'static> {
    let (conversation, participant) = (t.conversation, t.client);
    Said { conversation, participant, means: Means::Tablet, text_version: "nl-1", at, after }
}

#[tokio::test]
async fn a_yes_is_said_confirmed_taken_back_and_said_anew() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let t = table(&mut c).await;
        let all = async |c: &mut records::Conn| room::of_conversation(c, t.conversation).await.unwrap();
        room::say_yes(&mut c, &said(&t, NOW, false), Purpose::Look).await.unwrap();
        room::say_yes(&mut c, &said(&t, NOW.plus_days(1), false), Purpose::Look).await.unwrap();
        let one = all(&mut c).await.remove(0);
        assert_eq!((one.given, one.means, one.text_version.as_str()), (NOW, Means::Tablet, "nl-1"));
        assert_eq!((one.participant, one.confirmed, one.withdrawn), (t.client, None, None));
        room::confirm(&mut c, &said(&t, NOW.plus_days(2), true), Purpose::Look).await.unwrap();
        room::confirm(&mut c, &said(&t, NOW.plus_days(3), true), Purpose::Look).await.unwrap();
        assert_eq!(all(&mut c).await[0].confirmed, Some(NOW.plus_days(2)), "the first second yes counts");
        assert!(room::withdraw(&mut c, t.client, Purpose::Look, NOW.plus_days(4)).await.unwrap());
        assert!(!room::withdraw(&mut c, t.client, Purpose::Look, NOW.plus_days(5)).await.unwrap());
        room::confirm(&mut c, &said(&t, NOW.plus_days(6), true), Purpose::Look).await.unwrap();
        assert_eq!(all(&mut c).await[0].withdrawn, Some(NOW.plus_days(4)));
        room::say_yes(&mut c, &said(&t, NOW.plus_days(7), true), Purpose::Look).await.unwrap();
        let anew = all(&mut c).await.remove(0);
        let seven = NOW.plus_days(7);
        assert_eq!((anew.given, anew.confirmed, anew.withdrawn), (seven, Some(seven), None));
        room::forget_yes(&mut c, t.client, Purpose::Look).await.unwrap();
        assert!(all(&mut c).await.is_empty());
        assert!(!room::withdraw(&mut c, t.professional, Purpose::Look, NOW).await.unwrap());
    }
}

#[tokio::test]
async fn a_receipt_reads_back_and_an_unfinished_one_is_found() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let t = table(&mut c).await;
        let whole = Receipt {
            purpose: None,
            why: Ending::Client,
            items: vec![Item::Recording, Item::CodeName],
            at: NOW,
            copies_until: NOW.plus_days(30),
            done: None,
        };
        let part = Receipt {
            purpose: Some(Purpose::Clip),
            why: Ending::PrivacyOfficer,
            items: vec![],
            at: Stamp(NOW.0 - 1),
            done: Some(NOW),
            ..whole.clone()
        };
        room::insert_receipt(&mut c, t.conversation, Some(t.client), &part).await.unwrap();
        room::insert_receipt(&mut c, t.conversation, None, &whole).await.unwrap();
        assert_eq!(room::receipts(&mut c, t.conversation).await.unwrap(), [whole.clone(), part]);
        assert_eq!(room::unfinished(&mut c).await.unwrap(), [t.conversation]);
        room::finish(&mut c, t.conversation, NOW.plus_days(1)).await.unwrap();
        assert!(room::unfinished(&mut c).await.unwrap().is_empty());
        let done: Vec<_> = room::receipts(&mut c, t.conversation).await.unwrap();
        assert_eq!((done[0].done, done[1].done), (Some(NOW.plus_days(1)), Some(NOW)));
    }
}

#[tokio::test]
async fn forgetting_takes_content_and_leaves_facts_and_neighbours() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let (mine, theirs) = (table(&mut c).await, table(&mut c).await);
        for t in [&mine, &theirs] {
            records::conversation::set_code_name(&mut c, t.client, b"sealed").await.unwrap();
            room::say_yes(&mut c, &said(t, NOW, false), Purpose::Look).await.unwrap();
        }
        assert_eq!(room::items(&mut c, mine.conversation).await.unwrap(), [Item::CodeName]);
        room::forget(&mut c, mine.conversation).await.unwrap();
        assert!(room::items(&mut c, mine.conversation).await.unwrap().is_empty());
        assert_eq!(room::items(&mut c, theirs.conversation).await.unwrap(), [Item::CodeName]);
        assert_eq!(room::of_conversation(&mut c, mine.conversation).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn the_register_lists_one_organisation_and_one_day() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        let (mine, theirs) = (table(&mut c).await, table(&mut c).await);
        let list = async |c: &mut records::Conn, day| {
            records::conversation::of_organisation(c, mine.organisation, day, "", 10).await.unwrap().len()
        };
        assert_ne!(mine.organisation, theirs.organisation);
        assert_eq!(list(&mut c, None).await, 1);
        assert_eq!(list(&mut c, Some((NOW, Stamp(NOW.0 + 1)))).await, 1);
        assert_eq!(list(&mut c, Some((Stamp(NOW.0 - 5), NOW))).await, 0);
    }
}
