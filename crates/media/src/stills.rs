//! Small pictures for the timeline.

mod jpeg;

use std::sync::Arc;

use bytes::Bytes;

use crate::{
    error::Error,
    probe::{self, Probe},
    sandbox::{Exit, Job, Limits, SOURCE, Sandbox, Tool},
    source::Source,
};

/// A small picture of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Still {
    /// The place on the timeline that it stands for.
    pub at_ms: u64,
    /// The picture, 160 points wide.
    pub jpeg: Bytes,
}

/// More pictures than this do not fit on a timeline.
const MOST: u64 = 200;

/// How far the pictures lie apart: ten seconds, closer in a short recording, further in a long one.
const fn step_ms(duration_ms: u64) -> u64 {
    let short = duration_ms / 10;
    let usual = if short < 1_000 {
        1_000
    } else if short < 10_000 {
        short
    } else {
        10_000
    };
    let long = duration_ms.div_ceil(MOST);
    if long > usual { long } else { usual }
}

/// Takes a small picture about every ten seconds, from key frames only. None of sound alone.
///
/// # Errors
/// When the source or the decoder fails.
pub async fn stills(
    sandbox: &Sandbox,
    source: Arc<dyn Source>,
    probe: &Probe,
    reached: impl Fn(u64) + Send,
) -> Result<Vec<Still>, Error> {
    if probe.video.is_none() {
        return Ok(Vec::new());
    }
    let step = step_ms(probe.duration_ms);
    let pictures = format!("fps=fps=1000/{step}:start_time=0:round=up,scale=160:-2,format=yuvj420p");
    let mut arguments = probe::input(probe.container);
    arguments.extend(
        [
            "-nostdin",
            "-threads",
            "2",
            "-skip_frame",
            "nokey",
            "-i",
            SOURCE,
            "-map",
            "0:V:0",
            "-an",
            "-sn",
            "-dn",
            "-vf",
            &pictures,
            "-fps_mode",
            "passthrough",
            "-map_metadata",
            "-1",
            "-c:v",
            "mjpeg",
            "-q:v",
            "6",
            "-f",
            "image2pipe",
            "pipe:1",
        ]
        .map(str::to_owned),
    );
    let limits = Limits::whole(probe.duration_ms, 1, 64 << 20);
    let mut running = sandbox.start(Job { tool: Tool::Ffmpeg, arguments, limits }, source).await?;
    let mut splitter = jpeg::Splitter::default();
    let mut stills: Vec<Still> = Vec::new();
    while let Some(piece) = running.next().await? {
        for jpeg in splitter.push(&piece) {
            let at_ms = stills.len() as u64 * step;
            if at_ms < probe.duration_ms {
                stills.push(Still { at_ms, jpeg });
            }
            reached(at_ms);
        }
    }
    match running.finish().await? {
        Exit::Done => Ok(stills),
        Exit::Failed => Err(Error::Stopped),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timeline_gets_enough_pictures_and_never_too_many() {
        for (seconds, apart) in [(1, 1_000), (45, 4_500), (100, 10_000), (600, 10_000), (3_600, 18_000)] {
            assert_eq!(step_ms(seconds * 1000), apart, "{seconds} s");
        }
        for ms in [1, 999, 2_000_001, 3_599_999, 90_000_000] {
            assert!(ms / step_ms(ms) <= MOST, "{ms} ms");
        }
    }
}
