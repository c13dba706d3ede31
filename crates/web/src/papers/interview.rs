//! The interview guide of a coach on paper.

use practice::papers::{Group, Interview};

use super::guide::numbered;
use crate::words::Words;

/// The topics of an interview, with how many questions each has.
const TOPICS: [(&str, usize); 6] =
    [("start", 3), ("moment", 5), ("auth", 2), ("goal", 2), ("fit", 2), ("close", 4)];

pub(super) fn interview(words: Words) -> Interview {
    let topic = |(name, count): (&str, usize)| Group {
        title: words.t(&format!("notes-topic-{name}")),
        items: numbered(count, |n| words.t(&format!("interview-{name}-{n}"))),
    };
    Interview {
        first: words.t("notes-say-first"),
        say: vec![words.t("interview-open"), words.t("interview-consent")],
        topics: TOPICS.into_iter().map(topic).collect(),
        rules: Group {
            title: words.t("notes-rules"),
            items: numbered(7, |n| words.t(&format!("interview-rules-{n}"))),
        },
        notes: words.t("papers-notes"),
    }
}
