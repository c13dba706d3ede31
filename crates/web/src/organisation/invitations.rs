//! Inviting somebody, by mail or by a link that is shown once; again, and taken back.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::post;
use axum_extra::extract::Form;
use method::ids::{InvitationId, TeamId};
use practice::identity::invitations::{Made, Road};
use serde::Deserialize;

use super::{Said, form, roles};
use crate::app::App;
use crate::fault::{Answer, Fault};
use crate::form::mend;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/people/invitations", post(invite))
        .route("/people/invitations/{id}/again", post(again))
        .route("/people/invitations/{id}/end", post(end))
}

#[derive(Deserialize)]
struct Invite {
    email: String,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default)]
    team: String,
    #[serde(default)]
    go: String,
}

#[derive(Deserialize)]
struct Again {
    #[serde(default)]
    go: String,
}

/// By mail only when that was asked.
fn road(go: &str) -> Road {
    Road::parse(go).unwrap_or(Road::Hand)
}

async fn invite(State(app): State<App>, staff: Staff, Form(typed): Form<Invite>) -> Answer {
    let (roles, team) = (roles(&typed.roles), TeamId::parse(&typed.team));
    let done = app.house.invite(&staff.caller, &typed.email, &roles, team, road(&typed.go)).await;
    match mend(done, staff.visit.words)? {
        Ok(made) => told(&app, &staff, made).await,
        Err(wrong) => form(&app, &staff, Said { email: typed.email, wrong, ..Said::default() }).await,
    }
}

async fn again(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(typed): Form<Again>,
) -> Answer {
    let made = app.house.invite_again(&staff.caller, invitation(&id)?, road(&typed.go)).await?;
    told(&app, &staff, made).await
}

async fn told(app: &App, staff: &Staff, made: Made) -> Answer {
    match made {
        Made::Mailed => Ok(Redirect::to("/people#invited").into_response()),
        Made::Token(token) => {
            form(app, staff, Said { link: Some(format!("/invitation/{token}")), ..Said::default() }).await
        }
    }
}

async fn end(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    app.house.end_invitation(&staff.caller, invitation(&id)?).await?;
    Ok(Redirect::to("/people").into_response())
}

fn invitation(text: &str) -> Result<InvitationId, Fault> {
    InvitationId::parse(text).ok_or_else(Fault::unknown)
}
