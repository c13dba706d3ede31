//! Asking the provider something: over TLS, without following anywhere, with little patience and little room.

use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::Request;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::de::DeserializeOwned;

use super::Trouble;
use super::settings::Unusable;

/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// The largest answer that is read, in bytes.
const LONGEST: usize = 256 * 1024;

/// A browser without memory, for programs.
#[derive(Clone, Debug)]
pub(super) struct Http(Client<HttpsConnector<HttpConnector>, Full<Bytes>>);

impl Http {
    pub(super) fn new() -> Result<Self, Unusable> {
        let provider = rustls::crypto::aws_lc_rs::default_provider();
        let connector = HttpsConnectorBuilder::new().with_provider_and_webpki_roots(provider);
        let connector = connector.map_err(|_| Unusable::Tls)?.https_or_http().enable_http1().build();
        Ok(Self(Client::builder(TokioExecutor::new()).build(connector)))
    }

    /// What is answered, when that is a plain yes. Anything else is trouble, and what it said is for nobody's log.
    pub(super) async fn ask<T: DeserializeOwned>(&self, request: Request<Full<Bytes>>) -> Result<T, Trouble> {
        let asked = tokio::time::timeout(PATIENCE, async {
            let answer = self.0.request(request).await.map_err(|_| Trouble::Away("it cannot be reached"))?;
            if !answer.status().is_success() {
                return Err(Trouble::Refused("it does not give what was asked"));
            }
            let body = Limited::new(answer.into_body(), LONGEST).collect().await;
            let body = body.map_err(|_| Trouble::Away("its answer breaks off or is too long"))?.to_bytes();
            serde_json::from_slice(&body).map_err(|_| Trouble::Refused("its answer cannot be read"))
        });
        asked.await.map_err(|_| Trouble::Away("it does not answer in time"))?
    }

    pub(super) async fn get<T: DeserializeOwned>(
        &self,
        url: &str,
        bearer: Option<&str>,
    ) -> Result<T, Trouble> {
        let mut request = Request::get(url).header("accept", "application/json");
        if let Some(token) = bearer {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let request = request.body(Full::default()).map_err(|_| Trouble::Refused("its address is odd"))?;
        self.ask(request).await
    }

    pub(super) async fn post<T: DeserializeOwned>(
        &self,
        url: &str,
        form: String,
        authorization: Option<String>,
    ) -> Result<T, Trouble> {
        let mut request = Request::post(url)
            .header("accept", "application/json")
            .header("content-type", "application/x-www-form-urlencoded");
        if let Some(authorization) = authorization {
            request = request.header("authorization", authorization);
        }
        let body = Full::new(Bytes::from(form));
        self.ask(request.body(body).map_err(|_| Trouble::Refused("its address is odd"))?).await
    }
}
