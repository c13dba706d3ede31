//! A journey with a coach, handed over, alone, finished: what each may see and do.

use method::Refusal;
use method::journey::handover::{Move, Side, Stage};
use method::journey::source::Source;
use method::looking::MomentKind;
use method::roles::Role;
use practice::dialogue::{From, Sentence};
use practice::journey::Sheet;

use crate::setting::{NOW, both, refusal, wrong_field};

#[tokio::test]
async fn a_hand_over_takes_both_and_either_turns_it_back() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        let id = house.own_journey(sanne).await.unwrap();
        assert_eq!(refusal(house.hand_over(sanne, id, Move::Propose).await), Refusal::HandoverOther);
        assert_eq!(refusal(house.going(ruud, id).await), Refusal::Unknown);
        let coach = ruud.member.as_ref().map(|member| member.id);
        let joris = setting.colleague.member.as_ref().map(|member| member.id);
        assert_eq!(wrong_field(house.set_journey_coach(sanne, id, joris).await), "coach");
        assert_eq!(refusal(house.set_journey_coach(ruud, id, coach).await), Refusal::Unknown);
        house.set_journey_coach(sanne, id, coach).await.unwrap();
        assert_eq!(house.hand_over(ruud, id, Move::Propose).await.unwrap(), Stage::ProposedByCoach);
        assert_eq!(house.handovers_waiting(sanne).await.unwrap(), [(id, Side::Professional)]);
        assert!(house.handovers_waiting(ruud).await.unwrap().is_empty());
        assert_eq!(refusal(house.hand_over(ruud, id, Move::Agree).await), Refusal::HandoverOther);
        let stranger = house.hand_over(&setting.colleague, id, Move::Agree).await;
        assert_eq!(refusal(stranger), Refusal::Unknown);
        assert_eq!(house.hand_over(sanne, id, Move::Agree).await.unwrap(), Stage::Independent);
        assert_eq!(house.hand_over(ruud, id, Move::Return).await.unwrap(), Stage::WithCoach);
        let going = house.going(ruud, id).await.unwrap();
        let sides: Vec<Side> = going.history.iter().map(|done| done.by).collect();
        assert_eq!(sides, [Side::Coach, Side::Professional, Side::Coach]);
        assert_eq!((going.me, going.owner.as_str()), (Side::Coach, "Sanne"));
        house.set_journey_coach(sanne, id, None).await.unwrap();
        assert_eq!(
            refusal(house.going(ruud, id).await),
            Refusal::Unknown,
            "who goes no longer along sees nothing"
        );
    })
    .await;
}

