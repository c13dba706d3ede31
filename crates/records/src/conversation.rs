//! Conversations and who takes part in them: the spine on which everything hangs.

pub mod facts;

use method::consent::Facts;
use method::ids::{ConversationId, JourneyId, MemberId, OrganisationId, ParticipantId};
use method::roles::{ConversationKind, Perspective};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// A conversation as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Conversation {
    /// Its id, as text.
    pub id: String,
    /// In which organisation.
    pub organisation: String,
    /// On which journey.
    pub journey: String,
    /// Between whom, as a [`ConversationKind`] word.
    pub kind: String,
    /// The day it was or will be held.
    pub held_on: i64,
    /// When it was set up.
    pub created_at: i64,
    /// Until when the second yes is awaited.
    pub second_yes_until: Option<i64>,
    /// When everything is destroyed by itself.
    pub retention_until: Option<i64>,
    /// When its key was destroyed.
    pub destroyed_at: Option<i64>,
    /// Why: a word, never a text.
    pub destroyed_why: Option<String>,
}

/// Someone's part in a conversation.
#[derive(Clone, Debug, FromRow)]
pub struct Participant {
    /// Its id, as text.
    pub id: String,
    /// In which conversation.
    pub conversation: String,
    /// From which chair, as a [`method::roles::Perspective`] word.
    pub perspective: String,
    /// Their account, if they have one.
    pub member: Option<String>,
    /// The code name that a client chose, sealed.
    pub code_name_sealed: Option<Vec<u8>>,
}

const CONVERSATION: &str = "select id, organisation, journey, kind, held_on, created_at, second_yes_until,
    retention_until, destroyed_at, destroyed_why from conversations";
const PARTICIPANT: &str = "select id, conversation, perspective, member, code_name_sealed from participants";

/// A new conversation, before it is written down.
#[derive(Debug)]
pub struct New {
    /// In which organisation.
    pub organisation: OrganisationId,
    /// On which journey.
    pub journey: JourneyId,
    /// Between whom.
    pub kind: ConversationKind,
    /// The day it is held.
    pub held_on: Stamp,
}

/// Writes a conversation down.
///
/// # Errors
/// When the database refuses.
pub async fn insert(c: &mut Conn, id: ConversationId, n: &New, now: Stamp) -> Result<()> {
    let sql = "insert into conversations (id, organisation, journey, kind, held_on, created_at) values ($1, $2, $3, $4, $5, $6)";
    run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(n.organisation.to_string())
            .bind(n.journey.to_string())
            .bind(n.kind.key())
            .bind(n.held_on.0)
            .bind(now.0)
    );
    Ok(())
}

/// One conversation.
///
/// # Errors
/// When the database refuses.
pub async fn by_id(c: &mut Conn, id: ConversationId) -> Result<Option<Conversation>> {
    let sql = sqlx::AssertSqlSafe(format!("{CONVERSATION} where id = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// The newest conversations in which a member has a part, at most `limit`.
///
/// # Errors
/// When the database refuses.
pub async fn of_member(c: &mut Conn, member: MemberId, limit: i64) -> Result<Vec<Conversation>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{CONVERSATION} where id in (select conversation from participants where member = $1)
         order by held_on desc, id desc limit $2"
    ));
    Ok(on!(c, db => sqlx::query_as(sql).bind(member.to_string()).bind(limit).fetch_all(db).await?))
}

/// The conversations on a journey, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_journey(c: &mut Conn, journey: JourneyId) -> Result<Vec<Conversation>> {
    let sql = sqlx::AssertSqlSafe(format!("{CONVERSATION} where journey = $1 order by held_on, id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(journey.to_string()).fetch_all(db).await?))
}

/// Conversations with something to lose whose second yes or retention term has passed.
///
/// # Errors
/// When the database refuses.
pub async fn past_a_term(c: &mut Conn, now: Stamp) -> Result<Vec<Conversation>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{CONVERSATION} where destroyed_at is null and (second_yes_until <= $1 or retention_until <= $1)"
    ));
    Ok(on!(c, db => sqlx::query_as(sql).bind(now.0).fetch_all(db).await?))
}

