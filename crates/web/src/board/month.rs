//! A month of the board, to talk about in the team: on a screen, or printed and laid on the table.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use method::board::{Month, PieceKind};
use practice::board::{Piece, Reaction, Wanted};

use super::month_name;
use super::wall::{Note, note};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/board/months/{month}", get(show))
}

/// A piece with what others answered.
type Entry = (Note, Vec<Reaction>);

#[derive(Template)]
#[template(path = "board/month.html")]
struct MonthPage {
    frame: Frame,
    /// Dilemmas and lessons, each with their heading.
    parts: Vec<(PieceKind, String, Vec<Entry>)>,
    /// Whether the month still goes on.
    going: bool,
    empty: bool,
    others: Vec<(Month, String)>,
}

fn part(words: Words, kind: PieceKind, pieces: &[Piece]) -> (PieceKind, String, Vec<Entry>) {
    let of_kind = pieces.iter().filter(|piece| piece.kind == kind);
    let entry = |piece: &Piece| (note(words, piece), piece.reactions.clone());
    (kind, words.t(&format!("board-kinds-{kind}")), of_kind.map(entry).collect())
}

async fn show(State(app): State<App>, staff: Staff, Path(month): Path<String>) -> Answer {
    let words = staff.visit.words;
    let month = Month::parse(&month).ok_or_else(Fault::unknown)?;
    let wanted = Wanted { month: Some(month), ..Wanted::default() };
    let mut pieces = app.house.board(&staff.caller, wanted).await?;
    pieces.retain(|piece| piece.taken_for.is_none());
    let others = app.house.board_months(&staff.caller).await?.into_iter().filter(|other| *other != month);
    let title = words.with("board-month-title").s("month", month_name(words, month)).to_string();
    Ok(page(&MonthPage {
        frame: staff.visit.frame_titled(title),
        empty: pieces.is_empty(),
        parts: PieceKind::ALL.iter().map(|kind| part(words, *kind, &pieces)).collect(),
        going: month == Month::of(staff.visit.now),
        others: others.map(|other| (other, month_name(words, other))).collect(),
    }))
}
