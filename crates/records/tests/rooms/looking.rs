//! Looks: whose rows a reader gets at all, and what becomes of what is written.

use method::Permit;
use method::consent::{Purpose, Yes, decide};
use method::ids::{AdditionId, LookId, MomentId};
use method::looking::{LeadQuestion, LookMode, MomentKind, Span, Step, Strength, Whose};
use method::permit::{Deed, Reader};
use method::roles::Perspective::{self, Client, Coach, Professional};
use method::time::Stamp;
use records::Conn;
use records::looking::{self as room, Addition, Answer, Moment};

use crate::engines::NOW;
use crate::three::{Table, both};

/// A permit to look, as the rules would give it once everyone said yes twice.
async fn permit(c: &mut Conn, table: &Table, chair: Perspective) -> Permit {
    let mut facts = records::conversation::facts(c, table.conversation).await.unwrap().unwrap();
    for party in &mut facts.parties {
        party.yeses = vec![(Purpose::Look, Yes::Confirmed(NOW))];
    }
    decide(&facts, &Reader::Participant(table.seat(chair)), Deed::Look, NOW).unwrap()
}

async fn begin(c: &mut Conn, table: &Table, chair: Perspective, mode: LookMode) -> LookId {
    let (id, permit) = (LookId::new(), permit(c, table, chair).await);
    room::insert(c, &permit, id, table.seat(chair), mode, NOW).await.unwrap();
    id
}

fn moment(id: MomentId, start: i64) -> Moment {
    Moment {
        id,
        kind: MomentKind::Flow,
        whose: Whose::Own,
        strength: Strength::Light,
        span: Span { start, end: start + 500 },
        note_sealed: Some(vec![1, 2, 3]),
        word_sealed: None,
        changed_at: NOW,
    }
}

async fn sees(c: &mut Conn, table: &Table, chair: Perspective) -> Vec<Perspective> {
    let permit = permit(c, table, chair).await;
    let mut seen: Vec<_> =
        room::visible(c, &permit).await.unwrap().iter().map(|look| look.perspective).collect();
    seen.sort_unstable();
    seen
}

#[tokio::test]
async fn rows_of_others_are_there_only_between_sealed_looks() {
    both(async |db| {
        let mut c = db.write().await.unwrap();
        let table = Table::lay(&mut c).await;
        let one = begin(&mut c, &table, Professional, LookMode::Self_).await;
        let two = begin(&mut c, &table, Coach, LookMode::Self_).await;
        room::put_moment(&mut c, two, &moment(MomentId::new(), 10), NOW).await.unwrap();
        let answer = Answer {
            question: LeadQuestion::SharedGoal,
            step: Some(Step::One),
            text_sealed: Some(vec![9]),
            moments: Vec::new(),
            changed_at: NOW,
        };
        room::put_answer(&mut c, two, &answer).await.unwrap();
        assert_eq!(sees(&mut c, &table, Professional).await, [Professional]);
        assert!(room::seal(&mut c, two, NOW).await.unwrap());
        let addition = Addition { id: AdditionId::new(), text_sealed: vec![4], created_at: NOW };
        room::insert_addition(&mut c, two, &addition).await.unwrap();
        // The other is done, one's own is open: not a row.
        let reader = permit(&mut c, &table, Professional).await;
        assert_eq!(sees(&mut c, &table, Professional).await, [Professional]);
        assert!(room::moments(&mut c, &reader, two).await.unwrap().is_empty());
        assert!(room::answers(&mut c, &reader, two).await.unwrap().is_empty());
        assert!(room::additions(&mut c, &reader, two).await.unwrap().is_empty());
        // And whoever is done sees nothing of one that is open.
        assert_eq!(sees(&mut c, &table, Coach).await, [Coach]);
        assert!(room::seal(&mut c, one, NOW).await.unwrap());
        assert!(!room::seal(&mut c, one, Stamp(NOW.0 + 1)).await.unwrap(), "sealed once");
        assert_eq!(sees(&mut c, &table, Professional).await, [Professional, Coach]);
        assert_eq!(room::moments(&mut c, &reader, two).await.unwrap().len(), 1);
        assert_eq!(room::answers(&mut c, &reader, two).await.unwrap(), [answer]);
        assert_eq!(room::additions(&mut c, &reader, two).await.unwrap().len(), 1);
        assert_eq!(sees(&mut c, &table, Client).await, []);
    })
    .await;
}

