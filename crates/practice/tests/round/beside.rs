//! Everyone in the picture, consent on paper, keeping it longer, and that a no leaves no trace.

use bytes::Bytes;
use method::Refusal;
use method::consent::companion::CompanionKind;
use method::consent::receipt::{Ending, Item};
use method::consent::{Means, Purpose};
use method::ids::{ConversationId, ParticipantId};
use method::permit::Deed;
use method::roles::Role;
use practice::Caller;
use practice::consent::Answers;
use practice::consent::papers::Filed;
use practice::consent::register::Sayer;
use sqlx::{Column, Row, ValueRef};

use crate::consent::answers;
use crate::setting::{NOW, Setting, both, refusal, wrong_field};

const PHOTO: &[u8] = b"\xff\xd8\xff\xe0 a photo of a signature";

fn companion(id: ParticipantId) -> Caller {
    Caller::participant(id, NOW)
}

fn filed<'a>(of: ParticipantId, yes: &'a [Purpose], after: bool) -> Filed<'a> {
    let (name, photo) = (Some("Roos"), Bytes::from_static(PHOTO));
    Filed { of, after, yes, name, text_version: "nl-paper", photo }
}

fn part(caller: &Caller) -> ParticipantId {
    match caller.reader {
        method::permit::Reader::Participant(id) => id,
        _ => unreachable!("no participant"),
    }
}

/// Every row of every table but sessions and the texts of the organisation, as bytes.
async fn everything(setting: &Setting) -> Vec<String> {
    let address = setting.house.settings.database.clone();
    let mut all = Vec::new();
    if let Some(address) = address {
        use sqlx::Connection;
        let mut c = sqlx::PgConnection::connect(&address).await.unwrap();
        let sql =
            "select table_name::text from information_schema.tables where table_schema = 'public' order by 1";
        let tables: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut c).await.unwrap();
        for table in tables {
            let sql = format!("select t::text from {table} t order by 1");
            let rows: Vec<String> =
                sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut c).await.unwrap();
            all.extend(rows.into_iter().map(|row| format!("{table}: {row}")));
        }
        return all;
    }
    use sqlx::Connection;
    let file = setting.folder.path().join("records.db");
    let mut c = sqlx::SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.unwrap();
    let sql = "select name from sqlite_master where type = 'table' order by name";
    let tables: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut c).await.unwrap();
    assert!(tables.len() > 20, "the tables are there");
    for table in tables {
        let sql = format!("select * from {table}");
        for row in sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&mut c).await.unwrap() {
            let cells = row.columns().iter().map(|column| {
                let at = column.ordinal();
                if row.try_get_raw(at).unwrap().is_null() {
                    return "-".to_owned();
                }
                row.try_get::<String, _>(at)
                    .or_else(|_| row.try_get::<i64, _>(at).map(|n| n.to_string()))
                    .or_else(|_| row.try_get::<Vec<u8>, _>(at).map(|bytes| format!("{bytes:?}")))
                    .unwrap_or_else(|_| "?".to_owned())
            });
            all.push(format!("{table}: {}", cells.collect::<Vec<_>>().join(" ")));
        }
    }
    all.sort();
    all
}

async fn longer(setting: &Setting, by: &Caller, id: ConversationId) -> practice::Result<()> {
    setting.house.ask_longer(by, id, 6, async |_| Ok("nl-longer".to_owned())).await
}

#[tokio::test]
async fn whoever_came_along_chooses_and_can_stop_it_and_looks_at_nothing() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.plain(by, NOW).await;
        let client = setting.client(by, id).await;
        for caller in [by, &client] {
            house.say_yes(caller, id, &answers(&[Purpose::Look])).await.unwrap();
        }
        assert!(house.permit(by, id, Deed::Record).await.is_ok());
        let who = house.add_companion(by, id, CompanionKind::Interpreter).await.unwrap();
        assert_eq!(refusal(house.permit(by, id, Deed::Record).await), Refusal::ConsentMissing);
        for other in [&client, &setting.coach] {
            let added = house.add_companion(other, id, CompanionKind::Close).await;
            assert_eq!(refusal(added), Refusal::NotInvited);
        }
        let elsewhere = house.add_companion(&setting.colleague, id, CompanionKind::Close).await;
        assert_eq!(refusal(elsewhere), Refusal::Unknown);
        // By their own link, and not by what others type.
        let link = house.renew_link_of(by, id, who).await.unwrap();
        let way = house.enter_by_link(&link.token, &link.code, NOW).await.unwrap();
        assert_eq!(way, practice::client::Way::In(who));
        let them = companion(who);
        house.say_yes(&them, id, &answers(&[Purpose::Look, Purpose::Clip])).await.unwrap();
        assert!(house.permit(by, id, Deed::Record).await.is_ok());
        for deed in Deed::ALL {
            assert_eq!(refusal(house.permit(&them, id, *deed).await), Refusal::Unknown, "{deed}");
        }
        assert_eq!(refusal(house.conversation(&them, id).await), Refusal::Unknown);
        assert!(!house.who_looked(&them, id).await.unwrap().is_empty(), "they hear who looked");
        let own = house.own_part(&them).await.unwrap();
        assert!(own.people.iter().all(|person| person.name.as_deref() != Some("Roos")));
        house.withdraw(&them, id).await.unwrap();
        let receipts = house.receipts(&client, id).await.unwrap();
        assert_eq!(receipts[0].why, Ending::Beside);
        assert_eq!(refusal(house.permit(by, id, Deed::Record).await), Refusal::ConsentWithdrawn);
    })
    .await;
}

