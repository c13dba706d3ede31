//! Everything that is kept about whoever asks, in one file that a person can open: a page, the video, and data for a
//! program (GDPR, article 15). The code is asked once more, and it is made while it is sent.

mod archive;
mod data;
mod document;

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum_extra::extract::Form;
use bytes::Bytes;
use practice::Error;
use practice::client::{Everything, Shown, Way};
use serde::Deserialize;

use self::archive::{Content, Entry};
use super::seen::{Reading, lines};
use super::{Here, enter};
use crate::app::{App, page};
use crate::doors::open::Served;
use crate::fault::{Answer, Fault};
use crate::frame::Frame;
use crate::visit::Guest;
use crate::words::{Lang, Words};

/// What `data.json` is written by, for whoever wants to read it with a program.
const SCHEMA: &str = include_str!("../../../../docs/everything.schema.json");

pub(super) fn routes() -> Router<App> {
    Router::new().route("/mine/everything", get(show).post(fetch))
}

#[derive(Template)]
#[template(path = "client/everything.html")]
struct EverythingPage {
    frame: Frame,
    /// Whether a password is asked, for whoever came in by an account.
    account: bool,
    /// Whether they were there without a chair.
    beside: bool,
    sentence: Option<String>,
}

#[derive(Deserialize)]
struct Typed {
    code: String,
}

fn form(guest: &Guest, here: &Here, sentence: Option<String>) -> EverythingPage {
    EverythingPage {
        frame: guest.visit.frame("everything-title"),
        account: guest.visit.member.is_some(),
        beside: here.conversation.companion.is_some(),
        sentence,
    }
}

async fn show(State(app): State<App>, guest: Guest) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    Ok(page(&form(&guest, &here, None)))
}

/// Whether whoever asks is who they are: their code once more, or the password of their account. Gives why not.
async fn prove(app: &App, guest: &Guest, here: &Here, typed: String) -> Answer<Option<(StatusCode, String)>> {
    let words = guest.visit.words;
    if let Some(member) = &guest.visit.member {
        let session = guest.visit.session.as_ref().and_then(tower_sessions::Session::id);
        let cookie = session.ok_or_else(Fault::unknown)?.to_string();
        return match app.house.ask_password_again(member.id, &cookie, typed).await {
            Ok(()) => Ok(None),
            Err(Error::Invalid { key, .. }) => Ok(Some((StatusCode::UNPROCESSABLE_ENTITY, words.t(key)))),
            Err(other) => Err(other.into()),
        };
    }
    let way = app.house.ask_code_again(&guest.caller, guest.visit.device.as_deref(), &typed).await?;
    match way {
        Way::In(_) => Ok(None),
        way => Ok(enter::no(words, &here.terms.phone, way)),
    }
}

async fn fetch(State(app): State<App>, guest: Guest, Form(typed): Form<Typed>) -> Answer {
    let here = Here::anyone(&app, &guest).await?;
    if let Some((status, sentence)) = prove(&app, &guest, &here, typed.code).await? {
        let mut answer = page(&form(&guest, &here, Some(sentence)));
        *answer.status_mut() = status;
        return Ok(answer);
    }
    let now = guest.visit.now;
    let all = app.house.everything(&guest.caller).await?;
    let entries = entries(&guest, &here, all)?;
    let served = entries.iter().filter_map(|entry| match &entry.content {
        Content::Media(media) => Some((**media).clone()),
        Content::Bytes(_) => None,
    });
    let served = Served(served.collect());
    let mut answer = Response::new(archive::body(entries, now));
    answer.extensions_mut().insert(served);
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    let name = HeaderValue::from_static("attachment; filename=\"meerzien-alles-over-mij.zip\"");
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(answer.into_response())
}

/// What the files of the archive are called.
#[derive(Debug, Default)]
pub(super) struct Files {
    texts: HashMap<String, String>,
    papers: Vec<String>,
    film: Option<String>,
    sounds: Vec<String>,
}

