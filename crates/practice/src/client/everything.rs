//! Everything that is kept about someone in the picture, for themselves (GDPR, article 15): what they said, made and
//! agreed to, and what was done with it. Nothing of others: no look, no half of a card, no thought of a coach.
//!
//! Each part is asked for by the deed that shows it in the program, so that the rules of consent and blindness hold
//! here as they do there. A part that a rule refuses now is left out.

use std::sync::Arc;

use bytes::Bytes;
use method::Refusal;
use method::colearning::Card;
use method::consent::receipt::Receipt;
use method::ids::ConversationId;
use method::permit::Reader;
use method::time::Stamp;
use method::tryout::Rating;

use super::devices::Device;
use crate::audit::{self, Actor, Seen};
use crate::colearning::Written;
use crate::consent::{Consent, kept};
use crate::conversation::Overview;
use crate::dialogue::Together;
use crate::interview::Back;
use crate::looking::Desk;
use crate::recording::{Face, Film, Media, Watched};
use crate::tryout::ToTell;
use crate::{Caller, Error, House, Result};

/// How often everything can be fetched within an hour: often enough for a line that breaks, and no more.
const AN_HOUR: usize = 4;

/// Something that was seen or heard, and its bytes.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The bytes, in order.
    pub media: Media,
    /// How long it lasts.
    pub duration_ms: i64,
}

/// A photo of one's own paper.
#[derive(Clone, Debug)]
pub struct Photo {
    /// What it is.
    pub content_type: String,
    /// Whether it is of the second yes.
    pub after: bool,
    /// When it was entered.
    pub filed: Stamp,
    /// The photo.
    pub bytes: Bytes,
}

/// One's own half of a card.
#[derive(Clone, Debug)]
pub struct Half {
    /// Which card.
    pub card: Card,
    /// What one wrote or drew.
    pub written: Written,
    /// Whether one turned it.
    pub turned: bool,
}

/// Everything about one person in one conversation.
#[derive(Debug)]
pub struct Everything {
    /// The conversation as facts, and who they are in it.
    pub conversation: Overview,
    /// Their yeses.
    pub consents: Vec<Consent>,
    /// The texts that were before them, by version; nothing where it was not kept.
    pub texts: Vec<(String, Option<String>)>,
    /// Their papers.
    pub papers: Vec<Photo>,
    /// What was destroyed or taken away.
    pub receipts: Vec<Receipt>,
    /// What was done with it, newest first.
    pub log: Vec<Seen>,
    /// Who watched, and for how long.
    pub watched: Vec<Watched>,
    /// Where their link is known.
    pub devices: Vec<Device>,
    /// The recording.
    pub film: Option<(Film, Shown)>,
    /// Their own look.
    pub look: Option<Desk>,
    /// What they said to the coach, once it was given to them to read.
    pub interview: Option<Back>,
    /// The sound of it, where they said yes to that.
    pub sounds: Vec<Shown>,
    /// How they found the conversation.
    pub rating: Option<Rating>,
    /// What they told of what was tried.
    pub told: Vec<ToTell>,
    /// Their halves of cards.
    pub cards: Vec<Half>,
    /// What was read together and what they take along, once it lies open to them.
    pub together: Option<Together>,
}

