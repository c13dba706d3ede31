//! Letters about somebody's own account: a link to a new password, and word of what was changed.

use method::ids::{LetterId, MemberId};
use method::time::Stamp;
use method::words;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

words! {
    /// What a letter is about.
    LetterKind {
        /// A link to a new password, which they asked for.
        Link = "link",
        /// Their password was changed.
        Password = "password",
        /// Something to prove themselves with was added.
        Added = "factor-added",
        /// Something to prove themselves with was taken away.
        Removed = "factor-removed",
        /// Their account began anew.
        Anew = "account-anew",
    }
}

/// A letter as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Letter {
    /// Its id, as text.
    pub id: String,
    /// Whose account it is about; nobody's when an address was asked for that nobody has.
    pub member: Option<String>,
    /// What it is about, as a word.
    pub kind: String,
    /// When it was asked for.
    pub asked_at: i64,
    /// How often in a row sending failed.
    pub tries: i64,
}

/// Orders a letter.
///
/// # Errors
/// When the database refuses.
pub async fn order(
    c: &mut Conn,
    member: Option<&str>,
    kind: LetterKind,
    now: Stamp,
    until: Stamp,
) -> Result<()> {
    let sql = "insert into account_letters (id, member, kind, asked_at, expires_at, next_at, tries)
               values ($1, $2, $3, $4, $5, $4, 0)";
    run!(
        c,
        sqlx::query(sql)
            .bind(LetterId::new().to_string())
            .bind(member)
            .bind(kind.key())
            .bind(now.0)
            .bind(until.0)
    );
    Ok(())
}

/// The letters that are to go now, the oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn due(c: &mut Conn, now: Stamp) -> Result<Vec<Letter>> {
    let sql = "select id, member, kind, asked_at, tries from account_letters
               where next_at <= $1 and expires_at > $1 and member is not null order by asked_at, id";
    Ok(on!(c, db => sqlx::query_as(sql).bind(now.0).fetch_all(db).await?))
}

/// Takes the sending of a letter upon oneself until a moment, with a mark made for it. False when another program did.
///
/// # Errors
/// When the database refuses.
pub async fn take(c: &mut Conn, id: &str, token_hash: &str, now: Stamp, until: Stamp) -> Result<bool> {
    let sql = "update account_letters set token_hash = $2, next_at = $4 where id = $1 and next_at <= $3";
    Ok(run!(c, sqlx::query(sql).bind(id).bind(token_hash).bind(now.0).bind(until.0)) == 1)
}

/// The letter went, and its link works until a moment. Nothing when another program took it over meanwhile.
///
/// # Errors
/// When the database refuses.
pub async fn went(c: &mut Conn, id: &str, token_hash: &str, until: Stamp) -> Result<()> {
    let sql = "update account_letters set next_at = null, expires_at = $3 where id = $1 and token_hash = $2";
    run!(c, sqlx::query(sql).bind(id).bind(token_hash).bind(until.0));
    Ok(())
}

/// The letter did not go, and is tried again at a moment.
///
/// # Errors
/// When the database refuses.
pub async fn again(c: &mut Conn, id: &str, token_hash: &str, tries: i64, at: Stamp) -> Result<()> {
    let sql = "update account_letters set tries = $3, next_at = $4 where id = $1 and token_hash = $2";
    run!(c, sqlx::query(sql).bind(id).bind(token_hash).bind(tries).bind(at.0));
    Ok(())
}

/// Forgets a letter that is not to go any more, or that holds no link.
///
/// # Errors
/// When the database refuses.
pub async fn drop(c: &mut Conn, id: &str, token_hash: &str) -> Result<()> {
    let sql = "delete from account_letters where id = $1 and token_hash = $2";
    run!(c, sqlx::query(sql).bind(id).bind(token_hash));
    Ok(())
}

/// Whose password a link changes, if it still works.
///
/// # Errors
/// When the database refuses.
pub async fn by_link(c: &mut Conn, token_hash: &str, now: Stamp) -> Result<Option<String>> {
    let sql = "select member from account_letters
               where token_hash = $1 and kind = 'link' and member is not null and expires_at > $2";
    let row: Option<(String,)> =
        on!(c, db => sqlx::query_as(sql).bind(token_hash).bind(now.0).fetch_optional(db).await?);
    Ok(row.map(|(member,)| member))
}

/// Uses a link. False when it was used meanwhile; the row keeps two at once apart.
///
/// # Errors
/// When the database refuses.
pub async fn use_link(c: &mut Conn, token_hash: &str) -> Result<bool> {
    let sql = "delete from account_letters where token_hash = $1 and kind = 'link'";
    Ok(run!(c, sqlx::query(sql).bind(token_hash)) == 1)
}

/// Shuts every link of a member, also those whose letter has yet to go.
///
/// # Errors
/// When the database refuses.
pub async fn shut_links(c: &mut Conn, member: MemberId) -> Result<()> {
    let sql = "delete from account_letters where member = $1 and kind = 'link'";
    run!(c, sqlx::query(sql).bind(member.to_string()));
    Ok(())
}

/// Forgets what is over.
///
/// # Errors
/// When the database refuses.
pub async fn forget(c: &mut Conn, now: Stamp) -> Result<()> {
    run!(c, sqlx::query("delete from account_letters where expires_at <= $1").bind(now.0));
    Ok(())
}
