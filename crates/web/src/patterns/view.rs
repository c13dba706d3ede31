//! What is public, in words and drawn: a bar for each cell with its number beside it, and moments over time.

use method::looking::MomentKind;
use method::patterns::period::Quarter;
use method::patterns::rule::{Base, Figure, Published};
use method::patterns::{Cell, Topic};
use method::roles::Perspective;
use method::tryout::Outcome;
use practice::patterns::Patterns;

use crate::words::Words;

/// How many quarters a picture over time has; as many as are legible on a phone.
const SHOWN: usize = 8;
const COLUMN: usize = 33;
const BAR: usize = 19;
const TOP: usize = 20;
const HEIGHT: usize = 84;
/// The line of numbers under the bars, and that of the years.
const FOOT: usize = TOP + HEIGHT + 17;

/// One cell, with the bar that shows it.
pub(super) struct Row {
    pub(super) answer: String,
    pub(super) conversations: usize,
    pub(super) of: usize,
    /// The length of its bar, in hundredths.
    pub(super) width: usize,
}

/// One topic of one quarter; without rows when there are too few people behind one of its cells.
pub(super) struct Table {
    pub(super) name: String,
    /// Whose answers these are, where that is one chair.
    pub(super) chair: Option<&'static str>,
    pub(super) rows: Vec<Row>,
}

/// Topics that belong together.
pub(super) struct Group {
    pub(super) key: &'static str,
    pub(super) title: String,
    pub(super) lead: String,
    pub(super) tables: Vec<Table>,
}

/// One quarter in a picture over time.
pub(super) struct Column {
    pub(super) quarter: String,
    pub(super) number: i8,
    /// The year, under its first quarter.
    pub(super) year: Option<i16>,
    /// In how many of how many conversations; nothing when there are too few people behind it.
    pub(super) share: Option<(usize, usize)>,
    pub(super) percent: usize,
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) height: usize,
}

impl Column {
    /// The middle of its bar.
    pub(super) const fn middle(&self) -> usize {
        self.x + BAR / 2
    }

    /// Above its bar.
    pub(super) const fn above(&self) -> usize {
        self.y - 5
    }
}

/// How often one kind of moment was marked, over time.
pub(super) struct Chart {
    pub(super) kind: MomentKind,
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    pub(super) width: usize,
}

impl Chart {
    pub(super) const BAR: usize = BAR;
    pub(super) const BASE: usize = TOP + HEIGHT;
    pub(super) const FOOT: usize = FOOT;
    pub(super) const YEARS: usize = FOOT + 16;
    pub(super) const ALL: usize = FOOT + 21;

    /// Whether there is anything in it.
    pub(super) fn tells(&self) -> bool {
        self.columns.iter().any(|column| column.share.is_some())
    }
}

/// Everything of one team, or of all together.
pub(super) struct View {
    words: Words,
    quarter: Option<Quarter>,
    base: Option<Base>,
    pub(super) charts: Vec<Chart>,
    pub(super) groups: Vec<Group>,
}

fn figure(published: &Published, topic: Topic) -> Option<&Figure> {
    published.figures.iter().find(|figure| figure.topic == topic)
}

fn percent(part: usize, of: usize) -> usize {
    (part * 100 + of / 2).checked_div(of).unwrap_or(0)
}

