//! What waits, in sentences: a verb, why, and where to go.

use std::collections::HashMap;

use method::home::Wait;
use method::ids::{ConversationId, JourneyId};
use method::roles::Perspective;
use practice::Caller;
use practice::conversation::Overview;
use practice::home::Waits;

use crate::app::App;
use crate::conversation::steps;
use crate::fault::Fault;
use crate::words::Words;

/// One line.
pub(crate) struct Line {
    pub(crate) sentence: String,
    pub(crate) why: String,
    pub(crate) href: String,
    /// What the button says.
    pub(crate) act: String,
}

/// The key of what the button says: the same word as on the path of the conversation.
const fn act(wait: Wait) -> &'static str {
    match wait {
        Wait::SecondOwn | Wait::SecondClient | Wait::SecondBeside => "act-second",
        Wait::ConsentOwn | Wait::ConsentClient | Wait::ConsentBeside => "act-consent",
        Wait::Record | Wait::RecordingOn | Wait::RecordingAgain => "act-recording",
        Wait::Look | Wait::Seal => "act-looking",
        Wait::Dialogue | Wait::Reading => "act-dialogue",
        Wait::Choose | Wait::Tell | Wait::Verdict | Wait::DidItCome => "act-tryout",
        Wait::CardToday | Wait::CardTomorrow | Wait::ReadBack | Wait::Retention | Wait::Cut => "wait-act",
    }
}

/// Where one goes to do it. Whoever sits across with an account has a place of their own for what is theirs to say.
pub(crate) fn href(waits: &Waits) -> String {
    let id = waits.conversation;
    let tryout = |room: &str| match waits.tryout {
        Some(tryout) => format!("/tryouts/{tryout}{room}"),
        None => format!("/conversations/{id}/tryout"),
    };
    let room = match waits.waiting.wait {
        Wait::SecondOwn | Wait::ConsentOwn | Wait::Tell | Wait::ReadBack | Wait::Retention | Wait::Cut
            if waits.me == Perspective::Client =>
        {
            "/mine"
        }
        Wait::SecondBeside | Wait::ConsentBeside => "/beside",
        Wait::SecondOwn | Wait::SecondClient => "/second",
        Wait::ConsentOwn | Wait::ConsentClient => "/consent",
        Wait::Record | Wait::RecordingOn | Wait::RecordingAgain => "/recording",
        Wait::Look | Wait::Seal => "/look",
        Wait::Dialogue | Wait::Reading => "/dialogue",
        Wait::Choose => "/tryout",
        Wait::CardToday | Wait::CardTomorrow => return tryout("/card"),
        Wait::Verdict | Wait::DidItCome => return tryout(""),
        Wait::Tell => return tryout("/tell"),
        Wait::ReadBack | Wait::Retention | Wait::Cut => "",
    };
    format!("/conversations/{id}{room}")
}

/// The line of one wait, in the conversation where it waits.
pub(crate) fn line(words: Words, conversation: &Overview, waits: &Waits) -> Line {
    let words = words.of(conversation.kind);
    let wait = waits.waiting.wait;
    let ready: Vec<String> =
        waits.waiting.ready.iter().map(|chair| steps::person(words, conversation, *chair)).collect();
    // Of several who are ready, the sentence names the first: it is no count.
    let (why, who) = match (wait, ready.first()) {
        (Wait::Look | Wait::Seal, Some(first)) => (format!("wait-{wait}-ready"), first.clone()),
        _ => (format!("wait-{wait}-why"), String::new()),
    };
    let say = |key: &str| {
        words
            .with(key)
            .s("name", steps::name(words, conversation))
            .s("who", &who)
            .s("length", crate::words::position(waits.cut.map_or(0, |(_, length)| length)))
            .a("days", waits.waiting.days)
            .to_string()
    };
    Line {
        sentence: say(&format!("wait-{wait}")),
        why: capital(&say(&why)),
        href: href(waits),
        act: words.t(act(wait)),
    }
}

/// The same sentence with a capital: a name of a chair may stand first.
fn capital(sentence: &str) -> String {
    let mut rest = sentence.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// The lines of journeys in which the other proposed to hand over, and a yes or no is awaited.
pub(crate) async fn handovers(app: &App, words: Words, caller: &Caller) -> Result<Vec<Line>, Fault> {
    let waiting = app.house.handovers_waiting(caller).await?;
    let line = |id: &JourneyId| Line {
        sentence: words.t("wait-hand-over"),
        why: words.t("wait-hand-over-why"),
        href: format!("/journeys/{id}"),
        act: words.t("wait-act"),
    };
    Ok(waiting.iter().map(|(id, _)| line(id)).collect())
}

/// The conversations in which something waits, by their id.
pub(crate) async fn conversations(
    app: &App,
    caller: &Caller,
    waits: impl Iterator<Item = &Waits>,
) -> Result<HashMap<ConversationId, Overview>, Fault> {
    let mut found = HashMap::new();
    for id in waits.map(|waits| waits.conversation) {
        if let std::collections::hash_map::Entry::Vacant(place) = found.entry(id) {
            place.insert(app.house.conversation(caller, id).await?);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(capital("de coach is al klaar."), "De coach is al klaar.");
        assert_eq!(capital(""), "");
    }
}
