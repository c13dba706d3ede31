//! One card on one's own screen: the reader's half, unseen by the other until both turned it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use method::colearning::Card;
use method::ids::ConversationId;
use practice::colearning::{Dealt, Written};
use practice::conversation::Overview;
use serde::{Deserialize, Serialize};

use super::{Open, after, open, question};
use crate::app::{App, page};
use crate::conversation::show;
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/cards/{card}", get(show_card).post(write))
        .route("/conversations/{id}/cards/{card}/back", post(take_back))
        .route("/conversations/{id}/cards/{card}/state", get(state))
}

#[derive(Template)]
#[template(path = "colearning/card.html")]
struct CardPage {
    frame: Frame,
    id: ConversationId,
    card: Card,
    chair: &'static str,
    question: String,
    turn: String,
    mine: Written,
    saved: bool,
    turned: bool,
    halves: Vec<Open>,
    next: Option<Card>,
    wrong: Wrong,
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    text: String,
    #[serde(default)]
    drawing: String,
    go: String,
}

/// How a card stands, for the screen of whoever waits. Of the other it says only whether it lies open.
#[derive(Serialize)]
struct Standing {
    turned: bool,
    open: bool,
}

async fn show_card(
    State(app): State<App>,
    anyone: Anyone,
    Path((text, card)): Path<(String, String)>,
) -> Answer {
    let (id, card) = (show::id(&text)?, super::card(&card)?);
    let dealt = app.house.card(&anyone.caller, id, card).await?;
    let mine = dealt.mine.clone().unwrap_or_default();
    form(&app, &anyone, id, &dealt, mine, Wrong::default()).await
}

async fn form(
    app: &App,
    anyone: &Anyone,
    id: ConversationId,
    dealt: &Dealt,
    mine: Written,
    wrong: Wrong,
) -> Answer {
    let overview: Overview = app.house.conversation(&anyone.caller, id).await?;
    let (words, card) = (anyone.visit.words, dealt.card);
    let title = words.with("cards-card").s("n", card.key()).to_string();
    // The other's half first: one's own is known already.
    let mut sides: Vec<_> = dealt.open.iter().collect();
    sides.sort_by_key(|side| side.by == overview.me);
    let halves = sides.iter().map(|side| open(words, &overview, card, side, side.by == overview.me));
    Ok(page(&CardPage {
        frame: anyone.visit.frame_titled(title),
        id,
        card,
        chair: overview.me.key(),
        question: question(words, card, overview.me),
        turn: words.t(&format!("cards-{card}-turn")),
        saved: dealt.mine.is_some(),
        mine,
        turned: dealt.turned,
        halves: halves.collect(),
        next: after(card),
        wrong,
    }))
}

async fn write(
    State(app): State<App>,
    anyone: Anyone,
    Path((text, card)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (id, card) = (show::id(&text)?, super::card(&card)?);
    let turn = match typed.go.as_str() {
        "turn" => true,
        "save" => false,
        _ => return Err(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    };
    let written = Written { text: typed.text, drawing: typed.drawing };
    let done = app.house.write_card(&anyone.caller, id, card, &written, turn).await;
    match mend(done, anyone.visit.words)? {
        Ok(()) => Ok(again(id, card)),
        Err(wrong) => {
            let dealt = app.house.card(&anyone.caller, id, card).await?;
            let page = form(&app, &anyone, id, &dealt, written, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn take_back(
    State(app): State<App>,
    anyone: Anyone,
    Path((text, card)): Path<(String, String)>,
) -> Answer {
    let (id, card) = (show::id(&text)?, super::card(&card)?);
    app.house.take_card_back(&anyone.caller, id, card).await?;
    Ok(again(id, card))
}

async fn state(State(app): State<App>, anyone: Anyone, Path((text, card)): Path<(String, String)>) -> Answer {
    let (id, card) = (show::id(&text)?, super::card(&card)?);
    let dealt = app.house.card(&anyone.caller, id, card).await?;
    Ok(Json(Standing { turned: dealt.turned, open: dealt.lies_open() }).into_response())
}

fn again(id: ConversationId, card: Card) -> Response {
    Redirect::to(&format!("/conversations/{id}/cards/{card}")).into_response()
}
