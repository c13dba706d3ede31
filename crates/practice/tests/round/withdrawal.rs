//! Stopping: whatever was there is gone, for everyone, at once and for good; and a receipt says so.

use std::path::Path;

use method::Refusal;
use method::colearning::Card;
use method::consent::Purpose;
use method::consent::receipt::{Ending, Item};
use method::dialogue::Subject;
use method::dialogue::alternative::IdeaOf;
use method::ids::ConversationId;
use method::looking::{LeadQuestion, MomentKind};
use method::permit::Reader;
use method::roles::{Perspective, Role};
use method::time::Stamp;
use practice::Caller;
use practice::colearning::Written;
use practice::dialogue::{From, Idea, Sentence};
use practice::recording::Face;
use records::{on, run};

use crate::consent::answers;
use crate::setting::{NOW, Setting, both, refusal};

/// Tables with rows that tell something, and how to find those of one conversation.
const CONTENT: [(&str, &str); 19] = [
    ("recordings", "conversation = $1"),
    ("assets", "conversation = $1"),
    ("looks", "conversation = $1"),
    ("moments", "look in (select id from looks where conversation = $1)"),
    ("answers", "look in (select id from looks where conversation = $1)"),
    ("readings", "conversation = $1"),
    ("alternatives", "conversation = $1"),
    ("tryouts", "conversation = $1"),
    ("offers", "conversation = $1"),
    ("peer_notes", "conversation = $1"),
    ("colleagues", "conversation = $1"),
    ("derivations", "conversation = $1"),
    ("worksheets", "conversation = $1"),
    ("card_halves", "conversation = $1"),
    ("card_shares", "conversation = $1"),
    ("plannings", "conversation = $1"),
    ("interviews", "conversation = $1"),
    ("interview_notes", "interview in (select id from interviews where conversation = $1)"),
    ("participants", "conversation = $1 and code_name_sealed is not null"),
];

async fn content(setting: &Setting, id: ConversationId) -> Vec<&'static str> {
    let mut c = setting.records().await.read().await.unwrap();
    let mut left = Vec::new();
    for (table, of) in CONTENT {
        let sql = format!("select count(*) from {table} where {of}");
        let rows: (i64,) = on!(&mut c, db => {
            sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(id.to_string()).fetch_one(db).await.unwrap()
        });
        if rows.0 > 0 {
            left.push(table);
        }
    }
    left
}

/// Files whose path names the conversation.
fn traces(folder: &Path, id: ConversationId) -> Vec<String> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return found };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(traces(&path, id));
        } else if path.display().to_string().contains(&id.to_string()) {
            found.push(path.display().to_string());
        }
    }
    found
}

/// A conversation in which everything is there that can be: looks, a code name, an alternative, an offer, a colleague's
/// note, a worksheet.
async fn full(setting: &Setting) -> ConversationId {
    let id = setting.two_sealed().await;
    let client = setting.client(&setting.professional, id).await;
    setting.house.choose_code_name(&client, id, "Roos").await.unwrap();
    let written = Written { text: "Met de bus".into(), drawing: String::new() };
    setting.house.write_card(&client, id, Card::Arriving, &written, true).await.unwrap();
    setting.house.share_cards(&client, id, true).await.unwrap();
    setting.house.plan_together(&setting.coach, id, NOW.plus_days(2), 60).await.unwrap();
    setting.sealed(&client, id, MomentKind::Resistance, 59_000).await;
    let (house, by) = (&setting.house, &setting.professional);
    for caller in [by, &client] {
        house.say_yes_again(caller, id, &answers(&[Purpose::Look, Purpose::Colleagues])).await.unwrap();
    }
    let colleague = setting.colleague.member.as_ref().unwrap().id;
    house.invite_colleague(by, id, colleague).await.unwrap();
    house.write_peer_note(&setting.colleague, id, "Ik zie een zucht.").await.unwrap();
    let about = Subject::Question(LeadQuestion::SharedGoal);
    let sentence = Sentence { intention: "Wachten".into(), words: "En dan?".into(), ..Sentence::default() };
    house.offer(&setting.coach, id, about, &sentence).await.unwrap();
    let idea = Idea::new(sentence.clone(), IdeaOf::Coach);
    let made = house.add_alternative(by, id, about, &idea).await.unwrap();
    house.keep_sentence(by, From::Table(id, made), &sentence, (None, None)).await.unwrap();
    house.write_worksheet(by, id, &vec!["x".to_owned(); 9], 0).await.unwrap();
    crate::interview::noted_with_sound(setting, id).await;
    id
}

