//! Searching one's own conversations, in memory: opened for whoever asks, looked through, and let go again.
//!
//! Nothing is indexed and nothing is kept. What is looked through is what the reader could open on its own page now:
//! their own look always; the sealed looks of others only once the looks lie side by side for them.

use method::Refusal;
use method::consent::{self, Facts};
use method::ids::{ConversationId, LookId, MomentId};
use method::looking::{LeadQuestion, MomentKind, Step};
use method::permit::{Deed, Permit};
use method::roles::Perspective;
use method::time::Stamp;
use records::Conn;
use records::looking::{self, Look};
use vault::TextKey;

use crate::conversation::Overview;
use crate::house::ids;
use crate::looking::{answer_place, note_place, opened, word_place};
use crate::{Caller, Error, House, Result};

/// How many conversations are looked through, from the newest.
const LOOKED_THROUGH: i64 = 200;
/// How many places are shown; whoever finds more asks more.
pub const MOST: usize = 100;

/// What is asked; whatever is left out is anything.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Held on this day or later.
    pub from: Option<Stamp>,
    /// Held before this.
    pub until: Option<Stamp>,
    /// A part of the client's code name.
    pub name: String,
    /// A moment of this kind.
    pub kind: Option<MomentKind>,
    /// About this lead question.
    pub question: Option<LeadQuestion>,
    /// Words in one's own notes and answers.
    pub words: String,
}

impl Asked {
    /// Whether nothing is asked at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.from.is_none() && self.until.is_none() && self.name.trim().is_empty() && !self.inside()
    }

    /// Whether it asks for something within conversations, and not for conversations themselves.
    #[must_use]
    pub fn inside(&self) -> bool {
        self.kind.is_some() || self.question.is_some() || !self.words.trim().is_empty()
    }

    fn needles(&self) -> Vec<String> {
        self.words.split_whitespace().map(str::to_lowercase).collect()
    }
}

/// A place that was found.
#[derive(Clone, Debug)]
pub enum Place {
    /// A moment.
    Moment {
        /// Which.
        id: MomentId,
        /// What kind.
        kind: MomentKind,
        /// Where in the recording it begins.
        start: i64,
        /// The note with it; empty when there is none.
        note: String,
    },
    /// An answer to a lead question.
    Answer {
        /// Which question.
        question: LeadQuestion,
        /// The step that was chosen.
        step: Option<Step>,
        /// What was written; empty when there is nothing.
        text: String,
    },
}

/// Where a place is: in whose look, and whether the looks lie side by side for the reader.
#[derive(Clone, Debug)]
pub struct Spot {
    /// In which look.
    pub look: LookId,
    /// Whose look.
    pub by: Perspective,
    /// Whether it is the reader's own.
    pub own: bool,
    /// Whether the page of the dialogue is open to them.
    pub together: bool,
    /// What is there.
    pub place: Place,
}

/// What was found in one conversation.
#[derive(Clone, Debug)]
pub struct Found {
    /// The conversation.
    pub conversation: Overview,
    /// The places in it, in the order of the recording; none when only conversations were asked.
    pub spots: Vec<Spot>,
}

fn holds(needles: &[String], texts: &[&str]) -> bool {
    let all = texts.join("\n").to_lowercase();
    needles.iter().all(|needle| all.contains(needle))
}

impl House {
    /// Finds conversations, or places in them, among those in which a member has a part. At most [`MOST`] places.
    ///
    /// # Errors
    /// `Unknown` for whoever has no account.
    #[crate::boxed]
    pub async fn search(&self, caller: &Caller, asked: &Asked) -> Result<Vec<Found>> {
        let me = caller.account()?.id;
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        let rows = records::conversation::of_member(&mut self.db.read().await?, me, LOOKED_THROUGH).await?;
        let (mut found, mut places) = (Vec::new(), 0);
        for row in rows {
            let held = Stamp(row.held_on);
            if asked.from.is_some_and(|from| held < from) || asked.until.is_some_and(|until| held >= until) {
                continue;
            }
            let conversation = self.conversation(caller, ids::conversation(&row.id)?).await?;
            if !named(&conversation, asked.name.trim()) {
                continue;
            }
            let spots =
                if asked.inside() { self.spots(caller, conversation.id, asked).await? } else { Vec::new() };
            if asked.inside() && spots.is_empty() {
                continue;
            }
            places += spots.len();
            found.push(Found { conversation, spots });
            if places >= MOST {
                break;
            }
        }
        Ok(found)
    }

