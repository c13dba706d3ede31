//! The privacy officer's view of the log of deeds: whether it holds, and its lines.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use practice::audit::reading::{Told, Who};
use practice::audit::verifying::{Break, Verified};
use serde::Deserialize;

use super::did;
use crate::app::{App, page};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/privacy/audit", get(show))
}

struct Line {
    seq: i64,
    when: String,
    who: String,
    did: String,
    /// The conversation's line in the register.
    about: Option<String>,
}

#[derive(Template)]
#[template(path = "audit/log.html")]
struct LogPage {
    frame: Frame,
    /// That it holds, with its length; else where it does not.
    holds: Option<String>,
    breaks: Vec<String>,
    lines: Vec<Line>,
    older: Option<i64>,
    /// Whether this is not the newest page.
    back: bool,
}

#[derive(Deserialize)]
struct From {
    before: Option<i64>,
}

async fn show(State(app): State<App>, staff: Staff, Query(from): Query<From>) -> Answer {
    let words = staff.visit.words;
    let log = app.house.audit_log(&staff.caller, from.before).await?;
    let line = |one: &Told| Line {
        seq: one.seq,
        when: words.date_time(&one.at),
        who: who(words, &one.who),
        did: did(words, &one.deed, one.subject.as_deref()),
        about: one.conversation.map(|id| format!("/register/{id}")),
    };
    Ok(page(&LogPage {
        frame: staff.visit.frame("audit-title").wide(),
        holds: log.verified.holds().then(|| holds(words, &log.verified)),
        breaks: log.verified.breaks.iter().map(|one| broken(words, one)).collect(),
        lines: log.lines.iter().map(line).collect(),
        older: log.older,
        back: from.before.is_some(),
    }))
}

/// That a log holds, in a sentence.
pub(crate) fn holds(words: Words, found: &Verified) -> String {
    match found.kept {
        Some(kept) => words.with("audit-holds-kept").a("lines", found.lines).a("kept", kept).to_string(),
        None => words.with("audit-holds").a("lines", found.lines).to_string(),
    }
}

/// Where a log does not hold, in a sentence.
fn broken(words: Words, one: &Break) -> String {
    let (first, second) = one.lines();
    words.with(&format!("audit-break-{}", one.key())).a("first", first).a("second", second).to_string()
}

/// Who did it: by name, or by what they are here.
pub(crate) fn who(words: Words, who: &Who) -> String {
    match who {
        Who::Member(name) => name.clone(),
        Who::Chair(chair) => words.t(&format!("perspective-{chair}")),
        Who::Beside(what) => words.t(&format!("beside-{what}")),
        Who::Gone => words.t("audit-gone"),
        Who::Program => words.t("audit-program"),
    }
}
