//! Having a part taken out of the recording: by the client or whoever came along from their place, by the professional
//! from the page of the conversation. It is asked once whether it is certain, and then it is done.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum_extra::extract::Form;
use method::Refusal;
use method::ids::ConversationId;
use method::recording::cutting::{Part, can_be_cut};
use practice::recording::{Cut, CutRoom, Pointed};
use practice::{Caller, Error};
use serde::Deserialize;

use crate::app::{App, page};
use crate::client::Here;
use crate::conversation::show::id;
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::player::Player;
use crate::visit::{Guest, Staff, Visit};
use crate::words::{Words, position};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/mine/cut", get(show_mine).post(cut_mine))
        .route("/conversations/{id}/cut", get(show).post(cut))
}

/// Where someone stands who asks: in their own place, or on the page of a conversation.
struct Place<'a> {
    visit: &'a Visit,
    caller: &'a Caller,
    conversation: ConversationId,
    back: String,
    /// Where everything can be stopped.
    stop: String,
    /// Whether they may watch; whoever came along says the times.
    watches: bool,
}

/// One end of the part, as it is typed.
struct End {
    name: &'static str,
    minutes: String,
    seconds: String,
}

#[derive(Template)]
#[template(path = "recording/cutting.html")]
struct CutPage {
    frame: Frame,
    back: String,
    stop: String,
    watches: bool,
    player: Option<Player>,
    /// How long it lasts, when a part can be pointed out.
    lasts: Option<String>,
    timeline: i64,
    ends: Vec<End>,
    /// Whether a part is being cut now.
    busy: bool,
    /// Why nothing can be pointed out, or what was wrong with what was.
    said: Option<String>,
    /// Whether it was so much that stopping is meant.
    all: bool,
    /// What was cut, in words.
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "recording/cut-sure.html")]
struct SurePage {
    frame: Frame,
    back: String,
    sentence: String,
    typed: Typed,
}

/// What someone typed where places of a recording were in it that moved since: theirs to take along.
#[derive(Template)]
#[template(path = "recording/moved.html")]
struct MovedPage {
    frame: Frame,
    back: String,
    sentence: String,
    typed: Vec<String>,
}

#[derive(Clone, Default, Deserialize)]
struct Typed {
    /// `ask` or `sure`.
    #[serde(default)]
    go: String,
    #[serde(default)]
    from_minutes: String,
    #[serde(default)]
    from_seconds: String,
    #[serde(default)]
    to_minutes: String,
    #[serde(default)]
    to_seconds: String,
    #[serde(default)]
    timeline: i64,
}

impl Typed {
    fn pointed(&self) -> Option<Pointed> {
        let from = time(&self.from_minutes, &self.from_seconds)?;
        let to = time(&self.to_minutes, &self.to_seconds)?;
        Some(Pointed { from, to, timeline: self.timeline })
    }
}

/// Minutes and seconds as people type them, in milliseconds. What is left empty is nothing; both empty is no time.
fn time(minutes: &str, seconds: &str) -> Option<i64> {
    let read = |text: &str| match text.trim() {
        "" => Some(None),
        text => text.replace(',', ".").parse::<f64>().ok().filter(|n| (0.0..60_000.0).contains(n)).map(Some),
    };
    let (minutes, seconds) = (read(minutes)?, read(seconds)?);
    if minutes.is_none() && seconds.is_none() {
        return None;
    }
    Some(((minutes.unwrap_or(0.0) * 60.0 + seconds.unwrap_or(0.0)) * 1_000.0).round() as i64)
}

async fn show_mine(State(app): State<App>, guest: Guest) -> Answer {
    let place = mine(&app, &guest).await?;
    render(&app, &place, &Typed::default(), None).await
}

async fn cut_mine(State(app): State<App>, guest: Guest, Form(typed): Form<Typed>) -> Answer {
    let place = mine(&app, &guest).await?;
    ask(&app, &place, typed).await
}

async fn mine<'a>(app: &App, guest: &'a Guest) -> Result<Place<'a>, Fault> {
    let here = Here::anyone(app, guest).await?;
    Ok(Place {
        visit: &guest.visit,
        caller: &guest.caller,
        conversation: here.conversation.id,
        back: "/mine".to_owned(),
        stop: "/mine/stop".to_owned(),
        watches: here.conversation.companion.is_none(),
    })
}

async fn show(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    render(&app, &theirs(&staff, &text)?, &Typed::default(), None).await
}

async fn cut(
    State(app): State<App>,
    staff: Staff,
    Path(text): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    ask(&app, &theirs(&staff, &text)?, typed).await
}

fn theirs<'a>(staff: &'a Staff, text: &str) -> Result<Place<'a>, Fault> {
    let conversation = id(text)?;
    Ok(Place {
        visit: &staff.visit,
        caller: &staff.caller,
        conversation,
        back: format!("/conversations/{conversation}"),
        stop: format!("/conversations/{conversation}/stop"),
        watches: true,
    })
}

impl Place<'_> {
    fn here(&self) -> String {
        format!("{}/cut", self.back)
    }
}

