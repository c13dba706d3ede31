//! Focus, noise and result over time: a band per outcome, a row per person, a word per conversation.

use method::ids::ConversationId;
use method::journey::Stop;
use method::looking::Step;
use method::roles::Perspective;
use method::tryout::Outcome;
use practice::journey::Walked;

use super::show::name;
use crate::tryout::rating::step_word;
use crate::words::Words;

/// What one person found of one conversation: the word, and the step for the size of the dot.
pub(super) struct Cell {
    pub(super) word: String,
    /// `1` to `5`, `dontknow`, or `none` when nothing was said.
    pub(super) step: &'static str,
}

/// One person's row.
pub(super) struct Row {
    pub(super) chair: &'static str,
    pub(super) name: String,
    pub(super) cells: Vec<Cell>,
}

/// One outcome over time.
pub(super) struct Band {
    pub(super) name: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// The three bands; none when nobody rated anything yet.
pub(super) fn bands(words: Words, walked: &Walked) -> Vec<Band> {
    let rated: Vec<ConversationId> = walked
        .stops
        .iter()
        .filter_map(|stop| match stop {
            Stop::Conversation(held) if !held.gone => Some(held.id),
            _ => None,
        })
        .filter(|id| walked.ratings.iter().any(|one| one.conversation == id.to_string()))
        .collect();
    if rated.is_empty() {
        return Vec::new();
    }
    Outcome::ALL.iter().map(|outcome| band(words, walked, &rated, *outcome)).collect()
}

fn band(words: Words, walked: &Walked, rated: &[ConversationId], outcome: Outcome) -> Band {
    let row = |chair: &Perspective| Row {
        chair: chair.key(),
        name: words.t(&format!("perspective-{chair}")),
        cells: rated.iter().map(|id| cell(words, walked, *id, *chair, outcome)).collect(),
    };
    Band {
        name: words.t(&format!("outcome-{outcome}")),
        columns: rated.iter().map(|id| column(words, walked, *id)).collect(),
        rows: Perspective::ALL.iter().map(row).collect(),
    }
}

fn column(words: Words, walked: &Walked, id: ConversationId) -> String {
    let day = walked.day_of(id).map_or_else(String::new, |day| words.date(&day));
    format!("{}, {day}", name(words, walked, id))
}

fn cell(words: Words, walked: &Walked, id: ConversationId, by: Perspective, outcome: Outcome) -> Cell {
    let rated = walked.ratings.iter().find(|one| one.by == by && one.conversation == id.to_string());
    let step: Option<Step> = rated.map(|rated| rated.rating.step(outcome));
    Cell {
        word: step.map_or_else(|| words.t("outcome-none"), |step| step_word(words, by, step)),
        step: step.map_or("none", Step::key),
    }
}
