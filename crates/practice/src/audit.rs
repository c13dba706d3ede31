//! The audit log: one line per deed that matters to the law, chained by hash, readable by the participants.

use aws_lc_rs::digest;
use method::ids::{ConversationId, OrganisationId, ScopeId};
use method::permit::Reader;
use method::words;
use records::Conn;
use records::audit::Entry;

use crate::{Caller, House, Result};

words! {
    /// Deeds that leave a line.
    Deed {
        /// Signed in.
        SignedIn = "signed-in",
        /// Opened something of a conversation; the subject says what for.
        Opened = "opened",
        /// Set up a conversation.
        Prepared = "prepared",
        /// Said yes; the subject is the purpose.
        SaidYes = "said-yes",
        /// Said the second yes.
        SaidYesAgain = "said-yes-again",
        /// Entered a yes that was given on paper; the subject is the purpose.
        FiledPaper = "filed-paper",
        /// Said the same again on paper, after the conversation.
        FiledPaperAgain = "filed-paper-again",
        /// Said that someone else is in the picture; the subject is what they are.
        AddedCompanion = "added-companion",
        /// Asked to keep it longer.
        AskedLonger = "asked-longer",
        /// Said yes to keeping it longer.
        SaidYesLonger = "said-yes-longer",
        /// Everyone said yes, and it is kept longer.
        KeptLonger = "kept-longer",
        /// Took a yes back; the subject is the purpose.
        TookBack = "took-back",
        /// Made a link and code for the client.
        MadeLink = "made-link",
        /// Came in by link and code.
        CameIn = "came-in",
        /// A recording came in.
        Recorded = "recorded",
        /// Sealed a look.
        Sealed = "sealed",
        /// Destroyed a conversation; the subject says why.
        Destroyed = "destroyed",
        /// Invited someone.
        Invited = "invited",
        /// Took an invitation back: someone looks along no more.
        Uninvited = "uninvited",
        /// Changed someone's roles.
        ChangedRoles = "changed-roles",
        /// Ended someone's account.
        EndedAccount = "ended-account",
        /// Opened an ended account again.
        ReopenedAccount = "reopened-account",
        /// Changed their own password.
        ChangedPassword = "changed-password",
        /// Made themselves another way to prove who they are; the subject is which.
        AddedFactor = "added-factor",
        /// Took one of those away.
        RemovedFactor = "removed-factor",
        /// Began an account anew, whose owner lost everything.
        ResetAccount = "reset-account",
        /// Proved who they are with a code on paper.
        UsedRecoveryCode = "used-recovery-code",
    }
}

/// What to write down. Ids and words only, never content.
#[derive(Debug)]
pub struct Line<'a> {
    /// What was done.
    pub deed: Deed,
    /// In which conversation or journey.
    pub scope: Option<ScopeId>,
    /// On what in particular.
    pub subject: Option<&'a str>,
}

/// Appends a line within the deed's own transaction, so that both are kept or neither.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn write(c: &mut Conn, org: OrganisationId, caller: &Caller, line: Line<'_>) -> Result<()> {
    let (seq, previous) = records::audit::take_head(c, org).await?;
    let (actor_kind, actor) = match &caller.reader {
        Reader::Member(id) => ("member", id.to_string()),
        Reader::Participant(id) => ("participant", id.to_string()),
        Reader::Worker => ("worker", String::new()),
    };
    let mut entry = Entry {
        seq: seq + 1,
        at: caller.now.0,
        actor_kind: actor_kind.to_owned(),
        actor,
        deed: line.deed.key().to_owned(),
        scope: line.scope.map(|scope| scope.to_string()),
        subject: line.subject.map(ToOwned::to_owned),
        previous,
        hash: String::new(),
    };
    entry.hash = hash(&entry);
    Ok(records::audit::append(c, org, &entry).await?)
}

/// The hash of a line: SHA-256 over every field, each behind its length, so that no two lines read the same.
fn hash(e: &Entry) -> String {
    let (seq, at) = (e.seq.to_string(), e.at.to_string());
    let scope = e.scope.as_deref().unwrap_or("-");
    let subject = e.subject.as_deref().unwrap_or("-");
    let mut context = digest::Context::new(&digest::SHA256);
    for field in [&e.previous, &seq, &at, &e.actor_kind, &e.actor, &e.deed, scope, subject] {
        context.update(&(field.len() as u64).to_be_bytes());
        context.update(field.as_bytes());
    }
    hex::encode(context.finish())
}

