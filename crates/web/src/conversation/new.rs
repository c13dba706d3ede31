//! Setting up a conversation.

use askama::Template;
use axum::extract::{Query, State};
use axum::routing::get;
use axum::{Form, Router};
use method::Refusal;
use method::ids::MemberId;
use method::roles::ConversationKind;
use method::time::Stamp;
use practice::conversation::Plan;
use serde::Deserialize;

use crate::app::{App, page};
use crate::fault::Answer;
use crate::form::{Wrong, done_or_form};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/new", get(show).post(set_up))
}

/// A kind of conversation that the reader can set up.
struct Kind {
    key: &'static str,
    name: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "conversation/new.html")]
struct NewPage {
    frame: Frame,
    /// More than one where there is something to choose.
    kinds: Vec<Kind>,
    kind: &'static str,
    /// Who can sit across; nobody is chosen where that is a client.
    people: Option<Vec<(MemberId, String)>>,
    coaches: Vec<(MemberId, String)>,
    typed: Typed,
    wrong: Wrong,
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    kind: String,
}

#[derive(Deserialize, Default)]
struct Typed {
    #[serde(default)]
    kind: String,
    held_on: String,
    #[serde(default)]
    across: String,
    #[serde(default)]
    coach: String,
}

/// The kind that was asked for, or else the first that the reader can lead.
fn kind(staff: &Staff, word: &str) -> Result<ConversationKind, Refusal> {
    let mut own = ConversationKind::led_by(staff.caller.roles());
    match ConversationKind::parse(word) {
        Some(kind) => own.find(|one| *one == kind).ok_or(Refusal::Unknown),
        None => own.next().ok_or(Refusal::Unknown),
    }
}

async fn show(State(app): State<App>, staff: Staff, Query(asked): Query<Asked>) -> Answer {
    let kind = kind(&staff, &asked.kind)?;
    let typed = Typed { held_on: words::day(staff.visit.now), ..Typed::default() };
    form(&app, &staff, kind, typed, Wrong::default()).await
}

async fn form(app: &App, staff: &Staff, kind: ConversationKind, typed: Typed, wrong: Wrong) -> Answer {
    let mut visit = staff.visit.clone();
    visit.words = visit.words.of(kind);
    let choice = |one: ConversationKind| Kind {
        key: one.key(),
        name: visit.words.t(&format!("conversation-kind-{one}")),
        current: one == kind,
    };
    let people = match kind.across() {
        Some(_) => Some(app.house.across(&staff.caller, kind).await?),
        None => None,
    };
    Ok(page(&NewPage {
        frame: visit.frame("conversation-new-title"),
        kinds: ConversationKind::led_by(staff.caller.roles()).map(choice).collect(),
        kind: kind.key(),
        people,
        coaches: app.house.coaches(&staff.caller, kind).await?,
        typed,
        wrong,
    }))
}

async fn set_up(State(app): State<App>, staff: Staff, Form(typed): Form<Typed>) -> Answer {
    let kind = kind(&staff, &typed.kind)?;
    let plan = day(&typed.held_on).map(|held_on| Plan { held_on, coach: MemberId::parse(&typed.coach) });
    let done = match (plan, kind.across(), MemberId::parse(&typed.across)) {
        (Err(error), ..) => Err(error),
        (Ok(plan), None, _) => app.house.set_up_conversation(&staff.caller, plan).await,
        (Ok(plan), Some(_), Some(across)) => {
            app.house.set_up_with_colleague(&staff.caller, kind, across, plan).await
        }
        (Ok(_), Some(_), None) => Err(practice::Error::invalid("across", "invalid-across")),
    };
    done_or_form(
        done,
        staff.visit.words,
        |id| format!("/conversations/{id}"),
        async |wrong| form(&app, &staff, kind, typed, wrong).await,
    )
    .await
}

/// The day as it was typed.
fn day(text: &str) -> practice::Result<Stamp> {
    words::noon(text).ok_or(practice::Error::invalid("held_on", "invalid-date"))
}
