//! Other ways to act: changed and taken back, kept by oneself, shared without names, offered, and what a withdrawal
//! leaves of them.

use method::Refusal;
use method::dialogue::Subject;
use method::dialogue::alternative::{IdeaOf, Wanted};
use method::ids::{AlternativeId, ConversationId, OfferId};
use method::looking::{LeadQuestion, MomentKind};
use method::names::Why;
use method::roles::Role;
use practice::dialogue::{From, Idea, Keeping, OfferState, Sentence, Sharing};
use practice::tryout::Plan;
use practice::{Caller, House};

use crate::dialogue::idea;
use crate::setting::{Setting, both, refusal, wrong_field};

const GOAL: Subject = Subject::Question(LeadQuestion::SharedGoal);

fn sentence(words: &str) -> Sentence {
    Sentence {
        intention: "Boosheid erkennen".into(),
        words: words.into(),
        might: "Dat het even stil wordt.".into(),
        asks: "Dat ik wacht.".into(),
    }
}

async fn one_on_the_table(setting: &Setting) -> (ConversationId, AlternativeId) {
    let id = setting.two_sealed().await;
    let client = setting.client(&setting.professional, id).await;
    setting.house.choose_code_name(&client, id, "Kraai Zon").await.unwrap();
    let made = setting.house.add_alternative(&setting.professional, id, GOAL, &idea()).await.unwrap();
    (id, made)
}

async fn shared(house: &House, caller: &Caller, from: From, words: &str, no_names: &[String]) -> Sharing {
    let fits = (Some(MomentKind::Frustration), Some(LeadQuestion::Authenticity));
    house.share_sentence(caller, from, &sentence(words), fits, (true, no_names)).await.unwrap()
}

