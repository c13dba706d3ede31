//! The step Toestemming of one conversation: who said yes to what, and what can be done now.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use method::consent::Purpose;
use method::consent::companion::Voice;
use method::ids::ParticipantId;
use method::roles::Perspective;
use method::time::Stamp;
use practice::conversation::Overview;

use super::answers::{self, Question};
use super::{beside, receipt};
use crate::app::{App, page};
use crate::conversation::{show::id, steps};
use crate::fault::Answer;
use crate::form::Wrong;
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/consent", get(show))
}

/// One purpose, with what each in the picture said.
pub(super) struct Fact {
    name: String,
    said: Vec<String>,
}

#[derive(Template)]
#[template(path = "consent/show.html")]
struct ConsentPage {
    frame: Frame,
    id: String,
    name: String,
    /// Whether the reader leads the conversation, and so sets the table.
    professional: bool,
    /// The same, also once everything ended.
    leads: bool,
    /// Whether nothing was recorded yet, so that the first yes can still be said.
    open: bool,
    questions: Vec<Question>,
    said: bool,
    client_said: bool,
    /// The name of whoever sits across, where they choose by an account of their own.
    across: Option<String>,
    link_until: Option<String>,
    /// The client's part, for a paper; empty where they choose by an account of their own.
    client: String,
    papers: Vec<PaperLine>,
    texts: Vec<TextLine>,
    /// Whether it can be asked to keep it longer.
    longer: bool,
    people: Vec<String>,
    facts: Vec<Fact>,
    until: Option<String>,
    receipts: Vec<String>,
    ended: bool,
    wrong: Wrong,
}

async fn show(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    if let Some(own) = own_place(&conversation) {
        return Ok(own);
    }
    form(&app, &staff, &conversation, Wrong::default()).await
}

/// Whoever sits across says what is theirs to say in a place of their own.
pub(super) fn own_place(conversation: &Overview) -> Option<Response> {
    let own = conversation.me == Perspective::Client;
    own.then(|| Redirect::to(&format!("/conversations/{}/mine", conversation.id)).into_response())
}

/// The page, with what is wrong in one of its forms.
pub(super) async fn form(app: &App, staff: &Staff, conversation: &Overview, wrong: Wrong) -> Answer {
    let words = staff.visit.words;
    let ended = conversation.facts.destroyed.is_some();
    let professional = conversation.me == Perspective::Professional;
    let own = own_yes(conversation, conversation.me);
    let link_until = match (professional, ended || conversation.across_has_account()) {
        (true, false) => app.house.client_link_until(&staff.caller, conversation.id).await?,
        _ => None,
    };
    let receipts = app.house.receipts(&staff.caller, conversation.id).await?;
    Ok(page(&ConsentPage {
        frame: staff.visit.frame("asking-title"),
        id: conversation.id.to_string(),
        name: steps::name(words, conversation),
        professional: professional && !ended,
        leads: professional,
        open: conversation.recording.is_none_or(method::recording::RecordingState::makes_room),
        said: own.contains(&Purpose::Look),
        across: conversation
            .across_has_account()
            .then(|| steps::person(words, conversation, Perspective::Client)),
        client_said: own_yes(conversation, Perspective::Client).contains(&Purpose::Look),
        questions: answers::own_questions(words, &own),
        link_until: link_until.map(|at| words.date(&at)),
        client: if conversation.across_has_account() { String::new() } else { client_id(conversation) },
        papers: papers(app, staff, conversation).await?,
        texts: texts(app, staff, conversation).await?,
        longer: professional
            && method::consent::extending::ask(&conversation.facts, &staff.caller.reader, 1, staff.visit.now)
                .is_ok(),
        people: conversation.facts.voices().map(|voice| voice_name(words, conversation, &voice)).collect(),
        facts: facts(words, conversation),
        until: conversation.facts.retention_until.map(|at: Stamp| words.date(&at)),
        receipts: receipts.iter().map(|one| receipt::for_staff(words, one)).collect(),
        ended,
        wrong,
    }))
}

/// A photo of a paper, as a line.
struct PaperLine {
    href: String,
    text: String,
}

