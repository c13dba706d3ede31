//! Language and theme, chosen by anyone and kept in a cookie of their own.

use axum::extract::State;
use axum::response::Redirect;
use axum::routing::post;
use axum::{Form, Router};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use serde::Deserialize;

use crate::app::App;
use crate::headers::cookie;
use crate::visit::back;
use crate::words::Lang;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/choices", post(choose))
}

#[derive(Deserialize)]
struct Choice {
    lang: Option<String>,
    theme: Option<String>,
    #[serde(default)]
    back: String,
}

/// The cookie that keeps the language.
pub(crate) const fn lang(https: bool) -> &'static str {
    cookie(https, "lang", "__Host-lang")
}

/// The cookie that keeps the theme.
pub(crate) const fn theme(https: bool) -> &'static str {
    cookie(https, "theme", "__Host-theme")
}

async fn choose(
    State(app): State<App>,
    mut jar: CookieJar,
    Form(choice): Form<Choice>,
) -> (CookieJar, Redirect) {
    if let Some(lang) = choice.lang.as_deref().and_then(Lang::parse) {
        jar = jar.add(kept(self::lang(app.https), lang.tag(), app.https));
    }
    if let Some(chosen @ ("light" | "dark" | "auto")) = choice.theme.as_deref() {
        jar = jar.add(kept(theme(app.https), chosen, app.https));
    }
    (jar, Redirect::to(back(&choice.back)))
}

fn kept(name: &'static str, value: &str, https: bool) -> Cookie<'static> {
    let year = time::Duration::days(365);
    Cookie::build((name, value.to_owned()))
        .path("/")
        .same_site(SameSite::Lax)
        .http_only(true)
        .secure(https)
        .max_age(year)
        .build()
}
