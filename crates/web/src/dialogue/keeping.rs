//! Keeping a sentence for oneself, sharing one without names, and taking one along to a conversation.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum_extra::extract::Form;
use method::dialogue::Subject;
use method::dialogue::alternative::IdeaOf;
use method::ids::ConversationId;
use method::looking::LeadQuestion;
use method::names::Found;
use practice::Error;
use practice::dialogue::{Keeping, Sharing};
use practice::names::tidy_no_names;
use serde::Deserialize;

use super::alternatives::idea;
use super::collection::{Card, card};
use super::sentence::{Choice, Source, Typed, kinds, questions};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, done_or_form, mend};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/collection/keep", get(keep_form).post(keep))
        .route("/collection/share", get(share_form).post(share))
        .route("/collection/use", get(use_form).post(take))
}

/// A word that may be a name, and whether the writer can say that it is none.
struct Hit {
    word: String,
    sentence: String,
    can_stay: bool,
    said: bool,
}

fn hits(words: Words, found: Vec<Found>, said: &[String]) -> Vec<Hit> {
    let hit = |one: Found| Hit {
        sentence: words.with("refusal-name-found").s("word", &one.word).to_string(),
        can_stay: one.why.can_stay(),
        said: said.contains(&one.word),
        word: one.word,
    };
    found.into_iter().map(hit).collect()
}

#[derive(Template)]
#[template(path = "dialogue/keeping.html")]
struct KeepingPage {
    frame: Frame,
    /// Whether it is shared; kept for oneself when not.
    sharing: bool,
    source: Source,
    typed: Typed,
    kinds: Vec<Choice>,
    questions: Vec<Choice>,
    hits: Vec<Hit>,
    /// Words that were said to be no names before, to be said again with the form.
    no_names: Vec<String>,
    named: bool,
    wrong: Wrong,
}

/// The form of both pages. One flat struct: words that are no names come as often as there are.
#[derive(Deserialize)]
struct Sent {
    #[serde(default)]
    intention: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    might: String,
    #[serde(default)]
    asks: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    question: String,
    #[serde(default)]
    conversation: String,
    #[serde(default)]
    alternative: String,
    #[serde(default)]
    kept: String,
    #[serde(default)]
    no_name: Vec<String>,
    #[serde(default)]
    named: String,
}

impl Sent {
    fn draft(self) -> Result<Draft, Fault> {
        let Self { intention, words, might, asks, kind, question, .. } = self;
        let (conversation, alternative, kept) = (self.conversation, self.alternative, self.kept);
        Ok(Draft {
            typed: Typed { intention, words, might, asks, kind, question },
            source: Source { conversation, alternative, kept, ..Source::default() },
            no_names: tidy_no_names(&self.no_name)?,
            named: self.named == "yes",
        })
    }
}

struct Draft {
    typed: Typed,
    source: Source,
    no_names: Vec<String>,
    named: bool,
}

fn shown(staff: &Staff, sharing: bool, draft: Draft, found: Vec<Found>, wrong: Wrong) -> Response {
    let words = staff.visit.words;
    let hits = hits(words, found, &draft.no_names);
    // What is asked again is a box on the page; the rest stays said.
    let no_names = draft.no_names.into_iter().filter(|word| !hits.iter().any(|hit| hit.word == *word));
    page(&KeepingPage {
        frame: staff.visit.frame(if sharing { "collection-share-title" } else { "collection-keep-title" }),
        sharing,
        kinds: kinds(words, &draft.typed.kind),
        questions: questions(words, &draft.typed.question),
        no_names: no_names.collect(),
        source: draft.source,
        typed: draft.typed,
        hits,
        named: draft.named,
        wrong,
    })
}

async fn opened(app: &App, staff: &Staff, source: Source, sharing: bool) -> Answer {
    if !sharing {
        staff.caller.leading()?;
    } else if staff.caller.leading().is_err() {
        staff.caller.with_role(method::roles::Role::Coach)?;
    }
    let typed = source.read(app, staff).await?;
    let draft = Draft { typed, source, no_names: Vec::new(), named: true };
    Ok(shown(staff, sharing, draft, Vec::new(), Wrong::default()))
}

async fn keep_form(State(app): State<App>, staff: Staff, Query(source): Query<Source>) -> Answer {
    opened(&app, &staff, source, false).await
}

