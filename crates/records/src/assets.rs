//! What was derived from a recording: waveform, stills, heads. The bytes lie sealed in the vault.

use method::ids::{ObjectId, RecordingId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// Something derived from a recording.
#[derive(Clone, Debug, FromRow)]
pub struct Asset {
    /// Where its bytes lie.
    pub object: String,
    /// From which recording.
    pub recording: String,
    /// Of which conversation.
    pub conversation: String,
    /// What it is: `waveform`, `still` and so on.
    pub kind: String,
    /// Its type.
    pub content_type: String,
    /// How many bytes.
    pub length: i64,
    /// Where in the recording it belongs.
    pub at_ms: i64,
}

const ASSET: &str = "select object, recording, conversation, kind, content_type, length, at_ms from assets";

/// Writes down something that was derived.
///
/// # Errors
/// When the database refuses.
pub async fn insert(c: &mut Conn, asset: &Asset, now: Stamp) -> Result<()> {
    let sql =
        "insert into assets (object, recording, conversation, kind, content_type, length, at_ms, made_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8)";
    run!(
        c,
        sqlx::query(sql)
            .bind(&asset.object)
            .bind(&asset.recording)
            .bind(&asset.conversation)
            .bind(&asset.kind)
            .bind(&asset.content_type)
            .bind(asset.length)
            .bind(asset.at_ms)
            .bind(now.0)
    );
    Ok(())
}

/// How long it became, once all of it is sealed.
///
/// # Errors
/// When the database refuses.
pub async fn set_length(c: &mut Conn, object: ObjectId, length: u64) -> Result<()> {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    run!(
        c,
        sqlx::query("update assets set length = $2 where object = $1").bind(object.to_string()).bind(length)
    );
    Ok(())
}

/// Forgets everything that was derived from a recording, and says which objects that were.
///
/// # Errors
/// When the database refuses.
pub async fn forget(c: &mut Conn, id: RecordingId) -> Result<Vec<String>> {
    let sql = "delete from assets where recording = $1 returning object";
    let rows: Vec<(String,)> = on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?);
    Ok(rows.into_iter().map(|(object,)| object).collect())
}

/// Forgets one derived thing.
///
/// # Errors
/// When the database refuses.
pub async fn forget_one(c: &mut Conn, object: ObjectId) -> Result<()> {
    run!(c, sqlx::query("delete from assets where object = $1").bind(object.to_string()));
    Ok(())
}

/// Everything that was derived from a recording, in the order of the recording.
///
/// # Errors
/// When the database refuses.
pub async fn of_recording(c: &mut Conn, id: RecordingId) -> Result<Vec<Asset>> {
    let sql = sqlx::AssertSqlSafe(format!("{ASSET} where recording = $1 order by kind, at_ms, object"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}

/// One derived thing.
///
/// # Errors
/// When the database refuses.
pub async fn by_object(c: &mut Conn, object: ObjectId) -> Result<Option<Asset>> {
    let sql = sqlx::AssertSqlSafe(format!("{ASSET} where object = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(object.to_string()).fetch_optional(db).await?))
}
