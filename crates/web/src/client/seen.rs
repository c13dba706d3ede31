//! Who looked: the audit log in plain words, with how long somebody watched on a day. For the client, and for the
//! professional about their own conversation.

use std::collections::{BTreeMap, HashMap, HashSet};

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use method::Refusal;
use method::permit::Deed;
use method::recording::{Sitting, watched_seconds};
use method::roles::Perspective;
use method::time::Stamp;
use practice::audit::{self, Actor, Seen};
use practice::conversation::Overview;
use practice::recording::Watched;

use super::Here;
use crate::app::{App, page};
use crate::conversation::show::id;
use crate::conversation::steps;
use crate::fault::Answer;
use crate::frame::Frame;
use crate::visit::{Guest, Staff};
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/mine/seen", get(show)).route("/conversations/{id}/seen", get(show_staff))
}

#[derive(Template)]
#[template(path = "client/seen.html")]
struct SeenPage {
    frame: Frame,
    /// Where one goes back to, and what that is called.
    back: (String, String),
    lead: String,
    lines: Vec<String>,
    /// Whether it is read out to whoever asks.
    read: bool,
}

/// Who reads, and so who is "you".
#[derive(Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) words: Words,
    /// The chair of the reader; nothing for someone who came along.
    pub(crate) me: Option<Perspective>,
}

async fn show(State(app): State<App>, guest: Guest) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    let seen = app.house.who_looked(&guest.caller, here.conversation.id).await?;
    let watched = app.house.who_watched(&guest.caller, here.conversation.id).await?;
    let me = here.conversation.companion.is_none().then_some(Perspective::Client);
    let words = here.words;
    Ok(page(&SeenPage {
        frame: guest.visit.frame("seen-title"),
        back: ("/mine".into(), words.t("place-back")),
        lead: words.t("seen-lead"),
        lines: lines(Reading { words, me }, &seen, &watched, guest.visit.now),
        read: true,
    }))
}

async fn show_staff(State(app): State<App>, staff: Staff, Path(text): Path<String>) -> Answer {
    let conversation: Overview = app.house.conversation(&staff.caller, id(&text)?).await?;
    if conversation.me != Perspective::Professional {
        return Err(Refusal::Unknown.into());
    }
    let seen = app.house.who_looked(&staff.caller, conversation.id).await?;
    let watched = app.house.who_watched(&staff.caller, conversation.id).await?;
    let words = staff.visit.words;
    Ok(page(&SeenPage {
        frame: staff.visit.frame("seen-title"),
        back: (format!("/conversations/{}", conversation.id), steps::name(words, &conversation)),
        lead: words.t("seen-staff-lead"),
        lines: lines(
            Reading { words, me: Some(Perspective::Professional) },
            &seen,
            &watched,
            staff.visit.now,
        ),
        read: false,
    }))
}

/// How many seconds each watched, by who and on which day.
fn by_day(words: Words, watched: &[Watched], now: Stamp) -> HashMap<(Actor, String), i64> {
    let mut sittings: BTreeMap<String, HashMap<Actor, Vec<Sitting>>> = BTreeMap::new();
    for one in watched {
        let day = sittings.entry(words.date(&one.sitting.began)).or_default();
        day.entry(one.actor.clone()).or_default().push(one.sitting);
    }
    let seconds = sittings.into_iter().flat_map(|(day, of)| {
        of.into_iter().map(move |(who, all)| ((who, day.clone()), watched_seconds(&all, now)))
    });
    seconds.collect()
}

/// The lines, newest first. What someone did several times on one day is said once, and how long they watched with it.
pub(crate) fn lines(reading: Reading, seen: &[Seen], watched: &[Watched], now: Stamp) -> Vec<String> {
    let words = reading.words;
    let seconds = by_day(words, watched, now);
    let mut said = HashSet::new();
    let mut lines = Vec::new();
    for line in seen {
        let key = (line.actor.clone(), words.date(&line.at));
        let Some(text) = sentence(reading, line, seconds.get(&key).copied()) else { continue };
        // Who only looked through it on that day is told apart from who watched.
        if !watches(line) || said.insert(key) {
            lines.push(text);
        }
    }
    lines.dedup();
    lines
}