/// A text that someone had before them, as a line.
struct TextLine {
    href: String,
    text: String,
}

/// Whoever is in the picture, by name or by what they are.
fn voice_name(words: Words, conversation: &Overview, voice: &Voice<'_>) -> String {
    match voice.perspective {
        Some(chair) => steps::person(words, conversation, chair),
        None => {
            let one = conversation.facts.companions.iter().find(|one| one.id == voice.id);
            one.map_or_else(String::new, |one| beside::name(words, conversation, one))
        }
    }
}

fn name_of(words: Words, conversation: &Overview, id: ParticipantId) -> String {
    let voice = conversation.facts.voices().find(|voice| voice.id == id);
    voice.map_or_else(String::new, |voice| voice_name(words, conversation, &voice))
}

/// The part of whoever sits across.
pub(super) fn client_id(conversation: &Overview) -> String {
    let client = conversation.facts.parties.iter().find(|party| party.perspective == Perspective::Client);
    client.map_or_else(String::new, |client| client.id.to_string())
}

async fn papers(app: &App, staff: &Staff, conversation: &Overview) -> Answer<Vec<PaperLine>> {
    let words = staff.visit.words;
    // A coach is not in the picture, and sees no papers.
    if !conversation.me.in_picture() {
        return Ok(Vec::new());
    }
    let papers = app.house.papers(&staff.caller, conversation.id).await?;
    let line = |one: &practice::consent::papers::Seen| PaperLine {
        href: format!("/papers/{}", one.object),
        text: words
            .with(if one.after { "paper-of-second" } else { "paper-of" })
            .s("name", name_of(words, conversation, one.of))
            .s("date", words.date(&one.filed))
            .to_string(),
    };
    Ok(papers.iter().map(line).collect())
}

/// Every text that someone had before them, once for each of those who had it.
async fn texts(app: &App, staff: &Staff, conversation: &Overview) -> Answer<Vec<TextLine>> {
    let words = staff.visit.words;
    let mut had: Vec<(ParticipantId, &'static str, String, Stamp)> = Vec::new();
    let consents = app.house.consents(&staff.caller, conversation.id).await?;
    for one in &consents {
        let first = (one.participant, "kept-text-first", Some(&one.text_version), Some(one.given));
        let second = (one.participant, "kept-text-second", one.confirmed_version.as_ref(), one.confirmed);
        for (who, key, version, at) in [first, second] {
            if let (Some(version), Some(at)) = (version.filter(|version| !version.is_empty()), at)
                && !had.iter().any(|(id, _, known, _)| *id == who && known == version)
            {
                had.push((who, key, version.clone(), at));
            }
        }
    }
    let line = |(who, key, version, at): &(ParticipantId, &'static str, String, Stamp)| TextLine {
        href: format!("/conversations/{}/texts/{version}", conversation.id),
        text: words
            .with(key)
            .s("name", name_of(words, conversation, *who))
            .s("date", words.date(at))
            .to_string(),
    };
    Ok(had.iter().map(line).collect())
}

/// The purposes to which whoever sits in a chair says yes now.
pub(super) fn own_yes(conversation: &Overview, chair: Perspective) -> Vec<Purpose> {
    let party = conversation.facts.parties.iter().find(|party| party.perspective == chair);
    party.map_or_else(Vec::new, |party| answers::living(&party.yeses))
}

/// Per purpose what each in the picture said. A no and a question never asked look the same.
fn facts(words: Words, conversation: &Overview) -> Vec<Fact> {
    let said = |voice: &Voice<'_>, purpose: Purpose| {
        let word = match voice.yes(purpose) {
            None => "none",
            Some(yes) if !yes.lives() => "withdrawn",
            Some(yes) if yes.confirmed() => "confirmed",
            Some(_) => "given",
        };
        words.t(&format!("asking-said-{word}"))
    };
    let fact = |purpose: &Purpose| Fact {
        name: words.t(&format!("consent-{purpose}-name")),
        said: conversation.facts.voices().map(|voice| said(&voice, *purpose)).collect(),
    };
    Purpose::ALL.iter().map(fact).collect()
}
