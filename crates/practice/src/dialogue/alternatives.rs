//! Another way to act: thought of at the table, changed or taken back by who wrote it as long as nothing hangs on it.

use method::Refusal;
use method::dialogue::Subject;
use method::dialogue::alternative::{IdeaOf, change};
use method::ids::{AlternativeId, ConversationId, ParticipantId};
use method::permit::Deed;
use records::Conn;
use serde::{Deserialize, Serialize};
use vault::TextKey;

use super::writing::at_the_table;
use super::{alternative_place, facts};
use crate::house::bells::Change;
use crate::journey::tidy_text;
use crate::{Caller, Error, House, Result};

/// The words of another way to act, wherever it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// What one wants to reach.
    #[serde(default)]
    pub intention: String,
    /// What to say or do.
    #[serde(default)]
    pub words: String,
    /// What might happen then; may be empty.
    #[serde(default)]
    pub might: String,
    /// What it asks of the professional; may be empty.
    #[serde(default)]
    pub asks: String,
}

impl Sentence {
    /// The same as it is kept: trimmed, with what must be there.
    ///
    /// # Errors
    /// `Invalid` when intention or words are missing, or a text is too long.
    pub(super) fn tidy(&self) -> Result<Self> {
        let need = |field, text: &str, missing| tidy_text(field, text)?.ok_or(Error::invalid(field, missing));
        Ok(Self {
            intention: need("intention", &self.intention, "invalid-intention-empty")?,
            words: need("words", &self.words, "invalid-words-empty")?,
            might: tidy_text("might", &self.might)?.unwrap_or_default(),
            asks: tidy_text("asks", &self.asks)?.unwrap_or_default(),
        })
    }

    /// Its texts.
    #[must_use]
    pub fn texts(&self) -> [&str; 4] {
        [&self.intention, &self.words, &self.might, &self.asks]
    }

    pub(super) fn sealed(&self, key: &TextKey, place: &str) -> Result<Vec<u8>> {
        let json = serde_json::to_string(self).map_err(|_| Error::Inner("words of a sentence".into()))?;
        Ok(key.seal(place, &json)?)
    }

    pub(super) fn opened(key: &TextKey, place: &str, sealed: &[u8]) -> Result<Self> {
        serde_json::from_str(&key.open(place, sealed)?)
            .map_err(|_| Error::Inner("words of a sentence".into()))
    }
}

/// An alternative as someone typed it.
#[derive(Clone, Debug)]
pub struct Idea {
    /// What one wants to reach.
    pub intention: String,
    /// What to say or do.
    pub words: String,
    /// What might happen then; may be empty.
    pub might: String,
    /// What it asks of the professional; may be empty.
    pub asks: String,
    /// Whose idea it was.
    pub of: IdeaOf,
}

impl Idea {
    /// These words as an idea.
    #[must_use]
    pub fn new(sentence: Sentence, of: IdeaOf) -> Self {
        let Sentence { intention, words, might, asks } = sentence;
        Self { intention, words, might, asks, of }
    }

    fn sentence(&self) -> Sentence {
        let one = self.clone();
        Sentence { intention: one.intention, words: one.words, might: one.might, asks: one.asks }
    }
}

/// The four texts, each sealed for its own place.
struct Sealed {
    intention: Vec<u8>,
    words: Vec<u8>,
    might: Option<Vec<u8>>,
    asks: Option<Vec<u8>>,
}

fn sealed(key: &TextKey, id: AlternativeId, sentence: &Sentence) -> Result<Sealed> {
    let seal = |field: &str, text: &str| key.seal(&alternative_place(&id.to_string(), field), text);
    let maybe = |field: &str, text: &str| (!text.is_empty()).then(|| seal(field, text)).transpose();
    Ok(Sealed {
        intention: seal("intention", &sentence.intention)?,
        words: seal("words", &sentence.words)?,
        might: maybe("might", &sentence.might)?,
        asks: maybe("asks", &sentence.asks)?,
    })
}

