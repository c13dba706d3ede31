//! Who is in the picture besides the two who talk: a part in the conversation, without a chair.

use method::consent::companion::{Companion, CompanionKind};
use method::ids::{ConversationId, ParticipantId};
use method::time::Stamp;

use crate::{Conn, Result, run};

/// Writes down that someone else is there too: what they are, never who.
///
/// # Errors
/// When the database refuses.
pub async fn insert(c: &mut Conn, id: ConversationId, one: &Companion, now: Stamp) -> Result<()> {
    let sql = "insert into participants (id, conversation, perspective, created_at, companion)
               values ($1, $2, $3, $4, $5)";
    run!(
        c,
        sqlx::query(sql)
            .bind(one.id.to_string())
            .bind(id.to_string())
            // No chair, and one of its own: a program that does not know companions refuses the conversation.
            .bind(format!("beside/{}", one.id))
            .bind(now.0)
            .bind(one.what.key())
    );
    Ok(())
}

/// Takes someone out who was not there after all, with all that would tell that they were asked.
///
/// # Errors
/// When the database refuses.
pub async fn delete(c: &mut Conn, id: ParticipantId) -> Result<()> {
    const STEPS: [&str; 4] = [
        "delete from consents where participant = $1",
        "delete from client_links where participant = $1",
        "delete from sessions where participant = $1",
        "delete from participants where id = $1 and companion is not null",
    ];
    for sql in STEPS {
        run!(c, sqlx::query(sql).bind(id.to_string()));
    }
    Ok(())
}

/// What a participant without a chair is.
///
/// # Errors
/// When the database refuses.
pub async fn what(c: &mut Conn, id: ParticipantId) -> Result<Option<CompanionKind>> {
    let sql = "select companion from participants where id = $1 and companion is not null";
    let word: Option<String> =
        crate::on!(c, db => sqlx::query_scalar(sql).bind(id.to_string()).fetch_optional(db).await?);
    Ok(word.as_deref().and_then(CompanionKind::parse))
}
