//! Sessions of looking together: where each stands, who was there, and what each takes along.

use method::dialogue::Subject;
use method::dialogue::agenda::{Part, Put};
use method::dialogue::session::{BEAT, Means, Playhead, Presence, Standing};
use method::ids::{ConversationId, DialogueId, ParticipantId, PresenceId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Result, on, run};

/// A session as it is kept.
#[derive(Clone, Debug)]
pub struct Dialogue {
    /// Which.
    pub id: DialogueId,
    /// How it stands.
    pub standing: Standing,
    /// How often it changed.
    pub version: i64,
    /// When it began.
    pub started: Stamp,
}

#[derive(FromRow)]
struct Row {
    id: String,
    leader: String,
    part: String,
    open_subject: Option<String>,
    playing: bool,
    at_ms: i64,
    rate: i64,
    set_at: i64,
    version: i64,
    started_at: i64,
    ended_at: Option<i64>,
}

impl Row {
    fn read(self) -> Result<Dialogue> {
        let open = self.open_subject.as_deref();
        Ok(Dialogue {
            id: word(DialogueId::parse, &self.id, "dialogues.id")?,
            standing: Standing {
                leader: word(ParticipantId::parse, &self.leader, "dialogues.leader")?,
                part: word(Part::parse, &self.part, "dialogues.part")?,
                open: open.map(|text| word(Subject::parse, text, "dialogues.open_subject")).transpose()?,
                playhead: Playhead {
                    playing: self.playing,
                    at: self.at_ms,
                    rate: self.rate,
                    set: Stamp(self.set_at),
                },
                ended: self.ended_at.map(Stamp),
            },
            version: self.version,
            started: Stamp(self.started_at),
        })
    }
}

const DIALOGUE: &str =
    "select id, leader, part, open_subject, playing, at_ms, rate, set_at, version, started_at, ended_at
    from dialogues";

/// The newest session of a conversation, open or ended.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn newest(c: &mut Conn, conversation: ConversationId) -> Result<Option<Dialogue>> {
    let sql = sqlx::AssertSqlSafe(format!("{DIALOGUE} where conversation = $1 order by id desc limit 1"));
    let row: Option<Row> =
        on!(c, db => sqlx::query_as(sql).bind(conversation.to_string()).fetch_optional(db).await?);
    row.map(Row::read).transpose()
}

/// All sessions of a conversation, oldest first.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn all(c: &mut Conn, conversation: ConversationId) -> Result<Vec<Dialogue>> {
    let sql = sqlx::AssertSqlSafe(format!("{DIALOGUE} where conversation = $1 order by id"));
    let rows: Vec<Row> =
        on!(c, db => sqlx::query_as(sql).bind(conversation.to_string()).fetch_all(db).await?);
    rows.into_iter().map(Row::read).collect()
}

/// Begins a session, unless one is open: of two who begin at once one does. False when one was open.
///
/// # Errors
/// When the database refuses.
pub async fn begin(
    c: &mut Conn,
    conversation: ConversationId,
    id: DialogueId,
    standing: &Standing,
    now: Stamp,
) -> Result<bool> {
    // The row of the conversation is the lock: whoever comes second waits, and then finds the session of the first.
    let lock = "update conversations set kind = kind where id = $1";
    run!(c, sqlx::query(lock).bind(conversation.to_string()));
    let sql =
        "insert into dialogues (id, conversation, leader, part, open_subject, playing, at_ms, rate, set_at,
        version, started_at, ended_at)
        select $1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, null
        where not exists (select 1 from dialogues where conversation = $2 and ended_at is null)";
    let made = run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(conversation.to_string())
            .bind(standing.leader.to_string())
            .bind(standing.part.key())
            .bind(standing.open.map(|subject| subject.to_string()))
            .bind(standing.playhead.playing)
            .bind(standing.playhead.at)
            .bind(standing.playhead.rate)
            .bind(standing.playhead.set.0)
            .bind(now.0)
    );
    Ok(made == 1)
}

/// Writes how a session stands after version `seen`. False when it changed meanwhile: then nothing is written.
///
/// # Errors
/// When the database refuses.
pub async fn stand(c: &mut Conn, id: DialogueId, standing: &Standing, seen: i64) -> Result<bool> {
    let sql = "update dialogues set leader = $3, part = $4, open_subject = $5, playing = $6, at_ms = $7, rate = $8,
        set_at = $9, ended_at = $10, version = version + 1 where id = $1 and version = $2 and ended_at is null";
    let changed = run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(seen)
            .bind(standing.leader.to_string())
            .bind(standing.part.key())
            .bind(standing.open.map(|subject| subject.to_string()))
            .bind(standing.playhead.playing)
            .bind(standing.playhead.at)
            .bind(standing.playhead.rate)
            .bind(standing.playhead.set.0)
            .bind(standing.ended.map(|at| at.0))
    );
    Ok(changed == 1)
}

/// The order in which people put the agenda.
///
/// # Errors
/// When the database refuses or holds a subject that is none.
pub async fn put_items(c: &mut Conn, id: DialogueId) -> Result<Vec<Put>> {
    let sql = "select subject, skipped from dialogue_items where dialogue = $1 order by place";
    let rows: Vec<(String, bool)> =
        on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?);
    let read = |(subject, skipped): (String, bool)| {
        Ok(Put { subject: word(Subject::parse, &subject, "dialogue_items.subject")?, skipped })
    };
    rows.into_iter().map(read).collect()
}

