//! Notices: everything that waits, what of it is new, and whether a mail may say so.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use serde::Deserialize;

use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::home::waits::{self, Line};
use crate::visit::Staff;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/notices", get(show))
        .route("/notices/seen", post(seen))
        .route("/notices/mail", post(mail))
}

struct Notice {
    line: Line,
    new: bool,
}

#[derive(Template)]
#[template(path = "notices/notices.html")]
struct NoticesPage {
    frame: Frame,
    notices: Vec<Notice>,
    any_new: bool,
    /// The sentence on mail.
    mail: &'static str,
    /// Whether mail can be chosen at all, and is wanted.
    possible: bool,
    wanted: bool,
}

#[derive(Deserialize)]
struct Choice {
    go: String,
}

/// Reading them changes nothing: what was seen is said with a button, so that a page that is only loaded tells nothing.
async fn show(State(app): State<App>, staff: Staff) -> Answer {
    let words = staff.visit.words;
    let all = app.house.notices(&staff.caller).await?;
    let known = waits::conversations(&app, &staff.caller, all.iter().map(|one| &one.waits)).await?;
    let handovers = waits::handovers(&app, words, &staff.caller).await?;
    let handovers = handovers.into_iter().map(|line| Notice { line, new: false });
    let notices = all.iter().filter_map(|one| {
        let conversation = known.get(&one.waits.conversation)?;
        Some(Notice { line: waits::line(words, conversation, &one.waits), new: one.new })
    });
    let wanted = app.house.wants_mail(&staff.caller).await?;
    let possible = app.house.settings.mail;
    Ok(page(&NoticesPage {
        frame: staff.visit.frame("notices-title"),
        notices: handovers.chain(notices).collect(),
        any_new: all.iter().any(|one| one.new),
        mail: match (possible, wanted) {
            (false, _) => "notices-mail-none",
            (true, true) => "notices-mail-on",
            (true, false) => "notices-mail-off",
        },
        possible,
        wanted,
    }))
}

async fn seen(State(app): State<App>, staff: Staff) -> Answer {
    app.house.see_notices(&staff.caller).await?;
    Ok(Redirect::to("/notices").into_response())
}

async fn mail(State(app): State<App>, staff: Staff, Form(typed): Form<Choice>) -> Answer {
    let wanted = match typed.go.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    };
    app.house.choose_mail(&staff.caller, wanted).await?;
    Ok(Redirect::to("/notices#mail").into_response())
}
