//! Signed-in sessions, so that they can be listed and ended.

use method::ids::{MemberId, ParticipantId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// A session as it is kept. The id is a hash of what the cookie holds.
#[derive(Clone, Debug, FromRow)]
pub struct Session {
    /// Hash of the cookie's value.
    pub id: String,
    /// Whose it is, if a member signed in.
    pub member: Option<String>,
    /// Whose it is, if a client came in by link and code.
    pub participant: Option<String>,
    /// The fingerprint of the provider's name for the session there, if it opened this one; empty when it gave none.
    pub provider_session: Option<String>,
    /// The known device of the client in which it lives.
    pub device: Option<String>,
    /// What the web keeps in it, as JSON: ids and choices, never a text about a person.
    pub data: String,
    /// The browser, in a few words.
    pub agent: String,
    /// When it began.
    pub created_at: i64,
    /// When it was last used.
    pub seen_at: i64,
    /// When it ends by itself.
    pub expires_at: i64,
}

const SESSION: &str = "select id, member, participant, provider_session, device, data, agent, created_at, seen_at, expires_at from sessions";

/// Writes a new session down.
///
/// # Errors
/// When the database refuses.
pub async fn create(c: &mut Conn, s: &Session) -> Result<()> {
    let sql =
        "insert into sessions (id, member, participant, data, agent, created_at, seen_at, expires_at, device,
         provider_session) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    run!(
        c,
        sqlx::query(sql)
            .bind(&s.id)
            .bind(&s.member)
            .bind(&s.participant)
            .bind(&s.data)
            .bind(&s.agent)
            .bind(s.created_at)
            .bind(s.seen_at)
            .bind(s.expires_at)
            .bind(&s.device)
            .bind(&s.provider_session)
    );
    Ok(())
}

/// Writes down how a session changed. One that was ended meanwhile stays ended: a request that was under way does not
/// bring it back.
///
/// # Errors
/// When the database refuses.
pub async fn change(c: &mut Conn, s: &Session) -> Result<()> {
    let sql = "update sessions set member = $2, participant = $3, data = $4, agent = $5, seen_at = $6,
               expires_at = $7, device = $8, provider_session = $9 where id = $1";
    run!(
        c,
        sqlx::query(sql)
            .bind(&s.id)
            .bind(&s.member)
            .bind(&s.participant)
            .bind(&s.data)
            .bind(&s.agent)
            .bind(s.seen_at)
            .bind(s.expires_at)
            .bind(&s.device)
            .bind(&s.provider_session)
    );
    Ok(())
}

/// Lets a client's session that has not ended go on until a moment at least.
///
/// # Errors
/// When the database refuses.
pub async fn keep_awake(c: &mut Conn, id: &str, now: Stamp, until: Stamp) -> Result<()> {
    let sql = "update sessions set seen_at = $2, expires_at = $3 where id = $1 and member is null
               and participant is not null and expires_at > $2 and expires_at < $3";
    run!(c, sqlx::query(sql).bind(id).bind(now.0).bind(until.0));
    Ok(())
}

/// A session that has not ended.
///
/// # Errors
/// When the database refuses.
pub async fn by_id(c: &mut Conn, id: &str, now: Stamp) -> Result<Option<Session>> {
    let sql = sqlx::AssertSqlSafe(format!("{SESSION} where id = $1 and expires_at > $2"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id).bind(now.0).fetch_optional(db).await?))
}

/// A member's sessions that have not ended, last used first.
///
/// # Errors
/// When the database refuses.
pub async fn of_member(c: &mut Conn, member: MemberId, now: Stamp) -> Result<Vec<Session>> {
    let sql =
        sqlx::AssertSqlSafe(format!("{SESSION} where member = $1 and expires_at > $2 order by seen_at desc"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(member.to_string()).bind(now.0).fetch_all(db).await?))
}

/// Ends one session.
///
/// # Errors
/// When the database refuses.
pub async fn delete(c: &mut Conn, id: &str) -> Result<()> {
    run!(c, sqlx::query("delete from sessions where id = $1").bind(id));
    Ok(())
}

/// Ends every session of a member.
///
/// # Errors
/// When the database refuses.
pub async fn delete_of_member(c: &mut Conn, member: MemberId) -> Result<()> {
    run!(c, sqlx::query("delete from sessions where member = $1").bind(member.to_string()));
    Ok(())
}

/// Ends every session of a member but one.
///
/// # Errors
/// When the database refuses.
pub async fn delete_others(c: &mut Conn, member: MemberId, kept: &str) -> Result<()> {
    let sql = "delete from sessions where member = $1 and id <> $2";
    run!(c, sqlx::query(sql).bind(member.to_string()).bind(kept));
    Ok(())
}

/// Forgets the sessions that ended by themselves.
///
/// # Errors
/// When the database refuses.
pub async fn delete_expired(c: &mut Conn, now: Stamp) -> Result<()> {
    run!(c, sqlx::query("delete from sessions where expires_at <= $1").bind(now.0));
    Ok(())
}

/// Ends every session of a participant who came in by link and code.
///
/// # Errors
/// When the database refuses.
pub async fn delete_of_participant(c: &mut Conn, id: ParticipantId) -> Result<()> {
    run!(c, sqlx::query("delete from sessions where participant = $1").bind(id.to_string()));
    Ok(())
}

/// Ends the other sessions of a participant, but not the one that is named.
///
/// # Errors
/// When the database refuses.
pub async fn delete_others_of_participant(c: &mut Conn, id: ParticipantId, but: &str) -> Result<()> {
    let sql = "delete from sessions where participant = $1 and id <> $2";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(but));
    Ok(())
}

/// Counts a try at taking a handed-over screen back, and gives which one it is. The row keeps tries side by side apart.
///
/// # Errors
/// When the database refuses.
pub async fn count_try(c: &mut Conn, id: &str) -> Result<Option<i64>> {
    let sql = "update sessions set tries = tries + 1 where id = $1 returning tries";
    let row: Option<(i64,)> = on!(c, db => sqlx::query_as(sql).bind(id).fetch_optional(db).await?);
    Ok(row.map(|(tries,)| tries))
}

/// Starts counting tries anew.
///
/// # Errors
/// When the database refuses.
pub async fn reset_tries(c: &mut Conn, id: &str) -> Result<()> {
    run!(c, sqlx::query("update sessions set tries = 0 where id = $1").bind(id));
    Ok(())
}
