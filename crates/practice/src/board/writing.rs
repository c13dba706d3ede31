//! Writing on the board: with a name at once, without one into the drawer; changing and taking back what has a name.

use std::collections::HashMap;
use std::sync::Mutex;

use method::Refusal;
use method::board::{A_DAY, CROWD, Month, PIECE_MAX, PieceKind};
use method::ids::{MemberId, PieceId, SharedId};
use method::looking::{LeadQuestion, MomentKind};
use method::names::Found;
use method::time::Stamp;
use records::Conn;
use records::board as rows;

use super::{Reading, drawer, piece_place};
use crate::{Caller, Error, House, Result, secrets};

/// How many signs a word has, without the dashes.
const WORD_LENGTH: usize = 2 * secrets::CODE_LENGTH;

/// A fresh word of sixteen signs, as on paper (`K7MW-3PXR-…`): with it a piece without a name is taken back.
///
/// # Errors
/// When the operating system gives no random bytes.
pub fn fresh_word() -> Result<String> {
    Ok(format!("{}-{}", secrets::code()?, secrets::code()?))
}

/// The hash under which a word is known; nothing when it is no word of ours.
pub(super) fn mark(word: &str) -> Option<String> {
    let plain = secrets::plain_code(word);
    (plain.len() == WORD_LENGTH).then(|| secrets::fingerprint(&format!("board {plain}")))
}

/// A piece as somebody typed it.
#[derive(Clone, Debug)]
pub struct Piece {
    /// A dilemma or a lesson.
    pub kind: Option<PieceKind>,
    /// For which kind of moment.
    pub moment: Option<MomentKind>,
    /// For which lead question.
    pub question: Option<LeadQuestion>,
    /// About which shared alternative.
    pub alternative: Option<SharedId>,
    /// Its words.
    pub text: String,
}

/// A piece that is about to hang on the board.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What was typed.
    pub piece: Piece,
    /// Whether the writer's name stands with it.
    pub named: bool,
    /// The word that the form came with: only who wrote it knows it.
    pub word: String,
    /// Words of which the writer says that they are no names.
    pub no_names: Vec<String>,
}

/// What became of a piece.
#[derive(Debug, PartialEq, Eq)]
pub enum Writing {
    /// It hangs on the board.
    Hung(PieceId),
    /// It lies in the drawer, and comes on the board with the others.
    Waits,
    /// There may be names in it; nothing was kept.
    Found(Vec<Found>),
}

/// How often who wrote today: in memory only, whatever was written, with or without a name.
#[derive(Debug, Default)]
pub struct Flood(Mutex<HashMap<MemberId, (i64, usize)>>);

impl Flood {
    fn takes(&self, member: MemberId, now: Stamp) -> bool {
        let Ok(mut counts) = self.0.lock() else { return false };
        let day = now.0.div_euclid(86_400_000);
        counts.retain(|_, (then, _)| *then == day);
        let (_, count) = counts.entry(member).or_insert((day, 0));
        *count += 1;
        *count <= A_DAY
    }

    /// Whether somebody may write once more today.
    pub(super) fn ask(&self, member: MemberId, now: Stamp) -> Result<()> {
        if self.takes(member, now) { Ok(()) } else { Err(Error::invalid("text", "invalid-board-often")) }
    }
}

/// A text as it is kept: trimmed, there, and no longer than a few sentences.
pub(super) fn tidy(text: &str, most: usize) -> Result<String> {
    let text = text.trim().replace("\r\n", "\n");
    // A sign that nobody sees takes six in a sealed slip.
    let text: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    if text.is_empty() {
        Err(Error::invalid("text", "invalid-board-empty"))
    } else if text.chars().count() > most {
        Err(Error::invalid("text", "invalid-board-long"))
    } else {
        Ok(text)
    }
}

/// A piece that has all it needs.
pub(super) struct Whole {
    pub(super) kind: PieceKind,
    pub(super) text: String,
    pub(super) alternative: Option<String>,
}

impl House {
    async fn whole(&self, c: &mut Conn, reading: &Reading, piece: &Piece) -> Result<Whole> {
        let kind = piece.kind.ok_or(Error::invalid("kind", "invalid-choice"))?;
        let text = tidy(&piece.text, PIECE_MAX)?;
        if piece.moment.is_none() && piece.question.is_none() && piece.alternative.is_none() {
            return Err(Error::invalid("question", "invalid-board-about"));
        }
        if let Some(id) = piece.alternative {
            let there = records::dialogue::collection::shared(c, reading.me.organisation, id).await?;
            there.ok_or(Refusal::Unknown)?;
        }
        Ok(Whole { kind, text, alternative: piece.alternative.map(|id| id.to_string()) })
    }

