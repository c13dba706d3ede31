//! What was agreed, per purpose, and until when.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use method::consent::Purpose;

use super::Here;
use crate::app::{App, page};
use crate::consent::receipt;
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Guest;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/mine/agreed", get(show))
}

struct Line {
    key: &'static str,
    name: String,
    said: String,
    /// The text that was before them.
    text: Option<String>,
}

/// A photo of their paper.
struct Photo {
    href: String,
    date: String,
}

#[derive(Template)]
#[template(path = "client/agreed.html")]
struct AgreedPage {
    frame: Frame,
    none: bool,
    lines: Vec<Line>,
    receipts: Vec<String>,
    until: Option<String>,
    papers: Vec<Photo>,
}

async fn show(State(app): State<App>, guest: Guest) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    if here.ended() {
        return Ok(Redirect::to("/mine/receipt").into_response());
    }
    let words = here.words;
    let (id, me) = (here.conversation.id, here.conversation.my_id);
    let consents = app.house.consents(&guest.caller, id).await?;
    let line = |purpose: &Purpose| {
        let yes = consents.iter().find(|yes| yes.participant == me && yes.purpose == *purpose);
        let (key, at) = match yes {
            None => ("agreed-no", None),
            Some(yes) => match (yes.withdrawn, yes.confirmed) {
                (Some(at), _) => ("agreed-withdrawn", Some(at)),
                (None, Some(at)) => ("agreed-confirmed", Some(at)),
                (None, None) => ("agreed-given", Some(yes.given)),
            },
        };
        let date = at.map_or_else(String::new, |at| words.date(&at));
        Line {
            key: purpose.key(),
            name: words.t(&format!("consent-{purpose}-name")),
            said: words.with(key).s("date", date).to_string(),
            text: yes
                .map(|yes| yes.confirmed_version.as_ref().unwrap_or(&yes.text_version))
                .map(|version| format!("/conversations/{id}/texts/{version}")),
        }
    };
    let receipts = app.house.receipts(&guest.caller, id).await?;
    let papers = app.house.papers(&guest.caller, id).await?;
    let own = papers.iter().filter(|one| one.of == me);
    let photo = |one: &practice::consent::papers::Seen| Photo {
        href: format!("/papers/{}", one.object),
        date: words.date(&one.filed),
    };
    Ok(page(&AgreedPage {
        frame: guest.visit.frame("agreed-title"),
        none: here.yes().is_empty(),
        lines: Purpose::ALL.iter().map(line).collect(),
        papers: own.map(photo).collect(),
        receipts: receipts.iter().map(|one| receipt::for_client(words, &here.terms, one)).collect(),
        until: here.conversation.facts.retention_until.map(|at| words.date(&at)),
    }))
}
