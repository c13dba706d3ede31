//! Conversations of managers: who can sit across, who can look along, and what a manager does not get by it.

use method::Refusal;
use method::consent::{Means, Purpose};
use method::permit::Deed;
use method::roles::{ConversationKind, Perspective, Role};
use practice::Caller;
use practice::consent::Answers;
use practice::conversation::Plan;

use crate::setting::{NOW, Setting, both, refusal};

fn id(caller: &Caller) -> method::ids::MemberId {
    caller.member.as_ref().unwrap().id
}

/// Puts people in one team.
async fn team(setting: &Setting, name: &str, people: &[&Caller]) {
    let administrator = setting.with_role(&format!("Beheer{name}"), Role::Administrator).await;
    let team = setting.house.add_team(&administrator, name).await.unwrap();
    for person in people {
        setting.house.set_team(&administrator, id(person), Some(team)).await.unwrap();
    }
}

#[tokio::test]
async fn a_manager_talks_with_their_own_team_and_with_other_managers() {
    both(async |setting| {
        let house = &setting.house;
        let manager = setting.with_role("Els", Role::Manager).await;
        let other = setting.with_role("Hanneke", Role::Manager).await;
        team(&setting, "Werk", &[&manager, &setting.professional]).await;
        let plan = || Plan { held_on: NOW, coach: None };
        let kind = ConversationKind::ManagerProfessional;
        let across = house.across(&manager, kind).await.unwrap();
        assert_eq!(across.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [id(&setting.professional)]);
        assert_eq!(house.across(&other, kind).await.unwrap(), [], "of another team");
        let between = ConversationKind::BetweenManagers;
        assert_eq!(house.across(&manager, between).await.unwrap()[0].0, id(&other));
        assert_eq!(refusal(house.across(&setting.professional, kind).await), Refusal::Unknown);
        assert!(house.set_up_with_colleague(&manager, kind, id(&setting.colleague), plan()).await.is_err());
        assert!(house.set_up_with_colleague(&manager, kind, id(&manager), plan()).await.is_err());
        assert_eq!(refusal(house.set_up_conversation(&manager, plan()).await), Refusal::Unknown);
        let set_up = house.set_up_with_colleague(&manager, between, id(&other), plan()).await.unwrap();
        let seen = house.conversation(&other, set_up).await.unwrap();
        assert_eq!((seen.me, seen.kind), (Perspective::Client, between));
        assert_eq!(seen.name_of(Perspective::Client), Some("Hanneke"));
        let kind_of =
            async |caller: &Caller| house.kind_at(&caller.reader, Some(&set_up.to_string())).await.unwrap();
        assert_eq!(kind_of(&other).await, Some(between));
        assert_eq!(kind_of(&setting.professional).await, None, "whoever has no part in it hears nothing");
    })
    .await;
}

#[tokio::test]
async fn an_employees_yes_is_their_own_and_no_link_or_screen_goes_round_it() {
    both(async |setting| {
        let house = &setting.house;
        let manager = setting.with_role("Els", Role::Manager).await;
        team(&setting, "Werk", &[&manager, &setting.professional]).await;
        let plan = Plan { held_on: NOW, coach: Some(id(&setting.coach)) };
        let kind = ConversationKind::ManagerProfessional;
        let talk =
            house.set_up_with_colleague(&manager, kind, id(&setting.professional), plan).await.unwrap();
        assert_eq!(refusal(house.renew_client_link(&manager, talk).await), Refusal::NotInvited);
        let seen = house.conversation(&manager, talk).await.unwrap();
        assert!(method::consent::asking::hand_over(&seen.facts).is_err());
        let yes = Answers { yes: &[Purpose::Look], means: Means::Account, text_version: "1" };
        house.say_yes(&manager, talk, &yes).await.unwrap();
        assert!(refusal(house.permit(&manager, talk, Deed::Record).await) == Refusal::ConsentMissing);
        // A no leaves nothing that the manager could tell from not having answered.
        let no = Answers { yes: &[], ..yes };
        house.say_yes(&setting.professional, talk, &no).await.unwrap();
        assert_eq!(house.consents(&manager, talk).await.unwrap().len(), 1);
        let yes = Answers { yes: &[Purpose::Look], means: Means::Account, text_version: "1" };
        house.say_yes(&setting.professional, talk, &yes).await.unwrap();
        house.permit(&manager, talk, Deed::Record).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_manager_gets_no_more_by_taking_part_elsewhere() {
    both(async |setting| {
        let house = &setting.house;
        let watchable = setting.watchable(&setting.professional).await;
        let manager = setting.with_role("Els", Role::Manager).await;
        team(&setting, "Werk", &[&manager, &setting.professional]).await;
        let plan = Plan { held_on: NOW, coach: None };
        let kind = ConversationKind::ManagerProfessional;
        house.set_up_with_colleague(&manager, kind, id(&setting.professional), plan).await.unwrap();
        for deed in [Deed::Prepare, Deed::Watch, Deed::Look, Deed::Compare, Deed::TryOut, Deed::Tell] {
            assert_eq!(refusal(house.permit(&manager, watchable, deed).await), Refusal::Unknown, "{deed}");
        }
        // Nor does a coach who becomes a manager keep the road they had, or can be asked for a client's conversation.
        house.permit(&setting.coach, watchable, Deed::Watch).await.unwrap();
        let administrator = setting.with_role("Wim", Role::Administrator).await;
        let roles = [Role::Coach, Role::Manager];
        house.change_roles(&administrator, id(&setting.coach), &roles).await.unwrap();
        assert_eq!(refusal(house.permit(&setting.coach, watchable, Deed::Watch).await), Refusal::NotInvited);
        let offered =
            house.coaches(&setting.professional, ConversationKind::ClientProfessional).await.unwrap();
        assert_eq!(offered, []);
        let offered = house.coaches(&manager, ConversationKind::BetweenManagers).await.unwrap();
        assert_eq!(offered.len(), 1);
    })
    .await;
}
