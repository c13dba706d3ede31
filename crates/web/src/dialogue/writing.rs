//! Writing at the table: the shared reading, and something else that could have been said or done.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Form, Router};
use method::dialogue::Subject;
use method::dialogue::alternative::IdeaOf;
use method::ids::ConversationId;
use practice::Error;
use practice::dialogue::{Draft, Idea, Words, Written};

use super::subject::{IdeaForm, ReadingForm, Typed, render, subject};
use super::together;
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
    let from = typed.from.clone();
    let done = app.house.write_reading(&anyone.caller, id, about, &draft).await;
    let (status, back) = match mend(done, anyone.visit.words)? {
        Ok(Written::Kept) => return Ok(back_to(id, about, &typed.from, "reading")),
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
    let page = again(&app, &anyone, id, about, &from, back).await?;
    Ok((status, page).into_response())
}

/// The page from which a form was sent, now that it was kept.
fn back_to(id: ConversationId, about: Subject, from: &str, place: &str) -> Response {
    let page = match from {
        "together" => together::address(id),
        "room" => format!("{}?room=1", together::address(id)),
        _ => href(id, about),
    };
    Redirect::to(&format!("{page}#{place}")).into_response()
}

/// The page from which a form was sent, with everything that was typed still in it.
async fn again(
    app: &App,
    anyone: &Anyone,
    id: ConversationId,
    about: Subject,
    from: &str,
    typed: Typed,
) -> Answer {
    match from {
        "together" => together::render(app, anyone, id, false, Some(about), typed).await,
        "room" => together::render(app, anyone, id, true, Some(about), typed).await,
        _ => render(app, anyone, id, about, typed).await,
    }
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
        Ok(_) => Ok(back_to(id, about, &typed.from, "alternatives")),
        Err(idea_wrong) => {
            let from = typed.from.clone();
            let typed = Typed { idea: Some(typed), idea_wrong, ..Typed::default() };
            let page = again(&app, &anyone, id, about, &from, typed).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
