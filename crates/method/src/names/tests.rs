//! What is found, what is left alone, and what the writer can wave through.

use super::*;

fn whys(text: &str) -> Vec<(String, Why)> {
    find(text, Known::default()).into_iter().map(|one| (one.word, one.why)).collect()
}

fn one(text: &str, word: &str, why: Why) {
    assert_eq!(whys(text), [(word.to_owned(), why)], "{text}");
}

#[test]
fn sentences_to_try_hold_no_names() {
    for text in [
        "\"U bent hier klaar mee, hoor ik. Vertel.\"",
        "[pen neer, vijf tellen] \"Te veel tegelijk?\"",
        "Dat het moet, is de wet. Hoe, dat kiest u.",
        "Wij vroegen dit drie keer bij het UWV. Sorry.",
        "Zij vertelde het zelf: \"En dan?\" Mag U dat vragen? I think I'd wait 20 tellen, om 12:04.",
        "Roze bos, groen gras en een goede merel. Ik wil het, wit of zwart.",
    ] {
        assert_eq!(whys(text), [], "{text}");
    }
}

#[test]
fn common_names_are_found_and_ordinary_words_only_with_a_capital() {
    one("Ik zei het tegen fatima.", "fatima", Why::Common);
    // At the start of a sentence it may be either, so it is asked.
    one("Roos zei dat ook.", "Roos", Why::Common);
    one("Jong geleerd.", "Jong", Why::Common);
    one("Ik vroeg het aan Mevrouw", "Mevrouw", Why::Capital);
    one("Dit is Yilmaz' idee", "Yilmaz", Why::Common);
    one("Kees's fiets", "Kees's", Why::Common);
    one("We spraken over Waterlandseplein.", "Waterlandseplein", Why::Capital);
    assert_eq!(whys("de roos en het bos"), []);
}

#[test]
fn the_people_of_the_conversation_and_the_organisation_are_found_however_written() {
    let (people, members) = (["Kraai Zon".to_owned()], ["Sanne van der Verhoefstra".to_owned()]);
    let known = Known { people: &people, members: &members };
    let found = |text: &str| -> Vec<Why> { find(text, known).into_iter().map(|one| one.why).collect() };
    assert_eq!(found("vraag het kraai"), [Why::Person]);
    assert_eq!(found("de ZON scheen"), [Why::Person]);
    assert_eq!(found("wat verhoefstra zei"), [Why::Member]);
    assert_eq!(found("van der en de"), []);
    let no_names = ["kraai".to_owned(), "Verhoefstra".to_owned()];
    let left = standing("kraai en verhoefstra", known, &no_names);
    assert_eq!(left, [Found { word: "kraai".into(), why: Why::Person }]);
}

#[test]
fn addresses_numbers_dates_and_amounts_are_found() {
    one("mail mij op jo.x@voorbeeld.nl!", "jo.x@voorbeeld.nl", Why::Email);
    one("bel 06-12345678 straks", "06-12345678", Why::Phone);
    one("bel 06 12 34 56 78 straks", "06 12 34 56 78", Why::Phone);
    one("bel +31 6 12345678", "+31 6 12345678", Why::Phone);
    one("het is 2712 ab of 2712AB 12", "2712AB", Why::Postcode);
    one("op 2712 AB 12 woont", "2712 AB", Why::Postcode);
    one("nummer 123456782.", "123456782", Why::Number);
    one("nummer 1234.56.782", "1234.56.782", Why::Number);
    one("rekening 1234 5678 9", "1234 5678 9", Why::Number);
    one("op 3 maart kwam het", "3 maart", Why::Date);
    one("op 3 maart 2027 kwam het", "3 maart 2027", Why::Date);
    one("on March 3rd it came", "March 3rd", Why::Date);
    one("op 3-3-2027 kwam het", "3-3-2027", Why::Date);
    one("sinds 1998 al", "1998", Why::Date);
    one("het kost 20 euro", "20 euro", Why::Amount);
    one("het kost € 20", "€ 20", Why::Amount);
    one("het kost €1.250,50 per jaar", "€1.250,50", Why::Amount);
    one("het kost 1.250,50 per jaar", "1.250,50", Why::Amount);
    assert_eq!(whys("wacht 5 tellen en tel tot 10, om 12:04"), []);
}

#[test]
fn what_merely_looks_like_a_name_can_stay_and_addresses_never() {
    let said: Vec<String> = ["Merel", "20 euro", "3 maart", "jo@x.nl", "06-12345678", "2712AB", "123456782"]
        .map(Into::into)
        .into();
    let left =
        standing("Merel, 20 euro, 3 maart. jo@x.nl 06-12345678, 2712AB; 123456782", Known::default(), &said);
    let whys: Vec<Why> = left.iter().map(|one| one.why).collect();
    assert_eq!(whys, [Why::Email, Why::Phone, Why::Postcode, Why::Number]);
    for why in Why::ALL {
        let expected = !matches!(why, Why::Person | Why::Email | Why::Phone | Why::Postcode | Why::Number);
        assert_eq!(why.can_stay(), expected, "{why}");
    }
}

#[test]
fn every_word_is_said_once_in_the_order_of_the_text_and_any_text_can_be_read() {
    let found = whys("Fatima en Sanne en fatima");
    assert_eq!(found.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>(), ["Fatima", "Sanne"]);
    for odd in ["", "’", "€", "@", "a@", "+", "1-", "ÀÉ😀ï 😀", "\u{0}\n\t", "12 ", "é"] {
        let _ = find(odd, Known::default());
    }
}

#[test]
fn the_list_is_large_and_names_nobody_twice_over() {
    assert!(LIST.len() > 700, "{}", LIST.len());
    assert_eq!(LIST.get("fatima"), Some(&false));
    assert_eq!(LIST.get("bos"), Some(&true));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_falling_over(text in ".{0,200}") {
        for one in find(&text, Known::default()) {
            proptest::prop_assert!(!one.word.is_empty() && text.contains(&one.word));
        }
    }
}
