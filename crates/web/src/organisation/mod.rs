//! Administration of people and places: members, roles, teams, invitations. Nothing of content.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum_extra::extract::Form;
use method::ids::{InvitationId, MemberId, TeamId};
use method::roles::Role;
use method::time::Stamp;
use practice::identity::Listed;
use serde::Deserialize;

use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Staff;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/people", get(show))
        .route("/people/invitations", post(invite))
        .route("/people/invitations/{id}/end", post(end_invitation))
        .route("/people/teams", post(add_team))
        .route("/people/{id}/roles", post(change_roles))
        .route("/people/{id}/team", post(set_team))
        .route("/people/{id}/ended", post(set_ended))
}

#[derive(Template)]
#[template(path = "organisation/people.html")]
struct PeoplePage {
    frame: Frame,
    members: Vec<Listed>,
    teams: Vec<(TeamId, String)>,
    invitations: Vec<(String, String, Stamp)>,
    /// The link of an invitation that was just made; shown once.
    link: Option<String>,
    email: String,
    wrong: Wrong,
}

#[derive(Deserialize)]
struct Invite {
    email: String,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default)]
    team: String,
}

#[derive(Deserialize)]
struct Roles {
    #[serde(default)]
    roles: Vec<String>,
}

#[derive(Deserialize)]
struct Team {
    team: String,
}

#[derive(Deserialize)]
struct Ended {
    ended: bool,
}

#[derive(Default)]
struct Said {
    link: Option<String>,
    email: String,
    wrong: Wrong,
}

async fn show(State(app): State<App>, staff: Staff) -> Answer {
    form(&app, &staff, Said::default()).await
}

async fn form(app: &App, staff: &Staff, said: Said) -> Answer {
    Ok(page(&PeoplePage {
        members: app.house.members(&staff.caller).await?,
        teams: app.house.teams(&staff.caller).await?,
        invitations: app.house.invitations(&staff.caller).await?,
        frame: staff.visit.frame("people-title"),
        link: said.link,
        email: said.email,
        wrong: said.wrong,
    }))
}

fn roles(words: &[String]) -> Vec<Role> {
    words.iter().filter_map(|word| Role::parse(word)).collect()
}

async fn invite(State(app): State<App>, staff: Staff, Form(typed): Form<Invite>) -> Answer {
    let team = TeamId::parse(&typed.team);
    let done = app.house.invite(&staff.caller, &typed.email, &roles(&typed.roles), team).await;
    let said = match mend(done, staff.visit.words)? {
        Ok(token) => Said { link: Some(format!("/invitation/{token}")), ..Said::default() },
        Err(wrong) => Said { email: typed.email, wrong, ..Said::default() },
    };
    form(&app, &staff, said).await
}

async fn end_invitation(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let id = InvitationId::parse(&id).ok_or_else(Fault::unknown)?;
    app.house.end_invitation(&staff.caller, id).await?;
    Ok(Redirect::to("/people").into_response())
}

async fn add_team(State(app): State<App>, staff: Staff, Form(typed): Form<Team>) -> Answer {
    let done = app.house.add_team(&staff.caller, &typed.team).await;
    back_or_say(&app, &staff, done.map(|_| ())).await
}

async fn change_roles(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(typed): Form<Roles>,
) -> Answer {
    let done = app.house.change_roles(&staff.caller, member(&id)?, &roles(&typed.roles)).await;
    back_or_say(&app, &staff, done).await
}

async fn set_team(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(typed): Form<Team>,
) -> Answer {
    let done = app.house.set_team(&staff.caller, member(&id)?, TeamId::parse(&typed.team)).await;
    back_or_say(&app, &staff, done).await
}

async fn set_ended(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(typed): Form<Ended>,
) -> Answer {
    let done = app.house.set_member_ended(&staff.caller, member(&id)?, typed.ended).await;
    back_or_say(&app, &staff, done).await
}

fn member(text: &str) -> Result<MemberId, Fault> {
    MemberId::parse(text).ok_or_else(Fault::unknown)
}

async fn back_or_say(app: &App, staff: &Staff, done: practice::Result<()>) -> Answer {
    match mend(done, staff.visit.words)? {
        Ok(()) => Ok(Redirect::to("/people").into_response()),
        Err(wrong) => form(app, staff, Said { wrong, ..Said::default() }).await,
    }
}
