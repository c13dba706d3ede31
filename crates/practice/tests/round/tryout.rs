//! Trying out: who may choose, when something can be told, and what each sees of what the others told.

use method::Refusal;
use method::dialogue::Subject;
use method::home::Wait;
use method::ids::{AlternativeId, ConversationId, TryoutId};
use method::looking::{LeadQuestion, MomentKind, Step};
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::{Closing, Helped, Rating, TryoutState, Verdict};
use practice::Caller;
use practice::tryout::{Piece, Plan, Telling};

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

#[tokio::test]
async fn a_conversation_that_never_came_is_planned_anew_or_closed() {
    both(async |setting| {
        let house = &setting.house;
        let (_, tryout) = planned(&setting).await;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        let first = setting.plain(sanne, NOW.plus_days(7)).await;
        let later = setting.plain(sanne, NOW.plus_days(40)).await;
        house.choose_next(sanne, tryout, first).await.unwrap();
        let on = |days| Caller { now: NOW.plus_days(days), ..sanne.clone() };
        let what = async |days| {
            let waits = house.waits(&on(days)).await.unwrap();
            let mine = waits.iter().filter(|one| one.tryout == Some(tryout));
            mine.map(|one| one.waiting.wait).collect::<Vec<_>>()
        };
        assert!(what(5).await.is_empty());
        assert_eq!(what(6).await, [Wait::CardTomorrow]);
        assert_eq!(what(8).await, [Wait::Tell]);
        assert_eq!(what(30).await, [Wait::DidItCome]);
        assert!(house.waits(ruud).await.unwrap().iter().all(|one| one.tryout.is_none()));
        assert!(house.waits(&setting.colleague).await.unwrap().is_empty());

        let why = Closing::NoConversation;
        assert_eq!(refusal(house.close_tryout(ruud, tryout, why).await), Refusal::NotInvited);
        assert_eq!(refusal(house.close_tryout(&setting.colleague, tryout, why).await), Refusal::Unknown);
        house.close_tryout(sanne, tryout, why).await.unwrap();
        assert!(what(30).await.is_empty());
        assert_eq!(house.tryout(sanne, tryout).await.unwrap().state, TryoutState::Closed(why));
        assert_eq!(refusal(house.tell(sanne, tryout, &telling(&["x"])).await), Refusal::TryoutEarly);

        house.choose_next(sanne, tryout, later).await.unwrap();
        assert_eq!(what(39).await, [Wait::CardTomorrow]);
        house.tell(sanne, tryout, &telling(&["Ja."])).await.unwrap();
        assert_eq!(refusal(house.choose_next(sanne, tryout, first).await), Refusal::TryoutTold);
        assert_eq!(what(41).await, [Wait::Verdict]);
        house.judge(sanne, tryout, Verdict::Keep, "").await.unwrap();
        assert_eq!(refusal(house.close_tryout(sanne, tryout, why).await), Refusal::TryoutTold);
        assert!(what(60).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn adapt_and_again_make_a_chain_that_each_reads_as_far_as_it_is_theirs() {
    both(async |setting| {
        let house = &setting.house;
        let (id, first) = planned(&setting).await;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        let which = house.tryouts(sanne, id).await.unwrap()[0].alternative;
        let next = setting.plain(sanne, NOW.plus_days(7)).await;
        let follows = |id| Plan { follows: Some(id), doing: "Korter.".into(), ..plan() };
        let early = house.plan_tryout(sanne, id, which, &follows(first)).await;
        assert_eq!(refusal(early), Refusal::TryoutEarly);
        house.choose_next(sanne, first, next).await.unwrap();
        house.tell(sanne, first, &telling(&["Half."])).await.unwrap();
        assert_eq!(house.chain_to_go_on(sanne, id).await.unwrap(), None);
        house.judge(sanne, first, Verdict::Adapt, "").await.unwrap();

        let second = house.plan_tryout(sanne, id, which, &follows(first)).await.unwrap();
        let choices = house.next_choices(sanne, second).await.unwrap();
        assert!(choices.is_empty(), "not again the one in which the first was tried: {choices:?}");
        let third = setting.plain(sanne, NOW.plus_days(14)).await;
        assert_eq!(house.next_choices(sanne, second).await.unwrap()[0].0, third);

        // A tryout that comes from elsewhere has nothing to do with this chain.
        let other = setting.two_sealed().await;
        let about = Subject::Question(LeadQuestion::InterventionFit);
        let elsewhere = house.add_alternative(ruud, other, about, &idea()).await.unwrap();
        let strange = house.plan_tryout(sanne, other, elsewhere, &follows(first)).await;
        assert_eq!(refusal(strange), Refusal::Unknown);

        for asked in [first, second] {
            let chain = house.tryout_chain(ruud, asked).await.unwrap();
            assert_eq!(chain.iter().map(|link| link.id).collect::<Vec<_>>(), [first, second]);
            assert_eq!(chain[1].doing.as_deref(), Some("Korter."));
            assert_eq!(chain[0].intention.as_deref(), Some(idea().intention.as_str()));
        }
        assert_eq!(refusal(house.tryout_chain(&setting.colleague, first).await), Refusal::Unknown);
        let journey = house.own_journey(sanne).await.unwrap();
        assert_eq!(house.chains_of_journey(sanne, journey).await.unwrap().len(), 1);
        assert_eq!(refusal(house.chains_of_journey(ruud, journey).await), Refusal::Unknown);

        // Consent ends for the conversation in which the first was tried: the chain stays, that stop is gone.
        let client = setting.client(sanne, next).await;
        house.withdraw(&client, next).await.unwrap();
        let chain = house.tryout_chain(sanne, second).await.unwrap();
        assert_eq!((chain[0].next, chain[0].next_gone), (None, true));
        assert!(matches!(house.tryout_clips(sanne, first).await.unwrap().after, Piece::Ended));
        assert_eq!(house.tryout(sanne, first).await.unwrap().verdict(), Some(Verdict::Adapt));
        // And for the one they came from: nothing is left of it.
        let client = setting.client(sanne, id).await;
        house.withdraw(&client, id).await.unwrap();
        assert!(house.chains_of_journey(sanne, journey).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn each_clip_is_asked_of_its_own_conversation() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        let id = setting.watchable(sanne).await;
        let moment = setting.sealed(sanne, id, MomentKind::Flow, 60_000).await;
        setting.sealed(ruud, id, MomentKind::Flow, 90_000).await;
        let which = house.add_alternative(ruud, id, Subject::Moment(moment), &idea()).await.unwrap();
        let tryout = house.plan_tryout(sanne, id, which, &plan()).await.unwrap();
        assert_eq!(refusal(house.place_after(sanne, tryout, 1, 0).await), Refusal::TryoutEarly);
        let next = setting.watchable(sanne).await;
        house.choose_next(sanne, tryout, next).await.unwrap();
        let clips = house.tryout_clips(sanne, tryout).await.unwrap();
        assert!(matches!(clips.before, Piece::There { span, .. } if span.start == 60_000), "{clips:?}");
        assert!(matches!(clips.after, Piece::Unchosen));
        assert_eq!(refusal(house.place_after(ruud, tryout, 1, 0).await), Refusal::NotInvited);
        assert_eq!(refusal(house.place_after(sanne, tryout, 999_000, 0).await), Refusal::Position);
        house.place_after(sanne, tryout, 12_000, 0).await.unwrap();
        let clips = house.tryout_clips(ruud, tryout).await.unwrap();
        assert!(matches!(clips.after, Piece::There { span, .. } if span.start == 12_000), "{clips:?}");
        // The client of the first conversation has no part in the second.
        let client = setting.client(sanne, id).await;
        setting.sealed(&client, id, MomentKind::Flow, 61_000).await;
        let clips = house.tryout_clips(&client, tryout).await.unwrap();
        assert!(matches!(clips.before, Piece::There { .. }));
        assert!(matches!(clips.after, Piece::NotYours), "{clips:?}");
        assert_eq!(refusal(house.tryout_clips(&setting.colleague, tryout).await), Refusal::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_coach_who_leaves_takes_along_what_was_not_sealed() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        let coach = ruud.member.as_ref().unwrap().id;
        let id = setting.watchable(sanne).await;
        setting.look(ruud, id, MomentKind::Flow, 1_000).await;
        for caller in [ruud, &setting.client(sanne, id).await] {
            assert_eq!(refusal(house.take_back_invitation(caller, id).await), Refusal::NotInvited);
        }
        assert_eq!(refusal(house.take_back_invitation(&setting.colleague, id).await), Refusal::Unknown);
        house.take_back_invitation(sanne, id).await.unwrap();
        assert_eq!(refusal(house.film(ruud, id).await.map(|_| ())), Refusal::Unknown);
        assert_eq!(refusal(house.conversation(ruud, id).await.map(|_| ())), Refusal::Unknown);
        assert_eq!(refusal(house.take_back_invitation(sanne, id).await), Refusal::Unknown);
        house.invite_coach(sanne, id, coach).await.unwrap();
        assert!(house.own_look(ruud, id).await.unwrap().is_none(), "nothing of the open look is left");

        // Nor of a sealed one, as long as it does not lie on the table: the professional must not learn that it was.
        setting.sealed(ruud, id, MomentKind::Flow, 1_000).await;
        house.take_back_invitation(sanne, id).await.unwrap();
        let facts = house.conversation(sanne, id).await.unwrap().facts;
        assert_eq!((facts.parties.len(), facts.sealed_looks()), (2, 0));
        house.invite_coach(sanne, id, coach).await.unwrap();
        assert!(house.own_look(ruud, id).await.unwrap().is_none());

        // Looks that lie on the table were shared: they stay, and so does what was told beside them.
        let (id, tryout) = planned(&setting).await;
        let next = setting.plain(sanne, NOW.plus_days(7)).await;
        house.choose_next(sanne, tryout, next).await.unwrap();
        house.tell(ruud, tryout, &telling(&["Hier zag ik het."])).await.unwrap();
        house.take_back_invitation(sanne, id).await.unwrap();
        assert_eq!(refusal(house.tryout(ruud, tryout).await), Refusal::Unknown);
        assert_eq!(refusal(house.table(ruud, id).await.map(|_| ())), Refusal::Unknown);
        assert_eq!(house.table(sanne, id).await.unwrap().chairs.len(), 2);
        let shown = house.tryout(sanne, tryout).await.unwrap();
        assert_eq!(shown.told_by(Perspective::Coach).unwrap().words[0], "Hier zag ik het.");
        assert_eq!(wrong_field(house.invite_coach(sanne, id, coach).await), "coach");
    })
    .await;
}