fn watches(line: &Seen) -> bool {
    audit::watches(&line.deed, line.subject.as_deref())
}

/// One line in plain words. How far others are with their looks is nobody's business here.
fn sentence(reading: Reading, line: &Seen, seconds: Option<i64>) -> Option<String> {
    let watched = watches(line);
    let made_ready = line.subject.as_deref() == Some(Deed::Process.key());
    let answers = line.subject.as_deref() == Some(Deed::Interview.key());
    let sound = line.subject.as_deref().is_some_and(|subject| subject.starts_with(Deed::Interview.key()));
    let own = matches!(line.perspective, Some(Perspective::Client));
    // What a client says to the coach is between the two of them.
    if reading.me == Some(Perspective::Professional) && sound {
        return None;
    }
    let key = match audit::Deed::parse(&line.deed)? {
        audit::Deed::Opened if answers => "seen-answers",
        audit::Deed::SaidYes if sound => "seen-sound-yes",
        audit::Deed::TookBack if sound => "seen-sound-no",
        audit::Deed::Recorded if sound => "seen-recorded-sound",
        audit::Deed::Uninvited => "seen-uninvited",
        audit::Deed::Opened if watched => match seconds {
            None => "seen-opened",
            Some(seconds) if seconds < 60 => "seen-watched-short",
            Some(_) => "seen-watched",
        },
        audit::Deed::Opened if line.subject.as_deref() == Some(Deed::Colearn.key()) => "seen-cards",
        audit::Deed::Opened if made_ready => "seen-made-ready",
        audit::Deed::SaidYes => "seen-said-yes",
        audit::Deed::SaidYesAgain => "seen-said-yes-again",
        audit::Deed::TookBack => "seen-took-back",
        audit::Deed::FiledPaper | audit::Deed::FiledPaperAgain
            if reading.me == Some(Perspective::Professional) =>
        {
            "seen-staff-paper"
        }
        audit::Deed::FiledPaper => "seen-paper",
        audit::Deed::FiledPaperAgain => "seen-paper-again",
        audit::Deed::AddedCompanion => "seen-beside",
        audit::Deed::AskedLonger => "seen-asked-longer",
        audit::Deed::SaidYesLonger => "seen-said-yes-longer",
        audit::Deed::KeptLonger => "seen-kept-longer",
        audit::Deed::MadeLink => "seen-made-link",
        audit::Deed::NewCode => "seen-new-code",
        audit::Deed::ShutLink => "seen-shut-link",
        audit::Deed::EndedDevice => "seen-ended-device",
        audit::Deed::TookEverything if own && reading.me == Some(Perspective::Client) => {
            "seen-took-everything-own"
        }
        audit::Deed::TookEverything => "seen-took-everything",
        // Their own worksheet, card and journey hold nothing of another's.
        audit::Deed::Printed
            if matches!(line.subject.as_deref(), Some("worksheet" | "pocket" | "journey")) =>
        {
            return None;
        }
        audit::Deed::Printed => "seen-printed",
        audit::Deed::WrongCodes if own && reading.me == Some(Perspective::Client) => "seen-wrong-codes-own",
        audit::Deed::WrongCodes => "seen-wrong-codes",
        audit::Deed::CameIn if own && reading.me == Some(Perspective::Client) => "seen-came-in",
        audit::Deed::CameIn => "seen-came-in-other",
        audit::Deed::Recorded => "seen-recorded",
        audit::Deed::AskedCut => "seen-asked-cut",
        audit::Deed::Cut => "seen-cut",
        audit::Deed::Destroyed => "seen-destroyed",
        audit::Deed::Opened if line.subject.as_deref() == Some(Deed::TryOut.key()) => "seen-tryout",
        audit::Deed::Invited => "seen-invited",
        // What shows nothing of this client to anyone, who seals when, and what is about no conversation. Written out,
        // so that whoever adds a deed decides here too.
        audit::Deed::Opened
        | audit::Deed::Prepared
        | audit::Deed::Sealed
        | audit::Deed::SignedIn
        | audit::Deed::ChangedRoles
        | audit::Deed::ChoseBasis
        | audit::Deed::CountedPatterns
        | audit::Deed::ReadLog
        | audit::Deed::ExportedLog
        | audit::Deed::TookOffBoard
        | audit::Deed::EndedAccount
        | audit::Deed::ReopenedAccount
        | audit::Deed::ChangedPassword
        | audit::Deed::AddedFactor
        | audit::Deed::RemovedFactor
        | audit::Deed::UsedRecoveryCode
        | audit::Deed::ResetAccount
        | audit::Deed::Linked
        | audit::Deed::SentPasswordLink
        | audit::Deed::ChoseNewPassword
        | audit::Deed::BrokeGlass => return None,
    };
    let words = reading.words;
    let minutes = (seconds.unwrap_or(0) + 30) / 60;
    let text = words.with(key).s("date", words.date(&line.at)).a("minutes", minutes);
    Some(text.s("who", who(reading, line)).to_string())
}

