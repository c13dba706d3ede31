//! Doors: which address is for whom, and under which consent. One table, held at the gate before any handler runs.
//!
//! The gate knows roles and sessions; whose conversation it is and what was agreed there is asked by the deed behind
//! the door, with a permit. The table says both, `meerzien doors` prints it, and the tests try every line of it with
//! everybody (`tests/doors.test.mjs`). A route without a line stays shut.

mod kept;
pub mod open;
mod table;

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use axum::extract::{MatchedPath, Request};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use method::roles::Role;

pub use table::DOORS;

use crate::fault::Fault;
use crate::visit::{Visit, code_first, sign_in_first};

/// One address, and who may come in by it.
#[derive(Debug)]
pub struct Door {
    /// The method of HTTP.
    pub method: &'static str,
    /// The address as routes write it, with names between braces.
    pub path: &'static str,
    /// Whom it is for.
    pub who: Who,
    /// What must hold in the conversation it is about.
    pub under: Under,
}

/// Whom a door is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everyone, known or not.
    Anyone,
    /// Whoever has an account.
    Member,
    /// Whoever holds one of these roles, for what is their own or their organisation's.
    Holding(&'static [Role]),
    /// Whoever holds one of these roles in the organisation that keeps what the address names.
    HoldingThere(&'static [Role]),
    /// Whoever has one of these parts in the conversation or journey that the address names.
    Part(&'static [Part]),
    /// Only whoever made what the address names.
    Maker,
    /// A participant in their own place: by link and code, on the screen handed over, or by their account.
    Guest,
}

impl Who {
    /// Whether it is for somebody with this part.
    fn has(self, part: Part) -> bool {
        matches!(self, Self::Part(parts) if parts.contains(&part))
    }
}

/// A part in a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Who led it, and owns the journey.
    Lead,
    /// Who sat across.
    Across,
    /// Who looks along from outside, and accompanies the journey.
    Coach,
    /// Who was invited to look along.
    Colleague,
}

/// What must hold in the conversation a door is about; each line asks what the ones before it ask, but the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Under {
    /// It is about no conversation.
    Nothing,
    /// Facts only, which stay after everything was destroyed: who agreed to what, and the receipt.
    Facts,
    /// It was not taken back, and has not ended by itself.
    Standing,
    /// Everyone in the picture said yes; until the second yes only they come in.
    FirstYes,
    /// Everyone in the picture said yes again, after it.
    SecondYes,
    /// And whoever comes in sealed their own look, and so did another.
    SideBySide,
    /// Everyone in the picture said yes, twice, to colleagues who look along.
    Colleagues,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lead => "lead",
            Self::Across => "across",
            Self::Coach => "coach",
            Self::Colleague => "colleague",
        })
    }
}

fn listed<T>(items: &[T], word: impl Fn(&T) -> String) -> String {
    items.iter().map(word).collect::<Vec<_>>().join(" ")
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anyone => f.write_str("anyone"),
            Self::Member => f.write_str("member"),
            Self::Holding(roles) => write!(f, "role {}", listed(roles, |role| role.key().to_owned())),
            Self::HoldingThere(roles) => {
                write!(f, "role-there {}", listed(roles, |role| role.key().to_owned()))
            }
            Self::Part(parts) => write!(f, "part {}", listed(parts, ToString::to_string)),
            Self::Maker => f.write_str("maker"),
            Self::Guest => f.write_str("guest"),
        }
    }
}

impl fmt::Display for Under {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "nothing",
            Self::Facts => "facts",
            Self::Standing => "standing",
            Self::FirstYes => "first-yes",
            Self::SecondYes => "second-yes",
            Self::SideBySide => "side-by-side",
            Self::Colleagues => "colleagues",
        })
    }
}

impl fmt::Display for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\t{}\t{}\t{}", self.method, self.path, self.who, self.under)
    }
}

static BY_ADDRESS: LazyLock<HashMap<(&str, &str), &Door>> =
    LazyLock::new(|| DOORS.iter().map(|door| ((door.method, door.path), door)).collect());

/// The line of an address; HEAD comes in where GET does, unless it has a line of its own.
fn door(method: &Method, path: &str) -> Option<&'static Door> {
    let line = |method: &str| BY_ADDRESS.get(&(method, path)).copied();
    line(method.as_str()).or_else(|| (*method == Method::HEAD).then(|| line("GET")).flatten())
}

/// Why somebody does not come in, as far as roles and sessions tell.
fn shut(who: Who, visit: &Visit, method: &Method) -> Option<Response> {
    let known = visit.member.is_some() || visit.participant.is_some();
    let signed_out = |key| {
        let again = code_first(visit, method);
        again.unwrap_or_else(|| Fault::of(StatusCode::UNAUTHORIZED, key).into_response())
    };
    match who {
        Who::Anyone => None,
        Who::Guest => visit.participant.is_none().then(|| signed_out("refusal-link")),
        // A client is not sent to a page that asks for an account.
        Who::Part(_) if who.has(Part::Across) => (!known).then(|| signed_out("refusal-signed-out")),
        // A look is a client's too.
        Who::Maker => {
            (!known).then(|| code_first(visit, method).unwrap_or_else(|| sign_in_first(visit, method)))
        }
        Who::Part(_) => (!known).then(|| sign_in_first(visit, method)),
        Who::Member => visit.member.is_none().then(|| sign_in_first(visit, method)),
        Who::Holding(roles) | Who::HoldingThere(roles) => match &visit.member {
            None => Some(sign_in_first(visit, method)),
            Some(member) => {
                let holds = member.roles.iter().any(|role| roles.contains(role));
                (!holds).then(|| Fault::unknown().into_response())
            }
        },
    }
}

/// Lets in whom the table lets in. What has no line does not exist.
pub(crate) async fn gate(request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let visit = request.extensions().get::<Visit>();
    let (Some(door), Some(visit)) = (path.and_then(|path| door(request.method(), path)), visit) else {
        return Fault::unknown().into_response();
    };
    let Some(refused) = shut(door.who, visit, request.method()) else { return next.run(request).await };
    let ended = refused.status() == StatusCode::UNAUTHORIZED;
    if ended && kept::is_form(request.method(), request.headers(), visit) {
        let visit = visit.clone();
        return kept::kept(request, &visit, door.who, refused).await;
    }
    refused
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_has_one_line() {
        let mut seen = std::collections::HashSet::new();
        for door in DOORS {
            assert!(seen.insert((door.method, door.path)), "{door} is there twice");
        }
        assert!(door(&Method::HEAD, "/home").is_some_and(|door| door.method == "GET"));
        assert!(door(&Method::DELETE, "/home").is_none());
    }

    #[test]
    fn what_is_about_a_conversation_says_under_which_consent() {
        let about = ["/conversations/{id}", "/looks/", "/media/", "/tryouts/", "/interviews/", "/offers/"];
        for door in DOORS.iter().filter(|door| about.iter().any(|start| door.path.starts_with(start))) {
            assert!(door.under > Under::Nothing, "{door}");
            assert!(matches!(door.who, Who::Part(_) | Who::Maker), "{door}");
        }
    }

    #[test]
    fn administrators_and_managers_have_no_door_to_a_conversation_by_their_role() {
        for door in DOORS.iter().filter(|door| door.under >= Under::Standing) {
            assert!(!matches!(door.who, Who::Holding(_) | Who::HoldingThere(_) | Who::Member), "{door}");
        }
    }
}
