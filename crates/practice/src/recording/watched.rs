//! How long someone watched: counted from what was really served of the film, and never faster than time goes by.
//!
//! What is served in one sitting counts each stretch once, however often it is asked for; the rule makes time of it
//! (`method::recording::watched_seconds`). Who, when and how long is all that is kept: not which part.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures::StreamExt;
use futures::stream::BoxStream;
use method::Refusal;
use method::ids::{ConversationId, RecordingId};
use method::recording::Sitting;
use method::time::Stamp;
use records::recording::viewings::Viewing;

use crate::audit::Actor;
use crate::{Caller, House, Result, audit};

/// After so long without a byte the next one begins another sitting.
const APART: i64 = 30 * 60_000;
/// How often a sitting that goes on is written down.
const WRITTEN: Duration = Duration::from_secs(5);

/// The film that is shown.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) recording: RecordingId,
    pub(super) duration_ms: i64,
}

/// Who watches which recording.
#[derive(Clone, Debug, Hash, PartialEq, Eq)]
struct Who {
    actor: Actor,
    recording: String,
}

/// One sitting, while it goes on.
#[derive(Debug)]
struct Going {
    id: String,
    began: Stamp,
    last: Stamp,
    /// What was served, in order and without overlap.
    ranges: Vec<Range<u64>>,
    written: Option<(Instant, i64)>,
}

impl Going {
    fn begun(now: Stamp) -> Self {
        let id = RecordingId::new().to_string();
        Self { id, began: now, last: now, ranges: Vec::new(), written: None }
    }

    fn add(&mut self, range: Range<u64>) {
        let at = self.ranges.partition_point(|one| one.end < range.start);
        let mut whole = range;
        let touching = self.ranges.iter().skip(at).take_while(|one| one.start <= whole.end).count();
        for one in self.ranges.drain(at..at + touching) {
            whole = whole.start.min(one.start)..whole.end.max(one.end);
        }
        self.ranges.insert(at, whole);
    }

    fn seconds(&self, film: &Film) -> i64 {
        let bytes: u64 = self.ranges.iter().map(|range| range.end - range.start).sum();
        let ms = u128::from(bytes) * u128::from(film.duration_ms.max(0).unsigned_abs());
        i64::try_from(ms / u128::from(film.len.max(1)) / 1_000).unwrap_or(i64::MAX)
    }
}

#[derive(Clone, Debug)]
struct Film {
    duration_ms: i64,
    len: u64,
}

/// All sittings that go on in this program.
#[derive(Debug, Default)]
pub(crate) struct Sittings(Mutex<HashMap<Who, Going>>);

/// One answer that is being served.
#[derive(Clone, Debug)]
pub(super) struct Serving {
    house: Arc<House>,
    conversation: ConversationId,
    who: Who,
    film: Film,
    /// When it was asked for, by both clocks.
    asked: (Stamp, Instant),
}

impl Serving {
    pub(super) fn new(
        house: &Arc<House>,
        caller: &Caller,
        conversation: ConversationId,
        shown: Shown,
        len: u64,
    ) -> Self {
        // The film as it plays and as it came in differ in length, and are counted apart.
        let recording = format!("{} {len}", shown.recording);
        let who = Who { actor: Actor::of(&caller.reader), recording };
        let film = Film { duration_ms: shown.duration_ms, len };
        Self { house: Arc::clone(house), conversation, who, film, asked: (caller.now, Instant::now()) }
    }

    fn now(&self) -> Stamp {
        Stamp(self.asked.0.0 + i64::try_from(self.asked.1.elapsed().as_millis()).unwrap_or(0))
    }

    /// Counts a stretch, and gives what is to be written down when it is time for that.
    fn count(&self, range: Range<u64>, end: bool) -> Option<(String, Viewing)> {
        let now = self.now();
        let mut all = self.house.sittings.0.lock().ok()?;
        if !all.contains_key(&self.who) {
            all.retain(|_, going| now.0 - going.last.0 < APART);
        }
        let going = all.entry(self.who.clone()).or_insert_with(|| Going::begun(now));
        if now.0 - going.last.0 >= APART {
            *going = Going::begun(now);
        }
        going.last = now;
        if !range.is_empty() {
            going.add(range);
        }
        let seconds = going.seconds(&self.film);
        let due = match going.written {
            Some((_, known)) if known == seconds => false,
            Some((at, _)) => end || at.elapsed() >= WRITTEN,
            None => true,
        };
        if !due {
            return None;
        }
        going.written = Some((Instant::now(), seconds));
        let Actor(actor_kind, actor) = self.who.actor.clone();
        let viewing = Viewing { actor_kind, actor, began_at: going.began.0, seconds };
        Some((going.id.clone(), viewing))
    }

    /// Writes a sitting down beside the answer, which does not wait for it.
    fn write(&self, id: String, viewing: Viewing) {
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let (house, conversation) = (Arc::clone(&self.house), self.conversation);
        runtime.spawn(async move {
            let kept = async {
                let mut c = house.db.write().await?;
                records::recording::viewings::save(&mut c, &id, conversation, &viewing).await?;
                c.commit().await
            };
            if kept.await.is_err() {
                tracing::error!("how long someone watched could not be written down");
            }
        });
    }
}

/// Ends with the answer, also when the reader hangs up halfway.
struct Ending(Serving);

impl Drop for Ending {
    fn drop(&mut self) {
        if let Some((id, viewing)) = self.0.count(0..0, true) {
            self.0.write(id, viewing);
        }
    }
}

/// The same bytes, counted as they go.
pub(super) fn counted(
    bytes: BoxStream<'static, Result<Bytes>>,
    serving: Serving,
    from: u64,
) -> BoxStream<'static, Result<Bytes>> {
    let (mut at, ending) = (from, Ending(serving));
    bytes
        .inspect(move |piece| {
            let Ok(piece) = piece else { return };
            let to = at + piece.len() as u64;
            if let Some((id, viewing)) = ending.0.count(at..to, false) {
                ending.0.write(id, viewing);
            }
            at = to;
        })
        .boxed()
}

/// How long someone watched from a moment on: one sitting, as the rule counts it.
#[derive(Clone, Debug)]
pub struct Watched {
    /// Who.
    pub actor: Actor,
    /// The sitting.
    pub sitting: Sitting,
}

impl House {
    /// Every sitting with the recording, for someone who takes part: who, when, how long. Facts, which stay when the
    /// recording goes.
    ///
    /// # Errors
    /// `Unknown` for whoever has no part in it.
    #[crate::boxed]
    pub async fn who_watched(&self, caller: &Caller, id: ConversationId) -> Result<Vec<Watched>> {
        let mut c = self.db.read().await?;
        let facts = records::conversation::facts(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        if !facts.takes_part(&caller.reader) {
            return Err(Refusal::Unknown.into());
        }
        let rows = records::recording::viewings::of_conversation(&mut c, id).await?;
        let watched = rows.into_iter().map(|row| Watched {
            actor: audit::Actor(row.actor_kind, row.actor),
            sitting: Sitting { began: Stamp(row.began_at), seconds: row.seconds },
        });
        Ok(watched.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_counts_once_however_often_it_is_asked_for() {
        let film = Film { duration_ms: 100_000, len: 1_000 };
        let mut going = Going::begun(Stamp(0));
        for range in [0..100, 50..200, 0..100, 300..400, 900..1_000, 200..300] {
            going.add(range);
        }
        assert_eq!(going.ranges, [0..400, 900..1_000]);
        assert_eq!(going.seconds(&film), 50);
        going.add(0..1_000);
        assert_eq!((going.ranges.len(), going.seconds(&film)), (1, 100));
    }
}
