//! The step Toestemming of one conversation: who said yes to what, and what can be done now.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use method::consent::Purpose;
use method::roles::Perspective;
use method::time::Stamp;
use practice::conversation::Overview;

use super::answers::{self, Question};
use super::receipt;
use crate::app::{App, page};
use crate::conversation::{show::id, steps};
use crate::fault::Answer;
use crate::form::Wrong;
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/consent", get(show))
}

/// One purpose, with what each in the picture said.
pub(super) struct Fact {
    name: String,
    said: Vec<String>,
}

#[derive(Template)]
#[template(path = "consent/show.html")]
struct ConsentPage {
    frame: Frame,
    id: String,
    name: String,
    /// Whether the reader leads the conversation, and so sets the table.
    professional: bool,
    /// Whether nothing was recorded yet, so that the first yes can still be said.
    open: bool,
    questions: Vec<Question>,
    said: bool,
    client_said: bool,
    /// The name of whoever sits across, where they choose by an account of their own.
    across: Option<String>,
    link_until: Option<String>,
    people: Vec<String>,
    facts: Vec<Fact>,
    until: Option<String>,
    receipts: Vec<String>,
    ended: bool,
    wrong: Wrong,
}

async fn show(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    if let Some(own) = own_place(&conversation) {
        return Ok(own);
    }
    form(&app, &staff, &conversation, Wrong::default()).await
}

/// Whoever sits across says what is theirs to say in a place of their own.
pub(super) fn own_place(conversation: &Overview) -> Option<Response> {
    let own = conversation.me == Perspective::Client;
    own.then(|| Redirect::to(&format!("/conversations/{}/mine", conversation.id)).into_response())
}

/// The page, with what is wrong in one of its forms.
pub(super) async fn form(app: &App, staff: &Staff, conversation: &Overview, wrong: Wrong) -> Answer {
    let words = staff.visit.words;
    let ended = conversation.facts.destroyed.is_some();
    let professional = conversation.me == Perspective::Professional;
    let own = own_yes(conversation, conversation.me);
    let link_until = match (professional, ended || conversation.across_has_account()) {
        (true, false) => app.house.client_link_until(&staff.caller, conversation.id).await?,
        _ => None,
    };
    let receipts = app.house.receipts(&staff.caller, conversation.id).await?;
    Ok(page(&ConsentPage {
        frame: staff.visit.frame("asking-title"),
        id: conversation.id.to_string(),
        name: steps::name(words, conversation),
        professional: professional && !ended,
        open: conversation.recording.is_none_or(method::recording::RecordingState::makes_room),
        said: own.contains(&Purpose::Look),
        across: conversation
            .across_has_account()
            .then(|| steps::person(words, conversation, Perspective::Client)),
        client_said: own_yes(conversation, Perspective::Client).contains(&Purpose::Look),
        questions: answers::own_questions(words, &own),
        link_until: link_until.map(|at| words.date(&at)),
        people: in_picture(conversation).map(|chair| steps::person(words, conversation, chair)).collect(),
        facts: facts(words, conversation),
        until: conversation.facts.retention_until.map(|at: Stamp| words.date(&at)),
        receipts: receipts.iter().map(|one| receipt::for_staff(words, one)).collect(),
        ended,
        wrong,
    }))
}

fn in_picture(conversation: &Overview) -> impl Iterator<Item = Perspective> {
    let people = conversation.people.iter().map(|person| person.perspective);
    people.filter(|chair| chair.in_picture())
}

/// The purposes to which whoever sits in a chair says yes now.
pub(super) fn own_yes(conversation: &Overview, chair: Perspective) -> Vec<Purpose> {
    let party = conversation.facts.parties.iter().find(|party| party.perspective == chair);
    party.map_or_else(Vec::new, |party| answers::living(&party.yeses))
}

/// Per purpose what each in the picture said. A no and a question never asked look the same.
fn facts(words: Words, conversation: &Overview) -> Vec<Fact> {
    let said = |chair: Perspective, purpose: Purpose| {
        let party = conversation.facts.parties.iter().find(|party| party.perspective == chair);
        let word = match party.and_then(|party| party.yes(purpose)) {
            None => "none",
            Some(yes) if !yes.lives() => "withdrawn",
            Some(yes) if yes.confirmed() => "confirmed",
            Some(_) => "given",
        };
        words.t(&format!("asking-said-{word}"))
    };
    let fact = |purpose: &Purpose| Fact {
        name: words.t(&format!("consent-{purpose}-name")),
        said: in_picture(conversation).map(|chair| said(chair, *purpose)).collect(),
    };
    Purpose::ALL.iter().map(fact).collect()
}