/// Writes an alternative down within a transaction, for someone who may write at this table.
pub(super) async fn insert(
    c: &mut Conn,
    caller: &Caller,
    key: &TextKey,
    (conversation, author): (ConversationId, ParticipantId),
    subject: Subject,
    (sentence, of): (&Sentence, IdeaOf),
) -> Result<AlternativeId> {
    let id = AlternativeId::new();
    let texts = sealed(key, id, sentence)?;
    let new = records::dialogue::NewAlternative {
        id,
        conversation,
        subject,
        author,
        idea_of: of,
        intention_sealed: &texts.intention,
        words_sealed: &texts.words,
        asks_sealed: texts.asks.as_deref(),
        might_sealed: texts.might.as_deref(),
    };
    records::dialogue::insert_alternative(c, &new, caller.now).await?;
    Ok(id)
}

impl House {
    /// Writes down something else that could have been said or done.
    ///
    /// # Errors
    /// `Invalid` when intention or words are missing or too long; `Unknown` for a subject that does not lie on the
    /// table; the refusals of comparing.
    #[crate::boxed]
    pub async fn add_alternative(
        &self,
        caller: &Caller,
        id: ConversationId,
        subject: Subject,
        idea: &Idea,
    ) -> Result<AlternativeId> {
        let mut c = self.db.write().await?;
        let (_, key) = at_the_table(self, &mut c, caller, id, subject).await?;
        let sentence = idea.sentence().tidy()?;
        let author = facts(&mut c, id).await?.party(&caller.reader).ok_or(Refusal::Unknown)?.id;
        let new = insert(&mut c, caller, &key, (id, author), subject, (&sentence, idea.of)).await?;
        self.commit_ringing(c, id, Change::Alternatives).await?;
        Ok(new)
    }

    /// Changes an alternative of one's own.
    ///
    /// # Errors
    /// `NotInvited` when someone else wrote it, `AlternativeTried` once a tryout hangs on it, `Unknown` when it is of
    /// another conversation; `Invalid` as for a new one.
    #[crate::boxed]
    pub async fn change_alternative(
        &self,
        caller: &Caller,
        id: ConversationId,
        which: AlternativeId,
        idea: &Idea,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        let permit = Self::permit_in(&mut c, caller, id, Deed::Compare).await?;
        ones_own(&mut c, caller, id, which).await?;
        let texts = sealed(&self.vault.text_key(&permit).await?, which, &idea.sentence().tidy()?)?;
        let (asks, might) = (texts.asks.as_deref(), texts.might.as_deref());
        let retold = (texts.intention.as_slice(), texts.words.as_slice(), asks, might);
        if !records::dialogue::change_alternative(&mut c, which, retold, idea.of, caller.now).await? {
            return Err(Refusal::AlternativeTried.into());
        }
        self.commit_ringing(c, id, Change::Alternatives).await
    }

    /// Takes an alternative of one's own back.
    ///
    /// # Errors
    /// As for changing it.
    #[crate::boxed]
    pub async fn remove_alternative(
        &self,
        caller: &Caller,
        id: ConversationId,
        which: AlternativeId,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        Self::permit_in(&mut c, caller, id, Deed::Compare).await?;
        ones_own(&mut c, caller, id, which).await?;
        if !records::dialogue::delete_alternative(&mut c, which).await? {
            return Err(Refusal::AlternativeTried.into());
        }
        self.commit_ringing(c, id, Change::Alternatives).await
    }
}

async fn ones_own(c: &mut Conn, caller: &Caller, id: ConversationId, which: AlternativeId) -> Result<()> {
    let row = records::dialogue::alternative(c, which).await?;
    let row = row.filter(|row| row.conversation == id.to_string()).ok_or(Refusal::Unknown)?;
    let me = facts(c, id).await?.party(&caller.reader).ok_or(Refusal::Unknown)?.id;
    let author = ParticipantId::parse(&row.author).ok_or_else(|| Error::Inner("author".into()))?;
    Ok(change(author, me, usize::try_from(row.tryouts).unwrap_or(0))?)
}
