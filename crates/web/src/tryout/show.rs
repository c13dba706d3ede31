//! One tryout as a path: where it came from, the plan, the next conversation, three voices, the verdict.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use method::ids::{ConversationId, TryoutId};
use method::roles::Perspective;
use method::tryout::{Closing, Outcome, TryoutState, Verdict};
use practice::conversation::Overview;
use practice::tryout::{Told, Tryout};
use serde::Deserialize;

use super::clips::{self, Compared};
use super::rating::step_word;
use crate::app::{App, page};
use crate::conversation::steps;
use crate::dialogue::view::{Who, href, idea_of, who};
use crate::fault::{Answer, Fault};
use crate::form::Wrong;
use crate::frame::Frame;
use crate::visit::Anyone;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/tryouts/{id}", get(show))
}

/// Reads a tryout's id from an address; anything else is unknown.
pub(super) fn id(text: &str) -> Result<TryoutId, Fault> {
    TryoutId::parse(text).ok_or_else(Fault::unknown)
}

/// A verdict as it stands in its form.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Judged {
    #[serde(default)]
    pub(super) verdict: String,
    #[serde(default)]
    pub(super) note: String,
}

/// A question with what was answered to it.
pub(super) struct Said {
    pub(super) question: String,
    pub(super) answer: String,
}

/// What one person told.
pub(super) struct Voice {
    pub(super) who: Who,
    pub(super) said: Vec<Said>,
    /// How they found that conversation, in words.
    pub(super) rating: Vec<Said>,
}

/// Where a step of the path stands, and its word.
struct Standing {
    key: &'static str,
    word: String,
    now: bool,
}

/// A choice in a list.
struct Choice {
    value: String,
    words: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "tryout/show.html")]
struct TryoutPage {
    frame: Frame,
    id: TryoutId,
    /// Where the tryout lists stand, and the conversation's page and name; a client has no such page.
    list: String,
    from: (Option<String>, String),
    moment: String,
    idea_of: Who,
    words: String,
    plan: Vec<Said>,
    next: Option<(Option<String>, String)>,
    choices: Vec<Choice>,
    voices: Vec<Voice>,
    told: bool,
    mine: bool,
    verdict: Option<String>,
    verdict_note: Option<String>,
    verdicts: Vec<Choice>,
    note: String,
    standing: [Standing; 4],
    /// Whether consent ended for the conversation in which it was tried.
    next_gone: bool,
    /// Why it was closed without a verdict.
    closed: Option<String>,
    /// Whether the reader can close it now, and with which reasons.
    closings: Vec<Choice>,
    clips: Option<Compared>,
    /// Whether others come before or after it.
    chained: bool,
    /// Where the next one is planned, when the verdict leads on and none follows yet.
    go_on: Option<String>,
    wrong: Wrong,
}

async fn show(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    render(&app, &anyone, id(&text)?, None, Wrong::default()).await
}

/// The page, with what was typed and what is wrong when something could not be kept.
pub(super) async fn render(
    app: &App,
    anyone: &Anyone,
    id: TryoutId,
    typed: Option<Judged>,
    wrong: Wrong,
) -> Answer {
    let tryout = app.house.tryout(&anyone.caller, id).await?;
    let overview = app.house.conversation(&anyone.caller, tryout.conversation).await?;
    let words = anyone.visit.words;
    let mine = tryout.me == Perspective::Professional;
    let staff = anyone.visit.member.is_some();
    let choices = if mine && tryout.can_choose {
        let mut choices = app.house.next_choices(&anyone.caller, id).await?;
        choices.retain(|(choice, _)| tryout.next.is_none_or(|(next, _)| next != *choice));
        choices
    } else {
        Vec::new()
    };
    let chain = app.house.tryout_chain(&anyone.caller, id).await?;
    let last = chain.last().is_some_and(|link| link.id == id);
    let goes_on = mine && last && tryout.verdict().is_some_and(Verdict::goes_on);
    let choice = |(next, on): (ConversationId, method::time::Stamp)| Choice {
        value: next.to_string(),
        words: words.with("conversation-of").s("date", words.date(&on)).to_string(),
        chosen: false,
    };
    let judged = typed.unwrap_or_else(|| Judged {
        verdict: tryout.verdict().map_or_else(String::new, |verdict| verdict.key().to_owned()),
        note: tryout.verdict_note.clone().unwrap_or_default(),
    });
    let verdict = |verdict: &Verdict| Choice {
        value: verdict.key().to_owned(),
        words: words.t(&format!("tryout-verdict-{verdict}")),
        chosen: judged.verdict == verdict.key(),
    };
    Ok(page(&TryoutPage {
        frame: anyone.visit.frame_titled(tryout.alternative.intention.clone()),
        id,
        list: format!("/conversations/{}/tryout", overview.id),
        from: (staff.then(|| format!("/conversations/{}", overview.id)), steps::name(words, &overview)),
        moment: href(overview.id, tryout.alternative.subject),
        idea_of: idea_of(words, &overview, tryout.alternative.idea_of),
        words: tryout.alternative.words.clone(),
        plan: plan(words, &tryout),
        next: tryout.next.map(|(next, on)| {
            let name = words.with("conversation-of").s("date", words.date(&on)).to_string();
            (staff.then(|| format!("/conversations/{next}")), name)
        }),
        choices: choices.into_iter().map(choice).collect(),
        voices: voices(words, &overview, &tryout),
        told: tryout.told_by(tryout.me).is_some(),
        mine,
        verdict: tryout.verdict().map(|verdict| words.t(&format!("tryout-verdict-{verdict}"))),
        verdict_note: tryout.verdict_note.clone(),
        verdicts: Verdict::ALL.iter().map(verdict).collect(),
        note: judged.note,
        standing: standing(words, &tryout),
        next_gone: tryout.next_gone,
        closed: match tryout.state {
            TryoutState::Closed(why) => Some(words.t(&format!("tryout-closing-{why}"))),
            _ => None,
        },
        closings: if mine && tryout.state.close().is_ok() { closings(words) } else { Vec::new() },
        clips: clips::compared(app, anyone, &tryout).await?,
        chained: chain.len() > 1,
        go_on: goes_on.then(|| clips::go_on(&tryout)),
        wrong,
    }))
}

