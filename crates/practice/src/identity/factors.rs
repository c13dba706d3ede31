//! The second step: an app that shows codes, and codes on paper for who lost everything else.

use aws_lc_rs::rand;
use method::consent::beyond;
use method::permit::Permit;
use method::roles;
use method::time::Stamp;
use records::Conn;
use records::identity::factors as rows;
use records::identity::letters::LetterKind;
use totp_rs::{Builder, Secret, Totp};

use super::Whence;
use super::tries::{Mark, SECOND};
use crate::{Caller, Error, House, Member, Result, audit, secrets};

/// How many codes on paper are given at once.
const CODES: usize = 10;
/// How long a new secret waits for its first code, in minutes.
const PENDING_MINUTES: i64 = 30;
/// What the app calls us.
const ISSUER: &str = "Meerzien";

/// What a member can prove themselves with besides a password.
#[derive(Clone, Debug, Default)]
pub struct Factors {
    /// Since when they have an app that shows codes.
    pub app: Option<Stamp>,
    /// How many passkeys they have.
    pub passkeys: usize,
    /// How many codes on paper are left.
    pub codes_left: i64,
    /// Whether they have a password at all.
    pub password: bool,
    /// Whether they may not be without a second step.
    pub must: bool,
}

impl Factors {
    /// Whether a second step is asked of them.
    #[must_use]
    pub const fn second(&self) -> bool {
        self.app.is_some() || self.passkeys > 0
    }
}

/// A secret for an app, whose first code is awaited.
#[derive(Debug)]
pub struct Awaited {
    /// The secret in groups of four letters, to type over.
    pub secret: String,
    /// The address that an app reads from a picture.
    pub address: String,
}

/// What came of proving oneself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proven {
    /// It is them.
    Yes,
    /// It is them, by a code on paper; so many are left.
    ByPaper(i64),
    /// It is not right.
    Wrong,
    /// Too much was wrong; so many milliseconds to wait.
    Wait(i64),
}

/// What somebody typed to prove themselves.
#[derive(Debug)]
pub enum Typed {
    /// A code of the app or from paper.
    Code(String),
    /// The answer of a device that holds a passkey.
    Passkey(super::passkeys::Answer),
    /// The password, for who has nothing else.
    Password(String),
}

fn place(member: &Member) -> String {
    format!("second_apps.secret/{}", member.id)
}

fn totp(secret: &[u8], account: &str) -> Result<Totp> {
    // Six digits, half a minute, SHA-1, one step to either side: what every app knows.
    let builder = Builder::new().with_secret(secret).with_account_name(account);
    let built = builder.with_issuer(Some(ISSUER)).build();
    built.map_err(|error| Error::Inner(format!("totp: {error}")))
}

