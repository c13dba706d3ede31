//! The five doors.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use method::Refusal;
use method::consent::Purpose;
use method::recording::RecordingState;
use method::roles::Perspective;
use tower_sessions::Session;

use super::Here;
use crate::app::{App, page};
use crate::consent::handover;
use crate::conversation::show::id;
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::{Guest, Staff, keys};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/mine", get(show))
        .route("/mine/leave", post(leave))
        .route("/conversations/{id}/mine", get(come_in))
}

/// What waits for the client, above the doors.
struct Asked {
    text: String,
    href: &'static str,
    act: String,
}

#[derive(Template)]
#[template(path = "client/place.html")]
struct PlacePage {
    frame: Frame,
    asked: Option<Asked>,
    /// Where looking leads, when it can be done.
    look: Option<String>,
    /// Whether telling can be done.
    tell: bool,
    /// The conversation to go back to, for whoever came in by their account.
    back: Option<String>,
}

async fn show(State(app): State<App>, guest: Guest) -> Answer {
    if let Some(place) = handover::place(guest.visit.session.as_ref()).await {
        return Ok(Redirect::to(&place).into_response());
    }
    let here = Here::of(&app, &guest).await?;
    if here.ended() {
        return Ok(Redirect::to("/mine/receipt").into_response());
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
        asked: asked(&app, &guest, &here).await?,
        look: ready.then(|| format!("/conversations/{conversation}/look")),
        tell: here.may_tell(),
        back: guest.visit.member.is_some().then(|| format!("/conversations/{conversation}")),
    }))
}

async fn asked(app: &App, guest: &Guest, here: &Here) -> Answer<Option<Asked>> {
    let words = here.words;
    if here.second_waits() {
        let until = here.conversation.facts.second_yes_until.ok_or_else(Fault::unknown)?;
        let text = words.with("place-second-text").s("date", words.date(&until)).to_string();
        return Ok(Some(Asked { text, href: "/mine/second", act: words.t("place-second-act") }));
    }
    if here.may_tell()
        && let Some(back) = app.house.own_interview(&guest.caller).await?
        && let Some((text, act)) = crate::interview::waits(&back)
    {
        return Ok(Some(Asked { text: words.t(text), href: "/mine/interview", act: words.t(act) }));
    }
    let open = here.conversation.recording.is_none_or(RecordingState::makes_room);
    Ok((open && !here.yes().contains(&Purpose::Look)).then(|| Asked {
        text: words.t("place-ask-text"),
        href: "/mine/consent",
        act: words.t("place-ask-act"),
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
    Ok(Redirect::to("/").into_response())
}