#[tokio::test]
async fn what_a_privacy_officer_stops_on_a_companions_word_stands_by_the_companion() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.plain(by, NOW).await;
        let client = setting.client(by, id).await;
        let who = house.add_companion(by, id, CompanionKind::Interpreter).await.unwrap();
        for caller in [by, &client, &companion(who)] {
            house.say_yes(caller, id, &answers(&[Purpose::Look, Purpose::Clip])).await.unwrap();
        }
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        house.take_back_of(&officer, id, Some(who), Purpose::Clip).await.unwrap();
        let nobody = house.withdraw_of(&officer, id, Some(ParticipantId::new())).await;
        assert_eq!(refusal(nobody), Refusal::Unknown);
        house.take_back_of(&officer, id, Some(who), Purpose::Look).await.unwrap();

        let page = house.registered(&officer, id).await.unwrap();
        let gone = page.yeses.iter().filter(|(_, yes)| yes.withdrawn.is_some());
        let gone: Vec<_> = gone.map(|(sayer, yes)| (*sayer, yes.purpose)).collect();
        let them = Sayer::Beside(CompanionKind::Interpreter);
        assert_eq!(gone.len(), 2, "{gone:?}");
        assert!(gone.contains(&(them, Purpose::Look)) && gone.contains(&(them, Purpose::Clip)));
        assert_eq!(page.line.ended.map(|(_, why)| why), Some(Some(Ending::OfficerBeside)));
        let receipts = house.receipts(&client, id).await.unwrap();
        assert_eq!(receipts.iter().map(|one| one.why).collect::<Vec<_>>(), [Ending::OfficerBeside; 2]);
        let mut c = setting.records().await.read().await.unwrap();
        let sql = "select distinct participant from receipts where conversation = $1";
        let whose: Vec<String> = records::on!(&mut c, db => {
            sqlx::query_scalar(sql).bind(id.to_string()).fetch_all(db).await.unwrap()
        });
        assert_eq!(whose, [who.to_string()], "the receipt is the companion's");
    })
    .await;
}

#[tokio::test]
async fn who_comes_in_during_the_conversation_blocks_it_until_they_say_yes_or_the_term_ends_it() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.watchable(by).await;
        assert!(house.permit(&setting.coach, id, Deed::Watch).await.is_ok());
        let who = house.add_companion(by, id, CompanionKind::Close).await.unwrap();
        assert_eq!(refusal(house.permit(&setting.coach, id, Deed::Watch).await), Refusal::ConsentMissing);
        let away = house.remove_companion(by, id, who).await;
        assert_eq!(refusal(away), Refusal::RecordingPresent, "a missing yes is not taken away");
        house.say_yes(&companion(who), id, &answers(&[Purpose::Look])).await.unwrap();
        assert!(
            house.permit(&setting.coach, id, Deed::Watch).await.is_ok(),
            "theirs is the second yes at once"
        );
        let other = house.add_companion(by, id, CompanionKind::Trainee).await.unwrap();
        assert_ne!(other, who);
        let later = NOW.plus_days(15);
        assert_eq!(house.expire_due(later).await.unwrap(), 1);
        assert_eq!(house.receipts(by, id).await.unwrap()[0].why, Ending::SecondYes);
    })
    .await;
}

