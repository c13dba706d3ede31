//! One segment as bytes: a header with a salt, then chunks sealed in a STREAM.
//!
//! `docs/vault-format.md` describes the format; this file is the only one that knows it.

use crate::error::{Damage, Error, Result};
use crate::keyring::DataKey;
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::{hkdf, rand};
use bytes::{Bytes, BytesMut};
use method::ids::ObjectId;
use std::ops::Range;
use zeroize::Zeroize;

/// Plaintext bytes of a full chunk.
pub(crate) const CHUNK: u64 = 64 * 1024;
/// What sealing adds to a chunk.
const TAG: u64 = 16;
/// A full chunk as it lies in the store.
const SEALED_CHUNK: u64 = CHUNK + TAG;
const MAGIC: &[u8; 8] = b"MZSEG\0\0\x02";
const SALT: usize = 32;
/// The header: what it is, then the salt.
pub(crate) const HEADER: u64 = (MAGIC.len() + SALT) as u64;

/// How long the plaintext of a segment is, told by the size of what lies in the store. A segment is never empty.
pub(crate) fn plain_len(stored: u64) -> Option<u64> {
    let body = stored.checked_sub(HEADER).filter(|body| *body > 0)?;
    let (full, rest) = (body / SEALED_CHUNK, body % SEALED_CHUNK);
    match rest {
        0 => Some(full * CHUNK),
        rest => rest.checked_sub(TAG).filter(|last| *last > 0).map(|last| full * CHUNK + last),
    }
}

/// How long a segment of so much plaintext is in the store.
pub(crate) fn stored_len(plain: u64) -> u64 {
    HEADER + plain + plain.div_ceil(CHUNK) * TAG
}

/// The key of one segment of one object: another one for every salt.
fn segment_key(key: &DataKey, salt: &[u8], object: ObjectId, start: u64) -> Result<LessSafeKey> {
    let prk = hkdf::Salt::new(hkdf::HKDF_SHA256, salt).extract(key.0.as_slice());
    let start = start.to_be_bytes();
    let info: [&[u8]; 3] = [b"meerzien segment v2", object.0.as_bytes(), &start];
    let okm = prk.expand(&info, &AES_256_GCM)?;
    Ok(LessSafeKey::new(UnboundKey::from(okm)))
}

/// STREAM: the number of the chunk, and whether it is the last of its segment.
fn nonce(chunk: u64, last: bool) -> Nonce {
    let mut nonce = [0; 12];
    if let Some((counter, flag)) = nonce.split_at_mut_checked(11) {
        if let Some(low) = counter.get_mut(3..) {
            low.copy_from_slice(&chunk.to_be_bytes());
        }
        flag.fill(u8::from(last));
    }
    Nonce::assume_unique_for_key(nonce)
}

fn associated(object: ObjectId, start: u64, chunk: u64) -> Aad<[u8; 32]> {
    let mut bound = [0; 32];
    let (id, rest) = bound.split_at_mut(16);
    let (at, number) = rest.split_at_mut(8);
    id.copy_from_slice(object.0.as_bytes());
    at.copy_from_slice(&start.to_be_bytes());
    number.copy_from_slice(&chunk.to_be_bytes());
    Aad::from(bound)
}

/// Seals one segment while its bytes arrive. What arrives is copied once, and sealed where it lies.
pub(crate) struct Sealer {
    key: LessSafeKey,
    object: ObjectId,
    start: u64,
    chunk: u64,
    /// Sealed chunks, then the plaintext of the one that is filling.
    buffer: BytesMut,
    /// Where that plaintext begins.
    open_at: usize,
    plain: u64,
}

impl Sealer {
    /// `buffer` is an empty one to fill, so that a long upload needs no more than two.
    pub(crate) fn new(key: &DataKey, object: ObjectId, start: u64, mut buffer: BytesMut) -> Result<Self> {
        let mut salt = [0; SALT];
        rand::fill(&mut salt)?;
        buffer.clear();
        buffer.extend_from_slice(MAGIC);
        buffer.extend_from_slice(&salt);
        let key = segment_key(key, &salt, object, start)?;
        let open_at = buffer.len();
        Ok(Self { key, object, start, chunk: 0, buffer, open_at, plain: 0 })
    }