/// Asks once whether it is certain; then it is done.
async fn ask(app: &App, place: &Place<'_>, typed: Typed) -> Answer {
    let words = place.visit.words;
    let Some(pointed) = typed.pointed() else {
        // Whoever may not hears that first.
        app.house.cut_room(place.caller, place.conversation).await?;
        return wrong(app, place, &typed, "invalid-cut-time", false).await;
    };
    let done = match typed.go.as_str() {
        "sure" => app.house.cut(place.caller, place.conversation, pointed).await.map(|_| None),
        _ => app.house.may_cut(place.caller, place.conversation, pointed).await.map(Some),
    };
    match done {
        Ok(None) => Ok(Redirect::to(&place.here()).into_response()),
        Ok(Some(part)) => Ok(page(&SurePage {
            frame: place.visit.frame("cut-sure-title"),
            back: place.here(),
            sentence: stretch(words, "cut-sure", part),
            typed,
        })),
        Err(Error::Refused(
            refusal @ (Refusal::CutNothing
            | Refusal::CutAll
            | Refusal::CutBusy
            | Refusal::CutEarly
            | Refusal::Position
            | Refusal::TimesMoved),
        )) => wrong(app, place, &typed, refusal.key(), refusal == Refusal::CutAll).await,
        Err(other) => Err(other.into()),
    }
}

async fn wrong(app: &App, place: &Place<'_>, typed: &Typed, key: &str, all: bool) -> Answer {
    let conflict =
        [Refusal::CutBusy, Refusal::CutEarly, Refusal::TimesMoved].iter().any(|no| no.key() == key);
    let status = if conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut response = render(app, place, typed, Some((place.visit.words.t(key), all))).await?;
    *response.status_mut() = status;
    Ok(response)
}

async fn render(
    app: &App,
    place: &Place<'_>,
    typed: &Typed,
    said: Option<(String, bool)>,
) -> Answer<Response> {
    let words = place.visit.words;
    let room: CutRoom = app.house.cut_room(place.caller, place.conversation).await?;
    let open = can_be_cut(room.state);
    let busy = open == Err(Refusal::CutBusy);
    let player = match (open, place.watches) {
        (Ok(()), true) => {
            let film = app.house.film(place.caller, place.conversation).await?;
            Some(Player::new(&film, true).asked(&place.visit.path))
        }
        _ => None,
    };
    let (said, all) = match (said, open) {
        (Some((said, all)), _) => (Some(said), all),
        (None, Err(no)) if !busy => (Some(words.t(no.key())), false),
        (None, _) => (None, false),
    };
    Ok(page(&CutPage {
        frame: place.visit.frame("cut-title"),
        back: place.back.clone(),
        stop: place.stop.clone(),
        watches: place.watches,
        player,
        lasts: open.is_ok().then(|| position(room.duration)),
        timeline: room.timeline,
        ends: vec![
            End { name: "from", minutes: typed.from_minutes.clone(), seconds: typed.from_seconds.clone() },
            End { name: "to", minutes: typed.to_minutes.clone(), seconds: typed.to_seconds.clone() },
        ],
        busy,
        said,
        all,
        lines: room.cuts.iter().rev().map(|cut| line(words, cut)).collect(),
    }))
}

fn stretch(words: Words, key: &str, part: Part) -> String {
    let said = words.with(key).s("from", position(part.from())).s("to", position(part.to()));
    said.s("length", length(words, part.length())).to_string()
}

/// How long something is, in words.
pub(crate) fn length(words: Words, ms: i64) -> String {
    if ms < 60_000 {
        return words.with("cut-length").a("seconds", ms / 1_000).to_string();
    }
    words.spoken(&ms)
}

/// One cut in words. Whoever asked it reads where it was; the others only how long.
fn line(words: Words, cut: &Cut) -> String {
    let key = match (cut.own, cut.done) {
        (true, Some(_)) => "cut-own-done",
        (true, None) => "cut-own-busy",
        (false, Some(_)) => "cut-other-done",
        (false, None) => "cut-other-busy",
    };
    let said = words.with(key).s("date", words.date_time(&cut.asked));
    let said = said.s("from", position(cut.part.from())).s("to", position(cut.part.to()));
    let said = said.s("length", length(words, cut.part.length()));
    said.s("done", cut.done.map_or_else(String::new, |done| words.date_time(&done))).to_string()
}

/// The page for what was sent from a page that is older than a cut: nothing of it was written, and nothing is lost.
pub(crate) fn moved(visit: &Visit, back: String, typed: Vec<String>) -> Response {
    let sentence = visit.words.t(Refusal::TimesMoved.key());
    let typed = typed.into_iter().filter(|text| !text.trim().is_empty()).collect();
    let response = page(&MovedPage { frame: visit.frame("cut-moved-title"), back, sentence, typed });
    (StatusCode::CONFLICT, response).into_response()
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn minutes_and_seconds_are_read_as_people_type_them() {
        assert_eq!(time("1", "5"), Some(65_000));
        assert_eq!(time("", "40"), Some(40_000));
        assert_eq!(time(" 2 ", ""), Some(120_000));
        assert_eq!(time("0", "12,5"), Some(12_500));
        for (minutes, seconds) in [("", ""), ("x", "1"), ("1", "-1"), ("NaN", "1"), ("1e9", "0")] {
            assert_eq!(time(minutes, seconds), None, "{minutes}:{seconds}");
        }
    }
}
