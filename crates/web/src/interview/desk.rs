//! The coach's desk: the recording, the guide, and what the client says, note by note.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::ids::{ConversationId, InterviewId, NoteId};
use method::interview::{InterviewMode, InterviewState, ReadBack, Topic};
use method::roles::Perspective;
use practice::Error;
use practice::conversation::Overview;
use practice::interview::{Note, Sheet, Sound};
use serde::Deserialize;

use super::id;
use crate::app::{App, page};
use crate::conversation::{show, steps};
use crate::fault::{Answer, Fault};
use crate::form::Wrong;
use crate::frame::Frame;
use crate::player::Player;
use crate::visit::Staff;
use crate::words::{Words, position};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/interview", get(show_desk).post(begin))
        .route("/interviews/{id}/offer", post(offer))
        .route("/interviews/{id}/resume", post(resume))
}

#[derive(Template)]
#[template(path = "interview/begin.html")]
struct BeginPage {
    frame: Frame,
    back: String,
    name: String,
    modes: Vec<(&'static str, String)>,
}

/// One part of the guide.
pub(super) struct Part {
    key: &'static str,
    name: String,
    questions: Vec<String>,
}

/// A note as the desk shows it.
pub(super) struct Shown {
    id: String,
    topic: &'static str,
    topic_name: String,
    at: String,
    at_ms: i64,
    sound: String,
    sound_ms: i64,
    sound_time: Option<String>,
    text: String,
    own: Option<String>,
    /// Whether the client put their own words in the place of these.
    replaced: bool,
    right: bool,
    thought: String,
    version: i64,
}

/// A sound as a page plays it.
pub(super) struct Heard {
    pub(super) n: usize,
    pub(super) address: Option<String>,
}

#[derive(Template)]
#[template(path = "interview/desk.html")]
struct DeskPage {
    frame: Frame,
    back: String,
    id: InterviewId,
    conversation: ConversationId,
    name: String,
    mode: String,
    player: Player,
    /// Whether the coach may write now.
    open: bool,
    /// The day of the client's yes.
    approved: Option<String>,
    parts: Vec<Part>,
    topics: Vec<(&'static str, String)>,
    notes: Vec<Shown>,
    blank: Shown,
    sounds: Vec<Heard>,
    sound_yes: Option<String>,
    /// Whether the screen can be handed over: in the room, when the other has no account of their own.
    hand_over: bool,
    wrong: Wrong,
}

#[derive(Deserialize)]
struct Begin {
    #[serde(default)]
    mode: String,
}

async fn show_desk(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    render(&app, &staff, show::id(&text)?, Wrong::default()).await
}

/// The desk, when the PIN to hand the screen over could not be used.
pub(crate) async fn with_wrong_pin(app: &App, staff: &Staff, id: ConversationId, wrong: Wrong) -> Answer {
    render(app, staff, id, wrong).await
}

async fn render(app: &App, staff: &Staff, id: ConversationId, wrong: Wrong) -> Answer {
    let overview = app.house.conversation(&staff.caller, id).await?;
    let words = staff.visit.words;
    let name = steps::person(words, &overview, Perspective::Client);
    let title = words.with("notes-title").s("name", &name).to_string();
    let back = format!("/conversations/{id}");
    let Some(sheet) = app.house.interview(&staff.caller, id).await? else {
        let mode = |mode: &InterviewMode| (mode.key(), words.t(&format!("notes-mode-{mode}")));
        return Ok(page(&BeginPage {
            frame: staff.visit.frame_titled(title),
            back,
            name,
            modes: InterviewMode::ALL.iter().map(mode).collect(),
        }));
    };
    let film = app.house.film(&staff.caller, id).await?;
    Ok(desk(staff, &overview, &sheet, Player::new(&film, false), (title, name, back), wrong))
}

fn desk(
    staff: &Staff,
    overview: &Overview,
    sheet: &Sheet,
    player: Player,
    (title, name, back): (String, String, String),
    wrong: Wrong,
) -> Response {
    let words = staff.visit.words;
    let topic = |topic: &Topic| (topic.key(), words.t(&format!("notes-topic-{topic}")));
    let part = |topic: &Topic| Part {
        key: topic.key(),
        name: words.t(&format!("notes-topic-{topic}")),
        questions: (1..=topic.questions()).map(|n| words.t(&format!("interview-{topic}-{n}"))).collect(),
    };
    let with_account = overview
        .facts
        .parties
        .iter()
        .any(|party| party.perspective == Perspective::Client && party.member.is_some());
    page(&DeskPage {
        frame: staff.visit.frame_titled(title).wide(),
        back,
        id: sheet.id,
        conversation: sheet.conversation,
        name,
        mode: words.t(&format!("notes-mode-{}", sheet.mode)),
        player,
        open: sheet.state == InterviewState::Open,
        approved: match sheet.state {
            InterviewState::Approved(at) => Some(words.date(&at)),
            _ => None,
        },
        parts: Topic::ALL.iter().map(part).collect(),
        topics: Topic::ALL.iter().map(topic).collect(),
        notes: sheet.notes.iter().map(|(note, thought)| shown(words, note, thought)).collect(),
        blank: blank(words),
        sounds: heard(&sheet.sounds),
        sound_yes: sheet.sound_yes.map(|at| words.date(&at)),
        hand_over: sheet.mode == InterviewMode::Room && !with_account,
        wrong,
    })
}

pub(super) fn heard(sounds: &[Sound]) -> Vec<Heard> {
    let one = |(n, sound): (usize, &Sound)| Heard {
        n,
        address: sound.ready.then(|| format!("/media/{}", sound.object)),
    };
    (1..).zip(sounds).map(one).collect()
}

fn shown(words: Words, note: &Note, thought: &str) -> Shown {
    Shown {
        id: note.id.to_string(),
        topic: note.topic.key(),
        topic_name: words.t(&format!("notes-topic-{}", note.topic)),
        at: note.at.map_or_else(String::new, position),
        at_ms: note.at.unwrap_or(-1),
        sound: note.sound.map_or_else(String::new, |(id, _)| id.to_string()),
        sound_ms: note.sound.map_or(0, |(_, at)| at),
        sound_time: note
            .sound
            .map(|(_, at)| words.with("notes-sound-at").s("time", position(at)).to_string()),
        text: note.text.clone(),
        own: note.own.clone(),
        replaced: note.text.is_empty() && note.own.is_some(),
        right: note.read_back == Some(ReadBack::Right),
        thought: thought.to_owned(),
        version: note.version.0,
    }
}

/// An empty note: what the script copies, and what a form without a script fills in.
fn blank(words: Words) -> Shown {
    Shown {
        id: NoteId::new().to_string(),
        topic: Topic::Moment.key(),
        topic_name: words.t("notes-topic-moment"),
        at: String::new(),
        at_ms: -1,
        sound: String::new(),
        sound_ms: 0,
        sound_time: None,
        text: String::new(),
        own: None,
        replaced: false,
        right: false,
        thought: String::new(),
        version: 0,
    }
}

async fn begin(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(typed): Form<Begin>,
) -> Answer {
    let conversation = show::id(&text)?;
    let mode = InterviewMode::parse(&typed.mode).ok_or(Error::invalid("mode", "invalid-choice"))?;
    app.house.begin_interview(&staff.caller, conversation, mode).await?;
    Ok(back_to(conversation))
}

async fn offer(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    Ok(back_to(app.house.offer_interview(&staff.caller, id(&text)?).await?))
}

async fn resume(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    Ok(back_to(app.house.resume_interview(&staff.caller, id(&text)?).await?))
}

pub(super) fn back_to(conversation: ConversationId) -> Response {
    Redirect::to(&format!("/conversations/{conversation}/interview")).into_response()
}

/// A topic as it was sent; anything else cannot be used.
pub(super) fn topic(text: &str) -> Result<Topic, Fault> {
    Topic::parse(text).ok_or_else(|| Error::invalid("topic", "invalid-choice").into())
}
