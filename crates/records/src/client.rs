//! A client's way in: a link and a code. Only hashes of both are kept.

use method::ids::ParticipantId;
use method::time::Stamp;
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Result, on, run};

/// A link as it is kept.
#[derive(Clone, Debug)]
pub struct Link {
    /// Whose it is.
    pub participant: ParticipantId,
    /// Argon2id of the code, in PHC form.
    pub code_hash: String,
    /// Wrong codes since the last right one or the last lock.
    pub attempts: i64,
    /// Until when no code is looked at.
    pub locked_until: Option<Stamp>,
    /// Until when the link works.
    pub expires_at: Stamp,
}

#[derive(FromRow)]
struct Row {
    participant: String,
    code_hash: String,
    attempts: i64,
    locked_until: Option<i64>,
    expires_at: i64,
}

const LINK: &str = "select participant, code_hash, attempts, locked_until, expires_at from client_links";

fn read(row: Row) -> Result<Link> {
    Ok(Link {
        participant: word(ParticipantId::parse, &row.participant, "client_links.participant")?,
        code_hash: row.code_hash,
        attempts: row.attempts,
        locked_until: row.locked_until.map(Stamp),
        expires_at: Stamp(row.expires_at),
    })
}

/// Gives a participant a link; the one they had stops working.
///
/// # Errors
/// When the database refuses.
pub async fn set(
    c: &mut Conn,
    participant: ParticipantId,
    token_hash: &str,
    code_hash: &str,
    expires_at: Stamp,
    now: Stamp,
) -> Result<()> {
    let sql =
        "insert into client_links (participant, token_hash, code_hash, attempts, created_at, expires_at)
               values ($1, $2, $3, 0, $4, $5)
               on conflict (participant) do update set token_hash = excluded.token_hash,
               code_hash = excluded.code_hash, attempts = 0, locked_until = null,
               created_at = excluded.created_at, expires_at = excluded.expires_at";
    run!(
        c,
        sqlx::query(sql)
            .bind(participant.to_string())
            .bind(token_hash)
            .bind(code_hash)
            .bind(now.0)
            .bind(expires_at.0)
    );
    Ok(())
}

/// Gives a participant's link another code. False when they have no link.
///
/// # Errors
/// When the database refuses.
pub async fn set_code(c: &mut Conn, participant: ParticipantId, code_hash: &str) -> Result<bool> {
    let sql = "update client_links set code_hash = $2 where participant = $1";
    Ok(run!(c, sqlx::query(sql).bind(participant.to_string()).bind(code_hash)) == 1)
}

/// The link behind a token.
///
/// # Errors
/// When the database refuses.
pub async fn by_token(c: &mut Conn, token_hash: &str) -> Result<Option<Link>> {
    let sql = sqlx::AssertSqlSafe(format!("{LINK} where token_hash = $1"));
    let row: Option<Row> = on!(c, db => sqlx::query_as(sql).bind(token_hash).fetch_optional(db).await?);
    row.map(read).transpose()
}

/// A participant's link, if they have one.
///
/// # Errors
/// When the database refuses.
pub async fn of_participant(c: &mut Conn, participant: ParticipantId) -> Result<Option<Link>> {
    let sql = sqlx::AssertSqlSafe(format!("{LINK} where participant = $1"));
    let id = participant.to_string();
    let row: Option<Row> = on!(c, db => sqlx::query_as(sql).bind(id).fetch_optional(db).await?);
    row.map(read).transpose()
}

/// Counts an attempt before the code is looked at, and gives which one it is; nothing while the link rests.
///
/// The row itself keeps two guesses side by side apart, so both are counted, on either engine.
///
/// # Errors
/// When the database refuses.
pub async fn count_attempt(c: &mut Conn, participant: ParticipantId, now: Stamp) -> Result<Option<i64>> {
    let sql = "update client_links set attempts = attempts + 1
               where participant = $1 and (locked_until is null or locked_until <= $2) returning attempts";
    let id = participant.to_string();
    let row: Option<(i64,)> =
        on!(c, db => sqlx::query_as(sql).bind(id).bind(now.0).fetch_optional(db).await?);
    Ok(row.map(|(attempts,)| attempts))
}

/// Starts counting anew: after a right code, or with a lock after too many wrong ones.
///
/// # Errors
/// When the database refuses.
pub async fn reset_attempts(
    c: &mut Conn,
    participant: ParticipantId,
    locked_until: Option<Stamp>,
) -> Result<()> {
    let sql = "update client_links set attempts = 0, locked_until = $2 where participant = $1";
    run!(c, sqlx::query(sql).bind(participant.to_string()).bind(locked_until.map(|at| at.0)));
    Ok(())
}
