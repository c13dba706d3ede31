//! Connections: taken in one by one, with little memory each, held to a pace, and given a moment to end.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use rustix::net::sockopt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt as _;

use super::limits::Limits;
use super::line::{Arriving, Leaving, Line};
use super::places::{Places, Seat};

/// The most that one connection holds of what comes in or goes out, in bytes. A viewer on a slow line holds this much
/// of a film, and not the half megabyte that a server takes by itself.
const HELD: usize = 64 * 1024;
/// The longest head of a request, in bytes. Ours are shorter than two thousand.
const HEAD: usize = 16 * 1024;
/// How many headers a request can have.
const HEADERS: usize = 64;
/// How long nothing has to be heard of the other side before it is asked whether it is still there.
const QUIET: Duration = Duration::from_secs(60);

/// Answers whoever comes until `stop` ends; then whoever is being answered gets `last_words` to finish.
pub async fn answer(
    listener: TcpListener,
    app: Router,
    limits: Limits,
    stop: impl Future<Output = ()> + Send,
    last_words: Duration,
) {
    let limits = limits.fitting();
    let places = Places::new(limits);
    let (stopping, _) = watch::channel(());
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, from) = tokio::select! {
            taken = listener.accept() => match taken {
                Ok(taken) => taken,
                Err(error) => {
                    // Too many open files, most likely: room comes when somebody leaves.
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        match places.take(from.ip()) {
            Some(seat) => {
                let line = Line::new(stream, limits.stall, seat);
                serve(line, web::Peer(from.ip()), app.clone(), limits, stopping.subscribe());
            }
            // Everyone who is here is being answered; whoever was turned away can come again.
            None => tracing::warn!("a connection was turned away: all places are taken"),
        }
    }
    drop(listener);
    let _ = stopping.send(());
    tokio::select! {
        () = stopping.closed() => {}
        () = tokio::time::sleep(last_words) => {}
    }
}

/// What is small goes out at once, such as a mark on a live socket; and who is gone without a word is noticed.
fn tune(stream: &TcpStream) {
    let _ = stream.set_nodelay(true);
    let _ = sockopt::set_socket_keepalive(stream, true);
    let _ = sockopt::set_tcp_keepidle(stream, QUIET);
}

fn serve(line: Line, peer: web::Peer, app: Router, limits: Limits, mut stopping: watch::Receiver<()>) {
    tune(line.stream());
    let seat = line.seat().clone();
    let (place, hang_up) = (seat.clone(), line.hang_up());
    let hung_up = hang_up.clone();
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(hang_up.clone());
        respond(app.clone(), place.clone(), peer, limits, request)
    });
    // Not the builder that finds out which version is spoken: it waits for that without end.
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.patience);
    builder.max_buf_size(HELD).max_header_size(HEAD).max_headers(HEADERS);
    let connection = builder.serve_connection(TokioIo::new(line), service).with_upgrades();
    tokio::spawn(async move {
        let mut connection = std::pin::pin!(connection);
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = seat.wanted() => return,
            () = hung_up.wait() => return,
            _ = stopping.changed() => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        // A connection that breaks is the other side's business; what it asked was answered or not.
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}

async fn respond(
    app: Router,
    seat: Seat,
    peer: web::Peer,
    limits: Limits,
    request: Request<Incoming>,
) -> Result<Response<Leaving>, Infallible> {
    let busy = seat.busy();
    let mut request = request.map(|body| Body::new(Arriving::new(body, limits.patience)));
    request.extensions_mut().insert(peer);
    let response = app.oneshot(request).await?;
    if response.status() == StatusCode::SWITCHING_PROTOCOLS {
        seat.busy().stay();
    }
    Ok(response.map(|body| Leaving::new(body, busy)))
}
