//! Invitations: whom an organisation asks to come in, the fingerprint of their link, and how its mail stands.

use method::ids::{InvitationId, MemberId, OrganisationId, TeamId};
use method::roles::Role;
use method::time::Stamp;
use method::words;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

words! {
    /// How the mail of an invitation stands.
    MailState {
        /// It is to be sent.
        Waiting = "waiting",
        /// The mail server took it.
        Sent = "sent",
        /// The mail server refused it for good.
        Refused = "refused",
    }
}

/// An invitation.
#[derive(Clone, Debug, FromRow)]
pub struct Invitation {
    /// Its id, as text.
    pub id: String,
    /// The organisation that invites.
    pub organisation: String,
    /// For whom.
    pub email: String,
    /// The roles they will have, words parted by a space.
    pub roles: String,
    /// The team they will join.
    pub team: Option<String>,
    /// When it was made.
    pub created_at: i64,
    /// Until when the link works.
    pub expires_at: i64,
    /// When it was used.
    pub accepted_at: Option<i64>,
    /// When it was taken back.
    pub ended_at: Option<i64>,
    /// How its mail stands, as a word; nothing when the link was handed over by hand.
    pub mail_state: Option<String>,
    /// Why its mail was refused or waits, as a word.
    pub mail_reason: Option<String>,
    /// When its mail was taken or refused.
    pub mail_at: Option<i64>,
    /// How often in a row sending failed.
    pub mail_tries: i64,
}

impl Invitation {
    /// Whether somebody can still come in by it.
    #[must_use]
    pub const fn is_open(&self, now: Stamp) -> bool {
        self.accepted_at.is_none() && self.ended_at.is_none() && self.expires_at > now.0
    }
}

const INVITATION: &str =
    "select id, organisation, email, roles, team, created_at, expires_at, accepted_at, ended_at,
    mail_state, mail_reason, mail_at, mail_tries from invitations";

/// A new invitation, before it is written down.
#[derive(Debug)]
pub struct NewInvitation<'a> {
    /// The organisation that invites.
    pub organisation: OrganisationId,
    /// The fingerprint of the link's token; the token itself is never kept.
    pub token_hash: &'a str,
    /// For whom.
    pub email: &'a str,
    /// With which roles.
    pub roles: &'a [Role],
    /// Into which team.
    pub team: Option<TeamId>,
    /// Who invites.
    pub by: MemberId,
    /// Until when the link works.
    pub expires_at: Stamp,
    /// Whether it goes by mail.
    pub by_mail: bool,
}

/// Writes an invitation down.
///
/// # Errors
/// When the database refuses.
pub async fn insert(c: &mut Conn, id: InvitationId, i: &NewInvitation<'_>, now: Stamp) -> Result<()> {
    let sql = "insert into invitations (id, organisation, token_hash, email, roles, team, invited_by, created_at, expires_at,
               mail_state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let roles = i.roles.iter().map(|role| role.key()).collect::<Vec<_>>().join(" ");
    run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(i.organisation.to_string())
            .bind(i.token_hash)
            .bind(i.email)
            .bind(roles)
            .bind(i.team.map(|t| t.to_string()))
            .bind(i.by.to_string())
            .bind(now.0)
            .bind(i.expires_at.0)
            .bind(i.by_mail.then_some(MailState::Waiting.key()))
    );
    Ok(())
}

/// The invitation behind a link.
///
/// # Errors
/// When the database refuses.
pub async fn by_token(c: &mut Conn, token_hash: &str) -> Result<Option<Invitation>> {
    let sql = sqlx::AssertSqlSafe(format!("{INVITATION} where token_hash = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(token_hash).fetch_optional(db).await?))
}

/// One invitation.
///
/// # Errors
/// When the database refuses.
pub async fn by_id(c: &mut Conn, id: InvitationId) -> Result<Option<Invitation>> {
    let sql = sqlx::AssertSqlSafe(format!("{INVITATION} where id = $1"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?))
}

/// The invitations of an organisation that are open, or ended since a moment; newest first.
///
/// # Errors
/// When the database refuses.
pub async fn since(c: &mut Conn, organisation: OrganisationId, since: Stamp) -> Result<Vec<Invitation>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{INVITATION} where organisation = $1 and coalesce(accepted_at, ended_at, expires_at) > $2
         order by created_at desc, id desc"
    ));
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).bind(since.0).fetch_all(db).await?))
}

/// The open invitations for an address, of whatever organisation; newest first.
///
/// # Errors
/// When the database refuses.
pub async fn open_for(c: &mut Conn, email: &str, now: Stamp) -> Result<Vec<Invitation>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{INVITATION} where email = $1 and accepted_at is null and ended_at is null and expires_at > $2
         order by created_at desc, id desc"
    ));
    Ok(on!(c, db => sqlx::query_as(sql).bind(email).bind(now.0).fetch_all(db).await?))
}

