//! The collection: what a professional kept, what the organisation shares, and the examples of the method; looked for by
//! kind of moment, lead question and words.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use method::dialogue::alternative::Wanted;
use method::ids::{KeptId, SharedId};
use method::looking::{LeadQuestion, MomentKind};
use practice::dialogue::{Fits, Sentence};
use serde::Deserialize;

use super::sentence::{Choice, Typed, example, kinds, questions};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/collection", get(show))
        .route("/collection/kept/{id}/remove", post(remove_kept))
        .route("/collection/shared/{id}/remove", post(remove_shared))
}

/// A sentence as a card.
pub(super) struct Card {
    pub(super) intention: String,
    pub(super) words: String,
    pub(super) might: String,
    pub(super) asks: String,
    /// The kind of moment, for its pictogram, with its family and name.
    pub(super) moment: Option<(&'static str, &'static str, String)>,
    pub(super) question: Option<String>,
    /// Who shared it, or since when it is kept.
    pub(super) line: String,
    /// What an address says to take it from here: `kept=…`, `shared=…`, `example=…`.
    pub(super) source: String,
    /// Where it is changed, and where it is taken away, when the reader can.
    pub(super) change: Option<String>,
    pub(super) remove: Option<String>,
    /// Which shared sentence one can write about on the learning board.
    pub(super) board: Option<String>,
    /// Whether the reader can share it.
    pub(super) share: bool,
}

pub(super) fn card(words: Words, sentence: Sentence, (kind, question): Fits, source: String) -> Card {
    let Sentence { intention, words: say, might, asks } = sentence;
    Card {
        intention,
        words: say,
        might,
        asks,
        moment: kind.map(|kind| (kind.key(), kind.family().key(), words.t(&format!("moment-{kind}-name")))),
        question: question.map(|question| words.t(&format!("guide-{question}-q"))),
        line: String::new(),
        source,
        change: None,
        remove: None,
        board: None,
        share: false,
    }
}

/// What someone finds, as cards.
pub(super) struct Cards {
    pub(super) kept: Vec<Card>,
    pub(super) shared: Vec<Card>,
    pub(super) examples: Vec<Card>,
}

pub(super) async fn cards(app: &App, staff: &Staff, wanted: &Wanted) -> Result<Cards, Fault> {
    let words = staff.visit.words;
    let found = app.house.collection(&staff.caller, wanted).await?;
    let kept = found.kept.into_iter().map(|one| {
        let id = one.id;
        let line = words.with("collection-kept-on").s("date", words.date(&one.at)).to_string();
        Card {
            line,
            change: Some(format!("/collection/keep?kept={id}")),
            remove: Some(format!("/collection/kept/{id}/remove")),
            share: true,
            ..card(words, one.sentence, one.fits, format!("kept={id}"))
        }
    });
    let shared = found.shared.into_iter().map(|one| {
        let id = one.id;
        let line = match (&one.by, one.own) {
            (Some(name), _) => words.with("collection-shared-by").s("name", name).to_string(),
            (None, true) => words.t("collection-shared-by-you"),
            (None, false) => words.t("collection-shared-by-someone"),
        };
        Card {
            line,
            remove: one.own.then(|| format!("/collection/shared/{id}/remove")),
            board: Some(id.to_string()),
            ..card(words, one.sentence, one.fits, format!("shared={id}"))
        }
    });
    let examples = (1..=method::dialogue::EXAMPLES.len()).filter_map(|n| {
        let typed: Typed = example(words, &n.to_string())?;
        let (sentence, fits) = (typed.sentence(), typed.fits());
        let finds = wanted.finds(fits.0, fits.1, &sentence.texts());
        let line = words.t("collection-example");
        finds.then(|| Card { line, ..card(words, sentence, fits, format!("example={n}")) })
    });
    Ok(Cards { kept: kept.collect(), shared: shared.collect(), examples: examples.collect() })
}

/// What someone looks for, as an address says it.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Search {
    #[serde(default)]
    pub(super) words: String,
    #[serde(default)]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) question: String,
}

impl Search {
    pub(super) fn wanted(&self) -> Wanted {
        Wanted {
            kind: MomentKind::parse(&self.kind),
            question: LeadQuestion::parse(&self.question),
            words: self.words.chars().take(200).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "dialogue/collection.html")]
struct CollectionPage {
    frame: Frame,
    search: Search,
    searched: bool,
    kinds: Vec<Choice>,
    questions: Vec<Choice>,
    cards: Cards,
    /// Whether the reader leads conversations, and so has a collection of their own.
    leads: bool,
}

async fn show(State(app): State<App>, staff: Staff, Query(search): Query<Search>) -> Answer {
    let words = staff.visit.words;
    let wanted = search.wanted();
    let cards = cards(&app, &staff, &wanted).await?;
    Ok(page(&CollectionPage {
        frame: staff.visit.frame("collection-title").wide(),
        searched: wanted != Wanted::default(),
        kinds: kinds(words, &search.kind),
        questions: questions(words, &search.question),
        search,
        cards,
        leads: staff.caller.leading().is_ok(),
    }))
}

async fn remove_kept(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let id = KeptId::parse(&id).ok_or_else(Fault::unknown)?;
    app.house.remove_kept(&staff.caller, id).await?;
    Ok(Redirect::to("/collection").into_response())
}

async fn remove_shared(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let id = SharedId::parse(&id).ok_or_else(Fault::unknown)?;
    app.house.remove_shared(&staff.caller, id).await?;
    Ok(Redirect::to("/collection").into_response())
}
