//! Samenleer-wijzer: the two in a conversation write on their own half of a card, turn over together, and share or not.
//!
//! What is on the other's half leaves this file only when both halves lie turned. The coach gets what lies open, and
//! only while both share it.

use method::Refusal;
use method::colearning::{self, Card, Half};
use method::consent::Facts;
use method::ids::{ConversationId, ParticipantId};
use method::permit::Permit;
use method::roles::Perspective;
use method::time::Stamp;
use records::Conn;
use records::colearning::Kept;
use serde::{Deserialize, Serialize};
use vault::TextKey;

use crate::{Caller, Error, House, Result};

/// What someone wrote or drew; both may be empty, for what is only said aloud.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The words.
    #[serde(default)]
    pub text: String,
    /// The drawing: a path on the field, or empty.
    #[serde(default)]
    pub drawing: String,
}

/// One half as a reader sees it.
#[derive(Clone, Debug)]
pub struct Side {
    /// Whose half.
    pub by: Perspective,
    /// What is on it.
    pub written: Written,
}

/// One card as a reader sees it.
#[derive(Clone, Debug)]
pub struct Dealt {
    /// Which card.
    pub card: Card,
    /// The reader's own half: what they wrote, if anything.
    pub mine: Option<Written>,
    /// Whether they turned it.
    pub turned: bool,
    /// Both halves, once it lies open: the client's first.
    pub open: Vec<Side>,
}

impl Dealt {
    /// Whether both turned it.
    #[must_use]
    pub fn lies_open(&self) -> bool {
        !self.open.is_empty()
    }
}

/// All cards of a conversation, as one of the two sees them.
#[derive(Clone, Debug)]
pub struct Deck {
    /// The reader's chair.
    pub me: Perspective,
    /// The sixteen cards.
    pub cards: Vec<Dealt>,
    /// Whether the reader shares with the coach.
    pub shares: bool,
    /// Whether both do.
    pub shared: bool,
    /// Whether there is a coach to share with.
    pub coach: bool,
    /// When one's own halves go by themselves, if there are any. Of the other's this tells nothing.
    pub until: Option<Stamp>,
}

fn place(id: ConversationId, card: Card, whose: ParticipantId) -> String {
    format!("card_halves.half/{id}/{card}/{whose}")
}

/// What was typed, as it is kept.
fn tidy(written: &Written) -> Result<Written> {
    let text = written.text.trim().replace("\r\n", "\n");
    if text.chars().count() > colearning::TEXT_MAX {
        return Err(Error::invalid("text", "invalid-card-long"));
    }
    let drawing = match written.drawing.trim() {
        "" => String::new(),
        path => colearning::drawing(path).ok_or(Error::invalid("drawing", "invalid-card-drawing"))?,
    };
    Ok(Written { text, drawing })
}

fn opened(key: &TextKey, id: ConversationId, kept: &Kept) -> Result<Written> {
    let text = key.open(&place(id, kept.card, kept.participant), &kept.half_sealed)?;
    serde_json::from_str(&text).map_err(|_| Error::Inner("half of a card".into()))
}

fn sealed(
    key: &TextKey,
    id: ConversationId,
    card: Card,
    whose: ParticipantId,
    written: &Written,
) -> Result<Vec<u8>> {
    let text = serde_json::to_string(&tidy(written)?).map_err(|_| Error::Inner("half of a card".into()))?;
    Ok(key.seal(&place(id, card, whose), &text)?)
}

/// The two the conversation is between; the client first.
fn two(facts: &Facts) -> Result<[(ParticipantId, Perspective); 2]> {
    let seat = |chair: Perspective| {
        let party = facts.parties.iter().find(|party| party.perspective == chair);
        party.map(|party| (party.id, chair)).ok_or(Error::Refused(Refusal::Unknown))
    };
    Ok([seat(Perspective::Client)?, seat(Perspective::Professional)?])
}

fn half_of(kept: &[&Kept], whose: ParticipantId) -> Half {
    kept.iter().find(|one| one.participant == whose).map_or_else(Half::default, |one| one.half)
}

/// Both halves, if the card lies open.
fn open(key: &TextKey, facts: &Facts, kept: &[&Kept]) -> Result<Vec<Side>> {
    let two = two(facts)?;
    if !colearning::lies_open(half_of(kept, two[0].0), half_of(kept, two[1].0)) {
        return Ok(Vec::new());
    }
    let mut sides = Vec::new();
    for (whose, by) in two {
        if let Some(one) = kept.iter().find(|one| one.participant == whose) {
            sides.push(Side { by, written: opened(key, facts.conversation, one)? });
        }
    }
    Ok(sides)
}

