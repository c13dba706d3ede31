//! Who saw what between two moments: what an organisation must be able to tell after a breach (AVG art. 33 and 34).
//! Facts of the log only, and asking for them is a deed of its own.

use std::collections::HashMap;

use method::recording::{Sitting, watched_seconds};
use method::roles::Role;
use method::time::Stamp;
use records::recording::viewings;

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

/// A line of the log, with how long was watched where it is about watching.
#[derive(Clone, Debug)]
pub struct Line {
    /// The line.
    pub told: Told,
    /// How many seconds of the recording were watched from then on, until the next such line.
    pub seconds: Option<i64>,
}

/// The answer.
#[derive(Debug)]
pub struct Saw {
    /// The lines, oldest first.
    pub lines: Vec<Line>,
    /// Whether there were more than are given.
    pub more: bool,
}

/// Whose sittings with which recording: the conversation, and who as the log names them.
type Key = (String, String, String);

/// Whether a line tells that somebody came in or opened something.
fn opens(deed: &str) -> bool {
    matches!(Deed::parse(deed), Some(Deed::Opened | Deed::CameIn | Deed::SignedIn | Deed::ExportedLog))
}

impl House {
    /// Who saw what in the privacy officer's organisation. That it was asked stands in the log before it is answered.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer.
    #[crate::boxed]
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
        let mut watched: HashMap<Key, Vec<usize>> = HashMap::new();
        let mut more = false;
        while !more {
            let span = (asked.from, asked.until);
            let page = records::audit::between(&mut c, organisation, span, last, PAGE).await?;
            let Some(end) = page.last().map(|line| line.seq) else { break };
            last = end;
            for line in page.into_iter().filter(|line| asked.all || opens(&line.deed)) {
                if lines.len() == MOST {
                    more = true;
                    break;
                }
                let shown = audit::watches(&line.deed, line.subject.as_deref());
                if let (true, Some(scope)) = (shown, &line.scope) {
                    let key = (scope.clone(), line.actor_kind.clone(), line.actor.clone());
                    watched.entry(key).or_default().push(lines.len());
                }
                lines.push(Line { told: teller.tell(&mut c, line).await?, seconds: None });
            }
        }
        let mut sittings: HashMap<usize, Vec<Sitting>> = HashMap::new();
        let (from, until) = (asked.from.0, asked.until.0);
        for (conversation, one) in viewings::of_organisation(&mut c, organisation, from, until).await? {
            let at = watched.get(&(conversation, one.actor_kind, one.actor));
            // The page stands open before the film in it is asked for.
            let before = |n: &&usize| lines.get(**n).is_some_and(|line| line.told.at.0 <= one.began_at);
            if let Some(n) = at.and_then(|all| all.iter().rev().find(before)) {
                let sitting = Sitting { began: Stamp(one.began_at), seconds: one.seconds };
                sittings.entry(*n).or_default().push(sitting);
            }
        }
        for (n, all) in sittings {
            if let Some(line) = lines.get_mut(n) {
                line.seconds = Some(watched_seconds(&all, caller.now));
            }
        }
        Ok(Saw { lines, more })
    }
}
