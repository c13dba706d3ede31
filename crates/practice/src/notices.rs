//! Telling that something waits: in the program, and by mail that holds nothing of it.
//!
//! Nothing is queued. What is to be told is the difference between what waits now and what was told before, so a mail
//! that could not be sent is simply still to be told, and what no longer waits is never told at all.

use std::collections::HashSet;

use method::ids::MemberId;
use method::time::Stamp;
use records::Conn;
use records::notices::{self, Turn};

use crate::home::{self, Waits};
use crate::house::ids;
use crate::{Caller, House, Result};

/// How long between two mails to the same member, in minutes; only what is urgent comes sooner.
const APART_MINUTES: i64 = 24 * 60;
/// How long to wait after a first mail that failed, in milliseconds; twice as long after each next one.
const AGAIN: i64 = 15_000;
/// The longest wait after one that failed, in milliseconds.
const AGAIN_MOST: i64 = 6 * 3_600_000;

/// Something that waits, and whether the member saw it before.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What waits.
    pub waits: Waits,
    /// Whether it is new to them.
    pub new: bool,
}

/// A mail to send: to whom, and which waits it stands for. Nothing of those is in it.
#[derive(Clone, Debug)]
pub struct Mail {
    /// To whom.
    pub member: MemberId,
    /// Their address.
    pub email: String,
    /// What it stands for.
    pub keys: Vec<String>,
}

async fn news(c: &mut Conn, caller: &Caller) -> Result<Vec<Notice>> {
    let me = caller.account()?.id;
    let seen: HashSet<String> = notices::told(c, me)
        .await?
        .into_iter()
        .filter(|told| told.seen_at.is_some())
        .map(|told| told.key)
        .collect();
    let waits = home::waits(c, caller).await?;
    Ok(waits.into_iter().map(|waits| Notice { new: !seen.contains(&waits.key()), waits }).collect())
}

/// When a mail that failed so often is tried again.
pub(crate) fn again(tries: i64, now: Stamp) -> Stamp {
    let doubled = AGAIN << tries.clamp(0, 20);
    Stamp(now.0 + doubled.min(AGAIN_MOST))
}

/// Whether a mail may go to someone now.
fn may_go(turn: Turn, urgent: bool, now: Stamp) -> bool {
    let failed_just_now = turn.next_at.is_some_and(|next| next > now.0);
    let had_one = turn.last_at.is_some_and(|last| Stamp(last).plus_minutes(APART_MINUTES) > now);
    !turn.unwanted && !failed_just_now && (urgent || !had_one)
}

