//! The path of a journey as one picture: a winding line with a sign at every stop. The list on the page says the same.

use method::journey::Stop;
use practice::journey::Walked;

use crate::words::Words;

/// Stops on one stretch before the line turns.
const ON_ONE_STRETCH: usize = 5;
const STEP: i64 = 150;
const ROW: i64 = 110;
const MARGIN: i64 = 75;

/// A stop's place in the picture.
pub(super) struct Dot {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) kind: &'static str,
    pub(super) label: String,
}

/// The picture: its size, the line and the stops on it.
pub(super) struct Line {
    pub(super) width: i64,
    pub(super) height: i64,
    /// The winding line, as path data.
    pub(super) path: String,
    pub(super) dots: Vec<Dot>,
}

/// Draws the path: to the right, a turn, to the left, a turn.
pub(super) fn line(words: Words, walked: &Walked) -> Line {
    let count = walked.stops.len();
    let across = i64::try_from(count.clamp(1, ON_ONE_STRETCH)).unwrap_or(1);
    let rows = i64::try_from(count.div_ceil(ON_ONE_STRETCH).max(1)).unwrap_or(1);
    let dots: Vec<Dot> = walked
        .stops
        .iter()
        .enumerate()
        .map(|(n, stop)| {
            let (x, y) = place(n);
            Dot { x, y, kind: kind(stop), label: label(words, walked, stop) }
        })
        .collect();
    Line { width: 2 * MARGIN + (across - 1) * STEP, height: rows * ROW + 10, path: winding(count), dots }
}

fn place(n: usize) -> (i64, i64) {
    let (row, column) = (n / ON_ONE_STRETCH, n % ON_ONE_STRETCH);
    let column = if row % 2 == 0 { column } else { ON_ONE_STRETCH - 1 - column };
    let at = |n: usize| i64::try_from(n).unwrap_or(0);
    (MARGIN + at(column) * STEP, 40 + at(row) * ROW)
}

fn winding(count: usize) -> String {
    let mut path = String::new();
    for n in 0..count {
        let (x, y) = place(n);
        if n == 0 {
            path = format!("M{x} {y}");
        } else if n % ON_ONE_STRETCH == 0 {
            // The turn swings out on the side where the stretch ended.
            let side = if (n / ON_ONE_STRETCH) % 2 == 1 { 55 } else { -55 };
            let before = y - ROW;
            path.push_str(&format!(" C{} {before} {} {y} {x} {y}", x + side, x + side));
        } else {
            path.push_str(&format!(" L{x} {y}"));
        }
    }
    path
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
fn label(words: Words, walked: &Walked, stop: &Stop) -> String {
    match stop {
        Stop::Conversation(held) if held.gone => words.t("standing-closed"),
        Stop::Conversation(held) => {
            walked.names.get(&held.id).map_or_else(|| words.t("journey-conversation"), |name| short(name))
        }
        Stop::Together(_) => words.t("step-dialogue"),
        Stop::Tryout(_) => words.t("step-tryout"),
        Stop::Verdict(_, verdict) => words.t(&format!("tryout-verdict-{verdict}")),
    }
}

fn short(name: &str) -> String {
    if name.chars().count() <= 16 { name.to_owned() } else { name.chars().take(15).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_turns_and_every_stop_has_a_place_of_its_own() {
        let places: Vec<_> = (0..12).map(place).collect();
        assert_eq!(places[4].0, places[5].0);
        assert!(places[5].0 > places[6].0 && places[10].0 < places[11].0);
        let mut unique = places.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), places.len());
        assert_eq!(winding(0), "");
        assert_eq!(winding(6).matches('C').count(), 1);
    }

    #[test]
    fn long_code_names_are_cut_by_letters_not_bytes() {
        assert_eq!(short("Zilver"), "Zilver");
        assert_eq!(short("Ééééééééééééééééééén"), format!("É{}…", "é".repeat(14)));
    }
}
