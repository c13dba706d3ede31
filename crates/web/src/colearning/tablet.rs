//! One card at one tablet between the two: each half faces its own person, and both turn at once.
//!
//! Nothing is sent before both tapped, so there is nothing that the other could read.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum::{Form, Router};
use method::Refusal;
use method::colearning::Card;
use method::ids::ConversationId;
use method::roles::Perspective;
use practice::colearning::Written;
use serde::Deserialize;

use super::{Open, after, open, question};
use crate::app::{App, page};
use crate::conversation::{show, steps};
use crate::fault::Answer;
use crate::form::{Wrong, done_or_form};
use crate::frame::Frame;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/cards/{card}/table", get(show_table).post(turn))
}

/// Someone's half of the screen.
struct Half {
    chair: &'static str,
    name: String,
    question: String,
    /// Names of the fields on it.
    text_field: &'static str,
    drawing_field: &'static str,
    typed: Written,
    wrong: Option<String>,
    /// What the other wrote, once the card lies open, and what one wrote oneself.
    open: Vec<Open>,
}

#[derive(Template)]
#[template(path = "colearning/table.html")]
struct TablePage {
    frame: Frame,
    id: ConversationId,
    /// The client's half, on the far side; the professional's, on the near side.
    halves: Vec<Half>,
    turn: String,
    lies_open: bool,
    next: Option<Card>,
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    client_text: String,
    #[serde(default)]
    client_drawing: String,
    #[serde(default)]
    professional_text: String,
    #[serde(default)]
    professional_drawing: String,
}

const CHAIRS: [(Perspective, &str, &str); 2] = [
    (Perspective::Client, "client_text", "client_drawing"),
    (Perspective::Professional, "professional_text", "professional_drawing"),
];

async fn show_table(
    State(app): State<App>,
    staff: Staff,
    Path((text, card)): Path<(String, String)>,
) -> Answer {
    let (id, card) = (show::id(&text)?, super::card(&card)?);
    form(&app, &staff, id, card, [Written::default(), Written::default()], &Wrong::default()).await
}

async fn form(
    app: &App,
    staff: &Staff,
    id: ConversationId,
    card: Card,
    typed: [Written; 2],
    wrong: &Wrong,
) -> Answer {
    let overview = app.house.conversation(&staff.caller, id).await?;
    let dealt = app.house.card(&staff.caller, id, card).await?;
    if overview.me != Perspective::Professional {
        return Err(Refusal::Unknown.into());
    }
    // Whoever wrote on a screen of their own goes on there.
    if dealt.mine.is_some() && !dealt.lies_open() {
        return Ok(Redirect::to(&format!("/conversations/{id}/cards/{card}")).into_response());
    }
    let words = staff.visit.words;
    let halves = CHAIRS.into_iter().zip(typed).map(|((chair, text_field, drawing_field), typed)| {
        let mut sides: Vec<_> = dealt.open.iter().collect();
        sides.sort_by_key(|side| side.by == chair);
        Half {
            chair: chair.key(),
            name: steps::person(words, &overview, chair),
            question: question(words, card, chair),
            text_field,
            drawing_field,
            typed,
            wrong: wrong.any().map(ToOwned::to_owned),
            open: sides.iter().map(|side| open(words, &overview, card, side, side.by == chair)).collect(),
        }
    });
    let title = words.with("cards-card").s("n", card.key()).to_string();
    Ok(page(&TablePage {
        frame: staff.visit.frame_titled(title).at_the_table(),
        id,
        halves: halves.collect(),
        turn: words.t(&format!("cards-{card}-turn")),
        lies_open: dealt.lies_open(),
        next: after(card),
    }))
}

async fn turn(
    State(app): State<App>,
    staff: Staff,
    Path((text, card)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (id, card) = (show::id(&text)?, super::card(&card)?);
    let client = Written { text: typed.client_text, drawing: typed.client_drawing };
    let professional = Written { text: typed.professional_text, drawing: typed.professional_drawing };
    let done = app.house.turn_together(&staff.caller, id, card, &client, &professional).await;
    done_or_form(
        done,
        staff.visit.words,
        |()| format!("/conversations/{id}/cards/{card}/table"),
        async |wrong| form(&app, &staff, id, card, [client, professional], &wrong).await,
    )
    .await
}
