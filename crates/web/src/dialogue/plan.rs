//! Planning to look together: a page with one time, and a file for calendars that says nothing of the conversation.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use jiff::civil::DateTime;
use method::ids::ConversationId;
use method::roles::Perspective;
use method::time::Stamp;
use practice::dialogue::Planned;
use serde::Deserialize;

use super::view::{Back, back};
use crate::app::{App, page};
use crate::conversation::show;
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, done_or_form};
use crate::frame::Frame;
use crate::visit::Anyone;
use crate::words::{Words, clock_time, day, zone};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/plan", get(show_plan).post(plan))
        .route("/conversations/{id}/plan/off", post(call_off))
        .route("/conversations/{id}/plan.ics", get(file))
}

#[derive(Debug, Deserialize)]
struct Typed {
    #[serde(default)]
    day: String,
    #[serde(default)]
    time: String,
    #[serde(default)]
    minutes: String,
}

#[derive(Template)]
#[template(path = "dialogue/plan.html")]
struct PlanPage {
    frame: Frame,
    id: ConversationId,
    back: Back,
    /// What is planned, in a sentence.
    said: String,
    planned: bool,
    cancelled: bool,
    may_plan: bool,
    typed: Typed,
    wrong: Wrong,
}

/// A planned time in a sentence.
fn said(words: Words, planned: Option<&Planned>) -> String {
    let Some(planned) = planned else { return words.t("plan-none") };
    let key = if planned.cancelled { "plan-cancelled" } else { "plan-now" };
    words
        .with(key)
        .s("date", words.date(&planned.at))
        .s("time", clock_time(planned.at))
        .a("minutes", planned.minutes)
        .to_string()
}

async fn show_plan(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = show::id(&text)?;
    let (_, planned) = app.house.planned(&anyone.caller, id).await?;
    let typed = match planned {
        Some(planned) => {
            Typed { day: day(planned.at), time: clock_time(planned.at), minutes: planned.minutes.to_string() }
        }
        None => Typed { day: String::new(), time: "10:00".into(), minutes: "60".into() },
    };
    form(&app, &anyone, id, typed, Wrong::default()).await
}

async fn form(app: &App, anyone: &Anyone, id: ConversationId, typed: Typed, wrong: Wrong) -> Answer {
    let (me, planned) = app.house.planned(&anyone.caller, id).await?;
    let overview = app.house.conversation(&anyone.caller, id).await?;
    Ok(page(&PlanPage {
        frame: anyone.visit.frame("plan-title"),
        id,
        back: back(anyone, &overview),
        said: said(anyone.visit.words, planned.as_ref()),
        planned: planned.is_some(),
        cancelled: planned.is_some_and(|planned| planned.cancelled),
        may_plan: me != Perspective::Client,
        typed,
        wrong,
    }))
}

/// A day and a time as people type them, in the Netherlands.
fn moment(typed: &Typed) -> practice::Result<Stamp> {
    let at = format!("{}T{}", typed.day.trim(), typed.time.trim()).parse::<DateTime>().ok();
    let at = at.and_then(|at| at.to_zoned_datetime(zone()).ok());
    at.map(|at| Stamp::from(at.timestamp())).ok_or(practice::Error::invalid("at", "invalid-plan-time"))
}

async fn plan(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = show::id(&text)?;
    // First: whoever has no part in it learns nothing from what they typed.
    app.house.planned(&anyone.caller, id).await?;
    let minutes = typed.minutes.trim().parse().unwrap_or(0);
    let done = match moment(&typed) {
        Ok(at) => app.house.plan_together(&anyone.caller, id, at, minutes).await,
        Err(error) => Err(error),
    };
    done_or_form(
        done,
        anyone.visit.words,
        |()| format!("/conversations/{id}/plan"),
        async |wrong| form(&app, &anyone, id, typed, wrong).await,
    )
    .await
}