#[tokio::test]
async fn a_paper_is_entered_with_its_photo_sealed_and_goes_with_the_rest() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.plain(by, NOW).await;
        let client = setting.client(by, id).await;
        let of = part(&client);
        house.say_yes(by, id, &answers(&[Purpose::Look])).await.unwrap();
        for other in [&setting.coach, &setting.colleague] {
            assert!(house.file_paper(other, id, filed(of, &[Purpose::Look], false)).await.is_err());
        }
        let own = house.conversation(by, id).await.unwrap().my_id;
        let for_self = house.file_paper(by, id, filed(own, &[Purpose::Look], false)).await;
        assert_eq!(refusal(for_self), Refusal::NotInvited, "whoever has an account chooses there");
        let odd = Filed { photo: Bytes::from_static(b"<svg>"), ..filed(of, &[Purpose::Look], false) };
        assert_eq!(wrong_field(house.file_paper(by, id, odd).await), "photo");
        house.file_paper(by, id, filed(of, &[Purpose::Look, Purpose::Research], false)).await.unwrap();
        let consents = house.consents(by, id).await.unwrap();
        let theirs: Vec<_> = consents.iter().filter(|one| one.participant == of).collect();
        assert_eq!(theirs.len(), 2);
        assert!(theirs.iter().all(|one| one.means == Means::Paper && one.text_version == "nl-paper"));
        let papers = house.papers(&client, id).await.unwrap();
        assert_eq!(papers.len(), 1);
        let (kind, bytes) = house.paper(&client, papers[0].object).await.unwrap();
        assert_eq!((kind.as_str(), bytes.as_slice()), ("image/jpeg", PHOTO));
        // The officer knows that it is there; the coach, a colleague and whoever came along see nothing of it.
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        assert_eq!(house.registered(&officer, id).await.unwrap().papers, 1);
        let who = house.add_companion(by, id, CompanionKind::Interpreter).await.unwrap();
        for other in [&officer, &setting.coach, &setting.colleague, &companion(who)] {
            assert_eq!(refusal(house.paper(other, papers[0].object).await), Refusal::Unknown);
        }
        assert!(house.papers(&companion(who), id).await.unwrap().is_empty());
        house.file_paper(by, id, filed(who, &[Purpose::Look], false)).await.unwrap();
        assert_eq!(house.papers(&companion(who), id).await.unwrap().len(), 1);
        let page = house.registered(&officer, id).await.unwrap();
        assert!(page.yeses.iter().any(|(sayer, _)| *sayer == Sayer::Beside(CompanionKind::Interpreter)));
        house.withdraw(&officer, id).await.unwrap();
        let items = house.receipts(&client, id).await.unwrap().remove(0).items;
        assert!(items.contains(&Item::Papers), "{items:?}");
        assert_eq!(refusal(house.paper(&client, papers[0].object).await), Refusal::ConsentWithdrawn);
        let vault = setting.folder.path().join("vault").join(id.to_string());
        assert!(!vault.exists() || std::fs::read_dir(vault).unwrap().next().is_none());
    })
    .await;
}

#[tokio::test]
async fn the_second_yes_comes_on_paper_too_and_says_so() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.recorded(by).await;
        let client = setting.client(by, id).await;
        house.say_yes_again(by, id, &answers(&[Purpose::Look])).await.unwrap();
        let of = part(&client);
        let without = house.file_paper(by, id, filed(of, &[Purpose::Clip], true)).await;
        assert_eq!(wrong_field(without), "yes", "without looking it is a withdrawal, and is asked as one");
        // What was printed is what they read, whatever the words are by now.
        let sheet = house.print_sheet(by, id, of, "Zoals het op het blad staat").await.unwrap();
        assert_eq!(refusal(house.print_sheet(&setting.coach, id, of, "x").await), Refusal::NotInvited);
        house.file_paper(by, id, filed(of, &[Purpose::Look], true)).await.unwrap();
        let consents = house.consents(by, id).await.unwrap();
        let theirs = consents.iter().find(|one| one.participant == of).unwrap();
        assert_eq!(theirs.confirmed_means, Some(Means::Paper));
        assert_eq!(theirs.confirmed_version.as_deref(), Some(sheet.as_str()));
        assert_ne!(theirs.text_version, "nl-paper", "what was read the first time stays what it was");
        assert!(house.permit(&setting.coach, id, Deed::Watch).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn it_is_kept_longer_only_by_everyones_new_yes_and_asked_once() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.recorded(by).await;
        let client = setting.client(by, id).await;
        assert_eq!(refusal(longer(&setting, by, id).await), Refusal::ConsentSecond);
        for caller in [by, &client] {
            house.say_yes_again(caller, id, &answers(&[Purpose::Look])).await.unwrap();
        }
        let end = async || house.conversation(by, id).await.unwrap().facts.retention_until.unwrap();
        let before = end().await;
        assert_eq!(refusal(longer(&setting, &client, id).await), Refusal::NotInvited);
        longer(&setting, by, id).await.unwrap();
        assert_eq!(refusal(longer(&setting, by, id).await), Refusal::ExtensionAsked);
        assert_eq!(end().await, before, "asking moves nothing");
        let stranger = house.say_yes_longer(&setting.coach, id, Means::Account, "v").await;
        assert_eq!(refusal(stranger), Refusal::Unknown);
        let late = Caller { now: before, ..client.clone() };
        assert_eq!(refusal(house.say_yes_longer(&late, id, Means::Link, "v").await), Refusal::Retention);
        house.say_yes_longer(&client, id, Means::Link, "v").await.unwrap();
        assert_eq!(end().await, before.plus_months(6));
        assert_eq!(house.expire_due(before).await.unwrap(), 0);
        assert!(house.asked_longer(&client, id).await.unwrap().is_none());
        assert_eq!(house.expire_due(before.plus_months(6)).await.unwrap(), 1, "and then it ends by itself");
    })
    .await;
}

