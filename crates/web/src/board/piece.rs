//! One piece: who recognises it, what others answer, and what whoever guards the law can take away.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::Form;
use method::board::{REACTION_MAX, TakenFor};
use method::ids::{PieceId, ReactionId};
use method::names::Found;
use method::roles::Role;
use practice::board::{Reacting, Reaction};
use practice::names::tidy_no_names;
use serde::Deserialize;

use super::wall::{Note, note, taken_name, writes};
use super::{Hit, hits, piece_id};
use crate::app::{App, page};
use crate::dialogue::sentence::Choice;
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/board/{id}", get(show))
        .route("/board/{id}/recognise", post(recognise))
        .route("/board/{id}/react", post(react))
        .route("/board/{id}/flag", post(flag))
        .route("/board/{id}/judge", post(judge))
        .route("/board/answers/{id}/remove", post(remove_answer))
        .route("/board/answers/{id}/judge", post(judge_answer))
}

#[derive(Template)]
#[template(path = "board/piece.html")]
struct PiecePage {
    frame: Frame,
    note: Note,
    reactions: Vec<Reaction>,
    writes: bool,
    guards: bool,
    whys: Vec<Choice>,
    /// The id that an answer will have: so a form that is sent twice answers once.
    answer: String,
    text: String,
    hits: Vec<Hit>,
    no_names: Vec<String>,
    most: usize,
    wrong: Wrong,
}

fn whys(words: Words) -> Vec<Choice> {
    let one =
        |why: &TakenFor| Choice { value: why.key().to_owned(), name: taken_name(words, *why), chosen: false };
    TakenFor::ALL.iter().map(one).collect()
}

async fn shown(
    app: &App,
    staff: &Staff,
    id: PieceId,
    sent: Sent,
    (found, wrong): (Vec<Found>, Wrong),
) -> Answer<Response> {
    let words = staff.visit.words;
    let piece = app.house.board_piece(&staff.caller, id).await?;
    let (hits, no_names) = hits(words, found, tidy_no_names(&sent.no_name)?);
    Ok(page(&PiecePage {
        frame: staff.visit.frame_titled(words.t(&format!("board-kind-{}", piece.kind))),
        note: note(words, &piece),
        reactions: piece.reactions,
        writes: writes(staff),
        guards: staff.is(Role::PrivacyOfficer),
        whys: whys(words),
        answer: sent.answer,
        text: sent.text,
        hits,
        no_names,
        most: REACTION_MAX,
        wrong,
    }))
}

async fn show(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let sent = Sent { answer: ReactionId::new().to_string(), ..Sent::default() };
    shown(&app, &staff, piece_id(&id)?, sent, Default::default()).await
}

#[derive(Deserialize)]
struct Going {
    #[serde(default)]
    go: String,
    /// From where it was said: the wall, or the piece's own page.
    #[serde(default)]
    at: String,
}

async fn recognise(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(going): Form<Going>,
) -> Answer {
    let does = match going.go.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    };
    let piece = piece_id(&id)?;
    app.house.recognise_piece(&staff.caller, piece, does).await?;
    let to = if going.at == "wall" { format!("/board#piece-{piece}") } else { format!("/board/{piece}") };
    Ok(Redirect::to(&to).into_response())
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Sent {
    #[serde(default)]
    answer: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    no_name: Vec<String>,
}

async fn react(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(mut sent): Form<Sent>,
) -> Answer {
    let piece = piece_id(&id)?;
    let answer = ReactionId::parse(&sent.answer).unwrap_or_else(ReactionId::new);
    sent.answer = answer.to_string();
    let no_names = tidy_no_names(&sent.no_name)?;
    let done = app.house.react(&staff.caller, piece, (answer, &sent.text), &no_names).await;
    let came = match mend(done, staff.visit.words)? {
        Ok(Reacting::Stands) => return Ok(Redirect::to(&format!("/board/{piece}#answers")).into_response()),
        Ok(Reacting::Found(found)) => (found, Wrong::default()),
        Err(wrong) => (Vec::new(), wrong),
    };
    let again = shown(&app, &staff, piece, sent, came).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, again).into_response())
}

async fn flag(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let piece = piece_id(&id)?;
    app.house.flag_piece(&staff.caller, piece).await?;
    Ok(page(&FlaggedPage { frame: staff.visit.frame("board-flagged-title"), piece }))
}

#[derive(Template)]
#[template(path = "board/flagged.html")]
struct FlaggedPage {
    frame: Frame,
    piece: PieceId,
}

#[derive(Deserialize)]
struct Judged {
    #[serde(default)]
    why: String,
}

async fn judge(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(judged): Form<Judged>,
) -> Answer {
    let why = match judged.why.as_str() {
        "none" => None,
        word => {
            Some(TakenFor::parse(word).ok_or(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form"))?)
        }
    };
    app.house.judge_piece(&staff.caller, piece_id(&id)?, why).await?;
    Ok(Redirect::to("/board").into_response())
}

fn answer_id(text: &str) -> Result<ReactionId, Fault> {
    ReactionId::parse(text).ok_or_else(Fault::unknown)
}

async fn remove_answer(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let piece = app.house.remove_reaction(&staff.caller, answer_id(&id)?).await?;
    Ok(Redirect::to(&format!("/board/{piece}#answers")).into_response())
}

async fn judge_answer(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(judged): Form<Judged>,
) -> Answer {
    let form = Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form");
    let why = TakenFor::parse(&judged.why).ok_or(form)?;
    let piece = app.house.take_reaction_away(&staff.caller, answer_id(&id)?, why).await?;
    Ok(Redirect::to(&format!("/board/{piece}#answers")).into_response())
}
