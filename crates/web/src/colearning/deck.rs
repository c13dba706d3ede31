//! All cards of a conversation, for the two it is between; and what they share, for the coach.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::Refusal;
use method::colearning::Card;
use method::roles::Perspective;
use practice::colearning::{Dealt, Deck};
use practice::conversation::Overview;
use serde::Deserialize;

use super::{Open, home, open, question};
use crate::app::{App, page};
use crate::conversation::{show, steps};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::{Anyone, Guest};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/cards", get(show_deck))
        .route("/conversations/{id}/cards/share", post(share))
        .route("/mine/cards", get(mine))
}

/// A card in the deck, face down: the reader's own question and where it stands.
struct Lies {
    href: String,
    number: &'static str,
    question: String,
    /// The key of where it stands, if anything was done with it.
    state: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "colearning/deck.html")]
struct DeckPage {
    frame: Frame,
    id: String,
    back: (String, String),
    cards: Vec<Lies>,
    /// Whether the two can also sit at this screen together.
    tablet: bool,
    /// Whether they chose each their own screen.
    phones: bool,
    coach: bool,
    any_open: bool,
    shares: bool,
    shared: bool,
    until: Option<String>,
}

/// One card with both its halves.
struct Pair {
    number: &'static str,
    halves: Vec<Open>,
    turn: String,
}

#[derive(Template)]
#[template(path = "colearning/shared.html")]
struct SharedPage {
    frame: Frame,
    back: (String, String),
    pairs: Vec<Pair>,
}

#[derive(Deserialize)]
struct Way {
    #[serde(default)]
    way: String,
}

#[derive(Deserialize)]
struct Sharing {
    go: String,
}

async fn mine(State(app): State<App>, guest: Guest) -> Answer {
    let (id, _) = app.house.own_place(&guest.caller).await?;
    Ok(Redirect::to(&format!("/conversations/{id}/cards")).into_response())
}

async fn show_deck(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Query(way): Query<Way>,
) -> Answer {
    let id = show::id(&text)?;
    let overview = app.house.conversation(&anyone.caller, id).await?;
    if overview.me == Perspective::Coach {
        return shared(&app, &anyone, &overview).await;
    }
    let deck = app.house.cards(&anyone.caller, id).await?;
    let words = anyone.visit.words;
    let tablet = anyone.visit.member.is_some() && overview.me == Perspective::Professional;
    let phones = !tablet || way.way == "phones";
    let until =
        deck.until.map(|until| words.with("cards-own-until").s("date", words.date(&until)).to_string());
    Ok(page(&DeckPage {
        frame: anyone.visit.frame("cards-title"),
        id: id.to_string(),
        back: home(&anyone, &overview),
        cards: deck.cards.iter().map(|dealt| lies(&anyone, &overview, &deck, dealt, phones)).collect(),
        tablet,
        phones,
        coach: deck.coach,
        any_open: deck.cards.iter().any(Dealt::lies_open),
        shares: deck.shares,
        shared: deck.shared,
        until,
    }))
}

fn lies(anyone: &Anyone, overview: &Overview, deck: &Deck, dealt: &Dealt, phones: bool) -> Lies {
    let state = match dealt {
        one if one.lies_open() => Some("cards-state-open"),
        Dealt { turned: true, .. } => Some("cards-state-turned"),
        Dealt { mine: Some(_), .. } => Some("cards-state-mine"),
        _ => None,
    };
    // A card on which one wrote alone goes on on one's own screen.
    let room = if phones || state.is_some_and(|state| state != "cards-state-open") { "" } else { "/table" };
    Lies {
        href: format!("/conversations/{}/cards/{}{room}", overview.id, dealt.card),
        number: dealt.card.key(),
        question: question(anyone.visit.words, dealt.card, deck.me),
        state,
    }
}

async fn shared(app: &App, anyone: &Anyone, overview: &Overview) -> Answer {
    let cards = app.house.shared_cards(&anyone.caller, overview.id).await?;
    let words = anyone.visit.words;
    let pairs = cards.iter().map(|(card, sides): &(Card, _)| Pair {
        number: card.key(),
        halves: sides.iter().map(|side| open(words, overview, *card, side, false)).collect(),
        turn: words.t(&format!("cards-{card}-turn")),
    });
    Ok(page(&SharedPage {
        frame: anyone.visit.frame("cards-shared-title"),
        back: (format!("/conversations/{}", overview.id), steps::name(words, overview)),
        pairs: pairs.collect(),
    }))
}

async fn share(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(typed): Form<Sharing>,
) -> Answer {
    let id = show::id(&text)?;
    let shared = match typed.go.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Refusal::Unknown.into()),
    };
    app.house.share_cards(&anyone.caller, id, shared).await?;
    Ok(Redirect::to(&format!("/conversations/{id}/cards#share")).into_response())
}
