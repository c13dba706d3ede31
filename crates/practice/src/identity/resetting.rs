//! Somebody who lost everything: their account begins anew, from the machine itself.

use method::time::Stamp;
use method::{Refusal, ids::MemberId};
use records::identity::letters::LetterKind;

use super::passwords;
use crate::house::ids;
use crate::{Caller, House, Result, audit, secrets};

impl House {
    /// Gives an account another password and takes away everything else that proved who it was; every session and every
    /// known browser of it ends. Only for who runs the machine. They make a second step anew at the next sign-in, where
    /// their role asks for one.
    ///
    /// # Errors
    /// `Unknown` when there is no such account, `Invalid` for a password that cannot be used.
    #[crate::boxed]
    pub async fn reset_account(&self, email: &str, password: String, now: Stamp) -> Result<MemberId> {
        let email = email.trim().to_lowercase();
        let row = records::identity::by_email(&mut self.db.read().await?, &email).await?;
        let row = row.ok_or(Refusal::Unknown)?;
        passwords::check(&password, &[&row.name, &row.email])?;
        let hash = secrets::hash(password).await?;
        let (id, organisation) = (ids::member(&row.id)?, ids::organisation(&row.organisation)?);
        let mut c = self.db.write().await?;
        records::identity::set_password(&mut c, id, &hash, now).await?;
        records::identity::factors::remove_app(&mut c, id).await?;
        records::identity::factors::set_codes(&mut c, id, &[]).await?;
        records::identity::passkeys::delete_of_member(&mut c, id).await?;
        records::identity::factors::forget_devices_of(&mut c, id).await?;
        records::identity::letters::shut_links(&mut c, id).await?;
        records::sessions::delete_of_member(&mut c, id).await?;
        self.order_word(&mut c, id, LetterKind::Anew, now).await?;
        let subject = id.to_string();
        let line = audit::Line { deed: audit::Deed::ResetAccount, scope: None, subject: Some(&subject) };
        audit::write(&mut c, organisation, &Caller::worker(now), line).await?;
        self.commit_telling(c).await?;
        Ok(id)
    }
}
