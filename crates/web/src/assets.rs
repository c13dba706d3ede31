//! The front end's files, embedded in the binary.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;

use crate::app::App;

#[derive(RustEmbed)]
#[folder = "../../frontend/dist"]
struct Dist;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/assets/{*path}", get(asset))
}

async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let Some(file) = Dist::get(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let tag = file.metadata.sha256_hash()[..12].iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let tag = format!("\"{tag}\"");
    // Asked again each time, answered with "not changed": a new release never mixes with an old style sheet.
    let caching = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, "no-cache".to_owned())];
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    let kind = [(header::CONTENT_TYPE, kind(&path))];
    (caching, kind, file.data.into_owned()).into_response()
}

/// What a file is, by its name. All our texts are UTF-8.
fn kind(path: &str) -> String {
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let text = kind.type_() == "text"
        || ["javascript", "json", "xml"]
            .iter()
            .any(|end| kind.subtype() == *end || kind.suffix().is_some_and(|suffix| suffix == *end));
    if text { format!("{kind}; charset=utf-8") } else { kind.to_string() }
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn a_text_says_how_it_is_written() {
        assert_eq!(kind("app.css"), "text/css; charset=utf-8");
        assert_eq!(kind("a/app.js"), "text/javascript; charset=utf-8");
        assert_eq!(kind("icons.svg"), "image/svg+xml; charset=utf-8");
        assert_eq!(kind("sans.woff2"), "font/woff2");
        assert_eq!(kind("what"), "application/octet-stream");
    }
}