    async fn spots(&self, caller: &Caller, id: ConversationId, asked: &Asked) -> Result<Vec<Spot>> {
        let mut c = self.db.read().await?;
        let facts = records::conversation::facts(&mut c, id).await?.ok_or(Refusal::Unknown)?;
        // What cannot be opened now is not there to be found.
        let Ok(permit) = consent::decide(&facts, &caller.reader, Deed::Look, caller.now) else {
            return Ok(Vec::new());
        };
        let looks = readable(&mut c, caller, &facts, &permit, asked).await?;
        if looks.is_empty() {
            return Ok(Vec::new());
        }
        let deed = if looks.iter().all(|(look, _)| look.own) { Deed::Look } else { Deed::Compare };
        let key = match self.vault.text_key(&permit).await.map_err(Error::from) {
            Ok(key) => key,
            // It was stopped while we were at it.
            Err(Error::Refused(_)) => return Ok(Vec::new()),
            Err(other) => return Err(other),
        };
        let mut spots = Vec::new();
        for (look, together) in looks {
            for place in places(&mut c, &permit, &key, &look, asked).await? {
                spots.push(Spot { look: look.id, by: look.perspective, own: look.own, together, place });
            }
        }
        drop(c);
        self.note_opening(caller, id, deed).await?;
        spots.sort_by_key(|spot| match &spot.place {
            Place::Moment { start, .. } => *start,
            Place::Answer { .. } => i64::MAX,
        });
        Ok(spots)
    }
}

fn named(conversation: &Overview, part: &str) -> bool {
    let name = conversation.name_of(Perspective::Client).unwrap_or_default();
    part.is_empty() || name.to_lowercase().contains(&part.to_lowercase())
}

/// The looks that may be looked through, each with whether they lie side by side for the reader. Words are sought in
/// one's own look only: they are a way to find back what one wrote.
async fn readable(
    c: &mut Conn,
    caller: &Caller,
    facts: &Facts,
    permit: &Permit,
    asked: &Asked,
) -> Result<Vec<(Look, bool)>> {
    let together = consent::decide(facts, &caller.reader, Deed::Compare, caller.now).is_ok();
    let others = together && asked.words.trim().is_empty();
    let looks = looking::visible(c, permit).await?.into_iter();
    let may = looks.filter(|look| look.own || (others && look.state.is_sealed()));
    Ok(may.map(|look| (look, together)).collect())
}

async fn places(
    c: &mut Conn,
    permit: &Permit,
    key: &TextKey,
    look: &Look,
    asked: &Asked,
) -> Result<Vec<Place>> {
    let needles = asked.needles();
    let answers = looking::answers(c, permit, look.id).await?;
    let rests: Option<Vec<MomentId>> = asked.question.map(|question| {
        let answer = answers.iter().find(|answer| answer.question == question);
        answer.map_or_else(Vec::new, |answer| answer.moments.clone())
    });
    let mut found = Vec::new();
    for row in looking::moments(c, permit, look.id).await? {
        let fits = asked.kind.is_none_or(|kind| kind == row.kind)
            && rests.as_ref().is_none_or(|ids| ids.contains(&row.id));
        if !fits {
            continue;
        }
        let note = opened(key, &note_place(row.id), row.note_sealed.as_ref())?;
        let word = opened(key, &word_place(row.id), row.word_sealed.as_ref())?;
        if holds(&needles, &[&note, &word]) {
            found.push(Place::Moment { id: row.id, kind: row.kind, start: row.span.start, note });
        }
    }
    // Who asks for a kind of moment asks for moments.
    let wanted = |question| asked.kind.is_none() && asked.question.is_none_or(|asked| asked == question);
    for row in answers.iter().filter(|row| wanted(row.question)) {
        let text = opened(key, &answer_place(look.id, row.question), row.text_sealed.as_ref())?;
        let said = row.step.is_some() || !text.is_empty();
        if said && holds(&needles, &[&text]) {
            found.push(Place::Answer { question: row.question, step: row.step, text });
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_must_be_there_in_any_order_and_case() {
        let needles = |words: &str| Asked { words: words.into(), ..Asked::default() }.needles();
        assert!(holds(&needles("Toen STIL"), &["hij werd stil", "en toen?"]));
        assert!(!holds(&needles("stil weg"), &["hij werd stil"]));
        assert!(holds(&[], &[""]));
        assert!(Asked { words: "  ".into(), ..Asked::default() }.is_empty());
    }
}
