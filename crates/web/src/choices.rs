//! Language and theme, chosen by anyone and kept in a cookie of their own.

use axum::response::Redirect;
use axum::routing::post;
use axum::{Form, Router};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use serde::Deserialize;

use crate::app::App;
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

async fn choose(mut jar: CookieJar, Form(choice): Form<Choice>) -> (CookieJar, Redirect) {
    if let Some(lang) = choice.lang.as_deref().and_then(Lang::parse) {
        jar = jar.add(kept("lang", lang.tag()));
    }
    if let Some(theme @ ("light" | "dark" | "auto")) = choice.theme.as_deref() {
        jar = jar.add(kept("theme", theme));
    }
    (jar, Redirect::to(back(&choice.back)))
}

fn kept(name: &'static str, value: &str) -> Cookie<'static> {
    let year = time::Duration::days(365);
    Cookie::build((name, value.to_owned()))
        .path("/")
        .same_site(SameSite::Lax)
        .http_only(true)
        .max_age(year)
        .build()
}
