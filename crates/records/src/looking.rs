//! Looks (kijkrondes): their moments, answers and additions. Blindness stands here, in the query itself.
//!
//! Whoever reads says with which permit, and every reading query keeps to [`VISIBLE`]: one's own look always; the
//! sealed looks of others only once one's own is sealed. Of anything else there simply is no row.

use method::Permit;
use method::ids::{AdditionId, ConversationId, LookId, MomentId, ParticipantId};
use method::looking::{LeadQuestion, LookMode, LookState, MomentKind, Span, Step, Strength, Whose};
use method::permit::{Deed, Reader};
use method::roles::Perspective;
use method::time::Stamp;
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Error, Result, on, run};

/// A look, as far as it is not sealed text.
#[derive(Clone, Debug)]
pub struct Look {
    /// Which look.
    pub id: LookId,
    /// In which conversation.
    pub conversation: ConversationId,
    /// Whose it is.
    pub participant: ParticipantId,
    /// From which chair they look.
    pub perspective: Perspective,
    /// How it is done.
    pub mode: LookMode,
    /// Whether it is open or sealed.
    pub state: LookState,
    /// Whether it is the reader's own; if not, they read along or write for its owner.
    pub own: bool,
}

#[derive(FromRow)]
struct LookRow {
    id: String,
    conversation: String,
    participant: String,
    perspective: String,
    mode: String,
    sealed_at: Option<i64>,
    own: i64,
}

/// A moment that touches; its texts are sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Which moment.
    pub id: MomentId,
    /// What kind.
    pub kind: MomentKind,
    /// Whose it was, for who marked it.
    pub whose: Whose,
    /// How strong it was, for who marked it.
    pub strength: Strength,
    /// Where in the recording.
    pub span: Span,
    /// The note, sealed for `moments.note/<id>`.
    pub note_sealed: Option<Vec<u8>>,
    /// The marker's own word, sealed for `moments.word/<id>`.
    pub word_sealed: Option<Vec<u8>>,
    /// When it last changed; the version a change must build on.
    pub changed_at: Stamp,
}

#[derive(FromRow)]
struct MomentRow {
    id: String,
    kind: String,
    whose: String,
    strength: String,
    start_ms: i64,
    end_ms: i64,
    note_sealed: Option<Vec<u8>>,
    own_word_sealed: Option<Vec<u8>>,
    changed_at: i64,
}

/// The answer to a lead question; its text is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which question.
    pub question: LeadQuestion,
    /// The step of the scale that was chosen, if one was.
    pub step: Option<Step>,
    /// The text, sealed for `answers.text/<look>/<question>`.
    pub text_sealed: Option<Vec<u8>>,
    /// The moments it rests on, in the order of the recording.
    pub moments: Vec<MomentId>,
    /// When it last changed; the version a change must build on.
    pub changed_at: Stamp,
}

#[derive(FromRow)]
struct AnswerRow {
    question: String,
    step: Option<String>,
    text_sealed: Option<Vec<u8>>,
    changed_at: i64,
}

/// Something added to a sealed look, dated.
#[derive(Clone, Debug)]
pub struct Addition {
    /// Which addition.
    pub id: AdditionId,
    /// The text, sealed for `additions.text/<id>`.
    pub text_sealed: Vec<u8>,
    /// When it was added.
    pub created_at: Stamp,
}

#[derive(FromRow)]
struct AdditionRow {
    id: String,
    text_sealed: Vec<u8>,
    created_at: i64,
}

/// Which looks a reader ($2) of a conversation ($1) can see at all. `own` is theirs, if they have one.
///
/// The last line is for a coach who writes down what the client says: only with their own look sealed, and only in a
/// look that was begun that way.
const VISIBLE: &str = "from looks l
    join participants p on p.id = l.participant
    join participants me on me.conversation = l.conversation and (me.member = $2 or me.id = $2)
    left join looks own on own.participant = me.id
    where l.conversation = $1 and (
        l.participant = me.id
        or (own.sealed_at is not null and l.sealed_at is not null)
        or (own.sealed_at is not null and me.perspective = 'coach' and p.perspective = 'client' and l.mode <> 'self'))";

