//! Many small pictures in one sealed object: an index of fixed size in front, then the pictures.
//!
//! One object each would be hundreds of files with as many syncs for an hour of video.

use std::ops::Range;

/// Most pictures that are kept of a recording.
const MOST: usize = 1024;
/// Bytes of the index: for each picture where it belongs (milliseconds) and how long it is, 4 bytes each.
pub(super) const INDEX: u64 = 8 * MOST as u64;

/// How far the places lie apart at which a timeline asks for a picture.
pub(super) const fn every(duration_ms: i64) -> i64 {
    if duration_ms < 600_000 { 2_000 } else { 10_000 }
}

/// Packs pictures, each with the place where it belongs, in the order of the recording.
pub(super) fn pack(pictures: &[(u64, bytes::Bytes)]) -> Vec<u8> {
    let kept = pictures.get(..MOST).unwrap_or(pictures);
    let number = |value: u64| u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes();
    let mut packed: Vec<u8> = Vec::new();
    for (at_ms, picture) in kept {
        packed.extend(number(*at_ms));
        packed.extend(number(picture.len() as u64));
    }
    // An empty place has no length.
    packed.resize(usize::try_from(INDEX).unwrap_or(0), 0);
    for (_, picture) in kept {
        packed.extend_from_slice(picture);
    }
    packed
}

/// Where in the pack the picture lies that is nearest to a place in the recording.
pub(super) fn find(index: &[u8], at_ms: i64) -> Option<Range<u64>> {
    let mut start = INDEX;
    let mut nearest: Option<(u64, Range<u64>)> = None;
    for entry in index.as_chunks::<8>().0 {
        let [a, b, c, d, e, f, g, h] = *entry;
        let (here, len) = (u32::from_be_bytes([a, b, c, d]), u64::from(u32::from_be_bytes([e, f, g, h])));
        if len == 0 {
            break;
        }
        let distance = i64::from(here).abs_diff(at_ms);
        if nearest.as_ref().is_none_or(|(best, _)| distance < *best) {
            nearest = Some((distance, start..start + len));
        }
        start += len;
    }
    nearest.map(|(_, range)| range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_picture_is_found() {
        let pictures: Vec<_> = [(0, "first"), (9_800, "second"), (31_000, "third")]
            .map(|(at, text)| (at, bytes::Bytes::from_static(text.as_bytes())))
            .to_vec();
        let packed = pack(&pictures);
        let (index, _) = packed.split_at(INDEX as usize);
        let shown = |at| {
            let range = find(index, at).unwrap();
            std::str::from_utf8(&packed[range.start as usize..range.end as usize]).unwrap()
        };
        assert_eq!(
            [0, 4_000, 6_000, 20_000, 25_000, 9_999_999].map(shown),
            ["first", "first", "second", "second", "third", "third"]
        );
        assert!(find(&pack(&[])[..], 0).is_none());
    }
}
