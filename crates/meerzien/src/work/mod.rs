//! The worker: joins the sealed recordings of `practice` to the decoder of `media`.
//!
//! It sees bytes only while they pass. Everything it makes goes back sealed, and everything it tells of a
//! recording is a number or a message key.

mod sealed;

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use media::{Error, Playable, Probe, Sandbox, Source};
use method::time::Stamp;
use practice::House;
use practice::recording::{Drawing, Made, Making, NotDone, Playing, Work};
use tokio::sync::watch;

use self::sealed::{Sealed, Sealing};

/// The word with which this program is started to become the decoder inside the sandbox.
pub const LAUNCH: &str = "launch-in-sandbox";

/// How often progress is written down: someone may be watching a bar.
const TELL: Duration = Duration::from_millis(700);
/// How long to wait before a try that failed is given back, to be tried again.
const BREATHE: Duration = Duration::from_secs(3);

/// How many work at once: while one draws the timeline of a long recording, another makes the next one watchable.
pub const WORKERS: usize = 2;

/// Works until dropped. `number` tells the workers of one program apart.
pub async fn work(house: Arc<House>, number: usize) {
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => {
            tracing::error!(%error, "recordings cannot be made watchable: this program does not find itself");
            return;
        }
    };
    let sandbox = Arc::new(Sandbox::new(program, &[LAUNCH]));
    let began = jiff::Timestamp::now().as_millisecond();
    let name = format!("worker-{}-{began}-{number}", std::process::id());
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

/// First what people wait for, then what they can do without for a while.
async fn make_watchable(
    house: &Arc<House>,
    sandbox: &Sandbox,
    work: Work,
) -> Result<&'static str, &'static str> {
    let making = house.making(work.recording, now()).await.map_err(|_| "taking it up")?;
    let probe = match making {
        Some(making) => match play(&making, sandbox, work.last).await? {
            Some(probe) => Some(probe),
            None => return Ok("refused"),
        },
        None => None,
    };
    let drawing = house.drawing(work.recording, now()).await.map_err(|_| "taking its timeline up")?;
    let Some(drawing) = drawing else { return Ok("nothing to do") };
    draw(&drawing, sandbox, probe).await.map_err(|error| told(&error))?;
    Ok("watchable, with its timeline")
}

/// Makes a recording watchable, or writes it anew without a part. Nothing comes of one that is none.
async fn play(making: &Making, sandbox: &Sandbox, last: bool) -> Result<Option<Probe>, &'static str> {
    let source: Arc<dyn Source> = Arc::new(Sealed(making.source()));
    let mut sink = Sealing::new(making);
    let (tell, heard) = watch::channel(0);
    let progress = |percent: media::Percent| {
        tell.send_replace(percent.get());
    };
    let working = async {
        match making.part() {
            None => media::playable(sandbox, &source, &mut sink, progress).await,
            Some(part) => {
                let milliseconds = |ms: i64| u64::try_from(ms).unwrap_or(0);
                let part = milliseconds(part.from())..milliseconds(part.to());
                media::cut(sandbox, &source, part, &mut sink, progress).await
            }
        }
    };
    let played = tokio::select! {
        played = working => played,
        // Telling never ends by itself.
        never = telling(making, heard) => match never {},
    };
    match played {
        Ok((probe, playable)) => {
            let made = made(&probe, playable, sink, making).await?;
            making.made(made).await.map_err(|_| "keeping it")?;
            Ok(Some(probe))
        }
        // What people could watch is a recording, whatever is said of it now.
        Err(Error::Refused(why)) if making.part().is_none() => {
            drop(sink);
            making.refused(why.key()).await.map_err(|_| "refusing it")?;
            Ok(None)
        }
        Err(error) => {
            drop(sink);
            if last {
                making.failed().await.map_err(|_| "giving it up")?;
            }
            making.let_go().await.map_err(|_| "taking it away")?;
            Err(told(&error))
        }
    }
}

/// Draws the timeline of a recording that can be watched already.
async fn draw(drawing: &Drawing, sandbox: &Sandbox, probe: Option<Probe>) -> Result<(), Error> {
    let source: Arc<dyn Source> = Arc::new(Sealed(drawing.source()));
    let probe = match probe {
        Some(probe) => probe,
        None => media::examine(sandbox, &source).await?.probe,
    };
    let (sound, stills) = media::draw(sandbox, &source, &probe, |_| {}).await?;
    let stills: Vec<_> = stills.into_iter().map(|still| (still.at_ms, still.jpeg)).collect();
    drawing.drawn(sound.peaks, &stills).await.map_err(|error| Error::Sink(std::io::Error::other(error)))
}

/// Writes progress down while it changes.
async fn telling(making: &Making, mut heard: watch::Receiver<u8>) -> Infallible {
    while heard.changed().await.is_ok() {
        let percent = *heard.borrow_and_update();
        if making.reached(percent).await.is_err() {
            break;
        }
        tokio::time::sleep(TELL).await;
    }
    std::future::pending().await
}

/// The kind of an error, and a word to whoever looks after the machine when that is what is wrong.
fn told(error: &Error) -> &'static str {
    if let Error::Sandbox(what) = error {
        // This is about the machine, never about the recording.
        tracing::error!(what, "the sandbox does not start; `meerzien doctor` says what to mend");
    }
    kind(error)
}

async fn made(
    probe: &Probe,
    playable: Playable,
    sink: Sealing<'_>,
    making: &Making,
) -> Result<Made, &'static str> {
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
        // Nobody needs to wait for the timeline.
        peaks: Vec::new(),
        stills: Vec::new(),
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
