//! The pocket card: what to say, and how one will notice, readable in two seconds on a phone.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use method::Refusal;
use method::roles::Perspective;

use super::show::id;
use crate::app::{App, page};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/tryouts/{id}/card", get(card))
}

#[derive(Template)]
#[template(path = "tryout/card.html")]
struct CardPage {
    frame: Frame,
    back: String,
    intention: String,
    words: String,
    doing: String,
    noticing: String,
    /// The day it is for, when that is known.
    on: Option<String>,
}

/// The card is the professional's own; whoever else takes part reads the plan on the tryout's page.
async fn card(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let tryout = app.house.tryout(&anyone.caller, id).await?;
    if tryout.me != Perspective::Professional {
        return Err(Refusal::NotInvited.into());
    }
    let on = tryout.next.map(|(_, on)| on).or(tryout.plan.planned_on);
    Ok(page(&CardPage {
        frame: anyone.visit.frame("tryout-card"),
        back: format!("/tryouts/{id}"),
        intention: tryout.alternative.intention,
        words: tryout.alternative.words,
        doing: tryout.plan.doing,
        noticing: tryout.plan.noticing,
        on: on.map(|on| anyone.visit.words.date(&on)),
    }))
}
