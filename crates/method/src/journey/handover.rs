//! The hand-over: from going with a coach to going on alone, to which both say yes and which either can turn back.

use crate::{Refusal, words};

words! {
    /// The two between whom a hand-over is.
    Side {
        /// Whose journey it is.
        Professional = "professional",
        /// Who goes along.
        Coach = "coach",
    }
}

words! {
    /// How far the hand-over is.
    Stage {
        /// Rounds with the coach.
        WithCoach = "with-coach",
        /// The professional proposed to go on alone; the coach has yet to say yes.
        ProposedByProfessional = "proposed-professional",
        /// The coach proposed it; the professional has yet to say yes.
        ProposedByCoach = "proposed-coach",
        /// Alone, with the coach on call.
        Independent = "independent",
    }
}

words! {
    /// What either can do.
    Move {
        /// Propose to go on alone.
        Propose = "propose",
        /// Say yes to what the other proposed.
        Agree = "agree",
        /// Go on with the coach: not yet, or not any more.
        Return = "return",
    }
}

impl Stage {
    /// Who proposed, while the other has yet to answer.
    #[must_use]
    pub const fn proposed_by(self) -> Option<Side> {
        match self {
            Self::ProposedByProfessional => Some(Side::Professional),
            Self::ProposedByCoach => Some(Side::Coach),
            _ => None,
        }
    }

    /// What follows when one of the two does this.
    ///
    /// # Errors
    /// `HandoverOther` when it is the other's to do, or there is nothing to do it to.
    pub const fn after(self, step: Move, by: Side) -> Result<Self, Refusal> {
        match (step, self, by) {
            (Move::Propose, Self::WithCoach, Side::Professional) => Ok(Self::ProposedByProfessional),
            (Move::Propose, Self::WithCoach, Side::Coach) => Ok(Self::ProposedByCoach),
            (Move::Agree, Self::ProposedByCoach, Side::Professional)
            | (Move::Agree, Self::ProposedByProfessional, Side::Coach) => Ok(Self::Independent),
            (Move::Return, Self::ProposedByProfessional | Self::ProposedByCoach | Self::Independent, _) => {
                Ok(Self::WithCoach)
            }
            _ => Err(Refusal::HandoverOther),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_takes_two_to_hand_over() {
        for (one, other) in [(Side::Professional, Side::Coach), (Side::Coach, Side::Professional)] {
            let proposed = Stage::WithCoach.after(Move::Propose, one).unwrap();
            assert_eq!(proposed.proposed_by(), Some(one));
            assert_eq!(proposed.after(Move::Agree, one), Err(Refusal::HandoverOther));
            assert_eq!(proposed.after(Move::Propose, other), Err(Refusal::HandoverOther));
            assert_eq!(proposed.after(Move::Agree, other), Ok(Stage::Independent));
        }
    }

    #[test]
    fn either_turns_it_back_at_any_time_and_nobody_skips_a_step() {
        for stage in Stage::ALL {
            for side in Side::ALL {
                let back = stage.after(Move::Return, *side);
                let expected = if *stage == Stage::WithCoach {
                    Err(Refusal::HandoverOther)
                } else {
                    Ok(Stage::WithCoach)
                };
                assert_eq!(back, expected, "{stage} {side}");
                let alone = stage.after(Move::Agree, *side) == Ok(Stage::Independent);
                assert_eq!(alone, stage.proposed_by().is_some_and(|by| by != *side), "{stage} {side}");
            }
        }
    }
}
