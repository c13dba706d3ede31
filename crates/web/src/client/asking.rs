//! Asking, one question on a card: the leaflet, five purposes, a name, and whether it is right.
//!
//! What was answered so far travels in the page itself. Nothing is written down before the last card, and a no not
//! even then.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum_extra::extract::Form;
use method::consent::{Means, Purpose};
use method::recording::RecordingState;
use practice::consent::{Answers, tidy_code_name};
use serde::Deserialize;

use super::Here;
use crate::app::{App, page};
use crate::consent::answers::{self, Question};
use crate::consent::leaflet::{self, Part};
use crate::consent::link::Paper;
use crate::consent::texts::Text;
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Guest;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/mine/consent", get(begin).post(go_on))
}

/// What a card sends: where one is, what was answered with yes, and where to go.
#[derive(Deserialize, Default)]
pub(super) struct Typed {
    /// The card that was shown: 0 the leaflet, 1–5 the purposes, 6 the name, 7 whether it is right.
    #[serde(default)]
    pub(super) at: usize,
    /// Purposes with a yes so far.
    #[serde(default)]
    pub(super) yes: Vec<String>,
    /// `yes`, `no`, `next` or `back`.
    #[serde(default)]
    pub(super) go: String,
    #[serde(default)]
    name: String,
}

const NAME: usize = Purpose::ALL.len() + 1;
const CHECK: usize = NAME + 1;

#[derive(Template)]
#[template(path = "client/begin.html")]
struct BeginPage {
    frame: Frame,
    parts: Vec<Part>,
}

/// One question on a card.
#[derive(Template)]
#[template(path = "client/card.html")]
pub(super) struct CardPage {
    pub(super) frame: Frame,
    pub(super) action: &'static str,
    pub(super) at: usize,
    pub(super) n: usize,
    pub(super) of: usize,
    pub(super) yes: Vec<&'static str>,
    pub(super) question: Question,
    /// What was said before, when it is asked again.
    pub(super) before: Option<String>,
}

#[derive(Template)]
#[template(path = "client/name.html")]
struct NamePage {
    frame: Frame,
    at: usize,
    yes: Vec<&'static str>,
    name: String,
    wrong: Wrong,
}

/// All answers under one another, to be agreed to.
#[derive(Template)]
#[template(path = "client/check.html")]
pub(super) struct CheckPage {
    pub(super) frame: Frame,
    pub(super) action: &'static str,
    pub(super) at: usize,
    pub(super) yes: Vec<&'static str>,
    pub(super) questions: Vec<Question>,
    pub(super) name: String,
    /// What one knows when agreeing.
    pub(super) sign: String,
}

#[derive(Template)]
#[template(path = "client/none.html")]
struct NonePage {
    frame: Frame,
    alone: bool,
}

#[derive(Template)]
#[template(path = "client/done.html")]
struct DonePage {
    frame: Frame,
    sentence: String,
    questions: Vec<Question>,
    paper: Option<Paper>,
    alone: bool,
}

/// Whether something was recorded, and whoever came in has said what they had to say before it.
fn closed(here: &Here) -> bool {
    let came_later = here.conversation.companion.is_some()
        && here.voice().is_none_or(|voice| voice.yes(Purpose::Look).is_none());
    !came_later && here.conversation.recording.is_some_and(|state| !RecordingState::makes_room(state))
}

/// Whether the first yes can still be said; else where to go.
fn too_late(here: &Here) -> Option<Response> {
    let to = if here.ended() {
        "/mine/receipt"
    } else if closed(here) {
        "/mine/agreed"
    } else {
        return None;
    };
    Some(Redirect::to(to).into_response())
}

async fn begin(State(app): State<App>, guest: Guest) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    if let (Some(elsewhere), None) = (too_late(&here), guest.visit.handed_by) {
        return Ok(elsewhere);
    }
    if here.ended() {
        return super::stop::proof(&app, &guest, &here).await;
    }
    let parts = leaflet::parts_for(here.words, &here.terms, here.hand());
    Ok(page(&BeginPage { frame: guest.visit.frame("leaflet-title"), parts }))
}

