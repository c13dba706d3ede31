//! What an organisation says of its processing: for what, and on which ground (AVG art. 6 and 30).

use crate::consent::Purpose;
use crate::words;

words! {
    /// On which ground personal data are processed. The organisation's data protection officer settles it per purpose;
    /// the program asks the same yes whichever it is.
    LegalBasis {
        /// Consent.
        Consent = "consent",
        /// A contract with the person.
        Contract = "contract",
        /// A legal obligation.
        LegalObligation = "legal-obligation",
        /// A task in the public interest or of official authority.
        PublicTask = "public-task",
        /// A legitimate interest, which a public body cannot rely on for its tasks.
        LegitimateInterest = "legitimate-interest",
    }
}

words! {
    /// For what the program processes personal data.
    Processing {
        /// Recording a conversation and looking back at it.
        Look = "look",
        /// Colleagues who look along.
        Colleagues = "colleagues",
        /// Research.
        Research = "research",
        /// An anonymised story.
        Story = "story",
        /// A blurred clip for a training.
        Clip = "clip",
        /// Accounts of the people who work with it, and their way in.
        Accounts = "accounts",
        /// The log of deeds.
        Log = "log",
        /// Mail that something waits.
        Mail = "mail",
    }
}

impl Processing {
    /// The purpose to which people say yes or no, where it is one.
    #[must_use]
    pub const fn purpose(self) -> Option<Purpose> {
        match self {
            Self::Look => Some(Purpose::Look),
            Self::Colleagues => Some(Purpose::Colleagues),
            Self::Research => Some(Purpose::Research),
            Self::Story => Some(Purpose::Story),
            Self::Clip => Some(Purpose::Clip),
            Self::Accounts | Self::Log | Self::Mail => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_that_people_say_yes_to_is_in_the_register() {
        let asked: Vec<Purpose> = Processing::ALL.iter().filter_map(|one| one.purpose()).collect();
        assert_eq!(asked, Purpose::ALL);
        for one in Processing::ALL {
            assert!(one.purpose().is_none_or(|purpose| purpose.key() == one.key()), "{one}");
        }
    }
}
