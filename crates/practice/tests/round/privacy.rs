//! The privacy officer's place: grounds, endings with their proof, measures, who saw what, and a log that tells on
//! whoever changes it. For nobody else.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use method::Refusal;
use method::consent::receipt::Ending;
use method::ids::{ConversationId, OrganisationId};
use method::permit::Deed;
use method::privacy::{LegalBasis, Processing};
use method::roles::Role;
use practice::Caller;
use practice::audit::reading::Who;
use practice::audit::verifying::Break;
use practice::consent::register::{Narrow, Stands};
use practice::privacy::breach::{Asked, Taken};
use practice::privacy::measures::{Measure, Standing};
use records::{Db, on};

use crate::setting::{NOW, Setting, both, refusal};

fn organisation(caller: &Caller) -> OrganisationId {
    caller.member.as_ref().unwrap().organisation
}

fn at(caller: &Caller, now: method::time::Stamp) -> Caller {
    Caller { now, ..caller.clone() }
}

const fn asked(all: bool) -> Asked {
    Asked { from: NOW.plus_days(-1), until: NOW.plus_days(1), all }
}

/// Does something in the records that no deed does.
async fn tamper(setting: &Setting, sql: &str) {
    let mut c = setting.records().await.write().await.unwrap();
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    on!(&mut c, db => sqlx::raw_sql(sql).execute(db).await.map(|_| ())).unwrap();
    c.commit().await.unwrap();
}

#[tokio::test]
async fn the_place_is_for_a_privacy_officer_and_for_nobody_else() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.watchable(&setting.professional).await);
        for role in [Role::Manager, Role::Administrator, Role::Researcher, Role::Coach, Role::Professional] {
            let other = setting.with_role(role.key(), role).await;
            let answers = [
                house.processing(&other).await.err(),
                house.choose_basis(&other, Processing::Look, None).await.err(),
                house.measures(&other, true).await.err(),
                house.endings(&other).await.err(),
                house.proof_of_ending(&other, id).await.err(),
                house.audit_log(&other, None).await.err(),
                house.who_saw(&other, asked(true), Taken::Read).await.err(),
            ];
            for answer in answers {
                let refused = matches!(answer, Some(practice::Error::Refused(Refusal::Unknown)));
                assert!(refused, "{role}: {answer:?}");
            }
        }
        let elsewhere = setting.elsewhere("Ada", Role::PrivacyOfficer).await;
        assert_eq!(refusal(house.proof_of_ending(&elsewhere, id).await), Refusal::Unknown);
        assert!(house.who_saw(&elsewhere, asked(true), Taken::Read).await.unwrap().lines.len() <= 1);
        assert!(house.endings(&elsewhere).await.unwrap().coming.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_ground_is_chosen_per_purpose_and_stands_in_the_log() {
    both(async |setting| {
        let house = &setting.house;
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        let basis = async || {
            let register = house.processing(&officer).await.unwrap();
            assert!(register.lines.iter().all(|line| line.what != Processing::Mail), "no mail is sent here");
            register.lines.iter().find(|line| line.what == Processing::Research).unwrap().basis
        };
        assert_eq!(basis().await, None);
        for (chosen, lines) in
            [(LegalBasis::Consent, 1), (LegalBasis::Consent, 1), (LegalBasis::PublicTask, 2)]
        {
            house.choose_basis(&officer, Processing::Research, Some(chosen)).await.unwrap();
            assert_eq!(basis().await, Some((chosen, NOW)));
            let log = house.audit_log(&officer, None).await.unwrap();
            let told = log.lines.iter().filter(|line| line.deed == "chose-basis");
            let told: Vec<_> = told.map(|line| line.subject.clone().unwrap()).collect();
            assert_eq!((told.len(), told[0].as_str()), (lines, format!("research {chosen}").as_str()));
        }
        house.choose_basis(&officer, Processing::Research, None).await.unwrap();
        assert_eq!(basis().await, None);
    })
    .await;
}

#[tokio::test]
async fn what_ends_is_told_before_and_proved_after() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        let (waits, agreed) = (setting.recorded(by).await, setting.watchable(by).await);
        let ends = |due: &practice::privacy::endings::Due| (due.id, due.at, due.why);

        let now = house.endings(&officer).await.unwrap();
        assert!(now.overdue.is_empty() && now.carried.is_empty() && now.asleep && now.swept.is_none());
        let second = NOW.plus_days(14);
        assert_eq!(now.coming.iter().map(ends).collect::<Vec<_>>(), [(waits, second, Ending::SecondYes)]);

        let late = at(&officer, second);
        let then = house.endings(&late).await.unwrap();
        assert_eq!(then.overdue.iter().map(ends).collect::<Vec<_>>(), [(waits, second, Ending::SecondYes)]);
        assert!(then.coming.is_empty());
        assert_eq!(house.proof_of_ending(&late, waits).await.unwrap(), None);
        assert_eq!(house.expire_due(second).await.unwrap(), 1);
        house.note_sweep(second).await.unwrap();
        let after = house.endings(&late).await.unwrap();
        assert_eq!((after.swept, after.asleep), (Some(second), false));
        assert!(after.overdue.is_empty());
        assert!(house.endings(&at(&officer, second.plus_minutes(6))).await.unwrap().asleep);
        let [one] = after.carried.as_slice() else { unreachable!("{:?}", after.carried) };
        assert_eq!((one.id, one.receipts[0].why), (waits, Ending::SecondYes));
        assert!(one.proof.unwrap().holds(), "{:?}", one.proof);

        let over = NOW.plus_months(6);
        let near = house.endings(&at(&officer, over.plus_days(-5))).await.unwrap();
        assert_eq!(near.coming.iter().map(ends).collect::<Vec<_>>(), [(agreed, over, Ending::Retention)]);
        assert_eq!(house.proof_of_ending(&officer, agreed).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn what_is_left_of_something_that_ended_is_found() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        let id = setting.watchable(by).await;
        house.withdraw(&setting.client(by, id).await, id).await.unwrap();
        let proof = async || house.proof_of_ending(&officer, id).await.unwrap().unwrap();
        assert!(proof().await.holds());
        // A backup that brings a key, a file or a row back, or a mark that is lost.
        let at = |path: &str| setting.folder.path().join(path.replace("ID", &id.to_string()));
        fs::write(at("keyring/keys/ID"), b"back").unwrap();
        assert!(!proof().await.key_gone && !proof().await.holds());
        fs::remove_file(at("keyring/keys/ID")).unwrap();
        fs::create_dir_all(at("vault/ID/object")).unwrap();
        fs::write(at("vault/ID/object/000000000000"), b"back").unwrap();
        assert_eq!((proof().await.objects, proof().await.holds()), (1, false));
        fs::remove_dir_all(at("vault/ID")).unwrap();
        fs::remove_file(at("keyring/destroyed/ID")).unwrap();
        assert!(!proof().await.marked && !proof().await.holds());
        fs::write(at("keyring/destroyed/ID"), b"destroyed\n").unwrap();
        let row = format!("update participants set code_name_sealed = '\\x01' where conversation = '{id}'");
        tamper(&setting, &row).await;
        assert_eq!((proof().await.rows, proof().await.holds()), (1, false));
    })
    .await;
}

