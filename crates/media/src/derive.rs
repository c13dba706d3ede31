//! The whole road of one recording.

use std::{
    ops::Range,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::{
    error::Error,
    examine::{Examined, examine},
    plan::{Plan, Recipe},
    probe::Probe,
    rewrite::rewrite,
    sandbox::Sandbox,
    sound::{Sound, listen},
    source::{Sink, Source},
    stills::{Still, stills},
};

/// How much of the work is done, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u8);

impl Percent {
    /// As a number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// `done` of `all`, as a part of the stretch from `from` to `to`.
    fn within(from: u8, to: u8, done: u64, all: u64) -> Self {
        let part = u64::from(to.saturating_sub(from)) * done.min(all) / all.max(1);
        Self(from.saturating_add(u8::try_from(part).unwrap_or(0)))
    }
}

/// How the recording is to be served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Playable {
    /// The original.
    AsIs {
        /// Its type.
        mime: &'static str,
    },
    /// A new head, then a part of the original.
    Indexed {
        /// The head.
        head: Vec<u8>,
        /// Which bytes of the original.
        body: Range<u64>,
        /// The type.
        mime: &'static str,
    },
    /// A new head, then a part of what the sink took.
    Rewritten {
        /// The head.
        head: Vec<u8>,
        /// Which bytes of what the sink took.
        body: Range<u64>,
        /// The type.
        mime: &'static str,
    },
}

/// Everything that was derived from a recording.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// What is known of it; after a rewrite its length is that of what is played.
    pub probe: Probe,
    /// How it is to be served.
    pub playable: Playable,
    /// Waveform and speech.
    pub sound: Sound,
    /// Small pictures.
    pub stills: Vec<Still>,
}

/// Makes a recording watchable, and draws its timeline. Dropping the future ends all work and all processes.
///
/// `sink` takes a recording that must be written anew; for all others it gets nothing.
///
/// # Errors
/// [`Error::Refused`] when the file is no recording; anything else may pass by itself.
pub async fn derive(
    sandbox: &Sandbox,
    source: Arc<dyn Source>,
    sink: &mut dyn Sink,
    progress: impl Fn(Percent) + Send + Sync,
) -> Result<Derived, Error> {
    let halves = |percent: Percent, from: u8| Percent(from + percent.0 / 2);
    let (probe, playable) = playable(sandbox, &source, sink, |done| progress(halves(done, 0))).await?;
    let (sound, stills) = draw(sandbox, &source, &probe, |done| progress(halves(done, 50))).await?;
    Ok(Derived { probe, playable, sound, stills })
}

/// The first half: how the recording is played. Quick, unless it must be written anew.
///
/// # Errors
/// [`Error::Refused`] when the file is no recording; anything else may pass by itself.
pub async fn playable(
    sandbox: &Sandbox,
    source: &Arc<dyn Source>,
    sink: &mut dyn Sink,
    progress: impl Fn(Percent) + Send + Sync,
) -> Result<(Probe, Playable), Error> {
    progress(Percent(0));
    let Examined { mut probe, plan } = examine(sandbox, source).await?;
    let playable = match plan {
        Plan::AsIs { mime } => Playable::AsIs { mime },
        Plan::Indexed { head, body, mime } => Playable::Indexed { head, body, mime },
        Plan::Rewrite(recipe) => {
            written(sandbox, source, &mut probe, (recipe, None), sink, &progress).await?
        }
    };
    progress(Percent(100));
    Ok((probe, playable))
}

/// The second half: what the timeline shows. Goes over the whole recording.
///
/// # Errors
/// When the source or the decoder fails.
pub async fn draw(
    sandbox: &Sandbox,
    source: &Arc<dyn Source>,
    probe: &Probe,
    progress: impl Fn(Percent) + Send + Sync,
) -> Result<(Sound, Vec<Still>), Error> {
    let all = probe.duration_ms;
    let (heard, seen) = (AtomicU64::new(0), AtomicU64::new(0));
    let reached = |part: &AtomicU64, done: u64| {
        part.store(done.min(all), Ordering::Relaxed);
        let both = heard.load(Ordering::Relaxed) + seen.load(Ordering::Relaxed);
        progress(Percent::within(0, 100, both, all * 2));
    };
    // Both mostly wait for their decoders, which are processes of their own.
    let drawn = futures::try_join!(
        listen(sandbox, Arc::clone(source), probe, |done| reached(&heard, done)),
        stills(sandbox, Arc::clone(source), probe, |done| reached(&seen, done)),
    )?;
    progress(Percent(100));
    Ok(drawn)
}

/// Writes a recording anew, perhaps without a part; `probe` then says how long that is.
pub(crate) async fn written(
    sandbox: &Sandbox,
    source: &Arc<dyn Source>,
    probe: &mut Probe,
    how: (Recipe, Option<Range<u64>>),
    sink: &mut dyn Sink,
    progress: impl Fn(Percent) + Send + Sync,
) -> Result<Playable, Error> {
    let left_out = how.1.as_ref().map_or(0, |part| part.end - part.start);
    let all = probe.duration_ms.saturating_sub(left_out);
    let tell = |done| progress(Percent::within(5, 100, done, all));
    tell(0);
    let written = rewrite(sandbox, Arc::clone(source), probe, how, sink, tell).await?;
    probe.duration_ms = written.duration_ms;
    Ok(Playable::Rewritten { head: written.head, body: written.body, mime: written.mime })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_never_leaves_its_stretch() {
        assert_eq!(Percent::within(10, 70, 0, 1_000), Percent(10));
        assert_eq!(Percent::within(10, 70, 500, 1_000), Percent(40));
        assert_eq!(Percent::within(10, 70, 9_999, 1_000), Percent(70));
        assert_eq!(Percent::within(10, 70, 5, 0), Percent(10));
    }
}
