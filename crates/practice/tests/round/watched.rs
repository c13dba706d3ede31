//! How long someone watched: what was served, told to those who take part, and to nobody else.

use std::time::Duration;

use futures::TryStreamExt;
use method::Refusal;
use method::ids::ConversationId;
use method::recording::{Sitting, watched_seconds};
use method::time::Stamp;
use practice::audit::Actor;
use practice::recording::Face;
use practice::{Caller, House};

use crate::setting::{NOW, Setting, both, refusal};

/// Waits until it is written down, which goes beside the answer; gives the sittings of one person.
async fn sittings(house: &House, by: &Caller, id: ConversationId, of: &Caller, least: usize) -> Vec<Sitting> {
    for _ in 0..200 {
        let watched = house.who_watched(by, id).await.unwrap();
        let own = watched.into_iter().filter(|one| one.actor == Actor::of(&of.reader));
        let own: Vec<Sitting> = own.map(|one| one.sitting).collect();
        if own.len() >= least && own.last().is_some_and(|last| last.seconds > 0) {
            return own;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    unreachable!("nothing was written down")
}

/// Reads this part of the film, in tenths of it.
async fn watch(setting: &Setting, by: &Caller, id: ConversationId, tenths: std::ops::Range<u64>) {
    let house = &setting.house;
    let film = house.film(by, id).await.unwrap();
    let media = house.open_media(by, film.object, Face::Playable).await.unwrap();
    let range = media.len() * tenths.start / 10..media.len() * tenths.end / 10;
    let _: Vec<_> = media.read(range).try_collect().await.unwrap();
}

#[tokio::test]
async fn what_was_served_is_what_was_watched_and_only_the_film_counts() {
    both(async |setting| {
        let (house, by) = (&setting.house, &setting.professional);
        let id = setting.watchable(by).await;
        let film = house.film(by, id).await.unwrap();
        let coach = &setting.coach;
        for face in [Face::Peaks, Face::Still(0)] {
            if let Ok(media) = house.open_media(coach, film.object, face).await {
                let _: Vec<_> = media.read(0..media.len()).try_collect().await.unwrap();
            }
        }
        // Opening shows nothing yet; the same half twice counts once.
        house.open_media(coach, film.object, Face::Playable).await.unwrap();
        watch(&setting, coach, id, 0..5).await;
        watch(&setting, coach, id, 0..5).await;
        let own = sittings(house, by, id, coach, 1).await;
        let half = film.duration_ms / 2_000;
        assert_eq!(own.len(), 1);
        assert!((own[0].seconds - half).abs() <= film.duration_ms / 9_000, "{own:?} of {half}");
        assert!(own[0].began.0 - NOW.0 < 30_000, "{own:?}");
        let later = Caller { now: NOW.plus_minutes(60), ..coach.clone() };
        watch(&setting, &later, id, 0..10).await;
        let own = sittings(house, by, id, coach, 2).await;
        assert_eq!(own.len(), 2, "an hour later is another time: {own:?}");
        let seconds = |now| watched_seconds(&own, now);
        assert_eq!(seconds(NOW.plus_days(1)), own[0].seconds + own[1].seconds);
        assert_eq!(seconds(Stamp(own[0].began.0 + 1_000)), 1, "no faster than time goes by");

        let client = setting.client(by, id).await;
        assert_eq!(house.who_watched(&client, id).await.unwrap().len(), 2, "the client reads it too");
        let colleague = house.who_watched(&setting.colleague, id).await;
        assert_eq!(refusal(colleague.map(|_| ())), Refusal::Unknown);
        house.withdraw(by, id).await.unwrap();
        assert_eq!(house.who_watched(&client, id).await.unwrap().len(), 2, "a fact stays a fact");
    })
    .await;
}
