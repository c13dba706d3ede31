//! Talking it through: shared readings and alternatives. The looks themselves are read in `looking`.

pub mod collection;
pub mod offers;
pub mod peers;
pub mod planning;
pub mod session;

use method::dialogue::Subject;
use method::dialogue::alternative::IdeaOf;
use method::ids::{AlternativeId, ConversationId, ParticipantId, ReadingId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// A shared reading as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Reading {
    /// Its id, as text.
    pub id: String,
    /// What it is about: a question's word or a moment's id.
    pub subject: String,
    /// What was written, sealed.
    pub text_sealed: Vec<u8>,
    /// Whether they still see it differently.
    pub differs: bool,
    /// Which version this is, from 1.
    pub version: i64,
    /// Who wrote this version, as a participant's id.
    pub changed_by: String,
    /// When.
    pub changed_at: i64,
}

const READING: &str =
    "select id, subject, text_sealed, differs, version, changed_by, changed_at from readings";

/// All shared readings of a conversation.
///
/// # Errors
/// When the database refuses.
pub async fn readings(c: &mut Conn, conversation: ConversationId) -> Result<Vec<Reading>> {
    let sql = sqlx::AssertSqlSafe(format!("{READING} where conversation = $1 order by id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(conversation.to_string()).fetch_all(db).await?))
}

/// The shared reading of one subject.
///
/// # Errors
/// When the database refuses.
pub async fn reading(
    c: &mut Conn,
    conversation: ConversationId,
    subject: Subject,
) -> Result<Option<Reading>> {
    let sql = sqlx::AssertSqlSafe(format!("{READING} where conversation = $1 and subject = $2"));
    Ok(on!(c, db => sqlx::query_as(sql)
        .bind(conversation.to_string()).bind(subject.to_string()).fetch_optional(db).await?))
}

/// A version of a shared reading, to be written.
#[derive(Debug)]
pub struct Writing<'a> {
    /// Which reading.
    pub id: ReadingId,
    /// Of which conversation.
    pub conversation: ConversationId,
    /// What it is about.
    pub subject: Subject,
    /// What was written, sealed.
    pub text_sealed: &'a [u8],
    /// Whether they still see it differently.
    pub differs: bool,
    /// Who wrote it.
    pub by: ParticipantId,
    /// When.
    pub at: Stamp,
}

/// Writes the first version of a shared reading.
///
/// # Errors
/// When there already is one on this subject (`is_duplicate`), or the database refuses.
pub async fn insert_reading(c: &mut Conn, w: &Writing<'_>) -> Result<()> {
    let sql = "insert into readings (id, conversation, subject, text_sealed, differs, version, changed_by, changed_at)
        values ($1, $2, $3, $4, $5, 1, $6, $7)";
    run!(
        c,
        sqlx::query(sql)
            .bind(w.id.to_string())
            .bind(w.conversation.to_string())
            .bind(w.subject.to_string())
            .bind(w.text_sealed)
            .bind(w.differs)
            .bind(w.by.to_string())
            .bind(w.at.0)
    );
    Ok(())
}

/// Writes the version after `seen`, and keeps the one before it. False when someone else did so first: then
/// nothing is changed.
///
/// # Errors
/// When the database refuses.
pub async fn update_reading(c: &mut Conn, w: &Writing<'_>, seen: i64) -> Result<bool> {
    let keep = "insert into reading_versions (reading, version, text_sealed, differs, changed_by, changed_at)
        select id, version, text_sealed, differs, changed_by, changed_at from readings
        where id = $1 and version = $2 on conflict (reading, version) do nothing";
    run!(c, sqlx::query(keep).bind(w.id.to_string()).bind(seen));
    let sql = "update readings set text_sealed = $3, differs = $4, version = version + 1, changed_by = $5, changed_at = $6
        where id = $1 and version = $2";
    let changed = run!(
        c,
        sqlx::query(sql)
            .bind(w.id.to_string())
            .bind(seen)
            .bind(w.text_sealed)
            .bind(w.differs)
            .bind(w.by.to_string())
            .bind(w.at.0)
    );
    Ok(changed == 1)
}

/// The versions of a conversation's shared readings before the newest, oldest first. `id` is the reading's.
///
/// # Errors
/// When the database refuses.
pub async fn earlier_readings(c: &mut Conn, conversation: ConversationId) -> Result<Vec<Reading>> {
    let sql = "select r.id, r.subject, v.text_sealed, v.differs, v.version, v.changed_by, v.changed_at
        from reading_versions v join readings r on r.id = v.reading
        where r.conversation = $1 order by v.reading, v.version";
    Ok(on!(c, db => sqlx::query_as(sql).bind(conversation.to_string()).fetch_all(db).await?))
}

/// An alternative as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Alternative {
    /// Its id, as text.
    pub id: String,
    /// Of which conversation.
    pub conversation: String,
    /// What it is about: a question's word or a moment's id.
    pub subject: String,
    /// Who wrote it down, as a participant's id.
    pub author: String,
    /// Whose idea it was, as an [`IdeaOf`] word.
    pub idea_of: String,
    /// What one wants to reach, sealed.
    pub intention_sealed: Vec<u8>,
    /// What to say or do, sealed.
    pub words_sealed: Vec<u8>,
    /// What it asks of the professional, sealed.
    pub asks_sealed: Option<Vec<u8>>,
    /// What might happen, sealed.
    pub might_sealed: Option<Vec<u8>>,
    /// When.
    pub created_at: i64,
    /// When it was changed, if it was.
    pub changed_at: Option<i64>,
    /// How many tryouts hang on it.
    pub tryouts: i64,
}

