//! The worker: joins the sealed recordings of `practice` to the decoder of `media`.
//!
//! It sees bytes only while they pass. Everything it makes goes back sealed, and everything it tells of a
//! recording is a number or a message key.

mod sealed;

use std::sync::Arc;
use std::time::Duration;

use media::{Derived, Error, Playable, Sandbox, Source};
use method::time::Stamp;
use practice::House;
use practice::recording::{Made, Making, NotDone, Playing, Work};
use tokio::sync::watch;

use self::sealed::{Sealed, Sealing};

/// The word with which this program is started to become the decoder inside the sandbox.
pub const LAUNCH: &str = "launch-in-sandbox";

/// How often progress is written down: someone may be watching a bar.
const TELL: Duration = Duration::from_millis(700);
/// How long to wait before a try that failed is given back, to be tried again.
const BREATHE: Duration = Duration::from_secs(3);

/// Works until dropped.
pub async fn work(house: Arc<House>) {
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => {
            tracing::error!(%error, "recordings cannot be made watchable: this program does not find itself");
            return;
        }
    };
    let sandbox = Arc::new(Sandbox::new(program, &[LAUNCH]));
    let name = format!("worker-{}-{}", std::process::id(), jiff::Timestamp::now().as_millisecond());
    let hands = move |house, work| one(house, Arc::clone(&sandbox), work);
    house.work(&name, hands).await;
}

async fn one(house: Arc<House>, sandbox: Arc<Sandbox>, work: Work) -> Result<(), NotDone> {
    let began = std::time::Instant::now();
    let tried = make_watchable(&house, &sandbox, work).await;
    match &tried {
        Ok(what) => tracing::info!(recording = %work.recording, what, took = ?began.elapsed(), "recording"),
        // What went wrong may quote what is sealed, so only its kind is said.
        Err(kind) => tracing::warn!(recording = %work.recording, kind, last = work.last, "recording"),
    }
    if tried.is_ok() {
        return Ok(());
    }
    tokio::time::sleep(BREATHE).await;
    Err(NotDone)
}

async fn make_watchable(
    house: &Arc<House>,
    sandbox: &Sandbox,
    work: Work,
) -> Result<&'static str, &'static str> {
    let making = house.making(work.recording, now()).await.map_err(|_| "taking it up")?;
    let Some(making) = making else { return Ok("nothing to do") };
    let source: Arc<dyn Source> = Arc::new(Sealed(making.source()));
    let mut sink = Sealing::new(&making);
    let derived = {
        let (tell, heard) = watch::channel(0);
        let telling = telling(&making, heard);
        let deriving = async {
            let progress = |percent: media::Percent| {
                tell.send_replace(percent.get());
            };
            let derived = media::derive(sandbox, source, &mut sink, progress).await;
            drop(tell);
            derived
        };
        futures::join!(deriving, telling).0
    };
    match derived {
        Ok(derived) => {
            let made = made(derived, sink, &making).await?;
            making.made(made).await.map_err(|_| "keeping it")?;
            Ok("watchable")
        }
        Err(Error::Refused(why)) => {
            drop(sink);
            making.refused(why.key()).await.map_err(|_| "refusing it")?;
            Ok("refused")
        }
        Err(error) => {
            drop(sink);
            if let Error::Sandbox(what) = &error {
                // This is about the machine, never about the recording.
                tracing::error!(what, "the sandbox does not start; `meerzien doctor` says what to mend");
            }
            if work.last {
                making.failed().await.map_err(|_| "giving it up")?;
            }
            making.let_go().await.map_err(|_| "taking it away")?;
            Err(kind(&error))
        }
    }
}

/// Writes progress down while it changes, until there is no more to come.
async fn telling(making: &Making, mut heard: watch::Receiver<u8>) {
    while heard.changed().await.is_ok() {
        let percent = *heard.borrow_and_update();
        if making.reached(percent).await.is_err() {
            return;
        }
        tokio::time::sleep(TELL).await;
    }
}

async fn made(derived: Derived, sink: Sealing<'_>, making: &Making) -> Result<Made, &'static str> {
    let Derived { probe, playable, sound, stills } = derived;
    let (playing, content_type) = match playable {
        Playable::AsIs { mime } => (Playing::Itself, mime),
        Playable::Indexed { head, body, mime } => {
            (Playing::Headed { head, part: (body.start, body.end) }, mime)
        }
        Playable::Rewritten { head, body, mime } => {
            let written = sink.finish(making).await.map_err(|_| "sealing it")?;
            (Playing::Written { head, body: written, part: (body.start, body.end) }, mime)
        }
    };
    let picture = probe.video.as_ref().map(|video| {
        let (width, height) = (i64::from(video.width), i64::from(video.height));
        if video.rotation % 180 == 0 { (width, height) } else { (height, width) }
    });
    Ok(Made {
        duration_ms: i64::try_from(probe.duration_ms).unwrap_or(i64::MAX),
        picture,
        cut_short: probe.cut_short,
        content_type: content_type.to_owned(),
        playing,
        peaks: sound.peaks,
        stills: stills.into_iter().map(|still| (still.at_ms, still.jpeg)).collect(),
    })
}

const fn kind(error: &Error) -> &'static str {
    match error {
        Error::Refused(_) => "refused",
        Error::Sandbox(_) => "sandbox",
        Error::Source(_) => "reading it",
        Error::Sink(_) => "sealing it",
        Error::TimedOut(_) => "too slow",
        Error::TooMuch(_) => "too much",
        Error::Stopped => "the decoder stopped",
    }
}

fn now() -> Stamp {
    Stamp::from(jiff::Timestamp::now())
}
