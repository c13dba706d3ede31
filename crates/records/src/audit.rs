//! The audit log: facts that matter to the law, append-only, chained by hash, without content.

use method::ids::{OrganisationId, ScopeId};
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

/// The whole chain of an organisation, in order.
///
/// # Errors
/// When the database refuses.
pub async fn chain(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<Entry>> {
    let sql = sqlx::AssertSqlSafe(format!("{ENTRY} where organisation = $1 order by seq"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?))
}

/// What happened in one conversation or journey, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_scope(c: &mut Conn, scope: ScopeId) -> Result<Vec<Entry>> {
    let sql = sqlx::AssertSqlSafe(format!("{ENTRY} where scope = $1 order by at desc, seq desc"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(scope.to_string()).fetch_all(db).await?))
}
