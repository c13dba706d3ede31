//! Bells between programs that share one PostgreSQL: what one of them did, the others hear.
//!
//! A bell carries ids and kinds, or bytes that were sealed before they came here. SQLite belongs to one program,
//! which needs no bell to hear itself.

use sqlx::postgres::PgListener;

use crate::{Conn, Db, Result};

/// The channel on which all programs of one house listen.
const CHANNEL: &str = "meerzien";

/// Rings when this transaction is kept, and not when it is not.
///
/// # Errors
/// When the database refuses.
pub async fn ring(c: &mut Conn, words: &str) -> Result<()> {
    if let Conn::Postgres(tx) = c {
        sqlx::query("select pg_notify($1, $2)").bind(CHANNEL).bind(words).execute(&mut **tx).await?;
    }
    Ok(())
}

/// Rings at once, without a transaction: for what is nowhere kept.
///
/// # Errors
/// When the database refuses.
pub async fn ring_now(db: &Db, words: &str) -> Result<()> {
    if let Db::Postgres(pool) = db {
        sqlx::query("select pg_notify($1, $2)").bind(CHANNEL).bind(words).execute(pool).await?;
    }
    Ok(())
}

/// Someone who hears the bells of other programs.
#[derive(Debug)]
pub struct Listener(PgListener);

impl Listener {
    /// Begins to listen; nothing on SQLite, where there is nobody else.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn begin(db: &Db) -> Result<Option<Self>> {
        let Db::Postgres(pool) = db else { return Ok(None) };
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        Ok(Some(Self(listener)))
    }

    /// The words of the next bell. Nothing says that the line was broken for a while, and bells may have been missed.
    ///
    /// # Errors
    /// When the line cannot be restored.
    pub async fn hear(&mut self) -> Result<Option<String>> {
        Ok(self.0.try_recv().await?.map(|bell| bell.payload().to_owned()))
    }
}
