//! The register of the privacy officer: consents as facts, terms and endings; never what was said.

use method::consent::companion::CompanionKind;
use method::consent::receipt::Ending;
use method::consent::{Facts, Purpose};
use method::ids::{ConversationId, MemberId};
use method::roles::{ConversationKind, Perspective, Role};
use method::time::Stamp;
use method::words;
use records::Conn;
use records::conversation::Conversation;

use crate::consent::{Consent, kept};
use crate::house::ids;
use crate::{Caller, House, Result};

/// How many lines the register shows at most; a day, a state or an id narrows it.
const LISTED: usize = 200;
/// How many conversations are looked through for a state, from the newest.
const LOOKED_THROUGH: i64 = 600;

words! {
    /// How a conversation stands, as far as consent goes.
    Stands {
        /// Not everyone in the picture said yes.
        Asking = "asking",
        /// Everyone said yes, and nothing was recorded yet.
        Given = "given",
        /// The second yes is awaited.
        Second = "second",
        /// The second yes is in.
        Confirmed = "confirmed",
        /// It ended.
        Ended = "ended",
    }
}

/// What the register is narrowed to; all of it by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrow {
    /// Conversations of one day, from its first moment to the next day's.
    pub day: Option<(Stamp, Stamp)>,
    /// Those that stand so.
    pub state: Option<Stands>,
    /// Those whose id begins so.
    pub id: String,
}

/// One conversation as the register knows it.
#[derive(Debug)]
pub struct Registered {
    /// Which.
    pub id: ConversationId,
    /// Between whom.
    pub kind: ConversationKind,
    /// The day it was or will be held.
    pub held_on: Stamp,
    /// The professional's name.
    pub professional: Option<String>,
    /// Purposes to which everyone in the picture said yes.
    pub purposes: Vec<Purpose>,
    /// Whether the second yes to looking is in, from everyone in the picture.
    pub confirmed: bool,
    /// Until when the second yes is awaited.
    pub second_yes_until: Option<Stamp>,
    /// When everything ends by itself.
    pub retention_until: Option<Stamp>,
    /// When and why it ended.
    pub ended: Option<(Stamp, Option<Ending>)>,
}

impl Registered {
    /// How it stands.
    #[must_use]
    pub fn stands(&self) -> Stands {
        match (&self.ended, self.purposes.contains(&Purpose::Look), self.confirmed, self.second_yes_until) {
            (Some(_), ..) => Stands::Ended,
            (None, true, true, Some(_)) => Stands::Confirmed,
            (None, true, false, Some(_)) => Stands::Second,
            (None, true, _, None) => Stands::Given,
            (None, false, ..) => Stands::Asking,
        }
    }
}

/// One conversation of the register with every yes in it.
#[derive(Debug)]
pub struct Page {
    /// The line of the register.
    pub line: Registered,
    /// Every yes, beside whose it is.
    pub yeses: Vec<(Sayer, Consent)>,
    /// How many papers were entered: that they are there, and nothing of what is on them.
    pub papers: usize,
}

/// Whose yes it is: from a chair, or of someone who was there too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sayer {
    /// From a chair.
    Chair(Perspective),
    /// Someone who was there too.
    Beside(CompanionKind),
}

impl House {
    /// The organisation's conversations as facts, newest first, narrowed.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer.
    #[crate::boxed]
    pub async fn register(&self, caller: &Caller, narrow: &Narrow) -> Result<Vec<Registered>> {
        let organisation = caller.with_role(Role::PrivacyOfficer)?.organisation;
        let mut c = self.db.read().await?;
        // Only what an id is made of is looked for, so that nothing in it has a meaning of its own.
        let id: String = narrow.id.chars().filter(|c| c.is_ascii_hexdigit() || *c == '-').collect();
        if id.len() != narrow.id.chars().count() {
            return Ok(Vec::new());
        }
        let rows =
            records::conversation::of_organisation(&mut c, organisation, narrow.day, &id, LOOKED_THROUGH)
                .await?;
        let mut lines = Vec::new();
        for row in rows {
            let line = registered(&mut c, row).await?;
            if narrow.state.is_none_or(|state| state == line.stands()) {
                lines.push(line);
            }
            if lines.len() == LISTED {
                break;
            }
        }
        Ok(lines)
    }

    /// One conversation as facts, with every yes in it.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer of the same organisation.
    #[crate::boxed]
    pub async fn registered(&self, caller: &Caller, id: ConversationId) -> Result<Page> {
        let organisation = caller.with_role(Role::PrivacyOfficer)?.organisation;
        let mut c = self.db.read().await?;
        let row = records::conversation::by_id(&mut c, id).await?;
        let row = row.filter(|row| row.organisation == organisation.to_string());
        let row = row.ok_or(method::Refusal::Unknown)?;
        let (facts, _) = kept(&mut c, id).await?;
        let chair = |yes: &Consent| {
            let voice = facts.voices().find(|voice| voice.id == yes.participant)?;
            voice.perspective.map(Sayer::Chair).or(voice.companion.map(Sayer::Beside))
        };
        let yeses = records::consent::of_conversation(&mut c, id).await?;
        let yeses = yeses.into_iter().filter_map(|yes| Some((chair(&yes)?, yes))).collect();
        let papers = records::consent::papers::of_conversation(&mut c, id).await?.len();
        Ok(Page { line: registered(&mut c, row).await?, yeses, papers })
    }
}

async fn registered(c: &mut Conn, row: Conversation) -> Result<Registered> {
    let id = ids::conversation(&row.id)?;
    let (facts, _) = kept(c, id).await?;
    let professional = match professional(&facts) {
        Some(member) => records::identity::by_id(c, member).await?.map(|member| member.name),
        None => None,
    };
    let said = |purpose: &Purpose| facts.all_said_yes(*purpose);
    Ok(Registered {
        id,
        kind: facts.kind,
        held_on: Stamp(row.held_on),
        professional,
        purposes: Purpose::ALL.iter().copied().filter(said).collect(),
        confirmed: facts.all_confirmed(Purpose::Look),
        second_yes_until: row.second_yes_until.map(Stamp),
        retention_until: row.retention_until.map(Stamp),
        ended: row.destroyed_at.map(|at| (Stamp(at), row.destroyed_why.as_deref().and_then(Ending::parse))),
    })
}

fn professional(facts: &Facts) -> Option<MemberId> {
    facts.parties.iter().find(|party| party.perspective == Perspective::Professional)?.member
}
