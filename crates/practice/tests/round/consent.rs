//! Asking: a no leaves nothing, nothing is recorded without everyone's yes, the second yes comes in time.

use method::Refusal;
use method::consent::{Means, Purpose};
use method::ids::ConversationId;
use method::roles::Role;
use practice::consent::Answers;
use practice::consent::register::Narrow;
use practice::recording::{Incoming, Maker};
use practice::{Caller, House};

use crate::setting::{NOW, Setting, both, refusal, wrong_field};

pub const fn answers(yes: &[Purpose]) -> Answers<'_> {
    Answers { yes, means: Means::Link, text_version: "nl-test" }
}

async fn record(house: &House, caller: &Caller, id: ConversationId) -> practice::Result<()> {
    let incoming = Incoming { maker: Maker::Camera, length: None, file_name: None, content_type: None };
    house.begin_recording(caller, id, &incoming).await.map(|_| ())
}

async fn rows(setting: &Setting, id: ConversationId) -> usize {
    let mut c = setting.records().await.read().await.unwrap();
    records::consent::of_conversation(&mut c, id).await.unwrap().len()
}

#[tokio::test]
async fn a_no_is_written_down_nowhere() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let client = setting.client(&setting.professional, id).await;
        let before = house.who_looked(&setting.professional, id).await.unwrap().len();
        house.say_yes(&client, id, &answers(&[])).await.unwrap();
        house.say_yes(&client, id, &answers(&[Purpose::Research, Purpose::Clip])).await.unwrap();
        assert_eq!(rows(&setting, id).await, 0, "without a yes to looking nothing is kept");
        assert_eq!(house.who_looked(&setting.professional, id).await.unwrap().len(), before);
        house.say_yes(&client, id, &answers(&[Purpose::Look, Purpose::Clip])).await.unwrap();
        house.choose_code_name(&client, id, "Roos").await.unwrap();
        assert_eq!(rows(&setting, id).await, 2, "three noes are no rows");
        house.say_yes(&client, id, &answers(&[Purpose::Look])).await.unwrap();
        assert_eq!(rows(&setting, id).await, 1);
        house.say_yes(&client, id, &answers(&[])).await.unwrap();
        assert_eq!(rows(&setting, id).await, 0, "a yes that became a no before the recording is gone");
        let overview = house.conversation(&client, id).await.unwrap();
        assert!(overview.name_of(method::roles::Perspective::Client).is_none());
    })
    .await;
}

#[tokio::test]
async fn nothing_is_recorded_without_everyones_yes() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.plain(by, NOW).await;
        let client = setting.client(by, id).await;
        assert_eq!(refusal(record(house, by, id).await), Refusal::ConsentMissing);
        house.say_yes(by, id, &answers(&[Purpose::Look])).await.unwrap();
        assert_eq!(refusal(record(house, by, id).await), Refusal::ConsentMissing);
        house.say_yes(&client, id, &answers(&[Purpose::Colleagues])).await.unwrap();
        assert_eq!(refusal(record(house, by, id).await), Refusal::ConsentMissing);
        house.say_yes(&client, id, &answers(&[Purpose::Look])).await.unwrap();
        assert_eq!(refusal(record(house, &client, id).await), Refusal::NotInvited);
        assert_eq!(refusal(record(house, &setting.coach, id).await), Refusal::NotInvited);
        assert_eq!(refusal(record(house, &setting.colleague, id).await), Refusal::Unknown);
        record(house, by, id).await.unwrap();
        let late = house.say_yes(&client, id, &answers(&[])).await;
        assert_eq!(refusal(late), Refusal::RecordingPresent, "from here on it is stopping, not a no");
    })
    .await;
}

#[tokio::test]
async fn nobody_says_yes_for_another() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let coach = house.say_yes(&setting.coach, id, &answers(&[Purpose::Look])).await;
        assert_eq!(refusal(coach), Refusal::NotInvited);
        let stranger = house.say_yes(&setting.colleague, id, &answers(&[Purpose::Look])).await;
        assert_eq!(refusal(stranger), Refusal::Unknown);
        let name = house.choose_code_name(&setting.professional, id, "Roos").await;
        assert_eq!(refusal(name), Refusal::NotInvited, "the client chooses their own name");
        assert_eq!(rows(&setting, id).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_second_yes_can_change_what_was_said_but_not_undo_looking() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.watchable(by).await;
        let client = setting.client(by, id).await;
        let without = house.say_yes_again(&client, id, &answers(&[Purpose::Clip])).await;
        assert_eq!(wrong_field(without), "yes");
        house.say_yes_again(&client, id, &answers(&[Purpose::Look, Purpose::Research])).await.unwrap();
        let facts = house.conversation(by, id).await.unwrap().facts;
        assert!(facts.party(&client.reader).unwrap().yes(Purpose::Research).unwrap().confirmed());
        assert!(!facts.all_said_yes(Purpose::Research), "the professional did not say it");
        house.say_yes_again(&client, id, &answers(&[Purpose::Look])).await.unwrap();
        let facts = house.conversation(by, id).await.unwrap().facts;
        assert!(!facts.party(&client.reader).unwrap().yes(Purpose::Research).unwrap().lives());
        let receipts = house.receipts(&client, id).await.unwrap();
        assert_eq!(receipts.len(), 1);
        assert_eq!(receipts[0].purpose, Some(Purpose::Research));
    })
    .await;
}

#[tokio::test]
async fn the_register_knows_facts_and_is_for_the_privacy_officer_of_the_house() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.watchable(&setting.professional).await);
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        let lines = house.register(&officer, &Narrow::default()).await.unwrap();
        assert_eq!((lines.len(), lines[0].id), (1, id));
        assert!(lines[0].confirmed && lines[0].ended.is_none());
        assert_eq!(lines[0].purposes, [Purpose::Look]);
        let page = house.registered(&officer, id).await.unwrap();
        assert_eq!(page.yeses.len(), 2);
        let elsewhere = setting.elsewhere("Ada", Role::PrivacyOfficer).await;
        assert!(house.register(&elsewhere, &Narrow::default()).await.unwrap().is_empty());
        assert_eq!(refusal(house.registered(&elsewhere, id).await), Refusal::Unknown);
        for role in [Role::Manager, Role::Administrator, Role::Researcher, Role::Coach] {
            let other = setting.with_role(role.key(), role).await;
            assert_eq!(refusal(house.register(&other, &Narrow::default()).await), Refusal::Unknown, "{role}");
            assert_eq!(refusal(house.registered(&other, id).await), Refusal::Unknown, "{role}");
        }
    })
    .await;
}
