//! A language for tests only, written from right to left: Dutch with every Latin letter as an Arabic one. Nobody reads
//! it; it shows what breaks when a page is turned round. Programs that are released do not have it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{Loader, static_loader};
use unic_langid::langid;

/// Arabic as no country has it: the code is kept free for this use.
pub(super) const TAG: &str = "ar-XB";
/// Its name for itself, "from right to left".
pub(super) const OWN_NAME: &str = "من اليمين";

static OFFERED: AtomicBool = AtomicBool::new(false);

static_loader! {
    static TURNED = {
        locales: "../../locales",
        fallback_language: "nl",
        customise: |bundle| {
            // Names, telephone numbers and times keep their own direction inside a sentence of the other.
            bundle.set_use_isolating(true);
            bundle.set_transform(Some(turned));
        },
    };
}

/// From now on visitors of this program can choose the test language.
pub(super) fn offer() {
    OFFERED.store(true, Ordering::Relaxed);
}

/// Whether it can be chosen.
pub(super) fn is_offered() -> bool {
    OFFERED.load(Ordering::Relaxed)
}

/// A message in the test language.
pub(super) fn lookup(key: &str, args: &HashMap<Cow<'static, str>, FluentValue<'static>>) -> String {
    TURNED.lookup_with_args(&langid!("nl"), key, args)
}

/// What a translator wrote, letter by letter; what a sentence is filled in with stays as it is.
fn turned(text: &str) -> Cow<'_, str> {
    Cow::Owned(text.chars().map(letter).collect())
}

fn letter(latin: char) -> char {
    const LATIN: &str = "abcdefghijklmnopqrstuvwxyz?,;";
    const ARABIC: &str = "ابصدهفغحيجكلمنوپقرستعطظخىز؟،؛";
    let small = latin.to_lowercase().next().unwrap_or(latin);
    let place = LATIN.chars().position(|one| one == small);
    let other = place.and_then(|place| ARABIC.chars().nth(place));
    other.unwrap_or(if small.is_alphabetic() { 'ء' } else { latin })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_turn_and_what_is_filled_in_does_not() {
        assert_eq!(turned("Ja, Nee? 12:04 ë"), "جا، نهه؟ 12:04 ء");
        let args = HashMap::from([(Cow::Borrowed("name"), FluentValue::from("Roos"))]);
        let said = lookup("place-title-name", &args);
        assert!(said.contains("\u{2068}Roos\u{2069}") && !said.contains("Dag"), "{said}");
    }
}
