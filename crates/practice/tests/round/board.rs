//! The learning board: names are refused, a piece without a name is nobody's, it comes out with others and is taken back
//! by its word alone; recognitions count people; a month is told of once.

use method::Refusal;
use method::board::{Month, PieceKind, TakenFor, turn};
use method::ids::{PieceId, ReactionId};
use method::looking::LeadQuestion;
use method::names::Why;
use method::roles::Role;
use method::time::Stamp;
use practice::board::{Draft, Piece, Reacting, Wanted, Withdrawn, Writing, Written, fresh_word};
use practice::identity::Whence;
use practice::{Caller, House};

use crate::setting::{NOW, Setting, both, refusal, wrong_field};

fn typed(text: &str) -> Written {
    Written {
        kind: Some(PieceKind::Lesson),
        moment: None,
        question: Some(LeadQuestion::Authenticity),
        alternative: None,
        text: text.into(),
    }
}

async fn write(house: &House, by: &Caller, text: &str, named: bool) -> (Writing, String) {
    let word = fresh_word().unwrap();
    let draft = Draft { piece: typed(text), named, word: word.clone(), no_names: Vec::new() };
    (house.write_piece(by, &draft).await.unwrap(), word)
}

async fn hung(house: &House, by: &Caller, text: &str) -> PieceId {
    match write(house, by, text, true).await.0 {
        Writing::Hung(id) => id,
        other => unreachable!("{other:?}"),
    }
}

async fn board(house: &House, reader: &Caller) -> Vec<Piece> {
    house.board(reader, Wanted::default()).await.unwrap()
}

/// The same organisation with enough people to be nobody in particular.
async fn crowd(setting: &Setting) -> Vec<Caller> {
    let mut all = vec![setting.professional.clone(), setting.coach.clone(), setting.colleague.clone()];
    for name in ["Aafke", "Berend"] {
        all.push(setting.with_role(name, Role::Professional).await);
    }
    all
}

async fn come_in(setting: &Setting, people: &[Caller], at: Stamp) {
    for one in people {
        let whence = Whence { network: "here", device: None };
        setting.house.came_in(one.member.as_ref().unwrap(), &whence, at).await.unwrap();
    }
}

/// How many lines the log of deeds has.
async fn lines(setting: &Setting) -> usize {
    let organisation = setting.professional.member.as_ref().unwrap().organisation;
    let mut c = setting.records().await.read().await.unwrap();
    records::audit::chain(&mut c, organisation, 0, 1_000).await.unwrap().len()
}

fn later(seconds: i64) -> Stamp {
    Stamp(NOW.0 + seconds * 1_000)
}

const WEEK: i64 = method::board::TURN;

#[tokio::test]
async fn nothing_hangs_there_with_a_name_in_it_and_only_who_wrote_it_changes_it() {
    both(async |setting| {
        let house = &setting.house;
        crowd(&setting).await;
        let id = setting.two_sealed().await;
        let client = setting.client(&setting.professional, id).await;
        house.choose_code_name(&client, id, "Kraai Zon").await.unwrap();
        for (text, why) in [
            ("Wat kraai zei, raakte mij.", Why::Person),
            ("Vraag het Joris eens.", Why::Member),
            ("Bel 06-12345678.", Why::Phone),
        ] {
            let (found, _) = write(house, &setting.professional, text, true).await;
            assert!(matches!(&found, Writing::Found(found) if found[0].why == why), "{text}: {found:?}");
            let (nameless, _) = write(house, &setting.professional, text, false).await;
            assert_eq!(nameless, found, "without a name it is minded as much");
        }
        assert!(board(house, &setting.professional).await.is_empty());
        let piece = hung(house, &setting.professional, "Een snel ja is een vraag.").await;
        let seen = board(house, &setting.coach).await;
        assert_eq!((seen[0].by.as_deref(), seen[0].own), (Some("Sanne"), false));
        assert_eq!(
            refusal(house.change_piece(&setting.coach, piece, &typed("Nee."), &[]).await),
            Refusal::Unknown
        );
        assert_eq!(refusal(house.remove_piece(&setting.coach, piece).await), Refusal::Unknown);
        let named =
            house.change_piece(&setting.professional, piece, &typed("Zei kraai ja?"), &[]).await.unwrap();
        assert!(matches!(named, Writing::Found(_)));
        house.change_piece(&setting.professional, piece, &typed("Een ja is een vraag."), &[]).await.unwrap();
        assert_eq!(board(house, &setting.coach).await[0].text.as_deref(), Some("Een ja is een vraag."));
        let elsewhere = setting.elsewhere("Pim", Role::Professional).await;
        assert!(board(house, &elsewhere).await.is_empty());
        assert_eq!(refusal(house.board_piece(&elsewhere, piece).await), Refusal::Unknown);
        assert_eq!(refusal(house.recognise_piece(&elsewhere, piece, true).await), Refusal::Unknown);
        assert_eq!(refusal(house.board(&client, Wanted::default()).await), Refusal::Unknown);
        let administrator = setting.with_role("Wim", Role::Administrator).await;
        assert_eq!(refusal(house.board(&administrator, Wanted::default()).await), Refusal::Unknown);
        house.remove_piece(&setting.professional, piece).await.unwrap();
        assert!(board(house, &setting.professional).await.is_empty());
        let none = Written { question: None, ..typed("Over niets.") };
        let draft = Draft { piece: none, named: true, word: fresh_word().unwrap(), no_names: Vec::new() };
        assert_eq!(wrong_field(house.write_piece(&setting.coach, &draft).await), "question");
    })
    .await;
}

