//! The learning board: dilemmas and lessons of the people who do the work, in a few sentences and without names.
//!
//! Whoever writes without a name is written down nowhere. Their piece waits in the drawer with the others (see
//! [`drawer`]), leaves no line in the log of deeds, and belongs to a word that only they were shown.

mod answers;
mod digest;
pub(crate) mod drawer;
mod writing;

use std::collections::{HashMap, HashSet};

use method::Refusal;
use method::board::{Month, PieceKind, TakenFor};
use method::consent::beyond;
use method::ids::{MemberId, OrganisationId, PieceId, ReactionId, SharedId};
use method::looking::{LeadQuestion, MomentKind};
use method::permit::Permit;
use method::roles::Role;
use method::time::Stamp;
use records::Conn;
use records::board as rows;
use vault::TextKey;

use crate::names::Names;
use crate::{Caller, Error, House, Member, Result};

pub use answers::Reacting;
pub use digest::DigestLetter;
pub use drawer::Withdrawn;
pub use writing::{Draft, Flood, Piece as Written, Writing, fresh_word};

/// A short answer.
#[derive(Clone, Debug)]
pub struct Reaction {
    /// Which.
    pub id: ReactionId,
    /// Who wrote it.
    pub by: String,
    /// Whether the reader did.
    pub own: bool,
    /// Its words.
    pub text: String,
    /// When.
    pub at: Stamp,
}

/// A piece as somebody reads it.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Which.
    pub id: PieceId,
    /// A dilemma or a lesson.
    pub kind: PieceKind,
    /// For which kind of moment.
    pub moment: Option<MomentKind>,
    /// For which lead question.
    pub question: Option<LeadQuestion>,
    /// About which shared alternative.
    pub alternative: Option<SharedId>,
    /// Its words; nothing once it was taken away.
    pub text: Option<String>,
    /// Who wrote it, if they said so.
    pub by: Option<String>,
    /// Whether the reader wrote it, with their name.
    pub own: bool,
    /// In which month.
    pub month: Month,
    /// Why it was taken away.
    pub taken_for: Option<TakenFor>,
    /// Whether somebody said that there is a name in it; only who guards the law reads that.
    pub flagged: bool,
    /// How many people recognise it.
    pub recognised: usize,
    /// Whether the reader does.
    pub recognise: bool,
    /// What others answered, oldest first.
    pub reactions: Vec<Reaction>,
}

/// What is looked for on the board. Nothing chosen is everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Dilemmas or lessons.
    pub kind: Option<PieceKind>,
    /// For this kind of moment.
    pub moment: Option<MomentKind>,
    /// For this lead question.
    pub question: Option<LeadQuestion>,
    /// About this shared alternative.
    pub alternative: Option<SharedId>,
    /// Of this month.
    pub month: Option<Month>,
}

pub(crate) fn piece_place(id: &str) -> String {
    format!("board_pieces.text/{id}")
}

fn reaction_place(id: &str) -> String {
    format!("board_reactions.text/{id}")
}

/// Somebody before the board: who, and the key to read it with.
pub(crate) struct Reading {
    me: Member,
    key: TextKey,
}

impl Reading {
    /// What counts a person once and tells nobody who they are.
    fn person(&self, piece: PieceId) -> Result<String> {
        Ok(self.key.tally(&format!("board_recognitions/{piece}/{}", self.me.id))?)
    }
}

impl House {
    async fn reading(&self, caller: &Caller) -> Result<Reading> {
        let me = caller.account()?;
        let permit = beyond::board(me.organisation, me.organisation, &me.roles, &caller.reader)?;
        self.board_key(me, permit).await
    }

    /// As for reading, for whoever writes: the people who do the work.
    async fn board_writing(&self, caller: &Caller) -> Result<Reading> {
        let me = caller.account()?;
        let permit = beyond::share(me.organisation, me.organisation, &me.roles, &caller.reader)?;
        self.board_key(me, permit).await
    }

    async fn board_key(&self, me: &Member, permit: Permit) -> Result<Reading> {
        self.vault.create_key(&permit).await?;
        Ok(Reading { me: me.clone(), key: self.vault.text_key(&permit).await? })
    }

    /// Who guards the law, before the board.
    async fn guarding(&self, caller: &Caller) -> Result<Reading> {
        caller.with_role(Role::PrivacyOfficer)?;
        self.reading(caller).await
    }

