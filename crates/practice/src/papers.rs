//! Papers: typeset for whoever may read what is on them.
//!
//! A blank paper says nothing of anybody. On the others stands what its reader may read now: the deed that opens it
//! asks for the permit, and the log says that it left the house on paper.

use method::Refusal;
use method::ids::{ConversationId, JourneyId, OrganisationId, ParticipantId, ScopeId, TryoutId};
use method::permit::{Deed, Reader};
use method::roles::{ConversationKind, Perspective, Role};
use tokio::sync::Semaphore;

use crate::client::NewLink;
use crate::journey::worksheet;
use crate::tryout::reach;
use crate::{Caller, Error, House, Result, audit};

pub use ::papers::{
    Accent, Card, Cards, Consent, Crossed, Day, Evaluation, Field, Group, Guide, Interview, Journey, Leaflet,
    Link, Logo, Named, Paper, Part, Plan, Pocket, Question, Reading, Sheet, Statement, Style, Worksheet,
};

/// How the papers of an installation look, besides the organisation's name.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The colour of titles.
    pub accent: Accent,
    /// The logo beside the name.
    pub logo: Option<Logo>,
}

impl Look {
    fn of(&self, name: &str) -> Style {
        Style { name: name.to_owned(), logo: self.logo.clone(), accent: self.accent }
    }

    /// Typesets a small paper, so that a logo that cannot be printed is known before anybody asks for a paper.
    ///
    /// # Errors
    /// When it cannot be printed.
    pub fn try_out(&self) -> Result<()> {
        let leaflet = Leaflet { lead: "Meerzien".to_owned(), free: None, parts: Vec::new() };
        let made = Day { year: 2027, month: 1, day: 1 };
        let paper =
            Paper { language: "nl", title: "Meerzien".to_owned(), made, sheet: Sheet::Leaflet(leaflet) };
        Ok(paper.pdf(&self.of("Meerzien")).map(drop)?)
    }
}

/// A paper on which somebody's words stand, and whose they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// The professional's worksheet with a conversation.
    Worksheet(ConversationId),
    /// What was read together, for everyone at the table.
    Reading(ConversationId),
    /// The plan of a tryout and what came of it, for everyone at the table.
    Plan(TryoutId),
    /// The professional's own pocket card.
    Pocket(TryoutId),
    /// A professional's own journey.
    Journey(JourneyId),
}

impl Filled {
    /// Its word in the log.
    const fn word(self) -> &'static str {
        match self {
            Self::Worksheet(_) => "worksheet",
            Self::Reading(_) => "reading",
            Self::Plan(_) => "plan",
            Self::Pocket(_) => "pocket",
            Self::Journey(_) => "journey",
        }
    }
}

/// How many papers are typeset at once: each takes a processor for a moment, and pages go first.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// Whether someone with these roles works with the method, and so with its papers.
#[must_use]
pub fn at_work(roles: &[Role]) -> bool {
    ConversationKind::led_by(roles).next().is_some() || roles.contains(&Role::Coach)
}

impl From<::papers::Error> for Error {
    fn from(error: ::papers::Error) -> Self {
        Self::Inner(format!("paper: {error}"))
    }
}

impl House {
    /// A paper with nothing of anybody on it, for whoever works with the method or came in by link and code.
    ///
    /// # Errors
    /// `Unknown` for anyone else, and for a paper on which something is written.
    #[crate::boxed]
    pub async fn blank_paper(&self, caller: &Caller, paper: Paper) -> Result<Vec<u8>> {
        if !paper.sheet.is_blank() {
            return Err(Refusal::Unknown.into());
        }
        let organisation = match (&caller.member, &caller.reader) {
            (Some(member), _) if at_work(&member.roles) => member.organisation,
            (None, Reader::Participant(_)) => {
                let id = self.own_conversation(caller).await?;
                crate::consent::kept(&mut self.db.read().await?, id).await?.1
            }
            _ => return Err(Refusal::Unknown.into()),
        };
        self.typeset(organisation, paper).await
    }

    /// The consent form of one person, with a fresh way in on it; what stands on it is kept, word for word.
    ///
    /// # Errors
    /// `Unknown` or `NotInvited` for anyone but the professional, or for someone with an account.
    pub async fn consent_form(
        &self,
        caller: &Caller,
        (id, of): (ConversationId, ParticipantId),
        content: &str,
        compose: impl FnOnce(NewLink, &str) -> Paper,
    ) -> Result<Vec<u8>> {
        let organisation = caller.account()?.organisation;
        let version = self.print_sheet(caller, id, of, content).await?;
        let link = self.renew_link_of(caller, id, of).await?;
        self.typeset(organisation, compose(link, &version)).await
    }

    /// A paper with somebody's words on it, as its reader has them before them now. It leaves a line in the log of what it
    /// came from; and when consent ended while it was made, nobody gets it.
    ///
    /// # Errors
    /// `Unknown` for strangers, and the refusal of the rule that lets the reader read those words on a screen.
    #[crate::boxed]
    pub async fn filled_paper(&self, caller: &Caller, filled: Filled, paper: Paper) -> Result<Vec<u8>> {
        let (organisation, _) = self.may_take(caller, filled).await?;
        let pdf = self.typeset(organisation, paper).await?;
        let (organisation, scope) = self.may_take(caller, filled).await?;
        let mut c = self.db.write().await?;
        let line =
            audit::Line { deed: audit::Deed::Printed, scope: Some(scope), subject: Some(filled.word()) };
        audit::write(&mut c, organisation, caller, line).await?;
        c.commit().await?;
        Ok(pdf)
    }

    /// Asks the rules for what a paper holds: a permit for these words, for this reader, now.
    async fn may_take(&self, caller: &Caller, filled: Filled) -> Result<(OrganisationId, ScopeId)> {
        let mut c = self.db.read().await?;
        let id = match filled {
            Filled::Worksheet(id) => {
                worksheet::permit(&mut c, caller, id).await?;
                id
            }
            Filled::Reading(id) => {
                Self::permit_in(&mut c, caller, id, Deed::Compare).await?;
                id
            }
            Filled::Plan(id) => reach(&mut c, caller, id, Deed::TryOut).await?.conversation,
            Filled::Pocket(id) => {
                let reached = reach(&mut c, caller, id, Deed::TryOut).await?;
                reached.only(Perspective::Professional)?;
                reached.conversation
            }
            Filled::Journey(id) => {
                Self::journey_permit(&mut c, caller, id).await?;
                return Ok((caller.account()?.organisation, id.into()));
            }
        };
        Ok((crate::consent::kept(&mut c, id).await?.1, id.into()))
    }

    /// Typesets a paper in the style of an organisation, where nobody waits for the thread.
    async fn typeset(&self, organisation: OrganisationId, paper: Paper) -> Result<Vec<u8>> {
        let style = self.settings.papers.of(&self.terms(organisation).await?.name);
        let _turn = AT_ONCE.acquire().await.map_err(|error| Error::Inner(error.to_string()))?;
        let made = tokio::task::spawn_blocking(move || paper.pdf(&style)).await;
        Ok(made.map_err(|error| Error::Inner(error.to_string()))??)
    }
}