/// Sets until when the second yes is awaited and when everything ends.
///
/// # Errors
/// When the database refuses.
pub async fn set_terms(c: &mut Conn, id: ConversationId, second_yes: Stamp, retention: Stamp) -> Result<()> {
    let sql = "update conversations set second_yes_until = $2, retention_until = $3 where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(second_yes.0).bind(retention.0));
    Ok(())
}

/// Takes the terms away again: there is no recording after all.
///
/// # Errors
/// When the database refuses.
pub async fn clear_terms(c: &mut Conn, id: ConversationId) -> Result<()> {
    let sql = "update conversations set second_yes_until = null, retention_until = null where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()));
    Ok(())
}

/// Marks a conversation as destroyed. False when it already was.
///
/// # Errors
/// When the database refuses.
pub async fn set_destroyed(c: &mut Conn, id: ConversationId, why: &str, now: Stamp) -> Result<bool> {
    let sql = "update conversations set destroyed_at = $2, destroyed_why = $3 where id = $1 and destroyed_at is null";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(now.0).bind(why)) == 1)
}

/// Adds someone's part in a conversation.
///
/// # Errors
/// When that chair is already taken (`is_duplicate`) or the database refuses.
pub async fn insert_participant(c: &mut Conn, p: &Participant, now: Stamp) -> Result<()> {
    let sql = "insert into participants (id, conversation, perspective, member, code_name_sealed, created_at)
               values ($1, $2, $3, $4, $5, $6)";
    run!(
        c,
        sqlx::query(sql)
            .bind(&p.id)
            .bind(&p.conversation)
            .bind(&p.perspective)
            .bind(&p.member)
            .bind(&p.code_name_sealed)
            .bind(now.0)
    );
    Ok(())
}

/// One participant.
///
/// # Errors
/// When the database refuses.
pub async fn participant(c: &mut Conn, id: ParticipantId) -> Result<Option<Participant>> {
    let sql = sqlx::AssertSqlSafe(format!("{PARTICIPANT} where id = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// Everyone with a part in a conversation. A chair that was emptied is nobody's.
///
/// # Errors
/// When the database refuses.
pub async fn participants(c: &mut Conn, id: ConversationId) -> Result<Vec<Participant>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{PARTICIPANT} where conversation = $1 and companion is null
         and not (left_at is not null and id not in (select participant from looks)) order by created_at, id"
    ));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}

/// Writes the sealed code name of a client.
///
/// # Errors
/// When the database refuses.
pub async fn set_code_name(c: &mut Conn, id: ParticipantId, sealed: &[u8]) -> Result<()> {
    let sql = "update participants set code_name_sealed = $2 where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(sealed));
    Ok(())
}

/// Takes a member out of a chair. Whoever sat there is a fact; nobody sits there any more.
///
/// # Errors
/// When the database refuses.
pub async fn vacate(c: &mut Conn, id: ParticipantId, now: Stamp) -> Result<()> {
    let sql = "update participants set member = null, left_at = $2 where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(now.0));
    Ok(())
}

/// Empties a chair: the look and all that was written and told from it are destroyed, and someone else can sit there.
///
/// # Errors
/// When the database refuses.
pub async fn empty(c: &mut Conn, id: ParticipantId, now: Stamp) -> Result<()> {
    // `$1` is the participant in each.
    const STEPS: [&str; 10] = [
        "insert into gone (id, conversation) select id, conversation from looks where participant = $1",
        "delete from answer_moments where look in (select id from looks where participant = $1)",
        "delete from answers where look in (select id from looks where participant = $1)",
        "delete from additions where look in (select id from looks where participant = $1)",
        "delete from moments where look in (select id from looks where participant = $1)",
        "delete from looks where participant = $1",
        "delete from readings where changed_by = $1",
        "delete from tryout_outcomes where perspective = (select perspective from participants where id = $1)
            and tryout in (select t.id from tryouts t join participants p on p.conversation = t.conversation
                where p.id = $1)",
        "delete from outcome_ratings where perspective = (select perspective from participants where id = $1)
            and conversation = (select conversation from participants where id = $1)",
        "delete from alternatives where author = $1 and id not in (select alternative from tryouts)",
    ];
    for sql in STEPS {
        run!(c, sqlx::query(sql).bind(id.to_string()));
    }
    vacate(c, id, now).await
}

