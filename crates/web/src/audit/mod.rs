//! The log of deeds in words: who did what, for the privacy officer.

pub(crate) mod log;

use axum::Router;
use method::board::TakenFor;
use method::consent::Purpose;
use method::consent::companion::CompanionKind;
use method::consent::receipt::Ending;
use method::patterns::period::Quarter;
use method::permit;
use method::privacy::Processing;
use method::time::Stamp;
use practice::audit::Deed;

use crate::app::App;
use crate::words::Words;

pub(crate) fn routes() -> Router<App> {
    log::routes()
}

/// What was done, as a phrase that stands beside who did it.
pub(crate) fn did(words: Words, deed: &str, subject: Option<&str>) -> String {
    match Deed::parse(deed) {
        Some(deed) => {
            words.with(&format!("audit-did-{deed}")).s("what", what(words, deed, subject)).to_string()
        }
        // Written down by a version of this program that knows more deeds.
        None => words.t("audit-unknown"),
    }
}

/// On what it was done, where the log says so with a word of its own.
fn what(words: Words, deed: Deed, subject: Option<&str>) -> String {
    let Some(subject) = subject else { return String::new() };
    if subject.starts_with("interview-sound") {
        return words.t("audit-what-sound");
    }
    match deed {
        Deed::Opened => permit::Deed::parse(subject).map(|deed| words.t(&format!("audit-what-{deed}"))),
        Deed::AddedCompanion => CompanionKind::parse(subject).map(|what| words.t(&format!("beside-{what}"))),
        Deed::Printed => Some(words.t(&format!("papers-name-{subject}"))),
        Deed::AddedFactor | Deed::RemovedFactor => factor(words, subject),
        Deed::Destroyed => Ending::parse(subject).map(|why| words.t(&format!("ending-{why}"))),
        Deed::ChoseBasis => subject.split(' ').next().and_then(Processing::parse).map(|what| {
            what.purpose().map_or_else(
                || words.t(&format!("processing-name-{what}")),
                |purpose| words.t(&format!("consent-{purpose}-name")),
            )
        }),
        Deed::TookOffBoard => {
            let why = subject.rsplit(' ').next().and_then(TakenFor::parse);
            why.map(|why| words.t(&format!("board-taken-{why}")))
        }
        Deed::CountedPatterns => Quarter::parse(subject).map(|quarter| words.quarter(quarter)),
        Deed::ReadLog | Deed::ExportedLog => subject.split_once(' ').and_then(|(from, until)| {
            // The end is the first moment that is not asked about any more.
            let (from, until) = (Stamp(from.parse().ok()?), Stamp(until.parse::<i64>().ok()? - 1));
            Some(format!("{} – {}", words.date(&from), words.date(&until)))
        }),
        _ => Purpose::parse(subject).map(|purpose| words.t(&format!("consent-{purpose}-name"))),
    }
    .unwrap_or_default()
}

/// Which way to prove who one is.
fn factor(words: Words, key: &str) -> Option<String> {
    match key {
        "app" => Some(words.t("audit-what-app")),
        "passkey" => Some(words.t("audit-what-passkey")),
        "codes" => Some(words.t("audit-what-codes")),
        _ => None,
    }
}
