//! What `moov` says that is needed to time fragments, and the patched `moov` of the new head.

use mp4_atom::{Atom, DecodeAtom, Encode, Hdlr, Header, Mdhd, Mehd, Mvhd, Tkhd, Trex};

use super::boxes::{child, children, path, put};

/// A track of the movie.
#[derive(Clone, Debug)]
pub(super) struct Track {
    pub id: u32,
    pub timescale: u32,
    pub video: bool,
    /// What `trex` says for samples that say nothing themselves.
    pub default_duration: u32,
    pub default_flags: u32,
}

/// The movie, as far as fragments need it.
#[derive(Clone, Debug)]
pub(super) struct Movie {
    pub timescale: u32,
    pub tracks: Vec<Track>,
}

/// Reads one box from its content.
pub(super) fn decode<T: Atom>(content: &[u8]) -> Option<T> {
    let header = Header { kind: T::KIND, size: Some(content.len()) };
    T::decode_atom(&header, &mut &*content).ok()
}

impl Movie {
    /// Reads the content of `moov`. `None` when it is not the `moov` of a file that is all fragments.
    pub fn read(moov: &[u8]) -> Option<Self> {
        let mvhd: Mvhd = decode(child(moov, b"mvhd")?)?;
        let mvex = child(moov, b"mvex")?;
        let defaults: Vec<Trex> = children(mvex)
            .filter(|(kind, ..)| kind == b"trex")
            .filter_map(|(_, content, _)| decode(content))
            .collect();
        let mut tracks = Vec::new();
        for (_, trak, _) in children(moov).filter(|(kind, ..)| kind == b"trak") {
            // Samples that lie outside the fragments would be out of place in front of a new head.
            if samples(trak)? > 0 {
                return None;
            }
            let tkhd: Tkhd = decode(child(trak, b"tkhd")?)?;
            let mdhd: Mdhd = decode(path(trak, &[b"mdia", b"mdhd"])?)?;
            let hdlr: Hdlr = decode(path(trak, &[b"mdia", b"hdlr"])?)?;
            let trex = defaults.iter().find(|trex| trex.track_id == tkhd.track_id);
            tracks.push(Track {
                id: tkhd.track_id,
                timescale: mdhd.timescale,
                video: hdlr.handler.as_ref() == b"vide",
                default_duration: trex.map_or(0, |trex| trex.default_sample_duration),
                default_flags: trex.map_or(0, |trex| trex.default_sample_flags),
            });
        }
        let usable =
            mvhd.timescale > 0 && !tracks.is_empty() && tracks.iter().all(|track| track.timescale > 0);
        usable.then_some(Self { timescale: mvhd.timescale, tracks })
    }
}

/// How many samples the `moov` itself lists for a track.
fn samples(trak: &[u8]) -> Option<u32> {
    let table = path(trak, &[b"mdia", b"minf", b"stbl"])?;
    let count = |kind: &[u8; 4]| child(table, kind)?.get(8..12)?.try_into().ok().map(u32::from_be_bytes);
    Some(count(b"stsz").unwrap_or(0))
}

/// Whether the content of `moov` announces fragments.
pub(super) fn fragmented(moov: &[u8]) -> bool {
    child(moov, b"mvex").is_some()
}

/// The `moov` again, with the whole length in its `mehd`.
pub(super) fn with_length(moov: &[u8], length: u64) -> Option<Vec<u8>> {
    let mut content = Vec::with_capacity(moov.len() + 20);
    for (kind, inside, whole) in children(moov) {
        if &kind != b"mvex" {
            content.extend_from_slice(whole);
            continue;
        }
        let mut mvex = Vec::new();
        Mehd { fragment_duration: length }.encode(&mut mvex).ok()?;
        for (_, _, whole) in children(inside).filter(|(kind, ..)| kind != b"mehd") {
            mvex.extend_from_slice(whole);
        }
        put(&mut content, b"mvex", &mvex);
    }
    let mut patched = Vec::with_capacity(content.len() + 8);
    put(&mut patched, b"moov", &content);
    Some(patched)
}
