//! The months of the board, and the mails that say that one is over.

use method::board::Month;
use method::ids::{MemberId, OrganisationId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// The months of which there is something on the board, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn months(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<String>> {
    let sql = "select distinct month from board_pieces where organisation = $1 and taken_for is null
        order by month desc";
    Ok(on!(c, db => sqlx::query_scalar(sql).bind(organisation.to_string()).fetch_all(db).await?))
}

/// Writes down that a month is over. False when that was known.
///
/// # Errors
/// When the database refuses.
pub async fn close(c: &mut Conn, organisation: OrganisationId, month: Month) -> Result<bool> {
    let sql = "insert into board_months (organisation, month) values ($1, $2) on conflict do nothing";
    Ok(run!(c, sqlx::query(sql).bind(organisation.to_string()).bind(month.to_string())) == 1)
}

/// Whether a member wants a mail when a month is over.
///
/// # Errors
/// When the database refuses.
pub async fn wants(c: &mut Conn, member: MemberId) -> Result<bool> {
    let sql = "select count(*) from board_mail where member = $1";
    let count: i64 = on!(c, db => sqlx::query_scalar(sql).bind(member.to_string()).fetch_one(db).await?);
    Ok(count > 0)
}

/// A member wants such a mail from now on, or none; one that is still to go then goes no more.
///
/// # Errors
/// When the database refuses.
pub async fn choose(c: &mut Conn, member: MemberId, wanted: bool) -> Result<()> {
    let member = member.to_string();
    if wanted {
        let sql = "insert into board_mail (member) values ($1) on conflict do nothing";
        run!(c, sqlx::query(sql).bind(member));
    } else {
        run!(c, sqlx::query("delete from board_mail where member = $1").bind(&member));
        let sql = "delete from board_letters where member = $1 and sent_at is null";
        run!(c, sqlx::query(sql).bind(&member));
    }
    Ok(())
}

/// Orders the letters of a month, for everyone of the organisation who wants them; doing it twice orders none twice.
///
/// # Errors
/// When the database refuses.
pub async fn order(c: &mut Conn, organisation: &str, month: &str) -> Result<u64> {
    let sql = "insert into board_letters (member, month, tries) select m.id, $2, 0 from members m
        join board_mail w on w.member = m.id where m.organisation = $1 and m.ended_at is null
        on conflict do nothing";
    Ok(run!(c, sqlx::query(sql).bind(organisation).bind(month)))
}

/// A letter that is to go.
#[derive(Clone, Debug, FromRow)]
pub struct Letter {
    /// To whom, by id.
    pub member: String,
    /// Their address.
    pub email: String,
    /// Of which month.
    pub month: String,
    /// How often it failed.
    pub tries: i64,
}

/// The letters that are to go now.
///
/// # Errors
/// When the database refuses.
pub async fn due(c: &mut Conn, now: Stamp) -> Result<Vec<Letter>> {
    let sql =
        "select l.member, m.email, l.month, l.tries from board_letters l join members m on m.id = l.member
        where l.sent_at is null and (l.next_at is null or l.next_at <= $1) and m.ended_at is null
        order by l.member, l.month";
    Ok(on!(c, db => sqlx::query_as(sql).bind(now.0).fetch_all(db).await?))
}

/// Writes down that a letter went, or when it is tried again.
///
/// # Errors
/// When the database refuses.
pub async fn went(
    c: &mut Conn,
    (member, month): (&str, &str),
    sent_at: Option<Stamp>,
    next_at: Option<Stamp>,
) -> Result<()> {
    let sql = "update board_letters set sent_at = $3, next_at = $4, tries = tries + 1 where member = $1 and month = $2";
    run!(
        c,
        sqlx::query(sql).bind(member).bind(month).bind(sent_at.map(|at| at.0)).bind(next_at.map(|at| at.0))
    );
    Ok(())
}
