//! The path of one conversation: six steps, each with its state and one line that says why.

use crate::consent::{Facts, Party, Purpose, Yes};
use crate::looking::LookState;
use crate::recording::RecordingState;
use crate::roles::Perspective;
use crate::time::Stamp;
use crate::words;

words! {
    /// The six steps, which are also the rooms of the house.
    Step {
        /// Toestemming.
        Consent = "consent",
        /// Opnemen.
        Recording = "recording",
        /// Kijken.
        Looking = "looking",
        /// Samen kijken.
        Dialogue = "dialogue",
        /// Uitproberen.
        Tryout = "tryout",
        /// Verder.
        Onward = "onward",
    }
}

words! {
    /// Where a step stands, for one reader.
    Standing {
        /// Behind us.
        Done = "done",
        /// This reader can act now.
        Now = "now",
        /// It waits for someone else, or for the machine.
        Waiting = "waiting",
        /// Cannot be done yet; the line says why.
        Later = "later",
        /// Consent ended; nothing is left.
        Closed = "closed",
    }
}

/// How far a conversation is beyond what the rules of consent need to know.
#[derive(Clone, Copy, Debug, Default)]
pub struct Progress {
    /// Where its recording stands, if there is one.
    pub recording: Option<RecordingState>,
    /// How many shared readings are written.
    pub readings: usize,
    /// How many tryouts are planned.
    pub tryouts: usize,
    /// How many of those have a verdict.
    pub verdicts: usize,
}

/// One step as one reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which step.
    pub step: Step,
    /// Where it stands.
    pub standing: Standing,
    /// The message key of its line (`path-…`).
    pub line: &'static str,
    /// For whom it waits, where the line names them (`$who`).
    pub who: Vec<Perspective>,
    /// Days left, where the line names them (`$days`).
    pub days: i64,
}

/// The path as the party in chair `me` sees it.
#[must_use]
pub fn path(facts: &Facts, progress: Progress, me: Perspective, now: Stamp) -> Vec<Stop> {
    if facts.destroyed.is_some() || facts.ended_by_itself(now).is_some() {
        return Step::ALL.iter().map(|step| stop(*step, Standing::Closed, "path-closed")).collect();
    }
    let stops = [consent(facts, me), recording(facts, progress, me, now), looking(facts, progress, me)];
    let own = facts.parties.iter().find(|party| party.perspective == me);
    let together =
        own.is_some_and(Party::sealed) && facts.sealed_looks() >= 2 && facts.all_confirmed(Purpose::Look);
    let mut stops = stops.to_vec();
    stops.push(dialogue(progress, together));
    stops.push(tryout(progress, together, me));
    stops.push(if progress.verdicts > 0 {
        stop(Step::Onward, Standing::Now, "path-onward-now")
    } else {
        stop(Step::Onward, Standing::Later, "path-onward-later")
    });
    stops
}

const fn stop(step: Step, standing: Standing, line: &'static str) -> Stop {
    Stop { step, standing, line, who: Vec::new(), days: 0 }
}

fn lacking(facts: &Facts, said: impl Fn(Yes) -> bool) -> Vec<Perspective> {
    let in_picture = Perspective::ALL.iter().copied().filter(|p| p.in_picture());
    in_picture
        .filter(|chair| {
            let party = facts.parties.iter().find(|party| party.perspective == *chair);
            !party.and_then(|party| party.yes(Purpose::Look)).is_some_and(&said)
        })
        .collect()
}

fn consent(facts: &Facts, me: Perspective) -> Stop {
    let who = lacking(facts, Yes::lives);
    if who.is_empty() && !facts.companions_said(Yes::lives) {
        let professional = me == Perspective::Professional;
        let standing = if professional { Standing::Now } else { Standing::Waiting };
        return stop(Step::Consent, standing, "path-consent-beside");
    }
    if who.is_empty() {
        return stop(Step::Consent, Standing::Done, "path-consent-done");
    }
    // The professional sets the table, so a missing client is theirs to ask too.
    let mine = me == Perspective::Professional || who.contains(&me);
    let standing = if mine { Standing::Now } else { Standing::Waiting };
    Stop { who, ..stop(Step::Consent, standing, "path-consent-waits") }
}

fn recording(facts: &Facts, progress: Progress, me: Perspective, now: Stamp) -> Stop {
    let step = Step::Recording;
    if !facts.all_said_yes(Purpose::Look) {
        return stop(step, Standing::Later, "path-recording-later");
    }
    let professional = me == Perspective::Professional;
    let hands = if professional { Standing::Now } else { Standing::Waiting };
    match progress.recording {
        None => stop(step, hands, "path-recording-now"),
        Some(RecordingState::Refused) => stop(step, hands, "path-recording-refused"),
        Some(RecordingState::Arriving) => stop(step, hands, "path-recording-arriving"),
        Some(RecordingState::Whole | RecordingState::Ready | RecordingState::Cutting) => {
            let who = lacking(facts, Yes::confirmed);
            if !who.is_empty() {
                let days = facts.second_yes_until.map_or(0, |until| now.days_until(until));
                let standing = if who.contains(&me) { Standing::Now } else { Standing::Waiting };
                return Stop { who, days, ..stop(step, standing, "path-second-waits") };
            }
            if !facts.companions_said(Yes::confirmed) {
                let days = facts.second_yes_until.map_or(0, |until| now.days_until(until));
                return Stop { days, ..stop(step, Standing::Waiting, "path-second-beside") };
            }
            match progress.recording {
                Some(RecordingState::Whole) => stop(step, Standing::Waiting, "path-recording-working"),
                Some(RecordingState::Cutting) => stop(step, Standing::Waiting, "path-recording-cutting"),
                _ => stop(step, Standing::Done, "path-recording-done"),
            }
        }
    }
}