impl View {
    pub(super) fn of(words: Words, patterns: &Patterns, quarter: Option<Quarter>) -> Self {
        let published = patterns.quarters.iter().find(|(one, _)| Some(*one) == quarter).map(|(_, one)| one);
        let last = patterns.quarters.len().saturating_sub(SHOWN);
        let shown = patterns.quarters.get(last..).unwrap_or_default();
        let share = |published: &Published, kind: MomentKind| {
            let cells = &figure(published, Topic::Moment(kind))?.cells;
            Some((*cells.first()?, cells.iter().sum::<usize>()))
        };
        // One height for all kinds, so that they can be seen beside each other.
        let most = MomentKind::ALL
            .iter()
            .flat_map(|kind| shown.iter().filter_map(move |(_, one)| share(one, *kind)))
            .map(|(part, of)| percent(part, of))
            .max()
            .unwrap_or(0)
            .max(10);
        let chart = |kind: &MomentKind| Chart {
            kind: *kind,
            name: words.t(&format!("moment-{kind}-name")),
            columns: (0..)
                .zip(shown)
                .map(|(n, (quarter, one))| column(words, *quarter, share(one, *kind), n, most))
                .collect(),
            width: shown.len() * COLUMN,
        };
        Self {
            words,
            quarter,
            base: published.and_then(|one| one.bases.first().copied()),
            charts: MomentKind::ALL.iter().map(chart).collect(),
            // Of a quarter with too few people nothing is said but that.
            groups: published
                .filter(|one| !one.bases.is_empty())
                .map_or_else(Vec::new, |one| groups(words, one)),
        }
    }

    /// On what it stands.
    pub(super) fn base_said(&self) -> Option<String> {
        let Base { conversations, people, .. } = self.base?;
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let said = self.words.with("patterns-base").s("quarter", self.words.quarter(self.quarter?));
        Some(said.a("n", number(conversations)).a("people", number(people)).to_string())
    }

    /// Every number of the page, a row each: quarter, about what, answer, how many, of how many.
    pub(super) fn rows(&self) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        let now = self.quarter.map(|quarter| self.words.quarter(quarter)).unwrap_or_default();
        if let Some(base) = self.base {
            for (key, n) in [("patterns-conversations", base.conversations), ("patterns-people", base.people)]
            {
                rows.push(vec![now.clone(), self.words.t(key), String::new(), n.to_string(), String::new()]);
            }
        }
        let marked = self.words.t("patterns-answer-marked");
        for chart in &self.charts {
            for column in &chart.columns {
                let Some((part, of)) = column.share else { continue };
                let about = chart.name.clone();
                rows.push(vec![
                    column.quarter.clone(),
                    about,
                    marked.clone(),
                    part.to_string(),
                    of.to_string(),
                ]);
            }
        }
        for group in &self.groups {
            for table in &group.tables {
                let about = if table.name == group.title {
                    group.title.clone()
                } else {
                    format!("{}: {}", group.title, table.name)
                };
                rows.extend(table.rows.iter().map(|row| {
                    let (part, of) = (row.conversations.to_string(), row.of.to_string());
                    vec![now.clone(), about.clone(), row.answer.clone(), part, of]
                }));
            }
        }
        rows
    }
}

fn column(words: Words, quarter: Quarter, share: Option<(usize, usize)>, n: usize, most: usize) -> Column {
    let percent = share.map_or(0, |(part, of)| percent(part, of));
    let height = percent * HEIGHT / most;
    Column {
        quarter: words.quarter(quarter),
        number: quarter.number,
        year: (quarter.number == 1 || n == 0).then_some(quarter.year),
        share,
        percent,
        x: n * COLUMN + (COLUMN - BAR) / 2,
        y: TOP + HEIGHT - height,
        height,
    }
}

fn groups(words: Words, published: &Published) -> Vec<Group> {
    let group = |key: &'static str, title: &str, topics: Vec<Topic>| Group {
        key,
        title: words.t(title),
        lead: words.t(&format!("patterns-{key}-lead")),
        tables: topics.into_iter().map(|topic| table(words, published, topic)).collect(),
    };
    let questions = method::looking::LeadQuestion::ALL.iter().map(|one| Topic::Question(*one)).collect();
    let mut all = vec![
        group("questions", "patterns-questions", questions),
        group("tryout", "patterns-tryout", vec![Topic::Tryout]),
        group("sources", "patterns-sources", vec![Topic::Sources]),
    ];
    for (key, outcome) in [("focus", Outcome::Focus), ("noise", Outcome::Noise), ("result", Outcome::Result)]
    {
        let topics = Perspective::ALL.iter().map(|chair| Topic::Outcome(outcome, *chair)).collect();
        all.push(group(key, &format!("outcome-{outcome}"), topics));
    }
    all
}

