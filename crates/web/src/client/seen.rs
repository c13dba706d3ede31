//! Who looked: the audit log in plain words.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use method::permit::Deed;
use method::roles::Perspective;
use practice::audit::{self, Seen};

use super::Here;
use crate::app::{App, page};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Guest;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/mine/seen", get(show))
}

#[derive(Template)]
#[template(path = "client/seen.html")]
struct SeenPage {
    frame: Frame,
    lines: Vec<String>,
}

async fn show(State(app): State<App>, guest: Guest) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    let seen = app.house.who_looked(&guest.caller, here.conversation.id).await?;
    let mut lines: Vec<String> = seen.iter().filter_map(|line| sentence(&here, line)).collect();
    // What someone did several times on one day is said once.
    lines.dedup();
    Ok(page(&SeenPage { frame: guest.visit.frame("seen-title"), lines }))
}

/// One line in plain words. How far others are with their looks is nobody's business here.
fn sentence(here: &Here, line: &Seen) -> Option<String> {
    let watched = [Deed::Watch, Deed::Look, Deed::Compare, Deed::Peer]
        .iter()
        .any(|deed| line.subject.as_deref() == Some(deed.key()));
    let made_ready = line.subject.as_deref() == Some(Deed::Process.key());
    let answers = line.subject.as_deref() == Some(Deed::Interview.key());
    let sound = line.subject.as_deref().is_some_and(|subject| subject.starts_with(Deed::Interview.key()));
    let key = match audit::Deed::parse(&line.deed)? {
        audit::Deed::Opened if answers => "seen-answers",
        audit::Deed::SaidYes if sound => "seen-sound-yes",
        audit::Deed::TookBack if sound => "seen-sound-no",
        audit::Deed::Recorded if sound => "seen-recorded-sound",
        audit::Deed::Uninvited => "seen-uninvited",
        audit::Deed::Opened if watched => "seen-opened",
        audit::Deed::Opened if line.subject.as_deref() == Some(Deed::Colearn.key()) => "seen-cards",
        audit::Deed::Opened if made_ready => "seen-made-ready",
        audit::Deed::SaidYes => "seen-said-yes",
        audit::Deed::SaidYesAgain => "seen-said-yes-again",
        audit::Deed::TookBack => "seen-took-back",
        audit::Deed::FiledPaper => "seen-paper",
        audit::Deed::FiledPaperAgain => "seen-paper-again",
        audit::Deed::AddedCompanion => "seen-beside",
        audit::Deed::AskedLonger => "seen-asked-longer",
        audit::Deed::SaidYesLonger => "seen-said-yes-longer",
        audit::Deed::KeptLonger => "seen-kept-longer",
        audit::Deed::MadeLink => "seen-made-link",
        audit::Deed::CameIn => "seen-came-in",
        audit::Deed::Recorded => "seen-recorded",
        audit::Deed::AskedCut => "seen-asked-cut",
        audit::Deed::Cut => "seen-cut",
        audit::Deed::Destroyed => "seen-destroyed",
        _ => return None,
    };
    let words = here.words;
    let who = match line.perspective {
        Some(Perspective::Client) => "client",
        Some(Perspective::Professional) => "professional",
        Some(Perspective::Coach) => "coach",
        None => "other",
    };
    let mine = here.conversation.companion.is_some();
    if let Some(what) = line.companion {
        let who = words.t(&format!("seen-who-beside-{what}"));
        return Some(words.with(key).s("date", words.date(&line.at)).s("who", who).to_string());
    }
    // For who came along, "you" is not the client.
    let who = if mine && who == "client" { "beside-client" } else { who };
    let who = words.with(&format!("seen-who-{who}")).s("name", line.name.as_deref().unwrap_or_default());
    Some(words.with(key).s("date", words.date(&line.at)).s("who", who).to_string())
}