/// Seats a member in the coach's chair, if it was emptied. False when there is no such chair.
///
/// # Errors
/// When the database refuses.
pub async fn take_empty_chair(c: &mut Conn, id: ConversationId, member: MemberId) -> Result<bool> {
    let sql =
        "update participants set member = $2, left_at = null where conversation = $1 and perspective = $3
               and left_at is not null and id not in (select participant from looks)";
    let coach = Perspective::Coach.key();
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(member.to_string()).bind(coach)) == 1)
}

/// How far a conversation is: counts and a state, no content.
#[derive(Debug, FromRow)]
pub struct Progress {
    /// The state of its newest recording.
    pub recording: Option<String>,
    /// How far making it watchable is, in percent.
    pub percent: Option<i64>,
    /// How many shared readings.
    pub readings: i64,
    /// How many tryouts.
    pub tryouts: i64,
    /// How many tryouts with a verdict, or closed without one.
    pub verdicts: i64,
}

/// How far a conversation is.
///
/// # Errors
/// When the database refuses.
pub async fn progress(c: &mut Conn, id: ConversationId) -> Result<Progress> {
    let sql = "select
        (select state from recordings where conversation = $1 and interview is null order by created_at desc, id desc limit 1) as recording,
        (select progress from recordings where conversation = $1 and interview is null order by created_at desc, id desc limit 1) as percent,
        (select count(*) from readings where conversation = $1) as readings,
        (select count(*) from tryouts where conversation = $1) as tryouts,
        (select count(coalesce(verdict, closed_why)) from tryouts where conversation = $1) as verdicts";
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_one(db).await?))
}

/// Forgets the code name of a client.
///
/// # Errors
/// When the database refuses.
pub async fn clear_code_name(c: &mut Conn, id: ParticipantId) -> Result<()> {
    let sql = "update participants set code_name_sealed = null where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()));
    Ok(())
}

/// The newest conversations of an organisation, at most `limit`: of one day when a day is given, and with an id that begins
/// so. The beginning holds no characters with a meaning in a pattern.
///
/// # Errors
/// When the database refuses.
pub async fn of_organisation(
    c: &mut Conn,
    organisation: OrganisationId,
    day: Option<(Stamp, Stamp)>,
    id: &str,
    limit: i64,
) -> Result<Vec<Conversation>> {
    let (from, until) = day.map_or((i64::MIN, i64::MAX), |(from, until)| (from.0, until.0));
    let sql = sqlx::AssertSqlSafe(format!(
        "{CONVERSATION} where organisation = $1 and held_on >= $2 and held_on < $3 and id like $4
         order by held_on desc, id desc limit $5"
    ));
    let (organisation, id) = (organisation.to_string(), format!("{id}%"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation).bind(from).bind(until).bind(id).bind(limit)
        .fetch_all(db).await?))
}

/// The kind of a conversation in which a member has a part, found by its own id or by that of a look, an interview or
/// a tryout in it.
///
/// # Errors
/// When the database refuses.
pub async fn kind_for_member(c: &mut Conn, id: &str, member: MemberId) -> Result<Option<String>> {
    let sql = "select c.kind from conversations c join participants p on p.conversation = c.id
               where p.member = $1 and c.id in (
                   select id from conversations where id = $2
                   union all select conversation from tryouts where id = $2
                   union all select conversation from looks where id = $2
                   union all select conversation from interviews where id = $2)";
    Ok(on!(c, db => sqlx::query_scalar(sql).bind(member.to_string()).bind(id).fetch_optional(db).await?))
}

/// The kind of the conversation in which someone has their part.
///
/// # Errors
/// When the database refuses.
pub async fn kind_for_participant(c: &mut Conn, id: ParticipantId) -> Result<Option<String>> {
    let sql =
        "select c.kind from conversations c join participants p on p.conversation = c.id where p.id = $1";
    Ok(on!(c, db => sqlx::query_scalar(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// Everything the rules of consent need to know of a conversation, in one consistent view.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn facts(c: &mut Conn, id: ConversationId) -> Result<Option<Facts>> {
    let Some(conversation) = by_id(c, id).await? else { return Ok(None) };
    Ok(facts::of_one(c, conversation).await?.map(|known| known.facts))
}
