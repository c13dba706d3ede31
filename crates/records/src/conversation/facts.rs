//! What the rules of consent need to know, of one conversation or of all on a journey, in a handful of queries.

use method::consent::companion::{Companion, CompanionKind};
use method::consent::peer::Colleague;
use method::consent::{Facts, Party, Purpose, Yes};
use method::ids::{ConversationId, JourneyId, MemberId, OrganisationId, ParticipantId};
use method::looking::LookState;
use method::roles::{ConversationKind, Perspective, Role};
use method::time::Stamp;
use sqlx::FromRow;

use super::{CONVERSATION, Conversation, PARTICIPANT, Participant};
use crate::db::word;
use crate::{Conn, Error, Result, on};

/// A conversation with what the rules know of it, and who takes part.
#[derive(Debug)]
pub struct Known {
    /// As it is kept.
    pub row: Conversation,
    /// What the rules need.
    pub facts: Facts,
    /// Who takes part, in the order in which they came.
    pub participants: Vec<Participant>,
}

#[derive(FromRow)]
struct YesRow {
    participant: String,
    purpose: String,
    given_at: i64,
    confirmed_at: Option<i64>,
    withdrawn_at: Option<i64>,
}

#[derive(FromRow)]
struct BesideRow {
    id: String,
    conversation: String,
    companion: String,
}

#[derive(FromRow)]
struct ColleagueRow {
    conversation: String,
    member: String,
    role: String,
}

pub(super) async fn of_one(c: &mut Conn, conversation: Conversation) -> Result<Option<Known>> {
    let id = conversation.id.clone();
    Ok(known(c, vec![conversation], "conversation = $1", &id).await?.pop())
}

/// Everything the rules need to know of every conversation on a journey, oldest first: as many queries as for one.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn of_journey(c: &mut Conn, journey: JourneyId) -> Result<Vec<Known>> {
    let rows = super::of_journey(c, journey).await?;
    known(c, rows, "conversation in (select id from conversations where journey = $1)", &journey.to_string())
        .await
}

/// The same of the newest conversations in which a member has a part, at most `limit`.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn of_member(c: &mut Conn, member: MemberId, limit: i64) -> Result<Vec<Known>> {
    let rows = super::of_member(c, member, limit).await?;
    let of = "conversation in (select conversation from participants where member = $1)";
    known(c, rows, of, &member.to_string()).await
}

/// The same of all conversations of one kind that an organisation held between two moments, and of which something is left.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn held_between(
    c: &mut Conn,
    organisation: OrganisationId,
    kind: ConversationKind,
    from: Stamp,
    until: Stamp,
) -> Result<Vec<Known>> {
    // Words and numbers of this program's own stand in the text itself, so that every query takes the organisation alone.
    let which = format!(
        "organisation = $1 and kind = '{kind}' and held_on >= {} and held_on < {} and destroyed_at is null",
        from.0, until.0
    );
    let sql = sqlx::AssertSqlSafe(format!("{CONVERSATION} where {which} order by held_on, id"));
    let id = organisation.to_string();
    let rows: Vec<Conversation> = on!(c, db => sqlx::query_as(sql).bind(&id).fetch_all(db).await?);
    known(c, rows, &format!("conversation in (select id from conversations where {which})"), &id).await
}

