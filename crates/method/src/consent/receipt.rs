//! What a receipt tells of a withdrawal: why, what and when, without a name or a word of content.

use crate::consent::Purpose;
use crate::time::Stamp;
use crate::words;

/// How long copies of the keyring live at most, in days. After this no copy anywhere opens what was destroyed.
pub const COPIES_LIVE_DAYS: i64 = 30;

words! {
    /// Why everything ended, or one purpose did.
    Ending {
        /// The client took their yes back.
        Client = "client",
        /// The professional took their yes back.
        Professional = "professional",
        /// Someone who was there too took their yes back.
        Beside = "beside",
        /// A privacy officer carried it out, on the client's word.
        PrivacyOfficer = "privacy-officer",
        /// A privacy officer carried it out, on the word of someone who was there too.
        OfficerBeside = "officer-beside",
        /// The second yes did not come in time.
        SecondYes = "second-yes",
        /// The retention term was over.
        Retention = "retention",
    }
}

words! {
    /// What was destroyed or taken away.
    Item {
        /// The video or the sound.
        Recording = "recording",
        /// Pictures and the line of sound made from it.
        Derived = "derived",
        /// What was marked, answered and written while looking.
        Looks = "looks",
        /// What the client said to the coach, and its sound.
        Interview = "interview",
        /// What was read in it together, and what else could be done.
        Readings = "readings",
        /// What was tried out and what came of it.
        Tryouts = "tryouts",
        /// The cards of the Samenleer-wijzer.
        Cards = "cards",
        /// The photos of consent on paper.
        Papers = "papers",
        /// The client's code name.
        CodeName = "code-name",
        /// Colleagues looking along.
        Colleagues = "colleagues",
        /// Use for research.
        Research = "research",
        /// The story.
        Story = "story",
        /// The blurred clip.
        Clip = "clip",
    }
}

impl Item {
    /// What goes when a single purpose is withdrawn. `Look` is everything, and so not one item.
    #[must_use]
    pub const fn of_purpose(purpose: Purpose) -> Option<Self> {
        match purpose {
            Purpose::Look => None,
            Purpose::Colleagues => Some(Self::Colleagues),
            Purpose::Research => Some(Self::Research),
            Purpose::Story => Some(Self::Story),
            Purpose::Clip => Some(Self::Clip),
        }
    }
}

/// Proof that something was destroyed or taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The purpose that was withdrawn; nothing when it was everything.
    pub purpose: Option<Purpose>,
    /// Why.
    pub why: Ending,
    /// What.
    pub items: Vec<Item>,
    /// When it was asked, or when the term ended. From then on nothing could be opened.
    pub at: Stamp,
    /// From when no copy opens any more.
    pub copies_until: Stamp,
    /// When the last object was gone; nothing while the worker is still at it.
    pub done: Option<Stamp>,
}