#[tokio::test]
async fn the_coach_reads_the_learning_question_only_when_it_is_shared_and_nothing_else() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        let id = house.own_journey(sanne).await.unwrap();
        house.set_learning_question(sanne, id, "Hoe wacht ik?").await.unwrap();
        let coach = ruud.member.as_ref().map(|member| member.id);
        house.set_journey_coach(sanne, id, coach).await.unwrap();
        let with = setting.plain(sanne, NOW).await;
        let plan = practice::conversation::Plan { held_on: NOW, coach: None };
        let without = house.set_up_conversation(sanne, plan).await.unwrap();
        let seen = house.accompanied(ruud, id).await.unwrap();
        assert_eq!(seen.question, None);
        assert_eq!(seen.together.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [with]);
        assert!(!seen.together.iter().any(|(id, _)| *id == without));
        assert_eq!(refusal(house.share_question(ruud, id, true).await), Refusal::Unknown);
        house.share_question(sanne, id, true).await.unwrap();
        assert_eq!(house.accompanied(ruud, id).await.unwrap().question.as_deref(), Some("Hoe wacht ik?"));
        assert_eq!(refusal(house.walked(ruud, id).await.map(|_| ())), Refusal::Unknown);
        assert_eq!(refusal(house.questions(ruud, id).await), Refusal::Unknown);
        assert_eq!(refusal(house.learning_question(ruud, id).await), Refusal::Unknown);
        assert_eq!(refusal(house.sheet(ruud, id, Sheet::Intake).await), Refusal::Unknown);
        house.share_question(sanne, id, false).await.unwrap();
        assert_eq!(house.accompanying(ruud).await.unwrap()[0].question, None);
        assert_eq!(refusal(house.accompanied(sanne, id).await), Refusal::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_learning_question_changes_and_what_it_was_stays_to_be_read() {
    both(async |setting| {
        let house = &setting.house;
        let sanne = &setting.professional;
        let id = house.own_journey(sanne).await.unwrap();
        for text in ["Hoe wacht ik?", "Hoe wacht ik?", " Wat doe ik met stilte? ", ""] {
            house.set_learning_question(sanne, id, text).await.unwrap();
        }
        let asked: Vec<String> =
            house.questions(sanne, id).await.unwrap().into_iter().map(|asked| asked.text).collect();
        assert_eq!(asked, ["Hoe wacht ik?", "Wat doe ik met stilte?", ""]);
    })
    .await;
}

#[tokio::test]
async fn a_round_without_a_coach_goes_the_whole_way_with_a_worksheet_that_is_the_professionals_own() {
    both(async |setting| {
        let house = &setting.house;
        let sanne = &setting.professional;
        let id = setting.watchable_alone(sanne).await;
        let client = setting.client(sanne, id).await;
        assert_eq!(house.worksheet(sanne, id).await.unwrap().version, 0);
        let mut fields = vec![String::new(); 9];
        fields[1] = "Ik verwacht een zucht.".into();
        house.write_worksheet(sanne, id, &fields, 0).await.unwrap();
        assert_eq!(refusal(house.write_worksheet(sanne, id, &fields, 0).await), Refusal::ChangedMeanwhile);
        house.write_worksheet(sanne, id, &fields, 1).await.unwrap();
        let sheet = house.worksheet(sanne, id).await.unwrap();
        assert_eq!((sheet.fields[1].as_str(), sheet.version), ("Ik verwacht een zucht.", 2));
        assert_eq!(refusal(house.worksheet(&client, id).await), Refusal::NotInvited);
        for stranger in [&setting.coach, &setting.colleague] {
            assert_eq!(refusal(house.worksheet(stranger, id).await), Refusal::Unknown);
            assert_eq!(refusal(house.write_worksheet(stranger, id, &fields, 2).await), Refusal::Unknown);
        }
        let journey = house.own_journey(sanne).await.unwrap();
        let sources = async || house.walked(sanne, journey).await.unwrap().sources.remove(&id).unwrap();
        setting.sealed(&client, id, MomentKind::Resistance, 2_000).await;
        assert_eq!(sources().await, [], "whoever has yet to seal does not learn here who did");
        setting.sealed(sanne, id, MomentKind::Flow, 2_000).await;
        assert_eq!(sources().await, [Source::Video, Source::Client]);
        assert!(house.walked(sanne, journey).await.unwrap().coached.is_empty());
        assert_eq!(house.table(sanne, id).await.unwrap().chairs.len(), 2);
        assert_eq!(house.open_tables(sanne).await.unwrap()[0].id, id);
        house.withdraw(&client, id).await.unwrap();
        assert_eq!(refusal(house.worksheet(sanne, id).await), Refusal::ConsentWithdrawn);
        assert!(house.open_tables(sanne).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_journey_is_finished_with_a_reflection_stays_to_be_read_and_another_begins() {
    both(async |setting| {
        let house = &setting.house;
        let sanne = &setting.professional;
        let id = house.own_journey(sanne).await.unwrap();
        let held = setting.plain(sanne, NOW).await;
        assert_eq!(wrong_field(house.finish_journey(sanne, id).await), "answer_1");
        let answers = vec!["Dat stilte werkt.".to_owned()];
        house.write_sheet(sanne, id, Sheet::Close, &answers).await.unwrap();
        assert_eq!(refusal(house.finish_journey(&setting.colleague, id).await), Refusal::Unknown);
        house.finish_journey(sanne, id).await.unwrap();
        assert_eq!(refusal(house.finish_journey(sanne, id).await), Refusal::JourneyClosed);
        assert_eq!(refusal(house.set_learning_question(sanne, id, "x").await), Refusal::JourneyClosed);
        assert_eq!(
            refusal(house.write_sheet(sanne, id, Sheet::Intake, &answers).await),
            Refusal::JourneyClosed
        );
        assert_eq!(refusal(house.hand_over(sanne, id, Move::Propose).await), Refusal::JourneyClosed);
        assert_eq!(house.sheet(sanne, id, Sheet::Close).await.unwrap()[0], "Dat stilte werkt.");
        assert_eq!(house.walked(sanne, id).await.unwrap().closed, Some(NOW));
        assert_eq!(house.open_journey(sanne).await.unwrap(), None);
        let next = house.own_journey(sanne).await.unwrap();
        assert_ne!(next, id);
        let other = setting.plain(sanne, NOW.plus_days(1)).await;
        assert_eq!(house.conversation(sanne, other).await.unwrap().journey, next);
        assert_eq!(house.conversation(sanne, held).await.unwrap().journey, id);
        let listed = house.journeys(sanne).await.unwrap();
        let told: Vec<_> = listed.iter().map(|one| (one.closed.is_some(), one.conversations)).collect();
        assert!(told.contains(&(true, 1)) && told.contains(&(false, 1)) && told.len() == 2, "{told:?}");
        // What was kept on the old journey is still in the collection.
        let sentence = Sentence { intention: "a".into(), words: "b".into(), ..Sentence::default() };
        house.keep_sentence(sanne, From::Nowhere, &sentence, (None, None)).await.unwrap();
        let manager = setting.with_role("Els", Role::Administrator).await;
        assert_eq!(refusal(house.journeys(&manager).await.map(|_| ())), Refusal::Unknown);
    })
    .await;
}
