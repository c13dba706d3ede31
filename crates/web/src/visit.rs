//! Who visits, in which language, and what they may reach: the extractors of every handler.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::http::{Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use method::ids::{ConversationId, MemberId, ParticipantId};
use method::roles::Role;
use method::time::Stamp;
use practice::organisation::Terms;
use practice::sessions::Door;
use practice::{Caller, Member};
use tower_sessions::Session;

use crate::app::App;
use crate::fault::{self, Fault};
use crate::frame::Frame;
use crate::words::{Lang, Words};

/// Keys of what a session holds: ids only.
pub mod keys {
    /// The member who signed in.
    pub const MEMBER: &str = "member";
    /// The participant who came in by link and code.
    pub const PARTICIPANT: &str = "participant";
    /// The participant to whom a member handed the tablet over; until it is unlocked nothing else can be reached.
    pub const HANDED_TO: &str = "handed-to";
    /// For what it was handed over: `consent`, `second` or `interview`, the only page that can be reached then.
    pub const HANDED_FOR: &str = "handed-for";
    /// Argon2id of the PIN that takes the screen back.
    pub const HANDED_PIN: &str = "handed-pin";
    /// The browser, in a few words, for the list of sessions.
    pub const AGENT: &str = "agent";
    /// The known device in which a client's session lives, by its id.
    pub const DEVICE: &str = "device";
    /// When the session was last written down.
    pub const SEEN: &str = "seen";
    /// A sign-in at the organisation's provider that is under way.
    pub const PROVIDER_FLOW: &str = "provider-flow";
    /// They came in through the provider: the fingerprint of its name for their session there, or nothing.
    pub const PROVIDER_SID: &str = "provider-sid";
    /// Who took the first step of signing in; they reach nothing but the second.
    pub const HALF: &str = "half";
    /// When they took it.
    pub const HALF_SINCE: &str = "half-since";
    /// Where they were going.
    pub const HALF_NEXT: &str = "half-next";
    /// They took it at the organisation's provider: what stands under `PROVIDER_SID` once they are in.
    pub const HALF_PROVIDER: &str = "half-provider";
    /// When it was last certain that it is them.
    pub const CONFIRMED: &str = "confirmed";
    /// The question to a device that holds a passkey, until it answers.
    pub const PASSKEY: &str = "passkey";
    /// The question to a device to make a passkey.
    pub const PASSKEY_NEW: &str = "passkey-new";
    /// They came in by a button of the demo.
    pub const DEMO: &str = "demo";
}

/// Empties a session and gives it another id, before somebody is put in it: one session is one person, and one that was
/// planted is worth nothing. (Flushing alone keeps the id.)
pub(crate) async fn begin_anew(session: &Session) -> Result<(), Fault> {
    session.clear().await;
    let changed = session.cycle_id().await;
    changed.map_err(|error| practice::Error::Inner(format!("session: {error}")).into())
}

/// A visitor, whoever it is.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Their language.
    pub words: Words,
    /// `light`, `dark`, or nothing when the device decides.
    pub theme: Option<&'static str>,
    /// Now.
    pub now: Stamp,
    /// The page they ask for, to come back to.
    pub path: String,
    /// The member who signed in; nobody while the tablet is handed over.
    pub member: Option<Member>,
    /// The participant who came in by link and code, or to whom the tablet was handed.
    pub participant: Option<ParticipantId>,
    /// The member who handed the tablet over, while it is.
    pub handed_by: Option<MemberId>,
    /// The session itself.
    pub session: Option<Session>,
    /// Whether a script asks, and not a person.
    pub wants_json: bool,
    /// What the cookie of a known device holds. It opens nothing: it asks for the code without the link.
    pub device: Option<String>,
}

/// The cookie by which a client's link knows a device.
pub(crate) const fn device(https: bool) -> &'static str {
    crate::headers::cookie(https, "device", "__Host-device")
}

