//! A paper as it leaves: a PDF with a name that says what it is.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use method::roles::ConversationKind;
use method::time::Stamp;
use practice::papers::{Day, Paper, Sheet};
use serde::Deserialize;

use crate::visit::Visit;
use crate::words::{Lang, Words, local};

/// Where blank papers lie for a visitor: nowhere on a screen that was handed over.
pub(crate) fn shelf(visit: &Visit) -> Option<&'static str> {
    match (&visit.member, visit.participant) {
        _ if visit.handed_by.is_some() => None,
        (Some(member), _) => practice::papers::at_work(&member.roles).then_some("/papers/blank"),
        (None, Some(_)) => Some("/mine/papers"),
        (None, None) => None,
    }
}

/// How a paper is asked for: `?lang=en&kind=between-managers`.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) lang: String,
    #[serde(default)]
    pub(super) kind: String,
}

impl Asked {
    /// The words of the paper: in the language that was asked for, else the reader's; of the kind of the page.
    pub(crate) fn of(&self, words: Words) -> Words {
        let lang = Lang::ALL.iter().copied().find(|lang| lang.tag() == self.lang);
        printed(Words { lang: lang.unwrap_or(words.lang), ..words })
    }

    /// The same, of the kind that was asked for.
    pub(super) fn words(&self, words: Words) -> Words {
        let words = self.of(words);
        ConversationKind::parse(&self.kind).map_or(words, |kind| words.of(kind))
    }
}

/// The words of a paper: in a language that people read, also where the screen tries out another.
pub(crate) fn printed(words: Words) -> Words {
    Words { lang: if Lang::ALL.contains(&words.lang) { words.lang } else { Lang::Nl }, ..words }
}

/// A paper in words, with the title that this message gives.
pub(crate) fn with(words: Words, title: &str, now: Stamp, sheet: Sheet) -> Paper {
    Paper { language: words.lang.tag(), title: words.t(title), made: day(now), sheet }
}

/// The day of a moment, for the date in the file.
fn day(at: Stamp) -> Day {
    let day = local(at).date();
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    Day { year: day.year().into(), month: part(day.month()), day: part(day.day()) }
}

/// A PDF to keep. No browser and nothing between keeps a copy: there may be a way in on it, or what somebody wrote.
pub(crate) fn download(title: &str, pdf: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.pdf\"", name(title))),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, pdf).into_response()
}

/// A title as a name of a file that every system takes.
fn name(title: &str) -> String {
    let plain = |letter: char| match letter {
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'a'..='z' | '0'..='9' => letter,
        _ => '-',
    };
    let plain: String = title.to_lowercase().chars().map(plain).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "meerzien".to_owned() } else { parts.join("-") }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_name_is_plain_and_says_what_it_is() {
        assert_eq!(name("Kijkwijzer voor de cliënt"), "kijkwijzer-voor-de-client");
        assert_eq!(name("Mogen wij dit gesprek opnemen?"), "mogen-wij-dit-gesprek-opnemen");
        assert_eq!(name("\"../\r\n"), "meerzien");
    }
}
