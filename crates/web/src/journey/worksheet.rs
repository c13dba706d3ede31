//! The worksheet: seven steps and ten fields on one paper, for a round with or without anybody else.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum::{Form, Router};
use method::Refusal;
use method::ids::ConversationId;
use practice::Error;
use practice::journey::WORKSHEET_FIELDS;

use crate::app::{App, page};
use crate::conversation::{show, steps};
use crate::fault::Answer;
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/worksheet", get(read).post(write))
}

struct Field {
    name: &'static str,
    label: String,
    value: String,
    rows: u8,
}

#[derive(Template)]
#[template(path = "journey/worksheet.html")]
struct WorksheetPage {
    frame: Frame,
    back: String,
    name: String,
    steps: Vec<String>,
    about: String,
    fields: Vec<Field>,
    version: i64,
    saved: Option<String>,
    /// Someone wrote in another window meanwhile; what was typed here stands in the form.
    meanwhile: bool,
    wrong: Wrong,
}

/// What was typed, by the names of the fields.
type Typed = HashMap<String, String>;

fn values(typed: &Typed) -> Vec<String> {
    WORKSHEET_FIELDS.iter().map(|name| typed.get(*name).cloned().unwrap_or_default()).collect()
}

/// What a form came back with.
#[derive(Default)]
struct Back {
    values: Option<Vec<String>>,
    meanwhile: bool,
    wrong: Wrong,
}

async fn read(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    render(&app, &staff, show::id(&id)?, Back::default()).await
}

async fn render(app: &App, staff: &Staff, id: ConversationId, back: Back) -> Answer {
    let words = staff.visit.words;
    let overview = app.house.conversation(&staff.caller, id).await?;
    let sheet = app.house.worksheet(&staff.caller, id).await?;
    let mut values = back.values.unwrap_or_else(|| sheet.fields.clone());
    if sheet.version == 0 && values.iter().all(String::is_empty) {
        // One's learning question is known; it stands there to be kept or changed.
        let question = app.house.learning_question(&staff.caller, overview.journey).await?;
        values[0] = question.unwrap_or_default();
    }
    let field = |(n, (name, value)): (usize, (&&'static str, String))| Field {
        name,
        label: words.t(&format!("sheet-field-{n}")),
        value,
        rows: if n == 4 || n == 6 { 5 } else { 2 },
    };
    let day = words.date(&overview.held_on);
    Ok(page(&WorksheetPage {
        frame: staff.visit.frame("sheet-title"),
        back: format!("/conversations/{id}"),
        about: format!("{}, {day}", steps::name(words, &overview)),
        name: steps::name(words, &overview),
        steps: (1..=7).map(|n| words.t(&format!("sheet-step-{n}"))).collect(),
        fields: (2..).zip(WORKSHEET_FIELDS.iter().zip(values)).map(field).collect(),
        version: sheet.version,
        saved: sheet.at.map(|at| words.with("sheet-saved").s("date", words.date_time(&at)).to_string()),
        meanwhile: back.meanwhile,
        wrong: back.wrong,
    }))
}

async fn write(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = show::id(&id)?;
    let values = values(&typed);
    let seen = typed.get("version").and_then(|version| version.parse().ok()).unwrap_or(0);
    let done = app.house.write_worksheet(&staff.caller, id, &values, seen).await;
    let (status, back) = match done {
        Err(Error::Refused(Refusal::ChangedMeanwhile)) => {
            (StatusCode::CONFLICT, Back { values: Some(values), meanwhile: true, ..Back::default() })
        }
        other => match mend(other, staff.visit.words)? {
            Ok(()) => return Ok(Redirect::to(&format!("/conversations/{id}/worksheet")).into_response()),
            Err(wrong) => {
                let back = Back { values: Some(values), wrong, ..Back::default() };
                (StatusCode::UNPROCESSABLE_ENTITY, back)
            }
        },
    };
    Ok((status, render(&app, &staff, id, back).await?).into_response())
}
