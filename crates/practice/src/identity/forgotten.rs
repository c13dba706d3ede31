//! A password that somebody forgot: a link by mail, to choose another.
//!
//! Whoever asks learns nothing of whether there is an account: a known and an unknown address are treated alike down to
//! the row that is written, and everything that differs is done when the letter goes. How often letters go is bounded,
//! in a way that strangers' asking never shuts out whoever sits at a browser of their own.

use method::time::Stamp;
use method::{Refusal, ids::MemberId};
use records::identity::letters::{self as rows, LetterKind};

use super::letters::LINK_MINUTES;
use super::tries::{FORGOTTEN, FORGOTTEN_NETWORK, Mark};
use super::{Whence, member_in, passwords, tidy_email};
use crate::house::ids;
use crate::{Caller, Error, House, Member, Result, audit, secrets};

/// What comes of asking for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// If there is an account, a letter goes, or went lately.
    Heard,
    /// Too much was asked from this network; so many milliseconds to wait.
    Wait(i64),
}

fn asking(email: &str) -> Mark {
    Mark(format!("forgotten {email}"), FORGOTTEN)
}

impl House {
    /// Whether a new password can be asked for by mail here, by anyone whom this organisation lets in with one.
    #[must_use]
    pub const fn sends_password_links(&self) -> bool {
        self.settings.mail
    }

    /// Asks for a link to a new password. The same comes of every address.
    ///
    /// # Errors
    /// `Invalid` for what is no address at all.
    #[crate::boxed]
    pub async fn ask_password_link(&self, email: &str, whence: &Whence<'_>, now: Stamp) -> Result<Asked> {
        let email = tidy_email(email)?;
        if !self.settings.mail {
            return Err(Refusal::Unknown.into());
        }
        let network = [Mark(format!("forgotten network {}", whence.network), FORGOTTEN_NETWORK)];
        if let Err(until) = self.tries.count(&network, now) {
            tracing::info!(step = "forgotten", "asking for a link has to wait");
            return Ok(Asked::Wait(until.0 - now.0));
        }
        let row = records::identity::by_email(&mut self.db.read().await?, &email).await?;
        let device = self.known_device(whence, now).await?;
        let own = device.filter(|(_, member)| row.as_ref().is_some_and(|row| row.id == *member));
        let mark =
            own.map_or_else(|| asking(&email), |(id, _)| Mark(format!("forgotten device {id}"), FORGOTTEN));
        if self.tries.count(&[mark], now).is_err() {
            // Letters went to this address lately. Whoever reads them has a link; whoever does not gets no say.
            return Ok(Asked::Heard);
        }
        let mut c = self.db.write().await?;
        let until = now.plus_minutes(LINK_MINUTES);
        rows::order(&mut c, row.as_ref().map(|row| row.id.as_str()), LetterKind::Link, now, until).await?;
        self.commit_telling(c).await?;
        Ok(Asked::Heard)
    }

    /// Whether a link to a new password still works.
    ///
    /// # Errors
    /// `Unknown` when it does not, or never was.
    #[crate::boxed]
    pub async fn password_link(&self, token: &str, now: Stamp) -> Result<()> {
        let mut c = self.db.read().await?;
        rows::by_link(&mut c, &secrets::fingerprint(token), now).await?.ok_or(Refusal::Unknown)?;
        Ok(())
    }

    /// Chooses a new password by a link, which works once. Every session of the account ends, every other link is shut, and
    /// every browser it was used in is unknown again. A second step stays, and is asked.
    ///
    /// # Errors
    /// `Unknown` when the link does not work; `Invalid` for a password that cannot be used.
    #[crate::boxed]
    pub async fn choose_password_by_link(
        &self,
        token: &str,
        password: String,
        whence: &Whence<'_>,
        now: Stamp,
    ) -> Result<()> {
        let token_hash = secrets::fingerprint(token);
        let mut c = self.db.read().await?;
        let member = rows::by_link(&mut c, &token_hash, now).await?.ok_or(Refusal::Unknown)?;
        let id = ids::member(&member)?;
        let row = records::identity::by_id(&mut c, id).await?.filter(|row| row.ended_at.is_none());
        let row = row.ok_or(Refusal::Unknown)?;
        drop(c);
        passwords::check(&password, &[&row.name, &row.email])?;
        let hash = secrets::hash(password).await?;
        let device = self.known_device(whence, now).await?;
        let mut c = self.db.write().await?;
        if !rows::use_link(&mut c, &token_hash).await? {
            return Err(Refusal::Unknown.into());
        }
        if !self.passwords_allowed(&mut c, id, now).await? {
            return Err(Error::invalid("password", "invalid-sign-in-provider"));
        }
        let member = member_in(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        let organisation = member.organisation;
        records::identity::set_password(&mut c, id, &hash, now).await?;
        rows::shut_links(&mut c, id).await?;
        records::identity::factors::forget_devices_of(&mut c, id).await?;
        records::sessions::delete_of_member(&mut c, id).await?;
        self.order_word(&mut c, id, LetterKind::Password, now).await?;
        let line = audit::Line { deed: audit::Deed::ChoseNewPassword, scope: None, subject: None };
        audit::write(&mut c, organisation, &Caller::member(member, now), line).await?;
        self.commit_telling(c).await?;
        // Whoever forgot it tried before: they need not wait for that now.
        self.tries.forgive(&[asking(&row.email)]);
        self.forgive_sign_in(&row.email, device.map(|(id, _)| id).as_deref(), whence);
        self.bells.look_again();
        Ok(())
    }

    /// The member who took the first step at a moment, unless their password was changed since: then that was a step with
    /// another one.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn halfway(&self, id: MemberId, since: Stamp) -> Result<Option<Member>> {
        let mut c = self.db.read().await?;
        let changed = records::identity::password_at(&mut c, id).await?.is_some_and(|at| at >= since);
        if changed { Ok(None) } else { member_in(&mut c, id).await }
    }
}
