//! What lies on the table, as pages show it: everything already in words, each with whose it is.

use method::Refusal;
use method::dialogue::alternative::IdeaOf;
use method::dialogue::{Lie, Place, RUN_UP, Seeing, Subject, lie};
use method::ids::{AlternativeId, ConversationId, MomentId};
use method::looking::{LeadQuestion, MomentKind};
use method::roles::Perspective;
use practice::Error;
use practice::conversation::Overview;
use practice::dialogue::{Alternative, Reading, Table, Touch, Voice};

use crate::app::App;
use crate::conversation::steps;
use crate::fault::Fault;
use crate::player::Player;
use crate::visit::Anyone;
use crate::words::{Words, position};

/// The way back: where it leads and what it says.
#[derive(Clone, Debug)]
pub(crate) struct Back {
    pub(crate) href: String,
    pub(crate) name: String,
}

/// The way back of someone: to the conversation's page, or to what a client can tell.
pub(crate) fn back(anyone: &Anyone, overview: &Overview) -> Back {
    let words = anyone.visit.words;
    if anyone.visit.member.is_some() {
        Back { href: format!("/conversations/{}", overview.id), name: steps::name(words, overview) }
    } else {
        Back { href: "/mine/tell".to_owned(), name: words.t("place-tell") }
    }
}

/// Someone at the table: name, and the chair for sign and colour.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    /// The chair's word.
    pub(crate) chair: &'static str,
    /// Their name, or the word for the chair.
    pub(crate) name: String,
}

/// A moment with its words.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) id: MomentId,
    pub(crate) who: Who,
    pub(crate) kind: &'static str,
    pub(crate) family: &'static str,
    pub(crate) strength: &'static str,
    /// The kind's name, or the marker's own word.
    pub(crate) name: String,
    pub(crate) whose: String,
    pub(crate) how_strong: String,
    pub(crate) start: i64,
    pub(crate) end: i64,
    pub(crate) time: String,
    pub(crate) spoken: String,
    pub(crate) note: Option<String>,
    /// The question that helps on with this kind of moment.
    pub(crate) ask: String,
    /// The same word on marks that meet, for the bridge on the timeline.
    pub(crate) meets: Option<String>,
}

/// A stretch to play: from a little before it begins until a little after it ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clip {
    pub(crate) from: i64,
    pub(crate) to: i64,
}

impl Clip {
    pub(crate) fn around(start: i64, end: i64) -> Self {
        Self { from: (start - RUN_UP).max(0), to: end.max(start) + RUN_UP }
    }
}

/// A place on the agenda.
#[derive(Clone, Debug)]
pub(crate) struct Stop {
    pub(crate) href: String,
    pub(crate) time: String,
    pub(crate) spoken: String,
    pub(crate) clip: Clip,
    pub(crate) marks: Vec<Mark>,
    /// Whether something was read together here.
    pub(crate) read: bool,
}

/// An answer in someone's own words.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) who: Who,
    pub(crate) step: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) marks: Vec<Mark>,
}

/// One lead question with the answers next to each other.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) words: String,
    pub(crate) href: String,
    pub(crate) answers: Vec<Answer>,
    pub(crate) lie: String,
    pub(crate) apart: bool,
    pub(crate) read: bool,
    /// Whether what people wrote is shown only when someone asks for it: on the screen of a room.
    pub(crate) folded: bool,
    /// The level of the heading above each answer, so that no level is skipped on either page.
    pub(crate) level: u8,
}

/// Something else that could have been said or done.
#[derive(Clone, Debug)]
pub(crate) struct Other {
    pub(crate) id: AlternativeId,
    pub(crate) about: String,
    pub(crate) idea_of: Who,
    pub(crate) intention: String,
    pub(crate) words: String,
    pub(crate) might: Option<String>,
    pub(crate) asks: Option<String>,
    /// Where the reader changes it or takes it back, when they can.
    pub(crate) change: Option<String>,
    /// What an address says to keep it or share it, for the professional.
    pub(crate) keep: Option<String>,
}

/// Turns what lies on the table into words.
pub(crate) struct Viewer<'a> {
    pub(crate) words: Words,
    pub(crate) overview: &'a Overview,
    pub(crate) table: &'a Table,
}

