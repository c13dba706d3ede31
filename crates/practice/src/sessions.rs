//! Sessions: kept so that they can be listed and ended.

use method::ids::MemberId;
use method::time::Stamp;
pub use records::sessions::Session;

use crate::{Caller, House, Result, secrets};

/// The door somebody came in by: who they are, and the session that says so. For what stays open after they came in.
#[derive(Clone, Debug)]
pub struct Door {
    /// Who they were when they came in.
    pub caller: Caller,
    /// What the cookie of their session holds.
    pub cookie: Option<String>,
}

/// How long a session lasts, however much it is used, in hours. Then somebody signs in again.
const LONGEST_HOURS: i64 = 24;

impl House {
    /// Keeps a new session. Its id is already a fingerprint of the cookie.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn create_session(&self, session: &Session) -> Result<()> {
        let mut c = self.db.write().await?;
        records::sessions::create(&mut c, session).await?;
        Ok(c.commit().await?)
    }

    /// Keeps how a session changed, unless it was ended meanwhile.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn change_session(&self, session: &Session) -> Result<()> {
        let mut c = self.db.write().await?;
        records::sessions::change(&mut c, session).await?;
        Ok(c.commit().await?)
    }

    /// The session behind a cookie's value.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn load_session(&self, cookie: &str, now: Stamp) -> Result<Option<Session>> {
        let id = secrets::fingerprint(cookie);
        let session = records::sessions::by_id(&mut self.db.read().await?, &id, now).await?;
        Ok(session.filter(|session| now.0 - session.created_at < LONGEST_HOURS * 3_600_000))
    }

    /// Whoever came in by this door, as they are now; nobody when their session or their account ended meanwhile.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn still_in(&self, door: &Door, now: Stamp) -> Result<Option<Caller>> {
        if let Some(cookie) = &door.cookie
            && self.load_session(cookie, now).await?.is_none()
        {
            return Ok(None);
        }
        match &door.caller.member {
            Some(member) => Ok(self.member(member.id).await?.map(|member| Caller::member(member, now))),
            None => Ok(Some(Caller { now, ..door.caller.clone() })),
        }
    }

    /// A client's session is in use without anything being asked, as it is while they watch: it does not rest.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn keep_session_awake(&self, cookie: &str, now: Stamp) -> Result<()> {
        let until = Stamp(now.0 + self.settings.client_rest * 1_000);
        let mut c = self.db.write().await?;
        records::sessions::keep_awake(&mut c, &secrets::fingerprint(cookie), now, until).await?;
        Ok(c.commit().await?)
    }

    /// Ends the session behind a cookie's value.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn delete_session(&self, cookie: &str) -> Result<()> {
        let mut c = self.db.write().await?;
        records::sessions::delete(&mut c, &secrets::fingerprint(cookie)).await?;
        Ok(c.commit().await?)
    }

    /// The member's own sessions, last used first.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn own_sessions(&self, caller: &Caller) -> Result<Vec<Session>> {
        let me = caller.account()?.id;
        Ok(records::sessions::of_member(&mut self.db.read().await?, me, caller.now).await?)
    }

    /// Ends one of the member's own sessions; someone else's stays as it is.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn end_own_session(&self, caller: &Caller, id: &str) -> Result<()> {
        let me: MemberId = caller.account()?.id;
        let mut c = self.db.write().await?;
        let own = records::sessions::of_member(&mut c, me, caller.now).await?;
        if own.iter().any(|session| session.id == id) {
            records::sessions::delete(&mut c, id).await?;
        }
        Ok(c.commit().await?)
    }

    /// Ends all of the member's own sessions but the one with this fingerprint.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn end_other_sessions(&self, caller: &Caller, kept: &str) -> Result<()> {
        let me: MemberId = caller.account()?.id;
        let mut c = self.db.write().await?;
        records::sessions::delete_others(&mut c, me, kept).await?;
        Ok(c.commit().await?)
    }

    /// Counts a try at taking a handed-over screen back; nothing when the session ended.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn count_session_try(&self, cookie: &str) -> Result<Option<i64>> {
        let mut c = self.db.write().await?;
        let tries = records::sessions::count_try(&mut c, &secrets::fingerprint(cookie)).await?;
        c.commit().await?;
        Ok(tries)
    }

    /// Starts counting tries anew, when a screen is handed over.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn reset_session_tries(&self, cookie: &str) -> Result<()> {
        let mut c = self.db.write().await?;
        records::sessions::reset_tries(&mut c, &secrets::fingerprint(cookie)).await?;
        Ok(c.commit().await?)
    }

    /// Forgets the sessions that ended by themselves.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn forget_old_sessions(&self, now: Stamp) -> Result<()> {
        let mut c = self.db.write().await?;
        records::sessions::delete_expired(&mut c, now).await?;
        records::client::devices::forget_ended(&mut c, now).await?;
        Ok(c.commit().await?)
    }
}
