//! Coming in by a code: on a link, or on a device where the code was right before.
//!
//! What is wrong, shut, ended or was never there looks alike from outside: the same form, the same sentence, the same
//! waits, as long. Wrong codes on a known device are counted there, so that a stranger who has the link can make its
//! owner wait nowhere but on a device that is new.

use std::collections::HashMap;

use method::ids::ParticipantId;
use method::permit::Reader;
use method::time::Stamp;
use method::{Refusal, client as rule};
use records::Conn;
use records::client::{Counter, Link};

use super::devices;
use crate::consent::kept;
use crate::house::ids;
use crate::{Caller, House, Result, audit, secrets};

/// What comes of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The code is right.
    In(ParticipantId),
    /// The code is wrong, or there is nothing that it could open; this many tries are left.
    Wrong(i64),
    /// Too many wrong codes; this many minutes to wait.
    Locked(i64),
}

/// Where someone knocks.
#[derive(Clone, Copy, Debug)]
pub struct Knock<'a> {
    /// The token of the link whose address they came to.
    pub link: Option<&'a str>,
    /// What the cookie of a known device holds.
    pub device: Option<&'a str>,
}

/// So many links that are not there are remembered, as long as this program runs.
const STRANGERS: usize = 10_000;

/// How a link that is not there stands: as one that is there would.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stranger {
    attempts: i64,
    rests: i64,
    until: Option<Stamp>,
}

/// All of them, by the fingerprint of what they knocked on.
pub(crate) type Strangers = HashMap<String, Stranger>;

/// A try that was counted: how many are left after it, and how long it rests if none is.
#[derive(Clone, Copy, Debug)]
struct Try {
    left: i64,
    minutes: i64,
}

impl Try {
    const fn of(attempt: i64, rests: i64) -> Self {
        Self { left: rule::tries(rests) - attempt, minutes: rule::rest_minutes(rests) }
    }

    const fn last(self) -> bool {
        self.left <= 0
    }

    const fn wrong(self) -> Way {
        if self.last() { Way::Locked(self.minutes) } else { Way::Wrong(self.left) }
    }
}

/// What someone knocks on, once it is looked up.
enum Found {
    /// A link that works, and the known device it is used from.
    Link(Link, Option<String>),
    /// Nothing that works.
    Nothing(String),
}

fn minutes_left(until: Stamp, now: Stamp) -> i64 {
    (until.0 - now.0 + 59_999) / 60_000
}

async fn find(c: &mut Conn, knock: Knock<'_>, now: Stamp) -> Result<Found> {
    let device = match knock.device {
        Some(cookie) => records::client::devices::by_id(c, &devices::id(cookie)).await?,
        None => None,
    };
    let link = match (knock.link, &device) {
        (Some(token), _) => records::client::by_token(c, &secrets::fingerprint(token)).await?,
        (None, Some(device)) => {
            records::client::of_participant(c, ids::participant(&device.participant)?).await?
        }
        (None, None) => None,
    };
    let Some(link) = link.filter(|link| link.expires_at > now) else {
        return Ok(Found::Nothing(secrets::fingerprint(knock.link.or(knock.device).unwrap_or_default())));
    };
    let own = device.filter(|device| device.participant == link.participant.to_string());
    Ok(Found::Link(link, own.map(|device| device.id)))
}

/// Counts a try before the code is looked at; nothing while it rests. The last one rests beforehand, and opens again if
/// the code turns out to be right.
async fn count(c: &mut Conn, counter: Counter<'_>, now: Stamp) -> Result<Option<Try>> {
    let Some((attempt, rests)) = records::client::count(c, counter, now).await? else { return Ok(None) };
    let one = Try::of(attempt, rests);
    if one.last() {
        records::client::rest(c, counter, now.plus_minutes(one.minutes)).await?;
    }
    Ok(Some(one))
}

/// Until when nothing is looked at on a link, or on a known device.
async fn rests_until(c: &mut Conn, link: &Link, device: Option<&str>) -> Result<Option<Stamp>> {
    let Some(id) = device else { return Ok(link.locked_until) };
    let device = records::client::devices::by_id(c, id).await?;
    Ok(device.and_then(|device| device.locked_until.map(Stamp)))
}

