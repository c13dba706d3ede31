//! Asking everyone in the picture whether it may be kept longer.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum_extra::extract::Form;
use method::Refusal;
use method::consent::extending::{MONTHS_MAX, ask};
use method::roles::Perspective;
use serde::Deserialize;

use super::texts::Text;
use crate::app::{App, page};
use crate::conversation::{show::id, steps};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/longer", get(show).post(send))
}

#[derive(Template)]
#[template(path = "consent/longer.html")]
struct LongerPage {
    frame: Frame,
    id: String,
    name: String,
    ends: String,
    /// Until when was asked already.
    asked: Option<String>,
    months: Vec<i64>,
}

#[derive(Deserialize)]
struct Months {
    months: i64,
}

async fn show(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    if conversation.me != Perspective::Professional {
        return Err(Refusal::NotInvited.into());
    }
    // There must be an end that can move.
    ask(&conversation.facts, &staff.caller.reader, 1, staff.visit.now)?;
    let asked = app.house.asked_longer(&staff.caller, conversation.id).await?;
    let words = staff.visit.words;
    Ok(page(&LongerPage {
        frame: staff.visit.frame("longer-title"),
        id: conversation.id.to_string(),
        name: steps::name(words, &conversation),
        ends: conversation.facts.retention_until.map_or_else(String::new, |at| words.date(&at)),
        asked: asked.map(|one| words.date(&one.until)),
        months: [1, 3, 6, MONTHS_MAX].into(),
    }))
}

async fn send(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(typed): Form<Months>,
) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    let ends = conversation.facts.retention_until.unwrap_or(staff.visit.now);
    let words = staff.visit.words;
    let text = async |until| Text::longer(words, until, ends).keep(&app, &staff.caller).await;
    app.house.ask_longer(&staff.caller, conversation.id, typed.months, text).await?;
    Ok(Redirect::to(&format!("/conversations/{}/longer", conversation.id)).into_response())
}
