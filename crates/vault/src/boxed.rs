//! Small things sealed whole: texts in records, small files such as stills' indexes, and an object's manifest.

use crate::error::{Damage, Result};
use crate::keyring::DataKey;
use aws_lc_rs::aead::{AES_256_GCM, Aad, RandomizedNonceKey};
use aws_lc_rs::hkdf;
use method::ids::ScopeId;
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const NONCE: usize = 12;
const TAG: usize = 16;

/// Seals and opens the small texts of one scope, unwrapped once: for a page that holds many.
///
/// It lives as long as the page is being made, is not `Clone`, and is wiped when dropped.
pub struct TextKey {
    scope: ScopeId,
    key: RandomizedNonceKey,
    /// What tallies are made from.
    root: hkdf::Prk,
    using: &'static [u8],
}

impl std::fmt::Debug for TextKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextKey").field("scope", &self.scope).finish_non_exhaustive()
    }
}

struct Key32;
impl hkdf::KeyType for Key32 {
    fn len(&self) -> usize {
        32
    }
}

impl TextKey {
    /// A key for one use of the scope's data key; another use is another key.
    pub(crate) fn derive(scope: ScopeId, key: &DataKey, using: &'static [u8]) -> Result<Self> {
        let prk = hkdf::Salt::new(hkdf::HKDF_SHA256, &[]).extract(key.0.as_slice());
        let mut derived = Zeroizing::new([0; 32]);
        prk.expand(&[using], Key32)?.fill(derived.as_mut_slice())?;
        Ok(Self { scope, key: RandomizedNonceKey::new(&AES_256_GCM, derived.as_slice())?, root: prk, using })
    }

    /// A mark for a text, the same each time, in hexadecimal: to see that something is there already without keeping
    /// what it is. Without the key it tells nothing, also not to whoever can guess the text.
    ///
    /// # Errors
    /// Only when the machine has no memory.
    pub fn tally(&self, place: &str) -> Result<String> {
        let mut tally = [0; 32];
        let info = [self.using, b" tally ", self.scope.0.as_bytes(), place.as_bytes()];
        self.root.expand(&info, Key32)?.fill(&mut tally)?;
        Ok(hex::encode(tally))
    }

    /// Seals bytes for one place, such as `moments.note/<id>`; they open nowhere else.
    ///
    /// # Errors
    /// Only when the machine has no randomness or no memory.
    pub fn seal_bytes(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>> {
        let mut sealed = vec![0; 1 + NONCE];
        sealed.reserve_exact(plain.len() + TAG);
        sealed.extend_from_slice(plain);
        let (head, body) = sealed.split_at_mut(1 + NONCE);
        let (nonce, tag) = self.key.seal_in_place_separate_tag(self.bound(place), body)?;
        if let Some((version, room)) = head.split_first_mut() {
            *version = VERSION;
            room.copy_from_slice(nonce.as_ref());
        }
        sealed.extend_from_slice(tag.as_ref());
        Ok(sealed)
    }

    /// Opens bytes that were sealed for this place.
    ///
    /// # Errors
    /// `Damaged` when they were changed, or sealed for another place or scope.
    pub fn open_bytes(&self, place: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let (version, rest) = sealed.split_first().ok_or(Damage::Text)?;
        let (nonce, body) = rest.split_first_chunk::<NONCE>().ok_or(Damage::Text)?;
        if *version != VERSION {
            return Err(Damage::Text.into());
        }
        let mut body = Zeroizing::new(body.to_vec());
        let plain = self.key.open_in_place(nonce.into(), self.bound(place), &mut body);
        let len = plain.map_err(|_| Damage::Text)?.len();
        body.truncate(len);
        Ok(body)
    }

    /// Seals a text for one place.
    ///
    /// # Errors
    /// As [`TextKey::seal_bytes`].
    pub fn seal(&self, place: &str, text: &str) -> Result<Vec<u8>> {
        self.seal_bytes(place, text.as_bytes())
    }

    /// Opens a text that was sealed for this place.
    ///
    /// # Errors
    /// As [`TextKey::open_bytes`].
    pub fn open(&self, place: &str, sealed: &[u8]) -> Result<Zeroizing<String>> {
        let mut bytes = self.open_bytes(place, sealed)?;
        String::from_utf8(std::mem::take(&mut *bytes)).map(Zeroizing::new).map_err(|_| Damage::Text.into())
    }

    fn bound(&self, place: &str) -> Aad<Vec<u8>> {
        Aad::from([self.scope.0.as_bytes().as_slice(), place.as_bytes()].concat())
    }
}
