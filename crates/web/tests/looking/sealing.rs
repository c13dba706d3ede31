//! Sealing: once, with all three answers, and fixed from then on but for dated additions.

use axum::http::{Method, StatusCode};
use method::ids::MomentId;
use method::roles::Perspective;

use crate::table::Table;

const ME: Perspective = Perspective::Professional;

#[tokio::test]
async fn an_empty_look_does_not_seal_and_says_what_is_missing() {
    let table = Table::set().await;
    let look = table.begin(ME).await;
    let page = table.get(ME, &format!("/looks/{look}/seal")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Zeiden we wat we echt dachten") && !page.text().contains("Ja, rond af"));
    let said = table.post(ME, &format!("/looks/{look}/seal"), "").await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(said.text().contains("Er staat nog geen antwoord"));
    for question in ["auth", "goal", "fit"] {
        table.post(ME, &format!("/looks/{look}/answers/{question}"), "step=dontknow").await;
    }
    // "Weet ik niet" is an answer.
    let said = table.post(ME, &format!("/looks/{look}/seal"), "").await;
    assert_eq!(said.location(), format!("/conversations/{}", table.conversation));
}

#[tokio::test]
async fn two_windows_sealing_at_once_seal_once() {
    let table = Table::set().await;
    let look = table.begin(ME).await;
    table.fill(ME, look).await;
    let path = format!("/looks/{look}/seal");
    let (one, two) = tokio::join!(table.post(ME, &path, ""), table.post(ME, &path, ""));
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    let late = if one.status == StatusCode::CONFLICT { one } else { two };
    let text = late.text();
    assert!(text.contains("is klaar en staat vast") && text.contains("geheim van professional"));
    let lines = table.house.who_looked(&table.person(ME).caller, table.conversation).await.unwrap();
    assert_eq!(lines.iter().filter(|line| line.deed == "sealed").count(), 1);
}

#[tokio::test]
async fn what_is_sealed_stays_and_additions_are_dated() {
    let table = Table::set().await;
    let look = table.begin(ME).await;
    let moment = table.fill(ME, look).await;
    table.seal(ME, look).await;
    let before = table.get(ME, &format!("/looks/{look}")).await.text();
    assert!(before.contains("Afgerond op"));
    let change = r#"{"kind":"flow","whose":"own","strength":"clear","start":1,"end":1,"base":null}"#;
    let answer = r#"{"step":"1","text":"anders","moments":[],"base":null}"#;
    for (how, path, body) in [
        (Method::PUT, format!("/looks/{look}/moments/{moment}"), change),
        (Method::PUT, format!("/looks/{look}/moments/{}", MomentId::new()), change),
        (Method::DELETE, format!("/looks/{look}/moments/{moment}"), ""),
        (Method::PUT, format!("/looks/{look}/answers/auth"), answer),
    ] {
        let said = table.json(ME, how, &path, body).await;
        assert_eq!(said.status, StatusCode::CONFLICT, "{path}");
        assert_eq!(said.json()["refusal"], "refusal-look-sealed", "{path}");
    }
    // A form from a window that did not know: its text is on the page, ready to be added.
    let late = table.post(ME, &format!("/looks/{look}/answers/auth"), "step=1&text=nog+niet+bewaard").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains(">nog niet bewaard</textarea>"));
    assert_eq!(table.get(ME, &format!("/looks/{look}")).await.text(), before);

    let empty = table.post(ME, &format!("/looks/{look}/additions"), "text=++").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let added = table.post(ME, &format!("/looks/{look}/additions"), "text=nog+niet+bewaard").await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);
    let after = table.get(ME, &format!("/looks/{look}")).await.text();
    assert!(after.contains(">nog niet bewaard</p>") && after.contains("geheim van professional"));
    let stranger = table.post(Perspective::Coach, &format!("/looks/{look}/additions"), "text=x").await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_open_look_takes_no_additions() {
    let table = Table::set().await;
    let look = table.begin(ME).await;
    let said = table.post(ME, &format!("/looks/{look}/additions"), "text=x").await;
    assert_eq!(said.status, StatusCode::NOT_FOUND);
}
