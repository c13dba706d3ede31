//! Consent (toestemming): the first yes, the second yes, and what they are as facts.

pub mod companions;
pub mod extending;
pub mod papers;
pub mod register;
pub mod texts;
mod withdrawal;

use method::Refusal;
use method::consent::asking;
use method::consent::companion::Voice;
use method::consent::{Facts, Means, Purpose, Yes};
use method::ids::{ConversationId, ObjectId, OrganisationId, ParticipantId};
use method::permit::Deed;
use method::time::Stamp;
use records::Conn;
use records::consent::Said;

pub use records::consent::Consent;

use crate::house::bells::Change;
use crate::house::ids;
use crate::{Caller, Error, House, Result, audit};

/// What someone answers: the purposes they say yes to. Whatever is not here is a no, and is not written down.
#[derive(Debug)]
pub struct Answers<'a> {
    /// Yes to these.
    pub yes: &'a [Purpose],
    /// How it was said.
    pub means: Means,
    /// Which text they had before them.
    pub text_version: &'a str,
}

impl Answers<'_> {
    fn said(&self, conversation: ConversationId, by: ParticipantId, at: Stamp, after: bool) -> Said<'_> {
        let (means, text_version) = (self.means, self.text_version);
        Said { conversation, participant: by, means, text_version, at, after }
    }
}

/// A conversation's facts and the organisation that keeps it.
pub(crate) async fn kept(c: &mut Conn, id: ConversationId) -> Result<(Facts, method::ids::OrganisationId)> {
    let row = records::conversation::by_id(c, id).await?.ok_or(Refusal::Unknown)?;
    let facts = records::conversation::facts(c, id).await?.ok_or(Refusal::Unknown)?;
    Ok((facts, ids::organisation(&row.organisation)?))
}

/// Why something cannot be found: it went with a conversation of the reader's that ended; else there is no such thing.
pub(crate) async fn missing(c: &mut Conn, caller: &Caller, id: impl std::fmt::Display) -> Result<Error> {
    let Some(conversation) = records::consent::gone(c, &id.to_string()).await? else {
        return Ok(Refusal::Unknown.into());
    };
    let (facts, _) = kept(c, conversation).await?;
    let why = method::consent::decide(&facts, &caller.reader, Deed::Prepare, caller.now);
    Ok(why.err().unwrap_or(Refusal::Unknown).into())
}

pub(crate) async fn note(
    c: &mut Conn,
    org: method::ids::OrganisationId,
    caller: &Caller,
    id: ConversationId,
    deed: audit::Deed,
    subject: &str,
) -> Result<()> {
    audit::write(c, org, caller, audit::Line { deed, scope: Some(id.into()), subject: Some(subject) }).await
}

/// A yes that is being said, by whoever says it or by whoever enters their paper.
pub(crate) struct Saying<'a> {
    pub(crate) org: OrganisationId,
    pub(crate) caller: &'a Caller,
    pub(crate) facts: &'a Facts,
    pub(crate) voice: Voice<'a>,
    pub(crate) answers: &'a Answers<'a>,
    pub(crate) deed: audit::Deed,
}

impl Saying<'_> {
    fn said(&self, after: bool) -> Said<'_> {
        self.answers.said(self.facts.conversation, self.voice.id, self.caller.now, after)
    }

    async fn note(&self, c: &mut Conn, purpose: Purpose) -> Result<()> {
        note(c, self.org, self.caller, self.facts.conversation, self.deed, purpose.key()).await
    }

    /// The first yes. Gives the objects that go when it became a no after all.
    pub(crate) async fn first(&self, c: &mut Conn) -> Result<Vec<ObjectId>> {
        let none = !self.answers.yes.contains(&Purpose::Look);
        // Whoever came in during the conversation knows how it was: their first yes is the second one too.
        let after = self.voice.companion.is_some() && self.facts.second_yes_until.is_some();
        let said = self.said(after);
        for purpose in Purpose::ALL.iter().copied() {
            if none || !self.answers.yes.contains(&purpose) {
                records::consent::forget_yes(c, self.voice.id, purpose).await?;
            } else if !self.voice.yes(purpose).is_some_and(Yes::lives) {
                records::consent::say_yes(c, &said, purpose).await?;
                self.note(c, purpose).await?;
            }
        }
        if !none {
            return Ok(Vec::new());
        }
        records::conversation::clear_code_name(c, self.voice.id).await?;
        Ok(records::consent::papers::forget_of(c, self.voice.id).await?)
    }

    /// The second yes.
    pub(crate) async fn again(&self, c: &mut Conn) -> Result<()> {
        if !self.answers.yes.contains(&Purpose::Look) {
            return Err(Error::invalid("yes", "invalid-second-look"));
        }
        let said = self.said(true);
        for purpose in Purpose::ALL.iter().copied() {
            let before = self.voice.yes(purpose).filter(|yes| yes.lives());
            match (self.answers.yes.contains(&purpose), before) {
                (true, Some(yes)) if yes.confirmed() => {}
                (true, Some(_)) => {
                    records::consent::confirm(c, &said, purpose).await?;
                    self.note(c, purpose).await?;
                }
                (true, None) => {
                    records::consent::say_yes(c, &said, purpose).await?;
                    self.note(c, purpose).await?;
                }
                (false, Some(_)) => {
                    let (caller, facts) = (self.caller, self.facts);
                    withdrawal::take_back_in(c, self.org, caller, facts, self.voice.id, purpose).await?;
                }
                (false, None) => {}
            }
        }
        Ok(())
    }
}

