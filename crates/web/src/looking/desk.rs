//! The page of one look: open to work on, or sealed to read and add to.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::Refusal;
use method::looking::LookState;
use method::roles::Perspective;
use practice::looking::Desk;
use serde::Deserialize;

use super::begin::back;
use super::look_id;
use super::shown::{self, Audience, Choices, MomentShown, QuestionShown};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::player::Player;
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/looks/{id}", get(show)).route("/looks/{id}/additions", post(add))
}

/// The desk of a professional or coach: picture, marks, moments, and the guide beside it.
#[derive(Template)]
#[template(path = "looking/bench.html")]
struct BenchPage {
    frame: Frame,
    back: String,
    id: String,
    a: Audience,
    player: Player,
    choices: Choices,
    moments: Vec<MomentShown>,
    blank: MomentShown,
    questions: Vec<QuestionShown>,
}

/// The client's: picture and four large buttons; the questions have pages of their own.
#[derive(Template)]
#[template(path = "looking/watch.html")]
struct WatchPage {
    frame: Frame,
    back: String,
    id: String,
    a: Audience,
    scribe: Option<String>,
    player: Player,
    choices: Choices,
    moments: Vec<MomentShown>,
    blank: MomentShown,
}

struct AdditionShown {
    at: String,
    text: String,
}

#[derive(Template)]
#[template(path = "looking/sealed.html")]
struct SealedPage {
    frame: Frame,
    back: String,
    id: String,
    a: Audience,
    mode: String,
    player: Player,
    sealed_on: String,
    moments: Vec<MomentShown>,
    questions: Vec<QuestionShown>,
    additions: Vec<AdditionShown>,
    typed: String,
    wrong: Wrong,
    /// A sentence above the page, when it was asked for something that no longer goes.
    said: Option<String>,
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    text: String,
}

async fn show(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let desk = app.house.look(&anyone.caller, look_id(&text)?).await?;
    if desk.state.is_sealed() {
        return sealed(&app, &anyone, &desk, String::new(), Wrong::default(), None).await;
    }
    let a = Audience::of(anyone.visit.words, &desk);
    let film = app.house.film(&anyone.caller, desk.conversation).await?;
    let player = Player::new(&film, a.is_client()).asked(&anyone.visit.path);
    let frame = frame(&anyone, &desk, "look-title");
    let (back, id) = (back(&anyone, desk.conversation), desk.id.to_string());
    let (choices, moments, blank) = (Choices::of(a), shown::moments(a, &desk), MomentShown::blank());
    if !a.is_client() {
        let questions = shown::questions(a, &desk);
        let frame = frame.wide();
        return Ok(page(&BenchPage { frame, back, id, a, player, choices, moments, blank, questions }));
    }
    let scribe = if desk.scribe { Some(scribe_lead(&app, &anyone, &desk).await?) } else { None };
    Ok(page(&WatchPage { frame, back, id, a, scribe, player, choices, moments, blank }))
}

/// The frame of a look's page; for clients in their letters.
pub(super) fn frame(anyone: &Anyone, desk: &Desk, title: &str) -> Frame {
    let frame = anyone.visit.frame_titled(Audience::of(anyone.visit.words, desk).ta(title));
    if desk.perspective == Perspective::Client { frame.for_client() } else { frame }
}

/// What a coach who writes for the client reads above the page.
async fn scribe_lead(app: &App, anyone: &Anyone, desk: &Desk) -> Result<String, Fault> {
    let words = anyone.visit.words;
    let conversation = app.house.conversation(&anyone.caller, desk.conversation).await?;
    let name = crate::conversation::steps::person(words, &conversation, desk.perspective);
    Ok(words.with("look-scribe-lead").s("name", name).to_string())
}

/// A sealed look, with a form to add to it.
async fn sealed(
    app: &App,
    anyone: &Anyone,
    desk: &Desk,
    typed: String,
    wrong: Wrong,
    said: Option<String>,
) -> Answer {
    let words = anyone.visit.words;
    let a = Audience::of(words, desk);
    let LookState::Sealed(at) = desk.state else { return Err(Fault::unknown()) };
    let film = app.house.film(&anyone.caller, desk.conversation).await?;
    let shown = desk.additions.iter();
    Ok(page(&SealedPage {
        frame: frame(anyone, desk, "look-sealed-title"),
        back: back(anyone, desk.conversation),
        id: desk.id.to_string(),
        a,
        mode: words.t(&format!("interview-mode-{}", desk.mode.key())),
        player: Player::new(&film, a.is_client()).asked(&anyone.visit.path),
        sealed_on: a.with("look-sealed-on").s("date", words.date_time(&at)).to_string(),
        moments: shown::moments(a, desk),
        questions: shown::questions(a, desk),
        additions: shown
            .map(|addition| AdditionShown { at: words.date_time(&addition.at), text: addition.text.clone() })
            .collect(),
        typed,
        wrong,
        said,
    }))
}

/// The sealed look, for whoever asked for something that only an open look can do.
pub(super) async fn already_sealed(app: &App, anyone: &Anyone, desk: &Desk, typed: String) -> Answer {
    let said = Some(anyone.visit.words.t(Refusal::LookSealed.key()));
    let response = sealed(app, anyone, desk, typed, Wrong::default(), said).await?;
    Ok(with_status(response, StatusCode::CONFLICT))
}

pub(super) fn with_status(mut response: Response, status: StatusCode) -> Response {
    *response.status_mut() = status;
    response
}

async fn add(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = look_id(&text)?;
    let done = app.house.add_to_look(&anyone.caller, id, &typed.text).await;
    match mend(done, anyone.visit.words)? {
        Ok(()) => Ok(Redirect::to(&format!("/looks/{id}#additions")).into_response()),
        Err(wrong) => {
            let desk = app.house.look(&anyone.caller, id).await?;
            let response = sealed(&app, &anyone, &desk, typed.text, wrong, None).await?;
            Ok(with_status(response, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}
