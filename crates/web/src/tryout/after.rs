//! Afterwards: which conversation it was, what each tells of it, and the verdict.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::ids::{ConversationId, TryoutId};
use method::roles::Perspective;
use method::tryout::{Closing, Helped, Verdict};
use practice::Error;
use practice::conversation::Overview;
use practice::tryout::{Telling, ToTell};
use serde::Deserialize;

use super::one::{Ask, OnePage, sent};
use super::rating::{Asked, RatingForm, asked};
use super::show::{Judged, id, questions, render};
use crate::app::{App, page};
use crate::conversation::show;
use crate::dialogue::view::{Back, back};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, done_or_form, mend};
use crate::frame::Frame;
use crate::visit::Anyone;
use crate::words::Words;

/// The screens of a client: their two, room for more, and three about the conversation.
const SCREENS: usize = 6;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/tryouts/{id}/next", post(choose_next))
        .route("/tryouts/{id}/close", post(close))
        .route("/tryouts/{id}/tell", get(show_telling).post(tell))
        .route("/tryouts/{id}/verdict", post(judge))
        .route("/conversations/{id}/tell", get(list))
}

#[derive(Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

async fn choose_next(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(typed): Form<Next>,
) -> Answer {
    let id = id(&text)?;
    let done = match ConversationId::parse(&typed.next) {
        Some(next) => app.house.choose_next(&anyone.caller, id, next).await,
        None => Err(Error::invalid("next", "invalid-next")),
    };
    answer(&app, &anyone, id, None, done).await
}

/// Why it ends without a verdict.
#[derive(Deserialize)]
struct Ended {
    #[serde(default)]
    why: String,
}

async fn close(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(typed): Form<Ended>,
) -> Answer {
    let id = id(&text)?;
    let done = match Closing::parse(&typed.why) {
        Some(why) => app.house.close_tryout(&anyone.caller, id, why).await,
        None => Err(Error::invalid("why", "invalid-choice")),
    };
    answer(&app, &anyone, id, None, done).await
}

async fn answer(
    app: &App,
    anyone: &Anyone,
    id: TryoutId,
    typed: Option<Judged>,
    done: practice::Result<()>,
) -> Answer {
    done_or_form(
        done,
        anyone.visit.words,
        |()| format!("/tryouts/{id}"),
        async |wrong| render(app, anyone, id, typed, wrong).await,
    )
    .await
}

async fn judge(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(typed): Form<Judged>,
) -> Answer {
    let id = id(&text)?;
    let verdict = Verdict::parse(&typed.verdict);
    let done = match verdict {
        Some(verdict) => app.house.judge(&anyone.caller, id, verdict, &typed.note).await,
        None => Err(Error::invalid("verdict", "invalid-choice")),
    };
    // "Adapt" and "again" lead straight to the next one, as long as none follows.
    if done.is_ok() && verdict.is_some_and(Verdict::goes_on) {
        let chain = app.house.tryout_chain(&anyone.caller, id).await?;
        if chain.last().is_some_and(|link| link.id == id) {
            let tryout = app.house.tryout(&anyone.caller, id).await?;
            return Ok(Redirect::to(&super::clips::go_on(&tryout)).into_response());
        }
    }
    answer(&app, &anyone, id, Some(typed), done).await
}

#[derive(Clone, Debug, Default, Deserialize)]
struct TellForm {
    #[serde(default)]
    different: String,
    #[serde(default)]
    helped: String,
    #[serde(default)]
    word_1: String,
    #[serde(default)]
    word_2: String,
    #[serde(default)]
    word_3: String,
    #[serde(default)]
    word_4: String,
    #[serde(flatten)]
    rating: RatingForm,
}

