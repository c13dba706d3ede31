//! How a learning question changed: each version stays, sealed with the journey's key.

use method::ids::JourneyId;
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// One version.
#[derive(Clone, Debug, FromRow)]
pub struct Version {
    /// Its id, as text.
    pub id: String,
    /// The question, sealed.
    pub text_sealed: Vec<u8>,
    /// When it was written.
    pub created_at: i64,
}

/// Every version, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn all(c: &mut Conn, journey: JourneyId) -> Result<Vec<Version>> {
    let sql = "select id, text_sealed, created_at from journey_questions where journey = $1 order by created_at, id";
    Ok(on!(c, db => sqlx::query_as(sql).bind(journey.to_string()).fetch_all(db).await?))
}

/// Writes a version down.
///
/// # Errors
/// When the database refuses.
pub async fn insert(c: &mut Conn, id: &str, journey: JourneyId, sealed: &[u8], now: Stamp) -> Result<()> {
    let sql = "insert into journey_questions (id, journey, text_sealed, created_at) values ($1, $2, $3, $4)";
    run!(c, sqlx::query(sql).bind(id).bind(journey.to_string()).bind(sealed).bind(now.0));
    Ok(())
}
