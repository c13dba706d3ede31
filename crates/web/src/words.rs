//! Words in the reader's language, from the Fluent files in `locales/`.

#[cfg(debug_assertions)]
mod pseudo;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{Loader, static_loader};
use jiff::tz::TimeZone;
use method::patterns::period::Quarter;
use method::roles::ConversationKind;
use method::time::Stamp;
use unic_langid::{LanguageIdentifier, langid};

static_loader! {
    static LOCALES = {
        locales: "../../locales",
        fallback_language: "nl",
        // Every language here is written from left to right; the marks would only end up in copied text. A language that
        // is written the other way needs them, as the test language has them.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// A language that people can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Dutch, which comes first.
    Nl,
    /// English.
    En,
    /// A language for tests, written from right to left; programs that are released do not have it.
    #[cfg(debug_assertions)]
    Pseudo,
}

/// From now on visitors can choose the test language too. Programs that are released do not have it.
#[cfg(debug_assertions)]
pub fn offer_test_language() {
    pseudo::offer();
}

impl Lang {
    /// Every language that people read, in the order of the switch.
    pub const ALL: &'static [Self] = &[Self::Nl, Self::En];

    /// Every language that a visitor can choose: all of them, and the test language where the program was told so.
    #[must_use]
    pub fn offered() -> Vec<Self> {
        #[cfg(debug_assertions)]
        if pseudo::is_offered() {
            return [Self::ALL, &[Self::Pseudo]].concat();
        }
        Self::ALL.to_vec()
    }

    /// Its tag in `lang` attributes, cookies and file names.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
            #[cfg(debug_assertions)]
            Self::Pseudo => pseudo::TAG,
        }
    }

    /// Its own name for itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Nl => "Nederlands",
            Self::En => "English",
            #[cfg(debug_assertions)]
            Self::Pseudo => pseudo::OWN_NAME,
        }
    }

    /// Which way it is written, for `dir` attributes.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Nl | Self::En => "ltr",
            #[cfg(debug_assertions)]
            Self::Pseudo => "rtl",
        }
    }

    /// The language with this tag, or of the same tongue.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        let tongue = tag.split('-').next().unwrap_or_default();
        let is = |one: &Self| one.tag().eq_ignore_ascii_case(&tag) || one.tag() == tongue;
        Self::offered().into_iter().find(is)
    }

    /// The first language of an `Accept-Language` header that we have; Dutch when there is none.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        header.split(',').filter_map(|part| Self::parse(part.split(';').next()?)).next().unwrap_or(Self::Nl)
    }

    const fn id(self) -> LanguageIdentifier {
        match self {
            Self::Nl => langid!("nl"),
            Self::En => langid!("en"),
            #[cfg(debug_assertions)]
            Self::Pseudo => langid!("nl"),
        }
    }
}

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// Which language.
    pub lang: Lang,
    /// Between whom the conversation is that is spoken of: people are called what they are in it.
    pub kind: ConversationKind,
}

impl From<Lang> for Words {
    /// The words for a conversation with a client, as most are.
    fn from(lang: Lang) -> Self {
        Self { lang, kind: ConversationKind::ClientProfessional }
    }
}

impl Words {
    /// The same language, for a conversation of this kind.
    #[must_use]
    pub const fn of(self, kind: ConversationKind) -> Self {
        Self { kind, ..self }
    }

    /// A message without variables.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.with(key).to_string()
    }

    /// A message with variables: `w.with("key").a("name", value)`.
    #[must_use]
    pub fn with(&self, key: &str) -> Message {
        let args = HashMap::from([(Cow::Borrowed("kind"), FluentValue::from(self.kind.key()))]);
        Message { words: *self, key: key.to_owned(), args }
    }

    /// A day in words: "3 maart 2027".
    #[must_use]
    pub fn date(&self, at: &Stamp) -> String {
        let day = local(*at);
        let month = self.t(&format!("month-{}", day.month()));
        format!("{} {month} {}", day.day(), day.year())
    }

    /// A quarter in words: "juli tot en met september 2026".
    #[must_use]
    pub fn quarter(&self, quarter: Quarter) -> String {
        let month = |n: i8| self.t(&format!("month-{n}"));
        let last = quarter.number * 3;
        self.with("patterns-quarter-name")
            .s("first", month(last - 2))
            .s("last", month(last))
            .s("year", quarter.year.to_string())
            .to_string()
    }

    /// A day and time in words: "3 maart 2027, 14:05".
    #[must_use]
    pub fn date_time(&self, at: &Stamp) -> String {
        format!("{}, {}", self.date(at), clock_time(*at))
    }

    /// A place in a recording, for the ear: "12 minuten 4 seconden".
    #[must_use]
    pub fn spoken(&self, ms: &i64) -> String {
        let seconds = ms / 1000;
        self.with("time-spoken").a("minutes", seconds / 60).a("seconds", seconds % 60).to_string()
    }
}

