//! Saving: at once, once, and never over what someone else wrote.

use axum::http::{Method, StatusCode};
use method::ids::{LookId, MomentId};
use method::roles::Perspective;
use serde_json::json;

use crate::table::{DURATION, Table};

const ME: Perspective = Perspective::Professional;

fn moment(note: &str, start: i64, base: Option<i64>) -> String {
    json!({
        "kind": "resistance", "whose": "other", "strength": "clear", "start": start, "end": start,
        "note": note, "word": "", "base": base,
    })
    .to_string()
}

fn answer(text: &str, base: Option<i64>) -> String {
    json!({ "step": "4", "text": text, "moments": [], "base": base }).to_string()
}

#[tokio::test]
async fn a_moment_is_marked_changed_and_taken_away() {
    let table = Table::set().await;
    let look = table.begin(ME).await;
    let path = format!("/looks/{look}/moments/{}", MomentId::new());
    let first = table.json(ME, Method::PUT, &path, &moment("een zucht", 4_000, None)).await;
    assert_eq!(first.status, StatusCode::OK);
    let version = first.json()["version"].as_i64().unwrap();
    assert!(table.get(ME, &format!("/looks/{look}")).await.text().contains("een zucht"));

    let second = table.json(ME, Method::PUT, &path, &moment("een diepe zucht", 5_000, Some(version))).await;
    let next = second.json()["version"].as_i64().unwrap();
    assert!(next > version);
    let page = table.get(ME, &format!("/looks/{look}")).await.text();
    assert!(page.contains("een diepe zucht") && page.contains("data-start=\"5000\""));

    // The answer got lost and the script sends it again: done once.
    let again = table.json(ME, Method::PUT, &path, &moment("een diepe zucht", 5_000, Some(version))).await;
    assert_eq!(again.json()["version"].as_i64().unwrap(), next);

    assert_eq!(table.json(ME, Method::DELETE, &path, "").await.status, StatusCode::NO_CONTENT);
    assert_eq!(table.json(ME, Method::DELETE, &path, "").await.status, StatusCode::NO_CONTENT);
    assert!(!table.get(ME, &format!("/looks/{look}")).await.text().contains("een diepe zucht"));
    // Undo puts it back.
    let back = table.json(ME, Method::PUT, &path, &moment("een diepe zucht", 5_000, None)).await;
    assert_eq!(back.status, StatusCode::OK);
}