    /// Hangs a piece on the board with the writer's name, or puts it in the drawer without; once no name stands in it.
    /// The same word twice is the same form sent twice, and writes nothing anew.
    ///
    /// # Errors
    /// `Unknown` for whoever does not do the work, and for an alternative that is not there; `Invalid` when something is
    /// missing or too long, when there are too few people to write without a name, or when it was often enough today.
    #[crate::boxed]
    pub async fn write_piece(&self, caller: &Caller, draft: &Draft) -> Result<Writing> {
        let reading = self.board_writing(caller).await?;
        let mut c = self.db.write().await?;
        let whole = self.whole(&mut c, &reading, &draft.piece).await?;
        let mark = mark(&draft.word).ok_or(Error::invalid("word", "invalid-board-word"))?;
        if !draft.named && records::board::drawer::writers(&mut c, reading.me.organisation).await? < CROWD {
            return Err(Error::invalid("named", "invalid-board-crowd"));
        }
        let names = self.names_of_board(&mut c, caller).await?;
        let found = names.in_the_way(&[&whole.text], &draft.no_names);
        if !found.is_empty() {
            return Ok(Writing::Found(found));
        }
        self.writing.ask(reading.me.id, caller.now)?;
        if !draft.named {
            let slip = drawer::Slip {
                kind: whole.kind,
                moment: draft.piece.moment,
                question: draft.piece.question,
                alternative: whole.alternative,
                text: whole.text,
                mark,
            };
            self.put_in_drawer(&mut c, reading.me.organisation, slip, caller.now).await?;
            c.commit().await?;
            return Ok(Writing::Waits);
        }
        let id = PieceId::new();
        let sealed = reading.key.seal(&piece_place(&id.to_string()), &whole.text)?;
        let new = rows::New {
            id,
            organisation: reading.me.organisation,
            about: about(&draft.piece, &whole),
            sealed: &sealed,
            author: Some(reading.me.id),
            month: Month::of(caller.now),
            mark: &mark,
        };
        rows::insert(&mut c, &new).await?;
        c.commit().await?;
        Ok(Writing::Hung(id))
    }

    /// Writes a piece anew, for who wrote it with their name.
    ///
    /// # Errors
    /// `Unknown` when it is not theirs; `Invalid` as for writing.
    #[crate::boxed]
    pub async fn change_piece(
        &self,
        caller: &Caller,
        id: PieceId,
        piece: &Piece,
        no_names: &[String],
    ) -> Result<Writing> {
        let reading = self.board_writing(caller).await?;
        let mut c = self.db.write().await?;
        own(&mut c, &reading, id).await?;
        let whole = self.whole(&mut c, &reading, piece).await?;
        let found = self.names_of_board(&mut c, caller).await?.in_the_way(&[&whole.text], no_names);
        if !found.is_empty() {
            return Ok(Writing::Found(found));
        }
        let sealed = reading.key.seal(&piece_place(&id.to_string()), &whole.text)?;
        if !rows::change(&mut c, id, reading.me.id, about(piece, &whole), &sealed).await? {
            return Err(Refusal::Unknown.into());
        }
        c.commit().await?;
        Ok(Writing::Hung(id))
    }

    /// Takes a piece off the board, for who wrote it with their name.
    ///
    /// # Errors
    /// `Unknown` when it is not theirs.
    #[crate::boxed]
    pub async fn remove_piece(&self, caller: &Caller, id: PieceId) -> Result<()> {
        let reading = self.board_writing(caller).await?;
        let mut c = self.db.write().await?;
        own(&mut c, &reading, id).await?;
        rows::remove(&mut c, &id.to_string()).await?;
        Ok(c.commit().await?)
    }
}

fn about<'a>(piece: &Piece, whole: &'a Whole) -> rows::About<'a> {
    rows::About {
        kind: whole.kind,
        moment: piece.moment,
        question: piece.question,
        alternative: whole.alternative.as_deref(),
    }
}

/// A piece that the reader wrote with their name, whether it hangs there or was taken away.
async fn own(c: &mut Conn, reading: &Reading, id: PieceId) -> Result<()> {
    let row = rows::piece(c, reading.me.organisation, id).await?;
    let mine = |row: &rows::Piece| row.author.as_deref().and_then(MemberId::parse) == Some(reading.me.id);
    row.filter(mine).map(drop).ok_or_else(|| Refusal::Unknown.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_however_it_is_typed_and_nothing_else_is_one() {
        let word = fresh_word().unwrap();
        let known = mark(&word).unwrap();
        assert_eq!(mark(&format!(" {} ", word.to_lowercase().replace('-', " "))), Some(known.clone()));
        assert_ne!(mark(&fresh_word().unwrap()), Some(known.clone()));
        assert!(!known.contains(&secrets::plain_code(&word)));
        for odd in ["", "K7MW-3PXR", "K7MW-3PXR-K7MW-3PXR-K7MW"] {
            assert_eq!(mark(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_day_takes_so_many_and_the_next_day_begins_anew() {
        let (flood, me) = (Flood::default(), MemberId::new());
        let now = Stamp(1_800_000_000_000);
        assert!((0..A_DAY).all(|_| flood.takes(me, now)));
        assert!(!flood.takes(me, now));
        assert!(flood.takes(MemberId::new(), now), "another still may");
        assert!(flood.takes(me, now.plus_days(1)));
    }

    #[test]
    fn a_text_is_a_few_sentences() {
        assert_eq!(tidy(" Wat nu?\r\nIk weet het\u{0} niet. ", 60).unwrap(), "Wat nu?\nIk weet het niet.");
        assert!(tidy("  \u{7} ", 60).is_err());
        assert!(tidy(&"é".repeat(60), 60).is_ok() && tidy(&"é".repeat(61), 60).is_err());
    }
}
