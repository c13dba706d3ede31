//! The player and its timeline, as every page with a recording shows them (`player.html`, `looking/timeline.html`).

use practice::recording::Film;

use crate::words::position;

/// A recording as a page plays it.
#[derive(Clone, Debug)]
pub(crate) struct Player {
    /// What other elements on the page call it.
    pub(crate) id: &'static str,
    /// Where its bytes are.
    pub(crate) address: String,
    /// The part it begins with, as browsers read it from an address; empty for all of it.
    pub(crate) part: String,
    /// How long it lasts, in milliseconds.
    pub(crate) duration: i64,
    /// The same, for the eye.
    pub(crate) length: String,
    /// Whether there is a picture.
    pub(crate) picture: bool,
    /// How far the stills lie apart, in milliseconds; nothing without stills.
    pub(crate) stills_every: Option<i64>,
    /// Only the controls that everyone knows: for clients.
    pub(crate) plain: bool,
    /// How often the places in it moved because a part was cut; said beside every place.
    pub(crate) timeline: i64,
}

impl Player {
    /// A player for this film.
    pub(crate) fn new(film: &Film, plain: bool) -> Self {
        Self {
            id: "player",
            address: format!("/media/{}", film.object),
            part: String::new(),
            duration: film.duration_ms,
            length: position(film.duration_ms),
            picture: film.picture.is_some(),
            stills_every: film.stills_every_ms,
            plain,
            timeline: film.timeline,
        }
    }

    /// The same player under another name, for a page that has two.
    pub(crate) const fn named(mut self, id: &'static str) -> Self {
        self.id = id;
        self
    }

    /// The same player, ready at one stretch: it begins there and stops at its end, also without a script.
    pub(crate) fn at(mut self, from: i64, to: i64) -> Self {
        let seconds = |ms: i64| format!("{}.{}", ms / 1000, ms % 1000 / 100);
        self.part = format!("#t={},{}", seconds(from), seconds(to));
        self
    }

    /// The same player, ready where an address asks with `?at=`, in milliseconds; as it was for any other address.
    pub(crate) fn asked(mut self, path: &str) -> Self {
        let query = path.split_once('?').map_or("", |(_, query)| query);
        let at = query.split('&').find_map(|pair| pair.strip_prefix("at=")?.parse::<i64>().ok());
        if let Some(at) = at.filter(|at| (0..self.duration).contains(at)) {
            self.part = format!("#t={}.{}", at / 1000, at % 1000 / 100);
        }
        self
    }
}
