//! Consent on paper: a sheet to print with a box per purpose, link and code; and entering what was crossed on it, with
//! a photo or scan as proof.

use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Multipart, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use method::Refusal;
use method::consent::Purpose;
use method::ids::{ObjectId, ParticipantId};
use method::roles::Perspective;
use practice::Error;
use practice::consent::papers::{Filed, PAPER_MAX};
use practice::conversation::Overview;
use practice::papers::Link;

use super::answers::{self, Question};
use super::beside::{self, who};
use super::link;
use super::texts::{Hand, Text};
use crate::app::{App, page};
use crate::conversation::{show::id, steps};
use crate::fault::{Answer, Fault};
use crate::form::{Wrong, mend};
use crate::frame::Frame;
use crate::headers::SHOWN_ALONE;
use crate::papers;
use crate::visit::{Anyone, Staff};
use crate::words::Words;

/// Room for the answers beside the photo.
const FORM_MAX: usize = PAPER_MAX + (1 << 20);

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/conversations/{id}/paper/{who}", get(show).post(enter))
        .layer(DefaultBodyLimit::max(FORM_MAX))
        .route("/conversations/{id}/paper/{who}/print", post(print))
        .route("/papers/{object}", get(photo))
}

#[derive(Template)]
#[template(path = "consent/enter.html")]
struct EnterPage {
    frame: Frame,
    id: String,
    who: String,
    back: String,
    /// Whether it is the client's, who chooses a name too.
    client: bool,
    /// Whether the second yes is entered.
    after: bool,
    /// Whether there is anything to enter now.
    open: bool,
    questions: Vec<Question>,
    said: bool,
    chosen: String,
    wrong: Wrong,
}

/// Whose paper it is and what can be entered of it now.
struct Whose {
    conversation: Overview,
    who: ParticipantId,
    hand: Hand,
    name: String,
    asks: Option<&'static str>,
}

impl Whose {
    async fn of(app: &App, staff: &Staff, text: &str, whose: &str) -> Answer<Self> {
        let conversation = app.house.conversation(&staff.caller, id(text)?).await?;
        let who = who(whose)?;
        let companion = app.house.asked_by(&staff.caller, conversation.id, who).await?;
        let words = staff.visit.words;
        let one = conversation.facts.companions.iter().find(|one| one.id == who);
        let name = match one {
            Some(one) => beside::name(words, &conversation, one),
            None => steps::person(words, &conversation, Perspective::Client),
        };
        let voice = conversation.facts.voices().find(|voice| voice.id == who);
        let asks = voice.as_ref().and_then(|voice| beside::asks(&conversation, voice));
        let hand = if companion.is_some() { Hand::Beside } else { Hand::Client };
        Ok(Self { who, hand, name, asks, conversation })
    }

    fn client(&self) -> bool {
        self.hand == Hand::Client
    }

    fn back(&self) -> String {
        let room = match (self.client(), self.asks) {
            (false, _) => "beside",
            (true, Some("second")) => "second",
            (true, _) => "consent",
        };
        format!("/conversations/{}/{room}", self.conversation.id)
    }

    /// What stands on the sheet, and so what was before whoever crossed it.
    fn text(&self, words: Words, terms: &practice::organisation::Terms) -> Text {
        Text::sheet(words, terms, self.hand)
    }
}

/// What was typed beside the photo.
#[derive(Default)]
struct Typed {
    answers: Vec<(String, String)>,
    name: String,
    photo: bytes::Bytes,
}

async fn show(State(app): State<App>, staff: Staff, Path((text, whose)): Path<(String, String)>) -> Answer {
    let whose = Whose::of(&app, &staff, &text, &whose).await?;
    Ok(form(&staff, &whose, &Typed::default(), Wrong::default()))
}

fn form(staff: &Staff, whose: &Whose, typed: &Typed, wrong: Wrong) -> Response {
    let words = staff.visit.words;
    let crossed = typed.answers.iter().filter(|(_, said)| said == "yes");
    let yes: Vec<Purpose> = crossed.filter_map(|(name, _)| Purpose::parse(name)).collect();
    let title = words.with("paper-enter-title").s("name", &whose.name).to_string();
    page(&EnterPage {
        frame: staff.visit.frame_titled(title),
        id: whose.conversation.id.to_string(),
        who: whose.who.to_string(),
        back: whose.back(),
        client: whose.client(),
        after: whose.asks == Some("second"),
        open: whose.asks.is_some(),
        questions: answers::questions_for(words, &yes, whose.hand),
        said: !typed.answers.is_empty(),
        chosen: typed.name.clone(),
        wrong,
    })
}

