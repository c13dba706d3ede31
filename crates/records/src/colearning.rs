//! Samenleer-wijzer: what lies on the halves of the cards, who turned theirs, and who shares.

use method::colearning::{Card, Half};
use method::ids::{ConversationId, ParticipantId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Result, on, run};

/// One half of a card, as it is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Which card.
    pub card: Card,
    /// Whose half.
    pub participant: ParticipantId,
    /// What is on it, sealed.
    pub half_sealed: Vec<u8>,
    /// Whether it was turned.
    pub half: Half,
}

#[derive(FromRow)]
struct Row {
    card: String,
    participant: String,
    half_sealed: Vec<u8>,
    turned_at: Option<i64>,
}

fn read(row: Row) -> Result<Kept> {
    Ok(Kept {
        card: word(Card::parse, &row.card, "card_halves.card")?,
        participant: word(ParticipantId::parse, &row.participant, "card_halves.participant")?,
        half_sealed: row.half_sealed,
        half: Half { turned: row.turned_at.map(Stamp) },
    })
}

const HALF: &str =
    "select card, participant, half_sealed, turned_at from card_halves where conversation = $1";

/// Every half in a conversation.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn halves(c: &mut Conn, id: ConversationId) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = on!(c, db => sqlx::query_as(HALF).bind(id.to_string()).fetch_all(db).await?);
    rows.into_iter().map(read).collect()
}

/// The halves of one card.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn of_card(c: &mut Conn, id: ConversationId, card: Card) -> Result<Vec<Kept>> {
    let sql = sqlx::AssertSqlSafe(format!("{HALF} and card = $2"));
    let rows: Vec<Row> =
        on!(c, db => sqlx::query_as(sql).bind(id.to_string()).bind(card.key()).fetch_all(db).await?);
    rows.into_iter().map(read).collect()
}

/// Writes a half. False, and nothing is written, when it lies turned.
///
/// # Errors
/// When the database refuses.
pub async fn write(
    c: &mut Conn,
    id: ConversationId,
    card: Card,
    whose: ParticipantId,
    sealed: &[u8],
    now: Stamp,
) -> Result<bool> {
    let sql = "insert into card_halves (conversation, card, participant, half_sealed, changed_at)
               values ($1, $2, $3, $4, $5)
               on conflict (conversation, card, participant) do update set half_sealed = excluded.half_sealed,
               changed_at = excluded.changed_at where card_halves.turned_at is null";
    let written = run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(card.key())
            .bind(whose.to_string())
            .bind(sealed)
            .bind(now.0)
    );
    Ok(written == 1)
}

/// Turns one half over, or back.
///
/// # Errors
/// When the database refuses.
pub async fn turn(
    c: &mut Conn,
    id: ConversationId,
    card: Card,
    whose: ParticipantId,
    turned: Option<Stamp>,
    now: Stamp,
) -> Result<()> {
    let sql = "update card_halves set turned_at = $4, changed_at = $5
               where conversation = $1 and card = $2 and participant = $3";
    run!(
        c,
        sqlx::query(sql)
            .bind(id.to_string())
            .bind(card.key())
            .bind(whose.to_string())
            .bind(turned.map(|at| at.0))
            .bind(now.0)
    );
    Ok(())
}

/// Takes one half away, and turns the other back: what is seen again must be turned again.
///
/// # Errors
/// When the database refuses.
pub async fn take_away(c: &mut Conn, id: ConversationId, card: Card, whose: ParticipantId) -> Result<()> {
    let sql = "delete from card_halves where conversation = $1 and card = $2 and participant = $3";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(card.key()).bind(whose.to_string()));
    let sql = "update card_halves set turned_at = null where conversation = $1 and card = $2";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(card.key()));
    Ok(())
}

/// Says that someone shares, or takes it back.
///
/// # Errors
/// When the database refuses.
pub async fn share(
    c: &mut Conn,
    id: ConversationId,
    whose: ParticipantId,
    shared: bool,
    now: Stamp,
) -> Result<()> {
    if shared {
        let sql = "insert into card_shares (conversation, participant, at) values ($1, $2, $3)
                   on conflict (participant) do nothing";
        run!(c, sqlx::query(sql).bind(id.to_string()).bind(whose.to_string()).bind(now.0));
    } else {
        let sql = "delete from card_shares where participant = $1";
        run!(c, sqlx::query(sql).bind(whose.to_string()));
    }
    Ok(())
}

/// Who shares.
///
/// # Errors
/// When the database refuses or holds an id that is none.
pub async fn shares(c: &mut Conn, id: ConversationId) -> Result<Vec<ParticipantId>> {
    let sql = "select participant from card_shares where conversation = $1";
    let rows: Vec<(String,)> = on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?);
    rows.iter().map(|(text,)| word(ParticipantId::parse, text, "card_shares.participant")).collect()
}

/// Who has halves in conversations without an end of their own, and when each last touched one.
///
/// # Errors
/// When the database refuses or holds an id that is none.
pub async fn without_end(c: &mut Conn) -> Result<Vec<(ConversationId, ParticipantId, Stamp)>> {
    let sql = "select h.conversation, h.participant, max(h.changed_at) from card_halves h
               join conversations on conversations.id = h.conversation
               where conversations.retention_until is null group by h.conversation, h.participant";
    let rows: Vec<(String, String, i64)> = on!(c, db => sqlx::query_as(sql).fetch_all(db).await?);
    rows.iter()
        .map(|(id, whose, at)| {
            let id = word(ConversationId::parse, id, "card_halves.conversation")?;
            Ok((id, word(ParticipantId::parse, whose, "card_halves.participant")?, Stamp(*at)))
        })
        .collect()
}

/// Takes every half of one person away, and what both shared with it.
///
/// # Errors
/// When the database refuses.
pub async fn forget(c: &mut Conn, id: ConversationId, whose: ParticipantId) -> Result<()> {
    let sql = "delete from card_halves where conversation = $1 and participant = $2";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(whose.to_string()));
    let sql = "delete from card_shares where conversation = $1";
    run!(c, sqlx::query(sql).bind(id.to_string()));
    Ok(())
}

/// When someone last touched a half of theirs; nothing when they have none.
///
/// # Errors
/// When the database refuses.
pub async fn touched(c: &mut Conn, whose: ParticipantId) -> Result<Option<Stamp>> {
    let sql = "select max(changed_at) from card_halves where participant = $1";
    let row: (Option<i64>,) = on!(c, db => sqlx::query_as(sql).bind(whose.to_string()).fetch_one(db).await?);
    Ok(row.0.map(Stamp))
}
