//! Around the steps: what waits for whom, telling it once, planning a time, and searching one's own conversations.

use method::Refusal;
use method::home::Wait;
use method::looking::{LeadQuestion, MomentKind};
use method::roles::Role;
use method::time::Stamp;
use practice::Caller;
use practice::search::{Asked, Found, Place};

use crate::setting::{NOW, Setting, both, refusal, wrong_field};

async fn kinds(setting: &Setting, caller: &Caller) -> Vec<Wait> {
    setting.house.waits(caller).await.unwrap().iter().map(|waits| waits.waiting.wait).collect()
}

#[tokio::test]
async fn what_waits_follows_from_how_things_stand_for_each_of_the_three() {
    both(async |setting| {
        let (house, professional, coach) = (&setting.house, &setting.professional, &setting.coach);
        let plain = setting.plain(professional, NOW).await;
        assert_eq!(kinds(&setting, professional).await, [Wait::ConsentOwn, Wait::ConsentClient]);
        assert_eq!(kinds(&setting, coach).await, []);
        house.withdraw(professional, plain).await.unwrap();
        assert_eq!(kinds(&setting, professional).await, [], "nothing waits in what was stopped");

        let id = setting.watchable(professional).await;
        let client = setting.client(professional, id).await;
        for one in [professional, coach, &client] {
            assert_eq!(kinds(&setting, one).await, [Wait::Look]);
        }
        setting.look(professional, id, MomentKind::Flow, 1_000).await;
        setting.sealed(coach, id, MomentKind::Flow, 1_000).await;
        let waits = house.waits(professional).await.unwrap().remove(0);
        assert_eq!(waits.waiting.wait, Wait::Seal);
        assert_eq!(waits.waiting.ready, [method::roles::Perspective::Coach]);
        assert_eq!(kinds(&setting, coach).await, []);
        assert_eq!(kinds(&setting, &setting.colleague).await, []);
        let end = house.conversation(professional, id).await.unwrap().facts.retention_until.unwrap();
        let late = Caller { now: end.plus_days(-3), ..client.clone() };
        assert_eq!(kinds(&setting, &late).await, [Wait::Look, Wait::Retention]);
    })
    .await;
}

