//! The lock on the log: the triggers by which the database refuses to change or delete a line.

use crate::{Conn, Result};

const SQLITE: &str = include_str!("../../migrations/sqlite/0070_audit_append_only.sql");
const POSTGRES: &str = include_str!("../../migrations/postgres/0070_audit_append_only.sql");

/// The names of the triggers that both engines have.
const BOTH: [&str; 5] = [
    "audit_no_update",
    "audit_no_delete",
    "audit_only_at_end",
    "audit_heads_no_delete",
    "audit_heads_no_return",
];
/// SQLite can replace a row without deleting it, PostgreSQL can empty a table without deleting rows.
const SQLITE_TOO: &str = "audit_heads_no_replace";
const POSTGRES_TOO: [&str; 2] = ["audit_no_truncate", "audit_heads_no_truncate"];

/// The triggers that are missing or switched off; none when the log is locked.
///
/// # Errors
/// When the database refuses.
pub async fn missing(c: &mut Conn) -> Result<Vec<&'static str>> {
    let mut wanted = BOTH.to_vec();
    let there: Vec<String> = match c {
        Conn::Sqlite(tx) => {
            wanted.push(SQLITE_TOO);
            let sql = "select name from sqlite_master where type = 'trigger' and tbl_name in ('audit', 'audit_heads')
                       and sql like '%raise(abort%'";
            sqlx::query_scalar(sql).fetch_all(&mut **tx).await?
        }
        Conn::Postgres(tx) => {
            wanted.extend(POSTGRES_TOO);
            let sql = "select tgname::text from pg_trigger where tgenabled in ('O', 'A')
                       and tgrelid in ('audit'::regclass, 'audit_heads'::regclass)";
            sqlx::query_scalar(sql).fetch_all(&mut **tx).await?
        }
    };
    wanted.retain(|name| !there.iter().any(|one| one == name));
    Ok(wanted)
}

/// Puts the triggers back.
///
/// # Errors
/// When the database refuses.
pub async fn put_back(c: &mut Conn) -> Result<()> {
    match c {
        Conn::Sqlite(tx) => sqlx::raw_sql(SQLITE).execute(&mut **tx).await.map(drop)?,
        Conn::Postgres(tx) => {
            // One that is there but switched off would stay so.
            for table in ["audit", "audit_heads"] {
                let sql = format!("alter table {table} enable trigger user");
                sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut **tx).await?;
            }
            sqlx::raw_sql(POSTGRES).execute(&mut **tx).await.map(drop)?;
        }
    }
    Ok(())
}