async fn known(c: &mut Conn, rows: Vec<Conversation>, of: &str, id: &str) -> Result<Vec<Known>> {
    // A chair that was left without a look is empty, as for `participants`.
    let sql = sqlx::AssertSqlSafe(format!(
        "{PARTICIPANT} where {of} and companion is null and not (left_at is not null and id not in (select participant from looks))
         order by created_at, id"
    ));
    let participants: Vec<Participant> = on!(c, db => sqlx::query_as(sql).bind(id).fetch_all(db).await?);
    let sql = sqlx::AssertSqlSafe(format!(
        "select id, conversation, companion from participants where {of} and companion is not null
         order by created_at, id"
    ));
    let beside: Vec<BesideRow> = on!(c, db => sqlx::query_as(sql).bind(id).fetch_all(db).await?);
    let sql = sqlx::AssertSqlSafe(format!(
        "select participant, purpose, given_at, confirmed_at, withdrawn_at from consents where {of}"
    ));
    let yeses: Vec<YesRow> = on!(c, db => sqlx::query_as(sql).bind(id).fetch_all(db).await?);
    let sql = sqlx::AssertSqlSafe(format!("select participant, sealed_at from looks where {of}"));
    let looks: Vec<(String, Option<i64>)> = on!(c, db => sqlx::query_as(sql).bind(id).fetch_all(db).await?);
    // Someone whose account ended, or who works elsewhere now, is no colleague any more.
    let sql = sqlx::AssertSqlSafe(format!(
        "select k.conversation, k.member, r.role from colleagues k
         join conversations v on v.id = k.conversation
         join members m on m.id = k.member and m.ended_at is null and m.organisation = v.organisation
         join member_roles r on r.member = k.member where k.ended_at is null and k.{of}
         order by k.invited_at, k.id"
    ));
    let colleagues: Vec<ColleagueRow> = on!(c, db => sqlx::query_as(sql).bind(id).fetch_all(db).await?);
    let sql = sqlx::AssertSqlSafe(format!(
        "select p.id from participants p join member_roles r on r.member = p.member where p.{of} and r.role = $2"
    ));
    let managers: Vec<String> =
        on!(c, db => sqlx::query_scalar(sql).bind(id).bind(Role::Manager.key()).fetch_all(db).await?);
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let here: Vec<Participant> =
            participants.iter().filter(|one| one.conversation == row.id).cloned().collect();
        let facts = Facts {
            conversation: ConversationId::parse(&row.id).ok_or(Error::Column("conversations.id"))?,
            kind: word(ConversationKind::parse, &row.kind, "conversations.kind")?,
            parties: here
                .iter()
                .map(|p| party(p, managers.contains(&p.id), &yeses, &looks))
                .collect::<Result<_>>()?,
            companions: beside
                .iter()
                .filter(|one| one.conversation == row.id)
                .map(|one| companion(one, &yeses))
                .collect::<Result<_>>()?,
            colleagues: asked_along(colleagues.iter().filter(|one| one.conversation == row.id))?,
            destroyed: row.destroyed_at.map(Stamp),
            second_yes_until: row.second_yes_until.map(Stamp),
            retention_until: row.retention_until.map(Stamp),
        };
        all.push(Known { row, facts, participants: here });
    }
    Ok(all)
}

fn asked_along<'a>(rows: impl Iterator<Item = &'a ColleagueRow>) -> Result<Vec<Colleague>> {
    let mut colleagues: Vec<Colleague> = Vec::new();
    for row in rows {
        let member = MemberId::parse(&row.member).ok_or(Error::Column("colleagues.member"))?;
        let role = word(Role::parse, &row.role, "member_roles.role")?;
        match colleagues.iter_mut().find(|one| one.member == member) {
            Some(one) => one.roles.push(role),
            None => colleagues.push(Colleague { member, roles: vec![role] }),
        }
    }
    Ok(colleagues)
}

fn companion(row: &BesideRow, yeses: &[YesRow]) -> Result<Companion> {
    Ok(Companion {
        id: ParticipantId::parse(&row.id).ok_or(Error::Column("participants.id"))?,
        what: word(CompanionKind::parse, &row.companion, "participants.companion")?,
        yeses: said_by(&row.id, yeses)?,
    })
}

fn said_by(participant: &str, yeses: &[YesRow]) -> Result<Vec<(Purpose, Yes)>> {
    let yeses = yeses.iter().filter(|row| row.participant == participant).map(|row| {
        let yes = match (row.withdrawn_at, row.confirmed_at) {
            (Some(at), _) => Yes::Withdrawn(Stamp(at)),
            (None, Some(at)) => Yes::Confirmed(Stamp(at)),
            (None, None) => Yes::Given(Stamp(row.given_at)),
        };
        Ok((word(Purpose::parse, &row.purpose, "consents.purpose")?, yes))
    });
    yeses.collect()
}

fn party(p: &Participant, manages: bool, yeses: &[YesRow], looks: &[(String, Option<i64>)]) -> Result<Party> {
    let look = looks.iter().find(|(participant, _)| *participant == p.id);
    Ok(Party {
        id: ParticipantId::parse(&p.id).ok_or(Error::Column("participants.id"))?,
        perspective: word(Perspective::parse, &p.perspective, "participants.perspective")?,
        member: p.member.as_deref().and_then(MemberId::parse),
        manages,
        yeses: said_by(&p.id, yeses)?,
        look: look.map(|(_, sealed)| sealed.map_or(LookState::Open, |at| LookState::Sealed(Stamp(at)))),
    })
}
