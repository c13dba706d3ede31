//! What goes over the wire: facts as JSON, written once for everyone who hears them. No fact holds what people wrote;
//! a page that hears that something changed asks for it itself, with its reader's own permit.

use method::dialogue::session::{self, Command, Means};
use method::ids::ParticipantId;
use method::roles::Perspective;
use method::time::Stamp;
use practice::dialogue::session::{Gate, Session};
use practice::house::bells::Change;
use serde::{Deserialize, Serialize};

/// What a screen may send.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Heard {
    /// Where their pointer is; nowhere when it left the timeline. Kept nowhere.
    Point(Point),
    /// A wish, as from a form.
    Wish(Command),
}

/// Where someone points.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Point {
    /// In milliseconds from the start of the recording.
    pub(super) point: Option<i64>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Said<'a> {
    Hello { you: Perspective },
    State(State),
    Point { by: Perspective, at: Option<i64> },
    Changed { what: Change },
    Refused { why: &'a str, sentence: &'a str },
    Closed { why: &'a str, sentence: &'a str, to: &'a str, name: &'a str },
}

#[derive(Serialize)]
struct State {
    v: i64,
    now: i64,
    leader: Option<Perspective>,
    /// Whoever leads has been away for so long that another may take the lead.
    free: bool,
    part: &'static str,
    open: Option<String>,
    items: Vec<(String, bool)>,
    playing: bool,
    at: i64,
    rate: i64,
    /// Who is there on a screen of their own.
    there: Vec<Perspective>,
    /// Who sits at the table round another's screen.
    table: Vec<Perspective>,
}

fn text(said: &Said<'_>) -> String {
    // Plain words and numbers always can be written as JSON.
    serde_json::to_string(said).unwrap_or_default()
}

/// Whether the lead can be taken.
pub(super) fn lead_is_free(session: &Session, at: Stamp) -> bool {
    session::is_away(&session.presences, session.standing.leader, at)
}

/// How the session stands now.
pub(super) fn state(session: &Session, gate: &Gate, now: Stamp) -> String {
    let standing = &session.standing;
    let there = |means: Means| {
        let here = session.presences.iter().filter(|one| one.means == means && one.covers(now));
        let ids: Vec<ParticipantId> = here.map(|one| one.who).collect();
        let mut chairs: Vec<Perspective> = ids.iter().filter_map(|id| gate.chair_of(*id)).collect();
        chairs.sort_unstable();
        chairs.dedup();
        chairs
    };
    text(&Said::State(State {
        v: session.version,
        now: now.0,
        leader: gate.chair_of(standing.leader),
        free: lead_is_free(session, now),
        part: standing.part.key(),
        open: standing.open.map(|subject| subject.to_string()),
        items: session.put.iter().map(|put| (put.subject.to_string(), put.skipped)).collect(),
        playing: standing.playhead.playing,
        at: standing.playhead.position(now),
        rate: standing.playhead.rate,
        there: there(Means::Live),
        table: there(Means::Table),
    }))
}

pub(super) fn hello(you: Perspective) -> String {
    text(&Said::Hello { you })
}

pub(super) fn point(by: Perspective, at: Option<i64>) -> String {
    text(&Said::Point { by, at })
}

pub(super) fn changed(what: Change) -> String {
    text(&Said::Changed { what })
}

pub(super) fn refused(why: &str, sentence: &str) -> String {
    text(&Said::Refused { why, sentence })
}

pub(super) fn closed(why: &str, sentence: &str, to: &str, name: &str) -> String {
    text(&Said::Closed { why, sentence, to, name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_points_or_wishes_and_nothing_else() {
        let read = |text: &str| serde_json::from_str::<Heard>(text).ok();
        assert!(matches!(read(r#"{"point":1200}"#), Some(Heard::Point(Point { point: Some(1200) }))));
        assert!(matches!(read(r#"{"point":null}"#), Some(Heard::Point(Point { point: None }))));
        assert!(matches!(read(r#"{"do":"lead"}"#), Some(Heard::Wish(Command::Lead {}))));
        for odd in ["", "1", r#"{"do":"point"}"#, r#"{"point":1,"do":"lead"}"#, r#"{"kind":"state"}"#] {
            assert!(read(odd).is_none(), "{odd}");
        }
        assert_eq!(point(Perspective::Coach, None), r#"{"kind":"point","by":"coach","at":null}"#);
    }
}
