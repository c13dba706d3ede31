//! Peer consultation: asking colleagues along, and what a colleague sees and writes.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::Refusal;
use method::dialogue::Subject;
use method::ids::{ColleagueId, ConversationId, MemberId, PeerNoteId};
use method::looking::MomentKind;
use method::roles::Perspective;
use practice::dialogue::{Along, PeerNote, PeerTable, Touch, Voice};
use serde::Deserialize;

use super::offers::{Card, shown};
use super::sentence::{Choice, Typed, questions};
use super::view::{Back, Who, back, scale};
use crate::app::{App, page};
use crate::conversation::show;
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::player::Player;
use crate::visit::{Anyone, Staff};
use crate::words::{Words, position};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/colleagues", get(colleagues).post(invite))
        .route("/conversations/{id}/colleagues/{colleague}/end", post(end))
        .route("/conversations/{id}/peer", get(peer).post(write))
        .route("/conversations/{id}/peer/{note}/remove", post(remove))
        .route("/peers", get(invited))
}

struct Note {
    id: PeerNoteId,
    line: String,
    text: String,
}

fn note(words: Words, note: &PeerNote) -> Note {
    let line = words.with("peer-by").s("name", &note.by).s("date", words.date_time(&note.at));
    Note { id: note.id, line: line.to_string(), text: note.text.clone() }
}

/// Someone who was asked along: which invitation, their name, since when, and whether it stands.
struct Asked {
    id: ColleagueId,
    name: String,
    line: String,
    stands: bool,
}

#[derive(Template)]
#[template(path = "dialogue/colleagues.html")]
struct ColleaguesPage {
    frame: Frame,
    back: Back,
    here: String,
    professional: bool,
    /// Why nobody can be asked now, when nobody can.
    closed: Option<String>,
    asked: Vec<Asked>,
    candidates: Vec<(MemberId, String)>,
    notes: Vec<Note>,
    wrong: Wrong,
}

async fn colleagues(State(app): State<App>, anyone: Anyone, Path(id): Path<String>) -> Answer {
    asking(&app, &anyone, show::id(&id)?, Wrong::default()).await
}

async fn asking(app: &App, anyone: &Anyone, id: ConversationId, wrong: Wrong) -> Answer {
    let overview = app.house.conversation(&anyone.caller, id).await?;
    let along: Along = app.house.along(&anyone.caller, id).await?;
    let words = anyone.visit.words;
    let closed = along.asking.err().map(|refusal| match refusal {
        Refusal::Purpose(purpose) => {
            words.with(refusal.key()).s("purpose", words.t(&format!("consent-{purpose}-name"))).to_string()
        }
        other => words.t(other.key()),
    });
    let asked = along.asked.into_iter().map(|one| Asked {
        id: one.id,
        line: match one.until {
            None => words.with("peer-since").s("date", words.date(&one.since)).to_string(),
            Some(until) => words.with("peer-until").s("date", words.date(&until)).to_string(),
        },
        name: one.name,
        stands: one.until.is_none(),
    });
    Ok(page(&ColleaguesPage {
        frame: anyone.visit.frame("peer-title"),
        back: back(anyone, &overview),
        here: format!("/conversations/{id}/colleagues"),
        professional: overview.me == Perspective::Professional,
        closed,
        asked: asked.collect(),
        candidates: along.candidates,
        notes: along.notes.iter().map(|one| note(words, one)).collect(),
        wrong,
    }))
}

#[derive(Deserialize)]
struct Colleague {
    #[serde(default)]
    colleague: String,
}

