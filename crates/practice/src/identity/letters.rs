//! Letters about somebody's own account: a link to a new password, and word of what was changed, so that who did not
//! do it hears of it. What waits is the order; a link is made when its letter goes, and only its fingerprint is kept.

use std::fmt;

use method::ids::MemberId;
use method::time::Stamp;
use records::Conn;
use records::identity::letters::{self as rows, LetterKind};

use super::invitations::MailTrouble;
use crate::house::ids;
use crate::{Caller, House, Result, audit, notices, secrets};

/// How long a link to a new password works, in minutes.
pub(super) const LINK_MINUTES: i64 = 60;
/// How long word of a change is tried to be brought, in days.
const WORD_DAYS: i64 = 7;
/// How long a program that sends a letter has for it before another may try, in minutes.
const SENDING_MINUTES: i64 = 2;

/// What a letter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// Here is the link that you asked for.
    Link,
    /// You asked for a link, and have no password to change.
    NoPassword,
    /// Your password was changed.
    Password,
    /// Something to prove yourself with was added.
    Added,
    /// Something to prove yourself with was taken away.
    Removed,
    /// Your account began anew.
    Anew,
}

/// A letter to send. Holds the only copy of its link's token.
pub struct AccountLetter {
    id: String,
    token: String,
    tries: i64,
    /// What it says.
    pub says: Says,
    /// To whom.
    pub email: String,
    /// Where they have their account.
    pub organisation: String,
    /// When it was ordered: when what it tells of was done.
    pub at: Stamp,
}

impl fmt::Debug for AccountLetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccountLetter").field("id", &self.id).finish_non_exhaustive()
    }
}

impl AccountLetter {
    /// The path that a letter with a link leads to.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/sign-in/forgotten/{}", self.token)
    }

    /// Which letter it is, for the log.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    fn hash(&self) -> String {
        secrets::fingerprint(&self.token)
    }
}

impl House {
    /// Orders word of something that was changed, where there is mail. Goes with the change or not at all.
    pub(super) async fn order_word(
        &self,
        c: &mut Conn,
        member: MemberId,
        kind: LetterKind,
        now: Stamp,
    ) -> Result<()> {
        if self.settings.mail {
            rows::order(c, Some(&member.to_string()), kind, now, now.plus_days(WORD_DAYS)).await?;
        }
        Ok(())
    }

    /// Keeps what was done, and sees to it that the letters it ordered go.
    pub(super) async fn commit_telling(&self, c: Conn) -> Result<()> {
        c.commit().await?;
        self.letters.notify_one();
        Ok(())
    }

    /// The next letter about an account that is to go now; nobody else sends it meanwhile. Only for the worker.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn account_letter_due(&self, now: Stamp) -> Result<Option<AccountLetter>> {
        let due = rows::due(&mut self.db.read().await?, now).await?;
        for row in due {
            let token = secrets::token()?;
            let hash = secrets::fingerprint(&token);
            let mut c = self.db.write().await?;
            if !rows::take(&mut c, &row.id, &hash, now, now.plus_minutes(SENDING_MINUTES)).await? {
                continue;
            }
            let id = ids::member(&row.member.unwrap_or_default())?;
            let member = records::identity::by_id(&mut c, id).await?.filter(|row| row.ended_at.is_none());
            let says = match (&member, LetterKind::parse(&row.kind)) {
                (Some(member), Some(LetterKind::Link)) => {
                    let has_one = member.password_hash.is_some();
                    let opens = has_one && self.passwords_allowed(&mut c, id, now).await?;
                    Some(if opens { Says::Link } else { Says::NoPassword })
                }
                (Some(_), Some(LetterKind::Password)) => Some(Says::Password),
                (Some(_), Some(LetterKind::Added)) => Some(Says::Added),
                (Some(_), Some(LetterKind::Removed)) => Some(Says::Removed),
                (Some(_), Some(LetterKind::Anew)) => Some(Says::Anew),
                _ => None,
            };
            let (Some(member), Some(says)) = (member, says) else {
                rows::drop(&mut c, &row.id, &hash).await?;
                c.commit().await?;
                continue;
            };
            let house = ids::organisation(&member.organisation)?;
            let terms = records::organisation::by_id(&mut c, house).await?;
            if says == Says::Link {
                let subject = id.to_string();
                let line =
                    audit::Line { deed: audit::Deed::SentPasswordLink, scope: None, subject: Some(&subject) };
                audit::write(&mut c, house, &Caller::worker(now), line).await?;
            }
            c.commit().await?;
            let organisation = terms.map(|terms| terms.name).unwrap_or_default();
            let (id, email, tries, at) = (row.id, member.email, row.tries, Stamp(row.asked_at));
            return Ok(Some(AccountLetter { id, token, tries, says, email, organisation, at }));
        }
        Ok(None)
    }

    /// Writes down how a letter about an account went. From then on its link works for an hour.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn account_letter_went(
        &self,
        letter: &AccountLetter,
        trouble: Option<MailTrouble>,
        now: Stamp,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        match trouble {
            None if letter.says == Says::Link => {
                rows::went(&mut c, &letter.id, &letter.hash(), now.plus_minutes(LINK_MINUTES)).await?;
            }
            Some(MailTrouble::Server) => {
                let at = notices::again(letter.tries, now);
                rows::again(&mut c, &letter.id, &letter.hash(), letter.tries + 1, at).await?;
            }
            // It went, or it never will.
            None | Some(MailTrouble::Address | MailTrouble::Letter) => {
                rows::drop(&mut c, &letter.id, &letter.hash()).await?;
            }
        }
        Ok(c.commit().await?)
    }

    /// Forgets letters and links that are over.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn forget_old_letters(&self, now: Stamp) -> Result<()> {
        let mut c = self.db.write().await?;
        rows::forget(&mut c, now).await?;
        Ok(c.commit().await?)
    }
}