#[tokio::test]
async fn measures_are_looked_at_and_not_only_said() {
    both(async |setting| {
        let house = &setting.house;
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        let standing = async |https: bool, which: Measure| {
            let all = house.measures(&officer, https).await.unwrap();
            all.into_iter().find(|(measure, _)| *measure == which).unwrap().1
        };
        assert_eq!(standing(true, Measure::Https).await, Standing::Holds);
        assert_eq!(standing(false, Measure::Https).await, Standing::Open);
        assert_eq!(standing(true, Measure::Mail).await, Standing::NotHere);
        assert_eq!(standing(true, Measure::NoDemo).await, Standing::Holds);
        assert_eq!(standing(true, Measure::KeyFile).await, Standing::Holds);
        assert_eq!(standing(true, Measure::Sweep).await, Standing::Open);
        house.note_sweep(NOW).await.unwrap();
        assert_eq!(standing(true, Measure::Sweep).await, Standing::Holds);
        let key = setting.folder.path().join("organisation.key");
        fs::set_permissions(&key, Permissions::from_mode(0o644)).unwrap();
        assert_eq!(standing(true, Measure::KeyFile).await, Standing::Open);
        assert_eq!(standing(true, Measure::LogKept).await, Standing::Open);
        setting.watchable(&setting.professional).await;
        assert_eq!(house.keep_heads().await.unwrap(), 0);
        assert_eq!(standing(true, Measure::LogKept).await, Standing::Holds);
        assert_eq!(standing(true, Measure::LogLocked).await, Standing::Holds);
        unlock(&setting).await;
        assert_eq!(standing(true, Measure::LogLocked).await, Standing::Open);
    })
    .await;
}

