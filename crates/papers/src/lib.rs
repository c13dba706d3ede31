//! What lies on the table: papers as accessible PDF (PDF/UA-1), typeset by typst without a file or a network.
//!
//! A paper is made of words that were looked up before (`sheets`) and a house style (`style`). The templates in
//! `templates/` hold no words of their own, and what a person wrote reaches them as data only, so that it can run nothing.

mod fonts;
mod sheets;
mod style;
mod tidy;
mod world;

pub use sheets::{
    Card, Cards, Consent, Crossed, Evaluation, Field, Group, Guide, Interview, Journey, Leaflet, Link, Named,
    Part, Plan, Pocket, Question, Reading, Sheet, Statement, Worksheet,
};
pub use style::{Accent, Logo, Style};

/// Why a paper could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What was to be a colour is none, or letters in it would be hard to read on white.
    #[error("a colour that letters cannot be read in")]
    Colour,
    /// What was to be a logo is neither an SVG nor a PNG, or too large.
    #[error("no logo")]
    Logo,
    /// An address that does not fit in a picture to scan.
    #[error("qr: {0}")]
    Qr(#[from] qrcode::types::QrError),
    /// A paper that cannot be handed to its template.
    #[error("data: {0}")]
    Data(#[from] serde_json::Error),
    /// The template and what it was given do not go together, or the result would not be accessible.
    #[error("typst: {0}")]
    Typst(String),
}

/// A day on which something was made; papers know no clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// A paper, ready to be typeset: the same paper gives the same bytes.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The tag of its language.
    pub language: &'static str,
    /// Its title, in words.
    pub title: String,
    /// The day that the file says it was made.
    pub made: Day,
    /// What is on it.
    pub sheet: Sheet,
}

impl Paper {
    /// Typesets it as PDF 1.7 after PDF/UA-1. Takes a processor for a fraction of a second; never call it on a thread
    /// that others wait for.
    ///
    /// # Errors
    /// When the paper does not fit its template or would not be accessible.
    pub fn pdf(&self, style: &Style) -> Result<Vec<u8>, Error> {
        world::pdf(self, style)
    }
}