async fn share_form(State(app): State<App>, staff: Staff, Query(source): Query<Source>) -> Answer {
    opened(&app, &staff, source, true).await
}

fn again(staff: &Staff, sharing: bool, draft: Draft, found: Vec<Found>, wrong: Wrong) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, shown(staff, sharing, draft, found, wrong)).into_response()
}

async fn keep(State(app): State<App>, staff: Staff, Form(sent): Form<Sent>) -> Answer {
    let draft = sent.draft()?;
    let (from, sentence, fits) = (draft.source.from()?, draft.typed.sentence(), draft.typed.fits());
    let done = app.house.keep_sentence(&staff.caller, from, &sentence, fits).await;
    Ok(match mend(done, staff.visit.words)? {
        Ok(Keeping::Kept(_)) => Redirect::to("/collection#kept-h").into_response(),
        Ok(Keeping::Found(found)) => again(&staff, false, draft, found, Wrong::default()),
        Err(wrong) => again(&staff, false, draft, Vec::new(), wrong),
    })
}

async fn share(State(app): State<App>, staff: Staff, Form(sent): Form<Sent>) -> Answer {
    let draft = sent.draft()?;
    let (from, sentence, fits) = (draft.source.from()?, draft.typed.sentence(), draft.typed.fits());
    let how = (draft.named, draft.no_names.as_slice());
    let done = app.house.share_sentence(&staff.caller, from, &sentence, fits, how).await;
    Ok(match mend(done, staff.visit.words)? {
        Ok(Sharing::Shared(_)) => Redirect::to("/collection#shared-h").into_response(),
        Ok(Sharing::Found(found)) => again(&staff, true, draft, found, Wrong::default()),
        Err(wrong) => again(&staff, true, draft, Vec::new(), wrong),
    })
}

#[derive(Template)]
#[template(path = "dialogue/use.html")]
struct UsePage {
    frame: Frame,
    card: Card,
    source: Source,
    /// Conversations whose table is open: id and name.
    rounds: Vec<(ConversationId, String)>,
    questions: Vec<Choice>,
    wrong: Wrong,
}

async fn use_form(State(app): State<App>, staff: Staff, Query(source): Query<Source>) -> Answer {
    taking(&app, &staff, source, Wrong::default()).await
}

async fn taking(app: &App, staff: &Staff, source: Source, wrong: Wrong) -> Answer {
    let words = staff.visit.words;
    let typed = source.read(app, staff).await?;
    let rounds = app.house.open_tables(&staff.caller).await?;
    let name = |round: &practice::journey::Round| {
        let day = words.date(&round.held_on);
        let name = round.name.clone().unwrap_or_else(|| words.t("journey-conversation"));
        format!("{name}, {day}")
    };
    Ok(page(&UsePage {
        frame: staff.visit.frame("collection-use-title"),
        questions: questions(words, &typed.question),
        card: card(words, typed.sentence(), typed.fits(), String::new()),
        rounds: rounds.iter().map(|round| (round.id, name(round))).collect(),
        source,
        wrong,
    }))
}

#[derive(Deserialize)]
struct Chosen {
    #[serde(default)]
    kept: String,
    #[serde(default)]
    shared: String,
    #[serde(default)]
    example: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    about: String,
}

async fn take(State(app): State<App>, staff: Staff, Form(chosen): Form<Chosen>) -> Answer {
    let (kept, shared, example) = (chosen.kept, chosen.shared, chosen.example);
    let source = Source { kept, shared, example, ..Source::default() };
    let typed = source.read(&app, &staff).await?;
    let of = if source.example.is_empty() { IdeaOf::Collection } else { IdeaOf::Example };
    let to = ConversationId::parse(&chosen.to);
    let about = LeadQuestion::parse(&chosen.about).map(Subject::Question);
    let done = match to.zip(about) {
        Some((to, about)) => {
            let made = app.house.add_alternative(&staff.caller, to, about, &idea(&typed, of)).await;
            made.map(|made| (to, made))
        }
        None => Err(Error::invalid("to", "invalid-choice")),
    };
    done_or_form(
        done,
        staff.visit.words,
        |(to, made)| format!("/conversations/{to}/tryout/{made}"),
        async |wrong| taking(&app, &staff, source, wrong).await,
    )
    .await
}
