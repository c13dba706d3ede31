//! Patterns: the plain facts that are counted of a period, and the figures that were made public of it.

use std::collections::BTreeMap;

use method::consent::Facts;
use method::ids::{MemberId, OrganisationId, TeamId};
use method::looking::{LeadQuestion, MomentKind, Step};
use method::patterns::period::Quarter;
use method::patterns::rule::{Base, Figure, Published};
use method::patterns::{Seen, Topic};
use method::roles::{ConversationKind, Perspective};
use method::time::Stamp;
use method::tryout::{Rating, Verdict};
use sqlx::FromRow;

use crate::conversation::facts;
use crate::db::word;
use crate::{Conn, Error, Result, on, run};

/// One conversation of a period, as far as it is plainly known.
#[derive(Debug)]
pub struct Held {
    /// What the rules of consent know.
    pub facts: Facts,
    /// What was marked, answered, used, tried and rated: of sealed looks only.
    pub seen: Seen,
    /// Everyone who was ever invited to look along as a colleague.
    pub along: Vec<MemberId>,
}

/// When the first conversation of an organisation was held.
///
/// # Errors
/// When the database refuses.
pub async fn first_held(c: &mut Conn, organisation: OrganisationId) -> Result<Option<Stamp>> {
    let sql = "select min(held_on) from conversations where organisation = $1";
    let first: Option<i64> =
        on!(c, db => sqlx::query_scalar(sql).bind(organisation.to_string()).fetch_one(db).await?);
    Ok(first.map(Stamp))
}

/// Rows of one period, each with the conversation it is about; `$1` is the organisation, `$2` and `$3` the period.
async fn rows<T>(
    c: &mut Conn,
    organisation: OrganisationId,
    quarter: Quarter,
    select: &'static str,
) -> Result<Vec<T>>
where
    T: Send
        + Unpin
        + for<'r> FromRow<'r, sqlx::sqlite::SqliteRow>
        + for<'r> FromRow<'r, sqlx::postgres::PgRow>,
{
    let sql = sqlx::AssertSqlSafe(format!(
        "{select} in (select id from conversations where organisation = $1 and held_on >= $2 and held_on < $3
         and destroyed_at is null)"
    ));
    let (organisation, from, until) = (organisation.to_string(), quarter.begins().0, quarter.ends().0);
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation).bind(from).bind(until).fetch_all(db).await?))
}

/// The conversations of a quarter with what is plainly known of each. Nothing sealed is read.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn held(c: &mut Conn, organisation: OrganisationId, quarter: Quarter) -> Result<Vec<Held>> {
    let known = facts::held_between(
        c,
        organisation,
        ConversationKind::ClientProfessional,
        quarter.begins(),
        quarter.ends(),
    )
    .await?;
    let mut seen: BTreeMap<String, (Seen, Vec<MemberId>)> = BTreeMap::new();
    let sql = "select distinct l.conversation, m.kind from moments m join looks l on l.id = m.look
               where l.sealed_at is not null and l.conversation";
    for (id, kind) in rows::<(String, String)>(c, organisation, quarter, sql).await? {
        let kind = word(MomentKind::parse, &kind, "moments.kind")?;
        seen.entry(id).or_default().0.kinds.push(kind);
    }
    let sql = "select l.conversation, a.question, a.step from answers a join looks l on l.id = a.look
               where l.sealed_at is not null and a.step is not null and l.conversation";
    for (id, question, step) in rows::<(String, String, String)>(c, organisation, quarter, sql).await? {
        let question = word(LeadQuestion::parse, &question, "answers.question")?;
        let step = word(Step::parse, &step, "answers.step")?;
        seen.entry(id).or_default().0.steps.push((question, step));
    }
    let sql =
        "select conversation, perspective, focus, noise, result from outcome_ratings where conversation";
    for (id, by, focus, noise, result) in
        rows::<(String, String, String, String, String)>(c, organisation, quarter, sql).await?
    {
        let step = |text: &str| word(Step::parse, text, "outcome_ratings");
        let rating = Rating { focus: step(&focus)?, noise: step(&noise)?, result: step(&result)? };
        let by = word(Perspective::parse, &by, "outcome_ratings.perspective")?;
        seen.entry(id).or_default().0.rated.push((by, rating));
    }
    let sql = "select conversation, verdict from tryouts where conversation";
    for (id, verdict) in rows::<(String, Option<String>)>(c, organisation, quarter, sql).await? {
        let verdict = verdict.map(|text| word(Verdict::parse, &text, "tryouts.verdict")).transpose()?;
        seen.entry(id).or_default().0.tried.push(verdict);
    }
    let sql = "select i.conversation from interviews i where i.approved_at is not null and i.conversation";
    for (id,) in rows::<(String,)>(c, organisation, quarter, sql).await? {
        seen.entry(id).or_default().0.used.client = true;
    }
    along(c, organisation, quarter, &mut seen).await?;
    let one = |known: facts::Known| {
        let (seen, along) = seen.remove(&known.row.id).unwrap_or_default();
        Held { facts: known.facts, seen, along }
    };
    Ok(known.into_iter().map(one).collect())
}