async fn call_off(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = show::id(&text)?;
    app.house.call_off(&anyone.caller, id).await?;
    Ok(Redirect::to(&format!("/conversations/{id}/plan")).into_response())
}

async fn file(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = show::id(&text)?;
    let (_, planned) = app.house.planned(&anyone.caller, id).await?;
    let planned = planned.ok_or_else(Fault::unknown)?;
    let organisation = anyone.visit.terms(&app).await?.name;
    let place = match anyone.visit.member {
        Some(_) => format!("/conversations/{id}/dialogue"),
        None => "/mine".to_owned(),
    };
    let link = app.house.settings.address.as_ref().map(|address| format!("{address}{place}"));
    let words = anyone.visit.words;
    let text = calendar(&words.t("plan-file-summary"), &organisation, link.as_deref(), id, &planned)?;
    let kind = if planned.cancelled { "text/calendar; charset=utf-8; method=CANCEL" } else { CALENDAR };
    Ok((
        [
            (header::CONTENT_TYPE, kind),
            (header::CONTENT_DISPOSITION, "attachment; filename=\"meerzien.ics\""),
        ],
        text,
    )
        .into_response())
}

const CALENDAR: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// The file: when, two words, whose organisation, and where to go. The same appointment keeps its name; each change
/// counts one up, and calling it off takes it away.
fn calendar(
    summary: &str,
    organisation: &str,
    link: Option<&str>,
    id: ConversationId,
    planned: &Planned,
) -> Result<String, Fault> {
    let stamp = |at: Stamp| {
        let at =
            jiff::Timestamp::from_millisecond(at.0).map_err(|_| practice::Error::Inner("time".into()))?;
        Ok::<_, Fault>(at.strftime("%Y%m%dT%H%M%SZ").to_string())
    };
    let mut event = Event::new();
    event
        .uid(&format!("{id}@meerzien"))
        .summary(summary)
        .location(organisation)
        .sequence(u32::try_from(planned.sequence).unwrap_or(u32::MAX))
        .status(if planned.cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed })
        .append_property(Property::new("DTSTAMP", stamp(planned.changed)?))
        .append_property(Property::new("DTSTART", stamp(planned.at)?))
        .append_property(Property::new("DTEND", stamp(planned.at.plus_minutes(planned.minutes))?));
    if let Some(link) = link {
        event.url(link);
    }
    let mut calendar = Calendar::new();
    calendar.append_property(("METHOD", if planned.cancelled { "CANCEL" } else { "PUBLISH" }));
    calendar.push(event.done());
    Ok(calendar.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_says_when_and_keeps_its_name_through_changes() {
        let id = ConversationId::new();
        let at = Stamp(1_804_079_100_000);
        let planned =
            Planned { at, minutes: 60, sequence: 2, cancelled: false, changed: Stamp(at.0 - 1_000) };
        let link = Some("https://meerzien.example/mine");
        let lines = |planned: &Planned| -> Vec<String> {
            let text = calendar("Samen kijken", "Gemeente; Waterland, aan Zee", link, id, planned).unwrap();
            text.replace("\r\n ", "").split("\r\n").map(ToOwned::to_owned).collect()
        };
        let said = lines(&planned);
        for line in [
            "METHOD:PUBLISH",
            "DTSTART:20270303T130500Z",
            "DTEND:20270303T140500Z",
            "DTSTAMP:20270303T130459Z",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
            "SUMMARY:Samen kijken",
            "LOCATION:Gemeente\\; Waterland\\, aan Zee",
            "URL:https://meerzien.example/mine",
        ] {
            assert!(said.iter().any(|one| one == line), "{line} in {said:#?}");
        }
        let uid = format!("UID:{id}@meerzien");
        assert!(said.contains(&uid));
        let off = lines(&Planned { cancelled: true, sequence: 3, ..planned });
        for line in [uid.as_str(), "METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3"] {
            assert!(off.iter().any(|one| one == line), "{line} in {off:#?}");
        }
    }
}
