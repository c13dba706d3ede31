//! How someone found a conversation: focus, noise and result, each a step in words. Shown per person, never averaged.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Form, Router};
use method::ids::ConversationId;
use method::looking::Step;
use method::roles::Perspective;
use method::tryout::{Outcome, Rating};
use practice::Error;
use practice::conversation::Overview;
use serde::Deserialize;

use super::one::{Ask, OnePage, ThanksPage, sent};
use crate::app::{App, page};
use crate::conversation::show;
use crate::dialogue::view::{Back, back};
use crate::fault::Answer;
use crate::form::{Wrong, done_or_form, mend};
use crate::frame::Frame;
use crate::visit::Anyone;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/rating", get(show_form).post(keep))
}

/// The three choices as they stand in a form.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct RatingForm {
    /// Which screen was sent, where each question has its own.
    #[serde(default)]
    pub(super) at: String,
    /// `next` or `back`, there.
    #[serde(default)]
    pub(super) go: String,
    #[serde(default)]
    pub(super) focus: String,
    #[serde(default)]
    pub(super) noise: String,
    #[serde(default)]
    pub(super) result: String,
}

impl From<Rating> for RatingForm {
    fn from(rating: Rating) -> Self {
        let key = |outcome| rating.step(outcome).key().to_owned();
        let [focus, noise, result] = [Outcome::Focus, Outcome::Noise, Outcome::Result].map(key);
        Self { focus, noise, result, ..Self::default() }
    }
}

impl RatingForm {
    fn chosen(&self, outcome: Outcome) -> &str {
        match outcome {
            Outcome::Focus => &self.focus,
            Outcome::Noise => &self.noise,
            Outcome::Result => &self.result,
        }
    }

    /// Whether all three were chosen.
    pub(super) fn is_whole(&self) -> bool {
        Outcome::ALL.iter().all(|outcome| !self.chosen(*outcome).is_empty())
    }

    /// The rating, when all three were chosen; nothing when none was.
    pub(super) fn read(&self) -> practice::Result<Option<Rating>> {
        if Outcome::ALL.iter().all(|outcome| self.chosen(*outcome).is_empty()) {
            return Ok(None);
        }
        let step = |outcome: Outcome| {
            Step::parse(self.chosen(outcome)).ok_or(Error::invalid(outcome.key(), "invalid-choice"))
        };
        Ok(Some(Rating {
            focus: step(Outcome::Focus)?,
            noise: step(Outcome::Noise)?,
            result: step(Outcome::Result)?,
        }))
    }
}

