//! The page of one question or moment: what each saw, what is read together, what could be done otherwise.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use method::dialogue::{Subject, examples_for_kinds, examples_for_question};
use method::ids::ConversationId;
use method::looking::MomentKind;
use method::roles::Perspective;
use practice::dialogue::{Reading, Table};
use serde::Deserialize;

use super::view::{Clip, Mark, Other, Question, Viewer, Who, film, href};
use crate::app::{App, page};
use crate::conversation::show;
use crate::fault::{Answer, Fault};
use crate::form::Wrong;
use crate::frame::Frame;
use crate::player::Player;
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/dialogue/{subject}", get(show_subject))
}

/// A shared reading as it stands in its form.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct ReadingForm {
    #[serde(default)]
    pub(super) ours: String,
    #[serde(default)]
    pub(super) all_saw: String,
    #[serde(default)]
    pub(super) unknown: String,
    #[serde(default)]
    pub(super) differs: Option<String>,
    #[serde(default)]
    pub(super) version: i64,
}

impl From<&Reading> for ReadingForm {
    fn from(reading: &Reading) -> Self {
        let words = reading.words.clone();
        Self {
            ours: words.ours,
            all_saw: words.all_saw,
            unknown: words.unknown,
            differs: reading.differs.then(|| "yes".to_owned()),
            version: reading.version,
        }
    }
}

/// An alternative as it stands in its form.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct IdeaForm {
    #[serde(default)]
    pub(super) intention: String,
    #[serde(default)]
    pub(super) words: String,
    #[serde(default)]
    pub(super) asks: String,
    #[serde(default)]
    pub(super) idea_of: String,
}

/// What someone typed and could not be kept, to come back with the page.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) reading: Option<ReadingForm>,
    pub(super) reading_wrong: Wrong,
    /// Someone else wrote meanwhile; both texts are shown.
    pub(super) meanwhile: bool,
    pub(super) idea: Option<IdeaForm>,
    pub(super) idea_wrong: Wrong,
}

/// What one person saw at this place.
struct Saw {
    who: Who,
    heading: String,
    marks: Vec<Mark>,
}

/// A reading as it is read.
struct Read {
    about: String,
    words: ReadingForm,
    by: String,
}

/// An example that can be taken over.
struct Example {
    intention: String,
    words: String,
    href: String,
}

#[derive(Template)]
#[template(path = "dialogue/subject.html")]
struct SubjectPage {
    frame: Frame,
    back: String,
    here: String,
    player: Option<Player>,
    saw: Vec<Saw>,
    /// Questions that help on, one per kind of moment that was seen here.
    asks: Vec<String>,
    question: Option<Question>,
    reading: Option<Read>,
    beside: Vec<Read>,
    form: ReadingForm,
    wrong: Wrong,
    meanwhile: bool,
    people: Vec<Who>,
    others: Vec<Other>,
    examples: Vec<Example>,
    idea: IdeaForm,
    idea_open: bool,
    idea_wrong: Wrong,
}

#[derive(Deserialize)]
struct Chosen {
    example: Option<usize>,
}

/// Reads a subject from an address; anything else is unknown.
pub(super) fn subject(text: &str) -> Result<Subject, Fault> {
    Subject::parse(text).ok_or_else(Fault::unknown)
}

async fn show_subject(
    State(app): State<App>,
    anyone: Anyone,
    Path((id, about)): Path<(String, String)>,
    Query(chosen): Query<Chosen>,
) -> Answer {
    let mut typed = Typed::default();
    if let Some(n @ 1..=20) = chosen.example {
        let words = anyone.visit.words;
        typed.idea = Some(IdeaForm {
            intention: words.t(&format!("alternative-example-{n}-intention")),
            words: words.t(&format!("alternative-example-{n}-words")),
            ..IdeaForm::default()
        });
    }
    render(&app, &anyone, show::id(&id)?, subject(&about)?, typed).await
}

