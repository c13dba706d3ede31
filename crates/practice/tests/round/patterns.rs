//! Patterns: a quarter is counted once and stands, whoever stops later; who said no is not in it; and it is shown to who
//! lead, accompany or manage in the same house.

use method::Refusal;
use method::consent::Purpose;
use method::ids::{ConversationId, TeamId};
use method::looking::{LeadQuestion, MomentKind, Step};
use method::patterns::Topic;
use method::patterns::period::Quarter;
use method::patterns::rule::Published;
use method::roles::{Perspective, Role};
use method::time::Stamp;
use method::tryout::{Rating, Verdict};
use practice::Caller;
use practice::conversation::told::{Look, Texts, Told, Tried};

use crate::setting::{NOW, Setting, both, refusal};

/// A day in the quarter that is counted at [`NOW`], in January 2027: the third of 2026.
fn held() -> Stamp {
    NOW.plus_days(-150)
}

fn told(coach: &Caller, n: usize, research: bool) -> Told {
    let look = |by| Look {
        by,
        moments: if n.is_multiple_of(2) {
            vec![(MomentKind::Flow, 1_000, "Het loopt.".to_owned())]
        } else {
            Vec::new()
        },
        answers: LeadQuestion::ALL.iter().map(|q| (*q, Step::Four, "Zo zag ik het.".to_owned())).collect(),
    };
    let yes = if research { vec![Purpose::Look, Purpose::Research] } else { vec![Purpose::Look] };
    let focus = if n.is_multiple_of(2) { Step::Four } else { Step::Two };
    let rating = Rating { focus, noise: Step::Two, result: Step::Three };
    Told {
        held_on: held(),
        coach: coach.member.clone(),
        client: "Berk".to_owned(),
        yes: yes.clone(),
        again: yes,
        kept_until: NOW.plus_days(400),
        looks: vec![look(Perspective::Professional), look(Perspective::Client)],
        reading: Some((LeadQuestion::SharedGoal, "We zagen hetzelfde.".to_owned())),
        peer: None,
        ratings: vec![(Perspective::Client, rating)],
        tryout: Some(Tried {
            intention: "wachten".to_owned(),
            words: "En dan?".to_owned(),
            noticing: "Er komt iets.".to_owned(),
            verdict: Some(Verdict::Keep),
        }),
    }
}

/// Professionals of one team, each with conversations of which every second one flowed.
struct Team {
    id: TeamId,
    people: Vec<Caller>,
    conversations: Vec<ConversationId>,
}

async fn team(setting: &Setting, name: &str, people: usize, research: bool) -> Team {
    let house = &setting.house;
    let administrator = setting.with_role(&format!("Beheer{name}"), Role::Administrator).await;
    let id = house.add_team(&administrator, name).await.unwrap();
    let texts = Texts { first: ["1".into(), "1".into()], second: ["2".into(), "2".into()] };
    let mut team = Team { id, people: Vec::new(), conversations: Vec::new() };
    for n in 0..people {
        let one = setting.with_role(&format!("{name}{n}"), Role::Professional).await;
        house.set_team(&administrator, one.account().unwrap().id, Some(id)).await.unwrap();
        let coach = setting.with_role(&format!("Coach{name}{n}"), Role::Coach).await;
        let stories = [told(&coach, 0, research), told(&coach, 1, research)];
        let caller = Caller { now: held(), ..one.clone() };
        let ids = house.tell_conversations(&caller, &stories, &texts).await.unwrap();
        team.conversations.extend(ids);
        team.people.push(one);
    }
    team
}

fn cells(published: &Published, topic: Topic) -> Option<Vec<usize>> {
    published.figures.iter().find(|figure| figure.topic == topic).map(|figure| figure.cells.clone())
}

async fn seen(setting: &Setting, by: &Caller, team: Option<TeamId>) -> Vec<(Quarter, Published)> {
    setting.house.patterns(by, team).await.unwrap().quarters
}