#[tokio::test]
async fn ones_own_is_changed_and_taken_back_until_a_tryout_hangs_on_it() {
    both(async |setting| {
        let house = &setting.house;
        let (id, made) = one_on_the_table(&setting).await;
        let changed = Idea::new(sentence("Vertel."), IdeaOf::Professional);
        assert_eq!(
            refusal(house.change_alternative(&setting.coach, id, made, &changed).await),
            Refusal::NotInvited
        );
        assert_eq!(refusal(house.remove_alternative(&setting.coach, id, made).await), Refusal::NotInvited);
        house.change_alternative(&setting.professional, id, made, &changed).await.unwrap();
        let table = house.table(&setting.professional, id).await.unwrap();
        let one = &table.alternatives[0];
        assert_eq!((one.words.as_str(), one.might.as_deref()), ("Vertel.", Some("Dat het even stil wordt.")));
        let empty = Idea::new(Sentence { words: " ".into(), ..sentence("") }, IdeaOf::Professional);
        assert_eq!(
            wrong_field(house.change_alternative(&setting.professional, id, made, &empty).await),
            "words"
        );
        let plan = Plan { doing: "Dit".into(), noticing: "Stilte".into(), ..Plan::default() };
        house.plan_tryout(&setting.professional, id, made, &plan).await.unwrap();
        assert_eq!(
            refusal(house.change_alternative(&setting.professional, id, made, &changed).await),
            Refusal::AlternativeTried
        );
        assert_eq!(
            refusal(house.remove_alternative(&setting.professional, id, made).await),
            Refusal::AlternativeTried
        );
        let other = house.add_alternative(&setting.professional, id, GOAL, &idea()).await.unwrap();
        let elsewhere = setting.two_sealed().await;
        assert_eq!(
            refusal(house.remove_alternative(&setting.professional, elsewhere, other).await),
            Refusal::Unknown
        );
        house.remove_alternative(&setting.professional, id, other).await.unwrap();
        assert_eq!(house.table(&setting.coach, id).await.unwrap().alternatives.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_collection_is_ones_own_holds_no_name_of_the_client_and_is_found_by_words() {
    both(async |setting| {
        let house = &setting.house;
        let (id, made) = one_on_the_table(&setting).await;
        let sanne = &setting.professional;
        let from = From::Table(id, made);
        let fits = (Some(MomentKind::Frustration), None);
        let named = house.keep_sentence(sanne, from, &sentence("Vraag het kraai."), fits).await.unwrap();
        let Keeping::Found(found) = named else { unreachable!("a client's name was kept: {named:?}") };
        assert_eq!((found[0].word.as_str(), found[0].why), ("kraai", Why::Person));
        let Keeping::Kept(kept) =
            house.keep_sentence(sanne, from, &sentence("Vertel. Sanne wacht."), fits).await.unwrap()
        else {
            unreachable!()
        };
        let again = house.keep_sentence(sanne, From::Kept(kept), &sentence("Zei Zon iets?"), fits).await;
        assert!(matches!(again.unwrap(), Keeping::Found(_)), "the name is looked for when it is changed too");
        let find = async |kind, words: &str| {
            let wanted = Wanted { kind, question: None, words: words.into() };
            house.collection(sanne, &wanted).await.unwrap().kept.len()
        };
        assert_eq!(find(None, "wacht vertel").await, 1);
        assert_eq!(find(Some(MomentKind::Frustration), "stil").await, 1);
        assert_eq!(find(Some(MomentKind::Flow), "").await, 0);
        assert_eq!(find(None, "fiets").await, 0);
        let joris = house.collection(&setting.colleague, &Wanted::default()).await.unwrap();
        assert!(joris.kept.is_empty());
        assert_eq!(refusal(house.kept(&setting.colleague, kept).await), Refusal::Unknown);
        assert_eq!(refusal(house.remove_kept(&setting.colleague, kept).await), Refusal::Unknown);
        let theirs = house.keep_sentence(&setting.colleague, From::Kept(kept), &sentence("x"), fits).await;
        assert_eq!(refusal(theirs), Refusal::Unknown);
        let theirs = house.keep_sentence(&setting.colleague, from, &sentence("x"), fits).await;
        assert_eq!(refusal(theirs), Refusal::Unknown);
        let coach = house.keep_sentence(&setting.coach, From::Nowhere, &sentence("x"), fits).await;
        assert_eq!(refusal(coach), Refusal::Unknown, "a coach has no journey to keep it under");
        house.remove_kept(sanne, kept).await.unwrap();
        assert_eq!(find(None, "").await, 0);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_shared_with_a_name_in_it_and_what_is_no_name_can_be_said() {
    both(async |setting| {
        let house = &setting.house;
        let (id, made) = one_on_the_table(&setting).await;
        let sanne = &setting.professional;
        let from = From::Table(id, made);
        let no_names: Vec<String> = ["Kraai", "Ruud", "Merel", "jo@x.nl"].map(Into::into).into();
        for (words, still) in [
            ("Vertel, Kraai.", Why::Person),
            ("Dat zei Ruud ook.", Why::Person),
            ("Mail jo@x.nl maar.", Why::Email),
        ] {
            match shared(house, sanne, from, words, &no_names).await {
                Sharing::Found(found) => assert!(found.iter().any(|one| one.why == still), "{words}"),
                Sharing::Shared(_) => unreachable!("{words} was shared"),
            }
        }
        assert!(house.collection(sanne, &Wanted::default()).await.unwrap().shared.is_empty());
        assert!(matches!(shared(house, sanne, from, "Zing, Merel.", &[]).await, Sharing::Found(_)));
        assert!(matches!(shared(house, sanne, from, "Zing, Merel.", &no_names).await, Sharing::Shared(_)));
        // A member of the organisation who has nothing to do with the conversation is found, and can be waved through.
        assert!(matches!(shared(house, sanne, From::Nowhere, "vraag joris", &[]).await, Sharing::Found(_)));
        // Beside the people of the conversation, its own professional included, from the collection as well.
        let fits = (None, None);
        let kept = house.keep_sentence(sanne, from, &sentence("Vertel."), fits).await.unwrap();
        let Keeping::Kept(kept) = kept else { unreachable!() };
        let found = shared(house, sanne, From::Kept(kept), "Vertel, kraai", &["kraai".into()]).await;
        assert!(matches!(found, Sharing::Found(_)), "{found:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_shared_is_read_in_the_organisation_and_taken_back_by_who_shared_it() {
    both(async |setting| {
        let house = &setting.house;
        let Sharing::Shared(id) = shared(house, &setting.coach, From::Nowhere, "En dan?", &[]).await else {
            unreachable!()
        };
        let read = house.shared(&setting.professional, id).await.unwrap();
        assert_eq!((read.by.as_deref(), read.own), (Some("Ruud"), false));
        assert_eq!(read.sentence.asks, "", "what it asks of someone is not shared");
        let anonymous = house
            .share_sentence(
                &setting.professional,
                From::Nowhere,
                &sentence("Wacht."),
                (None, None),
                (false, &[]),
            )
            .await
            .unwrap();
        let Sharing::Shared(anonymous) = anonymous else { unreachable!() };
        assert_eq!(house.shared(&setting.coach, anonymous).await.unwrap().by, None);
        let elsewhere = setting.elsewhere("Pim", Role::Professional).await;
        assert_eq!(refusal(house.shared(&elsewhere, id).await), Refusal::Unknown);
        for role in [Role::Administrator, Role::PrivacyOfficer, Role::Researcher] {
            let caller = setting.with_role(&format!("p-{role}"), role).await;
            let all = house.collection(&caller, &Wanted::default()).await.map(|_| ());
            assert_eq!(refusal(all), Refusal::Unknown, "{role}");
        }
        assert_eq!(refusal(house.remove_shared(&setting.professional, id).await), Refusal::Unknown);
        house.remove_shared(&setting.coach, id).await.unwrap();
        assert_eq!(refusal(house.shared(&setting.coach, id).await), Refusal::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_withdrawal_leaves_what_holds_nothing_of_the_conversation_and_forgets_where_it_came_from() {
    both(async |setting| {
        let house = &setting.house;
        let (id, made) = one_on_the_table(&setting).await;
        let sanne = &setting.professional;
        let from = From::Table(id, made);
        let Sharing::Shared(one) = shared(house, sanne, from, "Vertel.", &[]).await else { unreachable!() };
        let kept = house.keep_sentence(sanne, from, &sentence("Vertel."), (None, None)).await.unwrap();
        let Keeping::Kept(kept) = kept else { unreachable!() };
        let offer = house.offer(&setting.coach, id, GOAL, &sentence("En dan?")).await.unwrap();
        let links = async |derived: String| {
            let mut c = setting.records().await.read().await.unwrap();
            records::dialogue::collection::derived_from(&mut c, &derived).await.unwrap().len()
        };
        assert_eq!((links(one.to_string()).await, links(kept.to_string()).await), (1, 1));
        let client = setting.client(sanne, id).await;
        house.withdraw(&client, id).await.unwrap();
        assert_eq!((links(one.to_string()).await, links(kept.to_string()).await), (0, 0));
        assert_eq!(house.shared(sanne, one).await.unwrap().sentence.words, "Vertel.");
        assert_eq!(house.kept(sanne, kept).await.unwrap().sentence.words, "Vertel.");
        assert_eq!(refusal(house.take_offer(sanne, offer).await), Refusal::ConsentWithdrawn);
        assert_eq!(refusal(house.take_offer(&setting.colleague, offer).await), Refusal::Unknown);
        // Without its conversation it is changed and shared like one that was written on its own.
        let again = house.keep_sentence(sanne, From::Kept(kept), &sentence("Wacht."), (None, None)).await;
        assert!(matches!(again.unwrap(), Keeping::Kept(_)));
        assert!(matches!(shared(house, sanne, From::Kept(kept), "Wacht.", &[]).await, Sharing::Shared(_)));
    })
    .await;
}

#[tokio::test]
async fn a_coach_offers_and_the_professional_takes_or_leaves() {
    both(async |setting| {
        let house = &setting.house;
        let id = setting.two_sealed().await;
        let client = setting.client(&setting.professional, id).await;
        let sanne = &setting.professional;
        let (take, leave, back) = (
            house.offer(&setting.coach, id, GOAL, &sentence("Een")).await.unwrap(),
            house.offer(&setting.coach, id, GOAL, &sentence("Twee")).await.unwrap(),
            house.offer(&setting.coach, id, GOAL, &sentence("Drie")).await.unwrap(),
        );
        assert_eq!(house.offers_waiting(sanne).await.unwrap(), [(id, 3)]);
        assert!(house.offers_waiting(&setting.colleague).await.unwrap().is_empty());
        let elsewhere = Subject::Moment(method::ids::MomentId::new());
        assert_eq!(
            refusal(house.offer(&setting.coach, id, elsewhere, &sentence("x")).await),
            Refusal::Unknown
        );
        assert_eq!(refusal(house.offer(sanne, id, GOAL, &sentence("x")).await), Refusal::NotInvited);
        let refused = house.offer(&setting.colleague, id, GOAL, &sentence("x")).await;
        assert_eq!(refusal(refused), Refusal::Unknown);
        assert_eq!(refusal(house.offers(&client, id).await), Refusal::LookBlind);
        setting.sealed(&client, id, MomentKind::Resistance, 1_000).await;
        assert_eq!(refusal(house.offers(&client, id).await), Refusal::NotInvited);
        assert_eq!(refusal(house.take_offer(&setting.coach, take).await), Refusal::NotInvited);
        assert_eq!(refusal(house.withdraw_offer(sanne, back).await), Refusal::Unknown);
        house.withdraw_offer(&setting.coach, back).await.unwrap();
        house.leave_offer(sanne, leave).await.unwrap();
        let (_, made) = house.take_offer(sanne, take).await.unwrap();
        for again in [take, leave, OfferId::new()] {
            assert_eq!(refusal(house.take_offer(sanne, again).await), Refusal::Unknown);
        }
        let states: Vec<OfferState> =
            house.offers(sanne, id).await.unwrap().iter().map(|offer| offer.state).collect();
        assert_eq!(states, [OfferState::Taken(made), OfferState::Left]);
        let table = house.table(sanne, id).await.unwrap();
        let one = table.alternatives.iter().find(|one| one.id == made).unwrap();
        assert_eq!((one.words.as_str(), one.idea_of), ("Een", IdeaOf::Coach));
        assert_eq!(refusal(house.withdraw_offer(&setting.coach, take).await), Refusal::Unknown);
        assert!(house.offers_waiting(sanne).await.unwrap().is_empty());
    })
    .await;
}