/// Who did it, for this reader.
fn who(reading: Reading, line: &Seen) -> String {
    let words = reading.words;
    if let Some(what) = line.companion {
        return words.t(&format!("seen-who-beside-{what}"));
    }
    let key = match (line.perspective, reading.me) {
        (Some(Perspective::Client), Some(Perspective::Client)) => "client",
        (Some(Perspective::Client), None) => "beside-client",
        (Some(Perspective::Client), Some(_)) => "other-client",
        (Some(Perspective::Professional), Some(Perspective::Professional)) => "self",
        (Some(Perspective::Professional), _) => "professional",
        (Some(Perspective::Coach), _) => "coach",
        (None, _) => "other",
    };
    words.with(&format!("seen-who-{key}")).s("name", line.name.as_deref().unwrap_or_default()).to_string()
}

#[cfg(test)]
mod tests {
    use method::permit::Reader;

    use super::*;
    use crate::words::Lang;

    const DAY: i64 = 24 * 60 * 60 * 1_000;
    const MARCH: i64 = 1_804_068_000_000;

    fn line(actor: &Actor, at: i64, subject: Deed) -> Seen {
        Seen {
            at: Stamp(at),
            actor: actor.clone(),
            name: Some("Ruud".into()),
            perspective: Some(Perspective::Coach),
            companion: None,
            deed: audit::Deed::Opened.key().to_owned(),
            subject: Some(subject.key().to_owned()),
        }
    }

    #[test]
    fn one_line_says_how_long_somebody_watched_on_a_day() {
        let coach = Actor::of(&Reader::Member(method::ids::MemberId::new()));
        let other = Actor::of(&Reader::Member(method::ids::MemberId::new()));
        let sitting = |who: &Actor, began, seconds| Watched {
            actor: who.clone(),
            sitting: Sitting { began: Stamp(began), seconds },
        };
        let seen = [
            line(&coach, MARCH + DAY, Deed::Look),
            line(&coach, MARCH + 3_600_000, Deed::Watch),
            line(&coach, MARCH, Deed::Look),
        ];
        let watched = [
            sitting(&coach, MARCH, 500),
            sitting(&coach, MARCH + 3_600_000, 220),
            sitting(&other, MARCH, 9_999),
            sitting(&coach, MARCH + DAY, 20),
        ];
        let words = Words::from(Lang::Nl);
        let reading = Reading { words, me: Some(Perspective::Client) };
        let said = lines(reading, &seen, &watched, Stamp(MARCH + 2 * DAY));
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].ends_with("keek coach Ruud minder dan een minuut."), "{}", said[0]);
        assert!(said[1].ends_with("keek coach Ruud 12 minuten."), "{}", said[1]);
        let said = lines(reading, &seen, &[], Stamp(MARCH + 2 * DAY));
        assert!(said[1].ends_with("keek coach Ruud."), "{}", said[1]);
    }
}
