//! The cards: nobody reads the other's half before both turned, nobody else ever but a coach with whom both share.

use method::Refusal;
use method::colearning::Card;
use method::ids::ConversationId;
use method::roles::{Perspective, Role};
use practice::Caller;
use practice::colearning::Written;

use crate::setting::{NOW, Setting, both, refusal, wrong_field};

const CARD: Card = Card::Hope;

fn wrote(text: &str) -> Written {
    Written { text: text.into(), drawing: "M 1 2 L 3 4".into() }
}

/// A conversation to which nobody said yes, and its client.
async fn two(setting: &Setting) -> (ConversationId, Caller) {
    let id = setting.plain(&setting.professional, NOW).await;
    (id, setting.client(&setting.professional, id).await)
}

#[tokio::test]
async fn own_answers_first_then_turned_over_together() {
    both(async |setting| {
        let (id, client) = two(&setting).await;
        let (house, professional) = (&setting.house, &setting.professional);
        house.write_card(&client, id, CARD, &wrote("een gewone dag"), false).await.unwrap();
        house.write_card(&client, id, CARD, &wrote("rust"), true).await.unwrap();
        for dealt in [
            house.card(professional, id, CARD).await.unwrap(),
            house.cards(professional, id).await.unwrap().cards.remove(1),
        ] {
            assert!(dealt.mine.is_none() && !dealt.turned && !dealt.lies_open(), "{dealt:?}");
        }
        let late = house.write_card(&client, id, CARD, &wrote("toch iets anders"), true).await;
        assert_eq!(refusal(late), Refusal::CardTurned);
        // Taking it back is possible as long as the other thinks.
        house.take_card_back(&client, id, CARD).await.unwrap();
        house.write_card(&client, id, CARD, &wrote("rust en tijd"), true).await.unwrap();
        house.write_card(professional, id, CARD, &wrote("dat zij meedenkt"), true).await.unwrap();
        for one in [&client, professional] {
            let open = house.card(one, id, CARD).await.unwrap().open;
            let texts: Vec<_> = open.iter().map(|side| (side.by, side.written.text.as_str())).collect();
            assert_eq!(
                texts,
                [(Perspective::Client, "rust en tijd"), (Perspective::Professional, "dat zij meedenkt")]
            );
            assert_eq!(open[0].written.drawing, "M 1 2 L 3 4");
        }
        // Laid back, one's own words are gone and the other's are hidden again until they turn once more.
        house.take_card_back(&client, id, CARD).await.unwrap();
        let mine = house.card(&client, id, CARD).await.unwrap();
        assert!(mine.mine.is_none() && !mine.lies_open());
        house.write_card(&client, id, CARD, &wrote("nog eens"), true).await.unwrap();
        assert!(!house.card(&client, id, CARD).await.unwrap().lies_open(), "the other turns anew");
    })
    .await;
}

