//! A client's way in: a link and a code. Only hashes of both are kept.

pub mod devices;

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
    /// How often in a row it rested.
    pub rests: i64,
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
    locks: i64,
    locked_until: Option<i64>,
    expires_at: i64,
}

const LINK: &str =
    "select participant, code_hash, attempts, locks, locked_until, expires_at from client_links";

fn read(row: Row) -> Result<Link> {
    Ok(Link {
        participant: word(ParticipantId::parse, &row.participant, "client_links.participant")?,
        code_hash: row.code_hash,
        attempts: row.attempts,
        rests: row.locks,
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
        "insert into client_links (participant, token_hash, code_hash, attempts, locks, created_at, expires_at)
               values ($1, $2, $3, 0, 0, $4, $5)
               on conflict (participant) do update set token_hash = excluded.token_hash,
               code_hash = excluded.code_hash, attempts = 0, locks = 0, locked_until = null,
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

/// Takes a participant's link away. False when they have none.
///
/// # Errors
/// When the database refuses.
pub async fn shut(c: &mut Conn, participant: ParticipantId) -> Result<bool> {
    let sql = "delete from client_links where participant = $1";
    Ok(run!(c, sqlx::query(sql).bind(participant.to_string())) == 1)
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

/// Where wrong codes are counted: at the link, or at a device in which the code was right before.
#[derive(Clone, Copy, Debug)]
pub enum Counter<'a> {
    /// At the link of a participant, for everyone who is not known there.
    Link(ParticipantId),
    /// At a known device, by its id.
    Device(&'a str),
}

impl Counter<'_> {
    fn table(self) -> (&'static str, String) {
        match self {
            Self::Link(participant) => {
                ("client_links set {} where participant = $1", participant.to_string())
            }
            Self::Device(id) => ("client_devices set {} where id = $1", id.to_owned()),
        }
    }
}

/// Counts an attempt before the code is looked at, and gives which one it is and how often it rested before; nothing
/// while it rests.
///
/// The row itself keeps two guesses side by side apart, so both are counted, on either engine.
///
/// # Errors
/// When the database refuses.
pub async fn count(c: &mut Conn, counter: Counter<'_>, now: Stamp) -> Result<Option<(i64, i64)>> {
    let (table, id) = counter.table();
    let set = table.replace("{}", "attempts = attempts + 1");
    let sql =
        format!("update {set} and (locked_until is null or locked_until <= $2) returning attempts, locks");
    let sql = sqlx::AssertSqlSafe(sql);
    Ok(on!(c, db => sqlx::query_as(sql).bind(id).bind(now.0).fetch_optional(db).await?))
}

/// Lets it rest after too many wrong codes.
///
/// # Errors
/// When the database refuses.
pub async fn rest(c: &mut Conn, counter: Counter<'_>, until: Stamp) -> Result<()> {
    let (table, id) = counter.table();
    let set = table.replace("{}", "attempts = 0, locks = locks + 1, locked_until = $2");
    let sql = sqlx::AssertSqlSafe(format!("update {set}"));
    run!(c, sqlx::query(sql).bind(id).bind(until.0));
    Ok(())
}

/// Starts counting anew, after a right code.
///
/// # Errors
/// When the database refuses.
pub async fn clear(c: &mut Conn, counter: Counter<'_>) -> Result<()> {
    let (table, id) = counter.table();
    let set = table.replace("{}", "attempts = 0, locks = 0, locked_until = null");
    let sql = sqlx::AssertSqlSafe(format!("update {set}"));
    run!(c, sqlx::query(sql).bind(id));
    Ok(())
}
