//! The page of papers, and each of them blank.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use method::roles::ConversationKind;

use super::blank::{Blank, paper};
use super::file::{Asked, download};
use super::for_two::ForTwo;
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Lang;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/papers", get(show)).route("/papers/blank/{paper}", get(for_staff))
}

/// One paper in the list.
struct Listed {
    key: &'static str,
    title: String,
    what: String,
}

/// One kind of conversation that papers are asked for.
struct Between {
    key: &'static str,
    name: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "papers/list.html")]
struct ListPage {
    frame: Frame,
    /// What lies on the table between two people, and what is for whoever works here.
    groups: Vec<(String, Vec<Listed>)>,
    languages: Vec<Lang>,
    kind: &'static str,
    kinds: Vec<Between>,
}

async fn show(staff: Staff, Query(asked): Query<Asked>) -> Answer {
    let words = staff.visit.words;
    let leads: Vec<ConversationKind> = ConversationKind::led_by(staff.caller.roles()).collect();
    let wanted = ConversationKind::parse(&asked.kind).filter(|kind| leads.contains(kind));
    let kind = wanted.or_else(|| leads.first().copied()).unwrap_or(words.kind);
    let own = words.of(kind);
    let listed = |one: &Blank| Listed {
        key: one.key(),
        title: own.t(&one.title()),
        what: own.t(&format!("papers-what-{}", one.key())),
    };
    let group = |title: &str, all: &[Blank]| (words.t(title), all.iter().map(listed).collect::<Vec<_>>());
    let for_two = ForTwo::ALL.map(Blank::ForTwo);
    let between = |one: &ConversationKind| Between {
        key: one.key(),
        name: words.t(&format!("conversation-kind-{}", one.key())),
        current: *one == kind,
    };
    Ok(page(&ListPage {
        groups: vec![group("papers-between", &for_two), group("papers-work", Blank::AT_WORK)],
        languages: Lang::ALL.to_vec(),
        kind: kind.key(),
        kinds: if leads.len() > 1 { leads.iter().map(between).collect() } else { Vec::new() },
        frame: staff.visit.frame("papers-title"),
    }))
}

fn blank(key: &str) -> Result<Blank, Fault> {
    Blank::parse(key).ok_or_else(Fault::unknown)
}

async fn for_staff(
    State(app): State<App>,
    staff: Staff,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let terms = staff.visit.terms(&app).await?;
    let paper = paper(asked.words(staff.visit.words), blank(&key)?, &terms, staff.visit.now);
    let title = paper.title.clone();
    Ok(download(&title, app.house.blank_paper(&staff.caller, paper).await?))
}
