//! The table: who sees it and when, two people who write at once, and what is too much.

use axum::http::StatusCode;
use method::ids::MomentId;
use method::roles::Perspective;

use crate::table::Table;
use crate::{assert_refused, sealed};

const BLIND: &str = "Rond eerst uw eigen kijkronde af";
const EARLY: &str = "Er zijn nog geen twee kijkrondes klaar";
const UNKNOWN: &str = "Dit kunnen wij niet vinden";

#[tokio::test]
async fn the_table_opens_for_who_sealed_and_a_later_seal_joins() {
    use Perspective::{Client, Coach, Professional};
    let table = Table::set().await;
    let page = format!("/conversations/{}/dialogue", table.conversation);
    for chair in Perspective::ALL {
        assert_refused(&table.get(*chair, &page).await, StatusCode::FORBIDDEN, BLIND);
    }
    sealed(&table, Professional).await;
    assert_refused(&table.get(Professional, &page).await, StatusCode::FORBIDDEN, EARLY);
    assert_refused(&table.get(Coach, &page).await, StatusCode::FORBIDDEN, BLIND);
    sealed(&table, Coach).await;
    let look = table.begin(Client).await;
    let theirs = table.fill(Client, look).await;
    for chair in [Professional, Coach] {
        let said = table.get(chair, &page).await;
        assert_eq!(said.status, StatusCode::OK);
        let text = said.text();
        assert!(text.contains("geheim van professional") && text.contains("geheim van coach"));
        assert!(text.contains("antwoord van coach op fit"));
        assert!(!text.contains("van client") && !text.contains(&theirs.to_string()));
        assert!(text.contains("data-lanes=\"professional coach\""), "two lanes");
    }
    for path in [page.clone(), format!("{page}/auth"), format!("{page}/{theirs}")] {
        assert_refused(&table.get(Client, &path).await, StatusCode::FORBIDDEN, BLIND);
    }
    assert_refused(&table.get(Coach, &format!("{page}/{theirs}")).await, StatusCode::NOT_FOUND, UNKNOWN);

    table.seal(Client, look).await;
    for chair in Perspective::ALL {
        let text = table.get(*chair, &page).await.text();
        for other in Perspective::ALL {
            assert!(text.contains(&format!("geheim van {other}")), "{chair} does not see {other}");
        }
        assert!(text.contains("data-lanes=\"professional client coach\""));
        assert!(text.contains("Hier zagen jullie hetzelfde"));
    }
    let about = table.get(Client, &format!("{page}/{theirs}")).await;
    assert!(about.status == StatusCode::OK && about.text().contains("geheim van client"));
}

#[tokio::test]
async fn two_who_write_at_once_both_keep_their_text() {
    use Perspective::{Coach, Professional};
    let table = Table::set().await;
    sealed(&table, Professional).await;
    sealed(&table, Coach).await;
    let page = format!("/conversations/{}/dialogue/goal", table.conversation);
    let write = format!("{page}/reading");
    let first = table.post(Professional, &write, "version=0&ours=van+Sanne").await;
    assert_eq!((first.status, first.location()), (StatusCode::SEE_OTHER, format!("{page}#reading").as_str()));
    let second = table.post(Coach, &write, "version=0&ours=van+Ruud&unknown=wat+nog&differs=yes").await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let text = second.text();
    assert!(text.contains("Beide teksten staan er nog"));
    assert!(text.contains("van Sanne</blockquote>"), "theirs is shown");
    assert!(text.contains("van Ruud</textarea>") && text.contains("wat nog</textarea>"), "one's own is kept");
    assert!(text.contains("name=\"version\" value=\"1\""));
    assert!(!table.get(Coach, &page).await.text().contains("van Ruud"));
    let third = table.post(Coach, &write, "version=1&ours=van+allebei&differs=yes").await;
    assert_eq!(third.status, StatusCode::SEE_OTHER);
    let text = table.get(Professional, &page).await.text();
    assert!(text.contains("van allebei</blockquote>") && text.contains("We zien dit nog verschillend"));
    assert!(text.contains("Geschreven door Ruud"));
}

#[tokio::test]
async fn too_much_text_is_said_and_nothing_typed_is_lost() {
    use Perspective::{Coach, Professional};
    let table = Table::set().await;
    sealed(&table, Professional).await;
    sealed(&table, Coach).await;
    let page = format!("/conversations/{}/dialogue/auth", table.conversation);
    let huge = format!("version=0&ours={}", "x".repeat(10_000_000));
    let said = table.post(Professional, &format!("{page}/reading"), &huge).await;
    assert_refused(&said, StatusCode::PAYLOAD_TOO_LARGE, "Dit is te veel tekst");
    let long = "lang ".repeat(6_000);
    let said = table
        .post(Professional, &format!("{page}/reading"), &format!("version=0&ours={}", long.replace(' ', "+")))
        .await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(said.text().contains(long.trim_end()), "the text stands in its field");
    let said = table.post(Professional, &format!("{page}/reading"), "version=0&ours=").await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = "intention=rust+geven&words=&idea_of=client";
    let said = table.post(Coach, &format!("{page}/alternative"), form).await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(said.text().contains("value=\"rust geven\"") && said.text().contains("Schrijf op wat je zegt"));
    let form = "intention=x&words=y&idea_of=chef";
    let said = table.post(Coach, &format!("{page}/alternative"), form).await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_does_not_lie_here_is_not_found() {
    use Perspective::{Coach, Professional};
    let table = Table::set().await;
    let other = Table::set().await;
    sealed(&table, Professional).await;
    sealed(&table, Coach).await;
    let strange = sealed(&other, Professional).await;
    sealed(&other, Coach).await;
    let room = format!("/conversations/{}/dialogue", table.conversation);
    for about in ["nonsense".to_owned(), MomentId::new().to_string(), strange.to_string(), "..%2Fauth".into()]
    {
        assert_refused(
            &table.get(Professional, &format!("{room}/{about}")).await,
            StatusCode::NOT_FOUND,
            UNKNOWN,
        );
        for (deed, form) in
            [("reading", "version=0&ours=x"), ("alternative", "intention=x&words=y&idea_of=coach")]
        {
            let said = table.post(Professional, &format!("{room}/{about}/{deed}"), form).await;
            assert_refused(&said, StatusCode::NOT_FOUND, UNKNOWN);
        }
    }
    let theirs = format!("/conversations/{}/dialogue", other.conversation);
    assert_refused(&table.get(Professional, &theirs).await, StatusCode::NOT_FOUND, UNKNOWN);
    let examples = table.get(Professional, &format!("{room}/auth?example=999")).await;
    assert_eq!(examples.status, StatusCode::OK);
    let example = table.get(Professional, &format!("{room}/auth?example=7")).await.text();
    assert!(example.contains("Deed ik iets?&#34;</textarea>"), "the example stands in the form");
}
