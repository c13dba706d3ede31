//! The client interview: between the two who talk, until the client says yes to what was written.

use std::convert::Infallible;

use bytes::Bytes;
use futures::stream;
use method::Refusal;
use method::consent::Means;
use method::ids::{ConversationId, InterviewId, NoteId, RecordingId};
use method::interview::{InterviewMode, InterviewState, ReadBack, Topic};
use method::looking::MomentKind;
use method::roles::{Perspective, Role};
use practice::interview::{Typed, Wrote};
use practice::looking::writing::Base;
use practice::recording::{Face, Made, Playing};
use practice::{Caller, House};

use crate::setting::{NOW, Setting, both, refusal, wrong_field};

fn said(text: &str) -> Typed {
    Typed {
        topic: Topic::Moment,
        at: Some(61_000),
        sound: None,
        text: text.into(),
        thought: String::new(),
        timeline: 0,
    }
}

async fn write(house: &House, by: &Caller, id: InterviewId, typed: Typed) -> NoteId {
    let note = NoteId::new();
    let put = house.put_note(by, id, note, typed, Base::Version(None)).await.unwrap();
    assert!(matches!(put, Wrote::Kept(_)));
    note
}

/// Brings sound in, as the recorder does, and makes it playable, as the worker does.
async fn sound(setting: &Setting, id: InterviewId) -> (ConversationId, RecordingId) {
    let (house, ruud) = (&setting.house, &setting.coach);
    let (conversation, sound) = house.begin_interview_sound(ruud, id, Some("audio/webm")).await.unwrap();
    let body = stream::iter([Ok::<_, Infallible>(Bytes::from_static(b"a voice"))]);
    house.receive(ruud, conversation, sound, 0, body).await.unwrap();
    house.set_recording_length(ruud, conversation, sound, 7).await.unwrap();
    house.upload(ruud, conversation, sound).await.unwrap();
    let made = Made {
        duration_ms: 9_000,
        picture: None,
        cut_short: false,
        content_type: "audio/webm".into(),
        playing: Playing::Itself,
        peaks: vec![1; 90],
        stills: Vec::new(),
    };
    house.making(sound, NOW).await.unwrap().unwrap().made(made).await.unwrap();
    (conversation, sound)
}

/// An interview with a note and a sound, in a conversation whose coach sealed.
pub async fn noted_with_sound(setting: &Setting, id: ConversationId) -> InterviewId {
    let (house, ruud) = (&setting.house, &setting.coach);
    let client = setting.client(&setting.professional, id).await;
    let interview = house.begin_interview(ruud, id, InterviewMode::Room).await.unwrap();
    write(house, ruud, interview, said("Ik hield het in.")).await;
    house.allow_interview_sound(&client, Means::Link).await.unwrap();
    sound(setting, interview).await;
    interview
}

