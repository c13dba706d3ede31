//! Other ways to act that a coach or a colleague offers to the professional, who takes them or leaves them.

use method::dialogue::Subject;
use method::ids::{AlternativeId, ConversationId, MemberId, OfferId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// An offer as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Offer {
    /// Its id, as text.
    pub id: String,
    /// In which conversation.
    pub conversation: String,
    /// What it is about: a question's word or a moment's id.
    pub subject: String,
    /// Who offers it.
    pub by_member: String,
    /// Whether they are a colleague; a coach when not.
    pub colleague: bool,
    /// The words, sealed with the conversation's key.
    pub text_sealed: Vec<u8>,
    /// Which alternative was made of it, once it was taken.
    pub alternative: Option<String>,
    /// When it was left.
    pub left_at: Option<i64>,
    /// When it was offered.
    pub created_at: i64,
}

const OFFER: &str = "select id, conversation, subject, by_member, colleague, text_sealed, alternative, left_at, created_at from offers";

/// All offers in a conversation, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_conversation(c: &mut Conn, id: ConversationId) -> Result<Vec<Offer>> {
    let sql = sqlx::AssertSqlSafe(format!("{OFFER} where conversation = $1 order by created_at, id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}

/// One offer.
///
/// # Errors
/// When the database refuses.
pub async fn by_id(c: &mut Conn, id: OfferId) -> Result<Option<Offer>> {
    let sql = sqlx::AssertSqlSafe(format!("{OFFER} where id = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// A new offer.
#[derive(Debug)]
pub struct New<'a> {
    /// Its id.
    pub id: OfferId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// About what.
    pub subject: Subject,
    /// Who offers it.
    pub by: MemberId,
    /// Whether they are a colleague.
    pub colleague: bool,
    /// The words, sealed.
    pub sealed: &'a [u8],
}

/// Writes an offer down.
///
/// # Errors
/// When the database refuses.
pub async fn insert(c: &mut Conn, n: &New<'_>, now: Stamp) -> Result<()> {
    let sql = "insert into offers (id, conversation, subject, by_member, colleague, text_sealed, created_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    run!(
        c,
        sqlx::query(sql)
            .bind(n.id.to_string())
            .bind(n.conversation.to_string())
            .bind(n.subject.to_string())
            .bind(n.by.to_string())
            .bind(n.colleague)
            .bind(n.sealed)
            .bind(now.0)
    );
    Ok(())
}

/// Marks an offer as taken. False when it was answered before.
///
/// # Errors
/// When the database refuses.
pub async fn take(c: &mut Conn, id: OfferId, alternative: AlternativeId) -> Result<bool> {
    let sql = "update offers set alternative = $2 where id = $1 and alternative is null and left_at is null";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(alternative.to_string())) == 1)
}

/// Marks an offer as left. False when it was answered before.
///
/// # Errors
/// When the database refuses.
pub async fn leave(c: &mut Conn, id: OfferId, now: Stamp) -> Result<bool> {
    let sql = "update offers set left_at = $2 where id = $1 and alternative is null and left_at is null";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(now.0)) == 1)
}

/// Takes back an offer that was not taken.
///
/// # Errors
/// When the database refuses.
pub async fn delete(c: &mut Conn, id: OfferId) -> Result<bool> {
    let sql = "delete from offers where id = $1 and alternative is null";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string())) == 1)
}

/// How many offers wait for the professional, per conversation of theirs; nothing of their content.
///
/// # Errors
/// When the database refuses.
pub async fn waiting_for(c: &mut Conn, professional: MemberId) -> Result<Vec<(String, i64)>> {
    let sql = "select o.conversation, count(*) from offers o
        join conversations v on v.id = o.conversation and v.destroyed_at is null
        join participants p on p.conversation = o.conversation and p.perspective = 'professional' and p.member = $1
        where o.alternative is null and o.left_at is null group by o.conversation order by o.conversation";
    Ok(on!(c, db => sqlx::query_as(sql).bind(professional.to_string()).fetch_all(db).await?))
}
