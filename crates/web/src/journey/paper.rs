//! A journey and a worksheet on paper: their owner's own words, and nobody else's.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use method::tryout::Outcome;
use practice::journey::Sheet as Kept;
use practice::papers::{Field, Filled, Group, Journey, Sheet};

use super::finish::{answered, rounds};
use super::show::id;
use crate::app::App;
use crate::conversation::{show, steps};
use crate::fault::Answer;
use crate::papers::{self, Asked};
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/journeys/{id}/paper", get(journey))
        .route("/conversations/{id}/worksheet/paper", get(worksheet))
}

async fn journey(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let id = id(&text)?;
    let words = asked.of(staff.visit.words);
    let walked = app.house.walked(&staff.caller, id).await?;
    let questions = walked.questions.iter().filter(|one| !one.text.is_empty());
    let mut groups = vec![Group {
        title: words.t("journey-question-h"),
        items: questions.map(|one| Field::filled(words.date(&one.at), &one.text, 0)).collect(),
    }];
    let sheets = [
        (Kept::Intake, "journey-intake-title"),
        (Kept::Handover, "journey-handover-title"),
        (Kept::Close, "journey-close-title"),
    ];
    for (sheet, title) in sheets {
        let said = answered(&app, &staff.caller, words, id, sheet).await?.into_iter();
        let items = said.map(|one| Field::filled(one.question, &one.answer, 0)).collect();
        groups.push(Group { title: words.t(title), items });
    }
    groups.retain(|group| !group.items.is_empty());
    let outcomes = Outcome::ALL.iter().map(|one| words.t(&format!("outcome-{one}")));
    let columns: Vec<String> = [words.t("journey-conversation")]
        .into_iter()
        .chain(outcomes)
        .chain([words.t("tryout-step-verdict")])
        .collect();
    let row = |round: super::finish::Round| {
        let mut cells = vec![round.name];
        cells.extend(round.found.into_iter().map(|(_, said)| said));
        cells.resize(columns.len() - 1, String::new());
        cells.push(steps::listed(words, &round.verdicts));
        cells
    };
    let since = words.with("journey-since").s("date", words.date(&walked.since)).to_string();
    let closed = walked.closed.map(|at| words.with("journey-closed").s("date", words.date(&at)).to_string());
    let sheet = Sheet::Journey(Journey {
        lead: format!("{since} {}", closed.unwrap_or_default()),
        groups,
        rounds_title: words.t("journey-bands-h"),
        rounds: rounds(words, &walked).into_iter().map(row).collect(),
        columns,
    });
    let paper = papers::with(words, "papers-name-journey", staff.visit.now, sheet);
    let title = paper.title.clone();
    let pdf = app.house.filled_paper(&staff.caller, Filled::Journey(id), paper).await?;
    Ok(papers::download(&title, pdf))
}

async fn worksheet(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let id = show::id(&text)?;
    let words = asked.of(staff.visit.words);
    let overview = app.house.conversation(&staff.caller, id).await?;
    let kept = app.house.worksheet(&staff.caller, id).await?;
    let about = format!("{}, {}", steps::name(words, &overview), words.date(&overview.held_on));
    let mut sheet = papers::worksheet(words);
    let values = [about].into_iter().chain(kept.fields);
    for (field, value) in sheet.fields.iter_mut().zip(values) {
        *field = Field::filled(std::mem::take(&mut field.label), &value, field.lines);
    }
    let paper = papers::with(words, "papers-name-worksheet", staff.visit.now, Sheet::Worksheet(sheet));
    let title = paper.title.clone();
    let pdf = app.house.filled_paper(&staff.caller, Filled::Worksheet(id), paper).await?;
    Ok(papers::download(&title, pdf))
}
