//! The journey: its owner's alone, with what the rules still let them read.

use method::Refusal;
use method::journey::Stop;
use method::looking::Step;
use method::roles::Perspective;
use method::tryout::{Rating, Verdict};
use practice::dialogue::Written;
use practice::journey::Sheet;
use practice::tryout::Telling;

use crate::dialogue::draft;
use crate::setting::{NOW, both, refusal, wrong_field};
use crate::tryout::planned;

#[tokio::test]
async fn the_whole_round_lies_on_the_path_and_leaves_it_with_the_yes() {
    both(async |setting| {
        let house = &setting.house;
        let sanne = &setting.professional;
        let (id, tryout) = planned(&setting).await;
        let about = method::dialogue::Subject::Question(method::looking::LeadQuestion::Authenticity);
        let kept = house.write_reading(sanne, id, about, &draft("We hielden allebei in.", 0)).await.unwrap();
        assert!(matches!(kept, Written::Kept));
        let next = setting.plain(sanne, NOW.plus_days(7)).await;
        house.choose_next(sanne, tryout, next).await.unwrap();
        let rating = Rating { focus: Step::Five, noise: Step::One, result: Step::Four };
        let told = Telling { words: vec!["Ja.".into()], rating: Some(rating), ..Telling::default() };
        house.tell(sanne, tryout, &told).await.unwrap();
        house.judge(sanne, tryout, Verdict::Keep, "").await.unwrap();
        house.rate(&setting.coach, id, rating).await.unwrap();
        let client = setting.client(sanne, id).await;
        house.rate(&client, id, rating).await.unwrap();
        assert_eq!(house.own_rating(&client, id).await.unwrap(), Some(rating));
        assert_eq!(house.own_rating(sanne, id).await.unwrap(), None);
        assert_eq!(refusal(house.rate(&setting.colleague, id, rating).await), Refusal::Unknown);

        let journey = house.own_journey(sanne).await.unwrap();
        house.set_learning_question(sanne, journey, "Wanneer is een ja een ja?").await.unwrap();
        let walked = house.walked(sanne, journey).await.unwrap();
        assert_eq!(walked.question.as_deref(), Some("Wanneer is een ja een ja?"));
        assert!(matches!(
            walked.stops.as_slice(),
            [
                Stop::Conversation(_),
                Stop::Together(_),
                Stop::Tryout(_),
                Stop::Conversation(_),
                Stop::Verdict(_, Verdict::Keep)
            ]
        ));
        assert_eq!(walked.doing.get(&tryout).map(String::as_str), Some("Handen van het toetsenbord."));
        assert_eq!(walked.ratings.len(), 3);
        assert!(walked.ratings.iter().any(|one| one.by == Perspective::Client));

        house.withdraw(&client, id).await.unwrap();
        let walked = house.walked(sanne, journey).await.unwrap();
        assert!(matches!(&walked.stops[0], Stop::Conversation(held) if held.gone));
        assert!(walked.doing.is_empty());
        assert!(walked.ratings.iter().all(|one| one.conversation == next.to_string()));
        assert!(!walked.stops.iter().any(|stop| matches!(stop, Stop::Together(_))));
        assert_eq!(refusal(house.table(sanne, id).await), Refusal::ConsentWithdrawn);
        for refused in
            [refusal(house.tryout(sanne, tryout).await), refusal(house.telling(&client, tryout).await)]
        {
            assert!([Refusal::ConsentWithdrawn, Refusal::Unknown].contains(&refused), "{refused:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_else_reads_a_journey_or_its_sheets() {
    both(async |setting| {
        let house = &setting.house;
        let sanne = &setting.professional;
        let journey = house.own_journey(sanne).await.unwrap();
        assert_eq!(house.sheet(sanne, journey, Sheet::Intake).await.unwrap(), vec![String::new(); 5]);
        let answers = vec!["Het gesprek met Merel.".to_owned(), " ".to_owned()];
        house.write_sheet(sanne, journey, Sheet::Intake, &answers).await.unwrap();
        let read = house.sheet(sanne, journey, Sheet::Intake).await.unwrap();
        assert_eq!(read[..2], ["Het gesprek met Merel.", ""]);
        assert_eq!(house.sheet(sanne, journey, Sheet::Close).await.unwrap(), vec![String::new(); 4]);
        let long = vec![String::new(), "x".repeat(10_000_000)];
        assert_eq!(wrong_field(house.write_sheet(sanne, journey, Sheet::Close, &long).await), "answer_2");
        for stranger in [&setting.coach, &setting.colleague] {
            assert_eq!(refusal(house.walked(stranger, journey).await), Refusal::Unknown);
            assert_eq!(refusal(house.sheet(stranger, journey, Sheet::Intake).await), Refusal::Unknown);
            assert_eq!(
                refusal(house.write_sheet(stranger, journey, Sheet::Intake, &answers).await),
                Refusal::Unknown
            );
        }
        assert_eq!(refusal(house.own_journey(&setting.coach).await), Refusal::Unknown);
    })
    .await;
}
