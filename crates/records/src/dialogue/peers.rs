//! Colleagues who look along: their invitations, and what they wrote about what they saw.

use method::ids::{ColleagueId, ConversationId, MemberId, PeerNoteId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// An invitation as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Colleague {
    /// Its id, as text.
    pub id: String,
    /// In which conversation.
    pub conversation: String,
    /// Who was asked along.
    pub member: String,
    /// When.
    pub invited_at: i64,
    /// When the professional took it back.
    pub ended_at: Option<i64>,
}

const COLLEAGUE: &str = "select id, conversation, member, invited_at, ended_at from colleagues";

/// Everyone who was asked along in a conversation, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_conversation(c: &mut Conn, id: ConversationId) -> Result<Vec<Colleague>> {
    let sql = sqlx::AssertSqlSafe(format!("{COLLEAGUE} where conversation = $1 order by invited_at, id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}

/// The invitations of a member that still stand, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_member(c: &mut Conn, member: MemberId) -> Result<Vec<Colleague>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{COLLEAGUE} where member = $1 and ended_at is null order by invited_at desc, id desc"
    ));
    Ok(on!(c, db => sqlx::query_as(sql).bind(member.to_string()).fetch_all(db).await?))
}

/// Asks a member along, or asks them again.
///
/// # Errors
/// When the database refuses.
pub async fn invite(c: &mut Conn, id: ConversationId, member: MemberId, now: Stamp) -> Result<()> {
    let sql = "insert into colleagues (id, conversation, member, invited_at) values ($1, $2, $3, $4)
        on conflict (conversation, member) do update set invited_at = excluded.invited_at, ended_at = null
        where colleagues.ended_at is not null";
    let new = ColleagueId::new().to_string();
    run!(c, sqlx::query(sql).bind(new).bind(id.to_string()).bind(member.to_string()).bind(now.0));
    Ok(())
}

/// Takes an invitation back. False when there was none that stood.
///
/// # Errors
/// When the database refuses.
pub async fn end(c: &mut Conn, conversation: ConversationId, id: ColleagueId, now: Stamp) -> Result<bool> {
    let sql = "update colleagues set ended_at = $3 where id = $1 and conversation = $2 and ended_at is null";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(conversation.to_string()).bind(now.0)) == 1)
}

/// What a colleague wrote.
#[derive(Clone, Debug, FromRow)]
pub struct Note {
    /// Its id, as text.
    pub id: String,
    /// Who wrote it, as a member's id.
    pub member: String,
    /// The text, sealed with the conversation's key.
    pub text_sealed: Vec<u8>,
    /// When.
    pub created_at: i64,
}

/// Everything that colleagues wrote in a conversation, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn notes(c: &mut Conn, id: ConversationId) -> Result<Vec<Note>> {
    let sql = "select n.id, k.member, n.text_sealed, n.created_at from peer_notes n
        join colleagues k on k.id = n.colleague where n.conversation = $1 order by n.created_at, n.id";
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}

/// Writes down what a colleague saw. False when they are not invited any more.
///
/// # Errors
/// When the database refuses.
pub async fn insert_note(
    c: &mut Conn,
    id: PeerNoteId,
    conversation: ConversationId,
    member: MemberId,
    sealed: &[u8],
    now: Stamp,
) -> Result<bool> {
    let sql = "insert into peer_notes (id, conversation, colleague, text_sealed, created_at)
        select $1, $2, k.id, $4, $5 from colleagues k
        where k.conversation = $2 and k.member = $3 and k.ended_at is null";
    let written = run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(conversation.to_string())
            .bind(member.to_string())
            .bind(sealed)
            .bind(now.0)
    );
    Ok(written == 1)
}

/// Takes back a note of one's own. False when there is none.
///
/// # Errors
/// When the database refuses.
pub async fn delete_note(
    c: &mut Conn,
    conversation: ConversationId,
    id: PeerNoteId,
    member: MemberId,
) -> Result<bool> {
    let sql = "delete from peer_notes where id = $1 and conversation = $2
        and colleague in (select k.id from colleagues k where k.conversation = $2 and k.member = $3)";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(conversation.to_string()).bind(member.to_string()))
        == 1)
}

/// Forgets everything of colleagues in a conversation: the purpose was taken back. What the professional took over of
/// an offer became their own; only that it was a colleague's is forgotten.
///
/// # Errors
/// When the database refuses.
pub async fn forget(c: &mut Conn, id: ConversationId) -> Result<()> {
    const STEPS: [&str; 4] = [
        "delete from peer_notes where conversation = $1",
        "delete from offers where conversation = $1 and colleague",
        "delete from colleagues where conversation = $1",
        "update alternatives set idea_of = 'professional' where conversation = $1 and idea_of = 'colleague'",
    ];
    for sql in STEPS {
        run!(c, sqlx::query(sql).bind(id.to_string()));
    }
    Ok(())
}
