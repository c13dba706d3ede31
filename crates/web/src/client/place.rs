//! The five doors.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use method::Refusal;
use method::home::Wait;
use method::recording::RecordingState;
use method::roles::Perspective;
use practice::home::Waits;
use tower_sessions::Session;

use super::Here;
use crate::app::{App, page};
use crate::consent::handover;
use crate::conversation::show::id;
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::home;
use crate::recording::cutting::length;
use crate::visit::{Guest, Staff, Visit, keys};
use crate::words::{Words, clock_time};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/mine", get(show))
        .route("/mine/leave", post(leave))
        .route("/mine/left", get(left))
        .route("/conversations/{id}/mine", get(come_in))
}

/// How long whoever came along is told that a part was cut, in days.
const CUT_TOLD_DAYS: i64 = 14;

/// What waits for the client, above the doors.
struct Asked {
    text: String,
    href: String,
    act: String,
}

/// The place of someone who came along: what is asked of them, who looked, what they agreed to, and stopping.
#[derive(Template)]
#[template(path = "client/beside.html")]
struct BesidePage {
    frame: Frame,
    asked: Vec<Asked>,
    /// Whether a part can be taken out of the recording.
    cut: bool,
}

#[derive(Template)]
#[template(path = "client/place.html")]
struct PlacePage {
    frame: Frame,
    id: String,
    asked: Vec<Asked>,
    /// When they look together.
    planned: Option<String>,
    /// Where looking leads, when it can be done.
    look: Option<String>,
    /// Whether telling can be done.
    tell: bool,
    /// Whether a part can be taken out of the recording.
    cut: bool,
    /// The conversation to go back to, for whoever came in by their account.
    back: Option<String>,
}

#[derive(Template)]
#[template(path = "client/left.html")]
struct LeftPage {
    frame: Frame,
}

async fn show(State(app): State<App>, guest: Guest) -> Answer {
    if let Some(place) = handover::place(guest.visit.session.as_ref()).await {
        return Ok(Redirect::to(&place).into_response());
    }
    let here = Here::anyone(&app, &guest).await?;
    if here.ended() {
        return Ok(Redirect::to("/mine/receipt").into_response());
    }
    if here.conversation.companion.is_some() {
        let frame = guest.visit.frame("place-title");
        return Ok(page(&BesidePage {
            frame,
            asked: asked_beside(&app, &guest, &here).await?,
            cut: may_cut(&here),
        }));
    }
    let words = here.words;
    let name = here.conversation.name_of(Perspective::Client);
    let title = name.map_or_else(
        || words.t("place-title"),
        |name| words.with("place-title-name").s("name", name).to_string(),
    );
    let ready = here.conversation.recording == Some(RecordingState::Ready) && !here.yes().is_empty();
    let conversation = here.conversation.id;
    Ok(page(&PlacePage {
        frame: guest.visit.frame_titled(title),
        id: conversation.to_string(),
        asked: asked(&app, &guest, &here).await?,
        planned: planned(&app, &guest, &here).await?,
        look: ready.then(|| format!("/conversations/{conversation}/look")),
        tell: here.may_tell(),
        cut: may_cut(&here),
        back: guest.visit.member.is_some().then(|| format!("/conversations/{conversation}")),
    }))
}

/// Whether there is a recording from which a part can be taken, also while one is.
fn may_cut(here: &Here) -> bool {
    let there = matches!(here.conversation.recording, Some(RecordingState::Ready | RecordingState::Cutting));
    there && !here.yes().is_empty()
}

/// What waits for the client, in their words; the most pressing first.
async fn asked(app: &App, guest: &Guest, here: &Here) -> Answer<Vec<Asked>> {
    let words = here.words;
    let waits = app.house.waits(&guest.caller).await?;
    let mut asked: Vec<Asked> = waits.iter().filter_map(|waits| one(words, here, waits)).collect();
    if here.may_tell()
        && let Some(back) = app.house.own_interview(&guest.caller).await?
        && let Some((text, act)) = crate::interview::waits(&back)
    {
        let interview = Asked { text: words.t(text), href: "/mine/interview".into(), act: words.t(act) };
        asked.insert(0, interview);
    }
    asked.extend(asked_longer(app, guest, here).await?);
    asked.truncate(3);
    Ok(asked)
}

/// May it be kept longer? Nobody needs to answer: nothing is the same as no.
async fn asked_longer(app: &App, guest: &Guest, here: &Here) -> Answer<Option<Asked>> {
    let asked = app.house.asked_longer(&guest.caller, here.conversation.id).await?;
    let words = here.words;
    Ok(asked.filter(|one| !one.said).map(|one| Asked {
        text: words.with("place-longer-text").s("date", words.date(&one.ends)).to_string(),
        href: "/mine/longer".into(),
        act: words.t("place-longer-act"),
    }))
}

