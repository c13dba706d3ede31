//! One's own link: the devices that know it, a new code, a new link, and shutting it everywhere.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use axum_extra::extract::Form;
use practice::client::Way;
use serde::Deserialize;

use super::{Here, enter};
use crate::app::{App, page};
use crate::consent::link::Paper;
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Guest;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/mine/link", get(show))
        .route("/mine/link/device", post(end_device))
        .route("/mine/link/{deed}", get(ask).post(go))
}

struct Shown {
    id: String,
    agent: String,
    seen: String,
    this: bool,
}

#[derive(Template)]
#[template(path = "client/link.html")]
struct LinkPage {
    frame: Frame,
    devices: Vec<Shown>,
}

/// Asks the code once more, before one deed.
#[derive(Template)]
#[template(path = "client/prove.html")]
pub(super) struct ProvePage {
    pub(super) frame: Frame,
    pub(super) action: String,
    pub(super) back: &'static str,
    pub(super) lead: String,
    pub(super) act: String,
    /// Whether a password is asked, for whoever came in by an account.
    pub(super) account: bool,
    pub(super) sentence: Option<String>,
}

#[derive(Template)]
#[template(path = "client/code.html")]
struct CodePage {
    frame: Frame,
    code: String,
}

#[derive(Template)]
#[template(path = "client/renewed.html")]
struct RenewedPage {
    frame: Frame,
    paper: Paper,
}

#[derive(Template)]
#[template(path = "client/shut.html")]
struct ShutPage {
    frame: Frame,
    phone: String,
}

/// What can be done with one's own link.
#[derive(Clone, Copy)]
enum Deed {
    Code,
    Link,
    Shut,
}

impl Deed {
    fn read(text: &str) -> Answer<Self> {
        match text {
            "code" => Ok(Self::Code),
            "link" => Ok(Self::Link),
            "shut" => Ok(Self::Shut),
            _ => Err(Fault::unknown()),
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Link => "link",
            Self::Shut => "shut",
        }
    }
}

async fn show(State(app): State<App>, guest: Guest) -> Answer {
    // Whoever came in by an account has no link; their devices are with the account.
    if guest.visit.member.is_some() {
        return Ok(Redirect::to("/account").into_response());
    }
    let words = guest.visit.words;
    let (devices, this) = app.house.own_devices(&guest.caller, guest.visit.device.as_deref()).await?;
    let devices = devices.into_iter().map(|device| Shown {
        this: Some(&device.id) == this.as_ref(),
        seen: words.date_time(&device.seen),
        id: device.id,
        agent: device.agent,
    });
    let frame = guest.visit.frame("place-link");
    Ok(page(&LinkPage { frame, devices: devices.collect() }))
}

#[derive(Deserialize)]
struct Ended {
    id: String,
}

async fn end_device(State(app): State<App>, guest: Guest, Form(ended): Form<Ended>) -> Answer {
    app.house.end_own_device(&guest.caller, &ended.id).await?;
    Ok(Redirect::to("/mine/link").into_response())
}

fn prove(guest: &Guest, deed: Deed, sentence: Option<String>) -> ProvePage {
    let (words, key) = (guest.visit.words, deed.key());
    ProvePage {
        frame: guest.visit.frame(&format!("place-link-{key}")),
        action: format!("/mine/link/{key}"),
        back: "/mine/link",
        lead: words.t(&format!("place-link-{key}-lead")),
        act: words.t(&format!("place-link-{key}-act")),
        account: false,
        sentence,
    }
}

async fn ask(guest: Guest, Path(deed): Path<String>) -> Answer {
    if guest.visit.member.is_some() {
        return Ok(Redirect::to("/account").into_response());
    }
    Ok(page(&prove(&guest, Deed::read(&deed)?, None)))
}

#[derive(Deserialize)]
struct Typed {
    code: String,
}

async fn go(
    State(app): State<App>,
    guest: Guest,
    headers: HeaderMap,
    Path(deed): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let deed = Deed::read(&deed)?;
    let here = Here::anyone(&app, &guest).await?;
    let way = app.house.ask_code_again(&guest.caller, guest.visit.device.as_deref(), &typed.code).await?;
    let Way::In(me) = way else {
        let no = enter::no(guest.visit.words, &here.terms.phone, way);
        let (status, sentence) = no.ok_or_else(Fault::unknown)?;
        let mut answer = page(&prove(&guest, deed, Some(sentence)));
        *answer.status_mut() = status;
        return Ok(answer);
    };
    let id = here.conversation.id;
    match deed {
        Deed::Code => {
            let session = guest.visit.session.as_ref().and_then(tower_sessions::Session::id);
            let session = session.map(|id| practice::secrets::fingerprint(&id.to_string()));
            let code = app.house.renew_own_code(&guest.caller, &session.unwrap_or_default()).await?;
            Ok(page(&CodePage { frame: guest.visit.frame("place-code-title"), code }))
        }
        Deed::Link => {
            let link = app.house.renew_link_of(&guest.caller, id, me).await?;
            let paper = Paper::of(&app, &headers, link)?;
            Ok(page(&RenewedPage { frame: guest.visit.frame("place-renewed-title"), paper }))
        }
        Deed::Shut => {
            app.house.shut_link(&guest.caller, id, me).await?;
            let phone = here.terms.phone;
            Ok(page(&ShutPage { frame: guest.visit.frame("place-shut-title"), phone }))
        }
    }
}
