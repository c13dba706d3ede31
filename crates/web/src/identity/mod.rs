//! Signing in and out by one step or two, accepting an invitation, one's own account, proving anew that it is you.

mod account;
pub(crate) mod arrival;
mod factors;
mod forgotten;
pub(crate) mod fresh;
mod invitation;
mod passkey;
pub mod provider;
mod second;
mod sign_in;

use axum::Router;

pub(crate) use account::device;

use crate::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(sign_in::routes())
        .merge(second::routes())
        .merge(invitation::routes())
        .merge(forgotten::routes())
        .merge(account::routes())
        .merge(factors::routes())
        .merge(passkey::routes())
        .merge(fresh::routes())
        .merge(provider::routes())
}

/// The browser in a few words, from what it says of itself: enough to know one's own devices by.
pub(crate) fn agent(headers: &axum::http::HeaderMap) -> String {
    let said =
        headers.get(axum::http::header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let find =
        |names: &[&'static str]| names.iter().find(|name| said.contains(**name)).copied().unwrap_or("?");
    let browser = find(&["Firefox", "Edg", "OPR", "Chrome", "Safari"]);
    let system = find(&["Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux"]);
    format!("{browser}, {system}")
}
