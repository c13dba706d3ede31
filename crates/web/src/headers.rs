//! What every answer tells the browser, whatever it is an answer to; how cookies are called; and how long an address
//! can be.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::set_header::SetResponseHeaderLayer;

/// Only our own scripts, styles, fonts and pictures; nothing inline, nothing from elsewhere, no frames.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; \
    media-src 'self' blob:; connect-src 'self'; font-src 'self'; object-src 'none'; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'";

/// Two years of https only, for this host and those below it.
const HTTPS_ONLY: &str = "max-age=63072000; includeSubDomains";

/// For what somebody else made, when it is opened by itself: it shows itself, and runs and loads nothing.
pub(crate) const SHOWN_ALONE: HeaderValue =
    HeaderValue::from_static("default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'");

/// Asks a browser to forget the pages that it still holds, for the way back after somebody left.
pub(crate) const FORGET: [(HeaderName, HeaderValue); 1] =
    [(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""))];

/// The longest address that is read, in bytes. Our own are shorter than five hundred.
const ADDRESS_MAX: usize = 8 * 1024;

/// The name of a cookie: where people come by https, the browser holds it to this host, to https and to all pages.
pub(crate) const fn cookie(https: bool, plain: &'static str, held: &'static str) -> &'static str {
    if https { held } else { plain }
}

/// Puts on every answer what every answer has. What says something else by itself keeps it.
pub(crate) fn dress<S: Clone + Send + Sync + 'static>(router: Router<S>, https: bool) -> Router<S> {
    let name = HeaderName::from_static;
    let router = router
        .layer(middleware::from_fn(short))
        .layer(unless(header::CONTENT_SECURITY_POLICY, CONTENT_POLICY))
        .layer(unless(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        // Not "no-referrer": browsers then send "Origin: null" with forms, which the CSRF layer must refuse.
        .layer(unless(header::REFERRER_POLICY, "same-origin"))
        .layer(unless(name("cross-origin-opener-policy"), "same-origin"))
        .layer(unless(name("cross-origin-resource-policy"), "same-origin"))
        .layer(unless(
            name("permissions-policy"),
            "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=()",
        ))
        // Pages tell something about people, so nobody keeps a copy of them; assets say otherwise.
        .layer(unless(header::CACHE_CONTROL, "no-store"));
    if https { router.layer(unless(header::STRICT_TRANSPORT_SECURITY, HTTPS_ONLY)) } else { router }
}

fn unless(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

/// An address that is longer than any of ours is not read at all.
async fn short(request: Request, next: Next) -> Response {
    if request.uri().path_and_query().map_or(0, |address| address.as_str().len()) > ADDRESS_MAX {
        return StatusCode::URI_TOO_LONG.into_response();
    }
    next.run(request).await
}