/// Where a chain does not hold, in words for an operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Break {
    /// A line is missing before this number.
    Gap(i64),
    /// This line was changed, or another stands in its place.
    Forged(i64),
    /// This line does not follow the one before it.
    OutOfOrder(i64),
}

/// Walks a chain and names the first place where it does not hold.
#[must_use]
pub fn check(chain: &[Entry]) -> Option<Break> {
    let mut previous = String::new();
    for (expected, entry) in (1_i64..).zip(chain) {
        if entry.seq != expected {
            return Some(Break::Gap(expected));
        }
        if hash(entry) != entry.hash {
            return Some(Break::Forged(entry.seq));
        }
        if entry.previous != previous {
            return Some(Break::OutOfOrder(entry.seq));
        }
        previous.clone_from(&entry.hash);
    }
    None
}

/// One line as a participant reads it.
#[derive(Debug)]
pub struct Seen {
    /// When.
    pub at: method::time::Stamp,
    /// By whom: the name of a member, or nothing for the client.
    pub name: Option<String>,
    /// From which chair, if they sit at this table.
    pub perspective: Option<method::roles::Perspective>,
    /// What they are, if they were there without a chair.
    pub companion: Option<method::consent::companion::CompanionKind>,
    /// What was done, as a word.
    pub deed: String,
    /// On what, as a word.
    pub subject: Option<String>,
}

impl House {
    /// Verifies the audit chain of an organisation: its length, and the first break if there is one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn verify_audit(&self, organisation: OrganisationId) -> Result<(usize, Option<Break>)> {
        let chain = records::audit::chain(&mut self.db.read().await?, organisation).await?;
        Ok((chain.len(), check(&chain)))
    }

    /// Who did what in a conversation, newest first, for someone who takes part in it.
    ///
    /// # Errors
    /// `Unknown` for whoever has no part in it.
    pub async fn who_looked(&self, caller: &Caller, id: ConversationId) -> Result<Vec<Seen>> {
        let mut c = self.db.read().await?;
        let facts = records::conversation::facts(&mut c, id).await?.ok_or(method::Refusal::Unknown)?;
        if !facts.takes_part(&caller.reader) {
            return Err(method::Refusal::Unknown.into());
        }
        let mut seen = Vec::new();
        for entry in records::audit::of_scope(&mut c, id.into()).await? {
            let member = match method::ids::MemberId::parse(&entry.actor) {
                Some(id) if entry.actor_kind == "member" => records::identity::by_id(&mut c, id).await?,
                _ => None,
            };
            let party = facts.parties.iter().find(|party| {
                let id = if entry.actor_kind == "member" {
                    party.member.map(|id| id.to_string())
                } else {
                    Some(party.id.to_string())
                };
                id.as_deref() == Some(entry.actor.as_str())
            });
            let beside = facts.companions.iter().find(|one| one.id.to_string() == entry.actor);
            seen.push(Seen {
                companion: beside.map(|one| one.what),
                at: method::time::Stamp(entry.at),
                perspective: party.map(|party| party.perspective),
                name: member.map(|member| member.name),
                deed: entry.deed,
                subject: entry.subject,
            });
        }
        Ok(seen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(n: i64) -> Vec<Entry> {
        let mut previous = String::new();
        (1..=n)
            .map(|seq| {
                let mut entry = Entry {
                    seq,
                    at: seq * 10,
                    actor_kind: "member".into(),
                    actor: "a".into(),
                    deed: "opened".into(),
                    scope: None,
                    subject: Some("watch".into()),
                    previous: previous.clone(),
                    hash: String::new(),
                };
                entry.hash = hash(&entry);
                previous.clone_from(&entry.hash);
                entry
            })
            .collect()
    }

    #[test]
    fn a_gap_a_reorder_and_a_forged_line_are_each_named() {
        assert_eq!(check(&chain(5)), None);
        let mut gap = chain(5);
        gap.remove(2);
        assert_eq!(check(&gap), Some(Break::Gap(3)));
        let mut forged = chain(5);
        forged[3].actor = "b".into();
        assert_eq!(check(&forged), Some(Break::Forged(4)));
        let mut forged_well = chain(5);
        forged_well[3].actor = "b".into();
        forged_well[3].hash = hash(&forged_well[3]);
        assert_eq!(check(&forged_well), Some(Break::OutOfOrder(5)));
    }
}
