//! The leaflet, readable and printable, and the version of the texts that someone had before them.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use practice::organisation::Terms;

use super::texts::Hand;
use crate::app::{App, page};
use crate::conversation::show::id;
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::{Guest, Staff};
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/leaflet", get(for_staff)).route("/mine/leaflet", get(for_client))
}

/// The parts of the leaflet, in order.
const PARTS: [&str; 9] = ["what", "why", "choose", "film", "who", "free", "stop", "how", "ask"];

/// One part: its heading and its text.
pub(crate) struct Part {
    /// A question.
    pub(crate) heading: String,
    /// Its answer.
    pub(crate) text: String,
}

/// The parts that read otherwise for someone who is there too.
const BESIDE: [&str; 5] = ["what", "choose", "who", "free", "how"];

/// The leaflet in words, with the organisation's own terms.
pub(crate) fn parts(words: Words, terms: &Terms) -> Vec<Part> {
    parts_for(words, terms, Hand::Client)
}

/// The leaflet as one person reads it.
pub(crate) fn parts_for(words: Words, terms: &Terms, hand: Hand) -> Vec<Part> {
    let key = |name: &str| {
        let other = hand == Hand::Beside && BESIDE.contains(&name);
        if other { format!("leaflet-beside-{name}") } else { format!("leaflet-{name}") }
    };
    let part = |name: &&str| Part {
        heading: words.t(&format!("leaflet-{name}-h")),
        text: words
            .with(&key(name))
            .a("days", terms.second_yes_days)
            .a("months", terms.retention_months)
            .s("organisation", &terms.name)
            .s("phone", &terms.phone)
            .s("privacyOfficer", &terms.privacy_officer)
            .to_string(),
    };
    PARTS.iter().map(part).collect()
}

#[derive(Template)]
#[template(path = "consent/leaflet.html")]
struct LeafletPage {
    frame: Frame,
    back: String,
    back_name: String,
    parts: Vec<Part>,
}

async fn for_staff(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    let terms = staff.visit.terms(&app).await?;
    let words = staff.visit.words;
    Ok(page(&LeafletPage {
        frame: staff.visit.frame("leaflet-title").for_client(),
        back: format!("/conversations/{}/consent", conversation.id),
        back_name: words.t("asking-title"),
        parts: parts(words, &terms),
    }))
}

async fn for_client(State(app): State<App>, guest: Guest) -> Answer {
    let here = crate::client::Here::anyone(&app, &guest).await?;
    let terms = guest.visit.terms(&app).await?;
    let words = guest.visit.words;
    Ok(page(&LeafletPage {
        frame: guest.visit.frame("leaflet-title"),
        back: "/mine/agreed".to_owned(),
        back_name: words.t("place-agreed"),
        parts: parts_for(words, &terms, here.hand()),
    }))
}
