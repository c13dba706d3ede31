//! Tryouts that follow one another, as a path: conversation, what was tried, the next conversation, the verdict.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use method::ids::{JourneyId, TryoutId};
use method::tryout::TryoutState;
use practice::tryout::Link;

use super::show::id;
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::{Anyone, Staff};
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/tryouts/{id}/chain", get(show))
}

/// One step of the path, in words.
struct Step {
    /// `conversation`, `tryout` or `verdict`.
    kind: &'static str,
    /// `done`, `now`, `later` or `closed`.
    standing: &'static str,
    name: String,
    line: Option<String>,
    /// What was going to be done.
    doing: Option<String>,
    href: Option<String>,
    /// Whether it is the tryout that was asked for.
    here: bool,
}

#[derive(Template)]
#[template(path = "tryout/chain.html")]
struct ChainPage {
    frame: Frame,
    back: String,
    chain: Vec<Step>,
}

async fn show(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let links = app.house.tryout_chain(&anyone.caller, id).await?;
    Ok(page(&ChainPage {
        frame: anyone.visit.frame("tryout-chain-title"),
        back: format!("/tryouts/{id}"),
        chain: steps(anyone.visit.words, &links, Some(id), anyone.visit.member.is_some()),
    }))
}

/// The chains of two and more on one's own journey: where each is shown, and what it wants to reach.
pub(crate) async fn of_journey(
    app: &App,
    staff: &Staff,
    id: JourneyId,
) -> Result<Vec<(String, String)>, Fault> {
    let mut chains = app.house.chains_of_journey(&staff.caller, id).await?;
    chains.retain(|links| links.len() > 1);
    let named = |links: &Vec<Link>| {
        let first = links.first()?;
        Some((format!("/tryouts/{}/chain", first.id), first.intention.clone()?))
    };
    Ok(chains.iter().filter_map(named).collect())
}

/// The path of a chain. A conversation that stands between two tryouts is named once; only members have its page.
fn steps(words: Words, links: &[Link], asked: Option<TryoutId>, staff: bool) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut named = Vec::new();
    for link in links {
        let conversation = |id, on: &method::time::Stamp, standing| Step {
            kind: "conversation",
            standing,
            name: words.with("conversation-of").s("date", words.date(on)).to_string(),
            line: None,
            doing: None,
            href: staff.then(|| format!("/conversations/{id}")),
            here: false,
        };
        if !named.contains(&link.from) {
            named.push(link.from);
            steps.push(conversation(link.from, &link.from_on, "done"));
        }
        let planned = link.state == TryoutState::Planned;
        steps.push(Step {
            kind: "tryout",
            standing: if planned { "now" } else { "done" },
            name: link.intention.clone().unwrap_or_else(|| words.t("tryout-chain-hidden")),
            line: planned.then(|| words.t("tryout-state-planned")),
            doing: link.doing.clone(),
            href: link.intention.is_some().then(|| format!("/tryouts/{}", link.id)),
            here: asked == Some(link.id),
        });
        match link.next {
            Some((next, on)) if !named.contains(&next) => {
                named.push(next);
                steps.push(conversation(next, &on, "done"));
            }
            None if link.next_gone => steps.push(plain(words.t("tryout-chain-gone"), "closed")),
            _ => {}
        }
        match link.state {
            TryoutState::Judged(verdict) => {
                steps.push(Step {
                    kind: "verdict",
                    ..plain(words.t(&format!("tryout-verdict-{verdict}")), "done")
                });
            }
            TryoutState::Closed(why) => {
                steps.push(Step {
                    kind: "verdict",
                    ..plain(words.t(&format!("tryout-closing-{why}")), "closed")
                });
            }
            TryoutState::Planned | TryoutState::Tried => {}
        }
    }
    steps
}

const fn plain(name: String, standing: &'static str) -> Step {
    Step { kind: "conversation", standing, name, line: None, doing: None, href: None, here: false }
}
