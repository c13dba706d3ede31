//! The house style of an organisation: its name, its logo, and one colour that letters can be read in.

use crate::Error;

/// The least contrast with white of a colour that text is set in (WCAG 2.2, 1.4.3).
const CONTRAST: f64 = 4.5;
/// The largest logo that is taken, in bytes.
const LOGO_MAX: usize = 1 << 20;

/// A colour that can be read on white paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent([u8; 3]);

impl Default for Accent {
    /// Aubergine, as on the screens.
    fn default() -> Self {
        Self([0x5a, 0x2b, 0x50])
    }
}

impl Accent {
    /// A colour as `#5a2b50`.
    ///
    /// # Errors
    /// When it is no such colour, or is too light to read letters in.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or(Error::Colour)?;
        let number = u32::from_str_radix(digits, 16).map_err(|_| Error::Colour)?;
        let [_, red, green, blue] = number.to_be_bytes();
        let colour = Self([red, green, blue]);
        if colour.contrast() < CONTRAST { Err(Error::Colour) } else { Ok(colour) }
    }

    /// As `#5a2b50`.
    #[must_use]
    pub fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Its contrast with white, from 1 to 21.
    fn contrast(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }
}

/// A picture that stands beside the organisation's name.
#[derive(Clone, Debug)]
pub struct Logo {
    pub(crate) bytes: Vec<u8>,
    pub(crate) format: &'static str,
}

impl Logo {
    /// A logo, known by what it begins with.
    ///
    /// # Errors
    /// When it is neither an SVG nor a PNG, or larger than a mebibyte.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Error> {
        let start = bytes.trim_ascii_start();
        let format = if start.starts_with(b"\x89PNG\r\n\x1a\n") {
            "png"
        } else if start.starts_with(b"<svg") || start.starts_with(b"<?xml") {
            "svg"
        } else {
            return Err(Error::Logo);
        };
        if bytes.len() > LOGO_MAX { Err(Error::Logo) } else { Ok(Self { bytes, format }) }
    }
}

/// How the papers of one organisation look.
#[derive(Clone, Debug)]
pub struct Style {
    /// The organisation's name.
    pub name: String,
    /// Its logo, if it has one.
    pub logo: Option<Logo>,
    /// Its colour.
    pub accent: Accent,
}

impl Style {
    /// The style of an organisation that chose nothing yet.
    #[must_use]
    pub fn plain(name: &str) -> Self {
        Self { name: name.to_owned(), logo: None, accent: Accent::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_taken_only_if_it_can_be_read_on_white() {
        assert_eq!(Accent::parse("#5a2b50").unwrap(), Accent::default());
        assert!(Accent::default().contrast() > 7.0);
        assert!((Accent([0x77, 0x77, 0x77]).contrast() - 4.48).abs() < 0.01, "a grey just too light");
        for text in ["#777777", "#ffff00", "#ffffff", "5a2b50", "#5a2b5", "#5a2b5g", ""] {
            assert!(Accent::parse(text).is_err(), "{text}");
        }
        assert_eq!(Accent::parse("#767676").unwrap().hex(), "#767676");
    }

    #[test]
    fn a_logo_is_a_picture_by_its_first_bytes() {
        assert_eq!(Logo::new(b"<svg xmlns=\"x\"/>".to_vec()).unwrap().format, "svg");
        assert_eq!(Logo::new(b"\x89PNG\r\n\x1a\nrest".to_vec()).unwrap().format, "png");
        for other in [b"GIF89a".as_slice(), b"", b"%PDF-1.7"] {
            assert!(Logo::new(other.to_vec()).is_err());
        }
        assert!(Logo::new([b"<svg".as_slice(), &vec![b' '; LOGO_MAX]].concat()).is_err());
    }
}
