//! How someone found a conversation: focus, noise and result, each a step in words. Shown per person, never averaged.

use askama::Template;
use axum::extract::{Path, State};
use axum::routing::get;
use axum::{Form, Router};
use method::ids::ConversationId;
use method::looking::Step;
use method::roles::Perspective;
use method::tryout::{Outcome, Rating};
use practice::Error;
use serde::Deserialize;

use crate::app::{App, page};
use crate::conversation::show;
use crate::dialogue::view::{Back, back};
use crate::fault::Answer;
use crate::form::{Wrong, done_or_form};
use crate::frame::Frame;
use crate::visit::Anyone;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/rating", get(show_form).post(keep))
}

/// The three choices as they stand in a form.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct RatingForm {
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
        Self { focus: key(Outcome::Focus), noise: key(Outcome::Noise), result: key(Outcome::Result) }
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
    form(&app, &anyone, id, before.map(RatingForm::from).unwrap_or_default(), saved, Wrong::default()).await
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
    let done = match typed.read() {
        Ok(Some(rating)) => app.house.rate(&anyone.caller, id, rating).await,
        Ok(None) => Err(Error::invalid("focus", "invalid-choice")),
        Err(error) => Err(error),
    };
    done_or_form(
        done,
        anyone.visit.words,
        |()| format!("/conversations/{id}/rating"),
        async |wrong| form(&app, &anyone, id, typed, false, wrong).await,
    )
    .await
}
