//! Afterwards: in which conversation it was tried, what each tells of it, how they found that conversation, the verdict.

use method::Refusal;
use method::consent::Facts;
use method::ids::{ConversationId, TryoutId};
use method::permit::Deed;
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::{Closing, Helped, Rating, Verdict};
use records::Conn;

use super::{Reached, Told, place, reach, shown, told_place};
use crate::dialogue::facts;
use crate::house::ids;
use crate::journey::tidy_text;
use crate::{Caller, Error, House, Result};

/// How many questions each answers in their own words.
const fn questions(chair: Perspective) -> usize {
    match chair {
        Perspective::Professional => 4,
        Perspective::Coach => 3,
        Perspective::Client => 1,
    }
}

/// What someone tells of a tryout, as they typed it.
#[derive(Clone, Debug, Default)]
pub struct Telling {
    /// Their words, one per question; any may be empty.
    pub words: Vec<String>,
    /// A client's two answers: did the other do something else, did it help?
    pub answers: Option<(Helped, Helped)>,
    /// How they found the conversation in which it was tried.
    pub rating: Option<Rating>,
}

/// A tryout of which a participant can still tell something: nothing of its content.
#[derive(Clone, Debug)]
pub struct ToTell {
    /// Which.
    pub id: TryoutId,
    /// From which conversation it came.
    pub conversation: ConversationId,
    /// The chair of whoever tells.
    pub me: Perspective,
    /// The day of the conversation in which it was tried.
    pub held_on: Stamp,
    /// What they told before, if they did.
    pub told: Option<Told>,
    /// How they rated that conversation before, if they did.
    pub rating: Option<Rating>,
}

impl House {
    /// The conversations in which a tryout can have been tried: of the same journey, not before the one it came from.
    ///
    /// # Errors
    /// `NotInvited` for anyone but the professional; the refusals of comparing.
    #[crate::boxed]
    pub async fn next_choices(&self, caller: &Caller, id: TryoutId) -> Result<Vec<(ConversationId, Stamp)>> {
        let mut c = self.db.read().await?;
        let reached = reach(&mut c, caller, id, Deed::TryOut).await?;
        reached.only(Perspective::Professional)?;
        next_choices(&mut c, &reached).await
    }

    /// The professional says in which conversation it is or was tried, for the first time or anew.
    ///
    /// # Errors
    /// `NotInvited` for the others; `TryoutTold` once someone told of the one that was chosen; `Invalid` for a
    /// conversation that it cannot have been.
    #[crate::boxed]
    pub async fn choose_next(&self, caller: &Caller, id: TryoutId, next: ConversationId) -> Result<()> {
        let mut c = self.db.write().await?;
        let reached = reach(&mut c, caller, id, Deed::TryOut).await?;
        reached.only(Perspective::Professional)?;
        if !next_choices(&mut c, &reached).await?.iter().any(|(choice, _)| *choice == next) {
            return Err(Error::invalid("next", "invalid-next"));
        }
        reached.state()?.choose(told_of_next(&mut c, &reached).await?)?;
        records::tryout::set_next(&mut c, id, next).await?;
        Ok(c.commit().await?)
    }

    /// The professional closes it without a verdict, with a reason that is nobody's fault.
    ///
    /// # Errors
    /// `NotInvited` for the others, `TryoutTold` once there is a verdict.
    #[crate::boxed]
    pub async fn close_tryout(&self, caller: &Caller, id: TryoutId, why: Closing) -> Result<()> {
        let mut c = self.db.write().await?;
        let reached = reach(&mut c, caller, id, Deed::TryOut).await?;
        reached.only(Perspective::Professional)?;
        reached.state()?.close()?;
        records::tryout::close(&mut c, id, why, caller.now).await?;
        Ok(c.commit().await?)
    }

