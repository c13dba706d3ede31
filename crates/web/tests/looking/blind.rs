//! Blindness: whoever's look is open gets the same bytes whether or not another has marked or sealed.

use axum::http::{Method, header};
use futures::StreamExt;
use method::ids::{LookId, MomentId};
use method::roles::Perspective;
use tokio_tungstenite::tungstenite;
use tungstenite::client::IntoClientRequest;

use crate::table::{Said, Table};

/// How far the other is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Other {
    NotBegun,
    Marked,
    Sealed,
}

/// One question that the reader asks the server, with what came back.
type Seen = (String, String);

/// An answer as it can be compared: status, headers and bytes, with the ids that stood in the question taken out.
fn told(said: &Said, ids: &[String]) -> String {
    let mut headers: Vec<String> = said
        .headers
        .iter()
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or("?")))
        .collect();
    headers.sort();
    let mut text = format!("{}\n{}\n\n{}", said.status, headers.join("\n"), said.text());
    for id in ids {
        text = text.replace(id.as_str(), "<id>");
    }
    text
}

/// Everything the reader can think of asking: their own pages, the conversation, and the other's by id.
async fn ask_everything(table: &Table, reader: Perspective, look: LookId, moment: MomentId) -> Vec<Seen> {
    let mut seen = Vec::new();
    let own = table.begin(reader).await;
    let conversation = format!("/conversations/{}", table.conversation);
    let home = if reader == Perspective::Client { "/mine" } else { "/home" };
    let ids = [look.to_string(), moment.to_string()];
    let mut pages = vec![
        home.to_owned(),
        conversation.clone(),
        format!("{conversation}/look"),
        format!("{conversation}/look/client"),
        format!("{conversation}/dialogue"),
        format!("{conversation}/dialogue/auth"),
        format!("{conversation}/tryout"),
        format!("/looks/{own}"),
        format!("/looks/{own}/answers/auth"),
        format!("/looks/{own}/seal"),
        format!("/media/{}", table.film),
        format!("/media/{}/peaks", table.film),
        format!("/media/{}/stills/0", table.film),
    ];
    pages.extend(
        ["", "/answers/auth", "/seal", "/moments", "/additions", &format!("/moments/{moment}")]
            .map(|rest| format!("/looks/{look}{rest}")),
    );
    for page in pages {
        let said = table.get(reader, &page).await;
        seen.push((format!("GET {page}"), told(&said, &ids)));
        if let Some(tag) = said.headers.get(header::ETAG).cloned() {
            seen.push((format!("ETag {page}"), format!("{tag:?}")));
        }
    }
    let change = r#"{"kind":"flow","whose":"own","strength":"clear","start":1,"end":1,"base":null}"#;
    let answer = r#"{"step":"1","text":"x","moments":[],"base":null}"#;
    for (how, path, body) in [
        (Method::PUT, format!("/looks/{look}/moments/{moment}"), change),
        (Method::DELETE, format!("/looks/{look}/moments/{moment}"), ""),
        (Method::PUT, format!("/looks/{look}/answers/goal"), answer),
    ] {
        let said = table.json(reader, how.clone(), &path, body).await;
        seen.push((format!("{how} {path}"), told(&said, &ids)));
    }
    for (path, form) in [
        (format!("/looks/{look}/seal"), ""),
        (format!("/looks/{look}/additions"), "text=x"),
        (format!("/looks/{look}/answers/fit"), "step=1&text=x"),
        (format!("/looks/{look}/moments/{moment}/remove"), ""),
    ] {
        let said = table.post(reader, &path, form).await;
        seen.push((format!("POST {path}"), told(&said, &ids)));
    }
    seen.push(("socket".into(), socket(table, reader).await));
    for (question, _) in &mut seen {
        *question = ids.iter().fold(question.clone(), |text, id| text.replace(id.as_str(), "<id>"));
    }
    seen
}

/// The first thing that the live socket of the conversation says.
async fn socket(table: &Table, reader: Perspective) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let app = table.app.clone();
    let server = tokio::spawn(async move { axum::serve(listener, app).await });
    let url = format!("ws://{address}/conversations/{}/live", table.conversation);
    let mut request = url.into_client_request().unwrap();
    request.headers_mut().insert("cookie", table.person(reader).cookie.parse().unwrap());
    request.headers_mut().insert("sec-fetch-site", "same-origin".parse().unwrap());
    let stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let (mut socket, _) = tokio_tungstenite::client_async(request, stream).await.unwrap();
    let first = socket.next().await.unwrap().unwrap();
    server.abort();
    first.to_text().unwrap().to_owned()
}

/// The other goes on to the next stage; ids that nobody has yet stand for what is not there yet.
async fn go_on(table: &Table, other: Perspective, to: Other) -> (LookId, MomentId) {
    if to == Other::NotBegun {
        return (LookId::new(), MomentId::new());
    }
    let look = table.begin(other).await;
    let moment = if to == Other::Marked { table.fill(other, look).await } else { MomentId::new() };
    if to == Other::Sealed {
        table.seal(other, look).await;
    }
    (look, moment)
}