#[tokio::test]
async fn a_notice_is_news_until_it_is_seen_and_a_mail_goes_once_a_day() {
    both(async |setting| {
        let (house, professional) = (&setting.house, &setting.professional);
        let me = professional.member.as_ref().unwrap().id;
        let due = async |now: Stamp| {
            let mails = house.mails_due(now).await.unwrap();
            mails.into_iter().find(|mail| mail.member == me)
        };
        setting.plain(professional, NOW).await;
        assert!(house.notices(professional).await.unwrap().iter().all(|notice| notice.new));
        let first = due(NOW).await.unwrap();
        assert_eq!(first.keys.len(), 2);
        house.mail_failed(&first, NOW).await.unwrap();
        assert!(due(NOW).await.is_none(), "it rests a while");
        let again = due(NOW.plus_minutes(1)).await.unwrap();
        assert_eq!(again.keys, first.keys, "and nothing is lost");
        house.mail_sent(&again, NOW.plus_minutes(1)).await.unwrap();
        assert!(due(NOW.plus_days(3)).await.is_none(), "what was told is not told again");
        setting.plain(professional, NOW).await;
        assert!(due(NOW.plus_minutes(60)).await.is_none(), "one a day");
        assert_eq!(due(NOW.plus_minutes(1).plus_days(1)).await.unwrap().keys.len(), 2);
        house.see_notices(professional).await.unwrap();
        assert!(house.notices(professional).await.unwrap().iter().all(|notice| !notice.new));
        assert!(due(NOW.plus_days(2)).await.is_none(), "what was seen in the program needs no mail");
        setting.plain(professional, NOW).await;
        house.choose_mail(professional, false).await.unwrap();
        assert!(!house.wants_mail(professional).await.unwrap() && due(NOW.plus_days(2)).await.is_none());
        house.choose_mail(professional, true).await.unwrap();
        assert!(due(NOW.plus_days(2)).await.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_second_yes_that_is_about_to_end_does_not_wait_for_tomorrow() {
    both(async |setting| {
        let (house, professional) = (&setting.house, &setting.professional);
        let id = setting.recorded(professional).await;
        let until = house.conversation(professional, id).await.unwrap().facts.second_yes_until.unwrap();
        let first = house.mails_due(NOW).await.unwrap().remove(0);
        house.mail_sent(&first, until.plus_days(-2).plus_minutes(-1)).await.unwrap();
        assert!(house.mails_due(until.plus_days(-2).plus_minutes(-1)).await.unwrap().is_empty());
        let urgent = house.mails_due(until.plus_days(-2)).await.unwrap();
        assert_eq!(urgent.len(), 1, "a minute after the last one");
        assert!(urgent[0].keys[0].starts_with("second-own!/"), "{urgent:?}");
    })
    .await;
}

#[tokio::test]
async fn officers_and_administrators_see_numbers_and_nobody_else_does() {
    both(async |setting| {
        let house = &setting.house;
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        let administrator = setting.with_role("Wim", Role::Administrator).await;
        let id = setting.recorded(&setting.professional).await;
        let elsewhere = setting.elsewhere("Ada", Role::PrivacyOfficer).await;
        let until = house.conversation(&setting.professional, id).await.unwrap().facts.second_yes_until;
        let terms = house.terms_near(&officer).await.unwrap();
        assert_eq!((terms.second, terms.second_first.map(Stamp), terms.ending), (1, until, 0));
        assert_eq!(house.terms_near(&elsewhere).await.unwrap().second, 0);
        house.withdraw(&setting.professional, id).await.unwrap();
        let terms = house.terms_near(&officer).await.unwrap();
        assert_eq!((terms.second, terms.ended), (0, 1));
        assert_eq!(house.health(&administrator).await.unwrap().bytes, 0);
        for caller in [&setting.professional, &setting.coach, &administrator] {
            assert_eq!(refusal(house.terms_near(caller).await), Refusal::Unknown);
        }
        assert_eq!(refusal(house.health(&officer).await), Refusal::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_planned_time_keeps_count_of_its_changes_and_ends_with_the_conversation() {
    both(async |setting| {
        let (house, id) = (&setting.house, setting.plain(&setting.professional, NOW).await);
        let client = setting.client(&setting.professional, id).await;
        let at = NOW.plus_days(2);
        assert_eq!(house.planned(&client, id).await.unwrap().1, None);
        house.plan_together(&setting.professional, id, at, 60).await.unwrap();
        house.plan_together(&setting.coach, id, at.plus_days(1), 45).await.unwrap();
        let planned = house.planned(&client, id).await.unwrap().1.unwrap();
        assert_eq!((planned.at, planned.minutes, planned.sequence), (at.plus_days(1), 45, 1));
        assert_eq!(refusal(house.plan_together(&client, id, at, 60).await), Refusal::NotInvited);
        assert_eq!(refusal(house.plan_together(&setting.colleague, id, at, 60).await), Refusal::Unknown);
        assert_eq!(refusal(house.planned(&setting.colleague, id).await), Refusal::Unknown);
        assert_eq!(wrong_field(house.plan_together(&setting.coach, id, NOW, 60).await), "at");
        assert_eq!(wrong_field(house.plan_together(&setting.coach, id, at, 5).await), "minutes");
        house.call_off(&setting.professional, id).await.unwrap();
        let planned = house.planned(&client, id).await.unwrap().1.unwrap();
        assert!(planned.cancelled && planned.sequence == 2);
        assert_eq!(refusal(house.call_off(&setting.professional, id).await), Refusal::Unknown);
        house.plan_together(&setting.professional, id, at, 60).await.unwrap();
        let planned = house.planned(&client, id).await.unwrap().1.unwrap();
        assert!(!planned.cancelled && planned.sequence == 3);
    })
    .await;
}

fn notes(found: &[Found]) -> Vec<String> {
    let spots = found.iter().flat_map(|one| &one.spots);
    spots
        .map(|spot| match &spot.place {
            Place::Moment { note, .. } => format!("{}: {note}", spot.by),
            Place::Answer { text, .. } => format!("{}: {text}", spot.by),
        })
        .collect()
}

#[tokio::test]
async fn searching_finds_ones_own_and_of_others_only_what_lies_side_by_side() {
    both(async |setting| {
        let (house, professional, coach) = (&setting.house, &setting.professional, &setting.coach);
        let id = setting.watchable(professional).await;
        let client = setting.client(professional, id).await;
        house.choose_code_name(&client, id, "Roos").await.unwrap();
        setting.look(professional, id, MomentKind::Flow, 60_000).await;
        setting.sealed(coach, id, MomentKind::Flow, 61_000).await;
        let flow = Asked { kind: Some(MomentKind::Flow), ..Asked::default() };
        let search = async |caller: &Caller, asked: &Asked| house.search(caller, asked).await.unwrap();
        assert_eq!(notes(&search(professional, &flow).await), ["professional: flow op 60000"]);
        assert_eq!(notes(&search(coach, &flow).await), ["coach: flow op 61000"]);
        assert_eq!(notes(&search(&setting.colleague, &flow).await), Vec::<String>::new());

        let look = house.own_look(professional, id).await.unwrap().unwrap();
        house.seal_look(professional, look).await.unwrap();
        let both = ["professional: flow op 60000", "coach: flow op 61000"];
        assert_eq!(notes(&search(professional, &flow).await), both);
        let goal = Asked { question: Some(LeadQuestion::SharedGoal), ..Asked::default() };
        assert_eq!(notes(&search(coach, &goal).await).len(), 4, "moments it rests on, and answers, of both");
        let words = |words: &str| Asked { words: words.into(), ..Asked::default() };
        assert_eq!(notes(&search(professional, &words("FLOW 60000")).await), both[..1]);
        assert!(
            search(professional, &words("61000")).await.is_empty(),
            "words are sought in one's own notes"
        );

        let name = Asked { name: "roo".into(), ..Asked::default() };
        assert_eq!(search(professional, &name).await.len(), 1);
        let later = Asked { from: Some(NOW.plus_days(1)), ..name.clone() };
        assert!(search(professional, &later).await.is_empty());
        assert!(search(professional, &Asked::default()).await.is_empty(), "nothing asked, nothing opened");
        let audit = house.who_looked(&client, id).await.unwrap();
        assert!(audit.iter().any(|line| line.subject.as_deref() == Some("compare")));

        house.withdraw(&client, id).await.unwrap();
        for asked in [&flow, &name, &words("flow")] {
            assert!(search(professional, asked).await.is_empty());
        }
    })
    .await;
}
