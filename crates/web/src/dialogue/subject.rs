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

use super::together;
use super::view::{Clip, Mark, Other, Question, Viewer, Who, film, href};
use crate::app::{App, page};
use crate::conversation::{show, steps};
use crate::fault::{Answer, Fault};
use crate::form::Wrong;
use crate::frame::Frame;
use crate::player::Player;
use crate::visit::Anyone;
use crate::words::Words;

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
    /// From which page it was sent.
    #[serde(default)]
    pub(super) from: String,
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
            from: String::new(),
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
    pub(super) might: String,
    #[serde(default)]
    pub(super) asks: String,
    #[serde(default)]
    pub(super) idea_of: String,
    /// From which page it was sent.
    #[serde(default)]
    pub(super) from: String,
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
    /// What someone wanted to take along, and what was wrong with it.
    pub(super) takeaway: Option<(String, Wrong)>,
}

/// What one person saw at this place.
pub(super) struct Saw {
    pub(super) who: Who,
    pub(super) heading: String,
    pub(super) marks: Vec<Mark>,
}

/// A reading as it is read.
pub(super) struct Read {
    pub(super) about: String,
    pub(super) words: ReadingForm,
    pub(super) by: String,
    /// Who was there, in words; nothing when it was written outside a session.
    pub(super) there: Option<String>,
}

/// An example that can be taken over.
pub(super) struct Example {
    pub(super) intention: String,
    pub(super) words: String,
    pub(super) href: String,
}

/// Everything about one question or moment that lies in the middle: on its own page, and in a session.
pub(super) struct Focus {
    /// The page of the subject, under which its forms are sent.
    pub(super) here: String,
    /// The subject as a word in the names of its forms.
    pub(super) key: String,
    /// What stands behind the names of fields in a session, where forms of two subjects can be on one page.
    pub(super) suffix: String,
    pub(super) title: String,
    pub(super) saw: Vec<Saw>,
    /// Questions that help on, one per kind of moment that was seen here.
    pub(super) asks: Vec<String>,
    pub(super) question: Option<Question>,
    pub(super) reading: Option<Read>,
    pub(super) beside: Vec<Read>,
    /// What stood here before, oldest first.
    pub(super) earlier: Vec<Read>,
    pub(super) form: ReadingForm,
    pub(super) wrong: Wrong,
    pub(super) meanwhile: bool,
    pub(super) people: Vec<Who>,
    pub(super) others: Vec<Other>,
    pub(super) examples: Vec<Example>,
    pub(super) idea: IdeaForm,
    pub(super) idea_open: bool,
    pub(super) idea_wrong: Wrong,
    /// The level of its headings, so that none is passed over on either page.
    pub(super) level: u8,
    /// From which page its forms are sent: `together`, `room`, or nothing for its own.
    pub(super) from: &'static str,
}

#[derive(Template)]
#[template(path = "dialogue/subject.html")]
struct SubjectPage {
    frame: Frame,
    back: String,
    player: Option<Player>,
    focus: Focus,
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
    let typed = Typed { idea: taken(anyone.visit.words, chosen.example), ..Typed::default() };
    render(&app, &anyone, show::id(&id)?, subject(&about)?, typed).await
}

/// An example, taken over into the form of an idea.
pub(super) fn taken(words: Words, example: Option<usize>) -> Option<IdeaForm> {
    let n = example.filter(|n| (1..=20).contains(n))?;
    Some(IdeaForm {
        intention: words.t(&format!("alternative-example-{n}-intention")),
        words: words.t(&format!("alternative-example-{n}-words")),
        ..IdeaForm::default()
    })
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
    let viewer = Viewer { words: anyone.visit.words, overview: &overview, table: &table };
    let player = match clip(&table, about) {
        Some(clip) => film(app, anyone, id, true).await?.map(|player| player.at(clip.from, clip.to)),
        None => None,
    };
    let focus = focus(&viewer, about, typed, "", 2);
    Ok(page(&SubjectPage {
        frame: anyone.visit.frame_titled(focus.title.clone()).wide(),
        back: format!("/conversations/{id}/dialogue"),
        player,
        focus,
    }))
}

/// What lies in the middle, with what was typed when something of it could not be kept.
pub(super) fn focus(
    viewer: &Viewer<'_>,
    about: Subject,
    typed: Typed,
    from: &'static str,
    level: u8,
) -> Focus {
    let (table, overview) = (viewer.table, viewer.overview);
    let here = around(table, about);
    let own = table.reading(about);
    let beside = table.readings.iter().filter(|one| one.subject != about && here.contains(&one.subject));
    let me = overview.me.key().to_owned();
    let saw = saw(viewer, about);
    Focus {
        here: href(overview.id, about),
        key: about.to_string(),
        suffix: if from.is_empty() { String::new() } else { format!("-{about}") },
        title: viewer.title(about),
        asks: asks(&saw),
        saw,
        question: if let Subject::Question(question) = about {
            Some(Question { level, folded: from == "room", ..viewer.question(question) })
        } else {
            None
        },
        reading: own.map(|reading| read(viewer, reading)),
        beside: beside.map(|reading| read(viewer, reading)).collect(),
        earlier: table
            .earlier
            .iter()
            .filter(|one| one.subject == about)
            .map(|reading| read(viewer, reading))
            .collect(),
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
        examples: examples(viewer, about, from),
        idea_open: typed.idea.is_some(),
        idea: typed.idea.unwrap_or(IdeaForm { idea_of: me, ..IdeaForm::default() }),
        idea_wrong: typed.idea_wrong,
        from,
        level,
    }
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

pub(super) fn read(viewer: &Viewer<'_>, reading: &Reading) -> Read {
    let who = reading.by.map_or_else(String::new, |chair| viewer.who(chair).name);
    let date = viewer.words.date_time(&reading.at);
    let there: Vec<String> = reading.there.iter().map(|chair| viewer.who(*chair).name).collect();
    let list = (!there.is_empty()).then(|| steps::listed(viewer.words, &there));
    Read {
        about: viewer.about(reading.subject),
        words: ReadingForm::from(reading),
        by: viewer.words.with("reading-by").s("who", who).s("date", date).to_string(),
        there: list.map(|who| viewer.words.with("reading-there").s("who", who).to_string()),
    }
}

fn examples(viewer: &Viewer<'_>, about: Subject, from: &str) -> Vec<Example> {
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
        href: match from {
            "" => format!("{}?example={n}#alternative", href(viewer.overview.id, about)),
            "room" => format!("{}?room=1&example={n}#alternative", together::address(viewer.overview.id)),
            _ => format!("{}?example={n}#alternative", together::address(viewer.overview.id)),
        },
    };
    numbers.into_iter().map(example).collect()
}
