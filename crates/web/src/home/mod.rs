//! The home page: what waits for me and why, and my conversations as small paths.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use method::path::Standing;
use method::roles::{ConversationKind, Role};
use practice::conversation::Overview;

use crate::app::{App, page};
use crate::conversation::steps::{self, Shown};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Staff;

/// How many lines wait at most; more is a burden, not a help.
const WAITING: usize = 7;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/home", get(show))
}

struct Waiting {
    sentence: String,
    why: String,
    href: String,
    act: String,
}

struct Small {
    href: String,
    name: String,
    day: String,
    steps: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "home/home.html")]
struct HomePage {
    frame: Frame,
    waiting: Vec<Waiting>,
    conversations: Vec<Small>,
    professional: bool,
    takes_part: bool,
    manager: bool,
    administrator: bool,
    privacy_officer: bool,
}

async fn show(State(app): State<App>, staff: Staff) -> Answer {
    let leads = ConversationKind::led_by(staff.caller.roles()).next().is_some();
    let takes_part = leads || staff.is(Role::Coach);
    let all = app.house.own_conversations(&staff.caller).await?;
    let waiting = all.iter().filter_map(|conversation| waiting(&staff, conversation)).take(WAITING).collect();
    let conversations = all.iter().map(|conversation| small(&staff, conversation)).collect();
    Ok(page(&HomePage {
        frame: staff.visit.frame("home-title"),
        waiting,
        conversations,
        professional: leads,
        takes_part,
        manager: staff.is(Role::Manager),
        administrator: staff.is(Role::Administrator),
        privacy_officer: staff.is(Role::PrivacyOfficer),
    }))
}

fn waiting(staff: &Staff, conversation: &Overview) -> Option<Waiting> {
    let stop = conversation.path.iter().find(|stop| stop.standing == Standing::Now)?;
    let (href, act) = steps::act(conversation, stop)?;
    let words = staff.visit.words;
    let name = steps::name(words, conversation);
    Some(Waiting { sentence: steps::line(words, conversation, stop), why: name, href, act: words.t(act) })
}

fn small(staff: &Staff, conversation: &Overview) -> Small {
    let words = staff.visit.words;
    Small {
        href: format!("/conversations/{}", conversation.id),
        name: steps::name(words, conversation),
        day: words.date(&conversation.held_on),
        steps: steps::shown(words, conversation),
    }
}
