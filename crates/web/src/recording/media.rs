//! Sealed recordings, opened for whoever may watch, in the ranges that a player asks for.

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use method::ids::ObjectId;
use practice::recording::{Face, Media};

use super::ranges::{self, Wanted};
use crate::app::App;
use crate::doors::open::Served;
use crate::fault::{Answer, Fault, Plain};
use crate::headers::SHOWN_ALONE;
use crate::visit::Anyone;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/media/{object}", get(playable))
        .route("/media/{object}/original", get(original))
        .route("/media/{object}/peaks", get(peaks))
        .route("/media/{object}/stills/{number}", get(still))
}

async fn playable(
    State(app): State<App>,
    anyone: Anyone,
    Path(object): Path<String>,
    asked: HeaderMap,
) -> Answer {
    answer(&app, &anyone, &object, Face::Playable, &asked).await
}

async fn original(
    State(app): State<App>,
    anyone: Anyone,
    Path(object): Path<String>,
    asked: HeaderMap,
) -> Answer {
    let mut response = answer(&app, &anyone, &object, Face::Original, &asked).await?;
    // A browser must never run what a camera or a stranger made.
    response.headers_mut().insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    Ok(response)
}

async fn peaks(
    State(app): State<App>,
    anyone: Anyone,
    Path(object): Path<String>,
    asked: HeaderMap,
) -> Answer {
    answer(&app, &anyone, &object, Face::Peaks, &asked).await
}

async fn still(
    State(app): State<App>,
    anyone: Anyone,
    Path((object, number)): Path<(String, u32)>,
    asked: HeaderMap,
) -> Answer {
    answer(&app, &anyone, &object, Face::Still(number), &asked).await
}

async fn answer(app: &App, anyone: &Anyone, object: &str, face: Face, asked: &HeaderMap) -> Answer {
    let object = ObjectId::parse(object).ok_or_else(Fault::unknown)?;
    let media = app.house.open_media(&anyone.caller, object, face).await?;
    send(&media, asked)
}

fn send(media: &Media, asked: &HeaderMap) -> Answer {
    let (len, tag) = (media.len(), format!("\"{}\"", media.tag));
    let (status, range) = match ranges::wanted(asked, len, &tag) {
        Wanted::All => (StatusCode::OK, 0..len),
        Wanted::Part(range) => (StatusCode::PARTIAL_CONTENT, range),
        Wanted::Nothing => (StatusCode::RANGE_NOT_SATISFIABLE, 0..0),
        Wanted::Known => (StatusCode::NOT_MODIFIED, 0..0),
    };
    let mut response = match status {
        StatusCode::OK | StatusCode::PARTIAL_CONTENT => {
            // A HEAD is answered without reading anything: the stream opens nothing before it is polled.
            let mut response = Response::new(Body::from_stream(media.read(range.clone())));
            response.extensions_mut().insert(Served(vec![media.clone()]));
            response
        }
        _ => Response::new(Body::empty()),
    };
    *response.status_mut() = status;
    let text = |value: &str| HeaderValue::from_str(value).map_err(|_| Fault::unknown());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, SHOWN_ALONE);
    headers.insert(header::ETAG, text(&tag)?);
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if status != StatusCode::NOT_MODIFIED {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(range.end - range.start));
    }
    match status {
        StatusCode::PARTIAL_CONTENT => {
            headers.insert(header::CONTENT_TYPE, text(&media.content_type)?);
            let part = format!("bytes {}-{}/{len}", range.start, range.end - 1);
            headers.insert(header::CONTENT_RANGE, text(&part)?);
        }
        StatusCode::RANGE_NOT_SATISFIABLE => {
            headers.insert(header::CONTENT_RANGE, text(&format!("bytes */{len}"))?);
        }
        StatusCode::OK => {
            headers.insert(header::CONTENT_TYPE, text(&media.content_type)?);
        }
        _ => {}
    }
    response.extensions_mut().insert(Plain);
    Ok(response.into_response())
}
