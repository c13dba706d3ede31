//! Parts that were cut from a recording, and what that does to every place in it.

use method::ids::{ConversationId, CutId, MomentId, ObjectId, OrganisationId, ParticipantId, RecordingId};
use method::looking::Span;
use method::recording::RecordingState;
use method::recording::cutting::Part;
use method::time::Stamp;
use sqlx::FromRow;

use super::steps::Ready;
use crate::db::word;
use crate::{Conn, Result, on, run};

/// The kind under which bytes stand that are to be destroyed because a recording without the part took their place.
pub const OLD: &str = "old";
/// What the kinds begin with of things that are made for a recording without the part, until that takes its place.
pub const NEW: &str = "cut-";

/// One part that was asked to be cut.
#[derive(Clone, Debug)]
pub struct Cut {
    /// Which.
    pub id: CutId,
    /// From which conversation.
    pub conversation: ConversationId,
    /// From which recording.
    pub recording: RecordingId,
    /// By whom.
    pub participant: ParticipantId,
    /// Which part, on the recording as it was then.
    pub part: Part,
    /// When it was asked.
    pub asked: Stamp,
    /// When nothing of it was left.
    pub done: Option<Stamp>,
}

#[derive(FromRow)]
struct Row {
    id: String,
    conversation: String,
    recording: String,
    participant: String,
    from_ms: i64,
    to_ms: i64,
    asked_at: i64,
    done_at: Option<i64>,
}

const CUT: &str =
    "select c.id, c.conversation, c.recording, c.participant, c.from_ms, c.to_ms, c.asked_at, c.done_at
    from cuts c";

impl Row {
    fn read(self) -> Result<Cut> {
        Ok(Cut {
            id: word(CutId::parse, &self.id, "cuts.id")?,
            conversation: word(ConversationId::parse, &self.conversation, "cuts.conversation")?,
            recording: word(RecordingId::parse, &self.recording, "cuts.recording")?,
            participant: word(ParticipantId::parse, &self.participant, "cuts.participant")?,
            part: Part::kept(self.from_ms, self.to_ms),
            asked: Stamp(self.asked_at),
            done: self.done_at.map(Stamp),
        })
    }
}

async fn all(c: &mut Conn, which: &str, id: String) -> Result<Vec<Cut>> {
    let sql = sqlx::AssertSqlSafe(format!("{CUT} {which} order by c.asked_at, c.id"));
    let rows: Vec<Row> = on!(c, db => sqlx::query_as(sql).bind(id).fetch_all(db).await?);
    rows.into_iter().map(Row::read).collect()
}

/// Every part that was cut in a conversation, in the order in which they were asked.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn of_conversation(c: &mut Conn, id: ConversationId) -> Result<Vec<Cut>> {
    all(c, "where c.conversation = $1", id.to_string()).await
}

/// Every part that was cut in an organisation's conversations that are still there.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn of_organisation(c: &mut Conn, id: OrganisationId) -> Result<Vec<Cut>> {
    let which = "join conversations v on v.id = c.conversation where v.organisation = $1";
    all(c, which, id.to_string()).await
}

/// The part that is being cut from a recording now.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn under_way(c: &mut Conn, id: RecordingId) -> Result<Option<Cut>> {
    Ok(all(c, "where c.recording = $1 and c.done_at is null", id.to_string()).await?.pop())
}

/// Writes down that a part is to be cut, and shuts the recording. False when it was shut or moved already.
///
/// # Errors
/// When the database refuses.
pub async fn begin(c: &mut Conn, cut: &Cut, timeline: i64) -> Result<bool> {
    let shut = "update recordings set state = $3, timeline = timeline + 1, progress = 0
                where id = $1 and timeline = $2 and state = $4";
    let shut = run!(
        c,
        sqlx::query(shut)
            .bind(cut.recording.to_string())
            .bind(timeline)
            .bind(RecordingState::Cutting.key())
            .bind(RecordingState::Ready.key())
    );
    if shut != 1 {
        return Ok(false);
    }
    let sql =
        "insert into cuts (id, conversation, recording, participant, from_ms, to_ms, asked_at, tried_at)
               values ($1, $2, $3, $4, $5, $6, $7, $7)";
    run!(
        c,
        sqlx::query(sql)
            .bind(cut.id.to_string())
            .bind(cut.conversation.to_string())
            .bind(cut.recording.to_string())
            .bind(cut.participant.to_string())
            .bind(cut.part.from())
            .bind(cut.part.to())
            .bind(cut.asked.0)
    );
    Ok(true)
}

