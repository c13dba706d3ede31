//! A tryout on paper: the plan with what came of it so far, and the pocket card.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use practice::papers::{Field, Filled, Group, Plan, Pocket, Sheet};

use super::show::{Said, id, plan, voices};
use crate::app::App;
use crate::fault::Answer;
use crate::papers::{self, Asked};
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/tryouts/{id}/plan/paper", get(whole)).route("/tryouts/{id}/card/paper", get(card))
}

fn fields(said: impl IntoIterator<Item = Said>) -> Vec<Field> {
    said.into_iter().map(|said| Field::filled(said.question, &said.answer, 1)).collect()
}

async fn whole(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let id = id(&text)?;
    let tryout = app.house.tryout(&anyone.caller, id).await?;
    let overview = app.house.conversation(&anyone.caller, tryout.conversation).await?;
    let words = asked.of(anyone.visit.words);
    let mut items = vec![Field::filled(words.t("alternative-field-3"), &tryout.alternative.words, 0)];
    items.extend(fields(plan(words, &tryout)));
    let told = voices(words, &overview, &tryout).into_iter();
    let mut after: Vec<_> = told
        .map(|voice| Group {
            title: voice.who.name,
            items: fields(voice.said.into_iter().chain(voice.rating)),
        })
        .collect();
    if after.is_empty() {
        // Nothing was told yet: then there is room to.
        after = papers::plan(words).after;
    }
    if let Some(verdict) = tryout.verdict() {
        let note = tryout.verdict_note.as_deref().unwrap_or_default();
        let said = format!("{}\n{note}", words.t(&format!("tryout-verdict-{verdict}")));
        let items = vec![Field::filled(words.t("tryout-verdict-q"), &said, 0)];
        after.push(Group { title: words.t("tryout-step-verdict"), items });
    }
    let sheet = Sheet::Plan(Plan {
        lead: tryout.alternative.intention.clone(),
        plan: Group { title: words.t("tryout-plan-title"), items },
        after,
        verdict: None,
    });
    let paper = papers::with(words, "papers-name-plan", anyone.visit.now, sheet);
    let title = paper.title.clone();
    let pdf = app.house.filled_paper(&anyone.caller, Filled::Plan(id), paper).await?;
    Ok(papers::download(&title, pdf))
}

/// The card is the professional's own, as it is on the screen.
async fn card(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let id = id(&text)?;
    let tryout = app.house.tryout(&anyone.caller, id).await?;
    let words = asked.of(anyone.visit.words);
    let on = tryout.next.map(|(_, on)| on).or(tryout.plan.planned_on);
    let said = [
        ("alternative-field-3", &tryout.alternative.words),
        ("tryout-field-1", &tryout.plan.doing),
        ("tryout-field-4", &tryout.plan.noticing),
        ("alternative-field-2", &tryout.alternative.intention),
    ];
    let sheet = Sheet::Pocket(Pocket {
        cut: words.t("papers-pocket-cut"),
        title: words.t("tryout-card"),
        day: on.map(|on| words.date(&on)),
        fields: said.into_iter().map(|(key, value)| Field::filled(words.t(key), value, 1)).collect(),
        count: 1,
    });
    let paper = papers::with(words, "papers-name-pocket", anyone.visit.now, sheet);
    let title = paper.title.clone();
    let pdf = app.house.filled_paper(&anyone.caller, Filled::Pocket(id), paper).await?;
    Ok(papers::download(&title, pdf))
}
