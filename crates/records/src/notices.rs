//! What was told to whom, in the program and by mail; and how mail to each member goes.

use method::ids::MemberId;
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// Something that was told to a member.
#[derive(Clone, Debug, FromRow)]
pub struct Told {
    /// What: a word and an id.
    pub key: String,
    /// When they saw it in the program.
    pub seen_at: Option<i64>,
    /// When a mail said that something waits, this among it.
    pub mailed_at: Option<i64>,
}

/// Everything that was told to a member.
///
/// # Errors
/// When the database refuses.
pub async fn told(c: &mut Conn, member: MemberId) -> Result<Vec<Told>> {
    let sql = "select key, seen_at, mailed_at from told where member = $1";
    Ok(on!(c, db => sqlx::query_as(sql).bind(member.to_string()).fetch_all(db).await?))
}

/// Writes down that a member saw something.
///
/// # Errors
/// When the database refuses.
pub async fn seen(c: &mut Conn, member: MemberId, key: &str, now: Stamp) -> Result<()> {
    let sql = "insert into told (member, key, seen_at) values ($1, $2, $3)
               on conflict (member, key) do update set seen_at = coalesce(told.seen_at, excluded.seen_at)";
    run!(c, sqlx::query(sql).bind(member.to_string()).bind(key).bind(now.0));
    Ok(())
}

/// Writes down that a mail said so.
///
/// # Errors
/// When the database refuses.
pub async fn mailed(c: &mut Conn, member: MemberId, key: &str, now: Stamp) -> Result<()> {
    let sql = "insert into told (member, key, mailed_at) values ($1, $2, $3)
               on conflict (member, key) do update set mailed_at = coalesce(told.mailed_at, excluded.mailed_at)";
    run!(c, sqlx::query(sql).bind(member.to_string()).bind(key).bind(now.0));
    Ok(())
}

/// Forgets what was told of something that no longer waits: should it wait again, it is news again.
///
/// # Errors
/// When the database refuses.
pub async fn forget(c: &mut Conn, member: MemberId, key: &str) -> Result<()> {
    let sql = "delete from told where member = $1 and key = $2";
    run!(c, sqlx::query(sql).bind(member.to_string()).bind(key));
    Ok(())
}

/// How mail to one member goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromRow)]
pub struct Turn {
    /// Whether they want none.
    pub unwanted: bool,
    /// When the last mail went.
    pub last_at: Option<i64>,
    /// How often in a row it failed.
    pub tries: i64,
    /// When to try again.
    pub next_at: Option<i64>,
}

/// How mail to a member goes; as for anyone when nothing was written down yet.
///
/// # Errors
/// When the database refuses.
pub async fn turn(c: &mut Conn, member: MemberId) -> Result<Turn> {
    let sql = "select unwanted, last_at, tries, next_at from mail_turns where member = $1";
    let row: Option<Turn> =
        on!(c, db => sqlx::query_as(sql).bind(member.to_string()).fetch_optional(db).await?);
    Ok(row.unwrap_or_default())
}

/// Writes down how mail to a member goes.
///
/// # Errors
/// When the database refuses.
pub async fn set_turn(c: &mut Conn, member: MemberId, turn: Turn) -> Result<()> {
    let sql = "insert into mail_turns (member, unwanted, last_at, tries, next_at) values ($1, $2, $3, $4, $5)
               on conflict (member) do update set unwanted = excluded.unwanted, last_at = excluded.last_at,
               tries = excluded.tries, next_at = excluded.next_at";
    run!(
        c,
        sqlx::query(sql)
            .bind(member.to_string())
            .bind(turn.unwanted)
            .bind(turn.last_at)
            .bind(turn.tries)
            .bind(turn.next_at)
    );
    Ok(())
}

/// Every member to whom a mail may go: with an account that was not ended, a part in a conversation that is there, and
/// no word that they want none.
///
/// # Errors
/// When the database refuses.
pub async fn mailable(c: &mut Conn) -> Result<Vec<String>> {
    let sql = "select m.id from members m where m.ended_at is null
        and exists (select 1 from participants p join conversations c on c.id = p.conversation
            where p.member = m.id and c.destroyed_at is null)
        and not exists (select 1 from mail_turns t where t.member = m.id and t.unwanted) order by m.id";
    Ok(on!(c, db => sqlx::query_scalar(sql).fetch_all(db).await?))
}