/// Colleagues: who was invited, and whether any of them wrote or offered something.
async fn along(
    c: &mut Conn,
    organisation: OrganisationId,
    quarter: Quarter,
    seen: &mut BTreeMap<String, (Seen, Vec<MemberId>)>,
) -> Result<()> {
    let sql = "select k.conversation, k.member, cast(case when exists (select 1 from peer_notes n where n.colleague = k.id)
               or exists (select 1 from offers o where o.conversation = k.conversation and o.by_member = k.member
                   and o.colleague) then 1 else 0 end as bigint) from colleagues k where k.conversation";
    for (id, member, said) in rows::<(String, String, i64)>(c, organisation, quarter, sql).await? {
        let (seen, along) = seen.entry(id).or_default();
        along.push(word(MemberId::parse, &member, "colleagues.member")?);
        seen.used.peer |= said == 1;
    }
    Ok(())
}

/// In which team each member of an organisation is now. Whoever is in more than one counts in one of them.
///
/// # Errors
/// When the database refuses.
pub async fn teams_of(c: &mut Conn, organisation: OrganisationId) -> Result<BTreeMap<MemberId, TeamId>> {
    let sql =
        "select m.member, m.team from team_members m join teams t on t.id = m.team where t.organisation = $1
               order by t.id desc";
    let rows: Vec<(String, String)> =
        on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?);
    let read = |(member, team): (String, String)| {
        Ok((
            word(MemberId::parse, &member, "team_members.member")?,
            word(TeamId::parse, &team, "team_members.team")?,
        ))
    };
    rows.into_iter().map(read).collect()
}

/// The quarters that were counted, the first first.
///
/// # Errors
/// When the database refuses.
pub async fn counted(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<Quarter>> {
    let sql = "select period from pattern_periods where organisation = $1 order by period";
    let rows: Vec<(String,)> =
        on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?);
    rows.iter().map(|(text,)| word(Quarter::parse, text, "pattern_periods.period")).collect()
}

/// Takes a quarter to count. False when it was counted before, by whichever program.
///
/// # Errors
/// When the database refuses.
pub async fn take(c: &mut Conn, organisation: OrganisationId, quarter: Quarter, now: Stamp) -> Result<bool> {
    let sql = "insert into pattern_periods (organisation, period, counted_at) values ($1, $2, $3)
               on conflict do nothing";
    Ok(run!(c, sqlx::query(sql).bind(organisation.to_string()).bind(quarter.key()).bind(now.0)) == 1)
}

fn team_text(team: Option<TeamId>) -> String {
    team.map_or_else(String::new, |team| team.to_string())
}

fn number(n: usize) -> Result<i64> {
    i64::try_from(n).map_err(|_| Error::Column("pattern_cells"))
}