impl Visit {
    /// Reads a visit from a request. Whatever cannot be read is left out.
    pub(crate) async fn of(app: &App, parts: &Parts) -> Self {
        let jar = CookieJar::from_headers(&parts.headers);
        let accepted = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let lang = jar.get(crate::choices::lang(app.https)).and_then(|cookie| Lang::parse(cookie.value()));
        let mut visit = Self {
            words: Words::from(lang.unwrap_or_else(|| Lang::accepted(accepted.unwrap_or("")))),
            theme: jar.get(crate::choices::theme(app.https)).and_then(|cookie| theme(cookie.value())),
            now: Stamp::from(jiff::Timestamp::now()),
            path: back(parts.uri.path_and_query().map_or("/", |path| path.as_str())).to_owned(),
            member: None,
            participant: None,
            handed_by: None,
            session: parts.extensions.get::<Session>().cloned(),
            wants_json: fault::wants_json(&parts.headers),
            device: jar.get(self::device(app.https)).map(|cookie| cookie.value().to_owned()),
        };
        visit.enter(app).await;
        visit.name_people(app, parts.uri.path()).await;
        visit
    }

    /// People are called what they are in the conversation that the address is about.
    async fn name_people(&mut self, app: &App, path: &str) {
        let own = path.starts_with("/mine").then(|| self.as_participant()).flatten();
        let Some(caller) = own.or_else(|| self.caller()) else { return };
        if let Ok(Some(kind)) = app.house.kind_at(&caller.reader, named(path)).await {
            self.words = self.words.of(kind);
        }
    }

    async fn enter(&mut self, app: &App) {
        let Some(session) = self.session.clone() else { return };
        let read = async |key: &str| session.get::<String>(key).await.ok().flatten();
        let member = read(keys::MEMBER).await.as_deref().and_then(MemberId::parse);
        let handed_to = read(keys::HANDED_TO).await.as_deref().and_then(ParticipantId::parse);
        if let Some(participant) = handed_to {
            (self.participant, self.handed_by) = (Some(participant), member);
            return;
        }
        self.participant = read(keys::PARTICIPANT).await.as_deref().and_then(ParticipantId::parse);
        if let Some(id) = member {
            self.member = app.house.member(id).await.ok().flatten();
        }
        // A session in use is written down now and then, so that it does not end under someone's hands.
        let guest = self.member.is_none() && self.participant.is_some();
        let every = if guest { app.house.settings.client_rest * 1_000 / 30 } else { 600_000 };
        let seen = session.get::<i64>(keys::SEEN).await.ok().flatten();
        if seen.is_some_and(|seen| self.now.0 - seen > every) {
            let _ = session.insert(keys::SEEN, self.now.0).await;
        }
    }

    /// The organisation's terms: the member's own, or the installation's first.
    pub(crate) async fn terms(&self, app: &App) -> Result<Terms, Fault> {
        match &self.member {
            Some(member) => Ok(app.house.terms(member.organisation).await?),
            None => Ok(app.house.first_organisation().await?.ok_or_else(Fault::unknown)?.1),
        }
    }

    /// The frame of a page with this title.
    pub(crate) fn frame(&self, title: &str) -> Frame {
        self.frame_titled(self.words.t(title))
    }

    /// The frame of a page with a title that is already in words.
    pub(crate) fn frame_titled(&self, title: String) -> Frame {
        Frame::new(self, title)
    }

    /// The participant as a caller of deeds.
    pub(crate) fn as_participant(&self) -> Option<Caller> {
        self.participant.map(|id| Caller::participant(id, self.now))
    }

    /// Whoever this is, as a caller: the member, else the participant.
    pub(crate) fn caller(&self) -> Option<Caller> {
        let member = self.member.clone().map(|member| Caller::member(member, self.now));
        member.or_else(|| self.as_participant())
    }

    /// The door by which this visitor came in, as this caller.
    pub(crate) fn door(&self, caller: Caller) -> Door {
        let cookie = self.session.as_ref().and_then(Session::id).map(|id| id.to_string());
        Door { caller, cookie }
    }
}

/// What a page's address names that belongs to one conversation. Bytes of a film have addresses too, and are asked for
/// too often to look anything up for words that they do not show.
fn named(path: &str) -> Option<&str> {
    let mut parts = path.split('/').skip(1);
    let of_one = matches!(parts.next()?, "conversations" | "looks" | "interviews" | "tryouts" | "tus");
    parts.next().filter(|part| of_one && ConversationId::parse(part).is_some())
}

/// A path of our own to go back to; anything else becomes the front page.
pub(crate) fn back(path: &str) -> &str {
    let local = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    if local && path.parse::<Uri>().is_ok() { path } else { "/" }
}

