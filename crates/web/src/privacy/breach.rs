//! Who saw what between two days: on a page that can be sorted, and as CSV.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum_extra::extract::Form;
use method::time::Stamp;
use practice::privacy::breach::{Asked, Saw, Taken};
use serde::Deserialize;

use super::{csv, file};
use crate::app::{App, page};
use crate::audit::{did, log};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::{Words, whole_day};

/// How many lines a page shows; the file has them all.
const SHOWN: usize = 500;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/privacy/breach", get(show)).route("/privacy/breach/file", post(take))
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Between {
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    /// `all` for every deed, and not only what was opened.
    #[serde(default)]
    what: String,
    /// The column that is sorted by.
    #[serde(default)]
    sort: String,
}

impl Between {
    /// From the first moment of one day to the last of the other, in the Netherlands; nothing when it is no such thing.
    fn asked(&self) -> Option<Asked> {
        let ((from, _), (_, until)) = (whole_day(&self.from)?, whole_day(&self.until)?);
        let asked = Asked { from, until, all: self.what == "all" };
        (0 <= asked.from.0 && asked.from < asked.until).then_some(asked)
    }

    /// The same question sorted by another column.
    fn sorted(&self, column: &str) -> String {
        let what = if self.what == "all" { "&what=all" } else { "" };
        format!("/privacy/breach?from={}&until={}{what}&sort={column}", self.from, self.until)
    }
}

struct Line {
    when: String,
    who: String,
    did: String,
    /// How long was watched, where it is about watching.
    long: String,
    seconds: Option<i64>,
    about: Option<String>,
    /// The conversation's id, by which it is found in the register.
    id: String,
}

struct Column {
    href: String,
    name: String,
    sorted: bool,
    falling: bool,
}

#[derive(Template)]
#[template(path = "privacy/breach.html")]
struct BreachPage {
    frame: Frame,
    between: Between,
    columns: Vec<Column>,
    /// How many lines there are; nothing while nothing was asked.
    found: Option<i64>,
    lines: Vec<Line>,
    more: bool,
    wrong: bool,
}

const COLUMNS: [(&str, &str); 5] = [
    ("when", "audit-when"),
    ("who", "audit-who"),
    ("did", "audit-did"),
    ("long", "breach-long"),
    ("about", "audit-where"),
];

async fn show(State(app): State<App>, staff: Staff, Query(between): Query<Between>) -> Answer {
    let words = staff.visit.words;
    let saw = match between.asked() {
        Some(asked) => Some(app.house.who_saw(&staff.caller, asked, Taken::Read).await?),
        None => None,
    };
    let mut lines = saw.as_ref().map_or_else(Vec::new, |saw| in_words(words, saw));
    match between.sort.as_str() {
        "who" => lines.sort_by(|one, other| one.who.cmp(&other.who)),
        "did" => lines.sort_by(|one, other| one.did.cmp(&other.did)),
        // The longest first: that is what one looks for.
        "long" => lines.sort_by_key(|line| std::cmp::Reverse(line.seconds)),
        "about" => lines.sort_by(|one, other| one.id.cmp(&other.id)),
        _ => {}
    }
    let more = lines.len() > SHOWN || saw.as_ref().is_some_and(|saw| saw.more);
    lines.truncate(SHOWN);
    let by = if between.sort.is_empty() { "when" } else { between.sort.as_str() };
    let column = |(word, key): &(&str, &str)| Column {
        href: between.sorted(word),
        name: words.t(key),
        sorted: *word == by,
        falling: *word == "long",
    };
    Ok(page(&BreachPage {
        frame: staff.visit.frame("privacy-breach").wide(),
        columns: COLUMNS.iter().map(column).collect(),
        found: saw.as_ref().map(|saw| i64::try_from(saw.lines.len()).unwrap_or(i64::MAX)),
        lines,
        more,
        wrong: saw.is_none() && !(between.from.is_empty() && between.until.is_empty()),
        between,
    }))
}

fn in_words(words: Words, saw: &Saw) -> Vec<Line> {
    let line = |line: &practice::privacy::breach::Line| Line {
        when: words.date_time(&line.told.at),
        who: log::who(words, &line.told.who),
        did: did(words, &line.told.deed, line.told.subject.as_deref()),
        long: line.seconds.map_or_else(String::new, |seconds| words.spoken(&(seconds * 1_000))),
        seconds: line.seconds,
        about: line.told.conversation.map(|id| format!("/register/{id}")),
        id: line.told.conversation.map_or_else(String::new, |id| id.to_string()),
    };
    saw.lines.iter().map(line).collect()
}

async fn take(State(app): State<App>, staff: Staff, Form(between): Form<Between>) -> Answer {
    let words = staff.visit.words;
    let asked = between.asked().ok_or(Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form"))?;
    let saw = app.house.who_saw(&staff.caller, asked, Taken::AsFile).await?;
    let head =
        ["audit-line", "audit-when", "audit-who", "audit-did", "breach-seconds", "breach-conversation"];
    let head = head.iter().map(|key| words.t(key)).collect();
    let when = |at: Stamp| {
        jiff::Timestamp::from_millisecond(at.0).map_or_else(|_| String::new(), |at| at.to_string())
    };
    let rows = in_words(words, &saw).into_iter().zip(&saw.lines).map(|(line, one)| {
        let seconds = one.seconds.map_or_else(String::new, |seconds| seconds.to_string());
        vec![one.told.seq.to_string(), when(one.told.at), line.who, line.did, seconds, line.id]
    });
    let text = csv::table(std::iter::once(head).chain(rows));
    Ok(file("wie-zag-wat", "csv", "text/csv; charset=utf-8", staff.visit.now, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(from: &str, until: &str) -> Option<Asked> {
        Between { from: from.into(), until: until.into(), ..Between::default() }.asked()
    }

    #[test]
    fn two_days_are_both_whole_and_in_order() {
        let one = between("2027-03-28", "2027-03-28").unwrap();
        assert_eq!(one.until.0 - one.from.0, 23 * 3_600_000, "the day on which the clock goes forward");
        assert!(between("2027-03-29", "2027-03-28").is_none());
        assert!(between("", "2027-03-28").is_none() && between("gisteren", "vandaag").is_none());
    }
}
