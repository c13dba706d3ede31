//! What the home page counts: tryouts that wait, terms that come near, how the house is doing. Numbers and words only.

use method::ids::{ConversationId, OrganisationId, TryoutId};
use method::permit::Reader;
use method::time::Stamp;
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Result, on};

/// A tryout without a verdict and not closed, as far as it can wait for one reader.
#[derive(Clone, Debug)]
pub struct Tryout {
    /// Which.
    pub id: TryoutId,
    /// From which conversation it came.
    pub conversation: ConversationId,
    /// Whether the conversation for it was chosen, and the day that is held.
    pub next_on: Option<Stamp>,
    /// The day it was planned for.
    pub planned_on: Option<Stamp>,
    /// When it was planned.
    pub made: Stamp,
    /// Whether the reader told of it.
    pub told: bool,
}

#[derive(FromRow)]
struct TryoutRow {
    id: String,
    conversation: String,
    next_on: Option<i64>,
    planned_on: Option<i64>,
    created_at: i64,
    told: i64,
}

/// The reader's id as it stands in `participants.member` or `participants.id`; the worker waits for nothing.
fn who(reader: &Reader) -> String {
    match reader {
        Reader::Member(id) => id.to_string(),
        Reader::Participant(id) => id.to_string(),
        Reader::Worker => String::new(),
    }
}

/// The tryouts without a verdict and not closed in every conversation of a reader, oldest first.
///
/// # Errors
/// When the database refuses or holds an id that is none.
pub async fn tryouts(c: &mut Conn, reader: &Reader) -> Result<Vec<Tryout>> {
    let sql = "select t.id, t.conversation, n.held_on as next_on, t.planned_on, t.created_at,
        (select count(*) from tryout_outcomes o where o.tryout = t.id and o.perspective = p.perspective) as told
        from tryouts t join participants p on p.conversation = t.conversation
        left join conversations n on n.id = t.next_conversation
        where t.verdict is null and t.closed_at is null and (p.member = $1 or p.id = $1)
        order by t.created_at, t.id";
    let rows: Vec<TryoutRow> = on!(c, db => sqlx::query_as(sql).bind(who(reader)).fetch_all(db).await?);
    let read = |row: TryoutRow| {
        Ok(Tryout {
            id: word(TryoutId::parse, &row.id, "tryouts.id")?,
            conversation: word(ConversationId::parse, &row.conversation, "tryouts.conversation")?,
            next_on: row.next_on.map(Stamp),
            planned_on: row.planned_on.map(Stamp),
            made: Stamp(row.created_at),
            told: row.told > 0,
        })
    };
    rows.into_iter().map(read).collect()
}

/// The conversations in which notes of an interview were given to a reader to read back, and wait for their yes.
///
/// # Errors
/// When the database refuses or holds an id that is none.
pub async fn to_read_back(c: &mut Conn, reader: &Reader) -> Result<Vec<ConversationId>> {
    let sql = "select i.conversation from interviews i join participants p on p.conversation = i.conversation
        where i.offered_at is not null and i.approved_at is null and p.perspective = 'client'
        and (p.member = $1 or p.id = $1)";
    let rows: Vec<(String,)> = on!(c, db => sqlx::query_as(sql).bind(who(reader)).fetch_all(db).await?);
    rows.iter().map(|(id,)| word(ConversationId::parse, id, "interviews.conversation")).collect()
}

/// What a privacy officer keeps an eye on, as numbers and days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Terms {
    /// How many conversations wait for a second yes.
    pub second: i64,
    /// When the first of those ends.
    pub second_first: Option<i64>,
    /// How many are destroyed by themselves before long.
    pub ending: i64,
    /// When the first of those is.
    pub ending_first: Option<i64>,
    /// How many ended since, by someone's word or by themselves.
    pub ended: i64,
}

/// The terms in an organisation: second yeses that are awaited, what ends before `near`, what ended since `since`.
///
/// # Errors
/// When the database refuses.
pub async fn terms(
    c: &mut Conn,
    organisation: OrganisationId,
    now: Stamp,
    near: Stamp,
    since: Stamp,
) -> Result<Terms> {
    // Awaited: someone in the picture who said the first yes has not said the second.
    let sql = "with living as (select id, second_yes_until, retention_until from conversations
            where organisation = $1 and destroyed_at is null),
        awaited as (select id, second_yes_until from living where second_yes_until > $2 and exists (
            select 1 from consents where consents.conversation = living.id and purpose = 'look'
            and confirmed_at is null and withdrawn_at is null))
        select (select count(*) from awaited) as second,
        (select min(second_yes_until) from awaited) as second_first,
        (select count(*) from living where retention_until > $2 and retention_until <= $3) as ending,
        (select min(retention_until) from living where retention_until > $2 and retention_until <= $3) as ending_first,
        (select count(*) from conversations where organisation = $1 and destroyed_at >= $4) as ended";
    let organisation = organisation.to_string();
    Ok(on!(c, db => sqlx::query_as(sql)
        .bind(organisation).bind(now.0).bind(near.0).bind(since.0).fetch_one(db).await?))
}

/// How the house is doing. Nothing here is about one conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Health {
    /// How many recordings wait to be made watchable.
    pub waiting: i64,
    /// How many of which making them watchable was given up.
    pub failed: i64,
    /// How many recordings there are.
    pub recordings: i64,
    /// How many bytes recordings and what was made of them take.
    pub bytes: i64,
    /// To how many members a mail failed, and is tried again.
    pub mails_failing: i64,
}

/// How the house is doing.
///
/// # Errors
/// When the database refuses.
pub async fn health(c: &mut Conn) -> Result<Health> {
    let sql = "select
        (select count(*) from recordings where state = 'whole' and failed_at is null) as waiting,
        (select count(*) from recordings where state = 'whole' and failed_at is not null) as failed,
        (select count(*) from recordings where state = 'ready') as recordings,
        cast((select coalesce(sum(length), 0) from recordings) + (select coalesce(sum(length), 0) from assets)
            as bigint) as bytes,
        (select count(*) from mail_turns where tries > 0)
            + (select count(*) from invitations where mail_state = 'waiting' and mail_tries > 0 and ended_at is null)
            + (select count(*) from board_letters where sent_at is null and tries > 0)
            as mails_failing";
    Ok(on!(c, db => sqlx::query_as(sql).fetch_one(db).await?))
}
