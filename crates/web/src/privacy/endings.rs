//! What ends and when, what should have ended, and the proof of what did.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use practice::privacy::endings::{Carried, Due, Proof};

use crate::app::{App, page};
use crate::consent::receipt;
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/privacy/endings", get(show))
}

struct Line {
    href: String,
    held: String,
    at: String,
    why: String,
}

struct Done {
    href: String,
    held: String,
    receipts: Vec<String>,
    proof: Option<(bool, String)>,
}

#[derive(Template)]
#[template(path = "privacy/endings.html")]
struct EndingsPage {
    frame: Frame,
    swept: String,
    asleep: bool,
    overdue: Vec<Line>,
    coming: Vec<Line>,
    carried: Vec<Done>,
}

async fn show(State(app): State<App>, staff: Staff) -> Answer {
    let words = staff.visit.words;
    let endings = app.house.endings(&staff.caller).await?;
    let line = |due: &Due| Line {
        href: format!("/register/{}", due.id),
        held: words.date(&due.held_on),
        at: words.date_time(&due.at),
        why: words.t(&format!("endings-due-{}", due.why)),
    };
    let done = |one: &Carried| Done {
        href: format!("/register/{}", one.id),
        held: words.date(&one.held_on),
        receipts: one.receipts.iter().map(|one| receipt::for_staff(words, one)).collect(),
        proof: one.proof.map(|proof| (proof.holds(), proven(words, proof))),
    };
    Ok(page(&EndingsPage {
        frame: staff.visit.frame("privacy-endings").wide(),
        swept: endings.swept.map_or_else(|| words.t("privacy-never"), |at| words.date_time(&at)),
        asleep: endings.asleep,
        overdue: endings.overdue.iter().map(line).collect(),
        coming: endings.coming.iter().map(line).collect(),
        carried: endings.carried.iter().map(done).collect(),
    }))
}

/// What is left of a conversation that ended, in a sentence.
pub(crate) fn proven(words: Words, proof: Proof) -> String {
    if proof.holds() {
        return words.t("proof-holds");
    }
    let key = words.t(if proof.key_gone { "proof-key-gone" } else { "proof-key-there" });
    let mark = words.t(if proof.marked { "proof-mark-there" } else { "proof-mark-gone" });
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    words
        .with("proof-open")
        .s("key", key)
        .s("mark", mark)
        .a("objects", count(proof.objects))
        .a("rows", count(proof.rows))
        .to_string()
}