/// What waits for someone who came along.
async fn asked_beside(app: &App, guest: &Guest, here: &Here) -> Answer<Vec<Asked>> {
    let words = here.words;
    let mut asked = Vec::new();
    let facts = &here.conversation.facts;
    if here.yes().is_empty() {
        let (href, act) = ("/mine/consent".into(), words.t("place-ask-act"));
        asked.push(Asked { text: words.t("place-ask-text"), href, act });
    } else if let Some(until) = facts.second_yes_until.filter(|_| here.second_waits()) {
        let days = guest.visit.now.days_until(until);
        let text = words.with("place-second-text").s("date", words.date(&until)).a("days", days);
        let (href, act) = ("/mine/second".into(), words.t("place-second-act"));
        asked.push(Asked { text: text.to_string(), href, act });
    }
    asked.extend(asked_longer(app, guest, here).await?);
    let since = guest.visit.now.plus_days(-CUT_TOLD_DAYS);
    for cut in app.house.cuts(&guest.caller, here.conversation.id).await? {
        if !cut.own && cut.done.is_some_and(|done| done > since) {
            let text = words.with("place-wait-cut").s("length", length(words, cut.part.length())).to_string();
            asked.push(Asked { text, href: "/mine/seen".into(), act: words.t("place-wait-cut-act") });
        }
    }
    Ok(asked)
}

fn one(words: Words, here: &Here, waits: &Waits) -> Option<Asked> {
    let wait = waits.waiting.wait;
    let (text, act) = (format!("place-wait-{wait}"), format!("place-wait-{wait}-act"));
    Some(match wait {
        Wait::SecondOwn => {
            let until = here.conversation.facts.second_yes_until?;
            let text = words.with("place-second-text").s("date", words.date(&until));
            let text = text.a("days", waits.waiting.days).to_string();
            Asked { text, href: "/mine/second".into(), act: words.t("place-second-act") }
        }
        Wait::ConsentOwn => Asked {
            text: words.t("place-ask-text"),
            href: "/mine/consent".into(),
            act: words.t("place-ask-act"),
        },
        Wait::Retention => {
            let text = words.with(&text).a("days", waits.waiting.days).to_string();
            Asked { text, href: "/mine/agreed".into(), act: words.t(&act) }
        }
        // They go on where they were, not where it begins.
        Wait::Seal => {
            let href = format!("{}?on=1", home::waits::href(waits));
            Asked { text: words.t(&text), href, act: words.t(&act) }
        }
        Wait::Look | Wait::Dialogue => {
            Asked { text: words.t(&text), href: home::waits::href(waits), act: words.t(&act) }
        }
        Wait::Tell => {
            let href = format!("/conversations/{}/tell", waits.conversation);
            Asked { text: words.t(&text), href, act: words.t(&act) }
        }
        Wait::Cut => {
            let length = length(words, waits.cut.map_or(0, |(_, length)| length));
            let text = words.with(&text).s("length", length).to_string();
            Asked { text, href: "/mine/seen".into(), act: words.t(&act) }
        }
        // The rest is for the professional, or can wait until they look together.
        _ => return None,
    })
}

/// When they look together, if that is planned and still to come.
async fn planned(app: &App, guest: &Guest, here: &Here) -> Answer<Option<String>> {
    let (_, planned) = app.house.planned(&guest.caller, here.conversation.id).await?;
    let to_come = planned.filter(|one| !one.cancelled && one.at > guest.visit.now);
    Ok(to_come.map(|one| {
        let said = here.words.with("place-planned");
        said.s("date", here.words.date(&one.at)).s("time", clock_time(one.at)).to_string()
    }))
}

/// Someone with an account comes in here by it, and is a participant like any other from then on.
async fn come_in(State(app): State<App>, staff: Staff, session: Session, Path(text): Path<String>) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    if conversation.me != Perspective::Client {
        return Err(Refusal::NotInvited.into());
    }
    session.insert(keys::PARTICIPANT, conversation.my_id.to_string()).await.map_err(inner)?;
    Ok(Redirect::to("/mine").into_response())
}

fn inner(error: tower_sessions::session::Error) -> Fault {
    practice::Error::Inner(format!("session: {error}")).into()
}

async fn leave(guest: Guest, session: Session) -> Answer {
    if guest.visit.member.is_some() {
        session.remove::<String>(keys::PARTICIPANT).await.map_err(inner)?;
        return Ok(Redirect::to("/home").into_response());
    }
    session.flush().await.map_err(inner)?;
    Ok((crate::headers::FORGET, Redirect::to("/mine/left")).into_response())
}

/// What whoever left reads: all of it is kept, and how they go on.
async fn left(visit: Visit) -> Response {
    page(&LeftPage { frame: visit.frame("left-title") })
}