impl House {
    /// What waits for a member, with what is new to them.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn notices(&self, caller: &Caller) -> Result<Vec<Notice>> {
        news(&mut self.db.read().await?, caller).await
    }

    /// The member saw everything that waits now.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn see_notices(&self, caller: &Caller) -> Result<()> {
        let me = caller.account()?.id;
        let mut c = self.db.write().await?;
        for waits in home::waits(&mut c, caller).await? {
            notices::seen(&mut c, me, &waits.key(), caller.now).await?;
        }
        Ok(c.commit().await?)
    }

    /// Whether a member wants mail.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn wants_mail(&self, caller: &Caller) -> Result<bool> {
        Ok(!notices::turn(&mut self.db.read().await?, caller.account()?.id).await?.unwanted)
    }

    /// A member wants mail from now on, or none.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn choose_mail(&self, caller: &Caller, wanted: bool) -> Result<()> {
        let me = caller.account()?.id;
        let mut c = self.db.write().await?;
        let turn = notices::turn(&mut c, me).await?;
        notices::set_turn(&mut c, me, Turn { unwanted: !wanted, ..turn }).await?;
        Ok(c.commit().await?)
    }

    /// The mails that are to be sent now. Only for the worker: it opens nothing, and names nobody but to whom.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn mails_due(&self, now: Stamp) -> Result<Vec<Mail>> {
        let members = notices::mailable(&mut self.db.read().await?).await?;
        let mut due = Vec::new();
        for member in members {
            due.extend(self.mail_due(ids::member(&member)?, now).await?);
        }
        Ok(due)
    }

    async fn mail_due(&self, id: MemberId, now: Stamp) -> Result<Option<Mail>> {
        let Some(member) = self.member(id).await? else { return Ok(None) };
        let caller = Caller::member(member, now);
        let mut c = self.db.read().await?;
        let turn = notices::turn(&mut c, id).await?;
        if !may_go(turn, true, now) {
            return Ok(None);
        }
        let waits = home::waits(&mut c, &caller).await?;
        let told = notices::told(&mut c, id).await?;
        let keys: HashSet<String> = waits.iter().map(Waits::key).collect();
        let over: Vec<String> =
            told.iter().map(|told| told.key.clone()).filter(|key| !keys.contains(key)).collect();
        let known: HashSet<&str> = told.iter().map(|told| told.key.as_str()).collect();
        let fresh: Vec<&Waits> = waits.iter().filter(|waits| !known.contains(waits.key().as_str())).collect();
        let urgent = fresh.iter().any(|waits| waits.waiting.urgent());
        let goes = !fresh.is_empty() && may_go(turn, urgent, now);
        let keys = fresh.iter().map(|waits| waits.key()).collect();
        let email = records::identity::by_id(&mut c, id).await?.map(|row| row.email);
        drop(c);
        if !over.is_empty() {
            let mut c = self.db.write().await?;
            for key in &over {
                notices::forget(&mut c, id, key).await?;
            }
            c.commit().await?;
        }
        Ok(email.filter(|_| goes).map(|email| Mail { member: id, email, keys }))
    }

    /// A mail was taken by the server; what it stood for is told.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn mail_sent(&self, mail: &Mail, now: Stamp) -> Result<()> {
        let mut c = self.db.write().await?;
        for key in &mail.keys {
            notices::mailed(&mut c, mail.member, key, now).await?;
        }
        let turn = notices::turn(&mut c, mail.member).await?;
        let turn = Turn { last_at: Some(now.0), tries: 0, next_at: None, ..turn };
        notices::set_turn(&mut c, mail.member, turn).await?;
        Ok(c.commit().await?)
    }

    /// A mail could not be sent. It is tried again, later each time, and nothing of it is lost.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn mail_failed(&self, mail: &Mail, now: Stamp) -> Result<()> {
        let mut c = self.db.write().await?;
        let turn = notices::turn(&mut c, mail.member).await?;
        let next_at = Some(again(turn.tries, now).0);
        let turn = Turn { tries: turn.tries + 1, next_at, ..turn };
        notices::set_turn(&mut c, mail.member, turn).await?;
        Ok(c.commit().await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Stamp = Stamp(1_800_000_000_000);

    #[test]
    fn one_mail_a_day_but_for_what_is_urgent_and_none_for_who_wants_none() {
        let sent = |minutes: i64| Turn { last_at: Some(NOW.plus_minutes(-minutes).0), ..Turn::default() };
        assert!(may_go(Turn::default(), false, NOW));
        assert!(!may_go(sent(60), false, NOW) && may_go(sent(60), true, NOW));
        assert!(may_go(sent(24 * 60), false, NOW));
        assert!(!may_go(Turn { unwanted: true, ..Turn::default() }, true, NOW));
        let failed = Turn { next_at: Some(NOW.0 + 1), tries: 1, ..Turn::default() };
        assert!(!may_go(failed, true, NOW) && may_go(failed, false, Stamp(NOW.0 + 1)));
    }

    #[test]
    fn what_fails_is_tried_again_later_each_time_and_never_later_than_six_hours() {
        let seconds: Vec<i64> = (0..12).map(|tries| (again(tries, NOW).0 - NOW.0) / 1_000).collect();
        assert_eq!(seconds[..4], [15, 30, 60, 120]);
        assert!(seconds.iter().all(|one| *one <= 6 * 3_600));
        assert_eq!(again(i64::MAX, NOW), NOW.plus_minutes(360));
    }
}
