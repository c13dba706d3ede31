//! Questions to keep something longer, and who said yes to them. A no is never written down.

use method::consent::Means;
use method::ids::{ConversationId, ExtensionId, ParticipantId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Result, on, run};

/// A question to keep something longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Which.
    pub id: ExtensionId,
    /// The end at the time of asking.
    pub ends: Stamp,
    /// The end that is asked.
    pub until: Stamp,
    /// When everyone had said yes.
    pub granted: Option<Stamp>,
    /// Who said yes.
    pub said: Vec<ParticipantId>,
}

#[derive(FromRow)]
struct Row {
    id: String,
    ends: i64,
    until: i64,
    granted_at: Option<i64>,
}

/// Writes a question down. False when this end was asked about before.
///
/// # Errors
/// When the database refuses.
pub async fn insert(c: &mut Conn, conversation: ConversationId, one: &Extension, now: Stamp) -> Result<bool> {
    let sql = "insert into extensions (id, conversation, ends, until, asked_at) values ($1, $2, $3, $4, $5)
               on conflict (conversation, ends) do nothing";
    let rows = run!(
        c,
        sqlx::query(sql)
            .bind(one.id.to_string())
            .bind(conversation.to_string())
            .bind(one.ends.0)
            .bind(one.until.0)
            .bind(now.0)
    );
    Ok(rows == 1)
}

/// The question about this end, if it was asked.
///
/// # Errors
/// When the database refuses or holds an id that is none.
pub async fn about(c: &mut Conn, conversation: ConversationId, ends: Stamp) -> Result<Option<Extension>> {
    let sql = "select id, ends, until, granted_at from extensions where conversation = $1 and ends = $2";
    let row: Option<Row> = on!(c, db => sqlx::query_as(sql).bind(conversation.to_string()).bind(ends.0).fetch_optional(db).await?);
    let Some(row) = row else { return Ok(None) };
    let sql = "select participant from extension_yeses where extension = $1 order by at, participant";
    let said: Vec<(String,)> = on!(c, db => sqlx::query_as(sql).bind(&row.id).fetch_all(db).await?);
    Ok(Some(Extension {
        id: word(ExtensionId::parse, &row.id, "extensions.id")?,
        ends: Stamp(row.ends),
        until: Stamp(row.until),
        granted: row.granted_at.map(Stamp),
        said: said.iter().filter_map(|(id,)| ParticipantId::parse(id)).collect(),
    }))
}

/// Writes someone's yes down. Said again it changes nothing.
///
/// # Errors
/// When the database refuses.
pub async fn say_yes(
    c: &mut Conn,
    id: ExtensionId,
    participant: ParticipantId,
    means: Means,
    text_version: &str,
    now: Stamp,
) -> Result<()> {
    let sql = "insert into extension_yeses (extension, participant, means, text_version, at)
               values ($1, $2, $3, $4, $5) on conflict (extension, participant) do nothing";
    run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(participant.to_string())
            .bind(means.key())
            .bind(text_version)
            .bind(now.0)
    );
    Ok(())
}

/// Everyone said yes: the end moves, and what leads to it works as long.
///
/// # Errors
/// When the database refuses.
pub async fn grant(
    c: &mut Conn,
    conversation: ConversationId,
    one: &Extension,
    links_until: Stamp,
    now: Stamp,
) -> Result<()> {
    let id = conversation.to_string();
    let sql = "update extensions set granted_at = $2 where id = $1 and granted_at is null";
    run!(c, sqlx::query(sql).bind(one.id.to_string()).bind(now.0));
    let sql = "update conversations set retention_until = $2 where id = $1 and retention_until = $3";
    run!(c, sqlx::query(sql).bind(&id).bind(one.until.0).bind(one.ends.0));
    let sql = "update client_links set expires_at = $2 where expires_at < $2
               and participant in (select id from participants where conversation = $1)";
    run!(c, sqlx::query(sql).bind(&id).bind(links_until.0));
    Ok(())
}
