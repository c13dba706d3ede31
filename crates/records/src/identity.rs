//! Members and their roles.

pub mod factors;
pub mod invitations;
pub mod letters;
pub mod passkeys;
pub mod provider;

use method::ids::{MemberId, OrganisationId};
use method::roles::Role;
use method::time::Stamp;
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Result, on, run};

/// Someone with an account.
#[derive(Clone, Debug, FromRow)]
pub struct Member {
    /// Their id, as text.
    pub id: String,
    /// Their organisation's id, as text.
    pub organisation: String,
    /// The name they chose.
    pub name: String,
    /// Where they are reached, and what they sign in with.
    pub email: String,
    /// Argon2id, in PHC form; nothing when they cannot sign in with a password.
    pub password_hash: Option<String>,
    /// Whether this is one of the demo's sign-ins.
    pub demo: bool,
    /// When their account was ended.
    pub ended_at: Option<i64>,
}

const MEMBER: &str = "select id, organisation, name, email, password_hash, demo, ended_at from members";

/// Adds a member.
///
/// # Errors
/// When the address is already in use (`is_duplicate`) or the database refuses.
pub async fn insert(c: &mut Conn, m: &Member, now: Stamp) -> Result<()> {
    let sql = "insert into members (id, organisation, name, email, password_hash, demo, created_at)
               values ($1, $2, $3, $4, $5, $6, $7)";
    run!(
        c,
        sqlx::query(sql)
            .bind(&m.id)
            .bind(&m.organisation)
            .bind(&m.name)
            .bind(&m.email)
            .bind(&m.password_hash)
            .bind(m.demo)
            .bind(now.0)
    );
    Ok(())
}

/// One member.
///
/// # Errors
/// When the database refuses.
pub async fn by_id(c: &mut Conn, id: MemberId) -> Result<Option<Member>> {
    let sql = sqlx::AssertSqlSafe(format!("{MEMBER} where id = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// The member with this address, in lower case.
///
/// # Errors
/// When the database refuses.
pub async fn by_email(c: &mut Conn, email: &str) -> Result<Option<Member>> {
    let sql = sqlx::AssertSqlSafe(format!("{MEMBER} where email = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(email).fetch_optional(db).await?))
}

/// All members of an organisation, by name.
///
/// # Errors
/// When the database refuses.
pub async fn of_organisation(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<Member>> {
    let sql = sqlx::AssertSqlSafe(format!("{MEMBER} where organisation = $1 order by name, id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?))
}

/// The demo's sign-ins, in the order in which they were made.
///
/// # Errors
/// When the database refuses.
pub async fn demo_members(c: &mut Conn) -> Result<Vec<Member>> {
    let sql =
        sqlx::AssertSqlSafe(format!("{MEMBER} where demo and ended_at is null order by created_at, id"));
    Ok(on!(c, db => sqlx::query_as(sql).fetch_all(db).await?))
}

/// Ends an account or opens it again.
///
/// # Errors
/// When the database refuses.
pub async fn set_ended(c: &mut Conn, id: MemberId, at: Option<Stamp>) -> Result<()> {
    let sql = "update members set ended_at = $2 where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(at.map(|at| at.0)));
    Ok(())
}

/// Sets the hash that a password is checked against.
///
/// # Errors
/// When the database refuses.
pub async fn set_password(c: &mut Conn, id: MemberId, hash: &str, now: Stamp) -> Result<()> {
    let sql = "update members set password_hash = $2, password_at = $3 where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(hash).bind(now.0));
    Ok(())
}

/// When a member's password was last changed, if ever.
///
/// # Errors
/// When the database refuses.
pub async fn password_at(c: &mut Conn, id: MemberId) -> Result<Option<Stamp>> {
    let sql = "select password_at from members where id = $1";
    let row: Option<(Option<i64>,)> =
        on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?);
    Ok(row.and_then(|(at,)| at).map(Stamp))
}

/// A member's roles.
///
/// # Errors
/// When the database refuses.
pub async fn roles(c: &mut Conn, id: MemberId) -> Result<Vec<Role>> {
    let sql = "select role from member_roles where member = $1 order by role";
    let words: Vec<(String,)> = on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?);
    words.iter().map(|(text,)| word(Role::parse, text, "member_roles.role")).collect()
}

/// Every role in an organisation, beside the member's id.
///
/// # Errors
/// When the database refuses.
pub async fn roles_of_all(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<(String, Role)>> {
    let sql = "select r.member, r.role from member_roles r join members m on m.id = r.member where m.organisation = $1";
    let rows: Vec<(String, String)> =
        on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?);
    rows.into_iter().map(|(id, text)| Ok((id, word(Role::parse, &text, "member_roles.role")?))).collect()
}

/// Replaces a member's roles.
///
/// # Errors
/// When the database refuses.
pub async fn set_roles(c: &mut Conn, id: MemberId, roles: &[Role]) -> Result<()> {
    let id = id.to_string();
    run!(c, sqlx::query("delete from member_roles where member = $1").bind(&id));
    for role in roles {
        let sql = "insert into member_roles (member, role) values ($1, $2) on conflict do nothing";
        run!(c, sqlx::query(sql).bind(&id).bind(role.key()));
    }
    Ok(())
}

/// The members of an organisation who hold a role and may still sign in, by name.
///
/// # Errors
/// When the database refuses.
pub async fn with_role(c: &mut Conn, organisation: OrganisationId, role: Role) -> Result<Vec<Member>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{MEMBER} where organisation = $1 and ended_at is null
         and id in (select member from member_roles where role = $2) order by name, id"
    ));
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).bind(role.key()).fetch_all(db).await?))
}
