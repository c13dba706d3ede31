//! The waveform of the timeline and where there is speech, in one pass over the sound.
//!
//! Speech is counted, nothing more: not whose it is, and not how it is said.

use std::sync::Arc;

use earshot::Detector;
use serde::{Deserialize, Serialize};

use crate::{
    error::Error,
    probe::{self, Probe},
    sandbox::{Exit, Job, Limits, SOURCE, Sandbox, Tool},
    source::Source,
};

/// Peaks in a second of the waveform.
pub const PEAKS_PER_SECOND: u32 = 10;

const RATE: u64 = 16_000;
const BUCKET: u64 = RATE / PEAKS_PER_SECOND as u64;
/// What the detector takes at a time: 16 ms.
const FRAME: usize = 256;
const FRAME_MS: u64 = 16;
/// A pause shorter than this does not end a stretch of speech: people breathe.
const BREATH_MS: u64 = 320;
/// Shorter than this it was a cough or a chair.
const SHORTEST_MS: u64 = 160;
const THRESHOLD: f32 = 0.5;

/// A stretch of time in a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Where it begins.
    pub start_ms: u64,
    /// Where it ends.
    pub end_ms: u64,
}

/// What was heard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sound {
    /// The loudest point of every tenth of a second, 0 to 255.
    pub peaks: Vec<u8>,
    /// Where someone speaks.
    pub speech: Vec<Span>,
}

/// Listens through a recording. `reached` hears how many milliseconds are done.
///
/// # Errors
/// When the source or the decoder fails.
pub async fn listen(
    sandbox: &Sandbox,
    source: Arc<dyn Source>,
    probe: &Probe,
    reached: impl Fn(u64) + Send,
) -> Result<Sound, Error> {
    if probe.audio.is_none() {
        return Ok(Sound::default());
    }
    let mut arguments = probe::input(probe.container);
    arguments.extend(
        [
            "-nostdin",
            "-threads",
            "2",
            "-i",
            SOURCE,
            "-map",
            "0:a:0",
            "-vn",
            "-sn",
            "-dn",
            // Where sound starts later or drops out there is silence, so that it stays beside the picture.
            "-af",
            "aresample=16000:async=1:first_pts=0",
            "-ac",
            "1",
            "-c:a",
            "pcm_s16le",
            "-f",
            "s16le",
            "pipe:1",
        ]
        .map(str::to_owned),
    );
    let output = (probe.duration_ms + 600_000) * RATE * 2 / 1000;
    let limits = Limits::whole(probe.duration_ms, 1, output);
    let mut running = sandbox.start(Job { tool: Tool::Ffmpeg, arguments, limits }, source).await?;
    let mut ear = Ear::default();
    while let Some(piece) = running.next().await? {
        ear.hear(&piece);
        reached(ear.samples * 1000 / RATE);
    }
    match running.finish().await? {
        Exit::Done => Ok(ear.finish()),
        Exit::Failed => Err(Error::Stopped),
    }
}

/// Takes samples as they come; its memory does not grow but by what it gives.
#[derive(Default)]
struct Ear {
    odd: Option<u8>,
    samples: u64,
    loudest: u16,
    frame: Vec<i16>,
    detector: Box<Detector>,
    sound: Sound,
}

impl Ear {
    fn hear(&mut self, piece: &[u8]) {
        let mut bytes = self.odd.take().into_iter().chain(piece.iter().copied());
        while let Some(low) = bytes.next() {
            match bytes.next() {
                Some(high) => self.sample(i16::from_le_bytes([low, high])),
                None => self.odd = Some(low),
            }
        }
    }

    fn sample(&mut self, sample: i16) {
        self.loudest = self.loudest.max(sample.unsigned_abs());
        self.samples += 1;
        if self.samples.is_multiple_of(BUCKET) {
            self.peak();
        }
        self.frame.push(sample);
        if self.frame.len() == FRAME {
            self.speech();
        }
    }

    fn peak(&mut self) {
        self.sound.peaks.push(u8::try_from(std::mem::take(&mut self.loudest) >> 7).unwrap_or(u8::MAX));
    }

    fn speech(&mut self) {
        let heard = self.detector.predict_i16(&self.frame) >= THRESHOLD;
        self.frame.clear();
        if heard {
            let end_ms = self.samples * 1000 / RATE;
            let start_ms = end_ms.saturating_sub(FRAME_MS);
            match self.sound.speech.last_mut() {
                Some(last) if start_ms <= last.end_ms + BREATH_MS => last.end_ms = end_ms,
                Some(last) if last.end_ms - last.start_ms < SHORTEST_MS => *last = Span { start_ms, end_ms },
                _ => self.sound.speech.push(Span { start_ms, end_ms }),
            }
        }
    }

    fn finish(mut self) -> Sound {
        if !self.samples.is_multiple_of(BUCKET) {
            self.peak();
        }
        self.sound.speech.retain(|span| span.end_ms - span.start_ms >= SHORTEST_MS);
        self.sound
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peaks_are_the_same_however_the_bytes_are_cut() {
        let samples: Vec<i16> = (0..8_000_i16).map(|n| if n < 1_600 { 256 } else { i16::MIN }).collect();
        let bytes: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
        for size in [1, 3, 1_000, bytes.len()] {
            let mut ear = Ear::default();
            bytes.chunks(size).for_each(|piece| ear.hear(piece));
            assert_eq!(ear.finish().peaks, [2, 255, 255, 255, 255], "in pieces of {size}");
        }
    }

    #[test]
    fn silence_is_not_speech() {
        let mut ear = Ear::default();
        ear.hear(&vec![0; 16_000 * 2 * 3 + 100]);
        let sound = ear.finish();
        assert_eq!(sound.peaks, vec![0; 31]);
        assert_eq!(sound.speech, []);
    }
}
