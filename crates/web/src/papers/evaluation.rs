//! The process evaluation on paper: what whoever took part thinks of it.

use practice::papers::{Evaluation, Field};

use super::guide::numbered;
use crate::words::Words;

pub(super) fn evaluation(words: Words, client: bool) -> Evaluation {
    let (statements, steps, open) = if client {
        (
            numbered(8, |n| words.t(&format!("eval-client-{n}"))),
            numbered(4, |n| words.t(&format!("eval-client-step-{n}"))),
            numbered(3, |n| words.t(&format!("eval-client-open-{n}"))),
        )
    } else {
        (
            numbered(12, |n| words.t(&format!("eval-pro-{n}"))),
            numbered(6, |n| words.t(&format!("eval-pro-step-{n}"))),
            numbered(3, |n| words.t(&format!("eval-pro-open-{n}"))),
        )
    };
    let (intro, statement, end) = if client {
        ("eval-client-intro", "eval-client-statement", "eval-client-end")
    } else {
        ("eval-pro-intro", "eval-pro-statement", "eval-pro-end")
    };
    Evaluation {
        client,
        intro: words.t(intro),
        statement: words.t(statement),
        statements,
        steps,
        open: open.into_iter().map(|label| Field::blank(label, 4)).collect(),
        end: words.t(end),
    }
}
