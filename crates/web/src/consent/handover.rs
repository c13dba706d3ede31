//! The screen in the client's hands: only the questions can be reached, until the professional takes it back.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::Form;
use method::Refusal;
use method::consent::asking;
use method::recording::RecordingState;
use method::roles::Perspective;
use practice::{Error, secrets};
use serde::Deserialize;
use tower_sessions::Session;

use super::{beside, second, show};
use crate::app::{App, page};
use crate::conversation::show::id;
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::{Staff, Visit, keys};

/// How often a PIN may be wrong before one has to sign in again.
const TRIES: i64 = 5;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/handover", post(hand_over))
        .route("/mine/back", get(ask_back).post(take_back))
}

#[derive(Deserialize)]
struct Handing {
    r#for: String,
    /// Someone who came along; else it is the client.
    #[serde(default)]
    who: String,
    pin: String,
}

#[derive(Deserialize)]
struct Typed {
    pin: String,
}

#[derive(Template)]
#[template(path = "consent/handed.html")]
struct HandedPage {
    frame: Frame,
    back: String,
    wrong: Wrong,
}

/// What the screen can be handed over for, and so the one room that can be reached then.
fn room(word: &str) -> Option<&'static str> {
    match word {
        "consent" => Some("consent"),
        "second" => Some("second"),
        "interview" => Some("interview"),
        _ => None,
    }
}

/// The page to which a handed-over screen belongs.
pub(crate) async fn place(session: Option<&Session>) -> Option<String> {
    let word = session?.get::<String>(keys::HANDED_FOR).await.ok().flatten()?;
    room(&word).map(|room| format!("/mine/{room}"))
}

/// What the browser's cookie holds: the session's id.
fn cookie(session: &Session) -> Result<String, Fault> {
    session.id().map(|id| id.to_string()).ok_or_else(Fault::unknown)
}

fn inner(error: tower_sessions::session::Error) -> Fault {
    Error::Inner(format!("session: {error}")).into()
}

