//! Passkeys: signing in with one, making, naming and removing one's own.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::ids::PasskeyId;
use practice::identity::Entry;
use practice::identity::passkeys::{Answer as Said, Question};
use serde::Deserialize;
use tower_sessions::Session;

use super::arrival::Arrival;
use super::factors::{back_or_say, codes};
use super::sign_in::{self, Coming, inner};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::{Staff, Visit, keys};

/// How long a question waits for its answer, in minutes.
const ASKED_MINUTES: i64 = 5;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in/passkey/begin", post(begin))
        .route("/sign-in/passkey", post(enter))
        .route("/account/second/passkeys/new", get(new))
        .route("/account/second/passkeys", post(add))
        .route("/account/second/passkeys/{id}/name", post(rename))
        .route("/account/second/passkeys/{id}/remove", post(remove))
}

#[derive(Template)]
#[template(path = "identity/passkey.html")]
struct NewPage {
    frame: Frame,
    options: String,
    name: String,
    wrong: Wrong,
}

#[derive(Deserialize)]
struct Made {
    #[serde(default)]
    credential: String,
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
struct Proof {
    #[serde(default)]
    credential: String,
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

/// At which address passkeys work: the one this installation was told it has, by name; or this machine itself. What a
/// visitor says of the address is not believed.
pub(super) fn origin(app: &App, headers: &HeaderMap) -> Option<String> {
    if let Some(address) = &app.house.settings.address {
        let host = address.split("//").nth(1)?.split(['/', ':']).next()?;
        let named = host.contains(|sign: char| sign.is_ascii_alphabetic());
        return named.then(|| address.clone());
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok())?;
    let local = host == "localhost"
        || host.strip_prefix("localhost:").is_some_and(|port| port.parse::<u16>().is_ok());
    local.then(|| format!("http://{host}"))
}

fn not_here() -> Fault {
    Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "invalid-passkey-here")
}

async fn keep(session: &Session, key: &str, visit: &Visit, question: &Question) -> Result<(), Fault> {
    session.insert(key, (visit.now.0, &question.state)).await.map_err(inner)
}

/// The answer of a device beside the question that was kept in this session; each question has one answer.
pub(super) async fn answered(
    origin: Option<String>,
    session: &Session,
    key: &str,
    visit: &Visit,
    credential: String,
) -> Result<Option<Said>, Fault> {
    let kept = session.remove::<(i64, String)>(key).await.map_err(inner)?;
    let young = kept.filter(|(at, _)| visit.now.0 - at < ASKED_MINUTES * 60_000);
    Ok(young.zip(origin).map(|((_, state), origin)| Said { state, credential, origin }))
}

async fn begin(State(app): State<App>, visit: Visit, session: Session, headers: HeaderMap) -> Answer {
    let origin = origin(&app, &headers).ok_or_else(not_here)?;
    let question = app.house.ask_passkey(&origin)?;
    keep(&session, keys::PASSKEY, &visit, &question).await?;
    Ok(([(header::CONTENT_TYPE, "application/json")], question.options).into_response())
}

async fn enter(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    arrival: Arrival,
    headers: HeaderMap,
    Form(sent): Form<Proof>,
) -> Answer {
    let here = origin(&app, &headers);
    let said = answered(here, &session, keys::PASSKEY, &visit, sent.credential).await?;
    let entry = match said {
        Some(said) => app.house.sign_in_by_passkey(&said, visit.now).await?,
        None => Entry::Wrong,
    };
    let Entry::In(member) = entry else {
        let elsewhere = matches!(entry, Entry::Elsewhere);
        let key = if elsewhere { "invalid-sign-in-provider" } else { "invalid-passkey" };
        let wrong = Wrong::of("passkey", visit.words.t(key));
        let form = sign_in::form(&app, &visit, &headers, String::new(), sent.next, wrong).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response());
    };
    let now = visit.now.0;
    let coming = Coming { visit, arrival, headers };
    let answer = sign_in::enter(&app, &session, &member, &coming, &sent.next).await?;
    session.insert(keys::CONFIRMED, now).await.map_err(inner)?;
    Ok(answer)
}

async fn new(State(app): State<App>, staff: Staff, session: Session, headers: HeaderMap) -> Answer {
    form(&app, &staff, &session, &headers, (String::new(), Wrong::default())).await
}

async fn form(
    app: &App,
    staff: &Staff,
    session: &Session,
    headers: &HeaderMap,
    (name, wrong): (String, Wrong),
) -> Answer {
    let origin = origin(app, headers).ok_or_else(not_here)?;
    let question = app.house.ask_new_passkey(&staff.caller, &origin).await?;
    keep(session, keys::PASSKEY_NEW, &staff.visit, &question).await?;
    let frame = staff.visit.frame("passkey-title");
    Ok(page(&NewPage { frame, options: question.options, name, wrong }))
}

async fn add(
    State(app): State<App>,
    staff: Staff,
    session: Session,
    headers: HeaderMap,
    Form(made): Form<Made>,
) -> Answer {
    let here = origin(&app, &headers).ok_or_else(not_here)?;
    let said = answered(Some(here), &session, keys::PASSKEY_NEW, &staff.visit, made.credential).await?;
    let done = match said {
        Some(said) => app.house.add_passkey(&staff.caller, &said, &made.name).await,
        None => Err(practice::Error::invalid("passkey", "invalid-passkey")),
    };
    match mend(done, staff.visit.words)? {
        Ok(Some(given)) => Ok(codes(&staff.visit, given, "/account/second")),
        Ok(None) => Ok(Redirect::to("/account/second").into_response()),
        Err(wrong) => {
            let form = form(&app, &staff, &session, &headers, (made.name, wrong)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
        }
    }
}

fn id(text: &str) -> Result<PasskeyId, Fault> {
    PasskeyId::parse(text).ok_or_else(Fault::unknown)
}

async fn rename(
    State(app): State<App>,
    staff: Staff,
    headers: HeaderMap,
    Path(text): Path<String>,
    Form(typed): Form<Name>,
) -> Answer {
    let done = app.house.rename_passkey(&staff.caller, id(&text)?, &typed.name).await;
    back_or_say(&app, &staff, &headers, done).await
}

async fn remove(
    State(app): State<App>,
    staff: Staff,
    headers: HeaderMap,
    Path(text): Path<String>,
) -> Result<Response, Fault> {
    let done = app.house.remove_passkey(&staff.caller, id(&text)?).await;
    back_or_say(&app, &staff, &headers, done).await
}

#[cfg(test)]
mod tests {
    use practice::{House, Settings};

    use super::*;

    async fn at(address: Option<&str>, host: &str) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let settings =
            Settings { address: address.map(ToOwned::to_owned), ..Settings::in_folder(folder.path()) };
        let app = App::new(std::sync::Arc::new(House::open(settings).await.unwrap()), false);
        let headers = HeaderMap::from_iter([(header::HOST, host.parse().unwrap())]);
        origin(&app, &headers)
    }

    #[tokio::test]
    async fn a_passkey_works_at_our_own_address_whatever_a_visitor_says() {
        let ours = Some("https://meerzien.example");
        assert_eq!(at(ours, "evil.example").await.as_deref(), ours);
        assert_eq!(at(None, "localhost:8080").await.as_deref(), Some("http://localhost:8080"));
        for host in ["evil.example", "127.0.0.1:8080", "localhost.evil.example", "localhost:80@evil.example"]
        {
            assert_eq!(at(None, host).await, None, "{host}");
        }
        assert_eq!(at(Some("http://10.0.0.8:8080"), "localhost").await, None, "an address without a name");
    }
}
