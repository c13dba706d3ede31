//! The page on which everything lies side by side: three lanes, the agenda, three answers to each question.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use method::dialogue::Seeing;
use method::looking::LeadQuestion;
use practice::conversation::Overview;
use practice::dialogue::Table;

use super::view::{Back, Mark, Question, Stop, Viewer, Who, back, film};
use crate::app::{App, page};
use crate::conversation::{show, steps};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::interview::voice::{ClientVoice, client_voice};
use crate::player::Player;
use crate::visit::Anyone;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/dialogue", get(show_table))
}

/// Something that was added to a look after its seal.
struct Added {
    who: Who,
    text: String,
    on: String,
}

/// The places that were seen in one way.
struct Group {
    key: &'static str,
    stops: Vec<Stop>,
}

#[derive(Template)]
#[template(path = "dialogue/table.html")]
struct TablePage {
    frame: Frame,
    back: Back,
    tryout: String,
    together: String,
    summary: String,
    /// Who leads the session that is open now.
    leader: Option<String>,
    /// Whether there is anything to read back.
    told: bool,
    people: Vec<Who>,
    player: Option<Player>,
    /// Who has not sealed a look yet, in words.
    waits: Option<String>,
    marks: Vec<Mark>,
    groups: Vec<Group>,
    questions: Vec<Question>,
    additions: Vec<Added>,
    /// What the client told the coach and said yes to.
    voice: Option<ClientVoice>,
}

async fn show_table(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = show::id(&text)?;
    let overview = app.house.conversation(&anyone.caller, id).await?;
    let table = app.house.table(&anyone.caller, id).await?;
    let gate = app.house.gate(&anyone.caller, id).await?;
    let session = app.house.session(&gate).await?;
    let words = anyone.visit.words;
    let viewer = Viewer { words, overview: &overview, table: &table };
    let groups = Seeing::ALL.iter().map(|seeing| Group { key: seeing.key(), stops: viewer.stops(*seeing) });
    Ok(page(&TablePage {
        frame: anyone.visit.frame("dialogue-title").wide(),
        back: back(&anyone, &overview),
        tryout: format!("/conversations/{id}/tryout"),
        together: super::together::address(id),
        summary: format!("/conversations/{id}/dialogue/summary"),
        told: session.is_some() || !table.readings.is_empty(),
        leader: session
            .filter(|session| session.standing.ended.is_none())
            .and_then(|session| gate.chair_of(session.standing.leader))
            .map(|chair| viewer.who(chair).name),
        people: table.chairs.iter().map(|chair| viewer.who(*chair)).collect(),
        player: film(&app, &anyone, id, false).await?,
        waits: waits(words, &overview, &table),
        marks: table.touches.iter().map(|touch| viewer.mark(touch)).collect(),
        voice: client_voice(&app, &anyone, &overview, id).await?,
        groups: groups.filter(|group| !group.stops.is_empty()).collect(),
        questions: LeadQuestion::ALL.iter().map(|question| viewer.question(*question)).collect(),
        additions: table
            .additions
            .iter()
            .map(|added| Added {
                who: viewer.who(added.by),
                text: added.text.clone(),
                on: words.date(&added.at),
            })
            .collect(),
    }))
}

fn waits(words: Words, overview: &Overview, table: &Table) -> Option<String> {
    let open =
        overview.people.iter().map(|person| person.perspective).filter(|chair| !table.chairs.contains(chair));
    let names: Vec<String> = open.map(|chair| steps::person(words, overview, chair)).collect();
    let who = steps::listed(words, &names);
    (!names.is_empty())
        .then(|| words.with("dialogue-waits").s("who", who).a("count", names.len() as i64).to_string())
}
