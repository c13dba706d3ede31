//! Looking together at the same time: one page for everyone at the table, at a distance or round one screen.
//!
//! The page works with buttons alone. Its script keeps it in step with the others; what the script sends are the same
//! wishes as the buttons send.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::dialogue::Subject;
use method::dialogue::agenda::{Because, Item, Part};
use method::dialogue::session::{Command, Means, is_away};
use method::ids::ConversationId;
use method::roles::Perspective;
use practice::conversation::Overview;
use practice::dialogue::session::{Gate, Session};
use serde::Deserialize;

use super::subject::{Focus, Typed, focus, taken};
use super::view::{Back, Mark, Viewer, Who, back, film};
use crate::app::{App, page};
use crate::conversation::show;
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::player::Player;
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/dialogue/together", get(show_together).post(begin))
        .route("/conversations/{id}/dialogue/together/wish", post(wish))
        .route("/conversations/{id}/dialogue/together/takeaway", post(take_along))
}

/// The page of a conversation's session.
pub(super) fn address(id: ConversationId) -> String {
    format!("/conversations/{id}/dialogue/together")
}

#[derive(Deserialize)]
struct Asked {
    room: Option<String>,
    example: Option<usize>,
}

/// A wish as a form sends it.
#[derive(Deserialize)]
struct Wished {
    r#do: String,
    #[serde(default)]
    about: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    who: String,
    #[serde(default)]
    room: String,
}

#[derive(Deserialize)]
struct Taking {
    #[serde(default)]
    takeaway: String,
    #[serde(default)]
    room: String,
}

/// One line of the agenda.
struct Line {
    about: String,
    title: String,
    /// Who marked it; nobody for a question.
    who: Vec<Who>,
    because: String,
    open: bool,
    read: bool,
    skipped: bool,
    first: bool,
    last: bool,
}

/// One part of the agenda.
struct Section {
    key: &'static str,
    number: usize,
    words: String,
    now: bool,
    done: bool,
    lines: Vec<Line>,
}

/// Someone at the table or beside it.
struct Guest {
    who: Who,
    /// How they are there: `live`, `table`, or nothing.
    means: &'static str,
    leads: bool,
    me: bool,
}

