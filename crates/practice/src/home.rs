//! What waits for whoever asks, computed from how things stand; and what privacy officers and administrators keep an
//! eye on.
//!
//! A room that lets something wait adds it in `method::home`, where it follows from facts, or beside the tryouts here,
//! where it hangs on a row of its own.

use method::consent::Facts;
use method::home::{self, RETENTION_NEAR_DAYS, Wait, Waiting};
use method::ids::{ConversationId, CutId, TryoutId};
use method::permit::{Deed, Reader};
use method::roles::{Perspective, Role};
use method::tryout::{Course, TryoutState};
use records::Conn;

use crate::conversation::progress;
use crate::house::ids;
use crate::{Caller, House, Result};

pub use records::home::{Health, Terms};

/// How many conversations are looked through, from the newest.
const LOOKED_THROUGH: i64 = 200;
/// How long it is told that a part was cut, in days.
const CUT_TOLD_DAYS: i64 = 14;
/// How far back a privacy officer sees that something ended, in days.
const ENDED_DAYS: i64 = 30;

/// Something that waits for whoever asked, and where. No names: those open only for a page that shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    /// In which conversation.
    pub conversation: ConversationId,
    /// The reader's own chair in it.
    pub me: Perspective,
    /// What waits.
    pub waiting: Waiting,
    /// With which tryout, where it is one.
    pub tryout: Option<TryoutId>,
    /// Which part was cut, where that is told, and how long it was in milliseconds.
    pub cut: Option<(CutId, i64)>,
}

impl Waits {
    /// What tells this wait from every other of the same member: a word and an id.
    #[must_use]
    pub fn key(&self) -> String {
        let cut = self.cut.map(|(id, _)| id.to_string());
        let id = self.tryout.map(|id| id.to_string()).or(cut);
        let id = id.unwrap_or_else(|| self.conversation.to_string());
        // A wait that has become urgent is another one to tell of.
        let urgent = if self.waiting.urgent() { "!" } else { "" };
        format!("{}{urgent}/{id}", self.waiting.wait)
    }
}

/// Everything that waits, the most pressing first.
pub(crate) async fn waits(c: &mut Conn, caller: &Caller) -> Result<Vec<Waits>> {
    let mut found = Vec::new();
    let tryouts = records::home::tryouts(c, &caller.reader).await?;
    let read_back = records::home::to_read_back(c, &caller.reader).await?;
    for facts in conversations(c, &caller.reader).await? {
        let id = facts.conversation;
        let Some(me) = facts.party(&caller.reader).map(|party| party.perspective) else { continue };
        let (progress, _) = progress(c, id).await?;
        for waiting in home::waits(&facts, progress, me, caller.now) {
            found.push(Waits { conversation: id, me, waiting, tryout: None, cut: None });
        }
        let tell = method::consent::decide(&facts, &caller.reader, Deed::Tell, caller.now).is_ok();
        let plain = |wait| Waiting { wait, days: 0, ready: Vec::new() };
        if tell && read_back.contains(&id) {
            found.push(Waits {
                conversation: id,
                me,
                waiting: plain(Wait::ReadBack),
                tryout: None,
                cut: None,
            });
        }
        let since = caller.now.plus_days(-CUT_TOLD_DAYS);
        for cut in records::recording::cutting::of_conversation(c, id).await? {
            let own = facts.voice(&caller.reader).is_some_and(|voice| voice.id == cut.participant);
            // The coach hears of it once they may watch; before that it was never there for them.
            let watches = method::consent::decide(&facts, &caller.reader, Deed::Watch, caller.now).is_ok();
            if !own && watches && cut.done.is_some_and(|done| done > since) {
                let cut = Some((cut.id, cut.part.length()));
                found.push(Waits { conversation: id, me, waiting: plain(Wait::Cut), tryout: None, cut });
            }
        }
        for tryout in tryouts.iter().filter(|tryout| tryout.conversation == id && tell) {
            let wait = home::wait_with(&course(tryout), me, caller.now);
            found.extend(wait.map(|wait| Waits {
                conversation: id,
                me,
                waiting: plain(wait),
                tryout: Some(tryout.id),
                cut: None,
            }));
        }
    }
    let place = |wait: Wait| Wait::ALL.iter().position(|one| *one == wait);
    found.sort_by_key(|one| (!one.waiting.urgent(), place(one.waiting.wait), one.waiting.days));
    Ok(found)
}

fn course(tryout: &records::home::Tryout) -> Course {
    Course {
        state: TryoutState::of(tryout.next_on.is_some(), None, None),
        next_on: tryout.next_on,
        planned_on: tryout.planned_on,
        made: tryout.made,
        told: tryout.told,
    }
}

async fn conversations(c: &mut Conn, reader: &Reader) -> Result<Vec<Facts>> {
    match reader {
        Reader::Member(id) => {
            let known = records::conversation::facts::of_member(c, *id, LOOKED_THROUGH).await?;
            Ok(known.into_iter().map(|one| one.facts).filter(|facts| facts.destroyed.is_none()).collect())
        }
        Reader::Participant(id) => {
            let Some(row) = records::conversation::participant(c, *id).await? else { return Ok(Vec::new()) };
            let id = ids::conversation(&row.conversation)?;
            Ok(records::conversation::facts(c, id).await?.into_iter().collect())
        }
        Reader::Worker => Ok(Vec::new()),
    }
}

impl House {
    /// What waits for whoever asks, the most pressing first; a client's own conversation as well.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn waits(&self, caller: &Caller) -> Result<Vec<Waits>> {
        waits(&mut self.db.read().await?, caller).await
    }

    /// The terms in a privacy officer's organisation, as numbers and days.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn terms_near(&self, caller: &Caller) -> Result<Terms> {
        let organisation = caller.with_role(Role::PrivacyOfficer)?.organisation;
        let (now, mut c) = (caller.now, self.db.read().await?);
        let (near, since) = (now.plus_days(RETENTION_NEAR_DAYS), now.plus_days(-ENDED_DAYS));
        Ok(records::home::terms(&mut c, organisation, now, near, since).await?)
    }

    /// How the house is doing, for an administrator.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn health(&self, caller: &Caller) -> Result<Health> {
        caller.with_role(Role::Administrator)?;
        Ok(records::home::health(&mut self.db.read().await?).await?)
    }
}
