//! Kept heads: how far an organisation's log went when it was last looked at. They lie beside the keys, apart from the
//! log, and are sealed: whoever can write in the records alone cannot make the log end earlier without being found out.

use crate::boxed::TextKey;
use crate::error::{Damage, Error, Result};
use crate::keyring::DataKey;
use crate::vault::Vault;
use method::ids::{OrganisationId, ScopeId};
use object_store::path::Path;
use secrecy::ExposeSecret;
use zeroize::Zeroizing;

const HEADS: &str = "heads";
/// What this use of the organisation's key is called.
const USING: &[u8] = b"meerzien head v1";
const PLACE: &str = "head";

/// How far a log went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of its last line.
    pub seq: i64,
    /// The hash of that line.
    pub hash: String,
}

impl Vault {
    /// Keeps how far an organisation's log went. The caller sees to it that it only goes on.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep_head(&self, organisation: OrganisationId, head: &Head) -> Result<()> {
        let text = format!("{} {}", head.seq, head.hash);
        let sealed = self.head_key(organisation)?.seal(PLACE, &text)?;
        self.inner.keyring.place.put(&path(organisation), sealed.into()).await
    }

    /// How far an organisation's log went when it was last kept; nothing when it never was.
    ///
    /// # Errors
    /// `Damaged` when it is not what was kept, or when the store fails.
    pub async fn kept_head(&self, organisation: OrganisationId) -> Result<Option<Head>> {
        let sealed = match self.inner.keyring.fetch(&path(organisation)).await {
            Err(Error::NoObject) => return Ok(None),
            other => other?,
        };
        let text = self.head_key(organisation)?.open(PLACE, &sealed)?;
        let (seq, hash) = text.split_once(' ').ok_or(Damage::Text)?;
        Ok(Some(Head { seq: seq.parse().map_err(|_| Damage::Text)?, hash: hash.to_owned() }))
    }

    fn head_key(&self, organisation: OrganisationId) -> Result<TextKey> {
        let key = DataKey(Zeroizing::new(*self.inner.keyring.organisation.0.expose_secret()));
        TextKey::derive(ScopeId(organisation.0), &key, USING)
    }
}

fn path(organisation: OrganisationId) -> Path {
    Path::from(format!("{HEADS}/{organisation}"))
}