async fn go_on(State(app): State<App>, guest: Guest, headers: HeaderMap, Form(typed): Form<Typed>) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    let mut yes = answers::read(&typed.yes);
    let asked = typed.at.checked_sub(1).and_then(|n| Purpose::ALL.get(n)).copied();
    let before = if typed.at == CHECK && here.nameless() { 2 } else { 1 };
    match (typed.go.as_str(), asked, typed.at) {
        ("back", ..) => {
            step(&guest, &here, typed.at.saturating_sub(before), yes, typed.name, Wrong::default())
        }
        ("yes", Some(purpose), at) => {
            yes.push(purpose);
            step(&guest, &here, at + 1, yes, typed.name, Wrong::default())
        }
        ("no", Some(Purpose::Look), _) => none(&app, &guest, &here).await,
        ("no", Some(_), at) => step(&guest, &here, at + 1, yes, typed.name, Wrong::default()),
        ("next", None, 0) => step(&guest, &here, 1, Vec::new(), typed.name, Wrong::default()),
        ("next", None, NAME) => match mend(tidy_code_name(&typed.name), here.words)? {
            Ok(name) => step(&guest, &here, CHECK, yes, name, Wrong::default()),
            Err(wrong) => {
                let page = step(&guest, &here, NAME, yes, typed.name, wrong)?;
                Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
            }
        },
        ("next", None, CHECK) => finish(&app, &guest, &here, &headers, &yes, &typed.name).await,
        _ => Err(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    }
}

fn step(guest: &Guest, here: &Here, at: usize, yes: Vec<Purpose>, name: String, wrong: Wrong) -> Answer {
    // Whoever has an account is known by the name there.
    let named = at == NAME && here.nameless();
    card(guest, here, if named { CHECK } else { at }, yes, name, wrong)
}

fn card(guest: &Guest, here: &Here, at: usize, mut yes: Vec<Purpose>, name: String, wrong: Wrong) -> Answer {
    let asked = at.checked_sub(1).and_then(|n| Purpose::ALL.get(n)).copied();
    if let Some(purpose) = asked {
        yes.retain(|said| *said != purpose);
    }
    let keys = yes.iter().map(|purpose| purpose.key()).collect();
    let (words, action) = (here.words, "/mine/consent");
    Ok(match (at, asked) {
        (_, Some(purpose)) => {
            let question = answers::question_for(words, purpose, false, here.hand());
            let frame = guest.visit.frame_titled(question.question.clone());
            page(&CardPage {
                frame,
                action,
                at,
                n: at,
                of: Purpose::ALL.len(),
                yes: keys,
                question,
                before: None,
            })
        }
        (NAME, None) => {
            page(&NamePage { frame: guest.visit.frame("consent-name-title"), at, yes: keys, name, wrong })
        }
        (CHECK, None) => page(&CheckPage {
            frame: guest.visit.frame("consent-check-title"),
            action,
            at,
            questions: answers::questions(words, &yes),
            yes: keys,
            name,
            sign: words.t("consent-sign"),
        }),
        _ => Redirect::to(action).into_response(),
    })
}

/// No to the first question: nothing is recorded, nothing is kept, the conversation goes on.
async fn none(app: &App, guest: &Guest, here: &Here) -> Answer {
    // A no keeps nothing, not even which text was there.
    let said = Answers { yes: &[], means: means(guest), text_version: "" };
    app.house.say_yes(&guest.caller, here.conversation.id, &said).await?;
    let alone = guest.visit.handed_by.is_some();
    Ok(page(&NonePage { frame: guest.visit.frame("consent-none-title"), alone }))
}

/// How a yes comes in here: on the screen that was handed over, by the client's own link, or by an account.
pub(super) const fn means(guest: &Guest) -> Means {
    match (&guest.visit.handed_by, &guest.visit.member) {
        (Some(_), _) => Means::Tablet,
        (None, Some(_)) => Means::Account,
        (None, None) => Means::Link,
    }
}

async fn finish(
    app: &App,
    guest: &Guest,
    here: &Here,
    headers: &HeaderMap,
    yes: &[Purpose],
    name: &str,
) -> Answer {
    let id = here.conversation.id;
    if !yes.contains(&Purpose::Look) {
        return none(app, guest, here).await;
    }
    let text = Text::first(here.words, &here.terms, here.hand());
    let text_version = text.keep(app, &guest.caller).await?;
    let said = Answers { yes, means: means(guest), text_version: &text_version };
    let account = here.nameless();
    let name = if account { String::new() } else { tidy_code_name(name)? };
    app.house.say_yes(&guest.caller, id, &said).await?;
    if !account {
        app.house.choose_code_name(&guest.caller, id, &name).await?;
    }
    let alone = guest.visit.handed_by.is_some();
    let purposes = answers::names(here.words, yes);
    let (key, paper) = if alone {
        let link = app.house.renew_client_link(&guest.caller, id).await?;
        ("consent-done", Some(Paper::of(app, headers, link)?))
    } else {
        ("consent-done-own", None)
    };
    Ok(page(&DonePage {
        frame: guest.visit.frame("consent-done-title"),
        sentence: here.words.with(key).s("purposes", purposes).to_string(),
        questions: answers::questions(here.words, yes),
        paper,
        alone,
    }))
}
