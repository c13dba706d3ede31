//! The client's link and code, as the professional makes them: shown once, to print or copy.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect};
use axum::routing::post;
use method::Refusal;
use method::roles::Perspective;
use practice::client::NewLink;
use qrcode::QrCode;
use qrcode::render::svg;

use crate::app::{App, page};
use crate::conversation::show::id;
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/client-link", post(renew))
        .route("/conversations/{id}/client-link/shut", post(shut))
}

/// A link and code as a page shows them.
#[derive(Debug)]
pub(crate) struct Paper {
    /// The whole address.
    pub(crate) address: String,
    /// The code.
    pub(crate) code: String,
    /// The address as a picture to scan: an SVG.
    pub(crate) picture: String,
}

impl Paper {
    /// Puts a fresh link on paper, with the address by which this program was reached.
    ///
    /// # Errors
    /// When no picture can be made of the address.
    pub(crate) fn of(app: &App, headers: &HeaderMap, link: NewLink) -> Result<Self, Fault> {
        let address = address(app, headers, &link);
        let picture = QrCode::new(address.as_bytes())
            .map_err(|e| practice::Error::Inner(format!("qr: {e}")))?
            .render::<svg::Color<'_>>()
            .min_dimensions(200, 200)
            .dark_color(svg::Color("#000"))
            .light_color(svg::Color("#fff"))
            .build();
        let start = picture.find("<svg").unwrap_or(0);
        let picture =
            picture.get(start..).unwrap_or_default().replacen("<svg", "<svg aria-hidden=\"true\"", 1);
        Ok(Self { address, code: link.code, picture })
    }
}

/// The whole address of a link, as this program was reached.
pub(crate) fn address(app: &App, headers: &HeaderMap, link: &NewLink) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let scheme = if app.https { "https" } else { "http" };
    format!("{scheme}://{host}/c/{}", link.token)
}

#[derive(Template)]
#[template(path = "consent/link.html")]
pub(super) struct LinkPage {
    pub(super) frame: Frame,
    pub(super) back: String,
    pub(super) back_name: String,
    pub(super) paper: Paper,
}

async fn renew(State(app): State<App>, staff: Staff, headers: HeaderMap, Path(text): Path<String>) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    let link = app.house.renew_client_link(&staff.caller, conversation.id).await?;
    let title = staff.visit.words.with("asking-link-title").to_string();
    Ok(page(&LinkPage {
        frame: staff.visit.frame_titled(title),
        back: format!("/conversations/{}/consent", conversation.id),
        back_name: staff.visit.words.t("asking-link-back"),
        paper: Paper::of(&app, &headers, link)?,
    }))
}

/// Shuts the client's way in, on their word: a paper that was lost.
async fn shut(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let conversation = app.house.conversation(&staff.caller, id(&text)?).await?;
    if conversation.facts.destroyed.is_some() {
        return Err(Refusal::ConsentWithdrawn.into());
    }
    let parties = &conversation.facts.parties;
    let client = parties.iter().find(|party| party.perspective == Perspective::Client);
    let client = client.ok_or(Refusal::Unknown)?.id;
    app.house.shut_link(&staff.caller, conversation.id, client).await?;
    Ok(Redirect::to(&format!("/conversations/{}/consent", conversation.id)).into_response())
}