#[tokio::test]
async fn a_quarter_is_counted_once_and_stands_whoever_stops_later() {
    both(async |setting| {
        let house = &setting.house;
        let manager = setting.with_role("Els", Role::Manager).await;
        let (one, other) = (team(&setting, "Werk", 8, true).await, team(&setting, "Zorg", 8, true).await);
        let no = team(&setting, "Nee", 8, false).await;
        assert!(seen(&setting, &manager, None).await.is_empty(), "nothing before it is counted");
        assert_eq!(house.count_patterns(held().plus_days(60)).await.unwrap(), 0, "nor while it is not over");
        assert_eq!(house.count_patterns(NOW).await.unwrap(), 1);
        let all = seen(&setting, &manager, None).await;
        let (quarter, published) = &all[0];
        assert_eq!(quarter.key(), "2026-q3");
        let flow = Topic::Moment(MomentKind::Flow);
        assert_eq!(
            cells(published, flow),
            Some(vec![16, 16]),
            "each had one that flowed and one that did not"
        );
        assert_eq!((published.bases[0].conversations, published.bases[0].people), (32, 16));
        let rated = Topic::Outcome(method::tryout::Outcome::Focus, Perspective::Client);
        assert_eq!(cells(published, rated), Some(vec![0, 16, 0, 16, 0, 0]));
        let alike = Topic::Outcome(method::tryout::Outcome::Noise, Perspective::Client);
        assert_eq!(cells(published, alike), None, "nothing is said that would be said of everyone");
        // The first was kept after the second, and what was chosen in the second still waits.
        assert_eq!(cells(published, Topic::Tryout), Some(vec![0, 16, 16, 0, 0]));
        assert_eq!(cells(&seen(&setting, &manager, Some(one.id)).await[0].1, flow), Some(vec![8, 8]));
        let refused = refusal(house.patterns(&manager, Some(no.id)).await);
        assert_eq!(refused, Refusal::Unknown, "of a team that said no to research nothing is public");

        // Somebody takes back research, somebody stops with all, somebody moves: what was counted stands.
        let before =
            [seen(&setting, &manager, Some(one.id)).await, seen(&setting, &manager, Some(other.id)).await];
        house.take_back(&one.people[0], one.conversations[0], Purpose::Research).await.unwrap();
        house.withdraw(&one.people[1], one.conversations[2]).await.unwrap();
        let administrator = setting.with_role("Wim", Role::Administrator).await;
        let moved = one.people[2].account().unwrap().id;
        house.set_team(&administrator, moved, Some(other.id)).await.unwrap();
        assert_eq!(house.count_patterns(NOW.plus_days(1)).await.unwrap(), 0, "counted once");
        let after =
            [seen(&setting, &manager, Some(one.id)).await, seen(&setting, &manager, Some(other.id)).await];
        assert_eq!(before, after);
        assert_eq!(seen(&setting, &manager, None).await, all);
    })
    .await;
}

#[tokio::test]
async fn who_took_it_back_before_it_is_counted_is_not_in_it() {
    both(async |setting| {
        let house = &setting.house;
        let one = team(&setting, "Werk", 8, true).await;
        house.take_back(&one.people[0], one.conversations[0], Purpose::Research).await.unwrap();
        house.withdraw(&one.people[1], one.conversations[2]).await.unwrap();
        house.count_patterns(NOW).await.unwrap();
        let (_, published) = &seen(&setting, &setting.coach, None).await[0];
        assert_eq!((published.bases[0].conversations, published.bases[0].people), (14, 8));
    })
    .await;
}

#[tokio::test]
async fn patterns_are_for_who_lead_accompany_or_manage_here_and_two_programs_count_once() {
    both(async |setting| {
        let house = &setting.house;
        let one = team(&setting, "Werk", 8, true).await;
        let (first, second) = tokio::join!(house.count_patterns(NOW), house.count_patterns(NOW));
        assert_eq!(first.unwrap() + second.unwrap(), 1);
        for role in Role::ALL {
            let who = setting.with_role(&format!("Wie{role}"), *role).await;
            let may = matches!(role, Role::Professional | Role::Coach | Role::Manager);
            assert_eq!(house.patterns(&who, Some(one.id)).await.is_ok(), may, "{role}");
        }
        let elsewhere = setting.elsewhere("Ada", Role::Manager).await;
        assert_eq!(refusal(house.patterns(&elsewhere, Some(one.id)).await), Refusal::Unknown);
        assert!(seen(&setting, &elsewhere, None).await.is_empty());
        let handful = setting.elsewhere("Bo", Role::Manager).await;
        assert!(seen(&setting, &handful, None).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn of_four_people_nothing_is_kept() {
    both(async |setting| {
        let few = team(&setting, "Klein", 4, true).await;
        assert_eq!(setting.house.count_patterns(NOW).await.unwrap(), 1);
        let (_, published) = &seen(&setting, &setting.professional, None).await[0];
        assert_eq!(*published, Published::default());
        assert_eq!(refusal(setting.house.patterns(&setting.coach, Some(few.id)).await), Refusal::Unknown);
        let mut c = setting.records().await.read().await.unwrap();
        for table in ["pattern_bases", "pattern_cells"] {
            let sql = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
            let rows: i64 = records::on!(&mut c, db => sqlx::query_scalar(sql).fetch_one(db).await.unwrap());
            assert_eq!(rows, 0, "{table}");
        }
    })
    .await;
}
