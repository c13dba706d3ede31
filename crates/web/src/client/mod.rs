//! The client's place: in by link and code, five large doors, one question on a screen, and nothing else.

mod agreed;
mod asking;
mod code;
mod enter;
mod place;
mod second;
mod seen;
mod stop;
mod tell;

use axum::Router;
use method::consent::Purpose;
use method::roles::Perspective;
use practice::conversation::Overview;
use practice::organisation::Terms;

use crate::app::App;
use crate::consent::answers;
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
        .merge(code::routes())
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

    /// The purposes to which the client says yes now.
    pub(crate) fn yes(&self) -> Vec<Purpose> {
        let parties = &self.conversation.facts.parties;
        let client = parties.iter().find(|party| party.perspective == Perspective::Client);
        client.map_or_else(Vec::new, |party| answers::living(&party.yeses))
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
        let parties = &self.conversation.facts.parties;
        let client = parties.iter().find(|party| party.perspective == Perspective::Client);
        let yes = client.and_then(|party| party.yes(Purpose::Look));
        self.conversation.facts.second_yes_until.is_some()
            && yes.is_some_and(|yes| yes.lives() && !yes.confirmed())
    }
}
