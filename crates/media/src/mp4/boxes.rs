//! Boxes inside boxes.

/// The beginning of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub kind: [u8; 4],
    /// Bytes of the header.
    pub header: u64,
    /// Bytes of the whole box; `None` when it goes on to the end of the file.
    pub size: Option<u64>,
}

/// Bytes that are enough for any header.
pub(super) const LONGEST: usize = 16;

/// The header at the beginning of `bytes`: `Ok(None)` when more bytes are needed, an error when there
/// is no box.
pub(super) fn head(bytes: &[u8]) -> Result<Option<Head>, NoBox> {
    let (Some(size), Some(kind)) = (array::<4>(bytes, 0), array::<4>(bytes, 4)) else { return Ok(None) };
    let (header, size) = match u32::from_be_bytes(size) {
        0 => (8, None),
        1 => match array::<8>(bytes, 8) {
            Some(size) => (16, Some(u64::from_be_bytes(size))),
            None => return Ok(None),
        },
        size => (8, Some(size.into())),
    };
    match size {
        Some(size) if size < header => Err(NoBox),
        _ => Ok(Some(Head { kind, header, size })),
    }
}

/// Here is no box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NoBox;

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at + N)?.try_into().ok()
}

/// The whole boxes inside `bytes`: kind, content, and the box with its header.
pub(super) fn children(mut bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8], &[u8])> {
    std::iter::from_fn(move || {
        let head = head(bytes).ok()??;
        let size = head.size.map_or(bytes.len(), |size| usize::try_from(size).unwrap_or(usize::MAX));
        let (whole, after) = bytes.split_at_checked(size)?;
        bytes = after;
        Some((head.kind, whole.get(usize::try_from(head.header).ok()?..)?, whole))
    })
}

/// The content of the first box of this kind.
pub(super) fn child<'a>(bytes: &'a [u8], kind: &[u8; 4]) -> Option<&'a [u8]> {
    children(bytes).find(|(found, ..)| found == kind).map(|(_, content, _)| content)
}

/// The content at the end of a path of kinds.
pub(super) fn path<'a>(bytes: &'a [u8], kinds: &[&[u8; 4]]) -> Option<&'a [u8]> {
    kinds.iter().try_fold(bytes, |bytes, kind| child(bytes, kind))
}

/// Writes a box of less than four gibibytes.
pub(super) fn put(to: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) {
    to.extend_from_slice(&u32::try_from(content.len() + 8).unwrap_or(u32::MAX).to_be_bytes());
    to.extend_from_slice(kind);
    to.extend_from_slice(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_walked_and_lies_about_sizes_end_the_walk() {
        let mut bytes = Vec::new();
        put(&mut bytes, b"free", b"ab");
        put(&mut bytes, b"moov", b"");
        assert_eq!(children(&bytes).map(|(kind, ..)| kind).collect::<Vec<_>>(), [*b"free", *b"moov"]);
        assert_eq!(child(&bytes, b"free"), Some(&b"ab"[..]));
        bytes.extend_from_slice(b"\0\0\0\x40mdat..");
        assert_eq!(children(&bytes).count(), 2);
        assert_eq!(head(b"\0\0\0\x07moov"), Err(NoBox));
        assert_eq!(head(b"\0\0\0\x01mdat\0\0\0\0\0\0\0\x0f"), Err(NoBox));
        assert_eq!(head(b"\0\0\0\x01mdat"), Ok(None));
    }
}
