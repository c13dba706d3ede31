//! A part is taken out of a recording: shut at once, destroyed for good, and every place after it moves.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use futures::{StreamExt, TryStreamExt};
use method::Refusal;
use method::consent::companion::CompanionKind;
use method::consent::{Means, Purpose};
use method::dialogue::Subject;
use method::ids::{ConversationId, MomentId, NoteId, ObjectId, RecordingId};
use method::interview::{InterviewMode, Topic};
use method::looking::{LeadQuestion, MomentKind, Strength, Whose};
use method::recording::RecordingState;
use method::roles::{Perspective, Role};
use practice::consent::Answers;
use practice::interview::Typed;
use practice::looking::writing::{Base, Marked};
use practice::recording::{Face, Made, Playing, Pointed};
use practice::tryout::Piece;
use practice::{Caller, audit};

use crate::dialogue::{draft, idea};
use crate::setting::{NOW, Setting, both, refusal};
use crate::tryout::plan;

/// From a minute to a minute and a half.
const PART: Pointed = Pointed { from: 60_000, to: 90_000, timeline: 0 };

/// What the decoder would give: a recording that is written anew without the part.
fn made() -> Made {
    Made {
        duration_ms: 150_000,
        picture: None,
        cut_short: false,
        content_type: "audio/mp4".into(),
        playing: Playing::Itself,
        peaks: Vec::new(),
        stills: Vec::new(),
    }
}

impl Setting {
    async fn recording_of(&self, id: ConversationId) -> RecordingId {
        self.house.recording(&self.professional, id).await.unwrap().unwrap().id
    }

    /// Does what the worker does with a cut; gives what it read.
    async fn cut_done(&self, recording: RecordingId, as_text: &'static [u8]) -> Vec<u8> {
        let making = self.house.making(recording, NOW).await.unwrap().unwrap();
        assert!(making.part().is_some());
        let source = making.source();
        let pieces: Vec<Bytes> = source.read(0..source.len()).try_collect().await.unwrap();
        let rewriting = making.rewrite("audio/mp4").await.unwrap();
        rewriting.write(Bytes::from_static(as_text)).await.unwrap();
        let body = rewriting.finish(&making).await.unwrap();
        let part = (0, as_text.len() as u64);
        let playing = Playing::Written { head: b"new head ".to_vec(), body, part };
        making.made(Made { playing, ..made() }).await.unwrap();
        pieces.concat()
    }

    async fn all_of(&self, by: &Caller, object: ObjectId, face: Face) -> Vec<u8> {
        let media = self.house.open_media(by, object, face).await.unwrap();
        let pieces: Vec<Bytes> = media.read(0..media.len()).try_collect().await.unwrap();
        pieces.concat()
    }

    async fn spans(&self, by: &Caller, id: ConversationId) -> BTreeMap<MomentId, (i64, i64)> {
        let look = self.house.own_look(by, id).await.unwrap().unwrap();
        let desk = self.house.look(by, look).await.unwrap();
        desk.moments.iter().map(|one| (one.id, (one.span.start, one.span.end))).collect()
    }

    async fn mark(&self, by: &Caller, id: ConversationId, start: i64, end: i64) -> MomentId {
        let look = self.house.begin_look(by, id).await.unwrap();
        let moment = MomentId::new();
        self.house.put_moment(by, look, moment, marked(start, end, 0), Base::Version(None)).await.unwrap();
        moment
    }
}

