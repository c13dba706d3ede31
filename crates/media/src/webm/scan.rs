//! Walking a file once: first up to its clusters, then over their block headers.

use std::{io, ops::Range, sync::Arc};

use super::{
    ebml::{self, Element},
    head::{self, Cue},
    ids,
};
use crate::source::{Reader, Source};

/// More than any real description of tracks takes.
const MOST: u64 = 4 << 20;
/// More cues than this help nobody.
const MOST_CUES: usize = 100_000;

/// What stands before the first cluster.
#[derive(Debug)]
pub(crate) struct Front {
    /// Nanoseconds in a tick.
    scale: u64,
    /// Length in milliseconds, when the file says it.
    pub duration_ms: Option<u64>,
    /// The content of `Tracks`.
    tracks: Vec<u8>,
    /// Where the first cluster begins.
    clusters: u64,
    /// Where the segment ends; `None` when it was written live.
    end: Option<u64>,
    /// There are cues where the file says they are.
    pub cues: bool,
}

impl Front {
    /// Whether the file ends before its segment does.
    pub fn cut_short(&self, len: u64) -> bool {
        self.end.is_some_and(|end| end > len)
    }

    fn ticks(&self, ns: u64) -> u64 {
        ns / self.scale
    }
}

/// What the walk over the clusters gave.
#[derive(Debug)]
pub(crate) struct Walk {
    /// The new head.
    pub head: Vec<u8>,
    /// The clusters, up to the last whole block.
    pub body: Range<u64>,
    pub duration_ms: u64,
    /// The last block, or the segment, is not whole.
    pub cut_short: bool,
}

/// The next element's header. `None` at the end, or where there is no element.
async fn element(reader: &mut Reader) -> io::Result<Option<Element>> {
    let mut header = [0; 12];
    let mut have = 0;
    for most in [4, 8] {
        if !reader.fill(&mut header[have..=have]).await? {
            return Ok(None);
        }
        let width = ebml::width(header[have]);
        if width > most || !reader.fill(&mut header[have + 1..have + width]).await? {
            return Ok(None);
        }
        have += width;
    }
    Ok(ebml::element(&header[..have]).map(|(element, _)| element))
}

/// The content of an element that must be small.
async fn content(reader: &mut Reader, size: Option<u64>) -> io::Result<Option<Vec<u8>>> {
    let Some(size) = size.filter(|size| *size <= MOST) else { return Ok(None) };
    let mut content = vec![0; usize::try_from(size).unwrap_or(0)];
    Ok(reader.fill(&mut content).await?.then_some(content))
}

/// Reads up to the first cluster. `None` when the file is not built as it should be.
pub(crate) async fn front(source: &Arc<dyn Source>) -> io::Result<Option<Front>> {
    let mut reader = Reader::new(Arc::clone(source), 0);
    let Some(Element { id: ids::EBML, size }) = element(&mut reader).await? else { return Ok(None) };
    if content(&mut reader, size).await?.is_none() {
        return Ok(None);
    }
    let Some(Element { id: ids::SEGMENT, size }) = element(&mut reader).await? else { return Ok(None) };
    let segment = reader.at();
    let mut front = Front {
        scale: 1_000_000,
        duration_ms: None,
        tracks: Vec::new(),
        clusters: 0,
        end: size.map(|size| segment.saturating_add(size)),
        cues: false,
    };
    let (mut ticks, mut cues_at) = (None, None);
    loop {
        let at = reader.at();
        let Some(Element { id, size }) = element(&mut reader).await? else { return Ok(None) };
        match id {
            ids::CLUSTER => {
                front.clusters = at;
                break;
            }
            ids::INFO | ids::TRACKS | ids::SEEK_HEAD => {
                let Some(content) = content(&mut reader, size).await? else { return Ok(None) };
                match id {
                    ids::INFO => ticks = info(&content, &mut front),
                    ids::TRACKS => front.tracks = content,
                    _ => cues_at = cues_at.or(seek(&content).map(|at| segment.saturating_add(at))),
                }
                continue;
            }
            ids::CUES => front.cues = true,
            _ => {}
        }
        let Some(size) = size else { return Ok(None) };
        if !reader.skip(size).await? {
            return Ok(None);
        }
    }
    if front.tracks.is_empty() {
        return Ok(None);
    }
    if let (false, Some(at)) = (front.cues, cues_at.filter(|at| *at < source.len())) {
        let mut reader = Reader::new(Arc::clone(source), at);
        front.cues = element(&mut reader).await?.is_some_and(|element| element.id == ids::CUES);
    }
    front.duration_ms = ticks
        .map(|ticks: f64| ticks * front.scale as f64 / 1e6)
        .filter(|ms| *ms >= 1.0 && *ms < 604_800_000.0)
        .map(|ms| ms.round() as u64);
    Ok(Some(front))
}