/// Writes the whole agenda down in this order.
///
/// # Errors
/// When the database refuses.
pub async fn set_items(c: &mut Conn, id: DialogueId, items: &[Put]) -> Result<()> {
    run!(c, sqlx::query("delete from dialogue_items where dialogue = $1").bind(id.to_string()));
    let sql = "insert into dialogue_items (dialogue, subject, place, skipped) values ($1, $2, $3, $4)";
    for (place, item) in (0_i64..).zip(items) {
        run!(
            c,
            sqlx::query(sql)
                .bind(id.to_string())
                .bind(item.subject.to_string())
                .bind(place)
                .bind(item.skipped)
        );
    }
    Ok(())
}

#[derive(FromRow)]
struct PresenceRow {
    participant: String,
    means: String,
    joined_at: i64,
    seen_at: i64,
    left_at: Option<i64>,
}

/// Who was there and when, in the order in which they came.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn presences(c: &mut Conn, id: DialogueId) -> Result<Vec<Presence>> {
    let sql = "select participant, means, joined_at, seen_at, left_at from dialogue_presences
        where dialogue = $1 order by joined_at, id";
    let rows: Vec<PresenceRow> = on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?);
    let read = |row: PresenceRow| {
        Ok(Presence {
            who: word(ParticipantId::parse, &row.participant, "dialogue_presences.participant")?,
            means: word(Means::parse, &row.means, "dialogue_presences.means")?,
            joined: Stamp(row.joined_at),
            seen: Stamp(row.seen_at),
            left: row.left_at.map(Stamp),
        })
    };
    rows.into_iter().map(read).collect()
}

/// Writes down that someone came. `row` names this stretch of being there.
///
/// # Errors
/// When the database refuses.
pub async fn come(
    c: &mut Conn,
    id: DialogueId,
    row: PresenceId,
    who: ParticipantId,
    means: Means,
    now: Stamp,
) -> Result<()> {
    let sql = "insert into dialogue_presences (id, dialogue, participant, means, joined_at, seen_at)
        values ($1, $2, $3, $4, $5, $5)";
    run!(
        c,
        sqlx::query(sql)
            .bind(row.to_string())
            .bind(id.to_string())
            .bind(who.to_string())
            .bind(means.key())
            .bind(now.0)
    );
    Ok(())
}

/// Writes down that these stretches of being there go on.
///
/// # Errors
/// When the database refuses.
pub async fn still_there(c: &mut Conn, rows: &[PresenceId], now: Stamp) -> Result<()> {
    let sql = "update dialogue_presences set seen_at = $2 where id = $1 and left_at is null";
    for row in rows {
        run!(c, sqlx::query(sql).bind(row.to_string()).bind(now.0));
    }
    Ok(())
}

/// Writes down that a stretch of being there ended.
///
/// # Errors
/// When the database refuses.
pub async fn leave(c: &mut Conn, row: PresenceId, now: Stamp) -> Result<()> {
    let sql = "update dialogue_presences set seen_at = $2, left_at = $2 where id = $1 and left_at is null";
    run!(c, sqlx::query(sql).bind(row.to_string()).bind(now.0));
    Ok(())
}

/// Writes down that someone who sat at the table left it.
///
/// # Errors
/// When the database refuses.
pub async fn rise(c: &mut Conn, id: DialogueId, who: ParticipantId, now: Stamp) -> Result<()> {
    let sql = "update dialogue_presences set seen_at = $4, left_at = $4
        where dialogue = $1 and participant = $2 and means = $3 and left_at is null";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(who.to_string()).bind(Means::Table.key()).bind(now.0));
    Ok(())
}

/// Writes down that everyone left, when a session ends. A screen that fell silent left when it was last heard.
///
/// # Errors
/// When the database refuses.
pub async fn all_leave(c: &mut Conn, id: DialogueId, now: Stamp) -> Result<()> {
    let sql = "update dialogue_presences set left_at = case when means = $3 or seen_at >= $4 then $2 else seen_at end
        where dialogue = $1 and left_at is null";
    run!(
        c,
        sqlx::query(sql).bind(id.to_string()).bind(now.0).bind(Means::Table.key()).bind(now.0 - 2 * BEAT)
    );
    Ok(())
}

/// What everyone takes along, sealed, with when.
///
/// # Errors
/// When the database refuses or holds an id that is none.
pub async fn takeaways(
    c: &mut Conn,
    conversation: ConversationId,
) -> Result<Vec<(ParticipantId, Vec<u8>, Stamp)>> {
    let sql = "select participant, text_sealed, changed_at from takeaways where conversation = $1 order by participant";
    let rows: Vec<(String, Vec<u8>, i64)> =
        on!(c, db => sqlx::query_as(sql).bind(conversation.to_string()).fetch_all(db).await?);
    let read = |(who, sealed, at): (String, Vec<u8>, i64)| {
        Ok((word(ParticipantId::parse, &who, "takeaways.participant")?, sealed, Stamp(at)))
    };
    rows.into_iter().map(read).collect()
}

/// Writes down what someone takes along, over what they wrote before.
///
/// # Errors
/// When the database refuses.
pub async fn take_along(
    c: &mut Conn,
    conversation: ConversationId,
    who: ParticipantId,
    sealed: &[u8],
    now: Stamp,
) -> Result<()> {
    let sql =
        "insert into takeaways (conversation, participant, text_sealed, changed_at) values ($1, $2, $3, $4)
        on conflict (conversation, participant) do update set text_sealed = excluded.text_sealed,
        changed_at = excluded.changed_at";
    run!(c, sqlx::query(sql).bind(conversation.to_string()).bind(who.to_string()).bind(sealed).bind(now.0));
    Ok(())
}