#[tokio::test]
async fn a_piece_without_a_name_waits_for_monday_and_for_a_crowd_and_leaves_no_line() {
    both(async |setting| {
        let house = &setting.house;
        let few = Draft {
            piece: typed("Ik durf niet."),
            named: false,
            word: fresh_word().unwrap(),
            no_names: Vec::new(),
        };
        assert_eq!(wrong_field(house.write_piece(&setting.professional, &few).await), "named");
        let people = crowd(&setting).await;
        house.turn_boards(NOW).await.unwrap();
        come_in(&setting, &people[..3], NOW).await;
        let before = lines(&setting).await;
        let (waits, word) = write(house, &people[0], "Ik durf niet te zwijgen.", false).await;
        assert_eq!(waits, Writing::Waits);
        let again =
            Draft { piece: typed("Ik durf niet te zwijgen."), named: false, word, no_names: Vec::new() };
        assert_eq!(house.write_piece(&people[0], &again).await.unwrap(), Writing::Waits);
        let (_, gone) = write(house, &people[1], "Dit trek ik in.", false).await;
        write(house, &people[2], "Ik lach soms uit verlegenheid.", false).await;
        assert_eq!(lines(&setting).await, before, "no line of the log within it");
        assert!(board(house, &people[0]).await.is_empty(), "nothing hangs there before its time");
        assert_eq!(house.turn_boards(later(3_600)).await.unwrap(), 0, "stirring lays nothing out");
        assert_eq!(house.turn_boards(later(WEEK)).await.unwrap(), 0, "three people are no crowd");
        assert_eq!(
            house.withdraw_nameless(&gone.to_lowercase(), later(WEEK)).await.unwrap(),
            Withdrawn::Gone
        );
        come_in(&setting, &people, later(WEEK + 60)).await;
        assert_eq!(house.turn_boards(later(WEEK + 120)).await.unwrap(), 0, "a crowd too waits for Monday");
        assert_eq!(
            house.turn_boards(later(2 * WEEK)).await.unwrap(),
            2,
            "the form that was sent twice hangs once"
        );
        for reader in &people {
            let seen = board(house, reader).await;
            assert_eq!(seen.len(), 2);
            assert!(
                seen.iter().all(|one| one.by.is_none() && !one.own),
                "it is nobody's, also for who wrote it"
            );
            let month = Month::of(later(2 * WEEK));
            assert!(seen.iter().all(|one| one.month == month));
        }
        assert_eq!(lines(&setting).await, before + 5, "only the five that came in");
        assert!(turn(later(WEEK), WEEK) == turn(NOW, WEEK) + 1);
    })
    .await;
}

#[tokio::test]
async fn only_its_word_takes_back_what_has_no_name() {
    both(async |setting| {
        let house = &setting.house;
        let people = crowd(&setting).await;
        house.turn_boards(NOW).await.unwrap();
        come_in(&setting, &people, NOW).await;
        let (_, word) = write(house, &people[0], "Ik luister niet altijd.", false).await;
        let (_, named) = write(house, &people[1], "Ik wacht langer.", true).await;
        house.turn_boards(later(WEEK)).await.unwrap();
        let nameless = board(house, &people[0]).await.into_iter().find(|one| one.by.is_none()).unwrap();
        assert_eq!(refusal(house.remove_piece(&people[0], nameless.id).await), Refusal::Unknown);
        house.recognise_piece(&people[0], nameless.id, true).await.unwrap();
        for forged in ["", "AAAA-AAAA-AAAA-AAAA", &named, &fresh_word().unwrap(), &word[..18]] {
            assert_eq!(wrong_field(house.withdraw_nameless(forged, NOW).await), "word", "{forged}");
        }
        assert_eq!(board(house, &people[0]).await.len(), 2);
        assert_eq!(house.withdraw_nameless(&word, NOW).await.unwrap(), Withdrawn::Gone);
        assert_eq!(board(house, &people[0]).await.len(), 1);
        assert_eq!(wrong_field(house.withdraw_nameless(&word, NOW).await), "word", "gone is gone");
    })
    .await;
}

