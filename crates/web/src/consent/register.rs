//! The privacy officer's register, and stopping on a client's word.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum_extra::extract::Form;
use method::consent::Purpose;
use method::consent::companion::CompanionKind;
use method::ids::ParticipantId;
use method::roles::Perspective;
use practice::consent::register::{Narrow, Registered, Sayer, Stands};
use serde::Deserialize;

use super::stop::{Chosen, Part};
use super::{answers, receipt};
use crate::app::{App, page};
use crate::conversation::show::id;
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::{Words, whole_day};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/register", get(list))
        .route("/register/{id}", get(show).post(stop))
        .route("/register/{id}/link", post(link))
}

struct Line {
    id: String,
    date: String,
    professional: String,
    state: String,
    purposes: String,
    until: String,
}

#[derive(Template)]
#[template(path = "consent/register.html")]
struct RegisterPage {
    frame: Frame,
    lines: Vec<Line>,
    day: String,
    /// How a conversation can stand: word and name.
    states: Vec<(&'static str, String)>,
    state: String,
    /// The beginning of an id that is looked for.
    wanted: String,
    /// Whether anything narrows the list.
    narrowed: bool,
}

struct Fact {
    who: String,
    purpose: String,
    said: String,
    how: String,
    when: String,
    /// The text that was before them, where it was written down.
    text: Option<String>,
}

#[derive(Template)]
#[template(path = "consent/registered.html")]
struct OnePage {
    frame: Frame,
    id: String,
    line: Line,
    facts: Vec<Fact>,
    parts: Vec<Part>,
    /// Who can come in by a link: their part, and what they are called here.
    links: Vec<(String, String)>,
    /// A new code, shown once, with whose it is.
    code: Option<(String, String)>,
    papers: usize,
    receipts: Vec<String>,
    ended: bool,
    /// What is left of it now that it ended, in a sentence.
    proof: Option<String>,
    /// Who asked to stop with everything, while it is asked whether that is sure.
    sure: Option<String>,
}

#[derive(Deserialize)]
struct Narrowed {
    #[serde(default)]
    day: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    id: String,
}

async fn list(State(app): State<App>, staff: Staff, Query(narrowed): Query<Narrowed>) -> Answer {
    let narrow = Narrow {
        day: whole_day(&narrowed.day),
        state: Stands::parse(&narrowed.state),
        id: narrowed.id.trim().to_lowercase(),
    };
    let lines = app.house.register(&staff.caller, &narrow).await?;
    let words = staff.visit.words;
    let state = |state: &Stands| (state.key(), words.t(&format!("register-state-{state}")));
    Ok(page(&RegisterPage {
        frame: staff.visit.frame("register-title").wide(),
        lines: lines.iter().map(|line| in_words(words, line)).collect(),
        narrowed: narrow != Narrow::default(),
        wanted: narrow.id,
        states: Stands::ALL.iter().map(state).collect(),
        day: narrowed.day,
        state: narrowed.state,
    }))
}

fn in_words(words: Words, line: &Registered) -> Line {
    let state = line.stands();
    let until = match (&line.ended, line.confirmed, line.second_yes_until, line.retention_until) {
        (Some((at, _)), ..) => Some(*at),
        (None, false, Some(at), _) => Some(at),
        (None, _, _, at) => at,
    };
    Line {
        id: line.id.to_string(),
        date: words.date(&line.held_on),
        professional: line.professional.clone().unwrap_or_default(),
        state: words.t(&format!("register-state-{state}")),
        purposes: answers::names(words, &line.purposes),
        until: until.map_or_else(String::new, |at| words.date(&at)),
    }
}

async fn show(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    one(&app, &staff, &text, None, None).await
}

/// What can be done with someone's link, on their word.
#[derive(Deserialize)]
struct Linked {
    #[serde(default)]
    who: String,
    go: String,
}

async fn link(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(linked): Form<Linked>,
) -> Answer {
    let id = id(&text)?;
    let links = app.house.client_links(&staff.caller, id).await?;
    let who = ParticipantId::parse(&linked.who);
    let whose = links.iter().find(|(one, _)| Some(*one) == who);
    let Some((who, companion)) = whose else {
        return Ok(Redirect::to(&format!("/register/{id}")).into_response());
    };
    match linked.go.as_str() {
        "shut" => app.house.shut_link(&staff.caller, id, *who).await?,
        "code" => {
            let code = app.house.renew_code_of(&staff.caller, id, *who).await?;
            let name = link_name(staff.visit.words, *companion);
            return one(&app, &staff, &text, None, Some((name, code))).await;
        }
        _ => return Err(Fault::of(axum::http::StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    }
    Ok(Redirect::to(&format!("/register/{id}")).into_response())
}

/// Whoever has a link, by what they are: a privacy officer knows no names.
fn link_name(words: Words, companion: Option<CompanionKind>) -> String {
    words.t(&companion
        .map_or_else(|| format!("perspective-{}", Perspective::Client), |what| format!("beside-{what}")))
}

async fn one(
    app: &App,
    staff: &Staff,
    text: &str,
    sure: Option<String>,
    code: Option<(String, String)>,
) -> Answer {
    let id = id(text)?;
    let links = app.house.client_links(&staff.caller, id).await?;
    let found = app.house.registered(&staff.caller, id).await?;
    let words = staff.visit.words;
    let receipts = app.house.receipts(&staff.caller, id).await?;
    let proof = app.house.proof_of_ending(&staff.caller, id).await?;
    let fact = |(chair, yes): &(Sayer, practice::consent::Consent)| {
        let (word, at) = match (yes.withdrawn, yes.confirmed) {
            (Some(at), _) => ("withdrawn", at),
            (None, Some(at)) => ("confirmed", at),
            (None, None) => ("given", yes.given),
        };
        Fact {
            who: words.t(&match chair {
                Sayer::Chair(chair) => format!("perspective-{chair}"),
                Sayer::Beside(what) => format!("beside-{what}"),
            }),
            purpose: words.t(&format!("consent-{}-name", yes.purpose)),
            said: words.t(&format!("asking-said-{word}")),
            how: words.t(&format!("register-means-{}", yes.means)),
            when: words.date_time(&at),
            text: Some(yes.confirmed_version.as_ref().unwrap_or(&yes.text_version))
                .filter(|version| !version.is_empty())
                .map(|version| format!("/register/{id}/texts/{version}")),
        }
    };
    // What the professional takes back they take back themselves.
    let others = |(sayer, yes): &&(Sayer, practice::consent::Consent)| {
        *sayer != Sayer::Chair(Perspective::Professional) && yes.withdrawn.is_none()
    };
    let said = found.yeses.iter().filter(others);
    let part = |(sayer, yes): &(Sayer, practice::consent::Consent)| Part {
        key: yes.purpose.key(),
        who: yes.participant.to_string(),
        act: {
            let act = match yes.purpose {
                Purpose::Look => words.t("register-stop-all"),
                part => words
                    .with("register-stop-part")
                    .s("purpose", words.t(&format!("consent-{part}-name")))
                    .to_string(),
            };
            match sayer {
                Sayer::Chair(_) => act,
                Sayer::Beside(what) => format!("{act} ({})", words.t(&format!("beside-{what}"))),
            }
        },
    };
    let mut parts: Vec<Part> = said.map(part).collect();
    if !parts.iter().any(|part| part.key == Purpose::Look.key()) {
        // Nobody said yes yet, and still it can be asked that nothing comes of it.
        let (key, act) = (Purpose::Look.key(), words.t("register-stop-all"));
        parts.insert(0, Part { key, act, who: String::new() });
    }
    let title = words.with("register-one").s("date", words.date(&found.line.held_on)).to_string();
    Ok(page(&OnePage {
        frame: staff.visit.frame_titled(title),
        id: text.to_owned(),
        line: in_words(words, &found.line),
        facts: found.yeses.iter().map(fact).collect(),
        parts,
        links: links.iter().map(|(who, companion)| (who.to_string(), link_name(words, *companion))).collect(),
        code,
        papers: found.papers,
        receipts: receipts.iter().map(|one| receipt::for_staff(words.of(found.line.kind), one)).collect(),
        ended: found.line.ended.is_some(),
        proof: proof.map(|proof| crate::privacy::proven(words, proof)),
        sure,
    }))
}

async fn stop(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let id = id(&text)?;
    // Whoever reads the register may act on it; the deed asks the rules again.
    app.house.registered(&staff.caller, id).await?;
    match (chosen.go.as_str(), Purpose::parse(&chosen.purpose)) {
        ("all", _) => return one(&app, &staff, &text, Some(chosen.who), None).await,
        ("all-sure", _) => {
            app.house.withdraw_of(&staff.caller, id, ParticipantId::parse(&chosen.who)).await?;
        }
        ("part", Some(purpose)) if purpose != Purpose::Look => {
            app.house.take_back_of(&staff.caller, id, ParticipantId::parse(&chosen.who), purpose).await?;
        }
        _ => return Err(Fault::of(axum::http::StatusCode::UNPROCESSABLE_ENTITY, "refusal-form")),
    }
    Ok(Redirect::to(&format!("/register/{id}")).into_response())
}