impl House {
    /// Whether no code is looked at now, and for how many minutes; asked before a code was typed.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn resting(&self, knock: Knock<'_>, now: Stamp) -> Result<Option<i64>> {
        let mut c = self.db.read().await?;
        let until = match find(&mut c, knock, now).await? {
            Found::Link(link, device) => rests_until(&mut c, &link, device.as_deref()).await?,
            Found::Nothing(key) => {
                self.strangers.lock().ok().and_then(|all| all.get(&key).and_then(|one| one.until))
            }
        };
        Ok(until.filter(|until| *until > now).map(|until| minutes_left(until, now)))
    }

    /// Tries a code. Counted before it is looked at, so that guesses side by side count too.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn come_in(&self, knock: Knock<'_>, code: &str, now: Stamp) -> Result<Way> {
        let found = find(&mut self.db.read().await?, knock, now).await?;
        let way = match found {
            Found::Link(link, device) => self.try_code(&link, device, code, now, true).await?,
            Found::Nothing(key) => match self.count_stranger(key, now) {
                Ok(one) => {
                    // As long as with a link that is there.
                    secrets::fits(read(code), None).await?;
                    one.wrong()
                }
                Err(resting) => resting,
            },
        };
        if !matches!(way, Way::In(_)) {
            tracing::info!(step = "code", "coming in failed");
        }
        Ok(way)
    }

    /// The same on a link alone, from a device that is not known.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn enter_by_link(&self, token: &str, code: &str, now: Stamp) -> Result<Way> {
        self.come_in(Knock { link: Some(token), device: None }, code, now).await
    }

    /// Asks the code of someone who is in, once more, before what matters much.
    ///
    /// # Errors
    /// `Unknown` for whoever has no link.
    #[crate::boxed]
    pub async fn ask_code_again(&self, caller: &Caller, device: Option<&str>, code: &str) -> Result<Way> {
        let Reader::Participant(me) = caller.reader else { return Err(Refusal::Unknown.into()) };
        let mut c = self.db.read().await?;
        let link = records::client::of_participant(&mut c, me).await?;
        let link = link.filter(|link| link.expires_at > caller.now).ok_or(Refusal::Unknown)?;
        let known = match device {
            Some(cookie) => records::client::devices::by_id(&mut c, &devices::id(cookie)).await?,
            None => None,
        };
        drop(c);
        let known = known.filter(|device| device.participant == me.to_string()).map(|device| device.id);
        self.try_code(&link, known, code, caller.now, false).await
    }

    async fn try_code(
        &self,
        link: &Link,
        device: Option<String>,
        code: &str,
        now: Stamp,
        comes_in: bool,
    ) -> Result<Way> {
        let me = link.participant;
        let counter = device.as_deref().map_or(Counter::Link(me), Counter::Device);
        let mut c = self.db.write().await?;
        let Some(one) = count(&mut c, counter, now).await? else {
            let until = rests_until(&mut c, link, device.as_deref()).await?.unwrap_or(now);
            return Ok(Way::Locked(minutes_left(until, now).max(1)));
        };
        c.commit().await?;
        let fits = secrets::fits(read(code), Some(link.code_hash.clone())).await?;
        let mut c = self.db.write().await?;
        if fits {
            records::client::clear(&mut c, counter).await?;
        }
        match (fits, one.last()) {
            (true, _) if comes_in => note(&mut c, me, audit::Deed::CameIn, now).await?,
            (false, true) => note(&mut c, me, audit::Deed::WrongCodes, now).await?,
            _ => {}
        }
        c.commit().await?;
        Ok(if fits { Way::In(me) } else { one.wrong() })
    }

    /// A try at a link that is not there: it counts as much as at one that is.
    fn count_stranger(&self, key: String, now: Stamp) -> std::result::Result<Try, Way> {
        let Ok(mut all) = self.strangers.lock() else { return Err(Way::Locked(1)) };
        if all.len() >= STRANGERS && !all.contains_key(&key) {
            all.retain(|_, one| one.until.is_some_and(|until| until > now));
            if all.len() >= STRANGERS {
                all.clear();
            }
        }
        let stranger = all.entry(key).or_default();
        if let Some(until) = stranger.until.filter(|until| *until > now) {
            return Err(Way::Locked(minutes_left(until, now)));
        }
        stranger.attempts += 1;
        let one = Try::of(stranger.attempts, stranger.rests);
        if one.last() {
            let until = Some(now.plus_minutes(one.minutes));
            *stranger = Stranger { attempts: 0, rests: stranger.rests + 1, until };
        }
        drop(all);
        Ok(one)
    }
}

/// A code as typed, no longer than one can be.
fn read(code: &str) -> String {
    secrets::plain_code(code).chars().take(secrets::CODE_LENGTH + 1).collect()
}

/// So that the client sees when someone came in with their code, or tried to.
async fn note(c: &mut Conn, participant: ParticipantId, deed: audit::Deed, now: Stamp) -> Result<()> {
    let row = records::conversation::participant(c, participant).await?.ok_or(Refusal::Unknown)?;
    let id = ids::conversation(&row.conversation)?;
    let (_, org) = kept(c, id).await?;
    let line = audit::Line { deed, scope: Some(id.into()), subject: None };
    audit::write(c, org, &Caller::participant(participant, now), line).await
}