fn looking(facts: &Facts, progress: Progress, me: Perspective) -> Stop {
    let step = Step::Looking;
    if progress.recording != Some(RecordingState::Ready) {
        return stop(step, Standing::Later, "path-looking-later");
    }
    if !me.in_picture() && !facts.all_confirmed(Purpose::Look) {
        return stop(step, Standing::Waiting, "path-looking-second");
    }
    let own = facts.parties.iter().find(|party| party.perspective == me).and_then(|party| party.look);
    match own {
        None => stop(step, Standing::Now, "path-looking-now"),
        Some(LookState::Open) => stop(step, Standing::Now, "path-looking-open"),
        Some(LookState::Sealed(_)) => {
            let open = facts.parties.iter().filter(|party| !party.sealed());
            let who: Vec<_> = open.map(|party| party.perspective).collect();
            if who.is_empty() {
                stop(step, Standing::Done, "path-looking-done")
            } else {
                Stop { who, ..stop(step, Standing::Waiting, "path-looking-waits") }
            }
        }
    }
}

const fn dialogue(progress: Progress, together: bool) -> Stop {
    let step = Step::Dialogue;
    match (together, progress.readings, progress.tryouts) {
        (false, ..) => stop(step, Standing::Later, "path-dialogue-later"),
        (true, 0, 0) => stop(step, Standing::Now, "path-dialogue-now"),
        (true, _, 0) => stop(step, Standing::Now, "path-dialogue-begun"),
        (true, ..) => stop(step, Standing::Done, "path-dialogue-done"),
    }
}

fn tryout(progress: Progress, together: bool, me: Perspective) -> Stop {
    let step = Step::Tryout;
    if !together || (progress.readings == 0 && progress.tryouts == 0) {
        return stop(step, Standing::Later, "path-tryout-later");
    }
    if progress.tryouts == 0 {
        let standing = if me == Perspective::Professional { Standing::Now } else { Standing::Waiting };
        return stop(step, standing, "path-tryout-now");
    }
    if progress.verdicts < progress.tryouts {
        return stop(step, Standing::Now, "path-tryout-planned");
    }
    stop(step, Standing::Done, "path-tryout-done")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{ConversationId, ParticipantId};

    const NOW: Stamp = Stamp(1_000);

    fn facts(yes: Option<Yes>) -> Facts {
        let parties = Perspective::ALL.iter().map(|p| Party {
            id: ParticipantId::new(),
            perspective: *p,
            member: None,
            manages: false,
            yeses: yes.filter(|_| p.in_picture()).map(|yes| (Purpose::Look, yes)).into_iter().collect(),
            look: None,
        });
        Facts {
            conversation: ConversationId::new(),
            kind: crate::roles::ConversationKind::ClientProfessional,
            parties: parties.collect(),
            companions: Vec::new(),
            colleagues: Vec::new(),
            destroyed: None,
            second_yes_until: Some(NOW.plus_days(14)),
            retention_until: None,
        }
    }

    fn standings(facts: &Facts, progress: Progress, me: Perspective) -> Vec<Standing> {
        path(facts, progress, me, NOW).iter().map(|stop| stop.standing).collect()
    }

    #[test]
    fn one_step_at_a_time_and_each_for_whoever_may_act() {
        use Standing::{Closed, Done, Later, Now, Waiting};
        let none = Progress::default();
        assert_eq!(standings(&facts(None), none, Perspective::Professional)[..2], [Now, Later]);
        let given = facts(Some(Yes::Given(NOW)));
        assert_eq!(standings(&given, none, Perspective::Professional)[..2], [Done, Now]);
        assert_eq!(standings(&given, none, Perspective::Client)[..2], [Done, Waiting]);
        let ready = Progress { recording: Some(RecordingState::Ready), ..none };
        assert_eq!(standings(&given, ready, Perspective::Coach)[1..3], [Waiting, Waiting]);
        let waits = &path(&given, ready, Perspective::Coach, NOW)[1];
        assert_eq!((waits.line, waits.days, waits.who.len()), ("path-second-waits", 14, 2));
        let mut sealed = facts(Some(Yes::Confirmed(NOW)));
        assert_eq!(standings(&sealed, ready, Perspective::Coach)[1..4], [Done, Now, Later]);
        for party in &mut sealed.parties {
            party.look = Some(LookState::Sealed(NOW));
        }
        assert_eq!(standings(&sealed, ready, Perspective::Coach)[2..], [Done, Now, Later, Later]);
        let read = Progress { readings: 1, ..ready };
        assert_eq!(standings(&sealed, read, Perspective::Professional)[3..], [Now, Now, Later]);
        let tried = Progress { readings: 3, tryouts: 1, verdicts: 1, ..ready };
        assert_eq!(standings(&sealed, tried, Perspective::Professional)[3..], [Done, Done, Now]);
        sealed.destroyed = Some(NOW);
        assert_eq!(standings(&sealed, tried, Perspective::Professional), [Closed; 6]);
    }
}
