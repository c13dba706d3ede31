//! Many who look together: one points, all others hear it; and the floor, which passes on whatever it hears.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message as Passed, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use axum::routing::get;
use futures::future::try_join_all;
use futures::{SinkExt, StreamExt};
use serde_json::json;
use tokio::sync::broadcast;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::Done;

type Socket = WebSocketStream<MaybeTlsStream<tokio::net::TcpStream>>;

/// How far apart two pointers of one person are: as a hand moves on a screen.
const BETWEEN: Duration = Duration::from_millis(80);

/// How long is waited for pointers after the last one was sent; what has not come by then never comes.
const LATEST: Duration = Duration::from_secs(15);

/// What is measured.
pub struct What {
    pub server: SocketAddr,
    pub path: String,
    pub watchers: usize,
    pub points: usize,
    /// Whose eyes: cookies, taken in turn. The first is who points.
    pub cookie: Vec<String>,
}

async fn open(what: &What, number: usize) -> Done<Socket> {
    let mut request = format!("ws://{}{}", what.server, what.path).into_client_request()?;
    if let Some(cookie) = what.cookie.get(number % what.cookie.len().max(1)) {
        request.headers_mut().insert("cookie", HeaderValue::from_str(cookie)?);
    }
    Ok(connect_async(request).await?.0)
}

/// Opens all watchers, says `watching` and waits for a line, so that memory can be read while they only listen; then
/// points, and prints how long each pointer was on its way.
pub async fn live(what: What) -> Done {
    let mut hand = open(&what, 0).await?;
    let mut watchers = Vec::with_capacity(what.watchers);
    for number in 1..=what.watchers {
        watchers.push(open(&what, number).await?);
    }
    println!("watching");
    tokio::task::spawn_blocking(|| std::io::stdin().read_line(&mut String::new())).await??;
    let began = Instant::now();
    let points = what.points;
    let listening = watchers.into_iter().map(|socket| tokio::spawn(listen(socket, began, points)));
    let listening: Vec<_> = listening.collect();
    let mut pace = tokio::time::interval(BETWEEN);
    for _ in 0..points {
        pace.tick().await;
        // When it was sent is what is sent: microseconds since the beginning, as the place that is pointed at.
        let sent = i64::try_from(began.elapsed().as_micros())?;
        hand.send(Message::text(format!(r#"{{"point":{sent}}}"#))).await?;
    }
    let mut took = Vec::new();
    for heard in try_join_all(listening).await? {
        took.extend(heard?);
    }
    took.sort_by(f64::total_cmp);
    let at = |part: f64| took.get(((took.len() as f64 * part) as usize).min(took.len().saturating_sub(1)));
    println!("{}", json!({ "heard": took.len(), "p50": at(0.5), "p99": at(0.99), "most": took.last() }));
    Ok(())
}

/// How long each pointer was on its way to one watcher, in milliseconds.
async fn listen(mut socket: Socket, began: Instant, points: usize) -> Done<Vec<f64>> {
    let mut took = Vec::with_capacity(points);
    let last = tokio::time::sleep(BETWEEN * u32::try_from(points)? + LATEST);
    tokio::pin!(last);
    while took.len() < points {
        let next = tokio::select! { next = socket.next() => next, () = &mut last => break };
        let Some(Message::Text(text)) = next.transpose()? else { return Err("the socket ended".into()) };
        let now = began.elapsed().as_secs_f64() * 1_000.0;
        let said: serde_json::Value = serde_json::from_str(&text)?;
        // Ours tells it as a fact, the floor as it came.
        let sent = if said["kind"] == "point" { &said["at"] } else { &said["point"] };
        if let Some(sent) = sent.as_f64() {
            took.push(now - sent / 1_000.0);
        }
    }
    Ok(took)
}

/// The floor: the same framework, passing on what it hears to everyone, with nothing asked and nothing known.
pub async fn floor() -> Done {
    let (all, _) = broadcast::channel::<axum::extract::ws::Utf8Bytes>(256);
    let router = Router::new().route("/live", get(join)).with_state(all);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("ready http://{}", listener.local_addr()?);
    Ok(axum::serve(listener, router).await?)
}

type All = broadcast::Sender<axum::extract::ws::Utf8Bytes>;

async fn join(State(all): State<All>, socket: WebSocketUpgrade) -> Response {
    socket.on_upgrade(move |socket| pass(all, socket))
}

async fn pass(all: All, mut socket: WebSocket) {
    let mut facts = all.subscribe();
    loop {
        tokio::select! {
            fact = facts.recv() => match fact {
                Ok(text) => if socket.send(Passed::Text(text)).await.is_err() { return },
                Err(_) => return,
            },
            heard = socket.recv() => match heard {
                Some(Ok(Passed::Text(text))) => { let _ = all.send(text); }
                Some(Ok(_)) => {}
                _ => return,
            },
        }
    }
}
