//! Trying out: what was planned, who told what came of it, how conversations were rated, and the verdict.

use method::ids::{AlternativeId, ConversationId, JourneyId, TryoutId};
use method::looking::Step;
use method::roles::Perspective;
use method::time::Stamp;
use method::tryout::{Closing, Helped, Rating, Verdict};
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Result, on, run};

/// A tryout as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Tryout {
    /// Its id, as text.
    pub id: String,
    /// On which journey.
    pub journey: String,
    /// From which conversation it came.
    pub conversation: String,
    /// Which alternative is tried.
    pub alternative: String,
    /// In which conversation it was tried.
    pub next_conversation: Option<String>,
    /// What the professional will do, sealed with the conversation's key, like every text here.
    pub doing_sealed: Vec<u8>,
    /// When and with whom.
    pub when_sealed: Option<Vec<u8>>,
    /// Why they think it helps.
    pub because_sealed: Option<Vec<u8>>,
    /// How they will notice that it works.
    pub noticing_sealed: Vec<u8>,
    /// Who looks along.
    pub who_sealed: Option<Vec<u8>>,
    /// The verdict, as a word.
    pub verdict: Option<String>,
    /// What the professional adds to the verdict.
    pub verdict_sealed: Option<Vec<u8>>,
    /// When the verdict was given.
    pub verdict_at: Option<i64>,
    /// When it was planned.
    pub created_at: i64,
    /// The day it is meant for.
    pub planned_on: Option<i64>,
    /// Which tryout it follows, as text.
    pub follows: Option<String>,
    /// Where in the next recording it can be seen, in milliseconds.
    pub after_ms: Option<i64>,
    /// Why it was closed without a verdict, as a word.
    pub closed_why: Option<String>,
    /// Whether consent ended for the conversation in which it was tried.
    pub next_gone: bool,
}

const TRYOUT: &str = "select id, journey, conversation, alternative, next_conversation, doing_sealed, when_sealed, because_sealed,
    noticing_sealed, who_sealed, verdict, verdict_sealed, verdict_at, created_at, planned_on, follows, after_ms,
    closed_why, next_gone from tryouts";

/// A new tryout, before it is written down; the texts are sealed.
#[derive(Clone, Debug)]
pub struct New {
    /// Its id.
    pub id: TryoutId,
    /// On which journey.
    pub journey: JourneyId,
    /// From which conversation it comes.
    pub conversation: ConversationId,
    /// Which alternative.
    pub alternative: AlternativeId,
    /// What the professional will do.
    pub doing: Vec<u8>,
    /// When and with whom.
    pub when: Option<Vec<u8>>,
    /// Why they think it helps.
    pub because: Option<Vec<u8>>,
    /// How they will notice that it works.
    pub noticing: Vec<u8>,
    /// Who looks along.
    pub who: Option<Vec<u8>>,
    /// The day it is meant for.
    pub planned_on: Option<Stamp>,
    /// Which tryout it follows.
    pub follows: Option<TryoutId>,
}

/// Writes a tryout down.
///
/// # Errors
/// When the database refuses.
pub async fn insert(c: &mut Conn, n: &New, now: Stamp) -> Result<()> {
    let sql = "insert into tryouts (id, journey, conversation, alternative, doing_sealed, when_sealed, because_sealed,
        noticing_sealed, who_sealed, created_at, planned_on, follows, next_gone)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, false)";
    run!(
        c,
        sqlx::query(sql)
            .bind(n.id.to_string())
            .bind(n.journey.to_string())
            .bind(n.conversation.to_string())
            .bind(n.alternative.to_string())
            .bind(&n.doing)
            .bind(&n.when)
            .bind(&n.because)
            .bind(&n.noticing)
            .bind(&n.who)
            .bind(now.0)
            .bind(n.planned_on.map(|day| day.0))
            .bind(n.follows.map(|id| id.to_string()))
    );
    Ok(())
}

