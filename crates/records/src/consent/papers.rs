//! Photos of consent on paper, and the texts that people had before them.

use method::ids::{ConversationId, MemberId, ObjectId, ParticipantId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Result, on, run};

/// A photo or scan of a paper, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The sealed object.
    pub object: ObjectId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// Whose paper it is.
    pub participant: ParticipantId,
    /// Whether it is of the second yes.
    pub after: bool,
    /// Its type.
    pub content_type: String,
    /// How many bytes.
    pub length: i64,
    /// When it was filed.
    pub filed: Stamp,
}

#[derive(FromRow)]
struct Row {
    object: String,
    conversation: String,
    participant: String,
    after: bool,
    content_type: String,
    length: i64,
    filed_at: i64,
}

const PAPER: &str =
    "select object, conversation, participant, after, content_type, length, filed_at from consent_papers";

fn read(row: Row) -> Result<Paper> {
    Ok(Paper {
        object: word(ObjectId::parse, &row.object, "consent_papers.object")?,
        conversation: word(ConversationId::parse, &row.conversation, "consent_papers.conversation")?,
        participant: word(ParticipantId::parse, &row.participant, "consent_papers.participant")?,
        after: row.after,
        content_type: row.content_type,
        length: row.length,
        filed: Stamp(row.filed_at),
    })
}

/// Writes a paper down.
///
/// # Errors
/// When the database refuses.
pub async fn file(c: &mut Conn, p: &Paper, by: MemberId) -> Result<()> {
    let sql = "insert into consent_papers
        (object, conversation, participant, after, content_type, length, filed_by, filed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    run!(
        c,
        sqlx::query(sql)
            .bind(p.object.to_string())
            .bind(p.conversation.to_string())
            .bind(p.participant.to_string())
            .bind(p.after)
            .bind(&p.content_type)
            .bind(p.length)
            .bind(by.to_string())
            .bind(p.filed.0)
    );
    Ok(())
}

/// The papers of a conversation, oldest first.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn of_conversation(c: &mut Conn, id: ConversationId) -> Result<Vec<Paper>> {
    let sql = sqlx::AssertSqlSafe(format!("{PAPER} where conversation = $1 order by filed_at, object"));
    let rows: Vec<Row> = on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?);
    rows.into_iter().map(read).collect()
}

/// One paper, by its object.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn by_object(c: &mut Conn, object: ObjectId) -> Result<Option<Paper>> {
    let sql = sqlx::AssertSqlSafe(format!("{PAPER} where object = $1"));
    let row: Option<Row> =
        on!(c, db => sqlx::query_as(sql).bind(object.to_string()).fetch_optional(db).await?);
    row.map(read).transpose()
}

/// Forgets someone's papers before anything was recorded, and gives the objects to remove.
///
/// # Errors
/// When the database refuses.
pub async fn forget_of(c: &mut Conn, participant: ParticipantId) -> Result<Vec<ObjectId>> {
    let sql = "delete from consent_papers where participant = $1 returning object";
    let rows: Vec<(String,)> =
        on!(c, db => sqlx::query_as(sql).bind(participant.to_string()).fetch_all(db).await?);
    Ok(rows.iter().filter_map(|(object,)| ObjectId::parse(object)).collect())
}

/// Keeps a text under its fingerprint; one that is there already stays as it is.
///
/// # Errors
/// When the database refuses.
pub async fn keep_text(c: &mut Conn, version: &str, content: &str, now: Stamp) -> Result<()> {
    let sql = "insert into consent_texts (version, content, kept_at) values ($1, $2, $3)
               on conflict (version) do nothing";
    run!(c, sqlx::query(sql).bind(version).bind(content).bind(now.0));
    Ok(())
}

/// The text with this fingerprint.
///
/// # Errors
/// When the database refuses.
pub async fn text(c: &mut Conn, version: &str) -> Result<Option<String>> {
    let sql = "select content from consent_texts where version = $1";
    Ok(on!(c, db => sqlx::query_scalar(sql).bind(version).fetch_optional(db).await?))
}

/// Whether someone in this conversation had the text with this fingerprint before them.
///
/// # Errors
/// When the database refuses.
pub async fn had_text(c: &mut Conn, id: ConversationId, version: &str) -> Result<bool> {
    let sql =
        "select 1 from consents where conversation = $1 and (text_version = $2 or confirmed_version = $2)
               union select 1 from extension_yeses y join extensions e on e.id = y.extension
               where e.conversation = $1 and y.text_version = $2";
    let there: Option<(i32,)> =
        on!(c, db => sqlx::query_as(sql).bind(id.to_string()).bind(version).fetch_optional(db).await?);
    Ok(there.is_some())
}

/// Every text that someone had before them, by its fingerprint, each once.
///
/// # Errors
/// When the database refuses.
pub async fn texts_of(c: &mut Conn, participant: ParticipantId) -> Result<Vec<String>> {
    let sql = "select text_version from consents where participant = $1
               union select confirmed_version from consents where participant = $1 and confirmed_version is not null
               union select text_version from extension_yeses where participant = $1 order by 1";
    let rows: Vec<(String,)> =
        on!(c, db => sqlx::query_as(sql).bind(participant.to_string()).fetch_all(db).await?);
    Ok(rows.into_iter().map(|(version,)| version).filter(|version| !version.is_empty()).collect())
}

/// Remembers which text stands on the sheet that was printed for someone.
///
/// # Errors
/// When the database refuses.
pub async fn set_printed(c: &mut Conn, participant: ParticipantId, version: &str) -> Result<()> {
    let sql = "update participants set printed_version = $2 where id = $1";
    run!(c, sqlx::query(sql).bind(participant.to_string()).bind(version));
    Ok(())
}

/// Which text stands on the sheet that was printed for someone last.
///
/// # Errors
/// When the database refuses.
pub async fn printed(c: &mut Conn, participant: ParticipantId) -> Result<Option<String>> {
    let sql = "select printed_version from participants where id = $1 and printed_version is not null";
    Ok(on!(c, db => sqlx::query_scalar(sql).bind(participant.to_string()).fetch_optional(db).await?))
}
