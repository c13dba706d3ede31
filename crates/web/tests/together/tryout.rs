//! A tryout from choosing to verdict, told by three, on the journey; and who is kept out where.

use axum::http::StatusCode;
use method::ids::{AlternativeId, TryoutId};
use method::roles::Perspective;
use method::time::Stamp;
use practice::conversation::Plan;

use crate::table::Table;
use crate::{assert_refused, sealed};

/// The last address in a page that begins like this.
fn link(text: &str, begins: &str) -> String {
    let at = text.rfind(&format!("href=\"{begins}")).unwrap_or_else(|| panic!("no {begins} in {text}"));
    text[at + 6..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn one_thing_is_tried_told_by_three_and_stands_on_the_journey() {
    use Perspective::{Client, Coach, Professional};
    let table = Table::set().await;
    sealed(&table, Professional).await;
    sealed(&table, Coach).await;
    let room = format!("/conversations/{}", table.conversation);
    let form = "intention=Het+zinnetje+oppakken&words=Vertel+eens&asks=Geduld&idea_of=client";
    let said = table.post(Coach, &format!("{room}/dialogue/fit/alternative"), form).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
    table.post(Coach, &format!("{room}/dialogue/fit/reading"), "version=0&ours=Samen+gelezen").await;

    let list = table.get(Professional, &format!("{room}/tryout")).await.text();
    let choose = link(&list, &format!("{room}/tryout/"));
    assert!(table.get(Coach, &format!("{room}/tryout")).await.text().contains("Sanne kiest"));
    let forged = format!("{room}/tryout/{}", AlternativeId::new());
    for (chair, path, status) in [
        (Coach, &choose, StatusCode::FORBIDDEN),
        (Client, &choose, StatusCode::FORBIDDEN),
        (Professional, &forged, StatusCode::NOT_FOUND),
    ] {
        assert_eq!(table.get(chair, path).await.status, status);
        assert_eq!(table.post(chair, path, "doing=x&noticing=y").await.status, status);
    }
    let said = table.post(Professional, &choose, "doing=Handen+stil&noticing=&when=vrijdag").await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(said.text().contains(">Handen stil</textarea>") && said.text().contains(">vrijdag</textarea>"));
    let said = table.post(Professional, &choose, "doing=Handen+stil&noticing=Meer+dan+een+zin").await;
    let tryout = said.location().to_owned();
    assert!(table.get(Coach, &tryout).await.text().contains("Handen stil"));
    let card = table.get(Professional, &format!("{tryout}/card")).await.text();
    assert!(card.contains("Vertel eens") && card.contains("Meer dan een zin"));
    let early = table.get(Professional, &format!("{tryout}/tell")).await;
    assert_refused(&early, StatusCode::FORBIDDEN, "Er is nog niets geprobeerd");
    let early = table.post(Professional, &format!("{tryout}/verdict"), "verdict=keep").await;
    assert_refused(&early, StatusCode::FORBIDDEN, "Er is nog niets geprobeerd");

    let sanne = &table.person(Professional).caller;
    let plan = Plan { held_on: Stamp(sanne.now.0 + 86_400_000), coach: None };
    let next = table.house.set_up_conversation(sanne, plan).await.unwrap();
    let said = table.post(Professional, &format!("{tryout}/next"), "next=nonsense").await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = table.post(Professional, &format!("{tryout}/next"), &format!("next={next}")).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);

    let own = "word_1=Ja&word_2=Ze+vertelde&focus=4&noise=2&result=dontknow";
    assert_eq!(table.post(Professional, &format!("{tryout}/tell"), own).await.status, StatusCode::SEE_OTHER);
    let half = "word_1=Ja&focus=4";
    let said = table.post(Professional, &format!("{tryout}/tell"), half).await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);

    // The client has no sealed look: two plain questions, and nothing of what the others said.
    assert_refused(&table.get(Client, &tryout).await, StatusCode::FORBIDDEN, "Rond eerst uw eigen");
    let place = table.get(Client, &format!("{room}/tell")).await.text();
    assert!(place.contains(&format!("{tryout}/tell")) && !place.contains("dialogue"));
    let page = table.get(Client, &format!("{tryout}/tell")).await.text();
    assert!(page.contains("Deed de ander iets anders dan de vorige keer?") && page.contains("for-client"));
    let next = table.post(Client, &format!("{tryout}/tell"), "at=1&go=next&different=3").await;
    assert_eq!(next.status, StatusCode::OK);
    let second = next.text();
    assert!(second.contains("Hielp dat u?") && second.contains("for-client"));
    for page in [page, second] {
        assert!(
            !page.contains("Ze vertelde") && !page.contains("Handen stil") && !page.contains("Vertel eens")
        );
    }
    let said = table.post(Client, &format!("{tryout}/tell"), "different=3&word_1=Fijn").await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(said.text().contains("name=\"word_1\" value=\"Fijn\""), "what was typed goes along");
    let form = "different=3&helped=2&word_1=Fijn&focus=5&noise=1&result=4";
    assert_eq!(table.post(Client, &format!("{tryout}/tell"), form).await.status, StatusCode::SEE_OTHER);

    let said = table.post(Coach, &format!("{tryout}/verdict"), "verdict=drop").await;
    assert_refused(&said, StatusCode::FORBIDDEN, "niet voor gevraagd");
    let said = table.post(Professional, &format!("{tryout}/verdict"), "verdict=adapt&note=Korter").await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
    let text = table.get(Coach, &tryout).await.text();
    for words in ["Ze vertelde", "Fijn", "Een beetje", "Bijstellen", "Korter", "Heel veel"] {
        assert!(text.contains(words), "{words}");
    }

    let said = table.get(Professional, "/journey").await;
    let journey = said.location().to_owned();
    let text = table.get(Professional, &journey).await.text();
    for words in ["Handen stil", "Bijstellen", "Samen kijken", "Heel veel", "Weet ik niet"] {
        assert!(text.contains(words), "{words}");
    }
    assert_refused(&table.get(Coach, &journey).await, StatusCode::NOT_FOUND, "niet vinden");
    let said = table.post(Coach, &format!("{journey}/question"), "question=x").await;
    assert_refused(&said, StatusCode::NOT_FOUND, "niet vinden");
    assert_refused(&table.get(Coach, "/journey").await, StatusCode::NOT_FOUND, "niet vinden");
}

