//! What a privacy officer keeps: the grounds of processing, when terms were last looked after, endings and numbers.

use method::consent::receipt::Receipt;
use method::ids::{ConversationId, OrganisationId};
use method::privacy::{LegalBasis, Processing};
use method::time::Stamp;
use sqlx::FromRow;

use crate::conversation::Conversation;
use crate::db::word;
use crate::{Conn, Result, on, run};

/// The ground that was chosen for one kind of processing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// For what.
    pub processing: Processing,
    /// On which ground.
    pub basis: LegalBasis,
    /// Since when.
    pub since: Stamp,
}

/// The grounds that an organisation chose.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn bases(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<Basis>> {
    let sql = "select processing, basis, changed_at from processing_bases where organisation = $1";
    let rows: Vec<(String, String, i64)> =
        on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?);
    let read = |(processing, basis, since): (String, String, i64)| {
        Ok(Basis {
            processing: word(Processing::parse, &processing, "processing_bases.processing")?,
            basis: word(LegalBasis::parse, &basis, "processing_bases.basis")?,
            since: Stamp(since),
        })
    };
    rows.into_iter().map(read).collect()
}

/// Writes the ground for one kind of processing down; nothing takes it away. False when it stood so already.
///
/// # Errors
/// When the database refuses.
pub async fn set_basis(
    c: &mut Conn,
    organisation: OrganisationId,
    processing: Processing,
    basis: Option<LegalBasis>,
    now: Stamp,
) -> Result<bool> {
    let organisation = organisation.to_string();
    let Some(basis) = basis else {
        let sql = "delete from processing_bases where organisation = $1 and processing = $2";
        return Ok(run!(c, sqlx::query(sql).bind(&organisation).bind(processing.key())) == 1);
    };
    let sql =
        "insert into processing_bases (organisation, processing, basis, changed_at) values ($1, $2, $3, $4)
               on conflict (organisation, processing) do update set basis = excluded.basis,
               changed_at = excluded.changed_at where processing_bases.basis <> excluded.basis";
    let touched =
        run!(c, sqlx::query(sql).bind(&organisation).bind(processing.key()).bind(basis.key()).bind(now.0));
    Ok(touched == 1)
}

/// Notes that the program looked for what ended by itself.
///
/// # Errors
/// When the database refuses.
pub async fn note_sweep(c: &mut Conn, now: Stamp) -> Result<()> {
    let sql = "insert into sweeps (name, swept_at) values ('terms', $1)
               on conflict (name) do update set swept_at = excluded.swept_at";
    run!(c, sqlx::query(sql).bind(now.0));
    Ok(())
}

/// When the program last looked for what ended by itself.
///
/// # Errors
/// When the database refuses.
pub async fn last_sweep(c: &mut Conn) -> Result<Option<Stamp>> {
    let sql = "select swept_at from sweeps where name = 'terms'";
    let at: Option<i64> = on!(c, db => sqlx::query_scalar(sql).fetch_optional(db).await?);
    Ok(at.map(Stamp))
}

/// How much there is, in numbers that tell of nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Numbers {
    /// Conversations that were not destroyed.
    pub conversations: i64,
    /// Those of them with terms that run: something was recorded.
    pub recorded: i64,
    /// People with an account.
    pub members: i64,
    /// Accounts of the demo, which anybody can enter.
    pub demo: i64,
}

/// How much an organisation has.
///
/// # Errors
/// When the database refuses.
pub async fn numbers(c: &mut Conn, organisation: OrganisationId) -> Result<Numbers> {
    let sql = "select
        (select count(*) from conversations where organisation = $1 and destroyed_at is null) as conversations,
        (select count(*) from conversations where organisation = $1 and destroyed_at is null
            and retention_until is not null) as recorded,
        (select count(*) from members where organisation = $1 and ended_at is null) as members,
        (select count(*) from members where organisation = $1 and ended_at is null and demo) as demo";
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_one(db).await?))
}

/// Conversations of an organisation with a term that ends before `until`, the first to end first, at most `limit`. Whether
/// the term of a second yes still counts is for the rules to say.
///
/// # Errors
/// When the database refuses.
pub async fn ending(
    c: &mut Conn,
    organisation: OrganisationId,
    until: Stamp,
    limit: i64,
) -> Result<Vec<Conversation>> {
    let sql =
        "select id, organisation, journey, kind, held_on, created_at, second_yes_until, retention_until,
               destroyed_at, destroyed_why from conversations where organisation = $1 and destroyed_at is null
               and (retention_until < $2 or second_yes_until < $2 and exists (select 1 from consents y
                   where y.conversation = conversations.id and y.purpose = 'look' and y.withdrawn_at is null
                   and y.confirmed_at is null))
               order by retention_until, id limit $3";
    let organisation = organisation.to_string();
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation).bind(until.0).bind(limit).fetch_all(db).await?))
}

#[derive(FromRow)]
struct Ended {
    conversation: String,
    held_on: i64,
}

/// The conversations of an organisation in which something was taken back or ended, the newest first, at most `limit`,
/// with the day each was held and its receipts.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn ended(
    c: &mut Conn,
    organisation: OrganisationId,
    limit: i64,
) -> Result<Vec<(ConversationId, Stamp, Vec<Receipt>)>> {
    let sql =
        "select c.id as conversation, c.held_on from conversations c join receipts r on r.conversation = c.id
               where c.organisation = $1 group by c.id, c.held_on order by max(r.at) desc, c.id limit $2";
    let rows: Vec<Ended> = on!(c, db => {
        sqlx::query_as(sql).bind(organisation.to_string()).bind(limit).fetch_all(db).await?
    });
    let mut ended = Vec::with_capacity(rows.len());
    for row in rows {
        let id = word(ConversationId::parse, &row.conversation, "receipts.conversation")?;
        ended.push((id, Stamp(row.held_on), crate::consent::receipts(c, id).await?));
    }
    Ok(ended)
}
