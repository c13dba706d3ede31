//! What waits for someone in a conversation, and why: computed from how it stands, never written down.
//!
//! A wait may say that another is ready with their look. It never says what they saw, nor how much.

use crate::consent::{Facts, Party, Purpose, Yes};
use crate::looking::LookState;
use crate::path::Progress;
use crate::recording::RecordingState;
use crate::roles::Perspective;
use crate::time::Stamp;
use crate::tryout::{self, Course, TryoutState};
use crate::words;

/// From how many days before its end something is said to end.
pub const RETENTION_NEAR_DAYS: i64 = 30;
/// From how many days before its end a second yes is urgent.
pub const URGENT_DAYS: i64 = 2;

words! {
    /// Something that waits for one person. The most pressing stand first.
    Wait {
        /// One's own second yes; without it everything is destroyed.
        SecondOwn = "second-own",
        /// The client's second yes, for the professional to ask for.
        SecondClient = "second-client",
        /// The second yes of someone who came along, for the professional to ask for.
        SecondBeside = "second-beside",
        /// What one means to try is today; the card is there.
        CardToday = "card-today",
        /// What one means to try is tomorrow.
        CardTomorrow = "card-tomorrow",
        /// One's own first yes.
        ConsentOwn = "consent-own",
        /// The client's first yes, for the professional to ask for.
        ConsentClient = "consent-client",
        /// The first yes of someone who came along.
        ConsentBeside = "consent-beside",
        /// A recording that stopped coming in.
        RecordingOn = "recording-on",
        /// A file that was no recording.
        RecordingAgain = "recording-again",
        /// Everyone said yes, and nothing is recorded yet.
        Record = "record",
        /// One's look has begun.
        Seal = "seal",
        /// One's look has not begun.
        Look = "look",
        /// What one told the coach was given to read back.
        ReadBack = "read-back",
        /// Looks lie side by side, and nothing was read in them yet.
        Dialogue = "dialogue",
        /// Something was read together, and not yet in every question.
        Reading = "reading",
        /// Something to choose and try.
        Choose = "choose",
        /// Something was tried, and one has yet to tell of it.
        Tell = "tell",
        /// One told, and can say what to do with it.
        Verdict = "verdict",
        /// It should have been tried a while ago, and nothing was heard.
        DidItCome = "did-it-come",
        /// Someone had a part taken out of the recording: nothing to do, but to know.
        Cut = "cut",
        /// The end of what is kept comes near.
        Retention = "retention",
    }
}

/// One wait, with what its sentence names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What waits.
    pub wait: Wait,
    /// How many days are left, where it ends.
    pub days: i64,
    /// Who is ready with their look already, where one's own is asked.
    pub ready: Vec<Perspective>,
}

impl Waiting {
    const fn plain(wait: Wait) -> Self {
        Self { wait, days: 0, ready: Vec::new() }
    }

    /// Whether it cannot wait for tomorrow's mail.
    #[must_use]
    pub const fn urgent(&self) -> bool {
        matches!(self.wait, Wait::SecondOwn | Wait::SecondClient | Wait::SecondBeside)
            && self.days <= URGENT_DAYS
    }
}

/// What waits in one conversation for whoever sits in chair `me`, tryouts apart.
#[must_use]
pub fn waits(facts: &Facts, progress: Progress, me: Perspective, now: Stamp) -> Vec<Waiting> {
    if facts.destroyed.is_some() || facts.ended_by_itself(now).is_some() {
        return Vec::new();
    }
    let mut waits = Vec::new();
    waits.extend(first_yes(facts, progress, me));
    waits.extend(recording(facts, progress, me));
    waits.extend(second_yes(facts, me, now));
    waits.extend(looking(facts, progress, me));
    waits.extend(together(facts, progress, me));
    waits.extend(ending(facts, me, now));
    waits
}

/// What waits with one tryout for whoever sits in chair `me`: what `tryout` says for the professional; for the others
/// to tell of it, once it was tried. `course.told` is whether that one told.
#[must_use]
pub fn wait_with(course: &Course, me: Perspective, now: Stamp) -> Option<Wait> {
    if me == Perspective::Professional {
        return tryout::wait(course, now).map(|wait| match wait {
            tryout::Wait::CardToday => Wait::CardToday,
            tryout::Wait::CardTomorrow => Wait::CardTomorrow,
            tryout::Wait::Tell => Wait::Tell,
            tryout::Wait::Judge => Wait::Verdict,
            tryout::Wait::DidItCome => Wait::DidItCome,
        });
    }
    let tried = course.state == TryoutState::Tried && course.next_on.is_some_and(|on| on < now);
    (tried && !course.told).then_some(Wait::Tell)
}

