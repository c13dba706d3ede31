//! The client's side: a yes or a no to sound, and reading back what they said, one piece on a screen.
//!
//! Everything lives under one address, so that a screen that was handed over reaches this and nothing else.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum_extra::extract::Form;
use method::consent::Means;
use method::interview::InterviewState;
use practice::interview::{Back, Note};
use serde::Deserialize;

use super::desk::{Heard, heard};
use super::note_id;
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::player::Player;
use crate::visit::Guest;
use crate::words::{Words, position};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/mine/interview", get(show).post(go))
}

/// What waits for the client with the interview: a message key of what, and one of the button.
pub(crate) fn waits(back: &Back) -> Option<(&'static str, &'static str)> {
    match back.state {
        InterviewState::Open if back.sound_yes.is_none() => {
            Some(("interview-waits-sound", "interview-waits-sound-act"))
        }
        InterviewState::Offered(_) => Some(("interview-waits", "interview-waits-act")),
        _ => None,
    }
}

#[derive(Deserialize)]
struct Asked {
    /// Which piece, from 1.
    n: Option<usize>,
    #[serde(default)]
    r#do: String,
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    note: String,
    #[serde(default)]
    n: usize,
    go: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    place: String,
}

/// A piece of what the client said.
struct Piece {
    id: String,
    n: usize,
    text: String,
    own: Option<String>,
    /// Where it is in the video, in words.
    at: Option<String>,
}

#[derive(Template)]
#[template(path = "interview/mine_sound.html")]
struct SoundPage {
    frame: Frame,
}

/// One sentence and the way on.
#[derive(Template)]
#[template(path = "interview/mine_said.html")]
struct SaidPage {
    frame: Frame,
    sentence: String,
}

#[derive(Template)]
#[template(path = "interview/mine_piece.html")]
struct PiecePage {
    frame: Frame,
    piece: Piece,
    of: usize,
    player: Option<Player>,
}

#[derive(Template)]
#[template(path = "interview/mine_change.html")]
struct ChangePage {
    frame: Frame,
    piece: Piece,
    words: String,
    beside: bool,
    wrong: Wrong,
}

#[derive(Template)]
#[template(path = "interview/mine_away.html")]
struct AwayPage {
    frame: Frame,
    piece: Piece,
}

#[derive(Template)]
#[template(path = "interview/mine_end.html")]
struct EndPage {
    frame: Frame,
    pieces: Vec<Piece>,
    /// The day of their yes, once they said it.
    approved: Option<String>,
    /// What was recorded, when they said yes to sound.
    sound: Option<Vec<Heard>>,
}

fn piece(words: Words, n: usize, note: &Note) -> Piece {
    Piece {
        id: note.id.to_string(),
        n,
        text: note.text.clone(),
        own: note.own.clone(),
        at: note.at.map(|at| words.with("interview-at").s("time", position(at)).to_string()),
    }
}

async fn show(State(app): State<App>, guest: Guest, Query(asked): Query<Asked>) -> Answer {
    let frame = guest.visit.frame("interview-title").for_client();
    let Some(back) = app.house.own_interview(&guest.caller).await? else {
        return Ok(page(&SaidPage { frame, sentence: guest.visit.words.t("interview-none") }));
    };
    if back.state == InterviewState::Open {
        return Ok(match (asked.r#do.as_str(), back.sound_yes) {
            ("", None) => page(&SoundPage { frame: titled(&guest, "interview-sound-q") }),
            ("", Some(_)) => end(&guest, &back),
            (said, _) => {
                let key = if said == "yes" { "yes" } else { "no" };
                let sentence = guest.visit.words.t(&format!("interview-sound-thanks-{key}"));
                page(&SaidPage { frame, sentence })
            }
        });
    }
    let approved = matches!(back.state, InterviewState::Approved(_));
    let first = back.notes.iter().position(|note| note.read_back.is_none());
    let n = asked.n.or(first.map(|at| at + 1)).filter(|n| *n <= back.notes.len() && *n > 0);
    let (Some(n), false) = (n, approved && asked.r#do != "away") else { return Ok(end(&guest, &back)) };
    let Some(note) = back.notes.get(n - 1) else { return Ok(end(&guest, &back)) };
    let piece = piece(guest.visit.words, n, note);
    Ok(match asked.r#do.as_str() {
        "change" => change(&guest, piece, Wrong::default(), None),
        "away" => page(&AwayPage { frame: titled(&guest, "interview-away-title"), piece }),
        _ => page(&PiecePage {
            player: clip(&app, &guest, note).await,
            frame: titled(&guest, "interview-one"),
            piece,
            of: back.notes.len(),
        }),
    })
}

