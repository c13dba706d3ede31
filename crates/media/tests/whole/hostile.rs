//! Files that lie: real recordings with bytes changed, cut out and doubled. Each is refused or taken, and nothing
//! falls over.

use bytes::Bytes;

use crate::common::{self, PICTURE, VP8, arc, make, sandbox};
use media::{Error, examine};

/// xorshift: the same lies in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).unwrap()
    }

    /// Mostly in the beginning, where a file says what it is.
    fn place(&mut self, len: usize) -> usize {
        let most = if self.below(3) == 0 { len } else { len.min(2_000) };
        self.below(most)
    }

    fn lie(&mut self, file: &Bytes) -> Bytes {
        let mut bytes = file.to_vec();
        for _ in 0..=self.below(6) {
            let at = self.place(bytes.len());
            match self.below(4) {
                0 => bytes[at] = u8::try_from(self.below(256)).unwrap(),
                1 => bytes[at] = 0xff,
                2 => drop(bytes.drain(at..(at + self.below(64)).min(file.len() / 2).max(at))),
                _ => {
                    let piece = bytes[at..(at + self.below(64)).min(bytes.len())].to_vec();
                    bytes.splice(at..at, piece);
                }
            }
        }
        bytes.into()
    }
}

#[tokio::test]
async fn files_that_lie_are_taken_or_refused_and_nothing_falls_over() {
    let files =
        [common::mp4_live(), common::webm_live(), common::mp4_end(), make("a.mkv", 4, &[PICTURE, VP8])];
    let mut chance = Chance(0x5eed);
    let (mut taken, mut refused) = (0, 0);
    for round in 0..60 {
        let lie = chance.lie(&files[round % files.len()]);
        match examine(&sandbox(), &arc(lie)).await {
            Ok(seen) => {
                assert!(seen.probe.duration_ms > 0, "{round}: {seen:?}");
                taken += 1;
            }
            Err(Error::Refused(_)) => refused += 1,
            Err(other) => panic!("{round}: {other}"),
        }
    }
    // Otherwise the lies are too great or too small to say anything.
    assert!(taken > 5 && refused > 5, "{taken} taken, {refused} refused");
}
