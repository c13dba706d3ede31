//! Passkeys: what a browser or phone holds instead of a password, and proves with by a finger, a face or a PIN.
//!
//! The device asks for that itself, so a passkey is both steps at once. It works at one address only, and so an
//! installation that does not know its own address has none.

use method::Refusal;
use method::ids::{MemberId, PasskeyId};
use method::permit::Permit;
use method::time::Stamp;
use records::identity::letters::LetterKind;
use records::identity::passkeys as rows;
use serde_json::Value;
use url::Url;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Webauthn, WebauthnBuilder,
};

use super::entering::Entry;
use super::factors::{factors_in, note, paper, without};
use super::member_in;
use crate::{Caller, Error, House, Result, audit, secrets};

/// The longest name of a passkey, in characters.
const NAME_MAX: usize = 60;
/// How many passkeys one person can have.
const MOST: usize = 20;
/// What the device calls us.
const ISSUER: &str = "Meerzien";

/// A passkey, as its owner sees it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Which.
    pub id: PasskeyId,
    /// The name they gave it.
    pub name: String,
    /// When it was made.
    pub since: Stamp,
    /// When it was last used.
    pub used: Option<Stamp>,
}

/// A question to a device: what the page gives it, and what we keep to know its answer by.
#[derive(Debug)]
pub struct Question {
    /// For the page, as JSON.
    pub options: String,
    /// To keep in the session, until the answer comes; for one answer.
    pub state: String,
}

/// An answer of a device, beside what was kept of the question.
#[derive(Debug)]
pub struct Answer {
    /// What was kept.
    pub state: String,
    /// What the device says, as JSON.
    pub credential: String,
    /// The address at which it was asked, like `https://meerzien.example`.
    pub origin: String,
}

fn webauthn(origin: &str) -> Result<Webauthn> {
    let url = Url::parse(origin).map_err(|e| Error::Inner(format!("address: {e}")))?;
    let domain = url.domain().ok_or_else(|| Error::Inner("a passkey needs an address by name".to_owned()))?;
    let made = WebauthnBuilder::new(domain, &url).and_then(|builder| builder.rp_name(ISSUER).build());
    made.map_err(|e| Error::Inner(format!("webauthn: {e}")))
}

fn inner(error: impl std::fmt::Display) -> Error {
    Error::Inner(format!("webauthn: {error}"))
}

fn wrong() -> Error {
    Error::invalid("passkey", "invalid-passkey")
}

fn key_place(id: &str) -> String {
    format!("passkeys.key/{id}")
}

fn name_place(id: &str) -> String {
    format!("passkeys.name/{id}")
}

fn tidy(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(Error::invalid("name", "invalid-passkey-name"));
    }
    Ok(name.to_owned())
}