/// The place in the recording, for whoever came in by link; a screen that was handed over shows words only.
async fn clip(app: &App, guest: &Guest, note: &Note) -> Option<Player> {
    let at = note.at.filter(|_| guest.visit.handed_by.is_none())?;
    let (id, _) = app.house.own_place(&guest.caller).await.ok()?;
    let film = app.house.film(&guest.caller, id).await.ok()?;
    let clip = crate::dialogue::view::Clip::around(at, at);
    Some(Player::new(&film, true).at(clip.from, clip.to))
}

fn titled(guest: &Guest, key: &str) -> Frame {
    guest.visit.frame(key).for_client()
}

fn change(guest: &Guest, piece: Piece, wrong: Wrong, typed: Option<&Typed>) -> Response {
    let before = piece.own.clone().unwrap_or_default();
    page(&ChangePage {
        frame: titled(guest, "interview-change-title"),
        words: typed.map_or(before, |typed| typed.words.clone()),
        beside: typed.map_or(piece.own.is_some() && !piece.text.is_empty(), |typed| typed.place == "beside"),
        piece,
        wrong,
    })
}

/// All of it on one page: to say yes to, or what they said yes to.
fn end(guest: &Guest, back: &Back) -> Response {
    let words = guest.visit.words;
    let approved = match back.state {
        InterviewState::Approved(at) => Some(words.date(&at)),
        _ => None,
    };
    let waits = matches!(back.state, InterviewState::Offered(_));
    page(&EndPage {
        frame: titled(guest, if waits { "interview-end-title" } else { "interview-title" }),
        pieces: (1..).zip(&back.notes).map(|(n, note)| piece(words, n, note)).collect(),
        approved,
        sound: back.sound_yes.map(|_| heard(&back.sounds)),
    })
}

async fn go(State(app): State<App>, guest: Guest, Form(typed): Form<Typed>) -> Answer {
    let (house, caller) = (&app.house, &guest.caller);
    match typed.go.as_str() {
        "sound-yes" => {
            let handed = guest.visit.handed_by.is_some();
            house.allow_interview_sound(caller, if handed { Means::Tablet } else { Means::Link }).await?;
            Ok(to("?do=yes"))
        }
        // A no leaves no trace.
        "sound-no" => Ok(to("?do=no")),
        "sound-wipe" => {
            house.take_interview_sound_back(caller).await?;
            let frame = guest.visit.frame("interview-title").for_client();
            Ok(page(&SaidPage { frame, sentence: guest.visit.words.t("interview-sound-wiped") }))
        }
        "right" => {
            house.note_is_right(caller, note_id(&typed.note)?).await?;
            Ok(to(""))
        }
        "change" => Ok(to(&format!("?n={}&do=change", typed.n))),
        "away" => Ok(to(&format!("?n={}&do=away", typed.n))),
        "keep" => keep(&app, &guest, &typed).await,
        "wipe" => {
            house.throw_note_away(caller, note_id(&typed.note)?).await?;
            Ok(to(""))
        }
        "approve" => {
            house.approve_interview(caller).await?;
            Ok(to(""))
        }
        _ => Err(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    }
}

/// Keeps the client's own words; what could not be kept comes back with its sentence.
async fn keep(app: &App, guest: &Guest, typed: &Typed) -> Answer {
    let id = note_id(&typed.note)?;
    let beside = typed.place == "beside";
    let done = app.house.put_own_words(&guest.caller, id, &typed.words, beside).await;
    match mend(done, guest.visit.words)? {
        Ok(()) => Ok(to("")),
        Err(wrong) => {
            let back = app.house.own_interview(&guest.caller).await?.ok_or_else(Fault::unknown)?;
            let at = back.notes.iter().position(|note| note.id == id).ok_or_else(Fault::unknown)?;
            let piece = piece(guest.visit.words, at + 1, &back.notes[at]);
            let page = change(guest, piece, wrong, Some(typed));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn to(query: &str) -> Response {
    Redirect::to(&format!("/mine/interview{query}")).into_response()
}
