//! The wall: every piece as a note, looked for by kind, lead question and kind of moment; in no order that ranks.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::board::{Month, PieceKind, TakenFor};
use method::ids::{PieceId, SharedId};
use method::looking::{LeadQuestion, MomentKind};
use method::roles::Role;
use practice::board::{Piece, Wanted};
use serde::Deserialize;

use super::month_name;
use crate::app::{App, page};
use crate::dialogue::sentence::{Choice, kinds, questions};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/board", get(show)).route("/board/mail", post(mail))
}

/// A piece as a note.
pub(super) struct Note {
    pub(super) id: PieceId,
    pub(super) kind_name: String,
    /// The kind of moment: its pictogram, family and name.
    pub(super) moment: Option<(&'static str, &'static str, String)>,
    pub(super) question: Option<String>,
    pub(super) alternative: Option<SharedId>,
    pub(super) text: String,
    /// Who wrote it, and in which month.
    pub(super) line: String,
    pub(super) own: bool,
    /// Why it was taken away, in words, with the word of the reason.
    pub(super) taken: Option<String>,
    pub(super) flagged: bool,
    /// How many people recognise it, in a sentence; nothing when nobody does yet.
    pub(super) recognised: Option<String>,
    pub(super) recognise: bool,
    pub(super) answers: usize,
}

pub(super) fn taken_name(words: Words, why: TakenFor) -> String {
    words.t(&format!("board-taken-{why}"))
}

pub(super) fn note(words: Words, piece: &Piece) -> Note {
    let month = month_name(words, piece.month);
    let line = match &piece.by {
        Some(name) => words.with("board-by").s("name", name).s("month", month),
        None => words.with("board-by-nobody").s("month", month),
    };
    let count = i64::try_from(piece.recognised).unwrap_or(i64::MAX);
    Note {
        id: piece.id,
        kind_name: words.t(&format!("board-kind-{}", piece.kind)),
        moment: piece
            .moment
            .map(|kind| (kind.key(), kind.family().key(), words.t(&format!("moment-{kind}-name")))),
        question: piece.question.map(|question| words.t(&format!("guide-{question}-q"))),
        alternative: piece.alternative,
        text: piece.text.clone().unwrap_or_default(),
        line: line.to_string(),
        own: piece.own,
        taken: piece
            .taken_for
            .map(|why| words.with("board-taken").s("why", taken_name(words, why)).to_string()),
        flagged: piece.flagged,
        recognised: (count > 0).then(|| words.with("board-recognised").a("count", count).to_string()),
        recognise: piece.recognise,
        answers: piece.reactions.len(),
    }
}

/// What somebody looks for, as an address says it.
#[derive(Clone, Debug, Default, Deserialize)]
struct Search {
    #[serde(default)]
    piece: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    question: String,
    #[serde(default)]
    alternative: String,
}

impl Search {
    fn wanted(&self) -> Wanted {
        Wanted {
            kind: PieceKind::parse(&self.piece),
            moment: MomentKind::parse(&self.kind),
            question: LeadQuestion::parse(&self.question),
            alternative: SharedId::parse(&self.alternative),
            month: None,
        }
    }
}

pub(super) fn piece_kinds(words: Words, chosen: &str) -> Vec<Choice> {
    let one = |kind: &PieceKind| Choice {
        value: kind.key().to_owned(),
        name: words.t(&format!("board-kind-{kind}")),
        chosen: kind.key() == chosen,
    };
    PieceKind::ALL.iter().map(one).collect()
}

#[derive(Template)]
#[template(path = "board/wall.html")]
struct WallPage {
    frame: Frame,
    notes: Vec<Note>,
    searched: bool,
    pieces: Vec<Choice>,
    kinds: Vec<Choice>,
    questions: Vec<Choice>,
    months: Vec<(Month, String)>,
    /// Whether the reader writes here, or only guards it.
    writes: bool,
    guards: bool,
    /// The sentence on mail, whether mail can be sent at all, and whether it is wanted.
    mail: &'static str,
    possible: bool,
    wanted: bool,
}

pub(super) fn writes(staff: &Staff) -> bool {
    [Role::Professional, Role::Coach, Role::Manager].iter().any(|role| staff.is(*role))
}

async fn show(State(app): State<App>, staff: Staff, Query(search): Query<Search>) -> Answer {
    let words = staff.visit.words;
    let wanted = search.wanted();
    let mut found = app.house.board(&staff.caller, wanted).await?;
    // What somebody said about a name comes first for who guards it, and for nobody else.
    found.sort_by_key(|piece| !piece.flagged);
    let months = app.house.board_months(&staff.caller).await?;
    let possible = app.house.settings.mail;
    let mails = app.house.wants_digest(&staff.caller).await?;
    Ok(page(&WallPage {
        frame: staff.visit.frame("board-title").wide(),
        notes: found.iter().map(|piece| note(words, piece)).collect(),
        searched: wanted != Wanted::default(),
        pieces: piece_kinds(words, &search.piece),
        kinds: kinds(words, &search.kind),
        questions: questions(words, &search.question),
        months: months.into_iter().map(|month| (month, month_name(words, month))).collect(),
        writes: writes(&staff),
        guards: staff.is(Role::PrivacyOfficer),
        mail: match (possible, mails) {
            (false, _) => "board-mail-none",
            (true, true) => "board-mail-on",
            (true, false) => "board-mail-off",
        },
        possible,
        wanted: mails,
    }))
}

#[derive(Deserialize)]
struct Chosen {
    go: String,
}

async fn mail(State(app): State<App>, staff: Staff, Form(chosen): Form<Chosen>) -> Answer {
    let wanted = match chosen.go.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    };
    app.house.choose_digest(&staff.caller, wanted).await?;
    Ok(Redirect::to("/board#mail").into_response())
}