impl Files {
    fn of(all: &Everything) -> Self {
        let texts = (1..).zip(&all.texts).filter(|(_, (_, text))| text.is_some());
        Self {
            texts: texts.map(|(n, (version, _))| (version.clone(), format!("text-{n}.html"))).collect(),
            papers: (1..)
                .zip(&all.papers)
                .map(|(n, paper)| format!("paper-{n}.{}", ending(&paper.content_type)))
                .collect(),
            film: all.film.as_ref().map(|(film, _)| format!("video.{}", ending(&film.content_type))),
            sounds: (1..)
                .zip(&all.sounds)
                .map(|(n, sound)| format!("sound-{n}.{}", ending(&sound.media.content_type)))
                .collect(),
        }
    }

    /// The file that holds the text of a version.
    fn text(&self, version: &str) -> Option<&str> {
        self.texts.get(version).map(String::as_str)
    }
}

/// How a file's name ends, by its type, so that whatever opens it knows what it is.
fn ending(content_type: &str) -> &'static str {
    match content_type.split(';').next().unwrap_or_default().trim() {
        "video/mp4" => "mp4",
        "video/webm" | "audio/webm" => "webm",
        "video/ogg" => "ogv",
        "audio/mp4" => "m4a",
        "audio/ogg" => "ogg",
        "audio/mpeg" => "mp3",
        "audio/wav" | "audio/x-wav" | "audio/wave" => "wav",
        "audio/flac" | "audio/x-flac" => "flac",
        "audio/aac" => "aac",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "application/pdf" => "pdf",
        _ => "bin",
    }
}

/// The files of the archive: the page first, in the language of whoever asks.
fn entries(guest: &Guest, here: &Here, all: Everything) -> Answer<Vec<Entry>> {
    let now = guest.visit.now;
    let files = Files::of(&all);
    let own = guest.visit.words;
    let mut entries = Vec::new();
    let mut text = |name: String, text: String| {
        entries.push(Entry { name, content: Content::Bytes(Bytes::from(text)) });
    };
    let log_in = |words: Words| {
        let me = all.conversation.companion.is_none().then_some(all.conversation.me);
        lines(Reading { words, me }, &all.log, &all.watched, now)
    };
    for lang in Lang::ALL.iter().copied() {
        let words = Words { lang, kind: own.kind };
        let name = page_name(own.lang, lang);
        let log = log_in(words);
        let whole = super::everything::document::whole(words, here, &all, &files, log, now, own.lang);
        text(name, whole.render().map_err(|e| Error::Inner(format!("template: {e}")))?);
    }
    let json = data::whole(&all, &files, &log_in(own), own.lang.tag(), now);
    let json = serde_json::to_string_pretty(&json).map_err(|e| Error::Inner(format!("json: {e}")))?;
    text("data.json".into(), json);
    text("data.schema.json".into(), SCHEMA.to_owned());
    for (version, content) in &all.texts {
        let (Some(name), Some(content)) = (files.text(version), content) else { continue };
        let page = document::text(content)?;
        text(name.to_owned(), page.render().map_err(|e| Error::Inner(format!("template: {e}")))?);
    }
    let media = |name: &String, shown: Shown| Entry {
        name: name.clone(),
        content: Content::Media(Box::new(shown.media)),
    };
    for (name, paper) in files.papers.iter().zip(all.papers) {
        entries.push(Entry { name: name.clone(), content: Content::Bytes(paper.bytes) });
    }
    entries.extend(files.sounds.iter().zip(all.sounds).map(|(name, sound)| media(name, sound)));
    entries.extend(files.film.iter().zip(all.film).map(|(name, (_, shown))| media(name, shown)));
    Ok(entries)
}

/// What the page in a language is called: `index.html` in one's own.
fn page_name(own: Lang, lang: Lang) -> String {
    if own == lang { "index.html".to_owned() } else { format!("index.{}.html", lang.tag()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_what_it_is() {
        assert_eq!(ending("video/webm;codecs=vp9,opus"), "webm");
        assert_eq!(ending("audio/ogg"), "ogg");
        assert_eq!(ending("application/x-anything"), "bin");
        assert_eq!(page_name(Lang::Nl, Lang::Nl), "index.html");
        assert_eq!(page_name(Lang::Nl, Lang::En), "index.en.html");
    }
}
