//! Going along and handing over, for the professional on their journey and for the coach on pages of their own.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::ids::MemberId;
use method::journey::handover::{Move, Side, Stage};
use practice::journey::{Accompanied, Done, Going};
use serde::Deserialize;

use super::show::{id, render_wrong};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::done_or_form;
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/journeys/{id}/coach", post(set_coach))
        .route("/journeys/{id}/sharing", post(share))
        .route("/journeys/{id}/handover", post(hand_over))
        .route("/coaching", get(list))
        .route("/coaching/{id}", get(accompany))
}

/// How far the hand-over is, in words, with what this reader can do.
pub(super) struct Told {
    /// Which step of three it is at, for the picture: `with-coach`, `proposed`, `independent`.
    pub(super) at: &'static str,
    pub(super) line: String,
    /// What can be done: the step's word and what the button says.
    pub(super) acts: Vec<(&'static str, String)>,
    /// What was done so far.
    pub(super) history: Vec<String>,
}

pub(super) fn told(words: Words, going: &Going) -> Option<Told> {
    let coach = &going.coach.as_ref()?.1;
    let (me, other) = match going.me {
        Side::Professional => ("pro", coach),
        Side::Coach => ("coach", &going.owner),
    };
    let (at, key) = match going.stage {
        Stage::WithCoach => ("with-coach", "with"),
        Stage::Independent => ("independent", "alone"),
        stage if stage.proposed_by() == Some(going.me) => ("proposed", "mine"),
        _ => ("proposed", "theirs"),
    };
    let can = |step: &Move| going.closed.is_none() && going.stage.after(*step, going.me).is_ok();
    let act = |step: &Move| {
        let said =
            if *step == Move::Return { format!("handover-return-{key}") } else { format!("handover-{step}") };
        (step.key(), words.t(&said))
    };
    let done = |one: &Done| {
        let who = if one.by == Side::Professional { &going.owner } else { coach };
        words
            .with(&format!("handover-did-{}", one.stage))
            .s("name", who)
            .s("date", words.date(&one.at))
            .to_string()
    };
    Some(Told {
        at,
        line: words.with(&format!("handover-{key}-{me}")).s("name", other).to_string(),
        acts: Move::ALL.iter().filter(|step| can(step)).map(act).collect(),
        history: going.history.iter().map(done).collect(),
    })
}

#[derive(Deserialize)]
struct Coach {
    #[serde(default)]
    coach: String,
}

async fn set_coach(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(typed): Form<Coach>,
) -> Answer {
    let journey = id(&text)?;
    let done = match (typed.coach.is_empty(), MemberId::parse(&typed.coach)) {
        (true, _) => app.house.set_journey_coach(&staff.caller, journey, None).await,
        (false, Some(coach)) => app.house.set_journey_coach(&staff.caller, journey, Some(coach)).await,
        (false, None) => Err(practice::Error::invalid("coach", "invalid-coach")),
    };
    done_or_form(
        done,
        staff.visit.words,
        |()| format!("/journeys/{journey}#going-h"),
        async |wrong| render_wrong(&app, &staff, journey, wrong).await,
    )
    .await
}

#[derive(Deserialize)]
struct Sharing {
    #[serde(default)]
    shares: String,
}

async fn share(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(typed): Form<Sharing>,
) -> Answer {
    let journey = id(&text)?;
    app.house.share_question(&staff.caller, journey, typed.shares == "yes").await?;
    Ok(Redirect::to(&format!("/journeys/{journey}#going-h")).into_response())
}

#[derive(Deserialize)]
struct Step {
    #[serde(default)]
    step: String,
}

async fn hand_over(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(typed): Form<Step>,
) -> Answer {
    let journey = id(&text)?;
    let me = app.house.going(&staff.caller, journey).await?.me;
    let step = Move::parse(&typed.step)
        .ok_or(Fault::of(axum::http::StatusCode::UNPROCESSABLE_ENTITY, "invalid-choice"))?;
    app.house.hand_over(&staff.caller, journey, step).await?;
    let to = match me {
        Side::Professional => format!("/journeys/{journey}#going-h"),
        Side::Coach => format!("/coaching/{journey}"),
    };
    Ok(Redirect::to(&to).into_response())
}

#[derive(Template)]
#[template(path = "journey/coaching.html")]
struct CoachingPage {
    frame: Frame,
    /// Address, whose journey, and how far it is.
    rows: Vec<(String, String, String)>,
}

async fn list(State(app): State<App>, staff: Staff) -> Answer {
    let words = staff.visit.words;
    let all = app.house.accompanying(&staff.caller).await?;
    let row = |one: &Accompanied| {
        let line = told(words, &one.going).map_or_else(String::new, |told| told.line);
        let name = words.with("coaching-of").s("name", &one.going.owner).to_string();
        (format!("/coaching/{}", one.id), name, line)
    };
    Ok(page(&CoachingPage {
        frame: staff.visit.frame("coaching-title"),
        rows: all.iter().map(row).collect(),
    }))
}

#[derive(Template)]
#[template(path = "journey/accompany.html")]
struct AccompanyPage {
    frame: Frame,
    handover: String,
    going: Option<Told>,
    question: Option<String>,
    closed: Option<String>,
    together: Vec<(String, String)>,
}

async fn accompany(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let words = staff.visit.words;
    let one = app.house.accompanied(&staff.caller, id(&text)?).await?;
    let title = words.with("coaching-of").s("name", &one.going.owner).to_string();
    Ok(page(&AccompanyPage {
        frame: staff.visit.frame_titled(title),
        handover: format!("/journeys/{}/handover", one.id),
        going: told(words, &one.going),
        closed: one
            .going
            .closed
            .map(|at| words.with("journey-closed").s("date", words.date(&at)).to_string()),
        question: one.question,
        together: one
            .together
            .iter()
            .map(|(id, on)| (format!("/conversations/{id}"), words.date(on)))
            .collect(),
    }))
}
