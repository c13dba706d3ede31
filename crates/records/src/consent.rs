//! Yeses, receipts, and forgetting. A no is never written down.

pub mod companions;
pub mod extensions;
pub mod papers;

use method::consent::receipt::{Ending, Item, Receipt};
use method::consent::{Means, Purpose};
use method::ids::{ConsentId, ConversationId, ParticipantId, ReceiptId};
use method::time::Stamp;
use sqlx::FromRow;

use crate::db::word;
use crate::{Conn, Error, Result, on, run};

/// One yes as it is kept.
#[derive(Clone, Debug)]
pub struct Consent {
    /// Who said it.
    pub participant: ParticipantId,
    /// To what.
    pub purpose: Purpose,
    /// How.
    pub means: Means,
    /// Which text they had before them.
    pub text_version: String,
    /// When.
    pub given: Stamp,
    /// When it was said again, after the conversation.
    pub confirmed: Option<Stamp>,
    /// With which text before them, where that was written down.
    pub confirmed_version: Option<String>,
    /// How it was said again, where that was written down.
    pub confirmed_means: Option<Means>,
    /// When it was taken back.
    pub withdrawn: Option<Stamp>,
}

#[derive(FromRow)]
struct Row {
    participant: String,
    purpose: String,
    means: String,
    text_version: String,
    given_at: i64,
    confirmed_at: Option<i64>,
    confirmed_version: Option<String>,
    confirmed_means: Option<String>,
    withdrawn_at: Option<i64>,
}

/// A yes that is being said.
#[derive(Clone, Debug)]
pub struct Said<'a> {
    /// In which conversation.
    pub conversation: ConversationId,
    /// By whom.
    pub participant: ParticipantId,
    /// How.
    pub means: Means,
    /// With which text before them.
    pub text_version: &'a str,
    /// When.
    pub at: Stamp,
    /// Whether it was said after the conversation, and so is the second yes at once.
    pub after: bool,
}

/// Writes a yes down. Said again it changes nothing; said after it was taken back it is a new yes.
///
/// # Errors
/// When the database refuses.
pub async fn say_yes(c: &mut Conn, said: &Said<'_>, purpose: Purpose) -> Result<()> {
    let sql = "insert into consents (id, conversation, participant, purpose, means, text_version, given_at, confirmed_at,
               confirmed_version, confirmed_means) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
               on conflict (participant, purpose) do update set means = excluded.means,
               text_version = excluded.text_version, given_at = excluded.given_at,
               confirmed_at = excluded.confirmed_at, confirmed_version = excluded.confirmed_version,
               confirmed_means = excluded.confirmed_means, withdrawn_at = null
               where consents.withdrawn_at is not null";
    run!(
        c,
        sqlx::query(sql)
            .bind(ConsentId::new().to_string())
            .bind(said.conversation.to_string())
            .bind(said.participant.to_string())
            .bind(purpose.key())
            .bind(said.means.key())
            .bind(said.text_version)
            .bind(said.at.0)
            .bind(said.after.then_some(said.at.0))
            .bind(said.after.then_some(said.text_version))
            .bind(said.after.then_some(said.means.key()))
    );
    Ok(())
}

/// Writes the second yes down, for a yes that lives.
///
/// # Errors
/// When the database refuses.
pub async fn confirm(c: &mut Conn, said: &Said<'_>, purpose: Purpose) -> Result<()> {
    let sql = "update consents set confirmed_at = $3, confirmed_version = $4, confirmed_means = $5
               where participant = $1 and purpose = $2 and withdrawn_at is null and confirmed_at is null";
    run!(
        c,
        sqlx::query(sql)
            .bind(said.participant.to_string())
            .bind(purpose.key())
            .bind(said.at.0)
            .bind(said.text_version)
            .bind(said.means.key())
    );
    Ok(())
}

/// Takes a yes back. False when there was none that lived.
///
/// # Errors
/// When the database refuses.
pub async fn withdraw(
    c: &mut Conn,
    participant: ParticipantId,
    purpose: Purpose,
    now: Stamp,
) -> Result<bool> {
    let sql = "update consents set withdrawn_at = $3
               where participant = $1 and purpose = $2 and withdrawn_at is null";
    Ok(run!(c, sqlx::query(sql).bind(participant.to_string()).bind(purpose.key()).bind(now.0)) == 1)
}

/// Leaves no trace of a yes that became a no before anything was recorded.
///
/// # Errors
/// When the database refuses.
pub async fn forget_yes(c: &mut Conn, participant: ParticipantId, purpose: Purpose) -> Result<()> {
    let sql = "delete from consents where participant = $1 and purpose = $2";
    run!(c, sqlx::query(sql).bind(participant.to_string()).bind(purpose.key()));
    Ok(())
}

