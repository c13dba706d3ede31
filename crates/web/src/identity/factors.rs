//! What one proves oneself with: the app that shows codes, codes on paper, the password.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use practice::identity::factors::Factors;
use practice::identity::passkeys::Shown;
use qrcode::QrCode;
use qrcode::render::svg;
use serde::Deserialize;
use tower_sessions::Session;

use super::passkey;
use super::second::AppPage;
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, done_or_form, mend};
use crate::frame::Frame;
use crate::visit::{Staff, Visit};

/// With so many codes on paper left one is told to make new ones.
pub(super) const FEW: i64 = 3;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/account/second", get(show))
        .route("/account/second/app", get(awaited).post(renew))
        .route("/account/second/app/check", post(check))
        .route("/account/second/app/remove", post(remove))
        .route("/account/second/codes", post(new_codes))
        .route("/account/password", get(password).post(change_password))
}

#[derive(Template)]
#[template(path = "identity/factors.html")]
struct FactorsPage {
    frame: Frame,
    factors: Factors,
    passkeys: Vec<Shown>,
    /// Whether passkeys work at this address.
    here: bool,
    few: bool,
    wrong: Wrong,
}

#[derive(Template)]
#[template(path = "identity/codes.html")]
struct CodesPage {
    frame: Frame,
    codes: Vec<String>,
    next: String,
}

#[derive(Template)]
#[template(path = "identity/password.html")]
struct PasswordPage {
    frame: Frame,
    wrong: Wrong,
    done: bool,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Passwords {
    old: String,
    password: String,
}

/// An address as a picture to scan.
pub(super) fn picture(address: &str) -> Result<String, Fault> {
    let code = QrCode::new(address.as_bytes()).map_err(|e| practice::Error::Inner(format!("qr: {e}")))?;
    let mut drawing = code.render::<svg::Color<'_>>();
    drawing.min_dimensions(200, 200).dark_color(svg::Color("#000")).light_color(svg::Color("#fff"));
    let drawn = drawing.build();
    let start = drawn.find("<svg").unwrap_or(0);
    Ok(drawn.get(start..).unwrap_or_default().replacen("<svg", "<svg aria-hidden=\"true\"", 1))
}

/// Codes on paper, shown once.
pub(super) fn codes(visit: &Visit, codes: Vec<String>, next: &str) -> Response {
    page(&CodesPage { frame: visit.frame("codes-title"), codes, next: next.to_owned() })
}

async fn show(State(app): State<App>, staff: Staff, headers: HeaderMap) -> Answer {
    form(&app, &staff, &headers, Wrong::default()).await
}

async fn form(app: &App, staff: &Staff, headers: &HeaderMap, wrong: Wrong) -> Answer {
    let passkeys = app.house.passkeys(&staff.caller).await?;
    let here = passkey::origin(app, headers).is_some();
    let factors = app.house.factors(&staff.caller).await?;
    let few = factors.second() && factors.codes_left <= FEW;
    Ok(page(&FactorsPage { frame: staff.visit.frame("factors-title"), factors, passkeys, here, few, wrong }))
}

async fn awaited(State(app): State<App>, staff: Staff) -> Answer {
    await_form(&app, &staff, Wrong::default()).await
}

async fn await_form(app: &App, staff: &Staff, wrong: Wrong) -> Answer {
    let awaited = app.house.awaited_app(&staff.caller).await?;
    let picture = picture(&awaited.address)?;
    let frame = staff.visit.frame("second-make-title");
    Ok(page(&AppPage { frame, awaited, picture, wrong, action: "/account/second/app/check", must: false }))
}

async fn renew(State(app): State<App>, staff: Staff) -> Answer {
    app.house.await_app(&staff.caller).await?;
    Ok(Redirect::to("/account/second/app").into_response())
}

async fn check(State(app): State<App>, staff: Staff, Form(typed): Form<Code>) -> Answer {
    match mend(app.house.take_app(&staff.caller, &typed.code).await, staff.visit.words)? {
        Ok(Some(given)) => Ok(codes(&staff.visit, given, "/account/second")),
        Ok(None) => Ok(Redirect::to("/account/second").into_response()),
        Err(wrong) => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, await_form(&app, &staff, wrong).await?).into_response())
        }
    }
}

async fn remove(State(app): State<App>, staff: Staff, headers: HeaderMap) -> Answer {
    let done = app.house.remove_app(&staff.caller).await;
    back_or_say(&app, &staff, &headers, done).await
}

pub(super) async fn back_or_say(
    app: &App,
    staff: &Staff,
    headers: &HeaderMap,
    done: practice::Result<()>,
) -> Answer {
    let back = |()| "/account/second".to_owned();
    done_or_form(done, staff.visit.words, back, async |wrong| form(app, staff, headers, wrong).await).await
}

async fn new_codes(State(app): State<App>, staff: Staff, headers: HeaderMap) -> Answer {
    match mend(app.house.new_codes(&staff.caller).await, staff.visit.words)? {
        Ok(given) => Ok(codes(&staff.visit, given, "/account/second")),
        Err(wrong) => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, form(&app, &staff, &headers, wrong).await?).into_response())
        }
    }
}

async fn password(staff: Staff) -> Answer {
    Ok(password_form(&staff, Wrong::default(), false))
}

fn password_form(staff: &Staff, wrong: Wrong, done: bool) -> Response {
    page(&PasswordPage { frame: staff.visit.frame("password-title"), wrong, done })
}

async fn change_password(
    State(app): State<App>,
    staff: Staff,
    session: Session,
    Form(typed): Form<Passwords>,
) -> Answer {
    let kept = session.id().map(|id| practice::secrets::fingerprint(&id.to_string())).unwrap_or_default();
    let done = app.house.change_password(&staff.caller, typed.old, typed.password, &kept).await;
    Ok(match mend(done, staff.visit.words)? {
        Ok(()) => password_form(&staff, Wrong::default(), true),
        Err(wrong) => (StatusCode::UNPROCESSABLE_ENTITY, password_form(&staff, wrong, false)).into_response(),
    })
}