impl House {
    /// One's own passkeys.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn passkeys(&self, caller: &Caller) -> Result<Vec<Shown>> {
        let me = caller.account()?;
        let kept = rows::of_member(&mut self.db.read().await?, me.id).await?;
        if kept.is_empty() {
            return Ok(Vec::new());
        }
        let key = self.vault.text_key(&self.prove_permit(caller).await?).await?;
        kept.iter()
            .map(|row| {
                let id = PasskeyId::parse(&row.id).ok_or(Refusal::Unknown)?;
                let name = key.open(&name_place(&row.id), &row.name_sealed)?.to_string();
                Ok(Shown { id, name, since: Stamp(row.created_at), used: row.used_at.map(Stamp) })
            })
            .collect()
    }

    async fn kept_keys(&self, caller: &Caller) -> Result<Vec<Passkey>> {
        let me = caller.account()?;
        let kept = rows::of_member(&mut self.db.read().await?, me.id).await?;
        let key = self.vault.text_key(&self.prove_permit(caller).await?).await?;
        let open = |row: &rows::Passkey| {
            let bytes = key.open_bytes(&key_place(&row.id), &row.key_sealed)?;
            serde_json::from_slice(&bytes).map_err(inner)
        };
        kept.iter().map(open).collect()
    }

    /// Asks a device to make a passkey.
    ///
    /// # Errors
    /// `Invalid` when there are too many; `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn ask_new_passkey(&self, caller: &Caller, origin: &str) -> Result<Question> {
        let me = caller.account()?;
        let known = self.kept_keys(caller).await?;
        if known.len() >= MOST {
            return Err(Error::invalid("passkey", "invalid-passkey-many"));
        }
        let row =
            records::identity::by_id(&mut self.db.read().await?, me.id).await?.ok_or(Refusal::Unknown)?;
        let known = known.iter().map(|key| key.cred_id().clone()).collect();
        let asked = webauthn(origin)?.start_passkey_registration(me.id.0, &row.email, &row.name, Some(known));
        let (options, state) = asked.map_err(inner)?;
        let mut options = serde_json::to_value(options).map_err(inner)?;
        // It signs in without an address being typed, so the device has to know whose it is.
        if let Some(wish) = options.pointer_mut("/publicKey/authenticatorSelection") {
            wish["residentKey"] = Value::from("required");
            wish["requireResidentKey"] = Value::from(true);
        }
        let options = options.get("publicKey").map(ToString::to_string).unwrap_or_default();
        Ok(Question { options, state: serde_json::to_string(&state).map_err(inner)? })
    }

    /// Keeps a passkey that a device made. Whoever had no codes on paper gets them, to see once.
    ///
    /// # Errors
    /// `Invalid` when the answer is not to this question, or the key is known already.
    #[crate::boxed]
    pub async fn add_passkey(
        &self,
        caller: &Caller,
        answer: &Answer,
        name: &str,
    ) -> Result<Option<Vec<String>>> {
        let me = caller.account()?;
        let name = tidy(name)?;
        let state: PasskeyRegistration = serde_json::from_str(&answer.state).map_err(|_| wrong())?;
        let said: RegisterPublicKeyCredential =
            serde_json::from_str(&answer.credential).map_err(|_| wrong())?;
        let made =
            webauthn(&answer.origin)?.finish_passkey_registration(&said, &state).map_err(|_| wrong())?;
        let id = PasskeyId::new().to_string();
        let key = self.vault.text_key(&self.prove_permit(caller).await?).await?;
        let json = serde_json::to_vec(&made).map_err(inner)?;
        let row = rows::Passkey {
            key_sealed: key.seal_bytes(&key_place(&id), &json)?,
            name_sealed: key.seal(&name_place(&id), &name)?,
            id,
            created_at: caller.now.0,
            used_at: None,
        };
        let paper = paper(me).await?;
        let mut c = self.db.write().await?;
        match rows::insert(&mut c, me.id, &fingerprint(made.cred_id().as_ref()), &row).await {
            Err(error) if error.is_duplicate() => return Err(wrong()),
            other => other?,
        }
        let lacks = records::identity::factors::codes_left(&mut c, me.id).await? == 0;
        if lacks {
            records::identity::factors::set_codes(&mut c, me.id, &paper.1).await?;
        }
        note(&mut c, caller, audit::Deed::AddedFactor, "passkey").await?;
        self.order_word(&mut c, me.id, LetterKind::Added, caller.now).await?;
        self.commit_telling(c).await?;
        Ok(lacks.then_some(paper.0))
    }

    /// Gives one's own passkey another name.
    ///
    /// # Errors
    /// `Invalid` for an empty or long name; `Unknown` when it is someone else's.
    #[crate::boxed]
    pub async fn rename_passkey(&self, caller: &Caller, id: PasskeyId, name: &str) -> Result<()> {
        let me = caller.account()?;
        let name = tidy(name)?;
        let permit = self.prove_permit(caller).await?;
        let sealed = self.vault.seal_text(&permit, &name_place(&id.to_string()), &name).await?;
        let mut c = self.db.write().await?;
        if !rows::rename(&mut c, me.id, id, &sealed).await? {
            return Err(Refusal::Unknown.into());
        }
        Ok(c.commit().await?)
    }

    /// Forgets one's own passkey; with the last second step the codes on paper go too.
    ///
    /// # Errors
    /// `Unknown` when it is someone else's; `Invalid` for whoever must have a second step and has no other.
    #[crate::boxed]
    pub async fn remove_passkey(&self, caller: &Caller, id: PasskeyId) -> Result<()> {
        let me = caller.account()?;
        let mut c = self.db.write().await?;
        if !rows::delete(&mut c, me.id, id).await? {
            return Err(Refusal::Unknown.into());
        }
        let left = factors_in(&mut c, me).await?;
        without(&mut c, me, &left).await?;
        note(&mut c, caller, audit::Deed::RemovedFactor, "passkey").await?;
        self.order_word(&mut c, me.id, LetterKind::Removed, caller.now).await?;
        self.commit_telling(c).await
    }

    /// Asks whatever device is there for a passkey of ours, of whomever.
    ///
    /// # Errors
    /// When the question cannot be made.
    pub fn ask_passkey(&self, origin: &str) -> Result<Question> {
        let (options, state) = webauthn(origin)?.start_discoverable_authentication().map_err(inner)?;
        let options = serde_json::to_value(options).map_err(inner)?;
        let options = options.get("publicKey").map(ToString::to_string).unwrap_or_default();
        Ok(Question { options, state: serde_json::to_string(&state).map_err(inner)? })
    }

    /// Whose passkey answered, if the answer is right. Nobody is in yet.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn sign_in_by_passkey(&self, answer: &Answer, now: Stamp) -> Result<Entry> {
        let Ok(said) = serde_json::from_str::<PublicKeyCredential>(&answer.credential) else {
            return Ok(Entry::Wrong);
        };
        let webauthn = webauthn(&answer.origin)?;
        let Ok((whose, _)) = webauthn.identify_discoverable_authentication(&said) else {
            return Ok(Entry::Wrong);
        };
        let Some(member) = member_in(&mut self.db.read().await?, MemberId(whose)).await? else {
            return Ok(Entry::Wrong);
        };
        let caller = Caller::member(member.clone(), now);
        if !self.answers(&caller, answer).await? {
            return Ok(Entry::Wrong);
        }
        // Where the organisation wants its provider to be used, a passkey opens no more than a password does.
        let allowed = self.passwords_allowed(&mut self.db.read().await?, member.id, now).await?;
        Ok(if allowed { Entry::In(member) } else { Entry::Elsewhere })
    }

    /// Whether a passkey of the member who asks answered; what it counts is written down.
    pub(super) async fn answers(&self, caller: &Caller, answer: &Answer) -> Result<bool> {
        let me = caller.account()?;
        let state = serde_json::from_str::<DiscoverableAuthentication>(&answer.state);
        let said = serde_json::from_str::<PublicKeyCredential>(&answer.credential);
        let (Ok(state), Ok(said)) = (state, said) else { return Ok(false) };
        let called = fingerprint(said.get_credential_id());
        let found = rows::by_credential(&mut self.db.read().await?, me.id, &called).await?;
        let Some(row) = found else { return Ok(false) };
        let permit: Permit = self.prove_permit(caller).await?;
        let key = self.vault.text_key(&permit).await?;
        let bytes = key.open_bytes(&key_place(&row.id), &row.key_sealed)?;
        let mut passkey: Passkey = serde_json::from_slice(&bytes).map_err(inner)?;
        let known = DiscoverableKey::from(&passkey);
        let Ok(result) =
            webauthn(&answer.origin)?.finish_discoverable_authentication_v2(&said, state, &known)
        else {
            return Ok(false);
        };
        passkey.update_credential(&result);
        let json = serde_json::to_vec(&passkey).map_err(inner)?;
        let sealed = key.seal_bytes(&key_place(&row.id), &json)?;
        let mut c = self.db.write().await?;
        rows::used(&mut c, &row.id, &sealed, caller.now).await?;
        c.commit().await?;
        Ok(true)
    }
}

fn fingerprint(credential: &[u8]) -> String {
    secrets::fingerprint(&hex::encode(credential))
}
