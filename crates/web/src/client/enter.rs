//! In by link and code.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum_extra::extract::Form;
use practice::client::Way;
use serde::Deserialize;
use tower_sessions::Session;

use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::{Visit, begin_anew, keys};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/c/{token}", get(show).post(enter))
}

#[derive(Template)]
#[template(path = "client/enter.html")]
struct EnterPage {
    frame: Frame,
    /// Why the code was not taken, or why none can be typed.
    sentence: Option<String>,
    /// Whether a code can be typed.
    open: bool,
}

#[derive(Deserialize)]
struct Typed {
    code: String,
}

async fn show(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let way = app.house.client_link(&token, visit.now).await?;
    form(&app, &visit, way).await
}

async fn form(app: &App, visit: &Visit, way: Option<Way>) -> Answer {
    let phone = visit.terms(app).await.map(|terms| terms.phone).unwrap_or_default();
    let (status, sentence) = match way {
        None | Some(Way::In(_)) => (StatusCode::OK, None),
        Some(Way::Wrong(left)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Some(visit.words.with("refusal-code-wrong").a("left", left)))
        }
        Some(Way::Locked(minutes)) => (
            StatusCode::TOO_MANY_REQUESTS,
            Some(visit.words.with("refusal-code-locked").a("minutes", minutes).s("phone", phone)),
        ),
        Some(Way::Expired) => {
            (StatusCode::GONE, Some(visit.words.with("refusal-link-expired").s("phone", phone)))
        }
        Some(Way::Unknown) => (StatusCode::NOT_FOUND, Some(visit.words.with("refusal-link-unknown"))),
    };
    let open = matches!(way, None | Some(Way::Wrong(_)));
    let sentence = sentence.map(|sentence| sentence.to_string());
    let mut answer = page(&EnterPage { frame: visit.frame("entry-title").for_client(), sentence, open });
    *answer.status_mut() = status;
    Ok(answer)
}

async fn enter(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    headers: HeaderMap,
    Path(token): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    match app.house.enter_by_link(&token, &typed.code, visit.now).await? {
        Way::In(participant) => {
            // Whoever used this browser before is out of it: one session is one person.
            begin_anew(&session).await?;
            session.insert(keys::PARTICIPANT, participant.to_string()).await.map_err(inner)?;
            session.insert(keys::AGENT, crate::identity::agent(&headers)).await.map_err(inner)?;
            session.insert(keys::SEEN, visit.now.0).await.map_err(inner)?;
            Ok(Redirect::to("/mine").into_response())
        }
        way => form(&app, &visit, Some(way)).await,
    }
}

fn inner(error: tower_sessions::session::Error) -> Fault {
    practice::Error::Inner(format!("session: {error}")).into()
}