impl TellForm {
    fn of(before: &ToTell) -> Self {
        let mut form =
            Self { rating: before.rating.map(RatingForm::from).unwrap_or_default(), ..Self::default() };
        let Some(told) = &before.told else { return form };
        let key = |answer: Option<Helped>| answer.map_or_else(String::new, |answer| answer.key().to_owned());
        (form.different, form.helped) = (key(told.different), key(told.helped));
        let mut words = told.words.iter().cloned();
        for field in [&mut form.word_1, &mut form.word_2, &mut form.word_3, &mut form.word_4] {
            *field = words.next().unwrap_or_default();
        }
        form
    }

    fn words(&self) -> [&str; 4] {
        [&self.word_1, &self.word_2, &self.word_3, &self.word_4]
    }

    fn read(&self, me: Perspective) -> practice::Result<Telling> {
        let helped = |field, text: &str| Helped::parse(text).ok_or(Error::invalid(field, "invalid-choice"));
        let answers = if me == Perspective::Client {
            Some((helped("different", &self.different)?, helped("helped", &self.helped)?))
        } else {
            None
        };
        Ok(Telling {
            words: self.words().map(ToOwned::to_owned).to_vec(),
            answers,
            rating: self.rating.read()?,
        })
    }
}

/// A question that is answered in one's own words.
pub(super) struct Open {
    pub(super) name: &'static str,
    pub(super) question: String,
    pub(super) value: String,
}

#[derive(Template)]
#[template(path = "tryout/tell.html")]
struct TellPage {
    frame: Frame,
    back: Back,
    lead: String,
    open: Vec<Open>,
    asked: Vec<Asked>,
    wrong: Wrong,
}

async fn show_telling(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let before = app.house.telling(&anyone.caller, id(&text)?).await?;
    let typed = TellForm::of(&before);
    if before.me == Perspective::Client {
        return Ok(page(&one(&app, &anyone, &before, &typed, 1, Wrong::default()).await?));
    }
    form(&app, &anyone, &before, &typed, Wrong::default()).await
}

/// A client's questions in order: their two, room for more, and how they found the conversation.
fn asks(words: Words, overview: &Overview, typed: &TellForm) -> Vec<Ask> {
    let open = questions(words, overview, Perspective::Client)
        .into_iter()
        .map(|question| Ask::Words(Open { name: "word_1", question, value: typed.word_1.clone() }));
    let rating = asked(words, Perspective::Client, &typed.rating).into_iter().map(Ask::Choice);
    two(words, typed).into_iter().map(Ask::Choice).chain(open).chain(rating).collect()
}

/// A client's screen with one of them.
async fn one(
    app: &App,
    anyone: &Anyone,
    before: &ToTell,
    typed: &TellForm,
    at: usize,
    wrong: Wrong,
) -> Result<OnePage, Fault> {
    let overview = app.house.conversation(&anyone.caller, before.conversation).await?;
    let words = anyone.visit.words;
    let lead = words.with("tryout-tell-lead").s("date", words.date(&before.held_on)).to_string();
    let frame = anyone.visit.frame("tryout-tell-title");
    Ok(OnePage::new(frame, back(anyone, &overview), lead, asks(words, &overview, typed), at, wrong))
}

