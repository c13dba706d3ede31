//! The texts that people had before them, each under its own fingerprint: the version of a text is what it says.

use method::Refusal;
use method::ids::ConversationId;
use method::roles::Role;

use super::kept;
use crate::{Caller, Error, House, Result, secrets};

impl House {
    /// Keeps a text, and gives its version. A text that says the same is the same version.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn keep_text(&self, caller: &Caller, content: &str) -> Result<String> {
        let version = secrets::fingerprint(content);
        let known = records::consent::papers::text(&mut self.db.read().await?, &version).await?;
        if known.is_none() {
            let mut c = self.db.write().await?;
            records::consent::papers::keep_text(&mut c, &version, content, caller.now).await?;
            c.commit().await?;
        }
        Ok(version)
    }

    /// A text that someone in this conversation had before them; nothing when it was not kept. For those with a part
    /// in it and for a privacy officer: it is what was agreed to, and nothing of what was said.
    ///
    /// # Errors
    /// `Unknown` for anyone else, or when nobody there had it; `Inner` when it is not what its version says.
    #[crate::boxed]
    pub async fn kept_text(
        &self,
        caller: &Caller,
        id: ConversationId,
        version: &str,
    ) -> Result<Option<String>> {
        let mut c = self.db.read().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let officer = caller
            .member
            .as_ref()
            .is_some_and(|member| member.organisation == org && member.roles.contains(&Role::PrivacyOfficer));
        if !officer && !facts.takes_part(&caller.reader) {
            return Err(Refusal::Unknown.into());
        }
        if !records::consent::papers::had_text(&mut c, id, version).await? {
            return Err(Refusal::Unknown.into());
        }
        let text = records::consent::papers::text(&mut c, version).await?;
        if text.as_deref().is_some_and(|text| secrets::fingerprint(text) != version) {
            return Err(Error::Inner("a kept text is not what its version says".into()));
        }
        Ok(text)
    }
}
