//! The consent form of one person: what stood before them, a box for each answer, and their own way in.

use method::time::Stamp;
use practice::organisation::Terms;
use practice::papers::{Consent, Crossed, Group, Link, Paper, Sheet};

use super::file::with;
use super::for_two::leaflet;
use super::guide::numbered;
use crate::consent::answers::{self, Question};
use crate::consent::leaflet as read;
use crate::consent::texts::Hand;
use crate::words::Words;

/// The form, with a fresh link and code on it, and the first letters of the text's version.
pub(crate) fn form(words: Words, terms: &Terms, hand: Hand, link: Link, version: &str, now: Stamp) -> Paper {
    let t = |key: &str| words.t(key);
    let short: String = version.chars().take(12).collect();
    let consent = Consent {
        leaflet: leaflet(words, read::parts_for(words, terms, hand), true),
        choose: t("paper-choose"),
        how: vec![t("consent-paper-1")],
        questions: answers::questions_for(words, &[], hand)
            .into_iter()
            .map(|one| crossed(words, one))
            .collect(),
        choice: [t("consent-choice-1"), t("consent-choice-2")],
        name: (hand == Hand::Client).then(|| [t("consent-name"), t("consent-name-field")]),
        sign: t("consent-sign"),
        lines: numbered(3, |n| words.t(&format!("consent-sign-field-{n}"))),
        reader: [t("consent-paper-2"), t("paper-reader")],
        photo: t("consent-paper-3"),
        second: Group {
            title: t("consent-second-title"),
            items: numbered(3, |n| words.t(&format!("consent-second-choice-{n}"))),
        },
        second_how: t("consent-paper-5"),
        second_lines: vec![t("consent-sign-field-2"), t("consent-sign-field-3")],
        yours: t("paper-yours"),
        link_word: t("consent-link"),
        code_word: t("consent-code"),
        scan: t("consent-scan"),
        link,
        version: words.with("kept-text-version").s("version", short).to_string(),
    };
    with(words, "leaflet-title", now, Sheet::Consent(Box::new(consent)))
}

fn crossed(words: Words, one: Question) -> Crossed {
    let means = |key: &str, text: &str| {
        let asked = words.t(key);
        let pause = if asked.ends_with('?') { "" } else { ":" };
        format!("{asked}{pause} {text}")
    };
    let mut all = vec![means("consent-if-yes", &one.yes)];
    if !one.no.is_empty() {
        all.push(means("consent-if-no", &one.no));
    }
    Crossed { purpose: one.key, question: one.question, means: all }
}
