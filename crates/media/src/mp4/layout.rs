//! Which way the boxes of a file lie.

use std::{io, sync::Arc};

use super::{
    boxes::{self, Head},
    fragments::{Fragments, Indexed},
    movie,
};
use crate::source::{Reader, Source, read_all};

/// No description of a recording is larger.
const MOST: u64 = 64 << 20;
/// A file that is not in fragments has a handful of boxes.
const MOST_BOXES: usize = 10_000;

/// Which way the boxes of a file lie.
#[derive(Debug)]
pub(crate) enum Layout {
    /// One index, before or behind the media.
    Plain {
        /// The file ends before its last box does.
        cut_short: bool,
    },
    /// Fragments; with a new head when one can be written for them.
    Fragmented(Option<Indexed>),
    /// Without an index nothing in it can be found.
    NoIndex,
}

/// Walks the boxes of a file: only their headers and the index, unless it is in fragments.
pub(crate) async fn layout(source: &Arc<dyn Source>) -> io::Result<Layout> {
    let mut at = 0;
    let (mut index, mut cut_short) = (false, false);
    for _ in 0..MOST_BOXES {
        if at >= source.len() {
            break;
        }
        let bytes = read_all(source, at..(at + boxes::LONGEST as u64).min(source.len())).await?;
        let Ok(Some(Head { kind, header, size })) = boxes::head(&bytes) else {
            cut_short = true;
            break;
        };
        let end = size.map_or(source.len(), |size| at.saturating_add(size));
        cut_short = end > source.len();
        if &kind == b"moov" {
            if cut_short || end - at > MOST {
                return Ok(Layout::NoIndex);
            }
            let moov = read_all(source, at + header..end).await?;
            if movie::fragmented(&moov) {
                return Ok(Layout::Fragmented(fragments(source).await?));
            }
            index = true;
        }
        at = end;
    }
    Ok(if index { Layout::Plain { cut_short } } else { Layout::NoIndex })
}

async fn fragments(source: &Arc<dyn Source>) -> io::Result<Option<Indexed>> {
    let mut reader = Reader::new(Arc::clone(source), 0);
    let mut fragments = Fragments::new();
    while let Some(piece) = reader.piece().await? {
        fragments.push(&piece);
    }
    Ok(fragments.finish())
}