    /// How many bytes it holds.
    pub(crate) const fn len(&self) -> u64 {
        self.plain
    }

    /// Adds bytes. A full chunk is sealed only when more follows: the last one is marked as last.
    pub(crate) fn push(&mut self, mut bytes: &[u8]) -> Result<()> {
        while !bytes.is_empty() {
            let room = CHUNK as usize - (self.buffer.len() - self.open_at);
            if room == 0 {
                self.seal_chunk(false)?;
                continue;
            }
            let (now, later) = bytes.split_at(room.min(bytes.len()));
            self.buffer.extend_from_slice(now);
            self.plain += now.len() as u64;
            bytes = later;
        }
        Ok(())
    }

    /// The sealed segment.
    pub(crate) fn finish(mut self) -> Result<Bytes> {
        self.seal_chunk(true)?;
        Ok(std::mem::take(&mut self.buffer).freeze())
    }

    fn seal_chunk(&mut self, last: bool) -> Result<()> {
        let plain = self.buffer.get_mut(self.open_at..).unwrap_or_default();
        let aad = associated(self.object, self.start, self.chunk);
        let tag = self.key.seal_in_place_separate_tag(nonce(self.chunk, last), aad, plain)?;
        self.buffer.extend_from_slice(tag.as_ref());
        self.open_at = self.buffer.len();
        self.chunk += 1;
        Ok(())
    }
}

impl Drop for Sealer {
    fn drop(&mut self) {
        if let Some(plain) = self.buffer.get_mut(self.open_at..) {
            plain.zeroize();
        }
    }
}

/// Opens chunks of one segment.
pub(crate) struct Opener {
    key: LessSafeKey,
    object: ObjectId,
    start: u64,
    plain: u64,
}

impl Opener {
    /// `header` is what lies at the front of the segment, `plain` how much it must hold.
    pub(crate) fn new(
        key: &DataKey,
        object: ObjectId,
        start: u64,
        header: &[u8],
        plain: u64,
    ) -> Result<Self> {
        let salt = header
            .strip_prefix(MAGIC.as_slice())
            .filter(|salt| salt.len() == SALT)
            .ok_or(Damage::Header { start })?;
        Ok(Self { key: segment_key(key, salt, object, start)?, object, start, plain })
    }

    /// The chunk in which a place of the segment lies.
    pub(crate) const fn chunk_of(place: u64) -> u64 {
        place / CHUNK
    }

    /// Where these chunks lie in the stored segment.
    pub(crate) fn stored(&self, chunks: &Range<u64>) -> Range<u64> {
        let all = self.plain.div_ceil(CHUNK);
        let end = if chunks.end >= all { stored_len(self.plain) } else { HEADER + chunks.end * SEALED_CHUNK };
        HEADER + chunks.start * SEALED_CHUNK..end
    }

    /// Opens whole chunks in place, from number `first` on; the last of the segment only as last.
    pub(crate) fn open(&self, first: u64, sealed: Bytes) -> Result<Vec<Bytes>> {
        // Fetched for this reader alone, so in practice nothing is copied here.
        let mut sealed = sealed.try_into_mut().unwrap_or_else(|shared| BytesMut::from(shared.as_ref()));
        let last = self.plain.div_ceil(CHUNK).saturating_sub(1);
        let mut opened = Vec::new();
        let mut chunk = first;
        while !sealed.is_empty() {
            let mut piece = sealed.split_to(sealed.len().min(SEALED_CHUNK as usize));
            let aad = associated(self.object, self.start, chunk);
            let damaged = |_| Error::from(Damage::Chunk { start: self.start, chunk });
            let plain =
                self.key.open_in_place(nonce(chunk, chunk == last), aad, &mut piece).map_err(damaged)?.len();
            piece.truncate(plain);
            opened.push(piece.freeze());
            chunk += 1;
        }
        Ok(opened)
    }
}
