//! The steps of a recording, each written so that it happens once: `Arriving → Whole → Ready | Refused`.

use method::ids::{ConversationId, InterviewId, ObjectId, RecordingId};
use method::recording::RecordingState;
use method::time::Stamp;

use super::Playing;
use crate::{Conn, Result, run};

/// A length as a column holds it.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A recording that begins to come in.
#[derive(Debug)]
pub struct New<'a> {
    /// Which.
    pub id: RecordingId,
    /// Of which conversation.
    pub conversation: ConversationId,
    /// Where its bytes will lie.
    pub object: ObjectId,
    /// `camera` or `file`.
    pub made_by: &'a str,
    /// How many bytes it will have, if known.
    pub length: Option<u64>,
    /// The name of the file, sealed.
    pub file_name_sealed: Option<Vec<u8>>,
    /// What the browser says it is.
    pub content_type: Option<&'a str>,
}

/// Writes a recording down that begins to come in.
///
/// # Errors
/// When the database refuses.
pub async fn insert(c: &mut Conn, new: &New<'_>, now: Stamp) -> Result<()> {
    let sql = "insert into recordings (id, conversation, object, made_by, state, length, file_name_sealed,
               content_type, cut_short, progress, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, false, 0, $9)";
    run!(
        c,
        sqlx::query(sql)
            .bind(new.id.to_string())
            .bind(new.conversation.to_string())
            .bind(new.object.to_string())
            .bind(new.made_by)
            .bind(RecordingState::Arriving.key())
            .bind(new.length.map(signed))
            .bind(&new.file_name_sealed)
            .bind(new.content_type)
            .bind(now.0)
    );
    Ok(())
}

/// Says that what comes in is the sound of an interview, and none of the conversation.
///
/// # Errors
/// When the database refuses.
pub async fn set_interview(c: &mut Conn, id: RecordingId, interview: InterviewId) -> Result<()> {
    let sql = "update recordings set interview = $2 where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(interview.to_string()));
    Ok(())
}

/// Makes everyone else who wants to begin a recording of this conversation wait for us.
///
/// # Errors
/// When the database refuses.
pub async fn take_turn(c: &mut Conn, conversation: ConversationId) -> Result<()> {
    let sql = "update conversations set kind = kind where id = $1";
    run!(c, sqlx::query(sql).bind(conversation.to_string()));
    Ok(())
}

/// The last byte is in. False when it was whole before.
///
/// # Errors
/// When the database refuses.
pub async fn set_whole(
    c: &mut Conn,
    id: RecordingId,
    length: u64,
    cut_short: bool,
    now: Stamp,
) -> Result<bool> {
    let sql = "update recordings set state = $2, length = $3, cut_short = $4, whole_at = $5, progress = 0
               where id = $1 and state = $6";
    Ok(run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(RecordingState::Whole.key())
            .bind(signed(length))
            .bind(cut_short)
            .bind(now.0)
            .bind(RecordingState::Arriving.key())
    ) == 1)
}

/// The length of a recording that was unknown until now. False when another length was said before.
///
/// # Errors
/// When the database refuses.
pub async fn set_length(c: &mut Conn, id: RecordingId, length: u64) -> Result<bool> {
    let sql = "update recordings set length = $2 where id = $1 and (length is null or length = $2)";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(signed(length))) == 1)
}

/// How far making it watchable is.
///
/// # Errors
/// When the database refuses.
pub async fn set_progress(c: &mut Conn, id: RecordingId, hundredths: i64) -> Result<()> {
    let sql = "update recordings set progress = $2 where id = $1 and state in ($3, $4) and progress <> $2";
    let (whole, cutting) = (RecordingState::Whole.key(), RecordingState::Cutting.key());
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(hundredths).bind(whole).bind(cutting));
    Ok(())
}

/// Making it watchable did not work, or is tried again (`None`).
///
/// # Errors
/// When the database refuses.
pub async fn set_failed(c: &mut Conn, id: RecordingId, at: Option<Stamp>) -> Result<()> {
    let sql = "update recordings set failed_at = $2, progress = 0 where id = $1 and state = $3";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(at.map(|at| at.0)).bind(RecordingState::Whole.key()));
    Ok(())
}

/// What was found out while making it watchable.
#[derive(Debug)]
pub struct Ready<'a> {
    /// How long it lasts.
    pub duration_ms: i64,
    /// The size of its picture, if it has one.
    pub picture: Option<(i64, i64)>,
    /// Whether it ends before it should.
    pub cut_short: bool,
    /// How it is played.
    pub playing: &'a Playing,
}

/// It can be watched. False when it could be before, or is gone.
///
/// # Errors
/// When the database refuses.
pub async fn set_ready(c: &mut Conn, id: RecordingId, ready: &Ready<'_>, now: Stamp) -> Result<bool> {
    let sql = "update recordings set state = $2, duration_ms = $3, width = $4, height = $5,
               cut_short = (cut_short or $6), progress = 100, ready_at = $7, failed_at = null,
               play_type = $8, play_head = $9, play_body = $10, play_from = $11, play_to = $12
               where id = $1 and state = $13";
    Ok(run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(RecordingState::Ready.key())
            .bind(ready.duration_ms)
            .bind(ready.picture.map(|(width, _)| width))
            .bind(ready.picture.map(|(_, height)| height))
            .bind(ready.cut_short)
            .bind(now.0)
            .bind(&ready.playing.content_type)
            .bind(ready.playing.head.map(|id| id.to_string()))
            .bind(ready.playing.body.map(|id| id.to_string()))
            .bind(ready.playing.part.map(|(from, _)| signed(from)))
            .bind(ready.playing.part.map(|(_, to)| signed(to)))
            .bind(RecordingState::Whole.key())
    ) == 1)
}

/// It turned out to be no recording. What its maker told of it goes too.
///
/// # Errors
/// When the database refuses.
pub async fn set_refused(c: &mut Conn, id: RecordingId, refusal: &str) -> Result<()> {
    let sql = "update recordings set state = $2, refusal = $3, file_name_sealed = null, content_type = null,
               length = null where id = $1 and state <> $4";
    run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(RecordingState::Refused.key())
            .bind(refusal)
            .bind(RecordingState::Ready.key())
    );
    Ok(())
}

/// Takes a recording out of the records, with everything that was derived from it.
///
/// # Errors
/// When the database refuses.
pub async fn delete(c: &mut Conn, id: RecordingId) -> Result<()> {
    crate::assets::forget(c, id).await?;
    run!(c, sqlx::query("delete from recordings where id = $1").bind(id.to_string()));
    Ok(())
}