/// What a colleague ($2) of a conversation ($1) can see: sealed looks, by an invitation that stands. None is theirs.
const VISIBLE_TO_PEER: &str = "from looks l
    join participants p on p.id = l.participant
    join colleagues me on me.conversation = l.conversation and me.member = $2 and me.ended_at is null
    where l.conversation = $1 and l.sealed_at is not null";

/// Which looks can be seen with this permit.
fn visible_with(permit: &Permit) -> &'static str {
    if permit.deed() == Deed::Peer { VISIBLE_TO_PEER } else { VISIBLE }
}

fn scope(permit: &Permit) -> String {
    permit.scope().to_string()
}

/// The reader's id as it stands in `participants.member` or `participants.id`; the worker reads no looks.
fn reader(permit: &Permit) -> String {
    match permit.reader() {
        Reader::Member(id) => id.to_string(),
        Reader::Participant(id) => id.to_string(),
        Reader::Worker => String::new(),
    }
}

/// Begins a look.
///
/// # Errors
/// When that participant already has one (`is_duplicate`) or the database refuses.
pub async fn insert(
    c: &mut Conn,
    permit: &Permit,
    id: LookId,
    participant: ParticipantId,
    mode: LookMode,
    now: Stamp,
) -> Result<()> {
    let sql =
        "insert into looks (id, conversation, participant, mode, created_at) values ($1, $2, $3, $4, $5)";
    run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(scope(permit))
            .bind(participant.to_string())
            .bind(mode.key())
            .bind(now.0)
    );
    Ok(())
}

/// In which conversation a look is; nothing more, so that its reader can be asked for a permit.
///
/// # Errors
/// When the database refuses.
pub async fn conversation_of(c: &mut Conn, id: LookId) -> Result<Option<ConversationId>> {
    let sql = "select conversation from looks where id = $1";
    let found: Option<(String,)> =
        on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?);
    found.map(|(text,)| ConversationId::parse(&text).ok_or(Error::Column("looks.conversation"))).transpose()
}

/// Every look this reader can see, in the order in which they were begun.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn visible(c: &mut Conn, permit: &Permit) -> Result<Vec<Look>> {
    let visible = visible_with(permit);
    let sql = sqlx::AssertSqlSafe(format!(
        "select l.id, l.conversation, l.participant, p.perspective, l.mode, l.sealed_at,
         cast(case when l.participant = me.id then 1 else 0 end as bigint) as own {visible} order by l.created_at, l.id"
    ));
    let rows: Vec<LookRow> =
        on!(c, db => sqlx::query_as(sql).bind(scope(permit)).bind(reader(permit)).fetch_all(db).await?);
    rows.into_iter().map(look).collect()
}

fn look(row: LookRow) -> Result<Look> {
    Ok(Look {
        id: LookId::parse(&row.id).ok_or(Error::Column("looks.id"))?,
        conversation: ConversationId::parse(&row.conversation).ok_or(Error::Column("looks.conversation"))?,
        participant: ParticipantId::parse(&row.participant).ok_or(Error::Column("looks.participant"))?,
        perspective: word(Perspective::parse, &row.perspective, "participants.perspective")?,
        mode: word(LookMode::parse, &row.mode, "looks.mode")?,
        state: row.sealed_at.map_or(LookState::Open, |at| LookState::Sealed(Stamp(at))),
        own: row.own == 1,
    })
}

/// The moments of one look, in the order of the recording; none when the reader cannot see that look.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn moments(c: &mut Conn, permit: &Permit, id: LookId) -> Result<Vec<Moment>> {
    let visible = visible_with(permit);
    let sql = sqlx::AssertSqlSafe(format!(
        "select id, kind, whose, strength, start_ms, end_ms, note_sealed, own_word_sealed, changed_at from moments
         where look = $3 and look in (select l.id {visible}) order by start_ms, end_ms, id"
    ));
    let rows: Vec<MomentRow> = on!(c, db => sqlx::query_as(sql)
        .bind(scope(permit)).bind(reader(permit)).bind(id.to_string()).fetch_all(db).await?);
    rows.into_iter().map(moment).collect()
}

