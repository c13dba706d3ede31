//! A session of looking together: who leads, where the recording stands for all, what lies open.
//!
//! One leads, so that nobody pulls at the recording while another speaks; the lead is handed over, or taken when
//! whoever had it has been away for a while. Everyone may change the agenda.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Subject;
use super::agenda::Part;
use crate::Refusal;
use crate::ids::ParticipantId;
use crate::time::Stamp;
use crate::words;

/// How long whoever leads may be away before another may take the lead, in milliseconds.
pub const AWAY: i64 = 5_000;

/// How often someone's being there is written down, in milliseconds. Silence of twice this means that a program
/// stopped without saying so.
pub const BEAT: i64 = 10_000;

/// The slowest and the fastest that a recording is played, in percent.
pub const RATES: (i64, i64) = (25, 200);

words! {
    /// How someone was there.
    Means {
        /// On a screen of their own.
        Live = "live",
        /// At the table, round another's screen.
        Table = "table",
    }
}

/// Where the recording stands for everyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Playhead {
    /// Whether it runs.
    pub playing: bool,
    /// Where it stood when this was set, in milliseconds.
    pub at: i64,
    /// How fast, in percent.
    pub rate: i64,
    /// When this was set.
    pub set: Stamp,
}

impl Playhead {
    /// At the beginning, waiting.
    #[must_use]
    pub const fn at_the_start(now: Stamp) -> Self {
        Self { playing: false, at: 0, rate: 100, set: now }
    }

    /// Where the recording stands now.
    #[must_use]
    pub fn position(&self, now: Stamp) -> i64 {
        let run = if self.playing { (now.0 - self.set.0).max(0) * self.rate / 100 } else { 0 };
        self.at + run
    }
}

/// A stretch of time in which someone was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// Who.
    pub who: ParticipantId,
    /// How.
    pub means: Means,
    /// From when.
    pub joined: Stamp,
    /// When they were last known to be there.
    pub seen: Stamp,
    /// Until when, once they left.
    pub left: Option<Stamp>,
}

impl Presence {
    /// Until when they were there, as far as is known now. Whoever sits at the table has no screen that could fall
    /// silent: they are there until someone says that they left.
    #[must_use]
    pub fn until(&self) -> Stamp {
        let silent = if self.means == Means::Table { i64::MAX } else { self.seen.0 + 2 * BEAT };
        self.left.unwrap_or(Stamp(silent))
    }

    /// Whether they were there at some moment.
    #[must_use]
    pub fn covers(&self, at: Stamp) -> bool {
        self.joined <= at && at <= self.until()
    }
}

/// Who was there at some moment.
#[must_use]
pub fn there(presences: &[Presence], at: Stamp) -> BTreeSet<ParticipantId> {
    presences.iter().filter(|one| one.covers(at)).map(|one| one.who).collect()
}

/// Whether someone has been away long enough for another to take the lead. It is about their screen: whoever sits at
/// the table without one cannot lead.
#[must_use]
pub fn is_away(presences: &[Presence], who: ParticipantId, now: Stamp) -> bool {
    let screens = presences.iter().filter(|one| one.who == who && one.means == Means::Live);
    screens.map(|one| one.until().0 + AWAY).all(|free| free <= now.0)
}

/// What someone at the table wishes; the same over the live socket and from a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Command {
    /// Let the recording run, from here.
    Play {
        /// Where it stands for whoever leads.
        at: i64,
    },
    /// Let it stand still, here.
    Pause {
        /// Where it stands for whoever leads.
        at: i64,
    },
    /// Go elsewhere in it; also how whoever leads says where it really stands.
    Seek {
        /// Where to.
        at: i64,
    },
    /// Play it slower or faster.
    Rate {
        /// Where it stands for whoever leads.
        at: i64,
        /// How fast, in percent.
        to: i64,
    },
    /// Go to a part of the agenda.
    Part {
        /// Which.
        to: Part,
    },
    /// Lay something in the middle.
    Open {
        /// A question's word or a moment's id.
        about: String,
    },
    /// Lay it back.
    Close {},
    /// Move something on the agenda, up (below 0) or down.
    Move {
        /// What.
        about: String,
        /// Up or down.
        by: i64,
    },
    /// Leave something out.
    Skip {
        /// What.
        about: String,
    },
    /// Take it in again.
    Unskip {
        /// What.
        about: String,
    },
    /// Give the lead to another.
    Hand {
        /// To which chair.
        to: crate::roles::Perspective,
    },
    /// Take the lead of someone who is away.
    Lead {},
    /// Say that someone sits at the table round this screen.
    Sit {
        /// Who, as a chair.
        who: crate::roles::Perspective,
    },
    /// Say that they left the table.
    Rise {
        /// Who, as a chair.
        who: crate::roles::Perspective,
    },
    /// End the session, for everyone.
    End {},
}

