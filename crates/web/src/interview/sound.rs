//! Where the sound of an interview begins; from there on it comes in as every recording does.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::post;

use super::id;
use crate::app::App;
use crate::fault::{Answer, Fault, Plain};
use crate::recording::told_type;
use crate::visit::Staff;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/interviews/{id}/sound", post(begin))
}

async fn begin(State(app): State<App>, staff: Staff, Path(text): Path<String>, asked: HeaderMap) -> Answer {
    let kind = told_type(&asked);
    let (conversation, sound) =
        app.house.begin_interview_sound(&staff.caller, id(&text)?, kind.as_deref()).await?;
    let place = HeaderValue::from_str(&format!("/tus/{conversation}/{sound}"));
    let place = (header::LOCATION, place.map_err(|_| Fault::unknown())?);
    let mut response = (StatusCode::CREATED, [place]).into_response();
    response.extensions_mut().insert(Plain);
    Ok(response)
}
