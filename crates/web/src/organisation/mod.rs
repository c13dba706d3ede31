//! Administration of people and places: members, roles, teams, invitations. Nothing of content.

mod invitations;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum_extra::extract::Form;
use method::ids::{MemberId, TeamId};
use method::roles::Role;
use practice::identity::Listed;
use practice::identity::invitations::Invited;
use serde::Deserialize;

use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Staff;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(invitations::routes())
        .route("/people", get(show))
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
    /// Invitations that somebody can still come in by, and those that came to an end lately.
    open: Vec<Invited>,
    over: Vec<Invited>,
    /// Whether mail can be sent from here.
    mail: bool,
    /// Where people find this installation, to show a link whole.
    address: String,
    /// The link of an invitation that was just made; shown once.
    link: Option<String>,
    email: String,
    wrong: Wrong,
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
    let invitations = app.house.invitations(&staff.caller).await?;
    let (open, over) = invitations.into_iter().partition(|invited| invited.open);
    Ok(page(&PeoplePage {
        members: app.house.members(&staff.caller).await?,
        teams: app.house.teams(&staff.caller).await?,
        open,
        over,
        mail: app.house.settings.mail,
        address: app.house.settings.address.clone().unwrap_or_default(),
        frame: staff.visit.frame("people-title"),
        link: said.link,
        email: said.email,
        wrong: said.wrong,
    }))
}

fn roles(words: &[String]) -> Vec<Role> {
    words.iter().filter_map(|word| Role::parse(word)).collect()
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