async fn hand_over(
    State(app): State<App>,
    staff: Staff,
    session: Session,
    Path(text): Path<String>,
    Form(typed): Form<Handing>,
) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    // Who asks hands over: the professional for consent, the coach for what was said to them.
    let giver = if typed.r#for == "interview" { Perspective::Coach } else { Perspective::Professional };
    if conversation.me != giver {
        return Err(Refusal::NotInvited.into());
    }
    if conversation.facts.destroyed.is_some() {
        return Err(Refusal::ConsentWithdrawn.into());
    }
    let room = room(&typed.r#for).ok_or(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form"))?;
    let beside = match typed.who.as_str() {
        "" => None,
        who => Some(beside::who(who)?),
    };
    if let Some(who) = beside {
        // The rules say who can be handed the screen; an interview is between the client and the coach.
        app.house.asked_by(&staff.caller, conversation.id, who).await?;
        if room == "interview" {
            return Err(Refusal::NotInvited.into());
        }
    }
    // There must be something to ask.
    let asked = match room {
        _ if beside.is_some() => {
            let voice = conversation.facts.voices().find(|voice| Some(voice.id) == beside);
            voice.and_then(|voice| beside::asks(&conversation, &voice)) == Some(room)
        }
        "second" => second::waits_for(&conversation, Perspective::Client),
        "interview" => app.house.interview(&staff.caller, conversation.id).await?.is_some(),
        _ => conversation.recording.is_none_or(RecordingState::makes_room),
    };
    if !asked {
        return Ok(Redirect::to(&format!("/conversations/{}/{room}", conversation.id)).into_response());
    }
    if let Err(wrong) = mend(check_pin(&typed.pin), staff.visit.words)? {
        let page = match room {
            _ if beside.is_some() => beside::form(&app, &staff, &conversation, wrong, &typed.who).await?,
            "second" => second::form(&staff, &conversation, wrong)?,
            "interview" => crate::interview::with_wrong_pin(&app, &staff, conversation.id, wrong).await?,
            _ => show::form(&app, &staff, &conversation, wrong).await?,
        };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let client = match beside {
        Some(who) => who,
        None => asking::hand_over(&conversation.facts)?.id,
    };
    let pin = secrets::hash(typed.pin).await?;
    session.insert(keys::HANDED_FOR, room).await.map_err(inner)?;
    session.insert(keys::HANDED_PIN, pin).await.map_err(inner)?;
    app.house.reset_session_tries(&cookie(&session)?).await?;
    session.insert(keys::HANDED_TO, client.to_string()).await.map_err(inner)?;
    Ok(Redirect::to(&format!("/mine/{room}")).into_response())
}

fn check_pin(pin: &str) -> practice::Result<()> {
    let fits = (4..=8).contains(&pin.len()) && pin.bytes().all(|byte| byte.is_ascii_digit());
    if fits { Ok(()) } else { Err(Error::invalid("pin", "invalid-pin")) }
}

async fn ask_back(visit: Visit) -> Answer {
    if visit.handed_by.is_none() {
        return Ok(Redirect::to("/home").into_response());
    }
    form(&visit, Wrong::default()).await
}

async fn form(visit: &Visit, wrong: Wrong) -> Answer {
    let back = place(visit.session.as_ref()).await.unwrap_or_else(|| "/mine".to_owned());
    Ok(page(&HandedPage { frame: visit.frame("handed-title").for_giver(), back, wrong }))
}

async fn take_back(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    Form(typed): Form<Typed>,
) -> Answer {
    let Some(member) = visit.handed_by else { return Ok(Redirect::to("/home").into_response()) };
    // Counted before it is looked at, so that guesses side by side count too.
    let tries = app.house.count_session_try(&cookie(&session)?).await?.unwrap_or(TRIES + 1);
    let hash = session.get::<String>(keys::HANDED_PIN).await.map_err(inner)?;
    let fits = tries <= TRIES
        && (secrets::fits(typed.pin.clone(), hash).await?
            || app.house.check_own_password(member, typed.pin).await.is_ok());
    if fits {
        let room = session.get::<String>(keys::HANDED_FOR).await.map_err(inner)?;
        let caller = visit.as_participant().ok_or_else(Fault::unknown)?;
        let part = app.house.own_part(&caller).await?;
        let (conversation, beside) = (part.id, part.companion.is_some());
        for key in [keys::HANDED_TO, keys::HANDED_FOR, keys::HANDED_PIN] {
            session.remove::<serde_json::Value>(key).await.map_err(inner)?;
        }
        let room = match room.as_deref().and_then(self::room) {
            _ if beside => "beside",
            room => room.unwrap_or("consent"),
        };
        return Ok(Redirect::to(&format!("/conversations/{conversation}/{room}")).into_response());
    }
    if tries >= TRIES {
        session.flush().await.map_err(inner)?;
        return Ok(Redirect::to("/sign-in").into_response());
    }
    let wrong = mend::<()>(Err(Error::invalid("pin", "invalid-pin-wrong")), visit.words)?;
    let page = form(&visit, wrong.err().unwrap_or_default()).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Refuses every page but the questions while the screen is handed over.
pub async fn guard(request: Request, next: Next) -> Response {
    let Some(visit) = request.extensions().get::<Visit>().filter(|visit| visit.handed_by.is_some()) else {
        return next.run(request).await;
    };
    let path = request.uri().path();
    let own = place(visit.session.as_ref()).await;
    // Choosing a language is for everyone; `/mine` leads to the questions.
    let open = ["/mine", "/mine/back", "/choices"].contains(&path) || own.as_deref() == Some(path);
    if open {
        return next.run(request).await;
    }
    let mut response = StatusCode::FORBIDDEN.into_response();
    let fault = Fault::of(StatusCode::FORBIDDEN, "refusal-handed-over");
    response.extensions_mut().insert(Arc::new(fault));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_a_few_digits() {
        for pin in ["1234", "12345678"] {
            assert!(check_pin(pin).is_ok());
        }
        for pin in ["", "123", "123456789", "12a4", "١٢٣٤", "12 34"] {
            assert!(check_pin(pin).is_err(), "{pin}");
        }
    }
}
