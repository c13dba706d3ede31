//! Beginning a look: one's own, or the client's for the coach who writes it down.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum::{Form, Router};
use method::looking::LookMode;
use method::roles::Perspective;
use practice::conversation::Overview;
use practice::looking::Desk;
use serde::Deserialize;

use super::shown::Audience;
use crate::app::{App, page};
use crate::conversation::{show, steps};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::{Anyone, Staff};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/look", get(enter).post(begin))
        .route("/conversations/{id}/look/client", get(offer).post(write_for_client))
}

#[derive(Template)]
#[template(path = "looking/begin.html")]
struct BeginPage {
    frame: Frame,
    back: String,
    name: String,
    a: Audience,
    /// Which paper goes with it.
    guide: &'static str,
}

#[derive(Template)]
#[template(path = "looking/scribe.html")]
struct ScribePage {
    frame: Frame,
    back: String,
    name: String,
}

#[derive(Deserialize)]
struct How {
    mode: LookMode,
}

/// Where one comes from: the conversation, or a client's own place.
pub(super) fn back(anyone: &Anyone, conversation: method::ids::ConversationId) -> String {
    if anyone.visit.member.is_some() { format!("/conversations/{conversation}") } else { "/mine".to_owned() }
}

/// Asks to go on where one was.
#[derive(Deserialize)]
struct Where {
    on: Option<String>,
}

async fn enter(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Query(asked): Query<Where>,
) -> Answer {
    let id = show::id(&text)?;
    if let Some(look) = app.house.own_look(&anyone.caller, id).await? {
        let to = match asked.on {
            Some(_) => left_off(&app.house.look(&anyone.caller, look).await?),
            None => format!("/looks/{look}"),
        };
        return Ok(Redirect::to(&to).into_response());
    }
    let conversation = app.house.conversation(&anyone.caller, id).await?;
    let words = anyone.visit.words;
    let a = Audience { words, perspective: conversation.me };
    Ok(page(&BeginPage {
        frame: anyone.visit.frame("look-title"),
        back: back(&anyone, id),
        name: steps::name(words, &conversation),
        a,
        guide: match conversation.me {
            Perspective::Professional => "guide-professional",
            Perspective::Client => "guide-client",
            Perspective::Coach => "guide-coach",
        },
    }))
}

/// Where a client was when they left: at the last moment they marked, at the first question without an answer, or
/// before the seal.
fn left_off(desk: &Desk) -> String {
    let id = desk.id;
    let open = desk.answers.iter().find(|answer| answer.step.is_none());
    match (desk.answers.iter().any(|answer| answer.step.is_some()), open) {
        _ if desk.state.is_sealed() => format!("/looks/{id}"),
        (true, Some(open)) => format!("/looks/{id}/answers/{}", open.question),
        (true, None) => format!("/looks/{id}/seal"),
        (false, _) => match desk.moments.iter().map(|moment| moment.span.start).max() {
            Some(at) => format!("/looks/{id}?at={at}"),
            None => format!("/looks/{id}"),
        },
    }
}

async fn begin(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let look = app.house.begin_look(&anyone.caller, show::id(&text)?).await?;
    Ok(Redirect::to(&format!("/looks/{look}")).into_response())
}

fn client(staff: &Staff, conversation: &Overview) -> String {
    steps::person(staff.visit.words, conversation, Perspective::Client)
}

async fn offer(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let id = show::id(&text)?;
    if let Some(look) = app.house.client_look(&staff.caller, id).await? {
        return Ok(Redirect::to(&format!("/looks/{look}")).into_response());
    }
    let conversation = app.house.conversation(&staff.caller, id).await?;
    let name = client(&staff, &conversation);
    let title = staff.visit.words.with("look-scribe-title").s("name", &name).to_string();
    let back = format!("/conversations/{id}");
    Ok(page(&ScribePage { frame: staff.visit.frame_titled(title), back, name }))
}

async fn write_for_client(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(how): Form<How>,
) -> Answer {
    let look = app.house.begin_client_look(&staff.caller, show::id(&text)?, how.mode).await?;
    Ok(Redirect::to(&format!("/looks/{look}")).into_response())
}