fn moment(row: MomentRow) -> Result<Moment> {
    Ok(Moment {
        id: MomentId::parse(&row.id).ok_or(Error::Column("moments.id"))?,
        kind: word(MomentKind::parse, &row.kind, "moments.kind")?,
        whose: word(Whose::parse, &row.whose, "moments.whose")?,
        strength: word(Strength::parse, &row.strength, "moments.strength")?,
        span: Span { start: row.start_ms, end: row.end_ms },
        note_sealed: row.note_sealed,
        word_sealed: row.own_word_sealed,
        changed_at: Stamp(row.changed_at),
    })
}

/// The answers of one look, in the order of the questions; none when the reader cannot see that look.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn answers(c: &mut Conn, permit: &Permit, id: LookId) -> Result<Vec<Answer>> {
    let visible = visible_with(permit);
    let sql = sqlx::AssertSqlSafe(format!(
        "select question, step, text_sealed, changed_at from answers
         where look = $3 and look in (select l.id {visible})"
    ));
    let rows: Vec<AnswerRow> = on!(c, db => sqlx::query_as(sql)
        .bind(scope(permit)).bind(reader(permit)).bind(id.to_string()).fetch_all(db).await?);
    let sql = sqlx::AssertSqlSafe(format!(
        "select a.question, a.moment from answer_moments a join moments m on m.id = a.moment
         where a.look = $3 and a.look in (select l.id {visible}) order by m.start_ms, m.id"
    ));
    let links: Vec<(String, String)> = on!(c, db => sqlx::query_as(sql)
        .bind(scope(permit)).bind(reader(permit)).bind(id.to_string()).fetch_all(db).await?);
    let mut answers: Vec<Answer> = rows.into_iter().map(|row| answer(row, &links)).collect::<Result<_>>()?;
    answers.sort_by_key(|answer| answer.question);
    Ok(answers)
}

fn answer(row: AnswerRow, links: &[(String, String)]) -> Result<Answer> {
    let mine = links.iter().filter(|(question, _)| *question == row.question);
    Ok(Answer {
        question: word(LeadQuestion::parse, &row.question, "answers.question")?,
        step: row.step.as_deref().map(|step| word(Step::parse, step, "answers.step")).transpose()?,
        text_sealed: row.text_sealed,
        moments: mine
            .map(|(_, id)| MomentId::parse(id).ok_or(Error::Column("answer_moments.moment")))
            .collect::<Result<_>>()?,
        changed_at: Stamp(row.changed_at),
    })
}

/// What was added to one look after its sealing, oldest first; none when the reader cannot see that look.
///
/// # Errors
/// When the database refuses.
pub async fn additions(c: &mut Conn, permit: &Permit, id: LookId) -> Result<Vec<Addition>> {
    let visible = visible_with(permit);
    let sql = sqlx::AssertSqlSafe(format!(
        "select id, text_sealed, created_at from additions
         where look = $3 and look in (select l.id {visible}) order by created_at, id"
    ));
    let rows: Vec<AdditionRow> = on!(c, db => sqlx::query_as(sql)
        .bind(scope(permit)).bind(reader(permit)).bind(id.to_string()).fetch_all(db).await?);
    rows.into_iter()
        .map(|row| {
            Ok(Addition {
                id: AdditionId::parse(&row.id).ok_or(Error::Column("additions.id"))?,
                text_sealed: row.text_sealed,
                created_at: Stamp(row.created_at),
            })
        })
        .collect()
}

/// Holds an open look for this transaction, so that nobody seals it meanwhile. False when it is sealed.
///
/// # Errors
/// When the database refuses.
pub async fn hold_open(c: &mut Conn, id: LookId) -> Result<bool> {
    let sql = "update looks set mode = mode where id = $1 and sealed_at is null";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string())) == 1)
}