/// A client goes from screen to screen, and what can be kept is kept at each.
async fn step(
    app: &App,
    anyone: &Anyone,
    before: &ToTell,
    typed: &TellForm,
    (at, goes_back): (usize, bool),
) -> Answer {
    if goes_back {
        return Ok(page(&one(app, anyone, before, typed, at - 1, Wrong::default()).await?));
    }
    let words = anyone.visit.words;
    let overview = app.house.conversation(&anyone.caller, before.conversation).await?;
    let asks = asks(words, &overview, typed);
    let done = if !asks.get(at - 1).is_some_and(Ask::is_answered) {
        Err(Error::invalid("choice", "invalid-choice"))
    } else if at == 1 {
        // The two belong together; one alone is not kept yet.
        Ok(())
    } else {
        let whole = typed.rating.is_whole();
        let rating = if whole { typed.rating.clone() } else { RatingForm::default() };
        match (TellForm { rating, ..typed.clone() }).read(before.me) {
            Ok(telling) => app.house.tell(&anyone.caller, before.id, &telling).await,
            Err(error) => Err(error),
        }
    };
    match mend(done, words)? {
        Ok(()) if at == asks.len() => {
            Ok(Redirect::to(&format!("/conversations/{}/tell", before.conversation)).into_response())
        }
        Ok(()) => Ok(page(&one(app, anyone, before, typed, at + 1, Wrong::default()).await?)),
        Err(wrong) => {
            let page = page(&one(app, anyone, before, typed, at, wrong).await?);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn form(app: &App, anyone: &Anyone, before: &ToTell, typed: &TellForm, wrong: Wrong) -> Answer {
    const FIELDS: [&str; 4] = ["word_1", "word_2", "word_3", "word_4"];
    let overview = app.house.conversation(&anyone.caller, before.conversation).await?;
    let words = anyone.visit.words;
    let open = questions(words, &overview, before.me).into_iter().zip(FIELDS).zip(typed.words());
    Ok(page(&TellPage {
        frame: anyone.visit.frame("tryout-tell-title"),
        back: Back { href: format!("/tryouts/{}", before.id), name: words.t("tryout-title") },
        lead: words.with("tryout-tell-lead").s("date", words.date(&before.held_on)).to_string(),
        open: open
            .map(|((question, name), value)| Open { name, question, value: value.to_owned() })
            .collect(),
        asked: asked(words, before.me, &typed.rating),
        wrong,
    }))
}

fn two(words: Words, typed: &TellForm) -> Vec<Asked> {
    let one = |n: usize, name: &'static str, chosen: &str| Asked {
        name,
        question: words.t(&format!("tryout-after-client-{n}")),
        steps: Helped::ALL
            .iter()
            .map(|step| {
                (step.key(), words.t(&format!("tryout-after-client-step-{step}")), step.key() == chosen)
            })
            .collect(),
    };
    vec![one(1, "different", &typed.different), one(2, "helped", &typed.helped)]
}

async fn tell(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(typed): Form<TellForm>,
) -> Answer {
    let id = id(&text)?;
    let before = app.house.telling(&anyone.caller, id).await?;
    if before.me == Perspective::Client
        && let Some(screen) = sent(&typed.rating.at, &typed.rating.go, SCREENS)
    {
        return step(&app, &anyone, &before, &typed, screen).await;
    }
    let done = match typed.read(before.me) {
        Ok(telling) => app.house.tell(&anyone.caller, id, &telling).await,
        Err(error) => Err(error),
    };
    match mend(done, anyone.visit.words)? {
        Ok(()) if before.me == Perspective::Client => {
            Ok(Redirect::to(&format!("/conversations/{}/tell", before.conversation)).into_response())
        }
        Ok(()) => Ok(Redirect::to(&format!("/tryouts/{id}")).into_response()),
        Err(wrong) => {
            let page = match before.me {
                Perspective::Client => page(&one(&app, &anyone, &before, &typed, 1, wrong).await?),
                _ => form(&app, &anyone, &before, &typed, wrong).await?,
            };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// One conversation of which something can be told.
struct Line {
    href: String,
    sentence: String,
    told: bool,
}

#[derive(Template)]
#[template(path = "tryout/told.html")]
struct ListPage {
    frame: Frame,
    back: Back,
    lines: Vec<Line>,
}

/// What a participant can tell of; for a client this is the whole of the room.
async fn list(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = show::id(&text)?;
    let to_tell = app.house.to_tell(&anyone.caller, id).await?;
    let overview = app.house.conversation(&anyone.caller, id).await?;
    let words = anyone.visit.words;
    let line = |one: &ToTell| Line {
        href: format!("/tryouts/{}/tell", one.id),
        sentence: words.with("tryout-tell-lead").s("date", words.date(&one.held_on)).to_string(),
        told: one.told.is_some(),
    };
    Ok(page(&ListPage {
        frame: anyone.visit.frame("tryout-tell-title"),
        back: back(&anyone, &overview),
        lines: to_tell.iter().map(line).collect(),
    }))
}
