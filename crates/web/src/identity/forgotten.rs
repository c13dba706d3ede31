//! A password that somebody forgot: asking for a link by mail, and choosing another by it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Form, Router};
use method::Refusal;
use practice::Error;
use practice::identity::forgotten::Asked;
use serde::Deserialize;

use super::arrival::Arrival;
use super::sign_in::wait;
use crate::app::{App, page};
use crate::fault::Answer;
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Visit;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in/forgotten", get(show).post(ask))
        .route("/sign-in/forgotten/{token}", get(opened).post(choose))
}

/// What somebody who forgot their password can do here.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Way {
    /// Ask for a link.
    Mail,
    /// Nothing by themselves: there is no mail.
    Ask,
    /// Go to the organisation's own provider, which people call this.
    Provider(String),
}

#[derive(Template)]
#[template(path = "identity/forgotten.html")]
struct ForgottenPage {
    frame: Frame,
    way: Way,
    email: String,
    asked: bool,
    wrong: Wrong,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Open,
    Done,
    Dead,
}

#[derive(Template)]
#[template(path = "identity/new_password.html")]
struct NewPasswordPage {
    frame: Frame,
    link: Link,
    wrong: Wrong,
}

#[derive(Deserialize)]
struct Typed {
    email: String,
}

#[derive(Deserialize)]
struct Chosen {
    password: String,
}

impl ForgottenPage {
    fn of(app: &App, visit: &Visit) -> Self {
        let provider = app.provider.as_ref().filter(|_| app.house.provider_required());
        let way = match provider {
            Some(provider) => Way::Provider(provider.name().to_owned()),
            None if app.house.sends_password_links() => Way::Mail,
            None => Way::Ask,
        };
        let frame = visit.frame("forgotten-title");
        Self { frame, way, email: String::new(), asked: false, wrong: Wrong::default() }
    }
}

async fn show(State(app): State<App>, visit: Visit) -> Answer {
    Ok(page(&ForgottenPage::of(&app, &visit)))
}

async fn ask(State(app): State<App>, visit: Visit, arrival: Arrival, Form(typed): Form<Typed>) -> Answer {
    let shown = ForgottenPage::of(&app, &visit);
    if shown.way != Way::Mail {
        return Ok(page(&shown));
    }
    let asked = app.house.ask_password_link(&typed.email, &arrival.whence(), visit.now).await;
    let (status, wrong) = match mend(asked, visit.words)? {
        Ok(Asked::Heard) => return Ok(page(&ForgottenPage { asked: true, ..shown })),
        Ok(Asked::Wait(ms)) => (StatusCode::TOO_MANY_REQUESTS, Wrong::of("email", wait(visit.words, ms))),
        Err(wrong) => (StatusCode::UNPROCESSABLE_ENTITY, wrong),
    };
    Ok((status, page(&ForgottenPage { email: typed.email, wrong, ..shown })).into_response())
}

fn new_password(visit: &Visit, link: Link, wrong: Wrong) -> Response {
    page(&NewPasswordPage { frame: visit.frame("new-password-title"), link, wrong })
}

/// What was used, what is over and what never was look alike.
fn dead(visit: &Visit) -> Response {
    (StatusCode::NOT_FOUND, new_password(visit, Link::Dead, Wrong::default())).into_response()
}

async fn opened(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    match app.house.password_link(&token, visit.now).await {
        Ok(()) => Ok(new_password(&visit, Link::Open, Wrong::default())),
        Err(Error::Refused(Refusal::Unknown)) => Ok(dead(&visit)),
        Err(other) => Err(other.into()),
    }
}

async fn choose(
    State(app): State<App>,
    visit: Visit,
    arrival: Arrival,
    Path(token): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let whence = arrival.whence();
    let done = app.house.choose_password_by_link(&token, chosen.password, &whence, visit.now).await;
    if matches!(done, Err(Error::Refused(Refusal::Unknown))) {
        return Ok(dead(&visit));
    }
    Ok(match mend(done, visit.words)? {
        Ok(()) => new_password(&visit, Link::Done, Wrong::default()),
        Err(wrong) => {
            (StatusCode::UNPROCESSABLE_ENTITY, new_password(&visit, Link::Open, wrong)).into_response()
        }
    })
}
