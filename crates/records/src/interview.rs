//! Interviews of a coach with a client, and what was noted. Who may read what stands here, in the queries themselves.
//!
//! The two who talk read with a permit for that; anyone else gets [`approved`] notes, and of others there is no row.

use method::Permit;
use method::consent::Means;
use method::ids::{ConversationId, InterviewId, NoteId, RecordingId};
use method::interview::{InterviewMode, InterviewState, ReadBack, Topic};
use method::permit::Deed;
use method::time::Stamp;
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Result, on, run};

/// An interview as it is kept.
#[derive(Clone, Debug)]
pub struct Interview {
    /// Which.
    pub id: InterviewId,
    /// Of which conversation.
    pub conversation: ConversationId,
    /// Where the two of them sit.
    pub mode: InterviewMode,
    /// Where it stands.
    pub state: InterviewState,
    /// When the client said yes to sound, if that still holds.
    pub sound_yes: Option<Stamp>,
}

#[derive(FromRow)]
struct Row {
    id: String,
    conversation: String,
    mode: String,
    offered_at: Option<i64>,
    approved_at: Option<i64>,
    sound_yes_at: Option<i64>,
}

const INTERVIEW: &str =
    "select id, conversation, mode, offered_at, approved_at, sound_yes_at from interviews";

impl Row {
    fn read(self) -> Result<Interview> {
        Ok(Interview {
            id: word(InterviewId::parse, &self.id, "interviews.id")?,
            conversation: word(ConversationId::parse, &self.conversation, "interviews.conversation")?,
            mode: word(InterviewMode::parse, &self.mode, "interviews.mode")?,
            state: InterviewState::of(self.offered_at.map(Stamp), self.approved_at.map(Stamp)),
            sound_yes: self.sound_yes_at.map(Stamp),
        })
    }
}

/// Begins an interview.
///
/// # Errors
/// When that conversation has one (`is_duplicate`), or the database refuses.
pub async fn insert(
    c: &mut Conn,
    id: InterviewId,
    conversation: ConversationId,
    mode: InterviewMode,
    now: Stamp,
) -> Result<()> {
    let sql = "insert into interviews (id, conversation, mode, created_at) values ($1, $2, $3, $4)";
    run!(
        c,
        sqlx::query(sql).bind(id.to_string()).bind(conversation.to_string()).bind(mode.key()).bind(now.0)
    );
    Ok(())
}

/// One interview.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn by_id(c: &mut Conn, id: InterviewId) -> Result<Option<Interview>> {
    let sql = sqlx::AssertSqlSafe(format!("{INTERVIEW} where id = $1"));
    let row: Option<Row> = on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?);
    row.map(Row::read).transpose()
}

/// The interview of a conversation.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn of_conversation(c: &mut Conn, id: ConversationId) -> Result<Option<Interview>> {
    let sql = sqlx::AssertSqlSafe(format!("{INTERVIEW} where conversation = $1"));
    let row: Option<Row> = on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?);
    row.map(Row::read).transpose()
}

/// Writes down where an interview stands.
///
/// # Errors
/// When the database refuses.
pub async fn set_state(c: &mut Conn, id: InterviewId, state: InterviewState) -> Result<()> {
    // The time at which it was given to the client stays when they say yes.
    let sql = "update interviews set approved_at = $3,
               offered_at = case when $2 = 1 then coalesce(offered_at, $4) else null end where id = $1";
    let (given, approved, at) = match state {
        InterviewState::Open => (0_i64, None, 0),
        InterviewState::Offered(at) => (1, None, at.0),
        InterviewState::Approved(at) => (1, Some(at.0), at.0),
    };
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(given).bind(approved).bind(at));
    Ok(())
}

/// Writes down that the client said yes to sound, or took that back.
///
/// # Errors
/// When the database refuses.
pub async fn set_sound_yes(c: &mut Conn, id: InterviewId, yes: Option<(Stamp, Means)>) -> Result<()> {
    let sql = "update interviews set sound_yes_at = $2, sound_means = $3 where id = $1";
    let (at, means) = yes.map(|(at, means)| (at.0, means.key())).unzip();
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(at).bind(means));
    Ok(())
}

/// A note; its texts are sealed.
#[derive(Clone, Debug)]
pub struct Note {
    /// Which.
    pub id: NoteId,
    /// Under which part of the guide.
    pub topic: Topic,
    /// Where in the conversation's recording, in milliseconds.
    pub at: Option<i64>,
    /// In which sound of the interview, and where, in milliseconds.
    pub sound: Option<(RecordingId, i64)>,
    /// What the coach wrote in the client's words, sealed for `interview_notes.text/<id>`.
    pub text_sealed: Option<Vec<u8>>,
    /// What the client put in its place or beside it, sealed for `interview_notes.own/<id>`.
    pub own_sealed: Option<Vec<u8>>,
    /// What the client said of it.
    pub read_back: Option<ReadBack>,
    /// When it was begun.
    pub created: Stamp,
    /// The version a change must build on.
    pub changed: Stamp,
}

#[derive(FromRow)]
struct NoteRow {
    id: String,
    topic: String,
    at_ms: Option<i64>,
    sound: Option<String>,
    sound_ms: Option<i64>,
    text_sealed: Option<Vec<u8>>,
    own_sealed: Option<Vec<u8>>,
    read_back: Option<String>,
    created_at: i64,
    changed_at: i64,
}

// The coach's thought is not among them: it has a query of its own.
const NOTE: &str =
    "select n.id, n.topic, n.at_ms, n.sound, n.sound_ms, n.text_sealed, n.own_sealed, n.read_back,
    n.created_at, n.changed_at from interview_notes n";

