//! A beginning of a data protection impact assessment (AVG art. 35): what this program does, why, what can go wrong, and
//! the measures of this installation as they are now. What only the organisation can say is asked, not made up.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use practice::privacy::Register;

use super::processing::{Line, lines};
use super::{Shown, file, shown};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::{Lang, Words};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/privacy/dpia", get(show)).route("/privacy/dpia/{lang}", get(take))
}

/// What can go wrong for people, with what stands against it. Each is a pair of messages, `dpia-risk-…` and `dpia-risk-…-now`.
const RISKS: [&str; 7] = ["pressure", "seen", "judged", "leak", "longer", "others", "recognised"];
/// What only the organisation can say.
const OWN: [&str; 6] = ["why", "basis", "people", "asked", "left", "advice"];

/// A risk in words, with what is done about it.
struct Risk {
    what: String,
    now: String,
}

/// All of it, in one language.
struct Text {
    words: Words,
    organisation: String,
    made: String,
    register: Register,
    lines: Vec<Line>,
    risks: Vec<Risk>,
    measures: Vec<Shown>,
    own: Vec<String>,
}

async fn text(app: &App, staff: &Staff, words: Words) -> Answer<Text> {
    let register = app.house.processing(&staff.caller).await?;
    let measures = app.house.measures(&staff.caller, app.https).await?;
    let risk = |key: &&str| Risk {
        what: words.t(&format!("dpia-risk-{key}")),
        now: words.t(&format!("dpia-against-{key}")),
    };
    Ok(Text {
        words,
        organisation: register.terms.name.clone(),
        made: words.date(&staff.visit.now),
        lines: lines(words, &register),
        risks: RISKS.iter().map(risk).collect(),
        measures: shown(words, &measures),
        own: OWN.iter().map(|key| words.t(&format!("dpia-own-{key}"))).collect(),
        register,
    })
}

#[derive(Template)]
#[template(path = "privacy/dpia.html")]
struct DpiaPage {
    frame: Frame,
    text: Text,
}

async fn show(State(app): State<App>, staff: Staff) -> Answer {
    let text = text(&app, &staff, staff.visit.words).await?;
    Ok(page(&DpiaPage { frame: staff.visit.frame("privacy-dpia"), text }))
}

#[derive(Template)]
#[template(path = "privacy/dpia_file.html")]
struct DpiaFile {
    text: Text,
}

async fn take(State(app): State<App>, staff: Staff, Path(lang): Path<String>) -> Answer {
    let lang = Lang::ALL.iter().copied().find(|one| one.tag() == lang).ok_or_else(Fault::unknown)?;
    let text = text(&app, &staff, Words::from(lang)).await?;
    let name = format!("dpia-{}", lang.tag());
    let kind = "text/html; charset=utf-8";
    Ok(file(&name, "html", kind, staff.visit.now, page(&DpiaFile { text })))
}