/// Seals a look. False when it already was.
///
/// # Errors
/// When the database refuses.
pub async fn seal(c: &mut Conn, id: LookId, at: Stamp) -> Result<bool> {
    let sql = "update looks set sealed_at = $2 where id = $1 and sealed_at is null";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(at.0)) == 1)
}

/// Writes a moment into a look. False when that id is a moment of another look.
///
/// # Errors
/// When the database refuses.
pub async fn put_moment(c: &mut Conn, look: LookId, m: &Moment, now: Stamp) -> Result<bool> {
    let sql = "insert into moments (id, look, kind, whose, strength, start_ms, end_ms, note_sealed, own_word_sealed,
                   created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
               on conflict (id) do update set kind = excluded.kind, whose = excluded.whose,
                   strength = excluded.strength, start_ms = excluded.start_ms, end_ms = excluded.end_ms,
                   note_sealed = excluded.note_sealed, own_word_sealed = excluded.own_word_sealed,
                   changed_at = excluded.changed_at
               where moments.look = excluded.look";
    Ok(run!(
        c,
        sqlx::query(sql)
            .bind(m.id.to_string())
            .bind(look.to_string())
            .bind(m.kind.key())
            .bind(m.whose.key())
            .bind(m.strength.key())
            .bind(m.span.start)
            .bind(m.span.end)
            .bind(&m.note_sealed)
            .bind(&m.word_sealed)
            .bind(now.0)
            .bind(m.changed_at.0)
    ) == 1)
}

/// Takes a moment out of a look, and out of the answers that rest on it. False when there was none.
///
/// # Errors
/// When the database refuses.
pub async fn delete_moment(c: &mut Conn, look: LookId, id: MomentId) -> Result<bool> {
    let (look, id) = (look.to_string(), id.to_string());
    run!(c, sqlx::query("delete from answer_moments where look = $1 and moment = $2").bind(&look).bind(&id));
    Ok(run!(c, sqlx::query("delete from moments where look = $1 and id = $2").bind(&look).bind(&id)) == 1)
}

/// How many moments a look has; for its own limit, never for a screen.
///
/// # Errors
/// When the database refuses.
pub async fn count_moments(c: &mut Conn, look: LookId) -> Result<i64> {
    let sql = "select count(*) from moments where look = $1";
    let (count,): (i64,) = on!(c, db => sqlx::query_as(sql).bind(look.to_string()).fetch_one(db).await?);
    Ok(count)
}

/// Writes an answer, with the moments of the same look it rests on; ids of other looks are left out.
///
/// # Errors
/// When the database refuses.
pub async fn put_answer(c: &mut Conn, look: LookId, a: &Answer) -> Result<()> {
    let (look, question) = (look.to_string(), a.question.key());
    let sql = "insert into answers (look, question, step, text_sealed, changed_at) values ($1, $2, $3, $4, $5)
               on conflict (look, question) do update set step = excluded.step, text_sealed = excluded.text_sealed,
                   changed_at = excluded.changed_at";
    run!(
        c,
        sqlx::query(sql)
            .bind(&look)
            .bind(question)
            .bind(a.step.map(Step::key))
            .bind(&a.text_sealed)
            .bind(a.changed_at.0)
    );
    let sql = "delete from answer_moments where look = $1 and question = $2";
    run!(c, sqlx::query(sql).bind(&look).bind(question));
    for id in &a.moments {
        let sql = "insert into answer_moments (look, question, moment)
                   select look, $2, id from moments where look = $1 and id = $3 on conflict do nothing";
        run!(c, sqlx::query(sql).bind(&look).bind(question).bind(id.to_string()));
    }
    Ok(())
}

/// Adds to a sealed look.
///
/// # Errors
/// When the database refuses.
pub async fn insert_addition(c: &mut Conn, look: LookId, a: &Addition) -> Result<()> {
    let sql = "insert into additions (id, look, text_sealed, created_at) values ($1, $2, $3, $4)";
    run!(
        c,
        sqlx::query(sql)
            .bind(a.id.to_string())
            .bind(look.to_string())
            .bind(&a.text_sealed)
            .bind(a.created_at.0)
    );
    Ok(())
}
