//! Reading and writing the length-prefixed elements of EBML (RFC 8794).

/// The beginning of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element {
    /// Which one.
    pub id: u32,
    /// Bytes of its content; `None` when whoever wrote it did not know yet.
    pub size: Option<u64>,
}

/// How many bytes a variable-length number takes, by its first byte.
pub const fn width(first: u8) -> usize {
    first.leading_zeros() as usize + 1
}

/// The value of a size field, without its marker; `None` when it says "unknown".
pub fn size(bytes: &[u8]) -> Option<u64> {
    let marker = 1_u64 << (7 * bytes.len());
    let value = bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)) & (marker - 1);
    (value != marker - 1).then_some(value)
}

/// The element at the beginning of `bytes`, and what follows its header.
pub fn element(bytes: &[u8]) -> Option<(Element, &[u8])> {
    let id_width = width(*bytes.first()?);
    if id_width > 4 {
        return None;
    }
    let (id, rest) = bytes.split_at_checked(id_width)?;
    let size_width = width(*rest.first()?);
    if size_width > 8 {
        return None;
    }
    let (size_bytes, rest) = rest.split_at_checked(size_width)?;
    let id = id.iter().fold(0, |id, byte| id << 8 | u32::from(*byte));
    Some((Element { id, size: size(size_bytes) }, rest))
}

/// The whole elements inside `bytes`, with their content.
pub fn children(mut bytes: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    std::iter::from_fn(move || {
        let (element, rest) = element(bytes)?;
        let (content, after) = rest.split_at_checked(usize::try_from(element.size?).ok()?)?;
        bytes = after;
        Some((element.id, content))
    })
}

/// An unsigned number; `None` when it is longer than any.
pub fn unsigned(content: &[u8]) -> Option<u64> {
    (content.len() <= 8).then(|| content.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)))
}

/// A number with a point.
pub fn float(content: &[u8]) -> Option<f64> {
    match content.len() {
        4 => Some(f32::from_be_bytes(content.try_into().ok()?).into()),
        8 => Some(f64::from_be_bytes(content.try_into().ok()?)),
        _ => None,
    }
}

/// Writes an id.
pub fn put_id(to: &mut Vec<u8>, id: u32) {
    let bytes = id.to_be_bytes();
    to.extend_from_slice(&bytes[(id.leading_zeros() / 8) as usize..]);
}

/// Writes a size in its longest form, so that no size depends on a value.
pub fn put_size(to: &mut Vec<u8>, size: u64) {
    to.extend_from_slice(&(size | 1 << 56).to_be_bytes());
}

/// Writes an element with this content.
pub fn put(to: &mut Vec<u8>, id: u32, content: &[u8]) {
    put_id(to, id);
    put_size(to, content.len() as u64);
    to.extend_from_slice(content);
}

/// Writes an unsigned number, always in eight bytes.
pub fn put_unsigned(to: &mut Vec<u8>, id: u32, value: u64) {
    put(to, id, &value.to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut bytes = Vec::new();
        put_unsigned(&mut bytes, 0xD7, 3);
        put(&mut bytes, 0x1654_AE6B, b"abc");
        put(&mut bytes, 0x2A_D7B1, &[]);
        let read: Vec<_> = children(&bytes).collect();
        assert_eq!(
            read,
            [(0xD7, &[0, 0, 0, 0, 0, 0, 0, 3][..]), (0x1654_AE6B, &b"abc"[..]), (0x2A_D7B1, &[][..])]
        );
    }

    #[test]
    fn all_ones_means_unknown_at_every_width() {
        assert_eq!(size(&[0xff]), None);
        assert_eq!(size(&[0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), None);
        assert_eq!(size(&[0x40, 0x7f]), Some(127));
        assert_eq!(size(&[0x82]), Some(2));
    }

    #[test]
    fn cut_and_oversized_elements_end_the_walk() {
        for bytes in [&[0x00][..], &[0xD7, 0x00], &[0xD7, 0x88, 1], &[0xD7], &[]] {
            assert_eq!(children(bytes).count(), 0, "{bytes:?}");
        }
    }
}
