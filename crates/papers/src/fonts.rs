//! The fonts that papers are set in: all of them are in the program, so that a paper looks the same everywhere.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The house's own letter first; DejaVu for scripts that it does not have, Noto for what people send with a thumb.
const FILES: [&[u8]; 4] = [
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
    include_bytes!("../fonts/DejaVuSans.ttf"),
    include_bytes!("../fonts/NotoEmoji-Regular.ttf"),
];

/// Every font, read once.
pub(crate) static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect());

/// What is in them, for finding one.
pub(crate) static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Whether any of them can draw a character.
pub(crate) fn draw(one: char) -> bool {
    FONTS.iter().any(|font| font.info().coverage.contains(one.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_is_read_and_together_they_draw_what_people_write() {
        assert_eq!(FONTS.len(), FILES.len());
        for one in "aÉßğşłżЖїΩشكوא€…☺🎉".chars() {
            assert!(draw(one), "{one}");
        }
        assert!(!draw('漢'));
    }
}
