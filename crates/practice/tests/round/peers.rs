//! Peer consultation: who is asked along, what they see and write, and how it ends.

use method::Refusal;
use method::consent::{Means, Purpose};
use method::dialogue::Subject;
use method::dialogue::alternative::IdeaOf;
use method::ids::ConversationId;
use method::journey::source::Source;
use method::looking::{LeadQuestion, MomentKind};
use method::permit::Deed;
use method::roles::Role;
use practice::Caller;
use practice::consent::Answers;
use practice::dialogue::Sentence;

use crate::setting::{Setting, both, refusal, wrong_field};

const GOAL: Subject = Subject::Question(LeadQuestion::SharedGoal);

fn sentence(words: &str) -> Sentence {
    Sentence { intention: "Wachten".into(), words: words.into(), ..Sentence::default() }
}

async fn colleagues_may(setting: &Setting, id: ConversationId) -> Caller {
    let client = setting.client(&setting.professional, id).await;
    let yes = [Purpose::Look, Purpose::Colleagues];
    let answers = Answers { yes: &yes, means: Means::Account, text_version: "1" };
    for caller in [&setting.professional, &client] {
        setting.house.say_yes_again(caller, id, &answers).await.unwrap();
    }
    client
}

fn who(caller: &Caller) -> method::ids::MemberId {
    caller.member.as_ref().unwrap().id
}

#[tokio::test]
async fn a_colleague_comes_after_the_table_opened_with_everyones_yes_and_at_the_professionals_word() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, joris) = (&setting.professional, &setting.colleague);
        let id = setting.two_sealed().await;
        let purpose = Refusal::Purpose(Purpose::Colleagues);
        assert_eq!(refusal(house.invite_colleague(sanne, id, who(joris)).await), purpose);
        assert_eq!(house.along(sanne, id).await.unwrap().asking, Err(purpose));
        colleagues_may(&setting, id).await;
        assert_eq!(refusal(house.peer_table(joris, id).await.map(|_| ())), Refusal::Unknown);
        let manager = setting.with_role("Els", Role::Manager).await;
        let stranger = setting.elsewhere("Pim", Role::Professional).await;
        for nobody in [&manager, &stranger, &setting.coach, sanne] {
            assert_eq!(wrong_field(house.invite_colleague(sanne, id, who(nobody)).await), "colleague");
        }
        assert_eq!(
            refusal(house.invite_colleague(&setting.coach, id, who(joris)).await),
            Refusal::NotInvited
        );
        assert_eq!(refusal(house.invite_colleague(joris, id, who(joris)).await), Refusal::Unknown);
        let candidates = house.along(sanne, id).await.unwrap().candidates;
        assert_eq!(candidates, [(who(joris), "Joris".to_owned())]);
        house.invite_colleague(sanne, id, who(joris)).await.unwrap();
        assert!(house.along(sanne, id).await.unwrap().candidates.is_empty());
        let seen = house.peer_table(joris, id).await.unwrap();
        assert_eq!((seen.table.touches.len(), seen.table.chairs.len()), (2, 2));
        assert!(seen.table.readings.is_empty() && seen.table.alternatives.is_empty());
        assert!(house.film(joris, id).await.is_ok());
        let list = house.invited(joris).await.unwrap();
        assert_eq!((list[0].conversation, list[0].by.as_str(), list[0].answered), (id, "Sanne", false));

        // A conversation whose table is not open yet, with the same yes.
        let early = setting.watchable(sanne).await;
        colleagues_may(&setting, early).await;
        assert_eq!(refusal(house.invite_colleague(sanne, early, who(joris)).await), Refusal::LookBlind);
        setting.sealed(sanne, early, MomentKind::Flow, 1_000).await;
        assert_eq!(refusal(house.invite_colleague(sanne, early, who(joris)).await), Refusal::DialogueEarly);
        assert_eq!(refusal(house.film(joris, early).await.map(|_| ())), Refusal::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_colleague_sees_no_open_look_and_nothing_else_of_the_conversation() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, joris) = (&setting.professional, &setting.colleague);
        let id = setting.two_sealed().await;
        let client = colleagues_may(&setting, id).await;
        house.invite_colleague(sanne, id, who(joris)).await.unwrap();
        setting.look(&client, id, MomentKind::Resistance, 9_000).await;
        assert_eq!(house.peer_table(joris, id).await.unwrap().table.touches.len(), 2);
        for deed in Deed::ALL.iter().filter(|deed| !matches!(deed, Deed::Watch | Deed::Peer)) {
            let permit = house.permit(joris, id, *deed).await.map(|_| ());
            assert_eq!(refusal(permit), Refusal::Unknown, "{deed}");
        }
        assert_eq!(refusal(house.conversation(joris, id).await.map(|_| ())), Refusal::Unknown);
        assert_eq!(refusal(house.who_looked(joris, id).await.map(|_| ())), Refusal::Unknown);
        assert_eq!(refusal(house.withdraw(joris, id).await), Refusal::Unknown);
        assert_eq!(refusal(house.begin_look(joris, id).await), Refusal::Unknown);
        let log = house.who_looked(&client, id).await.unwrap();
        assert!(log.iter().any(|line| line.name.as_deref() == Some("Joris")), "the client sees who looked");
    })
    .await;
}

