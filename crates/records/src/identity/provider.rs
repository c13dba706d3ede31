//! Who members are at the organisation's own provider, which roles it gave them, and the sessions it opened.

use method::ids::MemberId;
use method::roles::Role;
use method::time::Stamp;

use crate::db::word;
use crate::{Conn, Result, on, run};

/// The member whom the provider knows by this id, as text.
///
/// # Errors
/// When the database refuses.
pub async fn member(c: &mut Conn, issuer: &str, subject: &str) -> Result<Option<String>> {
    let sql = "select member from provider_links where issuer = $1 and subject = $2";
    Ok(on!(c, db => sqlx::query_scalar(sql).bind(issuer).bind(subject).fetch_optional(db).await?))
}

/// Whether a member is known to the provider by whatever id.
///
/// # Errors
/// When the database refuses.
pub async fn is_linked(c: &mut Conn, issuer: &str, member: MemberId) -> Result<bool> {
    let sql = "select subject from provider_links where issuer = $1 and member = $2";
    let row: Option<String> =
        on!(c, db => sqlx::query_scalar(sql).bind(issuer).bind(member.to_string()).fetch_optional(db).await?);
    Ok(row.is_some())
}

/// Writes down that the provider knows a member by this id.
///
/// # Errors
/// When either is linked already (`is_duplicate`) or the database refuses.
pub async fn link(c: &mut Conn, issuer: &str, subject: &str, member: MemberId, now: Stamp) -> Result<()> {
    let sql = "insert into provider_links (issuer, subject, member, linked_at) values ($1, $2, $3, $4)";
    run!(c, sqlx::query(sql).bind(issuer).bind(subject).bind(member.to_string()).bind(now.0));
    Ok(())
}

/// The roles that the provider gave a member.
///
/// # Errors
/// When the database refuses.
pub async fn roles(c: &mut Conn, member: MemberId) -> Result<Vec<Role>> {
    let sql = "select role from provider_roles where member = $1 order by role";
    let words: Vec<String> =
        on!(c, db => sqlx::query_scalar(sql).bind(member.to_string()).fetch_all(db).await?);
    words.iter().map(|text| word(Role::parse, text, "provider_roles.role")).collect()
}

/// Replaces the roles that the provider gave a member.
///
/// # Errors
/// When the database refuses.
pub async fn set_roles(c: &mut Conn, member: MemberId, roles: &[Role]) -> Result<()> {
    let member = member.to_string();
    run!(c, sqlx::query("delete from provider_roles where member = $1").bind(&member));
    for role in roles {
        let sql = "insert into provider_roles (member, role) values ($1, $2) on conflict do nothing";
        run!(c, sqlx::query(sql).bind(&member).bind(role.key()));
    }
    Ok(())
}

/// Whether this word of a provider is heard for the first time; from now on it is not.
///
/// # Errors
/// When the database refuses.
pub async fn is_new(c: &mut Conn, id: &str, until: Stamp) -> Result<bool> {
    let sql = "insert into provider_endings (id, until) values ($1, $2) on conflict do nothing";
    Ok(run!(c, sqlx::query(sql).bind(id).bind(until.0)) == 1)
}

/// Forgets the words that could no longer be said again.
///
/// # Errors
/// When the database refuses.
pub async fn forget(c: &mut Conn, now: Stamp) -> Result<()> {
    run!(c, sqlx::query("delete from provider_endings where until <= $1").bind(now.0));
    Ok(())
}

/// Ends the sessions that the provider opened: those of a member, of one session there, or of both at once.
///
/// # Errors
/// When the database refuses.
pub async fn end_sessions(c: &mut Conn, member: Option<MemberId>, session: Option<&str>) -> Result<u64> {
    let member = member.map(|id| id.to_string());
    Ok(match (member, session) {
        (Some(member), Some(session)) => {
            let sql = "delete from sessions where member = $1 and provider_session = $2";
            run!(c, sqlx::query(sql).bind(member).bind(session))
        }
        (Some(member), None) => {
            let sql = "delete from sessions where member = $1 and provider_session is not null";
            run!(c, sqlx::query(sql).bind(member))
        }
        (None, Some(session)) => {
            run!(c, sqlx::query("delete from sessions where provider_session = $1").bind(session))
        }
        (None, None) => 0,
    })
}

/// Until when a member may use a password whatever the organisation wants.
///
/// # Errors
/// When the database refuses.
pub async fn password_until(c: &mut Conn, member: MemberId) -> Result<Option<Stamp>> {
    let sql = "select password_until from members where id = $1 and password_until is not null";
    let until: Option<i64> =
        on!(c, db => sqlx::query_scalar(sql).bind(member.to_string()).fetch_optional(db).await?);
    Ok(until.map(Stamp))
}

/// Lets a member use a password until then.
///
/// # Errors
/// When the database refuses.
pub async fn set_password_until(c: &mut Conn, member: MemberId, until: Stamp) -> Result<()> {
    let sql = "update members set password_until = $2 where id = $1";
    run!(c, sqlx::query(sql).bind(member.to_string()).bind(until.0));
    Ok(())
}
