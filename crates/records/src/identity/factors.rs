//! The second step: an app that shows codes, codes on paper, and the browsers that somebody used before.

use method::ids::MemberId;
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// A member's app, as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct App {
    /// The sealed secret, once its first code was right.
    pub secret_sealed: Option<Vec<u8>>,
    /// Since when.
    pub since: Option<i64>,
    /// A sealed secret whose first code is awaited.
    pub pending_sealed: Option<Vec<u8>>,
    /// When that was made.
    pub pending_at: Option<i64>,
}

/// A member's app, if there is one or one is awaited.
///
/// # Errors
/// When the database refuses.
pub async fn app(c: &mut Conn, member: MemberId) -> Result<Option<App>> {
    let sql = "select secret_sealed, since, pending_sealed, pending_at from second_apps where member = $1";
    Ok(on!(c, db => sqlx::query_as(sql).bind(member.to_string()).fetch_optional(db).await?))
}

/// Lets a secret wait for its first code; one that waited before is forgotten.
///
/// # Errors
/// When the database refuses.
pub async fn await_app(c: &mut Conn, member: MemberId, sealed: &[u8], now: Stamp) -> Result<()> {
    let sql = "insert into second_apps (member, pending_sealed, pending_at) values ($1, $2, $3)
               on conflict (member) do update set pending_sealed = excluded.pending_sealed,
               pending_at = excluded.pending_at";
    run!(c, sqlx::query(sql).bind(member.to_string()).bind(sealed).bind(now.0));
    Ok(())
}

/// Puts the secret that waited in place of the one that was there; `step` is that of its first code.
///
/// # Errors
/// When the database refuses.
pub async fn take_app(c: &mut Conn, member: MemberId, step: i64, now: Stamp) -> Result<bool> {
    let sql = "update second_apps set secret_sealed = pending_sealed, since = $3, last_step = $2,
               pending_sealed = null, pending_at = null where member = $1 and pending_sealed is not null";
    Ok(run!(c, sqlx::query(sql).bind(member.to_string()).bind(step).bind(now.0)) == 1)
}

/// Takes a code's time step. False when this one or a later one was taken before; the row keeps two at once apart.
///
/// # Errors
/// When the database refuses.
pub async fn take_step(c: &mut Conn, member: MemberId, step: i64) -> Result<bool> {
    let sql = "update second_apps set last_step = $2 where member = $1 and last_step < $2";
    Ok(run!(c, sqlx::query(sql).bind(member.to_string()).bind(step)) == 1)
}

/// Forgets a member's app.
///
/// # Errors
/// When the database refuses.
pub async fn remove_app(c: &mut Conn, member: MemberId) -> Result<()> {
    run!(c, sqlx::query("delete from second_apps where member = $1").bind(member.to_string()));
    Ok(())
}

/// Gives a member new codes on paper; the ones they had stop working.
///
/// # Errors
/// When the database refuses.
pub async fn set_codes(c: &mut Conn, member: MemberId, hashes: &[String]) -> Result<()> {
    let member = member.to_string();
    run!(c, sqlx::query("delete from recovery_codes where member = $1").bind(&member));
    for hash in hashes {
        let sql = "insert into recovery_codes (member, code_hash) values ($1, $2)";
        run!(c, sqlx::query(sql).bind(&member).bind(hash));
    }
    Ok(())
}

/// How many of a member's codes on paper were not used yet.
///
/// # Errors
/// When the database refuses.
pub async fn codes_left(c: &mut Conn, member: MemberId) -> Result<i64> {
    let sql = "select count(*) from recovery_codes where member = $1 and used_at is null";
    let (left,): (i64,) = on!(c, db => sqlx::query_as(sql).bind(member.to_string()).fetch_one(db).await?);
    Ok(left)
}

/// Uses a code on paper. False when there is no such code, or it was used.
///
/// # Errors
/// When the database refuses.
pub async fn use_code(c: &mut Conn, member: MemberId, hash: &str, now: Stamp) -> Result<bool> {
    let sql =
        "update recovery_codes set used_at = $3 where member = $1 and code_hash = $2 and used_at is null";
    Ok(run!(c, sqlx::query(sql).bind(member.to_string()).bind(hash).bind(now.0)) == 1)
}

/// Remembers that a member signed in with this browser.
///
/// # Errors
/// When the database refuses.
pub async fn know_device(c: &mut Conn, id: &str, member: MemberId, now: Stamp) -> Result<()> {
    let sql = "insert into known_devices (id, member, seen_at) values ($1, $2, $3)
               on conflict (id) do update set member = excluded.member, seen_at = excluded.seen_at";
    run!(c, sqlx::query(sql).bind(id).bind(member.to_string()).bind(now.0));
    Ok(())
}

/// Whose browser this is: of the member it was last used by, since `since`.
///
/// # Errors
/// When the database refuses.
pub async fn device_of(c: &mut Conn, id: &str, since: Stamp) -> Result<Option<String>> {
    let sql = "select member from known_devices where id = $1 and seen_at > $2";
    let row: Option<(String,)> =
        on!(c, db => sqlx::query_as(sql).bind(id).bind(since.0).fetch_optional(db).await?);
    Ok(row.map(|(member,)| member))
}

/// Forgets every browser of a member.
///
/// # Errors
/// When the database refuses.
pub async fn forget_devices_of(c: &mut Conn, member: MemberId) -> Result<()> {
    run!(c, sqlx::query("delete from known_devices where member = $1").bind(member.to_string()));
    Ok(())
}

/// Forgets browsers that were not used since `before`.
///
/// # Errors
/// When the database refuses.
pub async fn forget_devices(c: &mut Conn, before: Stamp) -> Result<()> {
    run!(c, sqlx::query("delete from known_devices where seen_at <= $1").bind(before.0));
    Ok(())
}
