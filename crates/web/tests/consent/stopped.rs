//! Once someone stopped, every address that served something answers that it is gone; only facts and receipts stay.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use method::roles::Perspective::{self, Client, Coach, Professional};

use crate::routes::readable;
use crate::table::Table;

/// Addresses that tell of a conversation without its content: the path that says it ended, facts of consent, receipts.
const FACTS: [&str; 5] = [
    "/conversations/{id}",
    "/conversations/{id}/consent",
    "/conversations/{id}/seen",
    "/conversations/{id}/leaflet",
    "/conversations/{id}/live",
];

/// Everything that can be read of the conversation, with an address filled in for each kind of id.
async fn addresses(table: &Table, looks: &[String], moment: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for pattern in readable() {
        let about = ["/conversations/{id}", "/looks/{id}", "/media/{object}"];
        if !about.iter().any(|start| pattern.starts_with(start)) || FACTS.contains(&pattern.as_str()) {
            continue;
        }
        let path = pattern
            .replace("{object}", &table.film.to_string())
            .replace("{number}", "0")
            .replace("{subject}", moment)
            .replace("{question}", "auth")
            .replace("{alternative}", moment);
        if path.starts_with("/looks/") {
            all.extend(looks.iter().map(|look| (pattern.clone(), path.replace("{id}", look))));
        } else {
            all.push((pattern, path.replace("{id}", &table.conversation.to_string())));
        }
    }
    all
}

async fn statuses(
    table: &Table,
    all: &[(String, String)],
) -> BTreeMap<(Perspective, String), (StatusCode, String)> {
    let mut said = BTreeMap::new();
    for chair in [Professional, Client, Coach] {
        for (_, path) in all {
            let answer = table.get(chair, path).await;
            // Whoever has no account is sent to sign in where only staff may come: that is shut, before and after.
            let shut = answer.status.is_redirection() && answer.location().starts_with("/sign-in");
            let status = if shut { StatusCode::UNAUTHORIZED } else { answer.status };
            said.insert((chair, path.clone()), (status, answer.text()));
        }
    }
    said
}

#[tokio::test]
async fn every_address_that_served_something_says_that_it_is_gone() {
    for who in [Client, Professional] {
        let table = Table::set().await;
        let mut looks = Vec::new();
        let mut moment = String::new();
        for chair in [Professional, Client, Coach] {
            let look = table.begin(chair).await;
            moment = table.fill(chair, look).await.to_string();
            table.seal(chair, look).await;
            looks.push(look.to_string());
        }
        let all = addresses(&table, &looks, &moment).await;
        let before = statuses(&table, &all).await;
        let served: Vec<_> = before.iter().filter(|(_, (status, _))| status.is_success()).collect();
        assert!(served.len() > 20, "too little was served before to prove anything: {}", served.len());
        let secret = |text: &str| text.contains("geheim van") || text.contains("antwoord van");
        assert!(served.iter().any(|(_, (_, text))| secret(text)), "nothing of content was served before");

        let path = match who {
            Client => "/mine/stop".to_owned(),
            _ => format!("/conversations/{}/stop", table.conversation),
        };
        assert!(!table.post(who, &path, "go=all").await.status.is_redirection(), "it is asked once more");
        assert!(table.post(who, &path, "go=all-sure").await.status.is_redirection());

        for ((chair, path), (status, text)) in statuses(&table, &all).await {
            let was = &before[&(chair, path.clone())].0;
            if was.is_success() || was.is_redirection() {
                assert_eq!(status, StatusCode::GONE, "{chair} at {path}: {was} before");
            }
            assert!(!secret(&text), "{chair} at {path} still reads what was said");
        }
        let film = table.get(Professional, &format!("/conversations/{}/look", table.conversation)).await;
        assert_eq!(film.status, StatusCode::GONE);
        assert!(film.text().contains("Het ja voor dit gesprek is gestopt"));
        // Writing is refused as well.
        let body =
            r#"{"kind":"flow","whose":"own","strength":"light","start":0,"end":0,"note":"","word":""}"#;
        let put =
            table.json(Coach, Method::PUT, &format!("/looks/{}/moments/{moment}", looks[2]), body).await;
        assert_eq!(put.status, StatusCode::GONE);
        let tus = table.post(Professional, &format!("/tus/{}", table.conversation), "").await;
        assert!(!tus.status.is_success());

        let receipt = table.get(Client, "/mine/receipt").await;
        assert_eq!(receipt.status, StatusCode::OK);
        assert!(receipt.text().contains("Wij hebben gewist: de video"), "{}", receipt.text());
        assert_eq!(table.get(Client, "/mine").await.location(), "/mine/receipt");
        let facts = table.get(Professional, &format!("/conversations/{}/consent", table.conversation)).await;
        assert_eq!(facts.status, StatusCode::OK);
        assert!(facts.text().contains("Gestopt op"));
    }
}
