//! Where one picture ends and the next begins, in a stream of JPEGs.

use bytes::Bytes;

/// Cuts a stream of JPEGs into pictures.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    picture: Vec<u8>,
    /// How many bytes of the picture have been understood.
    understood: usize,
}

impl Splitter {
    /// Takes the next bytes and gives the pictures that are whole now.
    pub fn push(&mut self, piece: &[u8]) -> Vec<Bytes> {
        self.picture.extend_from_slice(piece);
        std::iter::from_fn(|| self.next()).collect()
    }

    fn next(&mut self) -> Option<Bytes> {
        loop {
            let rest = &self.picture[self.understood..];
            let [0xff, marker, ..] = rest else {
                if rest.len() < 2 {
                    return None;
                }
                // Coded data, up to the next byte that may begin a marker.
                self.understood +=
                    rest.iter().skip(1).position(|byte| *byte == 0xff).map_or(rest.len(), |at| at + 1);
                continue;
            };
            match *marker {
                0xd9 => {
                    let after = self.picture.split_off(self.understood + 2);
                    self.understood = 0;
                    return Some(std::mem::replace(&mut self.picture, after).into());
                }
                // The start of a picture; or inside coded data: a stuffed byte, a restart.
                0xd8 | 0x00 | 0xd0..=0xd7 => self.understood += 2,
                0xff => self.understood += 1,
                _ => {
                    // A header says how long it is; what looks like a marker in it is none.
                    let [_, _, high, low, ..] = rest else { return None };
                    let end = 2 + usize::from(u16::from_be_bytes([*high, *low]));
                    if rest.len() < end {
                        return None;
                    }
                    self.understood += end;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_come_out_whole_however_the_stream_is_cut() {
        // A header with an end marker inside, coded data with stuffing and a restart.
        let one = b"\xff\xd8\xff\xdb\x00\x06\xff\xd9\xff\xd8\xff\xda\x00\x02ab\xff\x00c\xff\xd0d\xff\xd9";
        let two = b"\xff\xd8\xff\xda\x00\x02\xff\xff\x00\xff\xd9";
        let stream = [&one[..], two, one].concat();
        for size in 1..=stream.len() {
            let mut splitter = Splitter::default();
            let pictures: Vec<Bytes> = stream.chunks(size).flat_map(|piece| splitter.push(piece)).collect();
            assert_eq!(pictures, [&one[..], two, one], "in pieces of {size}");
        }
    }
}
