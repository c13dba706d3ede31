//! A form that was sent after its session ended: nothing that was typed is lost. The page that says so holds the form,
//! so that it can be sent again once they came in again; we keep nothing of it.

use askama::Template;
use axum::body::{Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{Part, Who};
use crate::app::page;
use crate::fault;
use crate::frame::Frame;
use crate::visit::Visit;

/// The largest form that can be kept in a page, in bytes; what is larger was no form that people type.
const FORM_MAX: usize = 512 << 10;
/// A value of more characters than this, or of more words, was written by somebody, and is shown.
const SHOWN_FROM: usize = 30;
/// What proves who somebody is does not stand in a page.
const SECRET: &[&str] = &["password", "old", "code", "pin", "proof-code", "proof-password", "proof-passkey"];

#[derive(Template)]
#[template(path = "doors/kept.html")]
struct KeptPage {
    frame: Frame,
    /// Where the form goes.
    action: String,
    /// Where they come in again, in another window; nothing for whoever has a link on paper.
    way: Option<&'static str>,
    /// Whether people come here by a link too.
    by_link: bool,
    written: Vec<(String, String)>,
    chosen: Vec<(String, String)>,
}

/// Whether this is a form that a person sent by a page.
pub(super) fn is_form(method: &Method, headers: &HeaderMap, visit: &Visit) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    *method == Method::POST && !visit.wants_json && kind.starts_with("application/x-www-form-urlencoded")
}

/// The page with the form in it; `refused` when there is nothing in it to keep, or something that must not be.
pub(super) async fn kept(request: Request, visit: &Visit, who: Who, refused: Response) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, FORM_MAX).await else { return refused };
    let Some((written, chosen)) = sorted(&bytes) else { return refused };
    let by_link = matches!(who, Who::Guest | Who::Maker) || who.has(Part::Across);
    let way = match (visit.device.is_some() && by_link, who) {
        (true, _) => Some("/mine/again"),
        (false, Who::Guest) => None,
        (false, _) => Some("/sign-in"),
    };
    fault::refused(&parts, visit, &refused);
    let action = parts.uri.path_and_query().map_or_else(String::new, ToString::to_string);
    let frame = visit.frame("kept-title");
    let answer = page(&KeptPage { frame, action, way, by_link, written, chosen });
    (StatusCode::UNAUTHORIZED, answer).into_response()
}

type Fields = Vec<(String, String)>;

/// What was written, and what was chosen or sent along; nothing when nothing was written or a secret is among it.
fn sorted(bytes: &Bytes) -> Option<(Fields, Fields)> {
    let fields: Fields = serde_urlencoded::from_bytes(bytes).ok()?;
    if fields.iter().any(|(name, _)| SECRET.contains(&name.as_str())) {
        return None;
    }
    let by_hand = |value: &str| value.trim().contains(char::is_whitespace) || value.len() > SHOWN_FROM;
    // An id is longer than most words, and nobody wrote it.
    let id = |value: &str| value.parse::<uuid::Uuid>().is_ok();
    let (written, chosen): (Fields, Fields) =
        fields.into_iter().partition(|(_, value)| by_hand(value) && !id(value));
    (!written.is_empty()).then_some((written, chosen))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sort(form: &'static str) -> Option<(Fields, Fields)> {
        sorted(&Bytes::from_static(form.as_bytes()))
    }

    #[test]
    fn what_was_written_is_kept_apart_from_what_was_chosen() {
        let (written, chosen) =
            sort("step=2&text=Het+ging+snel.%0AEcht&next=0190a1b2-0000-7000-8000-000000000000").unwrap();
        assert_eq!(written, [("text".to_owned(), "Het ging snel.\nEcht".to_owned())]);
        assert_eq!(chosen.len(), 2);
    }

    #[test]
    fn a_secret_or_a_mere_choice_is_not_kept() {
        for form in ["text=Het+ging+snel&code=AAAA-AAAA", "name=Jan+de+Wit&password=x", "choice=2", ""] {
            assert!(sort(form).is_none(), "{form}");
        }
    }
}