pub(super) fn plan(words: Words, tryout: &Tryout) -> Vec<Said> {
    let plan = &tryout.plan;
    let answers = [&plan.doing, &plan.when, &plan.because, &plan.noticing, &plan.who];
    let mut said: Vec<Said> = (1..)
        .zip(answers)
        .filter(|(_, answer)| !answer.is_empty())
        .map(|(n, answer)| Said { question: words.t(&format!("tryout-field-{n}")), answer: answer.clone() })
        .collect();
    if let Some(day) = plan.planned_on {
        said.push(Said { question: words.t("tryout-planned-on"), answer: words.date(&day) });
    }
    said
}

/// The questions that each chair answers in their own words.
pub(super) fn questions(words: Words, overview: &Overview, chair: Perspective) -> Vec<String> {
    match chair {
        Perspective::Professional => (1..=4).map(|n| words.t(&format!("tryout-after-pro-{n}"))).collect(),
        Perspective::Coach => {
            (1..=3).map(|n| words.of(overview.kind).t(&format!("tryout-after-coach-{n}"))).collect()
        }
        Perspective::Client => vec![words.t("tryout-after-client-more")],
    }
}

pub(super) fn voices(words: Words, overview: &Overview, tryout: &Tryout) -> Vec<Voice> {
    let said = |told: &Told| {
        let helped = |n: usize, answer: Option<method::tryout::Helped>| {
            answer.map(|answer| Said {
                question: words.t(&format!("tryout-after-client-{n}")),
                answer: words.t(&format!("tryout-after-client-step-{answer}")),
            })
        };
        let mut said: Vec<Said> =
            [helped(1, told.different), helped(2, told.helped)].into_iter().flatten().collect();
        let asked = questions(words, overview, told.by).into_iter().zip(&told.words);
        said.extend(
            asked
                .filter(|(_, answer)| !answer.is_empty())
                .map(|(question, answer)| Said { question, answer: answer.clone() }),
        );
        said
    };
    tryout
        .told
        .iter()
        .map(|told| Voice {
            who: who(words, overview, told.by),
            said: said(told),
            rating: rating(words, tryout, told.by),
        })
        .collect()
}

fn closings(words: Words) -> Vec<Choice> {
    let one = |why: &Closing| Choice {
        value: why.key().to_owned(),
        words: words.t(&format!("tryout-closing-{why}")),
        chosen: *why == Closing::NoConversation,
    };
    Closing::ALL.iter().map(one).collect()
}

fn rating(words: Words, tryout: &Tryout, by: Perspective) -> Vec<Said> {
    let Some(rating) = tryout.rated_by(by) else { return Vec::new() };
    let one = |outcome: &Outcome| Said {
        question: words.t(&format!("outcome-{outcome}")),
        answer: step_word(words, by, rating.step(*outcome)),
    };
    Outcome::ALL.iter().map(one).collect()
}

/// Plan, next conversation, voices, verdict: `done`, `now`, `waiting` or `later`.
fn standing(words: Words, tryout: &Tryout) -> [Standing; 4] {
    let mine = tryout.me == Perspective::Professional;
    let now = if mine { "now" } else { "waiting" };
    let professional_told = tryout.told_by(Perspective::Professional).is_some();
    let (next, told, verdict) = match tryout.state {
        TryoutState::Planned => (now, "later", "later"),
        TryoutState::Tried if !professional_told => ("done", "now", "later"),
        TryoutState::Tried => ("done", "done", now),
        TryoutState::Judged(_) => ("done", "done", "done"),
        TryoutState::Closed(_) => ("closed", "closed", "closed"),
    };
    ["done", next, told, verdict].map(|key| Standing {
        key,
        word: words.t(&format!("standing-{key}")),
        now: key == "now",
    })
}
