//! The learning board: pieces by month, who recognises them, short answers. All words are sealed.
//!
//! A row of a piece without a name tells nothing of who wrote it: no member, no time but a month, a random id, and it is
//! written together with others (see [`drawer`]).

pub mod digest;
pub mod drawer;

use method::board::{Month, PieceKind, TakenFor};
use method::ids::{MemberId, OrganisationId, PieceId, ReactionId};
use method::looking::{LeadQuestion, MomentKind};
use method::time::Stamp;
use sqlx::FromRow;

use crate::{Conn, Result, on, run};

/// A piece as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Piece {
    /// Its id, as text.
    pub id: String,
    /// In which organisation.
    pub organisation: String,
    /// A dilemma or a lesson, as a word.
    pub kind: String,
    /// For which kind of moment, as a word.
    pub moment: Option<String>,
    /// For which lead question, as a word.
    pub question: Option<String>,
    /// About which shared alternative.
    pub alternative: Option<String>,
    /// The words, sealed; nothing once it was taken away.
    pub text_sealed: Option<Vec<u8>>,
    /// Who wrote it, if they said so.
    pub author: Option<String>,
    /// In which month.
    pub month: String,
    /// Whether somebody said that there is a name in it.
    pub flagged: bool,
    /// Why it was taken away.
    pub taken_for: Option<String>,
}

const PIECE: &str =
    "select id, organisation, kind, moment, question, alternative, text_sealed, author, month, flagged,
    taken_for from board_pieces";

/// What is looked for on the board. Nothing chosen is everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Dilemmas or lessons.
    pub kind: Option<PieceKind>,
    /// For this kind of moment.
    pub moment: Option<MomentKind>,
    /// For this lead question.
    pub question: Option<LeadQuestion>,
    /// About this shared alternative, by its id.
    pub alternative: Option<&'a str>,
    /// Of this month.
    pub month: Option<Month>,
}

/// The pieces of an organisation: the newest months first, and within a month in no order that means anything.
///
/// # Errors
/// When the database refuses.
pub async fn pieces(c: &mut Conn, organisation: OrganisationId, wanted: Wanted<'_>) -> Result<Vec<Piece>> {
    let sql = sqlx::AssertSqlSafe(format!(
        "{PIECE} where organisation = $1 and ($2 = '' or kind = $2) and ($3 = '' or moment = $3)
         and ($4 = '' or question = $4) and ($5 = '' or alternative = $5) and ($6 = '' or month = $6)
         order by month desc, id"
    ));
    let month = wanted.month.map(|month| month.to_string()).unwrap_or_default();
    Ok(on!(c, db => sqlx::query_as(sql)
        .bind(organisation.to_string())
        .bind(wanted.kind.map_or("", PieceKind::key))
        .bind(wanted.moment.map_or("", MomentKind::key))
        .bind(wanted.question.map_or("", LeadQuestion::key))
        .bind(wanted.alternative.unwrap_or(""))
        .bind(month)
        .fetch_all(db)
        .await?))
}

/// One piece of an organisation; nothing when it hangs on another board.
///
/// # Errors
/// When the database refuses.
pub async fn piece(c: &mut Conn, organisation: OrganisationId, id: PieceId) -> Result<Option<Piece>> {
    let sql = sqlx::AssertSqlSafe(format!("{PIECE} where organisation = $1 and id = $2"));
    Ok(
        on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).bind(id.to_string()).fetch_optional(db).await?),
    )
}

/// The piece that was written without a name and belongs to a word.
///
/// # Errors
/// When the database refuses.
pub async fn nameless(c: &mut Conn, mark: &str) -> Result<Option<Piece>> {
    let sql = sqlx::AssertSqlSafe(format!("{PIECE} where mark = $1 and author is null"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(mark).fetch_optional(db).await?))
}

/// What a piece is about.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// A dilemma or a lesson.
    pub kind: PieceKind,
    /// For which kind of moment.
    pub moment: Option<MomentKind>,
    /// For which lead question.
    pub question: Option<LeadQuestion>,
    /// About which shared alternative, by its id.
    pub alternative: Option<&'a str>,
}

/// A new piece.
#[derive(Debug)]
pub struct New<'a> {
    /// Its id.
    pub id: PieceId,
    /// In which organisation.
    pub organisation: OrganisationId,
    /// What it is about.
    pub about: About<'a>,
    /// The words, sealed.
    pub sealed: &'a [u8],
    /// Who wrote it, if they say so.
    pub author: Option<MemberId>,
    /// In which month.
    pub month: Month,
    /// The hash of the word that belongs to it.
    pub mark: &'a str,
}

/// Hangs a piece on the board. False when it hangs there already.
///
/// # Errors
/// When the database refuses.
pub async fn insert(c: &mut Conn, n: &New<'_>) -> Result<bool> {
    let sql = "insert into board_pieces (id, organisation, kind, moment, question, alternative, text_sealed, author,
        month, mark, flagged) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, false) on conflict do nothing";
    let hung = run!(
        c,
        sqlx::query(sql)
            .bind(n.id.to_string())
            .bind(n.organisation.to_string())
            .bind(n.about.kind.key())
            .bind(n.about.moment.map(MomentKind::key))
            .bind(n.about.question.map(LeadQuestion::key))
            .bind(n.about.alternative)
            .bind(n.sealed)
            .bind(n.author.map(|author| author.to_string()))
            .bind(n.month.to_string())
            .bind(n.mark)
    );
    Ok(hung == 1)
}

