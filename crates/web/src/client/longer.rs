//! May it be kept longer? Yes, no, or nothing; and only a yes is written down.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum_extra::extract::Form;
use serde::Deserialize;

use super::Here;
use super::asking::means;
use crate::app::{App, page};
use crate::consent::texts::Text;
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Guest;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/mine/longer", get(show).post(answer))
}

#[derive(Template)]
#[template(path = "client/longer.html")]
struct LongerPage {
    frame: Frame,
    text: String,
    /// What was answered just now: a yes, or a no that is nowhere but on this page.
    answered: Option<String>,
}

#[derive(Deserialize)]
struct Typed {
    go: String,
}

async fn show(State(app): State<App>, guest: Guest) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    let Some(asked) = app.house.asked_longer(&guest.caller, here.conversation.id).await? else {
        return Ok(Redirect::to("/mine/agreed").into_response());
    };
    let words = here.words;
    let text =
        words.with("consent-extend").s("date", words.date(&asked.until)).s("end", words.date(&asked.ends));
    Ok(page(&LongerPage {
        frame: guest.visit.frame("consent-extend-title"),
        text: text.to_string(),
        answered: asked.said.then(|| words.t("consent-extend-yes")),
    }))
}

async fn answer(State(app): State<App>, guest: Guest, Form(typed): Form<Typed>) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    let id = here.conversation.id;
    let words = here.words;
    let asked = app.house.asked_longer(&guest.caller, id).await?.ok_or_else(Fault::unknown)?;
    let answered = match typed.go.as_str() {
        "yes" => {
            let version = Text::longer(words, asked.until, asked.ends).keep(&app, &guest.caller).await?;
            app.house.say_yes_longer(&guest.caller, id, means(&guest), &version).await?;
            words.t("consent-extend-yes")
        }
        "no" => words.with("consent-extend-no").s("end", words.date(&asked.ends)).to_string(),
        _ => return Err(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    };
    Ok(page(&LongerPage {
        frame: guest.visit.frame("consent-extend-title"),
        text: String::new(),
        answered: Some(answered),
    }))
}
