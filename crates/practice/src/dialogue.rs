//! Talking it through: sealed looks laid side by side, shared readings, alternatives.
//!
//! Nothing opens here without a `Compare` permit: one's own look sealed, and at least one other. Nothing is
//! averaged, counted up or ranked.

mod alternatives;
mod collection;
mod offers;
mod own;
pub(crate) mod peers;
mod planning;
pub mod session;
mod writing;

use method::consent::Facts;
use method::dialogue::alternative::IdeaOf;
use method::dialogue::{Mark, Place, Subject, places};
use method::ids::{AlternativeId, ConversationId, MomentId, ParticipantId};
use method::looking::{LeadQuestion, Step};
use method::permit::{Deed, Permit};
use method::roles::Perspective;
use method::time::Stamp;
use records::{Conn, looking};
use serde::{Deserialize, Serialize};
use vault::TextKey;

use crate::{Caller, Error, House, Result};

pub use alternatives::{Idea, Sentence};
pub use collection::{Collection, Fits, From, Keeping, Kept, Shared, Sharing};
pub use offers::{Offer, OfferState};
pub use own::Together;
pub use peers::{Along, Asked, Invited, PeerNote, PeerTable};
pub use planning::Planned;
pub use writing::{Draft, Written};

/// A moment with the words of who marked it.
#[derive(Clone, Debug)]
pub struct Touch {
    /// Where, what kind, by whom.
    pub mark: Mark,
    /// What they wrote with it.
    pub note: Option<String>,
    /// Their own word, for the kind that has none.
    pub word: Option<String>,
}

/// One person's answer to one lead question.
#[derive(Clone, Debug)]
pub struct Voice {
    /// From which chair.
    pub by: Perspective,
    /// The step in words they chose.
    pub step: Option<Step>,
    /// What they wrote.
    pub text: Option<String>,
    /// The moments it rests on, in the order of the recording.
    pub moments: Vec<MomentId>,
}

/// What someone added to their look after sealing it.
#[derive(Clone, Debug)]
pub struct Added {
    /// From which chair.
    pub by: Perspective,
    /// What they added.
    pub text: String,
    /// When.
    pub at: Stamp,
}

/// The words of a shared reading; any may be empty when they only say that they differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What they read together.
    #[serde(default)]
    pub ours: String,
    /// What all of them saw.
    #[serde(default)]
    pub all_saw: String,
    /// What they do not know yet.
    #[serde(default)]
    pub unknown: String,
}

/// What they read together, in one question or at one moment.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What it is about.
    pub subject: Subject,
    /// What they wrote.
    pub words: Words,
    /// Whether they still see it differently.
    pub differs: bool,
    /// Which version this is.
    pub version: i64,
    /// Who wrote this version; nobody when their part is gone.
    pub by: Option<Perspective>,
    /// When.
    pub at: Stamp,
    /// Who was there when it was written, at a session; nobody when it was written outside one.
    pub there: Vec<Perspective>,
}

/// Something else that could have been said or done.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// Which.
    pub id: AlternativeId,
    /// At which moment or question.
    pub subject: Subject,
    /// Who wrote it down.
    pub author: Option<ParticipantId>,
    /// Whose idea it was.
    pub idea_of: IdeaOf,
    /// What one wants to reach.
    pub intention: String,
    /// What to say or do.
    pub words: String,
    /// What might happen then.
    pub might: Option<String>,
    /// What it asks of the professional.
    pub asks: Option<String>,
    /// When.
    pub at: Stamp,
    /// How many tryouts hang on it.
    pub tryouts: usize,
}

impl Alternative {
    /// Whether this participant can change it or take it back now.
    #[must_use]
    pub fn changes_for(&self, reader: ParticipantId) -> bool {
        self.author
            .is_some_and(|author| method::dialogue::alternative::change(author, reader, self.tryouts).is_ok())
    }
}

/// Everything that lies on the table when two or three looks are sealed.
#[derive(Debug)]
pub struct Table {
    /// The chairs whose looks lie here, in the order of the chairs.
    pub chairs: Vec<Perspective>,
    /// The moments of all of them, in the order of the recording.
    pub touches: Vec<Touch>,
    /// Where those meet, and where one saw something.
    pub places: Vec<Place>,
    /// The answers, next to each other per question.
    pub voices: Vec<(LeadQuestion, Vec<Voice>)>,
    /// What was added after sealing, oldest first.
    pub additions: Vec<Added>,
    /// What was read together.
    pub readings: Vec<Reading>,
    /// What stood there before it was changed, oldest first.
    pub earlier: Vec<Reading>,
    /// What each takes along.
    pub takeaways: Vec<(Perspective, String)>,
    /// What else could have been said or done, oldest first.
    pub alternatives: Vec<Alternative>,
}