fn marked(start: i64, end: i64, timeline: i64) -> Marked {
    Marked {
        kind: MomentKind::Flow,
        whose: Whose::Other,
        strength: Strength::Clear,
        start,
        end,
        note: format!("op {start}"),
        word: String::new(),
        timeline,
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[tokio::test]
async fn from_the_moment_it_is_asked_nobody_watches_and_then_nothing_of_the_part_is_left() {
    both(async |s: Setting| {
        let (house, by) = (&s.house, &s.professional);
        let id = s.watchable(by).await;
        let client = s.client(by, id).await;
        let recording = s.recording_of(id).await;
        let before = house.film(by, id).await.unwrap().object;
        let peaks = house.open_media(by, before, Face::Peaks).await.unwrap();
        let running = house.open_media(&client, before, Face::Playable).await.unwrap();
        // A backup of the vault, made before anyone asked.
        let vault = s.folder.path().join("vault");
        let kept: Vec<(PathBuf, Vec<u8>)> =
            files(&vault).into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();

        let part = house.cut(&client, id, PART).await.unwrap();
        assert_eq!((part.from(), part.to()), (60_000, 90_000));
        for face in [Face::Playable, Face::Original, Face::Peaks, Face::Still(0)] {
            for reader in [by, &client, &s.coach] {
                assert_eq!(refusal(house.open_media(reader, before, face).await), Refusal::CutBusy);
            }
        }
        assert_eq!(refusal(house.film(&client, id).await), Refusal::CutBusy);
        for opened in [running, peaks] {
            let read: Vec<_> = opened.read(0..opened.len()).collect().await;
            assert!(matches!(read[..], [Err(practice::Error::Refused(Refusal::CutBusy))]), "{read:?}");
        }
        let room = house.cut_room(&client, id).await.unwrap();
        assert_eq!((room.state, room.timeline), (Some(RecordingState::Cutting), 1));
        assert!(room.under_way().unwrap().own);
        assert_eq!(refusal(house.cut(by, id, PART).await), Refusal::CutBusy);
        let discard = house.discard_recording(by, id, recording).await;
        assert_eq!(refusal(discard), Refusal::RecordingPresent);

        // A worker that dies in the middle, twice; then one that does not.
        for _ in 0..2 {
            let making = house.making(recording, NOW).await.unwrap().unwrap();
            let rewriting = making.rewrite("audio/mp4").await.unwrap();
            rewriting.write(Bytes::from_static(b"half of it")).await.unwrap();
            drop((rewriting, making));
        }
        assert_eq!(s.cut_done(recording, b"without the part").await, b"recording", "from what people saw");

        let film = house.film(by, id).await.unwrap();
        assert_ne!(film.object, before);
        assert_eq!((film.duration_ms, film.timeline), (150_000, 1));
        assert_eq!(s.all_of(by, film.object, Face::Playable).await, b"new head without the part");
        assert_eq!(s.all_of(by, film.object, Face::Original).await, b"without the part");
        for face in [Face::Playable, Face::Original, Face::Peaks, Face::Still(0)] {
            assert_eq!(refusal(house.open_media(by, before, face).await), Refusal::Unknown);
        }
        assert_eq!(s.objects(id).len(), 2, "the new recording and its head");
        assert!(house.making(recording, NOW).await.unwrap().is_none(), "it is done once");

        // The backup comes back, beside today's keys: the old bytes lie there and open nothing.
        let object = vault.join(id.to_string()).join(before.to_string());
        assert!(!object.exists());
        for (path, bytes) in &kept {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        assert!(object.exists());
        let key = s.folder.path().join("keyring/objects").join(id.to_string());
        assert!(!key.join(before.to_string()).exists() && key.join(film.object.to_string()).exists());
        assert_eq!(refusal(house.open_media(by, before, Face::Original).await), Refusal::Unknown);
        assert_eq!(s.all_of(by, film.object, Face::Original).await, b"without the part");

        let cuts = house.cuts(by, id).await.unwrap();
        assert_eq!((cuts.len(), cuts[0].own, cuts[0].perspective), (1, false, Some(Perspective::Client)));
        assert_eq!((cuts[0].part.length(), cuts[0].done), (30_000, Some(NOW)));
        let deeds: Vec<_> = house.who_looked(&client, id).await.unwrap();
        for (deed, subject) in [(audit::Deed::AskedCut, "30000"), (audit::Deed::Cut, "30000")] {
            let line = deeds.iter().find(|line| line.deed == deed.key()).unwrap();
            assert_eq!(line.subject.as_deref(), Some(subject));
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_marked_in_the_part_is_gone_and_what_came_after_it_moves() {
    both(async |s: Setting| {
        let (house, sanne, ruud) = (&s.house, &s.professional, &s.coach);
        let id = s.watchable(sanne).await;
        let client = s.client(sanne, id).await;
        let early = s.mark(sanne, id, 10_000, 12_000).await;
        let over = s.mark(sanne, id, 50_000, 70_000).await;
        let late = s.mark(sanne, id, 100_000, 100_000).await;
        let inside = s.sealed(sanne, id, MomentKind::Resistance, 75_000).await;
        let theirs = s.sealed(ruud, id, MomentKind::Flow, 120_000).await;
        let open = s.look(&client, id, MomentKind::Flow, 80_000).await;
        // Readings, something to try and an interview hang on it.
        for about in
            [Subject::Moment(inside), Subject::Moment(theirs), Subject::Question(LeadQuestion::SharedGoal)]
        {
            house.write_reading(sanne, id, about, &draft("Samen gezien", 0)).await.unwrap();
        }
        let untried = house.add_alternative(ruud, id, Subject::Moment(inside), &idea()).await.unwrap();
        let tried = house.add_alternative(ruud, id, Subject::Moment(inside), &idea()).await.unwrap();
        let tryout = house.plan_tryout(sanne, id, tried, &plan()).await.unwrap();
        let interview = house.begin_interview(ruud, id, InterviewMode::Room).await.unwrap();
        let note = |at| Typed {
            topic: Topic::Moment,
            at: Some(at),
            sound: None,
            text: "Ik hield het in.".into(),
            thought: String::new(),
            timeline: 0,
        };
        let (in_it, after_it) = (NoteId::new(), NoteId::new());
        for (which, at) in [(in_it, 61_000), (after_it, 150_000)] {
            house.put_note(ruud, interview, which, note(at), Base::Version(None)).await.unwrap();
        }
        // And this conversation is where something else was tried.
        let first = s.watchable(sanne).await;
        let before = s.sealed(sanne, first, MomentKind::Flow, 5_000).await;
        s.sealed(ruud, first, MomentKind::Flow, 5_000).await;
        let which = house.add_alternative(ruud, first, Subject::Moment(before), &idea()).await.unwrap();
        let chained = house.plan_tryout(sanne, first, which, &plan()).await.unwrap();
        house.choose_next(sanne, chained, id).await.unwrap();
        house.place_after(sanne, chained, 91_000, 0).await.unwrap();

        house.cut(&client, id, PART).await.unwrap();
        // The looks are shut too, until there is something to look at.
        let look = house.begin_look(&client, id).await;
        assert_eq!(refusal(look), Refusal::CutBusy);
        s.cut_done(s.recording_of(id).await, b"without the part").await;

        let spans = s.spans(sanne, id).await;
        let expected = [(early, (10_000, 12_000)), (over, (50_000, 60_000)), (late, (70_000, 70_000))];
        assert_eq!(spans, BTreeMap::from(expected));
        assert_eq!(s.spans(ruud, id).await, BTreeMap::from([(theirs, (90_000, 90_000))]));
        assert!(s.spans(&client, id).await.is_empty(), "in an open look as in a sealed one");
        let desk = house.own_look(&client, id).await.unwrap().unwrap();
        let answers = house.look(&client, desk).await.unwrap().answers;
        assert!(answers.iter().all(|one| one.moments.is_empty() && one.text.starts_with("over ")));

        let table = house.table(sanne, id).await.unwrap();
        assert!(table.touch(inside).is_none() && table.touch(open).is_none());
        let read: Vec<_> = table.readings.iter().map(|one| one.subject).collect();
        assert!(!read.contains(&Subject::Moment(inside)));
        assert_eq!(read.len(), 2, "what is about another place or a question stays");
        let ideas: Vec<_> = table.alternatives.iter().map(|one| one.id).collect();
        assert!(!ideas.contains(&untried) && ideas.contains(&tried), "what is being tried stays");
        assert!(house.tryout(sanne, tryout).await.is_ok());
        assert!(matches!(house.tryout_clips(sanne, tryout).await.unwrap().before, Piece::NoPlace));
        let clips = house.tryout_clips(sanne, chained).await.unwrap();
        assert!(matches!(clips.after, Piece::There { span, .. } if span.start == 61_000), "{clips:?}");
        let notes = house.interview(ruud, id).await.unwrap().unwrap().notes;
        let at = |id| {
            notes
                .iter()
                .find(|(note, _)| note.id == id)
                .map(|(note, _)| (note.at, note.text.clone()))
                .unwrap()
        };
        assert_eq!(at(in_it), (None, "Ik hield het in.".to_owned()), "an answer stays, without a place");
        assert_eq!(at(after_it).0, Some(120_000));

        // A second part, on the times as they are now.
        let second = Pointed { from: 0, to: 20_000, timeline: 1 };
        assert_eq!(
            refusal(house.cut(sanne, id, Pointed { timeline: 0, ..second }).await),
            Refusal::TimesMoved
        );
        house.cut(sanne, id, second).await.unwrap();
        s.cut_done(s.recording_of(id).await, b"and shorter still").await;
        let spans = s.spans(sanne, id).await;
        assert_eq!(spans, BTreeMap::from([(over, (30_000, 40_000)), (late, (50_000, 50_000))]));
        assert_eq!(house.cuts(ruud, id).await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_page_with_old_times_writes_nothing() {
    both(async |s: Setting| {
        let (house, sanne, ruud) = (&s.house, &s.professional, &s.coach);
        let id = s.watchable(sanne).await;
        s.sealed(ruud, id, MomentKind::Flow, 120_000).await;
        let late = s.mark(sanne, id, 100_000, 100_000).await;
        let look = house.own_look(sanne, id).await.unwrap().unwrap();
        let interview = house.begin_interview(ruud, id, InterviewMode::Room).await.unwrap();
        house.cut(sanne, id, PART).await.unwrap();
        let put = |moment, timeline| {
            house.put_moment(sanne, look, moment, marked(100_000, 100_000, timeline), Base::Whatever)
        };
        assert_eq!(refusal(put(MomentId::new(), 0).await), Refusal::CutBusy);
        s.cut_done(s.recording_of(id).await, b"without the part").await;
        for moment in [MomentId::new(), late] {
            assert_eq!(refusal(put(moment, 0).await), Refusal::TimesMoved);
        }
        let typed = |timeline| Typed {
            topic: Topic::Moment,
            at: Some(1_000),
            sound: None,
            text: "x".into(),
            thought: String::new(),
            timeline,
        };
        let write =
            |timeline| house.put_note(ruud, interview, NoteId::new(), typed(timeline), Base::Whatever);
        assert_eq!(refusal(write(0).await), Refusal::TimesMoved);
        assert_eq!(s.spans(sanne, id).await, BTreeMap::from([(late, (70_000, 70_000))]));
        put(late, 1).await.unwrap();
        write(1).await.unwrap();
        assert_eq!(s.spans(sanne, id).await, BTreeMap::from([(late, (100_000, 100_000))]));
    })
    .await;
}

#[tokio::test]
async fn everyone_in_the_picture_may_have_a_part_cut_and_nobody_else() {
    both(async |s: Setting| {
        let (house, sanne) = (&s.house, &s.professional);
        let id = s.plain(sanne, NOW).await;
        let partner = house.add_companion(sanne, id, CompanionKind::Close).await.unwrap();
        let partner = Caller::participant(partner, NOW);
        let answers = Answers { yes: &[Purpose::Look], means: Means::Account, text_version: "1" };
        assert_eq!(refusal(house.cut(&partner, id, PART).await), Refusal::ConsentMissing);
        house.say_yes(&partner, id, &answers).await.unwrap();
        assert_eq!(refusal(house.cut(&partner, id, PART).await), Refusal::RecordingMissing);
        s.record(sanne, id).await;
        let manager = s.with_role("Marga", Role::Manager).await;
        let officer = s.with_role("Farid", Role::PrivacyOfficer).await;
        let elsewhere = s.elsewhere("Zoë", Role::PrivacyOfficer).await;
        for stranger in [&s.coach, &s.colleague, &manager, &officer, &elsewhere] {
            assert_eq!(refusal(house.cut(stranger, id, PART).await), Refusal::Unknown);
            assert_eq!(refusal(house.cut_room(stranger, id).await), Refusal::Unknown);
        }
        let part = |from, to| Pointed { from, to, timeline: 0 };
        for (pointed, no) in [
            (part(1_000, 1_100), Refusal::CutNothing),
            (part(0, 180_000), Refusal::CutAll),
            (part(10_000, 400_000), Refusal::Position),
            (Pointed { timeline: 3, ..PART }, Refusal::TimesMoved),
        ] {
            assert_eq!(refusal(house.may_cut(&partner, id, pointed).await), no);
            assert_eq!(refusal(house.cut(&partner, id, pointed).await), no);
        }
        assert_eq!(house.cuts(&partner, id).await.unwrap(), [], "and none of it is written down");

        // Before the second yes too: what someone said can go at once. Of two who ask at once, one does.
        let client = s.client(sanne, id).await;
        let (one, two) = tokio::join!(house.cut(&partner, id, PART), house.cut(&client, id, PART));
        assert_eq!(one.is_ok(), two.is_err(), "{one:?} {two:?}");
        s.cut_done(s.recording_of(id).await, b"without the part").await;
        let own = if one.is_ok() { &partner } else { &client };
        assert!(house.cuts(own, id).await.unwrap()[0].own);
        let facts = house.cuts_as_facts(&officer).await.unwrap();
        assert_eq!((facts.len(), facts[0].conversation, facts[0].part.length()), (1, id, 30_000));
        assert_eq!((facts[0].companion.is_some(), facts[0].own), (one.is_ok(), false));
        assert_eq!(house.cuts_as_facts(&elsewhere).await.unwrap(), []);
        assert_eq!(refusal(house.cuts_as_facts(&manager).await), Refusal::Unknown);
        assert_eq!(refusal(house.cuts(&s.colleague, id).await), Refusal::Unknown);

        // It is told at home, to the others who may watch, for a while.
        let told = async |caller: &Caller| {
            let waits = house.waits(caller).await.unwrap();
            waits.iter().filter_map(|one| one.cut.map(|(_, length)| length)).collect::<Vec<_>>()
        };
        assert_eq!(told(sanne).await, [30_000]);
        assert!(told(&s.coach).await.is_empty(), "the coach may not watch before the second yes");
        let later = Caller { now: NOW.plus_days(20), ..sanne.clone() };
        assert!(told(&later).await.is_empty());
        // What ends takes along that something was cut.
        house.withdraw(&client, id).await.unwrap();
        assert_eq!(house.cuts(sanne, id).await.unwrap(), []);
        assert_eq!(refusal(house.cut(sanne, id, PART).await), Refusal::ConsentWithdrawn);
    })
    .await;
}

#[tokio::test]
async fn a_cut_that_nobody_works_on_is_asked_for_again_and_a_withdrawal_ends_it() {
    both(async |s: Setting| {
        let (house, sanne) = (&s.house, &s.professional);
        let id = s.watchable(sanne).await;
        let recording = s.recording_of(id).await;
        house.cut(sanne, id, PART).await.unwrap();
        assert_eq!(house.go_on_cutting(NOW).await.unwrap(), 0, "it was asked just now");
        let making = house.making(recording, NOW).await.unwrap().unwrap();
        making.failed().await.unwrap();
        assert_eq!(refusal(house.film(sanne, id).await), Refusal::CutBusy, "it stays shut");
        let later = NOW.plus_minutes(11);
        assert_eq!(house.go_on_cutting(later).await.unwrap(), 1);
        assert_eq!(house.go_on_cutting(later).await.unwrap(), 0);
        let making = house.making(recording, later).await.unwrap().unwrap();
        let rewriting = making.rewrite("audio/mp4").await.unwrap();
        rewriting.write(Bytes::from_static(b"half of it")).await.unwrap();
        house.withdraw(sanne, id).await.unwrap();
        drop(rewriting);
        assert!(making.made(made()).await.is_err());
        assert_eq!(s.settled(id, 0).await, 0);
        assert!(house.making(recording, later).await.unwrap().is_none());
        assert_eq!(house.go_on_cutting(NOW.plus_days(1)).await.unwrap(), 0);
    })
    .await;
}
