//! Sessions of the session library, kept in our own records so that they can be listed and ended.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use method::time::Stamp;
use practice::House;
use practice::sessions::Session;
use serde_json::Value;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};

use crate::visit::keys;

/// The store: a thin coat over `practice`.
#[derive(Clone, Debug)]
pub struct Store {
    house: Arc<House>,
}

impl Store {
    pub(crate) const fn new(house: Arc<House>) -> Self {
        Self { house }
    }

    fn row(&self, record: &Record) -> Result<Session> {
        let now = now();
        let mut row = to_row(record, now)?;
        if row.member.is_none() && row.participant.is_some() {
            // A client's phone that lies around opens nothing for long.
            let rest = now.0 + self.house.settings.client_rest * 1_000;
            row.expires_at = row.expires_at.min(rest);
        }
        Ok(row)
    }
}

fn now() -> Stamp {
    Stamp::from(jiff::Timestamp::now())
}

fn text(record: &Record, key: &str) -> Option<String> {
    record.data.get(key).and_then(Value::as_str).map(ToOwned::to_owned)
}

fn to_row(record: &Record, Stamp(now): Stamp) -> Result<Session> {
    Ok(Session {
        id: practice::secrets::fingerprint(&record.id.to_string()),
        member: text(record, keys::MEMBER),
        participant: text(record, keys::PARTICIPANT),
        device: text(record, keys::DEVICE),
        data: serde_json::to_string(&record.data).map_err(|e| Error::Encode(e.to_string()))?,
        agent: text(record, keys::AGENT).unwrap_or_default(),
        created_at: now,
        seen_at: now,
        expires_at: record.expiry_date.unix_timestamp() * 1000,
    })
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        // 128 random bits: a second one like it is not going to be drawn.
        self.house.create_session(&self.row(record)?).await.map_err(|e| Error::Backend(e.to_string()))
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.house.change_session(&self.row(record)?).await.map_err(|e| Error::Backend(e.to_string()))
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let row = self
            .house
            .load_session(&id.to_string(), now())
            .await
            .map_err(|e| Error::Backend(e.to_string()))?;
        let Some(row) = row else { return Ok(None) };
        let data: HashMap<String, Value> =
            serde_json::from_str(&row.data).map_err(|e| Error::Decode(e.to_string()))?;
        let expiry_date = OffsetDateTime::from_unix_timestamp(row.expires_at / 1000);
        let expiry_date = expiry_date.map_err(|e| Error::Decode(e.to_string()))?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.house.delete_session(&id.to_string()).await.map_err(|e| Error::Backend(e.to_string()))
    }
}
