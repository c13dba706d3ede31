//! The second yes: it stays, something changes, or everything goes.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum_extra::extract::Form;
use method::consent::Purpose;
use practice::consent::Answers;

use super::asking::{CardPage, CheckPage, Typed, means};
use super::{Here, stop};
use crate::app::{App, page};
use crate::consent::answers;
use crate::consent::texts::Text;
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Guest;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/mine/second", get(show).post(go_on))
}

/// Where the cards send what was answered.
const ACTION: &str = "/mine/second";
/// The cards: every purpose but looking, which only goes with everything.
const ASKED: usize = Purpose::ALL.len() - 1;
const CHECK: usize = ASKED + 1;

#[derive(Template)]
#[template(path = "client/second.html")]
struct SecondPage {
    frame: Frame,
    text: String,
    purposes: Vec<String>,
}

#[derive(Template)]
#[template(path = "client/second_done.html")]
struct DonePage {
    frame: Frame,
    alone: bool,
}

async fn show(State(app): State<App>, guest: Guest) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    first(&app, &guest, &here).await
}

async fn first(app: &App, guest: &Guest, here: &Here) -> Answer {
    let alone = guest.visit.handed_by.is_some();
    if here.ended() {
        return stop::proof(app, guest, here).await;
    }
    if !here.second_waits() {
        let done = DonePage { frame: guest.visit.frame("consent-second-done-title"), alone };
        return if alone { Ok(page(&done)) } else { Ok(Redirect::to("/mine/agreed").into_response()) };
    }
    let words = here.words;
    let until = here.conversation.facts.second_yes_until.map_or_else(String::new, |at| words.date(&at));
    let text = words.with("consent-second").s("date", until);
    let name = |purpose: &Purpose| words.t(&format!("consent-{purpose}-name"));
    Ok(page(&SecondPage {
        frame: guest.visit.frame("consent-second-title"),
        text: text.to_string(),
        purposes: here.yes().iter().map(name).collect(),
    }))
}

async fn go_on(State(app): State<App>, guest: Guest, Form(typed): Form<Typed>) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    let mut yes = answers::read(&typed.yes);
    let asked = typed.at.checked_sub(1).filter(|n| *n < ASKED).and_then(|n| Purpose::ALL.get(n + 1)).copied();
    match (typed.go.as_str(), asked, typed.at) {
        ("keep", None, 0) => confirm(&app, &guest, &here, &here.yes()).await,
        ("change", None, 0) => Ok(card(&guest, &here, 1, vec![Purpose::Look])),
        ("stop", None, 0) => stop::sure(&guest, ACTION, ACTION),
        ("all-sure", None, 0) => {
            app.house.withdraw(&guest.caller, here.conversation.id).await?;
            stop::proof(&app, &guest, &Here::anyone(&app, &guest).await?).await
        }
        ("back", _, 0 | 1) => first(&app, &guest, &here).await,
        ("back", _, at) => Ok(card(&guest, &here, at - 1, yes)),
        ("yes", Some(purpose), at) => {
            yes.push(purpose);
            Ok(card(&guest, &here, at + 1, yes))
        }
        ("no", Some(_), at) => Ok(card(&guest, &here, at + 1, yes)),
        ("next", None, CHECK) => confirm(&app, &guest, &here, &yes).await,
        _ => Err(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    }
}

fn card(guest: &Guest, here: &Here, at: usize, mut yes: Vec<Purpose>) -> axum::response::Response {
    let asked = at.checked_sub(1).filter(|n| *n < ASKED).and_then(|n| Purpose::ALL.get(n + 1)).copied();
    if let Some(purpose) = asked {
        yes.retain(|said| *said != purpose);
    }
    let keys = yes.iter().map(|purpose| purpose.key()).collect();
    let words = here.words;
    match asked {
        Some(purpose) => {
            let question = answers::question_for(words, purpose, false, here.hand());
            let before = if here.yes().contains(&purpose) { "keep" } else { "new" };
            page(&CardPage {
                frame: guest.visit.frame_titled(question.question.clone()),
                action: ACTION,
                at,
                n: at,
                of: ASKED,
                yes: keys,
                question,
                before: Some(words.t(&format!("consent-second-{before}-q"))),
            })
        }
        None => page(&CheckPage {
            frame: guest.visit.frame("consent-check-title"),
            action: ACTION,
            at: CHECK,
            questions: answers::questions(words, &yes),
            yes: keys,
            name: String::new(),
            sign: words.t("consent-sign"),
        }),
    }
}

async fn confirm(app: &App, guest: &Guest, here: &Here, yes: &[Purpose]) -> Answer {
    let text = Text::second(here.words, here.hand(), here.conversation.facts.second_yes_until);
    let text_version = text.keep(app, &guest.caller).await?;
    let said = Answers { yes, means: means(guest), text_version: &text_version };
    app.house.say_yes_again(&guest.caller, here.conversation.id, &said).await?;
    let alone = guest.visit.handed_by.is_some();
    Ok(page(&DonePage { frame: guest.visit.frame("consent-second-done-title"), alone }))
}
