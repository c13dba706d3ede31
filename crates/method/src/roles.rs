//! Who people are: roles in the organisation, perspectives in a conversation.

use crate::words;

words! {
    /// What someone does in the organisation. One person can hold several.
    Role {
        /// Leads conversations and owns their own learning.
        Professional = "professional",
        /// The outside eyes: coach or researcher who looks along.
        Coach = "coach",
        /// Wants the organisation to learn; sees patterns, never a recording.
        Manager = "manager",
        /// Guards the law (FG): consents as facts, retention, audit, withdrawals.
        PrivacyOfficer = "privacy-officer",
        /// Keeps it running; sees nothing of what was said.
        Administrator = "administrator",
        /// Studies across journeys, pseudonymised and consented.
        Researcher = "researcher",
    }
}

words! {
    /// From which chair someone looks at one conversation.
    Perspective {
        /// Led the conversation.
        Professional = "professional",
        /// The other in the conversation.
        Client = "client",
        /// Looks along from outside.
        Coach = "coach",
    }
}

impl Perspective {
    /// Whether this perspective stands in the picture, and so must consent to the recording itself.
    #[must_use]
    pub const fn in_picture(self) -> bool {
        matches!(self, Self::Professional | Self::Client)
    }
}

words! {
    /// Between whom a conversation is; labels on screens and papers follow it.
    ConversationKind {
        /// A client and a professional.
        ClientProfessional = "client-professional",
        /// A manager and a professional.
        ManagerProfessional = "manager-professional",
        /// Two managers.
        BetweenManagers = "between-managers",
    }
}
