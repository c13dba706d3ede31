//! The tiny range server that ffmpeg reads from: one address, one source, GET only.

use std::{
    io,
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use futures::TryStreamExt;
use http_body_util::{BodyExt, Empty, StreamBody, combinators::UnsyncBoxBody};
use hyper::{
    Method, Request, Response, StatusCode,
    body::{Frame, Incoming},
    header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, RANGE},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::{
    net::TcpListener,
    task::{JoinHandle, JoinSet},
};

use crate::source::Source;

/// The server of one job; it stops when this is dropped.
#[derive(Debug)]
pub(super) struct Served {
    task: JoinHandle<()>,
    fault: Fault,
}

/// The first error that the source gave: it tells a file that is broken from a source that is.
type Fault = Arc<Mutex<Option<io::Error>>>;

impl Served {
    /// Takes the error of the source, if there was one.
    pub fn fault(&self) -> Option<io::Error> {
        self.fault.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Answers on `listener` from `source`.
pub(super) fn serve(listener: TcpListener, source: Arc<dyn Source>) -> Served {
    let fault = Fault::default();
    let task = tokio::spawn(accept(listener, source, Arc::clone(&fault)));
    Served { task, fault }
}

/// ffmpeg opens a connection per seek and drops the one before; the set ends with its task.
async fn accept(listener: TcpListener, source: Arc<dyn Source>, fault: Fault) {
    let mut connections = JoinSet::new();
    while let Ok((socket, _)) = listener.accept().await {
        while connections.try_join_next().is_some() {}
        let (source, fault) = (Arc::clone(&source), Arc::clone(&fault));
        connections.spawn(async move {
            let answer = service_fn(move |request| {
                let response = respond(&request, &source, &fault);
                async move { Ok::<_, std::convert::Infallible>(response) }
            });
            // A connection that ffmpeg drops half-way is its way of seeking, not a fault.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(socket), answer).await;
        });
    }
}

fn respond(
    request: &Request<Incoming>,
    source: &Arc<dyn Source>,
    fault: &Fault,
) -> Response<UnsyncBoxBody<Bytes, io::Error>> {
    if request.method() != Method::GET {
        return plain(StatusCode::METHOD_NOT_ALLOWED);
    }
    let len = source.len();
    let asked = request.headers().get(RANGE).and_then(|range| range.to_str().ok());
    let Some(range) = asked.map_or(Some(0..len), |asked| parse(asked, len)) else {
        return plain(StatusCode::RANGE_NOT_SATISFIABLE);
    };
    let fault = Arc::clone(fault);
    let body = source.read(range.clone()).map_ok(Frame::data).map_err(move |error| {
        let told = io::Error::new(error.kind(), "source");
        fault.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
        told
    });
    let body = StreamBody::new(body).boxed_unsync();
    let response = Response::builder()
        .header(ACCEPT_RANGES, "bytes")
        .header(CONTENT_TYPE, "application/octet-stream")
        .header(CONTENT_LENGTH, range.end - range.start);
    let response = if asked.is_some() {
        let place = format!("bytes {}-{}/{len}", range.start, range.end.saturating_sub(1));
        response.status(StatusCode::PARTIAL_CONTENT).header(CONTENT_RANGE, place)
    } else {
        response
    };
    response.body(body).unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR))
}

/// `bytes=FROM-` or `bytes=FROM-TO`: the only two forms that ffmpeg sends.
fn parse(asked: &str, len: u64) -> Option<Range<u64>> {
    let (from, to) = asked.strip_prefix("bytes=")?.split_once('-')?;
    let from: u64 = from.parse().ok()?;
    let end = if to.is_empty() { len } else { to.parse::<u64>().ok()?.saturating_add(1).min(len) };
    (from < end).then_some(from..end)
}

fn plain(status: StatusCode) -> Response<UnsyncBoxBody<Bytes, io::Error>> {
    let mut response = Response::new(Empty::new().map_err(|never| match never {}).boxed_unsync());
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_stay_inside_the_source() {
        assert_eq!(parse("bytes=0-", 10), Some(0..10));
        assert_eq!(parse("bytes=3-5", 10), Some(3..6));
        assert_eq!(parse("bytes=9-99", 10), Some(9..10));
        for beyond in ["bytes=10-", "bytes=-5", "bytes=5-3", "items=0-", "bytes=0-1,3-4", ""] {
            assert_eq!(parse(beyond, 10), None, "{beyond}");
        }
    }
}
