//! Searching one's own conversations: what is asked stands in the address, what is found is opened and let go.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use jiff::civil::Date;
use method::dialogue::RUN_UP;
use method::looking::{LeadQuestion, MomentKind, Step};
use method::time::Stamp;
use practice::search::{Asked, Found, MOST, Place, Spot};
use serde::Deserialize;

use crate::app::{App, page};
use crate::conversation::steps;
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::{Words, first_moment, position};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/search", get(show))
}

#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    question: String,
    #[serde(default)]
    words: String,
}

/// A place that was found, in words.
struct Shown {
    href: String,
    /// The icon's word: a kind of moment, or nothing for an answer.
    kind: Option<&'static str>,
    family: &'static str,
    title: String,
    time: Option<String>,
    who: Option<(&'static str, String)>,
    text: String,
}

struct Group {
    href: String,
    name: String,
    day: String,
    places: Vec<Shown>,
}

/// A choice in a list: its word, its name, and whether it is chosen.
struct Choice {
    key: &'static str,
    name: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "search/search.html")]
struct SearchPage {
    frame: Frame,
    typed: Typed,
    kinds: Vec<Choice>,
    questions: Vec<Choice>,
    /// What was found, in a sentence; nothing when nothing was asked.
    told: Option<String>,
    many: bool,
    groups: Vec<Group>,
}

/// The first moment of a day in the Netherlands; nothing for what is no day.
fn day(text: &str, later: i64) -> Option<Stamp> {
    let date = text.parse::<Date>().ok()?.checked_add(jiff::Span::new().days(later)).ok()?;
    first_moment(date)
}

async fn show(State(app): State<App>, staff: Staff, Query(typed): Query<Typed>) -> Answer {
    let words = staff.visit.words;
    let asked = Asked {
        from: day(&typed.from, 0),
        until: day(&typed.until, 1),
        name: typed.name.clone(),
        kind: MomentKind::parse(&typed.kind),
        question: LeadQuestion::parse(&typed.question),
        words: typed.words.clone(),
    };
    let found = app.house.search(&staff.caller, &asked).await?;
    let places: usize = found.iter().map(|one| one.spots.len()).sum();
    let told = (!asked.is_empty()).then(|| match (found.len(), asked.inside()) {
        (0, _) => words.t("search-nothing"),
        (n, false) => words.with("search-found-conversations").a("n", n as i64).to_string(),
        (_, true) => words.with("search-found").a("n", places as i64).to_string(),
    });
    Ok(page(&SearchPage {
        frame: staff.visit.frame("search-title"),
        kinds: MomentKind::ALL
            .iter()
            .map(|kind| Choice {
                key: kind.key(),
                name: words.t(&format!("moment-{kind}-name")),
                chosen: asked.kind == Some(*kind),
            })
            .collect(),
        questions: LeadQuestion::ALL
            .iter()
            .map(|question| Choice {
                key: question.key(),
                name: words.t(&format!("guide-{question}-q")),
                chosen: asked.question == Some(*question),
            })
            .collect(),
        typed,
        told,
        many: places >= MOST,
        groups: found.iter().map(|one| group(words, one)).collect(),
    }))
}

fn group(words: Words, found: &Found) -> Group {
    let conversation = &found.conversation;
    Group {
        href: format!("/conversations/{}", conversation.id),
        name: steps::name(words, conversation),
        day: words.date(&conversation.held_on),
        places: found.spots.iter().map(|spot| shown(words, found, spot)).collect(),
    }
}

fn shown(words: Words, found: &Found, spot: &Spot) -> Shown {
    let (id, look) = (found.conversation.id, spot.look);
    let who = match spot.own {
        true => words.t("search-mine"),
        false => steps::person(words, &found.conversation, spot.by),
    };
    let who = Some((spot.by.key(), who));
    match &spot.place {
        Place::Moment { id: moment, kind, start, note } => Shown {
            // Side by side there is a page with the clip; before that, one's own look opens with the player there.
            href: match spot.together {
                true => format!("/conversations/{id}/dialogue/{moment}"),
                false => format!("/looks/{look}?at={}#moment-{moment}", (start - RUN_UP).max(0)),
            },
            kind: Some(kind.key()),
            family: kind.family().key(),
            title: words.t(&format!("moment-{kind}-name")),
            time: Some(position(*start)),
            who,
            text: note.clone(),
        },
        Place::Answer { question, step, text } => Shown {
            href: match spot.together {
                true => format!("/conversations/{id}/dialogue/{question}"),
                false => format!("/looks/{look}/answers/{question}"),
            },
            kind: None,
            family: "",
            title: words.t(&format!("guide-{question}-q")),
            time: None,
            who,
            text: match step {
                Some(step) if text.is_empty() => step_name(words, *question, *step),
                _ => text.clone(),
            },
        },
    }
}

fn step_name(words: Words, question: LeadQuestion, step: Step) -> String {
    match step {
        Step::DontKnow => words.t("guide-dontknow"),
        step => words.t(&format!("guide-{question}-step-{step}")),
    }
}
