//! The clip before and the clip after, and the page on which the professional chooses where the second one is.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum::{Form, Router};
use method::ids::TryoutId;
use method::roles::Perspective;
use practice::Error;
use practice::tryout::{Piece, Tryout};
use serde::Deserialize;

use super::show::id;
use crate::app::{App, page};
use crate::dialogue::view::Clip;
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::player::Player;
use crate::visit::Anyone;
use crate::words::{Words, position, read_position};

pub(super) fn routes() -> Router<App> {
    Router::new().route("/tryouts/{id}/place", get(show).post(choose))
}

/// One of the two: a player, or a calm sentence instead.
pub(super) struct Side {
    pub(super) name: String,
    pub(super) time: Option<String>,
    pub(super) player: Option<Player>,
    pub(super) sentence: Option<String>,
}

/// The two of them, next to each other.
pub(super) struct Compared {
    pub(super) sides: Vec<Side>,
    /// Where the second place is chosen, for whoever may.
    pub(super) place: Option<String>,
}

/// Where the next tryout is planned.
pub(super) fn go_on(tryout: &Tryout) -> String {
    let (conversation, alternative) = (tryout.conversation, tryout.alternative.id);
    format!("/conversations/{conversation}/tryout/{alternative}?follows={}", tryout.id)
}

/// The two clips, once there was a next conversation.
pub(super) async fn compared(app: &App, anyone: &Anyone, tryout: &Tryout) -> Result<Option<Compared>, Fault> {
    if tryout.next.is_none() && !tryout.next_gone {
        return Ok(None);
    }
    let clips = app.house.tryout_clips(&anyone.caller, tryout.id).await?;
    let words = anyone.visit.words;
    let can_place = matches!(clips.after, Piece::Unchosen | Piece::There { .. });
    let mine = tryout.me == Perspective::Professional && tryout.next.is_some();
    Ok(Some(Compared {
        place: (mine && can_place).then(|| format!("/tryouts/{}/place", tryout.id)),
        sides: vec![
            side(words, "before", clips.before, tryout.me, "player-before"),
            side(words, "after", clips.after, tryout.me, "player-after"),
        ],
    }))
}

fn side(words: Words, which: &str, piece: Piece, me: Perspective, id: &'static str) -> Side {
    let name = words.t(&format!("tryout-clip-{which}"));
    let sentence = |why: &str| Some(words.t(&format!("tryout-clip-{why}")));
    let (time, player, sentence) = match piece {
        Piece::There { film, span } => {
            let clip = Clip::around(span.start, span.end);
            let player = Player::new(&film, true).at(clip.from, clip.to).named(id);
            (Some(position(span.start)), Some(player), None)
        }
        Piece::Unchosen if me == Perspective::Professional => (None, None, sentence("choose")),
        Piece::Unchosen => (None, None, sentence("unchosen")),
        Piece::NoPlace => (None, None, sentence("no-place")),
        Piece::NoRecording => (None, None, sentence("no-recording")),
        Piece::Ended => (None, None, sentence("ended")),
        Piece::NotYours => (None, None, sentence("not-yours")),
    };
    Side { name, time, player, sentence }
}

#[derive(Template)]
#[template(path = "tryout/place.html")]
struct PlacePage {
    frame: Frame,
    id: TryoutId,
    player: Player,
    at: String,
    wrong: Wrong,
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    at: String,
    #[serde(default)]
    timeline: i64,
}

async fn show(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let tryout = app.house.tryout(&anyone.caller, id).await?;
    form(&app, &anyone, id, tryout.after.map_or_else(String::new, position), Wrong::default()).await
}

async fn form(app: &App, anyone: &Anyone, id: TryoutId, at: String, wrong: Wrong) -> Answer {
    let film = app.house.next_film(&anyone.caller, id).await?;
    Ok(page(&PlacePage {
        frame: anyone.visit.frame("tryout-place-title"),
        id,
        player: Player::new(&film, false),
        at,
        wrong,
    }))
}

async fn choose(
    State(app): State<App>,
    anyone: Anyone,
    Path(text): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let id = id(&text)?;
    let done = match read_position(&typed.at) {
        Some(at) => match app.house.place_after(&anyone.caller, id, at, typed.timeline).await {
            Err(Error::Refused(method::Refusal::Position)) => Err(Error::invalid("at", "refusal-position")),
            Err(Error::Refused(method::Refusal::TimesMoved)) => {
                Err(Error::invalid("at", "refusal-times-moved"))
            }
            other => other,
        },
        None => {
            // Whoever may not choose hears that first.
            app.house.next_film(&anyone.caller, id).await?;
            Err(Error::invalid("at", "invalid-place"))
        }
    };
    match mend(done, anyone.visit.words)? {
        Ok(()) => Ok(Redirect::to(&format!("/tryouts/{id}#clips")).into_response()),
        Err(wrong) => {
            let page = form(&app, &anyone, id, typed.at, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
