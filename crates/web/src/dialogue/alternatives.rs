//! The page on which someone changes another way to act that they wrote, or takes it back.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::dialogue::alternative::IdeaOf;
use method::ids::{AlternativeId, ConversationId};
use practice::dialogue::{Alternative, Idea};

use super::sentence::Typed;
use super::view::href;
use crate::app::{App, page};
use crate::conversation::show;
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, done_or_form};
use crate::frame::Frame;
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/alternatives/{alternative}", get(change).post(keep))
        .route("/conversations/{id}/alternatives/{alternative}/remove", post(remove))
}

#[derive(Template)]
#[template(path = "dialogue/alternative.html")]
struct AlternativePage {
    frame: Frame,
    back: String,
    here: String,
    typed: Typed,
    wrong: Wrong,
}

/// One of the reader's own, and where it stands.
async fn own(
    app: &App,
    anyone: &Anyone,
    id: ConversationId,
    which: AlternativeId,
) -> Result<Alternative, Fault> {
    let me = app.house.conversation(&anyone.caller, id).await?.my_id;
    let one = app.house.alternative(&anyone.caller, id, which).await?;
    let author = one.author.ok_or_else(Fault::unknown)?;
    method::dialogue::alternative::change(author, me, one.tryouts)?;
    Ok(one)
}

fn ids((id, which): (String, String)) -> Result<(ConversationId, AlternativeId), Fault> {
    Ok((show::id(&id)?, AlternativeId::parse(&which).ok_or_else(Fault::unknown)?))
}

fn form(
    anyone: &Anyone,
    id: ConversationId,
    one: &Alternative,
    typed: Typed,
    wrong: Wrong,
) -> axum::response::Response {
    page(&AlternativePage {
        frame: anyone.visit.frame("alternative-change"),
        back: href(id, one.subject),
        here: format!("/conversations/{id}/alternatives/{}", one.id),
        typed,
        wrong,
    })
}

async fn change(State(app): State<App>, anyone: Anyone, Path(path): Path<(String, String)>) -> Answer {
    let (id, which) = ids(path)?;
    let one = own(&app, &anyone, id, which).await?;
    let typed = Typed {
        intention: one.intention.clone(),
        words: one.words.clone(),
        might: one.might.clone().unwrap_or_default(),
        asks: one.asks.clone().unwrap_or_default(),
        ..Typed::default()
    };
    Ok(form(&anyone, id, &one, typed, Wrong::default()))
}

async fn keep(
    State(app): State<App>,
    anyone: Anyone,
    Path(path): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (id, which) = ids(path)?;
    let one = own(&app, &anyone, id, which).await?;
    let idea = Idea::new(typed.sentence(), one.idea_of);
    done_or_form(
        app.house.change_alternative(&anyone.caller, id, which, &idea).await,
        anyone.visit.words,
        |()| format!("{}#alternatives", href(id, one.subject)),
        async |wrong| Ok(form(&anyone, id, &one, typed, wrong)),
    )
    .await
}

async fn remove(State(app): State<App>, anyone: Anyone, Path(path): Path<(String, String)>) -> Answer {
    let (id, which) = ids(path)?;
    let one = own(&app, &anyone, id, which).await?;
    app.house.remove_alternative(&anyone.caller, id, which).await?;
    Ok(Redirect::to(&format!("{}#alternatives", href(id, one.subject))).into_response())
}

/// An idea that was typed in a form with a word for whose it was.
pub(super) fn idea(typed: &Typed, of: IdeaOf) -> Idea {
    Idea::new(typed.sentence(), of)
}
