//! The professional's own yes.

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::post;
use axum_extra::extract::Form;
use method::consent::{Means, Purpose};
use practice::consent::Answers;

use super::texts::{Hand, Text};
use super::{answers, show};
use crate::app::App;
use crate::conversation::show::id;
use crate::fault::Answer;
use crate::form::done_or_form;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/consent", post(say))
}

async fn say(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    let terms = staff.visit.terms(&app).await?;
    let done = match answers::all_answered(&pairs) {
        Ok(yes) => {
            let text = Text::first(staff.visit.words, &terms, Hand::Professional);
            // A no keeps nothing, not even which text was there.
            let text_version = match yes.contains(&Purpose::Look) {
                true => text.keep(&app, &staff.caller).await?,
                false => String::new(),
            };
            let said = Answers { yes: &yes, means: Means::Account, text_version: &text_version };
            app.house.say_yes(&staff.caller, conversation.id, &said).await
        }
        Err(error) => Err(error),
    };
    done_or_form(
        done,
        staff.visit.words,
        |()| format!("/conversations/{}/consent", conversation.id),
        async |wrong| show::form(&app, &staff, &conversation, wrong).await,
    )
    .await
}
