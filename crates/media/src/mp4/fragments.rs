//! Walking a fragmented file as it passes, and writing its new head at the end.

use std::ops::Range;

use mp4_atom::{Encode, Moof, SegmentReference, Sidx, Traf};

use super::{
    boxes::{self, Head},
    movie::{self, Movie, Track},
};

/// No description of a recording is larger.
const MOST: u64 = 64 << 20;
/// In the flags of a sample: it needs others to be seen.
const NOT_SYNC: u32 = 0x0001_0000;

/// One `moof` and what follows it up to the next.
#[derive(Debug)]
struct Fragment {
    start: u64,
    runs: Vec<Run>,
}

/// The samples of one track in a fragment, in units of that track.
#[derive(Clone, Copy, Debug)]
struct Run {
    track: u32,
    /// When the first is decoded.
    start: u64,
    /// When the first is seen, later than that.
    offset: i64,
    duration: u64,
    /// The first can be seen without others.
    sync: bool,
}

/// What the walker is in the middle of.
#[derive(Debug)]
enum Doing {
    Head,
    Keep { kind: [u8; 4], left: u64 },
    Pass { kind: [u8; 4], left: u64 },
}

/// Walks a stream of boxes, piece by piece, in memory that does not grow with the recording.
#[derive(Debug)]
pub(crate) struct Fragments {
    doing: Doing,
    at: u64,
    kept: Vec<u8>,
    start: u64,
    ftyp: Vec<u8>,
    moov: Vec<u8>,
    movie: Option<Movie>,
    fragments: Vec<Fragment>,
    /// The end of the last fragment that is whole.
    end: u64,
    whole: usize,
    usable: bool,
}

/// A fragmented file with its new head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Indexed {
    pub head: Vec<u8>,
    pub body: Range<u64>,
    pub duration_ms: u64,
    /// The stream ended inside a fragment.
    pub cut_short: bool,
}

impl Fragments {
    /// Before the first byte.
    pub const fn new() -> Self {
        Self {
            doing: Doing::Head,
            at: 0,
            kept: Vec::new(),
            start: 0,
            ftyp: Vec::new(),
            moov: Vec::new(),
            movie: None,
            fragments: Vec::new(),
            end: 0,
            whole: 0,
            usable: true,
        }
    }

    /// How far the fragments reach by now.
    pub fn reached_ms(&self) -> u64 {
        self.length(self.fragments.len()).map_or(0, |seconds| (seconds * 1000.0) as u64)
    }

    /// Takes the next bytes.
    pub fn push(&mut self, mut piece: &[u8]) {
        while self.usable && !piece.is_empty() {
            let taken = match &mut self.doing {
                Doing::Head => self.push_head(piece),
                Doing::Keep { left, .. } | Doing::Pass { left, .. } => {
                    let take = usize::try_from(*left).unwrap_or(usize::MAX).min(piece.len());
                    *left -= take as u64;
                    if matches!(self.doing, Doing::Keep { .. }) {
                        self.kept.extend_from_slice(&piece[..take]);
                    }
                    take
                }
            };
            self.at += taken as u64;
            piece = &piece[taken..];
            if let Doing::Keep { kind, left: 0 } | Doing::Pass { kind, left: 0 } = self.doing {
                self.doing = Doing::Head;
                self.close(kind);
            }
        }
    }

    /// Collects a header; gives how many bytes it took.
    fn push_head(&mut self, piece: &[u8]) -> usize {
        if self.kept.is_empty() {
            self.start = self.at;
        }
        let before = self.kept.len();
        let take = (boxes::LONGEST - before).min(piece.len());
        self.kept.extend_from_slice(&piece[..take]);
        match boxes::head(&self.kept) {
            Ok(Some(Head { kind, header, size })) => {
                let used = usize::try_from(header).unwrap_or(boxes::LONGEST);
                self.kept.clear();
                let left = size.map_or(u64::MAX, |size| size - header);
                let keep = matches!(&kind, b"ftyp" | b"moov" | b"moof");
                self.usable &= !keep || left <= MOST;
                self.doing = if keep { Doing::Keep { kind, left } } else { Doing::Pass { kind, left } };
                used - before
            }
            Ok(None) => take,
            Err(_) => {
                self.usable = !self.fragments.is_empty();
                // What follows the last whole fragment is no box: nothing more is taken from it.
                self.doing = Doing::Pass { kind: *b"    ", left: u64::MAX };
                take
            }
        }
    }

    /// A box has been read to its end.
    fn close(&mut self, kind: [u8; 4]) {
        let content = std::mem::take(&mut self.kept);
        match &kind {
            b"ftyp" => boxes::put(&mut self.ftyp, b"ftyp", &content),
            b"moov" => {
                self.movie = Movie::read(&content);
                self.usable &= self.movie.is_some();
                self.moov = content;
            }
            b"moof" => match self.movie.as_ref().and_then(|movie| runs(movie, &content, &self.fragments)) {
                Some(runs) => self.fragments.push(Fragment { start: self.start, runs }),
                None => self.usable = false,
            },
            b"mdat" if !self.fragments.is_empty() => {
                self.end = self.at;
                self.whole = self.fragments.len();
            }
            _ => {}
        }
    }