#[tokio::test]
async fn nobody_else_reads_a_card_unless_both_share_it_with_their_coach() {
    both(async |setting| {
        let (id, client) = two(&setting).await;
        let house = &setting.house;
        let manager = setting.with_role("Els", Role::Manager).await;
        let elsewhere = setting.elsewhere("Ada", Role::Coach).await;
        for (caller, card) in [(&client, CARD), (&setting.professional, CARD), (&client, Card::Dread)] {
            house.write_card(caller, id, card, &wrote("van ons twee"), true).await.unwrap();
        }
        let strangers = [&setting.colleague, &manager, &elsewhere];
        let shut = async |readers: &[&Caller]| {
            for reader in readers {
                assert_eq!(refusal(house.cards(reader, id).await), Refusal::Unknown);
                assert_eq!(refusal(house.card(reader, id, CARD).await), Refusal::Unknown);
                assert_eq!(refusal(house.shared_cards(reader, id).await), Refusal::Unknown);
                assert_eq!(refusal(house.share_cards(reader, id, true).await), Refusal::Unknown);
                let written = house.write_card(reader, id, CARD, &wrote("erbij"), true).await;
                assert_eq!(refusal(written), Refusal::Unknown);
            }
        };
        shut(&strangers).await;
        shut(&[&setting.coach]).await;
        house.share_cards(&client, id, true).await.unwrap();
        shut(&[&setting.coach]).await;
        house.share_cards(&setting.professional, id, true).await.unwrap();
        let shared = house.shared_cards(&setting.coach, id).await.unwrap();
        assert_eq!(shared.iter().map(|(card, sides)| (*card, sides.len())).collect::<Vec<_>>(), [(CARD, 2)]);
        assert_eq!(
            refusal(house.cards(&setting.coach, id).await),
            Refusal::Unknown,
            "the coach plays no card"
        );
        shut(&strangers).await;
        let seen = house.who_looked(&client, id).await.unwrap();
        let lines: Vec<_> = seen.iter().filter(|line| line.subject.as_deref() == Some("colearn")).collect();
        assert_eq!(lines.len(), 1, "the two read in the log that the coach did");
        house.share_cards(&client, id, false).await.unwrap();
        shut(&[&setting.coach]).await;
    })
    .await;
}

#[tokio::test]
async fn at_one_tablet_both_halves_turn_at_once_and_never_over_what_the_client_wrote() {
    both(async |setting| {
        let (id, client) = two(&setting).await;
        let (house, professional) = (&setting.house, &setting.professional);
        house.turn_together(professional, id, CARD, &wrote("samen"), &wrote("gedraaid")).await.unwrap();
        assert!(house.card(&client, id, CARD).await.unwrap().lies_open());
        let again = house.turn_together(professional, id, CARD, &wrote("a"), &wrote("b")).await;
        assert_eq!(refusal(again), Refusal::CardTurned);
        house.write_card(&client, id, Card::Pace, &wrote("op mijn telefoon"), false).await.unwrap();
        let over =
            house.turn_together(professional, id, Card::Pace, &wrote("iets anders"), &wrote("b")).await;
        assert_eq!(refusal(over), Refusal::CardTurned);
        assert_eq!(house.card(&client, id, Card::Pace).await.unwrap().mine, Some(wrote("op mijn telefoon")));
        let own = house.turn_together(&client, id, Card::Well, &wrote("a"), &wrote("b")).await;
        assert_eq!(refusal(own), Refusal::NotInvited);
        let long = Written { text: "x".repeat(1_001), drawing: String::new() };
        assert_eq!(wrong_field(house.write_card(&client, id, Card::Well, &long, false).await), "text");
        let script = Written { text: String::new(), drawing: "M 0 0\"><script>".into() };
        assert_eq!(wrong_field(house.write_card(&client, id, Card::Well, &script, false).await), "drawing");
    })
    .await;
}

#[tokio::test]
async fn cards_without_a_recording_go_by_themselves_and_stopping_takes_them_at_once() {
    both(async |setting| {
        let (id, client) = two(&setting).await;
        let house = &setting.house;
        house.write_card(&client, id, CARD, &wrote("voor even"), true).await.unwrap();
        assert_eq!(house.cards(&client, id).await.unwrap().until, Some(NOW.plus_months(6)));
        assert_eq!(house.forget_old_cards(NOW.plus_months(6).plus_days(-1)).await.unwrap(), 0);
        assert!(house.card(&client, id, CARD).await.unwrap().mine.is_some());
        assert_eq!(house.forget_old_cards(NOW.plus_months(6)).await.unwrap(), 1);
        assert!(house.card(&client, id, CARD).await.unwrap().mine.is_none());
        house.write_card(&client, id, CARD, &wrote("opnieuw"), true).await.unwrap();
        house.withdraw(&client, id).await.unwrap();
        for one in [&client, &setting.professional] {
            assert_eq!(refusal(house.cards(one, id).await), Refusal::ConsentWithdrawn);
        }
    })
    .await;
}