/// Every yes in a conversation, in the order in which they were said.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn of_conversation(c: &mut Conn, id: ConversationId) -> Result<Vec<Consent>> {
    let sql = "select participant, purpose, means, text_version, given_at, confirmed_at, confirmed_version,
               confirmed_means, withdrawn_at from consents where conversation = $1 order by given_at, id";
    let rows: Vec<Row> = on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?);
    let read = |row: Row| {
        Ok(Consent {
            participant: word(ParticipantId::parse, &row.participant, "consents.participant")?,
            purpose: word(Purpose::parse, &row.purpose, "consents.purpose")?,
            means: word(Means::parse, &row.means, "consents.means")?,
            text_version: row.text_version,
            given: Stamp(row.given_at),
            confirmed: row.confirmed_at.map(Stamp),
            confirmed_version: row.confirmed_version,
            confirmed_means: row.confirmed_means.as_deref().and_then(Means::parse),
            withdrawn: row.withdrawn_at.map(Stamp),
        })
    };
    rows.into_iter().map(read).collect()
}

/// What there is of a conversation to destroy, as receipts name it.
///
/// # Errors
/// When the database refuses.
pub async fn items(c: &mut Conn, id: ConversationId) -> Result<Vec<Item>> {
    let questions = [
        (Item::Recording, "select 1 from recordings where conversation = $1 limit 1"),
        (Item::Derived, "select 1 from assets where conversation = $1 limit 1"),
        (
            Item::Looks,
            "select 1 from looks where conversation = $1 union select 1 from worksheets where conversation = $1",
        ),
        (Item::Interview, "select 1 from interviews where conversation = $1 limit 1"),
        (
            Item::Readings,
            "select 1 from readings where conversation = $1 union select 1 from alternatives where conversation = $1
             union select 1 from takeaways where conversation = $1 union select 1 from offers where conversation = $1
             union select 1 from peer_notes where conversation = $1",
        ),
        (
            Item::Tryouts,
            "select 1 from tryouts where conversation = $1 union select 1 from outcome_ratings where conversation = $1",
        ),
        (Item::Cards, "select 1 from card_halves where conversation = $1 limit 1"),
        (Item::Papers, "select 1 from consent_papers where conversation = $1 limit 1"),
        (
            Item::CodeName,
            "select 1 from participants where conversation = $1 and code_name_sealed is not null limit 1",
        ),
    ];
    let mut items = Vec::new();
    for (item, sql) in questions {
        let there: Option<(i32,)> =
            on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_optional(db).await?);
        if there.is_some() {
            items.push(item);
        }
    }
    Ok(items)
}

/// Deletes every row that tells something of a conversation. What is left: that it was, who took part
/// with an account, which yeses were said, and when it ended.
///
/// # Errors
/// When the database refuses; then nothing is kept of this transaction.
pub async fn forget(c: &mut Conn, id: ConversationId) -> Result<()> {
    // What will be asked for again by its address; then children first. `$1` is the conversation in each.
    const STEPS: &[&str] = &[
        "insert into gone (id, conversation) select id, conversation from looks where conversation = $1",
        "insert into gone (id, conversation) select object, conversation from recordings where conversation = $1",
        "insert into gone (id, conversation) select object, conversation from assets where conversation = $1",
        "insert into gone (id, conversation) select id, conversation from tryouts where conversation = $1",
        "insert into gone (id, conversation) select id, conversation from interviews where conversation = $1",
        "update tryouts set follows = null where follows in (select id from tryouts where conversation = $1)",
        "delete from tryout_outcomes where tryout in (select id from tryouts where conversation = $1)",
        "delete from tryouts where conversation = $1",
        "update tryouts set next_conversation = null, after_ms = null, next_gone = true
            where next_conversation = $1",
        "delete from outcome_ratings where conversation = $1",
        "insert into gone (id, conversation) select id, conversation from offers where conversation = $1",
        "delete from offers where conversation = $1",
        "delete from peer_notes where conversation = $1",
        "delete from colleagues where conversation = $1",
        // What was shared or kept elsewhere holds nothing of it and stays; only where it came from is forgotten.
        "delete from derivations where conversation = $1",
        "delete from worksheets where conversation = $1",
        "delete from alternatives where conversation = $1",
        "delete from reading_versions where reading in (select id from readings where conversation = $1)",
        "delete from readings where conversation = $1",
        "delete from takeaways where conversation = $1",
        "delete from dialogue_items where dialogue in (select id from dialogues where conversation = $1)",
        "delete from dialogue_presences where dialogue in (select id from dialogues where conversation = $1)",
        "delete from dialogues where conversation = $1",
        "delete from card_halves where conversation = $1",
        "delete from card_shares where conversation = $1",
        "delete from plannings where conversation = $1",
        "delete from additions where look in (select id from looks where conversation = $1)",
        "delete from answer_moments where look in (select id from looks where conversation = $1)",
        "delete from answers where look in (select id from looks where conversation = $1)",
        "delete from moments where look in (select id from looks where conversation = $1)",
        "delete from looks where conversation = $1",
        "delete from assets where conversation = $1",
        "delete from cuts where conversation = $1",
        "delete from recordings where conversation = $1",
        "delete from interview_notes where interview in (select id from interviews where conversation = $1)",
        "delete from interviews where conversation = $1",
        "insert into gone (id, conversation) select object, conversation from consent_papers where conversation = $1",
        "delete from consent_papers where conversation = $1",
        "update participants set code_name_sealed = null where conversation = $1",
    ];
    for sql in STEPS {
        run!(c, sqlx::query(*sql).bind(id.to_string()));
    }
    Ok(())
}