/// The page, with what was typed when something of it could not be kept.
pub(super) async fn render(
    app: &App,
    anyone: &Anyone,
    id: ConversationId,
    about: Subject,
    typed: Typed,
) -> Answer {
    let overview = app.house.conversation(&anyone.caller, id).await?;
    let table = app.house.table(&anyone.caller, id).await?;
    if !table.knows(about) {
        return Err(Fault::unknown());
    }
    let words = anyone.visit.words;
    let viewer = Viewer { words, overview: &overview, table: &table };
    let here = around(&table, about);
    let own = table.readings.iter().find(|reading| reading.subject == about);
    let beside = table.readings.iter().filter(|one| one.subject != about && here.contains(&one.subject));
    let me = overview.me.key().to_owned();
    let saw = saw(&viewer, about);
    let player = match clip(&table, about) {
        Some(clip) => film(app, anyone, id, true).await?.map(|player| player.at(clip.from, clip.to)),
        None => None,
    };
    Ok(page(&SubjectPage {
        frame: anyone.visit.frame_titled(viewer.title(about)).wide(),
        back: format!("/conversations/{id}/dialogue"),
        here: href(id, about),
        player,
        asks: asks(&saw),
        saw,
        question: if let Subject::Question(question) = about {
            Some(Question { level: 2, ..viewer.question(question) })
        } else {
            None
        },
        reading: own.map(|reading| read(&viewer, reading)),
        beside: beside.map(|reading| read(&viewer, reading)).collect(),
        form: typed.reading.or_else(|| own.map(ReadingForm::from)).unwrap_or_default(),
        wrong: typed.reading_wrong,
        meanwhile: typed.meanwhile,
        people: overview.people.iter().map(|person| viewer.who(person.perspective)).collect(),
        others: table
            .alternatives
            .iter()
            .filter(|one| here.contains(&one.subject))
            .map(|one| viewer.other(one))
            .collect(),
        examples: examples(&viewer, about),
        idea_open: typed.idea.is_some(),
        idea: typed.idea.unwrap_or(IdeaForm { idea_of: me, ..IdeaForm::default() }),
        idea_wrong: typed.idea_wrong,
    }))
}

/// The subject itself, and for a moment the other moments of its place.
fn around(table: &Table, about: Subject) -> Vec<Subject> {
    match about {
        Subject::Question(_) => vec![about],
        Subject::Moment(id) => table.place_of(id).map_or_else(
            || vec![about],
            |place| place.marks.iter().map(|mark| Subject::Moment(mark.id)).collect(),
        ),
    }
}

fn clip(table: &Table, about: Subject) -> Option<Clip> {
    let Subject::Moment(id) = about else { return None };
    table.place_of(id).map(|place| Clip::around(place.span().start, place.span().end))
}

/// What each person at the table saw at a moment's place; also who marked nothing there.
fn saw(viewer: &Viewer<'_>, about: Subject) -> Vec<Saw> {
    let Subject::Moment(id) = about else { return Vec::new() };
    let Some(place) = viewer.table.place_of(id) else { return Vec::new() };
    let chairs = viewer.table.chairs.iter().copied();
    chairs
        .map(|chair| Saw {
            who: viewer.who(chair),
            heading: reads(viewer, chair),
            marks: viewer.marks(place.marks.iter().filter(|mark| mark.by == chair).map(|mark| mark.id)),
        })
        .collect()
}

fn asks(saw: &[Saw]) -> Vec<String> {
    let mut asks: Vec<String> = Vec::new();
    for mark in saw.iter().flat_map(|one| &one.marks) {
        if !asks.contains(&mark.ask) {
            asks.push(mark.ask.clone());
        }
    }
    asks
}

/// "Cliënt leest", by the kind of conversation.
fn reads(viewer: &Viewer<'_>, chair: Perspective) -> String {
    let key = match chair {
        Perspective::Client => "reading-field-3",
        Perspective::Professional => "reading-field-4",
        Perspective::Coach => "reading-field-5",
    };
    viewer.words.t(key)
}

fn read(viewer: &Viewer<'_>, reading: &Reading) -> Read {
    let who = reading.by.map_or_else(String::new, |chair| viewer.who(chair).name);
    let date = viewer.words.date_time(&reading.at);
    Read {
        about: viewer.about(reading.subject),
        words: ReadingForm::from(reading),
        by: viewer.words.with("reading-by").s("who", who).s("date", date).to_string(),
    }
}

fn examples(viewer: &Viewer<'_>, about: Subject) -> Vec<Example> {
    let numbers = match about {
        Subject::Question(question) => examples_for_question(question),
        Subject::Moment(id) => {
            let marks = viewer.table.place_of(id).map_or(&[][..], |place| &place.marks);
            let kinds: Vec<MomentKind> = marks.iter().map(|mark| mark.kind).collect();
            examples_for_kinds(&kinds)
        }
    };
    let example = |n: usize| Example {
        intention: viewer.words.t(&format!("alternative-example-{n}-intention")),
        words: viewer.words.t(&format!("alternative-example-{n}-words")),
        href: format!("{}?example={n}#alternative", href(viewer.overview.id, about)),
    };
    numbers.into_iter().map(example).collect()
}