#[tokio::test]
async fn a_coach_sees_the_clients_open_look_only_if_it_is_written_for_them() {
    for (mode, after_seal) in [(LookMode::Room, vec![Client, Coach]), (LookMode::Self_, vec![Coach])] {
        both(async |db| {
            let mut c = db.write().await.unwrap();
            let table = Table::lay(&mut c).await;
            begin(&mut c, &table, Client, mode).await;
            let coach = begin(&mut c, &table, Coach, LookMode::Self_).await;
            assert_eq!(sees(&mut c, &table, Coach).await, [Coach]);
            room::seal(&mut c, coach, NOW).await.unwrap();
            assert_eq!(sees(&mut c, &table, Coach).await, after_seal);
            let professional = begin(&mut c, &table, Professional, LookMode::Self_).await;
            room::seal(&mut c, professional, NOW).await.unwrap();
            assert_eq!(sees(&mut c, &table, Professional).await, [Professional, Coach]);
        })
        .await;
    }
}

#[tokio::test]
async fn a_moment_stays_in_its_own_look_and_takes_its_links_along() {
    both(async |db| {
        let mut c = db.write().await.unwrap();
        let table = Table::lay(&mut c).await;
        let mine = begin(&mut c, &table, Professional, LookMode::Self_).await;
        let theirs = begin(&mut c, &table, Coach, LookMode::Self_).await;
        let (first, foreign) = (MomentId::new(), MomentId::new());
        assert!(room::put_moment(&mut c, mine, &moment(first, 900), NOW).await.unwrap());
        assert!(room::put_moment(&mut c, theirs, &moment(foreign, 5), NOW).await.unwrap());
        assert!(!room::put_moment(&mut c, mine, &moment(foreign, 1), NOW).await.unwrap());
        let second = MomentId::new();
        room::put_moment(&mut c, mine, &moment(second, 100), NOW).await.unwrap();
        let mut answer = Answer {
            question: LeadQuestion::Authenticity,
            step: Some(Step::DontKnow),
            text_sealed: None,
            moments: vec![first, foreign, second, first],
            changed_at: NOW,
        };
        room::put_answer(&mut c, mine, &answer).await.unwrap();
        let reader = permit(&mut c, &table, Professional).await;
        // In the order of the recording, without what is someone else's.
        answer.moments = vec![second, first];
        assert_eq!(room::answers(&mut c, &reader, mine).await.unwrap(), [answer.clone()]);
        assert!(!room::delete_moment(&mut c, mine, foreign).await.unwrap());
        assert!(room::delete_moment(&mut c, mine, second).await.unwrap());
        answer.moments = vec![first];
        assert_eq!(room::answers(&mut c, &reader, mine).await.unwrap(), [answer]);
        let changed =
            Moment { kind: MomentKind::Rigidity, changed_at: Stamp(NOW.0 + 1), ..moment(first, 300) };
        room::put_moment(&mut c, mine, &changed, NOW).await.unwrap();
        assert_eq!(room::moments(&mut c, &reader, mine).await.unwrap(), [changed]);
        assert_eq!(room::count_moments(&mut c, mine).await.unwrap(), 1);
        assert!(room::hold_open(&mut c, mine).await.unwrap());
        room::seal(&mut c, mine, NOW).await.unwrap();
        assert!(!room::hold_open(&mut c, mine).await.unwrap());
        assert_eq!(room::conversation_of(&mut c, mine).await.unwrap(), Some(table.conversation));
        assert_eq!(room::conversation_of(&mut c, LookId::new()).await.unwrap(), None);
    })
    .await;
}
