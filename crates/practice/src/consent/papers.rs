//! Consent on paper: the professional enters what was crossed, with a photo or scan of the paper as proof. The photo
//! lies sealed under the conversation's key; those in the picture see it, and a privacy officer only that it is there.

use bytes::Bytes;
use method::Refusal;
use method::consent::{Means, Purpose, asking};
use method::ids::{ConversationId, ObjectId, ParticipantId};
use method::permit::Deed;
use method::roles::{Perspective, Role};
use method::time::Stamp;
use records::consent::papers::{self, Paper};

use super::{Answers, Saying, kept};
use crate::house::bells::Change;
use crate::{Caller, Error, House, Result, audit};

/// The largest photo or scan that is taken, in bytes.
pub const PAPER_MAX: usize = 15 << 20;

/// What was crossed on a paper, and the photo of it.
#[derive(Debug)]
pub struct Filed<'a> {
    /// Whose paper it is.
    pub of: ParticipantId,
    /// Whether it is of the second yes.
    pub after: bool,
    /// Purposes with a cross at yes.
    pub yes: &'a [Purpose],
    /// The name that a client chose, sealed with the rest; before the conversation only.
    pub name: Option<&'a str>,
    /// With which text on it, where no sheet was printed here.
    pub text_version: &'a str,
    /// The photo or scan.
    pub photo: Bytes,
}

/// A paper as those in the picture see that it is there.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its address is `/papers/<object>`.
    pub object: ObjectId,
    /// Whose it is.
    pub of: ParticipantId,
    /// Whether it is of the second yes.
    pub after: bool,
    /// When it was entered.
    pub filed: Stamp,
}

/// What a photo or scan is, by what stands at its beginning and never by its name: what browsers show without running
/// anything.
#[must_use]
pub fn kind(bytes: &[u8]) -> Option<&'static str> {
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP".as_slice());
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some("image/png"),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("application/pdf"),
        _ if webp => Some("image/webp"),
        _ => None,
    }
}

impl House {
    /// Enters what was crossed on a paper. A no to looking is entered nowhere, and the photo is not kept either.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for anyone but the professional or for someone with an account; `Invalid` for a photo
    /// that is none; otherwise as [`House::say_yes`] and [`House::say_yes_again`].
    pub async fn file_paper(&self, caller: &Caller, id: ConversationId, filed: Filed<'_>) -> Result<()> {
        let by = caller.account()?.id;
        let content_type = kind(&filed.photo).ok_or(Error::invalid("photo", "invalid-paper-photo"))?;
        if filed.photo.len() > PAPER_MAX {
            return Err(Error::invalid("photo", "invalid-paper-large"));
        }
        let mut c = self.db.write().await?;
        let permit = Self::permit_in(&mut c, caller, id, Deed::Prepare).await?;
        let (facts, org) = kept(&mut c, id).await?;
        // What they read is what was printed for them, also when words or terms changed since.
        let printed = papers::printed(&mut c, filed.of).await?;
        let text_version = printed.as_deref().unwrap_or(filed.text_version);
        let answers = Answers { yes: filed.yes, means: Means::Paper, text_version };
        let saying = |voice, deed| Saying { org, caller, facts: &facts, voice, answers: &answers, deed };
        let mut gone = Vec::new();
        let client = if filed.after {
            let voice = asking::second_on_paper(&facts, &caller.reader, filed.of, caller.now)?;
            saying(voice, audit::Deed::FiledPaperAgain).again(&mut c).await?;
            false
        } else {
            let recording = crate::conversation::progress(&mut c, id).await?.0.recording;
            let voice = asking::first_on_paper(&facts, &caller.reader, filed.of, recording, caller.now)?;
            gone = saying(voice, audit::Deed::FiledPaper).first(&mut c).await?;
            voice.perspective == Some(Perspective::Client)
        };
        if !filed.yes.contains(&Purpose::Look) {
            self.commit_ringing(c, id, Change::Rights).await?;
            return self.remove_papers(id, gone).await;
        }
        if let Some(name) = filed.name.filter(|_| client) {
            let name = super::tidy_code_name(name)?;
            let place = crate::conversation::code_name_place(&filed.of.to_string());
            let sealed = self.vault.seal_text(&permit, &place, &name).await?;
            records::conversation::set_code_name(&mut c, filed.of, &sealed).await?;
        }
        let length = i64::try_from(filed.photo.len()).unwrap_or(i64::MAX);
        let paper = Paper {
            object: ObjectId::new(),
            conversation: id,
            participant: filed.of,
            after: filed.after,
            content_type: content_type.to_owned(),
            length,
            filed: caller.now,
        };
        papers::file(&mut c, &paper, by).await?;
        // Sealed before the row is kept, so that no row leads to nothing.
        let whole = futures::stream::iter([Ok::<_, std::convert::Infallible>(filed.photo)]);
        self.vault.write(&permit, paper.object, whole).await?;
        let done = self.commit_ringing(c, id, Change::Rights).await;
        if done.is_err() {
            self.vault.remove(id.into(), paper.object).await?;
        }
        done
    }