/// The sheet, with a fresh link and code on it: shown once, as every link is.
async fn print(
    State(app): State<App>,
    staff: Staff,
    headers: HeaderMap,
    Path((text, whose)): Path<(String, String)>,
) -> Answer {
    let whose = Whose::of(&app, &staff, &text, &whose).await?;
    if whose.asks.is_none() {
        return Err(Refusal::RecordingPresent.into());
    }
    let (words, terms) = (papers::printed(staff.visit.words), staff.visit.terms(&app).await?);
    let text = whose.text(words, &terms).written()?;
    let pdf =
        app.house.consent_form(&staff.caller, (whose.conversation.id, whose.who), &text, |link, version| {
            let link = Link { address: link::address(&app, &headers, &link), code: link.code };
            papers::form(words, &terms, whose.hand, link, version, staff.visit.now)
        });
    Ok(papers::download(&words.t("papers-name-consent"), pdf.await?))
}

async fn read(mut form: Multipart) -> Result<Typed, Fault> {
    let broken = |_| Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form");
    let mut typed = Typed::default();
    while let Some(field) = form.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "photo" {
            // In memory only: it reaches the disk sealed, or not at all.
            typed.photo = field.bytes().await.map_err(|error| match error.status() {
                StatusCode::PAYLOAD_TOO_LARGE => {
                    Fault::of(StatusCode::PAYLOAD_TOO_LARGE, "invalid-paper-large")
                }
                _ => Fault::of(StatusCode::UNPROCESSABLE_ENTITY, "refusal-form"),
            })?;
            continue;
        }
        let value = field.text().await.map_err(broken)?;
        match name.as_str() {
            "name" => typed.name = value,
            _ => typed.answers.push((name, value)),
        }
    }
    Ok(typed)
}

async fn enter(
    State(app): State<App>,
    staff: Staff,
    Path((text, whose)): Path<(String, String)>,
    multipart: Multipart,
) -> Answer {
    let whose = Whose::of(&app, &staff, &text, &whose).await?;
    let typed = read(multipart).await?;
    let done = file(&app, &staff, &whose, &typed).await;
    match mend(done, staff.visit.words)? {
        Ok(()) => Ok(Redirect::to(&whose.back()).into_response()),
        Err(wrong) => {
            let answer = form(&staff, &whose, &typed, wrong);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, answer).into_response())
        }
    }
}

async fn file(app: &App, staff: &Staff, whose: &Whose, typed: &Typed) -> practice::Result<()> {
    let yes = answers::all_answered(&typed.answers)?;
    let after = whose.asks == Some("second");
    if !yes.contains(&Purpose::Look) {
        if after {
            return Err(Error::invalid("answers", "invalid-second-look"));
        }
        // A no is entered nowhere; a yes that was there before goes.
        let filed = Filed {
            of: whose.who,
            after,
            yes: &[],
            name: None,
            text_version: "",
            photo: bytes::Bytes::from_static(b"%PDF-"),
        };
        return app.house.file_paper(&staff.caller, whose.conversation.id, filed).await;
    }
    if typed.photo.is_empty() {
        return Err(Error::invalid("photo", "invalid-paper-none"));
    }
    if whose.client() && !after {
        practice::consent::tidy_code_name(&typed.name)?;
    }
    let terms = app.house.terms(staff.caller.account()?.organisation).await?;
    let text_version = whose.text(staff.visit.words, &terms).keep(app, &staff.caller).await?;
    let filed = Filed {
        of: whose.who,
        after,
        yes: &yes,
        name: (whose.client() && !after).then_some(typed.name.as_str()),
        text_version: &text_version,
        photo: typed.photo.clone(),
    };
    app.house.file_paper(&staff.caller, whose.conversation.id, filed).await
}

/// A photo of a paper, for those in the picture. It can show nothing but itself, and runs nothing.
async fn photo(State(app): State<App>, anyone: Anyone, Path(object): Path<String>) -> Answer {
    let object = ObjectId::parse(&object).ok_or_else(Fault::unknown)?;
    let (kind, bytes) = app.house.paper(&anyone.caller, object).await?;
    let mut answer = bytes.into_response();
    let headers = answer.headers_mut();
    let kind = HeaderValue::from_str(&kind).map_err(|_| Fault::unknown())?;
    let pdf = kind == "application/pdf";
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_static(if pdf { "attachment; filename=\"toestemming.pdf\"" } else { "inline" }),
    );
    headers.insert(header::CONTENT_SECURITY_POLICY, SHOWN_ALONE);
    Ok(answer)
}