    /// After the last byte. `None` when no head can be written that fits these fragments.
    pub fn finish(mut self) -> Option<Indexed> {
        let at_rest = matches!(self.doing, Doing::Head) && self.kept.is_empty();
        let cut_short = self.whole < self.fragments.len() || !at_rest;
        self.fragments.truncate(self.whole);
        let movie = self.movie.as_ref().filter(|_| self.usable)?;
        let seconds = self.length(self.whole)?;
        let body = self.fragments.first()?.start..self.end;
        let mut head = self.ftyp.clone();
        head.extend(movie::with_length(&self.moov, (seconds * f64::from(movie.timescale)).round() as u64)?);
        head.extend(self.indexes()?);
        Some(Indexed { head, body, duration_ms: (seconds * 1000.0).round() as u64, cut_short })
    }

    /// Seconds up to the end of the longest track in the first `count` fragments.
    fn length(&self, count: usize) -> Option<f64> {
        let movie = self.movie.as_ref()?;
        let ends = movie.tracks.iter().filter_map(|track| {
            let last = self.fragments[..count].iter().rev().flat_map(|fragment| &fragment.runs);
            let run = last.into_iter().find(|run| run.track == track.id)?;
            Some((run.start + run.duration) as f64 / f64::from(track.timescale))
        });
        ends.reduce(f64::max).filter(|seconds| *seconds > 0.0 && *seconds < 604_800.0)
    }

    /// The indexes: for every track one reference for every fragment.
    ///
    /// Players that go by ffmpeg take a reference for one `moof` and pass over others in it, enter at
    /// its first sample, and lose their way in a track that has no index of its own. So every fragment
    /// must hold the picture, from a sample that can be seen by itself; a file that is cut up otherwise
    /// gets no index.
    fn indexes(&self) -> Option<Vec<u8>> {
        let movie = self.movie.as_ref()?;
        let main = movie.tracks.iter().find(|track| track.video).or(movie.tracks.first())?;
        let whole = |fragment: &Fragment| fragment.runs.iter().any(|run| run.track == main.id && run.sync);
        if !self.fragments.iter().all(whole) {
            return None;
        }
        let mut written = Vec::new();
        // From the last to the first: each must know how much stands between it and the fragments.
        for track in movie.tracks.iter().rev() {
            let mut one = Vec::new();
            self.index(track, written.len() as u64)?.encode(&mut one).ok()?;
            written.splice(0..0, one);
        }
        Some(written)
    }

    fn index(&self, track: &Track, first_offset: u64) -> Option<Sidx> {
        let mut starts: Vec<(u64, u64)> = Vec::with_capacity(self.fragments.len() + 1);
        let mut end = 0;
        for fragment in &self.fragments {
            // A track may have nothing in a fragment: silence at the end, for one.
            let run = fragment.runs.iter().find(|run| run.track == track.id);
            starts.push((run.map_or(end, |run| run.start.saturating_add_signed(run.offset)), fragment.start));
            end = run.map_or(end, |run| run.start + run.duration);
        }
        let first = *starts.first()?;
        starts.push((end.max(starts.last()?.0), self.end));
        let references = starts.array_windows().map(|[this, next]| {
            Some(SegmentReference {
                reference_type: false,
                referenced_size: u32::try_from(next.1 - this.1).ok().filter(|size| *size < 1 << 31)?,
                subsegment_duration: u32::try_from(next.0.saturating_sub(this.0)).ok()?,
                starts_with_sap: true,
                sap_type: 1,
                sap_delta_time: 0,
            })
        });
        Some(Sidx {
            reference_id: track.id,
            timescale: track.timescale,
            earliest_presentation_time: first.0,
            first_offset,
            references: references
                .collect::<Option<Vec<_>>>()
                .filter(|all| all.len() <= usize::from(u16::MAX))?,
        })
    }
}

/// Times the samples of a `moof`. `None` when their places do not move along with it.
fn runs(movie: &Movie, content: &[u8], before: &[Fragment]) -> Option<Vec<Run>> {
    let moof: Moof = movie::decode(content)?;
    moof.traf
        .iter()
        .map(|traf| {
            // An absolute place would point past the new head.
            traf.tfhd.base_data_offset.is_none().then_some(())?;
            let track = movie.tracks.iter().find(|track| track.id == traf.tfhd.track_id)?;
            Some(run(track, traf, before))
        })
        .collect()
}

fn run(track: &Track, traf: &Traf, before: &[Fragment]) -> Run {
    let duration = traf.tfhd.default_sample_duration.unwrap_or(track.default_duration);
    let flags = traf.tfhd.default_sample_flags.unwrap_or(track.default_flags);
    let first = traf.trun.iter().find_map(|trun| trun.samples.get(0)).unwrap_or_default();
    let total = traf.trun.iter().map(|trun| match &trun.samples {
        mp4_atom::TrunSamples::Inherited { count, .. } => u64::from(*count) * u64::from(duration),
        mp4_atom::TrunSamples::Explicit(samples) => {
            samples.iter().map(|sample| u64::from(sample.duration.unwrap_or(duration))).sum()
        }
    });
    let previous = before.iter().rev().flat_map(|fragment| &fragment.runs).find(|run| run.track == track.id);
    let start = traf.tfdt.as_ref().map(|tfdt| tfdt.base_media_decode_time);
    Run {
        track: track.id,
        start: start.unwrap_or_else(|| previous.map_or(0, |run| run.start + run.duration)).min(1 << 62),
        offset: first.cts.unwrap_or(0),
        duration: total.sum::<u64>().min(1 << 61),
        sync: first.flags.unwrap_or(flags) & NOT_SYNC == 0,
    }
}
