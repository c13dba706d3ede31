//! The organisation: its terms and its teams.

use method::Refusal;
use method::ids::{MemberId, OrganisationId, TeamId};
use method::roles::Role;
use method::time::Stamp;
use records::organisation::Organisation;

use crate::house::ids;
use crate::{Caller, Error, House, Result};

/// What an organisation chooses for itself.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Its name.
    pub name: String,
    /// The number that clients call.
    pub phone: String,
    /// How to reach its data protection officer.
    pub privacy_officer: String,
    /// How long a recording is kept, in months.
    pub retention_months: i64,
    /// How long the second yes is awaited, in days.
    pub second_yes_days: i64,
}

impl Terms {
    /// The terms of the method: six months, fourteen days.
    #[must_use]
    pub fn of(name: &str, phone: &str, privacy_officer: &str) -> Self {
        let (name, phone, privacy_officer) = (name.to_owned(), phone.to_owned(), privacy_officer.to_owned());
        Self { name, phone, privacy_officer, retention_months: 6, second_yes_days: 14 }
    }
}

impl From<Organisation> for Terms {
    fn from(row: Organisation) -> Self {
        Self {
            name: row.name,
            phone: row.phone,
            privacy_officer: row.privacy_officer,
            retention_months: row.retention_months,
            second_yes_days: row.second_yes_days,
        }
    }
}

impl House {
    /// Adds an organisation; done from the command line only.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn add_organisation(&self, terms: &Terms, now: Stamp) -> Result<OrganisationId> {
        let id = OrganisationId::new();
        let row = Organisation {
            id: id.to_string(),
            name: terms.name.clone(),
            phone: terms.phone.clone(),
            privacy_officer: terms.privacy_officer.clone(),
            retention_months: terms.retention_months,
            second_yes_days: terms.second_yes_days,
        };
        let mut c = self.db.write().await?;
        records::organisation::insert(&mut c, id, &row, now).await?;
        c.commit().await?;
        Ok(id)
    }

    /// The terms of an organisation.
    ///
    /// # Errors
    /// `Unknown` when there is none.
    #[crate::boxed]
    pub async fn terms(&self, id: OrganisationId) -> Result<Terms> {
        let row = records::organisation::by_id(&mut self.db.read().await?, id).await?;
        Ok(row.ok_or(Refusal::Unknown)?.into())
    }

    /// The first organisation of this installation, for pages that are read before anyone signed in.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn first_organisation(&self) -> Result<Option<(OrganisationId, Terms)>> {
        let rows = records::organisation::all(&mut self.db.read().await?).await?;
        let first = rows.into_iter().next();
        first.map(|row| Ok((ids::organisation(&row.id)?, row.into()))).transpose()
    }

    /// The teams of the administrator's organisation.
    ///
    /// # Errors
    /// `Unknown` for anyone but an administrator.
    #[crate::boxed]
    pub async fn teams(&self, caller: &Caller) -> Result<Vec<(TeamId, String)>> {
        let organisation = caller.with_role(Role::Administrator)?.organisation;
        let rows = records::organisation::teams(&mut self.db.read().await?, organisation).await?;
        Ok(rows.into_iter().filter_map(|row| Some((TeamId::parse(&row.id)?, row.name))).collect())
    }

    /// Adds a team.
    ///
    /// # Errors
    /// `Unknown` for anyone but an administrator; `Invalid` for an empty name.
    #[crate::boxed]
    pub async fn add_team(&self, caller: &Caller, name: &str) -> Result<TeamId> {
        let organisation = caller.with_role(Role::Administrator)?.organisation;
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 100 {
            return Err(Error::invalid("team", "invalid-name"));
        }
        let id = TeamId::new();
        let mut c = self.db.write().await?;
        records::organisation::insert_team(&mut c, id, organisation, name).await?;
        c.commit().await?;
        Ok(id)
    }

    /// Puts someone in one team, out of any other; nothing takes them out of all.
    ///
    /// # Errors
    /// `Unknown` for anyone but an administrator of the same organisation.
    #[crate::boxed]
    pub async fn set_team(&self, caller: &Caller, member: MemberId, team: Option<TeamId>) -> Result<()> {
        let organisation = caller.with_role(Role::Administrator)?.organisation;
        let mut c = self.db.write().await?;
        let row = records::identity::by_id(&mut c, member).await?;
        row.filter(|row| row.organisation == organisation.to_string()).ok_or(Refusal::Unknown)?;
        let teams = records::organisation::teams(&mut c, organisation).await?;
        records::organisation::leave_teams(&mut c, member).await?;
        if let Some(team) = team {
            teams.iter().find(|row| row.id == team.to_string()).ok_or(Refusal::Unknown)?;
            records::organisation::join_team(&mut c, team, member).await?;
        }
        Ok(c.commit().await?)
    }
}
