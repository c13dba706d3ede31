//! Work that must be done also when the machine stops halfway: kept by apalis in the same database.
//!
//! A job is written in the same transaction as what asks for it, so neither exists without the other. It holds
//! ids only. Whoever does it may be stopped at any point and is asked again, so every job can be done twice.

use std::sync::Arc;
use std::time::Duration;

use apalis::layers::WorkerBuilderExt;
use apalis::prelude::{Attempt, BackendExt, BoxDynError, Data, Strategy, TaskBuilder, WorkerBuilder};
use apalis_postgres::PostgresStorage;
use apalis_sqlite::SqliteStorage;
use futures::FutureExt;
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use crate::{Conn, Db, Result};

/// Something to be done. Old shapes stay readable while rows may hold them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Job {
    /// Make this recording watchable.
    MakeWatchable {
        /// Which recording.
        recording: String,
    },
    /// Order the letters that say that a month of the board is over.
    TellMonth {
        /// In which organisation.
        organisation: String,
        /// Which month.
        month: String,
    },
}

/// One try of a job.
#[derive(Clone, Debug)]
pub struct Try {
    /// What.
    pub job: Job,
    /// Whether there will be no other try after this one.
    pub last: bool,
}

/// A try that did not work. It says nothing more: what went wrong may quote what is sealed.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the try did not work")]
pub struct NotDone;

/// How one try is done.
type Doing = dyn Fn(Try) -> BoxFuture<'static, std::result::Result<(), NotDone>> + Send + Sync;

/// Whoever does the tries.
#[derive(Clone)]
pub struct Hands(Arc<Doing>);

impl std::fmt::Debug for Hands {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hands(..)")
    }
}

impl Hands {
    /// Hands that do each try as `doing` says.
    pub fn new<F>(doing: impl Fn(Try) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = std::result::Result<(), NotDone>> + Send + 'static,
    {
        Self(Arc::new(move |one| doing(one).boxed()))
    }
}

/// Named here and never after a type: rows must outlive a renaming.
const QUEUE: &str = "meerzien";
/// How often a job is tried.
const TRIES: usize = 5;
/// How often a worker says that it lives, and how often it may fail to before its jobs go to another.
const HEARTBEAT: Duration = Duration::from_secs(2);
const MISSED: usize = 4;
/// How long a job may lie there before a worker on another machine looks for it by itself.
const LOOK: Duration = Duration::from_secs(2);

/// Asks for a job, in the transaction of what it is for. Ring the workers' bell after that is committed.
///
/// # Errors
/// When the database refuses.
pub async fn ask(c: &mut Conn, job: &Job) -> Result<()> {
    let words = serde_json::to_vec(job).map_err(|error| sqlx::Error::Encode(error.into()))?;
    let task = TaskBuilder::new(words).max_attempts(TRIES).build();
    let asked = match c {
        Conn::Sqlite(tx) => apalis_sqlite::queries::push_tasks(&mut **tx, QUEUE, &[task])
            .await
            .map_err(|error| error.to_string()),
        Conn::Postgres(tx) => apalis_postgres::queries::push_tasks(&mut **tx, QUEUE, vec![task])
            .await
            .map_err(|error| error.to_string()),
    };
    asked.map_err(|error| sqlx::Error::Protocol(format!("job queue: {error}")).into())
}

/// Brings the queue's own tables up to date.
///
/// Never by its `setup()`, which on SQLite switches off syncing for the whole connection.
pub(crate) async fn migrate(db: &Db) -> Result<()> {
    match db {
        Db::Sqlite(pool) => SqliteStorage::<()>::migrations().run(pool).await?,
        Db::Postgres(pool) => PostgresStorage::<()>::migrations().run(pool).await?,
    }
    Ok(())
}

/// Works until dropped: takes one job after the other and gives it to `hands`.
///
/// `name` must be another one for every worker that runs at the same time. `bell` is rung when a job was asked
/// for by this process. When the database fails for a moment, it waits for it.
pub async fn work(db: &Db, name: &str, bell: Arc<Notify>, hands: Hands) {
    loop {
        let ended = match db {
            Db::Sqlite(pool) => {
                let config = apalis_sqlite::Config::default()
                    .queue(QUEUE)
                    .batch_size(1)
                    .heartbeat_interval(HEARTBEAT)
                    .missed_heartbeats(MISSED);
                let backend = SqliteStorage::<Job>::new(pool).with_config(config);
                let worker = WorkerBuilder::new(name)
                    .backend(backend.poll_with_strategy(looks(&bell)))
                    .concurrency(1)
                    .data(hands.clone())
                    .build(perform);
                worker.run().boxed().await
            }
            Db::Postgres(pool) => {
                let config = apalis_postgres::Config::default()
                    .queue(QUEUE)
                    .batch_size(1)
                    .heartbeat_interval(HEARTBEAT)
                    .missed_heartbeats(MISSED);
                let backend = PostgresStorage::<Job>::new(pool).with_config(config);
                let worker = WorkerBuilder::new(name)
                    .backend(backend.poll_with_strategy(looks(&bell)))
                    .concurrency(1)
                    .data(hands.clone())
                    .build(perform);
                worker.run().boxed().await
            }
        };
        if ended.is_err() {
            tracing::warn!("the job queue broke off and is taken up again");
        }
        tokio::time::sleep(HEARTBEAT).await;
    }
}

/// When to look for jobs: when the bell rings, and now and then.
fn looks(bell: &Arc<Notify>) -> Strategy {
    let rings = futures::stream::unfold(Arc::clone(bell), |bell| async move {
        bell.notified().await;
        Some(((), bell))
    });
    Strategy::new().stream(Box::pin(rings)).interval(LOOK)
}

async fn perform(job: Job, hands: Data<Hands>, attempt: Attempt) -> std::result::Result<(), BoxDynError> {
    let last = attempt.current() >= TRIES;
    // In a task of its own, so that the queue's heartbeat goes on whatever the job does.
    let done = tokio::spawn((hands.0.0)(Try { job, last })).await;
    match done {
        Ok(Ok(())) => Ok(()),
        Ok(Err(NotDone)) | Err(_) => Err(Box::new(NotDone)),
    }
}
