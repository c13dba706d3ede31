//! When people mean to look together: one time per conversation, with a count of its changes for calendars.

use method::ids::ConversationId;
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// A time to look together, as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Planned {
    /// When it begins.
    pub at: i64,
    /// How many minutes it lasts.
    pub minutes: i64,
    /// How often it was changed.
    pub sequence: i64,
    /// Whether it was called off.
    pub cancelled: bool,
    /// When it was changed last.
    pub changed_at: i64,
}

/// The time of a conversation, if one was ever planned.
///
/// # Errors
/// When the database refuses.
pub async fn planned(c: &mut Conn, id: ConversationId) -> Result<Option<Planned>> {
    let sql = "select at, minutes, sequence, cancelled, changed_at from plannings where conversation = $1";
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// Plans a time, or another time.
///
/// # Errors
/// When the database refuses.
pub async fn plan(c: &mut Conn, id: ConversationId, at: Stamp, minutes: i64, now: Stamp) -> Result<()> {
    let sql = "insert into plannings (conversation, at, minutes, sequence, cancelled, changed_at)
               values ($1, $2, $3, 0, $4, $5)
               on conflict (conversation) do update set at = excluded.at, minutes = excluded.minutes,
               sequence = plannings.sequence + 1, cancelled = excluded.cancelled, changed_at = excluded.changed_at";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(at.0).bind(minutes).bind(false).bind(now.0));
    Ok(())
}

/// Calls it off. False when there was nothing to call off.
///
/// # Errors
/// When the database refuses.
pub async fn cancel(c: &mut Conn, id: ConversationId, now: Stamp) -> Result<bool> {
    let sql = "update plannings set cancelled = $2, sequence = sequence + 1, changed_at = $3
               where conversation = $1 and cancelled = $4";
    let done = run!(c, sqlx::query(sql).bind(id.to_string()).bind(true).bind(now.0).bind(false));
    Ok(done == 1)
}
