//! Writing a recording anew without a part of it. Everything is decoded and encoded: not a bit of the part comes along.

use std::{ops::Range, sync::Arc};

use crate::{
    derive::{Percent, Playable, written},
    error::Error,
    examine::examine,
    plan::{Recipe, Treatment},
    probe::Probe,
    sandbox::Sandbox,
    source::{Sink, Source},
};

/// Writes a recording into `sink` without the milliseconds of `part`; what came after it follows what came before it.
///
/// Places move by the length of the part. Its edges are as fine as a picture, and as the lead-in of an encoder before the
/// recording: some hundredths of a second.
///
/// # Errors
/// When the source, the sink or the decoder fails, or nothing playable comes out.
pub async fn cut(
    sandbox: &Sandbox,
    source: &Arc<dyn Source>,
    part: Range<u64>,
    sink: &mut dyn Sink,
    progress: impl Fn(Percent) + Send + Sync,
) -> Result<(Probe, Playable), Error> {
    let mut probe = examine(sandbox, source).await?.probe;
    let recipe = Recipe {
        video: probe.video.as_ref().map(|_| Treatment::Encode),
        audio: probe.audio.as_ref().map(|_| Treatment::Encode),
    };
    let playable = written(sandbox, source, &mut probe, (recipe, Some(part)), sink, progress).await?;
    Ok((probe, playable))
}

/// The filter that leaves pictures out.
pub(crate) fn pictures(part: &Range<u64>) -> String {
    let (from, to, length) = seconds(part);
    format!("select='lt(t,{from})+gte(t,{to})',setpts='if(gte(T,{to}),PTS-{length}/TB,PTS)'")
}

/// The filter that leaves sound out, in pieces so small that the edge is as fine as a place in milliseconds.
pub(crate) fn sound(part: &Range<u64>, rate: u32) -> String {
    let (from, to, length) = seconds(part);
    let piece = (rate / 1000).max(1);
    format!(
        "aresample=async=1,asetnsamples=n={piece}:p=0,aselect='lte(t+{piece}/{rate},{from})+gte(t,{to})',\
asetpts='if(gte(T,{to}),PTS-{length}/TB,PTS)'"
    )
}

fn seconds(part: &Range<u64>) -> (String, String, String) {
    let told = |ms: u64| format!("{}.{:03}", ms / 1000, ms % 1000);
    (told(part.start), told(part.end), told(part.end - part.start))
}