/// Takes the scale from `Info`, and gives the duration in ticks.
fn info(content: &[u8], front: &mut Front) -> Option<f64> {
    let mut ticks = None;
    for (id, value) in ebml::children(content) {
        match id {
            ids::TIMESTAMP_SCALE => {
                front.scale = ebml::unsigned(value).filter(|scale| *scale > 0).unwrap_or(front.scale);
            }
            ids::DURATION => ticks = ebml::float(value),
            _ => {}
        }
    }
    ticks
}

/// Where the cues are, by the `SeekHead`.
fn seek(content: &[u8]) -> Option<u64> {
    ebml::children(content).filter(|(id, _)| *id == ids::SEEK).find_map(|(_, seek)| {
        let find = |wanted| ebml::children(seek).find(|(id, _)| *id == wanted).map(|(_, value)| value);
        let id = ebml::unsigned(find(ids::SEEK_ID)?)?;
        (id == u64::from(ids::CUES)).then_some(())?;
        ebml::unsigned(find(ids::SEEK_POSITION)?)
    })
}

/// A track, as far as the walk needs it.
#[derive(Debug)]
struct Track {
    number: u64,
    video: bool,
    /// Length of one frame in ticks, when the file says it.
    frame: Option<u64>,
    last: Option<i64>,
    step: i64,
    /// Where its last frame ends, when the block itself says how long it is.
    end: i64,
}

impl Track {
    /// Where the last frame ends: as told, or else a usual frame after it began.
    fn end(&self) -> i64 {
        let frame = self.frame.and_then(|frame| i64::try_from(frame).ok()).unwrap_or(self.step);
        self.end.max(self.last.map_or(0, |last| last + frame))
    }
}

fn tracks(front: &Front) -> Vec<Track> {
    let entries = ebml::children(&front.tracks).filter(|(id, _)| *id == ids::TRACK_ENTRY);
    entries
        .filter_map(|(_, entry)| {
            let find = |wanted| {
                ebml::children(entry).find(|(id, _)| *id == wanted).and_then(|(_, v)| ebml::unsigned(v))
            };
            let frame = find(ids::DEFAULT_DURATION).map(|ns| front.ticks(ns));
            let video = find(ids::TRACK_TYPE)? == 1;
            Some(Track { number: find(ids::TRACK_NUMBER)?, video, frame, last: None, step: 0, end: 0 })
        })
        .collect()
}

/// A block, from its header and the group around it.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    track: u64,
    time: i64,
    key: bool,
    duration: Option<u64>,
}

/// A block group that is being read: its children come one by one.
#[derive(Debug)]
struct Group {
    end: u64,
    block: Option<Block>,
    duration: Option<u64>,
    refers: bool,
}

/// What is known while walking.
struct Walker {
    tracks: Vec<Track>,
    cue_track: u64,
    cue_gap: u64,
    cues: Vec<Cue>,
    /// Where the cluster being read begins.
    cluster: u64,
    cluster_time: i64,
    group: Option<Group>,
    blocks: u64,
    /// A block was read to its end just now.
    committed: bool,
}

/// Goes over all clusters once. `None` when there is no block in them.
pub(crate) async fn walk(source: &Arc<dyn Source>, front: &Front) -> io::Result<Option<Walk>> {
    let tracks = tracks(front);
    let Some(chosen) = tracks.iter().find(|track| track.video).or(tracks.first()) else { return Ok(None) };
    // A picture can be entered at its key frames, sound anywhere; close enough together is enough.
    let cue_gap = front.ticks(if chosen.video { 500_000_000 } else { 5_000_000_000 });
    let cue_track = chosen.number;
    let mut walker = Walker {
        tracks,
        cue_track,
        cue_gap,
        cues: Vec::new(),
        cluster: front.clusters,
        cluster_time: 0,
        group: None,
        blocks: 0,
        committed: false,
    };
    let stop = front.end.unwrap_or(u64::MAX).min(source.len());
    let mut reader = Reader::new(Arc::clone(source), front.clusters);
    let mut end = front.clusters;
    while reader.at() < stop {
        if !walker.step(&mut reader).await? {
            break;
        }
        walker.close_group(reader.at());
        if std::mem::take(&mut walker.committed) {
            end = reader.at().min(stop);
        }
    }
    let last = walker.tracks.iter().map(Track::end).max().unwrap_or(0);
    let duration_ms = (last as f64 * front.scale as f64 / 1e6).round() as u64;
    if walker.blocks == 0 || last <= 0 {
        return Ok(None);
    }
    let body = front.clusters..end;
    let parts = head::Parts {
        scale: front.scale,
        duration: last as f64,
        tracks: &front.tracks,
        cue_track,
        cues: &walker.cues,
        body: body.clone(),
    };
    let cut_short = front.cut_short(source.len()) || reader.at() < stop || walker.group.is_some();
    Ok(Some(Walk { head: head::write(&parts), body, duration_ms, cut_short }))
}