#[tokio::test]
async fn what_a_colleague_wrote_is_read_at_the_table_and_goes_with_the_purpose() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, joris) = (&setting.professional, &setting.colleague);
        let id = setting.two_sealed().await;
        let client = colleagues_may(&setting, id).await;
        let journey = house.own_journey(sanne).await.unwrap();
        let sources = async || house.walked(sanne, journey).await.unwrap().sources.remove(&id).unwrap();
        assert_eq!(sources().await, [Source::Video, Source::Coach]);
        house.invite_colleague(sanne, id, who(joris)).await.unwrap();
        assert_eq!(wrong_field(house.write_peer_note(joris, id, " ").await), "note");
        let kept = house.write_peer_note(joris, id, "Ik zie een zucht.").await.unwrap();
        let gone = house.write_peer_note(joris, id, "Vergeet dit.").await.unwrap();
        house.remove_peer_note(joris, id, gone).await.unwrap();
        assert_eq!(refusal(house.remove_peer_note(sanne, id, kept).await), Refusal::Unknown);
        assert_eq!(refusal(house.write_peer_note(sanne, id, "x").await), Refusal::Unknown);
        let (taken, open) = (
            house.offer(joris, id, GOAL, &sentence("Wacht vijf tellen.")).await.unwrap(),
            house.offer(joris, id, GOAL, &sentence("En dan?")).await.unwrap(),
        );
        house.offer(&setting.coach, id, GOAL, &sentence("Van de coach.")).await.unwrap();
        assert_eq!(house.offers(joris, id).await.unwrap().len(), 2, "a colleague sees their own");
        let (_, made) = house.take_offer(sanne, taken).await.unwrap();
        let idea_of = async || {
            let table = house.table(sanne, id).await.unwrap();
            table.alternatives.iter().find(|one| one.id == made).unwrap().idea_of
        };
        assert_eq!(idea_of().await, IdeaOf::Colleague);
        let along = house.along(&setting.coach, id).await.unwrap();
        assert_eq!((along.notes.len(), along.notes[0].text.as_str()), (1, "Ik zie een zucht."));
        assert_eq!(along.asking, Err(Refusal::NotInvited));
        assert_eq!(sources().await, [Source::Video, Source::Coach, Source::Peer]);
        assert!(house.invited(joris).await.unwrap()[0].answered);

        house.take_back(&client, id, Purpose::Colleagues).await.unwrap();
        assert_eq!(refusal(house.peer_table(joris, id).await.map(|_| ())), Refusal::Unknown);
        assert_eq!(refusal(house.film(joris, id).await.map(|_| ())), Refusal::Unknown);
        assert_eq!(refusal(house.write_peer_note(joris, id, "x").await), Refusal::Unknown);
        assert!(house.invited(joris).await.unwrap().is_empty());
        assert_eq!(refusal(house.take_offer(sanne, open).await), Refusal::Unknown);
        let along = house.along(sanne, id).await.unwrap();
        assert!(along.notes.is_empty() && along.asked.is_empty());
        let offers = house.offers(sanne, id).await.unwrap();
        assert_eq!(offers.iter().map(|offer| offer.colleague).collect::<Vec<_>>(), [false]);
        assert_eq!(idea_of().await, IdeaOf::Professional, "what was taken over is the professional's own");
        assert_eq!(sources().await, [Source::Video, Source::Coach]);
        assert!(house.film(&setting.coach, id).await.is_ok(), "the rest goes on");
    })
    .await;
}

#[tokio::test]
async fn the_professional_takes_an_invitation_back_and_a_yes_that_is_given_again_brings_nobody_back() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, joris) = (&setting.professional, &setting.colleague);
        let id = setting.two_sealed().await;
        let client = colleagues_may(&setting, id).await;
        house.invite_colleague(sanne, id, who(joris)).await.unwrap();
        house.write_peer_note(joris, id, "Ik zie een zucht.").await.unwrap();
        let which = house.along(sanne, id).await.unwrap().asked[0].id;
        assert_eq!(refusal(house.end_colleague(&setting.coach, id, which).await), Refusal::NotInvited);
        assert_eq!(refusal(house.end_colleague(joris, id, which).await), Refusal::Unknown);
        house.end_colleague(sanne, id, which).await.unwrap();
        assert_eq!(refusal(house.end_colleague(sanne, id, which).await), Refusal::Unknown);
        assert_eq!(refusal(house.film(joris, id).await.map(|_| ())), Refusal::Unknown);
        assert_eq!(house.along(sanne, id).await.unwrap().notes.len(), 1, "what was said at the table stays");
        house.invite_colleague(sanne, id, who(joris)).await.unwrap();
        assert_eq!(house.peer_table(joris, id).await.unwrap().notes.len(), 1);
        house.take_back(&client, id, Purpose::Colleagues).await.unwrap();
        colleagues_may(&setting, id).await;
        assert_eq!(refusal(house.film(joris, id).await.map(|_| ())), Refusal::Unknown);
    })
    .await;
}

#[tokio::test]
async fn whoever_looked_along_cannot_take_the_coachs_chair_after() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, joris) = (&setting.professional, &setting.colleague);
        let plan = practice::conversation::Plan { held_on: crate::setting::NOW, coach: None };
        let _ = house.set_up_conversation(sanne, plan).await.unwrap();
        let id = setting.watchable_alone(sanne).await;
        let client = colleagues_may(&setting, id).await;
        setting.sealed(sanne, id, MomentKind::Flow, 1_000).await;
        setting.sealed(&client, id, MomentKind::Flow, 1_000).await;
        house.invite_colleague(sanne, id, who(joris)).await.unwrap();
        let administrator = setting.with_role("Wim", Role::Administrator).await;
        house.change_roles(&administrator, who(joris), &[Role::Professional, Role::Coach]).await.unwrap();
        let which = house.along(sanne, id).await.unwrap().asked[0].id;
        house.end_colleague(sanne, id, which).await.unwrap();
        assert_eq!(wrong_field(house.invite_coach(sanne, id, who(joris)).await), "coach");
        house.invite_coach(sanne, id, who(&setting.coach)).await.unwrap();
    })
    .await;
}
