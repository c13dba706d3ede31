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

/// Whether roles reach so far that a password alone is not enough.
#[must_use]
pub fn must_prove_twice(roles: &[Role]) -> bool {
    roles.iter().any(|role| matches!(role, Role::Administrator | Role::PrivacyOfficer))
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

impl ConversationKind {
    /// Who leads such a conversation and owns what is learned from it.
    #[must_use]
    pub const fn lead(self) -> Role {
        match self {
            Self::ClientProfessional => Role::Professional,
            Self::ManagerProfessional | Self::BetweenManagers => Role::Manager,
        }
    }

    /// Who sits across, when that is someone with an account; a client has none.
    #[must_use]
    pub const fn across(self) -> Option<Role> {
        match self {
            Self::ClientProfessional => None,
            Self::ManagerProfessional => Some(Role::Professional),
            Self::BetweenManagers => Some(Role::Manager),
        }
    }

    /// The kinds that someone with these roles can lead.
    pub fn led_by(roles: &[Role]) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|kind| roles.contains(&kind.lead()))
    }

    /// Whether someone with these roles can be the outside eyes of such a conversation.
    ///
    /// A manager never is in a conversation with a client: coaching would be a road to a recording that is not theirs.
    #[must_use]
    pub fn coached_by(self, roles: &[Role]) -> bool {
        let road = matches!(self, Self::ClientProfessional) && roles.contains(&Role::Manager);
        roles.contains(&Role::Coach) && !road
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_leads_their_own_kind_and_a_manager_is_no_coach_of_clients() {
        let led = |roles: &[Role]| ConversationKind::led_by(roles).collect::<Vec<_>>();
        assert_eq!(led(&[Role::Professional]), [ConversationKind::ClientProfessional]);
        let by_manager = [ConversationKind::ManagerProfessional, ConversationKind::BetweenManagers];
        assert_eq!(led(&[Role::Manager, Role::Coach]), by_manager);
        assert_eq!(led(&[Role::Coach, Role::Administrator, Role::PrivacyOfficer, Role::Researcher]), []);
        for kind in ConversationKind::ALL {
            assert!(kind.coached_by(&[Role::Coach]));
            assert!(!kind.coached_by(&[Role::Manager]));
            let both = kind.coached_by(&[Role::Coach, Role::Manager]);
            assert_eq!(both, *kind != ConversationKind::ClientProfessional);
        }
    }
}
