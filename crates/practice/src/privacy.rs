//! The privacy officer's place: what is processed and on which ground, what ends when, that it ended, and who saw what.
//! Facts only: no function here opens anything.

pub mod breach;
pub mod endings;
pub mod measures;

use method::ids::OrganisationId;
use method::privacy::{LegalBasis, Processing};
use method::roles::Role;
use method::time::Stamp;
use records::privacy::Basis;

pub use records::privacy::Numbers;

use crate::organisation::Terms;
use crate::{Caller, House, Result, audit};

/// One kind of processing, with the ground that was chosen for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Processed {
    /// For what.
    pub what: Processing,
    /// On which ground, and since when; nothing while nobody chose.
    pub basis: Option<(LegalBasis, Stamp)>,
}

/// The register of processing (AVG art. 30), as far as the program itself knows it.
#[derive(Debug)]
pub struct Register {
    /// The organisation and its terms in force.
    pub terms: Terms,
    /// What is processed here. Mail only where it is set up.
    pub lines: Vec<Processed>,
    /// How much there is.
    pub numbers: Numbers,
    /// The mail server's name, where mail is sent.
    pub mail_server: Option<String>,
}

impl House {
    pub(crate) fn officer(caller: &Caller) -> Result<OrganisationId> {
        Ok(caller.with_role(Role::PrivacyOfficer)?.organisation)
    }

    /// The register of processing of the privacy officer's organisation.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer.
    #[crate::boxed]
    pub async fn processing(&self, caller: &Caller) -> Result<Register> {
        let organisation = Self::officer(caller)?;
        let terms = self.terms(organisation).await?;
        let mut c = self.db.read().await?;
        let chosen = records::privacy::bases(&mut c, organisation).await?;
        let basis = |what: Processing| {
            let one = chosen.iter().find(|one: &&Basis| one.processing == what);
            Processed { what, basis: one.map(|one| (one.basis, one.since)) }
        };
        let here = |what: &Processing| *what != Processing::Mail || self.settings.mail;
        Ok(Register {
            terms,
            lines: Processing::ALL.iter().copied().filter(here).map(basis).collect(),
            numbers: records::privacy::numbers(&mut c, organisation).await?,
            mail_server: self.settings.mail_server.clone(),
        })
    }

    /// Writes down on which ground the organisation processes for one purpose; nothing takes it away.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer.
    #[crate::boxed]
    pub async fn choose_basis(
        &self,
        caller: &Caller,
        what: Processing,
        basis: Option<LegalBasis>,
    ) -> Result<()> {
        let organisation = Self::officer(caller)?;
        let mut c = self.db.write().await?;
        if records::privacy::set_basis(&mut c, organisation, what, basis, caller.now).await? {
            let subject = format!("{what} {}", basis.map_or("none", LegalBasis::key));
            let line = audit::Line { deed: audit::Deed::ChoseBasis, scope: None, subject: Some(&subject) };
            audit::write(&mut c, organisation, caller, line).await?;
            c.commit().await?;
        }
        Ok(())
    }
}
