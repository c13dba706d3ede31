//! The page of a journey: learning question on top, the path as picture and as list, the bands under it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::ids::{ConversationId, JourneyId, MemberId};
use method::journey::Stop;
use method::journey::handover::Stage;
use practice::journey::Walked;
use serde::Deserialize;

use super::chart::{Chart, charts};
use super::going::{self, told as told_of};
use super::line::{Line, NARROW, WIDE, line};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, done_or_form};
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
    /// The number of a conversation, as in the picture and the charts.
    number: Option<usize>,
    name: String,
    line: String,
    href: Option<String>,
    /// What was used to look back, for a conversation.
    sources: Vec<String>,
    /// With a coach or alone, for a conversation.
    with: Option<String>,
}

#[derive(Template)]
#[template(path = "journey/show.html")]
struct JourneyPage {
    frame: Frame,
    id: JourneyId,
    since: String,
    closed: Option<String>,
    question: String,
    asked: bool,
    /// How the question changed: what it was, and when.
    before: Vec<(String, String)>,
    examples: Vec<String>,
    pictures: Vec<Line>,
    stops: Vec<Told>,
    charts: Vec<Chart>,
    /// Tryouts that followed one another: where their path is, and what they want to reach.
    chains: Vec<(String, String)>,
    /// Conversations that the professional has not rated yet.
    unrated: Vec<(String, String)>,
    going: Option<going::Told>,
    handover: String,
    alone: bool,
    coach: Option<String>,
    coaches: Vec<(MemberId, String)>,
    shares: bool,
    wrong: Wrong,
}

async fn own(State(app): State<App>, staff: Staff) -> Answer {
    // After a journey was finished a new one begins only when one says so.
    let to = match app.house.open_journey(&staff.caller).await? {
        Some(id) => format!("/journeys/{id}"),
        None if app.house.journeys(&staff.caller).await?.is_empty() => {
            format!("/journeys/{}", app.house.own_journey(&staff.caller).await?)
        }
        None => "/journeys".to_owned(),
    };
    Ok(Redirect::to(&to).into_response())
}

async fn show(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    render(&app, &staff, id(&text)?, None, Wrong::default()).await
}

/// The page once more, with what is wrong in one of its forms.
pub(super) async fn render_wrong(app: &App, staff: &Staff, id: JourneyId, wrong: Wrong) -> Answer {
    let page = render(app, staff, id, None, wrong).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn render(app: &App, staff: &Staff, id: JourneyId, typed: Option<String>, wrong: Wrong) -> Answer {
    let walked = app.house.walked(&staff.caller, id).await?;
    let going = app.house.going(&staff.caller, id).await?;
    let words = staff.visit.words;
    let coaches = if walked.closed.is_none() && going.coach.is_none() {
        app.house.journey_coaches(&staff.caller).await?
    } else {
        Vec::new()
    };
    let question = walked.question.clone().unwrap_or_default();
    let (_, earlier) = walked.questions.split_last().map_or((None, &[][..]), |(last, all)| (Some(last), all));
    let before = earlier.iter().rev().filter(|one| !one.text.is_empty());
    Ok(page(&JourneyPage {
        frame: staff.visit.frame("journey-title").wide(),
        id,
        since: words.with("journey-since").s("date", words.date(&walked.since)).to_string(),
        closed: walked.closed.map(|at| words.with("journey-closed").s("date", words.date(&at)).to_string()),
        asked: !question.is_empty(),
        question: typed.unwrap_or(question),
        before: before.map(|one| (words.date(&one.at), one.text.clone())).collect(),
        examples: (1..=4).map(|n| words.t(&format!("journey-question-{n}"))).collect(),
        pictures: [NARROW, WIDE].map(|breadth| line(words, &walked, breadth)).into(),
        stops: walked.stops.iter().map(|stop| told(words, &walked, stop)).collect(),
        charts: charts(words, &walked),
        chains: crate::tryout::chain::of_journey(app, staff, id).await?,
        unrated: unrated(words, &walked),
        going: told_of(words, &going),
        handover: format!("/journeys/{id}/handover"),
        alone: going.stage == Stage::Independent,
        coach: going.coach.map(|(_, name)| name),
        coaches,
        shares: going.shares_question,
        wrong,
    }))
}

/// Which conversation of the journey this is, from 1.
pub(super) fn number(walked: &Walked, id: ConversationId) -> usize {
    walked.conversations().position(|held| held.id == id).map_or(0, |n| n + 1)
}

/// A conversation's name on this journey: its client's code name and the day.
pub(super) fn name(words: Words, walked: &Walked, id: ConversationId) -> String {
    match walked.names.get(&id) {
        Some(name) => words.with("conversation-with").s("name", name).to_string(),
        None => words.t("journey-conversation"),
    }
}

fn told(words: Words, walked: &Walked, stop: &Stop) -> Told {
    let plain = |kind, name: String, line: String, href| Told {
        kind,
        number: None,
        name,
        line,
        href,
        sources: Vec::new(),
        with: None,
    };
    match stop {
        Stop::Conversation(held) => {
            let line = if held.gone { words.t("path-closed") } else { words.date(&held.on) };
            let href = (!held.gone).then(|| format!("/conversations/{}", held.id));
            let sources = walked.sources.get(&held.id).map_or(&[][..], Vec::as_slice);
            let with = if walked.coached.contains(&held.id) {
                "journey-with-coach"
            } else {
                "journey-without-coach"
            };
            Told {
                number: Some(number(walked, held.id)),
                sources: sources.iter().map(|one| words.t(&format!("journey-source-{one}"))).collect(),
                with: (!held.gone).then(|| words.t(with)),
                ..plain("conversation", name(words, walked, held.id), line, href)
            }
        }
        Stop::Together(id) => plain(
            "together",
            words.t("step-dialogue"),
            words.t("path-dialogue-done"),
            Some(format!("/conversations/{id}/dialogue")),
        ),
        Stop::Tryout(tried) => {
            let readable = walked.doing.get(&tried.id);
            let line = readable.cloned().unwrap_or_else(|| words.t("journey-unreadable"));
            plain("tryout", words.t("step-tryout"), line, readable.map(|_| format!("/tryouts/{}", tried.id)))
        }
        Stop::Verdict(id, verdict) => plain(
            "verdict",
            words.t("tryout-step-verdict"),
            words.t(&format!("tryout-verdict-{verdict}")),
            walked.doing.contains_key(id).then(|| format!("/tryouts/{id}")),
        ),
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
    done_or_form(
        done,
        staff.visit.words,
        |()| format!("/journeys/{id}"),
        async |wrong| render(&app, &staff, id, Some(typed.question), wrong).await,
    )
    .await
}
