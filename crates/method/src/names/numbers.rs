//! Addresses, numbers, dates and amounts in a text.

use super::{Found, Why};

const MONTHS: [&str; 23] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
    "jan",
    "feb",
    "dec",
];

/// A stretch of a text between white space.
struct Piece<'a> {
    text: &'a str,
    at: usize,
}

pub(super) fn find(text: &str) -> Vec<(usize, Found)> {
    let mut found = Vec::new();
    let pieces = pieces(text);
    let mut used = 0;
    for (n, piece) in pieces.iter().enumerate() {
        if n < used {
            continue;
        }
        let rest = &pieces[n..];
        if let Some((count, why)) = email(piece).or_else(|| long_number(rest)).or_else(|| short(rest)) {
            let last = &rest[count - 1];
            let word = trim(&text[piece.at..last.at + last.text.len()]);
            found.push((piece.at, Found { word: word.to_owned(), why }));
            used = n + count;
        }
    }
    found
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let start = text.as_ptr() as usize;
    text.split_whitespace().map(|piece| Piece { text: piece, at: piece.as_ptr() as usize - start }).collect()
}

fn trim(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '€' | '+'))
}

fn email(piece: &Piece<'_>) -> Option<(usize, Why)> {
    let (before, after) = piece.text.split_once('@')?;
    let there = |part: &str| part.chars().any(char::is_alphanumeric);
    (there(before) && there(after)).then_some((1, Why::Email))
}

/// Digits with what people write between them, over more pieces: a telephone number or a BSN.
fn long_number(rest: &[Piece<'_>]) -> Option<(usize, Why)> {
    let mut digits = String::new();
    let mut best = None;
    for (n, piece) in rest.iter().enumerate().take(6) {
        let bare = piece.text.trim_end_matches([',', '.', '?', '!', ';', ':', ')', '"']);
        let numeric = bare.chars().all(|c| c.is_ascii_digit() || "+-().–/".contains(c));
        if !numeric || !bare.chars().any(|c| c.is_ascii_digit() || c == '+') || is_date(bare) {
            break;
        }
        digits.extend(bare.chars().filter(char::is_ascii_digit));
        let plus = rest[0].text.contains('+');
        let phone = (digits.len() == 10 && digits.starts_with('0'))
            || (plus && (10..=13).contains(&digits.len()))
            || (digits.starts_with("00") && (12..=14).contains(&digits.len()));
        if phone {
            best = Some((n + 1, Why::Phone));
        } else if (8..=18).contains(&digits.len()) {
            best = Some((n + 1, Why::Number));
        }
        if bare.len() < piece.text.len() {
            break;
        }
    }
    best
}

fn short(rest: &[Piece<'_>]) -> Option<(usize, Why)> {
    let this = trim(rest.first()?.text);
    let next = rest.get(1).map_or("", |piece| trim(piece.text));
    if is_postcode(this) {
        return Some((1, Why::Postcode));
    }
    let letters = next.chars().count() == 2 && next.chars().all(|c| c.is_ascii_uppercase());
    if this.len() == 4 && letters && is_postcode(&format!("{this}{next}")) {
        return Some((2, Why::Postcode));
    }
    if is_amount(this) {
        return Some((1, Why::Amount));
    }
    let number = |word: &str| word.chars().next().is_some_and(|c| c.is_ascii_digit());
    let lower = next.to_lowercase();
    if (number(this) && matches!(lower.as_str(), "euro" | "euro's" | "eur")) || (this == "€" && number(next))
    {
        return Some((2, Why::Amount));
    }
    let month = |word: &str| MONTHS.contains(&word.to_lowercase().as_str());
    let day = |word: &str| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        digits.parse::<u8>().is_ok_and(|n| (1..=31).contains(&n))
    };
    if (day(this) && month(next)) || (month(this) && day(next)) {
        let year = rest.get(2).is_some_and(|piece| is_year(trim(piece.text)));
        return Some((if year { 3 } else { 2 }, Why::Date));
    }
    (is_date(this) || is_year(this)).then_some((1, Why::Date))
}

fn is_postcode(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.len() == 6
        && ('1'..='9').contains(&letters[0])
        && letters[1..4].iter().all(char::is_ascii_digit)
        && letters[4..].iter().all(char::is_ascii_alphabetic)
}

fn is_amount(word: &str) -> bool {
    let digits = word.trim_start_matches('€');
    if digits.len() < word.len() {
        return digits.starts_with(|c: char| c.is_ascii_digit());
    }
    // "1.250,50", with or without the dash for round amounts.
    digits.rsplit_once(',').is_some_and(|(whole, cents)| {
        let whole = !whole.is_empty() && whole.chars().all(|c| c.is_ascii_digit() || c == '.');
        whole && (cents == "-" || (cents.len() == 2 && cents.chars().all(|c| c.is_ascii_digit())))
    })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year))
}

/// "3-3-2027", "03/03/27", "2027-03-03".
fn is_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    match numbers[..] {
        [day, month, year] if parts.len() == 3 => {
            let one = (1..=31).contains(&day) && (1..=12).contains(&month) && (year < 100 || year < 2100);
            let other = (1900..2100).contains(&day) && (1..=12).contains(&month) && (1..=31).contains(&year);
            one || other
        }
        _ => false,
    }
}
