//! The screen in the client's hands: nothing but the questions, whatever is typed in the address bar.

use axum::http::StatusCode;
use method::ids::ConversationId;
use method::roles::Perspective::{Client, Coach, Professional};

use practice::conversation::Plan;

use crate::routes::readable;
use crate::table::Table;

/// A conversation of the same professional in which nothing was asked yet.
async fn unasked(table: &Table) -> ConversationId {
    let caller = &table.person(Professional).caller;
    let plan = Plan { held_on: caller.now, coach: None };
    table.house.set_up_conversation(caller, plan).await.unwrap()
}

async fn hand_over(table: &Table) -> ConversationId {
    let id = unasked(table).await;
    let said =
        table.post(Professional, &format!("/conversations/{id}/handover"), "for=consent&pin=2468").await;
    assert_eq!((said.status, said.location()), (StatusCode::SEE_OTHER, "/mine/consent"));
    id
}

#[tokio::test]
async fn it_cannot_wander_off() {
    let table = Table::set().await;
    let look = table.begin(Professional).await;
    hand_over(&table).await;
    let open = ["/mine", "/mine/consent", "/mine/back"];
    for pattern in readable() {
        let path = pattern
            .replace("/conversations/{id}", &format!("/conversations/{}", table.conversation))
            .replace("/looks/{id}", &format!("/looks/{look}"))
            .replace("{object}", &table.film.to_string())
            .replace(['{', '}', '*'], "");
        if path.starts_with("/assets/") || open.contains(&path.as_str()) {
            continue;
        }
        let said = table.get(Professional, &path).await;
        assert_eq!(said.status, StatusCode::FORBIDDEN, "{path}");
        assert!(said.text().contains("Dit scherm is nu voor de vragen"), "{path}");
    }
    for (path, form) in [
        ("/sign-out", ""),
        ("/mine/stop", "go=all-sure"),
        ("/mine/code", ""),
        ("/mine/second", "at=0&go=keep"),
        ("/sign-in/demo", "member=x"),
    ] {
        let said = table.post(Professional, path, form).await;
        assert_eq!(said.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(table.get(Professional, "/mine").await.location(), "/mine/consent");
    let page = table.get(Professional, "/mine/consent").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text().contains("Mijn traject"), "there is no menu to leave by");
    // The others go on as before.
    let path = format!("/conversations/{}", table.conversation);
    assert_eq!(table.get(Coach, &path).await.status, StatusCode::OK);
}

#[tokio::test]
async fn it_comes_back_with_the_pin_only_and_five_mistakes_end_the_session() {
    let table = Table::set().await;
    for pin in ["", "12", "abcd", "123456789"] {
        let path = format!("/conversations/{}/handover", unasked(&table).await);
        let said = table.post(Professional, &path, &format!("for=consent&pin={pin}")).await;
        assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY, "{pin}");
        assert!(said.text().contains("Kies vier tot acht cijfers"), "{pin}");
    }
    let id = hand_over(&table).await;
    let wrong = table.post(Professional, "/mine/back", "pin=0000").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(table.get(Professional, "/home").await.status, StatusCode::FORBIDDEN);
    let right = table.post(Professional, "/mine/back", "pin=2468").await;
    assert_eq!(right.location(), format!("/conversations/{id}/consent"));
    assert_eq!(table.get(Professional, "/home").await.status, StatusCode::OK);

    hand_over(&table).await;
    let guesses = (0..12).map(|n| {
        let form = format!("pin=111{n}");
        let table = &table;
        async move { table.post(Professional, "/mine/back", &form).await.status }
    });
    let said = futures::future::join_all(guesses).await;
    let looked_at = said.iter().filter(|status| **status == StatusCode::UNPROCESSABLE_ENTITY).count();
    assert!(looked_at < 5, "{looked_at} guesses were looked at");
    let after = table.get(Professional, "/home").await;
    assert_eq!(after.location(), "/sign-in?next=/home", "signed out, and the screen shows nothing");
}

#[tokio::test]
async fn only_the_professional_hands_it_over() {
    let table = Table::set().await;
    let path = format!("/conversations/{}/handover", table.conversation);
    for room in ["consent", "second"] {
        let said = table.post(Professional, &path, &format!("for={room}&pin=2468")).await;
        assert_eq!(
            said.location(),
            format!("/conversations/{}/{room}", table.conversation),
            "nothing is asked"
        );
    }
    assert_eq!(table.get(Professional, "/home").await.status, StatusCode::OK);
    let coach = table.post(Coach, &path, "for=second&pin=2468").await;
    assert_eq!(coach.status, StatusCode::FORBIDDEN);
    assert_eq!(table.get(Coach, "/home").await.status, StatusCode::OK);
    let client = table.post(Client, &path, "for=second&pin=2468").await;
    assert_eq!(client.status, StatusCode::UNAUTHORIZED);
    let room = table.post(Professional, &path, "for=look&pin=2468").await;
    assert_eq!(room.status, StatusCode::UNPROCESSABLE_ENTITY, "there is no such room to be handed");
}
