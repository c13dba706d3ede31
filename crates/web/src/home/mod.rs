//! The home page: what waits for me and why, my conversations as small paths, and what each role keeps an eye on.

pub(crate) mod waits;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use method::roles::{ConversationKind, Role};
use method::time::Stamp;
use practice::conversation::Overview;
use practice::home::{Health, Terms};

use self::waits::Line;
use crate::app::{App, page};
use crate::conversation::steps::{self, Shown};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

/// How many lines wait at most; more is a burden, not a help.
const WAITING: usize = 7;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/home", get(show))
}

struct Small {
    href: String,
    name: String,
    day: String,
    steps: Vec<Shown>,
}

/// Something that an officer or an administrator keeps an eye on: its name and how it stands.
struct Fact {
    name: String,
    said: String,
}

#[derive(Template)]
#[template(path = "home/home.html")]
struct HomePage {
    frame: Frame,
    waiting: Vec<Line>,
    /// Whether more waits than is shown.
    more: bool,
    /// How many notices are new, in words.
    new: Option<String>,
    conversations: Vec<Small>,
    professional: bool,
    takes_part: bool,
    manager: bool,
    administrator: bool,
    privacy_officer: bool,
    terms: Vec<Fact>,
    health: Vec<Fact>,
}

async fn show(State(app): State<App>, staff: Staff) -> Answer {
    let words = staff.visit.words;
    let leads = ConversationKind::led_by(staff.caller.roles()).next().is_some();
    let all = app.house.own_conversations(&staff.caller).await?;
    let notices = app.house.notices(&staff.caller).await?;
    let mut waiting = waits::handovers(&app, words, &staff.caller).await?;
    let more = notices.len() + waiting.len() > WAITING;
    let shown = notices.iter().take(WAITING).map(|notice| &notice.waits);
    let known = waits::conversations(&app, &staff.caller, shown.clone()).await?;
    waiting.extend(shown.filter_map(|one| Some(waits::line(words, known.get(&one.conversation)?, one))));
    waiting.truncate(WAITING);
    let new = notices.iter().filter(|notice| notice.new).count() as i64;
    let terms = match staff.is(Role::PrivacyOfficer) {
        true => {
            let flagged = app.house.pieces_flagged(&staff.caller).await?;
            terms(words, app.house.terms_near(&staff.caller).await?, flagged)
        }
        false => Vec::new(),
    };
    let health = match staff.is(Role::Administrator) {
        true => health(words, app.house.health(&staff.caller).await?, app.house.settings.mail),
        false => Vec::new(),
    };
    Ok(page(&HomePage {
        frame: staff.visit.frame("home-title"),
        waiting,
        more,
        new: (new > 0).then(|| words.with("wait-new").a("n", new).to_string()),
        takes_part: leads || staff.is(Role::Coach) || !all.is_empty(),
        conversations: all.iter().map(|conversation| small(&staff, conversation)).collect(),
        professional: leads,
        manager: staff.is(Role::Manager),
        administrator: staff.is(Role::Administrator),
        privacy_officer: staff.is(Role::PrivacyOfficer),
        terms,
        health,
    }))
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

fn terms(words: Words, terms: Terms, flagged: i64) -> Vec<Fact> {
    let count = |some: &str, n: i64, first: Option<i64>| match first {
        Some(first) => words.with(some).a("n", n).s("date", words.date(&Stamp(first))).to_string(),
        None => words.t("home-second-none"),
    };
    vec![
        Fact {
            name: words.t("home-second"),
            said: count("home-second-some", terms.second, terms.second_first),
        },
        Fact {
            name: words.t("home-ending"),
            said: count("home-ending-some", terms.ending, terms.ending_first),
        },
        Fact {
            name: words.t("home-ended"),
            said: words.with("home-ended-some").a("n", terms.ended).to_string(),
        },
        Fact {
            name: words.t("board-title"),
            said: words.with("home-board-some").a("n", flagged).to_string(),
        },
    ]
}

fn health(words: Words, health: Health, mail: bool) -> Vec<Fact> {
    let room = words.with("home-health-room-some").s("size", size(health.bytes)).a("n", health.recordings);
    let mail = match (mail, health.mails_failing) {
        (false, _) => words.t("home-health-mail-off"),
        (true, 0) => words.t("home-health-mail-on"),
        (true, failing) => words.with("home-health-mail-failing").a("n", failing).to_string(),
    };
    let fact = |key: &str, said: String| Fact { name: words.t(key), said };
    vec![
        fact("home-health-jobs", health.waiting.to_string()),
        fact("home-health-failed", health.failed.to_string()),
        fact("home-health-room", room.to_string()),
        fact("home-health-mail", mail),
        fact("home-health-version", env!("CARGO_PKG_VERSION").to_owned()),
    ]
}

/// So many bytes, in the unit that says enough.
fn size(bytes: i64) -> String {
    const UNITS: [(i64, &str); 3] = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    let unit = UNITS.iter().find(|(size, _)| bytes >= *size);
    unit.map_or_else(|| format!("{bytes} B"), |(size, name)| format!("{} {name}", (bytes + size / 2) / size))
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_said_in_the_unit_that_says_enough() {
        assert_eq!(size(900), "900 B");
        assert_eq!(size(3 << 20), "3 MiB");
        assert_eq!(size((5 << 30) + (3 << 28)), "6 GiB");
    }
}