/// The time of day, as "14:05", in the Netherlands.
#[must_use]
pub fn clock_time(at: Stamp) -> String {
    let time = local(at);
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The day as `2027-03-31`, for date fields.
#[must_use]
pub fn day(at: Stamp) -> String {
    local(at).date().to_string()
}

/// Noon in the Netherlands of a day from a date field, so that no clock change moves it to another day.
#[must_use]
pub fn noon(day: &str) -> Option<Stamp> {
    let noon = day.parse::<jiff::civil::Date>().ok()?.at(12, 0, 0, 0).to_zoned_datetime(zone()).ok()?;
    (2000..2200).contains(&noon.year()).then(|| Stamp::from(noon.timestamp()))
}

/// The first moment of a day in the Netherlands.
#[must_use]
pub fn first_moment(day: jiff::civil::Date) -> Option<Stamp> {
    Some(Stamp::from(day.to_zoned_datetime(zone()).ok()?.timestamp()))
}

/// The first moment of a day from a date field, and that of the next day.
#[must_use]
pub fn whole_day(day: &str) -> Option<(Stamp, Stamp)> {
    let day: jiff::civil::Date = day.parse().ok()?;
    Some((first_moment(day)?, first_moment(day.tomorrow().ok()?)?))
}

/// Where people read times here.
pub(crate) fn zone() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)
}

/// A place in a recording, for the eye: "12:04", or "1:02:04" past an hour.
#[must_use]
pub fn position(ms: i64) -> String {
    let s = ms / 1000;
    let (hours, minutes, seconds) = (s / 3600, s / 60 % 60, s % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// Reads `12:04` or `1:02:04` as people write it, in milliseconds.
#[must_use]
pub fn read_position(text: &str) -> Option<i64> {
    let parts: Vec<i64> = text.trim().split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let in_bounds = parts.len() <= 3 && parts.iter().all(|part| (0..6_000).contains(part));
    in_bounds.then(|| parts.iter().fold(0, |sum, part| sum * 60 + part) * 1_000)
}

pub(crate) fn local(at: Stamp) -> jiff::ZonedDateTime {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned_datetime(zone())
}

/// A message that still takes variables.
#[derive(Debug)]
pub struct Message {
    words: Words,
    key: String,
    args: HashMap<Cow<'static, str>, FluentValue<'static>>,
}

impl Message {
    /// Gives one variable its value: a text or a number.
    #[must_use]
    pub fn a(mut self, name: &'static str, value: impl Into<FluentValue<'static>>) -> Self {
        self.args.insert(Cow::Borrowed(name), value.into());
        self
    }

    /// Gives one variable a text that is only borrowed.
    #[must_use]
    pub fn s(self, name: &'static str, value: impl fmt::Display) -> Self {
        self.a(name, value.to_string())
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(debug_assertions)]
        if self.words.lang == Lang::Pseudo {
            return f.write_str(&pseudo::lookup(&self.key, &self.args));
        }
        f.write_str(&LOCALES.lookup_with_args(&self.words.lang.id(), &self.key, &self.args))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_gets_a_language_we_have() {
        assert_eq!(Lang::accepted("de-DE,en-GB;q=0.8,nl;q=0.5"), Lang::En);
        assert_eq!(Lang::accepted("pl"), Lang::Nl);
        assert_eq!(Lang::parse("nl-NL"), Some(Lang::Nl));
    }

    #[test]
    fn the_test_language_is_there_only_when_the_program_is_told() {
        // The only test that switches it on: tests may share a process.
        assert_eq!((Lang::offered(), Lang::parse("ar-XB")), (Lang::ALL.to_vec(), None));
        offer_test_language();
        assert_eq!(Lang::parse("ar-xb"), Some(Lang::Pseudo));
        assert_eq!((Lang::parse("ar"), Lang::parse("ar-EG")), (None, None));
        assert_eq!(Lang::Pseudo.direction(), "rtl");
        assert!(Lang::offered().contains(&Lang::Pseudo));
    }

    #[test]
    fn times_are_written_as_people_say_them() {
        let words = Words::from(Lang::Nl);
        let at = Stamp(1_804_079_100_000);
        assert_eq!(words.date_time(&at), "3 maart 2027, 14:05");
        assert_eq!(position(724_000), "12:04");
        assert_eq!(position(3_724_000), "1:02:04");
        assert_eq!(words.spoken(&724_000), "12 minuten 4 seconden");
        assert_eq!(words.spoken(&61_000), "1 minuut 1 seconde");
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        assert_eq!(read_position("12:04"), Some(724_000));
        assert_eq!(read_position(" 1:02:04 "), Some(3_724_000));
        assert_eq!(read_position("9"), Some(9_000));
        for text in ["", "12:", "-1:00", "a:b", "1:2:3:4", "99999999999999999999:0"] {
            assert_eq!(read_position(text), None, "{text}");
        }
    }
}