/// The time step of a code, if it is right now.
fn step(secret: &[u8], code: &str, now: Stamp) -> Result<Option<i64>> {
    let seconds = u64::try_from(now.0 / 1000).unwrap_or(0);
    let step = totp(secret, "x")?.check(code, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// Fresh codes on paper, and what is kept of them.
pub(super) async fn paper(member: &Member) -> Result<(Vec<String>, Vec<String>)> {
    let codes = (0..CODES).map(|_| secrets::code()).collect::<Result<Vec<_>>>()?;
    let plain = codes.iter().map(|code| secrets::plain_code(code)).collect();
    let hashes = secrets::stretch(plain, member.id.0.as_bytes().to_vec()).await?;
    Ok((codes, hashes))
}

pub(super) async fn factors_in(c: &mut Conn, member: &Member) -> Result<Factors> {
    let row = records::identity::by_id(c, member.id).await?;
    let app = rows::app(c, member.id).await?;
    Ok(Factors {
        app: app.and_then(|app| app.secret_sealed.and(app.since)).map(Stamp),
        passkeys: records::identity::passkeys::of_member(c, member.id).await?.len(),
        codes_left: rows::codes_left(c, member.id).await?,
        password: row.is_some_and(|row| row.password_hash.is_some()),
        must: !member.demo && roles::must_prove_twice(&member.roles),
    })
}

impl House {
    /// What the member who asks can prove themselves with.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn factors(&self, caller: &Caller) -> Result<Factors> {
        factors_in(&mut self.db.read().await?, caller.account()?).await
    }

    pub(super) async fn prove_permit(&self, caller: &Caller) -> Result<Permit> {
        let me = caller.account()?;
        let permit = beyond::prove(me.id, me.organisation, &caller.reader)?;
        self.vault.create_key(&permit).await?;
        Ok(permit)
    }

    /// Makes a new secret for an app; it is worth nothing until its first code was right.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn await_app(&self, caller: &Caller) -> Result<Awaited> {
        let me = caller.account()?;
        let permit = self.prove_permit(caller).await?;
        let mut secret = zeroize::Zeroizing::new([0_u8; 20]);
        rand::fill(secret.as_mut_slice()).map_err(|_| Error::Inner("no random bytes".to_owned()))?;
        let sealed = self.vault.seal_bytes(&permit, &place(me), secret.as_slice()).await?;
        let mut c = self.db.write().await?;
        rows::await_app(&mut c, me.id, &sealed, caller.now).await?;
        c.commit().await?;
        self.shown(caller, secret.as_slice()).await
    }

    /// The secret that waits for its first code; a new one when none does.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn awaited_app(&self, caller: &Caller) -> Result<Awaited> {
        match self.pending(caller).await? {
            Some(secret) => self.shown(caller, &secret).await,
            None => self.await_app(caller).await,
        }
    }

    async fn shown(&self, caller: &Caller, secret: &[u8]) -> Result<Awaited> {
        let me = caller.account()?;
        let row = records::identity::by_id(&mut self.db.read().await?, me.id).await?;
        let totp = totp(secret, &row.map(|row| row.email).unwrap_or_default())?;
        let letters = Secret::from(secret).to_base32();
        let groups: Vec<_> = letters.as_bytes().chunks(4).map(String::from_utf8_lossy).collect();
        let address = totp.to_url().map_err(|error| Error::Inner(format!("totp: {error}")))?;
        Ok(Awaited { secret: groups.join(" "), address })
    }

    async fn pending(&self, caller: &Caller) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>> {
        let me = caller.account()?;
        let app = rows::app(&mut self.db.read().await?, me.id).await?;
        let Some(app) = app else { return Ok(None) };
        let young = app.pending_at.is_some_and(|at| caller.now.0 - at < PENDING_MINUTES * 60_000);
        let Some(sealed) = app.pending_sealed.filter(|_| young) else { return Ok(None) };
        let permit = self.prove_permit(caller).await?;
        Ok(Some(self.vault.open_bytes(&permit, &place(me), &sealed).await?))
    }

    /// Takes the app whose first code is right. Whoever had no codes on paper gets them, to see once.
    ///
    /// # Errors
    /// `Invalid` for a wrong code, or when nothing waited for one.
    #[crate::boxed]
    pub async fn take_app(&self, caller: &Caller, code: &str) -> Result<Option<Vec<String>>> {
        let me = caller.account()?;
        let secret = self.pending(caller).await?.ok_or(Error::invalid("code", "invalid-app-late"))?;
        let wrong = Error::invalid("code", "invalid-app-code");
        let step = step(&secret, &digits(code), caller.now)?.ok_or(wrong)?;
        let paper = paper(me).await?;
        let mut c = self.db.write().await?;
        if !rows::take_app(&mut c, me.id, step, caller.now).await? {
            return Err(Error::invalid("code", "invalid-app-late"));
        }
        let lacks = rows::codes_left(&mut c, me.id).await? == 0;
        if lacks {
            rows::set_codes(&mut c, me.id, &paper.1).await?;
        }
        note(&mut c, caller, audit::Deed::AddedFactor, "app").await?;
        self.order_word(&mut c, me.id, LetterKind::Added, caller.now).await?;
        self.commit_telling(c).await?;
        Ok(lacks.then_some(paper.0))
    }

    /// Makes new codes on paper, to see once; those from before stop working.
    ///
    /// # Errors
    /// `Invalid` for whoever has no second step that they could lose.
    #[crate::boxed]
    pub async fn new_codes(&self, caller: &Caller) -> Result<Vec<String>> {
        let me = caller.account()?;
        if !self.factors(caller).await?.second() {
            return Err(Error::invalid("codes", "invalid-codes-alone"));
        }
        let (codes, hashes) = paper(me).await?;
        let mut c = self.db.write().await?;
        rows::set_codes(&mut c, me.id, &hashes).await?;
        note(&mut c, caller, audit::Deed::AddedFactor, "codes").await?;
        self.order_word(&mut c, me.id, LetterKind::Added, caller.now).await?;
        self.commit_telling(c).await?;
        Ok(codes)
    }

    /// Forgets the member's app; with the last second step their codes on paper go too.
    ///
    /// # Errors
    /// `Invalid` for whoever must have a second step and has no other.
    #[crate::boxed]
    pub async fn remove_app(&self, caller: &Caller) -> Result<()> {
        let me = caller.account()?;
        let mut c = self.db.write().await?;
        rows::remove_app(&mut c, me.id).await?;
        let left = factors_in(&mut c, me).await?;
        without(&mut c, me, &left).await?;
        note(&mut c, caller, audit::Deed::RemovedFactor, "app").await?;
        self.order_word(&mut c, me.id, LetterKind::Removed, caller.now).await?;
        self.commit_telling(c).await
    }

    /// Whether what was typed proves that it is them. Counted before it is looked at; each code is taken once.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn prove(&self, caller: &Caller, typed: Typed, whence: &Whence<'_>) -> Result<Proven> {
        let me = caller.account()?;
        // From another browser than their own, others' tries can make this wait; from their own they cannot.
        let device = self.known_device(whence, caller.now).await?;
        let mark = match device.filter(|(_, member)| *member == me.id.to_string()) {
            Some((id, _)) => format!("second {} {id}", me.id),
            None => format!("second {}", me.id),
        };
        let marks = [Mark(mark, SECOND)];
        if let Err(until) = self.tries.count(&marks, caller.now) {
            tracing::info!(step = "second", who = %me.id, "coming in has to wait");
            return Ok(Proven::Wait(until.0 - caller.now.0));
        }
        let factors = self.factors(caller).await?;
        let proven = match typed {
            Typed::Password(password) if !factors.second() => {
                let right = self.check_own_password(me.id, password).await.is_ok();
                if right { Proven::Yes } else { Proven::Wrong }
            }
            Typed::Code(code) if factors.second() => self.prove_by_code(caller, &code).await?,
            Typed::Passkey(answer) if self.answers(caller, &answer).await? => Proven::Yes,
            _ => Proven::Wrong,
        };
        if proven == Proven::Wrong {
            tracing::info!(step = "second", who = %me.id, "coming in failed");
        } else {
            self.tries.forgive(&marks);
        }
        Ok(proven)
    }

    async fn prove_by_code(&self, caller: &Caller, typed: &str) -> Result<Proven> {
        let me = caller.account()?;
        let plain = secrets::plain_code(typed);
        if plain.len() == 6 && plain.bytes().all(|sign| sign.is_ascii_digit()) {
            let app = rows::app(&mut self.db.read().await?, me.id).await?;
            let Some(sealed) = app.and_then(|app| app.secret_sealed) else { return Ok(Proven::Wrong) };
            let permit = self.prove_permit(caller).await?;
            let secret = self.vault.open_bytes(&permit, &place(me), &sealed).await?;
            let Some(step) = step(&secret, &plain, caller.now)? else { return Ok(Proven::Wrong) };
            let mut c = self.db.write().await?;
            let taken = rows::take_step(&mut c, me.id, step).await?;
            c.commit().await?;
            return Ok(if taken { Proven::Yes } else { Proven::Wrong });
        }
        if plain.len() != secrets::CODE_LENGTH {
            return Ok(Proven::Wrong);
        }
        let hash = secrets::stretch(vec![plain], me.id.0.as_bytes().to_vec()).await?.pop();
        let mut c = self.db.write().await?;
        if !rows::use_code(&mut c, me.id, &hash.unwrap_or_default(), caller.now).await? {
            return Ok(Proven::Wrong);
        }
        let left = rows::codes_left(&mut c, me.id).await?;
        note(&mut c, caller, audit::Deed::UsedRecoveryCode, "codes").await?;
        c.commit().await?;
        Ok(Proven::ByPaper(left))
    }
}

/// Only the digits: an app shows them in two groups.
fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}

/// After something was taken away: whoever must have a second step keeps one, and codes on paper go with the last.
pub(super) async fn without(c: &mut Conn, me: &Member, left: &Factors) -> Result<()> {
    if left.second() {
        return Ok(());
    }
    if left.must {
        return Err(Error::invalid("factor", "invalid-last-factor"));
    }
    Ok(rows::set_codes(c, me.id, &[]).await?)
}

pub(super) async fn note(
    c: &mut Conn,
    caller: &Caller,
    deed: audit::Deed,
    subject: &'static str,
) -> Result<()> {
    let line = audit::Line { deed, scope: None, subject: Some(subject) };
    audit::write(c, caller.account()?.organisation, caller, line).await
}
