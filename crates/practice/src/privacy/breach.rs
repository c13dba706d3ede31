//! Who saw what between two moments: what an organisation must be able to tell after a breach (AVG art. 33 and 34).
//! Facts of the log only, and asking for them is a deed of its own.

use method::roles::Role;
use method::time::Stamp;

use crate::audit::reading::{Teller, Told};
use crate::audit::{self, Deed};
use crate::{Caller, House, Result};

/// How many lines are read at once.
const PAGE: i64 = 2_000;
/// How many lines are given at most; a shorter time gives the rest.
pub const MOST: usize = 50_000;

/// How the answer is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Read on a page.
    Read,
    /// Taken along as a file.
    AsFile,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// From this moment.
    pub from: Stamp,
    /// Until before this one.
    pub until: Stamp,
    /// Every deed, and not only what was opened and who came in.
    pub all: bool,
}

/// The answer.
#[derive(Debug)]
pub struct Saw {
    /// The lines, oldest first.
    pub lines: Vec<Told>,
    /// Whether there were more than are given.
    pub more: bool,
}

/// Whether a line tells that somebody came in or opened something.
fn opens(deed: &str) -> bool {
    matches!(Deed::parse(deed), Some(Deed::Opened | Deed::CameIn | Deed::SignedIn | Deed::ExportedLog))
}

impl House {
    /// Who saw what in the privacy officer's organisation. That it was asked stands in the log before it is answered.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer.
    pub async fn who_saw(&self, caller: &Caller, asked: Asked, taken: Taken) -> Result<Saw> {
        let organisation = caller.with_role(Role::PrivacyOfficer)?.organisation;
        let deed = if taken == Taken::AsFile { Deed::ExportedLog } else { Deed::ReadLog };
        let subject = format!("{} {}", asked.from.0, asked.until.0);
        let mut c = self.db.write().await?;
        audit::write(
            &mut c,
            organisation,
            caller,
            audit::Line { deed, scope: None, subject: Some(&subject) },
        )
        .await?;
        c.commit().await?;

        let mut c = self.db.read().await?;
        let (mut teller, mut lines, mut last) = (Teller::default(), Vec::new(), 0);
        loop {
            let span = (asked.from, asked.until);
            let page = records::audit::between(&mut c, organisation, span, last, PAGE).await?;
            let Some(end) = page.last().map(|line| line.seq) else { return Ok(Saw { lines, more: false }) };
            last = end;
            for line in page.into_iter().filter(|line| asked.all || opens(&line.deed)) {
                if lines.len() == MOST {
                    return Ok(Saw { lines, more: true });
                }
                lines.push(teller.tell(&mut c, line).await?);
            }
        }
    }
}
