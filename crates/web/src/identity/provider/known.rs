//! What the provider says of itself: its addresses, and the keys it signs with. Kept for an hour; a key that is not
//! known is asked for once more, since providers change theirs.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jsonwebtoken::jwk::JwkSet;
use serde::Deserialize;
use tokio::sync::Mutex;

use super::Trouble;
use super::http::Http;
use super::settings::safe;

/// How long it is believed.
const KEPT: Duration = Duration::from_secs(3_600);
/// How long after asking for keys they are not asked for again, whatever somebody sends us.
const APART: Duration = Duration::from_secs(3);

/// The provider's own document, as far as it matters here.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Document {
    issuer: String,
    pub(super) authorization_endpoint: String,
    pub(super) token_endpoint: String,
    jwks_uri: String,
    pub(super) userinfo_endpoint: Option<String>,
    pub(super) end_session_endpoint: Option<String>,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    pub(super) authorization_response_iss_parameter_supported: bool,
}

impl Document {
    /// Whether it is of the provider we mean, and each of its addresses can be trusted.
    fn holds(&self, issuer: &str) -> bool {
        let optional = [&self.userinfo_endpoint, &self.end_session_endpoint];
        let needed = [&self.authorization_endpoint, &self.token_endpoint, &self.jwks_uri];
        let mut all = needed.into_iter().chain(optional.into_iter().flatten());
        self.issuer == issuer && all.all(|address| safe(address).is_some())
    }

    /// Whether we prove ourselves in the form instead of in a header.
    pub(super) fn secret_in_form(&self) -> bool {
        let methods = self.token_endpoint_auth_methods_supported.as_deref().unwrap_or_default();
        let takes = |name: &str| methods.iter().any(|method| method == name);
        takes("client_secret_post") && !takes("client_secret_basic")
    }
}

#[derive(Debug, Default)]
pub(super) struct Known {
    document: Mutex<Option<(Instant, Arc<Document>)>>,
    keys: Mutex<Option<(Instant, Arc<JwkSet>)>>,
}

impl Known {
    pub(super) async fn document(&self, http: &Http, issuer: &str) -> Result<Arc<Document>, Trouble> {
        let mut kept = self.document.lock().await;
        if let Some((_, document)) = kept.as_ref().filter(|(at, _)| at.elapsed() < KEPT) {
            return Ok(Arc::clone(document));
        }
        let url = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let document: Document = http.get(&url, None).await?;
        if !document.holds(issuer) {
            return Err(Trouble::Refused("what it says of itself does not fit"));
        }
        let document = Arc::new(document);
        *kept = Some((Instant::now(), Arc::clone(&document)));
        Ok(document)
    }

    /// Its keys; asked for anew when `fits` finds nothing among those that are known.
    pub(super) async fn keys(
        &self,
        http: &Http,
        issuer: &str,
        fits: impl Fn(&JwkSet) -> bool,
    ) -> Result<Arc<JwkSet>, Trouble> {
        let document = self.document(http, issuer).await?;
        let mut kept = self.keys.lock().await;
        if let Some((at, keys)) = kept.as_ref()
            && (at.elapsed() < APART || (at.elapsed() < KEPT && fits(keys)))
        {
            return Ok(Arc::clone(keys));
        }
        let keys: Arc<JwkSet> = Arc::new(http.get(&document.jwks_uri, None).await?);
        *kept = Some((Instant::now(), Arc::clone(&keys)));
        Ok(keys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_document_of_another_or_with_an_unsafe_address_does_not_hold() {
        const GOOD: &str = r#"{"issuer":"https://login.example","authorization_endpoint":"https://login.example/a",
            "token_endpoint":"https://login.example/t","jwks_uri":"https://login.example/k"}"#;
        assert!(document(GOOD).holds("https://login.example"));
        assert!(!document(GOOD).holds("https://login.example/"));
        assert!(
            !document(&GOOD.replace("https://login.example/t", "http://login.example/t"))
                .holds("https://login.example")
        );
        let end = r#""end_session_endpoint":"javascript:alert(1)","issuer""#;
        assert!(!document(&GOOD.replace("\"issuer\"", end)).holds("https://login.example"));
    }
}
