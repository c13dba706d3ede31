//! Taking back a piece without a name, by its word. Nobody has to come in for it, so that nothing can tell who did.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Form, Router};
use practice::board::Withdrawn;
use serde::Deserialize;

use super::wall::taken_name;
use crate::app::{App, page};
use crate::fault::Answer;
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Visit;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/board/withdraw", get(form).post(withdraw))
}

#[derive(Template)]
#[template(path = "board/withdraw.html")]
struct WithdrawPage {
    frame: Frame,
    /// What became of it, once something did.
    done: Option<String>,
    /// Whether the reader came in, and so can go back to the board.
    inside: bool,
    word: String,
    wrong: Wrong,
}

fn shown(visit: &Visit, done: Option<String>, word: String, wrong: Wrong) -> Response {
    let inside = visit.member.is_some();
    page(&WithdrawPage { frame: visit.frame("board-withdraw-title"), done, inside, word, wrong })
}

async fn form(visit: Visit) -> Answer {
    Ok(shown(&visit, None, String::new(), Wrong::default()))
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    word: String,
}

async fn withdraw(State(app): State<App>, visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let words = visit.words;
    let done = app.house.withdraw_nameless(&typed.word, visit.now).await;
    Ok(match mend(done, words)? {
        Ok(Withdrawn::Gone) => {
            shown(&visit, Some(words.t("board-withdrawn")), String::new(), Wrong::default())
        }
        Ok(Withdrawn::TakenAway(why)) => {
            let done = words.with("board-withdrawn-taken").s("why", taken_name(words, why)).to_string();
            shown(&visit, Some(done), String::new(), Wrong::default())
        }
        Err(wrong) => {
            (StatusCode::UNPROCESSABLE_ENTITY, shown(&visit, None, typed.word, wrong)).into_response()
        }
    })
}
