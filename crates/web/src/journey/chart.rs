//! Focus, noise and result over time: a small drawing per outcome, and the same as a table. Per person, never added up;
//! "I do not know" has a place of its own, and a conversation that was not rated is a gap.

use method::ids::ConversationId;
use method::looking::Step;
use method::roles::Perspective;
use method::tryout::Outcome;
use practice::journey::Walked;

use super::show::{name, number};
use crate::tryout::rating::step_word;
use crate::words::Words;

const LEFT: i64 = 98;
const TOP: i64 = 14;
const ROW: i64 = 30;
const COLUMN: i64 = 34;
/// From this many conversations on the drawing is wider than a phone, and can be moved.
const FITS: usize = 8;

/// One person's line in the drawing.
pub(super) struct Row {
    pub(super) chair: &'static str,
    pub(super) name: String,
    /// Stretches between conversations in a row that were rated on the scale.
    pub(super) lines: Vec<String>,
    /// Where their sign stands: x and y.
    pub(super) points: Vec<(i64, i64)>,
}

/// One outcome over time.
pub(super) struct Chart {
    pub(super) name: String,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) long: bool,
    /// The words of the scale, each at its height; the last is not on the scale.
    pub(super) scale: Vec<(i64, String)>,
    /// Between the scale and "I do not know".
    pub(super) parting: i64,
    /// The numbers of the conversations, each at its place.
    pub(super) numbers: Vec<(i64, usize)>,
    pub(super) foot: i64,
    pub(super) rows: Vec<Row>,
    /// The same in words: a conversation, and what each found of it in the order of the rows.
    pub(super) table: Vec<(String, Vec<String>)>,
}

/// The three charts; none when nobody rated anything yet.
pub(super) fn charts(words: Words, walked: &Walked) -> Vec<Chart> {
    let rated: Vec<ConversationId> = walked
        .conversations()
        .filter(|held| !held.gone)
        .map(|held| held.id)
        .filter(|id| walked.ratings.iter().any(|one| one.conversation == id.to_string()))
        .collect();
    if rated.is_empty() {
        return Vec::new();
    }
    Outcome::ALL.iter().map(|outcome| chart(words, walked, &rated, *outcome)).collect()
}

fn chart(words: Words, walked: &Walked, rated: &[ConversationId], outcome: Outcome) -> Chart {
    let step = |id: ConversationId, by: Perspective| {
        let rated = walked.ratings.iter().find(|one| one.by == by && one.conversation == id.to_string());
        rated.map(|rated| rated.rating.step(outcome))
    };
    let row = |(n, chair): (i64, &Perspective)| {
        let steps: Vec<Option<Step>> = rated.iter().map(|id| step(*id, *chair)).collect();
        // The three signs stand beside each other where they say the same.
        let (lines, points) = drawn(&steps, (n - 1) * 9);
        Row { chair: chair.key(), name: words.t(&format!("perspective-{chair}")), lines, points }
    };
    let said = |id: ConversationId| {
        let word = |chair: &Perspective| {
            step(id, *chair).map_or_else(|| words.t("outcome-none"), |step| step_word(words, *chair, step))
        };
        Perspective::ALL.iter().map(word).collect()
    };
    let scale = [Step::Five, Step::Four, Step::Three, Step::Two, Step::One, Step::DontKnow];
    let foot = height(Step::DontKnow) + 34;
    Chart {
        name: words.t(&format!("outcome-{outcome}")),
        width: LEFT + i64::try_from(rated.len()).unwrap_or(0) * COLUMN + 6,
        height: foot + 8,
        long: rated.len() > FITS,
        scale: scale.iter().map(|step| (height(*step), words.t(&format!("outcome-step-{step}")))).collect(),
        parting: height(Step::One) + 21,
        numbers: (0..).zip(rated).map(|(n, id)| (across(n), number(walked, *id))).collect(),
        foot,
        rows: (0..).zip(Perspective::ALL).map(row).collect(),
        table: rated.iter().map(|id| (column(words, walked, *id), said(*id))).collect(),
    }
}

fn across(n: i64) -> i64 {
    LEFT + COLUMN / 2 + n * COLUMN
}

const fn height(step: Step) -> i64 {
    match step {
        Step::Five => TOP,
        Step::Four => TOP + ROW,
        Step::Three => TOP + 2 * ROW,
        Step::Two => TOP + 3 * ROW,
        Step::One => TOP + 4 * ROW,
        Step::DontKnow => TOP + 5 * ROW + 12,
    }
}

/// A sign for every answer, and a line only between answers on the scale that follow one another.
fn drawn(steps: &[Option<Step>], aside: i64) -> (Vec<String>, Vec<(i64, i64)>) {
    let (mut lines, mut points) = (Vec::new(), Vec::new());
    let mut stretch: Vec<(i64, i64)> = Vec::new();
    for (n, step) in (0..).zip(steps.iter().chain([&None])) {
        let place = step.map(|step| (across(n) + aside, height(step)));
        points.extend(place);
        match place.filter(|_| *step != Some(Step::DontKnow)) {
            Some(place) => stretch.push(place),
            None => {
                if stretch.len() > 1 {
                    let parts: Vec<String> = stretch.iter().map(|(x, y)| format!("{x} {y}")).collect();
                    lines.push(format!("M{}", parts.join("L")));
                }
                stretch.clear();
            }
        }
    }
    (lines, points)
}

fn column(words: Words, walked: &Walked, id: ConversationId) -> String {
    let day = walked.day_of(id).map_or_else(String::new, |day| words.date(&day));
    format!("{}. {}, {day}", number(walked, id), name(words, walked, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_knowing_and_not_saying_break_the_line_and_only_not_saying_has_no_sign() {
        let steps =
            [Some(Step::One), Some(Step::Five), Some(Step::DontKnow), Some(Step::Two), None, Some(Step::Two)];
        let (lines, points) = drawn(&steps, 0);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert_eq!(lines[0].matches('L').count(), 1);
        assert_eq!(points.len(), 5);
        assert_eq!(points[2].1, height(Step::DontKnow));
    }

    #[test]
    fn more_is_higher_and_not_knowing_is_not_on_the_scale() {
        let scale = [Step::Five, Step::Four, Step::Three, Step::Two, Step::One];
        assert!(scale.windows(2).all(|pair| height(pair[0]) < height(pair[1])));
        assert!(height(Step::DontKnow) - height(Step::One) > ROW);
    }
}
