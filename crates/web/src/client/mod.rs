//! The client's place: in by link and code, five large doors, one question on a screen, and nothing else.

mod agreed;
mod asking;
mod enter;
mod link;
mod longer;
mod place;
mod second;
pub(crate) mod seen;
mod stop;
mod tell;

use axum::Router;
use method::consent::Purpose;
use method::consent::companion::Voice;
use practice::conversation::Overview;
use practice::organisation::Terms;

use crate::app::App;
use crate::consent::answers;
use crate::consent::texts::Hand;
use crate::fault::Answer;
use crate::visit::Guest;
use crate::words::Words;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .merge(enter::routes())
        .merge(place::routes())
        .merge(asking::routes())
        .merge(second::routes())
        .merge(seen::routes())
        .merge(agreed::routes())
        .merge(stop::routes())
        .merge(tell::routes())
        .merge(link::routes())
        .merge(longer::routes())
}

/// The client's conversation, with what every page of their place needs.
pub(crate) struct Here {
    pub(crate) conversation: Overview,
    pub(crate) terms: Terms,
    pub(crate) words: Words,
}

impl Here {
    /// Loads it for whoever came in, whether or not it ended.
    pub(crate) async fn of(app: &App, guest: &Guest) -> Answer<Self> {
        let conversation = app.house.conversation_of_participant(&guest.caller).await?;
        let terms = guest.visit.terms(app).await?;
        Ok(Self { conversation, terms, words: guest.visit.words })
    }

    /// The same for whoever is in the picture: also for someone who is there without a chair.
    pub(crate) async fn anyone(app: &App, guest: &Guest) -> Answer<Self> {
        let conversation = app.house.own_part(&guest.caller).await?;
        let terms = guest.visit.terms(app).await?;
        Ok(Self { conversation, terms, words: guest.visit.words })
    }

    /// Whoever came in, as far as their own yes and no go.
    pub(crate) fn voice(&self) -> Option<Voice<'_>> {
        self.conversation.facts.voices().find(|voice| voice.id == self.conversation.my_id)
    }

    /// In whose words they are asked.
    pub(crate) const fn hand(&self) -> Hand {
        if self.conversation.companion.is_some() { Hand::Beside } else { Hand::Client }
    }

    /// Whether they need no name here: they have an account, or are only what they are.
    pub(crate) fn nameless(&self) -> bool {
        self.conversation.companion.is_some() || self.conversation.across_has_account()
    }

    /// The purposes to which the client says yes now.
    pub(crate) fn yes(&self) -> Vec<Purpose> {
        self.voice().map_or_else(Vec::new, |voice| answers::living(voice.yeses))
    }

    /// Whether everything ended, by someone's word or by itself.
    pub(crate) const fn ended(&self) -> bool {
        self.conversation.facts.destroyed.is_some()
    }

    /// Whether everyone said the second yes, so that telling can begin.
    pub(crate) fn may_tell(&self) -> bool {
        !self.ended() && self.conversation.facts.all_confirmed(Purpose::Look)
    }

    /// Whether the client still has to say the second yes.
    pub(crate) fn second_waits(&self) -> bool {
        let waits = self.voice().is_some_and(|voice| voice.second_waits());
        self.conversation.facts.second_yes_until.is_some() && waits
    }
}
