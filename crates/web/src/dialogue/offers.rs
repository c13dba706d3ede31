//! What the coach offers: something else to say or do, which the professional takes or leaves.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum::{Form, Router};
use method::dialogue::Subject;
use method::dialogue::alternative::Wanted;
use method::ids::{ConversationId, OfferId};
use method::roles::Perspective;
use practice::dialogue::{OfferState, Sentence};
use serde::Deserialize;

use super::collection::{Cards, cards};
use super::sentence::{Choice, Source, Typed};
use super::view::Viewer;
use crate::app::{App, page};
use crate::conversation::{show, steps};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::visit::Staff;
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/offers", get(list).post(offer))
        .route("/offers/{id}/take", post(take))
        .route("/offers/{id}/leave", post(leave))
        .route("/offers/{id}/remove", post(remove))
}

/// An offer as a card.
pub(super) struct Card {
    pub(super) id: OfferId,
    pub(super) sentence: Sentence,
    pub(super) about: String,
    /// "Aangeboden door je coach Ruud, 3 maart".
    pub(super) line: String,
    pub(super) state: &'static str,
    /// The tryout's plan, once it was taken.
    pub(super) taken: Option<String>,
}

/// An offer in words, for the professional or for who offered it.
pub(super) fn shown(
    words: Words,
    id: ConversationId,
    offer: practice::dialogue::Offer,
    about: String,
) -> Card {
    let key = match (offer.own, offer.colleague) {
        (true, _) => "offer-by-you",
        (false, true) => "offer-by-colleague",
        (false, false) => "offer-by-coach",
    };
    let (state, taken) = match offer.state {
        OfferState::Waiting => ("waiting", None),
        OfferState::Left => ("left", None),
        OfferState::Taken(made) => ("taken", Some(format!("/conversations/{id}/tryout/{made}"))),
    };
    Card {
        id: offer.id,
        sentence: offer.sentence,
        about,
        line: words.with(key).s("name", &offer.by).s("date", words.date(&offer.at)).to_string(),
        state,
        taken,
    }
}

#[derive(Template)]
#[template(path = "dialogue/offers.html")]
struct OffersPage {
    frame: Frame,
    back: String,
    back_name: String,
    here: String,
    offers: Vec<Card>,
    /// Whether the reader is the professional, who takes and leaves; the coach offers.
    professional: bool,
    subjects: Vec<Choice>,
    cards: Cards,
    typed: Typed,
    wrong: Wrong,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Offering {
    #[serde(default)]
    about: String,
    #[serde(default)]
    intention: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    might: String,
}

impl Offering {
    fn typed(&self) -> Typed {
        let one = self.clone();
        Typed { intention: one.intention, words: one.words, might: one.might, ..Typed::default() }
    }
}

async fn list(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Query(source): Query<Source>,
) -> Answer {
    let id = show::id(&id)?;
    // Only what is shared or an example is offered from here: someone's own collection is their own.
    let source = Source { shared: source.shared, example: source.example, ..Source::default() };
    let typed = source.read(&app, &staff).await?;
    render(&app, &staff, id, typed, String::new(), Wrong::default()).await
}

async fn render(
    app: &App,
    staff: &Staff,
    id: ConversationId,
    typed: Typed,
    about: String,
    wrong: Wrong,
) -> Answer {
    let words = staff.visit.words;
    let overview = app.house.conversation(&staff.caller, id).await?;
    let offers = app.house.offers(&staff.caller, id).await?;
    let table = app.house.table(&staff.caller, id).await?;
    let viewer = Viewer { words, overview: &overview, table: &table };
    let professional = overview.me == Perspective::Professional;
    let questions = super::sentence::questions(words, &about);
    let moments = table.touches.iter().map(|touch| Choice {
        value: touch.mark.id.to_string(),
        name: viewer.about(Subject::Moment(touch.mark.id)),
        chosen: touch.mark.id.to_string() == about,
    });
    let cards = if professional {
        Cards { kept: Vec::new(), shared: Vec::new(), examples: Vec::new() }
    } else {
        cards(app, staff, &Wanted::default()).await?
    };
    Ok(page(&OffersPage {
        frame: staff.visit.frame("offer-title"),
        back: format!("/conversations/{id}"),
        back_name: steps::name(words, &overview),
        here: format!("/conversations/{id}/offers"),
        offers: offers
            .into_iter()
            .map(|one| {
                let about = viewer.about(one.subject);
                shown(words, id, one, about)
            })
            .collect(),
        professional,
        subjects: questions.into_iter().chain(moments).collect(),
        cards,
        typed,
        wrong,
    }))
}

async fn offer(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Form(sent): Form<Offering>,
) -> Answer {
    let id = show::id(&id)?;
    let typed = sent.typed();
    let done = match Subject::parse(&sent.about) {
        Some(about) => app.house.offer(&staff.caller, id, about, &typed.sentence()).await,
        None => Err(practice::Error::invalid("about", "invalid-choice")),
    };
    // A colleague has no chair at the table and offers from their own page.
    let seated = app.house.conversation(&staff.caller, id).await.is_ok();
    match mend(done, staff.visit.words)? {
        Ok(_) if seated => Ok(Redirect::to(&format!("/conversations/{id}/offers")).into_response()),
        Ok(_) => Ok(Redirect::to(&format!("/conversations/{id}/peer#offers-h")).into_response()),
        Err(wrong) if seated => {
            let page = render(&app, &staff, id, typed, sent.about, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(wrong) => {
            let page = super::along::render(&app, &staff, id, typed, String::new(), wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn offer_id(text: &str) -> Result<OfferId, Fault> {
    OfferId::parse(text).ok_or_else(Fault::unknown)
}

async fn take(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let (conversation, made) = app.house.take_offer(&staff.caller, offer_id(&id)?).await?;
    Ok(Redirect::to(&format!("/conversations/{conversation}/tryout/{made}")).into_response())
}

async fn leave(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let conversation = app.house.leave_offer(&staff.caller, offer_id(&id)?).await?;
    Ok(Redirect::to(&format!("/conversations/{conversation}/offers")).into_response())
}

async fn remove(State(app): State<App>, staff: Staff, Path(id): Path<String>) -> Answer {
    let conversation = app.house.withdraw_offer(&staff.caller, offer_id(&id)?).await?;
    let seated = app.house.conversation(&staff.caller, conversation).await.is_ok();
    let room = if seated { "offers" } else { "peer" };
    Ok(Redirect::to(&format!("/conversations/{conversation}/{room}")).into_response())
}