async fn everything_refuses(setting: &Setting, id: ConversationId, why: Refusal, now: Stamp) {
    let house = &setting.house;
    let client = setting.client(&setting.professional, id).await;
    for caller in [&setting.professional, &setting.coach, &client] {
        let caller = Caller { now, ..caller.clone() };
        assert_eq!(refusal(house.film(&caller, id).await.map(|_| ())), why);
        assert_eq!(refusal(house.table(&caller, id).await.map(|_| ())), why);
        assert_eq!(refusal(house.begin_look(&caller, id).await), why);
        assert_eq!(refusal(house.to_tell(&caller, id).await.map(|_| ())), why);
        assert_eq!(refusal(house.recording(&caller, id).await.map(|_| ())), why);
        assert_eq!(refusal(house.planned(&caller, id).await.map(|_| ())), why);
        let cards = refusal(house.cards(&caller, id).await.map(|_| ()));
        assert!(cards == why || (cards == Refusal::Unknown && caller.reader == setting.coach.reader));
        assert_eq!(refusal(house.client_voice(&caller, id).await.map(|_| ())), why);
        assert_eq!(refusal(house.interview(&caller, id).await.map(|_| ())), why);
        let names = house.conversation(&caller, id).await.unwrap();
        assert!(names.name_of(Perspective::Client).is_none(), "the code name is gone too");
    }
}

#[tokio::test]
async fn whoever_is_in_the_picture_stops_it_all_and_so_does_the_privacy_officer_on_their_word() {
    both(async |setting| {
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        for (who, why) in [
            (Perspective::Client, Ending::Client),
            (Perspective::Professional, Ending::Professional),
            (Perspective::Coach, Ending::PrivacyOfficer),
        ] {
            let (house, id) = (&setting.house, full(&setting).await);
            let client = setting.client(&setting.professional, id).await;
            let caller = match who {
                Perspective::Client => &client,
                Perspective::Professional => &setting.professional,
                Perspective::Coach => &officer,
            };
            let film = house.film(&client, id).await.unwrap();
            let vault = setting.folder.path().join("vault");
            let keys = setting.folder.path().join("keyring").join("keys");
            assert!(!traces(&vault, id).is_empty());
            let there = content(&setting, id).await;
            for new in ["offers", "peer_notes", "colleagues", "derivations", "worksheets"] {
                assert!(there.contains(&new), "{new} of {there:?}");
            }
            assert_eq!(traces(&keys, id).len(), 1, "its key");
            house.withdraw(caller, id).await.unwrap();
            everything_refuses(&setting, id, Refusal::ConsentWithdrawn, NOW).await;
            let media = house.open_media(&client, film.object, Face::Original).await.map(|_| ());
            assert_eq!(refusal(media), Refusal::ConsentWithdrawn);
            let stranger =
                house.open_media(&setting.colleague, film.object, Face::Original).await.map(|_| ());
            assert_eq!(refusal(stranger), Refusal::Unknown, "a stranger does not even learn that it was");
            assert_eq!(traces(&keys, id), Vec::<String>::new(), "the key is gone");
            assert_eq!(traces(&vault, id), Vec::<String>::new(), "objects are gone");
            assert_eq!(content(&setting, id).await, Vec::<&str>::new(), "rows are gone");
            let receipt = house.receipts(&client, id).await.unwrap().remove(0);
            assert_eq!((receipt.why, receipt.purpose, receipt.done), (why, None, Some(NOW)));
            for item in
                [Item::Recording, Item::Derived, Item::Looks, Item::Interview, Item::Cards, Item::CodeName]
            {
                assert!(receipt.items.contains(&item), "{item}");
            }
            house.withdraw(caller, id).await.unwrap();
            assert_eq!(house.receipts(&client, id).await.unwrap().len(), 1, "once more is harmless");
        }
        let organisation = officer.member.as_ref().unwrap().organisation;
        assert!(setting.house.verify_audit(organisation).await.unwrap().holds());
    })
    .await;
}

