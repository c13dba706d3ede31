//! A job that runs: what comes out of it, and how it ended.

use std::{io, os::unix::process::ExitStatusExt};

use bytes::{Bytes, BytesMut};
use tokio::{
    io::AsyncReadExt,
    process::{Child, ChildStdout},
    task::JoinHandle,
    time::{Instant, timeout_at},
};

use super::{Limits, server::Served};
use crate::{error::Error, launch};

/// How a job ended, when it ended by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// It did what it was asked.
    Done,
    /// It could not; the recording is the likely cause.
    Failed,
}

/// A job that runs. Dropping it kills everything in the sandbox.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    stdout: ChildStdout,
    complaint: JoinHandle<String>,
    served: Served,
    limits: Limits,
    deadline: Instant,
    given: u64,
}

impl Running {
    pub(super) fn new(
        child: Child,
        stdout: ChildStdout,
        complaint: JoinHandle<String>,
        served: Served,
        limits: Limits,
    ) -> Self {
        let deadline = Instant::now() + limits.wall;
        Self { child, stdout, complaint, served, limits, deadline, given: 0 }
    }

    /// The next bytes that come out; `None` when it has closed its output.
    pub async fn next(&mut self) -> Result<Option<Bytes>, Error> {
        let mut buffer = BytesMut::with_capacity(64 * 1024);
        let read = timeout_at(self.deadline, self.stdout.read_buf(&mut buffer)).await;
        let count = self.in_time(read)?.map_err(|error| Error::Sandbox(error.to_string()))?;
        self.given += count as u64;
        if self.given > self.limits.output {
            return Err(Error::TooMuch(self.limits.output));
        }
        Ok((count > 0).then(|| buffer.freeze()))
    }

    /// Everything that still comes out.
    pub async fn rest(&mut self) -> Result<Vec<u8>, Error> {
        let mut all = Vec::new();
        while let Some(piece) = self.next().await? {
            all.extend_from_slice(&piece);
        }
        Ok(all)
    }

    /// Waits for the end. An error of the source goes before what ffmpeg made of it.
    pub async fn finish(mut self) -> Result<Exit, Error> {
        let waited = timeout_at(self.deadline, self.child.wait()).await;
        let status = self.in_time(waited)?.map_err(|error| Error::Sandbox(error.to_string()))?;
        if let Some(fault) = self.served.fault() {
            return Err(Error::Source(fault));
        }
        if status.code() == Some(launch::NOT_STARTED) {
            let words = (&mut self.complaint).await.unwrap_or_default();
            return Err(Error::Sandbox(words));
        }
        tracing::debug!(code = status.code(), signal = status.signal(), "a media job ended");
        Ok(if status.success() { Exit::Done } else { Exit::Failed })
    }

    /// Runs to the end and gives all output.
    pub async fn output(mut self) -> Result<(Exit, Vec<u8>), Error> {
        let all = self.rest().await?;
        Ok((self.finish().await?, all))
    }

    fn in_time<T>(
        &self,
        result: Result<io::Result<T>, tokio::time::error::Elapsed>,
    ) -> Result<io::Result<T>, Error> {
        result.map_err(|_| Error::TimedOut(self.limits.wall))
    }
}
