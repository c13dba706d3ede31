//! Finishing a journey, beginning a new one, the list of both, and taking one's own words along as a file.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use method::dialogue::alternative::Wanted;
use method::ids::JourneyId;
use method::journey::Stop;
use method::roles::Perspective;
use method::tryout::Outcome;
use practice::Caller;
use practice::dialogue::Kept;
use practice::journey::{Listed, Sheet, Walked};

use super::sheet::question;
use super::show::{id, number, render_wrong};
use crate::app::{App, page};
use crate::fault::Answer;
use crate::form::done_or_form;
use crate::frame::Frame;
use crate::tryout::rating::step_word;
use crate::visit::Staff;
use crate::words::{Words, day};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/journeys", get(list).post(begin))
        .route("/journeys/{id}/finish", post(finish))
        .route("/journeys/{id}/file", get(file))
}

#[derive(Template)]
#[template(path = "journey/list.html")]
struct ListPage {
    frame: Frame,
    /// Address, name and line of each journey.
    rows: Vec<(String, String, String)>,
    /// Whether a new one can begin.
    free: bool,
}

async fn list(State(app): State<App>, staff: Staff) -> Answer {
    let words = staff.visit.words;
    let all = app.house.journeys(&staff.caller).await?;
    let row = |one: &Listed| {
        let line = match &one.closed {
            Some(at) => words.with("journey-closed").s("date", words.date(at)),
            None => words.with("journey-since").s("date", words.date(&one.since)),
        };
        let count = words.with("journey-count").a("count", i64::try_from(one.conversations).unwrap_or(0));
        let name = one.question.clone().unwrap_or_else(|| words.t("journey-unnamed"));
        (format!("/journeys/{}", one.id), name, format!("{line} {count}"))
    };
    Ok(page(&ListPage {
        frame: staff.visit.frame("journey-list-title"),
        free: all.iter().all(|one| one.closed.is_some()),
        rows: all.iter().map(row).collect(),
    }))
}

async fn begin(State(app): State<App>, staff: Staff) -> Answer {
    let journey = app.house.own_journey(&staff.caller).await?;
    Ok(Redirect::to(&format!("/journeys/{journey}")).into_response())
}

async fn finish(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let journey = id(&text)?;
    done_or_form(
        app.house.finish_journey(&staff.caller, journey).await,
        staff.visit.words,
        |()| format!("/journeys/{journey}#finish-h"),
        async |wrong| render_wrong(&app, &staff, journey, wrong).await,
    )
    .await
}

/// A question with what was answered.
pub(super) struct Answered {
    pub(super) question: String,
    pub(super) answer: String,
}

/// A conversation in the file: its number and day, how its owner found it, and what they decided. Nobody else's words.
pub(super) struct Round {
    pub(super) name: String,
    pub(super) found: Vec<(String, String)>,
    pub(super) verdicts: Vec<String>,
}

#[derive(Template)]
#[template(path = "journey/file.html")]
struct FilePage {
    words: Words,
    owner: String,
    since: String,
    closed: Option<String>,
    questions: Vec<(String, String)>,
    sheets: Vec<(String, Vec<Answered>)>,
    rounds: Vec<Round>,
    kept: Vec<Kept>,
}

pub(super) async fn answered(
    app: &App,
    caller: &Caller,
    words: Words,
    journey: JourneyId,
    sheet: Sheet,
) -> Result<Vec<Answered>, crate::fault::Fault> {
    let answers = app.house.sheet(caller, journey, sheet).await?;
    let pairs = (1..).zip(answers).filter(|(_, answer)| !answer.is_empty());
    Ok(pairs.map(|(n, answer)| Answered { question: question(words, sheet, n), answer }).collect())
}

/// Only what is the owner's own: their questions, sheets and sentences, how they found each conversation and what they
/// decided. What lies under a conversation's key stays there, so that taking a yes back still reaches all of it.
pub(super) fn rounds(words: Words, walked: &Walked) -> Vec<Round> {
    let round = |held: &method::journey::Held| {
        let own = walked
            .ratings
            .iter()
            .find(|one| one.by == Perspective::Professional && one.conversation == held.id.to_string());
        let found = own.map_or_else(Vec::new, |own| {
            let said = |outcome: &Outcome| {
                let step = step_word(words, Perspective::Professional, own.rating.step(*outcome));
                (words.t(&format!("outcome-{outcome}")), step)
            };
            Outcome::ALL.iter().map(said).collect()
        });
        let mut here = walked.stops.iter().skip_while(|stop| !is(stop, held.id)).skip(1);
        let mut verdicts = Vec::new();
        while let Some(stop) = here.next().filter(|stop| !matches!(stop, Stop::Conversation(_))) {
            if let Stop::Verdict(_, verdict) = stop {
                verdicts.push(words.t(&format!("tryout-verdict-{verdict}")));
            }
        }
        let (n, date) = (number(walked, held.id), words.date(&held.on));
        let name = words.with("journey-file-round").s("n", n).s("date", date).to_string();
        Round { name, found, verdicts }
    };
    walked.conversations().filter(|held| !held.gone).map(round).collect()
}

fn is(stop: &Stop, id: method::ids::ConversationId) -> bool {
    matches!(stop, Stop::Conversation(held) if held.id == id)
}

async fn file(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let words = staff.visit.words;
    let walked = app.house.walked(&staff.caller, id(&text)?).await?;
    let sheet = async |which: Sheet, key: &str| {
        let said = answered(&app, &staff.caller, words, walked.id, which).await?;
        Ok::<_, crate::fault::Fault>((words.t(key), said))
    };
    let mut sheets = vec![
        sheet(Sheet::Intake, "journey-intake-title").await?,
        sheet(Sheet::Handover, "journey-handover-title").await?,
        sheet(Sheet::Close, "journey-close-title").await?,
    ];
    sheets.retain(|(_, answers)| !answers.is_empty());
    let kept = app.house.collection(&staff.caller, &Wanted::default()).await?.kept;
    let asked = walked.questions.iter().filter(|one| !one.text.is_empty());
    let html = page(&FilePage {
        words,
        owner: staff.caller.account()?.name.clone(),
        since: words.with("journey-since").s("date", words.date(&walked.since)).to_string(),
        closed: walked.closed.map(|at| words.with("journey-closed").s("date", words.date(&at)).to_string()),
        questions: asked.map(|one| (words.date(&one.at), one.text.clone())).collect(),
        sheets,
        rounds: rounds(words, &walked),
        kept,
    });
    let name = format!("attachment; filename=\"meerzien-{}.html\"", day(staff.visit.now));
    Ok(([(header::CONTENT_DISPOSITION, name)], html).into_response())
}
