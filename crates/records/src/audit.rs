//! The audit log: facts that matter to the law, append-only, chained by hash, without content.
//!
//! The database itself refuses to change or delete a line; see the migrations of each engine.

pub mod lock;

use method::ids::{OrganisationId, ScopeId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on};

/// One line of the log.
#[derive(Clone, Debug, FromRow)]
pub struct Entry {
    /// Its place in the organisation's chain, from 1.
    pub seq: i64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// `member`, `participant`, `worker` or `program`.
    pub actor_kind: String,
    /// Who, by id.
    pub actor: String,
    /// What was done.
    pub deed: String,
    /// In which conversation or journey.
    pub scope: Option<String>,
    /// On what in particular, by id or word.
    pub subject: Option<String>,
    /// The hash of the line before.
    pub previous: String,
    /// The hash of this line.
    pub hash: String,
}

const ENTRY: &str = "select seq, at, actor_kind, actor, deed, scope, subject, previous, hash from audit";

/// Takes the head of the chain for this transaction: its number and hash. Others wait until it is kept.
///
/// # Errors
/// When the database refuses.
pub async fn take_head(c: &mut Conn, organisation: OrganisationId) -> Result<(i64, String)> {
    let sql = "update audit_heads set seq = seq + 1 where organisation = $1 returning seq - 1, hash";
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_one(db).await?))
}

/// Where the head of a chain stands, without taking it; nothing when it is gone.
///
/// # Errors
/// When the database refuses.
pub async fn head(c: &mut Conn, organisation: OrganisationId) -> Result<Option<(i64, String)>> {
    let sql = "select seq, hash from audit_heads where organisation = $1";
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_optional(db).await?))
}

/// Appends a line and moves the head to it.
///
/// # Errors
/// When the database refuses.
pub async fn append(c: &mut Conn, organisation: OrganisationId, e: &Entry) -> Result<()> {
    let sql =
        "insert into audit (organisation, seq, at, actor_kind, actor, deed, scope, subject, previous, hash)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let organisation = organisation.to_string();
    on!(c, db => {
        sqlx::query(sql).bind(&organisation).bind(e.seq).bind(e.at).bind(&e.actor_kind).bind(&e.actor)
            .bind(&e.deed).bind(&e.scope).bind(&e.subject).bind(&e.previous).bind(&e.hash).execute(&mut *db).await?;
        sqlx::query("update audit_heads set hash = $2 where organisation = $1").bind(&organisation).bind(&e.hash)
            .execute(db).await?;
    });
    Ok(())
}

/// The chain of an organisation in order, from the line after `after`, at most `limit` lines.
///
/// # Errors
/// When the database refuses.
pub async fn chain(c: &mut Conn, organisation: OrganisationId, after: i64, limit: i64) -> Result<Vec<Entry>> {
    let sql =
        sqlx::AssertSqlSafe(format!("{ENTRY} where organisation = $1 and seq > $2 order by seq limit $3"));
    let organisation = organisation.to_string();
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation).bind(after).bind(limit).fetch_all(db).await?))
}

/// What happened in one conversation or journey, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_scope(c: &mut Conn, scope: ScopeId) -> Result<Vec<Entry>> {
    let sql = sqlx::AssertSqlSafe(format!("{ENTRY} where scope = $1 order by at desc, seq desc"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(scope.to_string()).fetch_all(db).await?))
}

/// The newest lines of an organisation before line `before`, newest first, at most `limit`.
///
/// # Errors
/// When the database refuses.
pub async fn newest(
    c: &mut Conn,
    organisation: OrganisationId,
    before: i64,
    limit: i64,
) -> Result<Vec<Entry>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{ENTRY} where organisation = $1 and seq < $2 order by seq desc limit $3"
    ));
    let organisation = organisation.to_string();
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation).bind(before).bind(limit).fetch_all(db).await?))
}

/// The lines of an organisation from one moment until before another, in order, after line `after`, at most `limit`.
///
/// # Errors
/// When the database refuses.
pub async fn between(
    c: &mut Conn,
    organisation: OrganisationId,
    (from, until): (Stamp, Stamp),
    after: i64,
    limit: i64,
) -> Result<Vec<Entry>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{ENTRY} where organisation = $1 and at >= $2 and at < $3 and seq > $4 order by seq limit $5"
    ));
    let organisation = organisation.to_string();
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation).bind(from.0).bind(until.0).bind(after)
        .bind(limit).fetch_all(db).await?))
}
