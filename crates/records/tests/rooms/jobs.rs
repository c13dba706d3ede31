//! Jobs: kept with what asks for them, done once when all goes well, and again when a worker died.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::engines::engines;
use records::jobs::{self, Hands, Job, NotDone, Try};
use records::{Conn, Db};
use tokio::sync::Notify;

fn job(name: &str) -> Job {
    Job::MakeWatchable { recording: name.to_owned() }
}

async fn ask(db: &Db, name: &str) {
    let mut c = db.write().await.unwrap();
    jobs::ask(&mut c, &job(name)).await.unwrap();
    c.commit().await.unwrap();
}

/// Hands that count, and do what `doing` says with the number of the try.
fn counting(tries: &Arc<AtomicUsize>, doing: fn(usize, &Try) -> Result<(), NotDone>) -> Hands {
    let tries = Arc::clone(tries);
    Hands::new(move |one| {
        let number = tries.fetch_add(1, Ordering::SeqCst) + 1;
        async move { doing(number, &one) }
    })
}

async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..400 {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("never: {what}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_exists_only_with_what_asked_for_it_and_is_done_once() {
    for engine in engines().await {
        let mut c = engine.db.write().await.unwrap();
        jobs::ask(&mut c, &job("rolled back")).await.unwrap();
        drop(c);
        ask(&engine.db, "kept").await;
        let (tries, bell) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
        let hands = counting(&tries, |_, one| {
            assert_eq!(one.job, job("kept"));
            Ok(())
        });
        let (db, ring) = (engine.db.clone(), Arc::clone(&bell));
        let worker = tokio::spawn(async move { jobs::work(&db, "w1", ring, hands).await });
        until("done", || tries.load(Ordering::SeqCst) == 1).await;
        // Rung for, it does not wait for the next look.
        tokio::time::sleep(Duration::from_millis(300)).await;
        ask(&engine.db, "kept").await;
        bell.notify_one();
        let asked = std::time::Instant::now();
        until("done at the bell", || tries.load(Ordering::SeqCst) == 2).await;
        assert!(asked.elapsed() < Duration::from_millis(1500), "{:?}", asked.elapsed());
        tokio::time::sleep(Duration::from_secs(5)).await;
        assert_eq!(tries.load(Ordering::SeqCst), 2, "nothing is done twice");
        worker.abort();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_fails_is_tried_again_and_the_last_try_knows_it() {
    for engine in engines().await {
        ask(&engine.db, "hard").await;
        let tries = Arc::new(AtomicUsize::new(0));
        let hands = counting(&tries, |number, one| {
            assert_eq!(one.last, number == 5, "try {number}");
            Err(NotDone)
        });
        let db = engine.db.clone();
        let worker = tokio::spawn(async move { jobs::work(&db, "w1", Arc::default(), hands).await });
        until("five tries", || tries.load(Ordering::SeqCst) == 5).await;
        tokio::time::sleep(Duration::from_secs(5)).await;
        assert_eq!(tries.load(Ordering::SeqCst), 5);
        worker.abort();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_of_a_worker_that_died_goes_to_another() {
    for engine in engines().await {
        ask(&engine.db, "long").await;
        let (begun, done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let started = Arc::clone(&begun);
        let endless = Hands::new(move |_| {
            started.fetch_add(1, Ordering::SeqCst);
            std::future::pending()
        });
        let db = engine.db.clone();
        let first = tokio::spawn(async move { jobs::work(&db, "dies", Arc::default(), endless).await });
        until("begun", || begun.load(Ordering::SeqCst) == 1).await;
        first.abort();
        let (db, hands) = (engine.db.clone(), counting(&done, |_, _| Ok(())));
        let second = tokio::spawn(async move { jobs::work(&db, "lives", Arc::default(), hands).await });
        until("done by the other", || done.load(Ordering::SeqCst) == 1).await;
        second.abort();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_job_stays_with_its_worker() {
    for engine in engines().await {
        ask(&engine.db, "long").await;
        let tries = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&tries);
        let slow = Hands::new(move |_| {
            counted.fetch_add(1, Ordering::SeqCst);
            async {
                tokio::time::sleep(Duration::from_secs(13)).await;
                Ok(())
            }
        });
        let workers = ["one", "two"].map(|name| {
            let (db, slow) = (engine.db.clone(), slow.clone());
            tokio::spawn(async move { jobs::work(&db, name, Arc::default(), slow).await })
        });
        tokio::time::sleep(Duration::from_secs(15)).await;
        assert_eq!(tries.load(Ordering::SeqCst), 1, "a heartbeat keeps it");
        workers.iter().for_each(tokio::task::JoinHandle::abort);
    }
}

#[tokio::test]
async fn the_queue_does_not_switch_off_syncing() {
    let engines = engines().await;
    let Conn::Sqlite(mut tx) = engines[0].db.read().await.unwrap() else { panic!("SQLite comes first") };
    let (level,): (i64,) = sqlx::query_as("pragma synchronous").fetch_one(&mut *tx).await.unwrap();
    assert_eq!(level, 2, "FULL");
}