/// That somebody is ready may be said at home, as a reason to go on, and nothing more than that.
fn why_aside(told: &str) -> String {
    const WHYS: [&str; 5] = [
        "je bent begonnen en kunt afronden.",
        "de cliënt is al klaar.",
        "de coach is al klaar.",
        "de professional is al klaar.",
        "is al klaar.",
    ];
    let lines = told.lines().filter(|line| !line.starts_with("content-length:"));
    let kept = lines.map(|line| {
        let text = WHYS.iter().fold(line.to_owned(), |text, why| text.replace(why, "…"));
        ["Sanne …", "Ruud …"].iter().fold(text, |text, name| text.replace(name, "…"))
    });
    kept.collect::<Vec<_>>().join("\n")
}

fn assert_same(before: &[Seen], after: &[Seen], reader: Perspective, other: Perspective, stage: Other) {
    assert_eq!(before.len(), after.len());
    for ((question, then), (_, now)) in before.iter().zip(after) {
        let home = stage == Other::Sealed && question == "GET /home";
        let (then, now) = if home { (&why_aside(then), &why_aside(now)) } else { (then, now) };
        assert_eq!(then, now, "{reader} learns from {question} that {other} has {stage:?}");
        assert!(!now.contains("geheim van") || now.contains(&format!("geheim van {reader}")), "{question}");
        assert!(!now.contains(&format!("antwoord van {other}")), "{question}");
    }
}

#[tokio::test]
async fn an_open_look_sees_nothing_of_any_other() {
    for reader in Perspective::ALL.iter().copied() {
        for other in Perspective::ALL.iter().copied().filter(|one| *one != reader) {
            let table = Table::set().await;
            let own = table.begin(reader).await;
            table.fill(reader, own).await;
            let (look, moment) = go_on(&table, other, Other::NotBegun).await;
            let before = ask_everything(&table, reader, look, moment).await;
            assert!(before.iter().any(|(_, told)| told.contains(&format!("geheim van {reader}"))));
            for stage in [Other::Marked, Other::Sealed] {
                let (look, moment) = go_on(&table, other, stage).await;
                let after = ask_everything(&table, reader, look, moment).await;
                assert_same(&before, &after, reader, other, stage);
            }
        }
    }
}

#[tokio::test]
async fn a_sealed_look_sees_nothing_of_one_that_is_open() {
    for reader in Perspective::ALL.iter().copied() {
        for other in Perspective::ALL.iter().copied().filter(|one| *one != reader) {
            let table = Table::set().await;
            let own = table.begin(reader).await;
            table.fill(reader, own).await;
            table.seal(reader, own).await;
            let (look, moment) = go_on(&table, other, Other::NotBegun).await;
            let before = ask_everything(&table, reader, look, moment).await;
            let (look, moment) = go_on(&table, other, Other::Marked).await;
            let after = ask_everything(&table, reader, look, moment).await;
            // Each question that adds to one's own look would differ by its own doing; none here does.
            assert_same(&before, &after, reader, other, Other::Marked);
        }
    }
}

#[tokio::test]
async fn a_coach_opens_the_clients_look_only_when_both_rules_allow_it() {
    let table = Table::set().await;
    let coach = Perspective::Coach;
    let write = format!("/conversations/{}/look/client", table.conversation);
    assert_eq!(table.post(coach, &write, "mode=room").await.status, 403, "the coach's own look is open");
    let own = table.begin(coach).await;
    table.fill(coach, own).await;
    assert_eq!(table.post(coach, &write, "mode=room").await.status, 403);
    table.seal(coach, own).await;

    // A client who looks alone is left alone.
    let alone = table.begin(Perspective::Client).await;
    table.fill(Perspective::Client, alone).await;
    assert_eq!(table.post(coach, &write, "mode=room").await.status, 403);
    assert_eq!(table.get(coach, &format!("/looks/{alone}")).await.status, 404);

    let table = Table::set().await;
    let own = table.begin(coach).await;
    table.fill(coach, own).await;
    table.seal(coach, own).await;
    assert_eq!(
        table.post(coach, &write_for(&table), "mode=self").await.status,
        403,
        "not in the client's name"
    );
    let begun = table.post(coach, &write_for(&table), "mode=telephone").await;
    assert_eq!(begun.status, 303);
    let theirs = begun.location().to_owned();
    assert!(table.get(coach, &theirs).await.text().contains("Jij schrijft op"));
    let answer = format!("{theirs}/answers/auth");
    assert_eq!(table.post(coach, &answer, "step=3&text=ik+zei+ja").await.status, 303);
    // The client reads it back by their own link; the professional sees nothing of it.
    assert!(table.get(Perspective::Client, &answer).await.text().contains("ik zei ja"));
    assert_eq!(table.get(Perspective::Professional, &theirs).await.status, 404);
    for question in ["goal", "fit"] {
        table.post(coach, &format!("{theirs}/answers/{question}"), "step=dontknow").await;
    }
    assert_eq!(table.post(coach, &format!("{theirs}/seal"), "").await.status, 303);
    assert!(table.get(Perspective::Client, &theirs).await.text().contains("Telefonisch, coach vulde in"));
}

fn write_for(table: &Table) -> String {
    format!("/conversations/{}/look/client", table.conversation)
}
