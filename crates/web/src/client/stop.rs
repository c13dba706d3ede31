//! Stopping, by the client, and the receipt of it.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum_extra::extract::Form;
use method::consent::Purpose;
use method::consent::receipt::Receipt;
use serde::Deserialize;

use super::Here;
use crate::app::{App, page};
use crate::consent::receipt;
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Guest;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/mine/stop", get(show).post(stop))
        .route("/mine/receipt", get(receipt))
        .route("/mine/receipt/file", get(receipt_file))
}

/// A purpose that can be stopped by itself.
struct Part {
    key: &'static str,
    act: String,
}

#[derive(Template)]
#[template(path = "client/stop.html")]
struct StopPage {
    frame: Frame,
    parts: Vec<Part>,
}

#[derive(Template)]
#[template(path = "client/sure.html")]
struct SurePage {
    frame: Frame,
    /// Where the certainty is sent.
    action: &'static str,
    /// Where it goes without.
    back: &'static str,
}

#[derive(Template)]
#[template(path = "client/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    sentences: Vec<String>,
    busy: bool,
    alone: bool,
}

/// The receipt as a file of its own: a page that opens without the internet, also when the link has ended.
#[derive(Template)]
#[template(path = "client/receipt_file.html")]
struct ReceiptFile {
    words: Words,
    organisation: String,
    sentences: Vec<String>,
    made: String,
}

#[derive(Deserialize)]
struct Chosen {
    /// `all`, `all-sure` or `part`.
    go: String,
    #[serde(default)]
    purpose: String,
}

async fn show(State(app): State<App>, guest: Guest) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    if here.ended() {
        return Ok(Redirect::to("/mine/receipt").into_response());
    }
    let words = here.words;
    let part = |purpose: &Purpose| Part {
        key: purpose.key(),
        act: words
            .with("consent-withdraw-choice-2")
            .s("purpose", words.t(&format!("consent-{purpose}-name")))
            .to_string(),
    };
    let parts = here.yes().iter().filter(|purpose| **purpose != Purpose::Look).map(part).collect();
    Ok(page(&StopPage { frame: guest.visit.frame("consent-withdraw-title"), parts }))
}

/// Asks once whether everything may go.
pub(super) fn sure(guest: &Guest, action: &'static str, back: &'static str) -> Answer {
    Ok(page(&SurePage { frame: guest.visit.frame("consent-sure-title"), action, back }))
}

async fn stop(State(app): State<App>, guest: Guest, Form(chosen): Form<Chosen>) -> Answer {
    let id = app.house.own_conversation(&guest.caller).await?;
    match (chosen.go.as_str(), Purpose::parse(&chosen.purpose)) {
        ("all", _) => return sure(&guest, "/mine/stop", "/mine"),
        ("all-sure", _) => app.house.withdraw(&guest.caller, id).await?,
        ("part", Some(purpose)) if purpose != Purpose::Look => {
            app.house.take_back(&guest.caller, id, purpose).await?;
            return Ok(Redirect::to("/mine/agreed").into_response());
        }
        _ => return Err(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    }
    Ok(Redirect::to("/mine/receipt").into_response())
}

async fn receipt(State(app): State<App>, guest: Guest) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    proof(&app, &guest, &here).await
}

/// The sentences of the receipts. Once everything ended, what was taken away before is part of it.
fn sentences(here: &Here, receipts: &[Receipt]) -> Vec<String> {
    let whole = receipts.iter().any(|one| one.purpose.is_none());
    receipts
        .iter()
        .filter(|one| !whole || one.purpose.is_none())
        .map(|one| receipt::for_client(here.words, &here.terms, one))
        .collect()
}

/// The receipt to keep.
async fn receipt_file(State(app): State<App>, guest: Guest) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    let receipts = app.house.receipts(&guest.caller, here.conversation.id).await?;
    if receipts.is_empty() {
        return Ok(Redirect::to("/mine").into_response());
    }
    let mut answer = page(&ReceiptFile {
        words: here.words,
        organisation: here.terms.name.clone(),
        sentences: sentences(&here, &receipts),
        made: here.words.date_time(&guest.visit.now),
    });
    let name = HeaderValue::from_static("attachment; filename=\"meerzien-bewijs.html\"");
    answer.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    Ok(answer)
}

/// The receipts in words; on a screen that was handed over as well.
pub(super) async fn proof(app: &App, guest: &Guest, here: &Here) -> Answer {
    let receipts = app.house.receipts(&guest.caller, here.conversation.id).await?;
    if receipts.is_empty() {
        return Ok(Redirect::to("/mine").into_response());
    }
    let sentences = sentences(here, &receipts);
    Ok(page(&ReceiptPage {
        frame: guest.visit.frame("consent-receipt-title"),
        sentences,
        busy: receipts.iter().any(|one| one.done.is_none()),
        alone: guest.visit.handed_by.is_some(),
    }))
}