async fn invite(
    State(app): State<App>,
    anyone: Anyone,
    Path(id): Path<String>,
    Form(typed): Form<Colleague>,
) -> Answer {
    let id = show::id(&id)?;
    // What is no id is nobody's: the rules are asked first all the same.
    let member = MemberId::parse(&typed.colleague).unwrap_or_else(MemberId::new);
    let done = app.house.invite_colleague(&anyone.caller, id, member).await;
    match mend(done, anyone.visit.words)? {
        Ok(()) => Ok(Redirect::to(&format!("/conversations/{id}/colleagues")).into_response()),
        Err(wrong) => {
            let page = asking(&app, &anyone, id, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn end(State(app): State<App>, staff: Staff, Path((id, colleague)): Path<(String, String)>) -> Answer {
    let id = show::id(&id)?;
    let which = ColleagueId::parse(&colleague).ok_or_else(Fault::unknown)?;
    app.house.end_colleague(&staff.caller, id, which).await?;
    Ok(Redirect::to(&format!("/conversations/{id}/colleagues")).into_response())
}

/// A moment as a colleague sees it.
struct Mark {
    who: Who,
    kind: &'static str,
    family: &'static str,
    strength: &'static str,
    name: String,
    note: Option<String>,
}

/// A place in the conversation, with a stretch to play.
struct Place {
    time: String,
    from: i64,
    to: i64,
    marks: Vec<Mark>,
}

struct Answered {
    who: Who,
    step: Option<String>,
    text: Option<String>,
}

struct Question {
    words: String,
    answers: Vec<Answered>,
}

#[derive(Template)]
#[template(path = "dialogue/peer.html")]
struct PeerPage {
    frame: Frame,
    day: String,
    people: Vec<Who>,
    player: Option<Player>,
    places: Vec<Place>,
    questions: Vec<Question>,
    here: String,
    notes: Vec<Note>,
    text: String,
    offers: Vec<Card>,
    professional: bool,
    offering: String,
    subjects: Vec<Choice>,
    typed: Typed,
    wrong: Wrong,
}

/// Turns what a colleague sees into words. The client is called by their chair only.
struct Viewer<'a> {
    words: Words,
    seen: &'a PeerTable,
}

impl Viewer<'_> {
    fn who(&self, chair: Perspective) -> Who {
        let name = self.seen.names.iter().find(|(of, _)| *of == chair).map(|(_, name)| name.clone());
        Who { chair: chair.key(), name: name.unwrap_or_else(|| self.words.t(&format!("the-{chair}"))) }
    }

    fn mark(&self, touch: &Touch) -> Mark {
        let mark = touch.mark;
        let own = touch.word.clone().filter(|_| mark.kind == MomentKind::Other);
        Mark {
            who: self.who(mark.by),
            kind: mark.kind.key(),
            family: mark.kind.family().key(),
            strength: mark.strength.key(),
            name: own.unwrap_or_else(|| self.words.t(&format!("moment-{}-name", mark.kind))),
            note: touch.note.clone(),
        }
    }

    fn places(&self) -> Vec<Place> {
        let table = &self.seen.table;
        let place = |place: &method::dialogue::Place| {
            let span = place.span();
            Place {
                time: position(span.start),
                from: (span.start - method::dialogue::RUN_UP).max(0),
                to: span.end + method::dialogue::RUN_UP,
                marks: place
                    .marks
                    .iter()
                    .filter_map(|mark| table.touch(mark.id))
                    .map(|touch| self.mark(touch))
                    .collect(),
            }
        };
        table.places.iter().map(place).collect()
    }

    fn questions(&self) -> Vec<Question> {
        let answer = |question, voice: &Voice| Answered {
            who: self.who(voice.by),
            step: voice.step.map(|step| self.words.t(&scale(question, voice.by, step))),
            text: voice.text.clone(),
        };
        let voices = self.seen.table.voices.iter();
        voices
            .map(|(question, voices)| Question {
                words: self.words.t(&format!("guide-{question}-q")),
                answers: voices.iter().map(|voice| answer(*question, voice)).collect(),
            })
            .collect()
    }

    fn about(&self, subject: Subject) -> String {
        match subject {
            Subject::Question(question) => self.words.t(&format!("guide-{question}-q")),
            Subject::Moment(id) => self.seen.table.touch(id).map_or_else(String::new, |touch| {
                let mark = self.mark(touch);
                let time = position(touch.mark.span.start);
                self.words.with("dialogue-moment").s("kind", mark.name).s("time", time).to_string()
            }),
        }
    }

    fn subjects(&self) -> Vec<Choice> {
        let moments = self.seen.table.touches.iter().map(|touch| Choice {
            value: touch.mark.id.to_string(),
            name: self.about(Subject::Moment(touch.mark.id)),
            chosen: false,
        });
        questions(self.words, "").into_iter().chain(moments).collect()
    }
}

async fn peer(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    render(&app, &staff, show::id(&id)?, Typed::default(), String::new(), Wrong::default()).await
}

/// The colleague's page, with what they typed when something of it could not be kept.
pub(super) async fn render(
    app: &App,
    staff: &Staff,
    id: ConversationId,
    typed: Typed,
    text: String,
    wrong: Wrong,
) -> Answer {
    let words = staff.visit.words;
    let seen = app.house.peer_table(&staff.caller, id).await?;
    let offers = app.house.offers(&staff.caller, id).await?;
    let viewer = Viewer { words, seen: &seen };
    let player = match app.house.film(&staff.caller, id).await {
        Ok(film) => Some(Player::new(&film, false)),
        Err(practice::Error::Refused(Refusal::RecordingMissing | Refusal::CutBusy)) => None,
        Err(other) => return Err(other.into()),
    };
    let offered = offers.into_iter().map(|offer| {
        let about = viewer.about(offer.subject);
        shown(words, id, offer, about)
    });
    Ok(page(&PeerPage {
        frame: staff.visit.frame("peer-look-title").wide(),
        day: words.date(&seen.held_on),
        people: seen.table.chairs.iter().map(|chair| viewer.who(*chair)).collect(),
        player,
        places: viewer.places(),
        questions: viewer.questions(),
        here: format!("/conversations/{id}/peer"),
        notes: seen.notes.iter().map(|one| note(words, one)).collect(),
        text,
        offers: offered.collect(),
        professional: false,
        offering: format!("/conversations/{id}/offers"),
        subjects: viewer.subjects(),
        typed,
        wrong,
    }))
}

#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    note: String,
}

async fn write(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(typed): Form<Written>,
) -> Answer {
    let id = show::id(&id)?;
    let done = app.house.write_peer_note(&staff.caller, id, &typed.note).await;
    match mend(done, staff.visit.words)? {
        Ok(_) => Ok(Redirect::to(&format!("/conversations/{id}/peer#notes-h")).into_response()),
        Err(wrong) => {
            let page = render(&app, &staff, id, Typed::default(), typed.note, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn remove(State(app): State<App>, staff: Staff, Path((id, which)): Path<(String, String)>) -> Answer {
    let id = show::id(&id)?;
    let which = PeerNoteId::parse(&which).ok_or_else(Fault::unknown)?;
    app.house.remove_peer_note(&staff.caller, id, which).await?;
    Ok(Redirect::to(&format!("/conversations/{id}/peer#notes-h")).into_response())
}

#[derive(Template)]
#[template(path = "dialogue/peers.html")]
struct PeersPage {
    frame: Frame,
    /// Where one was asked along: address, who asks, and the line under it.
    rows: Vec<(String, String, String)>,
}

async fn invited(State(app): State<App>, staff: Staff) -> Answer {
    let words = staff.visit.words;
    let all = app.house.invited(&staff.caller).await?;
    let row = |one: &practice::dialogue::Invited| {
        let name = words.with("peer-asks").s("name", &one.by).to_string();
        let state = words.t(if one.answered { "peer-answered" } else { "peer-unanswered" });
        let line = format!("{} · {state}", words.date(&one.held_on));
        (format!("/conversations/{}/peer", one.conversation), name, line)
    };
    Ok(page(&PeersPage { frame: staff.visit.frame("peer-list-title"), rows: all.iter().map(row).collect() }))
}
