//! A real Chromium that plays what was made, and says what it saw.

use std::{
    ops::Range,
    process::Stdio,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use axum::{
    Json, Router,
    body::Body,
    extract::{DefaultBodyLimit, Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::{get, post},
};
use bytes::Bytes;
use futures::TryStreamExt;
use media::Source;
use serde::Deserialize;
use tokio::sync::oneshot;

/// A file to play.
pub struct Film {
    pub name: String,
    pub source: Arc<dyn Source>,
    pub mime: &'static str,
    /// How many bytes were sent of it.
    pub sent: AtomicU64,
    /// Where each request began.
    pub asked: Mutex<Vec<u64>>,
}

impl Film {
    pub fn new(name: &str, source: Arc<dyn Source>, mime: &'static str) -> Self {
        Self { name: name.to_owned(), source, mime, sent: AtomicU64::new(0), asked: Mutex::default() }
    }
}

/// What Chromium saw of a film.
#[derive(Debug, Deserialize)]
pub struct Seen {
    pub error: Option<String>,
    /// In seconds; absent when it is not finite.
    pub duration: Option<f64>,
    /// For every place asked for: where the player was, and the brightness in the middle.
    pub places: Vec<Place>,
}

#[derive(Debug, Deserialize)]
pub struct Place {
    pub at: f64,
    pub light: Option<f64>,
}

struct Cinema {
    films: Vec<Film>,
    answer: Mutex<Option<oneshot::Sender<Vec<Seen>>>>,
}

const PAGE: &str = include_str!("browser.html");
const RECORDER: &str = include_str!("recorder.html");

/// Plays all films in Chromium, jumping to each of `places` (parts of their length).
pub async fn watch(films: Vec<Film>, places: &[f64]) -> (Vec<Film>, Vec<Seen>) {
    let (sender, seen) = oneshot::channel();
    let cinema = Arc::new(Cinema { films, answer: Mutex::new(Some(sender)) });
    let list: Vec<_> = cinema.films.iter().map(|film| film.mime).collect();
    let page = PAGE.replace("{films}", &serde_json::to_string(&list).unwrap());
    let page = page.replace("{places}", &serde_json::to_string(places).unwrap());
    let router = Router::new()
        .route("/", get(async || Html(page)))
        .route("/film/{number}", get(film))
        .route("/seen", post(take))
        .with_state(Arc::clone(&cinema));
    let seen = visit(router, seen).await;
    (Arc::into_inner(cinema).expect("still served").films, seen)
}

/// Lets Chromium record a moving picture with a tone in each of these kinds, for some seconds: which
/// of them it can, and what came out.
pub async fn record(kinds: &[&str], seconds: u32) -> Vec<(String, Bytes)> {
    let (sender, done) = oneshot::channel();
    let recorded = Arc::new(Recorded { files: Mutex::default(), answer: Mutex::new(Some(sender)) });
    let page = RECORDER.replace("{kinds}", &serde_json::to_string(kinds).unwrap());
    let page = page.replace("{seconds}", &seconds.to_string());
    let router = Router::new()
        .route("/", get(async || Html(page)))
        .route("/file", post(file))
        .route("/done", post(done_recording))
        .layer(DefaultBodyLimit::max(64 << 20))
        .with_state(Arc::clone(&recorded));
    visit(router, done).await;
    std::mem::take(&mut *recorded.files.lock().unwrap_or_else(PoisonError::into_inner))
}

struct Recorded {
    files: Mutex<Vec<(String, Bytes)>>,
    answer: Mutex<Option<oneshot::Sender<()>>>,
}

async fn file(State(recorded): State<Arc<Recorded>>, Query(kind): Query<Kind>, body: Bytes) {
    recorded.files.lock().unwrap_or_else(PoisonError::into_inner).push((kind.kind, body));
}

async fn done_recording(State(recorded): State<Arc<Recorded>>) {
    recorded.answer.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap().send(()).unwrap();
}

#[derive(Deserialize)]
struct Kind {
    kind: String,
}

/// Serves a page to Chromium until the answer has come.
async fn visit<T>(router: Router, answer: oneshot::Receiver<T>) -> T {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    let profile = tempfile::tempdir().unwrap();
    let mut chromium = tokio::process::Command::new("/usr/bin/chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg("--autoplay-policy=no-user-gesture-required")
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(format!("http://{address}/"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let answer = tokio::time::timeout(Duration::from_secs(150), answer).await.expect("no answer").unwrap();
    chromium.kill().await.unwrap();
    server.abort();
    let _ = server.await;
    answer
}

async fn take(State(cinema): State<Arc<Cinema>>, Json(seen): Json<Vec<Seen>>) {
    let sender = cinema.answer.lock().unwrap_or_else(PoisonError::into_inner).take();
    sender.unwrap().send(seen).unwrap();
}

/// Answers with ranges and nothing else, as the program will.
async fn film(State(cinema): State<Arc<Cinema>>, Path(number): Path<usize>, headers: HeaderMap) -> Response {
    let film = &cinema.films[number];
    let len = film.source.len();
    let asked = headers.get(header::RANGE).map(|range| range.to_str().unwrap());
    let Some(range) = asked.and_then(|range| parse(range, len)) else {
        return StatusCode::RANGE_NOT_SATISFIABLE.into_response();
    };
    let place = format!("bytes {}-{}/{len}", range.start, range.end - 1);
    film.asked.lock().unwrap_or_else(PoisonError::into_inner).push(range.start);
    let counted = Arc::clone(&cinema);
    let body = film.source.read(range.clone()).inspect_ok(move |piece| {
        counted.films[number].sent.fetch_add(piece.len() as u64, Ordering::Relaxed);
    });
    Response::builder()
        .status(StatusCode::PARTIAL_CONTENT)
        .header(header::CONTENT_TYPE, film.mime)
        .header(header::ACCEPT_RANGES, "bytes")
        .header(header::CONTENT_RANGE, place)
        .header(header::CONTENT_LENGTH, range.end - range.start)
        .body(Body::from_stream(body))
        .unwrap()
}

fn parse(range: &str, len: u64) -> Option<Range<u64>> {
    let (from, to) = range.strip_prefix("bytes=")?.split_once('-')?;
    let from = from.parse().ok()?;
    let end = if to.is_empty() { len } else { to.parse::<u64>().ok()? + 1 };
    (from < end && end <= len).then_some(from..end)
}
