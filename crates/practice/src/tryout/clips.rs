//! The clip before and the clip after, next to each other, each only where consent covers it for this reader now.

use method::Refusal;
use method::dialogue::Subject;
use method::ids::{ConversationId, TryoutId};
use method::looking::Span;
use method::permit::Deed;
use method::roles::Perspective;

use super::{alternative_id, reach};
use crate::house::ids;
use crate::recording::Film;
use crate::{Caller, Error, House, Result};

/// One of the two clips, or why it is not there.
#[derive(Debug)]
pub enum Piece {
    /// It can be played.
    There {
        /// The recording it is a part of.
        film: Film,
        /// Where in it.
        span: Span,
    },
    /// Nobody chose a place yet.
    Unchosen,
    /// The idea was about a question, not about a place in the recording.
    NoPlace,
    /// There is no recording of that conversation.
    NoRecording,
    /// Consent for that conversation ended; it is gone.
    Ended,
    /// The reader has no part in that conversation.
    NotYours,
}

/// The two of them.
#[derive(Debug)]
pub struct Clips {
    /// The moment to which something else was thought up.
    pub before: Piece,
    /// Where it can be seen in the next conversation.
    pub after: Piece,
}

impl House {
    /// The two clips of a tryout, for who may see it. The rules of each conversation are asked by themselves.
    ///
    /// # Errors
    /// `Unknown` for strangers; the refusals of comparing.
    #[crate::boxed]
    pub async fn tryout_clips(&self, caller: &Caller, id: TryoutId) -> Result<Clips> {
        let mut c = self.db.read().await?;
        let reached = reach(&mut c, caller, id, Deed::TryOut).await?;
        let row = &reached.row;
        let chosen = records::dialogue::alternative(&mut c, alternative_id(row)?).await?;
        let subject = chosen.and_then(|chosen| Subject::parse(&chosen.subject));
        let place = match subject {
            Some(Subject::Moment(moment)) => {
                let mut found = None;
                for look in records::looking::visible(&mut c, &reached.permit).await? {
                    let moments = records::looking::moments(&mut c, &reached.permit, look.id).await?;
                    found = found.or(moments.iter().find(|one| one.id == moment).map(|one| one.span));
                }
                found
            }
            _ => None,
        };
        let next = row.next_conversation.as_deref().map(ids::conversation).transpose()?;
        drop(c);
        let before = match place {
            Some(span) => self.piece(caller, reached.conversation, Some(span)).await?,
            None => Piece::NoPlace,
        };
        let after = match next {
            Some(next) => {
                let at = row.after_ms.map(|at| Span { start: at, end: at });
                self.piece(caller, next, at).await?
            }
            None if row.next_gone => Piece::Ended,
            None => Piece::Unchosen,
        };
        Ok(Clips { before, after })
    }

    async fn piece(&self, caller: &Caller, id: ConversationId, at: Option<Span>) -> Result<Piece> {
        match (self.film(caller, id).await, at) {
            (Ok(film), Some(span)) => Ok(Piece::There { film, span }),
            (Ok(_), None) => Ok(Piece::Unchosen),
            (Err(Error::Refused(Refusal::RecordingMissing | Refusal::CutBusy)), _) => Ok(Piece::NoRecording),
            (Err(Error::Refused(Refusal::ConsentWithdrawn | Refusal::Retention)), _) => Ok(Piece::Ended),
            (Err(Error::Refused(Refusal::ConsentMissing)), _) => Ok(Piece::NoRecording),
            (Err(Error::Refused(_)), _) => Ok(Piece::NotYours),
            (Err(other), _) => Err(other),
        }
    }

    /// The recording of the conversation in which it was tried, for the professional who chooses a place in it.
    ///
    /// # Errors
    /// `NotInvited` for the others, `TryoutEarly` while no conversation was chosen, the refusals of watching.
    #[crate::boxed]
    pub async fn next_film(&self, caller: &Caller, id: TryoutId) -> Result<Film> {
        let mut c = self.db.read().await?;
        let reached = reach(&mut c, caller, id, Deed::TryOut).await?;
        reached.only(Perspective::Professional)?;
        let next = reached.row.next_conversation.as_deref().ok_or(Refusal::TryoutEarly)?;
        let next = ids::conversation(next)?;
        drop(c);
        self.film(caller, next).await
    }

    /// The professional says where in the next recording it can be seen.
    ///
    /// # Errors
    /// `Position` outside the recording, `TimesMoved` when a part was cut since it was `seen`; else as
    /// [`House::next_film`].
    #[crate::boxed]
    pub async fn place_after(&self, caller: &Caller, id: TryoutId, at: i64, seen: i64) -> Result<()> {
        let mut c = self.db.write().await?;
        let reached = reach(&mut c, caller, id, Deed::TryOut).await?;
        reached.only(Perspective::Professional)?;
        let next = ids::conversation(reached.row.next_conversation.as_deref().ok_or(Refusal::TryoutEarly)?)?;
        Self::permit_in(&mut c, caller, next, Deed::Watch).await?;
        let duration = crate::looking::ready_on(&mut c, next, seen).await?;
        Span::within(at, at, duration)?;
        records::tryout::set_after(&mut c, id, at).await?;
        Ok(c.commit().await?)
    }
}
