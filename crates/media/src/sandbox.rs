//! The place where ffmpeg runs: no network, no files but its own libraries, and limits on the rest.
//!
//! A job is started as `bwrap … launcher … ffmpeg`. The launcher ([`crate::launch`]) binds a listener
//! on the loopback of its own, otherwise empty network and hands it to us over the socket pair that
//! is its standard input. We answer on that listener from the sealed source, so that ffmpeg can seek
//! in something which is no file, and we read what it makes from its standard output. There is no
//! other way in or out.

mod command;
mod handover;
mod running;
mod server;
mod spawner;

use std::{
    io, os::fd::OwnedFd, os::unix::net::UnixStream, path::PathBuf, process::Stdio, sync::Arc, time::Duration,
};

use tokio::{io::AsyncReadExt, net::TcpListener, process::ChildStderr};

use crate::{error::Error, source::Source};
pub(crate) use handover::send as hand_out;
pub(crate) use running::{Exit, Running};

/// Where the programs of the sandbox are.
#[derive(Clone, Debug)]
pub struct Sandbox {
    pub(crate) bwrap: PathBuf,
    pub(crate) ffmpeg: PathBuf,
    pub(crate) ffprobe: PathBuf,
    launcher: PathBuf,
    launcher_arguments: Vec<String>,
}

/// Which program a job runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    Ffmpeg,
    Ffprobe,
}

/// What a job may use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Time by the clock on the wall.
    pub wall: Duration,
    /// Seconds of processor time, all threads together.
    pub cpu: u64,
    /// Bytes of address space.
    pub memory: u64,
    /// Bytes that may come out.
    pub output: u64,
}

impl Limits {
    /// For looking at the beginning of a file.
    pub const SHORT: Self =
        Self { wall: Duration::from_secs(60), cpu: 60, memory: 3 << 30, output: 16 << 20 };

    /// For going through a whole recording of this length once, giving at most `output` bytes.
    pub fn whole(duration_ms: u64, slower_than_life: u64, output: u64) -> Self {
        let seconds = 120 + duration_ms / 1000 * slower_than_life;
        Self { wall: Duration::from_secs(seconds), cpu: seconds * 2, memory: 4 << 30, output }
    }
}

/// One run of one program over one source.
#[derive(Debug)]
pub(crate) struct Job {
    pub tool: Tool,
    pub arguments: Vec<String>,
    pub limits: Limits,
}

/// Stands in a job's arguments for the address of the source.
pub(crate) const SOURCE: &str = "{source}";

/// How long the launcher may take to hand over its listener, on a machine that is busy.
const HANDOVER: Duration = Duration::from_secs(30);

impl Sandbox {
    /// A sandbox whose launcher is `program`, started with `arguments` before its own.
    ///
    /// The program must call [`crate::launch::main`] with what follows those arguments, before it
    /// starts any thread.
    #[must_use]
    pub fn new(program: impl Into<PathBuf>, arguments: &[&str]) -> Self {
        Self {
            bwrap: "/usr/bin/bwrap".into(),
            ffmpeg: "/usr/bin/ffmpeg".into(),
            ffprobe: "/usr/bin/ffprobe".into(),
            launcher: program.into(),
            launcher_arguments: arguments.iter().map(ToString::to_string).collect(),
        }
    }

    /// With ffmpeg and ffprobe from elsewhere than `/usr/bin`.
    #[must_use]
    pub fn with_programs(mut self, ffmpeg: impl Into<PathBuf>, ffprobe: impl Into<PathBuf>) -> Self {
        self.ffmpeg = ffmpeg.into();
        self.ffprobe = ffprobe.into();
        self
    }

    /// Runs ffmpeg over a source with arguments of the caller's own, of which `{source}` stands for its
    /// address, and gives what it wrote to its standard output: `None` when it failed.
    ///
    /// # Errors
    /// When the sandbox does not start, the source fails, or it takes longer than `wall`.
    pub async fn run(
        &self,
        arguments: &[&str],
        source: Arc<dyn Source>,
        wall: Duration,
    ) -> Result<Option<Vec<u8>>, Error> {
        let arguments = arguments.iter().map(ToString::to_string).collect();
        let job = Job { tool: Tool::Ffmpeg, arguments, limits: Limits { wall, ..Limits::SHORT } };
        let (exit, output) = self.start(job, source).await?.output().await?;
        Ok((exit == Exit::Done).then_some(output))
    }

    /// Starts a job. Dropping what is returned kills it, with everything that it started.
    pub(crate) async fn start(&self, job: Job, source: Arc<dyn Source>) -> Result<Running, Error> {
        let fault = |what: &str, error: io::Error| Error::Sandbox(format!("{what}: {error}"));
        let (ours, theirs) = UnixStream::pair().map_err(|error| fault("socket pair", error))?;
        let mut command = self.command(&job);
        command.stdin(Stdio::from(OwnedFd::from(theirs))).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.kill_on_drop(true);
        let mut child = spawner::spawn(command).await.map_err(|error| fault("bwrap", error))?;
        let (Some(stdout), Some(stderr)) = (child.stdout.take(), child.stderr.take()) else {
            return Err(Error::Sandbox("no pipes".to_owned()));
        };
        let complaint = tokio::spawn(last_words(stderr));
        let listener = match tokio::time::timeout(HANDOVER, handover::receive(ours)).await {
            Ok(Ok(listener)) => listener,
            Ok(Err(_)) | Err(_) => {
                let _ = child.start_kill();
                let words = complaint.await.unwrap_or_default();
                return Err(Error::Sandbox(format!("no listener handed over: {words}")));
            }
        };
        let listener = TcpListener::from_std(listener).map_err(|error| fault("listener", error))?;
        let served = server::serve(listener, source);
        Ok(Running::new(child, stdout, complaint, served, job.limits))
    }
}

/// Reads everything that is said on standard error and keeps the first lines.
///
/// They are used only when the sandbox itself did not start; what ffmpeg says of a recording is
/// thrown away, because it can hold titles and names.
async fn last_words(mut stderr: ChildStderr) -> String {
    let mut kept = Vec::new();
    let mut buffer = [0; 1024];
    while let Ok(count @ 1..) = stderr.read(&mut buffer).await {
        if kept.len() < 1024 {
            kept.extend_from_slice(&buffer[..count]);
        }
    }
    String::from_utf8_lossy(&kept).trim().to_owned()
}