fn dealt(key: &TextKey, facts: &Facts, me: ParticipantId, card: Card, kept: &[Kept]) -> Result<Dealt> {
    let kept: Vec<&Kept> = kept.iter().filter(|one| one.card == card).collect();
    let mine = kept.iter().find(|one| one.participant == me);
    Ok(Dealt {
        card,
        mine: mine.map(|one| opened(key, facts.conversation, one)).transpose()?,
        turned: half_of(&kept, me).turned.is_some(),
        open: open(key, facts, &kept)?,
    })
}

/// The permit to play, with the facts and the player's own part.
async fn playing(
    c: &mut Conn,
    caller: &Caller,
    id: ConversationId,
) -> Result<(Permit, Facts, ParticipantId, Perspective)> {
    let facts = crate::dialogue::facts(c, id).await?;
    let permit = colearning::play(&facts, &caller.reader, caller.now)?;
    let party = facts.party(&caller.reader).ok_or(Refusal::Unknown)?;
    let (me, chair) = (party.id, party.perspective);
    Ok((permit, facts, me, chair))
}

async fn sharing(c: &mut Conn, facts: &Facts) -> Result<Vec<Perspective>> {
    let shares = records::colearning::shares(c, facts.conversation).await?;
    let chair = |id: &ParticipantId| facts.parties.iter().find(|party| party.id == *id);
    Ok(shares.iter().filter_map(chair).map(|party| party.perspective).collect())
}

impl House {
    /// All cards, for one of the two.
    ///
    /// # Errors
    /// `Unknown` for anyone else, or why everything ended.
    #[crate::boxed]
    pub async fn cards(&self, caller: &Caller, id: ConversationId) -> Result<Deck> {
        let mut c = self.db.read().await?;
        let (permit, facts, me, chair) = playing(&mut c, caller, id).await?;
        let key = self.vault.text_key(&permit).await?;
        let kept = records::colearning::halves(&mut c, id).await?;
        let shared = sharing(&mut c, &facts).await?;
        let touched = records::colearning::touched(&mut c, me).await?;
        let until = match touched {
            Some(at) => Some(colearning::ends(&facts, at, months(&mut c, id).await?)),
            None => None,
        };
        let cards = Card::ALL.iter().map(|card| dealt(&key, &facts, me, *card, &kept));
        Ok(Deck {
            me: chair,
            cards: cards.collect::<Result<_>>()?,
            shares: shared.contains(&chair),
            shared: shared.contains(&Perspective::Client) && shared.contains(&Perspective::Professional),
            coach: facts.parties.iter().any(|party| party.perspective == Perspective::Coach),
            until,
        })
    }

    /// Whether the page of the cards opens for whoever asks: they play, or both share with them.
    ///
    /// # Errors
    /// `Unknown` when there is no such conversation.
    #[crate::boxed]
    pub async fn cards_open(&self, caller: &Caller, id: ConversationId) -> Result<bool> {
        let mut c = self.db.read().await?;
        let facts = crate::dialogue::facts(&mut c, id).await?;
        let shared = sharing(&mut c, &facts).await?;
        let plays = colearning::play(&facts, &caller.reader, caller.now).is_ok();
        Ok(plays || colearning::shown(&facts, &caller.reader, &shared, caller.now).is_ok())
    }

    /// One card, for one of the two.
    ///
    /// # Errors
    /// `Unknown` for anyone else, or why everything ended.
    #[crate::boxed]
    pub async fn card(&self, caller: &Caller, id: ConversationId, card: Card) -> Result<Dealt> {
        let mut c = self.db.read().await?;
        let (permit, facts, me, _) = playing(&mut c, caller, id).await?;
        let key = self.vault.text_key(&permit).await?;
        let kept = records::colearning::of_card(&mut c, id, card).await?;
        dealt(&key, &facts, me, card, &kept)
    }

