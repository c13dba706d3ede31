//! Writing a recording anew for browsers: copied where they play it, encoded where they do not.

use std::{ops::Range, sync::Arc};

use crate::{
    cut,
    error::{Error, Refused},
    mp4::Fragments,
    plan::{Recipe, Treatment},
    probe::{self, Probe},
    sandbox::{Exit, Job, Limits, SOURCE, Sandbox, Tool},
    sniff::Container,
    source::{Sink, Source},
};

/// A recording that was written anew: the head, and where the rest is in what the sink took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// The head, with length and index.
    pub head: Vec<u8>,
    /// Which bytes of what the sink took follow it.
    pub body: Range<u64>,
    /// How long it plays.
    pub duration_ms: u64,
    /// The type to serve it with.
    pub mime: &'static str,
}

/// Writes a recording into `sink` as MP4 in fragments, perhaps without a part. What is left out is left out of what is
/// encoded; a stream that is copied keeps it. `reached` hears how many milliseconds are done.
///
/// # Errors
/// When the source, the sink or the decoder fails, or nothing playable comes out.
pub async fn rewrite(
    sandbox: &Sandbox,
    source: Arc<dyn Source>,
    probe: &Probe,
    (recipe, without): (Recipe, Option<Range<u64>>),
    sink: &mut dyn Sink,
    reached: impl Fn(u64) + Send,
) -> Result<Rewritten, Error> {
    // Copying gives about the same again; encoding at most a megabyte per second.
    let output = source.len() / 5 * 6 + probe.duration_ms * 1_000 + (64 << 20);
    let limits = Limits::whole(probe.duration_ms, if recipe.copies() { 1 } else { 10 }, output);
    let job = Job { tool: Tool::Ffmpeg, arguments: arguments(probe, recipe, without.as_ref()), limits };
    let mut running = sandbox.start(job, source).await?;
    let mut fragments = Fragments::new();
    while let Some(piece) = running.next().await? {
        fragments.push(&piece);
        sink.write(piece).await.map_err(Error::Sink)?;
        reached(fragments.reached_ms());
    }
    if running.finish().await? == Exit::Failed {
        return Err(Error::Stopped);
    }
    let indexed = fragments.finish().ok_or(Refused::Broken)?;
    Ok(Rewritten {
        head: indexed.head,
        body: indexed.body,
        duration_ms: indexed.duration_ms,
        mime: recipe.mime(),
    })
}

/// At most 720 lines on the short side, even numbers, square points.
const SCALE: &str = "scale=w='if(gt(iw,ih),-2,min(720,trunc(iw/2)*2))':h='if(gt(iw,ih),min(720,trunc(ih/2)*2),-2)',\
setsar=1";

fn arguments(probe: &Probe, recipe: Recipe, without: Option<&Range<u64>>) -> Vec<String> {
    let mut words = probe::input(probe.container);
    let mut say = |more: &[&str]| words.extend(more.iter().map(ToString::to_string));
    say(&["-nostdin", "-threads", "2", "-i", SOURCE, "-sn", "-dn"]);
    // Titles, places and names of telephones do not come along.
    say(&["-map_metadata", "-1", "-map_chapters", "-1"]);
    let pictures =
        without.map_or_else(|| SCALE.to_owned(), |part| format!("{},{SCALE}", cut::pictures(part)));
    match recipe.video {
        Some(Treatment::Copy) => say(&["-map", "0:V:0", "-c:v", "copy"]),
        Some(Treatment::Encode) => say(&[
            "-map",
            "0:V:0",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "23",
            "-pix_fmt",
            "yuv420p",
            "-vf",
            &pictures,
            "-fpsmax",
            "30",
            "-force_key_frames",
            "expr:gte(t,n_forced*4)",
            "-threads",
            "2",
        ]),
        None => say(&["-vn", "-frag_duration", "5000000"]),
    }
    match recipe.audio {
        Some(Treatment::Copy) => {
            say(&["-map", "0:a:0", "-c:a", "copy"]);
            let is_aac = probe.audio.as_ref().is_some_and(|audio| audio.codec == "aac");
            // In a stream every frame has a header of its own; in MP4 there is one for all.
            if is_aac && matches!(probe.container, Container::Aac | Container::MpegTs) {
                say(&["-bsf:a", "aac_adtstoasc"]);
            }
        }
        Some(Treatment::Encode) => {
            let channels = probe.audio.as_ref().map_or(1, |audio| audio.channels.clamp(1, 2));
            say(&["-map", "0:a:0", "-c:a", "aac", "-b:a", "128k", "-ac", &channels.to_string()]);
            if let Some(part) = without {
                let rate = probe.audio.as_ref().map_or(48_000, |audio| audio.rate);
                // The encoder leads in with as many samples at any rate, so that is shortest at a high one.
                say(&["-ar", "48000", "-af", &cut::sound(part, rate)]);
            }
        }
        None => say(&["-an"]),
    }
    let flags = "+frag_keyframe+delay_moov+default_base_moof+skip_trailer";
    say(&["-f", "mp4", "-movflags", flags, "pipe:1"]);
    words
}