impl House {
    /// Says yes before the conversation. Without a yes to `Look` nothing of it is kept, as if nothing was asked.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for whoever is not in the picture, `RecordingPresent` once there is a recording.
    #[crate::boxed]
    pub async fn say_yes(&self, caller: &Caller, id: ConversationId, answers: &Answers<'_>) -> Result<()> {
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let recording = crate::conversation::progress(&mut c, id).await?.0.recording;
        let voice = asking::first_yes(&facts, &caller.reader, recording, caller.now)?;
        let deed = audit::Deed::SaidYes;
        let gone = Saying { org, caller, facts: &facts, voice, answers, deed }.first(&mut c).await?;
        self.commit_ringing(c, id, Change::Rights).await?;
        for object in gone {
            self.vault.remove(id.into(), object).await?;
        }
        Ok(())
    }

    /// Says the second yes, to these purposes. A yes that is left out is taken back; one that is new counts at once.
    ///
    /// A second yes without `Look` is a withdrawal, and is asked as one.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for whoever is not in the picture, `RecordingMissing` when it is too early,
    /// `ConsentWithdrawn` when it is too late, `Invalid` without `Look`.
    #[crate::boxed]
    pub async fn say_yes_again(
        &self,
        caller: &Caller,
        id: ConversationId,
        answers: &Answers<'_>,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let voice = asking::second_yes(&facts, &caller.reader, caller.now)?;
        let deed = audit::Deed::SaidYesAgain;
        Saying { org, caller, facts: &facts, voice, answers, deed }.again(&mut c).await?;
        self.commit_ringing(c, id, Change::Rights).await
    }

    /// Every yes in a conversation, for someone with a part in it.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn consents(&self, caller: &Caller, id: ConversationId) -> Result<Vec<Consent>> {
        let mut c = self.db.read().await?;
        let (facts, _) = kept(&mut c, id).await?;
        if !facts.takes_part(&caller.reader) {
            return Err(Refusal::Unknown.into());
        }
        Ok(records::consent::of_conversation(&mut c, id).await?)
    }

    /// Keeps the code name that a client chose for themselves.
    ///
    /// # Errors
    /// `Invalid` for a name that is none, `Unknown` or `NotInvited` for anyone but the client.
    #[crate::boxed]
    pub async fn choose_code_name(&self, caller: &Caller, id: ConversationId, name: &str) -> Result<()> {
        let name = tidy_code_name(name)?;
        let mut c = self.db.write().await?;
        let permit = Self::permit_in(&mut c, caller, id, Deed::Prepare).await?;
        let (facts, _) = kept(&mut c, id).await?;
        let party = facts.party(&caller.reader).ok_or(Refusal::Unknown)?;
        if party.perspective != method::roles::Perspective::Client {
            return Err(Refusal::NotInvited.into());
        }
        let place = crate::conversation::code_name_place(&party.id.to_string());
        let sealed = self.vault.seal_text(&permit, &place, &name).await?;
        records::conversation::set_code_name(&mut c, party.id, &sealed).await?;
        Ok(c.commit().await?)
    }
}

/// Longest code name, in characters.
const CODE_NAME_MAX: usize = 40;

/// A code name as it is kept. A number is no name: nobody becomes a number here.
///
/// # Errors
/// `Invalid` when it cannot be used.
pub fn tidy_code_name(name: &str) -> Result<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let long = name.chars().count() > CODE_NAME_MAX;
    if long || !name.chars().any(char::is_alphabetic) || name.chars().any(char::is_control) {
        return Err(Error::invalid("name", "invalid-code-name"));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_becomes_a_number() {
        assert_eq!(tidy_code_name("  Roos \t van  hier ").unwrap(), "Roos van hier");
        for name in ["", "   ", "123", "…", &"a".repeat(41)] {
            assert!(tidy_code_name(name).is_err(), "{name}");
        }
    }
}
