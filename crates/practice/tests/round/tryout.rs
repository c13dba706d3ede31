//! Trying out: who may choose, when something can be told, and what each sees of what the others told.

use method::Refusal;
use method::dialogue::Subject;
use method::ids::{AlternativeId, ConversationId, TryoutId};
use method::looking::{LeadQuestion, Step};
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::{Helped, Rating, TryoutState, Verdict};
use practice::tryout::{Plan, Telling};

use crate::dialogue::idea;
use crate::setting::{NOW, Setting, both, refusal, wrong_field};

pub fn plan() -> Plan {
    Plan {
        doing: "Handen van het toetsenbord.".into(),
        noticing: "Iemand zegt meer dan één zin.".into(),
        ..Plan::default()
    }
}

fn telling(words: &[&str]) -> Telling {
    Telling { words: words.iter().map(|word| (*word).to_owned()).collect(), ..Telling::default() }
}

const RATING: Rating = Rating { focus: Step::Four, noise: Step::Two, result: Step::DontKnow };

/// A conversation with an alternative and a tryout of it.
pub async fn planned(setting: &Setting) -> (ConversationId, TryoutId) {
    let id = setting.two_sealed().await;
    let about = Subject::Question(LeadQuestion::InterventionFit);
    let which = setting.house.add_alternative(&setting.coach, id, about, &idea()).await.unwrap();
    let tryout = setting.house.plan_tryout(&setting.professional, id, which, &plan()).await.unwrap();
    (id, tryout)
}

#[tokio::test]
async fn the_professional_chooses_and_nobody_else() {
    both(async |setting| {
        let house = &setting.house;
        let (id, tryout) = planned(&setting).await;
        let which = house.tryouts(&setting.professional, id).await.unwrap()[0].alternative;
        let by_coach = house.plan_tryout(&setting.coach, id, which, &plan()).await;
        assert_eq!(refusal(by_coach), Refusal::NotInvited);
        let by_colleague = house.plan_tryout(&setting.colleague, id, which, &plan()).await;
        assert_eq!(refusal(by_colleague), Refusal::Unknown);
        let forged = house.plan_tryout(&setting.professional, id, AlternativeId::new(), &plan()).await;
        assert_eq!(refusal(forged), Refusal::Unknown);
        let other = setting.two_sealed().await;
        let elsewhere = house.plan_tryout(&setting.professional, other, which, &plan()).await;
        assert_eq!(refusal(elsewhere), Refusal::Unknown);
        let empty = Plan { noticing: " ".into(), ..plan() };
        let without_a_sign = house.plan_tryout(&setting.professional, id, which, &empty).await;
        assert_eq!(wrong_field(without_a_sign), "noticing");

        assert_eq!(refusal(house.tryout(&setting.colleague, tryout).await), Refusal::Unknown);
        assert_eq!(refusal(house.tryout(&setting.professional, TryoutId::new()).await), Refusal::Unknown);
        let shown = house.tryout(&setting.coach, tryout).await.unwrap();
        assert_eq!(shown.plan.doing, plan().doing);
        assert_eq!((shown.state, shown.me), (TryoutState::Planned, Perspective::Coach));
        assert_eq!(shown.alternative.words, idea().words);
    })
    .await;
}

#[tokio::test]
async fn it_is_told_after_a_next_conversation_and_judged_after_it_was_told() {
    both(async |setting| {
        let house = &setting.house;
        let (id, tryout) = planned(&setting).await;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        assert_eq!(refusal(house.tell(sanne, tryout, &telling(&["x"])).await), Refusal::TryoutEarly);
        let before = setting.plain(sanne, Stamp(NOW.0 - 86_400_000)).await;
        let next = setting.plain(sanne, NOW.plus_days(7)).await;
        let theirs = setting.plain(&setting.colleague, NOW.plus_days(7)).await;
        for wrong in [id, before, theirs, ConversationId::new()] {
            assert_eq!(wrong_field(house.choose_next(sanne, tryout, wrong).await), "next");
        }
        assert_eq!(refusal(house.choose_next(ruud, tryout, next).await), Refusal::NotInvited);
        house.choose_next(sanne, tryout, next).await.unwrap();

        assert_eq!(refusal(house.judge(sanne, tryout, Verdict::Keep, "").await), Refusal::TryoutEarly);
        assert_eq!(wrong_field(house.tell(sanne, tryout, &telling(&["", " "])).await), "word_1");
        let mine = Telling {
            rating: Some(RATING),
            ..telling(&["Ja.", "Ze vertelde.", "Twee minuten.", "", "te veel"])
        };
        house.tell(sanne, tryout, &mine).await.unwrap();
        house.tell(ruud, tryout, &telling(&["Hier.", "", ""])).await.unwrap();
        assert_eq!(refusal(house.judge(ruud, tryout, Verdict::Drop, "").await), Refusal::NotInvited);
        house.judge(sanne, tryout, Verdict::Adapt, "Korter.").await.unwrap();

        let shown = house.tryout(ruud, tryout).await.unwrap();
        assert_eq!(shown.verdict(), Some(Verdict::Adapt));
        assert_eq!(shown.verdict_note.as_deref(), Some("Korter."));
        assert_eq!(shown.next.map(|(next, _)| next), Some(next));
        assert_eq!(shown.told.len(), 2);
        assert_eq!(
            shown.told_by(Perspective::Professional).unwrap().words,
            ["Ja.", "Ze vertelde.", "Twee minuten.", ""]
        );
        assert_eq!(shown.rated_by(Perspective::Professional), Some(RATING));
        assert_eq!(shown.rated_by(Perspective::Coach), None);
    })
    .await;
}

#[tokio::test]
async fn a_client_without_a_look_tells_and_sees_only_their_own() {
    both(async |setting| {
        let house = &setting.house;
        let (id, tryout) = planned(&setting).await;
        let client = setting.client(&setting.professional, id).await;
        assert!(house.to_tell(&client, id).await.unwrap().is_empty());
        let next = setting.plain(&setting.professional, NOW.plus_days(7)).await;
        house.choose_next(&setting.professional, tryout, next).await.unwrap();
        house.tell(&setting.professional, tryout, &telling(&["Geheim."])).await.unwrap();
        assert_eq!(refusal(house.tryout(&client, tryout).await), Refusal::LookBlind);

        let open = house.to_tell(&client, id).await.unwrap();
        assert_eq!(open.len(), 1);
        assert_eq!((open[0].me, open[0].held_on), (Perspective::Client, NOW.plus_days(7)));
        assert!(open[0].told.is_none());
        assert_eq!(wrong_field(house.tell(&client, tryout, &telling(&["x"])).await), "different");
        let answers = Some((Helped::Yes, Helped::Little));
        let told = Telling { answers, rating: Some(RATING), ..telling(&["Nu weet u het."]) };
        house.tell(&client, tryout, &told).await.unwrap();
        let again = house.telling(&client, tryout).await.unwrap();
        let mine = again.told.unwrap();
        assert_eq!((mine.different, mine.helped), (Some(Helped::Yes), Some(Helped::Little)));
        assert_eq!((mine.words, again.rating), (vec!["Nu weet u het.".to_owned()], Some(RATING)));
        // The client of the next conversation has no part in this one.
        let stranger = setting.client(&setting.professional, next).await;
        assert_eq!(refusal(house.telling(&stranger, tryout).await), Refusal::Unknown);
        assert_eq!(refusal(house.to_tell(&stranger, id).await), Refusal::Unknown);
    })
    .await;
}