/// Writes a piece anew, for who wrote it with their name.
///
/// # Errors
/// When the database refuses.
pub async fn change(
    c: &mut Conn,
    id: PieceId,
    author: MemberId,
    about: About<'_>,
    sealed: &[u8],
) -> Result<bool> {
    let sql =
        "update board_pieces set kind = $3, moment = $4, question = $5, alternative = $6, text_sealed = $7,
        flagged = false where id = $1 and author = $2 and taken_for is null";
    let changed = run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(author.to_string())
            .bind(about.kind.key())
            .bind(about.moment.map(MomentKind::key))
            .bind(about.question.map(LeadQuestion::key))
            .bind(about.alternative)
            .bind(sealed)
    );
    Ok(changed == 1)
}

async fn forget_around(c: &mut Conn, id: &str) -> Result<()> {
    run!(c, sqlx::query("delete from board_recognitions where piece = $1").bind(id));
    run!(c, sqlx::query("delete from board_reactions where piece = $1").bind(id));
    Ok(())
}

/// Takes a piece off the board, with everything that hangs on it.
///
/// # Errors
/// When the database refuses.
pub async fn remove(c: &mut Conn, id: &str) -> Result<()> {
    forget_around(c, id).await?;
    run!(c, sqlx::query("delete from board_pieces where id = $1").bind(id));
    Ok(())
}

/// Takes a piece away for a reason: its words go, and that it was there stays for who wrote it.
///
/// # Errors
/// When the database refuses.
pub async fn take_away(c: &mut Conn, id: PieceId, why: TakenFor) -> Result<()> {
    let id = id.to_string();
    forget_around(c, &id).await?;
    let sql = "update board_pieces set text_sealed = null, taken_for = $2, flagged = false where id = $1";
    run!(c, sqlx::query(sql).bind(id).bind(why.key()));
    Ok(())
}

/// Writes down that somebody says there is a name in it. Not who.
///
/// # Errors
/// When the database refuses.
pub async fn flag(c: &mut Conn, id: PieceId, flagged: bool) -> Result<()> {
    let sql = "update board_pieces set flagged = $2 where id = $1 and taken_for is null";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(flagged));
    Ok(())
}

/// Of how many pieces of an organisation somebody said that there is a name in them.
///
/// # Errors
/// When the database refuses.
pub async fn flagged(c: &mut Conn, organisation: OrganisationId) -> Result<i64> {
    let sql = "select count(*) from board_pieces where organisation = $1 and flagged";
    Ok(on!(c, db => sqlx::query_scalar(sql).bind(organisation.to_string()).fetch_one(db).await?))
}

/// Somebody recognises a piece, or no longer does. `person` is their tally, not their id.
///
/// # Errors
/// When the database refuses.
pub async fn recognise(c: &mut Conn, id: PieceId, person: &str, does: bool) -> Result<()> {
    let sql = if does {
        "insert into board_recognitions (piece, person) values ($1, $2) on conflict do nothing"
    } else {
        "delete from board_recognitions where piece = $1 and person = $2"
    };
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(person));
    Ok(())
}

/// Who recognises the pieces of an organisation: piece and tally.
///
/// # Errors
/// When the database refuses.
pub async fn recognitions(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<(String, String)>> {
    let sql = "select r.piece, r.person from board_recognitions r join board_pieces p on p.id = r.piece
        where p.organisation = $1";
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?))
}

/// A short answer as it is kept.
#[derive(Clone, Debug, FromRow)]
pub struct Reaction {
    /// Its id, as text.
    pub id: String,
    /// To which piece.
    pub piece: String,
    /// Who wrote it.
    pub author: String,
    /// The words, sealed.
    pub text_sealed: Vec<u8>,
    /// When.
    pub created_at: i64,
}

const REACTION: &str = "select r.id, r.piece, r.author, r.text_sealed, r.created_at from board_reactions r
    join board_pieces p on p.id = r.piece where p.organisation = $1";

/// All answers on the board of an organisation, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn reactions(c: &mut Conn, organisation: OrganisationId) -> Result<Vec<Reaction>> {
    let sql = sqlx::AssertSqlSafe(format!("{REACTION} order by r.created_at, r.id"));
    Ok(on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).fetch_all(db).await?))
}

/// One answer on the board of an organisation.
///
/// # Errors
/// When the database refuses.
pub async fn reaction(
    c: &mut Conn,
    organisation: OrganisationId,
    id: ReactionId,
) -> Result<Option<Reaction>> {
    let sql = sqlx::AssertSqlSafe(format!("{REACTION} and r.id = $2"));
    Ok(
        on!(c, db => sqlx::query_as(sql).bind(organisation.to_string()).bind(id.to_string()).fetch_optional(db).await?),
    )
}

/// Writes an answer down. False when it is there already.
///
/// # Errors
/// When the database refuses.
pub async fn react(
    c: &mut Conn,
    id: ReactionId,
    piece: PieceId,
    author: MemberId,
    sealed: &[u8],
    now: Stamp,
) -> Result<bool> {
    let sql = "insert into board_reactions (id, piece, author, text_sealed, created_at)
        values ($1, $2, $3, $4, $5) on conflict do nothing";
    let written = run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(piece.to_string())
            .bind(author.to_string())
            .bind(sealed)
            .bind(now.0)
    );
    Ok(written == 1)
}

/// Takes an answer away.
///
/// # Errors
/// When the database refuses.
pub async fn remove_reaction(c: &mut Conn, id: ReactionId) -> Result<()> {
    run!(c, sqlx::query("delete from board_reactions where id = $1").bind(id.to_string()));
    Ok(())
}
