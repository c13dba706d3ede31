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
    // Texts are packed when they are built. Pages are not packed at all: what people wrote stands in them, and the length
    // of what is packed can tell on it.
    let small = if takes_packed(&headers) { Dist::get(&format!("{path}.gz")) } else { None };
    let packed = small.is_some();
    let Some(file) = small.or_else(|| Dist::get(&path)) else { return StatusCode::NOT_FOUND.into_response() };
    let tag = file.metadata.sha256_hash()[..12].iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let tag = format!("\"{tag}\"");
    // Asked again each time, answered with "not changed": a new release never mixes with an old style sheet.
    let caching = [
        (header::ETAG, tag.clone()),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
        (header::VARY, "accept-encoding".to_owned()),
    ];
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    let kind = [(header::CONTENT_TYPE, kind(&path))];
    let how = packed.then_some([(header::CONTENT_ENCODING, "gzip")]);
    (caching, kind, how, file.data.into_owned()).into_response()
}

/// Whether this browser takes what is packed, as all do.
fn takes_packed(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let mut ways = accepted.flat_map(|value| value.split(','));
    ways.any(|way| {
        let (name, weight) = way.split_once(';').unwrap_or((way, ""));
        name.trim().eq_ignore_ascii_case("gzip")
            && weight.trim().replace(' ', "").trim_end_matches(['0', '.']) != "q="
    })
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
    use super::{kind, takes_packed};
    use axum::http::{HeaderMap, HeaderValue, header};

    #[test]
    fn what_is_packed_goes_to_who_takes_it() {
        let asked = |accepts: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepts));
            takes_packed(&headers)
        };
        assert!(asked("gzip, deflate, br, zstd") && asked("br;q=1.0, gzip;q=0.8") && asked("GZIP"));
        assert!(!asked("br") && !asked("identity") && !asked("gzip;q=0") && !asked("gzip; q=0.0"));
        assert!(!takes_packed(&HeaderMap::new()));
    }

    #[test]
    fn a_text_says_how_it_is_written() {
        assert_eq!(kind("app.css"), "text/css; charset=utf-8");
        assert_eq!(kind("a/app.js"), "text/javascript; charset=utf-8");
        assert_eq!(kind("icons.svg"), "image/svg+xml; charset=utf-8");
        assert_eq!(kind("sans.woff2"), "font/woff2");
        assert_eq!(kind("what"), "application/octet-stream");
    }
}
