//! What goes on after the gate was passed: an answer that is still being read, a film that is still being sent. It ends
//! when the door is shut by which it came: a session or a device that was ended, a link that was withdrawn, an account
//! that was blocked, a yes that was taken back.
//!
//! Whether the door is open is asked again every so often, also of somebody who reads nothing: then the connection itself
//! is ended, and what was on its way is thrown away. Live sockets ask for themselves (`live`), and say why they close.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use bytes::Bytes;
use hyper::body::{Frame, SizeHint};
use method::time::Stamp;
use practice::House;
use practice::recording::Media;
use practice::sessions::Door;
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

use crate::app::App;
use crate::visit::Visit;

/// How often it is asked whether the door is still open.
const EVERY: Duration = Duration::from_millis(800);

/// Ends the connection that a request came by, also when nobody takes what is sent on it.
#[derive(Clone, Debug, Default)]
pub struct HangUp(Arc<Hook>);

#[derive(Debug, Default)]
struct Hook {
    down: AtomicBool,
    rung: Notify,
}

impl HangUp {
    /// Ends it.
    pub fn hang_up(&self) {
        self.0.down.store(true, Ordering::Release);
        self.0.rung.notify_one();
    }

    /// Whether it is to end at once.
    #[must_use]
    pub fn is_hung_up(&self) -> bool {
        self.0.down.load(Ordering::Acquire)
    }

    /// Ends when it is to end. For whoever keeps the connection, and for them alone.
    pub async fn wait(&self) {
        self.0.rung.notified().await;
    }
}

/// Beside an answer: the recordings that are served in it, which must go on being allowed.
#[derive(Clone, Debug)]
pub(crate) struct Served(pub(crate) Vec<Media>);

/// Watches over what goes on after the gate.
pub(crate) async fn watch(State(app): State<App>, request: Request, next: Next) -> Response {
    let hang_up = request.extensions().get::<HangUp>().cloned().unwrap_or_default();
    let visit = request.extensions().get::<Visit>();
    let Some(door) = visit.and_then(|visit| Some(visit.door(visit.caller()?))) else {
        return next.run(request).await;
    };
    let opening = Opening { house: app.house, door, served: Vec::new(), passed: Arc::default() };
    // A part of a recording can be on its way for hours. What it brought is kept, so the connection is let be.
    let request = if request.method() == Method::PATCH {
        let opening = opening.clone();
        request.map(|body| Body::new(Held::new(body, opening, None)))
    } else {
        request
    };
    let mut response = next.run(request).await;
    // What is known as a whole is on its way at once.
    if response.status() == StatusCode::SWITCHING_PROTOCOLS || response.body().size_hint().exact().is_some() {
        return response;
    }
    let served = response.extensions_mut().remove::<Served>().map_or_else(Vec::new, |Served(all)| all);
    response.map(|body| Body::new(Held::new(body, Opening { served, ..opening }, Some(hang_up))))
}

/// Somebody who is being answered.
#[derive(Clone)]
struct Opening {
    house: Arc<House>,
    door: Door,
    served: Vec<Media>,
    /// How many bytes passed.
    passed: Arc<AtomicU64>,
}

impl Opening {
    /// Ends when the door is shut, or when nobody can say that it is open.
    async fn shut(self) {
        let mut ticks = interval_at(Instant::now() + EVERY, EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (mut passed, mut awake) = (0, 0);
        loop {
            ticks.tick().await;
            let now = Stamp::from(jiff::Timestamp::now());
            if !self.is_open(now).await.unwrap_or(false) {
                return;
            }
            // Whoever watches is there, though nothing is asked. One who paused takes nothing.
            let so_far = self.passed.load(Ordering::Relaxed);
            let every = self.house.settings.client_rest * 1_000 / 30;
            if so_far > passed && self.door.caller.member.is_none() && now.0 - awake > every {
                (passed, awake) = (so_far, now.0);
                if let Some(cookie) = &self.door.cookie {
                    // When this fails, the next try is a moment later.
                    let _ = self.house.keep_session_awake(cookie, now).await;
                }
            }
        }
    }

    async fn is_open(&self, now: Stamp) -> practice::Result<bool> {
        let Some(caller) = self.house.still_in(&self.door, now).await? else { return Ok(false) };
        for media in &self.served {
            media.may_go_on(&caller).await?;
        }
        Ok(true)
    }
}

/// A body that passes as long as its door is open.
struct Held {
    body: Body,
    opening: Opening,
    hang_up: Option<HangUp>,
    watching: Option<(JoinHandle<()>, oneshot::Receiver<()>)>,
}

impl Held {
    const fn new(body: Body, opening: Opening, hang_up: Option<HangUp>) -> Self {
        Self { body, opening, hang_up, watching: None }
    }

    fn is_shut(&mut self, context: &mut Context<'_>) -> bool {
        let (_, shut) = self.watching.get_or_insert_with(|| {
            let (tell, shut) = oneshot::channel();
            let (opening, hang_up) = (self.opening.clone(), self.hang_up.clone());
            let task = tokio::spawn(async move {
                opening.shut().await;
                tracing::info!("what was still on its way was ended: its door is shut");
                let _ = tell.send(());
                if let Some(hang_up) = hang_up {
                    hang_up.hang_up();
                }
            });
            (task, shut)
        });
        // Whoever watches and is gone saw nothing: then it is shut as well.
        Pin::new(shut).poll(context).is_ready()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some((task, _)) = &self.watching {
            task.abort();
        }
    }
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.is_shut(context) {
            let shut = std::io::Error::new(std::io::ErrorKind::ConnectionAborted, "the door is shut");
            return Poll::Ready(Some(Err(axum::Error::new(shut))));
        }
        let frame = Pin::new(&mut self.body).poll_frame(context);
        if let Poll::Ready(Some(Ok(frame))) = &frame {
            let bytes = frame.data_ref().map_or(0, Bytes::len) as u64;
            self.opening.passed.fetch_add(bytes, Ordering::Relaxed);
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