const ALTERNATIVE: &str =
    "select id, conversation, subject, author, idea_of, intention_sealed, words_sealed, asks_sealed, might_sealed,
    created_at, changed_at, (select count(*) from tryouts t where t.alternative = alternatives.id) as tryouts
    from alternatives";

/// All alternatives of a conversation, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn alternatives(c: &mut Conn, conversation: ConversationId) -> Result<Vec<Alternative>> {
    let sql = sqlx::AssertSqlSafe(format!("{ALTERNATIVE} where conversation = $1 order by created_at, id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(conversation.to_string()).fetch_all(db).await?))
}

/// One alternative.
///
/// # Errors
/// When the database refuses.
pub async fn alternative(c: &mut Conn, id: AlternativeId) -> Result<Option<Alternative>> {
    let sql = sqlx::AssertSqlSafe(format!("{ALTERNATIVE} where id = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// A new alternative, before it is written down.
#[derive(Debug)]
pub struct NewAlternative<'a> {
    /// Its id.
    pub id: AlternativeId,
    /// Of which conversation.
    pub conversation: ConversationId,
    /// What it is about.
    pub subject: Subject,
    /// Who writes it down.
    pub author: ParticipantId,
    /// Whose idea it was.
    pub idea_of: IdeaOf,
    /// What one wants to reach, sealed.
    pub intention_sealed: &'a [u8],
    /// What to say or do, sealed.
    pub words_sealed: &'a [u8],
    /// What it asks of the professional, sealed.
    pub asks_sealed: Option<&'a [u8]>,
    /// What might happen, sealed.
    pub might_sealed: Option<&'a [u8]>,
}

/// Writes an alternative down.
///
/// # Errors
/// When the database refuses.
pub async fn insert_alternative(c: &mut Conn, a: &NewAlternative<'_>, now: Stamp) -> Result<()> {
    let sql = "insert into alternatives
        (id, conversation, subject, author, idea_of, intention_sealed, words_sealed, asks_sealed, created_at, might_sealed)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    run!(
        c,
        sqlx::query(sql)
            .bind(a.id.to_string())
            .bind(a.conversation.to_string())
            .bind(a.subject.to_string())
            .bind(a.author.to_string())
            .bind(a.idea_of.key())
            .bind(a.intention_sealed)
            .bind(a.words_sealed)
            .bind(a.asks_sealed)
            .bind(now.0)
            .bind(a.might_sealed)
    );
    Ok(())
}

/// The sealed texts of an alternative that is changed: intention, words, what it asks, what might happen.
pub type Retold<'a> = (&'a [u8], &'a [u8], Option<&'a [u8]>, Option<&'a [u8]>);

/// Changes an alternative on which no tryout hangs. False when one does by now.
///
/// # Errors
/// When the database refuses.
pub async fn change_alternative(
    c: &mut Conn,
    id: AlternativeId,
    (intention, words, asks, might): Retold<'_>,
    idea_of: IdeaOf,
    now: Stamp,
) -> Result<bool> {
    let sql = "update alternatives set intention_sealed = $2, words_sealed = $3, asks_sealed = $4, might_sealed = $5,
        idea_of = $6, changed_at = $7
        where id = $1 and not exists (select 1 from tryouts where alternative = $1)";
    let changed = run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(intention)
            .bind(words)
            .bind(asks)
            .bind(might)
            .bind(idea_of.key())
            .bind(now.0)
    );
    Ok(changed == 1)
}

/// Takes an alternative back on which no tryout hangs. False when one does by now.
///
/// # Errors
/// When the database refuses.
pub async fn delete_alternative(c: &mut Conn, id: AlternativeId) -> Result<bool> {
    let sql = "delete from alternatives
        where id = $1 and not exists (select 1 from tryouts where alternative = $1)";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string())) == 1)
}
