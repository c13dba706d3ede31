//! Offers: a coach, or a colleague who looks along, offers another way to act; the professional takes it or leaves it.

use method::Refusal;
use method::consent::{self, Facts};
use method::dialogue::Subject;
use method::dialogue::alternative::IdeaOf;
use method::ids::{AlternativeId, ConversationId, MemberId, OfferId};
use method::permit::{Deed, Permit};
use method::roles::Perspective;
use method::time::Stamp;
use records::Conn;
use records::dialogue::offers as rows;

use super::{Sentence, alternatives, facts, looks, subject};
use crate::house::{bells::Change, ids};
use crate::{Caller, Error, House, Result};

/// What became of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferState {
    /// The professional has yet to answer.
    Waiting,
    /// They took it; this alternative was made of it.
    Taken(AlternativeId),
    /// They left it.
    Left,
}

/// An offer.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Which.
    pub id: OfferId,
    /// About what.
    pub subject: Subject,
    /// The name of who offers it.
    pub by: String,
    /// Whether they are a colleague; a coach when not.
    pub colleague: bool,
    /// Whether the reader offered it.
    pub own: bool,
    /// Its words.
    pub sentence: Sentence,
    /// What became of it.
    pub state: OfferState,
    /// When it was offered.
    pub at: Stamp,
}

fn place(id: &str) -> String {
    format!("offers.text/{id}")
}

/// Who stands before the offers of a conversation.
enum Side {
    Professional,
    Coach,
    Colleague,
}

/// Asks the rules: the professional and the coach by their chairs, a colleague by their invitation.
fn stand(facts: &Facts, caller: &Caller) -> Result<(Permit, Side)> {
    let deed = if facts.party(&caller.reader).is_some() { Deed::Compare } else { Deed::Peer };
    let permit = consent::decide(facts, &caller.reader, deed, caller.now)?;
    match facts.party(&caller.reader).map(|party| party.perspective) {
        Some(Perspective::Professional) => Ok((permit, Side::Professional)),
        Some(Perspective::Coach) => Ok((permit, Side::Coach)),
        Some(Perspective::Client) => Err(Refusal::NotInvited.into()),
        None => Ok((permit, Side::Colleague)),
    }
}

impl House {
    /// Offers another way to act to the professional of a conversation.
    ///
    /// # Errors
    /// `NotInvited` for client and professional, `Unknown` for strangers and for a subject that does not lie on the
    /// table; `Invalid` as for an alternative; the refusals of comparing or of looking along.
    #[crate::boxed]
    pub async fn offer(
        &self,
        caller: &Caller,
        id: ConversationId,
        about: Subject,
        sentence: &Sentence,
    ) -> Result<OfferId> {
        let mut c = self.db.write().await?;
        let facts = facts(&mut c, id).await?;
        let (permit, side) = stand(&facts, caller)?;
        if matches!(side, Side::Professional) {
            return Err(Refusal::NotInvited.into());
        }
        let key = self.vault.text_key(&permit).await?;
        if !looks(&mut c, &permit, &key).await?.knows(about) {
            return Err(Refusal::Unknown.into());
        }
        let offer = OfferId::new();
        let sealed = sentence.tidy()?.sealed(&key, &place(&offer.to_string()))?;
        let new = rows::New {
            id: offer,
            conversation: id,
            subject: about,
            by: caller.account()?.id,
            colleague: matches!(side, Side::Colleague),
            sealed: &sealed,
        };
        rows::insert(&mut c, &new, caller.now).await?;
        c.commit().await?;
        Ok(offer)
    }

    /// The offers of a conversation: all for the professional, for coach and colleagues their own.
    ///
    /// # Errors
    /// `NotInvited` for the client, `Unknown` for strangers; the refusals of comparing or of looking along.
    #[crate::boxed]
    pub async fn offers(&self, caller: &Caller, id: ConversationId) -> Result<Vec<Offer>> {
        let mut c = self.db.read().await?;
        let facts = facts(&mut c, id).await?;
        let (permit, side) = stand(&facts, caller)?;
        let key = self.vault.text_key(&permit).await?;
        let me = caller.account()?;
        let mut offers = Vec::new();
        for row in rows::of_conversation(&mut c, id).await? {
            let own = row.by_member == me.id.to_string();
            if !own && !matches!(side, Side::Professional) {
                continue;
            }
            let by = records::identity::by_id(&mut c, ids::member(&row.by_member)?).await?;
            let taken = row.alternative.as_deref().and_then(AlternativeId::parse);
            offers.push(Offer {
                id: OfferId::parse(&row.id).ok_or_else(|| Error::Inner("id of an offer".into()))?,
                subject: subject(&row.subject)?,
                by: by.map_or_else(String::new, |member| member.name),
                colleague: row.colleague,
                own,
                sentence: Sentence::opened(&key, &place(&row.id), &row.text_sealed)?,
                state: match (taken, row.left_at) {
                    (Some(alternative), _) => OfferState::Taken(alternative),
                    (None, Some(_)) => OfferState::Left,
                    (None, None) => OfferState::Waiting,
                },
                at: Stamp(row.created_at),
            });
        }
        Ok(offers)
    }

