//! Everything that is kept about someone, for themselves: what is theirs, in every state, and nothing of others.

use std::fmt::Write;

use futures::TryStreamExt;
use method::Refusal;
use method::consent::{Means, Purpose};
use method::ids::{ConversationId, ParticipantId};
use method::looking::MomentKind;
use method::permit::Reader;
use practice::client::Everything;
use practice::consent::Answers;
use practice::{Caller, House};

use crate::consent::answers;
use crate::dialogue::draft;
use crate::setting::{NOW, both, refusal};

/// How many lines of this deed the log holds.
async fn lines(house: &House, by: &Caller, id: ConversationId, deed: &str) -> usize {
    house.who_looked(by, id).await.unwrap().iter().filter(|line| line.deed == deed).count()
}

/// Every word of it that someone wrote, in one text: to search.
fn words(all: &Everything) -> String {
    let mut text = String::new();
    if let Some(desk) = &all.look {
        for moment in &desk.moments {
            writeln!(text, "{} {}", moment.note, moment.word).unwrap();
        }
        for answer in &desk.answers {
            writeln!(text, "{}", answer.text).unwrap();
        }
    }
    for one in all.together.iter().flat_map(|one| &one.readings) {
        writeln!(text, "{}", one.words.ours).unwrap();
    }
    writeln!(text, "{:?} {:?} {:?} {:?}", all.cards, all.told, all.interview, all.together).unwrap();
    text
}

#[tokio::test]
async fn everything_is_ones_own_in_every_state_and_never_anothers() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.plain(by, NOW).await;
        let client = setting.client(by, id).await;
        let all = house.everything(&client).await.unwrap();
        assert!(all.film.is_none() && all.look.is_none() && all.consents.is_empty(), "before anything");
        assert_eq!(lines(house, &client, id, "took-everything").await, 1);

        let id = setting.recorded(by).await;
        let client = setting.client(by, id).await;
        let between = house.everything(&client).await.unwrap();
        assert!(between.film.is_some(), "between the yeses those in the picture watch");
        assert_eq!(between.consents.len(), 1);
        let (_, shown) = between.film.unwrap();
        let bytes: Vec<_> = shown.media.read(0..shown.media.len()).try_collect().await.unwrap();
        assert_eq!(bytes.concat(), b"recording");
        assert!(house.who_watched(by, id).await.unwrap().is_empty(), "it was fetched, not watched");

        let (id, professional, coach) = (setting.watchable(by).await, by, &setting.coach);
        let client = setting.client(by, id).await;
        setting.sealed(coach, id, MomentKind::Flow, 1_000).await;
        setting.look(professional, id, MomentKind::Rigidity, 2_000).await;
        setting.look(&client, id, MomentKind::Resistance, 3_000).await;
        let open = house.everything(&client).await.unwrap();
        assert_eq!(open.look.as_ref().unwrap().moments.len(), 1);
        assert_eq!(open.look.as_ref().unwrap().moments[0].kind, MomentKind::Resistance);
        assert!(open.together.is_none(), "blind until sealed");

        let sealed = setting.sealed(&client, id, MomentKind::Resistance, 3_000).await;
        let subject = method::dialogue::Subject::Moment(sealed);
        let read = house.write_reading(coach, id, subject, &draft("Wij zagen een zucht.", 0)).await;
        assert!(read.is_ok(), "{read:?}");
        let lies = house.everything(&client).await.unwrap();
        assert_eq!(lies.together.as_ref().unwrap().readings.len(), 1);
        assert!(words(&lies).contains("Wij zagen een zucht."));
        let others = |all: &Everything| {
            all.look.iter().flat_map(|desk| &desk.moments).any(|one| one.kind != MomentKind::Resistance)
        };
        assert!(!others(&lies), "also side by side nothing of others' looks");

        house.withdraw(&client, id).await.unwrap();
        let gone = house.everything(&client).await.unwrap();
        assert!(gone.film.is_none() && gone.look.is_none() && gone.together.is_none());
        assert_eq!((gone.receipts.len(), gone.consents.len()), (1, 1), "facts stay");
        assert!(house.everything(&client).await.is_ok(), "a fourth time within the hour");
        assert_eq!(refusal(house.everything(&client).await.map(|_| ())), Refusal::TakenOften);
        let later = Caller { now: NOW.plus_minutes(61), ..client.clone() };
        assert!(house.everything(&later).await.is_ok(), "an hour later again");
    })
    .await;
}

#[tokio::test]
async fn only_those_in_the_picture_fetch_and_who_came_along_gets_no_film() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.plain(by, NOW).await;
        let what = method::consent::companion::CompanionKind::Interpreter;
        let who: ParticipantId = house.add_companion(by, id, what).await.unwrap();
        let them = Caller::participant(who, NOW);
        let means = Answers { yes: &[Purpose::Look], means: Means::Link, text_version: "1" };
        house.say_yes(&them, id, &means).await.unwrap();
        let client = setting.client(by, id).await;
        for caller in [by, &client] {
            house.say_yes(caller, id, &answers(&[Purpose::Look])).await.unwrap();
        }
        let all = house.everything(&them).await.unwrap();
        assert!(all.film.is_none() && all.look.is_none() && all.cards.is_empty());
        assert_eq!(all.consents.len(), 1);
        assert!(all.consents.iter().all(|yes| yes.participant == who), "of nobody else");
        assert!(!all.log.is_empty());
        for nobody in [by, &setting.coach, &setting.colleague] {
            assert_eq!(refusal(house.everything(nobody).await.map(|_| ())), Refusal::Unknown);
        }
        let coach = house.conversation(by, id).await.unwrap();
        let coach = coach.facts.parties.iter().find(|party| !party.perspective.in_picture()).unwrap().id;
        let coach = Caller { reader: Reader::Participant(coach), ..client };
        assert_eq!(refusal(house.everything(&coach).await.map(|_| ())), Refusal::Unknown);
    })
    .await;
}