    /// What a participant can tell of, newest first; empty while there was no next conversation.
    ///
    /// # Errors
    /// `Unknown` for strangers, `ConsentSecond` before the second yes.
    #[crate::boxed]
    pub async fn to_tell(&self, caller: &Caller, conversation: ConversationId) -> Result<Vec<ToTell>> {
        self.permit(caller, conversation, Deed::Tell).await?;
        let mut c = self.db.read().await?;
        let mut list = Vec::new();
        for row in records::tryout::of_conversation(&mut c, conversation).await? {
            let id = TryoutId::parse(&row.id).ok_or_else(|| Error::Inner("id of a tryout".into()))?;
            match self.telling_in(&mut c, caller, id).await {
                Ok(one) => list.push(one),
                Err(Error::Refused(Refusal::TryoutEarly)) => {}
                Err(other) => return Err(other),
            }
        }
        list.reverse();
        Ok(list)
    }

    /// One tryout to tell of, with what this reader told before; nothing of the others.
    ///
    /// # Errors
    /// `Unknown` for strangers, `ConsentSecond` before the second yes, `TryoutEarly` before a next conversation.
    #[crate::boxed]
    pub async fn telling(&self, caller: &Caller, id: TryoutId) -> Result<ToTell> {
        self.telling_in(&mut self.db.read().await?, caller, id).await
    }

    async fn telling_in(&self, c: &mut Conn, caller: &Caller, id: TryoutId) -> Result<ToTell> {
        let reached = reach(c, caller, id, Deed::Tell).await?;
        reached.state()?.tell()?;
        let next = reached.row.next_conversation.as_deref().ok_or(Refusal::TryoutEarly)?;
        let next = ids::conversation(next)?;
        let held = records::conversation::by_id(c, next).await?.ok_or(Refusal::TryoutEarly)?;
        let key = self.vault.text_key(&reached.permit).await?;
        let told = shown::told(c, &reached, &key).await?;
        let rated = records::tryout::ratings(c, next).await?;
        let me = reached.me;
        Ok(ToTell {
            id,
            conversation: reached.conversation,
            me,
            held_on: Stamp(held.held_on),
            told: told.into_iter().find(|told| told.by == me),
            rating: rated.into_iter().find(|rated| rated.by == me).map(|rated| rated.rating),
        })
    }

    /// Someone tells what happened, and how they found the conversation. Telling again replaces it.
    ///
    /// # Errors
    /// `TryoutEarly` before there was a next conversation; `Invalid` when there is nothing to keep, or too much.
    #[crate::boxed]
    pub async fn tell(&self, caller: &Caller, id: TryoutId, telling: &Telling) -> Result<()> {
        let mut c = self.db.write().await?;
        let reached = reach(&mut c, caller, id, Deed::Tell).await?;
        reached.state()?.tell()?;
        let me = reached.me;
        let words = tidy_words(me, &telling.words)?;
        let answers = if me == Perspective::Client {
            Some(telling.answers.ok_or(Error::invalid("different", "invalid-choice"))?)
        } else if words.iter().all(String::is_empty) {
            return Err(Error::invalid("word_1", "invalid-telling-empty"));
        } else {
            None
        };
        let json = serde_json::to_string(&words).map_err(|_| Error::Inner("words of a telling".into()))?;
        let sealed = self.vault.seal_text(&reached.permit, &told_place(&reached.row.id, me), &json).await?;
        records::tryout::tell(&mut c, id, me, answers, Some(&sealed), caller.now).await?;
        if let (Some(rating), Some(next)) = (telling.rating, &reached.row.next_conversation) {
            records::tryout::rate(&mut c, ids::conversation(next)?, me, rating, caller.now).await?;
        }
        Ok(c.commit().await?)
    }

