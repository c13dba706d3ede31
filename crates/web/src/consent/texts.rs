//! What someone had before them when they said yes, word for word: kept under its own fingerprint, and shown again.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use method::ids::ConversationId;
use method::roles::Perspective;
use method::time::Stamp;
use practice::Caller;
use practice::organisation::Terms;
use serde::{Deserialize, Serialize};

use super::answers::{self, Question};
use super::leaflet;
use crate::app::{App, page};
use crate::conversation::show::id;
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::{Anyone, Staff, Visit};
use crate::words::Words;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/texts/{version}", get(for_part))
        .route("/register/{id}/texts/{version}", get(for_officer))
}

/// In whose words it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Whoever sits across from the professional.
    Client,
    /// The professional.
    Professional,
    /// Someone who is there too.
    Beside,
}

/// A text as it was before someone. Fields are written down in this order, so that the same words are the same bytes.
#[derive(Debug, Serialize, Deserialize)]
pub struct Text {
    /// The tag of its language.
    pub(crate) language: String,
    pub(crate) title: String,
    pub(crate) sentences: Vec<String>,
    pub(crate) parts: Vec<(String, String)>,
    pub(crate) questions: Vec<Asked>,
    pub(crate) sign: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Asked {
    pub(crate) purpose: String,
    pub(crate) question: String,
    pub(crate) yes: String,
    pub(crate) no: String,
}

impl Asked {
    fn of(one: Question) -> Self {
        Self { purpose: one.key.to_owned(), question: one.question, yes: one.yes, no: one.no }
    }
}

impl Text {
    /// What stands before someone at the first yes: the leaflet and the questions, with the organisation's own terms.
    #[must_use]
    pub fn first(words: Words, terms: &Terms, hand: Hand) -> Self {
        let title = words.t("leaflet-title");
        let sentences = match hand {
            Hand::Professional => vec![words.t("asking-lead"), words.t("consent-professional")],
            _ => {
                ["leaflet-lead", "consent-intro", "consent-free", "consent-others"].map(|k| words.t(k)).into()
            }
        };
        let parts = leaflet::parts_for(words, terms, hand).into_iter();
        let parts = parts.map(|part| (part.heading, part.text)).collect();
        Self { title, sentences, parts, ..Self::questions(words, hand) }
    }

    /// What stands on a sheet of paper: all of the first, and what is crossed after the conversation.
    #[must_use]
    pub fn sheet(words: Words, terms: &Terms, hand: Hand) -> Self {
        let mut text = Self::first(words, terms, hand);
        text.sentences
            .extend(["consent-paper-1", "consent-paper-2", "consent-paper-3"].map(|key| words.t(key)));
        let choices = [1, 2, 3].map(|n| words.t(&format!("consent-second-choice-{n}"))).join(" / ");
        let after = format!("{} {choices}", words.t("consent-paper-5"));
        text.parts.push((words.t("consent-second-title"), after));
        text
    }

    /// What stands before someone at the second yes.
    #[must_use]
    pub fn second(words: Words, hand: Hand, until: Option<Stamp>) -> Self {
        let key = if hand == Hand::Professional { "asking-second" } else { "consent-second" };
        let date = until.map_or_else(String::new, |at| words.date(&at));
        let lead = if hand == Hand::Professional { "asking-second-lead" } else { "consent-second" };
        let sentences = vec![words.with(lead).s("date", date).to_string()];
        Self { title: words.t(&format!("{key}-title")), sentences, ..Self::questions(words, hand) }
    }

    /// What stands before someone who is asked to keep it longer.
    #[must_use]
    pub fn longer(words: Words, until: Stamp, ends: Stamp) -> Self {
        let sentence = words.with("consent-extend").s("date", words.date(&until)).s("end", words.date(&ends));
        Self {
            language: words.lang.tag().to_owned(),
            title: words.t("consent-extend-title"),
            sentences: vec![sentence.to_string()],
            parts: Vec::new(),
            questions: Vec::new(),
            sign: String::new(),
        }
    }