/// One tryout.
///
/// # Errors
/// When the database refuses.
pub async fn by_id(c: &mut Conn, id: TryoutId) -> Result<Option<Tryout>> {
    let sql = sqlx::AssertSqlSafe(format!("{TRYOUT} where id = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// The tryouts that came from a conversation, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_conversation(c: &mut Conn, id: ConversationId) -> Result<Vec<Tryout>> {
    let sql = sqlx::AssertSqlSafe(format!("{TRYOUT} where conversation = $1 order by created_at, id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}

/// The tryouts that were tried in a conversation, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn tried_in(c: &mut Conn, id: ConversationId) -> Result<Vec<Tryout>> {
    let sql = sqlx::AssertSqlSafe(format!("{TRYOUT} where next_conversation = $1 order by created_at, id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}

/// The tryouts on a journey, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_journey(c: &mut Conn, id: JourneyId) -> Result<Vec<Tryout>> {
    let sql = sqlx::AssertSqlSafe(format!("{TRYOUT} where journey = $1 order by created_at, id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}

/// Chooses the conversation in which it is tried. What was known of another one no longer holds.
///
/// # Errors
/// When the database refuses.
pub async fn set_next(c: &mut Conn, id: TryoutId, next: ConversationId) -> Result<()> {
    let sql =
        "update tryouts set next_conversation = $2, after_ms = null, closed_at = null, closed_why = null,
               next_gone = false where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(next.to_string()));
    Ok(())
}

/// Says where in the next recording it can be seen.
///
/// # Errors
/// When the database refuses.
pub async fn set_after(c: &mut Conn, id: TryoutId, at: i64) -> Result<()> {
    run!(c, sqlx::query("update tryouts set after_ms = $2 where id = $1").bind(id.to_string()).bind(at));
    Ok(())
}

/// Closes it without a verdict.
///
/// # Errors
/// When the database refuses.
pub async fn close(c: &mut Conn, id: TryoutId, why: Closing, now: Stamp) -> Result<()> {
    let sql = "update tryouts set closed_at = $2, closed_why = $3 where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(now.0).bind(why.key()));
    Ok(())
}

/// Writes the verdict.
///
/// # Errors
/// When the database refuses.
pub async fn set_verdict(
    c: &mut Conn,
    id: TryoutId,
    verdict: Verdict,
    sealed: Option<&[u8]>,
    now: Stamp,
) -> Result<()> {
    let sql = "update tryouts set verdict = $2, verdict_sealed = $3, verdict_at = $4 where id = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(verdict.key()).bind(sealed).bind(now.0));
    Ok(())
}

/// What one perspective told of a tryout.
#[derive(Clone, Debug, FromRow)]
pub struct Told {
    /// From which chair.
    pub perspective: String,
    /// A client's answer to whether the other did something else, as a word.
    pub different: Option<String>,
    /// A client's answer to whether it helped, as a word.
    pub helped: Option<String>,
    /// What was written, sealed.
    pub text_sealed: Option<Vec<u8>>,
    /// When.
    pub created_at: i64,
}

/// What each perspective told of a tryout.
///
/// # Errors
/// When the database refuses.
pub async fn told(c: &mut Conn, id: TryoutId) -> Result<Vec<Told>> {
    let sql = "select perspective, different, helped, text_sealed, created_at from tryout_outcomes where tryout = $1";
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?))
}

/// A client's two answers.
pub type TwoAnswers = (Helped, Helped);

/// Writes what one perspective tells; telling again replaces what they told before.
///
/// # Errors
/// When the database refuses.
pub async fn tell(
    c: &mut Conn,
    id: TryoutId,
    by: Perspective,
    answers: Option<TwoAnswers>,
    sealed: Option<&[u8]>,
    now: Stamp,
) -> Result<()> {
    let sql = "insert into tryout_outcomes (tryout, perspective, different, helped, text_sealed, created_at)
        values ($1, $2, $3, $4, $5, $6) on conflict (tryout, perspective) do update set
        different = excluded.different, helped = excluded.helped, text_sealed = excluded.text_sealed,
        created_at = excluded.created_at";
    let (different, helped) = answers.unzip();
    run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(by.key())
            .bind(different.map(Helped::key))
            .bind(helped.map(Helped::key))
            .bind(sealed)
            .bind(now.0)
    );
    Ok(())
}

#[derive(FromRow)]
struct RatingRow {
    conversation: String,
    perspective: String,
    focus: String,
    noise: String,
    result: String,
}

/// How one perspective rated one conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    /// Which conversation, as text.
    pub conversation: String,
    /// From which chair.
    pub by: Perspective,
    /// The three steps.
    pub rating: Rating,
}

/// Writes how one perspective rates a conversation; rating again replaces it.
///
/// # Errors
/// When the database refuses.
pub async fn rate(c: &mut Conn, id: ConversationId, by: Perspective, r: Rating, now: Stamp) -> Result<()> {
    let sql = "insert into outcome_ratings (conversation, perspective, focus, noise, result, created_at)
        values ($1, $2, $3, $4, $5, $6) on conflict (conversation, perspective) do update set
        focus = excluded.focus, noise = excluded.noise, result = excluded.result, created_at = excluded.created_at";
    run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(by.key())
            .bind(r.focus.key())
            .bind(r.noise.key())
            .bind(r.result.key())
            .bind(now.0)
    );
    Ok(())
}

const RATING: &str = "select r.conversation, r.perspective, r.focus, r.noise, r.result from outcome_ratings r
    join conversations c on c.id = r.conversation";

/// How a conversation was rated by each perspective.
///
/// # Errors
/// When the database refuses, or holds a word this program does not write.
pub async fn ratings(c: &mut Conn, id: ConversationId) -> Result<Vec<Rated>> {
    let sql = sqlx::AssertSqlSafe(format!("{RATING} where r.conversation = $1"));
    let rows: Vec<RatingRow> = on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?);
    rows.into_iter().map(rated).collect()
}

/// How the conversations of a journey were rated; those of which nothing is left are passed over.
///
/// # Errors
/// When the database refuses, or holds a word this program does not write.
pub async fn ratings_of_journey(c: &mut Conn, id: JourneyId) -> Result<Vec<Rated>> {
    let sql = sqlx::AssertSqlSafe(format!("{RATING} where c.journey = $1 and c.destroyed_at is null"));
    let rows: Vec<RatingRow> = on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?);
    rows.into_iter().map(rated).collect()
}

fn rated(row: RatingRow) -> Result<Rated> {
    let step = |text: &str| word(Step::parse, text, "outcome_ratings step");
    Ok(Rated {
        by: word(Perspective::parse, &row.perspective, "outcome_ratings.perspective")?,
        rating: Rating { focus: step(&row.focus)?, noise: step(&row.noise)?, result: step(&row.result)? },
        conversation: row.conversation,
    })
}
