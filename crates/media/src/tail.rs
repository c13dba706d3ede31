//! Whether a sound file is whole, by what its own headers say.

use std::{io, sync::Arc};

use crate::{
    sniff::Container,
    source::{Source, read_all},
};

/// Whether the end of a file is where it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    /// It is.
    Yes,
    /// The file ends too early.
    No,
    /// The file does not say.
    Unknown,
}

/// Looks at the headers that tell where a sound file should end.
pub(crate) async fn whole(source: &Arc<dyn Source>, container: Container) -> io::Result<Whole> {
    let len = source.len();
    match container {
        Container::Wav => Ok(wave(&read_all(source, 0..len.min(64 * 1024)).await?, len)),
        Container::Ogg => Ok(ogg(&read_all(source, len.saturating_sub(128 * 1024)..len).await?)),
        Container::Mp3 => {
            let start = tag(&read_all(source, 0..len.min(10)).await?);
            let frame = read_all(source, start.min(len)..(start + 4096).min(len)).await?;
            Ok(mp3(&frame, len.saturating_sub(start)))
        }
        _ => Ok(Whole::Unknown),
    }
}

/// The `data` chunk says how long it is, unless whoever wrote it could not go back to fill it in.
fn wave(first: &[u8], len: u64) -> Whole {
    let mut at = 12;
    while let Some(header) = first.get(at..at + 8) {
        let size = u32::from_le_bytes([header[4], header[5], header[6], header[7]]);
        if &header[..4] == b"data" {
            return match size {
                0 | u32::MAX => Whole::Unknown,
                _ if at as u64 + 8 + u64::from(size) > len => Whole::No,
                _ => Whole::Yes,
            };
        }
        at += 8 + size as usize + (size as usize & 1);
    }
    Whole::Unknown
}

/// The last page of a stream carries a mark.
fn ogg(last: &[u8]) -> Whole {
    match last.windows(6).rposition(|bytes| &bytes[..5] == b"OggS\0") {
        Some(at) if last[at + 5] & 4 != 0 => Whole::Yes,
        Some(_) => Whole::No,
        None => Whole::Unknown,
    }
}

/// Bytes of the ID3 tag before the first frame.
fn tag(first: &[u8]) -> u64 {
    match first {
        [b'I', b'D', b'3', _, _, flags, a, b, c, d] => {
            let size = [a, b, c, d].iter().fold(0, |size, byte| size << 7 | u64::from(**byte & 0x7f));
            size + if flags & 0x10 == 0 { 10 } else { 20 }
        }
        _ => 0,
    }
}

/// The first frame may hold a table with the number of bytes.
fn mp3(frame: &[u8], len: u64) -> Whole {
    for at in [13, 21, 36] {
        let Some(table) = frame.get(at..at + 16) else { continue };
        if matches!(&table[..4], b"Xing" | b"Info") {
            let flags = table[7];
            let place = if flags & 1 == 0 { 8 } else { 12 };
            if flags & 2 == 0 {
                return Whole::Unknown;
            }
            let bytes =
                u32::from_be_bytes([table[place], table[place + 1], table[place + 2], table[place + 3]]);
            return if u64::from(bytes) > len { Whole::No } else { Whole::Yes };
        }
    }
    Whole::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wave_file_says_where_it_ends() {
        let mut file = b"RIFF\0\0\0\0WAVEfmt \x02\0\0\0abdata\x04\0\0\0wxyz".to_vec();
        assert_eq!(wave(&file, file.len() as u64), Whole::Yes);
        assert_eq!(wave(&file, file.len() as u64 - 1), Whole::No);
        file[26..30].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(wave(&file, file.len() as u64), Whole::Unknown);
        assert_eq!(wave(b"RIFF", 4), Whole::Unknown);
    }

    #[test]
    fn the_tag_before_a_sound_is_measured() {
        assert_eq!(tag(b"ID3\x04\0\0\0\0\x02\x01"), 10 + 257);
        assert_eq!(tag(b"\xff\xfb\x90\0\0\0\0\0\0\0"), 0);
    }
}