#[tokio::test]
async fn two_windows_never_write_over_each_other() {
    let table = Table::set().await;
    let look = table.begin(ME).await;
    let path = format!("/looks/{look}/answers/auth");
    let first = table.json(ME, Method::PUT, &path, &answer("uit het ene venster", None)).await;
    let version = first.json()["version"].clone();
    let other = table.json(ME, Method::PUT, &path, &answer("uit het andere", None)).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    let said = other.json();
    assert_eq!(said["theirs"]["text"], "uit het ene venster");
    assert_eq!(said["refusal"], "refusal-changed-meanwhile");
    assert_eq!(said["version"], version);
    // Having seen both, one saves on top.
    let merged = table.json(ME, Method::PUT, &path, &answer("uit beide", version.as_i64())).await;
    assert_eq!(merged.status, StatusCode::OK);
    // The same over a form without a script: both texts are on the page.
    let form = table.post(ME, &path, &format!("step=1&text=oud+venster&version={version}")).await;
    assert_eq!(form.status, StatusCode::CONFLICT);
    assert!(form.text().contains("oud venster") && form.text().contains("uit beide"));
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_a_sentence() {
    let table = Table::set().await;
    let look = table.begin(ME).await;
    let fresh = || format!("/looks/{look}/moments/{}", MomentId::new());
    let beyond = table.json(ME, Method::PUT, &fresh(), &moment("", DURATION + 60_000, None)).await;
    assert_eq!(beyond.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(beyond.json()["refusal"], "refusal-position");
    for body in ["{}", "[]", "x", r#"{"kind":"anger"}"#] {
        let said = table.json(ME, Method::PUT, &fresh(), body).await;
        assert!(said.status.is_client_error(), "{body}");
        assert_eq!(said.json()["refusal"], "refusal-form", "{body}");
    }
    let long = "a".repeat(30_000);
    let said = table.json(ME, Method::PUT, &fresh(), &moment(&long, 1, None)).await;
    assert_eq!(said.json()["refusal"], "invalid-text-long");

    let kept =
        table.json(ME, Method::PUT, &format!("/looks/{look}/answers/fit"), &answer("blijft", None)).await;
    assert_eq!(kept.status, StatusCode::OK);
    // Ten million letters: a clear answer, and what was there stays.
    let huge = "a".repeat(10 << 20);
    let said = table.json(ME, Method::PUT, &format!("/looks/{look}/answers/fit"), &answer(&huge, None)).await;
    assert_eq!(said.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(said.json()["refusal"], "refusal-too-large");
    let form = table.post(ME, &format!("/looks/{look}/answers/fit"), &format!("text={huge}")).await;
    assert_eq!(form.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(form.text().contains("te veel tekst"), "{}", form.text());
    let less = format!("text={}&step=1", "a".repeat(500_000));
    let form = table.post(ME, &format!("/looks/{look}/answers/goal"), &less).await;
    assert_eq!(form.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        form.text().contains("te lang") && form.text().contains(&"a".repeat(500_000)),
        "nothing typed is lost"
    );
    assert!(table.get(ME, &format!("/looks/{look}")).await.text().contains("blijft"));
}

#[tokio::test]
async fn forged_and_foreign_ids_are_unknown_and_change_nothing() {
    let table = Table::set().await;
    let (mine, theirs) = (table.begin(ME).await, table.begin(Perspective::Coach).await);
    let foreign = table.fill(Perspective::Coach, theirs).await;
    for path in [
        format!("/looks/{}/moments/{}", LookId::new(), MomentId::new()),
        format!("/looks/{theirs}/moments/{}", MomentId::new()),
        format!("/looks/{theirs}/moments/{foreign}"),
        // Someone else's moment, as if it were in one's own look.
        format!("/looks/{mine}/moments/{foreign}"),
        "/looks/x/moments/y".to_owned(),
        format!("/looks/{mine}/moments/1%20or%201"),
    ] {
        let said = table.json(ME, Method::PUT, &path, &moment("over", 1, None)).await;
        assert_eq!(said.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(said.json()["refusal"], "refusal-unknown", "{path}");
    }
    // Taking it out of one's own look takes nothing out of theirs, and linking to it links nothing.
    let path = format!("/looks/{mine}/moments/{foreign}");
    assert_eq!(table.json(ME, Method::DELETE, &path, "").await.status, StatusCode::NO_CONTENT);
    let link = json!({ "step": "1", "text": "", "moments": [foreign], "base": null }).to_string();
    let said = table.json(ME, Method::PUT, &format!("/looks/{mine}/answers/auth"), &link).await;
    assert_eq!(said.status, StatusCode::OK);
    assert!(!table.get(ME, &format!("/looks/{mine}")).await.text().contains(&foreign.to_string()));
    let page = table.get(Perspective::Coach, &format!("/looks/{theirs}")).await.text();
    assert!(page.contains("geheim van coach") && !page.contains("over</p>"));
}

#[tokio::test]
async fn without_a_script_forms_do_the_same() {
    let table = Table::set().await;
    let begun = table.post(ME, &format!("/conversations/{}/look", table.conversation), "").await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    let look = begun.location().to_owned();
    let form = "at=0:12&kind=flow&note=het+loopt";
    assert_eq!(table.post(ME, &format!("{look}/moments"), form).await.status, StatusCode::SEE_OTHER);
    let wrong = table.post(ME, &format!("{look}/moments"), "at=straks&kind=flow").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = table.get(ME, &look).await.text();
    assert!(page.contains("het loopt") && page.contains("data-start=\"12000\""));
    let id = page.split("data-moment-id=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let answered =
        table.post(ME, &format!("{look}/answers/auth"), &format!("step=2&text=ja&moment={id}")).await;
    assert_eq!(answered.status, StatusCode::SEE_OTHER);
    let page = table.get(ME, &format!("{look}/answers/auth")).await.text();
    assert!(page.contains("value=\"2\" checked") && page.contains(&format!("value=\"{id}\" checked")));
    let client = table.begin(Perspective::Client).await;
    let next =
        table.post(Perspective::Client, &format!("/looks/{client}/answers/auth"), "step=dontknow").await;
    assert_eq!(next.location(), format!("/looks/{client}/answers/goal"));
}