impl Table {
    /// The place to which a moment belongs.
    #[must_use]
    pub fn place_of(&self, moment: MomentId) -> Option<&Place> {
        self.places.iter().find(|place| place.has(moment))
    }

    /// The words with one moment.
    #[must_use]
    pub fn touch(&self, moment: MomentId) -> Option<&Touch> {
        self.touches.iter().find(|touch| touch.mark.id == moment)
    }

    /// The answers to one question.
    #[must_use]
    pub fn answers(&self, question: LeadQuestion) -> &[Voice] {
        self.voices.iter().find(|(q, _)| *q == question).map_or(&[], |(_, voices)| voices)
    }

    /// What was read together about this.
    #[must_use]
    pub fn reading(&self, subject: Subject) -> Option<&Reading> {
        self.readings.iter().find(|one| one.subject == subject)
    }

    /// Whether one can write about this: a question always, a moment when it lies on the table.
    #[must_use]
    pub fn knows(&self, subject: Subject) -> bool {
        match subject {
            Subject::Question(_) => true,
            Subject::Moment(id) => self.touch(id).is_some(),
        }
    }
}

/// Where a reading's text stands, for sealing.
pub(crate) fn reading_place(id: &str) -> String {
    format!("readings.text/{id}")
}

/// Where stands what someone takes along, for sealing.
fn takeaway_place(who: ParticipantId) -> String {
    format!("takeaways.text/{who}")
}

/// Where the texts of an alternative stand, for sealing.
pub(crate) fn alternative_place(id: &str, field: &str) -> String {
    format!("alternatives.{field}/{id}")
}

impl House {
    /// The sealed looks side by side, with what was read together.
    ///
    /// # Errors
    /// `LookBlind` before one's own seal, `DialogueEarly` before anyone else's, or another rule's refusal.
    #[crate::boxed]
    pub async fn table(&self, caller: &Caller, id: ConversationId) -> Result<Table> {
        let permit = self.permit(caller, id, Deed::Compare).await?;
        let key = self.vault.text_key(&permit).await?;
        let mut c = self.db.read().await?;
        let facts = facts(&mut c, id).await?;
        let mut table = looks(&mut c, &permit, &key).await?;
        let presences = session::presences(&mut c, id).await?;
        let parties = &facts.parties;
        let there = |at: Stamp| {
            let there = method::dialogue::session::there(&presences, at);
            Perspective::ALL.iter().copied().filter(move |chair| {
                parties.iter().any(|party| party.perspective == *chair && there.contains(&party.id))
            })
        };
        for row in records::dialogue::readings(&mut c, id).await? {
            let at = Stamp(row.changed_at);
            table.readings.push(Reading { there: there(at).collect(), ..reading(&facts, &key, row)? });
        }
        for row in records::dialogue::earlier_readings(&mut c, id).await? {
            let at = Stamp(row.changed_at);
            table.earlier.push(Reading { there: there(at).collect(), ..reading(&facts, &key, row)? });
        }
        for (who, sealed, _) in records::dialogue::session::takeaways(&mut c, id).await? {
            let text = key.open(&takeaway_place(who), &sealed)?.to_string();
            if let Some(chair) = chair(&facts, &who.to_string()) {
                table.takeaways.push((chair, text));
            }
        }
        table.takeaways.sort_by_key(|(chair, _)| *chair);
        for row in records::dialogue::alternatives(&mut c, id).await? {
            table.alternatives.push(alternative(&key, &row)?);
        }
        Ok(table)
    }
}

pub(crate) async fn facts(c: &mut Conn, id: ConversationId) -> Result<Facts> {
    Ok(records::conversation::facts(c, id).await?.ok_or(method::Refusal::Unknown)?)
}

/// The chair of a participant, if they still have a part.
pub(crate) fn chair(facts: &Facts, participant: &str) -> Option<Perspective> {
    let id = ParticipantId::parse(participant)?;
    facts.parties.iter().find(|party| party.id == id).map(|party| party.perspective)
}

