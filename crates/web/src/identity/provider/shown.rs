//! The pages and answers around a sign-in at the provider.

use askama::Template;
use axum::Json;
use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use method::Refusal;
use practice::{Error, Member, secrets};
use serde::Deserialize;
use tower_sessions::{Expiry, Session};

use super::{Answered, Flow, PATIENCE, Trouble, of, token};
use crate::app::{App, page};
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::identity::arrival::Arrival;
use crate::identity::sign_in::{Coming, begin, enter, inner};
use crate::visit::{Staff, Visit, back as ours, keys};

#[derive(Template)]
#[template(path = "identity/provider/trouble.html")]
struct TroublePage {
    frame: Frame,
    sentence: String,
    next: String,
}

#[derive(Template)]
#[template(path = "identity/provider/signed_out.html")]
struct SignedOutPage {
    frame: Frame,
    name: String,
    end: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Leaving {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(super) struct Ended {
    #[serde(default)]
    logout_token: String,
}

/// Says what came in between, and how to go on.
fn say(visit: &Visit, name: &str, trouble: Trouble, next: &str) -> Response {
    let (status, key, kind) = match trouble {
        Trouble::Away(kind) => (StatusCode::BAD_GATEWAY, "provider-trouble-away", kind),
        Trouble::Refused(kind) => (StatusCode::BAD_GATEWAY, "provider-trouble-refused", kind),
        Trouble::Odd(kind) => (StatusCode::BAD_REQUEST, "provider-trouble-odd", kind),
        Trouble::Stale => (StatusCode::BAD_REQUEST, "provider-trouble-stale", "a sign-in that is over"),
        Trouble::Weak => (StatusCode::FORBIDDEN, "provider-trouble-weak", "it says nothing of a second step"),
        Trouble::Denied => (StatusCode::BAD_REQUEST, "provider-trouble-denied", "they did not sign in"),
    };
    tracing::warn!(kind, "a sign-in at the provider did not come about");
    stop(visit, status, visit.words.with(key).s("provider", name).to_string(), next)
}

fn stop(visit: &Visit, status: StatusCode, sentence: String, next: &str) -> Response {
    let frame = visit.frame("provider-trouble-title");
    (status, page(&TroublePage { frame, sentence, next: next.to_owned() })).into_response()
}

/// Out to the provider.
pub(super) async fn leave(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    Query(leaving): Query<Leaving>,
) -> Answer {
    if visit.member.is_some() {
        return Ok(Redirect::to("/home").into_response());
    }
    let flow = Flow::begin(ours(&leaving.next), visit.now.0)?;
    send(&app, &visit, &session, flow).await
}

/// Out to the provider with an invitation: having its link is enough to know for whom it is.
pub(super) async fn invited(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    Path(link): Path<String>,
) -> Answer {
    of(&app)?;
    app.house.invitation(&link, visit.now).await?;
    let mut flow = Flow::begin("/home", visit.now.0)?;
    flow.invitation = Some(secrets::fingerprint(&link));
    send(&app, &visit, &session, flow).await
}

pub(super) async fn send(app: &App, visit: &Visit, session: &Session, flow: Flow) -> Answer {
    let provider = of(app)?;
    match provider.way_out(&flow, visit.words.lang.tag()).await {
        Ok(address) => {
            session.insert(keys::PROVIDER_FLOW, &flow).await.map_err(inner)?;
            if visit.member.is_none() && visit.participant.is_none() {
                // Who never comes back leaves nothing for long.
                session.set_expiry(Some(Expiry::OnInactivity(time::Duration::milliseconds(PATIENCE))));
            }
            Ok(Redirect::to(&address).into_response())
        }
        Err(trouble) => Ok(say(visit, provider.name(), trouble, &flow.next)),
    }
}

/// Out to the provider by somebody who is in, to prove anew that it is them.
pub(super) async fn confirm(
    State(app): State<App>,
    staff: Staff,
    session: Session,
    Query(leaving): Query<Leaving>,
) -> Answer {
    let me = staff.caller.account()?.id;
    if !may_confirm(&app, &staff.visit).await? {
        return Err(Fault::unknown());
    }
    let mut flow = Flow::begin(ours(&leaving.next), staff.visit.now.0)?;
    flow.anew = Some(me.to_string());
    send(&app, &staff.visit, &session, flow).await
}

/// Whether somebody who is in can prove at the provider that it is them: they came in through it, and it is not a way
/// round a second step that they have here.
pub(crate) async fn may_confirm(app: &App, visit: &Visit) -> Answer<bool> {
    let (Some(session), Some(caller)) = (&visit.session, visit.caller()) else { return Ok(false) };
    let through = session.get::<String>(keys::PROVIDER_SID).await.map_err(inner)?.is_some();
    if app.provider.is_none() || !through {
        return Ok(false);
    }
    Ok(app.house.provider_is_strong() || !app.house.factors(&caller).await?.second())
}

/// Back from the provider.
pub(super) async fn back(
    State(app): State<App>,
    visit: Visit,
    session: Session,
    arrival: Arrival,
    headers: HeaderMap,
    Query(answered): Query<Answered>,
) -> Answer {
    let provider = of(&app)?;
    // Whatever comes, it is answered once.
    let flow: Option<Flow> = session.remove(keys::PROVIDER_FLOW).await.map_err(inner)?;
    let Some(flow) = flow.filter(|flow| flow.is_answered_by(&answered.state, visit.now.0)) else {
        return Ok(say(&visit, provider.name(), Trouble::Stale, "/home"));
    };
    let vouched = match provider.vouched(&answered, &flow, visit.now.0).await {
        Ok(vouched) => vouched,
        Err(trouble) => return Ok(say(&visit, provider.name(), trouble, &flow.next)),
    };
    let there = vouched.session.as_deref().map(|sid| provider_session(provider.issuer(), sid));
    let there = there.unwrap_or_default();
    if let Some(member) = &flow.anew {
        let known = app.house.provider_knows(&vouched.person).await?.map(|id| id.to_string());
        let me = visit.member.as_ref().map(|member| member.id.to_string());
        if known.as_ref() != Some(member) || me.as_ref() != Some(member) || !may_confirm(&app, &visit).await?
        {
            let trouble = Trouble::Odd("somebody else proved themselves");
            return Ok(say(&visit, provider.name(), trouble, &flow.next));
        }
        session.insert(keys::CONFIRMED, visit.now.0).await.map_err(inner)?;
        session.insert(keys::PROVIDER_SID, there).await.map_err(inner)?;
        return Ok(Redirect::to(&flow.next).into_response());
    }
    let invitation = flow.invitation.as_deref();
    let member = match app.house.provider_member(&vouched.person, invitation, visit.now).await {
        Ok(member) => member,
        Err(Error::Refused(Refusal::Unknown)) => {
            let sentence = visit.words.with("provider-trouble-unknown").s("provider", provider.name());
            return Ok(stop(&visit, StatusCode::FORBIDDEN, sentence.to_string(), &flow.next));
        }
        Err(other) => return Err(other.into()),
    };
    arrive(&app, &session, &member, &Coming { visit, arrival, headers }, &flow.next, there).await
}

/// In, or halfway to the second step where none is asked at the provider.
async fn arrive(
    app: &App,
    session: &Session,
    member: &Member,
    coming: &Coming,
    next: &str,
    there: String,
) -> Answer {
    if !app.house.provider_is_strong() && app.house.asks_second(member).await? {
        let answer = begin(app, session, member, coming, next).await?;
        session.insert(keys::HALF_PROVIDER, there).await.map_err(inner)?;
        return Ok(answer);
    }
    let answer = enter(app, session, member, coming, next).await?;
    session.insert(keys::PROVIDER_SID, there).await.map_err(inner)?;
    Ok(answer)
}

/// How the provider's name for a session is kept.
fn provider_session(issuer: &str, sid: &str) -> String {
    secrets::fingerprint(&format!("{issuer} {sid}"))
}

/// The provider itself says that somebody signed out there. No browser is involved; the token says all.
pub(super) async fn ended(
    State(app): State<App>,
    visit: Visit,
    Form(Ended { logout_token }): Form<Ended>,
) -> Answer {
    let provider = of(&app)?;
    let checked = provider.checked(&logout_token, visit.now.0 / 1_000).await;
    let ending = match checked {
        Ok(claims) => token::ending(&claims),
        Err(Trouble::Away(kind)) => {
            tracing::warn!(kind, "the provider's keys, while it ends sessions");
            return Ok(no(StatusCode::SERVICE_UNAVAILABLE));
        }
        Err(_) => None,
    };
    let Some(ending) = ending else {
        tracing::warn!("a word to end sessions that is not the provider's");
        return Ok(no(StatusCode::BAD_REQUEST));
    };
    let session = ending.session.as_deref().map(|sid| provider_session(provider.issuer(), sid));
    let end = practice::identity::provider::Ending {
        issuer: provider.issuer(),
        subject: ending.subject.as_deref(),
        session: session.as_deref(),
        once: &ending.once,
        until: method::time::Stamp(ending.until.saturating_mul(1_000)),
    };
    match app.house.provider_ended(&end, visit.now).await? {
        true => Ok(StatusCode::OK.into_response()),
        false => Ok(no(StatusCode::BAD_REQUEST)),
    }
}

/// A no, as the provider's program reads it.
fn no(status: StatusCode) -> Response {
    (status, Json(serde_json::json!({ "error": "invalid_request" }))).into_response()
}

/// After signing out of what the provider opened: it can be asked to end its own session too.
pub(super) async fn signed_out(State(app): State<App>, visit: Visit) -> Answer {
    let provider = of(&app)?;
    let (name, end) = (provider.name().to_owned(), provider.way_to_end().await);
    Ok(page(&SignedOutPage { frame: visit.frame("signed-out-title"), name, end }))
}