#[tokio::test]
async fn nobody_else_stops_anything() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.watchable(&setting.professional).await);
        let elsewhere = setting.elsewhere("Ada", Role::PrivacyOfficer).await;
        let manager = setting.with_role("Els", Role::Manager).await;
        for caller in [&setting.coach, &setting.colleague, &elsewhere, &manager] {
            assert_eq!(refusal(house.withdraw(caller, id).await), Refusal::Unknown);
            assert_eq!(refusal(house.take_back(caller, id, Purpose::Clip).await), Refusal::Unknown);
        }
        assert!(house.film(&setting.coach, id).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn one_purpose_stops_and_the_rest_goes_on() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.watchable(by).await;
        let client = setting.client(by, id).await;
        for caller in [by, &client] {
            let both = answers(&[Purpose::Look, Purpose::Colleagues]);
            house.say_yes_again(caller, id, &both).await.unwrap();
        }
        assert!(house.conversation(by, id).await.unwrap().facts.all_confirmed(Purpose::Colleagues));
        house.take_back(&client, id, Purpose::Colleagues).await.unwrap();
        assert!(!house.conversation(by, id).await.unwrap().facts.all_said_yes(Purpose::Colleagues));
        assert!(house.film(&setting.coach, id).await.is_ok());
        let receipts = house.receipts(&client, id).await.unwrap();
        assert_eq!(receipts[0].items, [Item::Colleagues]);
        house.take_back(&client, id, Purpose::Colleagues).await.unwrap();
        assert_eq!(house.receipts(&client, id).await.unwrap().len(), 1, "what is stopped stops once");
        house.take_back(&client, id, Purpose::Look).await.unwrap();
        everything_refuses(&setting, id, Refusal::ConsentWithdrawn, NOW).await;
    })
    .await;
}

#[tokio::test]
async fn without_a_second_yes_in_time_it_ends_by_itself_and_with_one_at_the_end_of_its_term() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let (given, confirmed) = (setting.watchable(by).await, setting.watchable(by).await);
        // One whose second yes the client never said.
        let client = setting.client(by, given).await;
        let mut c = setting.records().await.write().await.unwrap();
        let Reader::Participant(participant) = client.reader else { unreachable!() };
        let sql = "update consents set confirmed_at = null where participant = $1";
        undo(&mut c, sql, &participant.to_string()).await;
        c.commit().await.unwrap();
        assert_eq!(refusal(house.film(&setting.coach, given).await.map(|_| ())), Refusal::ConsentSecond);
        assert_eq!(house.expire_due(NOW.plus_days(13)).await.unwrap(), 0);
        let late = NOW.plus_days(14);
        // Before any sweep the rules already refuse.
        everything_refuses(&setting, given, Refusal::ConsentWithdrawn, late).await;
        assert_eq!(house.expire_due(late).await.unwrap(), 1);
        assert_eq!(house.expire_due(late).await.unwrap(), 0);
        assert_eq!(content(&setting, given).await, Vec::<&str>::new());
        assert_eq!(house.receipts(&client, given).await.unwrap()[0].why, Ending::SecondYes);
        assert!(house.film(&setting.coach, confirmed).await.is_ok(), "the other one goes on");
        let over = NOW.plus_months(6);
        assert_eq!(house.expire_due(Stamp(over.0 - 1)).await.unwrap(), 0);
        assert_eq!(house.expire_due(over).await.unwrap(), 1);
        everything_refuses(&setting, confirmed, Refusal::Retention, over).await;
        let client = setting.client(by, confirmed).await;
        assert_eq!(house.receipts(&client, confirmed).await.unwrap()[0].why, Ending::Retention);
    })
    .await;
}

#[tokio::test]
async fn a_destruction_that_was_interrupted_is_seen_to_its_end() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.watchable(&setting.professional).await);
        let client = setting.client(&setting.professional, id).await;
        house.withdraw(&client, id).await.unwrap();
        assert_eq!(house.finish_destructions(NOW).await.unwrap(), 0);
        let mut c = setting.records().await.write().await.unwrap();
        undo(&mut c, "update receipts set done_at = null where conversation = $1", &id.to_string()).await;
        c.commit().await.unwrap();
        let later = NOW.plus_minutes(1);
        assert_eq!(house.finish_destructions(later).await.unwrap(), 1);
        assert_eq!(house.receipts(&client, id).await.unwrap()[0].done, Some(later));
    })
    .await;
}

async fn undo(c: &mut records::Conn, sql: &'static str, id: &str) {
    let done = async { records::Result::Ok(run!(c, sqlx::query(sql).bind(id))) }.await;
    assert!(done.unwrap() > 0);
}
