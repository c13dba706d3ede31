//! The page of one conversation: the path of six steps, and who takes part.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::ids::{ConversationId, MemberId};
use method::path::{Standing, Step, Stop};
use method::recording::RecordingState;
use method::roles::Perspective;
use practice::conversation::Overview;
use serde::Deserialize;

use super::steps::{self, Shown};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}", get(show))
        .route("/conversations/{id}/coach", post(invite_coach))
        .route("/conversations/{id}/coach/end", post(take_back))
}

struct Someone {
    perspective: &'static str,
    name: String,
}

#[derive(Template)]
#[template(path = "conversation/show.html")]
struct ConversationPage {
    frame: Frame,
    id: ConversationId,
    day: String,
    /// Whether the title is a name, so that the day still has to be said.
    named: bool,
    people: Vec<Someone>,
    steps: Vec<Shown>,
    /// Whether it is still there.
    open: bool,
    /// Whether the cards of the Samenleer-wijzer open for this reader.
    cards: bool,
    /// Coaches to choose from, when the professional has invited none.
    coaches: Vec<(MemberId, String)>,
    /// Other rooms of this conversation: address, name, why.
    more: Vec<(String, String, String)>,
    /// The client's name, for a coach who can ask them.
    interview: Option<String>,
    /// The coach's name, for the professional who can take their invitation back, and whether their look lies on the table.
    coach: Option<(String, bool)>,
    /// The client's name, for a coach who can write down what they say.
    write_for: Option<String>,
    wrong: Wrong,
}

#[derive(Deserialize)]
struct Coach {
    coach: String,
}

/// Reads a conversation's id from an address; anything else is unknown.
pub(crate) fn id(text: &str) -> Result<ConversationId, Fault> {
    ConversationId::parse(text).ok_or_else(Fault::unknown)
}

async fn show(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    form(&app, &staff, &conversation, Wrong::default()).await
}

async fn form(app: &App, staff: &Staff, conversation: &Overview, wrong: Wrong) -> Answer {
    let words = staff.visit.words;
    let alone = conversation.facts.parties.iter().all(|party| party.perspective != Perspective::Coach);
    let open = conversation.facts.destroyed.is_none();
    let may_invite = open && alone && conversation.me == Perspective::Professional;
    let across = conversation.facts.parties.iter().filter_map(|party| party.member).collect::<Vec<_>>();
    let coaches =
        if may_invite { app.house.coaches(&staff.caller, conversation.kind).await? } else { Vec::new() };
    let coaches = coaches.into_iter().filter(|(id, _)| !across.contains(id)).collect();
    let people = conversation.people.iter().map(|person| Someone {
        perspective: person.perspective.key(),
        name: steps::person(words, conversation, person.perspective),
    });
    Ok(page(&ConversationPage {
        frame: staff.visit.frame_titled(steps::name(words, conversation)),
        id: conversation.id,
        day: words.date(&conversation.held_on),
        named: conversation.name_of(Perspective::Client).is_some(),
        people: people.collect(),
        steps: steps::shown(words, conversation),
        open,
        cards: open && app.house.cards_open(&staff.caller, conversation.id).await?,
        coaches,
        more: more(words, conversation),
        interview: conversation
            .offers_interview()
            .then(|| steps::person(words, conversation, Perspective::Client)),
        coach: coach(words, conversation),
        write_for: conversation
            .offers_to_write()
            .then(|| steps::person(words, conversation, Perspective::Client)),
        wrong,
    }))
}

/// Rooms beside the path: the professional's worksheet, what is offered, and colleagues who look along.
fn more(words: Words, conversation: &Overview) -> Vec<(String, String, String)> {
    let me = conversation.me;
    let compares =
        |stop: &Stop| stop.step == Step::Dialogue && matches!(stop.standing, Standing::Now | Standing::Done);
    let open = conversation.path.iter().any(compares);
    let cuts = matches!(conversation.recording, Some(RecordingState::Ready | RecordingState::Cutting));
    let rooms = [
        ("worksheet", "sheet-title", "sheet-lead", me == Perspective::Professional),
        ("cut", "cut-title", "cut-why", cuts && me == Perspective::Professional),
        ("offers", "offer-title", "offer-why", open && me != Perspective::Client),
        ("colleagues", "peer-title", "peer-lead", open && me != Perspective::Client),
    ];
    let there = conversation.facts.destroyed.is_none();
    let shown = rooms.into_iter().filter(|(.., here)| there && *here);
    shown
        .map(|(room, name, why, _)| {
            (format!("/conversations/{}/{room}", conversation.id), words.t(name), words.t(why))
        })
        .collect()
}

async fn invite_coach(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(typed): Form<Coach>,
) -> Answer {
    let id = id(&text)?;
    let coach = MemberId::parse(&typed.coach).ok_or(practice::Error::invalid("coach", "invalid-coach"));
    let done = match coach {
        Ok(coach) => app.house.invite_coach(&staff.caller, id, coach).await,
        Err(error) => Err(error),
    };
    match mend(done, staff.visit.words)? {
        Ok(()) => Ok(Redirect::to(&format!("/conversations/{id}")).into_response()),
        Err(wrong) => {
            let conversation = app.house.conversation(&staff.caller, id).await?;
            form(&app, &staff, &conversation, wrong).await
        }
    }
}

/// The coach as the professional can take them out: by name, and whether their look lies on the table.
fn coach(words: Words, conversation: &Overview) -> Option<(String, bool)> {
    let theirs = conversation.me == Perspective::Professional && conversation.facts.destroyed.is_none();
    let parties = &conversation.facts.parties;
    let coach =
        parties.iter().find(|party| party.perspective == Perspective::Coach && party.member.is_some());
    let coach = coach.filter(|_| theirs)?;
    // Whoever has yet to seal does not even learn whether others have.
    let own = parties.iter().any(|party| party.perspective == conversation.me && party.sealed());
    Some((steps::person(words, conversation, Perspective::Coach), own && coach.sealed()))
}

async fn take_back(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    app.house.take_back_invitation(&staff.caller, id).await?;
    Ok(Redirect::to(&format!("/conversations/{id}")).into_response())
}
