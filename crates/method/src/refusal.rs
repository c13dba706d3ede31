//! Every no that a person can understand, each with its own sentence in the locales.

use crate::consent::Purpose;

/// Why something may not be done now. `key()` names the sentence for people (`refusal-…`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Unknown and forbidden look alike: whoever has no part in it learns nothing, not even that it exists.
    #[error("no such thing for this reader")]
    Unknown,
    /// Not everyone in the picture said yes yet.
    #[error("a first yes is missing")]
    ConsentMissing,
    /// The second yes is still awaited.
    #[error("the second yes is awaited")]
    ConsentSecond,
    /// The yes was withdrawn, or the second yes never came; everything is destroyed.
    #[error("consent ended")]
    ConsentWithdrawn,
    /// This purpose has no yes.
    #[error("no yes to purpose {0}")]
    Purpose(Purpose),
    /// The retention term is over.
    #[error("retention ended")]
    Retention,
    /// The reader has a part in the conversation, but not this one.
    #[error("not invited to do this")]
    NotInvited,
    /// The reader must seal their own look first.
    #[error("own look is not sealed")]
    LookBlind,
    /// The look is sealed and cannot be changed.
    #[error("look is sealed")]
    LookSealed,
    /// A lead question has no answer yet.
    #[error("a lead question has no answer")]
    LookEmpty,
    /// Fewer than two looks are sealed, so there is nothing to lay side by side.
    #[error("fewer than two sealed looks")]
    DialogueEarly,
    /// The session of looking together is over.
    #[error("the session ended")]
    DialogueEnded,
    /// Someone else leads the session.
    #[error("another leads")]
    NotLeading,
    /// Whoever leads is still there.
    #[error("the leader is there")]
    LeaderThere,
    /// There was no next conversation yet, or nobody told of it.
    #[error("nothing was tried yet")]
    TryoutEarly,
    /// Someone told what happened, so it is not chosen anew or closed.
    #[error("it was told already")]
    TryoutTold,
    /// There is no recording to watch yet.
    #[error("no recording yet")]
    RecordingMissing,
    /// There already is a recording, or one is arriving.
    #[error("a recording is already there")]
    RecordingPresent,
    /// This half of a card was turned over already.
    #[error("card is turned")]
    CardTurned,
    /// A place in the recording that does not exist.
    #[error("position outside the recording")]
    Position,
    /// A part was cut since someone had the recording before them: their times are no longer true.
    #[error("the times of the recording moved")]
    TimesMoved,
    /// A part of the recording is being destroyed, and until then none of it can be watched.
    #[error("a part is being cut")]
    CutBusy,
    /// A part can be cut once the recording is there as a whole.
    #[error("too early to cut")]
    CutEarly,
    /// A part that is too short to be anything.
    #[error("nothing to cut")]
    CutNothing,
    /// So much that nothing would be left: that is stopping.
    #[error("cutting everything is stopping")]
    CutAll,
    /// Someone else was there, and the term of the second yes is over.
    #[error("too late for one more in the picture")]
    CompanionLate,
    /// There are as many in the picture as can be.
    #[error("too many in the picture")]
    CompanionsFull,
    /// This was asked before; a no or nothing is not asked again.
    #[error("a longer term was asked before")]
    ExtensionAsked,
    /// The client has begun to look, so their way in is no longer the professional's to make.
    #[error("the client has begun to look")]
    LinkTheirs,
    /// What the client said is before them to read back, and so it stands still.
    #[error("the notes are with the client")]
    NotesOffered,
    /// What the client said is not yet before them.
    #[error("the notes are still being written")]
    NotesWaiting,
    /// Nothing was written down yet.
    #[error("there are no notes")]
    NotesEmpty,
    /// The client did not yet say of each note what they want.
    #[error("some notes were not read back")]
    NotesUndecided,
    /// The client did not say yes to sound.
    #[error("no yes to sound")]
    SoundUnasked,
    /// Someone else changed the same text meanwhile; theirs is shown beside it.
    #[error("changed meanwhile")]
    ChangedMeanwhile,
    /// Something hangs on this alternative: it is being tried out.
    #[error("the alternative is being tried out")]
    AlternativeTried,
    /// The journey was finished; it is there to read.
    #[error("the journey is finished")]
    JourneyClosed,
    /// A hand-over takes two: the other has yet to say yes, or there is nothing to say yes to.
    #[error("the hand-over is not this person's to settle now")]
    HandoverOther,
}

impl Refusal {
    /// The message key of the sentence for people.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unknown => "refusal-unknown",
            Self::ConsentMissing => "refusal-consent-missing",
            Self::ConsentSecond => "refusal-consent-second",
            Self::ConsentWithdrawn => "refusal-consent-withdrawn",
            Self::Purpose(_) => "refusal-purpose",
            Self::Retention => "refusal-retention",
            Self::NotInvited => "refusal-not-invited",
            Self::LookBlind => "refusal-look-blind",
            Self::LookSealed => "refusal-look-sealed",
            Self::LookEmpty => "refusal-look-empty",
            Self::DialogueEarly => "refusal-dialogue-early",
            Self::DialogueEnded => "refusal-dialogue-ended",
            Self::NotLeading => "refusal-not-leading",
            Self::LeaderThere => "refusal-leader-there",
            Self::TryoutEarly => "refusal-tryout-early",
            Self::TryoutTold => "refusal-tryout-told",
            Self::RecordingMissing => "refusal-recording-missing",
            Self::RecordingPresent => "refusal-recording-present",
            Self::CardTurned => "refusal-card-turned",
            Self::Position => "refusal-position",
            Self::TimesMoved => "refusal-times-moved",
            Self::CutBusy => "refusal-cut-busy",
            Self::CutEarly => "refusal-cut-early",
            Self::CutNothing => "refusal-cut-nothing",
            Self::CutAll => "refusal-cut-all",
            Self::CompanionLate => "refusal-companion-late",
            Self::CompanionsFull => "refusal-companions-full",
            Self::ExtensionAsked => "refusal-extension-asked",
            Self::LinkTheirs => "refusal-link-theirs",
            Self::NotesOffered => "refusal-interview-offered",
            Self::NotesWaiting => "refusal-interview-waiting",
            Self::NotesEmpty => "refusal-interview-empty",
            Self::NotesUndecided => "refusal-interview-undecided",
            Self::SoundUnasked => "refusal-interview-sound",
            Self::ChangedMeanwhile => "refusal-changed-meanwhile",
            Self::AlternativeTried => "refusal-alternative-tried",
            Self::JourneyClosed => "refusal-journey-closed",
            Self::HandoverOther => "refusal-handover-other",
        }
    }
}
