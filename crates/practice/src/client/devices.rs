//! Devices that a client's link knows: browsers in which the code was right once. They open nothing by themselves.

use method::Refusal;
use method::ids::ParticipantId;
use method::permit::Reader;
use method::time::Stamp;

use crate::{Caller, House, Result, audit, secrets};

/// So many devices are known at once; the one that was used longest ago makes room.
const DEVICES: usize = 20;

/// A device as its owner sees it.
#[derive(Debug)]
pub struct Device {
    /// Its id, to end it by. Not what its cookie holds.
    pub id: String,
    /// The browser, in a few words.
    pub agent: String,
    /// When the code was right here last.
    pub seen: Stamp,
}

/// The id of the device whose cookie holds this.
pub(super) fn id(cookie: &str) -> String {
    secrets::fingerprint(cookie)
}

fn me(caller: &Caller) -> Result<ParticipantId> {
    let Reader::Participant(me) = caller.reader else { return Err(Refusal::Unknown.into()) };
    Ok(me)
}

impl House {
    /// Knows a device from now on, or again. Gives what its cookie is to hold: what it held, if it was known to this
    /// person.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn know_device(
        &self,
        me: ParticipantId,
        cookie: Option<&str>,
        agent: &str,
        now: Stamp,
    ) -> Result<String> {
        let mut c = self.db.write().await?;
        let known = match cookie {
            Some(cookie) => records::client::devices::by_id(&mut c, &id(cookie)).await?,
            None => None,
        };
        let mine = known.is_some_and(|device| device.participant == me.to_string());
        let cookie = match cookie.filter(|_| mine) {
            Some(cookie) => cookie.to_owned(),
            None => secrets::token()?,
        };
        records::client::devices::save(&mut c, &id(&cookie), me, agent, now).await?;
        for old in records::client::devices::of(&mut c, me).await?.into_iter().skip(DEVICES) {
            records::client::devices::end(&mut c, me, &old.id).await?;
        }
        c.commit().await?;
        Ok(cookie)
    }

    /// The devices that one's own link knows, last used first; and which of them this is.
    ///
    /// # Errors
    /// `Unknown` for whoever came in by an account.
    #[crate::boxed]
    pub async fn own_devices(
        &self,
        caller: &Caller,
        cookie: Option<&str>,
    ) -> Result<(Vec<Device>, Option<String>)> {
        let rows = records::client::devices::of(&mut self.db.read().await?, me(caller)?).await?;
        let devices =
            rows.into_iter().map(|row| Device { id: row.id, agent: row.agent, seen: Stamp(row.seen_at) });
        Ok((devices.collect(), cookie.map(id)))
    }

    /// Ends one of one's own devices: it is out at once, and not known any more. Someone else's stays as it is.
    ///
    /// # Errors
    /// `Unknown` for whoever came in by an account, or when it is not theirs.
    #[crate::boxed]
    pub async fn end_own_device(&self, caller: &Caller, device: &str) -> Result<()> {
        let me = me(caller)?;
        let id = self.own_conversation(caller).await?;
        let mut c = self.db.write().await?;
        if !records::client::devices::end(&mut c, me, device).await? {
            return Err(Refusal::Unknown.into());
        }
        let (_, org) = crate::consent::kept(&mut c, id).await?;
        let line = audit::Line { deed: audit::Deed::EndedDevice, scope: Some(id.into()), subject: None };
        audit::write(&mut c, org, caller, line).await?;
        Ok(c.commit().await?)
    }
}
