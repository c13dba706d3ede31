//! What can be a password: long, and not easy to guess. No rules about kinds of signs.

use method::Refusal;
use records::identity::letters::LetterKind;
use zxcvbn::{Score, zxcvbn};

use crate::{Caller, Error, House, Result, audit, secrets};

/// Words that the library's English lists lack and that people here build passwords of.
const EASY: &[&str] = &[
    "wachtwoord",
    "welkom",
    "meerzien",
    "gemeente",
    "geheim",
    "hallo",
    "inloggen",
    "kijken",
    "toestemming",
    "beheerder",
    "spreekkamer",
    "lente",
    "zomer",
    "herfst",
    "winter",
    "januari",
    "februari",
    "maart",
    "augustus",
    "december",
    "maandag",
    "vrijdag",
    "nederland",
    "amsterdam",
    "voetbal",
    "ikhouvanjou",
];

/// How much of a password is looked at for being easy; what is longer only gets harder.
const LOOKED_AT: usize = 72;

/// How many signs there must be besides such words and one's own name and address.
const LEAST_OWN: usize = 6;

/// Whether this can be the password of somebody with this name and address.
pub(super) fn check(password: &str, personal: &[&str]) -> Result<()> {
    let length = password.chars().count();
    if length < secrets::PASSWORD_MIN {
        return Err(Error::invalid("password", "invalid-password-short"));
    }
    if length > secrets::PASSWORD_MAX {
        return Err(Error::invalid("password", "invalid-password-long"));
    }
    let known = personal.iter().flat_map(|text| text.split(|sign: char| !sign.is_alphanumeric()));
    let known: Vec<&str> = known.filter(|word| word.len() > 2).chain(EASY.iter().copied()).collect();
    let start: String = password.chars().take(LOOKED_AT).collect();
    // What is left without the words that anyone would try for this person.
    let own = known.iter().fold(start.to_lowercase(), |left, word| left.replace(&word.to_lowercase(), ""));
    if own.chars().count() < LEAST_OWN || zxcvbn(&start, &known).score() < Score::Three {
        return Err(Error::invalid("password", "invalid-password-easy"));
    }
    Ok(())
}

impl House {
    /// Changes one's own password; every other session of theirs ends. `kept` is the fingerprint of the one that stays.
    ///
    /// # Errors
    /// `Invalid` when the old one is wrong or the new one cannot be used; `Unknown` without an account that has one.
    #[crate::boxed]
    pub async fn change_password(&self, caller: &Caller, old: String, new: String, kept: &str) -> Result<()> {
        let me = caller.account()?;
        let row = records::identity::by_id(&mut self.db.read().await?, me.id).await?;
        let row = row.filter(|row| row.password_hash.is_some()).ok_or(Refusal::Unknown)?;
        if old.len() > secrets::PASSWORD_MAX * 4 || !secrets::fits(old, row.password_hash).await? {
            return Err(Error::invalid("old", "invalid-password-wrong"));
        }
        check(&new, &[&row.name, &row.email])?;
        let hash = secrets::hash(new).await?;
        let mut c = self.db.write().await?;
        records::identity::set_password(&mut c, me.id, &hash, caller.now).await?;
        records::identity::letters::shut_links(&mut c, me.id).await?;
        records::sessions::delete_others(&mut c, me.id, kept).await?;
        self.order_word(&mut c, me.id, LetterKind::Password, caller.now).await?;
        let line = audit::Line { deed: audit::Deed::ChangedPassword, scope: None, subject: None };
        audit::write(&mut c, me.organisation, caller, line).await?;
        self.commit_telling(c).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(password: &str) -> Option<&'static str> {
        match check(password, &["Sanne Verhoef", "sanne@waterlandaanzee.example"]) {
            Err(Error::Invalid { key, .. }) => Some(key),
            _ => None,
        }
    }

    #[test]
    fn long_and_not_easy_is_all_that_is_asked() {
        for good in
            ["kijken naar zien", "een lang ander wachtwoord", "vier losse woorden hier", "ᚠᛇᚻ᛫ᛒᛦᚦ᛫ᚠᚱᚩᚠᚢᚱ᛫ᚱᛁᚢ"]
        {
            assert_eq!(key(good), None, "{good}");
        }
        assert_eq!(key("precies 15 nu!!"), None);
        assert_eq!(key("maar veertien!"), Some("invalid-password-short"));
        assert_eq!(key(&"x".repeat(257)), Some("invalid-password-long"));
    }

    #[test]
    fn what_everyone_tries_first_is_not_taken() {
        for easy in [
            "aaaaaaaaaaaaaaaaaaaa",
            "123456789012345678",
            "qwertyuiopasdfghjkl",
            "passwordpassword",
            "welkom01welkom01",
            "Wachtwoord123456",
            "sanneverhoefsanne",
            "waterlandaanzee1",
            "abcabcabcabcabcabc",
        ] {
            assert_eq!(key(easy), Some("invalid-password-easy"), "{easy}");
        }
    }
}
