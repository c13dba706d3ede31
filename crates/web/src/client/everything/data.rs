//! Everything as JSON, for a program to read. `docs/everything.schema.json` says what stands where; names are those of
//! the code, times are ISO 8601, places in the recording are milliseconds.

use method::interview::InterviewState;
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::{Outcome, Rating};
use practice::client::Everything;
use practice::dialogue::{Alternative, Reading};
use practice::looking::Desk;
use serde_json::{Value, json};

use super::Files;

fn at(stamp: Stamp) -> Value {
    jiff::Timestamp::from_millisecond(stamp.0).map_or(Value::Null, |at| json!(at.to_string()))
}

fn maybe(stamp: Option<Stamp>) -> Value {
    stamp.map_or(Value::Null, at)
}

/// The whole of it. `log` holds the lines of the log in plain words.
pub(super) fn whole(all: &Everything, files: &Files, log: &[String], language: &str, now: Stamp) -> Value {
    let here = &all.conversation;
    let part = here.companion.map_or(here.me.key(), |what| what.key());
    json!({
        "format": "meerzien-everything-1",
        "made": at(now),
        "language": language,
        "who": {
            "part": part,
            "name": here.companion.is_none().then(|| here.name_of(here.me)).flatten(),
        },
        "conversation": {
            "id": here.id.to_string(),
            "kind": here.kind.key(),
            "heldOn": at(here.held_on),
            "secondYesUntil": maybe(here.facts.second_yes_until),
            "keptUntil": maybe(here.facts.retention_until),
            "ended": maybe(here.facts.destroyed),
        },
        "consents": all.consents.iter().map(|yes| json!({
            "purpose": yes.purpose.key(),
            "given": at(yes.given),
            "means": yes.means.key(),
            "text": files.text(&yes.text_version),
            "confirmed": maybe(yes.confirmed),
            "confirmedMeans": yes.confirmed_means.map(method::consent::Means::key),
            "confirmedText": yes.confirmed_version.as_deref().and_then(|version| files.text(version)),
            "withdrawn": maybe(yes.withdrawn),
        })).collect::<Vec<_>>(),
        "texts": all.texts.iter().map(|(version, text)| json!({
            "version": version,
            "file": files.text(version),
            "content": text.as_deref().and_then(|text| serde_json::from_str::<Value>(text).ok()),
        })).collect::<Vec<_>>(),
        "papers": all.papers.iter().zip(&files.papers).map(|(paper, file)| json!({
            "file": file, "type": paper.content_type, "after": paper.after, "filed": at(paper.filed),
        })).collect::<Vec<_>>(),
        "receipts": all.receipts.iter().map(|one| json!({
            "at": at(one.at),
            "purpose": one.purpose.map(method::consent::Purpose::key),
            "why": one.why.key(),
            "items": one.items.iter().map(|item| item.key()).collect::<Vec<_>>(),
            "copiesUntil": at(one.copies_until),
            "done": maybe(one.done),
        })).collect::<Vec<_>>(),
        "log": log,
        "devices": all.devices.iter().map(|one| json!({
            "browser": one.agent, "seen": at(one.seen),
        })).collect::<Vec<_>>(),
        "recording": all.film.as_ref().zip(files.film.as_ref()).map(|((film, _), file)| json!({
            "file": file,
            "type": film.content_type,
            "durationMs": film.duration_ms,
            "picture": film.picture.map(|(width, height)| json!({ "width": width, "height": height })),
        })),
        "look": all.look.as_ref().map(look),
        "interview": all.interview.as_ref().map(|back| json!({
            "state": match back.state {
                InterviewState::Open => "open",
                InterviewState::Offered(_) => "offered",
                InterviewState::Approved(_) => "approved",
            },
            "soundYes": maybe(back.sound_yes),
            "notes": back.notes.iter().map(|note| json!({
                "topic": note.topic.key(),
                "atMs": note.at,
                "text": note.text,
                "ownWords": note.own,
                "readBack": note.read_back.map(method::interview::ReadBack::key),
            })).collect::<Vec<_>>(),
            "sounds": all.sounds.iter().zip(&files.sounds).map(|(sound, file)| json!({
                "file": file, "type": sound.media.content_type, "durationMs": sound.duration_ms,
            })).collect::<Vec<_>>(),
        })),
        "rating": all.rating.map(rating),
        "told": all.told.iter().filter_map(|one| one.told.as_ref().map(|told| json!({
            "tryout": one.id.to_string(),
            "heldOn": at(one.held_on),
            "at": at(told.at),
            "different": told.different.map(method::tryout::Helped::key),
            "helped": told.helped.map(method::tryout::Helped::key),
            "words": told.words,
            "rating": one.rating.map(rating),
        }))).collect::<Vec<_>>(),
        "cards": all.cards.iter().map(|half| json!({
            "card": half.card.key(),
            "text": half.written.text,
            "drawing": half.written.drawing,
            "turned": half.turned,
        })).collect::<Vec<_>>(),
        "together": all.together.as_ref().map(|together| json!({
            "readings": together.readings.iter().map(reading).collect::<Vec<_>>(),
            "earlier": together.earlier.iter().map(reading).collect::<Vec<_>>(),
            "takeaway": together.takeaway,
            "ideas": together.ideas.iter().map(idea).collect::<Vec<_>>(),
        })),
    })
}

fn look(desk: &Desk) -> Value {
    let sealed = match desk.state {
        method::looking::LookState::Open => None,
        method::looking::LookState::Sealed(at) => Some(at),
    };
    json!({
        "mode": desk.mode.key(),
        "sealed": maybe(sealed),
        "moments": desk.moments.iter().map(|moment| json!({
            "id": moment.id.to_string(),
            "kind": moment.kind.key(),
            "whose": moment.whose.key(),
            "strength": moment.strength.key(),
            "startMs": moment.span.start,
            "endMs": moment.span.end,
            "note": moment.note,
            "word": moment.word,
        })).collect::<Vec<_>>(),
        "answers": desk.answers.iter().map(|answer| json!({
            "question": answer.question.key(),
            "step": answer.step.map(method::looking::Step::key),
            "text": answer.text,
            "moments": answer.moments.iter().map(ToString::to_string).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "additions": desk.additions.iter().map(|added| json!({
            "at": at(added.at), "text": added.text,
        })).collect::<Vec<_>>(),
    })
}

fn rating(rating: Rating) -> Value {
    Outcome::ALL.iter().map(|one| (one.key().to_owned(), json!(rating.step(*one).key()))).collect()
}

fn reading(one: &Reading) -> Value {
    json!({
        "about": one.subject.to_string(),
        "ours": one.words.ours,
        "allSaw": one.words.all_saw,
        "unknown": one.words.unknown,
        "differs": one.differs,
        "by": one.by.map(Perspective::key),
        "at": at(one.at),
    })
}

fn idea(one: &Alternative) -> Value {
    json!({
        "about": one.subject.to_string(),
        "ideaOf": one.idea_of.key(),
        "intention": one.intention,
        "words": one.words,
        "might": one.might,
        "asks": one.asks,
        "at": at(one.at),
    })
}