/// One question of a rating, with its steps in words.
pub(super) struct Asked {
    pub(super) name: &'static str,
    pub(super) question: String,
    pub(super) steps: Vec<(&'static str, String, bool)>,
}

/// The word for a step, as this person's scale has it.
pub(crate) fn step_word(words: Words, by: Perspective, step: Step) -> String {
    match by {
        Perspective::Client => words.t(&format!("outcome-client-step-{step}")),
        _ => words.t(&format!("outcome-step-{step}")),
    }
}

/// The three questions for one chair.
pub(super) fn asked(words: Words, by: Perspective, form: &RatingForm) -> Vec<Asked> {
    let question = |n: usize| match by {
        Perspective::Professional => words.t(&format!("outcome-pro-{n}")),
        Perspective::Coach => words.t(&format!("outcome-coach-{n}")),
        Perspective::Client => words.t(&format!("outcome-client-{n}")),
    };
    let steps = |outcome: Outcome| {
        let chosen = form.chosen(outcome);
        Step::ALL.iter().map(|step| (step.key(), step_word(words, by, *step), step.key() == chosen)).collect()
    };
    (1..)
        .zip(Outcome::ALL)
        .map(|(n, outcome)| Asked { name: outcome.key(), question: question(n), steps: steps(*outcome) })
        .collect()
}

#[derive(Template)]
#[template(path = "tryout/rating.html")]
struct RatingPage {
    frame: Frame,
    back: Back,
    asked: Vec<Asked>,
    saved: bool,
    wrong: Wrong,
}

async fn show_form(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = show::id(&text)?;
    let before = app.house.own_rating(&anyone.caller, id).await?;
    let saved = before.is_some();
    let overview = app.house.conversation(&anyone.caller, id).await?;
    if overview.me == Perspective::Client {
        let typed = before.map(RatingForm::from).unwrap_or_default();
        return Ok(page(&one(&anyone, &overview, &typed, 1, Wrong::default())));
    }
    form(&app, &anyone, id, before.map(RatingForm::from).unwrap_or_default(), saved, Wrong::default()).await
}

/// A client's screen with one of the three.
fn one(anyone: &Anyone, overview: &Overview, typed: &RatingForm, at: usize, wrong: Wrong) -> OnePage {
    let words = anyone.visit.words;
    let asks = asked(words, overview.me, typed).into_iter().map(Ask::Choice).collect();
    let lead = words.t("rating-lead");
    OnePage::new(anyone.visit.frame("rating-title"), back(anyone, overview), lead, asks, at, wrong)
}

/// A client goes from screen to screen; after the last one it is kept.
async fn step(
    app: &App,
    anyone: &Anyone,
    overview: &Overview,
    typed: &RatingForm,
    (at, goes_back): (usize, bool),
) -> Answer {
    let words = anyone.visit.words;
    let show = |at, wrong| page(&one(anyone, overview, typed, at, wrong));
    if goes_back {
        return Ok(show(at - 1, Wrong::default()));
    }
    let answered = asked(words, overview.me, typed).into_iter().map(Ask::Choice).nth(at - 1);
    if !answered.is_some_and(|ask| ask.is_answered()) {
        let wrong =
            mend::<()>(Err(Error::invalid("choice", "invalid-choice")), words)?.err().unwrap_or_default();
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, show(at, wrong)).into_response());
    }
    match typed.read() {
        Ok(Some(rating)) if typed.is_whole() => app.house.rate(&anyone.caller, overview.id, rating).await?,
        _ => return Ok(show(at + 1, Wrong::default())),
    }
    if at < Outcome::ALL.len() {
        return Ok(show(at + 1, Wrong::default()));
    }
    let frame = anyone.visit.frame("consent-second-done-title");
    Ok(page(&ThanksPage { frame, back: back(anyone, overview) }))
}

async fn form(
    app: &App,
    anyone: &Anyone,
    id: ConversationId,
    typed: RatingForm,
    saved: bool,
    wrong: Wrong,
) -> Answer {
    let overview = app.house.conversation(&anyone.caller, id).await?;
    let words = anyone.visit.words;
    Ok(page(&RatingPage {
        frame: anyone.visit.frame("rating-title"),
        back: back(anyone, &overview),
        asked: asked(words, overview.me, &typed),
        saved,
        wrong,
    }))
}

async fn keep(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(typed): Form<RatingForm>,
) -> Answer {
    let id = show::id(&text)?;
    if let Some(screen) = sent(&typed.at, &typed.go, Outcome::ALL.len()) {
        let overview = app.house.conversation(&anyone.caller, id).await?;
        if overview.me == Perspective::Client {
            return step(&app, &anyone, &overview, &typed, screen).await;
        }
    }
    let done = match typed.read() {
        Ok(Some(rating)) => app.house.rate(&anyone.caller, id, rating).await,
        Ok(None) => Err(Error::invalid("focus", "invalid-choice")),
        Err(error) => Err(error),
    };
    done_or_form(
        done,
        anyone.visit.words,
        |()| format!("/conversations/{id}/rating"),
        async |wrong| {
            let overview = app.house.conversation(&anyone.caller, id).await?;
            match overview.me {
                Perspective::Client => Ok(page(&one(&anyone, &overview, &typed, 1, wrong))),
                _ => form(&app, &anyone, id, typed, false, wrong).await,
            }
        },
    )
    .await
}
