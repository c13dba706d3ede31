//! Writing the new head: EBML header, segment with its true size, where things are, how long it
//! lasts, the tracks as they were, and cues.

use std::ops::Range;

use super::{
    ebml::{put, put_id, put_size, put_unsigned},
    ids,
};

/// A place to jump to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// In ticks of the file.
    pub time: u64,
    /// Where its cluster begins in the original file.
    pub cluster: u64,
}

/// What the head is made of.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    /// Nanoseconds in a tick.
    pub scale: u64,
    /// Length in ticks.
    pub duration: f64,
    /// The content of the original `Tracks`.
    pub tracks: &'a [u8],
    /// The track that the cues are about.
    pub cue_track: u64,
    pub cues: &'a [Cue],
    /// The clusters in the original file.
    pub body: Range<u64>,
}

/// Writes the head. Titles, dates and program names of the original are left out.
pub(super) fn write(parts: &Parts<'_>) -> Vec<u8> {
    let info = info(parts);
    let tracks = element(ids::TRACKS, parts.tracks);
    // Every number takes eight bytes, so sizes are known before places are.
    let seek_size = seek_head(0, 0, 0).len() as u64;
    let info_at = seek_size;
    let tracks_at = info_at + info.len() as u64;
    let cues_at = tracks_at + tracks.len() as u64;
    let clusters_at = cues_at + cues(parts, 0).len() as u64;

    let mut head = header();
    put_id(&mut head, ids::SEGMENT);
    put_size(&mut head, clusters_at + (parts.body.end - parts.body.start));
    head.extend(seek_head(info_at, tracks_at, cues_at));
    head.extend(info);
    head.extend(tracks);
    head.extend(cues(parts, clusters_at));
    head
}

fn element(id: u32, content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(content.len() + 12);
    put(&mut bytes, id, content);
    bytes
}

fn header() -> Vec<u8> {
    let mut content = Vec::new();
    put_unsigned(&mut content, ids::EBML_VERSION, 1);
    put_unsigned(&mut content, ids::EBML_READ_VERSION, 1);
    put_unsigned(&mut content, ids::EBML_MAX_ID, 4);
    put_unsigned(&mut content, ids::EBML_MAX_SIZE, 8);
    put(&mut content, ids::DOC_TYPE, b"webm");
    put_unsigned(&mut content, ids::DOC_TYPE_VERSION, 4);
    put_unsigned(&mut content, ids::DOC_TYPE_READ_VERSION, 2);
    element(ids::EBML, &content)
}

fn seek_head(info: u64, tracks: u64, cues: u64) -> Vec<u8> {
    let mut content = Vec::new();
    for (id, at) in [(ids::INFO, info), (ids::TRACKS, tracks), (ids::CUES, cues)] {
        let mut seek = Vec::new();
        put(&mut seek, ids::SEEK_ID, &id.to_be_bytes());
        put_unsigned(&mut seek, ids::SEEK_POSITION, at);
        put(&mut content, ids::SEEK, &seek);
    }
    element(ids::SEEK_HEAD, &content)
}

fn info(parts: &Parts<'_>) -> Vec<u8> {
    let mut content = Vec::new();
    put_unsigned(&mut content, ids::TIMESTAMP_SCALE, parts.scale);
    put(&mut content, ids::DURATION, &parts.duration.to_be_bytes());
    put(&mut content, ids::MUXING_APP, b"meerzien");
    put(&mut content, ids::WRITING_APP, b"meerzien");
    element(ids::INFO, &content)
}

fn cues(parts: &Parts<'_>, clusters_at: u64) -> Vec<u8> {
    let mut content = Vec::new();
    for cue in parts.cues {
        let mut place = Vec::new();
        put_unsigned(&mut place, ids::CUE_TRACK, parts.cue_track);
        put_unsigned(&mut place, ids::CUE_CLUSTER_POSITION, cue.cluster - parts.body.start + clusters_at);
        let mut point = Vec::new();
        put_unsigned(&mut point, ids::CUE_TIME, cue.time);
        put(&mut point, ids::CUE_TRACK_POSITIONS, &place);
        put(&mut content, ids::CUE_POINT, &point);
    }
    element(ids::CUES, &content)
}
