//! The audit log: one line per deed that matters to the law, chained by hash, readable by the participants.

pub mod reading;
pub mod verifying;

use aws_lc_rs::digest;
use method::ids::{ConversationId, OrganisationId, ScopeId};
use method::permit::{self, Reader};
use method::words;
use records::Conn;
use records::audit::Entry;

use crate::{Caller, Error, House, Result};

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
        /// Made a new code for the link that someone has.
        NewCode = "new-code",
        /// Shut someone's link everywhere.
        ShutLink = "shut-link",
        /// Ended a device that a link knew.
        EndedDevice = "ended-device",
        /// Typed a wrong code too often, so that it rests.
        WrongCodes = "wrong-codes",
        /// Fetched everything that is kept about them.
        TookEverything = "took-everything",
        /// Took a paper with somebody's words on it; the subject is which paper.
        Printed = "printed",
        /// Came in by link and code.
        CameIn = "came-in",
        /// A recording came in.
        Recorded = "recorded",
        /// Had a part of the recording cut; the subject is how long it was, in milliseconds.
        AskedCut = "asked-cut",
        /// A part that was cut is gone; the subject is how long it was, in milliseconds.
        Cut = "cut",
        /// Sealed a look.
        Sealed = "sealed",
        /// Destroyed a conversation; the subject says why.
        Destroyed = "destroyed",
        /// Invited someone.
        Invited = "invited",
        /// Took an invitation back: someone looks along no more.
        Uninvited = "uninvited",
        /// Was linked to who they are at the organisation's provider; the subject is the member.
        Linked = "linked",
        /// Was let in by hand, from the command line; the subject is the member.
        BrokeGlass = "broke-glass",
        /// Changed someone's roles.
        ChangedRoles = "changed-roles",
        /// Chose the legal basis of a kind of processing; the subject is which, and which basis.
        ChoseBasis = "chose-basis",
        /// Read who saw what; the subject is between which moments.
        ReadLog = "read-log",
        /// Took along who saw what, as a file; the subject is between which moments.
        ExportedLog = "exported-log",
        /// Counted the figures of a quarter; the subject is which.
        CountedPatterns = "counted-patterns",
        /// Took something with a name in it off the board; the subject says what and why.
        TookOffBoard = "took-off-board",
        /// Ended someone's account.
        EndedAccount = "ended-account",
        /// Opened an ended account again.
        ReopenedAccount = "reopened-account",
        /// Changed their own password.
        ChangedPassword = "changed-password",
        /// A link to a new password went by mail; the subject is the member.
        SentPasswordLink = "sent-password-link",
        /// Chose a new password by a link that came by mail.
        ChoseNewPassword = "chose-new-password",
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
/// When the subject is more than ids and words, or the database refuses.
pub(crate) async fn write(c: &mut Conn, org: OrganisationId, caller: &Caller, line: Line<'_>) -> Result<()> {
    if !line.subject.is_none_or(is_words) {
        return Err(Error::Inner("what was to go into the audit log is no id and no word".to_owned()));
    }
    let (seq, previous) = records::audit::take_head(c, org).await?;
    let Actor(actor_kind, actor) = Actor::of(&caller.reader);
    let mut entry = Entry {
        seq: seq + 1,
        at: caller.now.0,
        actor_kind,
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

/// Whether a text is ids and words of the program only, so that nothing people say can get into the log.
fn is_words(text: &str) -> bool {
    let piece = |piece: &str| {
        let letters = piece.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        (1..=40).contains(&piece.len()) && letters
    };
    text.split(' ').count() <= 12 && text.split(' ').all(piece)
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

/// Who did something: `member` or `participant`, and their id.
#[derive(Clone, Debug, Hash, PartialEq, Eq)]
pub struct Actor(pub String, pub String);

impl Actor {
    /// A reader as the log names them.
    #[must_use]
    pub fn of(reader: &Reader) -> Self {
        let (kind, id) = match reader {
            Reader::Member(id) => ("member", id.to_string()),
            Reader::Participant(id) => ("participant", id.to_string()),
            Reader::Worker => ("worker", String::new()),
        };
        Self(kind.to_owned(), id)
    }
}

/// Whether a line of the log tells that a recording lay open before somebody.
#[must_use]
pub fn watches(deed: &str, subject: Option<&str>) -> bool {
    let shown = [permit::Deed::Watch, permit::Deed::Look, permit::Deed::Compare, permit::Deed::Peer];
    deed == Deed::Opened.key() && shown.iter().any(|deed| subject == Some(deed.key()))
}

/// One line as a participant reads it.
#[derive(Debug)]
pub struct Seen {
    /// When.
    pub at: method::time::Stamp,
    /// By whom: what they are and their id.
    pub actor: Actor,
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
    /// Who did what in a conversation, newest first, for someone who takes part in it.
    ///
    /// # Errors
    /// `Unknown` for whoever has no part in it.
    #[crate::boxed]
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
                actor: Actor(entry.actor_kind, entry.actor),
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

    #[test]
    fn a_subject_is_ids_and_words_and_never_a_sentence() {
        let id = ConversationId::new().to_string();
        let both = format!("look {id}");
        for fine in ["look", "second-yes", "professional coach", "12", id.as_str(), both.as_str()] {
            assert!(is_words(fine), "{fine}");
        }
        let long = "a".repeat(41);
        let many = ["ja"; 13].join(" ");
        for content in ["Hij zei niets.", "Roos", "sanne@x.example", "a  b", "", "é", &long, &many] {
            assert!(!is_words(content), "{content}");
        }
    }
}
