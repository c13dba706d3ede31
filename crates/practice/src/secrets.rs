//! Passwords, link tokens and codes: made, hashed, checked.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use aws_lc_rs::{digest, rand};
use tokio::sync::Semaphore;

use crate::{Error, Result};

/// Shortest password that is accepted, in characters: what NIST SP 800-63B-4 asks of a password that may stand alone.
pub const PASSWORD_MIN: usize = 15;
/// Longest password that is accepted, in characters, so that hashing cannot be made to take long.
pub const PASSWORD_MAX: usize = 256;

/// A hash that matches no password: checked for unknown addresses, so that they take as long as known ones.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ib2R5$Z8cB7jFPkPzpIP8tkY3hI0wWfH0y1tA1u8P0m0c3k2w";

/// Hashes a password or code with argon2id, off the async threads.
///
/// # Errors
/// When the hash cannot be made.
#[crate::boxed]
pub async fn hash(password: String) -> Result<String> {
    blocking(move || {
        let hash = Argon2::default().hash_password(password.as_bytes());
        hash.map(|hash| hash.to_string()).map_err(|e| Error::Inner(e.to_string()))
    })
    .await?
}

/// Whether a password fits a hash; takes as long when there is no hash at all.
///
/// # Errors
/// When the check cannot be run.
#[crate::boxed]
pub async fn fits(password: String, hash: Option<String>) -> Result<bool> {
    blocking(move || {
        let known = hash.is_some();
        let text = hash.unwrap_or_else(|| NOBODY.to_owned());
        let fits = PasswordHash::new(&text)
            .is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok());
        fits && known
    })
    .await
}

/// Stretches codes with argon2id over one salt, in hexadecimal: so that each can be looked up, and none guessed from
/// what is kept.
///
/// # Errors
/// When the hashes cannot be made.
#[crate::boxed]
pub async fn stretch(codes: Vec<String>, salt: Vec<u8>) -> Result<Vec<String>> {
    blocking(move || {
        let one = |code: &String| {
            let mut hash = [0_u8; 32];
            let made = Argon2::default().hash_password_into(code.as_bytes(), &salt, &mut hash);
            made.map(|()| hex::encode(hash)).map_err(|e| Error::Inner(e.to_string()))
        };
        codes.iter().map(one).collect()
    })
    .await?
}

/// How many hashes are worked on at once. Each takes 19 MiB while it lasts, and a crowd at the door must not take all.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _turn = AT_ONCE.acquire().await.map_err(|e| Error::Inner(e.to_string()))?;
    tokio::task::spawn_blocking(work).await.map_err(|e| Error::Inner(e.to_string()))
}

/// A fresh token of 128 random bits, as 32 hexadecimal signs, for a link.
///
/// # Errors
/// When the operating system gives no random bytes.
pub fn token() -> Result<String> {
    let mut bytes = [0_u8; 16];
    rand::fill(&mut bytes).map_err(|_| Error::Inner("no random bytes".to_owned()))?;
    Ok(hex::encode(bytes))
}

/// How many signs a code has, without the dash.
pub const CODE_LENGTH: usize = 8;

/// A fresh code of eight signs that cannot be mistaken for one another, as on paper (`K7MW-3PXR`).
///
/// # Errors
/// When the operating system gives no random bytes.
pub fn code() -> Result<String> {
    // No I, L, O, U, 0, 1. Five bits choose; what falls outside is drawn again, so no sign is likelier.
    const CLEAR: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut code = String::with_capacity(9);
    while code.len() < 9 {
        let mut byte = [0_u8; 1];
        rand::fill(&mut byte).map_err(|_| Error::Inner("no random bytes".to_owned()))?;
        let choice = usize::from(byte[0] & 31);
        if let Some(sign) = CLEAR.get(choice) {
            if code.len() == 4 {
                code.push('-');
            }
            code.push(char::from(*sign));
        }
    }
    Ok(code)
}

/// A code as typed, brought back to how it was made: no spaces or dashes, capitals.
#[must_use]
pub fn plain_code(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// SHA-256 of a text, in hexadecimal: how tokens and session ids are kept.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    hex::encode(digest::digest(&digest::SHA256, text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let hash = hash("een lang wachtwoord".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(fits("een lang wachtwoord".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!fits("een lang wachtwoorD".to_owned(), Some(hash)).await.unwrap());
        assert!(!fits("wat dan ook".to_owned(), None).await.unwrap());
        assert!(PasswordHash::new(NOBODY).is_ok(), "the hash of nobody must cost as much as a real one");
    }

    #[test]
    fn codes_can_be_read_from_paper() {
        let code = code().unwrap();
        assert_eq!(code.len(), 9);
        assert_eq!(plain_code(&code.to_lowercase()), code.replace('-', ""));
        assert!(!code.contains(['I', 'L', 'O', 'U', '0', '1']));
        assert_ne!(token().unwrap(), token().unwrap());
    }
}
