//! Patterns (patronen): a quarter is counted once, by the program itself, and from then on only shown.
//!
//! Counting reads plain columns and opens nothing. What the rule does not make public is not kept, so no later question,
//! no other program on the same database and no backup holds a figure with few people behind it.

use std::collections::BTreeMap;

use method::Refusal;
use method::ids::{MemberId, OrganisationId, TeamId};
use method::patterns::period::Quarter;
use method::patterns::rule::{Counted, Published, publish};
use method::patterns::{Topic, counts, knowing, may_see};
use method::roles::Perspective;
use method::time::Stamp;
use records::Conn;
use records::patterns::Held;

use crate::house::ids;
use crate::{Caller, House, Result, audit};

/// What somebody sees: one team, or all together.
#[derive(Debug)]
pub struct Patterns {
    /// The teams of which anything is public, by name.
    pub teams: Vec<(TeamId, String)>,
    /// Every quarter that was counted, the first first, with what is public of it for what was asked.
    pub quarters: Vec<(Quarter, Published)>,
}

impl House {
    /// Counts every quarter that is over and was not counted yet, of every organisation. Gives how many.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn count_patterns(&self, now: Stamp) -> Result<usize> {
        let mut c = self.db.read().await?;
        let mut waiting: Vec<(OrganisationId, Quarter)> = Vec::new();
        for row in records::organisation::all(&mut c).await? {
            let organisation = ids::organisation(&row.id)?;
            let Some(first) = records::patterns::first_held(&mut c, organisation).await? else { continue };
            let counted = records::patterns::counted(&mut c, organisation).await?;
            let quarters = Quarter::of(first).settled_since(now).filter(|one| !counted.contains(one));
            waiting.extend(quarters.map(|one| (organisation, one)));
        }
        drop(c);
        let mut done = 0;
        for (organisation, quarter) in waiting {
            done += usize::from(self.count_quarter(organisation, quarter, now).await?);
        }
        Ok(done)
    }

    /// Counts one quarter, in one transaction with taking it: whoever comes second finds it counted.
    async fn count_quarter(
        &self,
        organisation: OrganisationId,
        quarter: Quarter,
        now: Stamp,
    ) -> Result<bool> {
        let mut c = self.db.write().await?;
        if !records::patterns::take(&mut c, organisation, quarter, now).await? {
            return Ok(false);
        }
        let published = publish(&counted(&mut c, organisation, quarter, now).await?);
        records::patterns::keep(&mut c, organisation, quarter, &published).await?;
        let subject = quarter.key();
        let line = audit::Line { deed: audit::Deed::CountedPatterns, scope: None, subject: Some(&subject) };
        audit::write(&mut c, organisation, &Caller::worker(now), line).await?;
        c.commit().await?;
        Ok(true)
    }

    /// What is public of a team, or of the whole organisation.
    ///
    /// # Errors
    /// `Unknown` for whoever does not lead, accompany or manage, and for a team of which nothing is public.
    #[crate::boxed]
    pub async fn patterns(&self, caller: &Caller, team: Option<TeamId>) -> Result<Patterns> {
        let organisation = caller.account()?.organisation;
        may_see(organisation, organisation, caller.roles())?;
        let mut c = self.db.read().await?;
        let teams = records::patterns::teams(&mut c, organisation).await?;
        if team.is_some_and(|team| !teams.iter().any(|(id, _)| *id == team)) {
            return Err(Refusal::Unknown.into());
        }
        let mut public = records::patterns::of(&mut c, organisation, team).await?;
        let counted = records::patterns::counted(&mut c, organisation).await?;
        let quarters =
            counted.into_iter().map(|one| (one, public.remove(&one).unwrap_or_default())).collect();
        Ok(Patterns { teams, quarters })
    }
}

/// The conversations of a quarter that count, as the rule wants them.
async fn counted(
    c: &mut Conn,
    organisation: OrganisationId,
    quarter: Quarter,
    now: Stamp,
) -> Result<Vec<Counted>> {
    let teams = records::patterns::teams_of(c, organisation).await?;
    let held = records::patterns::held(c, organisation, quarter).await?;
    Ok(held
        .into_iter()
        .filter(|one| counts(&one.facts, now))
        .filter_map(|one| as_counted(&teams, one))
        .collect())
}

fn as_counted(teams: &BTreeMap<MemberId, TeamId>, one: Held) -> Option<Counted> {
    let Held { facts, mut seen, along } = one;
    let chair = |chair: Perspective| facts.parties.iter().find(|party| party.perspective == chair);
    let sealed = |one: Perspective| chair(one).is_some_and(method::consent::Party::sealed);
    let lead = chair(Perspective::Professional)?.member?;
    seen.used.professional = sealed(Perspective::Professional);
    seen.used.client |= sealed(Perspective::Client);
    seen.used.coach = sealed(Perspective::Coach);
    let mut knows = knowing(&facts);
    knows.extend(along);
    knows.sort_unstable();
    knows.dedup();
    Some(Counted {
        lead,
        coach: chair(Perspective::Coach).and_then(|party| party.member),
        knowing: knows,
        team: teams.get(&lead).copied(),
        answers: Topic::all().map(|topic| seen.answer(topic)).collect(),
    })
}
