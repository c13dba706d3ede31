//! What lies on the table between two people, and what a client can take along.

use method::colearning::Card as Dealt;
use method::roles::Perspective;
use practice::organisation::Terms;
use practice::papers::{Card, Cards, Group, Leaflet, Part, Sheet};

use super::evaluation::evaluation;
use super::guide::guide;
use crate::consent::leaflet as read;
use crate::consent::texts::Hand;
use crate::words::Words;

/// A paper that is written for clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ForTwo {
    Leaflet,
    Guide,
    Cards,
    Evaluation,
}

impl ForTwo {
    /// All of them, in the order of the method.
    pub(super) const ALL: [Self; 4] = [Self::Leaflet, Self::Guide, Self::Cards, Self::Evaluation];

    /// Its name in addresses.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Leaflet => "leaflet",
            Self::Guide => "guide-client",
            Self::Cards => "cards",
            Self::Evaluation => "evaluation-client",
        }
    }

    /// The paper with this name.
    pub(super) fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }

    /// The message of its title.
    pub(super) fn title(self) -> String {
        match self {
            Self::Leaflet => "leaflet-title".to_owned(),
            Self::Cards => "cards-title".to_owned(),
            Self::Guide => "papers-name-guide-client".to_owned(),
            Self::Evaluation => "papers-name-evaluation-client".to_owned(),
        }
    }

    /// What is on it, as this person reads it.
    pub(super) fn sheet(self, words: Words, terms: &Terms, hand: Hand) -> Sheet {
        match self {
            Self::Leaflet => Sheet::Leaflet(leaflet(words, read::parts_for(words, terms, hand), false)),
            Self::Guide => Sheet::Guide(guide(words, Perspective::Client)),
            Self::Cards => Sheet::Cards(cards(words)),
            Self::Evaluation => Sheet::Evaluation(evaluation(words, true)),
        }
    }
}

/// The leaflet; before a form with a signature that a no is free stands above it all.
pub(super) fn leaflet(words: Words, parts: Vec<read::Part>, free: bool) -> Leaflet {
    let parts = parts.into_iter().map(|part| Part { heading: part.heading, text: part.text });
    Leaflet {
        lead: words.t("leaflet-lead"),
        free: free.then(|| words.t("consent-free")),
        parts: parts.collect(),
    }
}

fn cards(words: Words) -> Cards {
    let card = |one: &Dealt| Card {
        number: one.key().to_owned(),
        client: words.t(&format!("cards-{one}-client")),
        professional: words.t(&format!("cards-{one}-pro")),
        turn: words.t(&format!("cards-{one}-turn")),
    };
    Cards {
        intro: words.t("cards-intro"),
        how: Group {
            title: words.t("cards-public-how"),
            items: (1..=4).map(|n| words.t(&format!("cards-public-step-{n}"))).collect(),
        },
        cut: words.t("papers-cards-cut"),
        halves: [words.t("cards-public-client"), words.t("cards-public-pro")],
        turn: words.t("cards-public-turn"),
        cards: Dealt::ALL.iter().map(card).collect(),
    }
}