fn table(words: Words, published: &Published, topic: Topic) -> Table {
    let (name, chair) = match topic {
        Topic::Moment(kind) => (words.t(&format!("moment-{kind}-name")), None),
        Topic::Question(question) => (words.t(&format!("guide-{question}-q")), None),
        Topic::Tryout => (words.t("patterns-tryout"), None),
        Topic::Sources => (words.t("patterns-sources"), None),
        Topic::Outcome(_, chair) => (words.t(&format!("perspective-{chair}")), Some(chair.key())),
    };
    let rows = figure(published, topic).map_or_else(Vec::new, |figure| {
        let of = figure.cells.iter().sum();
        let level = topic.levels().get(figure.level).copied().unwrap_or_default();
        let row = |(cell, n): (&Cell, &usize)| Row {
            answer: answer(words, topic, figure.level, cell),
            conversations: *n,
            of,
            width: percent(*n, of),
        };
        level.iter().zip(&figure.cells).map(row).collect()
    });
    Table { name, chair, rows }
}

/// A cell in words: each of its answers, or one word for what was taken together.
fn answer(words: Words, topic: Topic, level: usize, cell: Cell) -> String {
    if topic == Topic::Sources && level > 0 {
        let all = cell.contains(&3) || cell.contains(&7);
        let peer = if level > 1 {
            "any"
        } else if cell.iter().all(|one| *one > 3) {
            "peer"
        } else {
            "alone"
        };
        return words.t(&format!("patterns-sources-{}-{peer}", if all { "three" } else { "two" }));
    }
    // The widest cell of what was rated or tried would be a list; it has a word of its own.
    match topic {
        Topic::Outcome(..) if cell.len() > 3 => return words.t("patterns-answer-less"),
        Topic::Tryout if cell.len() > 1 => return words.t("patterns-answer-not-kept"),
        _ => {}
    }
    let one = |n: &usize| {
        let word = topic.answers().get(*n).copied().unwrap_or_default();
        match topic {
            Topic::Outcome(_, Perspective::Client) if word != "unsaid" => {
                words.t(&format!("outcome-client-step-{word}"))
            }
            Topic::Outcome(..) if word != "unsaid" => words.t(&format!("outcome-step-{word}")),
            _ => words.t(&format!("patterns-answer-{word}")),
        }
    };
    let said: Vec<String> = cell.iter().map(one).collect();
    let small = |text: &String| {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    };
    match said.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first, between @ .., last] => {
            let rest: String = between.iter().map(|text| format!(", {}", small(text))).collect();
            format!("{first}{rest} {} {}", words.t("patterns-or"), small(last))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn every_cell_of_every_level_has_words_of_its_own_in_every_language() {
        for lang in [Lang::Nl, Lang::En] {
            let words = Words::from(lang);
            for topic in Topic::all() {
                for (level, cells) in topic.levels().iter().enumerate() {
                    let said: std::collections::BTreeSet<String> =
                        cells.iter().map(|cell| answer(words, topic, level, cell)).collect();
                    assert_eq!(said.len(), cells.len(), "{topic:?} {said:?}");
                    assert!(
                        said.iter().all(|text| text.len() > 1 && !text.contains("patterns-")),
                        "{said:?}"
                    );
                }
            }
        }
        let nl = Words::from(Lang::Nl);
        let focus = Topic::Outcome(Outcome::Focus, Perspective::Professional);
        assert_eq!(answer(nl, focus, 3, &[3, 4]), "Veel of heel veel");
    }

    #[test]
    fn the_highest_bar_is_as_high_as_the_picture_and_none_is_higher() {
        let quarter = Quarter { year: 2026, number: 1 };
        let words = Words::from(Lang::Nl);
        let high = column(words, quarter, Some((50, 100)), 0, 50);
        assert_eq!((high.y, high.height), (TOP, HEIGHT));
        let none = column(words, quarter, None, 1, 50);
        assert_eq!((none.height, none.percent), (0, 0));
    }
}