    /// The professional takes an offer: it becomes one of the alternatives of the conversation.
    ///
    /// # Errors
    /// `NotInvited` for anyone else at the table, `Unknown` for strangers and for what was answered before.
    #[crate::boxed]
    pub async fn take_offer(&self, caller: &Caller, id: OfferId) -> Result<(ConversationId, AlternativeId)> {
        let mut c = self.db.write().await?;
        let (row, conversation, permit) = answering(&mut c, caller, id).await?;
        let key = self.vault.text_key(&permit).await?;
        let author = facts(&mut c, conversation).await?.party(&caller.reader).ok_or(Refusal::Unknown)?.id;
        let sentence = Sentence::opened(&key, &place(&row.id), &row.text_sealed)?;
        let of = if row.colleague { IdeaOf::Colleague } else { IdeaOf::Coach };
        let about = subject(&row.subject)?;
        let made = alternatives::insert(&mut c, caller, &key, (conversation, author), about, (&sentence, of))
            .await?;
        if !rows::take(&mut c, id, made).await? {
            return Err(Refusal::Unknown.into());
        }
        self.commit_ringing(c, conversation, Change::Alternatives).await?;
        Ok((conversation, made))
    }

    /// The professional leaves an offer.
    ///
    /// # Errors
    /// As for taking it.
    #[crate::boxed]
    pub async fn leave_offer(&self, caller: &Caller, id: OfferId) -> Result<ConversationId> {
        let mut c = self.db.write().await?;
        let (_, conversation, _) = answering(&mut c, caller, id).await?;
        if !rows::leave(&mut c, id, caller.now).await? {
            return Err(Refusal::Unknown.into());
        }
        c.commit().await?;
        Ok(conversation)
    }

    /// Takes back an offer of one's own that was not taken.
    ///
    /// # Errors
    /// `Unknown` when it is someone else's, or was taken; the refusals of comparing or of looking along.
    #[crate::boxed]
    pub async fn withdraw_offer(&self, caller: &Caller, id: OfferId) -> Result<ConversationId> {
        let mut c = self.db.write().await?;
        let (row, conversation) = offer_row(&mut c, caller, id).await?;
        let facts = facts(&mut c, conversation).await?;
        stand(&facts, caller)?;
        let own = row.by_member == caller.account()?.id.to_string();
        if !own || !rows::delete(&mut c, id).await? {
            return Err(Refusal::Unknown.into());
        }
        c.commit().await?;
        Ok(conversation)
    }

    /// How many offers wait for a professional, per conversation; nothing of their content. For the home page.
    ///
    /// # Errors
    /// `Unknown` for whoever leads no conversations.
    #[crate::boxed]
    pub async fn offers_waiting(&self, caller: &Caller) -> Result<Vec<(ConversationId, usize)>> {
        let me: MemberId = caller.leading()?.id;
        let waiting = rows::waiting_for(&mut self.db.read().await?, me).await?;
        waiting
            .into_iter()
            .map(|(id, count)| Ok((ids::conversation(&id)?, usize::try_from(count).unwrap_or(0))))
            .collect()
    }
}

async fn offer_row(c: &mut Conn, caller: &Caller, id: OfferId) -> Result<(rows::Offer, ConversationId)> {
    let Some(row) = rows::by_id(c, id).await? else {
        return Err(crate::consent::missing(c, caller, id).await?);
    };
    let conversation = ids::conversation(&row.conversation)?;
    Ok((row, conversation))
}

/// An offer that the professional is about to answer.
async fn answering(
    c: &mut Conn,
    caller: &Caller,
    id: OfferId,
) -> Result<(rows::Offer, ConversationId, Permit)> {
    let (row, conversation) = offer_row(c, caller, id).await?;
    let (permit, side) = stand(&facts(c, conversation).await?, caller)?;
    match side {
        Side::Professional => Ok((row, conversation, permit)),
        // A colleague knows of no offers but their own.
        Side::Colleague => Err(Refusal::Unknown.into()),
        Side::Coach => Err(Refusal::NotInvited.into()),
    }
}