impl NoteRow {
    fn read(self) -> Result<Note> {
        let sound = self.sound.zip(self.sound_ms).map(|(id, at)| {
            Ok::<_, crate::Error>((word(RecordingId::parse, &id, "interview_notes.sound")?, at))
        });
        let read_back = self.read_back.map(|text| word(ReadBack::parse, &text, "interview_notes.read_back"));
        Ok(Note {
            id: word(NoteId::parse, &self.id, "interview_notes.id")?,
            topic: word(Topic::parse, &self.topic, "interview_notes.topic")?,
            at: self.at_ms,
            sound: sound.transpose()?,
            text_sealed: self.text_sealed,
            own_sealed: self.own_sealed,
            read_back: read_back.transpose()?,
            created: Stamp(self.created_at),
            changed: Stamp(self.changed_at),
        })
    }
}

/// The notes of a conversation's interview for the two who talk, in the order in which they were begun. With any other
/// permit there is no row.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn notes(c: &mut Conn, permit: &Permit) -> Result<Vec<Note>> {
    if permit.deed() != Deed::Interview {
        return Ok(Vec::new());
    }
    let sql = sqlx::AssertSqlSafe(format!(
        "{NOTE} join interviews i on i.id = n.interview where i.conversation = $1 order by n.created_at, n.id"
    ));
    let scope = permit.scope().to_string();
    let rows: Vec<NoteRow> = on!(c, db => sqlx::query_as(sql).bind(scope).fetch_all(db).await?);
    rows.into_iter().map(NoteRow::read).collect()
}

/// The notes to which the client said yes, all of them together, in the order of the recording.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn approved(c: &mut Conn, permit: &Permit) -> Result<Vec<Note>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{NOTE} join interviews i on i.id = n.interview
         where i.conversation = $1 and i.approved_at is not null and n.read_back is not null
         order by coalesce(n.at_ms, 9000000000000), n.created_at, n.id"
    ));
    let scope = permit.scope().to_string();
    let rows: Vec<NoteRow> = on!(c, db => sqlx::query_as(sql).bind(scope).fetch_all(db).await?);
    rows.into_iter().map(NoteRow::read).collect()
}

/// What the coach thought of it themselves, sealed for `interview_notes.thought/<id>`.
///
/// # Errors
/// When the database refuses.
pub async fn thoughts(c: &mut Conn, id: InterviewId) -> Result<Vec<(String, Vec<u8>)>> {
    let sql =
        "select id, thought_sealed from interview_notes where interview = $1 and thought_sealed is not null";
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}

/// In which interview a note stands.
///
/// # Errors
/// When the database refuses.
pub async fn interview_of(c: &mut Conn, note: NoteId) -> Result<Option<InterviewId>> {
    let sql = "select interview from interview_notes where id = $1";
    let row: Option<(String,)> =
        on!(c, db => sqlx::query_as(sql).bind(note.to_string()).fetch_optional(db).await?);
    row.map(|(id,)| word(InterviewId::parse, &id, "interview_notes.interview")).transpose()
}

/// Writes a note down as the coach has it; what the client said of it before no longer holds. False when that id is a
/// note of another interview.
///
/// # Errors
/// When the database refuses.
pub async fn put_note(
    c: &mut Conn,
    interview: InterviewId,
    n: &Note,
    thought: Option<&[u8]>,
) -> Result<bool> {
    let sql = "insert into interview_notes (id, interview, topic, at_ms, sound, sound_ms, text_sealed, thought_sealed,
                   created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
               on conflict (id) do update set topic = excluded.topic, at_ms = excluded.at_ms,
                   sound = excluded.sound, sound_ms = excluded.sound_ms, text_sealed = excluded.text_sealed,
                   own_sealed = null, read_back = null, thought_sealed = excluded.thought_sealed,
                   changed_at = excluded.changed_at
               where interview_notes.interview = excluded.interview";
    let (sound, sound_ms) = n.sound.map(|(id, at)| (id.to_string(), at)).unzip();
    Ok(run!(
        c,
        sqlx::query(sql)
            .bind(n.id.to_string())
            .bind(interview.to_string())
            .bind(n.topic.key())
            .bind(n.at)
            .bind(sound)
            .bind(sound_ms)
            .bind(&n.text_sealed)
            .bind(thought)
            .bind(n.created.0)
            .bind(n.changed.0)
    ) == 1)
}

/// Writes what the client says of a note; with words of their own, and with or without what stood there.
///
/// # Errors
/// When the database refuses.
pub async fn set_read_back(
    c: &mut Conn,
    id: NoteId,
    said: ReadBack,
    own: Option<&[u8]>,
    replaces: bool,
) -> Result<()> {
    let sql = "update interview_notes set read_back = $2, own_sealed = $3,
               text_sealed = case when $4 = 1 then null else text_sealed end where id = $1";
    let replaces = i64::from(replaces);
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(said.key()).bind(own).bind(replaces));
    Ok(())
}

/// Destroys a note, with what the coach thought of it. False when there was none.
///
/// # Errors
/// When the database refuses.
pub async fn delete_note(c: &mut Conn, interview: InterviewId, id: NoteId) -> Result<bool> {
    let sql = "delete from interview_notes where interview = $1 and id = $2";
    Ok(run!(c, sqlx::query(sql).bind(interview.to_string()).bind(id.to_string())) == 1)
}

/// Destroys an interview with its notes. Its sound must be gone before.
///
/// # Errors
/// When the database refuses.
pub async fn delete(c: &mut Conn, id: InterviewId) -> Result<()> {
    let id = id.to_string();
    run!(c, sqlx::query("delete from interview_notes where interview = $1").bind(&id));
    run!(c, sqlx::query("delete from interviews where id = $1").bind(&id));
    Ok(())
}
