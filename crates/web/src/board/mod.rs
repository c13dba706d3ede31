//! The learning board: a calm wall of short notes, a form that minds names, a month to talk about in the team.

mod month;
mod piece;
mod wall;
mod withdraw;
mod write;

use axum::Router;
use method::board::Month;
use method::ids::PieceId;
use method::names::Found;

use crate::app::App;
use crate::fault::Fault;
use crate::words::Words;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(wall::routes())
        .merge(write::routes())
        .merge(withdraw::routes())
        .merge(month::routes())
        .merge(piece::routes())
}

/// A month in words: "november 2026".
fn month_name(words: Words, month: Month) -> String {
    format!("{} {}", words.t(&format!("month-{}", month.month)), month.year)
}

fn piece_id(text: &str) -> Result<PieceId, Fault> {
    PieceId::parse(text).ok_or_else(Fault::unknown)
}

/// A word that may be a name, and whether the writer can say that it is none.
struct Hit {
    word: String,
    sentence: String,
    can_stay: bool,
    said: bool,
}

/// What was found, and the words that were waved through before and are not asked again.
fn hits(words: Words, found: Vec<Found>, said: Vec<String>) -> (Vec<Hit>, Vec<String>) {
    let hit = |one: Found| Hit {
        sentence: words.with("refusal-name-found").s("word", &one.word).to_string(),
        can_stay: one.why.can_stay(),
        said: said.contains(&one.word),
        word: one.word,
    };
    let hits: Vec<Hit> = found.into_iter().map(hit).collect();
    let rest = said.into_iter().filter(|word| !hits.iter().any(|hit| hit.word == *word)).collect();
    (hits, rest)
}
