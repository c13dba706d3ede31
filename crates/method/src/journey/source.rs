//! The four sources: what was used to look back on one conversation. Which combination does what is a research question.

use crate::words;

words! {
    /// A source of seeing more.
    Source {
        /// Looking back on the video: the professional's own look is sealed.
        Video = "video",
        /// Feedback of the client: their look is sealed.
        Client = "client",
        /// Feedback of the coach: their look is sealed.
        Coach = "coach",
        /// Peer consultation: a colleague wrote what they saw, or offered something else to do.
        Peer = "peer",
    }
}

/// What is known of one conversation, as plain facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// The professional sealed a look.
    pub professional: bool,
    /// The client sealed a look, or approved what was noted in an interview.
    pub client: bool,
    /// The coach sealed a look.
    pub coach: bool,
    /// A colleague wrote or offered something.
    pub peer: bool,
}

impl Used {
    /// The sources that were used, in their fixed order.
    #[must_use]
    pub fn sources(self) -> Vec<Source> {
        let used = |source: &Source| match source {
            Source::Video => self.professional,
            Source::Client => self.client,
            Source::Coach => self.coach,
            Source::Peer => self.peer,
        };
        Source::ALL.iter().copied().filter(used).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_reads_back_as_it_was() {
        for bits in 0_u8..16 {
            let used = Used {
                professional: bits & 1 > 0,
                client: bits & 2 > 0,
                coach: bits & 4 > 0,
                peer: bits & 8 > 0,
            };
            let sources = used.sources();
            let back = Used {
                professional: sources.contains(&Source::Video),
                client: sources.contains(&Source::Client),
                coach: sources.contains(&Source::Coach),
                peer: sources.contains(&Source::Peer),
            };
            assert_eq!(back, used);
            assert!(sources.is_sorted());
        }
    }
}
