//! The sheets of a journey: the start, and looking back.

use askama::Template;
use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Form, Router};
use method::ids::JourneyId;
use practice::journey::Sheet;
use serde::Deserialize;

use super::show::id;
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, done_or_form};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/journeys/{id}/sheets/{sheet}", get(show).post(keep))
}

fn sheet(text: &str) -> Result<Sheet, Fault> {
    match text {
        "intake" => Ok(Sheet::Intake),
        "close" => Ok(Sheet::Close),
        "handover" => Ok(Sheet::Handover),
        _ => Err(Fault::unknown()),
    }
}

pub(super) fn question(words: Words, sheet: Sheet, n: usize) -> String {
    match sheet {
        Sheet::Intake => words.t(&format!("journey-intake-{n}")),
        Sheet::Close => words.t(&format!("journey-close-{n}")),
        Sheet::Handover => words.t("journey-handover"),
    }
}

const fn title(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Intake => "journey-intake-title",
        Sheet::Close => "journey-close-title",
        Sheet::Handover => "journey-handover-title",
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Answers {
    #[serde(default)]
    answer_1: String,
    #[serde(default)]
    answer_2: String,
    #[serde(default)]
    answer_3: String,
    #[serde(default)]
    answer_4: String,
    #[serde(default)]
    answer_5: String,
}

struct Field {
    name: String,
    question: String,
    value: String,
}

#[derive(Template)]
#[template(path = "journey/sheet.html")]
struct SheetPage {
    frame: Frame,
    back: String,
    fields: Vec<Field>,
    wrong: Wrong,
}

async fn show(
    State(app): State<App>,
    staff: Staff,
    Path((journey, which)): Path<(String, String)>,
) -> Answer {
    let (journey, which) = (id(&journey)?, sheet(&which)?);
    let answers = app.house.sheet(&staff.caller, journey, which).await?;
    Ok(form(&staff, journey, which, answers, Wrong::default()))
}

fn form(
    staff: &Staff,
    journey: JourneyId,
    which: Sheet,
    answers: Vec<String>,
    wrong: Wrong,
) -> axum::response::Response {
    let words = staff.visit.words;
    let fields = (1..).zip(answers).map(|(n, value)| Field {
        name: format!("answer_{n}"),
        question: question(words, which, n),
        value,
    });
    page(&SheetPage {
        frame: staff.visit.frame(title(which)),
        back: format!("/journeys/{journey}"),
        fields: fields.collect(),
        wrong,
    })
}

async fn keep(
    State(app): State<App>,
    staff: Staff,
    Path((journey, which)): Path<(String, String)>,
    Form(typed): Form<Answers>,
) -> Answer {
    let (journey, which) = (id(&journey)?, sheet(&which)?);
    let mut answers = vec![typed.answer_1, typed.answer_2, typed.answer_3, typed.answer_4];
    if which == Sheet::Intake {
        answers.push(typed.answer_5);
    }
    let done = app.house.write_sheet(&staff.caller, journey, which, &answers).await;
    done_or_form(
        done,
        staff.visit.words,
        |()| format!("/journeys/{journey}"),
        async |wrong| Ok(form(&staff, journey, which, answers, wrong)),
    )
    .await
}
