//! Looking together at the same time: who begins, who leads, what stays, and who may not be there.

use method::Refusal;
use method::dialogue::Subject;
use method::dialogue::agenda::Part;
use method::dialogue::session::{AWAY, Command};
use method::ids::ConversationId;
use method::looking::{LeadQuestion, MomentKind};
use method::roles::Perspective;
use method::time::Stamp;
use practice::dialogue::Written;
use practice::dialogue::session::Session;
use practice::house::bells::{Change, Ring};
use practice::{Caller, House};

use crate::dialogue::{draft, idea};
use crate::setting::{NOW, Setting, both, refusal};

const GOAL: Subject = Subject::Question(LeadQuestion::SharedGoal);

fn later(caller: &Caller, ms: i64) -> Caller {
    Caller { now: Stamp(NOW.0 + ms), ..caller.clone() }
}

async fn session(house: &House, caller: &Caller, id: ConversationId) -> Session {
    let gate = house.gate(caller, id).await.unwrap();
    house.session(&gate).await.unwrap().unwrap()
}

fn open(about: &str) -> Command {
    Command::Open { about: about.into() }
}

#[tokio::test]
async fn of_two_who_begin_at_once_one_leads_and_both_sit_at_the_same_table() {
    both(async |setting| {
        let house = &setting.house;
        let id = setting.two_sealed().await;
        let (one, two) = tokio::join!(
            house.begin_session(&setting.professional, id),
            house.begin_session(&setting.coach, id)
        );
        one.unwrap();
        two.unwrap();
        let gate = house.gate(&setting.professional, id).await.unwrap();
        assert_eq!(house.sessions(&gate).await.unwrap().len(), 1);
        house.begin_session(&setting.coach, id).await.unwrap();
        assert_eq!(house.sessions(&gate).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_without_a_sealed_look_of_their_own_comes_to_the_table() {
    both(async |setting| {
        let house = &setting.house;
        let id = setting.two_sealed().await;
        let client = setting.client(&setting.professional, id).await;
        house.begin_session(&setting.professional, id).await.unwrap();
        let skip = Command::Skip { about: "auth".into() };
        for (caller, why) in [(&client, Refusal::LookBlind), (&setting.colleague, Refusal::Unknown)] {
            assert_eq!(refusal(house.gate(caller, id).await), why);
            assert_eq!(refusal(house.begin_session(caller, id).await), why);
            assert_eq!(refusal(house.wish(caller, id, &skip).await), why);
            assert_eq!(refusal(house.take_along(caller, id, "iets").await), why);
        }
        // A moment of a look that is still open is not there to be laid in the middle, nor its maker to be seated.
        let theirs = setting.look(&client, id, MomentKind::Flow, 1_000).await;
        let wished = house.wish(&setting.professional, id, &open(&theirs.to_string())).await;
        assert_eq!(refusal(wished), Refusal::Unknown);
        let sit = Command::Sit { who: Perspective::Client };
        assert_eq!(refusal(house.wish(&setting.professional, id, &sit).await), Refusal::Unknown);
        let hand = Command::Hand { to: Perspective::Client };
        assert_eq!(refusal(house.wish(&setting.professional, id, &hand).await), Refusal::Unknown);
    })
    .await;
}

#[tokio::test]
async fn a_session_stands_as_it_was_left_after_the_program_starts_again() {
    both(async |setting| {
        let (house, sanne, ruud) = (&setting.house, &setting.professional, &setting.coach);
        let id = setting.two_sealed().await;
        house.begin_session(sanne, id).await.unwrap();
        house.wish(sanne, id, &Command::Part { to: Part::Differ }).await.unwrap();
        house.wish(sanne, id, &open("fit")).await.unwrap();
        house.wish(ruud, id, &Command::Skip { about: "auth".into() }).await.unwrap();
        house.wish(sanne, id, &Command::Play { at: 61_000 }).await.unwrap();
        assert_eq!(refusal(house.wish(ruud, id, &Command::Pause { at: 0 }).await), Refusal::NotLeading);
        let before = session(house, sanne, id).await;

        let again = House::open(house.settings.clone()).await.unwrap();
        let after = session(&again, sanne, id).await;
        assert_eq!(after, before);
        assert_eq!(after.standing.playhead.position(Stamp(NOW.0 + 2_000)), 63_000);
        let table = again.table(ruud, id).await.unwrap();
        let agenda = after.agenda(&table);
        assert_eq!(agenda.len(), 4, "one place and three questions");
        let skipped: Vec<_> = agenda.iter().filter(|item| item.skipped).map(|item| item.subject).collect();
        assert_eq!(skipped, [Subject::Question(LeadQuestion::Authenticity)]);
        // Never beyond the recording, which lasts three minutes.
        again.wish(sanne, id, &Command::Seek { at: 9_000_000 }).await.unwrap();
        assert_eq!(session(&again, sanne, id).await.standing.playhead.at, 180_000);
    })
    .await;
}

#[tokio::test]
async fn the_lead_goes_from_hand_to_hand_and_is_taken_only_of_who_is_away() {
    both(async |setting| {
        let (house, sanne, ruud) = (&setting.house, &setting.professional, &setting.coach);
        let id = setting.two_sealed().await;
        house.begin_session(sanne, id).await.unwrap();
        assert_eq!(refusal(house.wish(ruud, id, &Command::Lead {}).await), Refusal::LeaderThere);
        let gate = house.gate(sanne, id).await.unwrap();
        let dialogue = session(house, sanne, id).await.id;
        let stretch = house.come(&gate, dialogue, NOW).await.unwrap();
        house.gone(id, stretch, Stamp(NOW.0 + 1_000)).await.unwrap();
        let lead = async |at: i64| house.wish(&later(ruud, at), id, &Command::Lead {}).await;
        assert_eq!(refusal(lead(1_000 + AWAY - 1).await), Refusal::LeaderThere);
        lead(1_000 + AWAY).await.unwrap();
        assert_eq!(refusal(house.wish(sanne, id, &open("auth")).await), Refusal::NotLeading);
        house.wish(ruud, id, &Command::Hand { to: Perspective::Professional }).await.unwrap();
        house.wish(sanne, id, &open("auth")).await.unwrap();
        house.wish(sanne, id, &Command::End {}).await.unwrap();
        assert_eq!(refusal(house.wish(sanne, id, &open("auth")).await), Refusal::DialogueEnded);
    })
    .await;
}

#[tokio::test]
async fn every_version_of_a_reading_stays_with_who_was_there() {
    both(async |setting| {
        let (house, sanne, ruud) = (&setting.house, &setting.professional, &setting.coach);
        let id = setting.two_sealed().await;
        house.begin_session(sanne, id).await.unwrap();
        house.wish(sanne, id, &Command::Sit { who: Perspective::Coach }).await.unwrap();
        for (version, text) in (0_i64..).zip(["van Sanne", "van Ruud", "van allebei"]) {
            let writer = if version == 1 { ruud } else { sanne };
            let kept = house.write_reading(writer, id, GOAL, &draft(text, version)).await.unwrap();
            assert!(matches!(kept, Written::Kept));
        }
        house.wish(sanne, id, &Command::End {}).await.unwrap();
        let alone = later(ruud, 3_600_000);
        house.write_reading(&alone, id, GOAL, &draft("van Ruud alleen", 3)).await.unwrap();
        let table = house.table(sanne, id).await.unwrap();
        let earlier: Vec<_> =
            table.earlier.iter().map(|one| (one.version, one.words.ours.as_str())).collect();
        assert_eq!(earlier, [(1, "van Sanne"), (2, "van Ruud"), (3, "van allebei")]);
        assert_eq!(table.earlier[2].there, [Perspective::Professional, Perspective::Coach]);
        assert_eq!(table.readings[0].words.ours, "van Ruud alleen");
        assert!(table.readings[0].there.is_empty(), "it was written after the session");
    })
    .await;
}

#[tokio::test]
async fn a_coach_whose_part_ended_finds_nothing_and_leaves_what_was_sealed() {
    both(async |setting| {
        let (house, sanne, ruud) = (&setting.house, &setting.professional, &setting.coach);
        let id = setting.two_sealed().await;
        house.begin_session(sanne, id).await.unwrap();
        house.add_alternative(ruud, id, GOAL, &idea()).await.unwrap();
        let client = setting.client(sanne, id).await;
        for caller in [ruud, &client, &setting.colleague] {
            assert!(house.take_back_invitation(caller, id).await.is_err());
        }
        let mut bells = house.bells.listen();
        house.take_back_invitation(sanne, id).await.unwrap();
        assert_eq!(bells.try_recv().unwrap(), Ring::Changed(id, Change::Rights));
        assert_eq!(refusal(house.gate(ruud, id).await), Refusal::Unknown);
        assert_eq!(refusal(house.table(ruud, id).await), Refusal::Unknown);
        assert_eq!(refusal(house.conversation(ruud, id).await), Refusal::Unknown);
        assert_eq!(house.table(sanne, id).await.unwrap().chairs.len(), 2);
        // The chair is theirs for what they sealed; an open look leaves it free for another.
        let coach = ruud.member.as_ref().unwrap().id;
        assert!(house.invite_coach(sanne, id, coach).await.is_err());
        let other = setting.watchable(sanne).await;
        setting.look(ruud, other, MomentKind::Flow, 1_000).await;
        house.take_back_invitation(sanne, other).await.unwrap();
        assert!(house.conversation(sanne, other).await.unwrap().name_of(Perspective::Coach).is_none());
        house.invite_coach(sanne, other, coach).await.unwrap();
        assert_eq!(house.own_look(ruud, other).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_withdrawal_takes_the_whole_session_along() {
    both(async |setting| {
        let (house, sanne) = (&setting.house, &setting.professional);
        let id = setting.two_sealed().await;
        house.begin_session(sanne, id).await.unwrap();
        house.wish(sanne, id, &Command::Skip { about: "auth".into() }).await.unwrap();
        house.write_reading(sanne, id, GOAL, &draft("een", 0)).await.unwrap();
        house.write_reading(sanne, id, GOAL, &draft("twee", 1)).await.unwrap();
        house.take_along(sanne, id, "iets om mee te nemen").await.unwrap();
        let mut bells = house.bells.listen();
        house.withdraw(sanne, id).await.unwrap();
        assert_eq!(bells.try_recv().unwrap(), Ring::Changed(id, Change::Rights));
        assert_eq!(refusal(house.gate(sanne, id).await), Refusal::ConsentWithdrawn);
        assert_eq!(refusal(house.begin_session(sanne, id).await), Refusal::ConsentWithdrawn);
        let db = setting.records().await;
        let mut c = db.read().await.unwrap();
        assert!(records::dialogue::session::all(&mut c, id).await.unwrap().is_empty());
        assert!(records::dialogue::session::takeaways(&mut c, id).await.unwrap().is_empty());
        assert!(records::dialogue::earlier_readings(&mut c, id).await.unwrap().is_empty());
    })
    .await;
}

/// Waits for the next bell; a program that hears nothing fails.
async fn heard(bells: &mut tokio::sync::broadcast::Receiver<Ring>) -> Ring {
    tokio::time::timeout(std::time::Duration::from_secs(5), bells.recv()).await.unwrap().unwrap()
}

#[tokio::test]
async fn two_programs_on_one_database_hear_each_other() {
    both(async |setting: Setting| {
        let (house, sanne, ruud) = (&setting.house, &setting.professional, &setting.coach);
        if !house.is_shared() {
            return;
        }
        let id = setting.two_sealed().await;
        let other = House::open(house.settings.clone()).await.unwrap();
        let (mut here, mut there) = (house.bells.listen(), other.bells.listen());
        house.begin_session(sanne, id).await.unwrap();
        assert_eq!(heard(&mut there).await, Ring::Changed(id, Change::Session));
        assert_eq!(heard(&mut here).await, Ring::Changed(id, Change::Session));
        other.write_reading(ruud, id, GOAL, &draft("van de andere kant", 0)).await.unwrap();
        assert_eq!(heard(&mut here).await, Ring::Changed(id, Change::Readings));
        assert_eq!(heard(&mut there).await, Ring::Changed(id, Change::Readings));
        // A pointer travels sealed, and opens only for who may be at the table.
        let (mine, theirs) = (other.gate(ruud, id).await.unwrap(), house.gate(sanne, id).await.unwrap());
        other.point_elsewhere(&mine, Some(12_345)).await.unwrap();
        let Ring::Pointed(at, sealed) = heard(&mut here).await else { unreachable!("no pointer") };
        assert_eq!(at, id);
        assert!(!sealed.windows(5).any(|part| part == b"12345"));
        let seen = house.pointed_elsewhere(&theirs, &sealed).await.unwrap();
        assert_eq!(seen, (Perspective::Coach, Some(12_345)));
        assert!(there.try_recv().is_err(), "a program heard itself twice");
        house.withdraw(sanne, id).await.unwrap();
        assert_eq!(heard(&mut there).await, Ring::Changed(id, Change::Rights));
        assert_eq!(refusal(other.gate(ruud, id).await), Refusal::ConsentWithdrawn);
        assert!(house.pointed_elsewhere(&theirs, &sealed).await.is_err(), "the key is gone");
    })
    .await;
}
