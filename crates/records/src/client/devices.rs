//! Browsers in which the code of a client's link was right once. Only a hash of what their cookie holds is kept.

use method::ids::ParticipantId;
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// A device as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Device {
    /// Hash of the cookie's value.
    pub id: String,
    /// Whose.
    pub participant: String,
    /// The browser, in a few words.
    pub agent: String,
    /// How often in a row it rested after wrong codes.
    pub locks: i64,
    /// Until when no code is looked at here.
    pub locked_until: Option<i64>,
    /// When the code was right here first.
    pub created_at: i64,
    /// When the code was right here last.
    pub seen_at: i64,
}

const DEVICE: &str =
    "select id, participant, agent, locks, locked_until, created_at, seen_at from client_devices";

/// Writes a device down, or that the code was right on it again.
///
/// # Errors
/// When the database refuses.
pub async fn save(c: &mut Conn, id: &str, of: ParticipantId, agent: &str, now: Stamp) -> Result<()> {
    let sql = "insert into client_devices (id, participant, agent, attempts, locks, created_at, seen_at)
               values ($1, $2, $3, 0, 0, $4, $4)
               on conflict (id) do update set agent = excluded.agent, seen_at = excluded.seen_at";
    run!(c, sqlx::query(sql).bind(id).bind(of.to_string()).bind(agent).bind(now.0));
    Ok(())
}

/// A known device.
///
/// # Errors
/// When the database refuses.
pub async fn by_id(c: &mut Conn, id: &str) -> Result<Option<Device>> {
    let sql = sqlx::AssertSqlSafe(format!("{DEVICE} where id = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id).fetch_optional(db).await?))
}

/// Someone's devices, last used first.
///
/// # Errors
/// When the database refuses.
pub async fn of(c: &mut Conn, participant: ParticipantId) -> Result<Vec<Device>> {
    let sql = sqlx::AssertSqlSafe(format!("{DEVICE} where participant = $1 order by seen_at desc, id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(participant.to_string()).fetch_all(db).await?))
}

/// Forgets one device of someone, and every session in it. False when it is not theirs.
///
/// # Errors
/// When the database refuses.
pub async fn end(c: &mut Conn, of: ParticipantId, id: &str) -> Result<bool> {
    let sql = "delete from client_devices where id = $1 and participant = $2";
    if run!(c, sqlx::query(sql).bind(id).bind(of.to_string())) == 0 {
        return Ok(false);
    }
    run!(c, sqlx::query("delete from sessions where device = $1").bind(id));
    Ok(true)
}

/// Forgets every device of someone.
///
/// # Errors
/// When the database refuses.
pub async fn end_all(c: &mut Conn, of: ParticipantId) -> Result<()> {
    run!(c, sqlx::query("delete from client_devices where participant = $1").bind(of.to_string()));
    Ok(())
}

/// Starts counting wrong codes anew on every device of someone: there is another code.
///
/// # Errors
/// When the database refuses.
pub async fn clear_all(c: &mut Conn, of: ParticipantId) -> Result<()> {
    let sql = "update client_devices set attempts = 0, locks = 0, locked_until = null where participant = $1";
    run!(c, sqlx::query(sql).bind(of.to_string()));
    Ok(())
}

/// Forgets devices of links that ended.
///
/// # Errors
/// When the database refuses.
pub async fn forget_ended(c: &mut Conn, now: Stamp) -> Result<()> {
    let sql = "delete from client_devices where not exists (select 1 from client_links
               where client_links.participant = client_devices.participant and expires_at > $1)";
    run!(c, sqlx::query(sql).bind(now.0));
    Ok(())
}