    /// What hangs on the board: the newest months first, and within a month in no order that means anything. Of what was
    /// taken away only who wrote it, with their name, and who guards the law still see that it was.
    ///
    /// # Errors
    /// `Unknown` for whoever has no business on the board.
    #[crate::boxed]
    pub async fn board(&self, caller: &Caller, wanted: Wanted) -> Result<Vec<Piece>> {
        let reading = self.reading(caller).await?;
        let mut c = self.db.read().await?;
        let alternative = wanted.alternative.map(|id| id.to_string());
        let asked = rows::Wanted {
            kind: wanted.kind,
            moment: wanted.moment,
            question: wanted.question,
            alternative: alternative.as_deref(),
            month: wanted.month,
        };
        let found = rows::pieces(&mut c, reading.me.organisation, asked).await?;
        let all = shown(&mut c, caller, &reading, found).await?;
        let guards = caller.with_role(Role::PrivacyOfficer).is_ok();
        Ok(all.into_iter().filter(|one| one.taken_for.is_none() || one.own || guards).collect())
    }

    /// One piece.
    ///
    /// # Errors
    /// `Unknown` when it hangs on another board, was taken away, or the reader has no business here.
    #[crate::boxed]
    pub async fn board_piece(&self, caller: &Caller, id: PieceId) -> Result<Piece> {
        let reading = self.reading(caller).await?;
        let mut c = self.db.read().await?;
        let row = rows::piece(&mut c, reading.me.organisation, id).await?.ok_or(Refusal::Unknown)?;
        let found = shown(&mut c, caller, &reading, vec![row]).await?.pop();
        Ok(found.filter(|one| one.taken_for.is_none()).ok_or(Refusal::Unknown)?)
    }

    /// Every name that a text of this writer must not hold: everybody of the organisation, and the people of their own
    /// conversations. Nothing is written down of it.
    async fn names_of_board(&self, c: &mut Conn, caller: &Caller) -> Result<Names> {
        let me = caller.account()?;
        let mut names = self.names_in(c, me.organisation).await?;
        for row in records::conversation::of_member(c, me.id, i64::MAX).await? {
            let id = crate::house::ids::conversation(&row.id)?;
            self.add_people(c, caller, id, &mut names).await?;
        }
        Ok(names)
    }
}

fn parsed<T>(value: Option<T>, what: &str) -> Result<T> {
    value.ok_or_else(|| Error::Inner(format!("{what} of a piece on the board")))
}

async fn shown(
    c: &mut Conn,
    caller: &Caller,
    reading: &Reading,
    found: Vec<rows::Piece>,
) -> Result<Vec<Piece>> {
    let organisation: OrganisationId = reading.me.organisation;
    let members = records::identity::of_organisation(c, organisation).await?;
    let names: HashMap<String, String> = members.into_iter().map(|member| (member.id, member.name)).collect();
    let mut recognised: HashMap<String, HashSet<String>> = HashMap::new();
    for (piece, person) in rows::recognitions(c, organisation).await? {
        recognised.entry(piece).or_default().insert(person);
    }
    let mut reactions: HashMap<String, Vec<rows::Reaction>> = HashMap::new();
    for one in rows::reactions(c, organisation).await? {
        reactions.entry(one.piece.clone()).or_default().push(one);
    }
    let guards = caller.with_role(Role::PrivacyOfficer).is_ok();
    let mine = |author: &str| MemberId::parse(author) == Some(reading.me.id);
    let mut all = Vec::new();
    for row in found {
        let id = parsed(PieceId::parse(&row.id), "id")?;
        let text = match &row.text_sealed {
            Some(sealed) => Some(reading.key.open(&piece_place(&row.id), sealed)?.to_string()),
            None => None,
        };
        let people = recognised.remove(&row.id).unwrap_or_default();
        let answer = |one: rows::Reaction| {
            Ok::<_, Error>(Reaction {
                id: parsed(ReactionId::parse(&one.id), "answer")?,
                by: names.get(&one.author).cloned().unwrap_or_default(),
                own: mine(&one.author),
                text: reading.key.open(&reaction_place(&one.id), &one.text_sealed)?.to_string(),
                at: Stamp(one.created_at),
            })
        };
        all.push(Piece {
            id,
            kind: parsed(PieceKind::parse(&row.kind), "kind")?,
            moment: row.moment.as_deref().and_then(MomentKind::parse),
            question: row.question.as_deref().and_then(LeadQuestion::parse),
            alternative: row.alternative.as_deref().and_then(SharedId::parse),
            text,
            by: row.author.as_ref().and_then(|author| names.get(author).cloned()),
            own: row.author.as_deref().is_some_and(mine),
            month: parsed(Month::parse(&row.month), "month")?,
            taken_for: row.taken_for.as_deref().and_then(TakenFor::parse),
            flagged: row.flagged && guards,
            recognise: people.contains(&reading.person(id)?),
            recognised: people.len(),
            reactions: reactions
                .remove(&row.id)
                .unwrap_or_default()
                .into_iter()
                .map(answer)
                .collect::<Result<_>>()?,
        });
    }
    Ok(all)
}
