//! A permit is a value: whoever holds one has been allowed, and nobody can make one but the rules.

use crate::ids::{MemberId, ParticipantId, ScopeId};
use crate::words;

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Someone with an account.
    Member(MemberId),
    /// A participant without an account, in by link and code.
    Participant(ParticipantId),
    /// The worker, for the recording it was asked to make watchable. It shows nothing to anyone.
    Worker,
}

words! {
    /// What the reader is about to do; the purpose limit of a permit.
    Deed {
        /// Set up: choose a code name, invite, ask for consent.
        Prepare = "prepare",
        /// Record or upload into the conversation.
        Record = "record",
        /// Make a recording watchable: derive stills, waveform, index.
        Process = "process",
        /// Watch the recording.
        Watch = "watch",
        /// Read and write one's own look.
        Look = "look",
        /// Ask the client and write down what they say; or, as the client, read that back. Nobody else.
        Interview = "interview",
        /// See the sealed looks side by side; write shared readings and alternatives.
        Compare = "compare",
        /// Plan a tryout and say what came of it.
        TryOut = "try-out",
        /// Say how a conversation was, and whether what was tried did anything. Shows nothing of the others.
        Tell = "tell",
        /// Write one's half of a card, and read a card that lies open.
        Colearn = "colearn",
        /// Read and write the texts of one's own journey.
        Journey = "journey",
        /// Look along as a colleague whom the professional invited: side by side, with a text of one's own.
        Peer = "peer",
        /// As coach of a journey, read the learning question that its owner shares.
        Accompany = "accompany",
        /// Read and write what was shared in one's organisation, which holds nothing of a conversation.
        Share = "share",
        /// Keep what one proves oneself with: nobody but they themselves, and never shown again.
        Prove = "prove",
    }
}

/// Proof that one reader may do one deed within one scope now.
///
/// Not `Clone`, not serialisable, and only made by [`crate::consent`]: code that skips the check does not compile.
#[derive(Debug)]
pub struct Permit {
    reader: Reader,
    scope: ScopeId,
    deed: Deed,
}

impl Permit {
    pub(crate) const fn issue(reader: Reader, scope: ScopeId, deed: Deed) -> Self {
        Self { reader, scope, deed }
    }

    /// Who was allowed.
    #[must_use]
    pub const fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Which conversation or journey, and so which data key.
    #[must_use]
    pub const fn scope(&self) -> ScopeId {
        self.scope
    }

    /// To do what.
    #[must_use]
    pub const fn deed(&self) -> Deed {
        self.deed
    }
}

/// An order to destroy a scope's data key and all it locks; only made by [`crate::consent`].
#[derive(Debug)]
pub struct Destruction {
    scope: ScopeId,
}

impl Destruction {
    pub(crate) const fn order(scope: ScopeId) -> Self {
        Self { scope }
    }

    /// What is to be destroyed.
    #[must_use]
    pub const fn scope(&self) -> ScopeId {
        self.scope
    }
}