fn lacks(facts: &Facts, chair: Perspective, said: impl Fn(Yes) -> bool) -> bool {
    let party = facts.parties.iter().find(|party| party.perspective == chair);
    !party.and_then(|party| party.yes(Purpose::Look)).is_some_and(said)
}

fn first_yes(facts: &Facts, progress: Progress, me: Perspective) -> Vec<Waiting> {
    let open = progress.recording.is_none_or(RecordingState::makes_room);
    if !open || !me.in_picture() {
        return Vec::new();
    }
    let mut waits = Vec::new();
    if lacks(facts, me, Yes::lives) {
        waits.push(Waiting::plain(Wait::ConsentOwn));
    }
    if me == Perspective::Professional && lacks(facts, Perspective::Client, Yes::lives) {
        waits.push(Waiting::plain(Wait::ConsentClient));
    }
    if me == Perspective::Professional && !facts.companions_said(Yes::lives) {
        waits.push(Waiting::plain(Wait::ConsentBeside));
    }
    waits
}

fn recording(facts: &Facts, progress: Progress, me: Perspective) -> Option<Waiting> {
    if me != Perspective::Professional || !facts.all_said_yes(Purpose::Look) {
        return None;
    }
    let wait = match progress.recording {
        None => Wait::Record,
        Some(RecordingState::Refused) => Wait::RecordingAgain,
        Some(RecordingState::Arriving) => Wait::RecordingOn,
        Some(_) => return None,
    };
    Some(Waiting::plain(wait))
}

fn second_yes(facts: &Facts, me: Perspective, now: Stamp) -> Option<Waiting> {
    let until = facts.second_yes_until?;
    if !me.in_picture() || lacks(facts, me, Yes::lives) {
        return None;
    }
    let wait = if lacks(facts, me, Yes::confirmed) {
        Wait::SecondOwn
    } else if me == Perspective::Professional && lacks(facts, Perspective::Client, Yes::confirmed) {
        Wait::SecondClient
    } else if me == Perspective::Professional && !facts.companions_said(Yes::confirmed) {
        Wait::SecondBeside
    } else {
        return None;
    };
    Some(Waiting { wait, days: now.days_until(until), ready: Vec::new() })
}

fn looking(facts: &Facts, progress: Progress, me: Perspective) -> Option<Waiting> {
    let may = me.in_picture() || facts.all_confirmed(Purpose::Look);
    if progress.recording != Some(RecordingState::Ready) || !may || !facts.all_said_yes(Purpose::Look) {
        return None;
    }
    let own = facts.parties.iter().find(|party| party.perspective == me)?;
    let wait = match own.look {
        None => Wait::Look,
        Some(LookState::Open) => Wait::Seal,
        Some(LookState::Sealed(_)) => return None,
    };
    let ready = facts.parties.iter().filter(|party| party.sealed()).map(|party| party.perspective);
    Some(Waiting { wait, days: 0, ready: ready.collect() })
}

fn together(facts: &Facts, progress: Progress, me: Perspective) -> Option<Waiting> {
    let own = facts.parties.iter().find(|party| party.perspective == me);
    let open =
        own.is_some_and(Party::sealed) && facts.sealed_looks() >= 2 && facts.all_confirmed(Purpose::Look);
    if !open || progress.tryouts > 0 {
        return None;
    }
    let questions = crate::looking::LeadQuestion::ALL.len();
    match progress.readings {
        0 => Some(Waiting::plain(Wait::Dialogue)),
        some if some < questions => Some(Waiting::plain(Wait::Reading)),
        _ => (me == Perspective::Professional).then_some(Waiting::plain(Wait::Choose)),
    }
}

