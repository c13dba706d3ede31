//! What passes over one connection: bodies that come in and bytes that go out, each at a pace.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use hyper::body::{Body as HttpBody, Frame, Incoming, SizeHint};
use rustix::net::sockopt;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use web::HangUp;

use super::pace::Pace;
use super::places::{Busy, Seat};

fn too_slow() -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, "nothing passed for too long")
}

/// The connection itself, with the place that it takes for as long as it is there. Somebody who takes nothing of what
/// is sent to them loses it.
pub struct Line {
    stream: TcpStream,
    pace: Pace,
    seat: Seat,
    hang_up: HangUp,
}

impl Line {
    pub fn new(stream: TcpStream, stall: Duration, seat: Seat) -> Self {
        Self { stream, pace: Pace::new(stall), seat, hang_up: HangUp::default() }
    }

    pub const fn stream(&self) -> &TcpStream {
        &self.stream
    }

    /// Ends this connection, whatever it is doing.
    pub fn hang_up(&self) -> HangUp {
        self.hang_up.clone()
    }

    pub const fn seat(&self) -> &Seat {
        &self.seat
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.hang_up.is_hung_up() {
            // What is on its way to somebody who may not have it any more stays here.
            let _ = sockopt::set_socket_linger(&self.stream, Some(Duration::ZERO));
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl Line {
    /// What was written, or the end of our patience.
    fn paced(
        &mut self,
        context: &mut Context<'_>,
        wrote: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        match wrote {
            Poll::Ready(Ok(bytes)) => {
                self.pace.passed(bytes);
                Poll::Ready(Ok(bytes))
            }
            Poll::Pending => self.pace.wait(context).map(|()| Err(too_slow())),
            broken => broken,
        }
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.paced(context, wrote)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.paced(context, wrote)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// A body on its way in; one that trickles breaks off.
pub struct Arriving {
    body: Incoming,
    pace: Pace,
}

impl Arriving {
    pub const fn new(body: Incoming, patience: Duration) -> Self {
        Self { body, pace: Pace::new(patience) }
    }
}

impl HttpBody for Arriving {
    type Data = Bytes;
    type Error = Box<dyn std::error::Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        match Pin::new(&mut self.body).poll_frame(context) {
            Poll::Ready(frame) => {
                let frame = frame.transpose()?;
                let bytes = frame.as_ref().and_then(Frame::data_ref).map_or(0, Bytes::len);
                self.pace.passed(bytes);
                Poll::Ready(frame.map(Ok))
            }
            Poll::Pending => {
                ready!(self.pace.wait(context));
                Poll::Ready(Some(Err(too_slow().into())))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// An answer on its way out; until it is gone its connection is not idle.
pub struct Leaving {
    body: Body,
    _busy: Busy,
}

impl Leaving {
    pub const fn new(body: Body, busy: Busy) -> Self {
        Self { body, _busy: busy }
    }
}

impl HttpBody for Leaving {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
