//! What others do with a piece: recognise it, answer it, say that there is a name in it; and taking away what has one.

use method::Refusal;
use method::board::{REACTION_MAX, TakenFor};
use method::ids::{MemberId, PieceId, ReactionId};
use method::names::Found;
use method::roles::Role;
use records::Conn;
use records::board as rows;

use super::{Reading, reaction_place, writing};
use crate::{Caller, House, Result, audit};

/// What became of an answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Reacting {
    /// It stands under the piece.
    Stands,
    /// There may be names in it; nothing was kept.
    Found(Vec<Found>),
}

/// A piece that hangs on the reader's own board.
async fn hanging(c: &mut Conn, reading: &Reading, id: PieceId) -> Result<rows::Piece> {
    let row = rows::piece(c, reading.me.organisation, id).await?;
    Ok(row.filter(|row| row.taken_for.is_none()).ok_or(Refusal::Unknown)?)
}

impl House {
    /// Somebody recognises a piece, or takes that back. It counts people: one each, and nobody reads who.
    ///
    /// # Errors
    /// `Unknown` when it hangs on another board, for whoever does not do the work, and for who wrote it with their name.
    #[crate::boxed]
    pub async fn recognise_piece(&self, caller: &Caller, id: PieceId, does: bool) -> Result<()> {
        let reading = self.board_writing(caller).await?;
        let mut c = self.db.write().await?;
        let row = hanging(&mut c, &reading, id).await?;
        if row.author.as_deref().and_then(MemberId::parse) == Some(reading.me.id) {
            return Err(Refusal::Unknown.into());
        }
        rows::recognise(&mut c, id, &reading.person(id)?, does).await?;
        Ok(c.commit().await?)
    }

    /// Answers a piece in a few words, with one's name. `answer` is the id that the form came with, so that sending it
    /// twice answers once.
    ///
    /// # Errors
    /// `Unknown` when it hangs on another board and for whoever does not do the work; `Invalid` when there is no text or
    /// too much, or when it was often enough today.
    #[crate::boxed]
    pub async fn react(
        &self,
        caller: &Caller,
        id: PieceId,
        (answer, text): (ReactionId, &str),
        no_names: &[String],
    ) -> Result<Reacting> {
        let reading = self.board_writing(caller).await?;
        let text = writing::tidy(text, REACTION_MAX)?;
        let mut c = self.db.write().await?;
        hanging(&mut c, &reading, id).await?;
        let found = self.names_of_board(&mut c, caller).await?.in_the_way(&[&text], no_names);
        if !found.is_empty() {
            return Ok(Reacting::Found(found));
        }
        self.writing.ask(reading.me.id, caller.now)?;
        let sealed = reading.key.seal(&reaction_place(&answer.to_string()), &text)?;
        rows::react(&mut c, answer, id, reading.me.id, &sealed, caller.now).await?;
        c.commit().await?;
        Ok(Reacting::Stands)
    }

    /// Takes back an answer of one's own.
    ///
    /// # Errors
    /// `Unknown` when it is another's.
    #[crate::boxed]
    pub async fn remove_reaction(&self, caller: &Caller, id: ReactionId) -> Result<PieceId> {
        let reading = self.board_writing(caller).await?;
        let mut c = self.db.write().await?;
        let row = rows::reaction(&mut c, reading.me.organisation, id).await?.ok_or(Refusal::Unknown)?;
        if MemberId::parse(&row.author) != Some(reading.me.id) {
            return Err(Refusal::Unknown.into());
        }
        rows::remove_reaction(&mut c, id).await?;
        c.commit().await?;
        super::parsed(PieceId::parse(&row.piece), "id")
    }

    /// Says that there is a name in a piece or an answer to it. Nobody reads who said so.
    ///
    /// # Errors
    /// `Unknown` when it hangs on another board, and for whoever does not do the work.
    #[crate::boxed]
    pub async fn flag_piece(&self, caller: &Caller, id: PieceId) -> Result<()> {
        let reading = self.board_writing(caller).await?;
        let mut c = self.db.write().await?;
        hanging(&mut c, &reading, id).await?;
        rows::flag(&mut c, id, true).await?;
        Ok(c.commit().await?)
    }

    /// Of how many pieces somebody said that there is a name in them, for who guards the law.
    ///
    /// # Errors
    /// `Unknown` for everyone else.
    #[crate::boxed]
    pub async fn pieces_flagged(&self, caller: &Caller) -> Result<i64> {
        let me = caller.with_role(Role::PrivacyOfficer)?;
        Ok(rows::flagged(&mut self.db.read().await?, me.organisation).await?)
    }

    /// Who guards the law takes a piece away, with a reason and a line in the log; or says that there is no name in it.
    ///
    /// # Errors
    /// `Unknown` for everyone else, and when it hangs on another board.
    #[crate::boxed]
    pub async fn judge_piece(&self, caller: &Caller, id: PieceId, why: Option<TakenFor>) -> Result<()> {
        let reading = self.guarding(caller).await?;
        let mut c = self.db.write().await?;
        hanging(&mut c, &reading, id).await?;
        match why {
            None => rows::flag(&mut c, id, false).await?,
            Some(why) => {
                rows::take_away(&mut c, id, why).await?;
                note(&mut c, caller, &reading, &format!("piece {id} {why}")).await?;
            }
        }
        Ok(c.commit().await?)
    }

    /// Who guards the law takes an answer away, with a reason and a line in the log.
    ///
    /// # Errors
    /// `Unknown` for everyone else, and when it hangs on another board.
    #[crate::boxed]
    pub async fn take_reaction_away(
        &self,
        caller: &Caller,
        id: ReactionId,
        why: TakenFor,
    ) -> Result<PieceId> {
        let reading = self.guarding(caller).await?;
        let mut c = self.db.write().await?;
        let row = rows::reaction(&mut c, reading.me.organisation, id).await?.ok_or(Refusal::Unknown)?;
        rows::remove_reaction(&mut c, id).await?;
        note(&mut c, caller, &reading, &format!("answer {id} {why}")).await?;
        c.commit().await?;
        super::parsed(PieceId::parse(&row.piece), "id")
    }
}

async fn note(c: &mut Conn, caller: &Caller, reading: &Reading, subject: &str) -> Result<()> {
    let line = audit::Line { deed: audit::Deed::TookOffBoard, scope: None, subject: Some(subject) };
    audit::write(c, reading.me.organisation, caller, line).await
}
