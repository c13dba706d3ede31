//! How much of a recording was served to whom, sitting by sitting: ids and numbers only.

use method::ids::ConversationId;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// One sitting as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Viewing {
    /// `member` or `participant`.
    pub actor_kind: String,
    /// Who, by id.
    pub actor: String,
    /// When it began, in milliseconds since 1970.
    pub began_at: i64,
    /// How many seconds of the recording were served in it.
    pub seconds: i64,
}

/// Writes down how far a sitting is.
///
/// # Errors
/// When the database refuses.
pub async fn save(c: &mut Conn, id: &str, of: ConversationId, viewing: &Viewing) -> Result<()> {
    let sql = "insert into viewings (id, conversation, actor_kind, actor, began_at, seconds)
               values ($1, $2, $3, $4, $5, $6)
               on conflict (id) do update set seconds = excluded.seconds
               where viewings.seconds < excluded.seconds";
    run!(
        c,
        sqlx::query(sql)
            .bind(id)
            .bind(of.to_string())
            .bind(&viewing.actor_kind)
            .bind(&viewing.actor)
            .bind(viewing.began_at)
            .bind(viewing.seconds)
    );
    Ok(())
}

/// Every sitting with the recording of a conversation, in the order in which they began.
///
/// # Errors
/// When the database refuses.
pub async fn of_conversation(c: &mut Conn, id: ConversationId) -> Result<Vec<Viewing>> {
    let sql = "select actor_kind, actor, began_at, seconds from viewings where conversation = $1
               order by began_at, id";
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}
