//! Everyone in the picture: who else is there, what they said, and their ways to choose.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum_extra::extract::Form;
use method::Refusal;
use method::consent::Purpose;
use method::consent::companion::{Companion, CompanionKind, Voice};
use method::ids::ParticipantId;
use method::recording::RecordingState;
use method::roles::Perspective;
use practice::conversation::Overview;
use serde::Deserialize;

use super::answers;
use super::link::{LinkPage, Paper};
use crate::app::{App, page};
use crate::conversation::{show::id, steps};
use crate::fault::{Answer, Fault};
use crate::form::Wrong;
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/beside", get(show).post(add))
        .route("/conversations/{id}/beside/{who}/link", post(link))
        .route("/conversations/{id}/beside/{who}/remove", post(remove))
}

struct Shown {
    id: String,
    name: String,
    said: String,
    /// `consent` or `second`, when there is something to ask on a screen or on paper.
    asks: Option<&'static str>,
    link_until: Option<String>,
}

struct Choice {
    key: &'static str,
    name: String,
}

#[derive(Template)]
#[template(path = "consent/beside.html")]
struct BesidePage {
    frame: Frame,
    id: String,
    people: Vec<Shown>,
    kinds: Vec<Choice>,
    /// Whether nothing was recorded yet.
    open: bool,
    wrong: Wrong,
    /// At whom the PIN was wrong.
    wrong_at: String,
}

#[derive(Deserialize)]
struct Added {
    what: String,
}

/// A companion's id from an address.
pub(super) fn who(text: &str) -> Result<ParticipantId, Fault> {
    ParticipantId::parse(text).ok_or_else(Fault::unknown)
}

/// What a companion is, in words; with a number where there are more of a kind.
pub(crate) fn name(words: Words, conversation: &Overview, one: &Companion) -> String {
    let alike = conversation.facts.companions.iter().filter(|other| other.what == one.what);
    let same: Vec<_> = alike.map(|other| other.id).collect();
    let what = words.t(&format!("beside-{}", one.what));
    match same.iter().position(|id| *id == one.id) {
        Some(at) if same.len() > 1 => format!("{what} {}", at + 1),
        _ => what,
    }
}

/// What someone in the picture can be asked now.
pub(super) fn asks(conversation: &Overview, voice: &Voice<'_>) -> Option<&'static str> {
    let open = conversation.recording.is_none_or(RecordingState::makes_room);
    let came_later = voice.companion.is_some() && voice.yes(Purpose::Look).is_none();
    match (open || came_later, conversation.facts.second_yes_until) {
        (true, _) => Some("consent"),
        (false, Some(_)) if voice.second_waits() => Some("second"),
        _ => None,
    }
}

async fn show(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let conversation = leading(&app, &staff, &text).await?;
    form(&app, &staff, &conversation, Wrong::default(), "").await
}

async fn leading(app: &App, staff: &Staff, text: &str) -> Answer<Overview> {
    let conversation = app.house.conversation(&staff.caller, id(text)?).await?;
    if conversation.me != Perspective::Professional {
        return Err(Refusal::NotInvited.into());
    }
    if conversation.facts.destroyed.is_some() {
        return Err(Refusal::ConsentWithdrawn.into());
    }
    Ok(conversation)
}

/// The page, with what is wrong in one of its forms.
pub(super) async fn form(
    app: &App,
    staff: &Staff,
    conversation: &Overview,
    wrong: Wrong,
    wrong_at: &str,
) -> Answer {
    let words = staff.visit.words;
    let mut people = Vec::new();
    for one in &conversation.facts.companions {
        let until = app.house.companion_link_until(&staff.caller, conversation.id, one.id).await?;
        let voice = conversation.facts.voices().find(|voice| voice.id == one.id);
        let said = match voice.as_ref().and_then(|voice| voice.yes(Purpose::Look)) {
            None => "none",
            Some(yes) if !yes.lives() => "withdrawn",
            Some(yes) if yes.confirmed() => "confirmed",
            Some(_) => "given",
        };
        let yes = answers::living(&one.yeses);
        let said = words.t(&format!("asking-said-{said}"));
        let said = if yes.is_empty() { said } else { format!("{said}: {}", answers::names(words, &yes)) };
        people.push(Shown {
            id: one.id.to_string(),
            name: name(words, conversation, one),
            said,
            asks: voice.as_ref().and_then(|voice| asks(conversation, voice)),
            link_until: until.map(|at| words.date(&at)),
        });
    }
    let choice = |what: &CompanionKind| Choice { key: what.key(), name: words.t(&format!("beside-{what}")) };
    Ok(page(&BesidePage {
        frame: staff.visit.frame("beside-title"),
        id: conversation.id.to_string(),
        people,
        kinds: CompanionKind::ALL.iter().map(choice).collect(),
        open: conversation.recording.is_none_or(RecordingState::makes_room),
        wrong,
        wrong_at: wrong_at.to_owned(),
    }))
}

async fn add(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(added): Form<Added>,
) -> Answer {
    let conversation = leading(&app, &staff, &text).await?;
    let what = CompanionKind::parse(&added.what);
    let what = what.ok_or(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form"))?;
    app.house.add_companion(&staff.caller, conversation.id, what).await?;
    Ok(Redirect::to(&format!("/conversations/{}/beside", conversation.id)).into_response())
}

async fn link(
    State(app): State<App>,
    staff: Staff,
    headers: HeaderMap,
    Path((text, whose)): Path<(String, String)>,
) -> Answer {
    let conversation = leading(&app, &staff, &text).await?;
    let who = who(&whose)?;
    app.house.asked_by(&staff.caller, conversation.id, who).await?;
    let link = app.house.renew_link_of(&staff.caller, conversation.id, who).await?;
    let words = staff.visit.words;
    let one = conversation.facts.companions.iter().find(|one| one.id == who);
    let name = one.map_or_else(
        || steps::person(words, &conversation, Perspective::Client),
        |one| name(words, &conversation, one),
    );
    let title = words.with("beside-link-title").s("name", name).to_string();
    Ok(page(&LinkPage {
        frame: staff.visit.frame_titled(title),
        back: format!("/conversations/{}/beside", conversation.id),
        back_name: words.t("beside-title"),
        paper: Paper::of(&app, &headers, link)?,
    }))
}

async fn remove(State(app): State<App>, staff: Staff, Path((text, whose)): Path<(String, String)>) -> Answer {
    let conversation = leading(&app, &staff, &text).await?;
    app.house.remove_companion(&staff.caller, conversation.id, who(&whose)?).await?;
    Ok(Redirect::to(&format!("/conversations/{}/beside", conversation.id)).into_response())
}
