//! Journeys (trajecten): one professional's learning path.

pub mod questions;
pub mod stages;
pub mod worksheet;

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
    /// Who goes along as coach.
    pub coach: Option<String>,
    /// How far the hand-over is, as a word.
    pub stage: String,
    /// Whether the coach may read the learning question.
    pub shares_question: bool,
    /// When it was finished.
    pub closed_at: Option<i64>,
}

const JOURNEY: &str = "select id, organisation, professional, question_sealed, created_at, coach, stage,
    shares_question, closed_at from journeys";

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

/// How far one conversation of a journey is: no content.
#[derive(Clone, Debug, FromRow)]
pub struct Held {
    /// Its id, as text.
    pub id: String,
    /// The day.
    pub held_on: i64,
    /// When its key was destroyed.
    pub destroyed_at: Option<i64>,
    /// How many shared readings it has.
    pub readings: i64,
    /// How many colleagues wrote or offered something in it.
    pub peers: i64,
    /// Whether the client approved what was noted in an interview.
    pub interviews: i64,
}

/// The conversations of a journey, oldest first, with how many shared readings each has.
///
/// # Errors
/// When the database refuses.
pub async fn held(c: &mut Conn, id: JourneyId) -> Result<Vec<Held>> {
    let sql = "select c.id, c.held_on, c.destroyed_at,
        (select count(*) from readings r where r.conversation = c.id) as readings,
        (select count(*) from colleagues k where k.conversation = c.id and (
            exists (select 1 from peer_notes n where n.colleague = k.id)
            or exists (select 1 from offers o where o.conversation = c.id and o.by_member = k.member and o.colleague)
        )) as peers,
        (select count(*) from interviews i where i.conversation = c.id and i.approved_at is not null) as interviews
        from conversations c where c.journey = $1 order by c.held_on, c.id";
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}

/// A sheet of a journey on which its owner answers a few questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// At the start.
    Intake,
    /// When looking back.
    Close,
    /// When going on alone.
    Handover,
}

/// A sheet's sealed answers.
///
/// # Errors
/// When the database refuses.
pub async fn sheet(c: &mut Conn, id: JourneyId, sheet: Sheet) -> Result<Option<Vec<u8>>> {
    let sql = match sheet {
        Sheet::Intake => "select intake_sealed from journeys where id = $1",
        Sheet::Close => "select close_sealed from journeys where id = $1",
        Sheet::Handover => "select handover_sealed from journeys where id = $1",
    };
    let found: Option<(Option<Vec<u8>>,)> =
        on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?);
    Ok(found.and_then(|(sealed,)| sealed))
}

/// Writes a sheet's sealed answers.
///
/// # Errors
/// When the database refuses.
pub async fn set_sheet(c: &mut Conn, id: JourneyId, sheet: Sheet, sealed: &[u8], now: Stamp) -> Result<()> {
    let sql = match sheet {
        Sheet::Intake => "update journeys set intake_sealed = $2, changed_at = $3 where id = $1",
        Sheet::Close => "update journeys set close_sealed = $2, changed_at = $3 where id = $1",
        Sheet::Handover => "update journeys set handover_sealed = $2, changed_at = $3 where id = $1",
    };
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(sealed).bind(now.0));
    Ok(())
}

/// Sets who goes along as coach, and begins with them.
///
/// # Errors
/// When the database refuses.
pub async fn set_coach(c: &mut Conn, id: JourneyId, coach: Option<MemberId>, now: Stamp) -> Result<()> {
    let sql = "update journeys set coach = $2, stage = 'with-coach', shares_question = $4, changed_at = $3 where id = $1";
    let coach = coach.map(|coach| coach.to_string());
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(coach).bind(now.0).bind(false));
    Ok(())
}

/// Sets whether the coach may read the learning question.
///
/// # Errors
/// When the database refuses.
pub async fn set_sharing(c: &mut Conn, id: JourneyId, shares: bool, now: Stamp) -> Result<()> {
    let sql = "update journeys set shares_question = $2, changed_at = $3 where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(shares).bind(now.0));
    Ok(())
}

/// Finishes a journey. False when it already was.
///
/// # Errors
/// When the database refuses.
pub async fn close(c: &mut Conn, id: JourneyId, now: Stamp) -> Result<bool> {
    let sql = "update journeys set closed_at = $2, changed_at = $2 where id = $1 and closed_at is null";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(now.0)) == 1)
}

/// The journeys on which a member goes along as coach, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_coach(c: &mut Conn, coach: MemberId) -> Result<Vec<Journey>> {
    let sql = sqlx::AssertSqlSafe(format!("{JOURNEY} where coach = $1 order by created_at desc, id desc"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(coach.to_string()).fetch_all(db).await?))
}