#[tokio::test]
async fn recognising_counts_people_once_and_a_name_that_was_missed_is_taken_away_with_a_line() {
    both(async |setting| {
        let house = &setting.house;
        let officer = setting.with_role("Bram", Role::PrivacyOfficer).await;
        let piece =
            hung(house, &setting.professional, "Wat wij afdwalen noemen, is soms het antwoord.").await;
        for _ in 0..2 {
            house.recognise_piece(&setting.coach, piece, true).await.unwrap();
            house.recognise_piece(&setting.colleague, piece, true).await.unwrap();
        }
        let own = house.recognise_piece(&setting.professional, piece, true).await;
        assert_eq!(refusal(own), Refusal::Unknown);
        let guard = house.recognise_piece(&officer, piece, true).await;
        assert_eq!(refusal(guard), Refusal::Unknown);
        let one = house.board_piece(&setting.coach, piece).await.unwrap();
        assert_eq!((one.recognised, one.recognise), (2, true));
        house.recognise_piece(&setting.coach, piece, false).await.unwrap();
        let one = house.board_piece(&setting.coach, piece).await.unwrap();
        assert_eq!((one.recognised, one.recognise), (1, false));
        let answer = ReactionId::new();
        let named = house.react(&setting.coach, piece, (answer, "Net als Joris."), &[]).await.unwrap();
        assert!(matches!(named, Reacting::Found(_)));
        for _ in 0..2 {
            house.react(&setting.coach, piece, (answer, "Dat merk ik ook."), &[]).await.unwrap();
        }
        assert_eq!(house.board_piece(&officer, piece).await.unwrap().reactions.len(), 1);
        assert_eq!(refusal(house.remove_reaction(&setting.colleague, answer).await), Refusal::Unknown);
        house.flag_piece(&setting.colleague, piece).await.unwrap();
        assert!(house.board_piece(&officer, piece).await.unwrap().flagged);
        assert!(
            !house.board_piece(&setting.coach, piece).await.unwrap().flagged,
            "only who guards it reads that"
        );
        let before = lines(&setting).await;
        let judged = house.judge_piece(&setting.coach, piece, Some(TakenFor::Name)).await;
        assert_eq!(refusal(judged), Refusal::Unknown);
        house.judge_piece(&officer, piece, Some(TakenFor::Name)).await.unwrap();
        assert_eq!(lines(&setting).await, before + 1);
        assert_eq!(refusal(house.board_piece(&setting.coach, piece).await), Refusal::Unknown);
        assert!(board(house, &setting.coach).await.is_empty());
        let mine = board(house, &setting.professional).await;
        assert_eq!((mine[0].taken_for, mine[0].text.as_deref()), (Some(TakenFor::Name), None));
        house.remove_piece(&setting.professional, piece).await.unwrap();
        assert!(board(house, &setting.professional).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn of_a_month_that_is_over_whoever_wants_it_hears_once() {
    both(async |setting| {
        let house = &setting.house;
        hung(house, &setting.professional, "Een snel ja is een vraag.").await;
        house.choose_digest(&setting.coach, true).await.unwrap();
        assert_eq!(house.close_months(NOW).await.unwrap(), 0, "of an empty month nothing is told");
        let next = NOW.plus_months(1);
        assert_eq!(house.close_months(next).await.unwrap(), 1);
        assert_eq!(house.close_months(next.plus_days(1)).await.unwrap(), 0, "once a month");
        let organisation = setting.coach.member.as_ref().unwrap().organisation.to_string();
        let month = Month::of(NOW).to_string();
        assert_eq!(house.order_digests(&organisation, &month).await.unwrap(), 1);
        assert_eq!(house.order_digests(&organisation, &month).await.unwrap(), 0, "a job can be done twice");
        let due = house.digests_due(next).await.unwrap();
        assert_eq!((due.len(), due[0].email.as_str()), (1, "Ruud@gemeente.example"));
        house.digest_went(&due[0], false, next).await.unwrap();
        assert!(house.digests_due(next).await.unwrap().is_empty(), "what failed is tried again later");
        let due = house.digests_due(next.plus_minutes(10)).await.unwrap();
        house.digest_went(&due[0], true, next).await.unwrap();
        assert!(house.digests_due(next.plus_days(9)).await.unwrap().is_empty());
        house.choose_digest(&setting.coach, false).await.unwrap();
        assert!(!house.wants_digest(&setting.coach).await.unwrap());
    })
    .await;
}
