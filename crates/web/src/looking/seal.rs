//! Sealing: asked once, with what it means.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use method::Refusal;
use practice::Error;
use practice::looking::Desk;

use super::desk::{already_sealed, frame, with_status};
use super::look_id;
use super::shown::{self, Audience, QuestionShown};
use crate::app::{App, page};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/looks/{id}/seal", get(ask).post(seal))
}

#[derive(Template)]
#[template(path = "looking/seal.html")]
struct SealPage {
    frame: Frame,
    id: String,
    a: Audience,
    missing: Vec<QuestionShown>,
    /// The refusal, when someone sealed all the same.
    said: Option<String>,
    scribe: bool,
}

async fn ask(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let desk = app.house.look(&anyone.caller, look_id(&text)?).await?;
    if desk.state.is_sealed() {
        return Ok(Redirect::to(&format!("/looks/{}", desk.id)).into_response());
    }
    Ok(form(&anyone, &desk, None))
}

fn form(anyone: &Anyone, desk: &Desk, said: Option<String>) -> axum::response::Response {
    let a = Audience::of(anyone.visit.words, desk);
    let mut missing = shown::questions(a, desk);
    missing.retain(|question| question.said.is_none());
    let frame = frame(anyone, desk, "look-seal-title");
    page(&SealPage { frame, id: desk.id.to_string(), a, missing, said, scribe: desk.scribe })
}

async fn seal(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = look_id(&text)?;
    match app.house.seal_look(&anyone.caller, id).await {
        Ok(conversation) if anyone.visit.member.is_some() => {
            Ok(Redirect::to(&format!("/conversations/{conversation}")).into_response())
        }
        Ok(_) => Ok(Redirect::to(&format!("/looks/{id}")).into_response()),
        Err(Error::Refused(Refusal::LookSealed)) => {
            let desk = app.house.look(&anyone.caller, id).await?;
            already_sealed(&app, &anyone, &desk, String::new()).await
        }
        Err(Error::Refused(Refusal::LookEmpty)) => {
            let desk = app.house.look(&anyone.caller, id).await?;
            let said = anyone.visit.words.t(Refusal::LookEmpty.key());
            Ok(with_status(form(&anyone, &desk, Some(said)), StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(other) => Err(other.into()),
    }
}