/// What a rule refuses now is not there; what went wrong stays wrong.
fn there<T>(result: Result<T>) -> Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(Error::Refused(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

impl House {
    /// Everything that is kept about whoever asks, in their own conversation. Leaves a line in the log.
    ///
    /// # Errors
    /// `Unknown` for whoever is not in the picture, `TakenOften` after a few times within an hour.
    pub async fn everything(self: &Arc<Self>, caller: &Caller) -> Result<Everything> {
        let Reader::Participant(me) = caller.reader else { return Err(Refusal::Unknown.into()) };
        let id = self.own_conversation(caller).await?;
        self.note_taking(caller, id).await?;
        let conversation = self.own_part(caller).await?;
        let consents: Vec<Consent> =
            self.consents(caller, id).await?.into_iter().filter(|yes| yes.participant == me).collect();
        let mut texts = Vec::new();
        for version in records::consent::papers::texts_of(&mut self.db.read().await?, me).await? {
            let text = self.kept_text(caller, id, &version).await?;
            texts.push((version, text));
        }
        let mut papers = Vec::new();
        for one in self.papers(caller, id).await?.into_iter().filter(|one| one.of == me) {
            if let Some((content_type, bytes)) = there(self.paper(caller, one.object).await)? {
                let bytes = Bytes::from(bytes);
                papers.push(Photo { content_type, after: one.after, filed: one.filed, bytes });
            }
        }
        let film = self.own_film(caller, id).await?;
        let look = match there(self.own_look(caller, id).await)?.flatten() {
            Some(look) => there(self.desk(caller, look).await)?,
            None => None,
        };
        let interview = there(self.read_back(caller).await)?.flatten();
        let mut sounds = Vec::new();
        for sound in interview.iter().flat_map(|back| &back.sounds).filter(|sound| sound.ready) {
            let media = there(self.open_media(caller, sound.object, Face::Playable).await)?;
            sounds.extend(media.map(|media| Shown { media, duration_ms: sound.duration_ms }));
        }
        let told = there(self.to_tell(caller, id).await)?.unwrap_or_default();
        let cards = there(self.cards(caller, id).await)?.map_or_else(Vec::new, |deck| deck.cards);
        let half = |card: crate::colearning::Dealt| {
            Some(Half { card: card.card, written: card.mine?, turned: card.turned })
        };
        Ok(Everything {
            receipts: self.receipts(caller, id).await?,
            log: self.who_looked(caller, id).await?,
            watched: self.who_watched(caller, id).await?,
            devices: self.own_devices(caller, None).await?.0,
            rating: there(self.own_rating(caller, id).await)?.flatten(),
            told: told.into_iter().filter(|one| one.told.is_some()).collect(),
            cards: cards.into_iter().filter_map(half).collect(),
            together: there(self.read_together(caller, id).await)?,
            conversation,
            consents,
            texts,
            papers,
            film,
            look,
            interview,
            sounds,
        })
    }

    async fn own_film(
        self: &Arc<Self>,
        caller: &Caller,
        id: ConversationId,
    ) -> Result<Option<(Film, Shown)>> {
        let Some(film) = there(self.film(caller, id).await)? else { return Ok(None) };
        let media = there(self.open_media(caller, film.object, Face::Playable).await)?;
        // Fetching it is told as that, and not as watching.
        let shown = |media: Media| Shown { media: media.fetched(), duration_ms: film.duration_ms };
        Ok(media.map(shown).map(|shown| (film, shown)))
    }

    /// Writes down that everything was fetched, unless it was fetched too often just now.
    async fn note_taking(&self, caller: &Caller, id: ConversationId) -> Result<()> {
        let mut c = self.db.write().await?;
        let (facts, org) = kept(&mut c, id).await?;
        if facts.voice(&caller.reader).is_none() {
            return Err(Refusal::Unknown.into());
        }
        let Actor(kind, actor) = Actor::of(&caller.reader);
        let since = caller.now.0 - 60 * 60_000;
        let taken = records::audit::of_scope(&mut c, id.into()).await?.into_iter().filter(|entry| {
            entry.deed == audit::Deed::TookEverything.key()
                && entry.at > since
                && (&entry.actor_kind, &entry.actor) == (&kind, &actor)
        });
        if taken.count() >= AN_HOUR {
            return Err(Refusal::TakenOften.into());
        }
        let line = audit::Line { deed: audit::Deed::TookEverything, scope: Some(id.into()), subject: None };
        audit::write(&mut c, org, caller, line).await?;
        Ok(c.commit().await?)
    }

    /// Whether the password of someone who came in by an account is asked once more, and is right. Counted, as the PIN of
    /// a screen that was handed over is.
    ///
    /// # Errors
    /// `Invalid` when it is not right, or was wrong too often in this session.
    #[crate::boxed]
    pub async fn ask_password_again(
        &self,
        member: method::ids::MemberId,
        cookie: &str,
        password: String,
    ) -> Result<()> {
        let tries = self.count_session_try(cookie).await?.unwrap_or(i64::MAX);
        if tries > method::client::TRIES {
            return Err(Error::invalid("password", "invalid-password-often"));
        }
        self.check_own_password(member, password).await?;
        self.reset_session_tries(cookie).await
    }
}
