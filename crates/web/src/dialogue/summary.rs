//! What came of looking together, on one page worth printing.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use method::dialogue::Subject;
use method::dialogue::agenda::Part;
use practice::dialogue::Table;
use practice::dialogue::session::Session;

use super::subject::{Read, read};
use super::view::{Back, Other, Viewer, Who, back};
use crate::app::{App, page};
use crate::conversation::{show, steps};
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/conversations/{id}/dialogue/summary", get(summary))
}

/// One time that they looked together.
struct Sitting {
    when: String,
    there: Vec<Who>,
    /// It still goes on.
    open: bool,
}

/// Something about which they look differently, and of which nothing was written yet.
pub(super) struct Difference {
    pub(super) title: String,
    pub(super) voices: Vec<(Who, String)>,
}

#[derive(Template)]
#[template(path = "dialogue/summary.html")]
struct SummaryPage {
    frame: Frame,
    back: Back,
    people: Vec<Who>,
    held_on: String,
    sittings: Vec<Sitting>,
    readings: Vec<Read>,
    differences: Vec<Difference>,
    unknown: Vec<(String, String)>,
    chosen: Vec<Other>,
    others: Vec<Other>,
    takeaways: Vec<(Who, String)>,
    table: String,
    together: Option<String>,
}

async fn summary(State(app): State<App>, anyone: Anyone, Path(text): Path<String>) -> Answer {
    let id = show::id(&text)?;
    let overview = app.house.conversation(&anyone.caller, id).await?;
    let table = app.house.table(&anyone.caller, id).await?;
    let gate = app.house.gate(&anyone.caller, id).await?;
    let sessions = app.house.sessions(&gate).await?;
    let tryouts = app.house.tryouts(&anyone.caller, id).await?;
    let words = anyone.visit.words;
    let viewer = Viewer { words, overview: &overview, table: &table };
    let is_chosen =
        |one: &&practice::dialogue::Alternative| tryouts.iter().any(|line| line.alternative == one.id);
    let (chosen, others): (Vec<_>, Vec<_>) = table.alternatives.iter().partition(is_chosen);
    let mut readings: Vec<_> = table.readings.iter().collect();
    readings.sort_by_key(|reading| place_in_telling(&table, reading.subject));
    let sittings = sessions.iter().map(|one| Sitting {
        when: words.date_time(&one.started),
        there: there(&viewer, one),
        open: one.standing.ended.is_none(),
    });
    let open = sessions.last().is_some_and(|one| one.standing.ended.is_none());
    Ok(page(&SummaryPage {
        frame: anyone.visit.frame("summary-title"),
        back: back(&anyone, &overview),
        people: table.chairs.iter().map(|chair| viewer.who(*chair)).collect(),
        held_on: words.date(&overview.held_on),
        sittings: sittings.collect(),
        unknown: readings
            .iter()
            .filter(|reading| !reading.words.unknown.is_empty())
            .map(|reading| (viewer.title(reading.subject), reading.words.unknown.clone()))
            .collect(),
        readings: readings
            .into_iter()
            .map(|reading| Read { about: viewer.title(reading.subject), ..read(&viewer, reading) })
            .collect(),
        differences: differences(&viewer, sessions.last()),
        chosen: chosen.into_iter().map(|one| viewer.other(one)).collect(),
        others: others.into_iter().map(|one| viewer.other(one)).collect(),
        takeaways: table.takeaways.iter().map(|(chair, text)| (viewer.who(*chair), text.clone())).collect(),
        table: format!("/conversations/{id}/dialogue"),
        together: open.then(|| super::together::address(id)),
    }))
}

/// Questions first, then moments in the order of the recording.
pub(super) fn place_in_telling(table: &Table, subject: Subject) -> (u8, i64) {
    match subject {
        Subject::Question(question) => (
            0,
            i64::try_from(
                method::looking::LeadQuestion::ALL.iter().position(|one| *one == question).unwrap_or(0),
            )
            .unwrap_or(0),
        ),
        Subject::Moment(id) => (1, table.place_of(id).map_or(i64::MAX, |place| place.span().start)),
    }
}

/// Everyone who was at a session, at any time of it.
fn there(viewer: &Viewer<'_>, session: &Session) -> Vec<Who> {
    let facts = &viewer.overview.facts;
    let was = |id| session.presences.iter().any(|one| one.who == id);
    let here = facts.parties.iter().filter(|party| was(party.id));
    let mut chairs: Vec<_> = here.map(|party| party.perspective).collect();
    chairs.sort_unstable();
    chairs.into_iter().map(|chair| viewer.who(chair)).collect()
}

/// What they saw differently, in each one's own words, unless they left it out or wrote about it together.
pub(super) fn differences(viewer: &Viewer<'_>, session: Option<&Session>) -> Vec<Difference> {
    let Some(session) = session else { return Vec::new() };
    let table = viewer.table;
    let items = session.agenda(table);
    let apart = items.iter().filter(|item| item.part == Part::Differ && !item.skipped);
    let told = apart.filter(|item| match item.subject {
        Subject::Question(_) => table.reading(item.subject).is_none(),
        Subject::Moment(id) => !table.readings.iter().any(|reading| {
            matches!((reading.subject, table.place_of(id)), (Subject::Moment(other), Some(place)) if place.has(other))
        }),
    });
    told.map(|item| Difference { title: viewer.title(item.subject), voices: voices(viewer, item.subject) })
        .collect()
}

fn voices(viewer: &Viewer<'_>, subject: Subject) -> Vec<(Who, String)> {
    match subject {
        Subject::Question(question) => viewer
            .question(question)
            .answers
            .into_iter()
            .map(|answer| (answer.who, answer.step.unwrap_or_default()))
            .collect(),
        Subject::Moment(id) => {
            let marks = viewer.table.place_of(id).map(|place| place.marks.iter().map(|mark| mark.id));
            let marks = marks.map(|ids| viewer.marks(ids)).unwrap_or_default();
            viewer
                .table
                .chairs
                .iter()
                .map(|chair| {
                    let mine = marks.iter().filter(|mark| mark.who.chair == chair.key());
                    let names: Vec<String> = mine.map(|mark| mark.name.clone()).collect();
                    let text = if names.is_empty() {
                        viewer.words.t("summary-marked-nothing")
                    } else {
                        steps::listed(viewer.words, &names)
                    };
                    (viewer.who(*chair), text)
                })
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use method::ids::MomentId;

    use super::*;

    #[test]
    fn questions_are_told_before_moments() {
        let table = Table {
            chairs: Vec::new(),
            touches: Vec::new(),
            places: Vec::new(),
            voices: Vec::new(),
            additions: Vec::new(),
            readings: Vec::new(),
            earlier: Vec::new(),
            takeaways: Vec::new(),
            alternatives: Vec::new(),
        };
        let question = Subject::Question(method::looking::LeadQuestion::InterventionFit);
        assert!(
            place_in_telling(&table, question) < place_in_telling(&table, Subject::Moment(MomentId::new()))
        );
    }
}