fn ending(facts: &Facts, me: Perspective, now: Stamp) -> Option<Waiting> {
    let days = now.days_until(facts.retention_until?);
    let near = days <= RETENTION_NEAR_DAYS && me.in_picture();
    near.then_some(Waiting { wait: Wait::Retention, days, ready: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::tests::conversation;

    const NOW: Stamp = Stamp(1_000_000_000_000);
    const READY: Progress =
        Progress { recording: Some(RecordingState::Ready), readings: 0, tryouts: 0, verdicts: 0 };

    fn kinds(facts: &Facts, progress: Progress, me: Perspective) -> Vec<Wait> {
        waits(facts, progress, me, NOW).iter().map(|waiting| waiting.wait).collect()
    }

    #[test]
    fn first_a_yes_is_asked_then_a_recording_made() {
        use Perspective::{Client, Coach, Professional};
        let none = Progress::default();
        let facts = conversation(None, [None; 3]);
        assert_eq!(kinds(&facts, none, Professional), [Wait::ConsentOwn, Wait::ConsentClient]);
        assert_eq!(kinds(&facts, none, Client), [Wait::ConsentOwn]);
        assert_eq!(kinds(&facts, none, Coach), []);
        let given = conversation(Some(Yes::Given(NOW)), [None; 3]);
        assert_eq!(kinds(&given, none, Professional), [Wait::Record]);
        assert_eq!(kinds(&given, none, Client), []);
        let refused = Progress { recording: Some(RecordingState::Refused), ..none };
        assert_eq!(kinds(&given, refused, Professional), [Wait::RecordingAgain]);
    }

    #[test]
    fn the_second_yes_says_how_long_it_waits_and_presses_at_the_end() {
        use Perspective::{Coach, Professional};
        let mut facts = conversation(Some(Yes::Given(NOW)), [None; 3]);
        facts.second_yes_until = Some(NOW.plus_days(9));
        let whole = Progress { recording: Some(RecordingState::Whole), ..Progress::default() };
        let own = waits(&facts, whole, Professional, NOW).remove(0);
        assert_eq!((own.wait, own.days, own.urgent()), (Wait::SecondOwn, 9, false));
        assert!(waits(&facts, whole, Professional, NOW.plus_days(7))[0].urgent());
        assert_eq!(kinds(&facts, whole, Coach), [], "nothing waits for a coach before the second yes");
        facts.parties[0].yeses = vec![(Purpose::Look, Yes::Confirmed(NOW))];
        assert_eq!(kinds(&facts, whole, Professional), [Wait::SecondClient]);
    }

    #[test]
    fn a_look_says_who_is_ready_and_nothing_of_what_they_saw() {
        let sealed = Some(LookState::Sealed(NOW));
        let yes = Some(Yes::Confirmed(NOW));
        let facts = conversation(yes, [Some(LookState::Open), None, sealed]);
        let waiting = waits(&facts, READY, Perspective::Professional, NOW).remove(0);
        assert_eq!((waiting.wait, waiting.ready), (Wait::Seal, vec![Perspective::Coach]));
        assert_eq!(kinds(&facts, READY, Perspective::Client), [Wait::Look]);
        assert_eq!(kinds(&facts, READY, Perspective::Coach), [], "whoever sealed alone waits for the others");
    }

    #[test]
    fn what_was_sealed_is_read_together_and_then_tried() {
        use Perspective::{Coach, Professional};
        let sealed = Some(LookState::Sealed(NOW));
        let facts = conversation(Some(Yes::Confirmed(NOW)), [sealed; 3]);
        let read = |readings| Progress { readings, ..READY };
        assert_eq!(kinds(&facts, read(0), Coach), [Wait::Dialogue]);
        assert_eq!(kinds(&facts, read(2), Coach), [Wait::Reading]);
        assert_eq!(kinds(&facts, read(3), Professional), [Wait::Choose]);
        assert_eq!(kinds(&facts, read(3), Coach), []);
        let planned = Progress { tryouts: 1, ..read(3) };
        assert_eq!(kinds(&facts, planned, Professional), []);
    }

    #[test]
    fn who_tried_gets_a_card_and_a_question_and_the_others_a_question_once_it_was_tried() {
        use Perspective::{Client, Coach, Professional};
        let course = Course {
            state: TryoutState::Tried,
            next_on: Some(NOW.plus_days(1)),
            planned_on: None,
            made: NOW,
            told: false,
        };
        assert_eq!(wait_with(&course, Professional, NOW), Some(Wait::CardTomorrow));
        assert_eq!(wait_with(&course, Client, NOW), None);
        let after = NOW.plus_days(2);
        for chair in [Professional, Client, Coach] {
            assert_eq!(wait_with(&course, chair, after), Some(Wait::Tell));
        }
        let told = Course { told: true, ..course };
        assert_eq!(wait_with(&told, Professional, after), Some(Wait::Verdict));
        assert_eq!(wait_with(&told, Coach, after), None);
        let planned = Course { state: TryoutState::Planned, next_on: None, ..course };
        assert_eq!(wait_with(&planned, Coach, after), None);
    }

    #[test]
    fn an_end_is_said_a_month_before_and_nothing_waits_after_it() {
        let sealed = Some(LookState::Sealed(NOW));
        let mut facts = conversation(Some(Yes::Confirmed(NOW)), [sealed; 3]);
        facts.retention_until = Some(NOW.plus_days(31));
        assert_eq!(kinds(&facts, READY, Perspective::Client), [Wait::Dialogue]);
        facts.retention_until = Some(NOW.plus_days(30));
        assert_eq!(kinds(&facts, READY, Perspective::Client), [Wait::Dialogue, Wait::Retention]);
        facts.retention_until = Some(NOW);
        assert_eq!(kinds(&facts, READY, Perspective::Client), []);
    }
}
