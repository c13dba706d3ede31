//! Writing a piece, with a name or without one; and changing or taking back one's own. What was typed always comes back.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::Form;
use method::Refusal;
use method::board::{PIECE_MAX, PieceKind};
use method::ids::SharedId;
use method::looking::{LeadQuestion, MomentKind};
use method::names::Found;
use practice::board::{Draft, Writing, Written, fresh_word};
use practice::names::tidy_no_names;
use serde::Deserialize;

use super::wall::piece_kinds;
use super::{Hit, hits, piece_id};
use crate::app::{App, page};
use crate::dialogue::sentence::{Choice, kinds, questions};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/board/new", get(new).post(write))
        .route("/board/{id}/change", get(change_form).post(change))
        .route("/board/{id}/remove", post(remove))
}

/// The form. One flat struct: words that are no names come as often as there are.
#[derive(Clone, Debug, Default, Deserialize)]
struct Sent {
    #[serde(default)]
    piece: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    question: String,
    #[serde(default)]
    alternative: String,
    #[serde(default)]
    named: String,
    #[serde(default)]
    word: String,
    #[serde(default)]
    no_name: Vec<String>,
}

impl Sent {
    fn piece(&self) -> Written {
        Written {
            kind: PieceKind::parse(&self.piece),
            moment: MomentKind::parse(&self.kind),
            question: LeadQuestion::parse(&self.question),
            alternative: SharedId::parse(&self.alternative),
            text: self.text.clone(),
        }
    }
}

#[derive(Template)]
#[template(path = "board/write.html")]
struct WritePage {
    frame: Frame,
    /// Where the form goes.
    action: String,
    back: String,
    /// Whether it is new; else a piece that hangs there is changed.
    new: bool,
    sent: Sent,
    /// The words of the shared sentence that it is about.
    quote: Option<String>,
    pieces: Vec<Choice>,
    kinds: Vec<Choice>,
    questions: Vec<Choice>,
    hits: Vec<Hit>,
    no_names: Vec<String>,
    most: usize,
    wrong: Wrong,
}

async fn shown(
    app: &App,
    staff: &Staff,
    (change, mut sent): (Option<String>, Sent),
    found: Vec<Found>,
    wrong: Wrong,
) -> Answer<Response> {
    let words = staff.visit.words;
    let quote = match SharedId::parse(&sent.alternative) {
        Some(id) => match app.house.shared(&staff.caller, id).await {
            Ok(shared) => Some(shared.sentence.words),
            // A sentence that was taken back meanwhile is no reason to lose what was typed.
            Err(practice::Error::Refused(Refusal::Unknown)) => {
                sent.alternative.clear();
                None
            }
            Err(other) => return Err(other.into()),
        },
        None => None,
    };
    let (hits, no_names) = hits(words, found, tidy_no_names(&sent.no_name)?);
    let new = change.is_none();
    Ok(page(&WritePage {
        frame: staff.visit.frame(if new { "board-new-title" } else { "board-change-title" }),
        action: change.as_ref().map_or_else(|| "/board/new".to_owned(), |id| format!("/board/{id}/change")),
        back: change.map_or_else(|| "/board".to_owned(), |id| format!("/board/{id}")),
        new,
        quote,
        pieces: piece_kinds(words, &sent.piece),
        kinds: kinds(words, &sent.kind),
        questions: questions(words, &sent.question),
        hits,
        no_names,
        most: PIECE_MAX,
        sent,
        wrong,
    }))
}

#[derive(Deserialize)]
struct About {
    #[serde(default)]
    alternative: String,
}

async fn new(State(app): State<App>, staff: Staff, Query(about): Query<About>) -> Answer {
    let sent = Sent { alternative: about.alternative, word: fresh_word()?, ..Sent::default() };
    shown(&app, &staff, (None, sent), Vec::new(), Wrong::default()).await
}

#[derive(Template)]
#[template(path = "board/word.html")]
struct WordPage {
    frame: Frame,
    word: String,
}

async fn write(State(app): State<App>, staff: Staff, Form(mut sent): Form<Sent>) -> Answer {
    let named = match sent.named.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let no_names = tidy_no_names(&sent.no_name)?;
    let done = match named {
        None => Err(practice::Error::invalid("named", "invalid-choice")),
        Some(named) => {
            let draft = Draft { piece: sent.piece(), named, word: sent.word.clone(), no_names };
            app.house.write_piece(&staff.caller, &draft).await
        }
    };
    let (found, wrong) = match mend(done, staff.visit.words)? {
        Ok(Writing::Hung(_)) => return Ok(Redirect::to("/board").into_response()),
        // In the answer itself and at no address of its own, so that no list of pages knows that somebody was there.
        Ok(Writing::Waits) => {
            return Ok(page(&WordPage { frame: staff.visit.frame("board-word-title"), word: sent.word }));
        }
        Ok(Writing::Found(found)) => (found, Wrong::default()),
        Err(wrong) => (Vec::new(), wrong),
    };
    if wrong.at("word").is_some() {
        // A form that came without a word of ours gets one.
        sent.word = fresh_word()?;
    }
    let again = shown(&app, &staff, (None, sent), found, wrong).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, again).into_response())
}

async fn change_form(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let piece = app.house.board_piece(&staff.caller, piece_id(&id)?).await?;
    if !piece.own {
        return Err(Fault::unknown());
    }
    let key = |key: Option<&'static str>| key.unwrap_or_default().to_owned();
    let sent = Sent {
        piece: piece.kind.key().to_owned(),
        text: piece.text.unwrap_or_default(),
        kind: key(piece.moment.map(MomentKind::key)),
        question: key(piece.question.map(LeadQuestion::key)),
        alternative: piece.alternative.map(|id| id.to_string()).unwrap_or_default(),
        ..Sent::default()
    };
    shown(&app, &staff, (Some(id), sent), Vec::new(), Wrong::default()).await
}

async fn change(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
) -> Answer {
    let no_names = tidy_no_names(&sent.no_name)?;
    let done = app.house.change_piece(&staff.caller, piece_id(&id)?, &sent.piece(), &no_names).await;
    let (found, wrong) = match mend(done, staff.visit.words)? {
        Ok(Writing::Found(found)) => (found, Wrong::default()),
        Ok(_) => return Ok(Redirect::to(&format!("/board/{id}")).into_response()),
        Err(wrong) => (Vec::new(), wrong),
    };
    let again = shown(&app, &staff, (Some(id), sent), found, wrong).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, again).into_response())
}

async fn remove(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    app.house.remove_piece(&staff.caller, piece_id(&id)?).await?;
    Ok(Redirect::to("/board").into_response())
}