/// Writes down what is made public of a quarter.
///
/// # Errors
/// When the database refuses.
pub async fn keep(c: &mut Conn, organisation: OrganisationId, quarter: Quarter, p: &Published) -> Result<()> {
    let (organisation, period) = (organisation.to_string(), quarter.key());
    let sql = "insert into pattern_bases (organisation, period, team, conversations, people)
               values ($1, $2, $3, $4, $5)";
    for base in &p.bases {
        let (conversations, people) = (number(base.conversations)?, number(base.people)?);
        run!(
            c,
            sqlx::query(sql)
                .bind(&organisation)
                .bind(&period)
                .bind(team_text(base.team))
                .bind(conversations)
                .bind(people)
        );
    }
    let sql = "insert into pattern_cells (organisation, period, team, topic, level, cell, conversations)
               values ($1, $2, $3, $4, $5, $6, $7)";
    for figure in &p.figures {
        for (cell, conversations) in figure.cells.iter().enumerate() {
            let (level, cell, conversations) =
                (number(figure.level)?, number(cell)?, number(*conversations)?);
            run!(
                c,
                sqlx::query(sql)
                    .bind(&organisation)
                    .bind(&period)
                    .bind(team_text(figure.team))
                    .bind(figure.topic.key())
                    .bind(level)
                    .bind(cell)
                    .bind(conversations)
            );
        }
    }
    Ok(())
}

#[derive(FromRow)]
struct BaseRow {
    period: String,
    team: String,
    conversations: i64,
    people: i64,
}

#[derive(FromRow)]
struct CellRow {
    period: String,
    team: String,
    topic: String,
    level: i64,
    conversations: i64,
}

fn size(n: i64) -> Result<usize> {
    usize::try_from(n).map_err(|_| Error::Column("pattern_cells"))
}

/// What is public of one team, or of all together, by quarter.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn of(
    c: &mut Conn,
    organisation: OrganisationId,
    team: Option<TeamId>,
) -> Result<BTreeMap<Quarter, Published>> {
    let (organisation, of) = (organisation.to_string(), team_text(team));
    let mut all: BTreeMap<Quarter, Published> = BTreeMap::new();
    let sql =
        "select period, team, conversations, people from pattern_bases where organisation = $1 and team = $2";
    let rows: Vec<BaseRow> =
        on!(c, db => sqlx::query_as(sql).bind(&organisation).bind(&of).fetch_all(db).await?);
    for row in rows {
        let quarter = word(Quarter::parse, &row.period, "pattern_bases.period")?;
        let base = Base {
            team: TeamId::parse(&row.team),
            conversations: size(row.conversations)?,
            people: size(row.people)?,
        };
        all.entry(quarter).or_default().bases.push(base);
    }
    let sql = "select period, team, topic, level, conversations from pattern_cells
               where organisation = $1 and team = $2 order by period, topic, cell";
    let rows: Vec<CellRow> =
        on!(c, db => sqlx::query_as(sql).bind(&organisation).bind(&of).fetch_all(db).await?);
    for row in rows {
        let quarter = word(Quarter::parse, &row.period, "pattern_cells.period")?;
        let topic = word(Topic::parse, &row.topic, "pattern_cells.topic")?;
        let published = all.entry(quarter).or_default();
        let cell = size(row.conversations)?;
        match published.figures.last_mut().filter(|figure| figure.topic == topic) {
            Some(figure) => figure.cells.push(cell),
            None => published.figures.push(Figure {
                team: TeamId::parse(&row.team),
                topic,
                level: size(row.level)?,
                cells: vec![cell],
            }),
        }
    }
    Ok(all)
}

/// The teams of which anything is public, by name.
///
/// # Errors
/// When the database refuses.
pub async fn teams(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<(TeamId, String)>> {
    let sql = "select t.id, t.name from teams t where t.organisation = $1 and exists (
               select 1 from pattern_bases b where b.organisation = $1 and b.team = t.id) order by t.name, t.id";
    let rows: Vec<(String, String)> =
        on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?);
    rows.into_iter().map(|(id, name)| Ok((word(TeamId::parse, &id, "teams.id")?, name))).collect()
}
