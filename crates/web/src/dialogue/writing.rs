//! Writing at the table: the shared reading, and something else that could have been said or done.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::post;
use axum::{Form, Router};
use method::dialogue::alternative::IdeaOf;
use practice::Error;
use practice::dialogue::{Draft, Idea, Words, Written};

use super::subject::{IdeaForm, ReadingForm, Typed, render, subject};
use super::view::href;
use crate::app::App;
use crate::conversation::show;
use crate::fault::Answer;
use crate::form::mend;
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/dialogue/{subject}/reading", post(write_reading))
        .route("/conversations/{id}/dialogue/{subject}/alternative", post(add_alternative))
}

async fn write_reading(
    State(app): State<App>,
    anyone: Anyone,
    Path((id, about)): Path<(String, String)>,
    Form(typed): Form<ReadingForm>,
) -> Answer {
    let (id, about) = (show::id(&id)?, subject(&about)?);
    let draft = Draft {
        words: Words {
            ours: typed.ours.clone(),
            all_saw: typed.all_saw.clone(),
            unknown: typed.unknown.clone(),
        },
        differs: typed.differs.is_some(),
        seen: typed.version,
    };
    let done = app.house.write_reading(&anyone.caller, id, about, &draft).await;
    let (status, back) = match mend(done, anyone.visit.words)? {
        Ok(Written::Kept) => return Ok(Redirect::to(&format!("{}#reading", href(id, about))).into_response()),
        Ok(Written::Meanwhile(theirs)) => {
            // What they wrote counts as seen from here on, so that the next time one's own text can be kept.
            let reading = Some(ReadingForm { version: theirs.version, ..typed });
            (StatusCode::CONFLICT, Typed { reading, meanwhile: true, ..Typed::default() })
        }
        Err(reading_wrong) => {
            let typed = Typed { reading: Some(typed), reading_wrong, ..Typed::default() };
            (StatusCode::UNPROCESSABLE_ENTITY, typed)
        }
    };
    let page = render(&app, &anyone, id, about, back).await?;
    Ok((status, page).into_response())
}

async fn add_alternative(
    State(app): State<App>,
    anyone: Anyone,
    Path((id, about)): Path<(String, String)>,
    Form(typed): Form<IdeaForm>,
) -> Answer {
    let (id, about) = (show::id(&id)?, subject(&about)?);
    let done = match IdeaOf::parse(&typed.idea_of) {
        Some(of) => {
            let idea = Idea {
                intention: typed.intention.clone(),
                words: typed.words.clone(),
                might: typed.might.clone(),
                asks: typed.asks.clone(),
                of,
            };
            app.house.add_alternative(&anyone.caller, id, about, &idea).await
        }
        None => Err(Error::invalid("idea_of", "invalid-choice")),
    };
    match mend(done, anyone.visit.words)? {
        Ok(_) => Ok(Redirect::to(&format!("{}#alternatives", href(id, about))).into_response()),
        Err(idea_wrong) => {
            let typed = Typed { idea: Some(typed), idea_wrong, ..Typed::default() };
            let page = render(&app, &anyone, id, about, typed).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
