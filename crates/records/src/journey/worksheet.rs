//! The professional's own worksheet with a conversation, sealed with the conversation's key.

use method::ids::ConversationId;
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// A worksheet as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Worksheet {
    /// What was written, sealed.
    pub text_sealed: Vec<u8>,
    /// Which version this is, from 1.
    pub version: i64,
    /// When it was changed.
    pub changed_at: i64,
}

/// The worksheet of a conversation, once there is one.
///
/// # Errors
/// When the database refuses.
pub async fn of(c: &mut Conn, id: ConversationId) -> Result<Option<Worksheet>> {
    let sql = "select text_sealed, version, changed_at from worksheets where conversation = $1";
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// Writes the version after `seen` (0 for the first). False when it was changed in another window meanwhile.
///
/// # Errors
/// When the database refuses.
pub async fn write(c: &mut Conn, id: ConversationId, sealed: &[u8], seen: i64, now: Stamp) -> Result<bool> {
    let sql = if seen == 0 {
        "insert into worksheets (conversation, text_sealed, version, changed_at) values ($1, $2, $3 + 1, $4)
         on conflict do nothing"
    } else {
        "update worksheets set text_sealed = $2, version = version + 1, changed_at = $4
         where conversation = $1 and version = $3"
    };
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(sealed).bind(seen).bind(now.0)) == 1)
}