    /// Writes one's own half of a card, and turns it over when asked to.
    ///
    /// # Errors
    /// `CardTurned` once it lies turned; `Invalid` for too much; `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn write_card(
        &self,
        caller: &Caller,
        id: ConversationId,
        card: Card,
        written: &Written,
        turn: bool,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        let (permit, _, me, _) = playing(&mut c, caller, id).await?;
        let key = self.vault.text_key(&permit).await?;
        let half = sealed(&key, id, card, me, written)?;
        if !records::colearning::write(&mut c, id, card, me, &half, caller.now).await? {
            return Err(Refusal::CardTurned.into());
        }
        if turn {
            records::colearning::turn(&mut c, id, card, me, Some(caller.now), caller.now).await?;
        }
        Ok(c.commit().await?)
    }

    /// Puts both halves down at once, turned: they sat at one tablet and tapped together. Only the professional's
    /// screen can, and never over what the client wrote by their own link.
    ///
    /// # Errors
    /// `CardTurned` when one of them wrote on it elsewhere; `NotInvited` for the client's own screen, which has its own
    /// half; `Invalid` for too much; `Unknown` for anyone else.
    #[crate::boxed]
    pub async fn turn_together(
        &self,
        caller: &Caller,
        id: ConversationId,
        card: Card,
        client: &Written,
        professional: &Written,
    ) -> Result<()> {
        let mut c = self.db.write().await?;
        let (permit, facts, _, chair) = playing(&mut c, caller, id).await?;
        if chair != Perspective::Professional {
            return Err(Refusal::NotInvited.into());
        }
        let key = self.vault.text_key(&permit).await?;
        let kept = records::colearning::of_card(&mut c, id, card).await?;
        for ((whose, by), written) in two(&facts)?.into_iter().zip([client, professional]) {
            let theirs = kept.iter().find(|one| one.participant == whose);
            theirs.map_or(Ok(()), |one| one.half.write())?;
            // What the client wrote on their own telephone is not the professional's to write over.
            if by == Perspective::Client && theirs.is_some() {
                return Err(Refusal::CardTurned.into());
            }
            let half = sealed(&key, id, card, whose, written)?;
            records::colearning::write(&mut c, id, card, whose, &half, caller.now).await?;
            records::colearning::turn(&mut c, id, card, whose, Some(caller.now), caller.now).await?;
        }
        Ok(c.commit().await?)
    }

    /// Takes one's own turn back while the other still thinks; a card that lies open goes back with one's half empty.
    ///
    /// # Errors
    /// `Unknown` for anyone else, or why everything ended.
    #[crate::boxed]
    pub async fn take_card_back(&self, caller: &Caller, id: ConversationId, card: Card) -> Result<()> {
        let mut c = self.db.write().await?;
        let (_, facts, me, _) = playing(&mut c, caller, id).await?;
        let kept = records::colearning::of_card(&mut c, id, card).await?;
        let kept: Vec<&Kept> = kept.iter().collect();
        let [one, other] = two(&facts)?.map(|(whose, _)| half_of(&kept, whose));
        if colearning::lies_open(one, other) {
            records::colearning::take_away(&mut c, id, card, me).await?;
        } else {
            records::colearning::turn(&mut c, id, card, me, None, caller.now).await?;
        }
        Ok(c.commit().await?)
    }

    /// Says whether one shares the open cards with the coach. It counts when both do, and each can take it back.
    ///
    /// # Errors
    /// `Unknown` for anyone but the two, or why everything ended.
    #[crate::boxed]
    pub async fn share_cards(&self, caller: &Caller, id: ConversationId, shared: bool) -> Result<()> {
        let mut c = self.db.write().await?;
        let (_, _, me, _) = playing(&mut c, caller, id).await?;
        records::colearning::share(&mut c, id, me, shared, caller.now).await?;
        Ok(c.commit().await?)
    }

    /// The open cards, for the coach with whom both share them. Leaves a line in the audit log.
    ///
    /// # Errors
    /// `Unknown` as long as one of the two does not share, and for anyone else.
    #[crate::boxed]
    pub async fn shared_cards(&self, caller: &Caller, id: ConversationId) -> Result<Vec<(Card, Vec<Side>)>> {
        let mut c = self.db.read().await?;
        let facts = crate::dialogue::facts(&mut c, id).await?;
        let shared = sharing(&mut c, &facts).await?;
        let permit = colearning::shown(&facts, &caller.reader, &shared, caller.now)?;
        let key = self.vault.text_key(&permit).await?;
        let kept = records::colearning::halves(&mut c, id).await?;
        drop(c);
        self.note_opening(caller, id, permit.deed()).await?;
        let mut cards = Vec::new();
        for card in Card::ALL {
            let halves: Vec<&Kept> = kept.iter().filter(|one| one.card == *card).collect();
            let sides = open(&key, &facts, &halves)?;
            if !sides.is_empty() {
                cards.push((*card, sides));
            }
        }
        Ok(cards)
    }

    /// Takes halves away whose conversation never got an end, once a recording would have been gone. Gives of how many
    /// people.
    ///
    /// # Errors
    /// When the database refuses.
    #[crate::boxed]
    pub async fn forget_old_cards(&self, now: Stamp) -> Result<usize> {
        let old = records::colearning::without_end(&mut self.db.read().await?).await?;
        let mut forgotten = 0;
        for (id, whose, touched) in old {
            let mut c = self.db.write().await?;
            let facts = crate::dialogue::facts(&mut c, id).await?;
            if colearning::ends(&facts, touched, months(&mut c, id).await?) > now {
                continue;
            }
            records::colearning::forget(&mut c, id, whose).await?;
            c.commit().await?;
            forgotten += 1;
        }
        Ok(forgotten)
    }
}

/// How many months the organisation of a conversation keeps things.
async fn months(c: &mut Conn, id: ConversationId) -> Result<i64> {
    let (_, org) = crate::consent::kept(c, id).await?;
    let terms = records::organisation::by_id(c, org).await?.ok_or(Refusal::Unknown)?;
    Ok(terms.retention_months)
}
