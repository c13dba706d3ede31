//! Signing in through the organisation's own provider (OpenID Connect): out to it, back from it, and what it tells us
//! of sessions that ended there.
//!
//! The road is the code flow with PKCE, a state and a nonce, all kept in the visitor's own session and used once. What
//! the provider says is believed only when it signed it, for us, now. Its tokens are read and let go: nothing of them is
//! kept but the fingerprint of its session, so that it can end ours.

mod answered;
mod http;
mod known;
mod settings;
mod shown;
mod token;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use practice::secrets;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::app::App;
use crate::fault::Fault;
use http::Http;
use known::{Document, Known};
pub use settings::{Settings, Strong, Unusable};
pub(crate) use shown::may_confirm;
use token::{Between, Claims};

/// How long somebody may take at the provider, in milliseconds.
const PATIENCE: i64 = 15 * 60_000;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in/provider", get(shown::leave))
        .route("/sign-in/provider/back", get(shown::back))
        .route("/sign-in/provider/ended", post(shown::ended))
        .route("/confirm/provider", get(shown::confirm))
        .route("/invitation/{token}/provider", get(shown::invited))
        .route("/signed-out", get(shown::signed_out))
}

/// What came in between. The words are ours, for the log; what the provider said is in none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It cannot be reached now.
    Away(&'static str),
    /// It does not do what was asked.
    Refused(&'static str),
    /// What it said, or what was said in its name, cannot be right.
    Odd(&'static str),
    /// This sign-in was not begun here, or too long ago, or was finished before.
    Stale,
    /// They did not sign in there.
    Denied,
    /// They did, but it does not say that they took a second step.
    Weak,
}

/// The provider of this installation.
#[derive(Debug)]
pub struct Provider {
    settings: Settings,
    http: Http,
    known: Known,
}

/// A sign-in that is under way, kept in the visitor's session.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Flow {
    state: String,
    nonce: String,
    verifier: String,
    next: String,
    /// When it began, in milliseconds.
    at: i64,
    /// The fingerprint of an invitation's link that they came with.
    invitation: Option<String>,
    /// Who is in already, and only proves anew that it is them.
    anew: Option<String>,
}

impl Flow {
    fn begin(next: &str, at: i64) -> practice::Result<Self> {
        let fresh = || Ok::<_, practice::Error>(format!("{}{}", secrets::token()?, secrets::token()?));
        let (state, nonce, verifier) = (fresh()?, fresh()?, fresh()?);
        Ok(Self { state, nonce, verifier, next: next.to_owned(), at, invitation: None, anew: None })
    }

    /// What the provider is shown of the verifier.
    fn challenge(&self) -> String {
        // The house keeps fingerprints in hexadecimal; here the same bytes are written otherwise.
        let bytes = hex::decode(secrets::fingerprint(&self.verifier)).unwrap_or_default();
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Whether an answer with this state belongs to it. Compared by fingerprints, which tell nothing by how long it takes.
    fn is_answered_by(&self, state: &str, now: i64) -> bool {
        let same = secrets::fingerprint(&self.state) == secrets::fingerprint(state);
        same && (0..PATIENCE).contains(&(now - self.at))
    }
}

/// What the provider answers when a code is handed in.
#[derive(Deserialize)]
struct Tokens {
    id_token: String,
    access_token: Option<String>,
}

/// What comes back by way of the visitor.
#[derive(Debug, Default, Deserialize)]
struct Answered {
    #[serde(default)]
    state: String,
    code: Option<String>,
    iss: Option<String>,
    error: Option<String>,
}

impl Provider {
    /// The provider as it was set up; nothing is asked of it yet.
    ///
    /// # Errors
    /// When it cannot be used as it is set up.
    pub fn new(settings: Settings) -> Result<Arc<Self>, Unusable> {
        settings.check()?;
        Ok(Arc::new(Self { settings, http: Http::new()?, known: Known::default() }))
    }

    /// What people call it.
    pub(crate) fn name(&self) -> &str {
        &self.settings.name
    }

    /// Who it says it is.
    pub(crate) fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    /// Whether it answers, and is who it should be.
    ///
    /// # Errors
    /// What is the matter, without what it said.
    pub async fn answers(&self) -> Result<(), &'static str> {
        match self.document().await {
            Ok(_) => Ok(()),
            Err(Trouble::Away(kind) | Trouble::Refused(kind) | Trouble::Odd(kind)) => Err(kind),
            Err(Trouble::Stale | Trouble::Denied | Trouble::Weak) => Err("it does not answer"),
        }
    }

    async fn document(&self) -> Result<Arc<Document>, Trouble> {
        self.known.document(&self.http, &self.settings.issuer).await
    }

    /// Where to send somebody who signs in.
    async fn way_out(&self, flow: &Flow, language: &str) -> Result<String, Trouble> {
        let document = self.document().await?;
        let odd = |_| Trouble::Refused("its address is odd");
        let mut url = Url::parse(&document.authorization_endpoint).map_err(odd)?;
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.settings.client)
            .append_pair("redirect_uri", &self.settings.back())
            .append_pair("scope", &self.settings.scopes.join(" "))
            .append_pair("state", &flow.state)
            .append_pair("nonce", &flow.nonce)
            .append_pair("code_challenge", &flow.challenge())
            .append_pair("code_challenge_method", "S256")
            .append_pair("ui_locales", language);
        if let Some(strong) = self.settings.strong.as_ref().filter(|strong| !strong.acr.is_empty()) {
            url.query_pairs_mut().append_pair("acr_values", &strong.acr.join(" "));
        }
        if flow.anew.is_some() {
            url.query_pairs_mut().append_pair("prompt", "login").append_pair("max_age", "0");
        }
        Ok(url.into())
    }

    /// Where somebody signs out of the provider itself, if it can be asked to. No token goes along: we keep none.
    async fn way_to_end(&self) -> Option<String> {
        let document = self.document().await.ok()?;
        let mut url = Url::parse(document.end_session_endpoint.as_deref()?).ok()?;
        url.query_pairs_mut()
            .append_pair("client_id", &self.settings.client)
            .append_pair("post_logout_redirect_uri", &format!("{}/", self.settings.address));
        Some(url.into())
    }

    async fn checked(&self, token: &str, now: i64) -> Result<Claims, Trouble> {
        let kid = token::key_id(token);
        let fits = |keys: &_| token::knows(keys, kid.as_deref());
        let keys = self.known.keys(&self.http, &self.settings.issuer, fits).await?;
        let between = Between { issuer: &self.settings.issuer, client: &self.settings.client, now };
        token::checked(token, &keys, between)
    }

    async fn hand_in(&self, code: &str, flow: &Flow) -> Result<Tokens, Trouble> {
        let document = self.document().await?;
        let (form, authorization) = self.handing_in(&document, code, flow);
        self.http.post(&document.token_endpoint, form, authorization).await
    }

    /// What a code is handed in with, and how we prove ourselves.
    fn handing_in(&self, document: &Document, code: &str, flow: &Flow) -> (String, Option<String>) {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("grant_type", "authorization_code")
            .append_pair("code", code)
            .append_pair("redirect_uri", &self.settings.back())
            .append_pair("code_verifier", &flow.verifier);
        let authorization = if document.secret_in_form() {
            form.append_pair("client_id", &self.settings.client)
                .append_pair("client_secret", &self.settings.secret);
            None
        } else {
            let escaped =
                |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
            let pair = format!("{}:{}", escaped(&self.settings.client), escaped(&self.settings.secret));
            Some(format!("Basic {}", STANDARD.encode(pair)))
        };
        (form.finish(), authorization)
    }
}

/// The provider, or no such page on an installation without one.
fn of(app: &App) -> Result<Arc<Provider>, Fault> {
    app.provider.clone().ok_or_else(Fault::unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_challenge_is_the_hash_of_the_verifier() {
        // The example of RFC 7636.
        let mut flow = Flow::begin("/", 0).unwrap();
        flow.verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".into();
        assert_eq!(flow.challenge(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn an_answer_fits_its_own_sign_in_for_a_while() {
        let flow = Flow::begin("/home", 1_000).unwrap();
        assert!(flow.is_answered_by(&flow.state, 2_000));
        assert!(!flow.is_answered_by(&flow.state, 1_000 + PATIENCE));
        for other in ["", &flow.nonce, &Flow::begin("/home", 1_000).unwrap().state] {
            assert!(!flow.is_answered_by(other, 2_000));
        }
    }
}