impl Walker {
    /// Reads one element. Clusters and groups are entered, so that their size need not be known.
    /// False where the file ends, or stops being one.
    async fn step(&mut self, reader: &mut Reader) -> io::Result<bool> {
        let at = reader.at();
        let Some(Element { id, size }) = element(reader).await? else { return Ok(false) };
        if id == ids::CLUSTER {
            self.cluster = at;
            return Ok(true);
        }
        let Some(size) = size else { return Ok(false) };
        match id {
            ids::BLOCK_GROUP => {
                let end = reader.at().saturating_add(size);
                self.group = Some(Group { end, block: None, duration: None, refers: false });
            }
            ids::TIMESTAMP | ids::BLOCK_DURATION => {
                let Some(content) = content(reader, Some(size)).await? else { return Ok(false) };
                let value = ebml::unsigned(&content);
                match &mut self.group {
                    Some(group) if id == ids::BLOCK_DURATION => group.duration = value,
                    _ => self.cluster_time = value.and_then(|v| i64::try_from(v).ok()).unwrap_or(0),
                }
            }
            ids::SIMPLE_BLOCK | ids::BLOCK => {
                let Some(block) = self.block(reader, size).await? else { return Ok(false) };
                match &mut self.group {
                    Some(group) => group.block = Some(block),
                    None => self.commit(block),
                }
            }
            _ => {
                if let (ids::REFERENCE_BLOCK, Some(group)) = (id, &mut self.group) {
                    group.refers = true;
                }
                return reader.skip(size).await;
            }
        }
        Ok(true)
    }

    /// Reads the header of a block and passes over its frames. `None` when it is not whole.
    async fn block(&self, reader: &mut Reader, size: u64) -> io::Result<Option<Block>> {
        let mut header = [0; 12];
        if !reader.fill(&mut header[..1]).await? {
            return Ok(None);
        }
        let width = ebml::width(header[0]);
        let Some(rest) = size.checked_sub(width as u64 + 3).filter(|_| width <= 8) else { return Ok(None) };
        if !reader.fill(&mut header[1..width + 3]).await? || !reader.skip(rest).await? {
            return Ok(None);
        }
        let Some(track) = ebml::size(&header[..width]) else { return Ok(None) };
        let offset = i16::from_be_bytes([header[width], header[width + 1]]);
        let time = self.cluster_time.saturating_add(offset.into());
        Ok(Some(Block { track, time, key: header[width + 2] & 0x80 != 0, duration: None }))
    }

    /// Ends the group whose last child has been read.
    fn close_group(&mut self, at: u64) {
        if self.group.as_ref().is_some_and(|group| at < group.end) {
            return;
        }
        if let Some(Group { block: Some(block), duration, refers, .. }) = self.group.take() {
            self.commit(Block { key: !refers, duration, ..block });
        }
    }

    fn commit(&mut self, block: Block) {
        self.committed = true;
        let Some(track) = self.tracks.iter_mut().find(|track| track.number == block.track) else { return };
        self.blocks += 1;
        if let Some(last) = track.last.filter(|last| *last < block.time) {
            track.step = block.time - last;
        }
        track.last = track.last.max(Some(block.time));
        if let Some(duration) = block.duration.and_then(|duration| i64::try_from(duration).ok()) {
            track.end = track.end.max(block.time.saturating_add(duration));
        }
        let Ok(time) = u64::try_from(block.time) else { return };
        let far = self.cues.last().is_none_or(|cue| time >= cue.time.saturating_add(self.cue_gap));
        if block.track == self.cue_track && block.key && far && self.cues.len() < MOST_CUES {
            self.cues.push(Cue { time, cluster: self.cluster });
        }
    }
}
