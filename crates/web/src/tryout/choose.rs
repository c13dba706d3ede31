//! Choosing one alternative of a conversation, and saying how and how one will know.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum::{Form, Router};
use method::ids::{AlternativeId, ConversationId, TryoutId};
use method::roles::Perspective;
use practice::Error;
use practice::tryout::{Line, Plan, Tryout};
use serde::Deserialize;

use crate::app::{App, page};
use crate::conversation::{show, steps};
use crate::dialogue::view::{Back, Other, Viewer, back, idea_of};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Anyone;
use crate::words::noon;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/tryout", get(list))
        .route("/conversations/{id}/tryout/{alternative}", get(plan).post(keep))
}

/// A tryout that was chosen.
struct Chosen {
    href: String,
    other: Other,
    state: String,
    on: String,
}

#[derive(Template)]
#[template(path = "tryout/choose.html")]
struct ChoosePage {
    frame: Frame,
    back: Back,
    dialogue: String,
    /// Where choosing leads, for the professional; the others read who chooses.
    choosing: Option<String>,
    /// What the choice follows, for the address of choosing.
    follows: String,
    chooser: String,
    chosen: Vec<Chosen>,
    others: Vec<Other>,
}

async fn list(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = show::id(&text)?;
    let overview = app.house.conversation(&anyone.caller, id).await?;
    let lines = app.house.tryouts(&anyone.caller, id).await?;
    let table = app.house.table(&anyone.caller, id).await?;
    let words = anyone.visit.words;
    let viewer = Viewer { words, overview: &overview, table: &table };
    let chosen = |line: &Line| {
        let other = table.alternatives.iter().find(|one| one.id == line.alternative)?;
        Some(Chosen {
            href: format!("/tryouts/{}", line.id),
            other: viewer.other(other),
            state: words.t(&format!("tryout-state-{}", line.state.key())),
            on: words.date(&line.on),
        })
    };
    let mine = overview.me == Perspective::Professional;
    // What was tried in this conversation and leads on is what the next choice follows.
    let goes_on = if mine { app.house.chain_to_go_on(&anyone.caller, id).await? } else { None };
    Ok(page(&ChoosePage {
        follows: goes_on.map_or_else(String::new, |(before, _)| format!("?follows={before}")),
        frame: anyone.visit.frame("tryout-title"),
        back: back(&anyone, &overview),
        dialogue: format!("/conversations/{id}/dialogue"),
        choosing: mine.then(|| format!("/conversations/{id}/tryout")),
        chooser: steps::person(words, &overview, Perspective::Professional),
        chosen: lines.iter().filter_map(chosen).collect(),
        others: table.alternatives.iter().map(|one| viewer.other(one)).collect(),
    }))
}

#[derive(Clone, Debug, Default, Deserialize)]
struct PlanForm {
    #[serde(default)]
    doing: String,
    #[serde(default)]
    when: String,
    #[serde(default)]
    because: String,
    #[serde(default)]
    noticing: String,
    #[serde(default)]
    who: String,
    /// The day it is meant for, as a date field gives it.
    #[serde(default)]
    planned_on: String,
    /// Which tryout it follows.
    #[serde(default)]
    follows: String,
}

impl PlanForm {
    /// What was planned the time before, to go on from.
    fn after(before: &Tryout) -> Self {
        let plan = before.plan.clone();
        Self {
            doing: plan.doing,
            when: String::new(),
            because: plan.because,
            noticing: plan.noticing,
            who: plan.who,
            planned_on: String::new(),
            follows: before.id.to_string(),
        }
    }

    fn read(self) -> practice::Result<Plan> {
        let planned_on = match self.planned_on.trim() {
            "" => None,
            text => Some(noon(text).ok_or(Error::invalid("planned_on", "invalid-date"))?),
        };
        Ok(Plan {
            doing: self.doing,
            when: self.when,
            because: self.because,
            noticing: self.noticing,
            who: self.who,
            planned_on,
            follows: TryoutId::parse(&self.follows),
        })
    }
}

/// What the address asks for.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    follows: String,
}

/// A field of the plan, in the order in which people think.
struct Field {
    name: &'static str,
    label: String,
    value: String,
    required: bool,
}

#[derive(Template)]
#[template(path = "tryout/plan.html")]
struct PlanPage {
    frame: Frame,
    back: String,
    /// The address of this form, without what was asked of it.
    here: String,
    other: Other,
    fields: Vec<Field>,
    planned_on: String,
    follows: String,
    wrong: Wrong,
}

fn alternative(text: &str) -> Result<AlternativeId, Fault> {
    AlternativeId::parse(text).ok_or_else(Fault::unknown)
}

async fn plan(
    State(app): State<App>,
    anyone: Anyone,
    Path((id, which)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let typed = match TryoutId::parse(&asked.follows) {
        Some(before) => PlanForm::after(&app.house.tryout(&anyone.caller, before).await?),
        None => PlanForm::default(),
    };
    form(&app, &anyone, show::id(&id)?, alternative(&which)?, typed, Wrong::default()).await
}

async fn form(
    app: &App,
    anyone: &Anyone,
    id: ConversationId,
    which: AlternativeId,
    typed: PlanForm,
    wrong: Wrong,
) -> Answer {
    let overview = app.house.conversation(&anyone.caller, id).await?;
    let chosen = app.house.alternative(&anyone.caller, id, which).await?;
    if overview.me != Perspective::Professional {
        return Err(method::Refusal::NotInvited.into());
    }
    let words = anyone.visit.words;
    let field = |n: usize, name: &'static str, value: String, required: bool| Field {
        name,
        label: words.t(&format!("tryout-field-{n}")),
        value,
        required,
    };
    Ok(page(&PlanPage {
        frame: anyone.visit.frame("tryout-plan-title"),
        back: format!("/conversations/{id}/tryout"),
        here: format!("/conversations/{id}/tryout/{which}"),
        other: Other {
            id: chosen.id,
            about: String::new(),
            idea_of: idea_of(words, &overview, chosen.idea_of),
            intention: chosen.intention,
            words: chosen.words,
            might: chosen.might,
            asks: chosen.asks,
            change: None,
            keep: None,
        },
        fields: vec![
            field(1, "doing", typed.doing, true),
            field(2, "when", typed.when, false),
            field(3, "because", typed.because, false),
            field(4, "noticing", typed.noticing, true),
            field(5, "who", typed.who, false),
        ],
        planned_on: typed.planned_on,
        follows: typed.follows,
        wrong,
    }))
}

async fn keep(
    State(app): State<App>,
    anyone: Anyone,
    Path((id, which)): Path<(String, String)>,
    Form(typed): Form<PlanForm>,
) -> Answer {
    let (id, which) = (show::id(&id)?, alternative(&which)?);
    let done = match typed.clone().read() {
        Ok(plan) => app.house.plan_tryout(&anyone.caller, id, which, &plan).await,
        Err(error) => Err(error),
    };
    match mend(done, anyone.visit.words)? {
        Ok(tryout) => Ok(Redirect::to(&format!("/tryouts/{tryout}")).into_response()),
        Err(wrong) => {
            let page = form(&app, &anyone, id, which, typed, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
