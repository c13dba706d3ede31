//! The register of processing (AVG art. 30): on a page, to print, and to take along as CSV or JSON.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum_extra::extract::Form;
use method::consent::receipt::COPIES_LIVE_DAYS;
use method::privacy::{LegalBasis, Processing};
use practice::privacy::{Processed, Register};

use super::{Shown, csv, file, shown};
use crate::app::{App, page};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/privacy/processing", get(show).post(choose))
        .route("/privacy/processing.csv", get(as_csv))
        .route("/privacy/processing.json", get(as_json))
}

/// One kind of processing, in words.
pub(super) struct Line {
    key: &'static str,
    pub(super) name: String,
    pub(super) basis: String,
    people: String,
    data: String,
    recipients: String,
    kept: String,
    /// Which grounds can be chosen: word, name, whether it is the one.
    choices: Vec<(&'static str, String, bool)>,
}

pub(super) fn lines(words: Words, register: &Register) -> Vec<Line> {
    let line = |one: &Processed| {
        let what = one.what;
        let say = |part: &str| words.t(&format!("processing-{part}-{what}"));
        let basis = match one.basis {
            Some((basis, since)) => {
                let name = words.t(&format!("basis-{basis}"));
                words.with("processing-basis-since").s("name", name).s("date", words.date(&since)).to_string()
            }
            None => words.t("processing-basis-none"),
        };
        let chosen = one.basis.map(|(basis, _)| basis);
        let choice =
            |basis: &LegalBasis| (basis.key(), words.t(&format!("basis-{basis}")), Some(*basis) == chosen);
        let name = match what.purpose() {
            Some(purpose) => words.t(&format!("consent-{purpose}-name")),
            None => say("name"),
        };
        Line {
            key: what.key(),
            name,
            basis,
            people: say("people"),
            data: say("data"),
            recipients: recipients(words, what, register),
            kept: kept(words, what, register),
            choices: LegalBasis::ALL.iter().map(choice).collect(),
        }
    };
    register.lines.iter().map(line).collect()
}

fn recipients(words: Words, what: Processing, register: &Register) -> String {
    let server = register.mail_server.clone().unwrap_or_default();
    words.with(&format!("processing-recipients-{what}")).s("server", server).to_string()
}

/// The terms in force, in words.
fn kept(words: Words, what: Processing, register: &Register) -> String {
    words
        .with(&format!("processing-kept-{what}"))
        .a("months", register.terms.retention_months)
        .a("days", register.terms.second_yes_days)
        .a("copies", COPIES_LIVE_DAYS)
        .to_string()
}

#[derive(Template)]
#[template(path = "privacy/processing.html")]
struct ProcessingPage {
    frame: Frame,
    register: Register,
    lines: Vec<Line>,
    measures: Vec<Shown>,
}

async fn show(State(app): State<App>, staff: Staff) -> Answer {
    let words = staff.visit.words;
    let register = app.house.processing(&staff.caller).await?;
    let measures = app.house.measures(&staff.caller, app.https).await?;
    Ok(page(&ProcessingPage {
        frame: staff.visit.frame("privacy-processing").wide(),
        lines: lines(words, &register),
        measures: shown(words, &measures),
        register,
    }))
}

async fn choose(State(app): State<App>, staff: Staff, Form(chosen): Form<HashMap<String, String>>) -> Answer {
    for what in Processing::ALL {
        if let Some(word) = chosen.get(what.key()) {
            app.house.choose_basis(&staff.caller, *what, LegalBasis::parse(word)).await?;
        }
    }
    Ok(Redirect::to("/privacy/processing").into_response())
}

async fn as_csv(State(app): State<App>, staff: Staff) -> Answer {
    let words = staff.visit.words;
    let register = app.house.processing(&staff.caller).await?;
    let head = ["purpose", "basis", "people", "data", "recipients", "kept"];
    let head = head.iter().map(|part| words.t(&format!("processing-{part}"))).collect();
    let rows = lines(words, &register)
        .into_iter()
        .map(|line| vec![line.name, line.basis, line.people, line.data, line.recipients, line.kept]);
    let text = csv::table(std::iter::once(head).chain(rows));
    Ok(file("verwerkingen", "csv", "text/csv; charset=utf-8", staff.visit.now, text))
}

async fn as_json(State(app): State<App>, staff: Staff) -> Answer {
    let words = staff.visit.words;
    let register = app.house.processing(&staff.caller).await?;
    let measures = app.house.measures(&staff.caller, app.https).await?;
    let line = |(one, line): (&Processed, Line)| {
        serde_json::json!({
            "purpose": one.what.key(),
            "name": line.name,
            "legalBasis": one.basis.map(|(basis, _)| basis.key()),
            "legalBasisSince": one.basis.map(|(_, since)| crate::words::day(since)),
            "dataSubjects": line.people,
            "data": line.data,
            "recipients": line.recipients,
            "kept": line.kept,
        })
    };
    let text = serde_json::json!({
        "organisation": register.terms.name,
        "phone": register.terms.phone,
        "privacyOfficer": register.terms.privacy_officer,
        "madeOn": crate::words::day(staff.visit.now),
        "terms": {
            "retentionMonths": register.terms.retention_months,
            "secondYesDays": register.terms.second_yes_days,
            "copiesLiveDays": COPIES_LIVE_DAYS,
        },
        "thirdCountries": words.t("processing-countries-said"),
        "processing": register.lines.iter().zip(lines(words, &register)).map(line).collect::<Vec<_>>(),
        "measures": measures.iter().map(|(measure, standing)| serde_json::json!({
            "measure": measure.key(),
            "name": words.t(&format!("measure-{measure}")),
            "standing": standing.key(),
        })).collect::<Vec<_>>(),
    });
    let text = format!("{text:#}\n");
    Ok(file("verwerkingen", "json", "application/json", staff.visit.now, text))
}
