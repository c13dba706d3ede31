//! The drawer: where pieces without a name wait for one another. Slips of one length, all sealed anew together, so that
//! two copies of the database do not tell which of them was filled in between.

use method::ids::OrganisationId;
use method::roles::Role;
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// How far an organisation's board came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Turn {
    /// The turn that was laid out last.
    pub turn: i64,
    /// Since when a crowd is counted.
    pub since: i64,
    /// When all slips were last sealed anew by the clock.
    pub stirred_at: i64,
}

/// How far the board came, held until the transaction ends so that two programs do not stir at once; nothing when there
/// is no drawer yet.
///
/// # Errors
/// When the database refuses.
pub async fn hold(c: &mut Conn, organisation: OrganisationId) -> Result<Option<Turn>> {
    let sql = "update board_turns set turn = turn where organisation = $1 returning turn, since, stirred_at";
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_optional(db).await?))
}

/// Writes down how far the board came.
///
/// # Errors
/// When the database refuses.
pub async fn put_turn(c: &mut Conn, organisation: OrganisationId, turn: Turn) -> Result<()> {
    let sql = "insert into board_turns (organisation, turn, since, stirred_at) values ($1, $2, $3, $4)
        on conflict (organisation) do update set turn = excluded.turn, since = excluded.since,
        stirred_at = excluded.stirred_at";
    run!(
        c,
        sqlx::query(sql)
            .bind(organisation.to_string())
            .bind(turn.turn)
            .bind(turn.since)
            .bind(turn.stirred_at)
    );
    Ok(())
}

/// Every slip in the drawer of an organisation, by its place.
///
/// # Errors
/// When the database refuses.
pub async fn slips(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<(i64, Vec<u8>)>> {
    let sql = "select slot, slip_sealed from board_drawer where organisation = $1 order by slot";
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?))
}

/// Puts a slip in its place.
///
/// # Errors
/// When the database refuses.
pub async fn put_slip(c: &mut Conn, organisation: OrganisationId, slot: i64, sealed: &[u8]) -> Result<()> {
    let sql = "insert into board_drawer (organisation, slot, slip_sealed) values ($1, $2, $3)
        on conflict (organisation, slot) do update set slip_sealed = excluded.slip_sealed";
    run!(c, sqlx::query(sql).bind(organisation.to_string()).bind(slot).bind(sealed));
    Ok(())
}

/// Every organisation, as text.
///
/// # Errors
/// When the database refuses.
pub async fn organisations(c: &mut Conn) -> Result<Vec<String>> {
    Ok(on!(c, db => sqlx::query_scalar("select id from organisations order by id").fetch_all(db).await?))
}

fn at_work(column: &str) -> String {
    let roles = [Role::Professional, Role::Coach, Role::Manager].map(|role| format!("'{role}'")).join(", ");
    format!("exists (select 1 from member_roles r where r.member = {column} and r.role in ({roles}))")
}

/// How many people of an organisation may write on its board.
///
/// # Errors
/// When the database refuses.
pub async fn writers(c: &mut Conn, organisation: OrganisationId) -> Result<i64> {
    let sql = sqlx::AssertSqlSafe(format!(
        "select count(*) from members m where m.organisation = $1 and m.ended_at is null and {}",
        at_work("m.id")
    ));
    Ok(on!(c, db => sqlx::query_scalar(sql).bind(organisation.to_string()).fetch_one(db).await?))
}

/// How many different people who may write came in since then.
///
/// # Errors
/// When the database refuses.
pub async fn came_in(c: &mut Conn, organisation: OrganisationId, since: Stamp, deed: &str) -> Result<i64> {
    let sql = sqlx::AssertSqlSafe(format!(
        "select count(distinct a.actor) from audit a where a.organisation = $1 and a.at >= $2 and a.deed = $3
         and a.actor_kind = 'member' and {}",
        at_work("a.actor")
    ));
    let organisation = organisation.to_string();
    Ok(on!(c, db => sqlx::query_scalar(sql).bind(organisation).bind(since.0).bind(deed).fetch_one(db).await?))
}