#[tokio::test]
async fn forged_tryouts_and_journeys_are_not_found() {
    let table = Table::set().await;
    let unknown = TryoutId::new();
    for chair in Perspective::ALL {
        for path in [
            format!("/tryouts/{unknown}"),
            format!("/tryouts/{unknown}/card"),
            format!("/tryouts/{unknown}/tell"),
            "/tryouts/1".to_owned(),
        ] {
            assert_refused(&table.get(*chair, &path).await, StatusCode::NOT_FOUND, "niet vinden");
        }
        for (deed, form) in [
            ("tell", "word_1=x"),
            ("verdict", "verdict=keep"),
            ("next", &format!("next={}", table.conversation)),
        ] {
            let said = table.post(*chair, &format!("/tryouts/{unknown}/{deed}"), form).await;
            assert_refused(&said, StatusCode::NOT_FOUND, "niet vinden");
        }
    }
    let professional = Perspective::Professional;
    for path in [format!("/journeys/{unknown}"), format!("/journeys/{unknown}/sheets/intake")] {
        assert_refused(&table.get(professional, &path).await, StatusCode::NOT_FOUND, "niet vinden");
    }
    let journey = table.get(professional, "/journey").await.location().to_owned();
    let odd = table.get(professional, &format!("{journey}/sheets/other")).await;
    assert_refused(&odd, StatusCode::NOT_FOUND, "niet vinden");
    let sheet = format!("{journey}/sheets/intake");
    let said = table.post(professional, &sheet, "answer_1=Merel&answer_5=Rust").await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
    let text = table.get(professional, &sheet).await.text();
    assert!(text.contains(">Merel</textarea>") && text.contains(">Rust</textarea>"));
}
