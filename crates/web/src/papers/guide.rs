//! The viewing guide on paper.

use method::looking::{LeadQuestion, MomentKind};
use method::roles::Perspective;
use practice::papers::{Guide, Named, Question};

use crate::words::Words;

/// Texts that are numbered, from 1.
pub(super) fn numbered(count: usize, one: impl Fn(usize) -> String) -> Vec<String> {
    (1..=count).map(one).collect()
}

pub(super) fn guide(words: Words, of: Perspective) -> Guide {
    let client = of == Perspective::Client;
    let t = |key: &str| words.t(key);
    Guide {
        client,
        intro: if client { t("guide-client-intro") } else { t("guide-intro") },
        about: t("papers-guide-about"),
        see: if client { t("look-client-guide-see") } else { t("look-guide-see") },
        think: t("look-guide-prompts"),
        own: if client { t("look-client-answer") } else { t("look-answer") },
        questions: LeadQuestion::ALL.iter().map(|one| question(words, of, *one)).collect(),
        moments: if client { t("look-client-marks") } else { t("look-moments") },
        columns: ["time", "kind", "note"].map(|one| column(words, client, one)),
        kinds: MomentKind::ALL.iter().map(|kind| moment(words, client, *kind)).collect(),
    }
}

fn column(words: Words, client: bool, one: &str) -> String {
    words.t(&if client { format!("papers-moment-client-{one}") } else { format!("papers-moment-{one}") })
}

fn moment(words: Words, client: bool, kind: MomentKind) -> Named {
    let key = kind.key();
    if client {
        return Named { name: words.t(&format!("moment-{key}-client")), means: String::new() };
    }
    let means = words.t(&format!("moment-{key}-def"));
    Named { name: words.t(&format!("moment-{key}-name")), means }
}

fn question(words: Words, of: Perspective, one: LeadQuestion) -> Question {
    let q = one.key();
    let (see, prompts, steps) = match of {
        Perspective::Client => (
            numbered(4, |n| words.t(&format!("guide-{q}-client-see-{n}"))),
            numbered(3, |n| words.t(&format!("guide-{q}-client-{n}"))),
            numbered(5, |n| words.t(&format!("guide-{q}-client-step-{n}"))),
        ),
        Perspective::Professional => (
            numbered(5, |n| words.t(&format!("guide-{q}-see-{n}"))),
            numbered(3, |n| words.t(&format!("guide-{q}-pro-{n}"))),
            numbered(5, |n| words.t(&format!("guide-{q}-step-{n}"))),
        ),
        Perspective::Coach => (
            numbered(5, |n| words.t(&format!("guide-{q}-see-{n}"))),
            numbered(3, |n| words.t(&format!("guide-{q}-coach-{n}"))),
            numbered(5, |n| words.t(&format!("guide-{q}-step-{n}"))),
        ),
    };
    let client = of == Perspective::Client;
    let asked = if client { format!("guide-{q}-client-q") } else { format!("guide-{q}-q") };
    Question {
        name: (!client).then(|| words.t(&format!("notes-topic-{q}"))),
        question: words.t(&asked),
        see,
        prompts,
        steps: steps.into_iter().chain([words.t("guide-dontknow")]).collect(),
        because: if client { words.t("guide-client-because") } else { words.t("guide-because") },
    }
}
