//! One lead question on a page of its own: for clients, for pages without a script, and for texts that met.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum_extra::extract::Form;
use method::Refusal;
use method::ids::MomentId;
use method::looking::{LeadQuestion, Step};
use method::roles::Perspective;
use method::time::Stamp;
use practice::Error;
use practice::looking::writing::{Answered, Base, Put};
use practice::looking::{Answer as Kept, Desk};
use serde::Deserialize;

use super::desk::{already_sealed, frame, with_status};
use super::look_id;
use super::saving;
use super::shown::{Audience, QuestionShown};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::player::Player;
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/looks/{id}/answers/{question}", get(show).post(send).put(saving::answer))
}

#[derive(Template)]
#[template(path = "looking/question.html")]
struct QuestionPage {
    frame: Frame,
    id: String,
    a: Audience,
    /// Which of the three it is, in words.
    number: String,
    /// Where one goes after it.
    next: String,
    q: QuestionShown,
    player: Player,
    wrong: Wrong,
    /// What stands there meanwhile, when both texts must be kept.
    theirs: Option<String>,
}

/// Reads a lead question from an address; anything else is unknown.
pub(super) fn question(text: &str) -> Result<LeadQuestion, Fault> {
    LeadQuestion::parse(text).ok_or_else(Fault::unknown)
}

fn number(question: LeadQuestion) -> i64 {
    (1..).zip(LeadQuestion::ALL).find(|(_, other)| **other == question).map_or(1, |(n, _)| n)
}

/// Where one goes after an answer: a client to the next question, and from the last one to the seal.
fn next(desk: &Desk, question: LeadQuestion) -> String {
    let id = desk.id;
    let next = LeadQuestion::ALL.iter().skip_while(|other| **other != question).nth(1);
    match (desk.perspective, next) {
        (Perspective::Client, Some(next)) => format!("/looks/{id}/answers/{next}"),
        (Perspective::Client, None) => format!("/looks/{id}/seal"),
        _ => format!("/looks/{id}#question-{question}"),
    }
}

async fn show(State(app): State<App>, anyone: Anyone, Path((id, text)): Path<(String, String)>) -> Answer {
    let desk = app.house.look(&anyone.caller, look_id(&id)?).await?;
    if desk.state.is_sealed() {
        return Ok(Redirect::to(&format!("/looks/{}", desk.id)).into_response());
    }
    let question = question(&text)?;
    let kept = desk.answers.iter().find(|answer| answer.question == question);
    let kept = kept.ok_or_else(Fault::unknown)?.clone();
    form(&app, &anyone, &desk, &kept, Wrong::default(), None).await
}

async fn form(
    app: &App,
    anyone: &Anyone,
    desk: &Desk,
    answer: &Kept,
    wrong: Wrong,
    theirs: Option<String>,
) -> Answer {
    let a = Audience::of(anyone.visit.words, desk);
    let film = app.house.film(&anyone.caller, desk.conversation).await?;
    Ok(page(&QuestionPage {
        frame: frame(anyone, desk, "look-title"),
        id: desk.id.to_string(),
        a,
        number: a.with("look-question-number").a("n", number(answer.question)).to_string(),
        next: next(desk, answer.question),
        q: QuestionShown::of(a, answer, &desk.moments),
        player: Player::new(&film, true),
        wrong,
        theirs,
    }))
}

/// What a form sends: a step, a text, any number of moments, and the version it was made from.
#[derive(Deserialize)]
struct Sent {
    #[serde(default)]
    step: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    moment: Vec<MomentId>,
    #[serde(default)]
    version: String,
}

async fn send(
    State(app): State<App>,
    anyone: Anyone,
    Path((id, text)): Path<(String, String)>,
    Form(sent): Form<Sent>,
) -> Answer {
    let (id, question) = (look_id(&id)?, question(&text)?);
    let kept = Answered { step: Step::parse(&sent.step), text: sent.text, moments: sent.moment };
    let base = Base::Version(sent.version.parse().ok().map(Stamp));
    let done = app.house.put_answer(&anyone.caller, id, question, kept.clone(), base).await;
    if matches!(done, Err(Error::Refused(Refusal::LookSealed))) {
        let desk = app.house.look(&anyone.caller, id).await?;
        return already_sealed(&app, &anyone, &desk, kept.text).await;
    }
    let (status, wrong, theirs, version) = match mend(done, anyone.visit.words)? {
        Ok(Put::Kept(_)) => {
            let desk = app.house.look(&anyone.caller, id).await?;
            return Ok(Redirect::to(&next(&desk, question)).into_response());
        }
        Ok(Put::Changed { theirs, version }) => {
            (StatusCode::CONFLICT, Wrong::default(), Some(theirs), Some(version))
        }
        Err(wrong) => (StatusCode::UNPROCESSABLE_ENTITY, wrong, None, None),
    };
    let desk = app.house.look(&anyone.caller, id).await?;
    let typed = Kept { question, step: kept.step, text: kept.text, moments: kept.moments, version };
    Ok(with_status(form(&app, &anyone, &desk, &typed, wrong, theirs).await?, status))
}