impl Command {
    /// Whether only whoever leads may do this.
    #[must_use]
    pub const fn leads(&self) -> bool {
        matches!(
            self,
            Self::Play { .. }
                | Self::Pause { .. }
                | Self::Seek { .. }
                | Self::Rate { .. }
                | Self::Part { .. }
                | Self::Open { .. }
                | Self::Close {}
                | Self::Hand { .. }
                | Self::End {}
        )
    }

    /// What it is about, when it is about something on the table.
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        match self {
            Self::Open { about }
            | Self::Move { about, .. }
            | Self::Skip { about }
            | Self::Unskip { about } => Some(about),
            _ => None,
        }
    }
}

/// How a session stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who leads.
    pub leader: ParticipantId,
    /// Which part of the agenda.
    pub part: Part,
    /// What lies in the middle.
    pub open: Option<Subject>,
    /// Where the recording stands.
    pub playhead: Playhead,
    /// When it ended.
    pub ended: Option<Stamp>,
}

impl Standing {
    /// Whether this person may wish this now.
    ///
    /// # Errors
    /// `DialogueEnded` after its end, `NotLeading` for what only the leader may, `LeaderThere` for taking a lead
    /// that someone still has.
    pub fn may(
        &self,
        who: ParticipantId,
        command: &Command,
        presences: &[Presence],
        now: Stamp,
    ) -> Result<(), Refusal> {
        if self.ended.is_some() {
            return Err(Refusal::DialogueEnded);
        }
        if command.leads() && self.leader != who {
            return Err(Refusal::NotLeading);
        }
        if matches!(command, Command::Lead {}) && self.leader != who && !is_away(presences, self.leader, now)
        {
            return Err(Refusal::LeaderThere);
        }
        Ok(())
    }

