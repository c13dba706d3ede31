//! The first look at a recording: what it is, whether it is whole, and how it can be played.

use std::sync::Arc;

use crate::{
    error::{Error, Refused},
    length, mp4,
    plan::{self, Plan, Way},
    probe::{self, Probe, Report},
    sandbox::Sandbox,
    sniff::Container,
    source::{Source, read_all},
    tail::{self, Whole},
    webm,
};

/// What the first look gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Examined {
    /// What is known of it.
    pub probe: Probe,
    /// How it can be played.
    pub plan: Plan,
}

/// Looks at a recording, and refuses what is none.
///
/// A file that was cut short is taken when what is there plays: a tablet whose battery died in the
/// middle of a conversation gives just that. Only an MP4 whose index was to come at the end is lost,
/// because nothing in it can be found without.
///
/// # Errors
/// [`Error::Refused`] when the file is no recording, is empty, or has nothing that plays.
pub async fn examine(sandbox: &Sandbox, source: &Arc<dyn Source>) -> Result<Examined, Error> {
    if source.is_empty() {
        return Err(Refused::Empty.into());
    }
    let first = read_all(source, 0..source.len().min(4096)).await.map_err(Error::Source)?;
    let container = Container::sniff(&first).ok_or(Refused::NotARecording)?;
    let report = probe::ask(sandbox, Arc::clone(source), container).await?;
    if report.video.is_none() && report.audio.is_none() {
        return Err(Refused::Broken.into());
    }
    let shape = match container {
        Container::Mp4 | Container::Mov => boxes(source).await?,
        Container::Matroska | Container::Webm => clusters(source, container).await?,
        _ => sound(source, container).await?,
    };
    settle(sandbox, source, container, report, shape).await
}

/// What the bytes of the file themselves say, before ffmpeg is asked anything more.
struct Shape {
    way: Way,
    /// The length, when it was counted rather than believed.
    counted_ms: Option<u64>,
    /// The length in the header can be believed.
    believed: bool,
    cut_short: bool,
}

async fn boxes(source: &Arc<dyn Source>) -> Result<Shape, Error> {
    match mp4::layout(source).await.map_err(Error::Source)? {
        mp4::Layout::Plain { cut_short: false } => {
            Ok(Shape { way: Way::Found, counted_ms: None, believed: true, cut_short: false })
        }
        mp4::Layout::Plain { cut_short } => {
            Ok(Shape { way: Way::Lost, counted_ms: None, believed: false, cut_short })
        }
        mp4::Layout::Fragmented(Some(indexed)) => Ok(Shape {
            counted_ms: Some(indexed.duration_ms),
            believed: false,
            cut_short: indexed.cut_short,
            way: Way::Written { head: indexed.head, body: indexed.body },
        }),
        mp4::Layout::Fragmented(None) => {
            Ok(Shape { way: Way::Lost, counted_ms: None, believed: false, cut_short: false })
        }
        mp4::Layout::NoIndex => Err(Refused::Broken.into()),
    }
}

async fn clusters(source: &Arc<dyn Source>, container: Container) -> Result<Shape, Error> {
    let front = webm::front(source).await.map_err(Error::Source)?.ok_or(Refused::Broken)?;
    let cut_short = front.cut_short(source.len());
    if front.cues && front.duration_ms.is_some() && !cut_short && container == Container::Webm {
        return Ok(Shape { way: Way::Found, counted_ms: front.duration_ms, believed: true, cut_short });
    }
    let walk = webm::walk(source, &front).await.map_err(Error::Source)?.ok_or(Refused::Broken)?;
    Ok(Shape {
        way: Way::Written { head: walk.head, body: walk.body },
        counted_ms: Some(walk.duration_ms),
        believed: false,
        cut_short: walk.cut_short,
    })
}

async fn sound(source: &Arc<dyn Source>, container: Container) -> Result<Shape, Error> {
    let whole = tail::whole(source, container).await.map_err(Error::Source)?;
    let way = match (container, whole) {
        // Ogg is searched by halving and FLAC by its frames: both find their way without an index.
        (Container::Ogg | Container::Flac, _) | (_, Whole::Yes) => Way::Found,
        _ => Way::Lost,
    };
    // The last page of an Ogg stream tells the time, also of one that was cut.
    let believed = whole == Whole::Yes || container == Container::Ogg;
    Ok(Shape { way, counted_ms: None, believed, cut_short: whole == Whole::No })
}

/// Lays what ffprobe said beside what the bytes say.
async fn settle(
    sandbox: &Sandbox,
    source: &Arc<dyn Source>,
    container: Container,
    report: Report,
    shape: Shape,
) -> Result<Examined, Error> {
    let Report { video, audio, duration_ms: told } = report;
    let Shape { way, counted_ms, believed, mut cut_short } = shape;
    let duration_ms = match (counted_ms, told.filter(|_| believed)) {
        (Some(ms), _) | (None, Some(ms)) => ms,
        (None, None) => length::by_packets(sandbox, Arc::clone(source), container).await?,
    };
    if duration_ms == 0 {
        return Err(Refused::Broken.into());
    }
    // These two say at the start how long they are; less is there.
    if matches!(container, Container::Flac | Container::Avi) {
        cut_short |= told.is_some_and(|told| told > duration_ms + 2_000);
    }
    let way = if cut_short && container == Container::Flac { Way::Lost } else { way };
    let plan = plan::decide(container, video.as_ref(), audio.as_ref(), way);
    Ok(Examined { probe: Probe { container, duration_ms, video, audio, cut_short }, plan })
}