#[tokio::test]
async fn who_saw_what_is_told_and_that_it_was_asked_stands_in_the_log() {
    both(async |setting| {
        let house = &setting.house;
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        let id = setting.two_sealed().await;
        house.permit(&setting.coach, id, Deed::Watch).await.unwrap();
        let saw = house.who_saw(&officer, asked(false), Taken::Read).await.unwrap();
        assert!(!saw.more);
        let told: Vec<_> = saw.lines.iter().map(|line| line.told.clone()).collect();
        let watched = |line: &&practice::audit::reading::Told| line.subject.as_deref() == Some("watch");
        let coach = told.iter().filter(watched).find(|line| line.who == Who::Member("Ruud".into()));
        assert_eq!(coach.unwrap().conversation, Some(id));
        assert!(told.iter().all(|line| line.deed != "sealed" && line.deed != "said-yes"));
        assert!(told.is_sorted_by_key(|line| line.seq));

        let all = house.who_saw(&officer, asked(true), Taken::AsFile).await.unwrap();
        assert!(all.lines.iter().any(|line| line.told.deed == "sealed"));
        assert!(all.lines.iter().any(|line| line.told.deed == "read-log"), "that it was asked");
        let newest = &house.audit_log(&officer, None).await.unwrap().lines[0];
        assert_eq!((newest.deed.as_str(), &newest.who), ("exported-log", &Who::Member("Bram".into())));
        let early = Asked { from: NOW.plus_days(-9), until: NOW, all: true };
        assert!(house.who_saw(&officer, early, Taken::Read).await.unwrap().lines.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_register_is_narrowed_by_state_and_by_id() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        let ended = setting.watchable(by).await;
        house.withdraw(by, ended).await.unwrap();
        let by_state = [
            (Stands::Asking, setting.plain(by, NOW).await),
            (Stands::Second, setting.recorded(by).await),
            (Stands::Confirmed, setting.watchable(by).await),
            (Stands::Ended, ended),
        ];
        let found = async |narrow: Narrow| {
            let lines = house.register(&officer, &narrow).await.unwrap();
            lines.into_iter().map(|line| line.id).collect::<Vec<ConversationId>>()
        };
        for (state, id) in by_state {
            let narrow = Narrow { state: Some(state), ..Narrow::default() };
            assert_eq!(found(narrow).await, [id], "{state}");
            let whole = id.to_string();
            assert_eq!(found(Narrow { id: whole, ..Narrow::default() }).await, [id]);
        }
        assert_eq!(found(Narrow::default()).await.len(), 4);
        for nothing in ["%", "_", "zzzz", "' or 1=1"] {
            assert!(found(Narrow { id: nothing.into(), ..Narrow::default() }).await.is_empty(), "{nothing}");
        }
    })
    .await;
}

/// Takes away what makes the database refuse, as someone with the database in hand would.
async fn unlock(setting: &Setting) {
    let names = [
        ("audit_no_update", "audit"),
        ("audit_no_delete", "audit"),
        ("audit_only_at_end", "audit"),
        ("audit_heads_no_delete", "audit_heads"),
        ("audit_heads_no_return", "audit_heads"),
    ];
    let postgres = matches!(setting.records().await, Db::Postgres(_));
    for (name, table) in names {
        let on = if postgres { format!(" on {table}") } else { String::new() };
        tamper(setting, &format!("drop trigger {name}{on}")).await;
    }
}

#[tokio::test]
async fn a_log_that_was_tampered_with_is_found_out_on_either_engine() {
    both(async |setting| {
        let house = &setting.house;
        setting.watchable(&setting.professional).await;
        let id = organisation(&setting.professional);
        let found = house.verify_audit(id).await.unwrap();
        assert!(found.holds() && found.lines > 6 && found.kept.is_none(), "{found:?}");
        assert_eq!(house.keep_heads().await.unwrap(), 0);
        let end = house.verify_audit(id).await.unwrap().kept.unwrap();
        unlock(&setting).await;
        assert_eq!(house.verify_audit(id).await.unwrap().breaks, [Break::Unlocked]);
        assert!(house.lock_audit().await.unwrap() && !house.lock_audit().await.unwrap());
        assert!(house.verify_audit(id).await.unwrap().holds());

        unlock(&setting).await;
        tamper(&setting, "delete from audit where seq = 3").await;
        assert_eq!(house.verify_audit(id).await.unwrap().breaks, [Break::Gap(3, 3), Break::Unlocked]);
        tamper(&setting, "update audit set actor = '' where seq = 5").await;
        let cut = end - 1;
        tamper(&setting, &format!("delete from audit where seq > {cut}")).await;
        let set = format!(
            "update audit_heads set seq = {cut}, hash = (select hash from audit where seq = {cut})
             where organisation = '{id}'"
        );
        tamper(&setting, &set).await;
        let found = house.verify_audit(id).await.unwrap();
        let told = [Break::Gap(3, 3), Break::Forged(5), Break::CutOff(cut, end), Break::Unlocked];
        assert_eq!(found.breaks, told);
        // What was kept still tells, whatever comes after.
        assert_eq!(house.keep_heads().await.unwrap(), 1);
        assert_eq!(house.verify_audit(id).await.unwrap().kept, Some(end));
    })
    .await;
}