/// The recording without the part takes the place of the one before it, which is marked to be destroyed with all that
/// was made from it. False when that was done before, or the recording is gone.
///
/// # Errors
/// When the database refuses.
pub async fn replace(
    c: &mut Conn,
    id: RecordingId,
    object: ObjectId,
    ready: &Ready<'_>,
    length: u64,
    now: Stamp,
) -> Result<bool> {
    let before = super::by_id(c, id).await?.filter(|row| row.state == RecordingState::Cutting);
    let Some(before) = before else { return Ok(false) };
    let (recording, new) = (id.to_string(), format!("{NEW}%"));
    let signed = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    run!(
        c,
        sqlx::query("update assets set kind = $2 where recording = $1 and kind not like $3")
            .bind(&recording)
            .bind(OLD)
            .bind(&new)
    );
    run!(c, sqlx::query("delete from assets where object = $1").bind(object.to_string()));
    run!(
        c,
        sqlx::query("update assets set kind = 'head' where recording = $1 and kind like $2")
            .bind(&recording)
            .bind(&new)
    );
    let old =
        "insert into assets (object, recording, conversation, kind, content_type, length, at_ms, made_at)
               values ($1, $2, $3, $4, '', 0, 0, $5)";
    run!(
        c,
        sqlx::query(old)
            .bind(before.object.to_string())
            .bind(&recording)
            .bind(before.conversation.to_string())
            .bind(OLD)
            .bind(now.0)
    );
    let playing = ready.playing;
    let sql = "update recordings set state = $2, object = $3, length = $4, duration_ms = $5, width = $6, height = $7,
               play_type = $8, play_head = $9, play_body = null, play_from = $10, play_to = $11, progress = 100,
               failed_at = null, content_type = $8 where id = $1 and state = $12";
    let changed = run!(
        c,
        sqlx::query(sql)
            .bind(&recording)
            .bind(RecordingState::Ready.key())
            .bind(object.to_string())
            .bind(signed(length))
            .bind(ready.duration_ms)
            .bind(ready.picture.map(|(width, _)| width))
            .bind(ready.picture.map(|(_, height)| height))
            .bind(&playing.content_type)
            .bind(playing.head.map(|id| id.to_string()))
            .bind(playing.part.map(|(from, _)| signed(from)))
            .bind(playing.part.map(|(_, to)| signed(to)))
            .bind(RecordingState::Cutting.key())
    );
    Ok(changed == 1)
}

/// Nothing of the part is left.
///
/// # Errors
/// When the database refuses.
pub async fn finish(c: &mut Conn, recording: RecordingId, now: Stamp) -> Result<bool> {
    let sql = "update cuts set done_at = $2 where recording = $1 and done_at is null";
    Ok(run!(c, sqlx::query(sql).bind(recording.to_string()).bind(now.0)) > 0)
}

/// Recordings of which a part still has to be cut and nobody tried since a moment; they are tried from now on.
///
/// # Errors
/// When the database refuses.
pub async fn take_waiting(c: &mut Conn, since: Stamp, now: Stamp) -> Result<Vec<String>> {
    let sql = "update cuts set tried_at = $2 where done_at is null and tried_at <= $1 returning recording";
    let rows: Vec<(String,)> =
        on!(c, db => sqlx::query_as(sql).bind(since.0).bind(now.0).fetch_all(db).await?);
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Moves every place in a conversation's recording, and destroys what lay in the part.
///
/// # Errors
/// When the database refuses; then nothing is kept of this transaction.
pub async fn shift(c: &mut Conn, conversation: ConversationId, part: Part) -> Result<()> {
    let id = conversation.to_string();
    let sql = "select m.id, m.start_ms, m.end_ms from moments m join looks l on l.id = m.look where l.conversation = $1";
    let moments: Vec<(String, i64, i64)> = on!(c, db => sqlx::query_as(sql).bind(&id).fetch_all(db).await?);
    for (moment, start, end) in moments {
        let before = Span { start, end };
        match part.span(before) {
            Some(span) if span == before => {}
            Some(span) => {
                let sql = "update moments set start_ms = $2, end_ms = $3 where id = $1";
                run!(c, sqlx::query(sql).bind(&moment).bind(span.start).bind(span.end));
            }
            None => {
                let moment = word(MomentId::parse, &moment, "moments.id")?;
                destroy_moment(c, conversation, moment).await?;
            }
        }
    }
    let places = [
        (
            "select n.id, n.at_ms from interview_notes n join interviews i on i.id = n.interview
             where i.conversation = $1 and n.at_ms is not null",
            "update interview_notes set at_ms = $2 where id = $1",
        ),
        (
            "select id, after_ms from tryouts where next_conversation = $1 and after_ms is not null",
            "update tryouts set after_ms = $2 where id = $1",
        ),
    ];
    for (which, put) in places {
        let rows: Vec<(String, i64)> = on!(c, db => sqlx::query_as(which).bind(&id).fetch_all(db).await?);
        for (row, at) in rows.into_iter().filter(|(_, at)| part.place(*at) != Some(*at)) {
            run!(c, sqlx::query(put).bind(&row).bind(part.place(at)));
        }
    }
    // Nothing runs on while the part is being cut.
    let sql = "select id, at_ms from dialogues where conversation = $1";
    let rows: Vec<(String, i64)> = on!(c, db => sqlx::query_as(sql).bind(&id).fetch_all(db).await?);
    for (row, at) in rows {
        let sql = "update dialogues set at_ms = $2, playing = false, version = version + 1 where id = $1";
        run!(c, sqlx::query(sql).bind(&row).bind(part.playhead(at)));
    }
    Ok(())
}

/// A moment that lay in the part, with every text that was about it. What is being tried out stays: it is no longer of
/// a place, and the professional's own.
async fn destroy_moment(c: &mut Conn, conversation: ConversationId, moment: MomentId) -> Result<()> {
    // `$1` is the moment, `$2` the conversation, in each.
    const STEPS: &[&str] = &[
        "delete from answer_moments where moment = $1
            and look in (select id from looks where conversation = $2)",
        "delete from reading_versions where reading in
            (select id from readings where subject = $1 and conversation = $2)",
        "delete from readings where subject = $1 and conversation = $2",
        "delete from offers where subject = $1 and conversation = $2",
        "delete from derivations where subject = $1 and conversation = $2",
        "delete from alternatives where subject = $1 and conversation = $2
            and id not in (select alternative from tryouts)",
        "update dialogues set open_subject = null where open_subject = $1 and conversation = $2",
        "delete from dialogue_items where subject = $1
            and dialogue in (select id from dialogues where conversation = $2)",
        "delete from moments where id = $1 and look in (select id from looks where conversation = $2)",
    ];
    for sql in STEPS {
        run!(c, sqlx::query(*sql).bind(moment.to_string()).bind(conversation.to_string()));
    }
    Ok(())
}