    /// Sets the playhead, where the wish is about it. Nothing is set outside the recording.
    pub fn play(&mut self, command: &Command, duration: i64, now: Stamp) {
        let within = |at: i64| at.clamp(0, duration.max(0));
        let old = self.playhead;
        self.playhead = match *command {
            Command::Play { at } => Playhead { playing: true, at: within(at), set: now, ..old },
            Command::Pause { at } => Playhead { playing: false, at: within(at), set: now, ..old },
            Command::Seek { at } => Playhead { at: within(at), set: now, ..old },
            Command::Rate { at, to } => {
                Playhead { at: within(at), rate: to.clamp(RATES.0, RATES.1), set: now, ..old }
            }
            _ => old,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roles::Perspective;

    const NOW: Stamp = Stamp(1_800_000_000_000);

    fn later(ms: i64) -> Stamp {
        Stamp(NOW.0 + ms)
    }

    fn presence(who: ParticipantId, joined: i64, seen: i64, left: Option<i64>) -> Presence {
        Presence { who, means: Means::Live, joined: later(joined), seen: later(seen), left: left.map(later) }
    }

    fn standing(leader: ParticipantId) -> Standing {
        Standing { leader, part: Part::Want, open: None, playhead: Playhead::at_the_start(NOW), ended: None }
    }

    #[test]
    fn only_who_leads_moves_the_recording_and_everyone_the_agenda() {
        let (leader, other) = (ParticipantId::new(), ParticipantId::new());
        let session = standing(leader);
        let here = [presence(leader, 0, 0, None), presence(other, 0, 0, None)];
        let all = [
            (Command::Play { at: 0 }, true),
            (Command::Pause { at: 0 }, true),
            (Command::Seek { at: 0 }, true),
            (Command::Rate { at: 0, to: 50 }, true),
            (Command::Part { to: Part::Same }, true),
            (Command::Open { about: "auth".into() }, true),
            (Command::Close {}, true),
            (Command::Hand { to: Perspective::Coach }, true),
            (Command::End {}, true),
            (Command::Move { about: "auth".into(), by: 1 }, false),
            (Command::Skip { about: "auth".into() }, false),
            (Command::Unskip { about: "auth".into() }, false),
            (Command::Sit { who: Perspective::Client }, false),
            (Command::Rise { who: Perspective::Client }, false),
        ];
        for (command, leads) in all {
            assert_eq!(session.may(leader, &command, &here, NOW), Ok(()), "{command:?}");
            let wanted = if leads { Err(Refusal::NotLeading) } else { Ok(()) };
            assert_eq!(session.may(other, &command, &here, NOW), wanted, "{command:?}");
            let over = Standing { ended: Some(NOW), ..session.clone() };
            assert_eq!(over.may(leader, &command, &here, NOW), Err(Refusal::DialogueEnded), "{command:?}");
        }
    }

    #[test]
    fn the_lead_is_taken_only_of_someone_who_is_away() {
        let (leader, other) = (ParticipantId::new(), ParticipantId::new());
        let session = standing(leader);
        let lead =
            |presences: &[Presence], at: i64| session.may(other, &Command::Lead {}, presences, later(at));
        assert_eq!(lead(&[presence(leader, 0, 0, None)], 1_000), Err(Refusal::LeaderThere));
        let gone = presence(leader, 0, 0, Some(2_000));
        assert_eq!(lead(&[gone], 2_000 + AWAY - 1), Err(Refusal::LeaderThere));
        assert_eq!(lead(&[gone], 2_000 + AWAY), Ok(()));
        // A second screen of theirs is still there.
        assert_eq!(lead(&[gone, presence(leader, 0, 8_000, None)], 9_000), Err(Refusal::LeaderThere));
        // A program that stopped without a word: after two beats of silence they count as away.
        let silent = presence(leader, 0, 0, None);
        assert_eq!(lead(&[silent], 2 * BEAT + AWAY - 1), Err(Refusal::LeaderThere));
        assert_eq!(lead(&[silent], 2 * BEAT + AWAY), Ok(()));
    }

    #[test]
    fn the_playhead_runs_by_the_clock_and_stays_inside_the_recording() {
        let mut session = standing(ParticipantId::new());
        session.play(&Command::Play { at: 10_000 }, 60_000, NOW);
        assert_eq!(session.playhead.position(later(2_000)), 12_000);
        session.play(&Command::Rate { at: 12_000, to: 50 }, 60_000, later(2_000));
        assert_eq!(session.playhead.position(later(4_000)), 13_000);
        session.play(&Command::Pause { at: 13_010 }, 60_000, later(4_000));
        assert_eq!(session.playhead.position(later(90_000)), 13_010);
        session.play(&Command::Seek { at: 999_999 }, 60_000, later(5_000));
        assert_eq!((session.playhead.at, session.playhead.playing), (60_000, false));
        session.play(&Command::Seek { at: i64::MIN }, 60_000, later(5_000));
        session.play(&Command::Rate { at: 0, to: 1_000_000 }, 60_000, later(5_000));
        assert_eq!((session.playhead.at, session.playhead.rate), (0, 200));
    }

    #[test]
    fn who_was_there_is_known_for_any_moment() {
        let (one, two) = (ParticipantId::new(), ParticipantId::new());
        let rows = [
            presence(one, 0, 0, Some(5_000)),
            presence(two, 4_000, 4_000, None),
            presence(one, 8_000, 8_000, None),
        ];
        assert_eq!(there(&rows, later(4_500)).len(), 2);
        assert_eq!(there(&rows, later(6_000)), BTreeSet::from([two]));
        assert_eq!(there(&rows, later(9_000)).len(), 2);
        assert!(there(&rows, later(60_000)).is_empty());
        let table = Presence { means: Means::Table, ..presence(one, 0, 0, None) };
        assert_eq!(there(&[table], later(3_600_000)), BTreeSet::from([one]));
        assert!(is_away(&[table], one, later(0)), "without a screen one cannot lead");
    }

    #[test]
    fn a_wish_is_read_strictly() {
        let read = |text: &str| serde_json::from_str::<Command>(text).ok();
        assert_eq!(read(r#"{"do":"play","at":5}"#), Some(Command::Play { at: 5 }));
        assert_eq!(read(r#"{"do":"hand","to":"coach"}"#), Some(Command::Hand { to: Perspective::Coach }));
        for odd in [
            r#"{"do":"play"}"#,
            r#"{"do":"play","at":1.5}"#,
            r#"{"do":"hand","to":"boss"}"#,
            "[]",
            r#"{"do":"x"}"#,
        ] {
            assert_eq!(read(odd), None, "{odd}");
        }
    }
}
