//! Choosing one alternative of a conversation, and saying how and how one will know.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum::{Form, Router};
use method::ids::{AlternativeId, ConversationId};
use method::roles::Perspective;
use practice::tryout::{Line, Plan};
use serde::Deserialize;

use crate::app::{App, page};
use crate::conversation::{show, steps};
use crate::dialogue::view::{Back, Other, Viewer, back, idea_of};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Anyone;

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
    Ok(page(&ChoosePage {
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
    other: Other,
    fields: Vec<Field>,
    wrong: Wrong,
}

fn alternative(text: &str) -> Result<AlternativeId, Fault> {
    AlternativeId::parse(text).ok_or_else(Fault::unknown)
}

async fn plan(State(app): State<App>, anyone: Anyone, Path((id, which)): Path<(String, String)>) -> Answer {
    form(&app, &anyone, show::id(&id)?, alternative(&which)?, PlanForm::default(), Wrong::default()).await
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
    let t = typed.clone();
    let plan = Plan { doing: t.doing, when: t.when, because: t.because, noticing: t.noticing, who: t.who };
    match mend(app.house.plan_tryout(&anyone.caller, id, which, &plan).await, anyone.visit.words)? {
        Ok(tryout) => Ok(Redirect::to(&format!("/tryouts/{tryout}")).into_response()),
        Err(wrong) => {
            let page = form(&app, &anyone, id, which, typed, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