impl Viewer<'_> {
    pub(crate) fn who(&self, chair: Perspective) -> Who {
        who(self.words, self.overview, chair)
    }

    pub(crate) fn mark(&self, touch: &Touch) -> Mark {
        let mark = touch.mark;
        let place = self.table.place_of(mark.id).filter(|place| place.seen_by().len() > 1);
        let name = touch.word.clone().filter(|_| mark.kind == MomentKind::Other);
        Mark {
            id: mark.id,
            who: self.who(mark.by),
            kind: mark.kind.key(),
            family: mark.kind.family().key(),
            strength: mark.strength.key(),
            name: name.unwrap_or_else(|| self.words.t(&format!("moment-{}-name", mark.kind))),
            whose: self.words.t(&format!("moment-whose-{}", mark.whose)),
            how_strong: self.words.t(&format!("moment-strength-{}", mark.strength)),
            start: mark.span.start,
            end: mark.span.end,
            time: position(mark.span.start),
            spoken: self.words.spoken(&mark.span.start),
            note: touch.note.clone(),
            ask: self.words.t(&format!("moment-{}-ask", mark.kind)),
            meets: place
                .and_then(|place| place.marks.first())
                .map(|first| format!("m{}", first.id.0.simple())),
        }
    }

    pub(crate) fn marks(&self, ids: impl Iterator<Item = MomentId>) -> Vec<Mark> {
        ids.filter_map(|id| self.table.touch(id)).map(|touch| self.mark(touch)).collect()
    }

    pub(crate) fn stop(&self, place: &Place) -> Option<Stop> {
        let first = place.marks.first()?;
        let span = place.span();
        let here = |reading: &&Reading| matches!(reading.subject, Subject::Moment(id) if place.has(id));
        let read = self.table.readings.iter().find(here).map(|reading| reading.subject);
        Some(Stop {
            // Where something was read already, one goes on with that.
            href: href(self.overview.id, read.unwrap_or(Subject::Moment(first.id))),
            time: position(span.start),
            spoken: self.words.spoken(&span.start),
            clip: Clip::around(span.start, span.end),
            marks: self.marks(place.marks.iter().map(|mark| mark.id)),
            read: read.is_some(),
        })
    }

    /// The places that were seen this way, in the order of the recording.
    pub(crate) fn stops(&self, seeing: Seeing) -> Vec<Stop> {
        let places = self.table.places.iter().filter(|place| place.seeing() == seeing);
        places.filter_map(|place| self.stop(place)).collect()
    }

    pub(crate) fn question(&self, question: LeadQuestion) -> Question {
        let voices = self.table.answers(question);
        let steps: Vec<_> = voices.iter().filter_map(|voice| voice.step).collect();
        let lie = lie(&steps);
        Question {
            words: self.words.t(&format!("guide-{question}-q")),
            href: href(self.overview.id, Subject::Question(question)),
            answers: voices.iter().map(|voice| self.answer(question, voice)).collect(),
            lie: self.words.t(&format!("dialogue-lie-{lie}")),
            apart: lie == Lie::Apart,
            read: self.table.readings.iter().any(|one| one.subject == Subject::Question(question)),
            folded: false,
            level: 4,
        }
    }

    fn answer(&self, question: LeadQuestion, voice: &Voice) -> Answer {
        Answer {
            who: self.who(voice.by),
            step: voice.step.map(|step| self.words.t(&scale(question, voice.by, step))),
            text: voice.text.clone(),
            marks: self.marks(voice.moments.iter().copied()),
        }
    }

    /// The title of a subject's page. A place that more people marked is not named after one of them.
    pub(crate) fn title(&self, subject: Subject) -> String {
        let place = match subject {
            Subject::Moment(id) => self.table.place_of(id).filter(|place| place.seen_by().len() > 1),
            Subject::Question(_) => None,
        };
        match place {
            Some(place) => {
                self.words.with("dialogue-place").s("time", position(place.span().start)).to_string()
            }
            None => self.about(subject),
        }
    }

    /// What a subject is, in a few words.
    pub(crate) fn about(&self, subject: Subject) -> String {
        match subject {
            Subject::Question(question) => self.words.t(&format!("guide-{question}-q")),
            Subject::Moment(id) => self.table.touch(id).map_or_else(String::new, |touch| {
                let mark = self.mark(touch);
                self.words.with("dialogue-moment").s("kind", mark.name).s("time", mark.time).to_string()
            }),
        }
    }

    pub(crate) fn other(&self, alternative: &Alternative) -> Other {
        Other {
            id: alternative.id,
            about: self.about(alternative.subject),
            idea_of: idea_of(self.words, self.overview, alternative.idea_of),
            intention: alternative.intention.clone(),
            words: alternative.words.clone(),
            might: alternative.might.clone(),
            asks: alternative.asks.clone(),
            change: alternative
                .changes_for(self.overview.my_id)
                .then(|| format!("/conversations/{}/alternatives/{}", self.overview.id, alternative.id)),
            keep: (self.overview.me == Perspective::Professional)
                .then(|| format!("conversation={}&alternative={}", self.overview.id, alternative.id)),
        }
    }
}

/// The recording, to play moments from; nothing when it is not there.
pub(super) async fn film(
    app: &App,
    anyone: &Anyone,
    id: ConversationId,
    plain: bool,
) -> Result<Option<Player>, Fault> {
    match app.house.film(&anyone.caller, id).await {
        Ok(film) => Ok(Some(Player::new(&film, plain || anyone.visit.member.is_none()))),
        Err(Error::Refused(Refusal::RecordingMissing | Refusal::CutBusy)) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

pub(crate) fn who(words: Words, overview: &Overview, chair: Perspective) -> Who {
    Who { chair: chair.key(), name: steps::person(words, overview, chair) }
}

/// Whose idea it was: someone at the table by name, all others by a word.
pub(crate) fn idea_of(words: Words, overview: &Overview, of: IdeaOf) -> Who {
    match of.chair() {
        Some(chair) => who(words, overview, chair),
        None => Who { chair: "other", name: words.t(&format!("alternative-of-{of}")) },
    }
}

/// The page of one subject.
pub(crate) fn href(conversation: ConversationId, subject: Subject) -> String {
    format!("/conversations/{conversation}/dialogue/{subject}")
}

/// The message of a step on the scale that this person had before them.
pub(crate) fn scale(question: LeadQuestion, by: Perspective, step: method::looking::Step) -> String {
    match (step, by) {
        (method::looking::Step::DontKnow, _) => "guide-dontknow".to_owned(),
        (step, Perspective::Client) => format!("guide-{question}-client-step-{step}"),
        (step, _) => format!("guide-{question}-step-{step}"),
    }
}
