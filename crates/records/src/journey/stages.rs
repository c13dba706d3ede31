//! The hand-over as facts: how far it is, who did what, and when.

use method::ids::JourneyId;
use method::journey::handover::{Side, Stage};
use method::time::Stamp;

use crate::db::word;
use crate::{Conn, Result, on, run};

/// What was done, by which side, when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// How far it was after this.
    pub stage: Stage,
    /// By whom.
    pub by: Side,
    /// When.
    pub at: Stamp,
}

/// Moves a journey from one stage to the next, and writes that down under the id `line`. False when it was no longer
/// at that stage.
///
/// # Errors
/// When the database refuses.
pub async fn move_on(c: &mut Conn, line: &str, id: JourneyId, from: Stage, to: Done) -> Result<bool> {
    let sql = "update journeys set stage = $3, changed_at = $4 where id = $1 and stage = $2";
    let journey = id.to_string();
    let moved =
        run!(c, sqlx::query(sql).bind(&journey).bind(from.key()).bind(to.stage.key()).bind(to.at.0)) == 1;
    if moved {
        let sql =
            "insert into journey_stages (id, journey, stage, side, created_at) values ($1, $2, $3, $4, $5)";
        run!(
            c,
            sqlx::query(sql).bind(line).bind(&journey).bind(to.stage.key()).bind(to.by.key()).bind(to.at.0)
        );
    }
    Ok(moved)
}

/// Everything that was done, oldest first.
///
/// # Errors
/// When the database refuses, or holds a word this program does not write.
pub async fn all(c: &mut Conn, id: JourneyId) -> Result<Vec<Done>> {
    let sql = "select stage, side, created_at from journey_stages where journey = $1 order by created_at, id";
    let rows: Vec<(String, String, i64)> =
        on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?);
    rows.into_iter()
        .map(|(stage, side, at)| {
            Ok(Done {
                stage: word(Stage::parse, &stage, "journey_stages.stage")?,
                by: word(Side::parse, &side, "journey_stages.side")?,
                at: Stamp(at),
            })
        })
        .collect()
}