    /// Keeps what stands on a sheet that is printed for someone, and gives its version.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for anyone but the professional, or for someone with an account.
    #[crate::boxed]
    pub async fn print_sheet(
        &self,
        caller: &Caller,
        id: ConversationId,
        of: ParticipantId,
        content: &str,
    ) -> Result<String> {
        let version = self.keep_text(caller, content).await?;
        let mut c = self.db.write().await?;
        let facts = records::conversation::facts(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        method::consent::companion::asked(&facts, &caller.reader, of, caller.now)?;
        papers::set_printed(&mut c, of, &version).await?;
        c.commit().await?;
        Ok(version)
    }

    async fn remove_papers(&self, id: ConversationId, objects: Vec<ObjectId>) -> Result<()> {
        for object in objects {
            self.vault.remove(id.into(), object).await?;
        }
        Ok(())
    }

    /// The papers of a conversation, as facts: whose and when. For those in the picture and a privacy officer.
    ///
    /// # Errors
    /// `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn papers(&self, caller: &Caller, id: ConversationId) -> Result<Vec<Seen>> {
        let mut c = self.db.read().await?;
        let (facts, org) = kept(&mut c, id).await?;
        let officer = caller
            .member
            .as_ref()
            .is_some_and(|member| member.organisation == org && member.roles.contains(&Role::PrivacyOfficer));
        let voice = facts.voice(&caller.reader);
        if !officer && voice.is_none() {
            return Err(Refusal::Unknown.into());
        }
        let own = voice.and_then(|voice| voice.companion.map(|_| voice.id));
        let rows = papers::of_conversation(&mut c, id).await?.into_iter();
        // Whoever came along sees their own paper; the two who talk see all.
        let rows = rows.filter(|row| own.is_none_or(|own| own == row.participant));
        Ok(rows
            .map(|row| Seen { object: row.object, of: row.participant, after: row.after, filed: row.filed })
            .collect())
    }

    /// A photo of a paper: its type and its bytes, for whoever is in the picture.
    ///
    /// # Errors
    /// `Unknown` for anyone else, a privacy officer too; why everything ended.
    #[crate::boxed]
    pub async fn paper(&self, caller: &Caller, object: ObjectId) -> Result<(String, Vec<u8>)> {
        use futures::TryStreamExt;
        let mut c = self.db.read().await?;
        let Some(row) = papers::by_object(&mut c, object).await? else {
            return Err(super::missing(&mut c, caller, object).await?);
        };
        let facts = records::conversation::facts(&mut c, row.conversation).await?.ok_or(Refusal::Unknown)?;
        let permit = method::consent::companion::paper(&facts, &caller.reader, row.participant, caller.now)?;
        let stream = self.vault.read(&permit, object, 0..u64::try_from(row.length).unwrap_or(0)).await?;
        let pieces: Vec<Bytes> = stream.try_collect().await.map_err(Error::from)?;
        Ok((row.content_type, pieces.concat()))
    }
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn a_photo_is_known_by_its_first_bytes_and_nothing_that_runs_is_taken() {
        assert_eq!(kind(b"\xff\xd8\xff\xe0rest"), Some("image/jpeg"));
        assert_eq!(kind(b"\x89PNG\r\n\x1a\nrest"), Some("image/png"));
        assert_eq!(kind(b"RIFF\0\0\0\0WEBPVP8 "), Some("image/webp"));
        assert_eq!(kind(b"%PDF-1.7"), Some("application/pdf"));
        for other in ["", "<svg onload=alert(1)>", "<!doctype html>", "GIF89a", "RIFF1234AVI "] {
            assert_eq!(kind(other.as_bytes()), None, "{other}");
        }
    }
}
