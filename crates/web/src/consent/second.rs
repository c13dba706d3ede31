//! The second yes on the professional's side: their own, and waiting for the client's.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum_extra::extract::Form;
use method::Refusal;
use method::consent::{Means, Purpose};
use method::roles::Perspective;
use practice::consent::Answers;
use practice::conversation::Overview;

use super::answers::{self, Question};
use super::show::{own_place, own_yes};
use super::texts::{Hand, Text};
use crate::app::{App, page};
use crate::conversation::{show::id, steps};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/second", get(show).post(say))
}

#[derive(Template)]
#[template(path = "consent/second.html")]
struct SecondPage {
    frame: Frame,
    id: String,
    name: String,
    date: String,
    /// Whether the reader is in the picture and still has to say it.
    mine: bool,
    professional: bool,
    client_waits: bool,
    beside_waits: bool,
    /// Whose paper of the second yes can be entered.
    client: String,
    days: i64,
    waits: Option<String>,
    questions: Vec<Question>,
    said: bool,
    wrong: Wrong,
}

/// Whoever sits in a chair and has not said the second yes to looking.
pub(super) fn waits_for(conversation: &Overview, chair: Perspective) -> bool {
    let party = conversation.facts.parties.iter().find(|party| party.perspective == chair);
    let yes = party.and_then(|party| party.yes(Purpose::Look));
    yes.is_some_and(|yes| yes.lives() && !yes.confirmed())
}

async fn show(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    if let Some(own) = own_place(&conversation) {
        return Ok(own);
    }
    form(&staff, &conversation, Wrong::default())
}

/// The page, with what is wrong in one of its forms.
pub(super) fn form(staff: &Staff, conversation: &Overview, wrong: Wrong) -> Answer {
    let words = staff.visit.words;
    if conversation.facts.destroyed.is_some() {
        return Err(Refusal::ConsentWithdrawn.into());
    }
    if let Some(ended) = conversation.facts.ended_by_itself(staff.visit.now) {
        return Err(ended.into());
    }
    let until = conversation.facts.second_yes_until.ok_or(Refusal::RecordingMissing)?;
    let waiting = |chair: &&Perspective| waits_for(conversation, **chair) && **chair != conversation.me;
    let lacking = conversation.facts.companions.iter().filter(|one| {
        let yes = one.yeses.iter().find(|(purpose, _)| *purpose == Purpose::Look);
        !yes.is_some_and(|(_, yes)| yes.confirmed())
    });
    let besides = lacking.map(|one| super::beside::name(words, conversation, one));
    let beside_waits = besides.clone().next().is_some();
    let waits: Vec<String> = [Perspective::Professional, Perspective::Client]
        .iter()
        .filter(waiting)
        .map(|chair| steps::person(words, conversation, *chair))
        .chain(besides)
        .collect();
    Ok(page(&SecondPage {
        frame: staff.visit.frame("asking-second-title"),
        id: conversation.id.to_string(),
        name: steps::name(words, conversation),
        date: words.date(&until),
        mine: waits_for(conversation, conversation.me),
        professional: conversation.me == Perspective::Professional,
        client_waits: waits_for(conversation, Perspective::Client) && !conversation.across_has_account(),
        beside_waits,
        client: super::show::client_id(conversation),
        days: staff.visit.now.days_until(until),
        waits: (!waits.is_empty()).then(|| steps::listed(words, &waits)),
        questions: answers::own_questions(words, &own_yes(conversation, conversation.me)),
        said: true,
        wrong,
    }))
}

async fn say(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    // Who is not in the picture has no yes to give, whatever they fill in.
    if !conversation.me.in_picture() {
        return Err(method::Refusal::NotInvited.into());
    }
    let go = pairs.iter().find(|(name, _)| name == "go").map(|(_, go)| go.as_str());
    let chosen = match go {
        Some("keep") => Ok(own_yes(&conversation, conversation.me)),
        Some("change") => answers::all_answered(&pairs),
        Some("stop") => {
            return Ok(Redirect::to(&format!("/conversations/{}/stop", conversation.id)).into_response());
        }
        _ => return Err(Fault::of(axum::http::StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    };
    let done = match chosen {
        Ok(yes) => {
            let until = conversation.facts.second_yes_until;
            let text = Text::second(staff.visit.words, Hand::Professional, until);
            let text_version = text.keep(&app, &staff.caller).await?;
            let said = Answers { yes: &yes, means: Means::Account, text_version: &text_version };
            app.house.say_yes_again(&staff.caller, conversation.id, &said).await
        }
        Err(error) => Err(error),
    };
    match mend(done, staff.visit.words)? {
        Ok(()) => Ok(Redirect::to(&format!("/conversations/{}/second", conversation.id)).into_response()),
        Err(wrong) => {
            let page = form(&staff, &conversation, wrong)?;
            Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
