//! A month of the board, to talk about in the team: which there are, and a mail when one is over, to those who want it.
//!
//! The clock asks for a job once a month; the job orders the letters, and the mail takes them along when it goes. A letter
//! says that the month is there to read, and nothing of what is in it.

use method::board::Month;
use method::ids::{MemberId, OrganisationId};
use method::time::Stamp;
use records::Conn;
use records::board as rows;
use records::board::digest as letters;
use records::jobs::{self, Job};

use crate::house::ids;
use crate::{Caller, House, Result, notices};

/// A letter that a month is over: to whom, and of which month.
#[derive(Clone, Debug)]
pub struct DigestLetter {
    /// To whom.
    pub member: MemberId,
    /// Their address.
    pub email: String,
    /// Of which month.
    pub month: Month,
    tries: i64,
}

/// Asks for the letters of a month that is over, if there is something in it.
async fn ask(c: &mut Conn, organisation: OrganisationId, month: Month) -> Result<bool> {
    let there = letters::months(c, organisation).await?.contains(&month.to_string());
    if there {
        let job = Job::TellMonth { organisation: organisation.to_string(), month: month.to_string() };
        jobs::ask(c, &job).await?;
    }
    Ok(there)
}

impl House {
    /// The months of which something hangs on the board, newest first.
    ///
    /// # Errors
    /// `Unknown` for whoever has no business on the board.
    #[crate::boxed]
    pub async fn board_months(&self, caller: &Caller) -> Result<Vec<Month>> {
        let reading = self.reading(caller).await?;
        let months = letters::months(&mut self.db.read().await?, reading.me.organisation).await?;
        Ok(months.iter().filter_map(|month| Month::parse(month)).collect())
    }

    /// Whether a member wants a mail when a month is over.
    ///
    /// # Errors
    /// `Unknown` for whoever has no business on the board.
    #[crate::boxed]
    pub async fn wants_digest(&self, caller: &Caller) -> Result<bool> {
        let reading = self.reading(caller).await?;
        Ok(letters::wants(&mut self.db.read().await?, reading.me.id).await?)
    }

    /// A member wants such a mail from now on, beginning with the month that was over last; or none any more.
    ///
    /// # Errors
    /// `Unknown` for whoever has no business on the board.
    #[crate::boxed]
    pub async fn choose_digest(&self, caller: &Caller, wanted: bool) -> Result<()> {
        let reading = self.reading(caller).await?;
        let mut c = self.db.write().await?;
        letters::choose(&mut c, reading.me.id, wanted).await?;
        let asked = wanted && ask(&mut c, reading.me.organisation, Month::of(caller.now).before()).await?;
        c.commit().await?;
        if asked {
            self.bell.notify_one();
        }
        Ok(())
    }

    /// Asks for the letters of the month that is over, once for each organisation. Gives of how many.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn close_months(&self, now: Stamp) -> Result<usize> {
        let month = Month::of(now).before();
        let organisations = rows::drawer::organisations(&mut self.db.read().await?).await?;
        let mut told = 0;
        for organisation in organisations {
            let organisation = ids::organisation(&organisation)?;
            let mut c = self.db.write().await?;
            if letters::close(&mut c, organisation, month).await? {
                told += usize::from(ask(&mut c, organisation, month).await?);
                c.commit().await?;
                self.bell.notify_one();
            }
        }
        Ok(told)
    }

    /// Orders the letters of a month: what the job does. Doing it twice orders none twice.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn order_digests(&self, organisation: &str, month: &str) -> Result<u64> {
        let mut c = self.db.write().await?;
        let ordered = letters::order(&mut c, organisation, month).await?;
        c.commit().await?;
        if ordered > 0 {
            self.letters.notify_one();
        }
        Ok(ordered)
    }

    /// The letters about a month that are to go now. Only for the worker: it opens nothing.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn digests_due(&self, now: Stamp) -> Result<Vec<DigestLetter>> {
        let mut due = Vec::new();
        for row in letters::due(&mut self.db.read().await?, now).await? {
            let Some(month) = Month::parse(&row.month) else { continue };
            let member = ids::member(&row.member)?;
            due.push(DigestLetter { member, email: row.email, month, tries: row.tries });
        }
        Ok(due)
    }

    /// Writes down how a letter went; one that did not is tried again, later each time.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn digest_went(&self, letter: &DigestLetter, gone: bool, now: Stamp) -> Result<()> {
        let (member, month) = (letter.member.to_string(), letter.month.to_string());
        let next = (!gone).then(|| notices::again(letter.tries, now));
        let mut c = self.db.write().await?;
        letters::went(&mut c, (&member, &month), gone.then_some(now), next).await?;
        Ok(c.commit().await?)
    }
}
