//! Every blank paper in every language: accessible, and with the words it should have, in order.

use std::path::Path;
use std::process::Command;

use method::roles::ConversationKind;
use method::time::Stamp;
use practice::organisation::Terms;
use practice::papers::{Link, Paper, Style};

use super::blank::{Blank, paper};
use super::consent::form;
use super::for_two::ForTwo;
use crate::consent::texts::Hand;
use crate::words::{Lang, Words};

const NOW: Stamp = Stamp(1_804_079_100_000);

fn terms() -> Terms {
    Terms::of("Gemeente Waterland aan Zee", "0299 123 456", "fg@waterlandaanzee.example")
}

fn all(words: Words) -> Vec<(String, Paper)> {
    let kinds = ForTwo::ALL.map(Blank::ForTwo).into_iter().chain(Blank::AT_WORK.iter().copied());
    let blank = kinds.map(|one| (one.key().to_owned(), paper(words, one, &terms(), NOW)));
    let link = || Link {
        address: "https://meerzien.example/c/abcdefghijklmnopqrstuv".into(),
        code: "ABCD-2345".into(),
    };
    let forms = [("consent", Hand::Client), ("consent-beside", Hand::Beside)];
    let forms = forms
        .map(|(key, hand)| (key.to_owned(), form(words, &terms(), hand, link(), "0123456789abcdef", NOW)));
    blank.chain(forms).collect()
}

fn told(program: &str, args: &[&str]) -> String {
    let said = Command::new(program).args(args).output().unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(said.status.success(), "{program} {args:?}: {}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8_lossy(&said.stdout).into_owned()
}

/// The keys of messages whose words stand on a paper, in the order in which they are read.
fn expected(key: &str) -> &'static [&'static str] {
    match key {
        "leaflet" => &["leaflet-title", "leaflet-lead", "leaflet-what-h", "leaflet-free-h", "leaflet-ask-h"],
        "consent" => &[
            "leaflet-title",
            "consent-free",
            "leaflet-ask-h",
            "consent-look-q",
            "consent-clip-no",
            "consent-name",
            "consent-sign",
            "consent-second-title",
            "consent-second-choice-3",
            "paper-yours",
            "consent-scan",
        ],
        "consent-beside" => &[
            "leaflet-title",
            "leaflet-beside-what",
            "consent-look-q",
            "consent-beside-clip-yes",
            "paper-yours",
        ],
        "guide-client" => &[
            "papers-name-guide-client",
            "guide-client-intro",
            "moment-flow-client",
            "guide-auth-client-q",
            "guide-auth-client-step-5",
            "guide-dontknow",
            "guide-goal-client-q",
            "guide-fit-client-q",
            "guide-client-because",
        ],
        "guide-professional" => &[
            "papers-name-guide-professional",
            "guide-intro",
            "moment-flow-def",
            "guide-auth-q",
            "guide-auth-pro-1",
            "guide-auth-step-1",
            "guide-goal-q",
            "guide-fit-q",
            "guide-because",
        ],
        "guide-coach" => {
            &["papers-name-guide-coach", "guide-auth-q", "guide-auth-coach-1", "guide-fit-coach-3"]
        }
        "cards" => &[
            "cards-title",
            "cards-intro",
            "cards-1-client",
            "cards-1-pro",
            "cards-1-turn",
            "cards-16-client",
            "cards-16-turn",
        ],
        "worksheet" => &["sheet-title", "sheet-step-1", "sheet-step-7", "sheet-field-1", "sheet-field-10"],
        "interview" => &[
            "papers-name-interview",
            "interview-open",
            "interview-rules-1",
            "interview-start-1",
            "interview-close-4",
        ],
        "reading" => &[
            "papers-name-reading",
            "dialogue-agenda-1",
            "dialogue-rule-8",
            "guide-auth-q",
            "reading-field-2",
            "reading-field-7",
            "reading-differ",
            "guide-fit-q",
            "papers-reading-moment",
        ],
        "plan" => &[
            "papers-name-plan",
            "tryout-field-1",
            "tryout-field-5",
            "tryout-after-pro-1",
            "tryout-after-client-2",
            "tryout-after-coach-3",
            "tryout-verdict-q",
            "tryout-verdict-again",
        ],
        "pocket" => {
            &["papers-name-pocket", "papers-pocket-cut", "tryout-field-1", "tryout-field-4", "tryout-field-3"]
        }
        "journey" => &[
            "papers-name-journey",
            "journey-question-h",
            "journey-intake-5",
            "journey-close-1",
            "journey-bands-h",
            "outcome-result",
        ],
        "evaluation-client" => &[
            "papers-name-evaluation-client",
            "eval-client-intro",
            "eval-client-step-4",
            "eval-client-1",
            "eval-client-8",
            "eval-client-open-3",
            "eval-client-end",
        ],
        "evaluation-professional" => &[
            "papers-name-evaluation-professional",
            "eval-pro-step-6",
            "eval-pro-1",
            "eval-pro-12",
            "eval-pro-open-3",
            "eval-pro-end",
        ],
        other => panic!("what should stand on {other}?"),
    }
}

