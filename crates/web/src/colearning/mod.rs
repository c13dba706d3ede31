//! Samenleer-wijzer: sixteen cards for the two in a conversation, each on their own screen or at one tablet; and a page
//! for everybody that shows how it goes.

mod card;
mod deck;
mod explain;
mod tablet;

use axum::Router;
use method::colearning::Card;
use method::roles::Perspective;
use practice::colearning::Side;
use practice::conversation::Overview;

use crate::app::App;
use crate::conversation::steps;
use crate::fault::Fault;
use crate::visit::Anyone;
use crate::words::Words;

pub(crate) fn routes() -> Router<App> {
    Router::new().merge(explain::routes()).merge(deck::routes()).merge(tablet::routes()).merge(card::routes())
}

/// A card of an address; anything else is unknown.
fn card(text: &str) -> Result<Card, Fault> {
    Card::parse(text).ok_or_else(Fault::unknown)
}

/// The card after this one, if there is one.
fn after(card: Card) -> Option<Card> {
    let at = Card::ALL.iter().position(|one| *one == card)?;
    Card::ALL.get(at + 1).copied()
}

/// The question on the half of whoever sits in this chair.
fn question(words: Words, card: Card, chair: Perspective) -> String {
    match chair {
        Perspective::Client => words.t(&format!("cards-{card}-client")),
        Perspective::Professional | Perspective::Coach => words.t(&format!("cards-{card}-pro")),
    }
}

/// One half that lies open.
struct Open {
    /// The chair's word, for sign and colour.
    chair: &'static str,
    /// What stands above it: "dit schreef u" or the other's name.
    title: String,
    question: String,
    text: String,
    drawing: String,
    /// What the drawing is, for who does not see it.
    drawing_name: String,
}

fn open(words: Words, overview: &Overview, card: Card, side: &Side, own: bool) -> Open {
    let name = steps::person(words, overview, side.by);
    let title = if own {
        words.t("cards-open-mine")
    } else {
        words.with("cards-open-other").s("name", &name).to_string()
    };
    Open {
        chair: side.by.key(),
        title,
        question: question(words, card, side.by),
        text: side.written.text.clone(),
        drawing: side.written.drawing.clone(),
        drawing_name: words.with("cards-open-drawing").s("name", &name).to_string(),
    }
}

/// Where the way back leads from the cards: the conversation, or the client's place.
fn home(anyone: &Anyone, overview: &Overview) -> (String, String) {
    let words = anyone.visit.words;
    if anyone.visit.member.is_some() {
        (format!("/conversations/{}", overview.id), words.t("cards-back-conversation"))
    } else {
        ("/mine".to_owned(), words.t("place-back"))
    }
}
