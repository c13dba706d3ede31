//! What came of looking together, on paper: for everyone at the table, as far as they read it on the screen.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use practice::dialogue::{Alternative, Reading as Written};
use practice::papers::{Field, Filled, Group, Reading, Sheet};

use super::subject::read;
use super::summary::{differences, place_in_telling};
use super::view::{Viewer, idea_of};
use crate::app::App;
use crate::conversation::{show, steps};
use crate::fault::Answer;
use crate::papers::{self, Asked};
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/dialogue/paper", get(paper))
}

async fn paper(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let id = show::id(&text)?;
    let overview = app.house.conversation(&anyone.caller, id).await?;
    let table = app.house.table(&anyone.caller, id).await?;
    let gate = app.house.gate(&anyone.caller, id).await?;
    let sessions = app.house.sessions(&gate).await?;
    let words = asked.of(anyone.visit.words);
    let viewer = Viewer { words, overview: &overview, table: &table };
    let mut readings: Vec<_> = table.readings.iter().collect();
    readings.sort_by_key(|reading| place_in_telling(&table, reading.subject));
    let mut subjects: Vec<_> = readings.into_iter().map(|one| written(&viewer, one)).collect();
    subjects.extend(differences(&viewer, sessions.last()).into_iter().map(|one| Group {
        title: format!("{}: {}", words.t("reading-differ"), one.title),
        items: one.voices.into_iter().map(|(who, said)| Field::filled(who.name, &said, 0)).collect(),
    }));
    subjects.extend(table.alternatives.iter().map(|one| other(&viewer, one)));
    if !table.takeaways.is_empty() {
        let take = table.takeaways.iter();
        let items = take.map(|(chair, text)| Field::filled(viewer.who(*chair).name, text, 0)).collect();
        subjects.push(Group { title: words.t("summary-take"), items });
    }
    let held = words.with("summary-held").s("date", words.date(&overview.held_on)).to_string();
    let sheet = Sheet::Reading(Reading {
        about: Some(format!("{} {held}", steps::name(words, &overview))),
        rules: Vec::new(),
        subjects,
        differ: None,
    });
    let paper = papers::with(words, "summary-title", anyone.visit.now, sheet);
    let title = paper.title.clone();
    let pdf = app.house.filled_paper(&anyone.caller, Filled::Reading(id), paper).await?;
    Ok(papers::download(&title, pdf))
}

/// What was read together about one question or moment; nothing where nothing was written.
fn written(viewer: &Viewer<'_>, reading: &Written) -> Group<Field> {
    let words = viewer.words;
    let said = read(viewer, reading);
    let by = format!("{} {}", said.by, said.there.unwrap_or_default());
    let mut items = vec![
        Field::filled(words.t("reading-field-6"), &reading.words.ours, 0),
        Field::filled(words.t("reading-field-2"), &reading.words.all_saw, 0),
        Field::filled(words.t("reading-field-7"), &reading.words.unknown, 0),
    ];
    items.retain(|one| one.value.is_some());
    if reading.differs {
        items.push(Field::filled(words.t("reading-differ"), &words.t("reading-differ-help"), 0));
    }
    items.push(Field::filled(words.t("papers-written"), &by, 0));
    Group { title: viewer.title(reading.subject), items }
}

fn other(viewer: &Viewer<'_>, one: &Alternative) -> Group<Field> {
    let words = viewer.words;
    let field = |n: u8, value: &str| Field::filled(words.t(&format!("alternative-field-{n}")), value, 0);
    let mut items = vec![
        field(1, &viewer.about(one.subject)),
        field(2, &one.intention),
        field(3, &one.words),
        field(4, one.asks.as_deref().unwrap_or_default()),
        field(5, &idea_of(words, viewer.overview, one.idea_of).name),
    ];
    items.retain(|one| one.value.is_some());
    Group { title: words.t("summary-others"), items }
}
