//! The manifest of a finished object: how long it is and where its segments start, sealed.
//!
//! Also the same picture of an unfinished one, read from what lies in the store.

use crate::boxed::TextKey;
use crate::error::{Damage, Result};
use crate::keyring::DataKey;
use crate::segment;
use method::ids::{ObjectId, ScopeId};
use object_store::ObjectMeta;
use object_store::path::Path;

/// The name of the manifest beside the segments. It sorts after every one of them.
const WHOLE: &str = "whole";
/// Digits of a segment's name, and with that the largest object: 256 TiB.
const DIGITS: usize = 12;
/// The first length that no object can have.
pub(crate) const TOO_LONG: u64 = 1 << (4 * DIGITS);
const USING: &[u8] = b"meerzien manifest v2";

/// An object's folder.
pub(crate) fn folder(scope: ScopeId, object: ObjectId) -> Path {
    Path::from(format!("{scope}/{object}"))
}

/// Where a segment lies.
pub(crate) fn segment_path(scope: ScopeId, object: ObjectId, start: u64) -> Path {
    Path::from(format!("{scope}/{object}/{start:0DIGITS$x}"))
}

/// Where the manifest lies.
pub(crate) fn manifest_path(scope: ScopeId, object: ObjectId) -> Path {
    Path::from(format!("{scope}/{object}/{WHOLE}"))
}

/// Which segments make an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// Where each segment starts; the first one at 0.
    pub(crate) starts: Vec<u64>,
    /// The length of the whole.
    pub(crate) len: u64,
}

impl Layout {
    /// The segment that holds a place: which one, and where it starts and ends.
    pub(crate) fn segment_at(&self, place: u64) -> Option<std::ops::Range<u64>> {
        let next = self.starts.partition_point(|start| *start <= place);
        let start = self.starts.get(next.checked_sub(1)?)?;
        Some(*start..self.starts.get(next).copied().unwrap_or(self.len))
    }

    /// What the segments in a folder make together. A hole or a stranger among them is damage.
    pub(crate) fn of_files(files: &[ObjectMeta]) -> Result<Self> {
        let mut layout = Self { starts: Vec::with_capacity(files.len()), len: 0 };
        for file in files {
            let name = file.location.filename().unwrap_or_default();
            if name == WHOLE {
                continue;
            }
            let start =
                u64::from_str_radix(name, 16).ok().filter(|_| name.len() == DIGITS).ok_or(Damage::Foreign)?;
            if start != layout.len {
                let missing = start > layout.len;
                return Err(
                    if missing { Damage::Missing { start: layout.len } } else { Damage::Foreign }.into()
                );
            }
            layout.len += segment::plain_len(file.size).ok_or(Damage::Length { start })?;
            layout.starts.push(start);
        }
        Ok(layout)
    }

    /// Sealed, as it lies in the store.
    pub(crate) fn seal(&self, scope: ScopeId, object: ObjectId, key: &DataKey) -> Result<Vec<u8>> {
        let words = std::iter::once(self.len).chain(self.starts.iter().copied());
        let plain: Vec<u8> = words.flat_map(u64::to_be_bytes).collect();
        TextKey::derive(scope, key, USING)?.seal_bytes(&object.to_string(), &plain)
    }

    /// Opened, and nothing believed that cannot be.
    pub(crate) fn open(scope: ScopeId, object: ObjectId, key: &DataKey, sealed: &[u8]) -> Result<Self> {
        let opened = TextKey::derive(scope, key, USING)?.open_bytes(&object.to_string(), sealed);
        let plain = opened.map_err(|_| Damage::Manifest)?;
        let (words, rest) = plain.as_chunks::<8>();
        let mut words = words.iter().map(|word| u64::from_be_bytes(*word));
        let len = words.next().ok_or(Damage::Manifest)?;
        let layout = Self { starts: words.collect(), len };
        let rises = layout.starts.is_sorted_by(|a, b| a < b);
        let fits = match (layout.starts.first(), layout.starts.last()) {
            (Some(first), Some(last)) => *first == 0 && *last < len,
            _ => len == 0,
        };
        if rest.is_empty() && rises && fits { Ok(layout) } else { Err(Damage::Manifest.into()) }
    }
}
