//! Reading the log as a privacy officer: who did what, when and in which conversation; never what people said.

use std::collections::HashMap;

use method::consent::companion::CompanionKind;
use method::ids::{ConversationId, MemberId, ParticipantId};
use method::roles::{Perspective, Role};
use method::time::Stamp;
use records::Conn;
use records::audit::Entry;

use super::verifying::Verified;
use crate::{Caller, House, Result};

/// How many lines a page of the log has.
pub const PAGE: i64 = 50;

/// Who did something, as far as the log tells it to a privacy officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Someone with an account, by name.
    Member(String),
    /// Someone without one, by the chair they sat in.
    Chair(Perspective),
    /// Someone who was there too.
    Beside(CompanionKind),
    /// Someone who is not there any more: a companion who was taken out again.
    Gone,
    /// The program itself.
    Program,
}

/// One line of the log.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: Stamp,
    /// Who.
    pub who: Who,
    /// What was done, as a word.
    pub deed: String,
    /// On what, as a word or an id.
    pub subject: Option<String>,
    /// In which conversation, if it was in one.
    pub conversation: Option<ConversationId>,
}

/// A page of the log, with whether all of it holds.
#[derive(Debug)]
pub struct Log {
    /// Whether it holds.
    pub verified: Verified,
    /// The lines, newest first.
    pub lines: Vec<Told>,
    /// The number from which an older page goes on, if there is one.
    pub older: Option<i64>,
}

/// Looks each person and conversation up once.
#[derive(Debug, Default)]
pub(crate) struct Teller {
    people: HashMap<String, Who>,
    conversations: HashMap<String, Option<ConversationId>>,
}

impl Teller {
    /// A line with its people by name or by chair.
    pub(crate) async fn tell(&mut self, c: &mut Conn, e: Entry) -> Result<Told> {
        let who = match self.people.get(&e.actor) {
            Some(who) => who.clone(),
            None => {
                let who = who(c, &e).await?;
                self.people.insert(e.actor.clone(), who.clone());
                who
            }
        };
        let conversation = match &e.scope {
            None => None,
            Some(scope) => match self.conversations.get(scope) {
                Some(known) => *known,
                None => {
                    let found = match ConversationId::parse(scope) {
                        Some(id) => records::conversation::by_id(c, id).await?.map(|_| id),
                        None => None,
                    };
                    self.conversations.insert(scope.clone(), found);
                    found
                }
            },
        };
        let at = Stamp(e.at);
        Ok(Told { seq: e.seq, at, who, deed: e.deed, subject: e.subject, conversation })
    }
}

async fn who(c: &mut Conn, e: &Entry) -> Result<Who> {
    if let (Some(id), "member") = (MemberId::parse(&e.actor), e.actor_kind.as_str()) {
        let row = records::identity::by_id(c, id).await?;
        return Ok(row.map_or(Who::Gone, |row| Who::Member(row.name)));
    }
    let Some(id) = ParticipantId::parse(&e.actor) else { return Ok(Who::Program) };
    if let Some(what) = records::consent::companions::what(c, id).await? {
        return Ok(Who::Beside(what));
    }
    let row = records::conversation::participant(c, id).await?;
    Ok(row.and_then(|row| Perspective::parse(&row.perspective)).map_or(Who::Gone, Who::Chair))
}

impl House {
    /// The log of the privacy officer's organisation, from the newest line or from before line `before`, with whether
    /// all of it holds.
    ///
    /// # Errors
    /// `Unknown` for anyone but a privacy officer.
    #[crate::boxed]
    pub async fn audit_log(&self, caller: &Caller, before: Option<i64>) -> Result<Log> {
        let organisation = caller.with_role(Role::PrivacyOfficer)?.organisation;
        let verified = self.verify_audit(organisation).await?;
        let mut c = self.db.read().await?;
        let before = before.unwrap_or(i64::MAX);
        let mut rows = records::audit::newest(&mut c, organisation, before, PAGE + 1).await?;
        let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
        let more = rows.len() > page;
        rows.truncate(page);
        let older = rows.last().map(|row| row.seq).filter(|_| more);
        let (mut teller, mut lines) = (Teller::default(), Vec::with_capacity(rows.len()));
        for row in rows {
            lines.push(teller.tell(&mut c, row).await?);
        }
        Ok(Log { verified, lines, older })
    }
}