/// The conversation to which something belonged that was forgotten with it.
///
/// # Errors
/// When the database refuses or holds an id that is none.
pub async fn gone(c: &mut Conn, id: &str) -> Result<Option<ConversationId>> {
    let sql = "select conversation from gone where id = $1";
    let row: Option<(String,)> = on!(c, db => sqlx::query_as(sql).bind(id).fetch_optional(db).await?);
    row.map(|(text,)| word(ConversationId::parse, &text, "gone.conversation")).transpose()
}

#[derive(FromRow)]
struct ReceiptRow {
    purpose: Option<String>,
    why: String,
    items: String,
    at: i64,
    copies_until: i64,
    done_at: Option<i64>,
}

/// Writes a receipt down.
///
/// # Errors
/// When the database refuses.
pub async fn insert_receipt(
    c: &mut Conn,
    conversation: ConversationId,
    participant: Option<ParticipantId>,
    r: &Receipt,
) -> Result<()> {
    let sql =
        "insert into receipts (id, conversation, participant, purpose, why, items, at, copies_until, done_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let items = r.items.iter().map(|item| item.key()).collect::<Vec<_>>().join(" ");
    run!(
        c,
        sqlx::query(sql)
            .bind(ReceiptId::new().to_string())
            .bind(conversation.to_string())
            .bind(participant.map(|p| p.to_string()))
            .bind(r.purpose.map(Purpose::key))
            .bind(r.why.key())
            .bind(items)
            .bind(r.at.0)
            .bind(r.copies_until.0)
            .bind(r.done.map(|done| done.0))
    );
    Ok(())
}

/// The receipts of a conversation, newest first.
///
/// # Errors
/// When the database refuses or holds a word this program does not write.
pub async fn receipts(c: &mut Conn, id: ConversationId) -> Result<Vec<Receipt>> {
    let sql = "select purpose, why, items, at, copies_until, done_at from receipts
               where conversation = $1 order by at desc, id desc";
    let rows: Vec<ReceiptRow> = on!(c, db => sqlx::query_as(sql).bind(id.to_string()).fetch_all(db).await?);
    let read = |row: ReceiptRow| {
        let purpose = row.purpose.map(|text| word(Purpose::parse, &text, "receipts.purpose")).transpose()?;
        let items = row.items.split_whitespace().map(|text| word(Item::parse, text, "receipts.items"));
        Ok(Receipt {
            purpose,
            why: word(Ending::parse, &row.why, "receipts.why")?,
            items: items.collect::<Result<_>>()?,
            at: Stamp(row.at),
            copies_until: Stamp(row.copies_until),
            done: row.done_at.map(Stamp),
        })
    };
    rows.into_iter().map(read).collect()
}

/// Conversations whose destruction was ordered but not seen to its end, because the program stopped halfway.
///
/// # Errors
/// When the database refuses.
pub async fn unfinished(c: &mut Conn) -> Result<Vec<ConversationId>> {
    let sql = "select distinct conversation from receipts where done_at is null and purpose is null";
    let rows: Vec<(String,)> = on!(c, db => sqlx::query_as(sql).fetch_all(db).await?);
    rows.iter().map(|(id,)| ConversationId::parse(id).ok_or(Error::Column("receipts.conversation"))).collect()
}

/// Marks a conversation's destruction as seen to its end.
///
/// # Errors
/// When the database refuses.
pub async fn finish(c: &mut Conn, id: ConversationId, now: Stamp) -> Result<()> {
    let sql = "update receipts set done_at = $2 where conversation = $1 and done_at is null";
    run!(c, sqlx::query(sql).bind(id.to_string()).bind(now.0));
    Ok(())
}