#[derive(Template)]
#[template(path = "dialogue/together.html")]
struct TogetherPage {
    frame: Frame,
    back: Back,
    here: String,
    summary: String,
    live: String,
    room: bool,
    /// What a form says to come back to the room's page.
    room_word: &'static str,
    me: Perspective,
    leads: bool,
    leader: String,
    leader_here: bool,
    free: bool,
    guests: Vec<Guest>,
    agenda: Vec<Section>,
    part: usize,
    next: Option<(&'static str, String)>,
    /// The items before and after the open one.
    around: (Option<String>, Option<String>),
    player: Option<Player>,
    chairs: Vec<Who>,
    marks: Vec<Mark>,
    focus: Option<Focus>,
    takeaways: Vec<(Who, String)>,
    takeaway: String,
    takeaway_wrong: Wrong,
    ended: bool,
}

async fn begin(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = show::id(&text)?;
    app.house.begin_session(&anyone.caller, id).await?;
    Ok(Redirect::to(&address(id)).into_response())
}

async fn show_together(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let typed = Typed { idea: taken(anyone.visit.words, asked.example), ..Typed::default() };
    render(&app, &anyone, show::id(&text)?, asked.room.is_some(), None, typed).await
}

async fn wish(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(wished): Form<Wished>,
) -> Answer {
    let id = show::id(&text)?;
    let command = command(&wished).ok_or_else(Fault::unknown)?;
    app.house.wish(&anyone.caller, id, &command).await?;
    let to = match (command, wished.room.as_str()) {
        (Command::End {}, _) => format!("/conversations/{id}/dialogue/summary"),
        (_, "1") => format!("{}?room=1", address(id)),
        _ => address(id),
    };
    Ok(Redirect::to(&to).into_response())
}

/// A form's fields as the same wish that the socket would bring; anything else is nothing.
fn command(wished: &Wished) -> Option<Command> {
    let mut value = serde_json::Map::new();
    value.insert("do".into(), wished.r#do.as_str().into());
    for (name, text) in [("about", &wished.about), ("to", &wished.to), ("who", &wished.who)] {
        if !text.is_empty() {
            value.insert(name.into(), text.as_str().into());
        }
    }
    if !wished.by.is_empty() {
        value.insert("by".into(), wished.by.parse::<i64>().ok()?.into());
    }
    serde_json::from_value(value.into()).ok()
}

async fn take_along(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(taking): Form<Taking>,
) -> Answer {
    let id = show::id(&text)?;
    let room = taking.room == "1";
    let done = app.house.take_along(&anyone.caller, id, &taking.takeaway).await;
    match mend(done, anyone.visit.words)? {
        Ok(()) if room => Ok(Redirect::to(&format!("{}?room=1", address(id))).into_response()),
        Ok(()) => Ok(Redirect::to(&address(id)).into_response()),
        Err(wrong) => {
            let typed = Typed { takeaway: Some((taking.takeaway, wrong)), ..Typed::default() };
            let page = render(&app, &anyone, id, room, None, typed).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// The page of the session, with what was typed when something of it could not be kept. `about` is what that was
/// about, so that it is shown also when the others went on to something else.
pub(super) async fn render(
    app: &App,
    anyone: &Anyone,
    id: ConversationId,
    room: bool,
    about: Option<Subject>,
    typed: Typed,
) -> Answer {
    let mut overview = app.house.conversation(&anyone.caller, id).await?;
    if room {
        unname(&mut overview);
    }
    let table = app.house.table(&anyone.caller, id).await?;
    let gate = app.house.gate(&anyone.caller, id).await?;
    let Some(session) = app.house.session(&gate).await? else {
        return Ok(Redirect::to(&format!("/conversations/{id}/dialogue")).into_response());
    };
    let now = anyone.visit.now;
    let words = anyone.visit.words;
    let viewer = Viewer { words, overview: &overview, table: &table };
    let standing = &session.standing;
    let items = session.agenda(&table);
    let open = about.or(standing.open).filter(|subject| table.knows(*subject));
    let leader = gate.chair_of(standing.leader).map_or_else(String::new, |chair| viewer.who(chair).name);
    let frame = anyone.visit.frame("together-title");
    let from = if room { "room" } else { "together" };
    let own = table.takeaways.iter().find(|(chair, _)| *chair == overview.me).map(|(_, text)| text.clone());
    let (takeaway, takeaway_wrong) = match &typed.takeaway {
        Some((text, wrong)) => (text.clone(), wrong.clone()),
        None => (own.unwrap_or_default(), Wrong::default()),
    };
    Ok(page(&TogetherPage {
        frame: if room { frame.for_room() } else { frame.wide() },
        back: back(anyone, &overview),
        here: address(id),
        summary: format!("/conversations/{id}/dialogue/summary"),
        live: format!("/conversations/{id}/dialogue/live"),
        room,
        room_word: if room { "1" } else { "" },
        me: gate.chair,
        leads: standing.leader == gate.me,
        leader,
        leader_here: session
            .presences
            .iter()
            .any(|one| one.who == standing.leader && one.means == Means::Live && one.covers(now)),
        free: is_away(&session.presences, standing.leader, now),
        guests: guests(&viewer, &session, &gate, anyone),
        agenda: sections(&viewer, &session, &items, open),
        part: standing.part.number(),
        next: standing.part.next().map(|part| (part.key(), part_words(&viewer, part))),
        around: neighbours(&items, open),
        player: film(app, anyone, id, room).await?,
        chairs: table.chairs.iter().map(|chair| viewer.who(*chair)).collect(),
        marks: table.touches.iter().map(|touch| viewer.mark(touch)).collect(),
        focus: open.map(|subject| focus(&viewer, subject, typed, from, 3)),
        takeaways: table.takeaways.iter().map(|(chair, text)| (viewer.who(*chair), text.clone())).collect(),
        takeaway,
        takeaway_wrong,
        ended: standing.ended.is_some(),
    }))
}

/// Takes the names of whoever has an account off a screen that everyone in a room sees; a code name may stay.
fn unname(overview: &mut Overview) {
    let parties = &overview.facts.parties;
    let has_account = |id| parties.iter().any(|party| party.id == id && party.member.is_some());
    overview.people.iter_mut().filter(|person| has_account(person.id)).for_each(|person| person.name = None);
}

fn part_words(viewer: &Viewer<'_>, part: Part) -> String {
    viewer.words.t(&format!("dialogue-agenda-{}", part.number()))
}

fn guests(viewer: &Viewer<'_>, session: &Session, gate: &Gate, anyone: &Anyone) -> Vec<Guest> {
    let now = anyone.visit.now;
    let means = |chair: Perspective| {
        let here =
            session.presences.iter().filter(|one| gate.chair_of(one.who) == Some(chair) && one.covers(now));
        // A screen of their own says more than a place at the table.
        here.map(|one| one.means).min_by_key(|means| *means != Means::Live).map_or("", Means::key)
    };
    let leader = gate.chair_of(session.standing.leader);
    viewer
        .table
        .chairs
        .iter()
        .map(|chair| Guest {
            who: viewer.who(*chair),
            means: means(*chair),
            leads: leader == Some(*chair),
            me: gate.chair == *chair,
        })
        .collect()
}

/// Whether an item is about what lies open; a place is open whichever of its moments is named.
fn is_open(viewer: &Viewer<'_>, item: &Item, open: Option<Subject>) -> bool {
    match (item.subject, open) {
        (Subject::Moment(first), Some(Subject::Moment(id))) => {
            viewer.table.place_of(first).is_some_and(|place| place.has(id))
        }
        (subject, open) => Some(subject) == open,
    }
}

fn sections(viewer: &Viewer<'_>, session: &Session, items: &[Item], open: Option<Subject>) -> Vec<Section> {
    let part = session.standing.part;
    let section = |one: &Part| {
        let mine: Vec<&Item> = items.iter().filter(|item| item.part == *one).collect();
        let line = |(at, item): (usize, &&Item)| line(viewer, item, (at == 0, at + 1 == mine.len()), open);
        Section {
            key: one.key(),
            number: one.number(),
            words: part_words(viewer, *one),
            now: *one == part,
            done: one.number() < part.number(),
            lines: mine.iter().enumerate().map(line).collect(),
        }
    };
    Part::ALL.iter().map(section).collect()
}

fn line(viewer: &Viewer<'_>, item: &Item, (first, last): (bool, bool), open: Option<Subject>) -> Line {
    let place = match item.subject {
        Subject::Moment(id) => viewer.table.place_of(id),
        Subject::Question(_) => None,
    };
    let read = match place {
        Some(place) => viewer
            .table
            .readings
            .iter()
            .any(|one| matches!(one.subject, Subject::Moment(id) if place.has(id))),
        None => viewer.table.reading(item.subject).is_some(),
    };
    let because = match item.because {
        Because::Near | Because::Apart | Because::Unknown => format!("together-because-{}", item.because),
        Because::All | Because::Some | Because::One => format!("together-seen-{}", item.because),
    };
    Line {
        about: item.subject.to_string(),
        title: viewer.title(item.subject),
        who: place.map_or_else(Vec::new, |place| {
            place.seen_by().into_iter().map(|chair| viewer.who(chair)).collect()
        }),
        because: viewer.words.t(&because),
        open: is_open(viewer, item, open),
        read,
        skipped: item.skipped,
        first,
        last,
    }
}

/// The items before and after the open one that nobody left out; the first when nothing is open.
fn neighbours(items: &[Item], open: Option<Subject>) -> (Option<String>, Option<String>) {
    let kept: Vec<&Item> = items.iter().filter(|item| !item.skipped || Some(item.subject) == open).collect();
    let named = |at: usize| kept.get(at).map(|item| item.subject.to_string());
    match kept.iter().position(|item| Some(item.subject) == open) {
        Some(at) => (at.checked_sub(1).and_then(named), named(at + 1)),
        None => (None, named(0)),
    }
}
