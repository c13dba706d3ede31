//! Keeping something longer: asked once for each end, and only by everyone's new yes before it.

use method::Refusal;
use method::consent::Means;
use method::consent::extending as rule;
use method::ids::{ConversationId, ExtensionId};
use records::consent::extensions::{self, Extension};

use super::{kept, note};
use crate::client::RECEIPT_DAYS;
use crate::house::bells::Change;
use crate::{Caller, House, Result, audit};

/// A question to keep something longer, as someone in the picture sees it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The end as it is now.
    pub ends: method::time::Stamp,
    /// The end that is asked.
    pub until: method::time::Stamp,
    /// Whether the reader said yes to it.
    pub said: bool,
}

impl House {
    /// Asks everyone in the picture whether it can be kept longer; asking is the professional's own yes.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for anyone but the professional, `ConsentSecond` before everyone's second yes,
    /// `ExtensionAsked` when this end was asked about before.
    pub async fn ask_longer(
        &self,
        caller: &Caller,
        id: ConversationId,
        months: i64,
        text_version: impl AsyncFnOnce(method::time::Stamp) -> Result<String>,
    ) -> Result<()> {
        let mut c = self.db.read().await?;
        let (facts, _) = kept(&mut c, id).await?;
        let until = rule::ask(&facts, &caller.reader, months, caller.now)?;
        drop(c);
        let text_version = text_version(until).await?;
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let until = rule::ask(&facts, &caller.reader, months, caller.now)?;
        let ends = facts.retention_until.ok_or(Refusal::Retention)?;
        let one = Extension { id: ExtensionId::new(), ends, until, granted: None, said: Vec::new() };
        if !extensions::insert(&mut c, id, &one, caller.now).await? {
            return Err(Refusal::ExtensionAsked.into());
        }
        let me = rule::answer(&facts, &caller.reader, caller.now)?.id;
        extensions::say_yes(&mut c, one.id, me, Means::Account, &text_version, caller.now).await?;
        note(&mut c, org, caller, id, audit::Deed::AskedLonger, "retention").await?;
        self.commit_ringing(c, id, Change::Rights).await
    }

    /// The question that stands about the end as it is now, for someone in the picture.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn asked_longer(&self, caller: &Caller, id: ConversationId) -> Result<Option<Asked>> {
        let mut c = self.db.read().await?;
        let (facts, _) = kept(&mut c, id).await?;
        let voice = facts.voice(&caller.reader).ok_or(Refusal::Unknown)?;
        let Some(ends) = facts.retention_until.filter(|_| facts.destroyed.is_none()) else { return Ok(None) };
        let one = extensions::about(&mut c, id, ends).await?.filter(|one| one.granted.is_none());
        Ok(one.map(|one| Asked { ends, until: one.until, said: one.said.contains(&voice.id) }))
    }

    /// Says yes to keeping it longer. With everyone's yes the end moves at once. A no is not said here, nor anywhere.
    ///
    /// # Errors
    /// `Unknown` for whoever is not in the picture or when nothing was asked, `ConsentMissing` without a yes that
    /// lives, or why everything ended.
    #[crate::boxed]
    pub async fn say_yes_longer(
        &self,
        caller: &Caller,
        id: ConversationId,
        means: Means,
        text_version: &str,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let me = rule::answer(&facts, &caller.reader, caller.now)?.id;
        let ends = facts.retention_until.ok_or(Refusal::Unknown)?;
        let one = extensions::about(&mut c, id, ends).await?;
        let one = one.filter(|one| one.granted.is_none()).ok_or(Refusal::Unknown)?;
        if one.said.contains(&me) {
            return Ok(());
        }
        extensions::say_yes(&mut c, one.id, me, means, text_version, caller.now).await?;
        note(&mut c, org, caller, id, audit::Deed::SaidYesLonger, "retention").await?;
        let said: Vec<_> = one.said.iter().copied().chain([me]).collect();
        if rule::granted(&facts, &said) {
            let links = one.until.plus_days(RECEIPT_DAYS);
            extensions::grant(&mut c, id, &one, links, caller.now).await?;
            note(&mut c, org, caller, id, audit::Deed::KeptLonger, "retention").await?;
        }
        self.commit_ringing(c, id, Change::Rights).await
    }
}
