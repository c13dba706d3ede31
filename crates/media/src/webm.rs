//! WebM and Matroska: a new head for files that were written live, without length or index.
//!
//! A browser's recorder cannot know at the start how long the recording will be, so its files have no
//! duration and no cues, and a player can neither show how long they are nor jump. Copying them
//! through ffmpeg would cost more time than people want to wait. Instead the clusters are walked once,
//! only their headers are looked at, and a new head is written; head and clusters together are one
//! virtual file. The kept EBML crates load every element into memory or want a file to seek in; the
//! few elements needed here are read with a bounded reader instead.

mod ebml;
mod head;
mod ids;
mod scan;

pub(crate) use scan::{front, walk};

/// The document type in the EBML header at the beginning of a file.
pub(crate) fn document(first: &[u8]) -> Option<Vec<u8>> {
    let (element, rest) = ebml::element(first)?;
    (element.id == ids::EBML).then_some(())?;
    let length = usize::try_from(element.size?).ok()?.min(rest.len());
    ebml::children(&rest[..length]).find(|(id, _)| *id == ids::DOC_TYPE).map(|(_, value)| {
        let end = value.iter().position(|byte| *byte == 0).unwrap_or(value.len());
        value[..end].to_vec()
    })
}
