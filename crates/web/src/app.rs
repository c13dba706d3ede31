//! The whole web application: state, layers, and the rooms' routers.

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, middleware};
use practice::House;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

use crate::consent::handover;
use crate::fault::{self, Fault};
use crate::identity::fresh;
use crate::identity::provider::Provider;
use crate::live::Hub;
use crate::sessions::Store;

/// Largest form that is taken, in bytes; uploads have a road of their own.
const FORM_MAX: usize = 1 << 20;
/// How long a session lasts without being used, in hours.
const SESSION_HOURS: i64 = 12;

/// What every handler can reach.
#[derive(Clone, Debug)]
pub struct App {
    /// Records, vault and terms.
    pub house: Arc<House>,
    /// Whether people reach this program by https, so that cookies may demand it.
    pub https: bool,
    /// Who looks together in this program now.
    pub live: Arc<Hub>,
    /// The organisation's own provider of sign-ins, if it has one.
    pub provider: Option<Arc<Provider>>,
}

impl App {
    /// The application of a house.
    #[must_use]
    pub fn new(house: Arc<House>, https: bool) -> Self {
        Self { house, https, live: Arc::default(), provider: None }
    }

    /// The same, with the organisation's own provider of sign-ins.
    #[must_use]
    pub fn with_provider(self, provider: Option<Arc<Provider>>) -> Self {
        Self { provider, ..self }
    }
}

/// All routes, behind all layers.
pub fn router(app: App) -> Router {
    crate::headers::dress(layered(&app), app.https).with_state(app)
}

fn layered(app: &App) -> Router<App> {
    let sessions = SessionManagerLayer::new(Store::new(Arc::clone(&app.house)))
        .with_name(crate::headers::cookie(app.https, "meerzien", "__Host-meerzien"))
        .with_secure(app.https)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_expiry(Expiry::OnInactivity(time::Duration::hours(SESSION_HOURS)));
    rooms()
        // The last that is added is the first that is passed: the gate, what asks for a proof, and what watches whether
        // the door stays open.
        .route_layer(middleware::from_fn_with_state(app.clone(), crate::doors::open::watch))
        .route_layer(middleware::from_fn_with_state(app.clone(), fresh::ask))
        .route_layer(middleware::from_fn(crate::doors::gate))
        .fallback(|| async { Fault::unknown() })
        .method_not_allowed_fallback(|| async { Fault::unknown() })
        .layer(DefaultBodyLimit::max(FORM_MAX))
        .layer(middleware::from_fn(handover::guard))
        .layer(middleware::from_fn_with_state(app.clone(), fault::render))
        .layer(sessions)
        .layer(CsrfLayer::new().with_rejection_response(foreign))
        .layer(CatchPanicLayer::new())
        .merge(crate::assets::routes())
}

fn rooms() -> Router<App> {
    Router::new()
        .merge(crate::public::routes())
        .merge(crate::choices::routes())
        .merge(crate::identity::routes())
        .merge(crate::home::routes())
        .merge(crate::organisation::routes())
        .merge(crate::patterns::routes())
        .merge(crate::papers::routes())
        .merge(crate::conversation::routes())
        .merge(crate::consent::routes())
        .merge(crate::recording::routes())
        .merge(crate::client::routes())
        .merge(crate::colearning::routes())
        .merge(crate::notices::routes())
        .merge(crate::search::routes())
        .merge(crate::audit::routes())
        .merge(crate::privacy::routes())
        .merge(crate::live::routes())
        .merge(crate::dialogue::routes())
        .merge(crate::tryout::routes())
        .merge(crate::journey::routes())
        .merge(crate::board::routes())
        .merge(crate::looking::routes())
        .merge(crate::interview::routes())
}

/// A form that was sent from another site.
fn foreign<B: From<String>>(_: ProtectionError) -> axum::http::Response<B> {
    let mut response =
        axum::http::Response::new(B::from("403 – this form came from another site".to_owned()));
    *response.status_mut() = axum::http::StatusCode::FORBIDDEN;
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// A template, rendered; a template that fails is a fault, never half a page.
pub fn page(template: &impl askama::Template) -> Response {
    match template.render() {
        Ok(html) => axum::response::Html(html).into_response(),
        Err(error) => Fault::from(practice::Error::Inner(format!("template: {error}"))).into_response(),
    }
}