/// Letters only, so that where a line ended says nothing.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn look(lang: Lang, key: &str, made: &Paper, folder: &Path) {
    let path = folder.join(format!("{key}-{}.pdf", lang.tag()));
    std::fs::write(&path, made.pdf(&Style::plain(&terms().name)).unwrap_or_else(|e| panic!("{key}: {e}")))
        .unwrap();
    let path = path.display().to_string();
    let info = told("pdfinfo", &[&path]);
    for line in ["Tagged:          yes", "PDF version:     1.7", &format!("Title:           {}", made.title)]
    {
        assert!(info.contains(line), "{key}: {line} in {info}");
    }
    let plain = format!("{path}.plain");
    told("qpdf", &["--qdf", "--object-streams=disable", &path, &plain]);
    let inside = String::from_utf8_lossy(&std::fs::read(&plain).unwrap()).into_owned();
    std::fs::remove_file(&plain).unwrap();
    for mark in ["pdfuaid:part", "/StructTreeRoot", &format!("/Lang ({}", lang.tag()), "/S /H1"] {
        assert!(inside.contains(mark), "{key}: {mark}");
    }
    let words = Words::from(lang);
    let text = squeezed(&told("pdftotext", &["-raw", "-enc", "UTF-8", &path, "-"]));
    let mut rest = text.as_str();
    for one in expected(key) {
        let asked = squeezed(
            &words.with(one).a("days", 14).a("months", 6).s("organisation", terms().name).to_string(),
        );
        let at = rest
            .find(&asked)
            .unwrap_or_else(|| panic!("{key}: {one} ({asked}) is not there, or earlier:\n{text}"));
        rest = &rest[at..];
    }
}

/// With `MEERZIEN_PAPERS` set to a folder they stay there, for a validator or an eye.
#[test]
fn every_blank_paper_is_accessible_in_every_language_and_says_what_it_should_in_order() {
    let place = tempfile::TempDir::new().unwrap();
    let kept = std::env::var_os("MEERZIEN_PAPERS").map(std::path::PathBuf::from);
    let folder = kept.as_deref().unwrap_or(place.path());
    for lang in Lang::ALL {
        let papers = all(Words::from(*lang));
        assert_eq!(papers.len(), ForTwo::ALL.len() + Blank::AT_WORK.len() + 2);
        for (key, made) in papers {
            look(*lang, &key, &made, folder);
        }
    }
}

#[test]
fn people_are_called_what_they_are_in_the_conversation() {
    let words = Words::from(Lang::Nl).of(ConversationKind::ManagerProfessional);
    let made = paper(words, Blank::Worksheet, &terms(), NOW);
    assert!(made.sheet.is_blank());
    let plan = format!("{:?}", paper(words, Blank::Plan, &terms(), NOW));
    assert!(plan.contains("medewerker") && !plan.contains("cliënt"));
}