/// Opens a text that may not be there.
pub(crate) fn open_if(key: &TextKey, place: &str, sealed: Option<&Vec<u8>>) -> Result<Option<String>> {
    Ok(sealed.map(|sealed| key.open(place, sealed)).transpose()?.map(|text| text.to_string()))
}

async fn looks(c: &mut Conn, permit: &Permit, key: &TextKey) -> Result<Table> {
    let mut looks = looking::visible(c, permit).await?;
    // A look that a coach is still writing down for a client is visible to that coach, and does not belong here.
    looks.retain(|look| look.state.is_sealed());
    looks.sort_by_key(|look| look.perspective);
    let (mut touches, mut additions) = (Vec::new(), Vec::new());
    let mut voices: Vec<(LeadQuestion, Vec<Voice>)> =
        LeadQuestion::ALL.iter().map(|question| (*question, Vec::new())).collect();
    for look in &looks {
        let by = look.perspective;
        for moment in looking::moments(c, permit, look.id).await? {
            touches.push(touch(key, by, &moment)?);
        }
        for answer in looking::answers(c, permit, look.id).await? {
            let place = format!("answers.text/{}/{}", look.id, answer.question);
            let text = open_if(key, &place, answer.text_sealed.as_ref())?;
            let voice = Voice { by, step: answer.step, text, moments: answer.moments };
            if let Some((_, said)) = voices.iter_mut().find(|(question, _)| *question == answer.question) {
                said.push(voice);
            }
        }
        for added in looking::additions(c, permit, look.id).await? {
            let text = key.open(&format!("additions.text/{}", added.id), &added.text_sealed)?.to_string();
            additions.push(Added { by, text, at: added.created_at });
        }
    }
    touches.sort_by_key(|touch| (touch.mark.span.start, touch.mark.span.end, touch.mark.by, touch.mark.id));
    additions.sort_by_key(|added| added.at);
    let marks: Vec<Mark> = touches.iter().map(|touch| touch.mark).collect();
    Ok(Table {
        chairs: looks.iter().map(|look| look.perspective).collect(),
        places: places(&marks),
        touches,
        voices,
        additions,
        readings: Vec::new(),
        earlier: Vec::new(),
        takeaways: Vec::new(),
        alternatives: Vec::new(),
    })
}

fn touch(key: &TextKey, by: Perspective, row: &looking::Moment) -> Result<Touch> {
    let id = row.id;
    Ok(Touch {
        mark: Mark { id, by, kind: row.kind, whose: row.whose, strength: row.strength, span: row.span },
        note: open_if(key, &format!("moments.note/{id}"), row.note_sealed.as_ref())?,
        word: open_if(key, &format!("moments.word/{id}"), row.word_sealed.as_ref())?,
    })
}

fn reading(facts: &Facts, key: &TextKey, row: records::dialogue::Reading) -> Result<Reading> {
    Ok(Reading {
        subject: subject(&row.subject)?,
        words: serde_json::from_str(&key.open(&reading_place(&row.id), &row.text_sealed)?)
            .map_err(|_| Error::Inner("words of a reading".into()))?,
        differs: row.differs,
        version: row.version,
        by: chair(facts, &row.changed_by),
        at: Stamp(row.changed_at),
        there: Vec::new(),
    })
}

pub(crate) fn alternative(key: &TextKey, row: &records::dialogue::Alternative) -> Result<Alternative> {
    let open = |field: &str, sealed: &Vec<u8>| key.open(&alternative_place(&row.id, field), sealed);
    let maybe =
        |field: &str, sealed: Option<&Vec<u8>>| open_if(key, &alternative_place(&row.id, field), sealed);
    Ok(Alternative {
        id: AlternativeId::parse(&row.id).ok_or_else(|| Error::Inner("id of an alternative".into()))?,
        subject: subject(&row.subject)?,
        author: ParticipantId::parse(&row.author),
        idea_of: IdeaOf::parse(&row.idea_of).ok_or_else(|| Error::Inner("whose idea".into()))?,
        intention: open("intention", &row.intention_sealed)?.to_string(),
        words: open("words", &row.words_sealed)?.to_string(),
        might: maybe("might", row.might_sealed.as_ref())?,
        asks: maybe("asks", row.asks_sealed.as_ref())?,
        at: Stamp(row.created_at),
        tryouts: usize::try_from(row.tryouts).unwrap_or(0),
    })
}

fn subject(text: &str) -> Result<Subject> {
    Subject::parse(text).ok_or_else(|| Error::Inner("subject".into()))
}