fn theme(word: &str) -> Option<&'static str> {
    match word {
        "light" => Some("light"),
        "dark" => Some("dark"),
        _ => None,
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        // The fault layer has read it already; a test without that layer has not.
        match parts.extensions.get::<Self>() {
            Some(visit) => Ok(visit.clone()),
            None => Ok(Self::of(app, parts).await),
        }
    }
}

impl OptionalFromRequestParts<App> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, Fault> {
        <Self as FromRequestParts<App>>::from_request_parts(parts, app).await.map(Some)
    }
}

/// A visitor with an account. Others are sent to sign in, and come back after.
#[derive(Clone, Debug)]
pub struct Staff {
    /// The visit.
    pub visit: Visit,
    /// The member, as a caller of deeds.
    pub caller: Caller,
}

impl Staff {
    /// Whether they hold a role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.caller.roles().contains(&role)
    }
}

impl FromRequestParts<App> for Staff {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visit = <Visit as FromRequestParts<App>>::from_request_parts(parts, app).await;
        let visit = visit.map_err(IntoResponse::into_response)?;
        if visit.handed_by.is_some() {
            return Err(Redirect::to("/mine").into_response());
        }
        match visit.member.clone() {
            Some(member) => Ok(Self { caller: Caller::member(member, visit.now), visit }),
            None => Err(sign_in_first(&visit, &parts.method)),
        }
    }
}

/// The answer to a client whose session ended: the page that asks for their code, which leads back; a form or a script
/// that was sent hears it. Nothing for whoever no link knows.
pub(crate) fn code_first(visit: &Visit, method: &axum::http::Method) -> Option<Response> {
    visit.device.as_ref()?;
    if *method == axum::http::Method::GET && !visit.wants_json {
        return Some(
            Redirect::to(&format!("/mine/again?next={}", form_urlencoded(&visit.path))).into_response(),
        );
    }
    Some(Fault::of(axum::http::StatusCode::UNAUTHORIZED, "refusal-code-again").into_response())
}

/// The answer to someone who must sign in first: the page for it, which leads back; a form that was sent hears it.
pub(crate) fn sign_in_first(visit: &Visit, method: &axum::http::Method) -> Response {
    if *method == axum::http::Method::GET {
        return Redirect::to(&format!("/sign-in?next={}", form_urlencoded(&visit.path))).into_response();
    }
    Fault::of(axum::http::StatusCode::UNAUTHORIZED, "refusal-signed-out").into_response()
}

/// A participant without an account: in by link and code, or with the tablet in their hands.
#[derive(Clone, Debug)]
pub struct Guest {
    /// The visit.
    pub visit: Visit,
    /// The participant, as a caller of deeds.
    pub caller: Caller,
}

impl FromRequestParts<App> for Guest {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let visit = <Visit as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        let caller =
            visit.as_participant().ok_or(Fault::of(axum::http::StatusCode::UNAUTHORIZED, "refusal-link"))?;
        Ok(Self { visit, caller })
    }
}

/// Anyone with a part in a conversation, with or without an account.
#[derive(Clone, Debug)]
pub struct Anyone {
    /// The visit.
    pub visit: Visit,
    /// Whoever it is, as a caller of deeds.
    pub caller: Caller,
}

impl FromRequestParts<App> for Anyone {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let visit = <Visit as FromRequestParts<App>>::from_request_parts(parts, app).await?;
        let signed_out = Fault::of(axum::http::StatusCode::UNAUTHORIZED, "refusal-signed-out");
        let caller = visit.caller().ok_or(signed_out)?;
        Ok(Self { visit, caller })
    }
}

/// A path as the value of a query.
fn form_urlencoded(path: &str) -> String {
    path.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_one_conversation_is_named_and_a_film_is_not() {
        const ID: &str = "0190a1b2-0000-7000-8000-000000000000";
        for room in ["conversations", "looks", "interviews", "tryouts", "tus"] {
            assert_eq!(named(&format!("/{room}/{ID}/x")), Some(ID), "{room}");
        }
        for path in ["/", "/conversations", "/conversations/new", &format!("/media/{ID}")] {
            assert_eq!(named(path), None, "{path}");
        }
    }

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(back("/conversations/1?x=2"), "/conversations/1?x=2");
        for path in ["//evil.example", "https://evil.example", "/\\evil.example", "evil", ""] {
            assert_eq!(back(path), "/");
        }
        assert_eq!(form_urlencoded("/a?b=c&d"), "/a%3Fb%3Dc%26d");
    }
}
