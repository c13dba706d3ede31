//! The six steps in words: name, state, the line that says why, and the one button.

use method::path::{Standing, Step, Stop};
use method::roles::Perspective;
use practice::conversation::Overview;

use crate::words::Words;

/// One step as a page shows it.
#[derive(Debug)]
pub(crate) struct Shown {
    /// `done`, `now`, `waiting`, `later` or `closed`.
    pub(crate) standing: &'static str,
    /// Its name.
    pub(crate) name: String,
    /// Its state in a word.
    pub(crate) state: String,
    /// Why it stands so.
    pub(crate) line: String,
    /// Where the button leads and what it says, if there is one.
    pub(crate) act: Option<(String, String)>,
    /// Whether it is the page's one primary act: the first step that the reader can do now.
    pub(crate) primary: bool,
}

/// A conversation's name for people: the client's code name, or the day when there is none.
pub(crate) fn name(words: Words, conversation: &Overview) -> String {
    let words = words.of(conversation.kind);
    match conversation.name_of(Perspective::Client) {
        Some(name) => words.with("conversation-with").s("name", name).to_string(),
        None => words.with("conversation-of").s("date", words.date(&conversation.held_on)).to_string(),
    }
}

/// Whoever sits in a chair, by name; by the word for the chair when there is no name.
pub(crate) fn person(words: Words, conversation: &Overview, chair: Perspective) -> String {
    let words = words.of(conversation.kind);
    let name = conversation.name_of(chair).map(ToOwned::to_owned);
    name.unwrap_or_else(|| words.t(&format!("the-{}", chair.key())))
}

/// The line of one step, with names and days filled in.
pub(crate) fn line(words: Words, conversation: &Overview, stop: &Stop) -> String {
    let words = words.of(conversation.kind);
    let named = |chair: &Perspective| {
        if *chair == conversation.me { words.t("you") } else { person(words, conversation, *chair) }
    };
    let who: Vec<String> = stop.who.iter().map(named).collect();
    words.with(stop.line).s("who", listed(words, &who)).a("days", stop.days).to_string()
}

/// Names after one another: "Roos en Sanne".
pub(crate) fn listed(words: Words, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), words.t("and")),
    }
}

/// Where the button of a step leads, and the key of what it says. Only for whoever may act, or to read what is done.
pub(crate) fn act(conversation: &Overview, stop: &Stop) -> Option<(String, &'static str)> {
    let open = matches!(stop.standing, Standing::Now | Standing::Done);
    if !open {
        return None;
    }
    let done = stop.standing == Standing::Done;
    // Whoever sits across has a place of their own for what is theirs to say; the journey is not theirs.
    if conversation.me == Perspective::Client {
        let place = format!("/conversations/{}/mine", conversation.id);
        match (stop.step, stop.line) {
            (Step::Consent, _) => {
                return Some((place, if done { "act-consent-done" } else { "act-own-consent" }));
            }
            (Step::Recording, "path-second-waits") => return Some((place, "act-second")),
            (Step::Tryout, _) => return Some((place, "act-tryout")),
            (Step::Onward, _) => return None,
            _ => {}
        }
    }
    let (room, now_key, done_key) = match (stop.step, stop.line) {
        (Step::Consent, _) => ("consent", "act-consent", "act-consent-done"),
        (Step::Recording, "path-second-waits") => ("second", "act-second", "act-second"),
        (Step::Recording, _) => ("recording", "act-recording", "act-recording-done"),
        (Step::Looking, _) => ("look", "act-looking", "act-looking-done"),
        (Step::Dialogue, _) => ("dialogue", "act-dialogue", "act-dialogue-done"),
        (Step::Tryout, _) => ("tryout", "act-tryout", "act-tryout-done"),
        (Step::Onward, _) => return Some((format!("/journeys/{}", conversation.journey), "act-onward")),
    };
    Some((format!("/conversations/{}/{room}", conversation.id), if done { done_key } else { now_key }))
}

/// All six steps, in words.
pub(crate) fn shown(words: Words, conversation: &Overview) -> Vec<Shown> {
    let words = words.of(conversation.kind);
    let first = conversation.path.iter().find(|stop| stop.standing == Standing::Now).map(|stop| stop.step);
    let step = |stop: &Stop| Shown {
        primary: first == Some(stop.step),
        standing: stop.standing.key(),
        name: words.t(&format!("step-{}", stop.step.key())),
        state: words.t(&format!("standing-{}", stop.standing.key())),
        line: line(words, conversation, stop),
        act: act(conversation, stop).map(|(href, key)| (href, words.t(key))),
    };
    conversation.path.iter().map(step).collect()
}