    /// The professional says what they do with it.
    ///
    /// # Errors
    /// `NotInvited` for the others, `TryoutEarly` before they told what happened; `Invalid` when the note is too long.
    #[crate::boxed]
    pub async fn judge(&self, caller: &Caller, id: TryoutId, verdict: Verdict, note: &str) -> Result<()> {
        let mut c = self.db.write().await?;
        let reached = reach(&mut c, caller, id, Deed::TryOut).await?;
        let told = records::tryout::told(&mut c, id).await?;
        let mine = told.iter().any(|told| told.perspective == Perspective::Professional.key());
        reached.state()?.judge(reached.me, mine, verdict)?;
        let note = tidy_text("note", note)?;
        let key = self.vault.text_key(&reached.permit).await?;
        let sealed = note.map(|note| key.seal(&place("verdict", &reached.row.id), &note)).transpose()?;
        records::tryout::set_verdict(&mut c, id, verdict, sealed.as_deref(), caller.now).await?;
        Ok(c.commit().await?)
    }

    /// How the reader found a conversation, on their own. Rating again replaces it.
    ///
    /// # Errors
    /// `Unknown` for strangers, `ConsentSecond` before the second yes.
    #[crate::boxed]
    pub async fn rate(&self, caller: &Caller, id: ConversationId, rating: Rating) -> Result<()> {
        let mut c = self.db.write().await?;
        let facts = facts(&mut c, id).await?;
        method::consent::decide(&facts, &caller.reader, Deed::Tell, caller.now)?;
        let me = own_chair(&facts, caller)?;
        records::tryout::rate(&mut c, id, me, rating, caller.now).await?;
        Ok(c.commit().await?)
    }

    /// How the reader rated a conversation before, if they did; never what others said of it.
    ///
    /// # Errors
    /// `Unknown` for strangers, `ConsentSecond` before the second yes.
    #[crate::boxed]
    pub async fn own_rating(&self, caller: &Caller, id: ConversationId) -> Result<Option<Rating>> {
        let mut c = self.db.read().await?;
        let facts = facts(&mut c, id).await?;
        method::consent::decide(&facts, &caller.reader, Deed::Tell, caller.now)?;
        let me = own_chair(&facts, caller)?;
        let rated = records::tryout::ratings(&mut c, id).await?;
        Ok(rated.into_iter().find(|rated| rated.by == me).map(|rated| rated.rating))
    }
}

fn own_chair(facts: &Facts, caller: &Caller) -> Result<Perspective> {
    Ok(facts.party(&caller.reader).ok_or(Refusal::Unknown)?.perspective)
}

/// One text per question of this chair, tidied; more than there are questions is left out.
fn tidy_words(chair: Perspective, typed: &[String]) -> Result<Vec<String>> {
    const FIELDS: [&str; 4] = ["word_1", "word_2", "word_3", "word_4"];
    let mut words = Vec::new();
    for (field, text) in FIELDS.iter().zip(typed).take(questions(chair)) {
        words.push(tidy_text(field, text)?.unwrap_or_default());
    }
    Ok(words)
}

async fn next_choices(c: &mut Conn, reached: &Reached) -> Result<Vec<(ConversationId, Stamp)>> {
    let journey = ids::journey(&reached.row.journey)?;
    let held = records::journey::held(c, journey).await?;
    // Not the one it came from, nor the one in which the tryout it follows was tried, nor one before those.
    let mut before = vec![reached.row.conversation.clone()];
    if let Some(followed) = reached.row.follows.as_deref().and_then(TryoutId::parse) {
        let followed = records::tryout::by_id(c, followed).await?;
        before.extend(followed.and_then(|row| row.next_conversation));
    }
    let from = held.iter().filter(|one| before.contains(&one.id)).map(|one| one.held_on).max();
    let from = from.unwrap_or(i64::MIN);
    held.iter()
        .filter(|one| !before.contains(&one.id) && one.held_on >= from && one.destroyed_at.is_none())
        .map(|one| Ok((ids::conversation(&one.id)?, Stamp(one.held_on))))
        .collect()
}

/// Whether someone told of the conversation that is chosen; what was told of one that is gone no longer binds.
async fn told_of_next(c: &mut Conn, reached: &Reached) -> Result<bool> {
    let chosen = reached.row.next_conversation.is_some();
    Ok(chosen && !records::tryout::told(c, reached.id).await?.is_empty())
}
