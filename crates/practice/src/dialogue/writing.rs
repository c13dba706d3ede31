//! Writing together: a shared reading where nobody overwrites what they have not seen.

use method::Refusal;
use method::dialogue::Subject;
use method::ids::{ConversationId, ReadingId};
use method::permit::{Deed, Permit};
use records::Conn;
use records::dialogue::Writing;
use vault::TextKey;

use super::{Reading, Words, facts, looks, reading, reading_place, takeaway_place};
use crate::house::bells::Change;
use crate::journey::tidy_text;
use crate::{Caller, Error, House, Result};

/// A shared reading as someone typed it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What they wrote.
    pub words: Words,
    /// "We still see this differently": a full answer, also without a text.
    pub differs: bool,
    /// Which version they had before them; 0 when there was none.
    pub seen: i64,
}

/// What became of a draft.
#[derive(Debug)]
pub enum Written {
    /// It is kept.
    Kept,
    /// Someone else wrote meanwhile; nothing was changed. Theirs, to lay beside one's own.
    Meanwhile(Box<Reading>),
}

fn tidy_words(typed: &Words) -> Result<Words> {
    let tidy = |field, text: &str| Ok::<_, Error>(tidy_text(field, text)?.unwrap_or_default());
    Ok(Words {
        ours: tidy("ours", &typed.ours)?,
        all_saw: tidy("all_saw", &typed.all_saw)?,
        unknown: tidy("unknown", &typed.unknown)?,
    })
}

/// The key of one reader's comparing, once it is sure that they may write about this.
pub(super) async fn at_the_table(
    house: &House,
    c: &mut Conn,
    caller: &Caller,
    id: ConversationId,
    subject: Subject,
) -> Result<(Permit, TextKey)> {
    let permit = House::permit_in(c, caller, id, Deed::Compare).await?;
    let key = house.vault.text_key(&permit).await?;
    if let Subject::Moment(moment) = subject {
        // A moment of another conversation, or of a look that is still open, is not there for this reader.
        looks(c, &permit, &key).await?.touch(moment).ok_or(Refusal::Unknown)?;
    }
    Ok((permit, key))
}

impl House {
    /// Writes a shared reading, unless someone else did so since the writer last saw it.
    ///
    /// # Errors
    /// `Invalid` when there is neither text nor difference, or too much of it; `Unknown` for a subject that does
    /// not lie on the table; the refusals of comparing.
    #[crate::boxed]
    pub async fn write_reading(
        &self,
        caller: &Caller,
        id: ConversationId,
        subject: Subject,
        draft: &Draft,
    ) -> Result<Written> {
        let mut c = self.db.write().await?;
        let (_, key) = at_the_table(self, &mut c, caller, id, subject).await?;
        let words = tidy_words(&draft.words)?;
        if words == Words::default() && !draft.differs {
            return Err(Error::invalid("ours", "invalid-reading-empty"));
        }
        let json = serde_json::to_string(&words).map_err(|_| Error::Inner("words of a reading".into()))?;
        let facts = facts(&mut c, id).await?;
        let by = facts.party(&caller.reader).ok_or(Refusal::Unknown)?.id;
        let there = records::dialogue::reading(&mut c, id, subject).await?;
        let version = there.as_ref().map_or(0, |row| row.version);
        if let Some(row) = there.as_ref().filter(|_| version != draft.seen) {
            return Ok(Written::Meanwhile(Box::new(reading(&facts, &key, row.clone())?)));
        }
        let reading_id = match &there {
            Some(row) => ReadingId::parse(&row.id).ok_or_else(|| Error::Inner("id of a reading".into()))?,
            None => ReadingId::new(),
        };
        let sealed = key.seal(&reading_place(&reading_id.to_string()), &json)?;
        let writing = Writing {
            id: reading_id,
            conversation: id,
            subject,
            text_sealed: &sealed,
            differs: draft.differs,
            by,
            at: caller.now,
        };
        let kept = if there.is_some() {
            records::dialogue::update_reading(&mut c, &writing, draft.seen).await?
        } else {
            match records::dialogue::insert_reading(&mut c, &writing).await {
                Err(error) if error.is_duplicate() => false,
                other => other.map(|()| true)?,
            }
        };
        if kept {
            self.commit_ringing(c, id, Change::Readings).await?;
            return Ok(Written::Kept);
        }
        // Someone else was faster between our looking and our writing; what they wrote is there now.
        drop(c);
        let row = records::dialogue::reading(&mut self.db.read().await?, id, subject).await?;
        Ok(Written::Meanwhile(Box::new(reading(&facts, &key, row.ok_or(Refusal::ChangedMeanwhile)?)?)))
    }

    /// Writes down what the reader takes along themselves, over what they wrote before.
    ///
    /// # Errors
    /// `Invalid` when it is empty or too long; the refusals of comparing.
    #[crate::boxed]
    pub async fn take_along(&self, caller: &Caller, id: ConversationId, text: &str) -> Result<()> {
        let text =
            tidy_text("takeaway", text)?.ok_or(Error::invalid("takeaway", "invalid-takeaway-empty"))?;
        let mut c = self.db.write().await?;
        let permit = Self::permit_in(&mut c, caller, id, Deed::Compare).await?;
        let key = self.vault.text_key(&permit).await?;
        let me = facts(&mut c, id).await?.party(&caller.reader).ok_or(Refusal::Unknown)?.id;
        let sealed = key.seal(&takeaway_place(me), &text)?;
        records::dialogue::session::take_along(&mut c, id, me, &sealed, caller.now).await?;
        self.commit_ringing(c, id, Change::Takeaways).await
    }
}
