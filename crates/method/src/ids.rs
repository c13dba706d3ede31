//! Identities with a kind: a conversation's id can never be taken for a look's.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($make:ident, $how:literal: $($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);
        impl $name {
            #[doc = $how]
            #[must_use]
            #[expect(clippy::new_without_default, reason = "an id is made on purpose, never by default")]
            pub fn new() -> Self { Self(Uuid::$make()) }
            /// Reads an id as it stands in an address or a column; anything else is nothing.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> { Uuid::try_parse(text).ok().map(Self) }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { Uuid::try_parse(text).map(Self) }
        }
    )+};
}

ids! {
    now_v7, "A fresh id, sortable by the time it was made (UUID version 7).":
    /// An organisation: a municipality or another employer of professionals.
    OrganisationId,
    /// A team inside an organisation.
    TeamId,
    /// Someone with an account.
    MemberId,
    /// An invitation by link, not yet accepted.
    InvitationId,
    /// A letter about somebody's own account.
    LetterId,
    /// One professional's learning path.
    JourneyId,
    /// One conversation between two people, and all that hangs on it.
    ConversationId,
    /// Someone's part in one conversation: professional, client or coach.
    ParticipantId,
    /// One yes, to one purpose, by one participant.
    ConsentId,
    /// One recording of a conversation.
    RecordingId,
    /// One part that was cut from a recording.
    CutId,
    /// One sealed object in the vault.
    ObjectId,
    /// One look (kijkronde) of one participant.
    LookId,
    /// One moment that touches (raakmoment).
    MomentId,
    /// A dated addition to a sealed look.
    AdditionId,
    /// One session of looking together.
    DialogueId,
    /// One stretch of time in which someone was at a session.
    PresenceId,
    /// A shared reading of one question or one moment.
    ReadingId,
    /// Another way to act.
    AlternativeId,
    /// One alternative, tried out in a next conversation.
    TryoutId,
    /// One interview of a coach with a client.
    InterviewId,
    /// One thing a client said, as it was written down.
    NoteId,
    /// Proof of one withdrawal.
    ReceiptId,
    /// One line of the audit log.
    AuditId,
    /// Another way to act, kept in a professional's own collection.
    KeptId,
    /// Another way to act, shared in the organisation.
    SharedId,
    /// Another way to act, offered to the professional.
    OfferId,
    /// A colleague's invitation into one conversation.
    ColleagueId,
    /// What a colleague wrote about what they saw.
    PeerNoteId,
    /// A question to keep something longer.
    ExtensionId,
    /// What a browser or phone holds instead of a password.
    PasskeyId,
}

ids! {
    new_v4, "A fresh id that tells nothing, not even when it was made (UUID version 4).":
    /// A dilemma or a lesson on the learning board.
    PieceId,
    /// A short answer to one.
    ReactionId,
}

/// What one data key locks: a conversation with all that hangs on it, a journey's own texts, or what was shared in an
/// organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScopeId(pub Uuid);

impl std::fmt::Display for ScopeId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl From<ConversationId> for ScopeId {
    fn from(id: ConversationId) -> Self {
        Self(id.0)
    }
}

impl From<JourneyId> for ScopeId {
    fn from(id: JourneyId) -> Self {
        Self(id.0)
    }
}

impl From<OrganisationId> for ScopeId {
    fn from(id: OrganisationId) -> Self {
        Self(id.0)
    }
}
