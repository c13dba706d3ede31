//! Setting up a conversation.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum::{Form, Router};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use method::ids::MemberId;
use method::time::Stamp;
use practice::conversation::Plan;
use serde::Deserialize;

use crate::app::{App, page};
use crate::fault::Answer;
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/new", get(show).post(set_up))
}

#[derive(Template)]
#[template(path = "conversation/new.html")]
struct NewPage {
    frame: Frame,
    coaches: Vec<(MemberId, String)>,
    held_on: String,
    coach: String,
    wrong: Wrong,
}

#[derive(Deserialize)]
struct Typed {
    held_on: String,
    #[serde(default)]
    coach: String,
}

async fn show(State(app): State<App>, staff: Staff) -> Answer {
    let today = words::day(staff.visit.now);
    form(&app, &staff, today, String::new(), Wrong::default()).await
}

async fn form(app: &App, staff: &Staff, held_on: String, coach: String, wrong: Wrong) -> Answer {
    staff.caller.with_role(method::roles::Role::Professional)?;
    let coaches = app.house.coaches(&staff.caller).await?;
    Ok(page(&NewPage { frame: staff.visit.frame("conversation-new-title"), coaches, held_on, coach, wrong }))
}

async fn set_up(State(app): State<App>, staff: Staff, Form(typed): Form<Typed>) -> Answer {
    let plan = day(&typed.held_on).map(|held_on| Plan { held_on, coach: MemberId::parse(&typed.coach) });
    let done = match plan {
        Ok(plan) => app.house.set_up_conversation(&staff.caller, plan).await,
        Err(error) => Err(error),
    };
    match mend(done, staff.visit.words)? {
        Ok(id) => Ok(Redirect::to(&format!("/conversations/{id}")).into_response()),
        Err(wrong) => form(&app, &staff, typed.held_on, typed.coach, wrong).await,
    }
}

/// Noon of a day in the Netherlands, so that no clock change moves it to another day.
fn day(text: &str) -> practice::Result<Stamp> {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let noon = text.parse::<Date>().ok().and_then(|date| date.at(12, 0, 0, 0).to_zoned_datetime(zone).ok());
    let day = noon.filter(|day| (2000..2200).contains(&day.year()));
    day.map(|day| Stamp::from(day.timestamp())).ok_or(practice::Error::invalid("held_on", "invalid-date"))
}
