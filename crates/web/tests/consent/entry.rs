//! In by link and code: a session of its own, for one place only.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use method::roles::Perspective::{Client, Coach, Professional};

use crate::routes::readable;
use crate::table::{Said, Table};

async fn new_link(table: &Table) -> (String, String) {
    let path = format!("/conversations/{}/client-link", table.conversation);
    let page = table.post(Professional, &path, "").await.text();
    let between = |from: &str, to: &str| {
        let rest = page.split_once(from).expect("the page has a link and a code").1;
        rest.split_once(to).expect("it ends").0.to_owned()
    };
    (format!("/c/{}", between("/c/", "\"")), between("paper__code\">", "<"))
}

/// A browser that nobody used before.
async fn stranger(table: &Table, method: &str, path: &str, form: &str, cookie: &str) -> Said {
    use tower::ServiceExt;
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, cookie)
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(form.to_owned()))
        .unwrap();
    let (parts, body) = table.app.clone().oneshot(request).await.unwrap().into_parts();
    let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    Said { status: parts.status, headers: parts.headers, body }
}

fn cookie_of(said: &Said) -> String {
    let all = said.headers.get_all(header::SET_COOKIE).iter();
    let pairs = all.map(|set| set.to_str().unwrap().split(';').next().unwrap().to_owned());
    pairs.collect::<Vec<_>>().join("; ")
}

#[tokio::test]
async fn the_code_opens_one_place_and_nothing_of_the_house() {
    let table = Table::set().await;
    let (link, code) = new_link(&table).await;
    let enter = async |code: &str| stranger(&table, "POST", &link, &format!("code={code}"), "lang=nl").await;
    let wrong = enter("AAAAAAAA").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("Het kan nog 4 keer"));
    let right = enter(&code).await;
    assert_eq!((right.status, right.location()), (StatusCode::SEE_OTHER, "/mine"));
    let cookie = cookie_of(&right);
    assert_eq!(stranger(&table, "GET", "/mine", "", &cookie).await.status, StatusCode::OK);
    for pattern in readable() {
        let staff = ["/home", "/people", "/register", "/journey", "/account", "/conversations/new"];
        let mine = pattern.starts_with("/conversations/{id}");
        let path = pattern.replace("/conversations/{id}", &format!("/conversations/{}", table.conversation));
        let only_staff = staff.iter().any(|start| pattern.starts_with(start))
            || mine
                && ["", "/consent", "/second", "/stop", "/leaflet"]
                    .contains(&&pattern["/conversations/{id}".len()..]);
        if only_staff {
            let said = stranger(&table, "GET", &path, "", &cookie).await;
            assert!(
                said.status != StatusCode::OK && !said.text().contains("Sanne"),
                "{path}: {}",
                said.status
            );
        }
    }
}

#[tokio::test]
async fn entering_puts_whoever_was_signed_in_out_of_the_browser() {
    let table = Table::set().await;
    let (link, code) = new_link(&table).await;
    let staff = table.person(Coach).cookie.clone();
    let said = stranger(&table, "POST", &link, &format!("code={code}"), &staff).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
    let cookie = cookie_of(&said);
    assert_ne!(cookie, staff, "a fresh session");
    assert_ne!(stranger(&table, "GET", "/home", "", &cookie).await.status, StatusCode::OK);
    assert_ne!(
        stranger(&table, "GET", "/home", "", &staff).await.status,
        StatusCode::OK,
        "the old one ended"
    );
}

#[tokio::test]
async fn a_renewed_link_ends_the_old_one_and_its_sessions() {
    let table = Table::set().await;
    let (old, code) = new_link(&table).await;
    let cookie = cookie_of(&stranger(&table, "POST", &old, &format!("code={code}"), "").await);
    assert_eq!(stranger(&table, "GET", "/mine", "", &cookie).await.status, StatusCode::OK);
    let (new, _) = new_link(&table).await;
    assert_ne!(old, new);
    let form = stranger(&table, "GET", &old, "", "lang=nl").await;
    assert_eq!(form.status, StatusCode::OK, "it looks like any other");
    let dead = stranger(&table, "POST", &old, &format!("code={code}"), "lang=nl").await;
    assert_eq!(dead.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(dead.text().contains("Kijk of u uw nieuwste papier hebt"));
    let out = stranger(&table, "GET", "/mine", "", &cookie).await;
    assert_eq!((out.status, out.location()), (StatusCode::SEE_OTHER, "/mine/again?next=/mine"));
    let again = stranger(&table, "POST", "/mine/again", &format!("code={code}"), &cookie).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "the device is not known any more");
}

#[tokio::test]
async fn too_many_wrong_codes_are_a_sentence_with_a_telephone_number() {
    let table = Table::set().await;
    let (link, code) = new_link(&table).await;
    for _ in 0..4 {
        stranger(&table, "POST", &link, "code=AAAAAAAA", "").await;
    }
    for form in ["code=AAAAAAAA".to_owned(), format!("code={code}")] {
        let said = stranger(&table, "POST", &link, &form, "lang=nl").await;
        assert_eq!(said.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(said.text().contains("Wacht één minuut, of bel 010 123"));
    }
}

#[tokio::test]
async fn the_client_reaches_nobody_elses_conversation() {
    let (mine, theirs) = (Table::set().await, Table::set().await);
    for path in ["", "/look", "/recording/state", "/tell", "/rating", "/dialogue"] {
        let said = mine.get(Client, &format!("/conversations/{}{path}", theirs.conversation)).await;
        let sent_away = said.status.is_redirection() && said.location().starts_with("/sign-in");
        assert!(sent_away || [401, 404].contains(&said.status.as_u16()), "{path}: {}", said.status);
    }
}
