//! The second step of signing in: a code of the app or from paper; or making one, for who may not be without.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use method::ids::MemberId;
use method::time::Stamp;
use practice::Caller;
use practice::identity::factors::{Awaited, Proven, Typed};
use serde::Deserialize;
use tower_sessions::Session;

use super::arrival::Arrival;
use super::factors::{self, FEW};
use super::passkey;
use super::sign_in::{Coming, inner, put_in, wait};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::{Visit, back, keys};

/// How long one may stand halfway, in minutes.
const HALF_MINUTES: i64 = 15;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/sign-in/second", get(show).post(prove))
}

#[derive(Template)]
#[template(path = "identity/second.html")]
struct SecondPage {
    frame: Frame,
    wrong: Wrong,
    /// Whether they have a passkey that works here.
    passkey: bool,
}

#[derive(Template)]
#[template(path = "identity/app.html")]
pub(super) struct AppPage {
    pub(super) frame: Frame,
    pub(super) awaited: Awaited,
    /// The address as a picture to scan: an SVG.
    pub(super) picture: String,
    pub(super) wrong: Wrong,
    /// Where the first code goes.
    pub(super) action: &'static str,
    /// Whether it is made on the way in.
    pub(super) must: bool,
}

#[derive(Deserialize)]
struct Code {
    #[serde(default)]
    code: String,
    #[serde(default)]
    passkey: String,
}

/// Whoever stands halfway, if not for too long.
async fn half(app: &App, visit: &Visit) -> Result<Option<Caller>, Fault> {
    let Some(session) = &visit.session else { return Ok(None) };
    let id = session.get::<String>(keys::HALF).await.map_err(inner)?;
    let since = session.get::<i64>(keys::HALF_SINCE).await.map_err(inner)?;
    let since = since.filter(|since| visit.now.0 - since < HALF_MINUTES * 60_000).map(Stamp);
    let Some((id, since)) = id.as_deref().and_then(MemberId::parse).zip(since) else { return Ok(None) };
    Ok(app.house.halfway(id, since).await?.map(|member| Caller::member(member, visit.now)))
}

fn again() -> Response {
    Redirect::to("/sign-in").into_response()
}

async fn show(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Answer {
    match half(&app, &visit).await? {
        Some(caller) => form(&app, &visit, &headers, &caller, Wrong::default()).await,
        None => Ok(again()),
    }
}

async fn form(app: &App, visit: &Visit, headers: &HeaderMap, caller: &Caller, wrong: Wrong) -> Answer {
    let factors = app.house.factors(caller).await?;
    if factors.second() {
        let passkey = factors.passkeys > 0 && passkey::origin(app, headers).is_some();
        return Ok(page(&SecondPage { frame: visit.frame("second-title"), wrong, passkey }));
    }
    let awaited = app.house.awaited_app(caller).await?;
    let picture = factors::picture(&awaited.address)?;
    let frame = visit.frame("second-make-title");
    Ok(page(&AppPage { frame, awaited, picture, wrong, action: "/sign-in/second", must: true }))
}

async fn prove(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    arrival: Arrival,
    headers: HeaderMap,
    Form(typed): Form<Code>,
) -> Answer {
    let Some(caller) = half(&app, &visit).await? else { return Ok(again()) };
    let next = session.get::<String>(keys::HALF_NEXT).await.map_err(inner)?.unwrap_or_default();
    let next = if back(&next) == "/" { "/home".to_owned() } else { back(&next).to_owned() };
    let words = visit.words;
    let sorry = async |status, sentence| {
        let wrong = Wrong::of("code", sentence);
        Ok((status, form(&app, &visit, &headers, &caller, wrong).await?).into_response())
    };
    if !app.house.factors(&caller).await?.second() {
        return match mend(app.house.take_app(&caller, &typed.code).await, words)? {
            Ok(codes) => {
                let coming = Coming { visit: visit.clone(), arrival, headers: headers.clone() };
                let jar = into(&app, &session, &caller, &coming).await?;
                let shown = factors::codes(&visit, codes.unwrap_or_default(), &next);
                Ok((jar, shown).into_response())
            }
            Err(wrong) => {
                sorry(StatusCode::UNPROCESSABLE_ENTITY, wrong.any().unwrap_or_default().to_owned()).await
            }
        };
    }
    let proof = if typed.passkey.is_empty() {
        Typed::Code(typed.code)
    } else {
        let here = passkey::origin(&app, &headers);
        match passkey::answered(here, &session, keys::PASSKEY, &visit, typed.passkey).await? {
            Some(said) => Typed::Passkey(said),
            None => Typed::Code(String::new()),
        }
    };
    let left = match app.house.prove(&caller, proof, &arrival.whence()).await? {
        Proven::Wrong => {
            return sorry(StatusCode::UNPROCESSABLE_ENTITY, words.t("invalid-code")).await;
        }
        Proven::Wait(ms) => return sorry(StatusCode::TOO_MANY_REQUESTS, wait(words, ms)).await,
        Proven::ByPaper(left) => left,
        Proven::Yes => i64::MAX,
    };
    let coming = Coming { visit, arrival, headers };
    let jar = into(&app, &session, &caller, &coming).await?;
    // Whoever has few codes on paper left is told so first.
    let next = if left <= FEW { "/account/second".to_owned() } else { next };
    Ok((jar, Redirect::to(&next)).into_response())
}

async fn into(
    app: &App,
    session: &Session,
    caller: &Caller,
    coming: &Coming,
) -> Result<axum_extra::extract::CookieJar, Fault> {
    let there = session.get::<String>(keys::HALF_PROVIDER).await.map_err(inner)?;
    let jar = put_in(app, session, caller.account()?, coming).await?;
    if let Some(there) = there {
        session.insert(keys::PROVIDER_SID, there).await.map_err(inner)?;
    }
    session.insert(keys::CONFIRMED, coming.visit.now.0).await.map_err(inner)?;
    Ok(jar)
}