#[tokio::test]
async fn a_refusal_leaves_no_trace_anywhere_in_the_database() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.plain(by, NOW).await;
        let client = setting.client(by, id).await;
        house.say_yes(by, id, &answers(&[Purpose::Look])).await.unwrap();
        let who = house.add_companion(by, id, CompanionKind::Close).await.unwrap();
        let before = everything(&setting).await;
        // At the first card, after saying yes to other things, on paper, and of someone who came along.
        house.say_yes(&client, id, &answers(&[])).await.unwrap();
        house.say_yes(&client, id, &answers(&[Purpose::Research])).await.unwrap();
        house.file_paper(by, id, filed(part(&client), &[], false)).await.unwrap();
        house.say_yes(&companion(who), id, &answers(&[])).await.unwrap();
        house.file_paper(by, id, filed(who, &[Purpose::Story], false)).await.unwrap();
        assert_eq!(everything(&setting).await, before);
        // A no to one thing beside a yes to looking is not written down either: only yeses are more.
        house.say_yes(&client, id, &answers(&[Purpose::Look])).await.unwrap();
        let after = everything(&setting).await;
        for purpose in [Purpose::Colleagues, Purpose::Research, Purpose::Story, Purpose::Clip] {
            let told = |row: &&String| row.contains(purpose.key()) && !before.contains(row);
            assert_eq!(after.iter().find(told), None, "{purpose}");
        }
        // No to longer, which is nothing said at all.
        house.say_yes(&companion(who), id, &answers(&[Purpose::Look])).await.unwrap();
        let kept = setting.watchable(by).await;
        longer(&setting, by, kept).await.unwrap();
        let asked = everything(&setting).await;
        let theirs = setting.client(by, kept).await;
        assert!(!house.asked_longer(&theirs, kept).await.unwrap().unwrap().said);
        assert_eq!(everything(&setting).await, asked);
        // Who was not there after all leaves as if they had not been asked.
        let later = house.add_companion(by, id, CompanionKind::Other).await.unwrap();
        house.say_yes(&companion(later), id, &answers(&[])).await.unwrap();
        house.remove_companion(by, id, later).await.unwrap();
        let left = everything(&setting).await;
        assert!(!left.iter().any(|row| row.contains(&later.to_string()) && !row.starts_with("audit:")));
    })
    .await;
}

#[tokio::test]
async fn a_text_can_always_be_shown_as_it_was_to_who_may() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.plain(by, NOW).await;
        let client = setting.client(by, id).await;
        let version = house.keep_text(&client, "Mogen wij opnemen?").await.unwrap();
        assert_eq!(version, house.keep_text(by, "Mogen wij opnemen?").await.unwrap());
        assert_ne!(version, house.keep_text(by, "Mogen wij dit opnemen?").await.unwrap());
        let unsaid = house.kept_text(&client, id, &version).await;
        assert_eq!(refusal(unsaid), Refusal::Unknown, "nobody here said yes to it");
        let said = Answers { yes: &[Purpose::Look], means: Means::Link, text_version: &version };
        house.say_yes(&client, id, &said).await.unwrap();
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        for reader in [by, &client, &officer, &setting.coach] {
            let text = house.kept_text(reader, id, &version).await.unwrap();
            assert_eq!(text.as_deref(), Some("Mogen wij opnemen?"));
        }
        for other in [&setting.colleague, &setting.elsewhere("Ada", Role::PrivacyOfficer).await] {
            assert_eq!(refusal(house.kept_text(other, id, &version).await), Refusal::Unknown);
        }
        house.withdraw(&client, id).await.unwrap();
        let after = house.kept_text(&officer, id, &version).await.unwrap();
        assert!(after.is_some(), "what was agreed to stays known when all that was said is gone");
    })
    .await;
}
