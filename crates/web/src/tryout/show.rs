//! One tryout as a path: where it came from, the plan, the next conversation, three voices, the verdict.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use method::ids::{ConversationId, TryoutId};
use method::roles::Perspective;
use method::tryout::{Outcome, TryoutState, Verdict};
use practice::conversation::Overview;
use practice::tryout::{Told, Tryout};
use serde::Deserialize;

use super::rating::step_word;
use crate::app::{App, page};
use crate::conversation::steps;
use crate::dialogue::view::{Who, href, who};
use crate::fault::{Answer, Fault};
use crate::form::Wrong;
use crate::frame::Frame;
use crate::visit::Anyone;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/tryouts/{id}", get(show)).route("/tryouts/{id}/card", get(card))
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
struct Said {
    question: String,
    answer: String,
}

/// What one person told.
struct Voice {
    who: Who,
    said: Vec<Said>,
    /// How they found that conversation, in words.
    rating: Vec<Said>,
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
    let choices = if mine && tryout.state == TryoutState::Planned {
        app.house.next_choices(&anyone.caller, id).await?
    } else {
        Vec::new()
    };
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
        idea_of: who(words, &overview, tryout.alternative.idea_of),
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
        wrong,
    }))
}

fn plan(words: Words, tryout: &Tryout) -> Vec<Said> {
    let plan = &tryout.plan;
    let answers = [&plan.doing, &plan.when, &plan.because, &plan.noticing, &plan.who];
    (1..)
        .zip(answers)
        .filter(|(_, answer)| !answer.is_empty())
        .map(|(n, answer)| Said { question: words.t(&format!("tryout-field-{n}")), answer: answer.clone() })
        .collect()
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

fn voices(words: Words, overview: &Overview, tryout: &Tryout) -> Vec<Voice> {
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
    };
    ["done", next, told, verdict].map(|key| Standing {
        key,
        word: words.t(&format!("standing-{key}")),
        now: key == "now",
    })
}

#[derive(Template)]
#[template(path = "tryout/card.html")]
struct CardPage {
    frame: Frame,
    back: String,
    intention: String,
    words: String,
    plan: Vec<Said>,
}

async fn card(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let tryout = app.house.tryout(&anyone.caller, id).await?;
    Ok(page(&CardPage {
        frame: anyone.visit.frame("tryout-card"),
        back: format!("/tryouts/{id}"),
        intention: tryout.alternative.intention.clone(),
        words: tryout.alternative.words.clone(),
        plan: plan(anyone.visit.words, &tryout),
    }))
}
