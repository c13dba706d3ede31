//! The path of a journey as one picture: a winding line with a sign at every stop. The list on the page says the same.
//!
//! It is drawn twice, with few stops on a stretch for a phone and more for a wide page and for paper, so that the words
//! under the stops can always be read.

use method::journey::Stop;
use practice::journey::Walked;

use super::show::number;
use crate::words::Words;

/// How wide the picture is drawn.
#[derive(Clone, Copy)]
pub(super) struct Breadth {
    /// `narrow` or `wide`, for the style sheet.
    name: &'static str,
    /// Stops on one stretch before the line turns.
    on_one: usize,
    step: i64,
    row: i64,
    margin: i64,
    /// The longest name under a stop, in letters.
    letters: usize,
}

/// For a phone.
pub(super) const NARROW: Breadth =
    Breadth { name: "narrow", on_one: 3, step: 112, row: 104, margin: 56, letters: 13 };
/// For a wide page, and for paper.
pub(super) const WIDE: Breadth =
    Breadth { name: "wide", on_one: 7, step: 138, row: 112, margin: 72, letters: 16 };

/// A stop's place in the picture.
pub(super) struct Dot {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) kind: &'static str,
    /// The number of a conversation; the charts use the same.
    pub(super) number: String,
    pub(super) label: String,
}

/// The picture: its size, the line and the stops on it.
pub(super) struct Line {
    pub(super) breadth: &'static str,
    pub(super) width: i64,
    pub(super) height: i64,
    /// The winding line, as path data.
    pub(super) path: String,
    pub(super) dots: Vec<Dot>,
}

/// Draws the path: to the right, a turn, to the left, a turn.
pub(super) fn line(words: Words, walked: &Walked, breadth: Breadth) -> Line {
    let count = walked.stops.len();
    let across = at(count.clamp(1, breadth.on_one));
    let rows = at(count.div_ceil(breadth.on_one).max(1));
    let dot = |(n, stop): (usize, &Stop)| {
        let (x, y) = breadth.place(n);
        let number = match stop {
            Stop::Conversation(held) => number(walked, held.id).to_string(),
            _ => String::new(),
        };
        Dot { x, y, kind: kind(stop), number, label: label(words, walked, stop, breadth.letters) }
    };
    Line {
        breadth: breadth.name,
        width: 2 * breadth.margin + (across - 1) * breadth.step,
        height: rows * breadth.row + 6,
        path: breadth.winding(count),
        dots: walked.stops.iter().enumerate().map(dot).collect(),
    }
}

fn at(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(0)
}

impl Breadth {
    fn place(self, n: usize) -> (i64, i64) {
        let (row, column) = (n / self.on_one, n % self.on_one);
        let column = if row % 2 == 0 { column } else { self.on_one - 1 - column };
        (self.margin + at(column) * self.step, 36 + at(row) * self.row)
    }

    fn winding(self, count: usize) -> String {
        let mut path = String::new();
        for n in 0..count {
            let (x, y) = self.place(n);
            if n == 0 {
                path = format!("M{x} {y}");
            } else if n % self.on_one == 0 {
                // The turn swings out on the side where the stretch ended.
                let out = self.margin - 8;
                let side = if (n / self.on_one) % 2 == 1 { out } else { -out };
                let before = y - self.row;
                path.push_str(&format!(" C{} {before} {} {y} {x} {y}", x + side, x + side));
            } else {
                path.push_str(&format!(" L{x} {y}"));
            }
        }
        path
    }
}

const fn kind(stop: &Stop) -> &'static str {
    match stop {
        Stop::Conversation(held) if held.gone => "gone",
        Stop::Conversation(_) => "conversation",
        Stop::Together(_) => "together",
        Stop::Tryout(_) => "tryout",
        Stop::Verdict(..) => "verdict",
    }
}

/// At most two words under a stop: a picture is read at a glance.
fn label(words: Words, walked: &Walked, stop: &Stop, letters: usize) -> String {
    let text = match stop {
        Stop::Conversation(held) if held.gone => words.t("standing-closed"),
        Stop::Conversation(held) => {
            walked.names.get(&held.id).cloned().unwrap_or_else(|| words.t("journey-conversation"))
        }
        Stop::Together(_) => words.t("step-dialogue"),
        Stop::Tryout(_) => words.t("step-tryout"),
        Stop::Verdict(_, verdict) => words.t(&format!("tryout-verdict-{verdict}")),
    };
    short(&text, letters)
}

fn short(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        name.to_owned()
    } else {
        name.chars().take(letters - 1).collect::<String>().trim_end().to_owned() + "…"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_turns_and_every_stop_has_a_place_of_its_own() {
        for breadth in [NARROW, WIDE] {
            let places: Vec<_> = (0..40).map(|n| breadth.place(n)).collect();
            let turn = breadth.on_one;
            assert_eq!(places[turn - 1].0, places[turn].0);
            assert!(places[turn].0 > places[turn + 1].0 && places[2 * turn].0 < places[2 * turn + 1].0);
            let mut unique = places.clone();
            unique.sort_unstable();
            unique.dedup();
            assert_eq!(unique.len(), places.len());
            assert_eq!(breadth.winding(0), "");
            assert_eq!(breadth.winding(turn + 1).matches('C').count(), 1);
        }
    }

    #[test]
    fn on_a_phone_the_picture_is_no_wider_than_the_phone() {
        assert!(2 * NARROW.margin + at(NARROW.on_one - 1) * NARROW.step <= 340);
    }

    #[test]
    fn long_code_names_are_cut_by_letters_not_bytes() {
        assert_eq!(short("Zilver", 16), "Zilver");
        assert_eq!(short("Éééééééééééééééééé", 16).chars().count(), 16);
        assert_eq!(short("Samen kijken naar", 7), "Samen…");
    }
}
