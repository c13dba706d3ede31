//! Every paper, with whatever people write: it is accessible, it is whole, and nothing in it runs.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop where it is")]

mod read;
mod sample;

use papers::{Accent, Logo, Style};
use proptest::prelude::*;
use read::Pdf;
use sample::{every, paper};

const LONG: &str = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

fn style() -> Style {
    Style::plain("Gemeente Waterland aan Zee")
}

#[test]
fn every_paper_is_accessible_by_what_can_be_checked_here() {
    for sheet in every("Zo zei ik het.", true).into_iter().chain(every("", false)) {
        let pdf = Pdf::of(&paper(sheet), &style());
        pdf.is_accessible();
        assert!(pdf.text().contains("Gemeente Waterland aan Zee"), "whose paper it is");
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes_and_another_day_gives_others() {
    for sheet in every("Zo zei ik het.", true) {
        let one = paper(sheet);
        let bytes = one.pdf(&style()).unwrap();
        assert_eq!(bytes, one.pdf(&style()).unwrap());
        let mut later = one.clone();
        later.made.day += 1;
        assert_ne!(bytes, later.pdf(&style()).unwrap());
    }
}

#[test]
fn what_a_person_wrote_comes_out_as_typed_and_runs_nothing() {
    let typed = r##"#panic("x") #read("/etc/passwd") [a]*b*_c_ $d$ @e <f> = g "h" 'i' `j` // k \n ~ -- --- ... #{1+1}"##;
    for sheet in every(typed, true) {
        let pdf = Pdf::of(&paper(sheet), &style());
        let said = squeezed(&pdf.text());
        assert!(said.contains(&squeezed(typed)), "{}", pdf.text());
        assert!(!said.contains("root:"), "a file was read");
    }
}

/// Words without what a page does to them: line ends, and places where a word may break.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{200B}').collect()
}

#[test]
fn long_words_and_long_texts_stay_on_the_page() {
    let long = [LONG, &"x".repeat(400), &"Een lange zin die doorgaat. ".repeat(120)].join("\n");
    for sheet in every(&long, true) {
        let pdf = Pdf::of(&paper(sheet), &style());
        pdf.stays_on_the_page();
        let said = squeezed(&pdf.text());
        assert!(
            said.contains(LONG) && said.contains(&"Eenlangezindiedoorgaat.".repeat(3)),
            "all of it is there"
        );
    }
}

#[test]
fn names_from_right_to_left_and_pictures_of_a_thumb_come_out_as_letters() {
    for sheet in every("نور الهدى и Łukasz 🎉 ☺ ğ", true) {
        let pdf = Pdf::of(&paper(sheet), &style());
        pdf.is_accessible();
        let text = pdf.text();
        for part in ["Łukasz", "и", "🎉", "☺", "ğ"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        // Arabic comes out of a page in the order of the eye or of the tongue, by the reader.
        let turned: String = "نور".chars().rev().collect();
        assert!(text.contains("نور") || text.contains(&turned), "{text}");
    }
}

#[test]
fn a_letter_that_no_font_has_is_marked_and_the_paper_stays_whole() {
    for sheet in every("Naam: 漢字 ሀሁ", true) {
        let pdf = Pdf::of(&paper(sheet), &style());
        pdf.is_accessible();
        assert!(pdf.text().contains('\u{FFFD}'));
    }
}

#[test]
fn the_house_style_is_on_it_and_a_logo_reaches_nothing_outside() {
    let drawn = |inside: &str| {
        let rect = r##"<rect width="10" height="10" fill="#800000"/>"##;
        let svg =
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{inside}{rect}</svg>"#);
        let logo = Logo::new(svg.into_bytes()).unwrap();
        Style { logo: Some(logo), accent: Accent::parse("#800000").unwrap(), name: "Waterland".into() }
    };
    let style = drawn("");
    for sheet in every("Zo.", true) {
        let pdf = Pdf::of(&paper(sheet), &style);
        pdf.is_accessible();
        assert!(pdf.text().contains("Waterland"));
    }
    // What it points at is not read. The program tries a logo out when it starts, and says so then.
    for outside in ["file:///etc/passwd", "/etc/passwd", "/words.json", "http://127.0.0.1/x.png"] {
        let style = drawn(&format!(r#"<image href="{outside}" width="5" height="5"/>"#));
        for sheet in every("Zo.", true).into_iter().take(2) {
            if let Ok(pdf) = paper(sheet).pdf(&style) {
                let pdf = String::from_utf8_lossy(&pdf).into_owned();
                assert!(!pdf.contains("root:"), "{outside}");
            }
        }
    }
    let linking = drawn(r#"<image href="file:///etc/passwd"/>"#);
    assert!(every("Zo.", true).into_iter().all(|sheet| paper(sheet).pdf(&linking).is_err()));
}

#[test]
fn a_link_is_on_the_paper_to_scan_to_type_and_to_follow() {
    let consent =
        every("Zo.", true).into_iter().find(|one| matches!(one, papers::Sheet::Consent(_))).unwrap();
    let pdf = Pdf::of(&paper(consent), &style());
    let said = squeezed(&pdf.text());
    assert!(said.contains("https://voorbeeld.example/c/abcdefghijklmnopqrstuvwxyz0123456789"), "{said}");
    assert!(said.contains("ABCD-2345"));
    assert!(
        pdf.plain().contains("(https://voorbeeld.example/c/abcdefghijklmnopqrstuvwxyz0123456789)"),
        "a link"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_becomes_a_paper(text in "\\PC{0,200}", which in 0_usize..10) {
        let all = every(&text, true);
        let sheet = all.get(which % all.len()).unwrap().clone();
        prop_assert!(paper(sheet).pdf(&style()).is_ok());
    }
}
