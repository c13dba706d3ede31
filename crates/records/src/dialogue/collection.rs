//! Collections of other ways to act: a professional's own, and the one shared in an organisation. All words are sealed.

use method::dialogue::Subject;
use method::ids::{ConversationId, JourneyId, KeptId, MemberId, OrganisationId, SharedId};
use method::looking::{LeadQuestion, MomentKind};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// One of a professional's own collection.
#[derive(Clone, Debug, FromRow)]
pub struct Kept {
    /// Its id, as text.
    pub id: String,
    /// Under which journey's key it is sealed.
    pub journey: String,
    /// For which kind of moment, as a word.
    pub kind: Option<String>,
    /// For which lead question, as a word.
    pub question: Option<String>,
    /// The words, sealed.
    pub text_sealed: Vec<u8>,
    /// When.
    pub created_at: i64,
}

/// Where a sentence belongs: a kind of moment and a lead question, each if there is one.
pub type Fits = (Option<MomentKind>, Option<LeadQuestion>);

const KEPT: &str =
    "select k.id, k.journey, k.kind, k.question, k.text_sealed, k.created_at from kept_alternatives k";

/// Everything a professional kept, on any of their journeys, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn kept_by(c: &mut Conn, owner: MemberId) -> Result<Vec<Kept>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{KEPT} join journeys j on j.id = k.journey where j.professional = $1 order by k.created_at desc, k.id desc"
    ));
    Ok(on!(c, db => sqlx::query_as(sql).bind(owner.to_string()).fetch_all(db).await?))
}

/// One that a professional kept; nothing when it is someone else's.
///
/// # Errors
/// When the database refuses.
pub async fn kept(c: &mut Conn, owner: MemberId, id: KeptId) -> Result<Option<Kept>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{KEPT} join journeys j on j.id = k.journey where j.professional = $1 and k.id = $2"
    ));
    Ok(
        on!(c, db => sqlx::query_as(sql).bind(owner.to_string()).bind(id.to_string()).fetch_optional(db).await?),
    )
}

/// Writes one into a collection, or writes it anew.
///
/// # Errors
/// When the database refuses.
pub async fn put_kept(
    c: &mut Conn,
    id: KeptId,
    journey: JourneyId,
    (kind, question): Fits,
    sealed: &[u8],
    now: Stamp,
) -> Result<()> {
    let sql =
        "insert into kept_alternatives (id, journey, kind, question, text_sealed, created_at, changed_at)
        values ($1, $2, $3, $4, $5, $6, $6) on conflict (id) do update set kind = excluded.kind,
        question = excluded.question, text_sealed = excluded.text_sealed, changed_at = excluded.changed_at
        where kept_alternatives.journey = excluded.journey";
    run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(journey.to_string())
            .bind(kind.map(MomentKind::key))
            .bind(question.map(LeadQuestion::key))
            .bind(sealed)
            .bind(now.0)
    );
    Ok(())
}

/// Takes one out of a collection, with where it came from.
///
/// # Errors
/// When the database refuses.
pub async fn delete_kept(c: &mut Conn, id: KeptId) -> Result<()> {
    let id = id.to_string();
    run!(c, sqlx::query("delete from derivations where derived = $1").bind(&id));
    run!(c, sqlx::query("delete from kept_alternatives where id = $1").bind(&id));
    Ok(())
}

/// One that was shared.
#[derive(Clone, Debug, FromRow)]
pub struct Shared {
    /// Its id, as text.
    pub id: String,
    /// In which organisation.
    pub organisation: String,
    /// For which kind of moment, as a word.
    pub kind: Option<String>,
    /// For which lead question, as a word.
    pub question: Option<String>,
    /// The words, sealed.
    pub text_sealed: Vec<u8>,
    /// Who shared it.
    pub author: String,
    /// Whether they chose to say so.
    pub named: bool,
    /// When.
    pub created_at: i64,
}

const SHARED: &str = "select id, organisation, kind, question, text_sealed, author, named, created_at
    from shared_alternatives";

/// Everything that was shared in an organisation, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn shared_in(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<Shared>> {
    let sql =
        sqlx::AssertSqlSafe(format!("{SHARED} where organisation = $1 order by created_at desc, id desc"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?))
}

/// One that was shared in an organisation; nothing when it was in another.
///
/// # Errors
/// When the database refuses.
pub async fn shared(c: &mut Conn, organisation: OrganisationId, id: SharedId) -> Result<Option<Shared>> {
    let sql = sqlx::AssertSqlSafe(format!("{SHARED} where organisation = $1 and id = $2"));
    Ok(
        on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).bind(id.to_string()).fetch_optional(db).await?),
    )
}

/// Who shares, and whether their name stands with it.
#[derive(Clone, Copy, Debug)]
pub struct By {
    /// In which organisation.
    pub organisation: OrganisationId,
    /// Who.
    pub author: MemberId,
    /// Whether they say so.
    pub named: bool,
}

/// Shares one.
///
/// # Errors
/// When the database refuses.
pub async fn insert_shared(
    c: &mut Conn,
    id: SharedId,
    by: By,
    (kind, question): Fits,
    sealed: &[u8],
    now: Stamp,
) -> Result<()> {
    let sql = "insert into shared_alternatives (id, organisation, kind, question, text_sealed, author, named, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(by.organisation.to_string())
            .bind(kind.map(MomentKind::key))
            .bind(question.map(LeadQuestion::key))
            .bind(sealed)
            .bind(by.author.to_string())
            .bind(by.named)
            .bind(now.0)
    );
    Ok(())
}

/// Takes back what someone shared, with where it came from. False when it is not theirs.
///
/// # Errors
/// When the database refuses.
pub async fn delete_shared(c: &mut Conn, id: SharedId, author: MemberId) -> Result<bool> {
    let sql = "delete from shared_alternatives where id = $1 and author = $2";
    let gone = run!(c, sqlx::query(sql).bind(id.to_string()).bind(author.to_string())) == 1;
    if gone {
        run!(c, sqlx::query("delete from derivations where derived = $1").bind(id.to_string()));
    }
    Ok(gone)
}

/// Writes down from which conversation, and what in it, something was made. Ids only.
///
/// # Errors
/// When the database refuses.
pub async fn derive(c: &mut Conn, derived: &str, from: ConversationId, about: Subject) -> Result<()> {
    let sql =
        "insert into derivations (derived, conversation, subject) values ($1, $2, $3) on conflict do nothing";
    run!(c, sqlx::query(sql).bind(derived).bind(from.to_string()).bind(about.to_string()));
    Ok(())
}

/// From which conversation, and what in it, something was made.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Root {
    /// Which conversation.
    pub conversation: String,
    /// A question's word or a moment's id.
    pub subject: String,
}

/// From what something was made, as far as that is still known.
///
/// # Errors
/// When the database refuses.
pub async fn derived_from(c: &mut Conn, derived: &str) -> Result<Vec<Root>> {
    let sql = "select conversation, subject from derivations where derived = $1 order by conversation";
    Ok(on!(c, db => sqlx::query_as(sql).bind(derived).fetch_all(db).await?))
}
