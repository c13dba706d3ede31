//! Organisations and their teams.

use method::ids::{MemberId, OrganisationId, TeamId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// An organisation and the terms it chose.
#[derive(Clone, Debug, FromRow)]
pub struct Organisation {
    /// Its id, as text.
    pub id: String,
    /// Its name, as people read it.
    pub name: String,
    /// The number that clients call.
    pub phone: String,
    /// How to reach its data protection officer.
    pub privacy_officer: String,
    /// How long a recording is kept, in months.
    pub retention_months: i64,
    /// How long the second yes is awaited, in days.
    pub second_yes_days: i64,
}

/// A team.
#[derive(Clone, Debug, FromRow)]
pub struct Team {
    /// Its id, as text.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Adds an organisation, with the head of its audit chain.
///
/// # Errors
/// When the database refuses.
pub async fn insert(c: &mut Conn, id: OrganisationId, o: &Organisation, now: Stamp) -> Result<()> {
    let sql = "insert into organisations (id, name, phone, privacy_officer, retention_months, second_yes_days, created_at)
               values ($1, $2, $3, $4, $5, $6, $7)";
    let id = id.to_string();
    on!(c, db => {
        sqlx::query(sql).bind(&id).bind(&o.name).bind(&o.phone).bind(&o.privacy_officer)
            .bind(o.retention_months).bind(o.second_yes_days).bind(now.0).execute(&mut *db).await?;
        sqlx::query("insert into audit_heads (organisation, seq, hash) values ($1, 0, '')").bind(&id).execute(db).await?;
    });
    Ok(())
}

/// One organisation.
///
/// # Errors
/// When the database refuses.
pub async fn by_id(c: &mut Conn, id: OrganisationId) -> Result<Option<Organisation>> {
    let sql = "select id, name, phone, privacy_officer, retention_months, second_yes_days from organisations where id = $1";
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// All organisations, oldest first. An installation usually has one.
///
/// # Errors
/// When the database refuses.
pub async fn all(c: &mut Conn) -> Result<Vec<Organisation>> {
    let sql = "select id, name, phone, privacy_officer, retention_months, second_yes_days from organisations order by created_at";
    Ok(on!(c, db => sqlx::query_as(sql).fetch_all(db).await?))
}

/// Adds a team.
///
/// # Errors
/// When the database refuses.
pub async fn insert_team(c: &mut Conn, id: TeamId, organisation: OrganisationId, name: &str) -> Result<()> {
    let sql = "insert into teams (id, organisation, name) values ($1, $2, $3)";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(organisation.to_string()).bind(name));
    Ok(())
}

/// The teams of an organisation, by name.
///
/// # Errors
/// When the database refuses.
pub async fn teams(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<Team>> {
    let sql = "select id, name from teams where organisation = $1 order by name, id";
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?))
}

/// Puts a member in a team; twice is once.
///
/// # Errors
/// When the database refuses.
pub async fn join_team(c: &mut Conn, team: TeamId, member: MemberId) -> Result<()> {
    let sql = "insert into team_members (team, member) values ($1, $2) on conflict do nothing";
    run!(c, sqlx::query(sql).bind(team.to_string()).bind(member.to_string()));
    Ok(())
}

/// Takes a member out of every team.
///
/// # Errors
/// When the database refuses.
pub async fn leave_teams(c: &mut Conn, member: MemberId) -> Result<()> {
    run!(c, sqlx::query("delete from team_members where member = $1").bind(member.to_string()));
    Ok(())
}

/// Everyone who shares a team with a member, themself included, as text.
///
/// # Errors
/// When the database refuses.
pub async fn team_mates(c: &mut Conn, member: MemberId) -> Result<Vec<String>> {
    let sql =
        "select distinct other.member from team_members own join team_members other on other.team = own.team
               where own.member = $1";
    Ok(on!(c, db => sqlx::query_scalar(sql).bind(member.to_string()).fetch_all(db).await?))
}
