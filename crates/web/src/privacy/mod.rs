//! The privacy officer's place: what waits, the register of processing, endings and their proof, who saw what, and a
//! beginning of a DPIA. Facts only.

mod breach;
pub(crate) mod csv;
mod dpia;
mod endings;
mod overview;
mod processing;

pub(crate) use endings::proven;

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use method::time::Stamp;
use practice::privacy::measures::{Measure, Standing};

use crate::app::App;
use crate::words::{Words, day};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(overview::routes())
        .merge(processing::routes())
        .merge(endings::routes())
        .merge(dpia::routes())
        .merge(breach::routes())
}

/// A measure as a page shows it.
pub(crate) struct Shown {
    name: String,
    /// `built-in`, `holds`, `open` or `not-here`.
    state: &'static str,
    said: String,
}

fn shown(words: Words, measures: &[(Measure, Standing)]) -> Vec<Shown> {
    let one = |(measure, standing): &(Measure, Standing)| Shown {
        name: words.t(&format!("measure-{measure}")),
        state: standing.key(),
        said: words.t(&format!("measure-is-{}", standing.key())),
    };
    measures.iter().map(one).collect()
}

/// A file to take along, named after what it is and the day it was made.
pub(crate) fn file(
    what: &str,
    ending: &str,
    kind: &'static str,
    now: Stamp,
    body: impl IntoResponse,
) -> Response {
    let name = format!("attachment; filename=\"meerzien-{what}-{}.{ending}\"", day(now));
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    if let Ok(name) = header::HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
