//! The page of a journey: learning question on top, the path as picture and as list, the bands under it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::ids::{ConversationId, JourneyId};
use method::journey::Stop;
use practice::journey::Walked;
use serde::Deserialize;

use super::bands::{Band, bands};
use super::line::{Line, line};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/journey", get(own))
        .route("/journeys/{id}", get(show))
        .route("/journeys/{id}/question", post(ask))
}

/// Reads a journey's id from an address; anything else is unknown.
pub(super) fn id(text: &str) -> Result<JourneyId, Fault> {
    JourneyId::parse(text).ok_or_else(Fault::unknown)
}

/// A stop in words.
struct Told {
    kind: &'static str,
    name: String,
    line: String,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "journey/show.html")]
struct JourneyPage {
    frame: Frame,
    id: JourneyId,
    since: String,
    question: String,
    asked: bool,
    examples: Vec<String>,
    picture: Line,
    stops: Vec<Told>,
    bands: Vec<Band>,
    /// Conversations that the professional has not rated yet.
    unrated: Vec<(String, String)>,
    handover: bool,
    wrong: Wrong,
}

async fn own(State(app): State<App>, staff: Staff) -> Answer {
    let id = app.house.own_journey(&staff.caller).await?;
    Ok(Redirect::to(&format!("/journeys/{id}")).into_response())
}

async fn show(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    render(&app, &staff, id(&text)?, None, Wrong::default()).await
}

async fn render(app: &App, staff: &Staff, id: JourneyId, typed: Option<String>, wrong: Wrong) -> Answer {
    let walked = app.house.walked(&staff.caller, id).await?;
    let words = staff.visit.words;
    let question = walked.question.clone().unwrap_or_default();
    Ok(page(&JourneyPage {
        frame: staff.visit.frame("journey-title").wide(),
        id,
        since: words.with("journey-since").s("date", words.date(&walked.since)).to_string(),
        asked: !question.is_empty(),
        question: typed.unwrap_or(question),
        examples: (1..=4).map(|n| words.t(&format!("journey-question-{n}"))).collect(),
        picture: line(words, &walked),
        stops: walked.stops.iter().map(|stop| told(words, &walked, stop)).collect(),
        bands: bands(words, &walked),
        unrated: unrated(words, &walked),
        handover: walked.stops.iter().any(|stop| matches!(stop, Stop::Verdict(..))),
        wrong,
    }))
}

/// A conversation's name on this journey: its client's code name and the day.
pub(super) fn name(words: Words, walked: &Walked, id: ConversationId) -> String {
    match walked.names.get(&id) {
        Some(name) => words.with("conversation-with").s("name", name).to_string(),
        None => words.t("journey-conversation"),
    }
}

fn told(words: Words, walked: &Walked, stop: &Stop) -> Told {
    match stop {
        Stop::Conversation(held) => Told {
            kind: "conversation",
            name: name(words, walked, held.id),
            line: if held.gone { words.t("path-closed") } else { words.date(&held.on) },
            href: (!held.gone).then(|| format!("/conversations/{}", held.id)),
        },
        Stop::Together(id) => Told {
            kind: "together",
            name: words.t("step-dialogue"),
            line: words.t("path-dialogue-done"),
            href: Some(format!("/conversations/{id}/dialogue")),
        },
        Stop::Tryout(tried) => {
            let readable = walked.doing.get(&tried.id);
            Told {
                kind: "tryout",
                name: words.t("step-tryout"),
                line: readable.cloned().unwrap_or_else(|| words.t("journey-unreadable")),
                href: readable.map(|_| format!("/tryouts/{}", tried.id)),
            }
        }
        Stop::Verdict(id, verdict) => Told {
            kind: "verdict",
            name: words.t("tryout-step-verdict"),
            line: words.t(&format!("tryout-verdict-{verdict}")),
            href: walked.doing.contains_key(id).then(|| format!("/tryouts/{id}")),
        },
    }
}

/// Conversations that are still there and that the owner did not rate: address and name.
fn unrated(words: Words, walked: &Walked) -> Vec<(String, String)> {
    let rated = |id: ConversationId| {
        walked.ratings.iter().any(|one| {
            one.by == method::roles::Perspective::Professional && one.conversation == id.to_string()
        })
    };
    let open = walked.stops.iter().filter_map(|stop| match stop {
        Stop::Conversation(held) if held.together && !held.gone && !rated(held.id) => Some(held.id),
        _ => None,
    });
    open.map(|id| (format!("/conversations/{id}/rating"), name(words, walked, id))).collect()
}

#[derive(Deserialize)]
struct Question {
    #[serde(default)]
    question: String,
}

async fn ask(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(typed): Form<Question>,
) -> Answer {
    let id = id(&text)?;
    let done = app.house.set_learning_question(&staff.caller, id, &typed.question).await;
    match mend(done, staff.visit.words)? {
        Ok(()) => Ok(Redirect::to(&format!("/journeys/{id}")).into_response()),
        Err(wrong) => {
            let page = render(&app, &staff, id, Some(typed.question), wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
