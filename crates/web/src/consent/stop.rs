//! Stopping, by the professional: everything, or one purpose.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum_extra::extract::Form;
use method::Refusal;
use method::consent::Purpose;
use serde::Deserialize;

use super::show::own_yes;
use crate::app::{App, page};
use crate::conversation::{show::id, steps};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/stop", get(show).post(stop))
}

/// A purpose that can be stopped by itself.
pub(crate) struct Part {
    /// Its word.
    pub(crate) key: &'static str,
    /// What the button says.
    pub(crate) act: String,
    /// Whose it is, where a privacy officer stops it for someone.
    pub(crate) who: String,
}

#[derive(Template)]
#[template(path = "consent/stop.html")]
struct StopPage {
    frame: Frame,
    id: String,
    name: String,
    parts: Vec<Part>,
    /// Whether everything was chosen and only the certainty is asked.
    sure: bool,
}

#[derive(Deserialize)]
pub(crate) struct Chosen {
    /// `all`, `all-sure` or `part`.
    pub(crate) go: String,
    #[serde(default)]
    pub(crate) purpose: String,
    /// Whose, for a privacy officer; the client when nobody is named.
    #[serde(default)]
    pub(crate) who: String,
}

async fn show(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    ask(&app, &staff, &text, false).await
}

async fn ask(app: &App, staff: &Staff, text: &str, sure: bool) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(text)?).await?;
    if !conversation.me.in_picture() {
        return Err(Refusal::NotInvited.into());
    }
    if conversation.facts.destroyed.is_some() {
        return Err(Refusal::ConsentWithdrawn.into());
    }
    let words = staff.visit.words;
    let part = |purpose: &Purpose| Part {
        who: String::new(),
        key: purpose.key(),
        act: words
            .with("consent-withdraw-choice-2")
            .s("purpose", words.t(&format!("consent-{purpose}-name")))
            .to_string(),
    };
    let own = own_yes(&conversation, conversation.me);
    Ok(page(&StopPage {
        frame: staff.visit.frame(if sure { "consent-sure-title" } else { "asking-stop-title" }),
        id: conversation.id.to_string(),
        name: steps::name(words, &conversation),
        parts: own.iter().filter(|purpose| **purpose != Purpose::Look).map(part).collect(),
        sure,
    }))
}

async fn stop(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let id = id(&text)?;
    match (chosen.go.as_str(), Purpose::parse(&chosen.purpose)) {
        ("all", _) => return ask(&app, &staff, &text, true).await,
        ("all-sure", _) => app.house.withdraw(&staff.caller, id).await?,
        ("part", Some(purpose)) if purpose != Purpose::Look => {
            app.house.take_back(&staff.caller, id, purpose).await?;
        }
        _ => return Err(Fault::of(axum::http::StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    }
    Ok(Redirect::to(&format!("/conversations/{id}/consent")).into_response())
}
