//! Recordings (opnames) and what was derived from them. The bytes lie sealed in the vault; here stands where.

use method::ids::{ConversationId, InterviewId, ObjectId, RecordingId};
use method::recording::RecordingState;
use method::time::Stamp;
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Error, Result, on};

pub mod cutting;
pub mod steps;
pub mod viewings;

/// A recording as it is kept.
#[derive(Clone, Debug)]
pub struct Recording {
    /// Which.
    pub id: RecordingId,
    /// Of which conversation.
    pub conversation: ConversationId,
    /// Of which interview it is the sound; nothing when it is of the conversation itself.
    pub interview: Option<InterviewId>,
    /// Where its bytes lie.
    pub object: ObjectId,
    /// Whether it came from our own recorder (`camera`) or is a file (`file`).
    pub made_by: String,
    /// Where it stands.
    pub state: RecordingState,
    /// How many bytes it will have; unknown while a camera is running.
    pub length: Option<u64>,
    /// The name of the file, sealed.
    pub file_name_sealed: Option<Vec<u8>>,
    /// What the browser says it is.
    pub content_type: Option<String>,
    /// How long it lasts, once known.
    pub duration_ms: Option<i64>,
    /// The size of its picture; nothing for sound only.
    pub picture: Option<(i64, i64)>,
    /// Whether it ends before it should.
    pub cut_short: bool,
    /// How far making it watchable is, in hundredths.
    pub progress: i64,
    /// Why it was refused: a message key.
    pub refusal: Option<String>,
    /// When it began to come in.
    pub created: Stamp,
    /// When making it watchable failed, if it did.
    pub failed: Option<Stamp>,
    /// How it is played, once it can be.
    pub playing: Option<Playing>,
    /// How often its places moved because a part was cut.
    pub timeline: i64,
}

/// How a recording is played: perhaps a small new head, then bytes of the recording or of what was written from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Playing {
    /// As which type.
    pub content_type: String,
    /// Where the head lies.
    pub head: Option<ObjectId>,
    /// Where the body lies, when that is not the recording itself.
    pub body: Option<ObjectId>,
    /// Which bytes of the body; all of it when nothing is said.
    pub part: Option<(u64, u64)>,
}

#[derive(FromRow)]
struct Row {
    id: String,
    conversation: String,
    interview: Option<String>,
    object: String,
    made_by: String,
    state: String,
    length: Option<i64>,
    file_name_sealed: Option<Vec<u8>>,
    content_type: Option<String>,
    duration_ms: Option<i64>,
    width: Option<i64>,
    height: Option<i64>,
    cut_short: bool,
    progress: i64,
    refusal: Option<String>,
    created_at: i64,
    failed_at: Option<i64>,
    play_type: Option<String>,
    play_head: Option<String>,
    play_body: Option<String>,
    play_from: Option<i64>,
    play_to: Option<i64>,
    timeline: i64,
}

const RECORDING: &str =
    "select id, conversation, interview, object, made_by, state, length, file_name_sealed, content_type,
    duration_ms, width, height, cut_short, progress, refusal, created_at, failed_at, play_type, play_head,
    play_body, play_from, play_to, timeline from recordings";

fn unsigned(number: i64, column: &'static str) -> Result<u64> {
    u64::try_from(number).map_err(|_| Error::Column(column))
}

impl Row {
    fn read(self) -> Result<Recording> {
        let playing = self.playing()?;
        Ok(Recording {
            id: word(RecordingId::parse, &self.id, "recordings.id")?,
            conversation: word(ConversationId::parse, &self.conversation, "recordings.conversation")?,
            interview: self
                .interview
                .as_deref()
                .map(|id| word(InterviewId::parse, id, "recordings.interview"))
                .transpose()?,
            object: word(ObjectId::parse, &self.object, "recordings.object")?,
            state: word(RecordingState::parse, &self.state, "recordings.state")?,
            length: self.length.map(|length| unsigned(length, "recordings.length")).transpose()?,
            made_by: self.made_by,
            file_name_sealed: self.file_name_sealed,
            content_type: self.content_type,
            duration_ms: self.duration_ms,
            picture: self.width.zip(self.height),
            cut_short: self.cut_short,
            progress: self.progress,
            refusal: self.refusal,
            created: Stamp(self.created_at),
            failed: self.failed_at.map(Stamp),
            timeline: self.timeline,
            playing,
        })
    }

    fn playing(&self) -> Result<Option<Playing>> {
        let Some(content_type) = self.play_type.clone() else { return Ok(None) };
        let object = |id: &Option<String>, column| {
            id.as_deref().map(|id| word(ObjectId::parse, id, column)).transpose()
        };
        let part = match self.play_from.zip(self.play_to) {
            Some((from, to)) => {
                Some((unsigned(from, "recordings.play_from")?, unsigned(to, "recordings.play_to")?))
            }
            None => None,
        };
        Ok(Some(Playing {
            content_type,
            head: object(&self.play_head, "recordings.play_head")?,
            body: object(&self.play_body, "recordings.play_body")?,
            part,
        }))
    }
}

/// One recording.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn by_id(c: &mut Conn, id: RecordingId) -> Result<Option<Recording>> {
    one(c, "where id = $1", id.to_string()).await
}

/// The recording whose bytes lie in an object.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn by_object(c: &mut Conn, object: ObjectId) -> Result<Option<Recording>> {
    one(c, "where object = $1", object.to_string()).await
}

/// The newest recording of a conversation.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn newest(c: &mut Conn, conversation: ConversationId) -> Result<Option<Recording>> {
    let which = "where conversation = $1 and interview is null order by created_at desc, id desc limit 1";
    one(c, which, conversation.to_string()).await
}

/// The sounds of an interview, oldest first.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn of_interview(c: &mut Conn, interview: InterviewId) -> Result<Vec<Recording>> {
    let sql = sqlx::AssertSqlSafe(format!("{RECORDING} where interview = $1 order by created_at, id"));
    let rows: Vec<Row> = on!(c, db => sqlx::query_as(sql).bind(interview.to_string()).fetch_all(db).await?);
    rows.into_iter().map(Row::read).collect()
}

async fn one(c: &mut Conn, which: &str, id: String) -> Result<Option<Recording>> {
    let sql = sqlx::AssertSqlSafe(format!("{RECORDING} {which}"));
    let row: Option<Row> = on!(c, db => sqlx::query_as(sql).bind(id).fetch_optional(db).await?);
    row.map(Row::read).transpose()
}

/// Recordings whose last byte is in and that nobody made watchable yet: what a restarted worker looks for.
///
/// # Errors
/// When the database refuses.
pub async fn unready(c: &mut Conn) -> Result<Vec<String>> {
    let sql = "select id from recordings where state = $1 and failed_at is null order by created_at";
    let rows: Vec<(String,)> =
        on!(c, db => sqlx::query_as(sql).bind(RecordingState::Whole.key()).fetch_all(db).await?);
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