    fn questions(words: Words, hand: Hand) -> Self {
        let questions = answers::questions_for(words, &[], hand);
        let sign = if hand == Hand::Professional { "consent-professional" } else { "consent-sign" };
        Self {
            language: words.lang.tag().to_owned(),
            title: String::new(),
            sentences: Vec::new(),
            parts: Vec::new(),
            questions: questions.into_iter().map(Asked::of).collect(),
            sign: words.t(sign),
        }
    }

    /// The text as it is kept.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn written(&self) -> practice::Result<String> {
        serde_json::to_string(self).map_err(|error| practice::Error::Inner(format!("text: {error}")))
    }

    /// Keeps it, and gives its version.
    pub(crate) async fn keep(&self, app: &App, caller: &Caller) -> practice::Result<String> {
        app.house.keep_text(caller, &self.written()?).await
    }
}

#[derive(Template)]
#[template(path = "consent/text.html")]
struct TextPage {
    frame: Frame,
    back: String,
    version: String,
    text: Option<Text>,
}

/// For those with a part in it: a chair, or a place in the picture.
async fn for_part(
    State(app): State<App>,
    anyone: Anyone,
    Path((text, version)): Path<(String, String)>,
) -> Answer {
    let id = id(&text)?;
    let back = match app.house.conversation(&anyone.caller, id).await {
        Ok(one) if one.me != Perspective::Client => format!("/conversations/{id}/consent"),
        Ok(_) => "/mine/agreed".to_owned(),
        Err(refused) => match app.house.own_part(&anyone.caller).await {
            Ok(own) if own.id == id => "/mine/agreed".to_owned(),
            _ => return Err(refused.into()),
        },
    };
    show(&app, &anyone.visit, &anyone.caller, (id, &version), back).await
}

/// For a privacy officer, who knows what was agreed to and nothing of what was said.
async fn for_officer(
    State(app): State<App>,
    staff: Staff,
    Path((text, version)): Path<(String, String)>,
) -> Answer {
    let id = id(&text)?;
    app.house.registered(&staff.caller, id).await?;
    show(&app, &staff.visit, &staff.caller, (id, &version), format!("/register/{id}")).await
}

async fn show(
    app: &App,
    visit: &Visit,
    caller: &Caller,
    (id, version): (ConversationId, &str),
    back: String,
) -> Answer {
    let kept = app.house.kept_text(caller, id, version).await?;
    let read = |text: String| serde_json::from_str(&text);
    let text = kept.map(read).transpose().map_err(|_| Fault::from(practice::Error::Inner("text".into())))?;
    // What was kept is shown as it was, whatever language the page around it is in.
    let title = visit.words.t("kept-text-title");
    let version = version.chars().take(12).collect();
    Ok(page(&TextPage { frame: visit.frame_titled(title), back, version, text }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use method::consent::Purpose;

    use crate::words::Lang;

    #[test]
    fn another_word_or_another_term_is_another_text_and_the_same_words_are_the_same() {
        let words = Words::from(Lang::Nl);
        let mut terms = Terms::of("Gemeente", "010", "fg@gemeente.example");
        let first = Text::first(words, &terms, Hand::Client).written().unwrap();
        assert_eq!(first, Text::first(words, &terms, Hand::Client).written().unwrap());
        assert!(first.contains("6 maanden") && first.contains("14 dagen") && first.contains("Gemeente"));
        for purpose in Purpose::ALL {
            assert!(first.contains(&words.t(&format!("consent-{purpose}-q"))), "{purpose}");
        }
        terms.retention_months = 3;
        assert_ne!(first, Text::first(words, &terms, Hand::Client).written().unwrap());
        let english = Text::first(Words::from(Lang::En), &terms, Hand::Client).written().unwrap();
        let beside = Text::first(words, &terms, Hand::Beside).written().unwrap();
        let own = Text::first(words, &terms, Hand::Professional).written().unwrap();
        for (one, other) in [(&english, &beside), (&beside, &own), (&own, &english)] {
            assert_ne!(one, other);
        }
    }
}
