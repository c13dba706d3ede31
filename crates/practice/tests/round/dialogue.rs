//! Side by side: who sees what and when, and two people who write at once.

use method::Refusal;
use method::dialogue::alternative::IdeaOf;
use method::dialogue::{Seeing, Subject};
use method::ids::{ConversationId, MomentId};
use method::looking::{LeadQuestion, MomentKind};
use method::roles::Perspective;
use practice::dialogue::{Draft, Idea, Words, Written};

use crate::setting::{both, refusal, wrong_field};

const GOAL: Subject = Subject::Question(LeadQuestion::SharedGoal);

pub fn draft(ours: &str, seen: i64) -> Draft {
    Draft { words: Words { ours: ours.into(), ..Words::default() }, differs: false, seen }
}

pub fn idea() -> Idea {
    Idea {
        intention: "Het kleine zinnetje oppakken.".into(),
        words: "Vertel eens?".into(),
        might: "Misschien wordt het stil.".into(),
        asks: String::new(),
        of: IdeaOf::Client,
    }
}

#[tokio::test]
async fn only_sealed_looks_lie_on_the_table_and_a_later_seal_joins() {
    both(async |setting| {
        let house = &setting.house;
        let id = setting.watchable(&setting.professional).await;
        let client = setting.client(&setting.professional, id).await;
        assert_eq!(refusal(house.table(&setting.professional, id).await), Refusal::LookBlind);
        setting.sealed(&setting.professional, id, MomentKind::Flow, 60_000).await;
        assert_eq!(refusal(house.table(&setting.professional, id).await), Refusal::DialogueEarly);
        assert_eq!(refusal(house.table(&setting.coach, id).await), Refusal::LookBlind);
        setting.sealed(&setting.coach, id, MomentKind::Disengaging, 61_000).await;
        let theirs = setting.look(&client, id, MomentKind::Disengaging, 62_500).await;

        let table = house.table(&setting.professional, id).await.unwrap();
        assert_eq!(table.chairs, [Perspective::Professional, Perspective::Coach]);
        assert_eq!(table.touches.len(), 2);
        assert!(table.touch(theirs).is_none());
        assert_eq!(table.places.len(), 1);
        assert_eq!(table.places[0].seeing(), Seeing::Differently);
        assert_eq!(table.touches[0].note.as_deref(), Some("flow op 60000"));
        let answers = table.answers(LeadQuestion::Authenticity);
        assert_eq!(answers.len(), 2);
        assert_eq!(answers[1].text.as_deref(), Some("over auth"));
        // The client has not sealed: nothing for them, and nothing of theirs to write about.
        assert_eq!(refusal(house.table(&client, id).await), Refusal::LookBlind);
        let about = Subject::Moment(theirs);
        let written = house.write_reading(&setting.professional, id, about, &draft("x", 0)).await;
        assert_eq!(refusal(written), Refusal::Unknown);

        let look = house.own_look(&client, id).await.unwrap().unwrap();
        house.seal_look(&client, look).await.unwrap();
        for caller in [&setting.professional, &setting.coach, &client] {
            let table = house.table(caller, id).await.unwrap();
            assert_eq!(table.chairs, Perspective::ALL);
            assert_eq!(table.places[0].marks.len(), 3);
        }
        let kept = house.write_reading(&client, id, about, &draft("een beleefd ja", 0)).await.unwrap();
        assert!(matches!(kept, Written::Kept));
    })
    .await;
}

#[tokio::test]
async fn strangers_and_forged_ids_find_nothing() {
    both(async |setting| {
        let house = &setting.house;
        let id = setting.two_sealed().await;
        let colleague = &setting.colleague;
        assert_eq!(refusal(house.table(colleague, id).await), Refusal::Unknown);
        assert_eq!(refusal(house.write_reading(colleague, id, GOAL, &draft("x", 0)).await), Refusal::Unknown);
        assert_eq!(refusal(house.add_alternative(colleague, id, GOAL, &idea()).await), Refusal::Unknown);
        assert_eq!(refusal(house.tryouts(colleague, id).await), Refusal::Unknown);
        assert_eq!(
            refusal(house.table(&setting.professional, ConversationId::new()).await),
            Refusal::Unknown
        );
        let forged = Subject::Moment(MomentId::new());
        for caller in [&setting.professional, &setting.coach] {
            let refused = refusal(house.write_reading(caller, id, forged, &draft("x", 0)).await);
            assert_eq!(refused, Refusal::Unknown);
            assert_eq!(refusal(house.add_alternative(caller, id, forged, &idea()).await), Refusal::Unknown);
        }
        // A moment of someone's other conversation is not there in this one.
        let other = setting.watchable(&setting.professional).await;
        let moment = setting.sealed(&setting.professional, other, MomentKind::Flow, 1_000).await;
        let elsewhere = Subject::Moment(moment);
        let written = house.write_reading(&setting.professional, id, elsewhere, &draft("x", 0)).await;
        assert_eq!(refusal(written), Refusal::Unknown);
    })
    .await;
}

#[tokio::test]
async fn nobody_overwrites_what_they_have_not_seen() {
    both(async |setting| {
        let house = &setting.house;
        let id = setting.two_sealed().await;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        let first = house.write_reading(sanne, id, GOAL, &draft("van Sanne", 0)).await.unwrap();
        assert!(matches!(first, Written::Kept));
        // Ruud had the empty form open too.
        let Written::Meanwhile(theirs) =
            house.write_reading(ruud, id, GOAL, &draft("van Ruud", 0)).await.unwrap()
        else {
            unreachable!("his text was taken over hers")
        };
        assert_eq!((theirs.words.ours.as_str(), theirs.version), ("van Sanne", 1));
        assert_eq!(theirs.by, Some(Perspective::Professional));
        let seen = Draft { differs: true, ..draft("van allebei", theirs.version) };
        assert!(matches!(house.write_reading(ruud, id, GOAL, &seen).await.unwrap(), Written::Kept));
        let again = house.write_reading(sanne, id, GOAL, &draft("weer", 1)).await.unwrap();
        assert!(matches!(again, Written::Meanwhile(_)));
        let table = house.table(sanne, id).await.unwrap();
        assert_eq!(table.readings.len(), 1);
        let kept = &table.readings[0];
        assert_eq!((kept.words.ours.as_str(), kept.differs, kept.version), ("van allebei", true, 2));
        assert_eq!(kept.by, Some(Perspective::Coach));
    })
    .await;
}

#[tokio::test]
async fn a_difference_alone_is_an_answer_and_too_much_text_is_not() {
    both(async |setting| {
        let house = &setting.house;
        let id = setting.two_sealed().await;
        let sanne = &setting.professional;
        assert_eq!(wrong_field(house.write_reading(sanne, id, GOAL, &draft(" ", 0)).await), "ours");
        let long = draft(&"x".repeat(10_000_000), 0);
        assert_eq!(wrong_field(house.write_reading(sanne, id, GOAL, &long).await), "ours");
        let differ = Draft { differs: true, ..draft("", 0) };
        assert!(matches!(house.write_reading(sanne, id, GOAL, &differ).await.unwrap(), Written::Kept));
        let empty = Idea { words: "  ".into(), ..idea() };
        assert_eq!(wrong_field(house.add_alternative(sanne, id, GOAL, &empty).await), "words");
        house.add_alternative(&setting.coach, id, GOAL, &idea()).await.unwrap();
        let table = house.table(sanne, id).await.unwrap();
        assert_eq!(table.alternatives[0].idea_of, IdeaOf::Client);
        assert_eq!(table.alternatives[0].asks, None);
    })
    .await;
}
