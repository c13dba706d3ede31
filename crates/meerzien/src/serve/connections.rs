//! Connections: taken in one by one, with little memory each, and given a moment to end.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt as _;

/// The most that one connection holds of what comes in or goes out, in bytes. A viewer on a slow line holds this much
/// of a film, and not the half megabyte that a server takes by itself.
const HELD: usize = 64 * 1024;
/// How long a request may take to say what it wants, so that slow senders cannot hold a place.
const PATIENCE: Duration = Duration::from_secs(30);

/// Answers whoever comes until `stop` ends; then whoever is being answered gets `last_words` to finish.
pub async fn answer(
    listener: TcpListener,
    app: Router,
    stop: impl Future<Output = ()> + Send,
    last_words: Duration,
) {
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let stream = tokio::select! {
            taken = listener.accept() => match taken {
                Ok((stream, _)) => stream,
                Err(error) => {
                    // Too many open files, most likely: room comes when somebody leaves.
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        serve(stream, app.clone(), &graceful);
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(last_words) => {}
    }
}

fn serve(stream: TcpStream, app: Router, graceful: &GracefulShutdown) {
    // What is small goes out at once, such as a mark on a live socket.
    let _ = stream.set_nodelay(true);
    let peer = stream.peer_addr().ok().map(|address| web::Peer(address.ip()));
    let app = app.map_request(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        if let Some(peer) = peer {
            request.extensions_mut().insert(peer);
        }
        request
    });
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(HELD);
    let connection = builder
        .serve_connection_with_upgrades(TokioIo::new(stream), TowerToHyperService::new(app))
        .into_owned();
    let watched = graceful.watch(connection);
    tokio::spawn(async move {
        // A connection that breaks is the other side's business; what it asked was answered or not.
        if let Err(error) = watched.await {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}
