//! Words as paper can hold them: what no font can draw is a mark, and what is endlessly long can be broken.

use serde_json::Value;

use crate::fonts;

/// Letters after one another from which a word needs a place to break: wider than the narrowest column.
const LONG: usize = 18;
/// A place where a line may end and nothing is seen.
const BREAK: char = '\u{200B}';
/// What stands where something is that no font can draw.
const MARK: char = '\u{FFFD}';

/// Goes through every text of a paper.
pub(crate) fn all(value: &mut Value) {
    match value {
        Value::String(text) => *text = one(text),
        Value::Array(items) => items.iter_mut().for_each(all),
        Value::Object(fields) => fields.values_mut().for_each(all),
        _ => {}
    }
}

fn one(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars() {
        if letter.is_control() && letter != '\n' || letter == '\r' {
            continue;
        }
        run = if letter.is_whitespace() || matches!(letter, '-' | '\u{AD}' | BREAK) { 0 } else { run + 1 };
        if run > LONG {
            out.push(BREAK);
            run = 1;
        }
        out.push(if joins(letter) || letter == '\n' || fonts::draw(letter) { letter } else { MARK });
    }
    out
}

/// Marks that are not drawn: they join, break or turn what stands around them.
const fn joins(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_word_can_be_broken_and_nothing_of_it_is_lost() {
        let long = "a".repeat(100);
        let tidy = one(&long);
        assert!(tidy.split(BREAK).all(|part| part.chars().count() <= LONG));
        assert_eq!(tidy.replace(BREAK, ""), long);
        assert_eq!(one("een gewone zin, met leestekens."), "een gewone zin, met leestekens.");
    }

    #[test]
    fn what_cannot_be_drawn_is_a_mark_and_what_cannot_be_seen_is_gone() {
        assert_eq!(one("a漢\u{7}b\r\nc"), format!("a{MARK}b\nc"));
        assert_eq!(one("نور 🎉"), "نور 🎉");
    }
}
