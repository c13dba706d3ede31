//! Passkeys, as they are kept: sealed, and found by a hash.

use method::ids::{MemberId, PasskeyId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// A passkey as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Passkey {
    /// Its id, as text.
    pub id: String,
    /// The sealed public key.
    pub key_sealed: Vec<u8>,
    /// The sealed name that its owner gave it.
    pub name_sealed: Vec<u8>,
    /// When it was made.
    pub created_at: i64,
    /// When it was last used.
    pub used_at: Option<i64>,
}

const PASSKEY: &str = "select id, key_sealed, name_sealed, created_at, used_at from passkeys";

/// Keeps a new passkey.
///
/// # Errors
/// When the device's key is known already, of anyone (`is_duplicate`), or the database refuses.
pub async fn insert(c: &mut Conn, member: MemberId, credential: &str, passkey: &Passkey) -> Result<()> {
    let sql = "insert into passkeys (id, member, credential, key_sealed, name_sealed, created_at)
               values ($1, $2, $3, $4, $5, $6)";
    run!(
        c,
        sqlx::query(sql)
            .bind(&passkey.id)
            .bind(member.to_string())
            .bind(credential)
            .bind(&passkey.key_sealed)
            .bind(&passkey.name_sealed)
            .bind(passkey.created_at)
    );
    Ok(())
}

/// A member's passkeys, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_member(c: &mut Conn, member: MemberId) -> Result<Vec<Passkey>> {
    let sql = sqlx::AssertSqlSafe(format!("{PASSKEY} where member = $1 order by created_at, id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(member.to_string()).fetch_all(db).await?))
}

/// The passkey of a member by the hash of what the device calls it.
///
/// # Errors
/// When the database refuses.
pub async fn by_credential(c: &mut Conn, member: MemberId, credential: &str) -> Result<Option<Passkey>> {
    let sql = sqlx::AssertSqlSafe(format!("{PASSKEY} where member = $1 and credential = $2"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(member.to_string()).bind(credential).fetch_optional(db).await?))
}

/// Writes down that a passkey was used, with its key as it is after that.
///
/// # Errors
/// When the database refuses.
pub async fn used(c: &mut Conn, id: &str, key_sealed: &[u8], now: Stamp) -> Result<()> {
    let sql = "update passkeys set key_sealed = $2, used_at = $3 where id = $1";
    run!(c, sqlx::query(sql).bind(id).bind(key_sealed).bind(now.0));
    Ok(())
}

/// Gives a member's passkey another name. False when it is not theirs.
///
/// # Errors
/// When the database refuses.
pub async fn rename(c: &mut Conn, member: MemberId, id: PasskeyId, name_sealed: &[u8]) -> Result<bool> {
    let sql = "update passkeys set name_sealed = $3 where id = $1 and member = $2";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(member.to_string()).bind(name_sealed)) == 1)
}

/// Forgets a member's passkey. False when it is not theirs.
///
/// # Errors
/// When the database refuses.
pub async fn delete(c: &mut Conn, member: MemberId, id: PasskeyId) -> Result<bool> {
    let sql = "delete from passkeys where id = $1 and member = $2";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(member.to_string())) == 1)
}

/// Forgets every passkey of a member.
///
/// # Errors
/// When the database refuses.
pub async fn delete_of_member(c: &mut Conn, member: MemberId) -> Result<()> {
    run!(c, sqlx::query("delete from passkeys where member = $1").bind(member.to_string()));
    Ok(())
}