/// Marks an invitation as used. False when someone else was first, or it was taken back.
///
/// # Errors
/// When the database refuses.
pub async fn accept(c: &mut Conn, id: &str, now: Stamp) -> Result<bool> {
    let sql = "update invitations set accepted_at = $2, mail_next_at = null
               where id = $1 and accepted_at is null and ended_at is null";
    Ok(run!(c, sqlx::query(sql).bind(id).bind(now.0)) == 1)
}

/// Takes an open invitation back. False when there was none to take back.
///
/// # Errors
/// When the database refuses.
pub async fn end(c: &mut Conn, organisation: OrganisationId, id: InvitationId, now: Stamp) -> Result<bool> {
    let sql = "update invitations set ended_at = $3 where id = $1 and organisation = $2
               and accepted_at is null and ended_at is null";
    Ok(run!(c, sqlx::query(sql).bind(id.to_string()).bind(organisation.to_string()).bind(now.0)) == 1)
}

/// Gives an invitation another link, which shuts the one before, and a new term; its mail begins anew.
///
/// # Errors
/// When the database refuses.
pub async fn renew(
    c: &mut Conn,
    id: InvitationId,
    token_hash: &str,
    by_mail: bool,
    until: Stamp,
) -> Result<()> {
    let sql = "update invitations set token_hash = $2, mail_state = $3, expires_at = $4, mail_reason = null,
               mail_at = null, mail_tries = 0, mail_next_at = null where id = $1";
    let state = by_mail.then_some(MailState::Waiting.key());
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(token_hash).bind(state).bind(until.0));
    Ok(())
}

/// The open invitations whose mail is to go now, as ids.
///
/// # Errors
/// When the database refuses.
pub async fn to_mail(c: &mut Conn, now: Stamp) -> Result<Vec<String>> {
    let sql =
        "select id from invitations where mail_state = 'waiting' and accepted_at is null and ended_at is null
               and expires_at > $1 and coalesce(mail_next_at, 0) <= $1 order by created_at, id";
    Ok(on!(c, db => sqlx::query_scalar(sql).bind(now.0).fetch_all(db).await?))
}

/// Takes the sending of one invitation upon oneself until a moment, with a link that is made for it. False when another
/// program did, or when it is no longer to be sent.
///
/// # Errors
/// When the database refuses.
pub async fn take(c: &mut Conn, id: &str, token_hash: &str, now: Stamp, until: Stamp) -> Result<bool> {
    let sql =
        "update invitations set token_hash = $2, mail_next_at = $4 where id = $1 and mail_state = 'waiting'
               and accepted_at is null and ended_at is null and coalesce(mail_next_at, 0) <= $3";
    Ok(run!(c, sqlx::query(sql).bind(id).bind(token_hash).bind(now.0).bind(until.0)) == 1)
}

/// How sending a letter went.
#[derive(Clone, Copy, Debug)]
pub struct Outcome<'a> {
    /// How the mail stands now.
    pub state: MailState,
    /// Why, as a word.
    pub reason: Option<&'a str>,
    /// How often in a row it failed.
    pub tries: i64,
    /// When it is tried again.
    pub next_at: Option<Stamp>,
}

/// Writes down how the letter with this link went. False when another was ordered meanwhile: that one still is to go.
///
/// # Errors
/// When the database refuses.
pub async fn settle(
    c: &mut Conn,
    id: &str,
    token_hash: &str,
    outcome: &Outcome<'_>,
    now: Stamp,
) -> Result<bool> {
    let sql = "update invitations set mail_state = $3, mail_reason = $4, mail_tries = $5, mail_next_at = $6, mail_at = $7
               where id = $1 and token_hash = $2 and mail_state = 'waiting'";
    let touched = run!(
        c,
        sqlx::query(sql)
            .bind(id)
            .bind(token_hash)
            .bind(outcome.state.key())
            .bind(outcome.reason)
            .bind(outcome.tries)
            .bind(outcome.next_at.map(|at| at.0))
            .bind(now.0)
    );
    Ok(touched == 1)
}

/// Forgets the invitations that came to nothing before a moment: who did not come leaves no address behind.
///
/// # Errors
/// When the database refuses.
pub async fn forget(c: &mut Conn, before: Stamp) -> Result<()> {
    let sql = "delete from invitations where accepted_at is null and coalesce(ended_at, expires_at) <= $1";
    run!(c, sqlx::query(sql).bind(before.0));
    Ok(())
}
