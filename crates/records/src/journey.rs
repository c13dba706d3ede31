//! Journeys (trajecten): one professional's learning path.

use method::ids::{JourneyId, MemberId, OrganisationId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// A journey as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Journey {
    /// Its id, as text.
    pub id: String,
    /// The organisation in which it is walked.
    pub organisation: String,
    /// Whose it is.
    pub professional: String,
    /// The learning question, sealed with the journey's own key.
    pub question_sealed: Option<Vec<u8>>,
    /// When it began.
    pub created_at: i64,
}

const JOURNEY: &str = "select id, organisation, professional, question_sealed, created_at from journeys";

/// Begins a journey.
///
/// # Errors
/// When the database refuses.
pub async fn insert(
    c: &mut Conn,
    id: JourneyId,
    org: OrganisationId,
    owner: MemberId,
    now: Stamp,
) -> Result<()> {
    let sql = "insert into journeys (id, organisation, professional, created_at, changed_at) values ($1, $2, $3, $4, $4)";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(org.to_string()).bind(owner.to_string()).bind(now.0));
    Ok(())
}

/// One journey.
///
/// # Errors
/// When the database refuses.
pub async fn by_id(c: &mut Conn, id: JourneyId) -> Result<Option<Journey>> {
    let sql = sqlx::AssertSqlSafe(format!("{JOURNEY} where id = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// A professional's journeys, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_professional(c: &mut Conn, owner: MemberId) -> Result<Vec<Journey>> {
    let sql =
        sqlx::AssertSqlSafe(format!("{JOURNEY} where professional = $1 order by created_at desc, id desc"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(owner.to_string()).fetch_all(db).await?))
}

/// Writes the sealed learning question.
///
/// # Errors
/// When the database refuses.
pub async fn set_question(c: &mut Conn, id: JourneyId, sealed: &[u8], now: Stamp) -> Result<()> {
    let sql = "update journeys set question_sealed = $2, changed_at = $3 where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(sealed).bind(now.0));
    Ok(())
}