#[tokio::test]
async fn notes_are_for_the_two_who_talk_until_the_client_says_yes() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        let id = setting.watchable(sanne).await;
        let client = setting.client(sanne, id).await;
        let room = InterviewMode::Room;
        assert_eq!(refusal(house.begin_interview(ruud, id, room).await), Refusal::LookBlind);
        setting.sealed(ruud, id, MomentKind::Flow, 60_000).await;
        setting.sealed(sanne, id, MomentKind::Flow, 60_000).await;
        for (who, why) in [
            (sanne, Refusal::NotInvited),
            (&client, Refusal::NotInvited),
            (&setting.colleague, Refusal::Unknown),
        ] {
            assert_eq!(refusal(house.begin_interview(who, id, room).await), why);
        }
        let interview = house.begin_interview(ruud, id, room).await.unwrap();
        assert_eq!(house.begin_interview(ruud, id, InterviewMode::Telephone).await.unwrap(), interview);
        assert_eq!(refusal(house.offer_interview(ruud, interview).await), Refusal::NotesEmpty);
        let thought = Typed { thought: "Ik denk: ze schrok.".into(), ..said("Ik zei maar ja.") };
        let one = write(house, ruud, interview, thought).await;
        let two = write(house, ruud, interview, said("Dat ging te snel.")).await;
        let three = write(house, ruud, interview, said("Mijn zoon was ziek.")).await;

        let manager = setting.with_role("Els", Role::Manager).await;
        let administrator = setting.with_role("Wim", Role::Administrator).await;
        let strangers = [&setting.colleague, &manager, &administrator];
        let shut = async |offered: bool| {
            for who in strangers {
                assert_eq!(refusal(house.interview(who, id).await.map(|_| ())), Refusal::Unknown);
                assert_eq!(refusal(house.client_voice(who, id).await.map(|_| ())), Refusal::Unknown);
                assert_eq!(refusal(house.own_interview(who).await.map(|_| ())), Refusal::Unknown);
            }
            assert_eq!(refusal(house.interview(sanne, id).await.map(|_| ())), Refusal::NotInvited);
            assert!(house.client_voice(sanne, id).await.unwrap().is_empty());
            assert!(house.client_voice(ruud, id).await.unwrap().is_empty());
            let back = house.own_interview(&client).await.unwrap().unwrap();
            assert_eq!(back.notes.len(), if offered { 3 } else { 0 });
        };
        shut(false).await;
        assert_eq!(refusal(house.note_is_right(&client, one).await), Refusal::NotesWaiting);
        assert_eq!(refusal(house.approve_interview(&client).await), Refusal::NotesWaiting);
        house.offer_interview(ruud, interview).await.unwrap();
        shut(true).await;
        let late = house.put_note(ruud, interview, one, said("anders"), Base::Whatever).await;
        assert_eq!(refusal(late), Refusal::NotesOffered);
        assert_eq!(refusal(house.remove_note(ruud, interview, one).await), Refusal::NotesOffered);

        house.note_is_right(&client, one).await.unwrap();
        assert_eq!(wrong_field(house.put_own_words(&client, two, " ", false).await), "words");
        house.put_own_words(&client, two, "Ik had tijd nodig.", false).await.unwrap();
        assert_eq!(refusal(house.approve_interview(&client).await), Refusal::NotesUndecided);
        for who in [sanne, ruud, &setting.colleague] {
            assert!(house.note_is_right(who, three).await.is_err(), "only the client's own hand");
            assert!(house.approve_interview(who).await.is_err());
        }
        house.throw_note_away(&client, three).await.unwrap();
        assert!(house.client_voice(sanne, id).await.unwrap().is_empty(), "not before the yes to all of it");
        house.approve_interview(&client).await.unwrap();

        let voice = house.client_voice(sanne, id).await.unwrap();
        assert_eq!(voice.len(), 2);
        assert_eq!((voice[0].text.as_str(), voice[0].own.as_deref()), ("Ik zei maar ja.", None));
        assert_eq!((voice[1].text.as_str(), voice[1].own.as_deref()), ("", Some("Ik had tijd nodig.")));
        assert_eq!(voice[1].read_back, Some(ReadBack::Changed));
        let sheet = house.interview(ruud, id).await.unwrap().unwrap();
        assert_eq!(sheet.notes[1].0.text, "", "what the client replaced is destroyed for the coach too");
        assert_eq!(sheet.notes[0].1, "Ik denk: ze schrok.");
        assert!(matches!(sheet.state, InterviewState::Approved(_)));
        assert_eq!(refusal(house.resume_interview(ruud, interview).await), Refusal::NotesOffered);

        // The coach's own thought goes to the others only by their own hand, in their own look.
        assert!(house.table(sanne, id).await.unwrap().additions.is_empty());
        house.share_thought(ruud, interview, one).await.unwrap();
        assert_eq!(house.table(sanne, id).await.unwrap().additions[0].by, Perspective::Coach);

        // For ever theirs to throw away.
        house.throw_note_away(&client, one).await.unwrap();
        assert_eq!(house.client_voice(sanne, id).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_was_approved_opens_only_to_who_sealed() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        let id = setting.watchable(sanne).await;
        let client = setting.client(sanne, id).await;
        setting.sealed(ruud, id, MomentKind::Flow, 60_000).await;
        let interview = house.begin_interview(ruud, id, InterviewMode::Telephone).await.unwrap();
        let note = write(house, ruud, interview, said("Ik wilde werken.")).await;
        house.offer_interview(ruud, interview).await.unwrap();
        house.note_is_right(&client, note).await.unwrap();
        house.approve_interview(&client).await.unwrap();
        assert_eq!(refusal(house.client_voice(sanne, id).await.map(|_| ())), Refusal::LookBlind);
        setting.look(sanne, id, MomentKind::Flow, 60_000).await;
        assert_eq!(refusal(house.client_voice(sanne, id).await.map(|_| ())), Refusal::LookBlind);
        let look = house.own_look(sanne, id).await.unwrap().unwrap();
        house.seal_look(sanne, look).await.unwrap();
        assert_eq!(house.client_voice(sanne, id).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn two_windows_overwrite_nothing_and_what_is_sent_twice_is_done_once() {
    both(async |setting| {
        let (house, ruud) = (&setting.house, &setting.coach);
        let id = setting.two_sealed().await;
        let interview = house.begin_interview(ruud, id, InterviewMode::Room).await.unwrap();
        let note = NoteId::new();
        let Wrote::Kept(first) =
            house.put_note(ruud, interview, note, said("Eerst."), Base::Version(None)).await.unwrap()
        else {
            unreachable!("a new note is kept")
        };
        let twice = house.put_note(ruud, interview, note, said("Eerst."), Base::Version(None)).await.unwrap();
        assert_eq!(twice, Wrote::Kept(first));
        let second =
            house.put_note(ruud, interview, note, said("Toen."), Base::Version(Some(first))).await.unwrap();
        let Wrote::Kept(second) = second else { unreachable!("{second:?}") };
        let stale =
            house.put_note(ruud, interview, note, said("Anders."), Base::Version(Some(first))).await.unwrap();
        assert_eq!(stale, Wrote::Changed { theirs: "Toen.".into(), version: second });
        let beyond = Typed { at: Some(999_000), ..said("x") };
        let beyond = house.put_note(ruud, interview, NoteId::new(), beyond, Base::Version(None)).await;
        assert_eq!(refusal(beyond), Refusal::Position);
        // A note of another interview cannot be written into this one.
        let other = setting.two_sealed().await;
        let other = house.begin_interview(ruud, other, InterviewMode::Room).await.unwrap();
        let stolen = house.put_note(ruud, other, note, said("Gestolen."), Base::Whatever).await;
        assert_eq!(refusal(stolen), Refusal::Unknown);
        house.remove_note(ruud, interview, note).await.unwrap();
        house.remove_note(ruud, interview, note).await.unwrap();
        assert!(house.interview(ruud, id).await.unwrap().unwrap().notes.is_empty());
    })
    .await;
}

#[tokio::test]
async fn sound_needs_the_clients_yes_and_goes_when_they_take_it_back() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        let id = setting.two_sealed().await;
        let client = setting.client(sanne, id).await;
        let before = house.conversation(sanne, id).await.unwrap().facts;
        let interview = house.begin_interview(ruud, id, InterviewMode::Room).await.unwrap();
        let unasked = house.begin_interview_sound(ruud, interview, None).await;
        assert_eq!(refusal(unasked), Refusal::SoundUnasked);
        for who in [ruud, sanne] {
            assert_eq!(refusal(house.allow_interview_sound(who, Means::Tablet).await), Refusal::Unknown);
        }
        house.allow_interview_sound(&client, Means::Tablet).await.unwrap();
        let (_, recording) = sound(&setting, interview).await;
        let note = Typed { sound: Some((recording, 4_000)), ..said("Luister hier.") };
        write(house, ruud, interview, note).await;

        let film = house.film(sanne, id).await.unwrap();
        let sheet = house.interview(ruud, id).await.unwrap().unwrap();
        assert_eq!(sheet.notes[0].0.sound, Some((recording, 4_000)));
        let object = sheet.sounds[0].object;
        assert_ne!(film.object, object, "the conversation's recording is still its own");
        let after = house.conversation(sanne, id).await.unwrap().facts;
        assert_eq!(
            (before.retention_until, before.second_yes_until),
            (after.retention_until, after.second_yes_until)
        );

        let open = async |who: &Caller| house.open_media(who, object, Face::Playable).await.map(|_| ());
        open(ruud).await.unwrap();
        open(&client).await.unwrap();
        assert_eq!(refusal(open(sanne).await), Refusal::NotInvited);
        assert_eq!(refusal(open(&setting.colleague).await), Refusal::Unknown);
        assert_eq!(refusal(house.upload(sanne, id, recording).await.map(|_| ())), Refusal::NotInvited);
        assert_eq!(refusal(house.discard_recording(sanne, id, recording).await), Refusal::NotInvited);
        let main = house.recording(sanne, id).await.unwrap().unwrap().id;
        assert!(house.upload(ruud, id, main).await.is_err(), "who asks does not record the conversation");

        // Approving what was written does not open the sound to anyone.
        house.offer_interview(ruud, interview).await.unwrap();
        assert_eq!(refusal(house.begin_interview_sound(ruud, interview, None).await), Refusal::NotesOffered);
        for note in house.own_interview(&client).await.unwrap().unwrap().notes {
            house.note_is_right(&client, note.id).await.unwrap();
        }
        house.approve_interview(&client).await.unwrap();
        assert_eq!(refusal(open(sanne).await), Refusal::NotInvited);

        for who in [ruud, sanne] {
            assert_eq!(refusal(house.take_interview_sound_back(who).await), Refusal::Unknown);
        }
        let place = setting.folder.path().join("vault").join(id.to_string()).join(object.to_string());
        assert!(place.exists(), "{}", place.display());
        house.take_interview_sound_back(&client).await.unwrap();
        assert!(!place.exists());
        assert_eq!(refusal(open(ruud).await), Refusal::Unknown);
        assert!(house.interview(ruud, id).await.unwrap().unwrap().sounds.is_empty());
        let body = stream::iter([Ok::<_, Infallible>(Bytes::from_static(b"late"))]);
        let late = house.receive(ruud, id, recording, 7, body).await.map(|_| ());
        assert!(late.is_err(), "nothing comes in any more");
        assert_eq!(house.client_voice(sanne, id).await.unwrap().len(), 1, "the words stay");
        house.film(sanne, id).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_interview_stays_with_the_client_when_the_coach_leaves() {
    both(async |setting| {
        let house = &setting.house;
        let (sanne, ruud) = (&setting.professional, &setting.coach);
        // Still being written: destroyed, with its sound.
        let id = setting.two_sealed().await;
        let interview = noted_with_sound(&setting, id).await;
        house.take_back_invitation(sanne, id).await.unwrap();
        let client = setting.client(sanne, id).await;
        assert!(house.own_interview(&client).await.unwrap().is_none());
        assert_eq!(refusal(house.offer_interview(ruud, interview).await), Refusal::Unknown);

        // Before the client: theirs, and they can still say yes.
        let id = setting.two_sealed().await;
        let interview = noted_with_sound(&setting, id).await;
        house.offer_interview(ruud, interview).await.unwrap();
        house.take_back_invitation(sanne, id).await.unwrap();
        let client = setting.client(sanne, id).await;
        let back = house.own_interview(&client).await.unwrap().unwrap();
        house.note_is_right(&client, back.notes[0].id).await.unwrap();
        house.approve_interview(&client).await.unwrap();
        assert_eq!(house.client_voice(sanne, id).await.unwrap().len(), 1);
        assert_eq!(refusal(house.interview(ruud, id).await.map(|_| ())), Refusal::Unknown);
    })
    .await;
}
