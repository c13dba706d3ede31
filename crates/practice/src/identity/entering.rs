//! Coming in: the first step with an address and a password, and the browsers that somebody used before.

use method::ids::MemberId;
use method::time::Stamp;
use method::{Refusal, roles};
use records::identity::factors as rows;

use super::tries::{ACCOUNT, DEVICE, Mark, NETWORK};
use super::{factors, member_in};
use crate::house::ids;
use crate::{Caller, House, Member, Result, audit, secrets};

/// How long a browser is known after it was last signed in with, in days.
const KNOWN_DAYS: i64 = 180;
/// No address is longer than this, in bytes.
const LONGEST_ADDRESS: usize = 254;

/// From where somebody tries to come in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Whence<'a> {
    /// The network, in one word.
    pub network: &'a str,
    /// What the cookie of a browser that was used before holds.
    pub device: Option<&'a str>,
}

/// What comes of an address and a password, or of a passkey.
#[derive(Debug)]
pub enum Entry {
    /// They fit.
    In(Member),
    /// They do not, or there is no such address: the same to whoever asks.
    Wrong,
    /// They fit, but the organisation wants them to come in through its provider.
    Elsewhere,
    /// Too much was wrong from here; so many milliseconds to wait.
    Wait(i64),
}

fn device_mark(id: &str) -> Mark {
    Mark(format!("device {id}"), DEVICE)
}

fn account_mark(email: &str, whence: &Whence<'_>) -> Mark {
    Mark(format!("account {email} {}", whence.network), ACCOUNT)
}

impl House {
    /// Forgets wrong tries at an account from one place: they proved otherwise that it is theirs.
    pub(super) fn forgive_sign_in(&self, email: &str, device: Option<&str>, whence: &Whence<'_>) {
        let own = device.map(device_mark);
        self.tries.forgive(&own.into_iter().chain([account_mark(email, whence)]).collect::<Vec<_>>());
    }

    /// Tries an address and a password. Unknown and wrong take as long and say the same; nobody is in yet.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn sign_in(
        &self,
        email: &str,
        password: String,
        whence: &Whence<'_>,
        now: Stamp,
    ) -> Result<Entry> {
        let email: String = email.trim().to_lowercase().chars().take(LONGEST_ADDRESS).collect();
        let row = records::identity::by_email(&mut self.db.read().await?, &email).await?;
        let device = self.known_device(whence, now).await?;
        let known =
            device.filter(|(_, member)| row.as_ref().is_some_and(|row| row.id == *member)).map(|(id, _)| id);
        let marks = match &known {
            Some(id) => vec![device_mark(id)],
            None => {
                vec![account_mark(&email, whence), Mark(format!("network {}", whence.network), NETWORK)]
            }
        };
        if let Err(until) = self.tries.count(&marks, now) {
            tracing::info!(step = "password", known = known.is_some(), "coming in has to wait");
            return Ok(Entry::Wait(until.0 - now.0));
        }
        let hash =
            row.as_ref().filter(|row| row.ended_at.is_none()).and_then(|row| row.password_hash.clone());
        let too_long = password.len() > secrets::PASSWORD_MAX * 4;
        let fits = secrets::fits(if too_long { String::new() } else { password }, hash).await?;
        let Some(row) = row.filter(|_| fits) else {
            // Nothing of what was typed: it may be a password in the wrong field.
            tracing::info!(step = "password", known = known.is_some(), "coming in failed");
            return Ok(Entry::Wrong);
        };
        self.tries.forgive(&marks);
        let mut c = self.db.read().await?;
        let id = ids::member(&row.id)?;
        // Told only to whom the password fits, so that nobody learns whose account it is.
        if !self.passwords_allowed(&mut c, id, now).await? {
            return Ok(Entry::Elsewhere);
        }
        let member = member_in(&mut c, id).await?;
        Ok(member.map_or(Entry::Wrong, Entry::In))
    }

    /// Whether the first step is not enough for this member: they have a second, or must make one.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn asks_second(&self, member: &Member) -> Result<bool> {
        let must = !member.demo && roles::must_prove_twice(&member.roles);
        Ok(must || factors::factors_in(&mut self.db.read().await?, member).await?.second())
    }

    /// Somebody is in, by whatever steps: it is written down, and their browser is known from now on. Gives what its
    /// cookie shall hold.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn came_in(&self, member: &Member, whence: &Whence<'_>, now: Stamp) -> Result<String> {
        let caller = Caller::member(member.clone(), now);
        let known = self.known_device(whence, now).await?;
        let own = known.is_some_and(|(_, whose)| whose == member.id.to_string());
        let token = match whence.device {
            Some(token) if own => token.to_owned(),
            _ => secrets::token()?,
        };
        let mut c = self.db.write().await?;
        rows::know_device(&mut c, &secrets::fingerprint(&token), member.id, now).await?;
        let line = audit::Line { deed: audit::Deed::SignedIn, scope: None, subject: None };
        audit::write(&mut c, member.organisation, &caller, line).await?;
        c.commit().await?;
        Ok(token)
    }

    /// Signs in as one of the demo's people; only they can be entered so.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn sign_in_demo(&self, id: MemberId) -> Result<Member> {
        let member = member_in(&mut self.db.read().await?, id).await?;
        Ok(member.filter(|member| member.demo).ok_or(Refusal::Unknown)?)
    }

    /// The browser that somebody used before: a hash of its cookie, and whose it is.
    pub(super) async fn known_device(
        &self,
        whence: &Whence<'_>,
        now: Stamp,
    ) -> Result<Option<(String, String)>> {
        let id = secrets::fingerprint(whence.device.unwrap_or_default());
        let whose = rows::device_of(&mut self.db.read().await?, &id, now.plus_days(-KNOWN_DAYS)).await?;
        Ok(whose.map(|member| (id, member)))
    }

    /// Forgets browsers that were not used for long.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn forget_old_devices(&self, now: Stamp) -> Result<()> {
        let mut c = self.db.write().await?;
        rows::forget_devices(&mut c, now.plus_days(-KNOWN_DAYS)).await?;
        Ok(c.commit().await?)
    }
}
